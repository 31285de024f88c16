//! Secrets of a keyset: named values that are held for the product. How they are sealed is not here; the value itself never
//! is.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, KeysetId};
use crate::text::InvalidText;
use crate::time::Timestamp;

/// How many bytes a value has at most.
pub const MOST_VALUE_BYTES: usize = 64 << 10;
/// How many secrets a keyset has at most.
pub const MOST_NAMES: u64 = 200;

/// The name of a secret: 1 to 100 letters, digits, `_`, `-` and `.` of ASCII, beginning with a letter or `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct SecretName(String);

impl SecretName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SecretName {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        let begins = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        let may = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if begins && text.len() <= 100 && text.bytes().all(may) {
            return Ok(Self(text));
        }
        Err(InvalidText(
            "must have 1 to 100 letters, digits, `_`, `-` and `.`, and begin with a letter or `_`",
        ))
    }
}

impl From<SecretName> for String {
    fn from(name: SecretName) -> Self {
        name.0
    }
}

impl fmt::Display for SecretName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is told of a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretEntry {
    /// Its name.
    pub name: SecretName,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its value was last written.
    pub updated_at: Timestamp,
}

/// A secret as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSecret {
    /// Its account.
    pub account: AccountId,
    /// Its keyset.
    pub keyset: KeysetId,
    /// What is told of it.
    pub entry: SecretEntry,
    /// Its value, sealed under the account's data key for [`purpose`].
    pub sealed: Vec<u8>,
}

/// What a value is sealed for: it opens in no other place.
pub fn purpose(account: AccountId, keyset: KeysetId, name: &SecretName) -> String {
    format!("secret {name} of {keyset} of {account}")
}

/// What an account's data key is sealed for, under the deployment's key.
pub fn data_key_purpose(account: AccountId) -> String {
    format!("data key of {account}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_word() {
        let name = |text: &str| SecretName::try_from(text.to_owned());
        for right in ["a", "_", "AWS_KEY", "db.password-2", &"x".repeat(100)] {
            assert_eq!(name(right).unwrap().as_str(), right);
        }
        for wrong in ["", "1a", "-a", ".a", "a b", "a/b", "ä", "a\0", &"x".repeat(101)] {
            assert!(name(wrong).is_err(), "{wrong:?}");
        }
    }
}
