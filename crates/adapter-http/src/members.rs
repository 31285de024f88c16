//! Members, and what they hold.

use bailiwick_domain::effects::{Effect, Effects};
use bailiwick_domain::grants::{Grant, GrantRef};
use bailiwick_domain::ids::{AccountId, GrantId, IntegrationId, MemberId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::text::Name;
use bailiwick_domain::violations::Violation;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::input::NewGrant;
use bailiwick_usecases::integrations::Affected;
use bailiwick_usecases::{Error, members};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::{ApiError, ProblemOut};
use crate::resources::{PlaceIn, PlaceOut};
use crate::server::Tag;
use crate::users::UserRefOut;
use crate::wire::{Cursor, Id, Json, Nullable, PageOut, Paging, Shown, Tagged, Text, Time, from_objects};

/// Where a member stands.
#[derive(Debug, Clone, Copy, Serialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum MemberState {
    Invited,
    Active,
    Suspended,
}

impl From<MemberStatus> for MemberState {
    fn from(status: MemberStatus) -> Self {
        match status {
            MemberStatus::Invited => Self::Invited,
            MemberStatus::Active => Self::Active,
            MemberStatus::Suspended => Self::Suspended,
        }
    }
}

impl From<MemberState> for MemberStatus {
    fn from(status: MemberState) -> Self {
        match status {
            MemberState::Invited => Self::Invited,
            MemberState::Active => Self::Active,
            MemberState::Suspended => Self::Suspended,
        }
    }
}

/// A role for a member at one resource, which covers everything below it.
#[derive(Deserialize, Object)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct GrantIn {
    /// Taken and not looked at: a grant keeps its id as long as its role and its resource stay the same.
    #[oai(nullable)]
    id: Option<Id<GrantId>>,
    /// The role.
    role: String,
    /// Where; the account itself without it.
    #[oai(nullable)]
    resource: Option<PlaceIn>,
    /// In force from here on; at once without it.
    #[oai(nullable)]
    starts_at: Option<Time>,
    /// No longer in force from here on; for good without it.
    #[oai(nullable)]
    expires_at: Option<Time>,
}

from_objects!(GrantIn);

impl From<GrantIn> for NewGrant {
    fn from(grant: GrantIn) -> Self {
        Self {
            role: grant.role,
            resource: grant.resource.map(Into::into),
            starts_at: grant.starts_at.map(|time| time.0),
            expires_at: grant.expires_at.map(|time| time.0),
        }
    }
}

/// The whole set that a member is to hold.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct GrantsIn {
    /// The grants; what is not among them is taken away.
    #[oai(validator(max_items = 500))]
    grants: Vec<GrantIn>,
}

impl GrantsIn {
    pub(crate) fn asked(self) -> Vec<NewGrant> {
        self.grants.into_iter().map(Into::into).collect()
    }
}

/// A role for a member at one resource, which covers everything below it.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct GrantOut {
    /// The grant's id.
    id: Id<GrantId>,
    /// The role.
    role: String,
    /// Where.
    resource: PlaceOut,
    /// In force from here on.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_at: Option<Time>,
    /// No longer in force from here on.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<Time>,
}

impl From<Grant> for GrantOut {
    fn from(grant: Grant) -> Self {
        Self {
            id: grant.id.into(),
            resource: grant.place.name().into(),
            role: grant.role,
            starts_at: grant.window.starts_at.map(Time),
            expires_at: grant.window.expires_at.map(Time),
        }
    }
}

/// A grant by its role and resource.
#[derive(Debug, Serialize, Object)]
pub(crate) struct GrantRefOut {
    /// The role.
    role: String,
    /// Where.
    resource: PlaceOut,
}

impl From<GrantRef> for GrantRefOut {
    fn from(grant: GrantRef) -> Self {
        Self { role: grant.role, resource: grant.resource.into() }
    }
}

/// A user's place in an account.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct MemberOut {
    /// The member's id.
    id: Id<MemberId>,
    /// Who; null while invited.
    user: Nullable<UserRefOut>,
    /// The user's address, or the invited one.
    email: String,
    /// Where the member stands.
    status: MemberState,
    /// What the member holds, or will hold once the invitation is accepted.
    grants: Vec<GrantOut>,
    /// Whether the user has a second factor.
    two_factor: bool,
    /// When the user last did something in this account.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen_at: Option<Time>,
    /// Since when there is this member.
    created_at: Time,
}

