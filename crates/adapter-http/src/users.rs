//! Signing up, one's own profile, accounts and invitations, and the proof of one's address.

use bailiwick_domain::ids::{AccountId, InvitationId, MemberId, UserId};
use bailiwick_domain::invitations::Invitation;
use bailiwick_domain::members::Member;
use bailiwick_domain::text::Name;
use bailiwick_domain::users::User;
use bailiwick_usecases::{invitations, users};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::accounts::{AccountOut, AccountRefOut};
use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::members::{MemberOut, MemberState};
use crate::server::Tag;
use crate::sessions::NewSessionOut;
use crate::wire::{
    Accepted, Cursor, Done, Empty, Id, Json, Made, Nullable, PageOut, Paging, Shown, Tagged, Time, present,
};

/// A sign-up: a user, an organization that the user owns, and a session.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignUpIn {
    /// The address, by which the user signs in.
    #[oai(validator(max_length = 254))]
    email: String,
    /// At least 8 characters, and not easy to guess.
    #[oai(validator(min_length = 8, max_length = 1024))]
    password: String,
    /// The user's name.
    #[oai(validator(min_length = 1, max_length = 100))]
    name: String,
    /// The new account's name.
    #[oai(validator(min_length = 1, max_length = 100))]
    account_name: String,
    /// The new account's role model; `standard` without it.
    #[oai(nullable)]
    role_model: Option<String>,
}

/// What a sign-up made.
#[derive(Serialize, Object)]
pub(crate) struct SignedUpOut {
    /// The user.
    user: UserOut,
    /// The account, which the user owns.
    account: AccountOut,
    /// The user's place in it.
    member: MemberOut,
    /// A session.
    session: NewSessionOut,
}

/// A user.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct UserOut {
    /// The user's id.
    id: Id<UserId>,
    /// The address, by which the user signs in.
    email: String,
    /// Whether the address proved itself.
    email_verified: bool,
    /// When the address proved itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    email_verified_at: Option<Time>,
    /// The user's name.
    name: String,
    /// When the user signed up.
    created_at: Time,
}

impl From<User> for UserOut {
    fn from(user: User) -> Self {
        Self {
            id: user.id.into(),
            email: user.email.into(),
            email_verified: user.email_verified_at.is_some(),
            email_verified_at: user.email_verified_at.map(Time),
            name: user.name.into(),
            created_at: user.created_at.into(),
        }
    }
}

/// A change of one's own profile.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserPatch {
    /// The user's name.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(min_length = 1, max_length = 100))]
    name: Option<String>,
}

/// Another address for oneself.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmailChangeIn {
    /// The new address.
    #[oai(validator(max_length = 254))]
    email: String,
    /// The password. Who has none leaves it out, and must have signed in within the last 15 minutes.
    #[oai(nullable, validator(max_length = 1024))]
    password: Option<String>,
}

/// The proof that it is oneself who asks.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmIn {
    /// The password. Who has none leaves it out, and must have signed in within the last 15 minutes.
    #[oai(nullable, validator(max_length = 1024))]
    password: Option<String>,
}

/// An account that one can switch to.
#[derive(Serialize, Object)]
pub(crate) struct MyAccountOut {
    /// The account.
    account: AccountOut,
    /// One's own place in it.
    member: MyMemberOut,
}

/// One's own place in an account.
#[derive(Serialize, Object)]
pub(crate) struct MyMemberOut {
    /// The member's id.
    id: Id<MemberId>,
    /// The roles held anywhere in the account.
    roles: Vec<String>,
    /// Where the member stands.
    status: MemberState,
}

impl From<Member> for MyMemberOut {
    fn from(member: Member) -> Self {
        let mut roles: Vec<String> = member.grants.into_iter().map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        Self { id: member.id.into(), roles, status: member.status.into() }
    }
}

/// An invitation that waits for one's own address. The link in its mail accepts it.
#[derive(Serialize, Object)]
pub(crate) struct MyInvitationOut {
    /// The invitation's id.
    id: Id<InvitationId>,
    /// Into which account.
    account: AccountRefOut,
    /// When it was made.
    created_at: Time,
    /// Until when it can be accepted.
    expires_at: Time,
}

impl From<(Invitation, Name)> for MyInvitationOut {
    fn from((invitation, name): (Invitation, Name)) -> Self {
        Self {
            id: invitation.id.into(),
            account: AccountRefOut { id: invitation.account.into(), name: name.into() },
            created_at: invitation.created_at.into(),
            expires_at: invitation.expires_at.into(),
        }
    }
}

pub(crate) struct UsersApi;

