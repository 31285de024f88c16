//! `cargo xtask crash [--kills N] [--database postgres]`: the tests of the power cut with more kills than `cargo xtask test`
//! takes: of one server on SQLite, or of two nodes and the PostgreSQL under them.

use crate::end_to_end;
use crate::process::{Failure, Outcome};
use crate::workspace::Workspace;

const USAGE: &str = "crash [--kills N] [--database sqlite|postgres]";

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let [kills, database] = end_to_end::flags(args, ["--kills", "--database"], USAGE)?;
    let kills = end_to_end::number(kills.as_ref(), 20)?;
    let filters: &[&str] = match database.as_deref() {
        None | Some("sqlite") => &["crash::", "crash_usage::"],
        Some("postgres") => &["crash_nodes::", "crash_usage_nodes::"],
        Some(_) => return Err(Failure { message: format!("usage: cargo xtask {USAGE}"), code: 2 }),
    };
    end_to_end::run(workspace, filters, &[("BAILIWICK_TEST_KILLS", kills)])
}
