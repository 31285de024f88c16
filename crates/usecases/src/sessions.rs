//! Signing in and out.

use bailiwick_domain::accounts::Account;
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::key_text::KeyKind;
use bailiwick_domain::members::Member;
use bailiwick_domain::sessions::{Method, Methods, Session, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::users::User;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record, record_as};
use crate::connections::{self, Connected};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::integrations;
use crate::passwords;
use crate::tokens::{self, PLATFORM_KEY_PREFIX, SESSION_PREFIX, Secret};
use crate::two_factor;
use crate::unit::{Unit, read, write};
use crate::users;

/// How many sessions a user has at most by means of their own, and through each account's single sign-on: who runs an
/// account's provider must not end those that it has no part in.
pub const MOST_SESSIONS: u64 = 100;
/// How many end at most when one is opened.
const MOST_ENDED: u64 = 1_000;

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

/// What a sign-in comes to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum SignIn {
    /// A session.
    Session(NewSession),
    /// The user has a second factor, which is still to be proven.
    SecondFactor {
        /// The challenge's token, which is shown this once.
        challenge: Secret,
    },
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
    } else if token.starts_with(KeyKind::Integration.prefix()) {
        return integrations::authenticate(cx, token).await;
    } else if token.starts_with(PLATFORM_KEY_PREFIX)
        && let Some(key) = cx.decisions.platform_key(tokens::hash(token)).await?
    {
        return Ok(Caller::Platform(key.id));
    }
    Err(Error::unauthenticated())
}

/// Signs in with address and password. A wrong address and a wrong password are told apart by nothing. A user with a
/// second factor is asked for it then.
///
/// # Errors
/// `invalid_credentials`, `rate_limited`, `sign_ins_busy`.
pub async fn sign_in(cx: &Context, call: &Call, email: String, password: String) -> Result<SignIn> {
    let proven = passwords::prove(cx, call, email, password).await?;
    write(cx, call, async |unit| {
        passwords::still_proven(unit, &proven).await?;
        finish(cx, unit, call, proven.user, Methods::of(Method::Password), None).await
    })
    .await
}

/// Opens a session for a user who proved who they are, or asks for their second factor where they have one and did not
/// prove it yet.
pub(crate) async fn finish(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    methods: Methods,
    came: Option<Connected>,
) -> Result<SignIn> {
    // Who sets one up at the same time waits, and then ends this session with the others.
    unit.users().lock(&[user]).await?;
    let sso = connections::still(unit, came).await?;
    if !methods.has_second_factor() && unit.two_factor().has(user).await? {
        let challenge = two_factor::ask(cx, unit, user, methods, came).await?;
        return Ok(SignIn::SecondFactor { challenge });
    }
    Ok(SignIn::Session(open(cx, unit, call, user, methods, sso).await?))
}

/// Opens a session for a user who proved who they are by all that they have, through the account that
/// [`connections::still`] answered; the last step of a unit. The oldest beyond [`MOST_SESSIONS`] end. The user MUST be
/// locked, or new: who signs in at the same time counts, too.
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
    // Before the new one, which is not the newest where nodes' clocks differ.
    let oldest = unit.sessions().remove_oldest(user, sso, MOST_SESSIONS - 1, MOST_ENDED).await?;
    unit.sessions().insert(&session, hash).await?;
    passwords::note_source(cx, unit, call, user).await?;
    let change = Change {
        action: "session.created",
        target: Party::new("session", session.id),
        before: Value::Null,
        after: json!({ "expires_at": session.expires_at, "methods": methods.each().collect::<Vec<_>>() }),
    };
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await?;
    // This node learns of it in the same moment as the others: nobody asked for it.
    end_with_copies(cx, unit, call, user, oldest).await?;
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

/// Who is signed in and how, and a page of the accounts that they are in.
#[derive(Debug, Clone)]
pub struct Current {
    /// Who.
    pub user: User,
    /// By which session.
    pub session: SessionId,
    /// How.
    pub signed_in: SignedIn,
    /// The accounts, by id, each with one's own place in it and what it asks for first.
    pub accounts: Page<(Account, Member, Vec<String>)>,
}

