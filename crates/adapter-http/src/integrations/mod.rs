//! Service integrations. Their keys are in `keys`.

mod keys;

use bailiwick_domain::ids::{AccountId, IntegrationId, MemberId};
use bailiwick_domain::integrations::Integration;
use bailiwick_usecases::integrations;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

pub(crate) use keys::IntegrationKeysApi;

use crate::auth::Signed;
use crate::error::ApiError;
use crate::members::{GrantIn, GrantOut, GrantsIn};
use crate::server::Tag;
use crate::wire::{
    Cursor, Done, Empty, Id, Json, MadeTagged, Nullable, PageOut, Paging, Shown, Tagged, Time, present,
};

/// A new service integration.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct IntegrationIn {
    /// What people call it.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// What it holds: no more than the caller has.
    #[serde(default)]
    #[oai(default, validator(max_items = 500))]
    grants: Vec<GrantIn>,
}

/// A change of a service integration. What is left out stays.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct IntegrationPatch {
    /// What people call it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
}

/// Whether a service integration can do something.
#[derive(Debug, Clone, Copy, Serialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum IntegrationState {
    /// As far as its maker can.
    Active,
    /// Nothing: its maker is suspended, or no member any more.
    Suspended,
}

/// A service integration: a machine member of an account.
#[derive(Serialize, Object)]
pub(crate) struct IntegrationOut {
    /// The integration's id.
    id: Id<IntegrationId>,
    /// What people call it.
    name: String,
    /// The member who answers for it, beyond whom it can do nothing; null once they are no member any more.
    maker: Nullable<Id<MemberId>>,
    /// Whether it can do something.
    status: IntegrationState,
    /// What it holds, as far as its maker does.
    grants: Vec<GrantOut>,
    /// When it was made.
    created_at: Time,
}

impl From<Integration> for IntegrationOut {
    fn from(integration: Integration) -> Self {
        let active = integration.is_active();
        Self {
            id: integration.id.into(),
            name: integration.name.into(),
            maker: integration.maker.map(|maker| maker.member).into(),
            status: if active { IntegrationState::Active } else { IntegrationState::Suspended },
            grants: integration.grants.into_iter().map(Into::into).collect(),
            created_at: integration.created_at.into(),
        }
    }
}

pub(crate) struct IntegrationsApi;

#[OpenApi(tag = "Tag::Integrations")]
impl IntegrationsApi {
    /// Make a service integration
    ///
    /// The caller answers for it: at every decision, it can do no more than they then can.
    #[oai(path = "/v1/accounts/:acct/integrations", method = "post", operation_id = "create_integration")]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<IntegrationIn>,
    ) -> Result<MadeTagged<IntegrationOut>, ApiError> {
        let grants = given.grants.into_iter().map(Into::into).collect();
        let made = integrations::create(&asker.cx, &asker.call, acct.0.0, given.name, grants).await?;
        let location = format!("/v1/accounts/{}/integrations/{}", made.account, made.id);
        Ok(MadeTagged::at(location, made.version, made))
    }

    /// The service integrations of an account
    #[oai(path = "/v1/accounts/:acct/integrations", method = "get", operation_id = "list_integrations")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<IntegrationOut>>, ApiError> {
        let after: Option<IntegrationId> = Cursor::INTEGRATIONS.after(cursor.0.as_deref())?;
        let page = integrations::list(&asker.cx, &asker.call, acct.0.0, after, limit.0).await?;
        Ok(Paging::show(Cursor::INTEGRATIONS, page, |found: &Integration| found.id, IntegrationOut::from))
    }

    /// One service integration
    #[oai(path = "/v1/accounts/:acct/integrations/:sint", method = "get", operation_id = "get_integration")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
    ) -> Result<Tagged<IntegrationOut>, ApiError> {
        let found = integrations::get(&asker.cx, &asker.call, acct.0.0, sint.0.0).await?;
        Ok(Tagged::of(found.version, found))
    }

    /// Name a service integration
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint",
        method = "patch",
        operation_id = "update_integration"
    )]
    async fn update(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
        Json(patch): Json<IntegrationPatch>,
    ) -> Result<Tagged<IntegrationOut>, ApiError> {
        let found = integrations::rename(&asker.cx, &asker.call, acct.0.0, sint.0.0, patch.name).await?;
        Ok(Tagged::of(found.version, found))
    }

    /// Change all that a service integration holds
    ///
    /// In one step. Its maker gives it no more than they have; other members only take away.
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint/grants",
        method = "put",
        operation_id = "put_integration_grants"
    )]
    async fn put_grants(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
        Json(given): Json<GrantsIn>,
    ) -> Result<Tagged<IntegrationOut>, ApiError> {
        let (cx, call) = (&asker.cx, &asker.call);
        let found = integrations::put_grants(cx, call, acct.0.0, sint.0.0, given.asked()).await?;
        Ok(Tagged::of(found.version, found))
    }

    /// Take a service integration over
    ///
    /// The caller answers for it from then on, and it can do no more than they can. Its keys are removed: the former maker
    /// may know them.
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint/take-over",
        method = "post",
        operation_id = "take_over_integration"
    )]
    async fn take_over(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
    ) -> Result<Tagged<IntegrationOut>, ApiError> {
        let found = integrations::take_over(&asker.cx, &asker.call, acct.0.0, sint.0.0).await?;
        Ok(Tagged::of(found.version, found))
    }

    /// Remove a service integration
    ///
    /// With its keys.
    #[oai(
        path = "/v1/accounts/:acct/integrations/:sint",
        method = "delete",
        operation_id = "remove_integration"
    )]
    async fn remove(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        sint: Path<Id<IntegrationId>>,
    ) -> Result<Done, ApiError> {
        integrations::remove(&asker.cx, &asker.call, acct.0.0, sint.0.0).await?;
        Ok(Empty)
    }
}
