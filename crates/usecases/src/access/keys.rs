//! What a node keeps in bounded memory for verifying keysets' keys. An entry stands as those of decisions do: while its
//! account's access revision is the one that it was read at. Absence is never kept, and a wrong secret for a known key
//! costs no more reads than a right one.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId};
use bailiwick_domain::key_text::{KeyKind, KeyText};
use bailiwick_domain::keys::{Capability, KeyRefusal, KeySecret, KeyStatus, judge};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::access::KeyFacts;
use bailiwick_ports::system::Signer;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use subtle::ConstantTimeEq;

use super::cache::{Bytes, Decisions};
use super::key_notes::{KeyNotes, Rehash};
use super::revisions::KnownAccount;
use crate::error::Result;
use crate::keys::Verdict;
use crate::tokens;

/// A key counts as used again after so many seconds.
const USED_EVERY_SECONDS: i64 = 60;

/// A key as its verification knows it, at one revision of its account.
pub struct KnownKey {
    /// The key.
    pub id: KeyId,
    /// Its account.
    pub account: AccountId,
    /// Its keyset's app.
    pub app: AppId,
    /// Its keyset.
    pub keyset: KeysetId,
    /// What it lets its holder do.
    pub capabilities: Vec<Capability>,
    revision: u64,
    entry: Arc<KnownAccount>,
    is_account_closed: bool,
    status: KeyStatus,
    expires_at: Option<Timestamp>,
    secrets: Vec<KeySecret>,
    used: AtomicI64,
}

pub(super) struct Keys {
    known: Cache<KeyId, Arc<KnownKey>, Bytes>,
    notes: KeyNotes,
}

impl Weighter<KeyId, Arc<KnownKey>> for Bytes {
    fn weight(&self, _: &KeyId, known: &Arc<KnownKey>) -> u64 {
        let texts: usize =
            known.capabilities.iter().map(|one| size_of::<Capability>() + one.as_str().len()).sum();
        (300 + texts + known.secrets.len() * size_of::<KeySecret>()) as u64
    }
}

impl Keys {
    pub(super) fn new(entries: usize, bytes: u64) -> Self {
        Self { known: Cache::with_weighter(entries, bytes, Bytes), notes: KeyNotes::default() }
    }
}

impl KnownKey {
    fn new(id: KeyId, facts: KeyFacts, entry: Arc<KnownAccount>) -> Self {
        Self {
            id,
            account: facts.account,
            app: facts.app,
            keyset: facts.keyset,
            capabilities: facts.capabilities,
            revision: facts.revision,
            entry,
            is_account_closed: facts.account_status == AccountStatus::Closed,
            status: facts.status,
            expires_at: facts.expires_at,
            secrets: facts.secrets,
            used: AtomicI64::new(0),
        }
    }

    /// The secret with a hash, compared in a time that does not tell where hashes differ.
    fn secret(&self, hash: &[u8; 32]) -> Option<&KeySecret> {
        self.secrets.iter().find(|secret| bool::from(secret.hash.ct_eq(hash)))
    }
}

impl Decisions {
    /// Whether a text is a good key of a keyset.
    ///
    /// # Errors
    /// What the store fails with, where it had to be asked.
    pub(crate) async fn verify_key(
        self: &Arc<Self>,
        signer: &dyn Signer,
        text: &str,
        now: Timestamp,
    ) -> Result<Verdict> {
        let id = match KeyText::parse(text) {
            Err(_) => return Ok(Err(KeyRefusal::Malformed)),
            // It is a good text, but of no keyset's key.
            Ok(KeyText { kind: KeyKind::Integration, .. }) => return Ok(Err(KeyRefusal::Unknown)),
            Ok(KeyText { id, .. }) => KeyId::new(id),
        };
        let Some(known) = self.known_key(id).await? else { return Ok(Err(KeyRefusal::Unknown)) };
        let hash = tokens::key_hash(signer, text);
        let other = || known.secret(&tokens::other_key_hash(signer, text)?);
        let Some(secret) = known.secret(&hash).or_else(other) else { return Ok(Err(KeyRefusal::Unknown)) };
        if let Err(refusal) = judge(secret, known.is_account_closed, known.status, known.expires_at, now) {
            return Ok(Err(refusal));
        }
        self.mark_used(&known, secret, hash, now);
        Ok(Ok(known))
    }

    /// A key as it may be believed. One that was just read needs no more: nothing that was done before the question is
    /// missing from it.
    async fn known_key(self: &Arc<Self>, id: KeyId) -> Result<Option<Arc<KnownKey>>> {
        if let Some(known) = self.keys.known.get(&id) {
            if self.believed(known.account, &known.entry) == Some(known.revision) {
                return Ok(Some(known));
            }
            if let Some((entry, state)) = self.confirmed(known.account).await?
                && state.revision == known.revision
                && Arc::ptr_eq(&known.entry, &entry)
            {
                return Ok(Some(known));
            }
            self.keys.known.remove(&id);
        }
        let Some(facts) = self.store.access().key(id).await? else { return Ok(None) };
        let entry = self.entry(facts.account);
        entry.raise_floor(facts.revision);
        let known = Arc::new(KnownKey::new(id, facts, entry));
        self.keys.known.insert(id, Arc::clone(&known));
        Ok(Some(known))
    }

    fn mark_used(&self, known: &KnownKey, secret: &KeySecret, hash: [u8; 32], now: Timestamp) {
        if secret.hash != hash {
            let (account, id) = (known.account, known.id);
            self.keys.notes.note_hash(Rehash { account, id, old: secret.hash, new: hash });
        }
        let last = known.used.load(Ordering::Relaxed);
        if now.micros() - last >= USED_EVERY_SECONDS * 1_000_000
            && self.keys.notes.note_use((known.account, known.id, now))
        {
            known.used.store(now.micros(), Ordering::Relaxed);
        }
    }

    /// What is to be written down of keysets' keys.
    pub fn key_notes(&self) -> &KeyNotes {
        &self.keys.notes
    }

    /// Forgets a key whose row has another hash now.
    pub(crate) fn key_rehashed(&self, id: KeyId) {
        self.keys.known.remove(&id);
    }
}
