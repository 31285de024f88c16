//! `cargo xtask clients [--check]`: the clients as committed are what their generators make of the committed API
//! document. The document is the source; what a generator trips over is set right in the server, never on the way here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;
use crate::{openapi, tools};

/// Differing files shown before the rest is left to the developer's own diff.
const SHOWN: usize = 5;

/// What is generated of a client: a file or a folder.
struct Client {
    language: &'static str,
    committed: &'static str,
    /// Makes it from the document at a path that does not exist yet.
    generate: fn(&Workspace, &Path) -> Outcome,
}

const CLIENTS: [Client; 3] = [
    Client { language: "Rust", committed: "openapi/clients/rust/src/generated.rs", generate: rust },
    Client { language: "Python", committed: "openapi/clients/python/bailiwick_client", generate: python },
    Client {
        language: "TypeScript",
        committed: "openapi/clients/typescript/src/api.ts",
        generate: typescript,
    },
];

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    match args {
        [] => CLIENTS.iter().try_for_each(|client| write(workspace, client)),
        [flag] if flag == "--check" => check(workspace),
        _ => Err(Failure { message: "usage: cargo xtask clients [--check]".to_owned(), code: 2 }),
    }
}

/// Regenerates all, and names those that differ from what is committed.
pub fn check(workspace: &Workspace) -> Outcome {
    let mut stale = Vec::new();
    for client in &CLIENTS {
        let differing = difference(
            &files(&workspace.root.join(client.committed))?,
            &files(&generate(workspace, client)?)?,
        );
        for path in differing.iter().take(SHOWN) {
            println!("    {}: differs", at(Path::new(client.committed), path).display());
        }
        if !differing.is_empty() {
            stale.push(format!("{} ({} files)", client.language, differing.len()));
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("not what the API document says: {}; fix: cargo xtask clients", stale.join(", ")).into())
}

fn write(workspace: &Workspace, client: &Client) -> Outcome {
    let made = files(&generate(workspace, client)?)?;
    let committed = workspace.root.join(client.committed);
    remove(&committed)?;
    for (path, bytes) in made {
        let file = at(&committed, &path);
        let stored = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, bytes));
        stored.map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    println!("{} is written", client.committed);
    Ok(())
}

/// Makes a client under `target/clients`, and tells where.
fn generate(workspace: &Workspace, client: &Client) -> Outcome<PathBuf> {
    let folder = workspace.target.join("clients").join(client.language);
    remove(&folder)?;
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let name = Path::new(client.committed).file_name().unwrap_or_default();
    let to = folder.join(name);
    (client.generate)(workspace, &to)?;
    Ok(to)
}

fn rust(workspace: &Workspace, to: &Path) -> Outcome {
    let package = to.with_file_name("package");
    let program = tools::progenitor(workspace)?;
    let mut generator = workspace.command(&program, &["progenitor", "--interface", "builder"]);
    generator.args(["--include-client", "false", "--name", "bailiwick-client", "--version", "0.0.0"]);
    // It lists its types on the way, which says nothing to anyone here.
    process::output(generator.arg("-i").arg(openapi::document(workspace)).arg("-o").arg(&package))?;
    fs::copy(package.join("src/lib.rs"), to).map_err(|error| format!("cannot copy the client: {error}"))?;
    let mut rustfmt = workspace.command(Path::new("rustfmt"), &["--edition", "2024"]);
    process::run(rustfmt.arg("--config-path").arg(&workspace.root).arg(to))
}

fn python(workspace: &Workspace, to: &Path) -> Outcome {
    let program = tools::openapi_python_client(workspace)?;
    let mut generator = workspace.command(&program, &["generate", "--meta", "none"]);
    generator.args(["--config", "openapi/clients/python/generator.yaml"]);
    generator.arg("--path").arg(openapi::document(workspace)).arg("--output-path").arg(to);
    // It calls ruff, which is installed beside it, by its bare name.
    let beside = program.parent().into_iter().map(Path::to_owned);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(beside.chain(std::env::split_paths(&path)))
        .map_err(|error| format!("PATH: {error}"))?;
    process::run(generator.env("PATH", path))?;
    // Tells type checkers that the package has types (PEP 561).
    fs::write(to.join("py.typed"), "").map_err(|error| format!("cannot write py.typed: {error}").into())
}

fn typescript(workspace: &Workspace, to: &Path) -> Outcome {
    let program = tools::typescript(workspace)?.join("node_modules/.bin/openapi-typescript");
    // A field with a default may be left out by the client.
    let mut generator = workspace.command(&program, &["--default-non-nullable=false"]);
    process::run(generator.arg(openapi::document(workspace)).arg("--output").arg(to))
}

/// The files under a path with their content; the path itself, when it is a file, is the empty one.
fn files(path: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let collected = collect(path, path, &mut found);
    collected.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(found)
}

fn at(root: &Path, path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { root.to_owned() } else { root.join(path) }
}

fn collect(root: &Path, path: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) -> std::io::Result<()> {
    // What Python and ruff leave behind is nobody's source.
    if path.file_name().is_some_and(|name| name == "__pycache__" || name == ".ruff_cache") || !path.exists() {
        return Ok(());
    }
    if path.is_dir() {
        return fs::read_dir(path)?.try_for_each(|entry| collect(root, &entry?.path(), found));
    }
    found.insert(path.strip_prefix(root).unwrap_or(path).to_owned(), fs::read(path)?);
    Ok(())
}

/// The paths at which two sets of files differ.
fn difference(committed: &BTreeMap<PathBuf, Vec<u8>>, made: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<PathBuf> {
    let mut paths: Vec<&PathBuf> = committed.keys().chain(made.keys()).collect();
    paths.sort();
    paths.dedup();
    paths.into_iter().filter(|path| committed.get(*path) != made.get(*path)).cloned().collect()
}

fn remove(path: &Path) -> Outcome {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("cannot remove {}: {error}", path.display()).into())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use super::difference;

    fn files(given: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
        given.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_same_files_have_no_difference() {
        assert!(difference(&files(&[("a", "1"), ("b", "2")]), &files(&[("a", "1"), ("b", "2")])).is_empty());
    }

    #[test]
    fn changed_added_and_removed_files_are_named() {
        let differing = difference(&files(&[("a", "1"), ("b", "2")]), &files(&[("a", "9"), ("c", "3")]));
        assert_eq!(differing, ["a", "b", "c"].map(PathBuf::from));
    }
}
