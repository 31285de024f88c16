//! `cargo xtask bench WHAT`: the measurements that the project keeps an eye on.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{self, Failure, Outcome};
use crate::servers::{Disk, Servers};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    match args {
        [what, rest @ ..] if what == "decision" => decision(workspace, rest),
        [what, rest @ ..] if ["http", "usage"].contains(&what.as_str()) => measure(workspace, what, rest),
        _ => Err(Failure { message: "bench what? There is: decision, http, usage".to_owned(), code: 2 }),
    }
}

fn decision(workspace: &Workspace, args: &[String]) -> Outcome {
    let mut cargo =
        workspace.cargo(&["bench", "-p", "bailiwick-usecases", "--bench", "decision", "--locked"]);
    if !args.is_empty() {
        cargo.arg("--").args(args);
    }
    process::run(&mut cargo)
}

/// `--database postgres` finds or brings PostgreSQL and Redis, and `--peer` installs the peer's packages.
fn measure(workspace: &Workspace, what: &str, args: &[String]) -> Outcome {
    let program = program(workspace)?;
    let mut servers = None;
    let mut given = Vec::new();
    let mut words = args.iter().map(String::as_str).peekable();
    while let Some(word) = words.next() {
        given.push(word.to_owned());
        match word {
            "--database" if words.next_if_eq(&"postgres").is_some() => {
                let brought = servers.insert(Servers::with(Disk::Waited)?);
                given.push(brought.postgres().to_owned());
                given.extend(["--redis".to_owned(), brought.redis().to_owned()]);
            }
            "--peer" if words.peek().is_none_or(|next| next.starts_with("--")) => {
                given.push(better_auth(workspace)?.display().to_string());
            }
            _ => {}
        }
    }
    process::run(workspace.command(&program, &[what]).args(given))
}

/// The measuring program. Server and load are built with the same profile, in one go.
pub fn program(workspace: &Workspace) -> Outcome<PathBuf> {
    let packages = ["-p", "bailiwick", "-p", "bailiwick-bench"];
    process::run(workspace.cargo(&["build", "--release", "--locked"]).args(packages))?;
    Ok(workspace.target.join("release").join("bailiwick-bench"))
}

/// Installs the peer as its lock file says, beside what is built, and answers where.
fn better_auth(workspace: &Workspace) -> Outcome<PathBuf> {
    let sources = workspace.root.join("bench/peers/better-auth");
    let folder = workspace.target.join("peers/better-auth");
    let failed = |error| format!("cannot prepare {}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    for name in ["package.json", "package-lock.json", ".npmrc", "server.mjs"] {
        fs::copy(sources.join(name), folder.join(name)).map_err(failed)?;
    }
    process::run(
        workspace.command(Path::new("npm"), &["ci", "--no-audit", "--no-fund"]).current_dir(&folder),
    )?;
    Ok(folder)
}
