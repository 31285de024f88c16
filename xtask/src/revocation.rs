//! `cargo xtask revocation [--trials N]`: how soon a node refuses what the other one revoked, with more trials of each kind
//! than `cargo xtask test` takes.

use crate::end_to_end;
use crate::process::Outcome;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let [trials] = end_to_end::flags(args, ["--trials"], "revocation [--trials N]")?;
    let trials = end_to_end::number(trials.as_ref(), 500)?;
    end_to_end::run(workspace, &["revocation::"], &[("BAILIWICK_TEST_TRIALS", trials)])
}
