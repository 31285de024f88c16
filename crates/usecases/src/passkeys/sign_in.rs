//! Signing in by a passkey, as the only step or as the second one. Nobody is named before the authenticator answers, so what
//! is asked tells nothing of anybody.

use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::UserId;
use bailiwick_domain::passkeys::Passkey;
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_ports::passkeys::PasskeyError;

use super::Asked;
use crate::challenges;
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::limits::{self, PASSKEYS, SIGN_INS};
use crate::metrics;
use crate::sessions::{self, NewSession};
use crate::tokens::{self, Secret};
use crate::two_factor::{count_try, ended};
use crate::unit::{Unit, write};

const KIND: ChallengeKind = ChallengeKind::PasskeySignIn;

/// Begins a sign-in by whichever passkey the user chooses.
///
/// # Errors
/// `passkeys_unavailable`, `rate_limited`.
pub async fn begin_sign_in(cx: &Context, call: &Call) -> Result<Asked> {
    limits::hit(cx, &PASSKEYS, &call.source()).await?;
    let state = cx.passkeys.begin_sign_in()?;
    let options = cx.passkeys.sign_in_options(&state, &[])?;
    write(cx, call, async |unit| {
        let challenge = challenges::begin(cx, unit, KIND, None, &state).await?;
        let challenge = Secret::new(tokens::challenge(cx, KIND, challenge.id));
        Ok(Asked { challenge, options: Secret::new(options) })
    })
    .await
}

/// Signs in by what an authenticator answered. It verified its user, so no other factor is asked for.
///
/// # Errors
/// `invalid_passkey`; `challenge_expired` when it was answered, has had its time, or was tried too often; `rate_limited`.
pub async fn sign_in(cx: &Context, call: &Call, token: &str, answer: &str) -> Result<NewSession> {
    limits::hit(cx, &SIGN_INS, &call.source()).await?;
    let named_challenge = tokens::named_challenge(cx, KIND, token);
    let counted = match named_challenge {
        Some(id) => count_try(cx, id).await?,
        None => false,
    };
    let outcome = write(cx, call, async |unit| {
        let id = named_challenge.filter(|_| counted).ok_or_else(ended)?;
        let passkey = named(cx, unit, answer, None).await?;
        unit.users().lock(&[passkey.user]).await?;
        let challenge: Challenge = unit.challenges().take(KIND, id, cx.now()).await?.ok_or_else(ended)?;
        let state: String = challenges::known(cx, &challenge)?;
        accept(cx, unit, &passkey, &state, answer).await?;
        sessions::open(cx, unit, call, passkey.user, Methods::of(Method::Passkey), None).await
    })
    .await;
    if outcome.as_ref().err().is_none_or(|error| error.kind == Kind::Unauthenticated) {
        metrics::sign_in(outcome.is_ok());
    }
    outcome
}

pub(crate) fn wrong() -> Error {
    PasskeyError::Refused("it is of nobody, or of somebody else".to_owned()).into()
}

/// The passkey that an answer names. It is of the user whom the authenticator tells, and of the one who is expected; one of
/// them there must be.
///
/// # Errors
/// `invalid_passkey`; an answer that can't be read.
pub(crate) async fn named(
    cx: &Context,
    unit: &mut Unit<'_>,
    answer: &str,
    expected: Option<UserId>,
) -> Result<Passkey> {
    let named = cx.passkeys.named(answer)?;
    let passkey = unit.passkeys().of_credential(&named.credential).await?.ok_or_else(wrong)?;
    let users = [named.user, expected];
    let is_theirs = users.iter().flatten().all(|user| *user == passkey.user);
    if is_theirs && users.iter().any(Option::is_some) { Ok(passkey) } else { Err(wrong()) }
}

/// Believes an answer, if it is right and comes after the last one. The user MUST be locked.
///
/// # Errors
/// `invalid_passkey`.
pub(crate) async fn accept(
    cx: &Context,
    unit: &mut Unit<'_>,
    passkey: &Passkey,
    state: &str,
    answer: &str,
) -> Result<()> {
    let counter = cx.passkeys.finish_sign_in(state, answer, passkey)?;
    if passkey.is_followed_by(counter) && unit.passkeys().mark_used(passkey, counter, cx.now()).await? {
        return Ok(());
    }
    tracing::warn!(passkey = %passkey.id, "an authenticator's count does not go on: its key may have been copied");
    Err(wrong())
}
