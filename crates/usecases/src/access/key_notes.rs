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
    /// Notes a use, unless a later one is noted; whether there was room for it.
    pub(crate) fn note_use(&self, (account, id, at): KeyUse) -> bool {
        let mut uses = locked(&self.uses);
        let has_room = uses.len() < MOST_NOTES || uses.contains_key(&id);
        if has_room {
            let noted = uses.entry(id).or_insert((account, at));
            noted.1 = noted.1.max(at);
        }
        has_room
    }

    /// Notes that a secret has another hash now; without room, when it is used again.
    pub(super) fn note_hash(&self, one: Rehash) {
        let mut hashes = locked(&self.hashes);
        if hashes.len() < MOST_NOTES {
            hashes.insert((one.id, one.old), (one.account, one.new));
        }
    }

    /// The uses since this was last asked.
    pub fn take_uses(&self) -> Vec<KeyUse> {
        let uses = std::mem::take(&mut *locked(&self.uses));
        uses.into_iter().map(|(id, (account, at))| (account, id, at)).collect()
    }

    /// Some of the hashes that are noted.
    pub fn take_hashes(&self, most: usize) -> Vec<Rehash> {
        let mut hashes = locked(&self.hashes);
        let next = || hashes.pop_first().map(|((id, old), (account, new))| Rehash { account, id, old, new });
        std::iter::from_fn(next).take(most).collect()
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
