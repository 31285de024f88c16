//! The keys of service integrations. A key's text is in the one answer that makes it, and nowhere else.

use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_usecases::integrations::{self, NewKey};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Cursor, Done, Empty, Id, Json, Made, Nullable, PageOut, Paging, Shown, Time};

/// A new key of a service integration.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct IntegrationKeyIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// When it expires; never without this and `expires_in_days`.
    #[oai(nullable)]
    expires_at: Option<Time>,
    /// After how many days it expires: 30, 60 or 90. Not together with `expires_at`.
    #[oai(nullable)]
    expires_in_days: Option<u32>,
}

/// A key of a service integration.
#[derive(Serialize, Object)]
pub(crate) struct IntegrationKeyOut {
    /// The key's id.
    id: Id<KeyId>,
    /// What people call it.
    name: String,
    /// When it was made.
    created_at: Time,
    /// When it expires; null for never.
    expires_at: Nullable<Time>,
    /// When it was last used, to within some minutes.
    last_used_at: Nullable<Time>,
}

impl From<IntegrationKey> for IntegrationKeyOut {
    fn from(key: IntegrationKey) -> Self {
        Self {
            id: key.id.into(),
            name: key.name.into(),
            created_at: key.created_at.into(),
            expires_at: key.expires_at.into(),
            last_used_at: key.last_used_at.into(),
        }
    }
}

/// A new key of a service integration, with its text. That is shown once: a repeated request gets null.
#[derive(Serialize, Object)]
pub(crate) struct NewIntegrationKeyOut {
    /// The key's id.
    id: Id<KeyId>,
    /// What people call it.
    name: String,
    /// What is sent as `Authorization: Bearer`.
    secret: Nullable<String>,
    /// When it was made.
    created_at: Time,
    /// When it expires; null for never.
    expires_at: Nullable<Time>,
}

impl From<NewKey> for NewIntegrationKeyOut {
    fn from(NewKey { key, secret }: NewKey) -> Self {
        Self {
            id: key.id.into(),
            name: key.name.into(),
            secret: secret.reveal().into(),
            created_at: key.created_at.into(),
            expires_at: key.expires_at.into(),
        }
    }
}

pub(crate) struct IntegrationKeysApi;

#[OpenApi(tag = "Tag::Integrations")]
impl IntegrationKeysApi {
    /// Make a key of a service integration
    ///
    /// Its maker alone does, by a sign-in within the last 15 minutes. An integration has at most three.
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint/keys",
        method = "post",
        operation_id = "create_integration_key"
    )]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
        Json(given): Json<IntegrationKeyIn>,
    ) -> Result<Made<NewIntegrationKeyOut>, ApiError> {
        let IntegrationKeyIn { name, expires_at, expires_in_days } = given;
        let (cx, call, end) = (&asker.cx, &asker.call, expires_at.map(|time| time.0));
        let made = integrations::create_key(cx, call, acct.0.0, sint.0.0, name, end, expires_in_days).await?;
        Ok(Made::of(made))
    }

    /// The keys of a service integration
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint/keys",
        method = "get",
        operation_id = "list_integration_keys"
    )]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<IntegrationKeyOut>>, ApiError> {
        let after: Option<KeyId> = Cursor::INTEGRATION_KEYS.after(cursor.0.as_deref())?;
        let (cx, call) = (&asker.cx, &asker.call);
        let page = integrations::list_keys(cx, call, acct.0.0, sint.0.0, after, limit.0).await?;
        let position = |key: &IntegrationKey| key.id;
        Ok(Paging::show(Cursor::INTEGRATION_KEYS, page, position, IntegrationKeyOut::from))
    }

    /// Remove a key of a service integration
    ///
    /// It is good for nothing from then on.
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint/keys/:key",
        method = "delete",
        operation_id = "remove_integration_key"
    )]
    async fn remove(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
        key: Path<Id<KeyId>>,
    ) -> Result<Done, ApiError> {
        integrations::remove_key(&asker.cx, &asker.call, acct.0.0, sint.0.0, key.0.0).await?;
        Ok(Empty)
    }
}
