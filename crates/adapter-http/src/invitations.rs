//! Invitations: making, listing, resending, revoking and accepting them.

use bailiwick_domain::ids::{AccountId, InvitationId, MemberId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_usecases::acceptance::{self, NewUser};
use bailiwick_usecases::invitations::{self, Invited};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::accounts::AccountOut;
use crate::auth::{Maybe, Signed};
use crate::error::ApiError;
use crate::members::{GrantIn, GrantOut, MemberOut};
use crate::server::Tag;
use crate::sessions::NewSessionOut;
use crate::wire::{
    Cursor, Done, Empty, Id, Json, MadeTagged, Nullable, PageOut, Paging, Shown, Tagged, Time,
};

/// What became of an invitation.
#[derive(Debug, Clone, Copy, Serialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum InvitationState {
    Pending,
    Accepted,
    Expired,
    Revoked,
    Lapsed,
}

impl From<InvitationStatus> for InvitationState {
    fn from(status: InvitationStatus) -> Self {
        match status {
            InvitationStatus::Pending => Self::Pending,
            InvitationStatus::Accepted => Self::Accepted,
            InvitationStatus::Expired => Self::Expired,
            InvitationStatus::Revoked => Self::Revoked,
            InvitationStatus::Lapsed => Self::Lapsed,
        }
    }
}

impl From<InvitationState> for InvitationStatus {
    fn from(status: InvitationState) -> Self {
        match status {
            InvitationState::Pending => Self::Pending,
            InvitationState::Accepted => Self::Accepted,
            InvitationState::Expired => Self::Expired,
            InvitationState::Revoked => Self::Revoked,
            InvitationState::Lapsed => Self::Lapsed,
        }
    }
}

/// An invitation to be made.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationIn {
    /// Who is invited.
    #[oai(validator(max_length = 254))]
    email: String,
    /// What the mail calls them.
    #[oai(nullable, validator(min_length = 1, max_length = 100))]
    first_name: Option<String>,
    /// What they will hold: only roles that may be put into an invitation. None without it.
    #[oai(nullable, validator(max_items = 500))]
    grants: Option<Vec<GrantIn>>,
}

/// An invitation.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct InvitationOut {
    /// The invitation's id.
    id: Id<InvitationId>,
    /// The member that it made, `invited` until it is accepted.
    member: Id<MemberId>,
    /// Who is invited.
    email: String,
    /// What the mail calls them.
    first_name: Nullable<String>,
    /// What became of it.
    status: InvitationState,
    /// What it gives; left out of lists, and once the member is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    grants: Option<Vec<GrantOut>>,
    /// The member who answers for it.
    invited_by: Id<MemberId>,
    /// When it was made.
    created_at: Time,
    /// Until when it can be accepted.
    expires_at: Time,
}

impl InvitationOut {
    fn of(invitation: Invitation, grants: Option<Vec<GrantOut>>, status: InvitationStatus) -> Self {
        Self {
            id: invitation.id.into(),
            member: invitation.member.into(),
            email: invitation.email.into(),
            first_name: invitation.first_name.into(),
            status: status.into(),
            grants,
            invited_by: invitation.invited_by.into(),
            created_at: invitation.created_at.into(),
            expires_at: invitation.expires_at.into(),
        }
    }
}

fn one(Invited { invitation, member }: Invited, cx: &bailiwick_usecases::Context) -> (u64, InvitationOut) {
    let grants = member.map(|member| member.grants.into_iter().map(Into::into).collect());
    let status = invitation.status_at(cx.now());
    (invitation.version, InvitationOut::of(invitation, grants, status))
}

/// The acceptance of an invitation. A new user gives name and password; an existing one signs in first.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptIn {
    /// The token of the mailed link.
    token: String,
    /// A new user's name.
    #[oai(nullable, validator(min_length = 1, max_length = 100))]
    name: Option<String>,
    /// A new user's password: at least 8 characters, and not easy to guess.
    #[oai(nullable, validator(min_length = 8, max_length = 1024))]
    password: Option<String>,
}

/// What an acceptance made.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct AcceptedOut {
    /// The member, active now.
    member: MemberOut,
    /// The account.
    account: AccountOut,
    /// A session, for a new user.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<NewSessionOut>,
}

