//! Signing in and out.

use bailiwick_domain::ids::SessionId;
use bailiwick_domain::sessions::Session;
use bailiwick_usecases::Caller;
use bailiwick_usecases::sessions::{self, NewSession, SignIn};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Cursor, Done, Id, Json, Made, Nullable, PageOut, Paging, Shown, Time};

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
            methods: session.signed_in.methods.each().map(|method| method.as_str().to_owned()).collect(),
            last_seen_at: session.last_seen_at.into(),
            expires_at: session.expires_at.into(),
            source_ip: session.source_ip.into(),
            user_agent: session.user_agent.into(),
        }
    }
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

    /// Sign out
    #[oai(path = "/v1/sessions/current", method = "delete", operation_id = "sign_out")]
    async fn sign_out(&self, Signed(asker): Signed) -> Result<Done, ApiError> {
        sessions::revoke(&asker.cx, &asker.call, None).await?;
        Ok(Done)
    }

    /// End one of one's own sessions
    #[oai(path = "/v1/sessions/:sess", method = "delete", operation_id = "revoke_session")]
    async fn revoke(&self, Signed(asker): Signed, sess: Path<Id<SessionId>>) -> Result<Done, ApiError> {
        sessions::revoke(&asker.cx, &asker.call, Some(sess.0.0)).await?;
        Ok(Done)
    }
}
