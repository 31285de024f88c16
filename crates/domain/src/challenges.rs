//! Challenges: what was begun and must be answered in time, once: a reset password, a second factor that is asked for, a
//! new address that has to prove itself. A challenge's token is made from its kind and id, and stored nowhere.

use crate::ids::{ChallengeId, UserId};
use crate::time::Timestamp;

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChallengeKind {
    /// A sign-in that lacks its second factor.
    TwoFactor,
    /// A password that is to be set by the link of a mail.
    PasswordReset,
    /// A new address that is to prove itself by the link of a mail.
    EmailChange,
    /// A passkey that is being registered.
    PasskeyRegistration,
    /// A sign-in by passkey.
    PasskeySignIn,
    /// A sign-in by a provider.
    Sso,
    /// What a provider answered by SAML, until the browser that it is for asks for what follows.
    SamlResponse,
}

impl ChallengeKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::TwoFactor,
        Self::PasswordReset,
        Self::EmailChange,
        Self::PasskeyRegistration,
        Self::PasskeySignIn,
        Self::Sso,
        Self::SamlResponse,
    ];
    /// By what it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TwoFactor => "two_factor",
            Self::PasswordReset => "password_reset",
            Self::EmailChange => "email_change",
            Self::PasskeyRegistration => "passkey_registration",
            Self::PasskeySignIn => "passkey_sign_in",
            Self::Sso => "sso",
            Self::SamlResponse => "saml_response",
        }
    }
    /// From the text form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
    /// For how long it can be answered, in seconds.
    pub const fn lifetime_seconds(self) -> i64 {
        match self {
            Self::TwoFactor | Self::PasskeyRegistration | Self::PasskeySignIn | Self::Sso => 10 * 60,
            Self::SamlResponse => 60,
            Self::PasswordReset => 30 * 60,
            Self::EmailChange => 24 * 3600,
        }
    }
}

/// A challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Its id.
    pub id: ChallengeId,
    /// What it is for.
    pub kind: ChallengeKind,
    /// Whose, where that is known.
    pub user: Option<UserId>,
    /// What is needed to check the answer, sealed under the deployment's key.
    pub sealed: Vec<u8>,
    /// How often a wrong answer was given.
    pub tries: u32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
}
