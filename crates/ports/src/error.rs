//! Why a store could not do what it was asked.

/// A uniqueness that a write ran against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// A user has this address.
    UserEmail,
    /// The user is a member of the account.
    MemberUser,
    /// The address has a pending invitation to the account.
    PendingInvitation,
    /// A resource of this type and id is registered.
    ResourceName,
    /// The user has a personal account.
    PersonalAccount,
    /// A user is known by this subject at the provider.
    IdentitySubject,
    /// The user is known by another subject at the provider.
    IdentityProvider,
    /// A passkey is known by this name of its authenticator's.
    PasskeyCredential,
    /// The account has claimed this domain.
    ClaimedDomain,
    /// The domain is proven to be another account's.
    ProvenDomain,
    /// Another one, whose name the log has.
    Other,
}

/// Why a store could not do what it was asked. Absence is no error: finders answer `Option`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Something unique is there already.
    #[error("conflict with {0:?}")]
    Conflict(Constraint),
    /// The row was changed by another since it was read.
    #[error("the row was changed meanwhile")]
    Stale,
    /// The database can't be reached, or not in time. Trying again later may help.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// The database holds, or answered, what it never should.
    #[error("unexpected data or failure: {0}")]
    Corrupt(String),
}
