//! The text of an API key: one word that tells its kind, the key it is of, and by a checksum whether it was typed or cut
//! wrong. So a typo and a scanner of leaked secrets are told without a look-up. What a key may do is not here.
//!
//! `<prefix><id: 26>_<secret: 52>_<checksum: 7>`, the numbers being digits of the ids' base32: the key's UUID, 32 random
//! bytes as two halves, and the CRC-32 (of IEEE 802.3) of all that stands before the last underscore.

use std::fmt;

use uuid::Uuid;

use crate::ids::{DIGITS, decode, encode};

const PREFIX: usize = 4;
const CHECKSUM: usize = 7;
/// Where the digits of the id, of the secret's halves and of the checksum begin.
const ID: usize = PREFIX;
const FIRST_HALF: usize = ID + DIGITS + 1;
const SECOND_HALF: usize = FIRST_HALF + DIGITS;
const SUM: usize = SECOND_HALF + DIGITS + 1;

/// How many characters each text has.
pub const LENGTH: usize = SUM + CHECKSUM;

/// What a key is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// A keyset for testing.
    Testing,
    /// A keyset in production.
    Production,
    /// A service integration.
    Integration,
}

impl KeyKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Testing, Self::Production, Self::Integration];
    /// What such a text starts with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Testing => "bwt_",
            Self::Production => "bwl_",
            Self::Integration => "bwk_",
        }
    }
}

/// Why a text is no key. No look-up is needed to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It starts like no key.
    #[error("a key starts with bwt_, bwl_ or bwk_")]
    Prefix,
    /// Something is missing or too much.
    #[error("a key has {LENGTH} characters")]
    Length,
    /// It is not built of digits and underscores as a key is.
    #[error("a key has digits and lower-case letters, without i, l, o and u, in three parts")]
    Form,
    /// It was typed or cut wrong.
    #[error("the key's last part does not agree with the rest: a character is wrong")]
    Checksum,
}

/// A key with its secret, as its text says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KeyText {
    /// What it is of.
    pub kind: KeyKind,
    /// The key's id.
    pub id: Uuid,
    /// Its secret.
    pub secret: [u8; 32],
}

impl fmt::Debug for KeyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyText").field("kind", &self.kind).field("id", &self.id).finish_non_exhaustive()
    }
}

impl KeyText {
    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let kind = KeyKind::ALL.into_iter().find(|kind| text.starts_with(kind.prefix()));
        let kind = kind.ok_or(Malformed::Prefix)?;
        let text: &[u8; LENGTH] = text.as_bytes().try_into().map_err(|_| Malformed::Length)?;
        if text[FIRST_HALF - 1] != b'_' || text[SUM - 1] != b'_' {
            return Err(Malformed::Form);
        }
        let digits = |from: usize| decode(&text[from..from + DIGITS]).ok_or(Malformed::Form);
        let (id, first, second) = (digits(ID)?, digits(FIRST_HALF)?, digits(SECOND_HALF)?);
        if text[SUM..] != checksum(&text[..SUM - 1]) {
            return Err(Malformed::Checksum);
        }
        let mut secret = [0; 32];
        secret[..16].copy_from_slice(&first.to_be_bytes());
        secret[16..].copy_from_slice(&second.to_be_bytes());
        Ok(Self { kind, id: Uuid::from_u128(id), secret })
    }

    /// The text, which is the secret itself: it is shown once and kept nowhere.
    pub fn to_text(&self) -> String {
        let mut text = [b'_'; LENGTH];
        let (mut first, mut second) = ([0; 16], [0; 16]);
        first.copy_from_slice(&self.secret[..16]);
        second.copy_from_slice(&self.secret[16..]);
        text[..ID].copy_from_slice(self.kind.prefix().as_bytes());
        text[ID..ID + DIGITS].copy_from_slice(&encode(self.id.as_u128()));
        text[FIRST_HALF..SECOND_HALF].copy_from_slice(&encode(u128::from_be_bytes(first)));
        text[SECOND_HALF..SECOND_HALF + DIGITS].copy_from_slice(&encode(u128::from_be_bytes(second)));
        let sum = checksum(&text[..SUM - 1]);
        text[SUM..].copy_from_slice(&sum);
        text.iter().map(|byte| char::from(*byte)).collect()
    }
}

