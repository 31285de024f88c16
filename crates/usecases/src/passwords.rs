//! Passwords: proving one, changing it, and setting one by the link of a mail. What makes one easy to guess is the domain's.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::ids::{ChallengeId, DeliveryId, SessionId, UserId};
use bailiwick_domain::outbox::{Message, Notice};
use bailiwick_domain::text::Email;
use bailiwick_domain::users::{User, check_password};
use bailiwick_ports::sessions::Familiarity;
use serde_json::Value;

use crate::audit::{Change, record_as};
use crate::challenges;
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Kind, Result};
use crate::identities;
use crate::input;
use crate::limits::{self, RESETS, RESETS_TO_ADDRESS, SIGN_INS, TOKENS, Tries};
use crate::metrics;
use crate::sessions;
use crate::tokens;
use crate::two_factor;
use crate::unit::{Unit, read, write};
use crate::users;

/// A user whose password was right, and the hash that it was compared with: what follows MUST find the same one under the
/// user's lock, or the password was replaced meanwhile.
pub(crate) struct Proven {
    pub user: UserId,
    hash: String,
    /// The same password at the present cost, where the hash has another.
    renewed: Option<String>,
}

/// Proves a user by address and password. A wrong address and a wrong password are told apart by nothing.
///
/// # Errors
/// `invalid_credentials`, `rate_limited`, `sign_ins_busy`.
pub(crate) async fn prove(cx: &Context, call: &Call, email: String, password: String) -> Result<Proven> {
    limits::hit(cx, &SIGN_INS, &call.source()).await?;
    let email = Email::try_from(email).ok();
    let address = email.as_ref().map_or("", |email| email.normal());
    let (user, hash, familiarity) = match &email {
        Some(email) => read(cx, async |unit| found(cx, unit, call, email).await).await?,
        None => (None, None, Familiarity::First),
    };
    // Counted before the password is looked at, so that tries at once are not more than tries in turn.
    let key = limits::key_at(address.to_owned(), familiarity, call);
    let tries = Tries::count(cx, limits::WRONG_PASSWORDS, key).await?;
    let right = cx.passwords.verify(password.clone(), hash.clone()).await;
    if !matches!(right, Ok(false)) {
        tries.take_back(cx).await;
    }
    let proven = user.zip(hash).filter(|_| right == Ok(true));
    if right.is_ok() {
        metrics::sign_in(proven.is_some());
    }
    right?;
    let (user, hash) = proven.ok_or_else(wrong)?;
    let renewed =
        if cx.passwords.is_current(&hash) { None } else { Some(cx.passwords.hash(password).await?) };
    Ok(Proven { user, hash, renewed })
}

fn wrong() -> Error {
    Error::new(Kind::Unauthenticated, "invalid_credentials", "the address or the password is wrong")
}

/// The user of an address, with the hash of the password and what is known of where the call comes from. An unknown
/// address takes as many reads.
async fn found(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    email: &Email,
) -> Result<(Option<UserId>, Option<String>, Familiarity)> {
    let user = unit.users().find_by_email(email).await?.map(|user| user.id);
    let asked = user.unwrap_or(UserId::new(uuid::Uuid::nil()));
    let hash = unit.users().password_hash(asked).await?;
    let familiarity = unit.sessions().source(asked, source(cx, asked, call)).await?;
    Ok((user, hash, familiarity))
}

/// Where a user signs in from, as it is kept: by a keyed hash.
pub(crate) fn source(cx: &Context, user: UserId, call: &Call) -> [u8; 32] {
    cx.signer.mac("sign-in source", format!("{user} {}", call.source()).as_bytes())
}

/// Holds a proof against the password as it is now, which no one else can replace until the unit ends.
///
/// # Errors
/// `invalid_credentials`: it was replaced meanwhile.
pub(crate) async fn still_proven(unit: &mut Unit<'_>, proven: &Proven) -> Result<()> {
    unit.users().lock(&[proven.user]).await?;
    if unit.users().password_hash(proven.user).await?.as_ref() != Some(&proven.hash) {
        return Err(wrong());
    }
    if let Some(renewed) = &proven.renewed {
        unit.users().set_password_hash(proven.user, renewed).await?;
    }
    Ok(())
}

/// Asks a signed-in user for the password, or, where none is set, for a sign-in of a short while ago. Answers who they are,
/// and the hash that was compared with.
///
/// # Errors
/// `other_sign_in_required`, but for newcomers ([`identities::own_user_or_newcomer`]); `wrong_password`,
/// `reauthentication_required`, `rate_limited`; a password that is missing.
pub(crate) async fn ask(
    cx: &Context,
    call: &Call,
    pointer: &str,
    given: Option<String>,
) -> Result<(UserId, Option<String>)> {
    let (user, hash) = read(cx, async |unit| {
        let user = identities::own_user_or_newcomer(cx, unit, call).await?;
        Ok((user, unit.users().password_hash(user).await?))
    })
    .await?;
    let Some(hash) = hash else {
        call.fresh_user(cx.now())?;
        return Ok((user, None));
    };
    let given = given.ok_or_else(|| Error::invalid(pointer, "must be the present password"))?;
    let tries = Tries::count(cx, limits::WRONG_PASSWORDS, user.to_string()).await?;
    let right = cx.passwords.verify(given, Some(hash.clone())).await;
    if !matches!(right, Ok(false)) {
        tries.take_back(cx).await;
    }
    if right? {
        Ok((user, Some(hash)))
    } else {
        Err(Error::invalid_as("wrong_password", pointer, "is not the present password"))
    }
}

