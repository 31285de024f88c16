//! The unit of work: one transaction, or none for a unit that only reads. Each repository is implemented in its
//! capability's own file.

use std::collections::HashSet;

use async_trait::async_trait;
use bailiwick_domain::ids::MemberId;
use bailiwick_ports::accounts::AccountRepository;
use bailiwick_ports::audit::AuditRepository;
use bailiwick_ports::idempotency::IdempotencyRepository;
use bailiwick_ports::invitations::InvitationRepository;
use bailiwick_ports::jobs::JobRepository;
use bailiwick_ports::members::MemberRepository;
use bailiwick_ports::outbox::Outbox;
use bailiwick_ports::platform_keys::PlatformKeyRepository;
use bailiwick_ports::resources::ResourceRepository;
use bailiwick_ports::role_models::RoleModelRepository;
use bailiwick_ports::sessions::SessionRepository;
use bailiwick_ports::users::UserRepository;
use bailiwick_ports::{Committed, StoreError, UnitOfWork};
use sea_orm::{DatabaseConnection, DatabaseExecutor, DatabaseTransaction};
use tokio::sync::OwnedSemaphorePermit;

use crate::error::{corrupt, db};
use crate::heads::Heads;

/// A transaction that writes, and the turn to do so. The transaction goes first, so the next writer finds the connection
/// on its way back.
struct Writing {
    transaction: DatabaseTransaction,
    _turn: OwnedSemaphorePermit,
}

/// What a unit's statements run on.
pub(crate) struct Link {
    readers: DatabaseConnection,
    writing: Option<Writing>,
    wrote: bool,
}

impl Link {
    /// For what reads.
    pub fn reads(&self) -> DatabaseExecutor<'_> {
        match &self.writing {
            Some(writing) => DatabaseExecutor::Transaction(&writing.transaction),
            None => DatabaseExecutor::Connection(&self.readers),
        }
    }
    /// For what writes.
    pub fn writes(&mut self) -> Result<&DatabaseTransaction, StoreError> {
        self.wrote = true;
        let writing = self.writing.as_ref().ok_or_else(|| corrupt("a write in a unit that only reads"))?;
        Ok(&writing.transaction)
    }
    /// Whether the unit may write, so that what it reads can be locked.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }
}

/// All that one use case reads and writes.
pub(crate) struct SqlUnitOfWork {
    pub link: Link,
    pub heads: Heads,
    /// Members that this unit inserted: they hold nothing yet.
    pub new_members: HashSet<MemberId>,
    /// Whether something was put into the outbox.
    pub pushed: bool,
    panic_when_dropped: bool,
}

impl SqlUnitOfWork {
    pub fn reading(readers: DatabaseConnection) -> Self {
        Self {
            link: Link { readers, writing: None, wrote: false },
            heads: Heads::default(),
            new_members: HashSet::new(),
            pushed: false,
            panic_when_dropped: false,
        }
    }
    pub fn writing(
        readers: DatabaseConnection,
        transaction: DatabaseTransaction,
        turn: OwnedSemaphorePermit,
        panic_when_dropped: bool,
    ) -> Self {
        let mut unit = Self::reading(readers);
        unit.link.writing = Some(Writing { transaction, _turn: turn });
        unit.panic_when_dropped = panic_when_dropped;
        unit
    }
}

impl Drop for SqlUnitOfWork {
    fn drop(&mut self) {
        let forgotten = self.link.writing.is_some() && self.link.wrote && !std::thread::panicking();
        assert!(
            !(forgotten && self.panic_when_dropped),
            "a unit of work that wrote was dropped without commit or rollback"
        );
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
    fn role_models(&mut self) -> &mut dyn RoleModelRepository {
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

    async fn commit(mut self: Box<Self>) -> Result<Committed, StoreError> {
        let Some(writing) = self.link.writing.take() else { return Ok(Committed::default()) };
        let committed = std::mem::take(&mut self.heads).write(&writing.transaction).await?;
        writing.transaction.commit().await.map_err(db)?;
        Ok(Committed { outbox: self.pushed, ..committed })
    }

    async fn rollback(mut self: Box<Self>) -> Result<(), StoreError> {
        match self.link.writing.take() {
            Some(writing) => writing.transaction.rollback().await.map_err(db),
            None => Ok(()),
        }
    }
}
