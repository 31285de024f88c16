//! What other systems are to be told, queued in the transaction that causes it.

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Message};
use bailiwick_domain::time::Timestamp;

use crate::StoreError;

/// What other systems are to be told.
#[async_trait]
pub trait Outbox: Send {
    /// Queues a message.
    async fn push(&mut self, id: DeliveryId, message: &Message, now: Timestamp) -> Result<(), StoreError>;
    /// Takes messages that are due, oldest first, for whoever asks alone until `lease`. Who dies meanwhile leaves them to
    /// others after that. Counts an attempt.
    async fn claim(
        &mut self,
        now: Timestamp,
        lease: Timestamp,
        limit: u64,
    ) -> Result<Vec<Delivery>, StoreError>;
    /// Removes a message that was delivered, or that need not be any more.
    async fn done(&mut self, id: DeliveryId) -> Result<(), StoreError>;
    /// Puts a message off after a failure.
    async fn retry(&mut self, id: DeliveryId, at: Timestamp, failure: &str) -> Result<(), StoreError>;
    /// How many wait, and since when the oldest of them.
    async fn waiting(&mut self) -> Result<(u64, Option<Timestamp>), StoreError>;
}
