//! Challenges: what was begun and must be answered in time. Here they are begun and opened; what an answer
//! does is decided by who asks for it.

use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::{ChallengeId, UserId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::unit::Unit;

/// Begins a challenge. What is to be known when it is answered is sealed.
pub(crate) async fn begin(
    cx: &Context,
    unit: &mut Unit<'_>,
    kind: ChallengeKind,
    user: Option<UserId>,
    known: &impl Serialize,
) -> Result<Challenge> {
    let now = cx.now();
    let plain = serde_json::to_vec(known).map_err(|error| Error::internal(&error))?;
    let challenge = Challenge {
        id: ChallengeId::new(cx.ids.uuid()),
        kind,
        user,
        sealed: cx.sealer.seal(kind.as_str(), &plain),
        tries: 0,
        created_at: now,
        expires_at: now.plus_seconds(kind.lifetime_seconds()),
    };
    unit.challenges().insert(&challenge).await?;
    Ok(challenge)
}

/// What was known when a challenge was begun.
///
/// # Errors
/// When it can't be opened: a fault of ours, or of who changed the database.
pub(crate) fn known<T: DeserializeOwned>(cx: &Context, challenge: &Challenge) -> Result<T> {
    let plain = cx
        .sealer
        .open(challenge.kind.as_str(), &challenge.sealed)
        .ok_or_else(|| Error::internal(&"a challenge can't be opened"))?;
    serde_json::from_slice(&plain).map_err(|error| Error::internal(&error))
}
