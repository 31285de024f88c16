//! Keysets of an app.

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::keysets as domain;
use bailiwick_usecases::keysets::{self, Keyset};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::apps::AppRefOut;
use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Cursor, Done, Empty, Id, Json, MadeTagged, PageOut, Paging, Shown, Tagged, Time, present};

/// What a keyset is for: its keys' texts tell it.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum Environment {
    #[default]
    Testing,
    Production,
}

impl From<domain::Environment> for Environment {
    fn from(environment: domain::Environment) -> Self {
        match environment {
            domain::Environment::Testing => Self::Testing,
            domain::Environment::Production => Self::Production,
        }
    }
}

impl From<Environment> for domain::Environment {
    fn from(environment: Environment) -> Self {
        match environment {
            Environment::Testing => Self::Testing,
            Environment::Production => Self::Production,
        }
    }
}

/// A new keyset.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysetIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// What it is for; it never changes.
    #[serde(default)]
    #[oai(default)]
    environment: Environment,
}

/// A change of a keyset. What is left out stays.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysetPatch {
    /// What people call it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
}

/// A keyset.
#[derive(Serialize, Object)]
pub(crate) struct KeysetOut {
    /// The keyset's id.
    id: Id<KeysetId>,
    /// What people call it.
    name: String,
    /// Its app.
    app: AppRefOut,
    /// What it is for.
    environment: Environment,
    /// When it was made.
    created_at: Time,
}

impl From<Keyset> for KeysetOut {
    fn from(Keyset { keyset, app }: Keyset) -> Self {
        Self {
            id: KeysetId::new(keyset.key).into(),
            name: keyset.title.map(Into::into).unwrap_or_default(),
            app: app.into(),
            environment: keyset.environment.unwrap_or_default().into(),
            created_at: keyset.created_at.into(),
        }
    }
}

pub(crate) struct KeysetsApi;

#[OpenApi(tag = "Tag::Keysets")]
impl KeysetsApi {
    /// Make a keyset
    #[oai(path = "/v1/accounts/:acct/apps/:app/keysets", method = "post", operation_id = "create_keyset")]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        Json(given): Json<KeysetIn>,
    ) -> Result<MadeTagged<KeysetOut>, ApiError> {
        let KeysetIn { name, environment } = given;
        let made =
            keysets::create(&asker.cx, &asker.call, acct.0.0, app.0.0, name, environment.into()).await?;
        let (account, app) = (made.keyset.account, &made.app.name.id);
        let location = format!("/v1/accounts/{account}/apps/{app}/keysets/{}", made.keyset.name.id);
        Ok(MadeTagged::at(location, made.keyset.version, made))
    }

    /// The keysets of an app
    ///
    /// Those that the caller may view.
    #[oai(path = "/v1/accounts/:acct/apps/:app/keysets", method = "get", operation_id = "list_keysets")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<KeysetOut>>, ApiError> {
        let after: Option<KeysetId> = Cursor::KEYSETS.after(cursor.0.as_deref())?;
        let page = keysets::list(&asker.cx, &asker.call, acct.0.0, app.0.0, after, limit.0).await?;
        Ok(Paging::show(
            Cursor::KEYSETS,
            page,
            |found: &Keyset| KeysetId::new(found.keyset.key),
            KeysetOut::from,
        ))
    }

    /// One keyset
    #[oai(path = "/v1/accounts/:acct/apps/:app/keysets/:ks", method = "get", operation_id = "get_keyset")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
    ) -> Result<Tagged<KeysetOut>, ApiError> {
        let found = keysets::get(&asker.cx, &asker.call, acct.0.0, app.0.0, ks.0.0).await?;
        Ok(Tagged::of(found.keyset.version, found))
    }

    /// Change a keyset
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks",
        method = "patch",
        operation_id = "update_keyset"
    )]
    async fn update(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        Json(patch): Json<KeysetPatch>,
    ) -> Result<Tagged<KeysetOut>, ApiError> {
        let found = keysets::update(&asker.cx, &asker.call, acct.0.0, app.0.0, ks.0.0, patch.name).await?;
        Ok(Tagged::of(found.keyset.version, found))
    }

    /// Delete a keyset
    ///
    /// With its keys and secrets, everything registered below it, and the grants on all of them.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks",
        method = "delete",
        operation_id = "delete_keyset"
    )]
    async fn delete(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
    ) -> Result<Done, ApiError> {
        keysets::delete(&asker.cx, &asker.call, acct.0.0, app.0.0, ks.0.0).await?;
        Ok(Empty)
    }
}
