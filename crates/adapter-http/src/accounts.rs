//! Accounts.

use bailiwick_domain::accounts::{self as domain, Account};
use bailiwick_domain::ids::AccountId;
use bailiwick_usecases::accounts::{self, AccountPatch as Changes};
use poem_openapi::param::Path;
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Id, Json, MadeTagged, Nullable, Patch, Tagged, Time, present};

/// What an account is for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum AccountKind {
    Personal,
    Organization,
}

impl From<domain::AccountKind> for AccountKind {
    fn from(kind: domain::AccountKind) -> Self {
        match kind {
            domain::AccountKind::Personal => Self::Personal,
            domain::AccountKind::Organization => Self::Organization,
        }
    }
}

impl From<AccountKind> for domain::AccountKind {
    fn from(kind: AccountKind) -> Self {
        match kind {
            AccountKind::Personal => Self::Personal,
            AccountKind::Organization => Self::Organization,
        }
    }
}

/// Whether an account is in use. A closed one allows nothing.
#[derive(Debug, Clone, Copy, Serialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum AccountState {
    Active,
    Closing,
    Closed,
}

impl From<domain::AccountStatus> for AccountState {
    fn from(status: domain::AccountStatus) -> Self {
        match status {
            domain::AccountStatus::Active => Self::Active,
            domain::AccountStatus::Closing => Self::Closing,
            domain::AccountStatus::Closed => Self::Closed,
        }
    }
}

/// A new account.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// Its role model; `standard` without it.
    #[oai(nullable)]
    role_model: Option<String>,
    /// What it is for: `organization` without it. A user has at most one `personal` account.
    #[oai(nullable)]
    kind: Option<AccountKind>,
}

/// A change of an account. What is left out stays.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountPatch {
    /// What people call it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
    /// The company's name in law; null empties it.
    #[serde(default)]
    #[oai(validator(min_length = 1, max_length = 100))]
    legal_name: Patch<String>,
    /// Where its data is to be kept; null empties it.
    #[serde(default)]
    #[oai(validator(min_length = 1, max_length = 100))]
    region: Patch<String>,
    /// Whether agents may use it over MCP.
    #[serde(default, deserialize_with = "present")]
    mcp_access: Option<bool>,
    /// Whether its members need a second factor. Needs `two_factor.enforce`, and a second factor of one's own.
    #[serde(default, deserialize_with = "present")]
    require_two_factor: Option<bool>,
}

/// An account.
#[derive(Serialize, Object)]
pub(crate) struct AccountOut {
    /// The account's id.
    id: Id<AccountId>,
    /// What people call it.
    name: String,
    /// The company's name in law.
    legal_name: Nullable<String>,
    /// What it is for.
    kind: AccountKind,
    /// The role model that it follows.
    role_model: String,
    /// That model's version.
    role_model_version: u32,
    /// Where its data is to be kept.
    region: Nullable<String>,
    /// Whether agents may use it over MCP.
    mcp_access: bool,
    /// Whether its members need a second factor.
    require_two_factor: bool,
    /// Whether it is in use.
    status: AccountState,
    /// When it was made.
    created_at: Time,
}

impl From<Account> for AccountOut {
    fn from(account: Account) -> Self {
        Self {
            id: account.id.into(),
            name: account.name.into(),
            legal_name: account.legal_name.into(),
            kind: account.kind.into(),
            role_model: account.model.id,
            role_model_version: account.model.version,
            region: account.region.into(),
            mcp_access: account.mcp_access,
            require_two_factor: account.require_two_factor,
            status: account.status.into(),
            created_at: account.created_at.into(),
        }
    }
}

/// An account by its id and name.
#[derive(Serialize, Object)]
pub(crate) struct AccountRefOut {
    /// The account's id.
    pub id: Id<AccountId>,
    /// What people call it.
    pub name: String,
}

pub(crate) struct AccountsApi;

#[OpenApi(tag = "Tag::Accounts")]
impl AccountsApi {
    /// Make an account
    ///
    /// The caller owns it.
    #[oai(path = "/v1/accounts", method = "post", operation_id = "create_account")]
    async fn create(
        &self,
        Signed(asker): Signed,
        Json(given): Json<AccountIn>,
    ) -> Result<MadeTagged<AccountOut>, ApiError> {
        let kind = given.kind.map(Into::into);
        let made = accounts::create(&asker.cx, &asker.call, given.name, given.role_model, kind).await?;
        let location = format!("/v1/accounts/{}", made.account.id);
        Ok(MadeTagged::at(location, made.account.version, made.account))
    }

    /// One account
    ///
    /// A closed one is shown to its owner alone.
    #[oai(path = "/v1/accounts/:acct", method = "get", operation_id = "get_account")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
    ) -> Result<Tagged<AccountOut>, ApiError> {
        let account = accounts::get(&asker.cx, &asker.call, acct.0.0).await?;
        Ok(Tagged::of(account.version, account))
    }

    /// Change an account's settings
    #[oai(path = "/v1/accounts/:acct", method = "patch", operation_id = "update_account")]
    async fn update(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(patch): Json<AccountPatch>,
    ) -> Result<Tagged<AccountOut>, ApiError> {
        let AccountPatch { name, legal_name, region, mcp_access, require_two_factor } = patch;
        let (Patch(legal_name), Patch(region)) = (legal_name, region);
        let changes = Changes { name, legal_name, region, mcp_access, require_two_factor };
        let account = accounts::update(&asker.cx, &asker.call, acct.0.0, changes).await?;
        Ok(Tagged::of(account.version, account))
    }
}