/// Holds what [`ask`] answered against the user as they are now, and whom no one else can change until the unit ends. The
/// user MUST be locked.
///
/// # Errors
/// Not signed in any more; `overtaken`: the password was replaced meanwhile; `other_sign_in_required`.
pub(crate) async fn is_still(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    hash: Option<&String>,
) -> Result<()> {
    sessions::still_open(unit, call).await?;
    let user = identities::own_user_or_newcomer(cx, unit, call).await?;
    if unit.users().password_hash(user).await?.as_ref() == hash { Ok(()) } else { Err(Error::overtaken()) }
}

fn check(pointer: &str, password: &str, user: &User) -> Result<()> {
    check_password(password, &user.email, &user.name)
        .map_err(|weak| Error::invalid_as("password_too_weak", pointer, weak.to_string()))
}

/// Changes the password, or sets the first one of a user who signed in by a provider, of the deployment or of the only
/// account that they are in. All other sessions end.
///
/// # Errors
/// Not signed in; `wrong_password`, `reauthentication_required`, `password_too_weak`, `rate_limited`.
pub async fn change(cx: &Context, call: &Call, current: Option<String>, new: String) -> Result<()> {
    let (_, before) = ask(cx, call, "/current", current).await?;
    let user = users::me(cx, call).await?;
    check("/new", &new, &user)?;
    let hash = cx.passwords.hash(new).await?;
    let Caller::User { user: id, session, .. } = call.caller else { return Err(Error::unauthenticated()) };
    let ended = write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        is_still(cx, unit, call, before.as_ref()).await?;
        set(cx, unit, call, id, &hash, "user.password_changed", Some(session)).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Sets a password: whatever could still set another is void, the other sessions end, and a mail tells.
async fn set(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    hash: &str,
    action: &'static str,
    kept: Option<SessionId>,
) -> Result<Vec<SessionId>> {
    unit.users().set_password_hash(user, hash).await?;
    for kind in [ChallengeKind::PasswordReset, ChallengeKind::EmailChange] {
        unit.challenges().remove_of(user, kind).await?;
    }
    let by = Party::new("user", user);
    let change = Change { action, target: by.clone(), before: Value::Null, after: Value::Null };
    record_as(cx, unit, call, by, Chain::User(user), change).await?;
    let message = Message::Notice { user, notice: Notice::PasswordChanged };
    unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?;
    sessions::end_others(cx, unit, call, user, kept).await
}

/// Has a link mailed that sets a new password, where the address is a user's. It does the same, and takes as long, where
/// it is nobody's.
///
/// # Errors
/// `rate_limited` by where the call comes from; the field at fault.
pub async fn request_reset(cx: &Context, call: &Call, email: String) -> Result<()> {
    let email = input::text::<Email>("/email", email).map_err(input::fault)?;
    limits::hit(cx, &RESETS, &call.source()).await?;
    if limits::hit(cx, &RESETS_TO_ADDRESS, email.normal()).await.is_err() {
        return Ok(());
    }
    write(cx, call, async |unit| {
        let user = unit.users().find_by_email(&email).await?.map(|user| user.id);
        let challenge = challenges::begin(cx, unit, ChallengeKind::PasswordReset, user, &()).await?;
        let message = Message::PasswordReset { challenge: challenge.id };
        Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
    })
    .await
}

/// Sets a new password by the token of a mailed link, once. It proves the address too. All sessions end, and a second
/// factor is asked for at the next sign-in as ever.
///
/// # Errors
/// Absent when the token is not genuine, was used, or is older than 30 minutes; `password_too_weak`, `rate_limited`.
pub async fn reset(cx: &Context, call: &Call, token: &str, password: String) -> Result<()> {
    const KIND: ChallengeKind = ChallengeKind::PasswordReset;
    limits::hit(cx, &TOKENS, &call.source()).await?;
    let unknown = || Error::not_found("token");
    let id: ChallengeId = tokens::named_challenge(cx, KIND, token).ok_or_else(unknown)?;
    let user = read(cx, async |unit| {
        let challenge = unit.challenges().find(KIND, id, cx.now()).await?.ok_or_else(unknown)?;
        unit.users().find(challenge.user.ok_or_else(unknown)?).await?.ok_or_else(unknown)
    })
    .await?;
    check("/password", &password, &user)?;
    let hash = cx.passwords.hash(password).await?;
    let ended = write(cx, call, async |unit| {
        unit.users().lock(&[user.id]).await?;
        unit.challenges().take(KIND, id, cx.now()).await?.ok_or_else(unknown)?;
        let mut user = unit.users().find(user.id).await?.ok_or_else(unknown)?;
        if user.email_verified_at.is_none() {
            // Whoever signed up with the address need not be who it belongs to: nothing of theirs is a way in any more.
            identities::remove_all(cx, unit, call, user.id).await?;
            two_factor::forget(cx, unit, call, user.id).await?;
            users::mark_verified(cx, unit, call, &mut user).await?;
        }
        unit.sessions().note_source(user.id, source(cx, user.id, call), cx.now()).await?;
        set(cx, unit, call, user.id, &hash, "user.password_reset", None).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Notes where a user signed in from, and tells them when they never did from there.
pub(crate) async fn note_source(cx: &Context, unit: &mut Unit<'_>, call: &Call, user: UserId) -> Result<()> {
    let (source, now) = (source(cx, user, call), cx.now());
    if unit.sessions().source(user, source).await? == Familiarity::Unusual {
        let notice = Notice::UnusualSignIn { at: now, source_ip: call.source_ip.clone() };
        let message = Message::Notice { user, notice };
        unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, now).await?;
    }
    Ok(unit.sessions().note_source(user, source, now).await?)
}
