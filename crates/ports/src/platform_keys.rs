//! Where platform keys are kept.

use async_trait::async_trait;
use bailiwick_domain::platform_keys::PlatformKey;

use crate::StoreError;

/// Where platform keys are kept. A key is known by its SHA-256 alone.
#[async_trait]
pub trait PlatformKeyRepository: Send {
    /// Adds one.
    async fn insert(&mut self, key: &PlatformKey, secret_hash: [u8; 32]) -> Result<(), StoreError>;
}
