//! Why a member may or may not do something.

use bailiwick_domain::access::{Because, Explanation, Via};
use bailiwick_domain::ids::{AccountId, GrantId, IntegrationId, MemberId};
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::access::{Whom, explain};
use poem_openapi::param::Path;
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::resources::PlaceIn;
use crate::server::Tag;
use crate::wire::{Id, Json, Shown};

/// A question about a member or a service integration.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExplainIn {
    /// Who; either this or `integration`.
    #[oai(nullable)]
    member: Option<Id<MemberId>>,
    /// Which service integration; either this or `member`.
    #[oai(nullable)]
    integration: Option<Id<IntegrationId>>,
    /// What.
    permission: String,
    /// Where; the account itself without it.
    #[oai(nullable)]
    resource: Option<PlaceIn>,
}

/// How a grant comes to allow something.
#[derive(Serialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum ViaOut {
    /// Its role, at the grant's resource and below.
    Grant,
    /// Its role, by an inclusion that is held on the whole account.
    Account,
    /// The model's base permissions, which come with any grant in force.
    BasePermissions,
}

/// A reason why something is allowed.
#[derive(Serialize, Object)]
pub(crate) struct BecauseOut {
    /// The grant.
    grant: Id<GrantId>,
    /// From the granted role over inclusions to the one that has the permission.
    role_path: Vec<String>,
    /// How.
    via: ViaOut,
}

impl From<Because> for BecauseOut {
    fn from(because: Because) -> Self {
        let via = match because.via {
            Via::Here => ViaOut::Grant,
            Via::OnAccount => ViaOut::Account,
            Via::Base => ViaOut::BasePermissions,
        };
        Self { grant: because.grant.into(), role_path: because.role_path, via }
    }
}

/// What would allow it.
#[derive(Serialize, Object)]
pub(crate) struct MissingOut {
    /// The roles that would, granted at the resource or above it. Empty when it is allowed already.
    roles_that_would_allow: Vec<String>,
}

/// The part of an integration's maker in an explanation.
#[derive(Serialize, Object)]
pub(crate) struct MakerPartOut {
    /// Whether the maker may.
    allowed: bool,
    /// Each grant of the maker's that allows it.
    because: Vec<BecauseOut>,
    /// What would allow it.
    missing: MissingOut,
}

impl From<Explanation> for MakerPartOut {
    fn from(explanation: Explanation) -> Self {
        Self {
            allowed: explanation.allowed,
            because: explanation.because.into_iter().map(Into::into).collect(),
            missing: MissingOut { roles_that_would_allow: explanation.roles_that_would_allow },
        }
    }
}

/// Why a member or a service integration may or may not do something.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct ExplainOut {
    /// Whether it is allowed; an integration needs its maker to be allowed it as well.
    allowed: bool,
    /// Each of its own grants that allows it.
    because: Vec<BecauseOut>,
    /// What would allow it.
    missing: MissingOut,
    /// The same of an integration's maker.
    #[serde(skip_serializing_if = "Option::is_none")]
    maker: Option<MakerPartOut>,
    /// What stands against everything, whatever the member holds: `member_not_active`, `account_closed`,
    /// `account_two_factor_required`.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

pub(crate) struct ExplainApi;

#[OpenApi(tag = "Tag::Access")]
impl ExplainApi {
    /// Explain a decision
    #[oai(path = "/v1/accounts/:acct/access/explain", method = "post", operation_id = "explain_access")]
    async fn explain(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<ExplainIn>,
    ) -> Result<Shown<ExplainOut>, ApiError> {
        let resource: Option<ResourceRef> = given.resource.map(Into::into);
        let whom: Whom = match (given.member, given.integration) {
            (Some(member), None) => member.0.into(),
            (None, Some(integration)) => integration.0.into(),
            _ => {
                return Err(ApiError::invalid_field("/member", "either member or integration must be given"));
            }
        };
        let explained =
            explain(&asker.cx, &asker.call, acct.0.0, whom, &given.permission, resource.as_ref()).await?;
        let allowed = explained.allowed();
        let own: MakerPartOut = explained.explanation.into();
        Ok(Shown::of(ExplainOut {
            allowed,
            because: own.because,
            missing: own.missing,
            maker: explained.maker.map(Into::into),
            code: explained.bar.map(str::to_owned),
        }))
    }
}
