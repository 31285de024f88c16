//! Keys of a keyset: the API keys by which a customer's software comes to the operator's product. A key has an id that
//! stays and secrets that are rotated; what its text looks like is in [`crate::key_text`].

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, KeyId, KeysetId, UserId};
use crate::text::{InvalidText, Name, check_external_id};
use crate::time::Timestamp;

/// How many keys a keyset has at most.
pub const MOST_KEYS: u64 = 1_000;
/// How many capabilities a key has at most.
pub const MOST_CAPABILITIES: usize = 50;
/// How many secrets of a key are good at a time.
pub const MOST_SECRETS: usize = 5;
/// For how long a former secret stays good at most, in seconds: 30 days.
pub const LONGEST_OVERLAP_SECONDS: u32 = 30 * 24 * 3600;

/// What a key lets its holder do, in the product's own words: a text such as `channel:public-*:subscribe`, handed out as it
/// is. What it means, and what a pattern in it covers, is the product's to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Capability(String);

impl Capability {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Capability {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        check_external_id(&text).map(|()| Self(text))
    }
}

impl From<Capability> for String {
    fn from(capability: Capability) -> Self {
        capability.0
    }
}

/// Whether a key is good while its time lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// It is.
    Active,
    /// It is not, until it is made active again.
    Disabled,
}

impl KeyStatus {
    /// By what it is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }
    /// From its text.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Disabled].into_iter().find(|one| one.as_str() == text)
    }
}

/// A key, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Its id.
    pub id: KeyId,
    /// Its account.
    pub account: AccountId,
    /// Its keyset.
    pub keyset: KeysetId,
    /// What people call it.
    pub name: Name,
    /// What it lets its holder do.
    pub capabilities: Vec<Capability>,
    /// Until when it is good; none for ever.
    pub expires_at: Option<Timestamp>,
    /// Whether it is good at all.
    pub status: KeyStatus,
    /// Who made it.
    pub created_by: UserId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last verified, to about a minute.
    pub last_used_at: Option<Timestamp>,
    /// Goes up with every change, and with every rotation.
    pub version: u64,
}

/// One of a key's secrets, by its keyed hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySecret {
    /// The keyed hash of the text that holds the secret.
    pub hash: [u8; 32],
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it is good, since a newer one took its place; none for the newest.
    pub ends_at: Option<Timestamp>,
}

impl KeySecret {
    /// Whether it is good at a moment.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.ends_at.is_none_or(|end| now < end)
    }
}

/// As many secrets are good as can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{MOST_SECRETS} secrets of the key are good already")]
pub struct TooManySecrets;

/// A key's secrets once a new one takes the place of the newest: all former ones end at `until`, or before. Those whose time
/// was over already are forgotten.
///
/// # Errors
/// More would be good at a time than may be.
pub fn rotated(
    former: Vec<KeySecret>,
    new: KeySecret,
    until: Timestamp,
    now: Timestamp,
) -> Result<Vec<KeySecret>, TooManySecrets> {
    let mut all = vec![new];
    for secret in former.into_iter().filter(|secret| secret.is_live(now)) {
        // What is over by now is over by every clock, also by one that is behind.
        let until = if until <= now { secret.created_at } else { until };
        let ends_at = secret.ends_at.map_or(until, |end| end.min(until));
        all.push(KeySecret { ends_at: Some(ends_at), ..secret });
    }
    let live = all.iter().filter(|secret| secret.is_live(now)).count();
    if live > MOST_SECRETS { Err(TooManySecrets) } else { Ok(all) }
}

/// Why a text is no good key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRefusal {
    /// It is no key's text.
    Malformed,
    /// There is no such key, or it is deleted, or that is not a secret of it.
    Unknown,
    /// Its secret was rotated, and the overlap is over.
    Rotated,
    /// Its account is closed.
    AccountClosed,
    /// It is disabled.
    Disabled,
    /// Its time is over.
    Expired,
}

impl KeyRefusal {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Rotated => "rotated",
            Self::AccountClosed => "account_closed",
            Self::Disabled => "disabled",
            Self::Expired => "expired",
        }
    }
}

