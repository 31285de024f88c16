//! What a node notes of keys in bounded memory until it is written down: that they were used, and which of their hashes are
//! by the key that the deployment had before.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bailiwick_domain::ids::{AccountId, KeyId};
use bailiwick_domain::time::Timestamp;

/// How much waits at most; what had no room is noted when the key is used again.
const MOST_NOTES: usize = 100_000;

type Hash = [u8; 32];

/// That a key of an account was used, and when.
pub type KeyUse = (AccountId, KeyId, Timestamp);

/// A stored hash, and the one under the deployment's present key that is to take its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehash {
    /// The key's account.
    pub account: AccountId,
    /// The key.
    pub id: KeyId,
    /// What is stored.
    pub old: Hash,
    /// What is to be.
    pub new: Hash,
}

/// The notes of one kind of keys. They are taken in the order of the ids, so that nodes write them in one order.
#[derive(Default)]
pub struct KeyNotes {
    uses: Mutex<BTreeMap<KeyId, (AccountId, Timestamp)>>,
    hashes: Mutex<BTreeMap<(KeyId, Hash), (AccountId, Hash)>>,
}

impl KeyNotes {
    /// Notes a use; whether there was room for it.
    pub(crate) fn note_use(&self, (account, id, at): KeyUse) -> bool {
        put(&self.uses, id, (account, at))
    }

    /// Notes that a secret has another hash now.
    pub(super) fn note_hash(&self, one: Rehash) {
        put(&self.hashes, (one.id, one.old), (one.account, one.new));
    }

    /// The uses since this was last asked.
    pub fn take_uses(&self) -> Vec<KeyUse> {
        let uses = std::mem::take(&mut *locked(&self.uses));
        uses.into_iter().map(|(id, (account, at))| (account, id, at)).collect()
    }

    /// The hashes since this was last asked.
    pub fn take_hashes(&self) -> Vec<Rehash> {
        let hashes = std::mem::take(&mut *locked(&self.hashes));
        hashes.into_iter().map(|((id, old), (account, new))| Rehash { account, id, old, new }).collect()
    }
}

fn put<K: Ord, V>(notes: &Mutex<BTreeMap<K, V>>, key: K, value: V) -> bool {
    let mut notes = locked(notes);
    let has_room = notes.len() < MOST_NOTES;
    if has_room {
        notes.insert(key, value);
    }
    has_room
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
