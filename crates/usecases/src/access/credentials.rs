//! Credentials that this node confirmed lately: sessions by their rows or by copies that nodes share, platform keys and
//! integrations' keys by their rows.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use bailiwick_domain::ids::{KeyId, SessionId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::sessions::SEEN_EVERY_SECONDS;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::session_cache::{Found, SessionCache, SessionCopy};
use bailiwick_ports::system::Signer;
use quick_cache::sync::Cache;
use subtle::ConstantTimeEq;

use super::Decisions;
use super::confirmed::Confirmed;
use super::key_notes::{KeyNotes, Rehash};
use crate::error::Result;
use crate::tokens;
use crate::unit::Unit;

type Hash = [u8; 32];

/// How many sessions wait at most for their rows to be told; the others are told when they are seen again.
const MOST_SEEN: usize = 10_000;

#[derive(Clone)]
enum Credential {
    Session(SessionCopy),
    PlatformKey(Arc<PlatformKey>),
    IntegrationKey(Arc<IntegrationKey>),
}

pub(super) struct Credentials {
    known: Cache<Hash, Arc<Confirmed<Credential>>>,
    /// Sessions that this node ended: whatever was read before, or is being read meanwhile, they are no more.
    ended: Cache<SessionId, ()>,
    /// What nodes share, if they do.
    copies: Option<Arc<dyn SessionCache>>,
    epoch: Confirmed<u64>,
    /// Sessions whose rows are to be told that they were seen.
    seen: Mutex<HashMap<SessionId, Timestamp>>,
    /// Integrations' keys that this node removed.
    removed: Cache<KeyId, ()>,
    /// What is to be written down of integrations' keys.
    notes: KeyNotes,
}

impl Credentials {
    pub(super) fn new(entries: usize) -> Self {
        Self {
            known: Cache::new(entries),
            ended: Cache::new(entries),
            copies: None,
            epoch: Confirmed::default(),
            seen: Mutex::default(),
            removed: Cache::new(entries),
            notes: KeyNotes::default(),
        }
    }
}

impl Decisions {
    /// Shares copies of sessions with other nodes.
    #[must_use]
    pub fn sharing_sessions(mut self, copies: Arc<dyn SessionCache>) -> Self {
        self.credentials.copies = Some(copies);
        self
    }

    /// Whether what nodes share of sessions can be reached; none where they share nothing.
    pub fn shared_sessions_answer(&self) -> Option<bool> {
        self.credentials.copies.as_ref().map(|copies| copies.answers())
    }

