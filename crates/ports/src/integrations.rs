//! Where service integrations and their keys are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId, MemberId};
use bailiwick_domain::integrations::{Integration, IntegrationKey, JudgedHoldings, Reminder};
use bailiwick_domain::time::Timestamp;
use uuid::Uuid;

use crate::{Page, StoreError};

/// Where service integrations are kept. They come with all their grants, each with its resource's path, and with their
/// maker as far as that is a member of the account still.
#[async_trait]
pub trait IntegrationRepository: Send {
    /// Adds one without grants. Raises the access revision.
    async fn insert(&mut self, integration: &Integration) -> Result<(), StoreError>;
    /// One by id.
    async fn find(
        &mut self,
        account: AccountId,
        id: IntegrationId,
    ) -> Result<Option<Integration>, StoreError>;
    /// An account's, by id.
    async fn list(
        &mut self,
        account: AccountId,
        after: Option<IntegrationId>,
        limit: u64,
    ) -> Result<Page<Integration>, StoreError>;
    /// How many an account has.
    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError>;
    /// Those that a member answers for, by id.
    async fn made_by(&mut self, account: AccountId, maker: MemberId) -> Result<Vec<Integration>, StoreError>;
    /// Those with a grant on a resource or on one below it, by id.
    async fn on_resource(&mut self, account: AccountId, key: Uuid) -> Result<Vec<Integration>, StoreError>;
    /// Writes name and maker; grants stay. The row MUST still have the version before `integration.version`, else `Stale`.
    /// Raises the access revision.
    async fn update(&mut self, integration: &Integration) -> Result<(), StoreError>;
    /// Replaces all that one holds, and raises its version and the access revision. `Stale` when it is not there.
    async fn put_grants(&mut self, account: AccountId, grants: &JudgedHoldings) -> Result<(), StoreError>;
    /// Removes one with its grants and keys; whether there was one. Raises the access revision.
    async fn remove(&mut self, account: AccountId, id: IntegrationId) -> Result<bool, StoreError>;
}

/// Where the keys of service integrations are kept. They go with their integration.
#[async_trait]
pub trait IntegrationKeyRepository: Send {
    /// Adds one, with the keyed hash of its secret.
    async fn insert(&mut self, key: &IntegrationKey, mac: [u8; 32]) -> Result<(), StoreError>;
    /// One of an integration's.
    async fn find(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        id: KeyId,
    ) -> Result<Option<IntegrationKey>, StoreError>;
    /// An integration's, by id.
    async fn list(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Page<IntegrationKey>, StoreError>;
    /// How many some integrations of an account have together.
    async fn count(&mut self, account: AccountId, integrations: &[IntegrationId]) -> Result<u64, StoreError>;
    /// Removes one of an integration's; whether there was one.
    async fn remove(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        id: KeyId,
    ) -> Result<bool, StoreError>;
    /// Removes all of an integration's: the ids of those that there were.
    async fn remove_all(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
    ) -> Result<Vec<KeyId>, StoreError>;
    /// Notes when keys were last used, which is never set back. Passes over keys that others write at that moment, and over
    /// those that are gone.
    async fn mark_used(&mut self, used: &[(AccountId, KeyId, Timestamp)]) -> Result<(), StoreError>;
    /// Writes the hash of a key's secret as it is under the deployment's present key, where that is its hash still.
    async fn rehash(
        &mut self,
        account: AccountId,
        key: KeyId,
        old: [u8; 32],
        new: [u8; 32],
    ) -> Result<(), StoreError>;
    /// Those of every account that end between two times (the second included), by id.
    async fn ending(
        &mut self,
        from: Timestamp,
        until: Timestamp,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Vec<IntegrationKey>, StoreError>;
    /// Notes that a reminder of a key's end was sent, if the last one that was is still the one of `key`. Of those who note
    /// it at once, one MUST be told yes.
    async fn mark_reminded(&mut self, key: &IntegrationKey, reminder: Reminder) -> Result<bool, StoreError>;
}
