//! Identities: what providers outside, such as Google, know users by.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::UserId;
use crate::text::{Email, InvalidText};
use crate::time::Timestamp;

/// By what a provider of the deployment is known in paths: 1 to 32 lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProviderName(String);

impl ProviderName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ProviderName {
    type Error = InvalidText;
    /// `accounts` is where accounts' own sign-in is, and no name.
    fn try_from(text: String) -> Result<Self, InvalidText> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !(1..=32).contains(&text.len()) || !text.bytes().all(letter) || text == "accounts" {
            return Err(InvalidText(
                "must have 1 to 32 lower-case letters, digits and hyphens, and not be `accounts`",
            ));
        }
        Ok(Self(text))
    }
}

impl From<ProviderName> for String {
    fn from(name: ProviderName) -> Self {
        name.0
    }
}

impl fmt::Display for ProviderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a user is known by at a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The user.
    pub user: UserId,
    /// The provider.
    pub provider: ProviderName,
    /// Who the provider said that it is: under the same name there may be another one tomorrow.
    pub issuer: String,
    /// What the provider knows the user by, for ever.
    pub subject: String,
    /// The address that the provider last told, which need not be the user's.
    pub email: Option<Email>,
    /// When it was linked.
    pub created_at: Timestamp,
    /// When it was last signed in with, or linked.
    pub last_used_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_s_name_fits_into_a_path() {
        assert_eq!(ProviderName::try_from("acme-2".to_owned()).unwrap().as_str(), "acme-2");
        for text in ["", "Google", "a/b", "a b", "accounts", &"x".repeat(33)] {
            assert!(ProviderName::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }
}