fn checksum(text: &[u8]) -> [u8; CHECKSUM] {
    let mut last = [0; CHECKSUM];
    last.copy_from_slice(&encode(u128::from(crc32fast::hash(text)))[DIGITS - CHECKSUM..]);
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_key() -> impl Strategy<Value = KeyText> {
        let kind = proptest::sample::select(KeyKind::ALL.as_slice());
        (kind, any::<u128>(), any::<[u8; 32]>()).prop_map(|(kind, id, secret)| KeyText {
            kind,
            id: Uuid::from_u128(id),
            secret,
        })
    }

    #[test]
    fn the_text_of_a_key_stays_as_it_is() {
        let secret = std::array::from_fn(|at| u8::try_from(at).unwrap());
        let id = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
        let text = KeyText { kind: KeyKind::Production, id, secret }.to_text();
        assert_eq!(
            text,
            "bwl_01h455vb4pex5vsknk084sn02q_00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm"
        );
        assert_eq!(text.len(), LENGTH);
    }

    #[test]
    fn the_checksum_is_the_common_crc_32() {
        // The check value of every catalogue of CRCs: 0xcbf43926.
        assert_eq!(checksum(b"123456789"), encode(0xcbf4_3926)[DIGITS - CHECKSUM..]);
    }

    #[test]
    fn each_fault_has_its_name() {
        let text = KeyText { kind: KeyKind::Testing, id: Uuid::nil(), secret: [7; 32] }.to_text();
        for (wrong, fault) in [
            (String::new(), Malformed::Prefix),
            (text.replace("bwt_", "bwp_"), Malformed::Prefix),
            (text.to_uppercase(), Malformed::Prefix),
            (format!("{text}0"), Malformed::Length),
            (text[..30].to_owned(), Malformed::Length),
            (format!("{}é", &text[..LENGTH - 2]), Malformed::Checksum),
            (text.replacen("_0000", "_oooo", 1), Malformed::Form),
            (text.replace("bwt_", "bwl_"), Malformed::Checksum),
        ] {
            assert_eq!(KeyText::parse(&wrong), Err(fault), "{wrong}");
        }
    }

    #[test]
    fn the_secret_does_not_show_where_a_key_is_written_for_debugging() {
        let key = KeyText { kind: KeyKind::Testing, id: Uuid::nil(), secret: [0xab; 32] };
        assert_eq!(
            format!("{key:?}"),
            "KeyText { kind: Testing, id: 00000000-0000-0000-0000-000000000000, .. }"
        );
    }

    proptest! {
        #[test]
        fn a_text_is_read_as_the_key_that_wrote_it(key in any_key()) {
            prop_assert_eq!(KeyText::parse(&key.to_text()), Ok(key));
        }

        #[test]
        fn one_changed_character_is_told(key in any_key(), at in 0..LENGTH, other in any::<char>()) {
            let text = key.to_text();
            prop_assume!(text.as_bytes()[at] != u8::try_from(other).unwrap_or(0));
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            prop_assert!(KeyText::parse(&changed).is_err(), "{}", changed);
        }

        #[test]
        fn one_digit_for_another_is_told(key in any_key(), at in 0..LENGTH, other in "[0-9a-z_]") {
            let text = key.to_text();
            prop_assume!(text[at..=at] != other);
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            prop_assert!(KeyText::parse(&changed).is_err(), "{}", changed);
        }

        #[test]
        fn two_swapped_characters_are_told(key in any_key(), one in 0..LENGTH, other in 0..LENGTH) {
            let mut bytes = key.to_text().into_bytes();
            prop_assume!(bytes[one] != bytes[other]);
            bytes.swap(one, other);
            let changed = String::from_utf8(bytes).unwrap();
            prop_assert!(KeyText::parse(&changed).is_err(), "{}", changed);
        }

        #[test]
        fn a_dropped_or_doubled_character_is_told(key in any_key(), at in 0..LENGTH) {
            let text = key.to_text();
            let dropped = format!("{}{}", &text[..at], &text[at + 1..]);
            let doubled = format!("{}{}", &text[..=at], &text[at..]);
            for changed in [dropped, doubled] {
                prop_assert!(KeyText::parse(&changed).is_err(), "{}", changed);
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in any::<String>(), digits in "bw[tlk]_[0-9a-z_]{87}") {
            prop_assert!(KeyText::parse(&text).is_err());
            prop_assert!(KeyText::parse(&digits).is_err());
        }
    }
}
