//! `cargo xtask test [ARGS]`: the Rust tests of the whole workspace, then the hostile client. The end-to-end tests run
//! the real binary, so it is built first and they are told where it is.

use crate::hostile;
use crate::process::{self, Outcome};
use crate::workspace::Workspace;

/// Enough to meet every operation with odd input on each run; `cargo xtask hostile --examples N` goes deeper.
const FEW: u32 = 10;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    process::step("build the server", || {
        process::run(&mut workspace.cargo(&["build", "-p", "bailiwick", "--locked"]))
    })?;
    let rust = process::step("Rust tests", || rust(workspace, args));
    if !args.is_empty() {
        println!("\nwith arguments only the Rust tests run; the hostile client: cargo xtask hostile");
        return rust;
    }
    let hostile = process::step("hostile client", || hostile::attack(workspace, &workspace.server(), FEW));
    rust.and(hostile)
}

fn rust(workspace: &Workspace, args: &[String]) -> Outcome {
    let mut cargo = if process::succeeds(&mut workspace.cargo(&["nextest", "--version"])) {
        workspace.cargo(&["nextest", "run", "--workspace", "--locked"])
    } else {
        workspace.cargo(&["test", "--workspace", "--locked"])
    };
    process::run(cargo.args(args).env("BAILIWICK_BIN", workspace.server()))
}
