//! Where members and their grants are kept.

use async_trait::async_trait;
use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{JudgedGrants, Member, MemberStatus};
use bailiwick_domain::ownership::Departed;
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use uuid::Uuid;

use crate::access::HoldersFilter;
use crate::{Page, StoreError};

/// Which members a list holds.
#[derive(Debug, Clone, Default)]
pub struct MemberFilter {
    /// Only these.
    pub status: Option<MemberStatus>,
    /// Only who holds that role, anywhere.
    pub role: Option<String>,
    /// Only whose address or name has this text in it, compared without case.
    pub text: Option<String>,
    /// Only who has a second factor, or only who has none.
    pub two_factor: Option<bool>,
}

/// Where members and their grants are kept. Members come with all their grants, each with its resource's path.
#[async_trait]
pub trait MemberRepository: Send {
    /// Adds one without grants. `Conflict(MemberUser)` when the user is a member of the account.
    async fn insert(&mut self, member: &Member) -> Result<(), StoreError>;
    /// One by id.
    async fn find(&mut self, account: AccountId, id: MemberId) -> Result<Option<Member>, StoreError>;
    /// A user's place in an account.
    async fn find_by_user(&mut self, account: AccountId, user: UserId) -> Result<Option<Member>, StoreError>;
    /// A user's place in an account and other members of it, in one read and in any order; those that are not there are
    /// left out.
    async fn find_with(
        &mut self,
        account: AccountId,
        user: UserId,
        others: &[MemberId],
    ) -> Result<Vec<Member>, StoreError>;
    /// Several by account and id, in any order; those that are not there are left out.
    async fn find_each(&mut self, wanted: &[(AccountId, MemberId)]) -> Result<Vec<Member>, StoreError>;
    /// Those that pass the filter, by id.
    async fn list(
        &mut self,
        account: AccountId,
        filter: &MemberFilter,
        after: Option<MemberId>,
        limit: u64,
    ) -> Result<Page<Member>, StoreError>;
    /// Writes user, status, and the name and address of one who has no user yet; grants stay. The row MUST still have
    /// the version before `member.version`, else `Stale`. Raises the access revision.
    async fn update(&mut self, member: &Member) -> Result<(), StoreError>;
    /// Replaces all that a member holds, and raises the member's version, but for one that this unit inserted, who held
    /// nothing; and the access revision, but for one that this unit invited: no one is a user yet whom a decision could be
    /// about.
    async fn put_grants(&mut self, account: AccountId, grants: &JudgedGrants) -> Result<(), StoreError>;
    /// Removes one with all grants. Raises the access revision.
    async fn remove(&mut self, account: AccountId, departed: Departed) -> Result<(), StoreError>;
    /// Everyone who holds the owner role. MUST exclude every other unit that would change them until this one ends; the
    /// account's lock does.
    async fn lock_owners(
        &mut self,
        account: AccountId,
        owner_role: &str,
    ) -> Result<Vec<(MemberId, MemberStatus)>, StoreError>;
    /// Members with a grant on a resource or on one below it.
    async fn on_resource(&mut self, account: AccountId, key: Uuid) -> Result<Vec<Member>, StoreError>;
    /// Users who are active and pass a filter at a moment, by id: as decisions read them, but within this unit.
    async fn who_hold(
        &mut self,
        account: AccountId,
        filter: &HoldersFilter,
        now: Timestamp,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<UserId>, StoreError>;
    /// The accounts in which a user is a member (invited ones have no user yet), by account id, each with that member.
    async fn memberships(
        &mut self,
        user: UserId,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Page<(Account, Member)>, StoreError>;
    /// The accounts of a model, any version, in which a user is active or suspended.
    async fn active_in_model(&mut self, user: UserId, model: &str) -> Result<Vec<AccountId>, StoreError>;
    /// Remembers that an account shut a user out, by the user and by an address of theirs; once is enough. It outlives the
    /// member and the user.
    async fn shut_out(&mut self, account: AccountId, user: UserId, email: &Email) -> Result<(), StoreError>;
    /// Whether an account shut out a user, or whoever had an address then.
    async fn is_shut_out(
        &mut self,
        account: AccountId,
        user: UserId,
        email: &Email,
    ) -> Result<bool, StoreError>;
    /// Forgets all that [`MemberRepository::is_shut_out`] would find.
    async fn let_in(&mut self, account: AccountId, user: UserId, email: &Email) -> Result<(), StoreError>;
    /// Marks when users were last seen in accounts. No version and no revision goes up.
    async fn mark_seen(&mut self, seen: &[(AccountId, UserId, Timestamp)]) -> Result<(), StoreError>;
}
