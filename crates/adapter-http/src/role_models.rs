//! The role model of an account, and moving the account to another.

use std::collections::BTreeMap;

use bailiwick_domain::ids::{AccountId, MemberId};
use bailiwick_domain::role_models::{Role, RoleIndex, RoleModel};
use bailiwick_usecases::role_models::{self, MemberMove, Move, MovePreview};
use bailiwick_usecases::{Error, accounts};
use poem_openapi::param::Path;
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::{ApiError, ProblemOut};
use crate::members::{EffectOut, outcome, problems};
use crate::server::Tag;
use crate::wire::{Id, Json, Nullable, Shown, Tagged};

/// Where an account is to move.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleModelIn {
    /// The model's id.
    id: String,
    /// Its version; the newest without it.
    #[oai(nullable)]
    version: Option<u32>,
    /// Old roles with the new one, or null to drop it. A role that is not named keeps its id.
    #[serde(default)]
    #[oai(default)]
    mapping: BTreeMap<String, Nullable<String>>,
}

impl From<RoleModelIn> for Move {
    fn from(given: RoleModelIn) -> Self {
        let mapping = given.mapping.into_iter().map(|(old, new)| (old, new.0)).collect();
        Self { id: given.id, version: given.version, mapping }
    }
}

/// A role that may not meet another.
#[derive(Serialize, Object)]
pub(crate) struct ExclusionOut {
    /// The other role.
    role: String,
    /// Where: `account`, `same_app` or `same_keyset`.
    reach: String,
}

/// A role.
#[derive(Serialize, Object)]
pub(crate) struct RoleOut {
    /// The role's id.
    id: String,
    /// For people.
    title: String,
    /// The resource type at which it is granted.
    scope: String,
    /// All that it hands out, inclusions among them.
    permissions: Vec<String>,
    /// The roles that it includes itself.
    includes: Vec<String>,
    /// The roles that it may not meet.
    excludes: Vec<ExclusionOut>,
    /// It may be assigned only where one of these is held.
    requires_any: Vec<String>,
    /// Who holds one of these may grant and revoke it.
    granted_by: Vec<String>,
    /// Whether an invitation may carry it.
    invitable: bool,
}

impl RoleOut {
    fn of(model: &RoleModel, index: RoleIndex, role: &Role) -> Self {
        let named = |roles: &[RoleIndex]| roles.iter().map(|role| model.role(*role).id.clone()).collect();
        let included: Vec<RoleIndex> = role.includes.iter().map(|held| held.role).collect();
        let excluded = |(role, reach): (RoleIndex, bailiwick_domain::role_models::Reach)| ExclusionOut {
            role: model.role(role).id.clone(),
            reach: reach.as_str().to_owned(),
        };
        let all = role.here.union(&role.on_account).union(model.base());
        Self {
            id: role.id.clone(),
            title: role.title.clone(),
            scope: model.type_id(role.scope).to_owned(),
            permissions: all.iter().map(|index| model.permission(index).id.clone()).collect(),
            includes: named(&included),
            excludes: model.exclusions_of(index).map(excluded).collect(),
            requires_any: named(&role.requires_any),
            granted_by: named(&role.granted_by),
            invitable: role.invitable,
        }
    }
}

/// A permission.
#[derive(Serialize, Object)]
pub(crate) struct PermissionOut {
    /// The dotted id.
    id: String,
    /// For people.
    title: String,
    /// The resource types that it applies to.
    types: Vec<String>,
}

/// Which role owns an account, and how many may hold it.
#[derive(Serialize, Object)]
pub(crate) struct OwnershipOut {
    /// The owner role.
    role: String,
    /// The least number of active owners.
    least: u32,
    /// The most number of holders; null for any.
    most: Nullable<u32>,
}

/// The role model that an account follows.
#[derive(Serialize, Object)]
pub(crate) struct RoleModelOut {
    /// The model's id.
    id: String,
    /// Its version.
    version: u32,
    /// For people.
    title: String,
    /// The roles, in the order in which people see them.
    roles: Vec<RoleOut>,
    /// Every permission.
    permissions: Vec<PermissionOut>,
    /// Who owns an account.
    ownership: OwnershipOut,
    /// `one`: each member holds exactly one role. `many`: any number.
    roles_per_member: String,
    /// Whether a user may be active in just one account of this model.
    one_active_account: bool,
}

