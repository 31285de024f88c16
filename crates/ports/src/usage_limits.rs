//! Where limits on usage are kept, and which of them were told of.

use async_trait::async_trait;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::Bucket;
use bailiwick_domain::usage_limits::{LimitNotice, LimitSet, UsageLimit};

use crate::StoreError;

/// Where limits on usage are kept. Those of an app go with it, which raises the version of the set.
#[async_trait]
pub trait UsageLimitRepository: Send {
    /// An account's limits, in their order.
    async fn find(&mut self, account: AccountId) -> Result<LimitSet, StoreError>;
    /// The limits of some accounts, by account and in their order.
    async fn find_each(&mut self, accounts: &[AccountId])
    -> Result<Vec<(AccountId, UsageLimit)>, StoreError>;
    /// Replaces an account's limits. The caller holds the account's lock.
    async fn put(&mut self, account: AccountId, set: &LimitSet) -> Result<(), StoreError>;
    /// Notes what is told, in few statements; of each whether that is new. Of units that note the same at once one MUST be
    /// told so, and the others wait for it to end.
    async fn note(&mut self, notices: &[LimitNotice]) -> Result<Vec<bool>, StoreError>;
    /// Forgets notices of periods of a kind that began before a moment, so many at most; how many that were.
    async fn prune_notices(
        &mut self,
        period: Bucket,
        before: Timestamp,
        limit: u64,
    ) -> Result<u64, StoreError>;
}
