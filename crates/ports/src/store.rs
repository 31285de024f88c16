//! The store and its unit of work.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, UserId};

use crate::StoreError;
use crate::access::AccessReader;
use crate::accounts::AccountRepository;
use crate::audit::AuditRepository;
use crate::challenges::ChallengeRepository;
use crate::configuration::ConfigurationRepository;
use crate::connections::ConnectionRepository;
use crate::idempotency::IdempotencyRepository;
use crate::identities::IdentityRepository;
use crate::integrations::{IntegrationKeyRepository, IntegrationRepository};
use crate::invitations::InvitationRepository;
use crate::jobs::JobRepository;
use crate::keys::KeyRepository;
use crate::members::MemberRepository;
use crate::outbox::Outbox;
use crate::passkeys::PasskeyRepository;
use crate::platform_keys::PlatformKeyRepository;
use crate::resources::ResourceRepository;
use crate::role_models::RoleModelRepository;
use crate::secrets::SecretRepository;
use crate::sessions::SessionRepository;
use crate::two_factor::TwoFactorRepository;
use crate::usage::UsageRepository;
use crate::usage_limits::UsageLimitRepository;
use crate::users::UserRepository;

/// What a unit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only reads; each statement sees what is committed then.
    Read,
    /// Reads and writes, all or nothing.
    Write,
}

/// What a commit did that others want to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Committed {
    /// The accounts whose decisions may have changed, each with its new access revision.
    pub revisions: Vec<(AccountId, u64)>,
    /// The users whose rows it changed.
    pub users: Vec<UserId>,
    /// Whether something was put into the outbox.
    pub outbox: bool,
}

/// A place where everything is kept.
#[async_trait]
pub trait Store: Send + Sync {
    /// Begins a unit. A `Write` unit waits its turn where only one can write, fairly, and for a bounded time.
    async fn begin(&self, access: Access) -> Result<Box<dyn UnitOfWork>, StoreError>;
    /// The reads on the way of a decision.
    fn access(&self) -> &dyn AccessReader;
    /// Whether it answers.
    async fn ping(&self) -> Result<(), StoreError>;
}

/// All that one use case reads and writes. Dropping one that wrote, without `commit` or `rollback`, is for cancellation
/// alone; it undoes the writes.
#[async_trait]
#[must_use]
pub trait UnitOfWork: Send {
    /// Users.
    fn users(&mut self) -> &mut dyn UserRepository;
    /// Sessions.
    fn sessions(&mut self) -> &mut dyn SessionRepository;
    /// Challenges that wait for an answer.
    fn challenges(&mut self) -> &mut dyn ChallengeRepository;
    /// Second factors.
    fn two_factor(&mut self) -> &mut dyn TwoFactorRepository;
    /// Passkeys.
    fn passkeys(&mut self) -> &mut dyn PasskeyRepository;
    /// By what providers know users.
    fn identities(&mut self) -> &mut dyn IdentityRepository;
    /// Accounts' own single sign-on.
    fn connections(&mut self) -> &mut dyn ConnectionRepository;
    /// Accounts.
    fn accounts(&mut self) -> &mut dyn AccountRepository;
    /// Members and their grants.
    fn members(&mut self) -> &mut dyn MemberRepository;
    /// Invitations.
    fn invitations(&mut self) -> &mut dyn InvitationRepository;
    /// Apps, keysets and registered resources.
    fn resources(&mut self) -> &mut dyn ResourceRepository;
    /// Keys of keysets.
    fn keys(&mut self) -> &mut dyn KeyRepository;
    /// Secrets of keysets.
    fn secrets(&mut self) -> &mut dyn SecretRepository;
    /// Service integrations and their grants.
    fn integrations(&mut self) -> &mut dyn IntegrationRepository;
    /// The keys of service integrations.
    fn integration_keys(&mut self) -> &mut dyn IntegrationKeyRepository;
    /// Apps' configurations.
    fn configurations(&mut self) -> &mut dyn ConfigurationRepository;
    /// Which documents of role models were met.
    fn role_models(&mut self) -> &mut dyn RoleModelRepository;
    /// Usage.
    fn usage(&mut self) -> &mut dyn UsageRepository;
    /// Limits on usage.
    fn usage_limits(&mut self) -> &mut dyn UsageLimitRepository;
    /// Platform keys.
    fn platform_keys(&mut self) -> &mut dyn PlatformKeyRepository;
    /// The audit chains.
    fn audit(&mut self) -> &mut dyn AuditRepository;
    /// What other systems are to be told.
    fn outbox(&mut self) -> &mut dyn Outbox;
    /// Who does what is due by the clock.
    fn jobs(&mut self) -> &mut dyn JobRepository;
    /// Requests that must not be done twice.
    fn idempotency(&mut self) -> &mut dyn IdempotencyRepository;
    /// Makes all writes last. An adapter MUST raise the access revision of every account for which a repository of this
    /// unit wrote what decisions read (an account's status, model or call for second factors, members, whether they have
    /// one, grants, resources moved or removed, keys changed or removed, integrations), in the same transaction, and
    /// answer the new ones.
    async fn commit(self: Box<Self>) -> Result<Committed, StoreError>;
    /// Undoes all writes.
    async fn rollback(self: Box<Self>) -> Result<(), StoreError>;
}
