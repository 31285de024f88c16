//! Where accounts' own single sign-on is kept.

use async_trait::async_trait;
use bailiwick_domain::connections::{ClaimedDomain, Connection, DomainName};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Where accounts' own single sign-on is kept.
#[async_trait]
pub trait ConnectionRepository: Send {
    /// An account's connection.
    async fn find(&mut self, account: AccountId) -> Result<Option<Connection>, StoreError>;
    /// Adds or replaces an account's connection.
    async fn put(&mut self, connection: &Connection) -> Result<(), StoreError>;
    /// Removes an account's connection; whether there was one.
    async fn remove(&mut self, account: AccountId) -> Result<bool, StoreError>;
    /// The sealed secrets of the next accounts after one that have any, by account.
    async fn sealed(
        &mut self,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<(AccountId, Vec<u8>)>, StoreError>;
    /// Replaces a sealed secret, if it still is that one.
    async fn reseal(&mut self, account: AccountId, old: &[u8], new: &[u8]) -> Result<(), StoreError>;
    /// Remembers by its hash what an account's provider said and is good once; whether it was new. Of those who bring it at
    /// once, one MUST be told so.
    async fn spend(
        &mut self,
        account: AccountId,
        hash: &[u8; 32],
        until: Timestamp,
    ) -> Result<bool, StoreError>;
    /// Forgets what ended before a time, so many at most; how many that were.
    async fn prune_spent(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError>;
    /// Adds a domain. `Conflict(ClaimedDomain)` when the account has claimed it.
    async fn claim(&mut self, domain: &ClaimedDomain) -> Result<(), StoreError>;
    /// One of an account's domains.
    async fn domain(
        &mut self,
        account: AccountId,
        name: &DomainName,
    ) -> Result<Option<ClaimedDomain>, StoreError>;
    /// An account's domains, by name.
    async fn domains(
        &mut self,
        account: AccountId,
        after: Option<&DomainName>,
        limit: u64,
    ) -> Result<Page<ClaimedDomain>, StoreError>;
    /// Who has proven a domain to be theirs, of all accounts.
    async fn holder(&mut self, name: &DomainName) -> Result<Option<ClaimedDomain>, StoreError>;
    /// Writes when a domain was proven, or that it is not. `Conflict(ProvenDomain)` when it is proven to be another account's.
    async fn prove(&mut self, domain: &ClaimedDomain) -> Result<(), StoreError>;
    /// Removes a domain; whether there was one.
    async fn release(&mut self, account: AccountId, name: &DomainName) -> Result<bool, StoreError>;
}
