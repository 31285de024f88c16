//! One's own passkeys: registering, naming and removing them. How one signs in by them is in `sign_in`.

mod sign_in;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::ids::{PasskeyId, SessionId, UserId};
use bailiwick_domain::passkeys::{MOST_PASSKEYS, Passkey};
use bailiwick_domain::text::Name;
use bailiwick_domain::two_factor::Notice;
use bailiwick_ports::Page;
use bailiwick_ports::passkeys::{PasskeyError, Registration};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use sign_in::{accept, named, wrong};
pub use sign_in::{begin_sign_in, sign_in};

use crate::audit::{Change, record_as};
use crate::challenges;
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::identities;
use crate::input;
use crate::passwords;
use crate::sessions;
use crate::tokens::{self, Secret};
use crate::two_factor;
use crate::unit::{Unit, read, write};

const KIND: ChallengeKind = ChallengeKind::PasskeyRegistration;
/// All that a user can have, with one to spare.
const ALL: u64 = MOST_PASSKEYS as u64 + 1;

/// What a browser is asked for. It is shown this once: a repeated request gets none of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    /// What the answer comes with.
    pub challenge: Secret,
    /// The browser's options, as JSON.
    pub options: Secret,
}

/// All of a user's.
pub(crate) async fn all(unit: &mut Unit<'_>, user: UserId) -> Result<Vec<Passkey>> {
    Ok(unit.passkeys().list(user, None, ALL).await?.items)
}

/// Begins to register a passkey. Who has a second factor proves it first, by a sign-in of late: the password alone must not
/// bring another one.
///
/// # Errors
/// `wrong_password`; `reauthentication_required` for a user without one, or with a second factor; `permission_denied`
/// where no account allows or requires it; `too_many_passkeys`, `passkeys_unavailable`.
pub async fn begin_registration(cx: &Context, call: &Call, password: Option<String>) -> Result<Asked> {
    let (user, hash) = passwords::ask(cx, call, "/password", password).await?;
    write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        two_factor::check_may_configure(cx, unit, user).await?;
        if unit.two_factor().has(user).await? {
            call.fresh_user(cx.now())?;
        }
        let known = with_room(unit, user).await?;
        let whose = unit.users().find(user).await?.ok_or_else(Error::unauthenticated)?;
        let Registration { options, state } = cx.passkeys.begin_registration(&whose, &known)?;
        let challenge = challenges::begin(cx, unit, KIND, Some(user), &state).await?;
        let challenge = Secret::new(tokens::challenge(cx, KIND, challenge.id));
        Ok(Asked { challenge, options: Secret::new(options) })
    })
    .await
}

/// All of a user's, of which there may be one more.
async fn with_room(unit: &mut Unit<'_>, user: UserId) -> Result<Vec<Passkey>> {
    let known = all(unit, user).await?;
    if known.len() >= MOST_PASSKEYS {
        let detail = format!("a user has at most {MOST_PASSKEYS} passkeys: remove one first");
        return Err(Error::conflict("too_many_passkeys", detail));
    }
    Ok(known)
}

/// A passkey that was registered, with the sessions that ended by that.
#[derive(Serialize, Deserialize)]
struct Registered {
    passkey: Passkey,
    ended: Vec<SessionId>,
}

/// Registers the passkey that an authenticator made. It is a second factor from then on. The user's other sessions end.
///
/// # Errors
/// `challenge_expired`, `invalid_passkey`, `passkey_taken`; the name at fault; `permission_denied` and
/// `too_many_passkeys` as [`begin_registration`].
pub async fn register(cx: &Context, call: &Call, token: &str, name: String, answer: &str) -> Result<Passkey> {
    let user = call.caller.user()?;
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    let ended = || Error::conflict("challenge_expired", "this registration has ended; begin it anew");
    let done: Registered = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        identities::own_user_or_newcomer(cx, unit, call).await?;
        sessions::still_open(unit, call).await?;
        let id = tokens::named_challenge(cx, KIND, token).ok_or_else(ended)?;
        let challenge = unit.challenges().take(KIND, id, cx.now()).await?;
        let challenge = challenge.filter(|challenge| challenge.user == Some(user)).ok_or_else(ended)?;
        two_factor::check_may_configure(cx, unit, user).await?;
        with_room(unit, user).await?;
        let state: String = challenges::known(cx, &challenge)?;
        let made = cx.passkeys.finish_registration(&state, answer).map_err(refused)?;
        let passkey = Passkey {
            id: PasskeyId::new(cx.ids.uuid()),
            user,
            name: name.clone(),
            credential: made.credential,
            key: made.key,
            counter: made.counter,
            created_at: cx.now(),
            last_used_at: None,
            version: 1,
        };
        unit.passkeys().insert(&passkey).await?;
        unit.two_factor().set(user, true).await?;
        note(cx, unit, call, &passkey, "passkey.created").await?;
        two_factor::tell(cx, unit, user, Notice::PasskeyAdded).await?;
        let ended = sessions::end_others(cx, unit, call, user, call.session()).await?;
        Ok(Registered { passkey, ended })
    })
    .await?;
    cx.decisions.sessions_ended(&done.ended);
    Ok(done.passkey)
}

