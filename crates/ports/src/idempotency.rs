//! Requests that carry an Idempotency-Key, and their first answers.

use async_trait::async_trait;
use bailiwick_domain::time::Timestamp;

use crate::StoreError;

/// What makes two requests one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKey {
    /// Who asks.
    pub caller: String,
    /// What for.
    pub operation: String,
    /// The caller's key.
    pub key: String,
}

/// What is known of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Not seen before: it is this unit's to answer.
    New,
    /// Seen, with the MAC of its body and its answer.
    Seen {
        /// The keyed hash of the first body.
        body_mac: [u8; 32],
        /// The first answer, as JSON.
        answer: String,
    },
}

/// Requests and their first answers.
#[async_trait]
pub trait IdempotencyRepository: Send {
    /// Claims a request. A key whose row was made before `forget` counts as new. While another unit holds the same key,
    /// this waits until that one ends.
    async fn claim(
        &mut self,
        key: &RequestKey,
        body_mac: [u8; 32],
        now: Timestamp,
        forget: Timestamp,
    ) -> Result<Claim, StoreError>;
    /// Keeps the answer of a claimed request, as JSON.
    async fn answer(&mut self, key: &RequestKey, answer: &str) -> Result<(), StoreError>;
    /// Removes rows made before a moment, at most `limit`; how many.
    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError>;
}
