//! What we ask of the world, as traits. No technology is named here, and no rule is decided.

pub mod access;
pub mod accounts;
pub mod audit;
pub mod challenges;
pub mod configuration;
pub mod connections;
pub mod dns;
pub mod error;
pub mod idempotency;
pub mod identities;
pub mod identity_providers;
pub mod integrations;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod members;
pub mod outbox;
pub mod paging;
pub mod passkeys;
pub mod passwords;
pub mod platform_keys;
pub mod rate_limits;
pub mod resources;
pub mod role_models;
pub mod saml;
pub mod secrets;
pub mod session_cache;
pub mod sessions;
pub mod store;
pub mod system;
pub mod two_factor;
pub mod usage;
pub mod usage_limits;
pub mod users;

#[cfg(feature = "contract")]
pub mod contract;

pub use error::{Constraint, StoreError};
pub use paging::Page;
pub use store::{Access, Committed, Store, UnitOfWork};