impl From<&RoleModel> for RoleModelOut {
    fn from(model: &RoleModel) -> Self {
        let ownership = model.ownership();
        let permissions = model.permissions().iter().map(|permission| PermissionOut {
            id: permission.id.clone(),
            title: permission.title.clone(),
            types: permission.types.iter().map(|kind| model.type_id(*kind).to_owned()).collect(),
        });
        Self {
            id: model.id().to_owned(),
            version: model.version(),
            title: model.title().to_owned(),
            roles: (0..).zip(model.roles()).map(|(index, role)| RoleOut::of(model, index, role)).collect(),
            permissions: permissions.collect(),
            ownership: OwnershipOut {
                role: model.owner_role().id.clone(),
                least: ownership.least,
                most: Nullable(ownership.most),
            },
            roles_per_member: model.roles_per_member().as_str().to_owned(),
            one_active_account: model.one_active_account(),
        }
    }
}

/// What a move does to one member.
#[derive(Serialize, Object)]
pub(crate) struct MemberMoveOut {
    /// The member.
    member: Id<MemberId>,
    /// Held afterwards, not before.
    gains: Vec<EffectOut>,
    /// Held before, not afterwards.
    loses: Vec<EffectOut>,
    /// Every rule that would break for this member.
    violations: Vec<ProblemOut>,
}

impl From<MemberMove> for MemberMoveOut {
    fn from(moved: MemberMove) -> Self {
        let (gains, loses, violations) = outcome(moved.effects, moved.violations);
        Self { member: moved.member.into(), gains, loses, violations }
    }
}

/// What a move to another role model does.
#[derive(Serialize, Object)]
pub(crate) struct MovePreviewOut {
    /// The members for whom something changes or breaks.
    members: Vec<MemberMoveOut>,
    /// Every rule that would break for the account as a whole; the move is refused while there is one, here or above.
    violations: Vec<ProblemOut>,
}

impl From<MovePreview> for MovePreviewOut {
    fn from(preview: MovePreview) -> Self {
        let members = preview.members.into_iter().map(Into::into).collect();
        Self { members, violations: problems(preview.violations) }
    }
}

pub(crate) struct RoleModelsApi;

#[OpenApi(tag = "Tag::RoleModels")]
impl RoleModelsApi {
    /// The role model of an account
    ///
    /// Its `ETag` is the account's.
    #[oai(path = "/v1/accounts/:acct/role-model", method = "get", operation_id = "get_role_model")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
    ) -> Result<Tagged<RoleModelOut>, ApiError> {
        let account = accounts::get(&asker.cx, &asker.call, acct.0.0).await?;
        let model = role_models::get(&asker.cx, &asker.call, acct.0.0).await?;
        Ok(Tagged::of(account.version, &*model))
    }

    /// Preview a move to another role model
    ///
    /// Changes nothing.
    #[oai(
        path = "/v1/accounts/:acct/role-model/preview",
        method = "post",
        operation_id = "preview_role_model"
    )]
    async fn preview(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<RoleModelIn>,
    ) -> Result<Shown<MovePreviewOut>, ApiError> {
        let preview = role_models::preview_move(&asker.cx, &asker.call, acct.0.0, &given.into()).await?;
        Ok(Shown::of(preview))
    }

    /// Move an account to another role model
    ///
    /// In one step, and only when no rule would break.
    #[oai(path = "/v1/accounts/:acct/role-model", method = "put", operation_id = "put_role_model")]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<RoleModelIn>,
    ) -> Result<Tagged<RoleModelOut>, ApiError> {
        let account = role_models::move_account(&asker.cx, &asker.call, acct.0.0, &given.into()).await?;
        let model = asker.cx.models.get(&account.model.id, Some(account.model.version));
        let model = model.map_err(|unknown| Error::internal(&unknown))?;
        Ok(Tagged::of(account.version, &**model))
    }
}
