//! Signing in and out.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::{Method, Methods, Session, SignedIn};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record, record_as};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Kind, Result};
use crate::limits::{self, FAILED_SIGN_INS, SIGN_INS};
use crate::metrics;
use crate::tokens::{self, PLATFORM_KEY_PREFIX, SESSION_PREFIX, Secret};
use crate::unit::{Unit, read, write};

/// A session with its token, which is shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewSession {
    /// Its id.
    pub id: SessionId,
    /// The bearer token.
    #[serde(default)]
    pub token: Secret,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// Who a bearer token belongs to. No token is anonymous.
///
/// # Errors
/// A token that is no one's.
pub async fn authenticate(cx: &Context, token: Option<&str>) -> Result<Caller> {
    let Some(token) = token else { return Ok(Caller::Anonymous) };
    if token.starts_with(SESSION_PREFIX) {
        if let Some(session) = cx.decisions.session(tokens::hash(token), cx.now()).await? {
            return Ok(Caller::User {
                user: session.user,
                session: session.id,
                signed_in: session.signed_in,
            });
        }
    } else if token.starts_with(PLATFORM_KEY_PREFIX)
        && let Some(key) = cx.decisions.platform_key(tokens::hash(token)).await?
    {
        return Ok(Caller::Platform(key.id));
    }
    Err(Error::unauthenticated())
}

/// Signs in with address and password. A wrong address and a wrong password are told apart by nothing.
///
/// # Errors
/// `invalid_credentials`, `rate_limited`, `sign_ins_busy`.
pub async fn sign_in(cx: &Context, call: &Call, email: String, password: String) -> Result<NewSession> {
    let wrong =
        || Error::new(Kind::Unauthenticated, "invalid_credentials", "the address or the password is wrong");
    limits::hit(cx, &SIGN_INS, &call.source()).await?;
    let email = Email::try_from(email).ok();
    let address = email.as_ref().map_or("", |email| email.normal());
    // Counted before the password is looked at, so that tries at once are not more than tries in turn.
    limits::hit(cx, &FAILED_SIGN_INS, address).await?;
    let found = match &email {
        Some(email) => {
            read(cx, async |unit| {
                let Some(user) = unit.users().find_by_email(email).await? else { return Ok(None) };
                let hash = unit.users().password_hash(user.id).await?;
                Ok(Some((user.id, hash)))
            })
            .await?
        }
        None => None,
    };
    let (user, hash) = found.map_or((None, None), |(user, hash)| (Some(user), hash));
    let right = cx.passwords.verify(password, hash).await;
    if !matches!(right, Ok(false)) {
        cx.limits.take_back(&FAILED_SIGN_INS, address).await;
    }
    let user = user.filter(|_| right == Ok(true));
    if right.is_ok() {
        metrics::sign_in(user.is_some());
    }
    let user = match right {
        Err(busy) => return Err(busy.into()),
        Ok(_) => user.ok_or_else(wrong)?,
    };
    write(cx, call, async |unit| open(cx, unit, call, user, Methods::of(Method::Password), None).await).await
}

/// What a sign-in leads to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum SignIn {
    /// A session.
    Session(NewSession),
    /// The question for a second factor.
    SecondFactor {
        /// What the answer names.
        challenge: String,
    },
}

/// Finishes a sign-in of a user who proved who they are.
pub(crate) async fn finish(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    methods: Methods,
    sso: Option<AccountId>,
) -> Result<SignIn> {
    Ok(SignIn::Session(open(cx, unit, call, user, methods, sso).await?))
}

/// Ends a user's sessions but one. The last step of a unit; the caller tells the decisions after the commit.
pub(crate) async fn end_others(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    keep: Option<SessionId>,
) -> Result<Vec<SessionId>> {
    let ended = unit.sessions().remove_others(user, keep).await?;
    for (id, _) in &ended {
        let target = Party::new("session", id);
        let change = Change { action: "session.revoked", target, before: Value::Null, after: Value::Null };
        record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await?;
    }
    let hashes: Vec<[u8; 32]> = ended.iter().map(|(_, hash)| *hash).collect();
    if !hashes.is_empty() {
        cx.decisions.end_copies(unit, &hashes).await?;
    }
    Ok(ended.into_iter().map(|(id, _)| id).collect())
}

/// Opens a session for a user who proved who they are.
pub(crate) async fn open(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    methods: Methods,
    sso: Option<AccountId>,
) -> Result<NewSession> {
    let (token, hash) = tokens::random(cx, SESSION_PREFIX);
    let now = cx.now();
    let cut = |text: &String| text.chars().filter(|c| !c.is_control()).take(200).collect();
    let session = Session {
        id: SessionId::new(cx.ids.uuid()),
        user,
        signed_in: SignedIn { at: now, methods, sso },
        last_seen_at: now,
        expires_at: now.plus_seconds(cx.lifetimes.absolute_seconds),
        source_ip: call.source_ip.clone(),
        user_agent: call.user_agent.as_ref().map(cut),
    };
    unit.sessions().insert(&session, hash).await?;
    let change = Change {
        action: "session.created",
        target: Party::new("session", session.id),
        before: Value::Null,
        after: json!({ "expires_at": session.expires_at, "methods": methods.each().collect::<Vec<_>>() }),
    };
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await?;
    Ok(NewSession { id: session.id, token, expires_at: session.expires_at })
}

/// One's own sessions, by id.
///
/// # Errors
/// Not signed in.
pub async fn list(cx: &Context, call: &Call, after: Option<SessionId>, limit: u64) -> Result<Page<Session>> {
    let (user, now) = (call.own_user()?, cx.now());
    read(cx, async |unit| {
        Ok(unit
            .sessions()
            .list(user, now, now.plus_seconds(-cx.lifetimes.idle_seconds), after, limit)
            .await?)
    })
    .await
}

/// Ends one of one's own sessions; the present one without an id.
///
/// # Errors
/// Not signed in; absent.
pub async fn revoke(cx: &Context, call: &Call, id: Option<SessionId>) -> Result<()> {
    let user = call.caller.user()?;
    let Caller::User { session: current, .. } = call.caller else { return Err(Error::unauthenticated()) };
    let id = id.unwrap_or(current);
    if id != current {
        call.own_user()?;
    }
    write(cx, call, async |unit| {
        let Some(hash) = unit.sessions().remove(user, id).await? else {
            return Err(Error::not_found("session"));
        };
        let change = Change {
            action: "session.revoked",
            target: Party::new("session", id),
            before: Value::Null,
            after: Value::Null,
        };
        record(cx, unit, call, Chain::User(user), change).await?;
        cx.decisions.end_copies(unit, &[hash]).await
    })
    .await?;
    cx.decisions.session_ended(id);
    Ok(())
}
