//! `cargo xtask bench WHAT`: the measurements that the project keeps an eye on.

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    match args {
        [what, rest @ ..] if what == "decision" => decision(workspace, rest),
        [what, rest @ ..] if what == "http" => http(workspace, rest),
        _ => Err(Failure { message: "bench what? There is: decision, http".to_owned(), code: 2 }),
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

/// Server and load are built with the same profile, in one go.
fn http(workspace: &Workspace, args: &[String]) -> Outcome {
    let packages = ["-p", "bailiwick", "-p", "bailiwick-bench"];
    process::run(workspace.cargo(&["build", "--release", "--locked"]).args(packages))?;
    let program = workspace.target.join("release").join("bailiwick-bench");
    process::run(workspace.command(&program, &["http"]).args(args))
}