/// Who is signed in and how, and the accounts that they can switch to.
///
/// # Errors
/// Not signed in.
pub async fn current(cx: &Context, call: &Call, after: Option<AccountId>, limit: u64) -> Result<Current> {
    let id = call.caller.user()?;
    let Caller::User { session, signed_in, .. } = call.caller else { return Err(Error::unauthenticated()) };
    read(cx, async |unit| {
        let user = unit.users().find(id).await?.ok_or_else(Error::unauthenticated)?;
        let Page { items, more } = users::reachable(unit, call, id, after, limit).await?;
        let mut accounts = Page { items: Vec::with_capacity(items.len()), more };
        for (account, member) in items {
            let asks = gate::asks(cx, unit, call, &account, &member).await?;
            accounts.items.push((account, member, asks));
        }
        Ok(Current { user, session, signed_in, accounts })
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
        unit.users().lock(&[user]).await?;
        let Some(hash) = unit.sessions().remove(user, id).await? else {
            return Err(Error::not_found("session"));
        };
        record_revoked(cx, unit, call, user, id).await?;
        cx.decisions.end_copies(unit, &[hash]).await
    })
    .await?;
    cx.decisions.sessions_ended(&[id]);
    Ok(())
}

async fn record_revoked(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    id: SessionId,
) -> Result<()> {
    let change = Change {
        action: "session.revoked",
        target: Party::new("session", id),
        before: Value::Null,
        after: Value::Null,
    };
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await
}

/// Ends all of one's own sessions, or all but the present one.
///
/// # Errors
/// Not signed in.
pub async fn revoke_all(cx: &Context, call: &Call, keep_current: bool) -> Result<()> {
    call.own_user()?;
    let Caller::User { user, session, .. } = call.caller else { return Err(Error::unauthenticated()) };
    let kept = keep_current.then_some(session);
    let ended = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        end_others(cx, unit, call, user, kept).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Ends all sessions that came through an account's own single sign-on, as the last step of a unit. They were good for that
/// account alone, and it is its own doing, so its chain tells of it.
pub(crate) async fn end_through(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: AccountId,
) -> Result<Vec<SessionId>> {
    let ended = unit.sessions().remove_through(account).await?;
    for (user, id, _) in &ended {
        let change = Change {
            action: "session.revoked",
            target: Party::new("session", *id),
            before: json!({ "user": user }),
            after: Value::Null,
        };
        record(cx, unit, call, Chain::Account(account), change).await?;
    }
    let (ids, hashes): (Vec<_>, Vec<_>) = ended.into_iter().map(|(_, id, hash)| (id, hash)).unzip();
    if !hashes.is_empty() {
        cx.decisions.end_copies(unit, &hashes).await?;
    }
    Ok(ids)
}

/// The caller's session was not ended by what came first to the user's lock.
///
/// # Errors
/// Not signed in any more.
pub(crate) async fn still_open(unit: &mut Unit<'_>, call: &Call) -> Result<()> {
    let Caller::User { user, session, .. } = call.caller else { return Err(Error::unauthenticated()) };
    unit.sessions().find(user, session).await?.map(drop).ok_or_else(Error::unauthenticated)
}

/// Ends a user's sessions but one, and sign-ins that wait for a second factor or for their page, as the last step of a
/// unit. Once that is committed, `Decisions::sessions_ended` is to be told which.
pub(crate) async fn end_others(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    kept: Option<SessionId>,
) -> Result<Vec<SessionId>> {
    for kind in [ChallengeKind::TwoFactor, ChallengeKind::Sso] {
        unit.challenges().remove_of(user, kind).await?;
    }
    let ended = unit.sessions().remove_others(user, kept).await?;
    end_with_copies(cx, unit, call, user, ended).await
}

/// Records which of a user's sessions ended, and makes copies of them worthless.
async fn end_with_copies(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    ended: Vec<(SessionId, [u8; 32])>,
) -> Result<Vec<SessionId>> {
    let (ids, hashes): (Vec<_>, Vec<_>) = ended.into_iter().unzip();
    for id in &ids {
        record_revoked(cx, unit, call, user, *id).await?;
    }
    if !hashes.is_empty() {
        cx.decisions.end_copies(unit, &hashes).await?;
    }
    Ok(ids)
}
