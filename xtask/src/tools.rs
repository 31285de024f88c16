//! The tools that the verbs need beyond the Rust toolchain: pinned here, installed into `target/tools` when missing,
//! and said out loud. Nothing outside `target/` is touched, but for Debian's python3-venv where that is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::process::{self, Outcome};
use crate::workspace::Workspace;

const TYPOS: &str = "1.52.0";
const SCHEMATHESIS: &str = "4.32.5";
const AIOSMTPD: &str = "1.4.6";
const MACHETE: &str = "0.9.2";
const DENY: &str = "0.20.2";
const PROGENITOR: &str = "0.15.1";
const OPENAPI_PYTHON_CLIENT: &str = "0.29.1";
/// Formats the Python client, so that its version shows in what is committed.
const RUFF: &str = "0.17.6";
/// The TypeScript client's manifest and lock file name its generator, its compiler, and what it stands on.
const TYPESCRIPT: [&str; 2] = ["package.json", "package-lock.json"];
/// The same of what users of the tests sign in by, with its scripts.
const PEERS: [&str; 6] =
    ["package.json", "package-lock.json", "certified.mjs", "hostile.mjs", "saml.mjs", "authenticator.mjs"];

pub fn machete(workspace: &Workspace) -> Outcome<PathBuf> {
    from_crates(workspace, "cargo-machete", "cargo-machete", MACHETE)
}

pub fn deny(workspace: &Workspace) -> Outcome<PathBuf> {
    from_crates(workspace, "cargo-deny", "cargo-deny", DENY)
}

pub fn progenitor(workspace: &Workspace) -> Outcome<PathBuf> {
    from_crates(workspace, "cargo-progenitor", "cargo-progenitor", PROGENITOR)
}

pub fn openapi_python_client(workspace: &Workspace) -> Outcome<PathBuf> {
    from_pypi(workspace, "ruff", RUFF)?;
    from_pypi(workspace, "openapi-python-client", OPENAPI_PYTHON_CLIENT)
}

/// A folder with the `node_modules` of the TypeScript client.
pub fn typescript(workspace: &Workspace) -> Outcome<PathBuf> {
    from_npm(workspace, "typescript", "openapi/clients/typescript", &TYPESCRIPT)
}

/// A folder with the identity providers, and with what drives the browser, that sign-in is tested against.
pub fn peers(workspace: &Workspace) -> Outcome<PathBuf> {
    from_npm(workspace, "peers", "tests/peers", &PEERS)
}

/// A Chromium: the one that `BAILIWICK_TEST_CHROMIUM` names, one of this machine, else Debian's.
pub fn chromium() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("BAILIWICK_TEST_CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    let known = ["chromium", "chromium-browser", "google-chrome"];
    let runs = |name: &&str| process::succeeds(Command::new(name).arg("--version"));
    if let Some(found) = known.into_iter().find(runs) {
        return on_path(found);
    }
    println!("    no Chromium is on this machine");
    debian::install(&["chromium"])?;
    on_path("chromium")
}

/// The whole path of a program: what drives the browser does not look for it.
fn on_path(program: &str) -> Outcome<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    found.ok_or_else(|| format!("{program} runs, but is in no folder of PATH").into())
}

/// A folder with copies of some files and the packages that they name, brought again when one of the files changed.
fn from_npm(workspace: &Workspace, name: &str, source: &str, files: &[&str]) -> Outcome<PathBuf> {
    let (source, installed) = (workspace.root.join(source), folder(workspace).join(name));
    let read = |folder: &Path| files.iter().map(|name| fs::read(folder.join(name)).ok()).collect::<Vec<_>>();
    if installed.join("node_modules/.package-lock.json").exists() && read(&source) == read(&installed) {
        return Ok(installed);
    }
    println!(
        "    the packages of {} are missing: installing them from npm into target/tools",
        source.display()
    );
    let copied = fs::create_dir_all(&installed).and_then(|()| {
        files.iter().try_for_each(|name| fs::copy(source.join(name), installed.join(name)).map(drop))
    });
    copied.map_err(|error| format!("cannot prepare {}: {error}", installed.display()))?;
    let mut npm = workspace.command(Path::new("npm"), &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(npm.current_dir(&installed))?;
    Ok(installed)
}

pub fn schemathesis(workspace: &Workspace) -> Outcome<PathBuf> {
    from_pypi(workspace, "schemathesis", SCHEMATHESIS)
}

/// A Python that has aiosmtpd, which mail is tested against.
pub fn aiosmtpd(workspace: &Workspace) -> Outcome<PathBuf> {
    let program = from_pypi(workspace, "aiosmtpd", AIOSMTPD)?;
    Ok(program.with_file_name("python"))
}

/// The PyPI package holds the program itself, and saves its compilation; without Python it is compiled all the same.
pub fn typos(workspace: &Workspace) -> Outcome<PathBuf> {
    from_pypi(workspace, "typos", TYPOS).or_else(|failure| {
        println!("    no typos from PyPI ({}); compiling it instead", failure.message);
        from_crates(workspace, "typos-cli", "typos", TYPOS)
    })
}

fn from_crates(workspace: &Workspace, package: &str, program: &str, version: &str) -> Outcome<PathBuf> {
    let root = folder(workspace);
    let installed = root.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    once(&root, package, version, &installed, || {
        println!("    {package} {version} is missing: compiling it into target/tools");
        // Unoptimized, without debug information: these run for a second, and compile for minutes otherwise.
        let mut cargo = workspace.cargo(&["install", "--quiet", "--locked", "--debug", "--version", version]);
        process::run(cargo.arg("--root").arg(&root).arg(package).env("CARGO_PROFILE_DEV_DEBUG", "0"))
    })
}

fn from_pypi(workspace: &Workspace, package: &str, version: &str) -> Outcome<PathBuf> {
    let python = folder(workspace).join("py");
    let programs = python.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let installed = programs.join(format!("{package}{}", std::env::consts::EXE_SUFFIX));
    once(&python, package, version, &installed, || {
        println!("    {package} {version} is missing: installing it from PyPI into target/tools/py");
        make_venv(workspace, &python, &programs)?;
        let requirement = format!("{package}=={version}");
        let mut pip = Command::new(programs.join("python"));
        process::run(pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            &requirement,
        ]))
    })
}

/// Installs unless this very version was installed before; a stamp beside it remembers.
fn once(
    root: &Path,
    package: &str,
    version: &str,
    program: &Path,
    install: impl FnOnce() -> Outcome,
) -> Outcome<PathBuf> {
    let stamp = root.join(format!("{package}-{version}.installed"));
    if !(stamp.exists() && program.exists()) {
        install()?;
        fs::write(&stamp, "").map_err(|error| format!("cannot write {}: {error}", stamp.display()))?;
    }
    Ok(program.to_owned())
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

fn make_venv(workspace: &Workspace, python: &Path, programs: &Path) -> Outcome {
    if process::succeeds(Command::new(programs.join("python")).args(["-m", "pip", "--version"])) {
        return Ok(());
    }
    let venv = || workspace.command(Path::new("python3"), &["-m", "venv", "--clear"]).arg(python).status();
    if venv().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    println!("    python3 with its venv module is missing");
    debian::install(&["python3-venv"])?;
    match venv() {
        Ok(status) if status.success() => Ok(()),
        _ => Err("python3 -m venv fails even after python3-venv was installed".into()),
    }
}
