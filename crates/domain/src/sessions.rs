//! Sessions of signed-in users: how they signed in, and until when that counts. The token itself is not part of one; only
//! its hash is ever stored.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, SessionId, UserId};
use crate::time::Timestamp;

/// How a user proved who they are, in one step of a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The password.
    Password,
    /// A code of an authenticator app (RFC 6238).
    Totp,
    /// A recovery code.
    RecoveryCode,
    /// A passkey, with which the user was verified (<https://www.w3.org/TR/webauthn-3/>).
    Passkey,
    /// A provider of the deployment, such as Google.
    Provider,
    /// An account's own single sign-on.
    AccountSso,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Password, Self::Totp, Self::RecoveryCode, Self::Passkey, Self::Provider, Self::AccountSso];

    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Totp => "totp",
            Self::RecoveryCode => "recovery_code",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::AccountSso => "account_sso",
        }
    }
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The methods of a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Methods(u8);

impl Methods {
    /// One method.
    pub const fn of(method: Method) -> Self {
        Self(method.bit())
    }
    /// With another one.
    #[must_use]
    pub const fn and(self, method: Method) -> Self {
        Self(self.0 | method.bit())
    }
    /// Whether one is among them.
    pub const fn has(self, method: Method) -> bool {
        self.0 & method.bit() != 0
    }
    /// Whether a second factor is among them; a passkey with which the user was verified is both factors.
    pub const fn has_second_factor(self) -> bool {
        self.has(Method::Totp) || self.has(Method::RecoveryCode) || self.has(Method::Passkey)
    }
    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = Method> {
        Method::ALL.into_iter().filter(move |method| self.has(*method))
    }
    /// As a byte, a bit a method.
    pub const fn bits(self) -> u8 {
        self.0
    }
    /// From that byte; bits of methods that this release does not know are left out.
    pub fn from_bits(bits: u8) -> Self {
        Method::ALL.into_iter().filter(|method| bits & method.bit() != 0).fold(Self(0), Self::and)
    }
}

/// How a session's user signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub methods: Methods,
    /// Through which account's own single sign-on, if through one.
    pub sso: Option<AccountId>,
}

/// For how long a sign-in is fresh enough for what is hard to undo, in seconds: 15 minutes.
pub const FRESH_SECONDS: i64 = 15 * 60;

impl SignedIn {
    /// Whether the sign-in is fresh enough for what is hard to undo.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.at.plus_seconds(FRESH_SECONDS)
    }
}

/// For how long sessions last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetimes {
    /// After the sign-in, in seconds.
    pub absolute_seconds: i64,
    /// After the last request, in seconds.
    pub idle_seconds: i64,
}

impl Default for Lifetimes {
    /// 30 days, and 14 without a request.
    fn default() -> Self {
        Self { absolute_seconds: 30 * 24 * 3600, idle_seconds: 14 * 24 * 3600 }
    }
}

/// A session is marked as seen when it was not for so many seconds.
pub const SEEN_EVERY_SECONDS: i64 = 60;

/// A signed-in session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// How the user signed in.
    pub signed_in: SignedIn,
    /// When a request last came with it, to about a minute.
    pub last_seen_at: Timestamp,
    /// When it ends by itself, however much it is used.
    pub expires_at: Timestamp,
    /// The address that the sign-in came from.
    pub source_ip: Option<String>,
    /// What the client called itself.
    pub user_agent: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_come_back_from_their_bits_and_unknown_ones_are_left_out() {
        let both = Methods::of(Method::Password).and(Method::Totp);
        assert_eq!(Methods::from_bits(both.bits() | 0x80), both);
        assert_eq!(both.each().collect::<Vec<_>>(), [Method::Password, Method::Totp]);
        assert!(!both.has(Method::Passkey));
    }

    #[test]
    fn a_sign_in_is_fresh_for_fifteen_minutes() {
        let at = Timestamp::from_micros(0);
        let signed_in = SignedIn { at, methods: Methods::of(Method::Password), sso: None };
        assert!(signed_in.is_fresh(at.plus_seconds(FRESH_SECONDS - 1)));
        assert!(!signed_in.is_fresh(at.plus_seconds(FRESH_SECONDS)));
    }
}
