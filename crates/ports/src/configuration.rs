//! Where apps' configurations are kept, with their versions.

use async_trait::async_trait;
use bailiwick_domain::configuration::{Configuration, Version};
use bailiwick_domain::ids::{AccountId, AppId};

use crate::{Page, StoreError};

/// Where apps' configurations are kept. They go with their app.
#[async_trait]
pub trait ConfigurationRepository: Send {
    /// The newest version of an app's.
    async fn newest(&mut self, account: AccountId, app: AppId) -> Result<Option<Configuration>, StoreError>;
    /// One version of an app's.
    async fn find(
        &mut self,
        account: AccountId,
        app: AppId,
        version: u64,
    ) -> Result<Option<Configuration>, StoreError>;
    /// The versions of an app's, newest first, below a number.
    async fn versions(
        &mut self,
        account: AccountId,
        app: AppId,
        below: Option<u64>,
        limit: u64,
    ) -> Result<Page<Version>, StoreError>;
    /// Adds a version. `Conflict` when there is one of that number.
    async fn insert(&mut self, configuration: &Configuration) -> Result<(), StoreError>;
    /// Removes an app's versions below a number.
    async fn prune(&mut self, account: AccountId, app: AppId, below: u64) -> Result<(), StoreError>;
}
