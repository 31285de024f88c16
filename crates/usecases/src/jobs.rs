//! What runs by the clock: delivering the outbox, noting who was seen, and the jobs that one node of all does.

use bailiwick_domain::jobs::Job;
use bailiwick_domain::time::Timestamp;

use crate::access::{KeyNotes, Rehash};
use crate::connections;
use crate::context::Context;
use crate::error::Result;
use crate::integrations;
use crate::outbox;
use crate::secrets;
use crate::two_factor;
use crate::unit::{REMEMBERED_SECONDS, maintain};
use crate::usage;
use crate::usage_limits;

/// For how long a place that a user signs in from is known, in seconds: half a year.
const SOURCES_KEPT_SECONDS: i64 = 180 * 24 * 3600;
/// For how long a session is kept beyond its last request and the time that it may be idle, in seconds: nodes tell late who
/// was seen.
const UNSEEN_KEPT_SECONDS: i64 = 3600;
const BATCH: u64 = 500;
/// How many uses of keys are written at a time.
const USES_AT_ONCE: usize = 1_000;
/// How many hashes are written before other things have their turn.
const HASHES_AT_ONCE: usize = 1_000;
/// For how long a job is its node's alone after its last sign of life, in seconds.
const LEASE_SECONDS: i64 = 60;
/// After how long a job that failed is due again, in seconds.
const RETRY_SECONDS: i64 = 60;

/// Everything that is due by a time, once: who was seen, the jobs, and the outbox.
///
/// # Errors
/// The first failure; the rest is done all the same.
pub async fn run_due(cx: &Context, time: Timestamp) -> Result<()> {
    let seen = mark_seen(cx).await;
    let ran = run_jobs(cx, time).await;
    // Last, for jobs have mails to send.
    let delivered = outbox::deliver_by(cx, time).await;
    seen.and(ran).and(delivered)
}

/// Writes down who was seen, and which keys were used, by this node since the last time.
///
/// # Errors
/// What the store fails with.
pub async fn mark_seen(cx: &Context) -> Result<()> {
    let (members, sessions) = (cx.decisions.take_seen(), cx.decisions.take_seen_sessions());
    if !members.is_empty() || !sessions.is_empty() {
        maintain(cx, async |unit| {
            unit.sessions().mark_seen(&sessions).await?;
            Ok(unit.members().mark_seen(&members).await?)
        })
        .await?;
    }
    mark_keys(cx).await
}

/// What keys were used, and their hashes under the deployment's present key, in short steps, since others wait to write. A
/// hash that could not be written is noted again at its key's next use.
async fn mark_keys(cx: &Context) -> Result<()> {
    let (of_keysets, of_integrations) = (cx.decisions.key_notes(), cx.decisions.integration_key_notes());
    mark_uses(cx, of_keysets, false).await?;
    mark_uses(cx, of_integrations, true).await?;
    // One at a time: so none who deletes keys, in whichever order, waits for this and this for them.
    for Rehash { account, id, old, new } in of_keysets.take_hashes(HASHES_AT_ONCE) {
        maintain(cx, async |unit| Ok(unit.keys().rehash(account, id, old, new).await?)).await?;
        cx.decisions.key_rehashed(id);
    }
    for Rehash { account, id, old, new } in of_integrations.take_hashes(HASHES_AT_ONCE) {
        maintain(cx, async |unit| Ok(unit.integration_keys().rehash(account, id, old, new).await?)).await?;
    }
    Ok(())
}

/// Takes the uses and writes them; what could not be written is noted again.
async fn mark_uses(cx: &Context, notes: &KeyNotes, of_integrations: bool) -> Result<()> {
    let mut outcome = Ok(());
    for some in notes.take_uses().chunks(USES_AT_ONCE) {
        if outcome.is_ok() {
            outcome = maintain(cx, async |unit| {
                let marked = if of_integrations {
                    unit.integration_keys().mark_used(some).await
                } else {
                    unit.keys().mark_used(some).await
                };
                Ok(marked?)
            })
            .await;
        }
        if outcome.is_err() {
            for one in some {
                notes.note_use(*one);
            }
        }
    }
    outcome
}

