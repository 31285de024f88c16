//! Where the resource tree is kept: apps, keysets and registered resources.

use async_trait::async_trait;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::resources::{Place, Resource, ResourceKey};
use uuid::Uuid;

use crate::{Page, StoreError};

/// Where the resource tree is kept.
#[async_trait]
pub trait ResourceRepository: Send {
    /// Adds one. `Conflict(ResourceName)` when its type and id are taken, in whichever account.
    async fn insert(&mut self, resource: &Resource) -> Result<(), StoreError>;
    /// One of an account's; an account itself is none.
    async fn find(
        &mut self,
        account: AccountId,
        key: ResourceKey<'_>,
    ) -> Result<Option<Resource>, StoreError>;
    /// The path of one of an account's resources, or of the account itself.
    async fn place(&mut self, account: AccountId, key: ResourceKey<'_>) -> Result<Option<Place>, StoreError>;
    /// Those of a type right under a parent, by key; only those among some keys where these are given.
    async fn list(
        &mut self,
        account: AccountId,
        kind: &str,
        parent: Uuid,
        among: Option<&[Uuid]>,
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Page<Resource>, StoreError>;
    /// Writes title and parent. The row MUST still have the version before `resource.version`, else `Stale`. Raises the
    /// access revision when the parent is another.
    async fn update(&mut self, resource: &Resource) -> Result<(), StoreError>;
    /// Removes one and all below it, with the grants on them. Raises the access revision.
    async fn remove(&mut self, account: AccountId, key: Uuid) -> Result<(), StoreError>;
    /// How many stand below one.
    async fn count_below(&mut self, account: AccountId, key: Uuid) -> Result<u64, StoreError>;
    /// The types of an account's resources, each with every type that they stand right under, in the order of the texts.
    async fn kinds(&mut self, account: AccountId) -> Result<Vec<(String, String)>, StoreError>;
}