    /// A session by its token's hash, confirmed not longer ago than decisions are.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn session(&self, hash: Hash, now: Timestamp) -> Result<Option<SessionCopy>> {
        let read = async |before| {
            let found = self.find_session(hash, now, before).await?;
            Ok(found.map(|(session, since)| (Credential::Session(session), since)))
        };
        let Some(Credential::Session(session)) = self.confirmed_credential(hash, read).await? else {
            return Ok(None);
        };
        let ended = self.credentials.ended.get(&session.id).is_some();
        let idle = now >= session.last_seen_at.plus_seconds(self.idle_seconds);
        if ended || idle || now >= session.expires_at {
            return Ok(None);
        }
        if now >= session.last_seen_at.plus_seconds(SEEN_EVERY_SECONDS) {
            let mut seen = self.credentials.seen.lock().unwrap_or_else(PoisonError::into_inner);
            if seen.len() < MOST_SEEN {
                seen.insert(session.id, now);
            }
        }
        Ok(Some(session))
    }

    /// The sessions that were seen since this was last asked, of those whose rows are to be told.
    pub fn take_seen_sessions(&self) -> Vec<(SessionId, Timestamp)> {
        let seen = std::mem::take(&mut *self.credentials.seen.lock().unwrap_or_else(PoisonError::into_inner));
        seen.into_iter().collect()
    }

    /// A platform key by its hash, confirmed in the same way.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn platform_key(&self, hash: Hash) -> Result<Option<Arc<PlatformKey>>> {
        let read = async |before| {
            let key = self.store.access().platform_key(hash).await?;
            Ok(key.map(|key| (Credential::PlatformKey(Arc::new(key)), before)))
        };
        match self.confirmed_credential(hash, read).await? {
            Some(Credential::PlatformKey(key)) => Ok(Some(key)),
            _ => Ok(None),
        }
    }

    /// A key of a service integration by its text, confirmed in the same way.
    ///
    /// # Errors
    /// What the store fails with.
    pub(crate) async fn integration_key(
        &self,
        signer: &dyn Signer,
        text: &str,
        id: KeyId,
        now: Timestamp,
    ) -> Result<Option<Arc<IntegrationKey>>> {
        let read = async |before| {
            let Some((key, stored)) = self.store.access().integration_key(id).await? else { return Ok(None) };
            let present = tokens::key_hash(signer, text);
            if !bool::from(stored.ct_eq(&present)) {
                let other = tokens::other_key_hash(signer, text);
                if !other.is_some_and(|other| bool::from(stored.ct_eq(&other))) {
                    return Ok(None);
                }
                let account = key.account;
                self.credentials.notes.note_hash(Rehash { account, id, old: stored, new: present });
            }
            Ok(Some((Credential::IntegrationKey(Arc::new(key)), before)))
        };
        let known = self.confirmed_credential(tokens::hash(text), read).await?;
        let Some(Credential::IntegrationKey(key)) = known else {
            return Ok(None);
        };
        if key.is_expired(now) || self.credentials.removed.get(&key.id).is_some() {
            return Ok(None);
        }
        if key.last_used_at.is_none_or(|last| now >= last.plus_seconds(SEEN_EVERY_SECONDS)) {
            self.credentials.notes.note_use((key.account, key.id, now));
        }
        Ok(Some(key))
    }

    /// Forgets keys that this node removed.
    pub(crate) fn keys_removed(&self, ids: &[KeyId]) {
        for id in ids {
            self.credentials.removed.insert(*id, ());
        }
    }

    /// What is to be written down of integrations' keys.
    pub fn integration_key_notes(&self) -> &KeyNotes {
        &self.credentials.notes
    }

    /// Makes copies of sessions worthless whose rows a unit removed, before it commits: marked one by one where nodes'
    /// shared copies can be reached, else all at once. The last step of the unit. It waits for another system though the
    /// unit is open, since before the rows are gone their hashes are not known, and after the commit is too late; the
    /// cache answers in a bounded time, and at once while it is known to be away.
    ///
    /// # Errors
    /// What the store fails with.
    pub(crate) async fn end_copies(&self, unit: &mut Unit<'_>, hashes: &[Hash]) -> Result<()> {
        let marked = match &self.credentials.copies {
            Some(copies) => copies.end(hashes).await,
            // Another node may share what this one does not.
            None => false,
        };
        if !marked {
            unit.sessions().distrust_copies().await?;
        }
        Ok(())
    }

    /// Forgets sessions that this node ended.
    pub(crate) fn sessions_ended(&self, ids: &[SessionId]) {
        for id in ids {
            self.credentials.ended.insert(*id, ());
        }
    }

    /// A session by its copy or its row, with the moment it is believed from: a copy from before its epoch was read, too.
    async fn find_session(
        &self,
        hash: Hash,
        now: Timestamp,
        before: u64,
    ) -> Result<Option<(SessionCopy, u64)>> {
        let Some(copies) = self.credentials.copies.as_ref().filter(|copies| copies.answers()) else {
            return Ok(self.session_row(hash, now).await?.map(|session| (session, before)));
        };
        let read = async |before| Ok(Some((self.store.access().copies_epoch().await?, before)));
        let epoch = &self.credentials.epoch;
        let believed = match self.believed_value(epoch) {
            Some(believed) => Some(believed),
            None => self.confirmed_value(epoch, read).await?,
        };
        let vacancy = match believed {
            Some((epoch, since)) => match copies.find(hash, epoch).await {
                Found::Copy(session) => return Ok(Some((session, since.min(before)))),
                Found::Missing(vacancy) => Some(vacancy),
                Found::AskTheRow => None,
            },
            None => None,
        };
        let session = self.session_row(hash, now).await?;
        if let Some((session, vacancy)) = session.zip(vacancy) {
            copies.put(vacancy, session, session.expires_at.since(now)).await;
        }
        Ok(session.map(|session| (session, before)))
    }

    async fn session_row(&self, hash: Hash, now: Timestamp) -> Result<Option<SessionCopy>> {
        Ok(self.store.access().session(hash, now).await?.as_ref().map(SessionCopy::from))
    }

    async fn confirmed_credential(
        &self,
        hash: Hash,
        read: impl AsyncFnOnce(u64) -> Result<Option<(Credential, u64)>>,
    ) -> Result<Option<Credential>> {
        let known = self.credentials.known.get(&hash);
        if let Some((credential, _)) = known.as_ref().and_then(|known| self.believed_value(known)) {
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
        let credential = self.confirmed_value(&known, read).await?;
        if credential.is_none() {
            self.credentials.known.remove(&hash);
        }
        Ok(credential.map(|(credential, _)| credential))
    }
}
