//! What a node keeps in bounded memory for decisions, and for how long it may believe it.
//!
//! An entry stands while its account's revision is the one it was read at, and that revision was confirmed within
//! `max_age`: counted from before the read was sent. Absence is never kept.

use std::hash::Hash;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bailiwick_domain::access::{HeldGrant, Holder, Subject, is_allowed};
use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeysetId, MemberId, UserId};
use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::resources::{Place, ResourceKey};
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::sessions::Lifetimes;
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_ports::Store;
use bailiwick_ports::access::{IntegrationFacts, MemberFacts};
use bailiwick_ports::system::Clock;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};
use smallvec::SmallVec;
use uuid::Uuid;

use super::credentials::Credentials;
use super::keys::Keys;
use super::profiles::Profiles;
use super::revisions::{self, AccountState, Accounts, KnownAccount, READS, ROUNDS};
use crate::error::Result;
use crate::metrics::OfDecisions;

/// How much a node keeps, and how long it believes it.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For how long a confirmed revision is believed.
    pub max_age: Duration,
    /// Bytes for members' grants, as many for resources' paths, and as many for keysets' keys.
    pub bytes: u64,
    /// After how many seconds without a request a session counts no more.
    pub session_idle_seconds: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_age: Duration::from_millis(250),
            bytes: 64 << 20,
            session_idle_seconds: Lifetimes::default().idle_seconds,
        }
    }
}

/// What came of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Allowed.
    Allowed,
    /// A member, but nothing grants it.
    Denied,
    /// The model has no such permission.
    UnknownPermission,
    /// There is no such resource, or it is another account's.
    UnknownResource,
    /// The subject is no member of the account.
    NotAMember,
    /// The member is invited or suspended.
    MemberNotActive,
    /// The account is closed.
    AccountClosed,
    /// The account requires a second factor, and the member has none.
    TwoFactorRequired,
}

/// A member or a service integration as decisions know them, at one revision of the account.
pub struct Known {
    pub(super) revision: u64,
    /// The member; none of an integration.
    pub member: Option<MemberId>,
    /// What they hold.
    pub holder: Holder,
    /// The account's model at that revision.
    pub model: Arc<RoleModel>,
    pub(super) closed: bool,
    /// Whether the account requires a second factor that the user, or the integration's maker, does not have.
    pub barred: bool,
    /// Whether they must come through the account's own single sign-on.
    pub(crate) through_sso: bool,
    seen: AtomicI64,
}

/// A resource's path as decisions know it.
pub struct KnownPath {
    /// Its account.
    pub account: AccountId,
    pub(super) revision: u64,
    /// What says whether that revision may still be believed.
    pub(super) entry: Arc<KnownAccount>,
    pub(super) keys: SmallVec<[Uuid; 4]>,
    /// The path with types and names.
    pub place: Box<Place>,
}

#[derive(PartialEq, Eq, Hash)]
pub(super) enum PathKey {
    Account(AccountId),
    App(AppId),
    Keyset(KeysetId),
    Registered(Box<str>, Box<str>),
}

// The derived hashes agree: the same variants in the same order, and `Box<str>` hashes as `str`.
impl Equivalent<PathKey> for ResourceKey<'_> {
    fn equivalent(&self, key: &PathKey) -> bool {
        match (self, key) {
            (ResourceKey::Account(one), PathKey::Account(other)) => one == other,
            (ResourceKey::App(one), PathKey::App(other)) => one == other,
            (ResourceKey::Keyset(one), PathKey::Keyset(other)) => one == other,
            (ResourceKey::Registered(kind, id), PathKey::Registered(known_kind, known_id)) => {
                *kind == &**known_kind && *id == &**known_id
            }
            _ => false,
        }
    }
}

#[derive(Clone)]
pub(super) struct Bytes;

impl Weighter<(AccountId, Subject), Arc<Known>> for Bytes {
    fn weight(&self, _: &(AccountId, Subject), known: &Arc<Known>) -> u64 {
        let grant = size_of::<HeldGrant>() + size_of::<Window>();
        let grants: usize = known.holder.bounds().map(|holder| holder.grants.len()).sum();
        250 + (grants * grant) as u64
    }
}

impl Weighter<PathKey, Arc<KnownPath>> for Bytes {
    fn weight(&self, _: &PathKey, known: &Arc<KnownPath>) -> u64 {
        let texts: usize = known.place.steps().iter().map(|step| step.kind.len() + step.id.len() + 100).sum();
        250 + texts as u64
    }
}

