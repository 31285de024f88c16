//! Passkeys: where they are kept, and what checks the answers of authenticators.

use async_trait::async_trait;
use bailiwick_domain::ids::{PasskeyId, UserId};
use bailiwick_domain::passkeys::Passkey;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::users::User;

use crate::{Page, StoreError};

/// Where passkeys are kept. They go with their user.
#[async_trait]
pub trait PasskeyRepository: Send {
    /// Adds one. `Conflict(PasskeyCredential)` when the authenticator's name for it is taken.
    async fn insert(&mut self, passkey: &Passkey) -> Result<(), StoreError>;
    /// One of a user's.
    async fn find(&mut self, user: UserId, id: PasskeyId) -> Result<Option<Passkey>, StoreError>;
    /// The one that an authenticator calls so, whoever's it is.
    async fn of_credential(&mut self, credential: &[u8]) -> Result<Option<Passkey>, StoreError>;
    /// A user's, by id.
    async fn list(
        &mut self,
        user: UserId,
        after: Option<PasskeyId>,
        limit: u64,
    ) -> Result<Page<Passkey>, StoreError>;
    /// Writes the name. The row MUST still have the version before `passkey.version`, else `Stale`.
    async fn rename(&mut self, passkey: &Passkey) -> Result<(), StoreError>;
    /// Notes that one was used, with its new count, if its count is still the one of `passkey`. Of those who come from one
    /// count to a higher one at once, one MUST be told yes.
    async fn mark_used(
        &mut self,
        passkey: &Passkey,
        counter: u32,
        now: Timestamp,
    ) -> Result<bool, StoreError>;
    /// Removes one of a user's; whether there was one.
    async fn remove(&mut self, user: UserId, id: PasskeyId) -> Result<bool, StoreError>;
    /// Removes all of a user's.
    async fn remove_all(&mut self, user: UserId) -> Result<(), StoreError>;
}

/// Why an authenticator's answer is not believed. The texts are for the log, not for clients.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyError {
    /// Browsers use no passkeys at the address by which this service is known.
    #[error("browsers use no passkeys at the public URL")]
    Unavailable,
    /// It is no answer at all.
    #[error("the answer can't be read: {0}")]
    Unreadable(String),
    /// It does not prove what it should.
    #[error("the answer is refused: {0}")]
    Refused(String),
    /// A fault of ours.
    #[error("the ceremony failed: {0}")]
    Failed(String),
}

/// A registration that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// For the browser: `PublicKeyCredentialCreationOptions` as JSON.
    pub options: String,
    /// For who checks the answer.
    pub state: String,
}

/// What an authenticator made, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredential {
    /// What the authenticator calls it.
    pub credential: Vec<u8>,
    /// With what its answers are checked.
    pub key: String,
    /// Its count.
    pub counter: u32,
}

/// What an answer says of itself, unchecked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What the authenticator calls the passkey.
    pub credential: Vec<u8>,
    /// Whose it is, where the authenticator told.
    pub user: Option<UserId>,
}

/// Checks what authenticators answer. An adapter MUST ask for passkeys that a sign-in finds without a name, and for a user
/// whom the authenticator verified; and MUST hold answers to this service's own origin.
pub trait Authenticators: Send + Sync {
    /// Begins to register a passkey of a user who has some.
    fn begin_registration(&self, user: &User, known: &[Passkey]) -> Result<Registration, PasskeyError>;
    /// Checks the answer to that.
    fn finish_registration(&self, state: &str, answer: &str) -> Result<NewCredential, PasskeyError>;
    /// Begins a sign-in: the state, for who checks the answer.
    fn begin_sign_in(&self) -> Result<String, PasskeyError>;
    /// What the browser is asked for: `PublicKeyCredentialRequestOptions` as JSON. Without any `known`, it is
    /// whichever passkey the user chooses.
    fn sign_in_options(&self, state: &str, known: &[Passkey]) -> Result<String, PasskeyError>;
    /// Which passkey answers.
    fn named(&self, answer: &str) -> Result<Named, PasskeyError>;
    /// Checks the answer of one; its new count, which is still to be judged.
    fn finish_sign_in(&self, state: &str, answer: &str, passkey: &Passkey) -> Result<u32, PasskeyError>;
}
