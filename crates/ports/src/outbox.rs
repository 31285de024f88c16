//! What other systems are to be told, queued in the transaction that causes it.

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Letter, Message};
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Which messages may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Those whose time comes by then.
    pub by: Timestamp,
    /// Of these, those alone that no one has had since then.
    pub untouched_since: Option<Timestamp>,
}

impl Due {
    /// All whose time comes by then.
    pub fn by(by: Timestamp) -> Self {
        Self { by, untouched_since: None }
    }
}

/// How much lies in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// How many messages wait.
    pub waiting: u64,
    /// Since when the oldest of them does.
    pub oldest: Option<Timestamp>,
    /// How many are dead.
    pub dead: u64,
}

/// What other systems are to be told. A message is dead once it is not tried again by itself.
#[async_trait]
pub trait Outbox: Send {
    /// Queues a message.
    async fn push(&mut self, id: DeliveryId, message: &Message, now: Timestamp) -> Result<(), StoreError>;
    /// Takes messages that are due, oldest first, for whoever asks alone until `lease`. Who dies meanwhile leaves them to
    /// others after that. Counts an attempt. Never takes a dead one.
    async fn claim(
        &mut self,
        due: Due,
        now: Timestamp,
        lease: Timestamp,
        limit: u64,
    ) -> Result<Vec<Delivery>, StoreError>;
    /// Keeps a message longer. Does nothing once another has it.
    async fn renew(
        &mut self,
        delivery: &Delivery,
        now: Timestamp,
        lease: Timestamp,
    ) -> Result<(), StoreError>;
    /// Removes messages that were delivered, or that need not be any more, whoever has them.
    async fn done(&mut self, ids: &[DeliveryId]) -> Result<(), StoreError>;
    /// Puts a message off after a failure. Does nothing once another has it.
    async fn retry(&mut self, delivery: &Delivery, at: Timestamp, failure: &str) -> Result<(), StoreError>;
    /// Makes a message dead. Does nothing once another has it.
    async fn bury(&mut self, delivery: &Delivery, now: Timestamp, failure: &str) -> Result<(), StoreError>;
    /// Makes a dead message due at once, with no attempt counted; whether there was one.
    async fn revive(&mut self, id: DeliveryId, now: Timestamp) -> Result<bool, StoreError>;
    /// The same for up to `limit` dead messages; how many there were.
    async fn revive_some(&mut self, now: Timestamp, limit: u64) -> Result<u64, StoreError>;
    /// What lies there, by id; the dead alone if wanted.
    async fn list(
        &mut self,
        dead: bool,
        after: Option<DeliveryId>,
        limit: u64,
    ) -> Result<Page<Letter>, StoreError>;
    /// How much lies there.
    async fn backlog(&mut self) -> Result<Backlog, StoreError>;
}
