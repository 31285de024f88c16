//! Copies of sessions that nodes share, so that most of them are read from the database once for all nodes.
//!
//! The row is the truth, and a copy may only ever stand for a row that is there. Three things see to that:
//! - Before a revocation commits, it puts a mark in the copy's place ([`SessionCache::end`]). A mark says "ask the row",
//!   never "refuse": a revocation that is rolled back throws nobody out.
//! - Where the mark can't be set, the same transaction raises an epoch in the database
//!   ([`crate::sessions::SessionRepository::distrust_copies`]). A copy counts only in the epoch that it was made in, and
//!   a node believes an epoch no longer than it believes anything else.
//! - A copy is put only where one was missing, and in time ([`Vacancy`]), so what a slow reader saw before a revocation
//!   never comes back after it.
//!
//! So a revocation need not be repeated later by the outbox: it either left the mark or made all copies worthless.

use std::time::Duration;

use async_trait::async_trait;
use bailiwick_domain::ids::{SessionId, UserId};
use bailiwick_domain::sessions::{Session, SignedIn};
use bailiwick_domain::time::Timestamp;

/// For how long a copy lasts at most.
pub const COPY_LIFE: Duration = Duration::from_secs(10);

/// What a copy holds: no more than who it is takes, so no address and no client's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionCopy {
    /// The session.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// How the user signed in.
    pub signed_in: SignedIn,
    /// When a request last came with it, to about a minute.
    pub last_seen_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

impl From<&Session> for SessionCopy {
    fn from(session: &Session) -> Self {
        let Session { id, user, signed_in, last_seen_at, expires_at, .. } = session;
        Self {
            id: *id,
            user: *user,
            signed_in: *signed_in,
            last_seen_at: *last_seen_at,
            expires_at: *expires_at,
        }
    }
}

/// A place without a copy: where, and when that was seen. Its fields mean something to the cache alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vacancy {
    /// Of which session.
    pub token_hash: [u8; 32],
    /// In which epoch.
    pub epoch: u64,
    /// By which link to the cache.
    pub link: u64,
    /// When, by the cache's own clock.
    pub at: u64,
}

/// What is known of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Its copy.
    Copy(SessionCopy),
    /// Nothing: the row is to be asked, and what it says may be put there.
    Missing(Vacancy),
    /// The row is to be asked, and nothing may be put: it is being ended, or the cache does not answer.
    AskTheRow,
}

/// Copies of sessions, by the hashes of their tokens. While it can't be reached it MUST answer at once.
#[async_trait]
pub trait SessionCache: Send + Sync {
    /// Looks for a session's copy of an epoch.
    async fn find(&self, token_hash: [u8; 32], epoch: u64) -> Found;
    /// Puts what the row said after the vacancy was seen, to last no longer than `life` and [`COPY_LIFE`]. Best effort. It
    /// MUST NOT be found once the session was marked, nor later than [`COPY_LIFE`] after the vacancy was seen, however
    /// late this is done.
    async fn put(&self, vacancy: Vacancy, session: SessionCopy, life: Duration);
    /// Marks sessions whose rows are about to go. True once no one can find a copy of them; false when that is not
    /// certain. A mark MUST outlast every vacancy seen before it, and the commit that follows.
    async fn end(&self, token_hashes: &[[u8; 32]]) -> bool;
    /// Whether it can be reached, as far as is known.
    fn answers(&self) -> bool;
}
