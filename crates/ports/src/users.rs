//! Where users are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::UserId;
use bailiwick_domain::text::Email;
use bailiwick_domain::users::User;

use crate::StoreError;

/// Where users are kept.
#[async_trait]
pub trait UserRepository: Send {
    /// Excludes every other unit that locks one of these users until this one ends. MUST lock in the order of the ids.
    /// Users are locked before accounts. Unknown ids are passed over.
    async fn lock(&mut self, ids: &[UserId]) -> Result<(), StoreError>;
    /// Adds one, with the hash of the password, if one is set. `Conflict(UserEmail)` when the address is taken,
    /// compared without case.
    async fn insert(&mut self, user: &User, password_hash: Option<&str>) -> Result<(), StoreError>;
    /// One by id.
    async fn find(&mut self, id: UserId) -> Result<Option<User>, StoreError>;
    /// Several by id, in any order; those that are not there are left out.
    async fn find_each(&mut self, ids: &[UserId]) -> Result<Vec<User>, StoreError>;
    /// One by address, compared without case.
    async fn find_by_email(&mut self, email: &Email) -> Result<Option<User>, StoreError>;
    /// The hash of the password, if one is set.
    async fn password_hash(&mut self, id: UserId) -> Result<Option<String>, StoreError>;
    /// Sets the hash of the password.
    async fn set_password_hash(&mut self, id: UserId, hash: &str) -> Result<(), StoreError>;
    /// Removes one. Everything that is the user's own goes too; the caller MUST have taken them out of every account.
    async fn remove(&mut self, id: UserId) -> Result<(), StoreError>;
    /// Writes all but the password. The row MUST still have the version before `user.version`, else `Stale`.
    async fn update(&mut self, user: &User) -> Result<(), StoreError>;
}
