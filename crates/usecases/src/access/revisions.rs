//! Whether an account's access revision may be believed, and bringing what a node knows up to the newest one.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bailiwick_domain::access::Subject;
use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_ports::StoreError;
use bailiwick_ports::access::{AccountFacts, PathFacts};
use quick_cache::sync::Cache;
use quick_cache::{DefaultHashBuilder, Lifecycle, UnitWeighter};
use tokio::sync::Mutex;

use super::cache::{Decisions, Facts, Known, KnownPath, PathKey};
use crate::error::{Error, Result};

/// What a node knows of an account: its newest revision, and when that was confirmed.
#[derive(Default)]
pub(super) struct KnownAccount {
    revision: AtomicU64,
    /// Microseconds of the clock's `elapsed` before the read that confirmed the revision; 0 for never.
    confirmed: AtomicU64,
    /// The least revision that may be believed: what this node wrote itself. None may, once this is out of the memory.
    floor: AtomicU64,
    ahead: AtomicBool,
    /// One confirms at a time; who waits is served by the same read.
    state: Mutex<Option<AccountState>>,
}

/// An account at one revision.
#[derive(Clone)]
pub struct AccountState {
    pub(super) revision: u64,
    /// Whether it is in use.
    pub status: AccountStatus,
    /// Its model.
    pub model: Arc<RoleModel>,
    /// Whether its members need a second factor.
    pub require_two_factor: bool,
    /// Whether its members must come through its own single sign-on, its owners excepted.
    pub sso_strict: bool,
}

pub(super) type Accounts = Cache<AccountId, Arc<KnownAccount>, UnitWeighter, DefaultHashBuilder, Retire>;

/// Paths point at their account's entry. One that leaves the memory hears of no further commit, so it is believed no more.
#[derive(Clone)]
pub(super) struct Retire;

impl Lifecycle<AccountId, Arc<KnownAccount>> for Retire {
    type RequestState = ();
    fn on_evict(&self, (): &mut (), _: AccountId, entry: Arc<KnownAccount>) {
        entry.retire();
    }
}

pub(super) fn accounts(entries: usize) -> Accounts {
    let most = u64::try_from(entries).unwrap_or(u64::MAX);
    Cache::with(entries, most, UnitWeighter, DefaultHashBuilder::default(), Retire)
}

impl KnownAccount {
    fn retire(&self) {
        self.floor.store(u64::MAX, Ordering::Release);
    }
    pub(super) fn raise_floor(&self, revision: u64) {
        self.floor.fetch_max(revision, Ordering::AcqRel);
    }
}

/// How often what a node knows is brought up to date for one question before the database alone is asked.
pub(super) const ROUNDS: usize = 4;
/// How often a read of several parts is repeated because the account moved between them.
pub(super) const READS: usize = 16;

pub(super) fn unsettled() -> Error {
    StoreError::Unavailable("an account changes faster than it can be read".to_owned()).into()
}

impl Decisions {
    pub(super) fn elapsed_micros(&self) -> u64 {
        u64::try_from(self.clock.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Drops what this node's own commit made old, at once.
    pub fn committed(&self, revisions: &[(AccountId, u64)]) {
        for (account, revision) in revisions {
            self.entry(*account).raise_floor(*revision);
        }
    }

    pub(super) fn entry(&self, account: AccountId) -> Arc<KnownAccount> {
        match self.accounts.get_or_insert_with(&account, || Ok::<_, Infallible>(Arc::default())) {
            Ok(entry) => entry,
            Err(never) => match never {},
        }
    }

    /// The account's revision, when it may be believed without a read. Busy accounts are confirmed ahead of time.
    pub(super) fn believed(self: &Arc<Self>, account: AccountId, entry: &Arc<KnownAccount>) -> Option<u64> {
        // The revision is stored before the time of its confirmation, and loaded after it.
        let age = self.elapsed_micros().saturating_sub(entry.confirmed.load(Ordering::Acquire));
        let revision = entry.revision.load(Ordering::Acquire);
        if age >= self.max_age || revision < entry.floor.load(Ordering::Acquire) {
            return None;
        }
        if age > self.max_age / 10 * 9 && !entry.ahead.swap(true, Ordering::AcqRel) {
            self.confirm_ahead(account, Arc::clone(entry));
        }
        Some(revision)
    }

    fn confirm_ahead(self: &Arc<Self>, account: AccountId, entry: Arc<KnownAccount>) {
        let all = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(error) = all.confirm(account, &entry, true).await {
                tracing::debug!(%error, "an access revision could not be confirmed ahead of time");
            }
            entry.ahead.store(false, Ordering::Release);
        });
    }

    /// The account's state, confirmed now where it is not believed.
    pub(super) async fn confirmed(
        self: &Arc<Self>,
        account: AccountId,
    ) -> Result<Option<(Arc<KnownAccount>, AccountState)>> {
        let entry = self.entry(account);
        let state = self.confirm(account, &entry, false).await?;
        if state.is_none() {
            entry.retire();
            if let Some((_, other)) = self.accounts.remove(&account) {
                other.retire();
            }
        }
        Ok(state.map(|state| (entry, state)))
    }

