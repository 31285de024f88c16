//! Credentials that this node confirmed lately: sessions and platform keys, each by its own row.

use std::sync::Arc;

use bailiwick_domain::ids::SessionId;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::Timestamp;
use quick_cache::sync::Cache;

use super::Decisions;
use crate::error::Result;

type Hash = [u8; 32];

#[derive(Clone)]
enum Credential {
    Session(Arc<Session>),
    PlatformKey(Arc<PlatformKey>),
}

/// A credential with the moment, in the clock's `elapsed` microseconds, before the read that confirmed it.
pub(super) struct Credentials {
    known: Cache<Hash, (Credential, u64)>,
    /// Sessions that this node ended: whatever was read before, or is being read meanwhile, they are no more.
    ended: Cache<SessionId, ()>,
}

impl Credentials {
    pub(super) fn new(entries: usize) -> Self {
        Self { known: Cache::new(entries), ended: Cache::new(entries) }
    }
}

impl Decisions {
    /// A session by its token's hash, confirmed by its row not longer ago than decisions are.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn session(&self, hash: Hash, now: Timestamp) -> Result<Option<Arc<Session>>> {
        let session = if let Some(Credential::Session(session)) = self.believed_credential(hash) {
            session
        } else {
            let before = self.elapsed_micros();
            let Some(session) = self.store.access().session(hash, now).await?.map(Arc::new) else {
                self.credentials.known.remove(&hash);
                return Ok(None);
            };
            self.credentials.known.insert(hash, (Credential::Session(Arc::clone(&session)), before));
            session
        };
        let ended = self.credentials.ended.get(&session.id).is_some();
        Ok((!ended && now < session.expires_at).then_some(session))
    }

    /// A platform key by its hash, confirmed in the same way.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn platform_key(&self, hash: Hash) -> Result<Option<Arc<PlatformKey>>> {
        if let Some(Credential::PlatformKey(key)) = self.believed_credential(hash) {
            return Ok(Some(key));
        }
        let before = self.elapsed_micros();
        let Some(key) = self.store.access().platform_key(hash).await?.map(Arc::new) else {
            self.credentials.known.remove(&hash);
            return Ok(None);
        };
        self.credentials.known.insert(hash, (Credential::PlatformKey(Arc::clone(&key)), before));
        Ok(Some(key))
    }

    /// Forgets a session that this node ended.
    pub fn session_ended(&self, id: SessionId) {
        self.credentials.ended.insert(id, ());
    }

    fn believed_credential(&self, hash: Hash) -> Option<Credential> {
        let (credential, confirmed) = self.credentials.known.get(&hash)?;
        (self.elapsed_micros().saturating_sub(confirmed) < self.max_age).then_some(credential)
    }
}
