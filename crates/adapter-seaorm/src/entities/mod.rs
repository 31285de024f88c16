//! The rows, as they are stored. No other crate sees them, and no rule is here.

pub mod accounts;
pub mod audit_events;
pub mod heads;
pub mod idempotency;
pub mod invitations;
pub mod outbox;
pub mod platform_keys;
pub mod resources;
pub mod sessions;
pub mod users;
