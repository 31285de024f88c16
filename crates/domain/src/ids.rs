//! The one registry of id kinds: a TypeID prefix a kind (<https://github.com/jetify-com/typeid/tree/main/spec>).
//! Making ids is not here; a use case gets new ones from outside.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many digits 128 bits have.
pub(crate) const DIGITS: usize = 26;

/// A text that is no id of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid id: expected `{prefix}_` and 26 characters of lower-case base32")]
pub struct InvalidId {
    /// The prefix that the id must have.
    pub prefix: &'static str,
}

pub(crate) fn encode(value: u128) -> [u8; DIGITS] {
    let mut out = [0; DIGITS];
    for (place, byte) in out.iter_mut().rev().enumerate() {
        *byte = ALPHABET[usize::try_from((value >> (5 * place)) & 31).unwrap_or(0)];
    }
    out
}

fn digit(byte: u8) -> Option<u128> {
    Some(u128::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'h' => byte - b'a' + 10,
        b'j' | b'k' => byte - b'j' + 18,
        b'm' | b'n' => byte - b'm' + 20,
        b'p'..=b't' => byte - b'p' + 22,
        b'v'..=b'z' => byte - b'v' + 27,
        _ => return None,
    }))
}

pub(crate) fn decode(text: &[u8]) -> Option<u128> {
    if text.len() != DIGITS || text[0] > b'7' {
        return None;
    }
    text.iter().try_fold(0, |value, byte| Some((value << 5) | digit(*byte)?))
}

macro_rules! id_kinds {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// What stands before the underscore in the text form.
            pub const PREFIX: &'static str = $prefix;
            /// An id of this kind with the given UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }
            /// The UUID inside.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!($prefix, "_"))?;
                f.write_str(std::str::from_utf8(&encode(self.0.as_u128())).map_err(|_| fmt::Error)?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then(|rest| decode(rest.as_bytes()))
                    .map(|value| Self(Uuid::from_u128(value)))
                    .ok_or(InvalidId { prefix: $prefix })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                std::borrow::Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

id_kinds! {
    /// A person who can sign in.
    UserId "user";
    /// A customer's account: the tenant.
    AccountId "acct";
    /// A user's place in an account.
    MemberId "mbr";
    /// An invitation to an account.
    InvitationId "inv";
    /// An app of an account.
    AppId "app";
    /// A keyset of an app.
    KeysetId "ks";
    /// A key of a keyset.
    KeyId "key";
    /// A service integration: a machine member of an account.
    IntegrationId "sint";
    /// A role given at a resource.
    GrantId "grant";
    /// A signed-in session.
    SessionId "sess";
    /// A passkey.
    PasskeyId "pk";
    /// A key of the operator's own product back end.
    PlatformKeyId "pkey";
    /// An entry of an audit chain.
    AuditEventId "audit";
    /// Something that waits in the outbox.
    DeliveryId "dlv";
    /// A challenge; inside only, a client has its token.
    ChallengeId "chal";
    /// A registered resource of a type that a role model declares; inside only, a client names it by type and id.
    ResourceId "res";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_follows_the_typeid_vectors() {
        for (uuid, suffix) in [
            ("00000000-0000-0000-0000-000000000000", "00000000000000000000000000"),
            ("00000000-0000-0000-0000-00000000000a", "0000000000000000000000000a"),
            ("00000000-0000-0000-0000-000000000024", "00000000000000000000000014"),
            ("ffffffff-ffff-ffff-ffff-ffffffffffff", "7zzzzzzzzzzzzzzzzzzzzzzzzz"),
            ("0110c853-1d09-52d8-d73e-1194e95b5f19", "0123456789abcdefghjkmnpqrs"),
            ("01890a5d-ac96-774b-bcce-b302099a8057", "01h455vb4pex5vsknk084sn02q"),
        ] {
            let id = UserId::new(uuid.parse().unwrap());
            assert_eq!(id.to_string(), format!("user_{suffix}"));
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "user_",
            "acct_01h455vb4pex5vsknk084sn02q",
            "user_81h455vb4pex5vsknk084sn02q",
            "user_01h455vb4pex5vsknk084sn02",
            "user_01H455VB4PEX5VSKNK084SN02Q",
            "user_01h455vb4pex5vsknk084sn0iq",
            "user_01h455vb4pex5vsknk084sn02q\0",
        ] {
            assert!(text.parse::<UserId>().is_err(), "{text:?}");
        }
    }
}
