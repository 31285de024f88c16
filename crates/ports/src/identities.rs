//! Where it is kept by what providers know users.

use async_trait::async_trait;
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::ids::UserId;

use crate::{Page, StoreError};

/// Where it is kept by what providers know users.
#[async_trait]
pub trait IdentityRepository: Send {
    /// Adds one. `Conflict(IdentitySubject)` when the subject is a user's already, `Conflict(IdentityProvider)` when the
    /// user has one of this provider.
    async fn insert(&mut self, identity: &Identity) -> Result<(), StoreError>;
    /// The one of a provider's subject.
    async fn find(
        &mut self,
        provider: &ProviderName,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Identity>, StoreError>;
    /// A user's, by the providers' names.
    async fn list(
        &mut self,
        user: UserId,
        after: Option<&ProviderName>,
        limit: u64,
    ) -> Result<Page<Identity>, StoreError>;
    /// Writes the address and when it was last used.
    async fn update(&mut self, identity: &Identity) -> Result<(), StoreError>;
    /// Removes a user's of a provider; whether there was one.
    async fn remove(&mut self, user: UserId, provider: &ProviderName) -> Result<bool, StoreError>;
}
