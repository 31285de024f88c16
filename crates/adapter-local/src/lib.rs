//! What needs no server: password hashing, sealing, and rate limits of this process alone. No rule is decided here.

pub mod passwords;
pub mod rate_limits;
pub mod sealer;

pub use passwords::{Argon2Hasher, Cost};
pub use rate_limits::{LocalRateLimiter, NoRateLimiter};
pub use sealer::AeadSealer;
