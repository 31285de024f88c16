//! Who does what is due by the clock.

use bailiwick_domain::jobs::Job;
use bailiwick_domain::time::Timestamp;

use super::fixtures::{at, commit};
use crate::Store;

const JOB: Job = Job::PruneSessions;
const YEARS: i64 = 1_000_000_000;

async fn claim(store: &dyn Store, now: i64, lease: i64) -> Option<u64> {
    claim_by(store, at(now), at(now), at(lease)).await
}

async fn claim_by(store: &dyn Store, due: Timestamp, now: Timestamp, lease: Timestamp) -> Option<u64> {
    commit(store, async |unit| unit.jobs().claim(JOB, due, now, lease).await).await
}

async fn finish(store: &dyn Store, run: u64, now: i64, due: i64) -> bool {
    commit(store, async |unit| unit.jobs().finish(JOB, run, at(now), at(due), None).await).await
}

/// As if the job had never run before `at(0)`, whatever the cases before this one left behind.
async fn fresh(store: &dyn Store) {
    let run = claim(store, YEARS, YEARS).await.expect("nothing is leased for that long");
    assert!(finish(store, run, 0, 0).await);
}

/// A job that is due is taken, and after its run it is due when that says.
pub async fn a_job_is_due_again_after_its_run(store: &dyn Store) {
    fresh(store).await;
    let run = claim(store, 1, 60).await.expect("a due job");
    assert!(finish(store, run, 5, 600).await);
    assert_eq!(claim(store, 599, 700).await, None, "not before its time");
    assert_eq!(claim_by(store, at(600), at(599), at(700)).await, Some(run + 1), "as of then it is due");
    assert!(finish(store, run + 1, 599, 600).await);
    assert_eq!(claim(store, 600, 700).await, Some(run + 2));
    assert!(finish(store, run + 2, 600, 600).await);
}

/// A job is one node's until its lease ends, also as of a later time; then it is another's.
pub async fn a_job_is_one_nodes_until_its_lease_ends(store: &dyn Store) {
    fresh(store).await;
    let run = claim(store, 1, 60).await.expect("a due job");
    assert_eq!(claim(store, 59, 120).await, None);
    assert_eq!(claim_by(store, at(1_000), at(59), at(120)).await, None, "the lease is of real time");
    assert!(commit(store, async |unit| unit.jobs().renew(JOB, run, at(90)).await).await);
    assert_eq!(claim(store, 89, 120).await, None);
    assert_eq!(claim(store, 90, 120).await, Some(run + 1));
    assert!(finish(store, run + 1, 91, 91).await);
}

/// Who took too long neither keeps the job nor says when it is due.
pub async fn who_lost_a_job_changes_nothing(store: &dyn Store) {
    fresh(store).await;
    let slow = claim(store, 1, 60).await.expect("a due job");
    let quick = claim(store, 60, 120).await.expect("the lease ended");
    assert!(!commit(store, async |unit| unit.jobs().renew(JOB, slow, at(5_000)).await).await);
    assert!(!finish(store, slow, 61, 5_000).await);
    assert_eq!(claim(store, 119, 200).await, None, "it is the quick one's");
    assert!(finish(store, quick, 119, 130).await);
    assert_eq!(claim(store, 130, 200).await, Some(quick + 1));
    assert!(finish(store, quick + 1, 130, 130).await);
}

/// Of many who ask at once, one gets it; as often as it is due.
pub async fn of_those_who_claim_a_job_at_once_one_gets_it(store: &dyn Store) {
    fresh(store).await;
    for round in 1..6 {
        let now = round * 100;
        let claims = futures::future::join_all((0..8).map(|_| claim(store, now, now + 60))).await;
        let runs: Vec<u64> = claims.into_iter().flatten().collect();
        assert_eq!(runs.len(), 1, "{runs:?}");
        assert!(finish(store, runs[0], now, now).await);
    }
}
