//! Where the keys of keysets are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, KeyId, KeysetId};
use bailiwick_domain::keys::{Key, KeySecret};
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Where the keys of keysets are kept. They go with their keyset. Of a secret only a keyed hash is kept.
#[async_trait]
pub trait KeyRepository: Send {
    /// Adds one with its first secret.
    async fn insert(&mut self, key: &Key, secret: &KeySecret) -> Result<(), StoreError>;
    /// One of a keyset's.
    async fn find(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        id: KeyId,
    ) -> Result<Option<Key>, StoreError>;
    /// A keyset's, by id.
    async fn list(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Page<Key>, StoreError>;
    /// How many a keyset has.
    async fn count(&mut self, account: AccountId, keyset: KeysetId) -> Result<u64, StoreError>;
    /// Writes name and status. The row MUST still have the version before `key.version`, else `Stale`. Raises the access
    /// revision.
    async fn update(&mut self, key: &Key) -> Result<(), StoreError>;
    /// A key's secrets, the newest first.
    async fn secrets(&mut self, key: &Key) -> Result<Vec<KeySecret>, StoreError>;
    /// Puts secrets in place of all that a key has. The row MUST still have the version before `key.version`, else `Stale`.
    /// Raises the access revision.
    async fn put_secrets(&mut self, key: &Key, secrets: &[KeySecret]) -> Result<(), StoreError>;
    /// Removes one; whether there was one. Raises the access revision.
    async fn remove(&mut self, account: AccountId, keyset: KeysetId, id: KeyId) -> Result<bool, StoreError>;
    /// Notes when keys were last used, which is never set back. Passes over keys that others write at that moment, and over
    /// those that are gone.
    async fn mark_used(&mut self, used: &[(AccountId, KeyId, Timestamp)]) -> Result<(), StoreError>;
    /// Writes a secret's hash as it is under the deployment's present key, where the key has that secret still.
    async fn rehash(
        &mut self,
        account: AccountId,
        key: KeyId,
        old: [u8; 32],
        new: [u8; 32],
    ) -> Result<(), StoreError>;
}
