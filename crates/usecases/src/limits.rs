//! How often the doors that are open to everyone may be tried, and how many mails one can have sent to others.

use std::time::Duration;

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::text::Email;
use bailiwick_ports::rate_limits::Limit;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::metrics;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

/// Wrong passwords and codes for one address, each limit with a longer wait than the one before it.
const WRONG: [&Limit; 4] = [
    &Limit { name: "wrong_credentials", most: 5, within: MINUTE },
    &Limit { name: "wrong_credentials_15_minutes", most: 10, within: Duration::from_mins(15) },
    &Limit { name: "wrong_credentials_hour", most: 20, within: HOUR },
    &Limit { name: "wrong_credentials_day", most: 50, within: Duration::from_hours(24) },
];
/// Sign-ins from one source.
pub(crate) const SIGN_INS: Limit = Limit { name: "sign_ins", most: 60, within: MINUTE };
/// Browsers that come back from a provider, from one source. With [`SIGN_INS`] at their start and [`TOKENS`] at the exchange
/// of a code, each sign-in counts once in each.
pub(crate) const CALLBACKS: Limit = Limit { name: "sso_callbacks", most: 60, within: MINUTE };
/// Sign-ins by passkey that one source begins: a page may begin one whenever it is shown.
pub(crate) const PASSKEYS: Limit = Limit { name: "passkey_challenges", most: 120, within: MINUTE };
/// Sign-ups from one source.
pub(crate) const SIGN_UPS: Limit = Limit { name: "sign_ups", most: 30, within: HOUR };
/// Links to set a new password, asked for from one source.
pub(crate) const RESETS: Limit = Limit { name: "password_resets", most: 30, within: HOUR };
/// The same for one address. Who asks more often is told nothing, and no more mails go.
pub(crate) const RESETS_TO_ADDRESS: Limit =
    Limit { name: "password_resets_to_address", most: 5, within: HOUR };
/// New addresses that a user asks for.
pub(crate) const EMAIL_CHANGES: Limit = Limit { name: "email_changes", most: 10, within: HOUR };
/// Issuers that a user has asked, to connect an account to them.
pub(crate) const ISSUERS: Limit = Limit { name: "sso_issuers", most: 30, within: HOUR };
/// Tokens of mailed links tried from one source.
pub(crate) const TOKENS: Limit = Limit { name: "tokens", most: 60, within: MINUTE };
/// Invitations mailed for one account: enough to bring a company in.
const INVITATIONS: Limit = Limit { name: "invitations", most: 1_000, within: HOUR };
/// Invitations mailed for one account to one address. Another account's do not count: nobody uses up an address for
/// others.
const INVITATIONS_TO_ADDRESS: Limit =
    Limit { name: "invitations_to_address", most: 5, within: Duration::from_hours(24) };

/// Each of them.
pub(crate) const ALL: [&Limit; 15] = [
    WRONG[0],
    WRONG[1],
    WRONG[2],
    WRONG[3],
    &SIGN_INS,
    &CALLBACKS,
    &PASSKEYS,
    &SIGN_UPS,
    &RESETS,
    &RESETS_TO_ADDRESS,
    &EMAIL_CHANGES,
    &ISSUERS,
    &TOKENS,
    &INVITATIONS,
    &INVITATIONS_TO_ADDRESS,
];

pub(crate) async fn hit(cx: &Context, limit: &Limit, key: &str) -> Result<()> {
    cx.limits.hit(limit, key).await.map_err(|wait| {
        metrics::rate_limited(limit.name);
        Error::too_many(limit, wait)
    })
}

/// A try at somebody's credentials, counted as a wrong one until it turns out well.
pub(crate) struct Tries {
    key: String,
}

impl Tries {
    /// Counts one.
    ///
    /// # Errors
    /// `rate_limited`: after so many wrong ones, the longer the more there were.
    pub(crate) async fn count(cx: &Context, key: String) -> Result<Self> {
        for (at, limit) in WRONG.iter().enumerate() {
            if let Err(error) = hit(cx, limit, &key).await {
                for counted in &WRONG[..at] {
                    cx.limits.take_back(counted, &key).await;
                }
                return Err(error);
            }
        }
        Ok(Self { key })
    }
    /// It turned out well, or was not looked at.
    pub(crate) async fn take_back(self, cx: &Context) {
        for limit in WRONG {
            cx.limits.take_back(limit, &self.key).await;
        }
    }
}

/// An invitation's mail that was counted before it was queued.
pub(crate) struct Counted {
    account: String,
    address: String,
}

/// Counts an invitation's mail. Only for a caller who may invite, or strangers could use up an account's.
pub(crate) async fn count_invitation(cx: &Context, account: AccountId, to: &Email) -> Result<Counted> {
    let counted = Counted { account: account.to_string(), address: format!("{account} {}", to.normal()) };
    hit(cx, &INVITATIONS_TO_ADDRESS, &counted.address).await?;
    if let Err(error) = hit(cx, &INVITATIONS, &counted.account).await {
        cx.limits.take_back(&INVITATIONS_TO_ADDRESS, &counted.address).await;
        return Err(error);
    }
    Ok(counted)
}

impl Counted {
    /// No mail was queued: refused, or the repetition of a request.
    pub(crate) async fn take_back(self, cx: &Context) {
        cx.limits.take_back(&INVITATIONS_TO_ADDRESS, &self.address).await;
        cx.limits.take_back(&INVITATIONS, &self.account).await;
    }
}
