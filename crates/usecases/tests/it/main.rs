//! The use cases against a real store, in a file or in PostgreSQL as `BAILIWICK_TEST_STORE` says: what they let through,
//! what they refuse, and what is left behind.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod acceptance;
mod audit;
mod configuration;
mod connections;
mod decisions;
mod disclosure;
mod domains;
mod exclusivity;
mod granting;
mod idempotency;
mod integrations;
mod invitations;
mod isolation;
mod jobs;
mod key_verification;
mod keys;
mod many_sessions;
mod model_races;
mod models;
mod newcomers;
mod outbox;
mod owner_races;
mod ownership;
mod passkey_sign_in;
mod passkeys;
mod passwords;
mod platform;
mod preview;
#[path = "../../../adapter-redis/tests/it/private.rs"]
mod private;
mod profile;
mod profiles;
mod races;
mod resources;
mod revocation;
mod role_models;
mod search;
mod secrets;
mod sessions;
mod shared_sessions;
mod shut_out;
mod sign_up;
mod small;
mod sso;
mod standing;
mod support;
mod tampering;
mod two_factor;
mod two_factor_required;
mod unit;
mod usage;
mod usage_limits;
mod versions;
