//! `cargo xtask dev`: the server, from the sources.

use crate::process::{self, Outcome};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let mut cargo = workspace.cargo(&["run"]);
    if !args.is_empty() {
        cargo.arg("--").args(args);
    }
    process::run(&mut cargo)
}
