//! What runs by the clock: delivering the outbox, noting who was seen, and removing what has had its time.

use bailiwick_ports::Access;

use crate::context::Context;
use crate::error::Result;
use crate::outbox;
use crate::unit::REMEMBERED_SECONDS;

const BATCH: u64 = 500;

/// Everything that is due at the clock's time, once.
///
/// # Errors
/// What the store fails with.
pub async fn run_due(cx: &Context) -> Result<()> {
    // What is put off meanwhile is due later than that.
    let now = cx.now();
    while outbox::deliver_due(cx, now).await? > 0 {}
    mark_seen(cx).await?;
    prune(cx).await
}

/// Writes down who was seen since the last time.
///
/// # Errors
/// What the store fails with.
pub async fn mark_seen(cx: &Context) -> Result<()> {
    let seen = cx.decisions.take_seen();
    if seen.is_empty() {
        return Ok(());
    }
    let mut unit = cx.store.begin(Access::Write).await?;
    if let Err(error) = unit.members().mark_seen(&seen).await {
        unit.rollback().await?;
        return Err(error.into());
    }
    unit.commit().await?;
    Ok(())
}

/// Removes sessions that ended and answers to requests that no one repeats any more.
///
/// # Errors
/// What the store fails with.
pub async fn prune(cx: &Context) -> Result<()> {
    let now = cx.now();
    loop {
        let mut unit = cx.store.begin(Access::Write).await?;
        let sessions = unit.sessions().prune(now, BATCH).await;
        let answers = unit.idempotency().prune(now.plus_seconds(-REMEMBERED_SECONDS), BATCH).await;
        match (sessions, answers) {
            (Ok(sessions), Ok(answers)) => {
                unit.commit().await?;
                if sessions < BATCH && answers < BATCH {
                    return Ok(());
                }
            }
            (Err(error), _) | (_, Err(error)) => {
                unit.rollback().await?;
                return Err(error.into());
            }
        }
    }
}
