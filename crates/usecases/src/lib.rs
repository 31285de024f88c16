//! The order of steps, who may, and what commits: one module a capability, plain async functions, one neutral error.

pub mod acceptance;
pub mod access;
pub mod accounts;
pub mod apps;
pub mod audit;
mod challenges;
pub mod configuration;
pub mod connections;
pub mod context;
pub mod error;
pub mod gate;
pub mod identities;
pub mod input;
pub mod integrations;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod keysets;
mod limits;
mod mails;
pub mod members;
pub mod metrics;
mod newcomers;
pub mod outbox;
pub mod passkeys;
pub mod passwords;
pub mod platform_keys;
pub mod resources;
pub mod role_models;
pub mod saml;
mod sealing;
pub mod secrets;
pub mod sessions;
pub mod sso;
pub mod tokens;
pub mod two_factor;
pub mod unit;
pub mod usage;
pub mod usage_limits;
pub mod users;

pub use context::{Call, Caller, Context, Idempotency};
pub use error::{Error, FieldError, Kind, Result};

/// The target of every span that is for traces: only what sends these looks at them, and without it they cost nothing.
pub const TRACES: &str = "bailiwick::traces";
