//! Ids and tokens as the server makes them, for rows that are put into the database by hand.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The deployment's key of a run.
const SECRET_KEY: [u8; 32] = [7; 32];

/// As the setting has it.
pub fn secret_key() -> String {
    STANDARD.encode(SECRET_KEY)
}

/// What a seeded row is.
#[derive(Clone, Copy)]
pub enum Kind {
    User = 1,
    Member = 2,
    GrantBelow = 3,
    GrantOnAccount = 4,
    Invitation = 5,
    Account = 6,
    App = 7,
    Keyset = 8,
    Session = 9,
    Key = 10,
}

/// The first part of a seeded row's id in hex: a `UUIDv7` of the year 2024, so that lists begin with them. The number of
/// the row follows in eight digits.
pub fn id_start(kind: Kind) -> String {
    format!("0190000000007000800000{:02x}", kind as u8)
}

/// A seeded row's id.
pub fn id(kind: Kind, number: u32) -> Uuid {
    let start = 0x0190_0000_0000_7000_8000_0000_0000_0000_u128;
    Uuid::from_u128(start | (kind as u128) << 32 | u128::from(number))
}

/// The text form of an id (<https://github.com/jetify-com/typeid>).
pub fn type_id(prefix: &str, id: Uuid) -> String {
    format!("{prefix}_{}", digits(id.as_u128(), 26))
}

/// The last digits of a number as ids have them.
fn digits(number: u128, count: u32) -> String {
    let all = b"0123456789abcdefghjkmnpqrstvwxyz";
    let digit = |place: u32| {
        let value = usize::try_from(number >> (5 * place) & 31).unwrap_or_default();
        char::from(all[value])
    };
    (0..count).rev().map(digit).collect()
}

/// The text of a seeded key of a keyset.
pub fn key_text(number: u32) -> String {
    let secret = hash(&format!("key {number}"));
    let half = |bytes: &[u8]| digits(bytes.iter().fold(0, |sum, byte| sum << 8 | u128::from(*byte)), 26);
    let (first, second) = secret.split_at(16);
    let text = format!("{}_{}{}", type_id("bwl", id(Kind::Key, number)), half(first), half(second));
    let sum = digits(crc32fast::hash(text.as_bytes()).into(), 7);
    format!("{text}_{sum}")
}

/// By which a key's text is stored.
pub fn key_hash(text: &str) -> [u8; 32] {
    mac(&mac(&SECRET_KEY, b"key"), text.as_bytes())
}

/// By which a token is stored.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// A session's token.
pub fn session_token(number: u32) -> String {
    format!("bws_{}", URL_SAFE_NO_PAD.encode(hash(&format!("session {number}"))))
}

fn mac(key: &[u8], data: &[u8]) -> [u8; 32] {
    // HMAC takes keys of every length.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(data).finalize().into_bytes().into())
        .unwrap_or_default()
}

/// The token in the first mail of an invitation.
pub fn invitation_token(account: Uuid, invitation: Uuid) -> String {
    let named = [account.into_bytes(), invitation.into_bytes()].concat();
    let signed = [named.as_slice(), &1_u32.to_be_bytes()].concat();
    URL_SAFE_NO_PAD.encode([named, mac(&mac(&SECRET_KEY, b"invitation"), &signed).to_vec()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_as_the_database_writes_them_and_as_the_api_shows_them() {
        let user = id(Kind::User, 0x2a);
        assert_eq!(user.simple().to_string(), format!("{}0000002a", id_start(Kind::User)));
        assert_eq!(user.get_version_num(), 7);
        // From the specification of TypeID.
        let uuid = "0188bac7-4afa-78aa-bc3b-bd1eef28d881".parse().unwrap();
        assert_eq!(type_id("prefix", uuid), "prefix_01h2xcejqtf2nbrexx3vqjhp41");
    }
}
