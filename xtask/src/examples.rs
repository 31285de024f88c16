//! `cargo xtask examples`: the example of each client, against a server of its own: in three languages the ten steps that
//! the README shows.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, Failure, Outcome};
use crate::server::{self, Data, Server};
use crate::tools;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    if !args.is_empty() {
        return Err(Failure { message: "usage: cargo xtask examples".to_owned(), code: 2 });
    }
    all(workspace, &server::program(workspace)?)
}

/// Runs them all, whatever failed before. Where all is well nothing is kept.
pub fn all(workspace: &Workspace, program: &Path) -> Outcome {
    let folder = workspace.target.join("examples");
    let _ = fs::remove_dir_all(&folder);
    let server = Server::start(program, &folder.join("server"), &Data::File)?;
    let key = server.platform_key()?;
    let with = |command: &mut Command| {
        command.env("BAILIWICK_URL", server.url()).env("BAILIWICK_PLATFORM_KEY", &key);
        process::run(command.env("BAILIWICK_MAILS", server.folder().join("data/mail")))
    };
    let rust = with(&mut workspace.cargo(&["run", "-q", "-p", "bailiwick-client", "--example", "ten_steps"]));
    let python = python(workspace).and_then(|mut command| with(&mut command));
    let typescript =
        typescript(workspace, &folder.join("typescript")).and_then(|mut command| with(&mut command));
    rust.and(python).and(typescript)?;
    drop(server);
    fs::remove_dir_all(&folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()).into())
}

/// The generator stands on the same libraries as what it makes, so its environment has them.
fn python(workspace: &Workspace) -> Outcome<Command> {
    let generator = tools::openapi_python_client(workspace)?;
    let mut command = workspace.command(&generator.with_file_name("python"), &["examples/ten_steps.py"]);
    command.current_dir(workspace.root.join("openapi/clients/python"));
    command.env("PYTHONPATH", ".").env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(command)
}

/// Compiled under its strict settings, in a folder beside the packages that it needs.
fn typescript(workspace: &Workspace, folder: &Path) -> Outcome<Command> {
    let packages = tools::typescript(workspace)?;
    let source = workspace.root.join("openapi/clients/typescript");
    let prepared = fs::create_dir_all(folder).and_then(|()| {
        std::os::unix::fs::symlink(packages.join("node_modules"), folder.join("node_modules"))?;
        fs::copy(source.join("package.json"), folder.join("package.json")).map(drop)
    });
    prepared.map_err(|error| format!("cannot prepare {}: {error}", folder.display()))?;
    for (from, name) in ["src/api.ts", "src/index.ts", "examples/ten-steps.ts", "tsconfig.json"]
        .map(|name| (source.join(name), folder.join(name)))
    {
        let copied = name.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(from, &name));
        copied.map_err(|error| format!("cannot write {}: {error}", name.display()))?;
    }
    process::run(workspace.command(&packages.join("node_modules/.bin/tsc"), &[]).current_dir(folder))?;
    let mut node = workspace.command(Path::new("node"), &["dist/examples/ten-steps.js"]);
    node.current_dir(folder);
    Ok(node)
}
