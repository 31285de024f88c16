//! The second step of a sign-in: asking for the second factor, and looking at what comes back.

use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::ids::{ChallengeId, UserId};
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_domain::two_factor::{MOST_TRIES, Notice, plain_recovery_code};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{note, open, purpose, tell, tries_of};
use crate::challenges;
use crate::connections::{self, Connected};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::limits::{self, TOKENS, Tries};
use crate::passkeys;
use crate::sessions::{self, NewSession};
use crate::tokens::{self, Secret};
use crate::unit::{Unit, maintain, read, write};

const KIND: ChallengeKind = ChallengeKind::TwoFactor;

/// What a user shows as their second factor.
#[derive(Clone)]
pub enum Proof {
    /// A code of the authenticator app.
    Code(String),
    /// A recovery code.
    RecoveryCode(String),
    /// What an authenticator answered to [`passkey_options`], as JSON.
    Passkey(String),
}

/// The first step, as the challenge keeps it.
#[derive(Serialize, Deserialize)]
struct FirstStep {
    methods: u8,
    came: Option<Connected>,
    /// What the answer of a passkey is checked against; none where there are no passkeys.
    #[serde(default)]
    passkey: Option<String>,
}

/// Asks for the second factor: a challenge's token.
pub(crate) async fn ask(
    cx: &Context,
    unit: &mut Unit<'_>,
    user: UserId,
    methods: Methods,
    came: Option<Connected>,
) -> Result<Secret> {
    let passkey = cx.passkeys.begin_sign_in().ok();
    let first = FirstStep { methods: methods.bits(), came, passkey };
    let challenge = challenges::begin(cx, unit, KIND, Some(user), &first).await?;
    Ok(Secret::new(tokens::challenge(cx, KIND, challenge.id)))
}

pub(crate) fn ended() -> Error {
    Error::new(Kind::Unauthenticated, "challenge_expired", "this sign-in has ended; begin it anew")
}

/// Whether a try stays counted: only a wrong code does, not a right one that something else was in the way of.
pub(super) fn is_wrong<T>(outcome: &Result<T>) -> bool {
    outcome.as_ref().is_err_and(|error| error.code == "invalid_code")
}

fn wrong() -> Error {
    Error::new(Kind::Unauthenticated, "invalid_code", "the code is wrong, or was used before")
}

/// Finishes a sign-in by the second factor.
///
/// # Errors
/// `invalid_code`, `invalid_passkey`; `challenge_expired` when it was answered, has had its time, or was tried too often;
/// `sso_failed` when it was begun through an account that has another connection by now; `rate_limited`.
pub async fn answer(cx: &Context, call: &Call, token: &str, proof: Proof) -> Result<NewSession> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    let begun = match tokens::named_challenge(cx, KIND, token) {
        Some(id) => find(cx, id).await?,
        None => None,
    };
    // Both are counted before the code is looked at, so that tries at once are not more than tries in turn.
    let tries = match begun.filter(|_| matches!(proof, Proof::Code(_))) {
        Some((_, user)) => {
            Some(Tries::count(cx, limits::WRONG_CODES, tries_of(cx, call, user).await?).await?)
        }
        None => None,
    };
    let counted = match begun {
        Some((id, _)) => count_try(cx, id).await?,
        None => false,
    };
    let outcome = write(cx, call, async |unit| {
        let (id, user) = begun.filter(|_| counted).ok_or_else(ended)?;
        unit.users().lock(&[user]).await?;
        let challenge = unit.challenges().take(KIND, id, cx.now()).await?.ok_or_else(ended)?;
        let FirstStep { methods, came, passkey } = challenges::known(cx, &challenge)?;
        let sso = connections::still(unit, came).await?;
        let method = match &proof {
            Proof::Passkey(answer) => {
                let found = passkeys::named(cx, unit, answer, Some(user)).await?;
                passkeys::accept(cx, unit, &found, &passkey.ok_or_else(passkeys::wrong)?, answer).await?;
                Method::Passkey
            }
            Proof::Code(code) => prove_code(cx, unit, user, code).await?,
            Proof::RecoveryCode(code) => prove_recovery_code(cx, unit, call, user, code).await?,
        };
        sessions::open(cx, unit, call, user, Methods::from_bits(methods).and(method), sso).await
    })
    .await;
    if let Some(tries) = tries.filter(|_| !is_wrong(&outcome)) {
        tries.take_back(cx).await;
    }
    outcome
}

/// A challenge that can still be answered, and whose it is.
async fn find(cx: &Context, id: ChallengeId) -> Result<Option<(ChallengeId, UserId)>> {
    let found = read(cx, async |unit| Ok(unit.challenges().find(KIND, id, cx.now()).await?)).await?;
    Ok(found.and_then(|challenge| challenge.user).map(|user| (id, user)))
}

/// What the browser is asked for by who answers with a passkey, as JSON. It is the same whenever it is asked.
///
/// # Errors
/// `challenge_expired`, `no_passkeys`, `rate_limited`.
pub async fn passkey_options(cx: &Context, call: &Call, token: &str) -> Result<String> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    let id = tokens::named_challenge(cx, KIND, token).ok_or_else(ended)?;
    read(cx, async |unit| {
        let challenge = unit.challenges().find(KIND, id, cx.now()).await?.ok_or_else(ended)?;
        let FirstStep { passkey, .. } = challenges::known(cx, &challenge)?;
        let known = passkeys::all(unit, challenge.user.ok_or_else(ended)?).await?;
        let state = passkey.filter(|_| !known.is_empty());
        let state = state.ok_or_else(|| Error::conflict("no_passkeys", "this user has no passkeys"))?;
        Ok(cx.passkeys.sign_in_options(&state, &known)?)
    })
    .await
}

/// Counts a try, which stays counted though it is refused; whether it was one of those that there are.
pub(crate) async fn count_try(cx: &Context, id: ChallengeId) -> Result<bool> {
    let tries = maintain(cx, async |unit| Ok(unit.challenges().count_try(id).await?)).await?;
    Ok(tries.is_some_and(|tries| tries <= MOST_TRIES))
}

/// Looks at a code of the authenticator app, which is good once.
async fn prove_code(cx: &Context, unit: &mut Unit<'_>, user: UserId, code: &str) -> Result<Method> {
    let totp = unit.two_factor().totp(user).await?.filter(|totp| totp.enabled_at.is_some());
    let totp = totp.ok_or_else(wrong)?;
    let secret = open(cx, user, &totp)?;
    let step = secret.step_of(code, cx.now()).ok_or_else(wrong)?;
    if !unit.two_factor().accept_step(user, step).await? {
        return Err(wrong());
    }
    if !cx.sealer.is_present(&totp.sealed) {
        let new = cx.sealer.seal(&purpose(user), secret.bytes());
        unit.two_factor().reseal(user, &totp.sealed, &new).await?;
    }
    Ok(Method::Totp)
}

/// Takes a recovery code away.
async fn prove_recovery_code(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    code: &str,
) -> Result<Method> {
    let hash = tokens::recovery_code(user, &plain_recovery_code(code));
    if !unit.two_factor().take_recovery_code(user, hash).await? {
        return Err(wrong());
    }
    note(cx, unit, call, user, "user.recovery_code_used", Value::Null).await?;
    tell(cx, unit, user, Notice::RecoveryCodeUsed).await?;
    Ok(Method::RecoveryCode)
}
