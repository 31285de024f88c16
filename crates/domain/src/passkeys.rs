//! Passkeys (<https://www.w3.org/TR/webauthn-3/>): by what a user's authenticators are known. How an answer of one is
//! checked is not here.

use serde::{Deserialize, Serialize};

use crate::ids::{PasskeyId, UserId};
use crate::text::Name;
use crate::time::Timestamp;

/// How many passkeys a user can have: a sign-in names all of them to the browser.
pub const MOST_PASSKEYS: usize = 20;

/// A passkey, as far as the service knows it. None of it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// Whose.
    pub user: UserId,
    /// What the user calls it.
    pub name: Name,
    /// What the authenticator calls it.
    pub credential: Vec<u8>,
    /// With what its answers are checked, in the form of what checks them.
    pub key: String,
    /// How often it answered, as it last said itself; 0 of those that do not count.
    pub counter: u32,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it last signed in.
    pub last_used_at: Option<Timestamp>,
    /// Goes up with every change of the name.
    pub version: u64,
}

impl Passkey {
    /// Whether an answer with this count comes after the last one. Where it does not, there are two authenticators with one
    /// key: somebody copied it.
    pub const fn is_followed_by(&self, counter: u32) -> bool {
        counter > self.counter || (counter == 0 && self.counter == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_count_must_go_up_unless_there_is_none() {
        let passkey = |counter| Passkey {
            id: PasskeyId::new(Uuid::nil()),
            user: UserId::new(Uuid::nil()),
            name: Name::try_from("Laptop".to_owned()).unwrap(),
            credential: Vec::new(),
            key: String::new(),
            counter,
            created_at: Timestamp::from_micros(0),
            last_used_at: None,
            version: 1,
        };
        for (before, after, follows) in [
            (0, 0, true),
            (0, 1, true),
            (7, 8, true),
            (7, 90, true),
            (7, 7, false),
            (7, 6, false),
            (7, 0, false),
        ] {
            assert_eq!(passkey(before).is_followed_by(after), follows, "{before} {after}");
        }
    }
}
