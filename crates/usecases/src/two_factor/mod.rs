//! One's own second factor: setting up an authenticator app, recovery codes, and taking both away again. How they are
//! asked for at a sign-in is in `sign_in`; who is to have one, in `enforcement`. Passkeys have a room of their own.

mod enforcement;
mod sign_in;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{DeliveryId, SessionId, UserId};
use bailiwick_domain::outbox::Message;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::two_factor::{
    Notice, RECOVERY_CODE_BYTES, RECOVERY_CODES, SECRET_BYTES, Totp, TotpSecret, plain_recovery_code,
    recovery_code,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(crate) use enforcement::check_may_configure;
pub use enforcement::would_stop;
pub use sign_in::{Proof, answer, passkey_options};
pub(crate) use sign_in::{ask, count_try, ended};

use crate::audit::{Change, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::identities;
use crate::limits::{self, Tries};
use crate::passkeys;
use crate::passwords;
use crate::sealing;
use crate::sessions;
use crate::tokens::{self, Secret};
use crate::unit::{Unit, read, write};

/// What is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Since when the authenticator app is asked for.
    pub totp_enabled_at: Option<Timestamp>,
    /// How many passkeys there are.
    pub passkeys: usize,
    /// How many recovery codes are left.
    pub recovery_codes_left: u64,
}

/// A secret for an authenticator app, which is shown this once and asked for once a code of it came back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Enrolment {
    /// For people: base32.
    pub secret: Secret,
    /// For apps.
    pub uri: Secret,
}

/// New recovery codes, which are shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecoveryCodes {
    /// Each of them.
    pub codes: Vec<Secret>,
}

/// One's own second factor.
///
/// # Errors
/// Not signed in.
pub async fn status(cx: &Context, call: &Call) -> Result<Status> {
    read(cx, async |unit| {
        let user = identities::own_user_or_newcomer(cx, unit, call).await?;
        Ok(Status {
            totp_enabled_at: unit.two_factor().totp(user).await?.and_then(|totp| totp.enabled_at),
            passkeys: passkeys::all(unit, user).await?.len(),
            recovery_codes_left: unit.two_factor().recovery_codes_left(user).await?,
        })
    })
    .await
}

/// Makes a secret for an authenticator app. Another one that was never confirmed is void then. Who has a second factor proves
/// it first, by a sign-in of late: the password alone must not bring another one.
///
/// # Errors
/// `wrong_password`; `reauthentication_required` for a user without one, or with a second factor; `permission_denied`
/// where no account allows or requires it; `two_factor_enabled`.
pub async fn begin_totp(cx: &Context, call: &Call, password: Option<String>) -> Result<Enrolment> {
    let (user, hash) = passwords::ask(cx, call, "/password", password).await?;
    write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        enforcement::check_may_configure(cx, unit, user).await?;
        if unit.two_factor().has(user).await? {
            call.fresh_user(cx.now())?;
        }
        let address = unit.users().find(user).await?.ok_or_else(Error::unauthenticated)?.email;
        let mut bytes = [0; SECRET_BYTES];
        bytes.copy_from_slice(&cx.ids.secret()[..SECRET_BYTES]);
        let secret = TotpSecret::new(bytes);
        let sealed = cx.sealer.seal(&purpose(user), secret.bytes());
        if !unit.two_factor().begin_totp(user, &sealed, cx.now()).await? {
            return Err(Error::conflict(
                "two_factor_enabled",
                "an authenticator app is set up already; remove it first",
            ));
        }
        note(cx, unit, call, user, "user.totp_begun", Value::Null).await?;
        let uri = secret.uri(issuer(&cx.public_url), address.as_str());
        Ok(Enrolment { secret: Secret::new(secret.to_base32()), uri: Secret::new(uri) })
    })
    .await
}

