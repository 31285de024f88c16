//! Users: people who can sign in.

use serde::{Deserialize, Serialize};

use crate::ids::UserId;
use crate::text::{Email, Name};
use crate::time::Timestamp;

/// A person who can sign in. The password's hash is not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// Their address, by which they sign in.
    pub email: Email,
    /// When the address proved itself.
    pub email_verified_at: Option<Timestamp>,
    /// Their name.
    pub name: Name,
    /// When they signed up.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

/// The least number of characters of a password.
pub const LEAST_PASSWORD: usize = 8;
/// The most bytes of a password: more would only cost time.
pub const MOST_PASSWORD: usize = 1024;

/// A password that can't be taken; the message says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WeakPassword(&'static str);

/// A password for a new user: long enough, and not the address or the name itself.
///
/// # Errors
/// [`WeakPassword`].
pub fn check_password(password: &str, email: &Email, name: &Name) -> Result<(), WeakPassword> {
    if password.chars().count() < LEAST_PASSWORD {
        return Err(WeakPassword("must have at least 8 characters"));
    }
    if password.len() > MOST_PASSWORD {
        return Err(WeakPassword("must have at most 1024 bytes"));
    }
    let lower = password.to_lowercase();
    let mut chars = lower.chars();
    let first = chars.next();
    if chars.all(|c| Some(c) == first) {
        return Err(WeakPassword("must not be one character over and over"));
    }
    if lower == email.normal() || lower == name.as_str().to_lowercase() || COMMON.contains(&lower.as_str()) {
        return Err(WeakPassword("is too easy to guess"));
    }
    Ok(())
}

/// The passwords of at least 8 characters that lead every published list of leaked ones.
const COMMON: &[&str] = &[
    "password",
    "12345678",
    "123456789",
    "1234567890",
    "qwertyuiop",
    "password1",
    "password123",
    "iloveyou",
    "princess",
    "football",
    "baseball",
    "sunshine",
    "superman",
    "trustno1",
    "starwars",
    "whatever",
    "qwerty123",
    "1q2w3e4r",
    "1qaz2wsx",
    "zaq12wsx",
    "passw0rd",
    "p@ssw0rd",
    "letmein1",
    "welcome1",
    "admin123",
    "administrator",
    "changeme",
    "asdfghjkl",
    "qwertyui",
    "abcd1234",
    "abc12345",
    "87654321",
    "987654321",
    "computer",
    "michelle",
    "jennifer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused() {
        let email = Email::try_from("ada@example.com".to_owned()).unwrap();
        let name = Name::try_from("Ada Lovelace".to_owned()).unwrap();
        for weak in
            ["short", "aaaaaaaaaaaa", "Password", "ADA@example.com", "ada lovelace", &"x1".repeat(513)]
        {
            assert!(check_password(weak, &email, &name).is_err(), "{weak}");
        }
        assert_eq!(check_password("correct horse battery", &email, &name), Ok(()));
    }
}
