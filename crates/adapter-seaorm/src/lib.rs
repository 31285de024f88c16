//! The store, on SQLite and on PostgreSQL. What a row looks like stays in here; what it means is the domain's, and no
//! rule is decided.

mod access;
mod accounts;
mod audit;
mod backup;
mod challenges;
mod configuration;
mod connections;
mod entities;
mod error;
mod grants;
mod heads;
mod idempotency;
mod identities;
mod integrations;
mod invitations;
mod jobs;
mod keys;
mod later;
mod line;
mod members;
mod migrations;
mod options;
mod outbox;
mod passkeys;
mod platform_keys;
mod postgres;
mod resources;
mod role_models;
mod rows;
mod secrets;
mod sessions;
mod sql;
mod sqlite;
mod sso;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod tree;
mod two_factor;
mod unit;
mod usage;
mod usage_limits;
mod users;

pub use backup::back_up;
pub use connections::Connections;
pub use options::SqlOptions;
pub use store::SqlStore;
