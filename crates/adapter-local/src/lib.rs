//! What needs no server: password hashing, mails as files and rate limits of this process alone. No rule is decided here.

pub mod mail;
pub mod passwords;
pub mod rate_limits;

pub use mail::{FileMailer, Sender};
pub use passwords::Argon2Hasher;
pub use rate_limits::{LocalRateLimiter, NoRateLimiter};
