//! What needs no server: password hashing, and rate limits of this process alone. No rule is decided here.

pub mod passwords;
pub mod rate_limits;

pub use passwords::Argon2Hasher;
pub use rate_limits::{LocalRateLimiter, NoRateLimiter};
