//! Hashing passwords, which is slow on purpose and therefore bounded.

use async_trait::async_trait;

/// Why a password was not hashed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// Too many wait already; trying again later may help.
    #[error("too many sign-ins wait already")]
    Busy,
    /// It failed, or the stored hash can't be read.
    #[error("hashing failed: {0}")]
    Failed(String),
}

/// Hashes passwords. MUST bound how many run and how many wait at once, and run them so that they starve nothing else.
#[async_trait]
pub trait PasswordHasher: Send + Sync {
    /// A hash with its parameters and salt, as text.
    async fn hash(&self, password: String) -> Result<String, HashError>;
    /// Whether a hash costs what a new one would.
    fn is_current(&self, hash: &str) -> bool;
    /// Whether a password is the one of a hash. Without a hash it takes as long and is false.
    async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, HashError>;
}