/// Turns the authenticator app on by a code of it. The user's other sessions end.
///
/// # Errors
/// `invalid_code`, `rate_limited`; `two_factor_not_begun`; `permission_denied` as [`begin_totp`].
pub async fn confirm_totp(cx: &Context, call: &Call, code: &str) -> Result<RecoveryCodes> {
    let user = read(cx, async |unit| identities::own_user_or_newcomer(cx, unit, call).await).await?;
    let tries = Tries::count(cx, limits::WRONG_CODES, tries_of(cx, call, user).await?).await?;
    let confirmed: Result<(RecoveryCodes, Vec<SessionId>)> = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        sessions::still_open(unit, call).await?;
        identities::own_user_or_newcomer(cx, unit, call).await?;
        enforcement::check_may_configure(cx, unit, user).await?;
        let begun = unit.two_factor().totp(user).await?.filter(|totp| totp.enabled_at.is_none());
        let begun = begun.ok_or_else(|| {
            Error::conflict("two_factor_not_begun", "no authenticator app waits for its first code")
        })?;
        let step = open(cx, user, &begun)?.step_of(code, cx.now());
        let step = step.ok_or_else(|| Error::invalid_as("invalid_code", "/code", "is not the app's code"))?;
        if !unit.two_factor().enable_totp(user, step, cx.now()).await? {
            return Err(Error::overtaken());
        }
        unit.two_factor().set(user, true).await?;
        let codes = new_codes(cx, unit, user).await?;
        note(cx, unit, call, user, "user.two_factor_enabled", json!({ "method": "totp" })).await?;
        tell(cx, unit, user, Notice::Enabled).await?;
        Ok((codes, sessions::end_others(cx, unit, call, user, call.session()).await?))
    })
    .await;
    if !sign_in::is_wrong(&confirmed) {
        tries.take_back(cx).await;
    }
    let (codes, ended) = confirmed?;
    cx.decisions.sessions_ended(&ended);
    Ok(codes)
}

/// Turns the authenticator app off. The user's other sessions end. Where no passkey is left the recovery codes go too, and
/// accounts that require a second factor bar the user from then on.
///
/// # Errors
/// `reauthentication_required` without a sign-in of late; `wrong_password`; absent when it is off; `permission_denied` as
/// [`begin_totp`].
pub async fn disable_totp(cx: &Context, call: &Call, password: Option<String>) -> Result<()> {
    call.fresh_user(cx.now())?;
    let (user, hash) = passwords::ask(cx, call, "/password", password).await?;
    let ended: Vec<SessionId> = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        enforcement::check_may_configure(cx, unit, user).await?;
        if !has_app(unit, user).await? {
            return Err(Error::not_found("authenticator app"));
        }
        unit.two_factor().remove_totp(user).await?;
        let is_left = settle(unit, user).await?;
        note(cx, unit, call, user, "user.two_factor_disabled", json!({ "method": "totp" })).await?;
        tell(cx, unit, user, if is_left { Notice::AppRemoved } else { Notice::Disabled }).await?;
        sessions::end_others(cx, unit, call, user, call.session()).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

async fn has_app(unit: &mut Unit<'_>, user: UserId) -> Result<bool> {
    Ok(unit.two_factor().totp(user).await?.is_some_and(|totp| totp.enabled_at.is_some()))
}

/// Takes away what there is of a second factor, and tells of it where it was in force.
pub(crate) async fn forget(cx: &Context, unit: &mut Unit<'_>, call: &Call, user: UserId) -> Result<()> {
    let was_on = unit.two_factor().has(user).await?;
    unit.two_factor().remove_totp(user).await?;
    unit.passkeys().remove_all(user).await?;
    settle(unit, user).await?;
    if was_on {
        note(cx, unit, call, user, "user.two_factor_disabled", json!({ "method": "all" })).await?;
        tell(cx, unit, user, Notice::Disabled).await?;
    }
    Ok(())
}

/// Whether a second factor is left to a user who had one more. The recovery codes go with the last.
pub(crate) async fn settle(unit: &mut Unit<'_>, user: UserId) -> Result<bool> {
    let is_left = has_app(unit, user).await? || !passkeys::all(unit, user).await?.is_empty();
    if !is_left {
        unit.two_factor().set(user, false).await?;
        unit.two_factor().put_recovery_codes(user, &[]).await?;
    }
    Ok(is_left)
}

/// Makes new recovery codes; the old ones are void.
///
/// # Errors
/// `reauthentication_required` without a sign-in of late; `wrong_password`; `two_factor_off`.
pub async fn replace_recovery_codes(
    cx: &Context,
    call: &Call,
    password: Option<String>,
) -> Result<RecoveryCodes> {
    call.fresh_user(cx.now())?;
    let (user, hash) = passwords::ask(cx, call, "/password", password).await?;
    write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        if !unit.two_factor().has(user).await? {
            return Err(Error::conflict("two_factor_off", "without a second factor there are no codes"));
        }
        let codes = new_codes(cx, unit, user).await?;
        note(cx, unit, call, user, "user.recovery_codes_replaced", Value::Null).await?;
        tell(cx, unit, user, Notice::RecoveryCodesReplaced).await?;
        Ok(codes)
    })
    .await
}

