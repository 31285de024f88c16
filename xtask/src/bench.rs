//! `cargo xtask bench WHAT`: the measurements that the project keeps an eye on.

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    match args {
        [what, rest @ ..] if what == "decision" => decision(workspace, rest),
        _ => Err(Failure { message: "bench what? There is: decision".to_owned(), code: 2 }),
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
