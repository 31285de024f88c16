//! `cargo xtask test [ARGS]`: the Rust tests of the whole workspace, then the hostile client. The end-to-end tests run
//! the real binary, so it is built first; and tests are told where PostgreSQL, Redis
//! and a mail server are.

use std::path::Path;
use std::process::Command;

use crate::hostile::{self, Data};
use crate::process::{self, Outcome};
use crate::servers::Servers;
use crate::tools;
use crate::workspace::Workspace;

/// Enough to meet every operation with odd input on each run; `cargo xtask hostile --examples N` goes deeper.
const FEW: u32 = 10;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    // Server and tests in one go: apart, the libraries would be compiled twice, for two sets of features.
    process::step("build the server and the tests", || {
        process::run(&mut workspace.cargo(&["build", "--workspace", "--bins", "--tests", "--locked"]))
    })?;
    let servers = process::step("find or bring PostgreSQL and Redis", Servers::bring)?;
    let mail = tools::aiosmtpd(workspace)?;
    if !args.is_empty() {
        println!("\nwith arguments only the Rust tests run");
        return process::step("Rust tests", || process::run(rust(workspace, &servers, &mail).args(args)));
    }
    let server = workspace.server();
    let rust = process::step("Rust tests", || process::run(&mut rust(workspace, &servers, &mail)));
    let hostile = process::step("hostile client", || hostile::attack(workspace, &server, FEW, &Data::File));
    rust.and(hostile)
}

/// All Rust tests; arguments choose among them.
fn rust(workspace: &Workspace, servers: &Servers, mail: &Path) -> Command {
    let mut cargo = if process::succeeds(&mut workspace.cargo(&["nextest", "--version"])) {
        workspace.cargo(&["nextest", "run", "--workspace", "--locked"])
    } else {
        workspace.cargo(&["test", "--workspace", "--locked"])
    };
    cargo.env("BAILIWICK_BIN", workspace.server()).envs(servers.variables());
    cargo.env("BAILIWICK_TEST_SMTP_PYTHON", mail);
    cargo
}