/// Seals under the deployment's present key what an older one sealed, of the next users after one; the last of them, or
/// none when there are no more.
pub(crate) async fn reseal(
    cx: &Context,
    unit: &mut Unit<'_>,
    after: Option<UserId>,
    limit: u64,
) -> Result<Option<UserId>> {
    let page = unit.two_factor().sealed(after, limit).await?;
    for (user, sealed) in &page {
        if let Some(new) = sealing::anew(cx, user, &purpose(*user), sealed) {
            unit.two_factor().reseal(*user, sealed, &new).await?;
        }
    }
    Ok(page.last().map(|(user, _)| *user))
}

/// What a user's secret is sealed for: another's does not open in its place.
fn purpose(user: UserId) -> String {
    format!("totp of {user}")
}

fn open(cx: &Context, user: UserId, totp: &Totp) -> Result<TotpSecret> {
    let plain = cx.sealer.open(&purpose(user), &totp.sealed);
    plain
        .and_then(|plain| TotpSecret::from_slice(&plain))
        .ok_or_else(|| Error::internal(&format!("the secret of {user} can't be opened")))
}

/// Under which name the app lists it: the host that people know.
fn issuer(public_url: &str) -> &str {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    host.split(['/', ':']).next().unwrap_or(host)
}

async fn new_codes(cx: &Context, unit: &mut Unit<'_>, user: UserId) -> Result<RecoveryCodes> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    let mut hashes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let mut bytes = [0; RECOVERY_CODE_BYTES];
        bytes.copy_from_slice(&cx.ids.secret()[..RECOVERY_CODE_BYTES]);
        let code = recovery_code(bytes);
        hashes.push(tokens::recovery_code(user, &plain_recovery_code(&code)));
        codes.push(Secret::new(code));
    }
    unit.two_factor().put_recovery_codes(user, &hashes).await?;
    Ok(RecoveryCodes { codes })
}

/// By which wrong codes are counted: as passwords are, by the user, and apart where the user signs in from. Recovery codes
/// do not count there: at a new place, who knows the password can keep all tries used up, and the user gets in by one.
async fn tries_of(cx: &Context, call: &Call, user: UserId) -> Result<String> {
    let source = passwords::source(cx, user, call);
    let familiarity = read(cx, async |unit| Ok(unit.sessions().source(user, source).await?)).await?;
    Ok(limits::key_at(format!("codes of {user}"), familiarity, call))
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    action: &'static str,
    after: Value,
) -> Result<()> {
    let change = Change { action, target: Party::new("user", user), before: Value::Null, after };
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await
}

pub(crate) async fn tell(cx: &Context, unit: &mut Unit<'_>, user: UserId, notice: Notice) -> Result<()> {
    let message = Message::TwoFactor { user, notice };
    Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
}
