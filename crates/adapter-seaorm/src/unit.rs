//! The unit of work: one transaction, or none for a unit that only reads. Each repository is implemented in its
//! capability's own file.

use std::collections::HashMap;

use async_trait::async_trait;
use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::users::User;
use bailiwick_ports::accounts::AccountRepository;
use bailiwick_ports::audit::AuditRepository;
use bailiwick_ports::challenges::ChallengeRepository;
use bailiwick_ports::configuration::ConfigurationRepository;
use bailiwick_ports::connections::ConnectionRepository;
use bailiwick_ports::idempotency::IdempotencyRepository;
use bailiwick_ports::identities::IdentityRepository;
use bailiwick_ports::integrations::{IntegrationKeyRepository, IntegrationRepository};
use bailiwick_ports::invitations::InvitationRepository;
use bailiwick_ports::jobs::JobRepository;
use bailiwick_ports::keys::KeyRepository;
use bailiwick_ports::members::MemberRepository;
use bailiwick_ports::outbox::Outbox;
use bailiwick_ports::passkeys::PasskeyRepository;
use bailiwick_ports::platform_keys::PlatformKeyRepository;
use bailiwick_ports::resources::ResourceRepository;
use bailiwick_ports::role_models::RoleModelRepository;
use bailiwick_ports::secrets::SecretRepository;
use bailiwick_ports::sessions::SessionRepository;
use bailiwick_ports::two_factor::TwoFactorRepository;
use bailiwick_ports::usage::UsageRepository;
use bailiwick_ports::usage_limits::UsageLimitRepository;
use bailiwick_ports::users::UserRepository;
use bailiwick_ports::{Committed, StoreError, UnitOfWork};
use tokio::sync::OwnedSemaphorePermit;

use crate::error::corrupt;
use crate::heads::Heads;
use crate::later::Later;
use crate::line::Line;

/// What a unit's statements run on. The line goes first, so the next writer finds the connection on its way back.
pub(crate) struct Link {
    line: Line,
    _turn: Option<OwnedSemaphorePermit>,
    is_writing: bool,
    ending: Ending,
}

impl Link {
    /// For what reads.
    pub fn reads(&self) -> &Line {
        &self.line
    }
    /// Writes what no one waits for.
    pub async fn write(&mut self, later: Later) -> Result<(), StoreError> {
        self.writes()?.write(later).await
    }
    /// For what writes.
    pub fn writes(&mut self) -> Result<&Line, StoreError> {
        if !self.is_writing {
            return Err(corrupt("a write in a unit that only reads"));
        }
        self.ending.is_due = true;
        Ok(&self.line)
    }
    /// Whether the unit may write, so that what it reads can be locked.
    pub fn is_writing(&self) -> bool {
        self.is_writing
    }
}

/// Whether a unit must be ended before it is dropped.
#[derive(Default)]
struct Ending {
    is_due: bool,
    panics: bool,
}

impl Drop for Ending {
    fn drop(&mut self) {
        let forgotten = self.is_due && !std::thread::panicking();
        assert!(
            !(forgotten && self.panics),
            "a unit of work that wrote was dropped without commit or rollback"
        );
    }
}

/// All that one use case reads and writes.
pub(crate) struct SqlUnitOfWork {
    pub link: Link,
    pub heads: Heads,
    /// Accounts that this unit has locked, as they are: no other can change them.
    pub locked: HashMap<AccountId, Account>,
    /// The same of users.
    pub locked_users: HashMap<UserId, User>,
    /// Members that this unit inserted, with their status: they hold nothing yet.
    pub new_members: HashMap<MemberId, MemberStatus>,
    /// Users that this unit changed.
    pub changed_users: Vec<UserId>,
    /// Whether something was put into the outbox.
    pub pushed: bool,
}

impl SqlUnitOfWork {
    /// One that only reads, each statement by itself.
    pub fn reading(line: Line) -> Self {
        Self::new(Link { line, _turn: None, is_writing: false, ending: Ending::default() })
    }
    /// One that writes in a transaction, and holds the turn to do so where there are turns.
    pub fn writing(line: Line, turn: Option<OwnedSemaphorePermit>, panic_when_dropped: bool) -> Self {
        let ending = Ending { is_due: false, panics: panic_when_dropped };
        Self::new(Link { line, _turn: turn, is_writing: true, ending })
    }
    fn new(link: Link) -> Self {
        Self {
            link,
            heads: Heads::default(),
            locked: HashMap::new(),
            locked_users: HashMap::new(),
            new_members: HashMap::new(),
            changed_users: Vec::new(),
            pushed: false,
        }
    }
}

#[async_trait]
impl UnitOfWork for SqlUnitOfWork {
    fn users(&mut self) -> &mut dyn UserRepository {
        self
    }
    fn sessions(&mut self) -> &mut dyn SessionRepository {
        self
    }
    fn challenges(&mut self) -> &mut dyn ChallengeRepository {
        self
    }
    fn two_factor(&mut self) -> &mut dyn TwoFactorRepository {
        self
    }
    fn passkeys(&mut self) -> &mut dyn PasskeyRepository {
        self
    }
    fn identities(&mut self) -> &mut dyn IdentityRepository {
        self
    }
    fn connections(&mut self) -> &mut dyn ConnectionRepository {
        self
    }
    fn accounts(&mut self) -> &mut dyn AccountRepository {
        self
    }
    fn members(&mut self) -> &mut dyn MemberRepository {
        self
    }
    fn invitations(&mut self) -> &mut dyn InvitationRepository {
        self
    }
    fn resources(&mut self) -> &mut dyn ResourceRepository {
        self
    }
    fn keys(&mut self) -> &mut dyn KeyRepository {
        self
    }
    fn secrets(&mut self) -> &mut dyn SecretRepository {
        self
    }
    fn integrations(&mut self) -> &mut dyn IntegrationRepository {
        self
    }
    fn integration_keys(&mut self) -> &mut dyn IntegrationKeyRepository {
        self
    }
    fn configurations(&mut self) -> &mut dyn ConfigurationRepository {
        self
    }
    fn role_models(&mut self) -> &mut dyn RoleModelRepository {
        self
    }
    fn usage(&mut self) -> &mut dyn UsageRepository {
        self
    }
    fn usage_limits(&mut self) -> &mut dyn UsageLimitRepository {
        self
    }
    fn platform_keys(&mut self) -> &mut dyn PlatformKeyRepository {
        self
    }
    fn audit(&mut self) -> &mut dyn AuditRepository {
        self
    }
    fn outbox(&mut self) -> &mut dyn Outbox {
        self
    }
    fn jobs(&mut self) -> &mut dyn JobRepository {
        self
    }
    fn idempotency(&mut self) -> &mut dyn IdempotencyRepository {
        self
    }

    async fn commit(self: Box<Self>) -> Result<Committed, StoreError> {
        let Self { mut link, heads, changed_users, pushed, .. } = *self;
        link.ending.is_due = false;
        let committed = heads.write(&link.line).await?;
        link.line.commit().await?;
        Ok(Committed { users: changed_users, outbox: pushed, ..committed })
    }

    async fn rollback(mut self: Box<Self>) -> Result<(), StoreError> {
        self.link.ending.is_due = false;
        self.link.line.rollback().await
    }
}
