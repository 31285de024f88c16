//! Sealing anew what an older key of the deployment sealed. What is sealed, and for what, is its capability's to say.

use std::fmt::Display;

use crate::context::Context;

/// The same under the deployment's present key, where it is under the one before. What neither opens is warned of.
pub(crate) fn anew(cx: &Context, of: impl Display, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    if cx.sealer.is_present(sealed) {
        return None;
    }
    let plain = cx.sealer.open(purpose, sealed);
    if plain.is_none() {
        tracing::warn!(%of, purpose, "a secret is sealed under a key that is neither the present nor the previous one");
    }
    plain.map(|plain| cx.sealer.seal(purpose, &plain))
}