/// Every job that is due by a time and that no other node is at, once. What it removes is what has had its time by then.
///
/// # Errors
/// The first failure; the other jobs are done all the same.
pub async fn run_jobs(cx: &Context, time: Timestamp) -> Result<()> {
    let mut outcome = Ok(());
    for job in Job::ALL {
        outcome = outcome.and(run(cx, job, time).await);
    }
    outcome
}

async fn run(cx: &Context, job: Job, time: Timestamp) -> Result<()> {
    let now = cx.now();
    let claim = maintain(cx, async |unit| {
        Ok(unit.jobs().claim(job, time, now, now.plus_seconds(LEASE_SECONDS)).await?)
    });
    let Some(run) = claim.await? else { return Ok(()) };
    let worked = work(cx, job, run, time).await;
    let failure = worked.as_ref().err().map(ToString::to_string);
    if let Some(failure) = &failure {
        tracing::warn!(job = job.name(), failure, "a job failed, and will be tried again");
    }
    let now = cx.now();
    let wait = if failure.is_some() { RETRY_SECONDS } else { job.every_seconds() };
    let finish = maintain(cx, async |unit| {
        Ok(unit.jobs().finish(job, run, now, now.plus_seconds(wait), failure.as_deref()).await?)
    });
    worked.and(finish.await.map(drop))
}

/// In steps, each of which says first that this node is still at it; one that is not does nothing more.
async fn work(cx: &Context, job: Job, run: u64, time: Timestamp) -> Result<()> {
    let (mut resealed, mut connected, mut unseen, mut data_keys) = (None, None, None, None);
    let (mut counted, mut summed, mut reminded) = (None, None, None);
    loop {
        let lease = cx.now().plus_seconds(LEASE_SECONDS);
        let more = maintain(cx, async |unit| {
            if !unit.jobs().renew(job, run, lease).await? {
                return Ok(false);
            }
            Ok(match job {
                Job::PruneChallenges => {
                    let spent = unit.connections().prune_spent(time, BATCH).await?;
                    unit.challenges().prune(time, BATCH).await? == BATCH || spent == BATCH
                }
                Job::PruneSources => {
                    let before = time.plus_seconds(-SOURCES_KEPT_SECONDS);
                    unit.sessions().prune_sources(before, BATCH).await? == BATCH
                }
                Job::PruneSessions => unit.sessions().prune(time, BATCH).await? == BATCH,
                Job::PruneUnseenSessions => {
                    let before = time.plus_seconds(-cx.lifetimes.idle_seconds - UNSEEN_KEPT_SECONDS);
                    unseen = unit.sessions().prune_unseen(before, unseen, BATCH).await?;
                    unseen.is_some()
                }
                Job::PruneAnswers => {
                    unit.idempotency().prune(time.plus_seconds(-REMEMBERED_SECONDS), BATCH).await? == BATCH
                }
                Job::RemindOfKeys => {
                    reminded = integrations::remind(cx, unit, time, reminded, BATCH).await?;
                    reminded.is_some()
                }
                Job::Reseal => {
                    resealed = two_factor::reseal(cx, unit, resealed, BATCH).await?;
                    resealed.is_some()
                }
                Job::ResealConnections => {
                    connected = connections::reseal(cx, unit, connected, BATCH).await?;
                    connected.is_some()
                }
                Job::ResealDataKeys => {
                    data_keys = secrets::reseal(cx, unit, data_keys, BATCH).await?;
                    data_keys.is_some()
                }
                Job::PruneUsageRecords => {
                    counted = usage::prune_records(unit, time, counted.take()).await?;
                    usage_limits::prune_notices(unit, time).await? || counted.is_some()
                }
                Job::PruneUsageSums => {
                    summed = usage::prune_sums(unit, time, summed.take()).await?;
                    summed.is_some()
                }
            })
        })
        .await?;
        if !more {
            return Ok(());
        }
    }
}
