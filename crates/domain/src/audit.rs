//! The audit chains: what an event is, and what its hash covers. Order and links make a cut or a change show.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, AuditEventId, UserId};
use crate::time::Timestamp;

/// The `previous_hash` of a chain's first event.
pub const FIRST_PREVIOUS_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Which chain an event stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chain {
    /// What happens in an account.
    Account(AccountId),
    /// What is a user's own.
    User(UserId),
    /// What is the deployment's.
    Deployment,
}

impl Chain {
    /// What its first event is about; nothing in particular for the deployment's.
    pub fn begins_with(&self) -> Option<Party> {
        match self {
            Self::Account(id) => Some(Party::new("account", id)),
            Self::User(id) => Some(Party::new("user", id)),
            Self::Deployment => None,
        }
    }
}

impl std::fmt::Display for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Account(id) => id.fmt(f),
            Self::User(id) => id.fmt(f),
            Self::Deployment => f.write_str("deployment"),
        }
    }
}

/// Who did it, or what it was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// `user`, `member`, `integration`, `platform_key`, `operator`, `anonymous`, `account`…
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// By which of its keys it came, of a service integration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

impl Party {
    /// From its parts.
    pub fn new(kind: &str, id: impl std::fmt::Display) -> Self {
        Self { kind: kind.to_owned(), id: Some(id.to_string()), key: None }
    }
    /// One without an id.
    pub fn nameless(kind: &str) -> Self {
        Self { kind: kind.to_owned(), id: None, key: None }
    }
}

/// What happened, before it has its place in a chain. `before` and `after` hold ids and settings, no names of
/// people, no addresses.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// Its id.
    pub id: AuditEventId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Party,
    /// What, such as `member.grants_changed`.
    pub action: &'static str,
    /// To what.
    pub target: Party,
    /// What was.
    pub before: serde_json::Value,
    /// What is.
    pub after: serde_json::Value,
    /// The request that did it.
    pub request_id: String,
    /// Where it came from.
    pub source_ip: Option<String>,
}

/// An event in its chain: exactly what its hash covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditEvent {
    /// Its id.
    pub id: AuditEventId,
    /// Its number in the chain, from 1.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Party,
    /// What.
    pub action: String,
    /// To what.
    pub target: Party,
    /// What was.
    pub before: serde_json::Value,
    /// What is.
    pub after: serde_json::Value,
    /// The request that did it.
    pub request_id: String,
    /// Where it came from.
    pub source_ip: Option<String>,
    /// The hash of the event before it.
    pub previous_hash: String,
}

impl NewEvent {
    /// Takes its place after the chain's head.
    pub fn link(self, head: &ChainHead) -> AuditEvent {
        AuditEvent {
            id: self.id,
            seq: head.seq + 1,
            at: self.at,
            actor: self.actor,
            action: self.action.to_owned(),
            target: self.target,
            before: self.before,
            after: self.after,
            request_id: self.request_id,
            source_ip: self.source_ip,
            previous_hash: head.hash.clone(),
        }
    }
}

/// Where a chain ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    /// The number of its last event; 0 for none.
    pub seq: u64,
    /// That event's hash.
    pub hash: String,
}

impl Default for ChainHead {
    fn default() -> Self {
        Self { seq: 0, hash: FIRST_PREVIOUS_HASH.to_owned() }
    }
}

/// An event as it is filed: its text, and beside it what events are found by, which no hash covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledEvent {
    /// The event.
    pub stored: StoredEvent,
    /// When.
    pub at: Timestamp,
    /// The actor's id.
    pub actor: Option<String>,
    /// What.
    pub action: String,
}

impl FiledEvent {
    /// Whether it is found by what its text says.
    pub fn agrees_with(&self, event: &AuditEvent) -> bool {
        (self.at, &self.actor, &self.action) == (event.at, &event.actor.id, &event.action)
    }
}

/// An event as it is stored: the canonical text that was hashed, and the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its number in the chain.
    pub seq: u64,
    /// RFC 8785 canonical JSON of an [`AuditEvent`].
    pub body: String,
    /// The SHA-256 of the body, in hex.
    pub hash: String,
}