/// Judges a key by the secret of it that a text holds.
///
/// # Errors
/// Why it is not good.
pub fn judge(
    secret: &KeySecret,
    is_account_closed: bool,
    status: KeyStatus,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), KeyRefusal> {
    if !secret.is_live(now) {
        Err(KeyRefusal::Rotated)
    } else if is_account_closed {
        Err(KeyRefusal::AccountClosed)
    } else if status == KeyStatus::Disabled {
        Err(KeyRefusal::Disabled)
    } else if expires_at.is_some_and(|end| end <= now) {
        Err(KeyRefusal::Expired)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    fn secret(number: u8, ends_at: Option<i64>) -> KeySecret {
        KeySecret { hash: [number; 32], created_at: at(0), ends_at: ends_at.map(at) }
    }

    #[test]
    fn former_secrets_end_with_the_overlap_and_never_later_than_they_would_have() {
        let former = vec![secret(3, None), secret(2, Some(50)), secret(1, Some(20)), secret(0, Some(10))];
        let all = rotated(former, secret(4, None), at(30), at(10)).unwrap();
        assert_eq!(all, [secret(4, None), secret(3, Some(30)), secret(2, Some(30)), secret(1, Some(20))]);
    }

    #[test]
    fn without_an_overlap_former_secrets_end_at_once_and_are_known_until_the_next_rotation() {
        let all = rotated(vec![secret(1, None)], secret(2, None), at(10), at(10)).unwrap();
        assert_eq!(all, [secret(2, None), secret(1, Some(0))]);
        let all = rotated(all, secret(3, None), at(11), at(11)).unwrap();
        assert_eq!(all, [secret(3, None), secret(2, Some(0))]);
    }

    #[test]
    fn a_key_is_good_while_nothing_is_against_it() {
        let live = secret(1, None);
        let judged = |secret: &KeySecret, closed, status, end: Option<i64>| {
            judge(secret, closed, status, end.map(at), at(10))
        };
        let active = KeyStatus::Active;
        assert_eq!(judged(&live, false, active, None), Ok(()));
        assert_eq!(judged(&live, false, active, Some(11)), Ok(()));
        assert_eq!(judged(&secret(1, Some(11)), false, active, None), Ok(()));
        assert_eq!(judged(&live, false, active, Some(10)), Err(KeyRefusal::Expired));
        assert_eq!(judged(&live, false, KeyStatus::Disabled, Some(10)), Err(KeyRefusal::Disabled));
        assert_eq!(judged(&live, true, KeyStatus::Disabled, None), Err(KeyRefusal::AccountClosed));
        assert_eq!(judged(&secret(1, Some(10)), true, active, None), Err(KeyRefusal::Rotated));
    }

    #[test]
    fn a_capability_is_a_visible_text_without_spaces() {
        let capability = |text: &str| Capability::try_from(text.to_owned());
        assert_eq!(capability("channel:public-*:subscribe").unwrap().as_str(), "channel:public-*:subscribe");
        for wrong in ["", "a b", "a\n", "ä", &"x".repeat(201)] {
            assert!(capability(wrong).is_err(), "{wrong:?}");
        }
    }

    proptest! {
        /// Whatever is done in whichever order, no more than the most are good at a time, and the newest is.
        #[test]
        fn no_more_secrets_are_good_than_may_be(steps in prop::collection::vec((0..5i64, 0..20i64), 1..40)) {
            let (mut now, mut all, mut refused) = (0, vec![secret(0, None)], 0);
            for (number, (pause, overlap)) in (1..).zip(&steps) {
                now += pause;
                match rotated(all.clone(), secret(number, None), at(now + overlap), at(now)) {
                    Ok(next) => all = next,
                    Err(TooManySecrets) => refused += 1,
                }
                prop_assert!(all.iter().filter(|one| one.is_live(at(now))).count() <= MOST_SECRETS);
                prop_assert!(all[0].ends_at.is_none() && all[1..].iter().all(|one| one.ends_at.is_some()));
                prop_assert!(all.len() <= 2 * MOST_SECRETS);
            }
            // Without an overlap nothing stands in the way.
            let next = rotated(all, secret(255, None), at(now), at(now));
            prop_assert!(next.is_ok(), "after {} refusals", refused);
        }
    }
}
