//! Texts that people type: names and mail addresses, checked once and then carried as types.

use serde::{Deserialize, Serialize};

/// A text that breaks a rule of its kind; the message says which.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidText(pub &'static str);

fn has_control(text: &str) -> bool {
    // Line and paragraph separators and bidirectional overrides can forge what a reader sees, like control characters.
    text.chars().any(|c| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// A name of a person or a thing: 1 to 100 characters, no control characters, trimmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(InvalidText("must not be empty"));
        }
        if trimmed.chars().count() > 100 {
            return Err(InvalidText("must have at most 100 characters"));
        }
        if has_control(trimmed) {
            return Err(InvalidText("must not hold control characters, such as line breaks"));
        }
        Ok(if trimmed.len() == text.len() { Self(text) } else { Self(trimmed.to_owned()) })
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

/// A mail address as typed, with the form by which two are the same (lower case, compared without case).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email {
    typed: String,
    normal: String,
}

impl Email {
    /// As it was typed; mail goes there.
    pub fn as_str(&self) -> &str {
        &self.typed
    }
    /// By which it is looked up and compared.
    pub fn normal(&self) -> &str {
        &self.normal
    }
    /// Whether both are one address.
    pub fn same_as(&self, other: &Self) -> bool {
        self.normal == other.normal
    }
}

impl TryFrom<String> for Email {
    type Error = InvalidText;
    /// Takes what the HTML standard's mail field takes, with a dot in the domain, at most 254 characters.
    fn try_from(text: String) -> Result<Self, InvalidText> {
        const WRONG: InvalidText = InvalidText("must be a mail address, such as ada@example.com");
        let typed = text.trim().to_owned();
        let (local, domain) = typed.rsplit_once('@').ok_or(WRONG)?;
        let local_ok = (1..=64).contains(&local.len())
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b));
        let label_ok = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if !local_ok || typed.len() > 254 || !domain.contains('.') || !domain.split('.').all(label_ok) {
            return Err(WRONG);
        }
        let normal = typed.to_ascii_lowercase();
        Ok(Self { typed, normal })
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.typed
    }
}

/// An id that a client chose for a thing of its own: 1 to 200 visible ASCII characters.
///
/// # Errors
/// [`InvalidText`] for any other text.
pub fn check_external_id(text: &str) -> Result<(), InvalidText> {
    if (1..=200).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(InvalidText("must have 1 to 200 visible ASCII characters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_and_hold_no_control_characters() {
        assert_eq!(Name::try_from("  Ada Lovelace ".to_owned()).unwrap().as_str(), "Ada Lovelace");
        for text in ["", "   ", "a\0b", "a\r\nBcc: x@example.com", "a\u{202e}b", &"x".repeat(101)] {
            assert!(Name::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn addresses_keep_their_spelling_and_compare_without_case() {
        let typed = Email::try_from("Ada.L+x@Example.COM".to_owned()).unwrap();
        assert_eq!((typed.as_str(), typed.normal()), ("Ada.L+x@Example.COM", "ada.l+x@example.com"));
        assert!(typed.same_as(&Email::try_from("ada.l+x@example.com".to_owned()).unwrap()));
    }

    #[test]
    fn other_texts_are_no_addresses() {
        for text in [
            "",
            "ada",
            "ada@",
            "@example.com",
            "ada@example",
            "ada@exa mple.com",
            "ada@example.com\r\nBcc: eve@example.com",
            "ada\0@example.com",
            "a..b@example.com",
            "<ada@example.com>",
            "ada@-example.com",
            "ada@example..com",
            &format!("{}@example.com", "a".repeat(65)),
        ] {
            assert!(Email::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }
}
