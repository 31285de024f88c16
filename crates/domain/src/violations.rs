//! A broken rule, as every answer tells it: which rule, which grants, and what would resolve it.

use serde::{Deserialize, Serialize};

use crate::grants::GrantRef;

/// What kind of refusal a rule makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The input can't be meant.
    Invalid,
    /// The caller may not.
    Forbidden,
    /// The state does not allow it.
    Conflict,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $class:ident;)*) => {
        /// The rules about roles, members and ownership.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Rule {$($(#[$doc])* $name),*}

        impl Rule {
            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self {$(Self::$name => $code),*}
            }
            /// The kind of refusal.
            pub const fn class(self) -> Class {
                match self {$(Self::$name => Class::$class),*}
            }
        }
    };
}

rules! {
    /// An unknown role, a resource of the wrong type or not there, a duplicate, an end before its start.
    InvalidGrant "invalid_grant" Invalid;
    /// Two roles that exclude each other.
    RoleExclusion "role_exclusion" Conflict;
    /// A role without its prerequisite.
    RolePrerequisite "role_prerequisite" Conflict;
    /// Not exactly one role, where a member has one.
    SingleRole "single_role" Conflict;
    /// Too few active owners.
    LastOwner "last_owner" Conflict;
    /// The most owners are reached, so the role moves by a transfer.
    OwnerByTransfer "owner_by_transfer" Conflict;
    /// A role that no invitation may carry.
    RoleNotInvitable "role_not_invitable" Conflict;
    /// The user is active in another account of a model that allows one.
    ActiveElsewhere "active_elsewhere" Conflict;
    /// A new owner must be an active member.
    MemberNotActive "member_not_active" Conflict;
    /// Only an owner may.
    OwnerOnly "owner_only" Forbidden;
    /// The caller holds no role that may grant this one.
    RoleNotGrantable "role_not_grantable" Forbidden;
    /// Nobody adds a permission to themselves.
    SelfEscalation "self_escalation" Forbidden;
    /// A resource of a type that the new role model does not know.
    ResourceTypeUnknown "resource_type_unknown" Conflict;
    /// A resource under a parent where the new role model lets none of its type stand.
    ResourceMisplaced "resource_misplaced" Conflict;
}

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{detail}")]
pub struct Violation {
    /// Which.
    pub rule: Rule,
    /// What is wrong, for people.
    pub detail: String,
    /// The grants in conflict.
    pub grants: Vec<GrantRef>,
    /// What would resolve it.
    pub resolve: String,
    /// Where in the input, as a JSON pointer.
    pub pointer: Option<String>,
}

impl Violation {
    /// One that names no grants.
    pub fn new(rule: Rule, detail: impl Into<String>, resolve: impl Into<String>) -> Self {
        Self { rule, detail: detail.into(), grants: Vec::new(), resolve: resolve.into(), pointer: None }
    }
    /// A grant that can't be meant, with its place in the input.
    pub fn invalid_grant(pointer: String, detail: String) -> Self {
        Self {
            pointer: Some(pointer),
            ..Self::new(Rule::InvalidGrant, detail, "correct or leave out this grant")
        }
    }
}
