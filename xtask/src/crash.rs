//! `cargo xtask crash [--kills N]`: the test of the power cut, with more kills than the tests make.

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let kills = match args {
        [] => "20",
        [flag, kills] if flag == "--kills" && kills.parse::<u32>().is_ok() => kills,
        _ => return Err(Failure { message: "usage: cargo xtask crash [--kills N]".to_owned(), code: 2 }),
    };
    process::run(&mut workspace.cargo(&["build", "-p", "bailiwick", "--locked"]))?;
    let mut test =
        workspace.cargo(&["test", "-p", "bailiwick-tests", "--locked", "--", "--nocapture", "crash"]);
    process::run(test.env("BAILIWICK_BIN", workspace.server()).env("BAILIWICK_TEST_KILLS", kills))
}
