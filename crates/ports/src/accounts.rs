//! Where accounts are kept.

use async_trait::async_trait;
use bailiwick_domain::accounts::{Account, ModelRef};
use bailiwick_domain::ids::AccountId;

use crate::StoreError;

/// Where accounts are kept.
#[async_trait]
pub trait AccountRepository: Send {
    /// Excludes every other unit that locks one of these accounts until this one ends. MUST lock in the order of the ids.
    /// Every `Write` unit of an account locks it before it reads what a rule counts. Unknown ids are passed over.
    async fn lock(&mut self, ids: &[AccountId]) -> Result<(), StoreError>;
    /// Adds one, with its head (revision 1, an empty audit chain), and locks it. `Conflict(PersonalAccount)` when the
    /// user has a personal one.
    async fn insert(&mut self, account: &Account) -> Result<(), StoreError>;
    /// One by id.
    async fn find(&mut self, id: AccountId) -> Result<Option<Account>, StoreError>;
    /// Several by id, in any order; those that are not there are left out.
    async fn find_each(&mut self, ids: &[AccountId]) -> Result<Vec<Account>, StoreError>;
    /// Writes all. The row MUST still have the version before `account.version`, else `Stale`. Raises the access revision
    /// when the model, the status or the call for second factors is another.
    async fn update(&mut self, account: &Account) -> Result<(), StoreError>;
    /// Every model that some account names.
    async fn models_in_use(&mut self) -> Result<Vec<ModelRef>, StoreError>;
}
