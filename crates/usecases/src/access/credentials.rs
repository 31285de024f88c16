//! Credentials that this node confirmed lately: sessions and platform keys, each by its own row.

use std::convert::Infallible;
use std::sync::{Arc, PoisonError, RwLock};

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

/// A credential, once it was read, with the moment, in the clock's `elapsed` microseconds, before that read. One reads at
/// a time; who waits is served by the same read.
#[derive(Default)]
struct Confirmed {
    last: RwLock<Option<(Credential, u64)>>,
    turn: tokio::sync::Mutex<()>,
}

pub(super) struct Credentials {
    known: Cache<Hash, Arc<Confirmed>>,
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
        let read =
            async || Ok(self.store.access().session(hash, now).await?.map(Arc::new).map(Credential::Session));
        let Some(Credential::Session(session)) = self.confirmed_credential(hash, read).await? else {
            return Ok(None);
        };
        let ended = self.credentials.ended.get(&session.id).is_some();
        Ok((!ended && now < session.expires_at).then_some(session))
    }

    /// A platform key by its hash, confirmed in the same way.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn platform_key(&self, hash: Hash) -> Result<Option<Arc<PlatformKey>>> {
        let read = async || {
            Ok(self.store.access().platform_key(hash).await?.map(Arc::new).map(Credential::PlatformKey))
        };
        match self.confirmed_credential(hash, read).await? {
            Some(Credential::PlatformKey(key)) => Ok(Some(key)),
            _ => Ok(None),
        }
    }

    /// Forgets a session that this node ended.
    pub fn session_ended(&self, id: SessionId) {
        self.credentials.ended.insert(id, ());
    }

    async fn confirmed_credential(
        &self,
        hash: Hash,
        read: impl AsyncFnOnce() -> Result<Option<Credential>>,
    ) -> Result<Option<Credential>> {
        let known = self.credentials.known.get(&hash);
        if let Some(credential) = known.as_ref().and_then(|known| self.believed_credential(known)) {
            return Ok(Some(credential));
        }
        let known = match known {
            Some(known) => known,
            None => {
                match self.credentials.known.get_or_insert_with(&hash, || Ok::<_, Infallible>(Arc::default()))
                {
                    Ok(known) => known,
                    Err(never) => match never {},
                }
            }
        };
        let _turn = known.turn.lock().await;
        if let Some(credential) = self.believed_credential(&known) {
            return Ok(Some(credential));
        }
        let before = self.elapsed_micros();
        let credential = read().await?;
        if credential.is_none() {
            self.credentials.known.remove(&hash);
        }
        *known.last.write().unwrap_or_else(PoisonError::into_inner) =
            credential.clone().map(|credential| (credential, before));
        Ok(credential)
    }

    fn believed_credential(&self, known: &Confirmed) -> Option<Credential> {
        let last = known.last.read().unwrap_or_else(PoisonError::into_inner);
        let (credential, confirmed) = last.as_ref()?;
        (self.elapsed_micros().saturating_sub(*confirmed) < self.max_age).then(|| credential.clone())
    }
}
