//! The reads on the way of a decision: no transaction, one query each. Absence is `None`, and never kept by a caller.

use async_trait::async_trait;
use bailiwick_domain::accounts::{AccountStatus, ModelRef};
use bailiwick_domain::ids::{AccountId, AppId, GrantId, IntegrationId, KeyId, KeysetId, MemberId, UserId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::keys::{Capability, KeySecret, KeyStatus};
use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::resources::{Place, ResourceKey, ResourceRef};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::{Timestamp, Window};
use uuid::Uuid;

use crate::StoreError;

/// What decisions need of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountFacts {
    /// The access revision at which this was read.
    pub revision: u64,
    /// Whether it is in use.
    pub status: AccountStatus,
    /// The model that it follows.
    pub model: ModelRef,
    /// Whether its members need a second factor.
    pub require_two_factor: bool,
    /// Whether its members must come through its own single sign-on, its owners excepted.
    pub sso_strict: bool,
}

/// What decisions need of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// The access revision at which this was read.
    pub revision: u64,
    /// Who.
    pub member: MemberId,
    /// Where the member stands.
    pub status: MemberStatus,
    /// Whether the user has a second factor.
    pub second_factor: bool,
    /// What the member holds: id, role, the resource's key, when.
    pub grants: Vec<(GrantId, String, Uuid, Window)>,
}

/// What decisions need of a service integration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegrationFacts {
    /// The access revision at which this was read.
    pub revision: u64,
    /// What it holds: role, the resource's key, when.
    pub grants: Vec<(String, Uuid, Window)>,
    /// Its maker, at the same revision; none once they are no member.
    pub maker: Option<MemberFacts>,
}

/// What decisions need of a resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathFacts {
    /// Its account.
    pub account: AccountId,
    /// The access revision at which this was read.
    pub revision: u64,
    /// Its path.
    pub place: Place,
}

/// What the verification of a keyset's key needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFacts {
    /// The access revision at which this was read.
    pub revision: u64,
    /// Its account.
    pub account: AccountId,
    /// Whether that is in use.
    pub account_status: AccountStatus,
    /// Its keyset's app.
    pub app: AppId,
    /// Its keyset.
    pub keyset: KeysetId,
    /// What it lets its holder do.
    pub capabilities: Vec<Capability>,
    /// Whether it is good at all.
    pub status: KeyStatus,
    /// Until when it is good.
    pub expires_at: Option<Timestamp>,
    /// Its secrets.
    pub secrets: Vec<KeySecret>,
}

/// Which members hold something at a resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldersFilter {
    /// The resource's path, itself first.
    pub path: Vec<Uuid>,
    /// Roles that hold it where they are granted.
    pub here: Vec<String>,
    /// Roles that hold it on the whole account.
    pub on_account: Vec<String>,
    /// Whether only those with a second factor are wanted.
    pub second_factor: bool,
}

/// The reads on the way of a decision. Each MUST read the revision in the same statement as the data.
#[async_trait]
pub trait AccessReader: Send + Sync {
    /// An account's access revision, by primary key. MUST have connections of its own, so that writers can't starve it.
    async fn revision(&self, account: AccountId) -> Result<Option<u64>, StoreError>;
    /// An account.
    async fn account(&self, account: AccountId) -> Result<Option<AccountFacts>, StoreError>;
    /// A user's place in an account.
    async fn member(&self, account: AccountId, user: UserId) -> Result<Option<MemberFacts>, StoreError>;
    /// A resource, of whichever account.
    async fn path(&self, key: ResourceKey<'_>) -> Result<Option<PathFacts>, StoreError>;
    /// A session that has not ended, by its token's hash.
    async fn session(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Session>, StoreError>;
    /// The epoch of sessions' copies. A copy that was made in an earlier one counts no more. MUST have connections of its
    /// own, as `revision`.
    async fn copies_epoch(&self) -> Result<u64, StoreError>;
    /// A platform key, by its hash.
    async fn platform_key(&self, secret_hash: [u8; 32]) -> Result<Option<PlatformKey>, StoreError>;
    /// A keyset's key, of whichever account.
    async fn key(&self, id: KeyId) -> Result<Option<KeyFacts>, StoreError>;
    /// A service integration of an account, with its maker, in one statement.
    async fn integration(
        &self,
        account: AccountId,
        id: IntegrationId,
    ) -> Result<Option<IntegrationFacts>, StoreError>;
    /// An account's service integrations, by id.
    async fn integrations(
        &self,
        account: AccountId,
        after: Option<IntegrationId>,
        limit: u64,
    ) -> Result<Vec<IntegrationId>, StoreError>;
    /// The account of a service integration.
    async fn account_of(&self, integration: IntegrationId) -> Result<Option<AccountId>, StoreError>;
    /// A key of a service integration, with the keyed hash of its secret.
    async fn integration_key(&self, id: KeyId) -> Result<Option<(IntegrationKey, [u8; 32])>, StoreError>;
    /// Users who are active and pass the filter at a moment, by id.
    async fn holders(
        &self,
        account: AccountId,
        filter: &HoldersFilter,
        now: Timestamp,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<UserId>, StoreError>;
    /// An account's resources of a type, by key: those that are, or stand below, one of each of up to two sets.
    async fn resources(
        &self,
        account: AccountId,
        kind: &str,
        under: &[Vec<Uuid>],
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Vec<(Uuid, ResourceRef)>, StoreError>;
    /// The accounts in which a user is active, by id.
    async fn accounts_of(
        &self,
        user: UserId,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<AccountId>, StoreError>;
}
