//! The audit chains: recording what changes, showing it, and verifying that nothing was cut or changed since.

use bailiwick_domain::audit::{
    AuditEvent, Chain, FIRST_PREVIOUS_HASH, FiledEvent, NewEvent, Party, StoredEvent,
};
use bailiwick_domain::ids::{AccountId, AuditEventId};
use bailiwick_domain::permissions::Core;
use bailiwick_ports::Page;
use bailiwick_ports::audit::AuditFilter;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::context::{Call, Caller, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::unit::{Unit, read};

/// A change to be recorded. `before` and `after` hold ids and settings (the names of accounts, apps and keysets among
/// them), no names of people, nor of a product's own resources, which may be people, and no addresses.
pub(crate) struct Change {
    pub action: &'static str,
    pub target: Party,
    pub before: Value,
    pub after: Value,
}

/// Records a change by the caller of this call, in the transaction that makes it.
pub(crate) async fn record(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    chain: Chain,
    change: Change,
) -> Result<()> {
    record_as(cx, unit, call, actor(&call.caller), chain, change).await
}

/// Records a change by someone who is known only since this call, such as a new user.
pub(crate) async fn record_as(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    actor: Party,
    chain: Chain,
    change: Change,
) -> Result<()> {
    let head = unit.audit().head(chain).await?;
    let event = NewEvent {
        id: AuditEventId::new(cx.ids.uuid()),
        at: cx.now(),
        actor,
        action: change.action,
        target: change.target,
        before: change.before,
        after: change.after,
        request_id: call.request_id.clone(),
        source_ip: call.source_ip.clone(),
    }
    .link(&head);
    let body = serde_json_canonicalizer::to_string(&event).map_err(|error| Error::internal(&error))?;
    let stored = StoredEvent { seq: event.seq, hash: hash(&body), body };
    Ok(unit.audit().append(chain, &event, &stored).await?)
}

/// A caller, as the audit names them.
pub(crate) fn actor(caller: &Caller) -> Party {
    match caller {
        Caller::Anonymous => Party::nameless("anonymous"),
        Caller::User { user, .. } => Party::new("user", user),
        Caller::Integration { integration, key, .. } => {
            Party { key: Some(key.to_string()), ..Party::new("integration", integration) }
        }
        Caller::Platform(key) => Party::new("platform_key", key),
        Caller::Operator => Party::nameless("operator"),
    }
}

/// The SHA-256 of a text, in hex.
pub(crate) fn hash(body: &str) -> String {
    Sha256::digest(body.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
        hex
    })
}

/// An event with its hash, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The event.
    pub event: AuditEvent,
    /// Its hash.
    pub hash: String,
}

/// An account's events, newest first, below a number.
///
/// # Errors
/// Without `audit.view`.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    filter: &AuditFilter,
    below: Option<u64>,
    limit: u64,
) -> Result<Page<Recorded>> {
    gate::view(cx, call, account, Core::AuditView).await?;
    let page =
        read(cx, async |unit| Ok(unit.audit().list(Chain::Account(account), filter, below, limit).await?))
            .await?;
    let items = page
        .items
        .into_iter()
        .map(|stored| {
            let event = serde_json::from_str(&stored.body).map_err(|error| Error::internal(&error))?;
            Ok(Recorded { event, hash: stored.hash })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Page { items, more: page.more })
}

/// A link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("chain {chain}, event {seq}: {fault}")]
pub struct BrokenLink {
    /// The chain.
    pub chain: Chain,
    /// The first event that does not hold.
    pub seq: u64,
    /// What is wrong with it.
    pub fault: &'static str,
}

/// How much was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verified {
    /// Chains.
    pub chains: u64,
    /// Events.
    pub events: u64,
}

const VERIFY_PAGE: u64 = 1000;

/// Reads every chain from its start and checks each hash, each link, the head, and what events are found by; then whether
/// every account and every user has its chain. The first broken link is the answer.
///
/// # Errors
/// What the store fails with; a broken link is an answer.
pub async fn verify(cx: &Context) -> Result<std::result::Result<Verified, BrokenLink>> {
    let mut verified = Verified::default();
    let mut after = None;
    loop {
        let page = read(cx, async |unit| Ok(unit.audit().chains(after, VERIFY_PAGE).await?)).await?;
        for (chain, head) in &page.items {
            match verify_chain(cx, *chain, head.seq, &head.hash).await? {
                Ok(events) => verified.events += events,
                Err(broken) => return Ok(Err(broken)),
            }
            verified.chains += 1;
        }
        after = page.items.last().map(|(chain, _)| *chain);
        if !page.more {
            break;
        }
    }
    let headless = read(cx, async |unit| Ok(unit.audit().headless(1).await?)).await?;
    Ok(match headless.first() {
        Some(chain) => {
            Err(BrokenLink { chain: *chain, seq: 1, fault: "the whole chain is missing, with its head" })
        }
        None => Ok(verified),
    })
}

/// What is wrong with an event by itself, and behind the one before it.
fn fault(chain: Chain, filed: &FiledEvent, previous: &str) -> Option<&'static str> {
    let stored = &filed.stored;
    if hash(&stored.body) != stored.hash {
        return Some("its text does not have its hash");
    }
    let Ok(event) = serde_json::from_str::<AuditEvent>(&stored.body) else {
        return Some("its text is no audit event");
    };
    if event.seq != stored.seq {
        return Some("its text has another number");
    }
    if event.previous_hash != previous {
        return Some("it does not link to the event before it");
    }
    if !filed.agrees_with(&event) {
        return Some(
            "it is not found by what its text says: the time, the actor or the action beside it differ",
        );
    }
    let begins_elsewhere = event.seq == 1 && chain.begins_with().is_some_and(|first| first != event.target);
    begins_elsewhere.then_some("it begins the chain of another account or user")
}

/// Verifies one chain up to at least the head that was read before; a running server may have added more since.
async fn verify_chain(
    cx: &Context,
    chain: Chain,
    head_seq: u64,
    head_hash: &str,
) -> Result<std::result::Result<u64, BrokenLink>> {
    let broken = |seq, fault| Ok(Err(BrokenLink { chain, seq, fault }));
    let (mut seq, mut previous) = (0, FIRST_PREVIOUS_HASH.to_owned());
    loop {
        let events = read(cx, async |unit| Ok(unit.audit().read(chain, seq, VERIFY_PAGE).await?)).await?;
        if events.is_empty() {
            break;
        }
        for filed in events {
            if filed.stored.seq != seq + 1 {
                return broken(seq + 1, "the event is missing");
            }
            if let Some(fault) = fault(chain, &filed, &previous) {
                return broken(filed.stored.seq, fault);
            }
            let stored = filed.stored;
            if stored.seq == head_seq && stored.hash != head_hash {
                return broken(stored.seq, "it is not the event that the chain's head names");
            }
            (seq, previous) = (stored.seq, stored.hash);
        }
    }
    if seq < head_seq {
        return broken(seq + 1, "the event is missing: the end of the chain was cut");
    }
    // A running server moves the head with each event, so events without their head are no one's.
    let head = read(cx, async |unit| Ok(unit.audit().head(chain).await?)).await?;
    if seq > head.seq {
        return broken(head.seq + 1, "the chain's head does not know of it");
    }
    Ok(Ok(seq))
}
