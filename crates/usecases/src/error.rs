//! The one neutral error of all use cases. What is inside is logged where it happens; what is said here may be shown.

use bailiwick_domain::grants::GrantRef;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_domain::violations::{Class, Violation};
use bailiwick_ports::passkeys::PasskeyError;
use bailiwick_ports::passwords::HashError;
use bailiwick_ports::rate_limits::Limit;
use bailiwick_ports::{Constraint, StoreError};
use serde::{Deserialize, Serialize};

/// What kind of refusal or failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The request can't be read.
    Malformed,
    /// The caller is not known.
    Unauthenticated,
    /// The caller may not.
    Forbidden,
    /// There is none, or the caller may not know.
    NotFound,
    /// A rule or the state is against it.
    Conflict,
    /// It was there.
    Gone,
    /// The caller's version is not the newest.
    Stale,
    /// A field breaks a rule.
    Invalid,
    /// Too often.
    TooMany,
    /// A part is down.
    Unavailable,
    /// A fault of ours.
    Internal,
}

/// A field that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Where, as a JSON pointer into the body.
    pub pointer: String,
    /// Which rule.
    pub detail: String,
}

/// Why a use case did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{code}: {detail}")]
pub struct Error {
    /// The kind.
    pub kind: Kind,
    /// The stable code.
    pub code: String,
    /// For people.
    pub detail: String,
    /// The fields at fault.
    pub errors: Vec<FieldError>,
    /// The permission that was missing.
    pub permission: Option<String>,
    /// Where it was looked for.
    pub resource: Option<ResourceRef>,
    /// The grants in conflict.
    pub grants: Vec<GrantRef>,
    /// What would resolve it.
    pub resolve: Option<String>,
    /// Further broken rules, each as an error of its own.
    pub violations: Vec<Error>,
    /// After how many seconds to try again.
    pub retry_after: Option<u64>,
}

/// What a use case answers.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// One without particulars.
    pub fn new(kind: Kind, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind,
            code: code.to_owned(),
            detail: detail.into(),
            errors: Vec::new(),
            permission: None,
            resource: None,
            grants: Vec::new(),
            resolve: None,
            violations: Vec::new(),
            retry_after: None,
        }
    }
    /// There is no such thing, or the caller may not know of it.
    pub fn not_found(what: &str) -> Self {
        Self::new(Kind::NotFound, "not_found", format!("no such {what}"))
    }
    /// A thing that the body names is not there, or is another account's.
    pub fn not_found_at(pointer: impl Into<String>, what: &str) -> Self {
        let errors = vec![FieldError { pointer: pointer.into(), detail: format!("no such {what}") }];
        Self { errors, ..Self::not_found(what) }
    }
    /// No one is signed in.
    pub fn unauthenticated() -> Self {
        Self::new(Kind::Unauthenticated, "unauthenticated", "sign in, or send a valid bearer token")
    }
    /// The caller lacks a permission.
    pub fn denied(permission: &str, resource: ResourceRef) -> Self {
        Self {
            permission: Some(permission.to_owned()),
            resource: Some(resource),
            ..Self::new(
                Kind::Forbidden,
                "permission_denied",
                format!("this needs the permission `{permission}`"),
            )
        }
    }
    /// The caller lacks a core permission.
    pub fn lacks(permission: Core, resource: ResourceRef) -> Self {
        Self::denied(permission.id(), resource)
    }
    /// A field breaks a rule.
    pub fn invalid(pointer: &str, detail: impl Into<String>) -> Self {
        Self::invalid_as("invalid_field", pointer, detail)
    }
    /// A field breaks a rule that has a code of its own.
    pub fn invalid_as(code: &str, pointer: &str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        let said = format!("{} {detail}", pointer.rsplit('/').next().unwrap_or(pointer));
        let errors = vec![FieldError { pointer: pointer.to_owned(), detail }];
        Self { errors, ..Self::new(Kind::Invalid, code, said.trim()) }
    }
    /// The state is against it.
    pub fn conflict(code: &str, detail: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, code, detail)
    }
    /// The caller's version is not the newest.
    pub fn stale() -> Self {
        Self::new(
            Kind::Stale,
            "stale_version",
            "it was changed meanwhile: read it again and repeat with its new ETag",
        )
    }
    /// Too often: by which limit, and how long to wait.
    pub fn too_many(limit: &Limit, wait: std::time::Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        let detail = format!(
            "too many: the limit `{}` is {} in {} seconds; wait before the next one",
            limit.name,
            limit.most,
            limit.within.as_secs()
        );
        Self { retry_after: Some(seconds.max(1)), ..Self::new(Kind::TooMany, "rate_limited", detail) }
    }
    /// A fault of ours; what it was goes to the log.
    pub fn internal(what: &dyn std::fmt::Display) -> Self {
        tracing::error!(failure = %what, "internal error");
        Self::new(Kind::Internal, "internal", "an internal error; its request id helps to find it in the log")
    }
    /// Another one changed what was to be locked; trying again finds it as it is now.
    pub(crate) fn overtaken() -> Self {
        let detail = "this was changed by another request meanwhile; try again";
        Self { retry_after: Some(1), ..Self::new(Kind::Unavailable, "overtaken", detail) }
    }
    /// Whether a repeated request is to get it again.
    pub fn is_an_answer(&self) -> bool {
        !matches!(self.kind, Kind::Unauthenticated | Kind::TooMany | Kind::Unavailable | Kind::Internal)
    }
    /// All violations as one error: the first leads, all are listed.
    pub fn violated(violations: Vec<Violation>) -> Self {
        let mut all: Vec<Self> = violations.into_iter().map(Self::from).collect();
        let severity = |error: &Self| match error.kind {
            Kind::Invalid => 0,
            Kind::Forbidden => 1,
            _ => 2,
        };
        all.sort_by_key(severity);
        let Some(mut first) = all.first().cloned() else { return Self::internal(&"no violation was given") };
        first.errors = all.iter().flat_map(|error| error.errors.iter().cloned()).collect();
        if all.len() > 1 {
            first.violations = all;
        }
        first
    }
}

