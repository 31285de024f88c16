//! How often the doors that are open to everyone may be tried, and how many mails one can have sent to others.

use std::time::Duration;

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::text::Email;
use bailiwick_ports::rate_limits::Limit;
use bailiwick_ports::sessions::Familiarity;

use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::metrics;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

/// Wrong codes for one user, each limit with a longer wait than the one before it.
pub(crate) const WRONG_CODES: &[&Limit] = &[
    &Limit { name: "wrong_credentials", most: 5, within: MINUTE },
    &Limit { name: "wrong_credentials_15_minutes", most: 10, within: Duration::from_mins(15) },
    &Limit { name: "wrong_credentials_hour", most: 20, within: HOUR },
    &Limit { name: "wrong_credentials_day", most: 50, within: Duration::from_hours(24) },
];
/// Wrong passwords for one address: the same without the first.
pub(crate) const WRONG_PASSWORDS: &[&Limit] = WRONG_CODES.split_at(1).1;
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

/// Mails to one account's members about limits on minutes and hours: where one is passed all the time, other accounts' mails
/// do not wait for long.
pub(crate) const LIMIT_MAILS: Limit = Limit { name: "limit_mails", most: 1_000, within: HOUR };

/// Each of them.
pub(crate) const ALL: [&Limit; 16] = [
    WRONG_CODES[0],
    WRONG_CODES[1],
    WRONG_CODES[2],
    WRONG_CODES[3],
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
    &LIMIT_MAILS,
];

pub(crate) async fn hit(cx: &Context, limit: &Limit, key: &str) -> Result<()> {
    cx.limits.hit(limit, key).await.map_err(|wait| {
        metrics::rate_limited(limit.name);
        Error::too_many(limit, wait)
    })
}

/// By which wrong tries at somebody's credentials are counted: who guesses from elsewhere does not keep users out of where
/// they sign in from.
pub(crate) fn key_at(whose: String, familiarity: Familiarity, call: &Call) -> String {
    match familiarity {
        Familiarity::Known => format!("{whose} {}", call.source()),
        Familiarity::First | Familiarity::Unusual => whose,
    }
}

/// A try at somebody's credentials, counted as a wrong one until it turns out well.
pub(crate) struct Tries {
    limits: &'static [&'static Limit],
    key: String,
}

impl Tries {
    /// Counts one.
    ///
    /// # Errors
    /// `rate_limited`: after so many wrong ones, the longer the more there were.
    pub(crate) async fn count(cx: &Context, limits: &'static [&'static Limit], key: String) -> Result<Self> {
        for (at, limit) in limits.iter().enumerate() {
            if let Err(error) = hit(cx, limit, &key).await {
                for counted in &limits[..at] {
                    cx.limits.take_back(counted, &key).await;
                }
                return Err(error);
            }
        }
        Ok(Self { limits, key })
    }
    /// It turned out well, or was not looked at.
    pub(crate) async fn take_back(self, cx: &Context) {
        for limit in self.limits {
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
