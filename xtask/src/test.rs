//! `cargo xtask test [ARGS]`: the Rust tests of the whole workspace, then the hostile client and the clients'
//! examples. The end-to-end tests run
//! the real binary, so it is built first; and tests are told where PostgreSQL and Redis are.

use std::process::Command;

use crate::process::{self, Outcome};
use crate::server::Data;
use crate::servers::Servers;
use crate::workspace::Workspace;
use crate::{examples, hostile};

/// Enough to meet every operation with odd input on each run; `cargo xtask hostile --examples N` goes deeper.
const FEW: u32 = 10;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    // Server and tests in one go: apart, the libraries would be compiled twice, for two sets of features.
    process::step("build the server and the tests", || {
        process::run(&mut workspace.cargo(&["build", "--workspace", "--bins", "--tests", "--locked"]))
    })?;
    let servers = process::step("find or bring PostgreSQL and Redis", Servers::bring)?;
    if !args.is_empty() {
        println!("\nwith arguments only the Rust tests run");
        return process::step("Rust tests", || process::run(rust(workspace, &servers).args(args)));
    }
    let server = workspace.server();
    let rust = process::step("Rust tests", || process::run(&mut rust(workspace, &servers)));
    let hostile = process::step("hostile client", || hostile::attack(workspace, &server, FEW, &Data::File));
    let examples = process::step("clients' examples", || examples::all(workspace, &server));
    rust.and(hostile).and(examples)
}

/// All Rust tests; arguments choose among them.
fn rust(workspace: &Workspace, servers: &Servers) -> Command {
    let mut cargo = if process::succeeds(&mut workspace.cargo(&["nextest", "--version"])) {
        workspace.cargo(&["nextest", "run", "--workspace", "--locked"])
    } else {
        workspace.cargo(&["test", "--workspace", "--locked"])
    };
    cargo.env("BAILIWICK_BIN", workspace.server()).envs(servers.variables());
    cargo
}
