//! A store whose reads for decisions are counted, and that can be made to do something in between.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId, UserId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::resources::{ResourceKey, ResourceRef};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::access::{
    AccessReader, AccountFacts, HoldersFilter, IntegrationFacts, KeyFacts, MemberFacts, PathFacts,
};
use bailiwick_ports::{Access, Store, StoreError, UnitOfWork};
use futures::future::BoxFuture;
use tokio::sync::Mutex;
use uuid::Uuid;

/// What a test knows of a watched store.
#[derive(Default)]
pub struct Watch {
    /// How often an account's revision was read.
    pub revisions: AtomicU64,
    /// How often anything else was read.
    pub others: AtomicU64,
    /// How many units began that only read.
    pub units: AtomicU64,
    before_member: Mutex<Option<BoxFuture<'static, ()>>>,
    after_session: Mutex<Option<BoxFuture<'static, ()>>>,
}

impl Watch {
    /// The counts since this was last asked: of revisions, and of all else.
    pub fn take(&self) -> (u64, u64) {
        (self.revisions.swap(0, Ordering::SeqCst), self.others.swap(0, Ordering::SeqCst))
    }
    /// Does something right before the next read of a member.
    pub async fn before_member(&self, what: impl Future<Output = ()> + Send + 'static) {
        *self.before_member.lock().await = Some(Box::pin(what));
    }
    /// Does something between the next read of a session and its answer.
    pub async fn after_session(&self, what: impl Future<Output = ()> + Send + 'static) {
        *self.after_session.lock().await = Some(Box::pin(what));
    }
    fn count(&self) {
        self.others.fetch_add(1, Ordering::SeqCst);
    }
}

async fn run(hook: &Mutex<Option<BoxFuture<'static, ()>>>) {
    let taken = hook.lock().await.take();
    if let Some(what) = taken {
        what.await;
    }
}

pub struct Watched {
    pub store: Arc<dyn Store>,
    pub watch: Arc<Watch>,
}

#[async_trait]
impl Store for Watched {
    async fn begin(&self, access: Access) -> Result<Box<dyn UnitOfWork>, StoreError> {
        self.watch.units.fetch_add(u64::from(access == Access::Read), Ordering::SeqCst);
        self.store.begin(access).await
    }
    fn access(&self) -> &dyn AccessReader {
        self
    }
    async fn ping(&self) -> Result<(), StoreError> {
        self.store.ping().await
    }
}

#[async_trait]
impl AccessReader for Watched {
    async fn revision(&self, account: AccountId) -> Result<Option<u64>, StoreError> {
        self.watch.revisions.fetch_add(1, Ordering::SeqCst);
        self.store.access().revision(account).await
    }
    async fn account(&self, account: AccountId) -> Result<Option<AccountFacts>, StoreError> {
        self.watch.count();
        self.store.access().account(account).await
    }
    async fn member(&self, account: AccountId, user: UserId) -> Result<Option<MemberFacts>, StoreError> {
        self.watch.count();
        run(&self.watch.before_member).await;
        self.store.access().member(account, user).await
    }
    async fn path(&self, key: ResourceKey<'_>) -> Result<Option<PathFacts>, StoreError> {
        self.watch.count();
        self.store.access().path(key).await
    }
    async fn session(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Session>, StoreError> {
        self.watch.count();
        let session = self.store.access().session(token_hash, now).await;
        run(&self.watch.after_session).await;
        session
    }
    async fn copies_epoch(&self) -> Result<u64, StoreError> {
        self.watch.count();
        self.store.access().copies_epoch().await
    }
    async fn platform_key(&self, secret_hash: [u8; 32]) -> Result<Option<PlatformKey>, StoreError> {
        self.watch.count();
        self.store.access().platform_key(secret_hash).await
    }
    async fn key(&self, id: KeyId) -> Result<Option<KeyFacts>, StoreError> {
        self.watch.count();
        self.store.access().key(id).await
    }
    async fn integration(
        &self,
        account: AccountId,
        id: IntegrationId,
    ) -> Result<Option<IntegrationFacts>, StoreError> {
        self.watch.count();
        self.store.access().integration(account, id).await
    }
    async fn integrations(
        &self,
        account: AccountId,
        after: Option<IntegrationId>,
        limit: u64,
    ) -> Result<Vec<IntegrationId>, StoreError> {
        self.store.access().integrations(account, after, limit).await
    }
    async fn account_of(&self, integration: IntegrationId) -> Result<Option<AccountId>, StoreError> {
        self.store.access().account_of(integration).await
    }
    async fn integration_key(&self, id: KeyId) -> Result<Option<(IntegrationKey, [u8; 32])>, StoreError> {
        self.watch.count();
        self.store.access().integration_key(id).await
    }
    async fn holders(
        &self,
        account: AccountId,
        filter: &HoldersFilter,
        now: Timestamp,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<UserId>, StoreError> {
        self.store.access().holders(account, filter, now, after, limit).await
    }
    async fn resources(
        &self,
        account: AccountId,
        kind: &str,
        under: &[Vec<Uuid>],
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Vec<(Uuid, ResourceRef)>, StoreError> {
        self.store.access().resources(account, kind, under, after, limit).await
    }
    async fn accounts_of(
        &self,
        user: UserId,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<AccountId>, StoreError> {
        self.store.access().accounts_of(user, after, limit).await
    }
}