/// What this node knows. One a process.
pub struct Decisions {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) models: RoleModels,
    pub(super) max_age: u64,
    pub(super) idle_seconds: i64,
    pub(super) accounts: Accounts,
    pub(super) members: Cache<(AccountId, Subject), Arc<Known>, Bytes>,
    pub(super) paths: Cache<PathKey, Arc<KnownPath>, Bytes>,
    pub(super) credentials: Credentials,
    pub(super) profiles: Profiles,
    pub(super) keys: Keys,
    pub(super) counts: OfDecisions,
    seen: Mutex<Vec<(AccountId, UserId, Timestamp)>>,
}

/// A member counts as seen again after so many seconds.
const SEEN_EVERY_SECONDS: i64 = 300;
const MOST_SEEN: usize = 10_000;

impl Decisions {
    /// Knows nothing yet.
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, models: RoleModels, limits: Limits) -> Self {
        let entries = usize::try_from(limits.bytes / 400).unwrap_or(usize::MAX).max(1000);
        Self {
            store,
            clock,
            models,
            max_age: u64::try_from(limits.max_age.as_micros()).unwrap_or(u64::MAX),
            idle_seconds: limits.session_idle_seconds,
            accounts: revisions::accounts(entries),
            members: Cache::with_weighter(entries, limits.bytes, Bytes),
            paths: Cache::with_weighter(entries, limits.bytes, Bytes),
            credentials: Credentials::new(entries.min(100_000)),
            profiles: Profiles::new(entries.min(100_000)),
            keys: Keys::new(entries, limits.bytes),
            counts: OfDecisions::new(),
            seen: Mutex::new(Vec::new()),
        }
    }

    /// Decides. `account`, where given, must be the resource's own.
    ///
    /// # Errors
    /// What the store fails with, where it had to be asked.
    pub async fn decide(
        self: &Arc<Self>,
        subject: impl Into<Subject>,
        account: Option<AccountId>,
        key: ResourceKey<'_>,
        permission: &str,
        now: Timestamp,
    ) -> Result<Outcome> {
        let subject = subject.into();
        if let Some(outcome) = self.decide_known(subject, account, key, permission, now) {
            self.counts.remembered();
            return Ok(outcome);
        }
        let before = self.clock.elapsed();
        let outcome = self.decide_read(subject, account, key, permission, now).await;
        self.counts.read(self.clock.elapsed().saturating_sub(before));
        outcome
    }

    /// Decides by what this node may believe without a read; none when it has to ask.
    pub fn decide_known(
        self: &Arc<Self>,
        subject: impl Into<Subject>,
        account: Option<AccountId>,
        key: ResourceKey<'_>,
        permission: &str,
        now: Timestamp,
    ) -> Option<Outcome> {
        let subject = subject.into();
        if let Some(id) = account.filter(|id| key == ResourceKey::Account(*id)) {
            let revision = self.believed(id, &self.accounts.get(&id)?)?;
            let known = self.members.get(&(id, subject))?;
            return (known.revision == revision).then(|| known.outcome(&[id.uuid()], permission, now));
        }
        let path = self.paths.get(&key)?;
        if account.is_some_and(|id| id != path.account) {
            return Some(Outcome::UnknownResource);
        }
        let revision = self.believed(path.account, &path.entry)?;
        let known = self.members.get(&(path.account, subject))?;
        let both = path.revision == revision && known.revision == revision;
        both.then(|| known.outcome(&path.keys, permission, now))
    }

    async fn decide_read(
        self: &Arc<Self>,
        subject: Subject,
        account: Option<AccountId>,
        key: ResourceKey<'_>,
        permission: &str,
        now: Timestamp,
    ) -> Result<Outcome> {
        for _ in 0..ROUNDS {
            let path = match account.filter(|id| key == ResourceKey::Account(*id)) {
                Some(_) => None,
                None => match self.place_of(key).await? {
                    Some(path) => Some(path),
                    None => return Ok(Outcome::UnknownResource),
                },
            };
            let Some(id) = path.as_ref().map(|path| path.account).or(account) else {
                return Ok(Outcome::UnknownResource);
            };
            if account.is_some_and(|wanted| wanted != id) || self.account(id).await?.is_none() {
                return Ok(Outcome::UnknownResource);
            }
            let Some(known) = self.member(id, subject).await? else { return Ok(Outcome::NotAMember) };
            match path {
                None => return Ok(known.outcome(&[id.uuid()], permission, now)),
                // A path and grants of two revisions may never have stood together.
                Some(path) if path.revision == known.revision => {
                    return Ok(known.outcome(&path.keys, permission, now));
                }
                Some(_) => {}
            }
        }
        self.decide_fresh(subject, account, key, permission, now).await
    }

    /// Decides by the database alone.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn decide_fresh(
        &self,
        subject: impl Into<Subject>,
        account: Option<AccountId>,
        key: ResourceKey<'_>,
        permission: &str,
        now: Timestamp,
    ) -> Result<Outcome> {
        let subject = subject.into();
        for _ in 0..READS {
            let Some(path) = self.store.access().path(key).await? else {
                return Ok(Outcome::UnknownResource);
            };
            if account.is_some_and(|wanted| wanted != path.account) {
                return Ok(Outcome::UnknownResource);
            }
            let Some(known) = self.read_member(path.account, subject).await? else {
                return Ok(Outcome::NotAMember);
            };
            if path.revision == known.revision {
                let keys: Vec<Uuid> = path.place.steps().iter().map(|step| step.key).collect();
                return Ok(known.outcome(&keys, permission, now));
            }
        }
        Err(revisions::unsettled())
    }

    /// A subject's place in an account as this node knows it; marks users as seen.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn known(
        self: &Arc<Self>,
        account: AccountId,
        subject: impl Into<Subject>,
        now: Timestamp,
    ) -> Result<Option<Arc<Known>>> {
        let subject = subject.into();
        let known = self.member(account, subject).await?;
        if let (Some(known), Subject::User(user)) = (&known, subject) {
            self.mark_seen(account, user, known, now);
        }
        Ok(known)
    }

    /// Marks a member as seen who was looked up elsewhere.
    pub fn saw(&self, account: AccountId, user: UserId, now: Timestamp) {
        match self.members.get(&(account, Subject::User(user))) {
            Some(known) => self.mark_seen(account, user, &known, now),
            None => self.note_seen(account, user, now),
        }
    }

    fn mark_seen(&self, account: AccountId, user: UserId, known: &Known, now: Timestamp) {
        let last = known.seen.load(Ordering::Relaxed);
        if now.micros() - last >= SEEN_EVERY_SECONDS * 1_000_000 {
            known.seen.store(now.micros(), Ordering::Relaxed);
            self.note_seen(account, user, now);
        }
    }

    fn note_seen(&self, account: AccountId, user: UserId, now: Timestamp) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() < MOST_SEEN {
            seen.push((account, user, now));
        }
    }

    /// Who was seen since this was last asked.
    pub fn take_seen(&self) -> Vec<(AccountId, UserId, Timestamp)> {
        std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What the store says of a subject's place in an account.
pub(super) enum Facts {
    Member(MemberFacts),
    Integration(IntegrationFacts),
}

fn holder_of(model: &RoleModel, facts: &MemberFacts) -> Holder {
    let grants = facts.grants.iter().map(|(_, role, resource, window)| (role.as_str(), *resource, *window));
    Holder::new(model, facts.status == MemberStatus::Active, grants)
}

impl Facts {
    pub(super) fn revision(&self) -> u64 {
        match self {
            Self::Member(facts) => facts.revision,
            Self::Integration(facts) => facts.revision,
        }
    }

    /// What they mean while the account stands so.
    pub(super) fn known(&self, state: &AccountState) -> Known {
        let model = &state.model;
        let (member, person, holder) = match self {
            Self::Member(facts) => (Some(facts.member), Some(facts), holder_of(model, facts)),
            Self::Integration(facts) => {
                let grants = facts.grants.iter().map(|(role, at, window)| (role.as_str(), *at, *window));
                let maker = facts.maker.as_ref().map(|maker| holder_of(model, maker));
                (None, facts.maker.as_ref(), Holder::new(model, true, grants).within(maker))
            }
        };
        Known {
            revision: self.revision(),
            member,
            closed: state.status == AccountStatus::Closed,
            barred: state.require_two_factor && person.is_some_and(|person| !person.second_factor),
            // Machines don't sign in.
            through_sso: member.is_some() && state.sso_strict && !holder.is_owner(model),
            holder,
            model: Arc::clone(model),
            seen: AtomicI64::new(0),
        }
    }
}

impl Known {
    fn outcome(&self, path: &[Uuid], permission: &str, now: Timestamp) -> Outcome {
        let Some(permission) = self.model.permission_named(permission) else {
            return Outcome::UnknownPermission;
        };
        if self.closed {
            Outcome::AccountClosed
        } else if !self.holder.active {
            Outcome::MemberNotActive
        } else if self.barred {
            Outcome::TwoFactorRequired
        } else if is_allowed(&self.model, &self.holder, path, permission, now) {
            Outcome::Allowed
        } else {
            Outcome::Denied
        }
    }
}
