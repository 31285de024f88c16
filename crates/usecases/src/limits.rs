//! How often the doors that are open to everyone may be tried.

use std::time::Duration;

use bailiwick_ports::rate_limits::Limit;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::metrics;

const MINUTE: Duration = Duration::from_mins(1);

/// Failed sign-ins to one address.
pub(crate) const FAILED_SIGN_INS: Limit =
    Limit { name: "failed_sign_ins", most: 10, within: Duration::from_mins(15) };
/// Sign-ins from one source.
pub(crate) const SIGN_INS: Limit = Limit { name: "sign_ins", most: 60, within: MINUTE };
/// Sign-ups from one source.
pub(crate) const SIGN_UPS: Limit = Limit { name: "sign_ups", most: 30, within: Duration::from_hours(1) };
/// Tokens of mailed links tried from one source.
pub(crate) const TOKENS: Limit = Limit { name: "tokens", most: 60, within: MINUTE };

/// Each of them.
pub(crate) const ALL: [&Limit; 4] = [&FAILED_SIGN_INS, &SIGN_INS, &SIGN_UPS, &TOKENS];

pub(crate) async fn hit(cx: &Context, limit: &Limit, key: &str) -> Result<()> {
    cx.limits.hit(limit, key).await.map_err(|wait| {
        metrics::rate_limited(limit.name);
        Error::too_many(wait)
    })
}
