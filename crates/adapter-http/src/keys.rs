//! Keys of a keyset, and their verification.

mod verification;

use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId, UserId};
use bailiwick_domain::keys as domain;
use bailiwick_usecases::keys::{self, NewKey, Place, WithSecret};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::access::Answer;
use crate::auth::{Asking, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{
    Cursor, Done, Empty, Id, Json, MadeTagged, Nullable, PageOut, Paging, Shown, Tagged, Time, present,
};
use verification::{VerifiedOut, VerifyKeyIn};

pub(crate) use verification::{VERIFICATION, verify};

/// Whether a key is good while its time lasts.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum KeyStatus {
    Active,
    Disabled,
}

impl From<domain::KeyStatus> for KeyStatus {
    fn from(status: domain::KeyStatus) -> Self {
        match status {
            domain::KeyStatus::Active => Self::Active,
            domain::KeyStatus::Disabled => Self::Disabled,
        }
    }
}

impl From<KeyStatus> for domain::KeyStatus {
    fn from(status: KeyStatus) -> Self {
        match status {
            KeyStatus::Active => Self::Active,
            KeyStatus::Disabled => Self::Disabled,
        }
    }
}

/// A new key.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// What it lets its holder do, in the product's own words, such as `channel:public-*:subscribe`: handed out as they are.
    /// Each has 1 to 200 visible ASCII characters.
    #[oai(validator(max_items = 50))]
    capabilities: Vec<String>,
    /// Until when it is good; null for ever. Only one of this and `expires_in_days`.
    #[oai(nullable)]
    expires_at: Option<Time>,
    /// The same in days from now: 30, 60 or 90.
    #[oai(nullable)]
    expires_in_days: Option<u32>,
}

impl From<KeyIn> for NewKey {
    fn from(given: KeyIn) -> Self {
        Self {
            name: given.name,
            capabilities: given.capabilities,
            expires_at: given.expires_at.map(|time| time.0),
            expires_in_days: given.expires_in_days,
        }
    }
}

/// A change of a key. What is left out stays.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyPatch {
    /// What people call it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
    /// Whether it is good.
    #[serde(default, deserialize_with = "present")]
    status: Option<KeyStatus>,
}

/// How a key is rotated.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyRotationIn {
    /// For how long the former secrets stay good, in seconds: up to 30 days.
    #[oai(validator(maximum(value = "2592000")))]
    overlap_seconds: u32,
}

/// A key. Its secret is not told.
#[derive(Serialize, Object)]
pub(crate) struct KeyOut {
    /// The key's id.
    id: Id<KeyId>,
    /// What people call it.
    name: String,
    /// What it lets its holder do.
    capabilities: Vec<String>,
    /// Until when it is good; null for ever.
    expires_at: Nullable<Time>,
    /// Whether it is good while its time lasts.
    status: KeyStatus,
    /// Who made it.
    created_by: Id<UserId>,
    /// When it was made.
    created_at: Time,
    /// When it was last verified, to about a minute.
    last_used_at: Nullable<Time>,
}

impl From<domain::Key> for KeyOut {
    fn from(key: domain::Key) -> Self {
        Self {
            id: key.id.into(),
            name: key.name.into(),
            capabilities: key.capabilities.into_iter().map(String::from).collect(),
            expires_at: key.expires_at.into(),
            status: key.status.into(),
            created_by: key.created_by.into(),
            created_at: key.created_at.into(),
            last_used_at: key.last_used_at.into(),
        }
    }
}

/// A key with a new secret.
#[derive(Serialize, Object)]
pub(crate) struct KeyWithSecretOut {
    #[serde(flatten)]
    #[oai(flatten)]
    key: KeyOut,
    /// The whole text that the key's holder sends. It is shown once: a repeated request gets null.
    secret: Nullable<String>,
}

impl From<WithSecret> for KeyWithSecretOut {
    fn from(made: WithSecret) -> Self {
        Self { secret: made.secret.reveal().into(), key: made.key.into() }
    }
}