#[OpenApi(tag = "Tag::Users")]
impl UsersApi {
    /// Sign up
    ///
    /// Makes a user, an organization that the user owns, and a session. A verification mail follows.
    #[oai(path = "/v1/signup", method = "post", operation_id = "sign_up")]
    async fn sign_up(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<SignUpIn>,
    ) -> Result<Made<SignedUpOut>, ApiError> {
        let SignUpIn { email, password, name, account_name, role_model } = given;
        let given = users::SignUp { email, password, name, account_name, role_model };
        let made = users::sign_up(&asker.cx, &asker.call, given).await?;
        Ok(Made::of(SignedUpOut {
            user: made.user.into(),
            account: made.account.into(),
            member: made.member.into(),
            session: made.session.into(),
        }))
    }

    /// Prove an address
    ///
    /// With the token of a verification mail. Again does no harm.
    #[oai(path = "/v1/email-verifications/:token", method = "post", operation_id = "verify_email")]
    async fn verify_email(&self, Anyone(mut asker): Anyone, token: Path<String>) -> Result<Done, ApiError> {
        if let Some(idempotency) = &mut asker.call.idempotency {
            // The path holds the token, which is a secret and is kept nowhere.
            "POST /v1/email-verifications".clone_into(&mut idempotency.operation);
            idempotency.body.extend_from_slice(token.0.as_bytes());
        }
        users::verify_email(&asker.cx, &asker.call, &token.0).await?;
        Ok(Empty)
    }

    /// One's own profile
    #[oai(path = "/v1/me", method = "get", operation_id = "get_me")]
    async fn me(&self, Signed(asker): Signed) -> Result<Tagged<UserOut>, ApiError> {
        let user = users::me(&asker.cx, &asker.call).await?;
        Ok(Tagged::of(user.version, user))
    }

    /// Change one's own profile
    #[oai(path = "/v1/me", method = "patch", operation_id = "update_me")]
    async fn rename(
        &self,
        Signed(asker): Signed,
        Json(patch): Json<UserPatch>,
    ) -> Result<Tagged<UserOut>, ApiError> {
        let user = users::rename_me(&asker.cx, &asker.call, patch.name).await?;
        Ok(Tagged::of(user.version, user))
    }

    /// Ask for another address
    ///
    /// A mail to it has the link that proves it, with which it takes the place of the present one. That one is told.
    #[oai(path = "/v1/me/email-change", method = "post", operation_id = "change_email")]
    async fn change_email(
        &self,
        Signed(asker): Signed,
        Json(given): Json<EmailChangeIn>,
    ) -> Result<Accepted, ApiError> {
        let EmailChangeIn { email, password } = given;
        users::request_email_change(&asker.cx, &asker.call, email, password).await?;
        Ok(Empty)
    }

    /// Delete one's own profile
    ///
    /// One leaves every account. Refused while an account would be left without an owner: `violations` names each.
    #[oai(path = "/v1/me", method = "delete", operation_id = "delete_me")]
    async fn delete(&self, Signed(asker): Signed, Json(given): Json<ConfirmIn>) -> Result<Done, ApiError> {
        users::delete_me(&asker.cx, &asker.call, given.password).await?;
        Ok(Empty)
    }

    /// The accounts one can switch to
    #[oai(path = "/v1/me/accounts", method = "get", operation_id = "list_my_accounts")]
    async fn accounts(
        &self,
        Signed(asker): Signed,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<MyAccountOut>>, ApiError> {
        let after: Option<AccountId> = Cursor::MY_ACCOUNTS.after(cursor.0.as_deref())?;
        let page = users::my_accounts(&asker.cx, &asker.call, after, limit.0).await?;
        let show = |(account, member): (_, Member)| MyAccountOut {
            account: AccountOut::from(account),
            member: member.into(),
        };
        Ok(Paging::show(Cursor::MY_ACCOUNTS, page, |(account, _)| account.id, show))
    }

    /// The invitations that wait for one's own address
    ///
    /// Empty until the address proved itself.
    #[oai(path = "/v1/me/invitations", method = "get", operation_id = "list_my_invitations")]
    async fn invitations(
        &self,
        Signed(asker): Signed,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<MyInvitationOut>>, ApiError> {
        let after: Option<InvitationId> = Cursor::MY_INVITATIONS.after(cursor.0.as_deref())?;
        let page = invitations::mine(&asker.cx, &asker.call, after, limit.0).await?;
        Ok(Paging::show(Cursor::MY_INVITATIONS, page, |(invitation, _)| invitation.id, MyInvitationOut::from))
    }
}

/// A user as others see them.
#[derive(Serialize, Object)]
pub(crate) struct UserRefOut {
    /// The user's id.
    pub id: Id<UserId>,
    /// The user's name.
    pub name: Nullable<String>,
    /// The user's address.
    pub email: String,
}
