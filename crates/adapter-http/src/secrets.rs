//! Secrets of a keyset: written, deleted and listed by their names, never read.

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::secrets::{SecretEntry, SecretName};
use bailiwick_usecases::Error;
use bailiwick_usecases::keys::Place;
use bailiwick_usecases::secrets;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Cursor, Done, Empty, Id, Json, PageOut, Paging, Position, Segment, Shown, Time};

/// A secret's value.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysetSecretIn {
    /// The value: up to 64 KiB. It is never told again.
    #[oai(validator(min_length = 1, max_length = 65536))]
    value: String,
}

/// A secret, without its value.
#[derive(Serialize, Object)]
pub(crate) struct KeysetSecretOut {
    /// Its name.
    name: String,
    /// When it was made.
    created_at: Time,
    /// When its value was last written.
    updated_at: Time,
}

impl From<SecretEntry> for KeysetSecretOut {
    fn from(entry: SecretEntry) -> Self {
        Self {
            name: entry.name.into(),
            created_at: entry.created_at.into(),
            updated_at: entry.updated_at.into(),
        }
    }
}

/// The place of a secret in the list.
struct Named(SecretName);

impl Position for Named {
    fn write(&self) -> Vec<u8> {
        self.0.as_str().as_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        SecretName::try_from(String::from_utf8(bytes.to_vec()).ok()?).ok().map(Self)
    }
}

pub(crate) struct SecretsApi;

#[OpenApi(tag = "Tag::Secrets")]
impl SecretsApi {
    /// The secrets of a keyset
    ///
    /// Their names, for whoever may make, change or delete secrets.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/secrets",
        method = "get",
        operation_id = "list_keyset_secrets"
    )]
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
    ) -> Result<Shown<PageOut<KeysetSecretOut>>, ApiError> {
        let at = Place { account: acct.0.0, app: app.0.0, keyset: ks.0.0 };
        let after: Option<Named> = Cursor::SECRETS.after(cursor.0.as_deref())?;
        let after = after.as_ref().map(|Named(name)| name);
        let page = secrets::list(&asker.cx, &asker.call, at, after, limit.0).await?;
        let position = |entry: &SecretEntry| Named(entry.name.clone());
        Ok(Paging::show(Cursor::SECRETS, page, position, KeysetSecretOut::from))
    }

    /// Make a secret, or change its value
    ///
    /// Its name has 1 to 100 letters, digits, `_`, `-` and `.`, and begins with a letter or `_`.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/secrets/:name",
        method = "put",
        operation_id = "put_keyset_secret"
    )]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        name: Path<Segment>,
        Json(given): Json<KeysetSecretIn>,
    ) -> Result<Shown<KeysetSecretOut>, ApiError> {
        let at = Place { account: acct.0.0, app: app.0.0, keyset: ks.0.0 };
        let name = SecretName::try_from(name.0.0);
        let name = name.map_err(|wrong| ApiError::invalid_parameter("name", wrong.0))?;
        Ok(Shown::of(secrets::put(&asker.cx, &asker.call, at, name, &given.value).await?))
    }

    /// Delete a secret
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/secrets/:name",
        method = "delete",
        operation_id = "delete_keyset_secret"
    )]
    async fn delete(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        name: Path<Segment>,
    ) -> Result<Done, ApiError> {
        let at = Place { account: acct.0.0, app: app.0.0, keyset: ks.0.0 };
        let name = SecretName::try_from(name.0.0).map_err(|_| Error::not_found("secret"))?;
        secrets::remove(&asker.cx, &asker.call, at, &name).await?;
        Ok(Empty)
    }
}
