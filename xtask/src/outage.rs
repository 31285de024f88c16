//! `cargo xtask outage redis|postgres [--seconds N]`: a part is away under load on two nodes, for longer than in
//! `cargo xtask test`.

use crate::end_to_end;
use crate::process::{Failure, Outcome};
use crate::workspace::Workspace;

const USAGE: &str = "outage redis|postgres [--seconds N]";

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let (part, rest) = match args {
        [part, rest @ ..] if ["redis", "postgres"].contains(&part.as_str()) => (part, rest),
        _ => return Err(Failure { message: format!("usage: cargo xtask {USAGE}"), code: 2 }),
    };
    let [seconds] = end_to_end::flags(rest, ["--seconds"], USAGE)?;
    let seconds = end_to_end::number(seconds.as_ref(), 10)?;
    // What is measured goes one after the other.
    let variables = [("BAILIWICK_TEST_OUTAGE_SECONDS", seconds), ("RUST_TEST_THREADS", "1".to_owned())];
    end_to_end::run(workspace, &[&format!("outages::{part}")], &variables)
}
