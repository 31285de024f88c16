//! Accounts: the tenants.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, UserId};
use crate::text::Name;
use crate::time::Timestamp;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// A user's own; at most one a user.
    Personal,
    /// An organisation's.
    Organization,
}

impl AccountKind {
    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Organization => "organization",
        }
    }
    /// From the text form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Personal, Self::Organization].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Whether an account is in use. A closed one allows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// In use.
    Active,
    /// In use until its closing takes effect.
    Closing,
    /// Out of use.
    Closed,
}

impl AccountStatus {
    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Closing => "closing",
            Self::Closed => "closed",
        }
    }
    /// From the text form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Closing, Self::Closed].into_iter().find(|status| status.as_str() == text)
    }
}

/// Which role model an account follows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ModelRef {
    /// The model's id.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What people call it.
    pub name: Name,
    /// The company's name in law.
    pub legal_name: Option<Name>,
    /// What it is for.
    pub kind: AccountKind,
    /// Whose, when personal.
    pub personal_of: Option<UserId>,
    /// The role model that it follows.
    pub model: ModelRef,
    /// Where its data is to be kept.
    pub region: Option<Name>,
    /// Whether agents may use it over MCP.
    pub mcp_access: bool,
    /// Whether its members need a second factor.
    #[serde(default)]
    pub require_two_factor: bool,
    /// Whether its members must come through its own single sign-on, its owners excepted.
    pub sso_strict: bool,
    /// Whether it is in use.
    pub status: AccountStatus,
    /// When it was made.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}
