//! Where the secrets of keysets are kept, sealed, and the data keys under which they are.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, KeysetId};
use bailiwick_domain::secrets::{KeptSecret, SecretEntry, SecretName};
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Where the secrets of keysets are kept. They go with their keyset, data keys with their account.
#[async_trait]
pub trait SecretRepository: Send {
    /// An account's data key, sealed under the deployment's.
    async fn data_key(&mut self, account: AccountId) -> Result<Option<Vec<u8>>, StoreError>;
    /// Keeps a sealed data key, unless the account has one; the one that it has then. Of those who come with one at once,
    /// all MUST be told the same.
    async fn keep_data_key(
        &mut self,
        account: AccountId,
        sealed: &[u8],
        now: Timestamp,
    ) -> Result<Vec<u8>, StoreError>;
    /// The sealed data keys of the next accounts after one, by account.
    async fn data_keys(
        &mut self,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<(AccountId, Vec<u8>)>, StoreError>;
    /// Replaces a sealed data key, if it still is that one.
    async fn reseal(&mut self, account: AccountId, old: &[u8], new: &[u8]) -> Result<(), StoreError>;
    /// Adds a secret, or writes its value and when that was; when it was made stays.
    async fn put(&mut self, secret: &KeptSecret) -> Result<(), StoreError>;
    /// One of a keyset's.
    async fn find(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        name: &SecretName,
    ) -> Result<Option<KeptSecret>, StoreError>;
    /// What is told of a keyset's, by name.
    async fn list(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        after: Option<&SecretName>,
        limit: u64,
    ) -> Result<Page<SecretEntry>, StoreError>;
    /// How many a keyset has.
    async fn count(&mut self, account: AccountId, keyset: KeysetId) -> Result<u64, StoreError>;
    /// Removes one; whether there was one.
    async fn remove(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        name: &SecretName,
    ) -> Result<bool, StoreError>;
}
