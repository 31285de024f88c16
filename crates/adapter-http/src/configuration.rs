//! Apps' configurations: the document itself is the body, its version is in the `ETag`.

use std::borrow::Cow;

use bailiwick_domain::configuration::{Configuration, Version};
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_usecases::configuration;
use poem_openapi::param::{Path, Query};
use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::Type;
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::audit::PartyOut;
use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Cursor, Id, Json, JsonObject, PageOut, Paging, Position, Shown, Tagged, Time};

/// A JSON object of the product's own. It has a name in the document, unlike other objects whose fields others define.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct AppConfiguration(JsonObject);

const NAME: &str = "AppConfiguration";

impl Type for AppConfiguration {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        NAME.into()
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference(NAME.to_owned())
    }
    fn register(registry: &mut Registry) {
        let description =
            "A JSON object of the product's own: at most 256 KiB, at most 32 deep. No secrets belong in it";
        registry.create_schema::<Self, _>(NAME.to_owned(), |_| MetaSchema {
            description: Some(description),
            ..MetaSchema::new("object")
        });
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl From<Configuration> for AppConfiguration {
    fn from(configuration: Configuration) -> Self {
        Self(JsonObject::of(configuration.document.into_fields()))
    }
}

/// A version of an app's configuration.
#[derive(Serialize, Object)]
pub(crate) struct ConfigurationVersionOut {
    /// Its number, from 1.
    version: u64,
    /// When it was made.
    made_at: Time,
    /// By whom.
    made_by: PartyOut,
    /// How many bytes it has as compact JSON.
    bytes: u64,
}

impl From<Version> for ConfigurationVersionOut {
    fn from(version: Version) -> Self {
        Self {
            version: version.number,
            made_at: version.made_at.into(),
            made_by: version.made_by.into(),
            bytes: version.bytes,
        }
    }
}

/// Where a page of versions ended.
struct Below(u64);

impl Position for Below {
    fn write(&self) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(u64::from_be_bytes(bytes)))
    }
}

/// The document with its version; an empty one of version 0 where there was none yet.
fn shown(configuration: Option<Configuration>) -> Tagged<AppConfiguration> {
    let version = configuration.as_ref().map_or(0, |configuration| configuration.version.number);
    let document = configuration.map_or_else(|| AppConfiguration(JsonObject::default()), Into::into);
    Tagged::of(version, document)
}

pub(crate) struct ConfigurationApi;

#[OpenApi(tag = "Tag::Apps")]
impl ConfigurationApi {
    /// An app's configuration
    ///
    /// `{}` where nothing was put yet. The `ETag` begins with the version, from 1.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/configuration",
        method = "get",
        operation_id = "get_app_configuration"
    )]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
    ) -> Result<Tagged<AppConfiguration>, ApiError> {
        Ok(shown(configuration::get(&asker.cx, &asker.call, acct.0.0, app.0.0).await?))
    }

    /// Replace an app's configuration
    ///
    /// As a whole. The 100 newest versions are kept. No secrets belong in it: the audit log tells what changed.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/configuration",
        method = "put",
        operation_id = "put_app_configuration"
    )]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        Json(given): Json<AppConfiguration>,
    ) -> Result<Tagged<AppConfiguration>, ApiError> {
        let fields = given.0.into_fields();
        let put = configuration::put(&asker.cx, &asker.call, acct.0.0, app.0.0, fields).await?;
        Ok(shown(Some(put)))
    }

    /// The versions of an app's configuration
    ///
    /// Newest first.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/configuration/versions",
        method = "get",
        operation_id = "list_app_configuration_versions"
    )]
    async fn versions(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<ConfigurationVersionOut>>, ApiError> {
        let below: Option<Below> = Cursor::CONFIGURATIONS.after(cursor.0.as_deref())?;
        let below = below.map(|below| below.0);
        let page = configuration::versions(&asker.cx, &asker.call, acct.0.0, app.0.0, below, limit.0).await?;
        let position = |version: &Version| Below(version.number);
        Ok(Paging::show(Cursor::CONFIGURATIONS, page, position, ConfigurationVersionOut::from))
    }

    /// A version of an app's configuration
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/configuration/versions/:version",
        method = "get",
        operation_id = "get_app_configuration_version"
    )]
    async fn version(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        /// Its number, from 1.
        version: Path<u64>,
    ) -> Result<Tagged<AppConfiguration>, ApiError> {
        let found = configuration::version(&asker.cx, &asker.call, acct.0.0, app.0.0, version.0).await?;
        Ok(shown(Some(found)))
    }
}
