//! How often something may be tried.

use std::time::Duration;

use async_trait::async_trait;

/// How often something may happen to one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is counted.
    pub name: &'static str,
    /// How often.
    pub most: u32,
    /// In which time.
    pub within: Duration,
}

/// Counts tries.
#[async_trait]
pub trait RateLimiter: Send + Sync {
    /// Counts one, or answers how long to wait.
    async fn hit(&self, limit: &Limit, key: &str) -> Result<(), Duration>;
    /// Takes the newest count back, for a try that turned out well where only failures count.
    async fn take_back(&self, limit: &Limit, key: &str);
}