pub(crate) struct InvitationsApi;

#[OpenApi(tag = "Tag::Invitations")]
impl InvitationsApi {
    /// Invite someone
    ///
    /// A mail with a link follows, good for 7 days.
    #[oai(path = "/v1/accounts/:acct/invitations", method = "post", operation_id = "create_invitation")]
    async fn create(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<InvitationIn>,
    ) -> Result<MadeTagged<InvitationOut>, ApiError> {
        let grants = given.grants.unwrap_or_default().into_iter().map(Into::into).collect();
        let made =
            invitations::invite(&asker.cx, &asker.call, acct.0.0, given.email, given.first_name, grants)
                .await?;
        let location = format!("/v1/accounts/{}/invitations/{}", acct.0.0, made.invitation.id);
        let (version, invitation) = one(made, &asker.cx);
        Ok(MadeTagged::at(location, version, invitation))
    }

    /// The invitations of an account
    #[oai(path = "/v1/accounts/:acct/invitations", method = "get", operation_id = "list_invitations")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// Only these.
        status: Query<Option<InvitationState>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<InvitationOut>>, ApiError> {
        let after: Option<InvitationId> = Cursor::INVITATIONS.after(cursor.0.as_deref())?;
        let status = status.0.map(Into::into);
        let page = invitations::list(&asker.cx, &asker.call, acct.0.0, status, after, limit.0).await?;
        let now = asker.cx.now();
        let show = |invitation: Invitation| {
            let status = invitation.status_at(now);
            InvitationOut::of(invitation, None, status)
        };
        Ok(Paging::show(Cursor::INVITATIONS, page, |invitation: &Invitation| invitation.id, show))
    }

    /// One invitation
    #[oai(path = "/v1/accounts/:acct/invitations/:inv", method = "get", operation_id = "get_invitation")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        inv: Path<Id<InvitationId>>,
    ) -> Result<Tagged<InvitationOut>, ApiError> {
        let found = invitations::get(&asker.cx, &asker.call, acct.0.0, inv.0.0).await?;
        let (version, invitation) = one(found, &asker.cx);
        Ok(Tagged::of(version, invitation))
    }

    /// Send an invitation again
    ///
    /// With a new link and a new time to run; older links stop. Whoever sends it answers for it from now on.
    #[oai(
        path = "/v1/accounts/:acct/invitations/:inv/resend",
        method = "post",
        operation_id = "resend_invitation"
    )]
    async fn resend(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        inv: Path<Id<InvitationId>>,
    ) -> Result<Tagged<InvitationOut>, ApiError> {
        let sent = invitations::resend(&asker.cx, &asker.call, acct.0.0, inv.0.0).await?;
        let (version, invitation) = one(sent, &asker.cx);
        Ok(Tagged::of(version, invitation))
    }

    /// Revoke an invitation
    #[oai(
        path = "/v1/accounts/:acct/invitations/:inv",
        method = "delete",
        operation_id = "revoke_invitation"
    )]
    async fn revoke(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        inv: Path<Id<InvitationId>>,
    ) -> Result<Done, ApiError> {
        invitations::revoke(&asker.cx, &asker.call, acct.0.0, inv.0.0).await?;
        Ok(Empty)
    }

    /// Accept an invitation
    ///
    /// Signed in as the invited user, or as a new user with name and password. Once only.
    #[oai(path = "/v1/invitations/accept", method = "post", operation_id = "accept_invitation")]
    async fn accept(
        &self,
        Maybe(asker): Maybe,
        Json(given): Json<AcceptIn>,
    ) -> Result<Shown<AcceptedOut>, ApiError> {
        let new_user = match (given.name, given.password) {
            (None, None) => None,
            (name, password) => {
                Some(NewUser { name: name.unwrap_or_default(), password: password.unwrap_or_default() })
            }
        };
        let accepted = acceptance::accept(&asker.cx, &asker.call, &given.token, new_user).await?;
        Ok(Shown::of(AcceptedOut {
            member: accepted.member.into(),
            account: accepted.account.into(),
            session: accepted.session.map(Into::into),
        }))
    }
}
