//! Apps of an account.

use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::resources::Resource;
use bailiwick_domain::usage_limits::UsageLimit;
use bailiwick_usecases::apps::{self, App, Patch};
use bailiwick_usecases::usage_limits::NewLimit;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::usage_limits::BucketKind;
use crate::wire::{
    Cursor, Done, Empty, Id, Json, MadeTagged, PageOut, Paging, Shown, Tagged, Time, from_objects, present,
};

/// A new app.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct AppIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
}

/// Whether an app is in use. The product heeds it: nothing of the app is refused here while it is disabled.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum AppStatus {
    Active,
    Disabled,
}

/// A change of an app. What is left out stays.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct AppPatch {
    /// What people call it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
    /// Whether it is in use.
    #[serde(default, deserialize_with = "present")]
    status: Option<AppStatus>,
    /// All limits on its usage; what is not among them is taken away.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(max_items = 100))]
    limits: Option<Vec<AppLimitIn>>,
}

/// A limit on an app's usage.
#[derive(Deserialize, Object)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct AppLimitIn {
    /// Of what.
    #[oai(validator(min_length = 1, max_length = 64, pattern = "^[a-z][a-z0-9._-]*$"))]
    metric: String,
    /// In which period.
    period: BucketKind,
    /// How much.
    #[oai(validator(minimum(value = "1"), maximum(value = "9007199254740992")))]
    limit: u64,
}

from_objects!(AppLimitIn);

impl From<AppLimitIn> for NewLimit {
    fn from(AppLimitIn { metric, period, limit }: AppLimitIn) -> Self {
        Self { metric, period: period.into(), limit, app: None }
    }
}

/// A limit on an app's usage.
#[derive(Serialize, Object)]
pub(crate) struct AppLimitOut {
    /// Of what.
    metric: String,
    /// In which period.
    period: BucketKind,
    /// How much.
    limit: u64,
}

impl From<UsageLimit> for AppLimitOut {
    fn from(UsageLimit { metric, period, limit, .. }: UsageLimit) -> Self {
        Self { metric: metric.into(), period: period.into(), limit }
    }
}

/// An app.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct AppOut {
    /// The app's id.
    id: Id<AppId>,
    /// What people call it.
    name: String,
    /// Whether it is in use; only to who may see the app's settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<AppStatus>,
    /// The limits on its usage; only to who may see the app's settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<Vec<AppLimitOut>>,
    /// When it was made.
    created_at: Time,
}

impl From<App> for AppOut {
    fn from(App { app, limits }: App) -> Self {
        let status = if app.disabled { AppStatus::Disabled } else { AppStatus::Active };
        Self {
            id: AppId::new(app.key).into(),
            status: limits.is_some().then_some(status),
            limits: limits.map(|limits| limits.into_iter().map(Into::into).collect()),
            name: app.title.map(Into::into).unwrap_or_default(),
            created_at: app.created_at.into(),
        }
    }
}

/// An app by its id and name.
#[derive(Serialize, Object)]
pub(crate) struct AppRefOut {
    /// The app's id.
    id: Id<AppId>,
    /// What people call it.
    name: String,
}

impl From<Resource> for AppRefOut {
    fn from(app: Resource) -> Self {
        Self { id: AppId::new(app.key).into(), name: app.title.map(Into::into).unwrap_or_default() }
    }
}

pub(crate) struct AppsApi;

#[OpenApi(tag = "Tag::Apps")]
impl AppsApi {
    /// Make an app
    #[oai(path = "/v1/accounts/:acct/apps", method = "post", operation_id = "create_app")]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<AppIn>,
    ) -> Result<MadeTagged<AppOut>, ApiError> {
        let made = apps::create(&asker.cx, &asker.call, acct.0.0, given.name).await?;
        let location = format!("/v1/accounts/{}/apps/{}", made.app.account, made.app.name.id);
        Ok(MadeTagged::at(location, made.app.version, made))
    }

    /// The apps of an account
    ///
    /// Those that the caller may view.
    #[oai(path = "/v1/accounts/:acct/apps", method = "get", operation_id = "list_apps")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<AppOut>>, ApiError> {
        let after: Option<AppId> = Cursor::APPS.after(cursor.0.as_deref())?;
        let page = apps::list(&asker.cx, &asker.call, acct.0.0, after, limit.0).await?;
        Ok(Paging::show(Cursor::APPS, page, |found: &App| AppId::new(found.app.key), AppOut::from))
    }

    /// One app
    #[oai(path = "/v1/accounts/:acct/apps/:app", method = "get", operation_id = "get_app")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
    ) -> Result<Tagged<AppOut>, ApiError> {
        let found = apps::get(&asker.cx, &asker.call, acct.0.0, app.0.0).await?;
        Ok(Tagged::of(found.app.version, found))
    }

    /// Change an app's settings
    #[oai(path = "/v1/accounts/:acct/apps/:app", method = "patch", operation_id = "update_app")]
    async fn update(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        Json(patch): Json<AppPatch>,
    ) -> Result<Tagged<AppOut>, ApiError> {
        let disabled = patch.status.map(|status| matches!(status, AppStatus::Disabled));
        let limits = patch.limits.map(|limits| limits.into_iter().map(Into::into).collect());
        let patch = Patch { name: patch.name, disabled, limits };
        let found = apps::update(&asker.cx, &asker.call, acct.0.0, app.0.0, patch).await?;
        Ok(Tagged::of(found.app.version, found))
    }

    /// Delete an app
    ///
    /// With its keysets, everything registered below it, and the grants on all of them.
    #[oai(path = "/v1/accounts/:acct/apps/:app", method = "delete", operation_id = "delete_app")]
    async fn delete(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
    ) -> Result<Done, ApiError> {
        apps::delete(&asker.cx, &asker.call, acct.0.0, app.0.0).await?;
        Ok(Empty)
    }
}