impl From<Member> for MemberOut {
    fn from(member: Member) -> Self {
        let email: String = member.email.into();
        let user = member.user.map(|id| UserRefOut {
            id: id.into(),
            name: member.name.into(),
            email: email.clone(),
        });
        Self {
            id: member.id.into(),
            user: Nullable(user),
            email,
            status: member.status.into(),
            grants: member.grants.into_iter().map(Into::into).collect(),
            two_factor: member.two_factor,
            last_seen_at: member.last_seen_at.map(Time),
            created_at: member.created_at.into(),
        }
    }
}

/// A permission gained or lost at a resource and everything below.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct EffectOut {
    /// The permission.
    permission: String,
    /// The highest resource at which it is gained or lost.
    resource: PlaceOut,
    /// From when on; at once without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_at: Option<Time>,
    /// Until when; for good without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<Time>,
}

impl From<Effect> for EffectOut {
    fn from(effect: Effect) -> Self {
        Self {
            permission: effect.permission,
            resource: effect.resource.into(),
            starts_at: effect.starts_at.map(Time),
            expires_at: effect.expires_at.map(Time),
        }
    }
}

/// Effects and broken rules as they are shown.
pub(crate) fn outcome(
    effects: Effects,
    violations: Vec<Violation>,
) -> (Vec<EffectOut>, Vec<EffectOut>, Vec<ProblemOut>) {
    let show = |effects: Vec<Effect>| effects.into_iter().map(Into::into).collect();
    (show(effects.gains), show(effects.loses), problems(violations))
}

/// Broken rules as they are shown.
pub(crate) fn problems(violations: Vec<Violation>) -> Vec<ProblemOut> {
    violations.into_iter().map(|violation| ProblemOut::from(&Error::from(violation))).collect()
}

/// What a change of grants would do.
#[derive(Serialize, Object)]
pub(crate) struct PreviewOut {
    /// Held afterwards, not before.
    gains: Vec<EffectOut>,
    /// Held before, not afterwards.
    loses: Vec<EffectOut>,
    /// Every rule that would break; the change is refused while there is one.
    violations: Vec<ProblemOut>,
    /// What hangs on the member and would be affected.
    affects: AffectedOut,
}

/// A service integration by its id and name.
#[derive(Serialize, Object)]
pub(crate) struct IntegrationRefOut {
    /// The integration's id.
    id: Id<IntegrationId>,
    /// What people call it.
    name: String,
}

/// What hangs on a member and is affected by a change of them.
#[derive(Serialize, Object)]
pub(crate) struct AffectedOut {
    /// The service integrations of which they are the maker, and that can do less or nothing.
    integrations: Vec<IntegrationRefOut>,
    /// How many keys these have.
    keys: u64,
    /// How many sessions the user has, which can do less in this account or nothing.
    sessions: u64,
}

impl From<Affected> for AffectedOut {
    fn from(affected: Affected) -> Self {
        let named =
            |(id, name): (IntegrationId, Name)| IntegrationRefOut { id: id.into(), name: name.into() };
        Self {
            integrations: affected.integrations.into_iter().map(named).collect(),
            keys: affected.keys,
            sessions: affected.sessions,
        }
    }
}

/// What was affected by a removal.
#[derive(Serialize, Object)]
pub(crate) struct RemovedOut {
    /// What hung on the member.
    affects: AffectedOut,
}

/// What a removal would do.
#[derive(Serialize, Object)]
pub(crate) struct RemovalPreviewOut {
    /// What hangs on the member and would be affected.
    affects: AffectedOut,
    /// The rules that would break; the removal is refused while there is one.
    violations: Vec<ProblemOut>,
}

/// A transfer of ownership.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransferIn {
    /// The new owner, an active member.
    member: Id<MemberId>,
    /// The roles, at the account, that the former owner holds afterwards.
    #[serde(default)]
    #[oai(default)]
    keep_roles: Vec<String>,
}

/// Both sides of a transfer of ownership.
#[derive(Serialize, Object)]
pub(crate) struct TransferOut {
    /// The former owner.
    from: MemberOut,
    /// The new owner.
    to: MemberOut,
}

pub(crate) struct MembersApi;

#[OpenApi(tag = "Tag::Members")]
impl MembersApi {
    /// The members of an account
    #[oai(path = "/v1/accounts/:acct/members", method = "get", operation_id = "list_members")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// Only those who stand so.
        status: Query<Option<MemberState>>,
        /// Only who holds that role, anywhere.
        role: Query<Option<Text>>,
        /// Only whose address or name has this in it, compared without case.
        q: Query<Option<Text>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<MemberOut>>, ApiError> {
        let after: Option<MemberId> = Cursor::MEMBERS.after(cursor.0.as_deref())?;
        let text = |given: Query<Option<Text>>| given.0.map(|text| text.0);
        let filter = MemberFilter {
            status: status.0.map(Into::into),
            role: text(role),
            text: text(q),
            two_factor: None,
        };
        let page = members::list(&asker.cx, &asker.call, acct.0.0, &filter, after, limit.0).await?;
        Ok(Paging::show(Cursor::MEMBERS, page, |member: &Member| member.id, MemberOut::from))
    }

