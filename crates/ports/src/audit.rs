//! Where the audit chains are kept.

use async_trait::async_trait;
use bailiwick_domain::audit::{AuditEvent, Chain, ChainHead, FiledEvent, StoredEvent};
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Which events a list holds.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Only of the actor with that id.
    pub actor: Option<String>,
    /// Only with that action.
    pub action: Option<String>,
    /// Only from then on.
    pub since: Option<Timestamp>,
    /// Only before then.
    pub until: Option<Timestamp>,
}

/// Where the audit chains are kept. The canonical text is stored as it is, byte for byte.
#[async_trait]
pub trait AuditRepository: Send {
    /// Where a chain ends, within this unit. Locks the chain's head until the unit ends.
    async fn head(&mut self, chain: Chain) -> Result<ChainHead, StoreError>;
    /// Adds an event behind the head, which moves with it. `event` is what `stored.body` says.
    async fn append(
        &mut self,
        chain: Chain,
        event: &AuditEvent,
        stored: &StoredEvent,
    ) -> Result<(), StoreError>;
    /// A chain's events, newest first, below a number.
    async fn list(
        &mut self,
        chain: Chain,
        filter: &AuditFilter,
        below: Option<u64>,
        limit: u64,
    ) -> Result<Page<StoredEvent>, StoreError>;
    /// Every chain with its head, in an order of its own, after one.
    async fn chains(
        &mut self,
        after: Option<Chain>,
        limit: u64,
    ) -> Result<Page<(Chain, ChainHead)>, StoreError>;
    /// A chain's events in their order, after a number, with what they are found by.
    async fn read(&mut self, chain: Chain, after: u64, limit: u64) -> Result<Vec<FiledEvent>, StoreError>;
    /// Accounts and users whose chain has no head, or one that knows of no event. Each got its first event when it was made.
    async fn headless(&mut self, limit: u64) -> Result<Vec<Chain>, StoreError>;
}
