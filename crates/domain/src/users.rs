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
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WeakPassword(String);

/// How many characters of a password are looked at for what makes it easy to guess: looking takes longer with each.
const LOOKED_AT: usize = 100;

/// A new password: long enough, and by zxcvbn's estimate (<https://github.com/dropbox/zxcvbn>) not to be guessed in 10^8
/// tries, by one who knows the address and the name.
///
/// # Errors
/// [`WeakPassword`].
pub fn check_password(password: &str, email: &Email, name: &Name) -> Result<(), WeakPassword> {
    let weak = |why: &str| Err(WeakPassword(why.to_owned()));
    if password.chars().count() < LEAST_PASSWORD {
        return weak("must have at least 8 characters");
    }
    if password.len() > MOST_PASSWORD {
        return weak("must have at most 1024 bytes");
    }
    let (local, _) = email.normal().split_once('@').unwrap_or((email.normal(), ""));
    let lower = name.as_str().to_lowercase();
    let known: Vec<&str> = [email.normal(), local, &lower].into_iter().chain(lower.split(' ')).collect();
    let looked_at: String = password.chars().take(LOOKED_AT).collect();
    let estimate = zxcvbn::zxcvbn(&looked_at, &known);
    if estimate.score() >= zxcvbn::Score::Three {
        return Ok(());
    }
    let why = estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning).map(|why| format!(": {why}"));
    Err(WeakPassword(format!("is too easy to guess{}", why.unwrap_or_default())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused() {
        let email = Email::try_from("ada@example.com".to_owned()).unwrap();
        let name = Name::try_from("Ada Lovelace".to_owned()).unwrap();
        for weak in [
            "short",
            "aaaaaaaaaaaa",
            "Password1!",
            "qwertyuiop",
            "ADA@example.com",
            "ada lovelace",
            "lovelace1815",
            &"x1".repeat(513),
        ] {
            assert!(check_password(weak, &email, &name).is_err(), "{weak}");
        }
        assert_eq!(check_password("correct horse battery", &email, &name), Ok(()));
    }
}