fn place(acct: &Path<Id<AccountId>>, app: &Path<Id<AppId>>, ks: &Path<Id<KeysetId>>) -> Place {
    Place { account: acct.0.0, app: app.0.0, keyset: ks.0.0 }
}

pub(crate) struct KeysApi;

#[OpenApi(tag = "Tag::Keys")]
impl KeysApi {
    /// Make a key
    ///
    /// It needs a sign-in within the last 15 minutes.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys",
        method = "post",
        operation_id = "create_key"
    )]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        Json(given): Json<KeyIn>,
    ) -> Result<MadeTagged<KeyWithSecretOut>, ApiError> {
        let made = keys::create(&asker.cx, &asker.call, place(&acct, &app, &ks), given.into()).await?;
        let (account, app, keyset, key) = (acct.0.0, app.0.0, ks.0.0, made.key.id);
        let location = format!("/v1/accounts/{account}/apps/{app}/keysets/{keyset}/keys/{key}");
        Ok(MadeTagged::at(location, made.key.version, made))
    }

    /// The keys of a keyset
    #[oai(path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys", method = "get", operation_id = "list_keys")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<KeyOut>>, ApiError> {
        let after: Option<KeyId> = Cursor::KEYS.after(cursor.0.as_deref())?;
        let page = keys::list(&asker.cx, &asker.call, place(&acct, &app, &ks), after, limit.0).await?;
        Ok(Paging::show(Cursor::KEYS, page, |key: &domain::Key| key.id, KeyOut::from))
    }

    /// One key
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys/:key",
        method = "get",
        operation_id = "get_key"
    )]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        key: Path<Id<KeyId>>,
    ) -> Result<Tagged<KeyOut>, ApiError> {
        let key = keys::get(&asker.cx, &asker.call, place(&acct, &app, &ks), key.0.0).await?;
        Ok(Tagged::of(key.version, key))
    }

    /// Change a key
    ///
    /// A disabled one is not good until it is active again.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys/:key",
        method = "patch",
        operation_id = "update_key"
    )]
    async fn update(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        key: Path<Id<KeyId>>,
        Json(patch): Json<KeyPatch>,
    ) -> Result<Tagged<KeyOut>, ApiError> {
        let (at, status) = (place(&acct, &app, &ks), patch.status.map(Into::into));
        let key = keys::update(&asker.cx, &asker.call, at, key.0.0, patch.name, status).await?;
        Ok(Tagged::of(key.version, key))
    }

    /// Rotate a key
    ///
    /// It gets a new secret under the same id; the former ones stay good for the overlap. It needs a sign-in within the last
    /// 15 minutes.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys/:key/rotate",
        method = "post",
        operation_id = "rotate_key"
    )]
    async fn rotate(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        key: Path<Id<KeyId>>,
        Json(given): Json<KeyRotationIn>,
    ) -> Result<Tagged<KeyWithSecretOut>, ApiError> {
        let (at, overlap) = (place(&acct, &app, &ks), given.overlap_seconds);
        let rotated = keys::rotate(&asker.cx, &asker.call, at, key.0.0, overlap).await?;
        Ok(Tagged::of(rotated.key.version, rotated))
    }

    /// Delete a key
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/keys/:key",
        method = "delete",
        operation_id = "delete_key"
    )]
    async fn delete(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        key: Path<Id<KeyId>>,
    ) -> Result<Done, ApiError> {
        keys::remove(&asker.cx, &asker.call, place(&acct, &app, &ks), key.0.0).await?;
        Ok(Empty)
    }

    /// Verify a key
    ///
    /// With a platform key. The product's back end asks this on every request that it serves.
    #[oai(path = "/v1/keys/verify", method = "post", operation_id = "verify_key")]
    async fn verify(
        &self,
        asking: Asking,
        Json(given): Json<VerifyKeyIn>,
    ) -> Result<Answer<VerifiedOut>, ApiError> {
        verification::answer(&asking.info.cx, asking.caller, &given).await
    }
}
