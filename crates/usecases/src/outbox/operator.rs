//! What an operator asks of the outbox: how much waits, what is dead, and to try it again.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::Letter;
use bailiwick_ports::Page;
use serde_json::{Value, json};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::unit::{read, write};

/// How far delivery is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lag {
    /// How many messages wait.
    pub waiting: u64,
    /// For how long the oldest of them does, in seconds; 0 when none waits.
    pub oldest_seconds: u64,
    /// How many are dead: kept, and not tried again by themselves.
    pub dead: u64,
}

/// How far delivery is behind.
///
/// # Errors
/// What the store fails with.
pub async fn lag(cx: &Context) -> Result<Lag> {
    let backlog = read(cx, async |unit| Ok(unit.outbox().backlog().await?)).await?;
    let age = |since: bailiwick_domain::time::Timestamp| (cx.now().micros() - since.micros()) / 1_000_000;
    let oldest_seconds = backlog.oldest.map_or(0, |since| u64::try_from(age(since)).unwrap_or(0));
    Ok(Lag { waiting: backlog.waiting, oldest_seconds, dead: backlog.dead })
}

/// What lies in the outbox, by id; the dead alone if wanted.
///
/// # Errors
/// What the store fails with.
pub async fn list(cx: &Context, dead: bool, after: Option<DeliveryId>, limit: u64) -> Result<Page<Letter>> {
    read(cx, async |unit| Ok(unit.outbox().list(dead, after, limit).await?)).await
}

/// Has a dead message delivered after all, as if it had never been tried.
///
/// # Errors
/// There is no such dead message.
pub async fn retry(cx: &Context, call: &Call, id: DeliveryId) -> Result<()> {
    write(cx, call, async |unit| {
        if !unit.outbox().revive(id, cx.now()).await? {
            return Err(Error::not_found(&format!("dead message: {id}")));
        }
        let target = Party::new("delivery", id);
        let change = Change { action: "outbox.retried", target, before: Value::Null, after: Value::Null };
        record(cx, unit, call, Chain::Deployment, change).await
    })
    .await
}

const BATCH: u64 = 500;

/// The same for every message that is dead now; how many there were.
///
/// # Errors
/// What the store fails with.
pub async fn retry_all(cx: &Context, call: &Call) -> Result<u64> {
    // One that dies again meanwhile is not tried a second time.
    let dead = lag(cx).await?.dead;
    let mut revived = 0;
    while revived < dead {
        let some = write(cx, call, async |unit| {
            let messages = unit.outbox().revive_some(cx.now(), BATCH.min(dead - revived)).await?;
            let target = Party::nameless("outbox");
            let after = json!({ "messages": messages });
            let change = Change { action: "outbox.retried", target, before: Value::Null, after };
            if messages > 0 {
                record(cx, unit, call, Chain::Deployment, change).await?;
            }
            Ok(messages)
        })
        .await?;
        if some == 0 {
            break;
        }
        revived += some;
    }
    Ok(revived)
}
