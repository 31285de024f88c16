//! By which providers one signs in.

use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_usecases::identities;
use bailiwick_usecases::sso::Back;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::sso::{SsoCodeIn, named};
use crate::wire::{Cursor, Done, Empty, Json, Made, Nullable, PageOut, Paging, Position, Shown, Time};

/// A provider by which one signs in.
#[derive(Serialize, Object)]
pub(crate) struct IdentityOut {
    /// The provider.
    provider: String,
    /// The address that the provider last told.
    email: Nullable<String>,
    /// When it was added.
    created_at: Time,
    /// When it was last signed in with, or added.
    last_used_at: Time,
}

impl From<Identity> for IdentityOut {
    fn from(identity: Identity) -> Self {
        Self {
            provider: identity.provider.into(),
            email: identity.email.map(String::from).into(),
            created_at: identity.created_at.into(),
            last_used_at: identity.last_used_at.into(),
        }
    }
}

/// Where the browser goes in the end.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityStartIn {
    /// A URL of this service or of one of its `cors_origins`. There it has `#code=…`, or `#error=…`.
    #[oai(validator(max_length = 2000))]
    return_to: String,
    /// The SHA-256 of a random verifier, in base64url without padding.
    #[oai(validator(max_length = 43))]
    code_challenge: String,
}

/// Where the browser goes first.
#[derive(Serialize, Object)]
pub(crate) struct IdentityStartOut {
    /// The provider's URL.
    url: String,
}

/// The place of a provider in the list.
struct Named(ProviderName);

impl Position for Named {
    fn write(&self) -> Vec<u8> {
        self.0.as_str().as_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        ProviderName::try_from(String::from_utf8(bytes.to_vec()).ok()?).ok().map(Self)
    }
}

pub(crate) struct IdentitiesApi;

#[OpenApi(tag = "Tag::Users")]
impl IdentitiesApi {
    /// The providers by which one signs in
    #[oai(path = "/v1/me/identities", method = "get", operation_id = "list_identities")]
    async fn list(
        &self,
        Signed(asker): Signed,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<IdentityOut>>, ApiError> {
        let after: Option<Named> = Cursor::IDENTITIES.after(cursor.0.as_deref())?;
        let after = after.map(|Named(provider)| provider);
        let page = identities::list(&asker.cx, &asker.call, after.as_ref(), limit.0).await?;
        let position = |identity: &Identity| Named(identity.provider.clone());
        Ok(Paging::show(Cursor::IDENTITIES, page, position, IdentityOut::from))
    }

    /// Begin to add a provider
    ///
    /// The browser goes to the URL, proves itself to the provider, and comes back to `return_to` with a code.
    #[oai(path = "/v1/me/identities/:provider/start", method = "post", operation_id = "start_identity")]
    async fn start(
        &self,
        Signed(asker): Signed,
        provider: Path<String>,
        Json(given): Json<IdentityStartIn>,
    ) -> Result<Shown<IdentityStartOut>, ApiError> {
        let back = Back { to: given.return_to, challenge: given.code_challenge };
        let url = identities::start(&asker.cx, &asker.call, named(provider.0)?, back).await?;
        Ok(Shown::of(IdentityStartOut { url }))
    }

    /// Add a provider
    ///
    /// With the code that the page was given. One's other sessions end.
    #[oai(path = "/v1/me/identities", method = "post", operation_id = "add_identity")]
    async fn add(
        &self,
        Signed(asker): Signed,
        Json(given): Json<SsoCodeIn>,
    ) -> Result<Made<IdentityOut>, ApiError> {
        let added = identities::add(&asker.cx, &asker.call, &given.code, &given.code_verifier).await?;
        Ok(Made::of(added))
    }

    /// Remove a provider
    ///
    /// One's other sessions end.
    #[oai(path = "/v1/me/identities/:provider", method = "delete", operation_id = "remove_identity")]
    async fn remove(&self, Signed(asker): Signed, provider: Path<String>) -> Result<Done, ApiError> {
        identities::remove(&asker.cx, &asker.call, &named(provider.0)?).await?;
        Ok(Empty)
    }
}