impl From<Violation> for Error {
    fn from(violation: Violation) -> Self {
        let kind = match violation.rule.class() {
            Class::Invalid => Kind::Invalid,
            Class::Forbidden => Kind::Forbidden,
            Class::Conflict => Kind::Conflict,
        };
        let detail = violation.detail.clone();
        let errors = violation
            .pointer
            .into_iter()
            .map(|pointer| FieldError { pointer, detail: detail.clone() })
            .collect();
        Self {
            errors,
            grants: violation.grants,
            resolve: Some(violation.resolve),
            ..Self::new(kind, violation.rule.code(), violation.detail)
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(Constraint::UserEmail) => {
                Self::conflict("email_taken", "a user has this address already")
            }
            StoreError::Conflict(Constraint::MemberUser) => {
                Self::conflict("already_member", "the user is a member already")
            }
            StoreError::Conflict(Constraint::PendingInvitation) => Self::conflict(
                "invitation_pending",
                "an invitation to this address is pending; resend or revoke it",
            ),
            StoreError::Conflict(Constraint::ResourceName) => {
                Self::conflict("resource_taken", "a resource of this type and id is registered already")
            }
            StoreError::Conflict(Constraint::PersonalAccount) => {
                Self::conflict("personal_account_exists", "a user has at most one personal account")
            }
            StoreError::Conflict(Constraint::IdentitySubject) => {
                Self::conflict("identity_taken", "another user signs in with this identity")
            }
            StoreError::Conflict(Constraint::IdentityProvider) => Self::conflict(
                "provider_linked",
                "another identity of this provider is linked already: remove it first",
            ),
            StoreError::Conflict(Constraint::PasskeyCredential) => {
                Self::conflict("passkey_taken", "this passkey is registered already")
            }
            StoreError::Conflict(Constraint::ClaimedDomain) => {
                Self::conflict("domain_claimed", "the account has this domain already")
            }
            StoreError::Conflict(Constraint::ProvenDomain) => {
                Self::conflict("domain_taken", "the domain is proven to be another account's")
            }
            StoreError::Conflict(Constraint::Other) | StoreError::Corrupt(_) => Self::internal(&error),
            StoreError::Stale => Self::stale(),
            StoreError::Unavailable(what) => {
                tracing::warn!(failure = %what, "the database is unavailable");
                Self {
                    retry_after: Some(1),
                    ..Self::new(
                        Kind::Unavailable,
                        "database_unavailable",
                        "the database does not answer; try again",
                    )
                }
            }
        }
    }
}

impl From<PasskeyError> for Error {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::Unavailable => Self {
                resolve: Some("give the service a public_url with a host name".to_owned()),
                ..Self::conflict("passkeys_unavailable", "browsers use no passkeys at this service's address")
            },
            PasskeyError::Unreadable(what) => {
                tracing::debug!(failure = %what, "an authenticator's answer can't be read");
                Self::invalid("/credential", "must be the JSON of what navigator.credentials gave")
            }
            PasskeyError::Refused(why) => {
                tracing::info!(failure = %why, "an authenticator's answer is refused");
                Self::new(
                    Kind::Unauthenticated,
                    "invalid_passkey",
                    "the passkey is unknown, or its answer is wrong",
                )
            }
            PasskeyError::Failed(_) => Self::internal(&error),
        }
    }
}

impl From<HashError> for Error {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self {
                retry_after: Some(1),
                ..Self::new(Kind::Unavailable, "sign_ins_busy", "too many sign-ins wait already; try again")
            },
            HashError::Failed(_) => Self::internal(&error),
        }
    }
}