/// The one who answers is signed in: it is their answer that is at fault, not who they are.
fn refused(error: PasskeyError) -> Error {
    match error {
        PasskeyError::Refused(why) => {
            tracing::info!(failure = %why, "a passkey is not registered");
            Error::invalid_as("invalid_passkey", "/credential", "does not answer this registration")
        }
        error => error.into(),
    }
}

/// One's own, by id.
///
/// # Errors
/// Not signed in; `other_sign_in_required`.
pub async fn list(cx: &Context, call: &Call, after: Option<PasskeyId>, limit: u64) -> Result<Page<Passkey>> {
    let user = call.own_user()?;
    read(cx, async |unit| Ok(unit.passkeys().list(user, after, limit).await?)).await
}

/// One of one's own.
///
/// # Errors
/// Not signed in; `other_sign_in_required`; absent.
pub async fn get(cx: &Context, call: &Call, id: PasskeyId) -> Result<Passkey> {
    let user = call.own_user()?;
    read(cx, async |unit| find(unit, user, id).await).await
}

async fn find(unit: &mut Unit<'_>, user: UserId, id: PasskeyId) -> Result<Passkey> {
    unit.passkeys().find(user, id).await?.ok_or_else(|| Error::not_found("passkey"))
}

/// Names one of one's own.
///
/// # Errors
/// As [`get`]; the name at fault; `stale_version`.
pub async fn rename(cx: &Context, call: &Call, id: PasskeyId, name: Option<String>) -> Result<Passkey> {
    let user = call.own_user()?;
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        let mut passkey = find(unit, user, id).await?;
        call.expects(passkey.version)?;
        let Some(name) = name.filter(|name| *name != passkey.name) else { return Ok(passkey) };
        passkey.name = name;
        passkey.version += 1;
        unit.passkeys().rename(&passkey).await?;
        note(cx, unit, call, &passkey, "passkey.renamed").await?;
        Ok(passkey)
    })
    .await
}

/// Removes one of one's own. The user's other sessions end. With the last second factor the recovery codes go too, and
/// accounts that require one bar the user from then on.
///
/// # Errors
/// As [`get`]; `reauthentication_required` without a sign-in of late; `wrong_password`; `permission_denied` as
/// [`begin_registration`]; `stale_version`; `password_required` when it is the last way in.
pub async fn remove(cx: &Context, call: &Call, id: PasskeyId, password: Option<String>) -> Result<()> {
    let Passkey { user, .. } = get(cx, call, id).await?;
    call.fresh_user(cx.now())?;
    let (_, hash) = passwords::ask(cx, call, "/password", password).await?;
    let ended: Vec<SessionId> = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        two_factor::check_may_configure(cx, unit, user).await?;
        let passkey = find(unit, user, id).await?;
        call.expects(passkey.version)?;
        unit.passkeys().remove(user, id).await?;
        if !identities::has_way_in(cx, unit, user).await? {
            return Err(identities::password_required());
        }
        let is_left = two_factor::settle(unit, user).await?;
        note(cx, unit, call, &passkey, "passkey.removed").await?;
        let notice = if is_left { Notice::PasskeyRemoved } else { Notice::Disabled };
        two_factor::tell(cx, unit, user, notice).await?;
        sessions::end_others(cx, unit, call, user, call.session()).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Names are the user's own, so none is told.
async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    passkey: &Passkey,
    action: &'static str,
) -> Result<()> {
    let target = Party::new("passkey", passkey.id);
    let change = Change { action, target, before: Value::Null, after: Value::Null };
    let user = passkey.user;
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await
}
