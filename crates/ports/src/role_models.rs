//! Where is kept which documents of role models were met.

use async_trait::async_trait;
use bailiwick_domain::accounts::ModelRef;

use crate::StoreError;

/// Where the fingerprints of role models' documents are kept, one for each id and version.
#[async_trait]
pub trait RoleModelRepository: Send {
    /// All of them.
    async fn fingerprints(&mut self) -> Result<Vec<(ModelRef, String)>, StoreError>;
    /// Keeps one, in place of another that was there.
    async fn keep(&mut self, model: &ModelRef, fingerprint: &str) -> Result<(), StoreError>;
}