    /// One read for all who wait: the revision by primary key, and the account itself only when it moved.
    async fn confirm(
        &self,
        account: AccountId,
        entry: &KnownAccount,
        ahead: bool,
    ) -> Result<Option<AccountState>> {
        let mut state = entry.state.lock().await;
        let floor = entry.floor.load(Ordering::Acquire);
        let before = self.elapsed_micros();
        let age = before.saturating_sub(entry.confirmed.load(Ordering::Acquire));
        let old = state.take();
        if let Some(known) =
            old.as_ref().filter(|known| known.revision >= floor && age < self.max_age && !ahead)
        {
            let known = known.clone();
            *state = old;
            return Ok(Some(known));
        }
        let same = match &old {
            Some(known) => self.store.access().revision(account).await? == Some(known.revision),
            None => false,
        };
        self.counts.confirmed(same);
        let new = if same { old } else { self.read_account(account).await? };
        state.clone_from(&new);
        entry.revision.store(new.as_ref().map_or(0, |new| new.revision), Ordering::Release);
        entry.confirmed.store(if new.is_some() { before.max(1) } else { 0 }, Ordering::Release);
        Ok(new)
    }

    async fn read_account(&self, account: AccountId) -> Result<Option<AccountState>> {
        let Some(facts) = self.store.access().account(account).await? else { return Ok(None) };
        let AccountFacts { revision, status, model, require_two_factor, sso_strict } = facts;
        let known =
            self.models.get(&model.id, Some(model.version)).map_err(|error| Error::internal(&error))?;
        let model = Arc::clone(known);
        Ok(Some(AccountState { revision, status, model, require_two_factor, sso_strict }))
    }

    /// An account as this node knows it; none where there is no such account.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn account(self: &Arc<Self>, account: AccountId) -> Result<Option<AccountState>> {
        Ok(self.confirmed(account).await?.map(|(_, state)| state))
    }

    /// A subject's place in an account, at its newest revision.
    pub(super) async fn member(
        self: &Arc<Self>,
        account: AccountId,
        subject: Subject,
    ) -> Result<Option<Arc<Known>>> {
        for _ in 0..ROUNDS {
            let Some((entry, state)) = self.confirmed(account).await? else { return Ok(None) };
            if let Some(known) =
                self.members.get(&(account, subject)).filter(|known| known.revision == state.revision)
            {
                return Ok(Some(known));
            }
            let Some(facts) = self.read_facts(account, subject).await? else {
                self.members.remove(&(account, subject));
                return Ok(None);
            };
            if facts.revision() == state.revision {
                let known = Arc::new(facts.known(&state));
                self.members.insert((account, subject), Arc::clone(&known));
                return Ok(Some(known));
            }
            entry.raise_floor(facts.revision());
        }
        Ok(self.read_member(account, subject).await?.map(Arc::new))
    }

    /// A subject's place by the database alone, with the account at the same revision.
    pub(super) async fn read_member(&self, account: AccountId, subject: Subject) -> Result<Option<Known>> {
        for _ in 0..READS {
            let Some(facts) = self.read_facts(account, subject).await? else { return Ok(None) };
            let Some(state) = self.read_account(account).await? else { return Ok(None) };
            if facts.revision() == state.revision {
                return Ok(Some(facts.known(&state)));
            }
        }
        Err(unsettled())
    }

    async fn read_facts(&self, account: AccountId, subject: Subject) -> Result<Option<Facts>> {
        let access = self.store.access();
        Ok(match subject {
            Subject::User(user) => access.member(account, user).await?.map(Facts::Member),
            Subject::Integration(id) => access.integration(account, id).await?.map(Facts::Integration),
        })
    }

    /// A resource's path, at its account's newest revision.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn place_of(self: &Arc<Self>, key: ResourceKey<'_>) -> Result<Option<Arc<KnownPath>>> {
        let mut last = None;
        for _ in 0..ROUNDS {
            let path = match self.paths.get(&key) {
                Some(path) => path,
                None => match self.read_path(key).await? {
                    Some(path) => path,
                    None => return Ok(None),
                },
            };
            let Some((entry, state)) = self.confirmed(path.account).await? else { return Ok(None) };
            if path.revision == state.revision && Arc::ptr_eq(&path.entry, &entry) {
                return Ok(Some(path));
            }
            entry.raise_floor(path.revision);
            self.paths.remove(&key);
            last = Some(path);
        }
        Ok(last)
    }

    async fn read_path(&self, key: ResourceKey<'_>) -> Result<Option<Arc<KnownPath>>> {
        let Some(PathFacts { account, revision, place }) = self.store.access().path(key).await? else {
            return Ok(None);
        };
        let keys = place.steps().iter().map(|step| step.key).collect();
        let path = Arc::new(KnownPath {
            account,
            revision,
            entry: self.entry(account),
            keys,
            place: Box::new(place),
        });
        let owned = match key {
            ResourceKey::Account(id) => PathKey::Account(id),
            ResourceKey::App(id) => PathKey::App(id),
            ResourceKey::Keyset(id) => PathKey::Keyset(id),
            ResourceKey::Registered(kind, id) => PathKey::Registered(kind.into(), id.into()),
        };
        self.paths.insert(owned, Arc::clone(&path));
        Ok(Some(path))
    }
}
