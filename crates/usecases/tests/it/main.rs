//! The use cases against a real store in a file: what they let through, what they refuse, and what is left behind.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod acceptance;
mod decisions;
mod exclusivity;
mod granting;
mod idempotency;
mod invitations;
mod isolation;
mod models;
mod owner_races;
mod ownership;
mod preview;
mod races;
mod resources;
mod revocation;
mod role_models;
mod sessions;
mod sign_up;
mod small;
mod standing;
mod support;
mod versions;
