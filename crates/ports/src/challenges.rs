//! Where challenges are kept.

use async_trait::async_trait;
use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::{ChallengeId, UserId};
use bailiwick_domain::time::Timestamp;

use crate::StoreError;

/// Where challenges are kept.
#[async_trait]
pub trait ChallengeRepository: Send {
    /// Adds one.
    async fn insert(&mut self, challenge: &Challenge) -> Result<(), StoreError>;
    /// One that can still be answered.
    async fn find(
        &mut self,
        kind: ChallengeKind,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StoreError>;
    /// Takes one that can still be answered away. Of those who take it at once, one MUST get it.
    async fn take(
        &mut self,
        kind: ChallengeKind,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StoreError>;
    /// Counts a try, before it is looked at, and answers how many there were; none when it is there no more. Those who
    /// count at once MUST each get a number of their own.
    async fn count_try(&mut self, id: ChallengeId) -> Result<Option<u32>, StoreError>;
    /// Takes a user's of a kind away.
    async fn remove_of(&mut self, user: UserId, kind: ChallengeKind) -> Result<(), StoreError>;
    /// Removes those that ended before a moment, at most `limit`; how many.
    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError>;
}
