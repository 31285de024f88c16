//! Where second factors are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::UserId;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::two_factor::Totp;

use crate::StoreError;

/// Where second factors are kept. A recovery code is known by its SHA-256 alone. All of it goes with its user.
#[async_trait]
pub trait TwoFactorRepository: Send {
    /// Whether a user has a second factor, as decisions read it.
    async fn has(&mut self, user: UserId) -> Result<bool, StoreError>;
    /// Says whether a user has a second factor. Locks every account that the user is a member of, and raises its access
    /// revision. The user MUST be locked, so that nobody makes them a member of another meanwhile.
    async fn set(&mut self, user: UserId, has: bool) -> Result<(), StoreError>;
    /// A user's authenticator app.
    async fn totp(&mut self, user: UserId) -> Result<Option<Totp>, StoreError>;
    /// Keeps a sealed secret that is not enabled yet, in place of another such. False, with nothing written, where one is
    /// enabled.
    async fn begin_totp(&mut self, user: UserId, sealed: &[u8], now: Timestamp) -> Result<bool, StoreError>;
    /// Enables a secret by the step of its first code. False where it is enabled already, or there is none.
    async fn enable_totp(&mut self, user: UserId, step: i64, now: Timestamp) -> Result<bool, StoreError>;
    /// Accepts a step of an enabled secret, unless it or a later one was accepted before. Of those who come with one step
    /// at once, one MUST be told yes.
    async fn accept_step(&mut self, user: UserId, step: i64) -> Result<bool, StoreError>;
    /// Removes a user's secret; false where there is none.
    async fn remove_totp(&mut self, user: UserId) -> Result<bool, StoreError>;
    /// Puts recovery codes in place of all that a user has.
    async fn put_recovery_codes(&mut self, user: UserId, hashes: &[[u8; 32]]) -> Result<(), StoreError>;
    /// Takes a recovery code away; false where there is none. Of those who take it at once, one MUST be told yes.
    async fn take_recovery_code(&mut self, user: UserId, hash: [u8; 32]) -> Result<bool, StoreError>;
    /// How many recovery codes a user has.
    async fn recovery_codes_left(&mut self, user: UserId) -> Result<u64, StoreError>;
    /// Every user's sealed secret, by user.
    async fn sealed(
        &mut self,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<(UserId, Vec<u8>)>, StoreError>;
    /// Writes a secret as it is sealed now, unless it was replaced meanwhile.
    async fn reseal(&mut self, user: UserId, old: &[u8], new: &[u8]) -> Result<(), StoreError>;
}
