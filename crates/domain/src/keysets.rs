//! Keysets of an app: what a keyset has beside its place in the resource tree.

use serde::{Deserialize, Serialize};

use crate::key_text::KeyKind;

/// What a keyset is for. It never changes: a key's text tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// Trying things out.
    #[default]
    Testing,
    /// Earnest.
    Production,
}

impl Environment {
    /// By what it is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Testing => "testing",
            Self::Production => "production",
        }
    }
    /// From its text.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Testing, Self::Production].into_iter().find(|one| one.as_str() == text)
    }
    /// The kind of its keys' texts.
    pub const fn key_kind(self) -> KeyKind {
        match self {
            Self::Testing => KeyKind::Testing,
            Self::Production => KeyKind::Production,
        }
    }
}