    /// One member
    ///
    /// One's own always.
    #[oai(path = "/v1/accounts/:acct/members/:mbr", method = "get", operation_id = "get_member")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
    ) -> Result<Tagged<MemberOut>, ApiError> {
        let member = members::get(&asker.cx, &asker.call, acct.0.0, mbr.0.0).await?;
        Ok(Tagged::of(member.version, member))
    }

    /// Change all that a member holds
    ///
    /// In one step: every rule is judged on the whole set.
    #[oai(path = "/v1/accounts/:acct/members/:mbr/grants", method = "put", operation_id = "put_grants")]
    async fn put_grants(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
        Json(given): Json<GrantsIn>,
    ) -> Result<Tagged<MemberOut>, ApiError> {
        let member = members::put_grants(&asker.cx, &asker.call, acct.0.0, mbr.0.0, given.asked()).await?;
        Ok(Tagged::of(member.version, member))
    }

    /// Preview a change of what a member holds
    ///
    /// Changes nothing.
    #[oai(
        path = "/v1/accounts/:acct/members/:mbr/grants/preview",
        method = "post",
        operation_id = "preview_grants"
    )]
    async fn preview(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
        Json(given): Json<GrantsIn>,
    ) -> Result<Shown<PreviewOut>, ApiError> {
        let preview =
            members::preview_grants(&asker.cx, &asker.call, acct.0.0, mbr.0.0, given.asked()).await?;
        let (gains, loses, violations) = outcome(preview.effects, preview.violations);
        Ok(Shown::of(PreviewOut { gains, loses, violations, affects: preview.affects.into() }))
    }

    /// Remove a member, or leave
    ///
    /// Of an invited member it revokes the invitation. The answer tells what hung on the member.
    #[oai(path = "/v1/accounts/:acct/members/:mbr", method = "delete", operation_id = "remove_member")]
    async fn remove(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
    ) -> Result<Shown<RemovedOut>, ApiError> {
        let affected = members::remove(&asker.cx, &asker.call, acct.0.0, mbr.0.0).await?;
        Ok(Shown::of(RemovedOut { affects: affected.into() }))
    }

    /// Preview a removal
    ///
    /// Changes nothing.
    #[oai(
        path = "/v1/accounts/:acct/members/:mbr/removal/preview",
        method = "post",
        operation_id = "preview_removal"
    )]
    async fn preview_removal(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
    ) -> Result<Shown<RemovalPreviewOut>, ApiError> {
        let preview = members::preview_removal(&asker.cx, &asker.call, acct.0.0, mbr.0.0).await?;
        let violations = problems(preview.violations);
        Ok(Shown::of(RemovalPreviewOut { affects: preview.affects.into(), violations }))
    }

    /// Suspend a member
    #[oai(path = "/v1/accounts/:acct/members/:mbr/suspend", method = "post", operation_id = "suspend_member")]
    async fn suspend(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
    ) -> Result<Tagged<MemberOut>, ApiError> {
        let member = members::set_suspended(&asker.cx, &asker.call, acct.0.0, mbr.0.0, true).await?;
        Ok(Tagged::of(member.version, member))
    }

    /// Resume a suspended member
    #[oai(path = "/v1/accounts/:acct/members/:mbr/resume", method = "post", operation_id = "resume_member")]
    async fn resume(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        mbr: Path<Id<MemberId>>,
    ) -> Result<Tagged<MemberOut>, ApiError> {
        let member = members::set_suspended(&asker.cx, &asker.call, acct.0.0, mbr.0.0, false).await?;
        Ok(Tagged::of(member.version, member))
    }

    /// Transfer the ownership
    ///
    /// From the caller to another active member, in one step.
    #[oai(
        path = "/v1/accounts/:acct/ownership/transfer",
        method = "post",
        operation_id = "transfer_ownership"
    )]
    async fn transfer(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<TransferIn>,
    ) -> Result<Shown<TransferOut>, ApiError> {
        let moved =
            members::transfer(&asker.cx, &asker.call, acct.0.0, given.member.0, &given.keep_roles).await?;
        Ok(Shown::of(TransferOut { from: moved.from.into(), to: moved.to.into() }))
    }
}
