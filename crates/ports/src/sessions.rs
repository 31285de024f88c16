//! Where sessions are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// How well a place that a user signs in from is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Familiarity {
    /// They never signed in before, as far as is known.
    First,
    /// They signed in from elsewhere.
    Unusual,
    /// They signed in from here.
    Known,
}

/// Where sessions are kept. A token is known by its SHA-256 alone.
#[async_trait]
pub trait SessionRepository: Send {
    /// Adds one.
    async fn insert(&mut self, session: &Session, token_hash: [u8; 32]) -> Result<(), StoreError>;
    /// One of a user's.
    async fn find(&mut self, user: UserId, id: SessionId) -> Result<Option<Session>, StoreError>;
    /// A user's that have not expired and were seen since a moment, by id.
    async fn list(
        &mut self,
        user: UserId,
        now: Timestamp,
        seen_since: Timestamp,
        after: Option<SessionId>,
        limit: u64,
    ) -> Result<Page<Session>, StoreError>;
    /// Ends one of a user's and answers its token's hash; none when there is none.
    async fn remove(&mut self, user: UserId, id: SessionId) -> Result<Option<[u8; 32]>, StoreError>;
    /// Ends all of a user's but one and answers their ids and the hashes of their tokens. Like every end of several, it MUST
    /// lock them by id.
    async fn remove_others(
        &mut self,
        user: UserId,
        kept: Option<SessionId>,
    ) -> Result<Vec<(SessionId, [u8; 32])>, StoreError>;
    /// Ends the oldest of a user's that came one way (through an account's own single sign-on, or not through any) beyond the
    /// newest `kept`, at most `limit`, and answers the same. The user MUST be locked.
    async fn remove_oldest(
        &mut self,
        user: UserId,
        through: Option<AccountId>,
        kept: u64,
        limit: u64,
    ) -> Result<Vec<(SessionId, [u8; 32])>, StoreError>;
    /// Ends all that came through an account's own single sign-on and answers whose they were, their ids and the hashes of
    /// their tokens, by id.
    async fn remove_through(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<(UserId, SessionId, [u8; 32])>, StoreError>;
    /// Notes when sessions were last seen; those that are gone, or that others write at the moment, are passed over.
    async fn mark_seen(&mut self, seen: &[(SessionId, Timestamp)]) -> Result<(), StoreError>;
    /// What is known of where a user signs in from; of nobody nothing is.
    async fn source(&mut self, user: UserId, source: [u8; 32]) -> Result<Familiarity, StoreError>;
    /// Notes where a user signed in from.
    async fn note_source(&mut self, user: UserId, source: [u8; 32], now: Timestamp)
    -> Result<(), StoreError>;
    /// Forgets the places that users last signed in from before a moment, at most `limit`; how many.
    async fn prune_sources(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError>;
    /// Raises the epoch of sessions' copies ([`crate::access::AccessReader::copies_epoch`]) with this unit's commit, so
    /// that no copy made before it counts. It locks what all who do so share: the last step of a unit.
    async fn distrust_copies(&mut self) -> Result<(), StoreError>;
    /// Removes those that expired before a moment, at most `limit`; how many.
    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError>;
    /// Looks at the next `limit` after one, by id, and removes those of them that were last seen before a moment; the last
    /// that was looked at, or none when there are no more.
    async fn prune_unseen(
        &mut self,
        before: Timestamp,
        after: Option<SessionId>,
        limit: u64,
    ) -> Result<Option<SessionId>, StoreError>;
}
