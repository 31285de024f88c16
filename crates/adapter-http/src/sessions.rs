//! Signing in and out.

use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, SessionId};
use bailiwick_domain::members::Member;
use bailiwick_domain::sessions::{FRESH_SECONDS, Methods, Session};
use bailiwick_usecases::Caller;
use bailiwick_usecases::sessions::{self, Current, NewSession, SignIn};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::accounts::AccountRefOut;
use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::users::{MyMemberOut, UserOut};
use crate::wire::{Cursor, Done, Empty, Id, Json, Made, Nullable, PageOut, Paging, Shown, Time};

/// A sign-in.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInIn {
    /// The address.
    #[oai(validator(max_length = 254))]
    email: String,
    /// The password.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// A new session with its token.
#[derive(Serialize, Object)]
pub(crate) struct NewSessionOut {
    /// The session's id.
    id: Id<SessionId>,
    /// The bearer token. It is shown once: a repeated request gets null.
    token: Nullable<String>,
    /// When the session ends by itself.
    expires_at: Time,
}

impl From<NewSession> for NewSessionOut {
    fn from(session: NewSession) -> Self {
        Self {
            id: session.id.into(),
            token: session.token.reveal().into(),
            expires_at: session.expires_at.into(),
        }
    }
}

/// A session.
#[derive(Serialize, Object)]
pub(crate) struct SessionOut {
    /// The session's id.
    id: Id<SessionId>,
    /// Whether it is the one that asks.
    current: bool,
    /// When the user signed in.
    created_at: Time,
    /// How: `password`, `totp`, `recovery_code`, `passkey`, `provider`, `account_sso`.
    methods: Vec<String>,
    /// When a request last came with it, to about a minute.
    last_seen_at: Time,
    /// When it ends by itself.
    expires_at: Time,
    /// The address that the sign-in came from.
    source_ip: Nullable<String>,
    /// What the client called itself.
    user_agent: Nullable<String>,
}

impl SessionOut {
    fn of(session: Session, caller: Caller) -> Self {
        Self {
            id: session.id.into(),
            current: matches!(caller, Caller::User { session: current, .. } if current == session.id),
            created_at: session.signed_in.at.into(),
            methods: methods(session.signed_in.methods),
            last_seen_at: session.last_seen_at.into(),
            expires_at: session.expires_at.into(),
            source_ip: session.source_ip.into(),
            user_agent: session.user_agent.into(),
        }
    }
}

/// How the user signed in.
#[derive(Serialize, Object)]
pub(crate) struct SignedInOut {
    /// The session's id.
    id: Id<SessionId>,
    /// When the user signed in.
    at: Time,
    /// How: `password`, `totp`, `recovery_code`, `passkey`, `provider`, `account_sso`.
    methods: Vec<String>,
    /// Until when that is fresh enough for what is hard to undo, such as a transfer of ownership; then those ask for a new
    /// sign-in.
    fresh_until: Time,
}

/// An account that one is in.
#[derive(Serialize, Object)]
pub(crate) struct ReachableOut {
    /// The account.
    account: AccountRefOut,
    /// One's own place in it.
    member: MyMemberOut,
    /// What it asks for before it lets one in: `account_two_factor_required`, `sso_required`, `other_sign_in_required`.
    asks: Vec<String>,
}

/// Who is signed in and how.
#[derive(Serialize, Object)]
pub(crate) struct CurrentOut {
    /// Who.
    user: UserOut,
    /// How.
    session: SignedInOut,
    /// The accounts that one can switch to.
    accounts: PageOut<ReachableOut>,
}

impl From<Current> for CurrentOut {
    fn from(current: Current) -> Self {
        let Current { user, session, signed_in, accounts } = current;
        let reachable = |(account, member, asks): (Account, Member, Vec<String>)| ReachableOut {
            account: AccountRefOut { id: account.id.into(), name: account.name.into() },
            member: member.into(),
            asks,
        };
        Self {
            user: user.into(),
            session: SignedInOut {
                id: session.into(),
                at: signed_in.at.into(),
                methods: methods(signed_in.methods),
                fresh_until: signed_in.at.plus_seconds(FRESH_SECONDS).into(),
            },
            accounts: Paging::page(Cursor::MY_ACCOUNTS, accounts, |(account, ..)| account.id, reachable),
        }
    }
}

fn methods(methods: Methods) -> Vec<String> {
    methods.each().map(|method| method.as_str().to_owned()).collect()
}

pub(crate) struct SessionsApi;

#[OpenApi(tag = "Tag::Sessions")]
impl SessionsApi {
    /// Sign in
    ///
    /// A user with a second factor gets 401 `two_factor_required` with a `challenge`, which is answered at
    /// `/v1/sessions/two-factor`.
    #[oai(path = "/v1/sessions", method = "post", operation_id = "sign_in")]
    async fn sign_in(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<SignInIn>,
    ) -> Result<Made<NewSessionOut>, ApiError> {
        match sessions::sign_in(&asker.cx, &asker.call, given.email, given.password).await? {
            SignIn::Session(session) => Ok(Made::of(session)),
            SignIn::SecondFactor { challenge } => Err(ApiError::two_factor_required(&challenge)),
        }
    }

    /// One's own sessions
    #[oai(path = "/v1/sessions", method = "get", operation_id = "list_sessions")]
    async fn list(
        &self,
        Signed(asker): Signed,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<SessionOut>>, ApiError> {
        let after: Option<SessionId> = Cursor::SESSIONS.after(cursor.0.as_deref())?;
        let page = sessions::list(&asker.cx, &asker.call, after, limit.0).await?;
        let show = |session| SessionOut::of(session, asker.call.caller);
        Ok(Paging::show(Cursor::SESSIONS, page, |session: &Session| session.id, show))
    }

    /// Who is signed in and how
    ///
    /// With the accounts that one can switch to, and what each asks for first.
    #[oai(path = "/v1/session", method = "get", operation_id = "get_session")]
    async fn current(
        &self,
        Signed(asker): Signed,
        /// How many accounts at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page of accounts ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<CurrentOut>, ApiError> {
        let after: Option<AccountId> = Cursor::MY_ACCOUNTS.after(cursor.0.as_deref())?;
        let current = sessions::current(&asker.cx, &asker.call, after, limit.0).await?;
        Ok(Shown::of(CurrentOut::from(current)))
    }

    /// End all of one's own sessions
    #[oai(path = "/v1/sessions", method = "delete", operation_id = "revoke_sessions")]
    async fn revoke_all(
        &self,
        Signed(asker): Signed,
        /// Whether the present one stays.
        #[oai(default)]
        keep_current: Query<bool>,
    ) -> Result<Done, ApiError> {
        sessions::revoke_all(&asker.cx, &asker.call, keep_current.0).await?;
        Ok(Empty)
    }

    /// Sign out
    #[oai(path = "/v1/sessions/current", method = "delete", operation_id = "sign_out")]
    async fn sign_out(&self, Signed(asker): Signed) -> Result<Done, ApiError> {
        sessions::revoke(&asker.cx, &asker.call, None).await?;
        Ok(Empty)
    }

    /// End one of one's own sessions
    #[oai(path = "/v1/sessions/:sess", method = "delete", operation_id = "revoke_session")]
    async fn revoke(&self, Signed(asker): Signed, sess: Path<Id<SessionId>>) -> Result<Done, ApiError> {
        sessions::revoke(&asker.cx, &asker.call, Some(sess.0.0)).await?;
        Ok(Empty)
    }
}
