//! Members and their grants.

use async_trait::async_trait;
use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{JudgedGrants, Member, MemberStatus};
use bailiwick_domain::ownership::Departed;
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::access::HoldersFilter;
use bailiwick_ports::accounts::AccountRepository;
use bailiwick_ports::members::{MemberFilter, MemberRepository};
use bailiwick_ports::{Page, StoreError};
use uuid::Uuid;

use self::read::Picked;
use crate::access::Holders;
use crate::tree::below;
use crate::unit::SqlUnitOfWork;

mod read;
mod relations;
mod shut_out;
mod write;

impl SqlUnitOfWork {
    async fn one_member(&self, picked: Picked) -> Result<Option<Member>, StoreError> {
        Ok(read::members(self.link.reads(), picked).await?.into_iter().next())
    }
}

#[async_trait]
impl MemberRepository for SqlUnitOfWork {
    async fn insert(&mut self, member: &Member) -> Result<(), StoreError> {
        write::insert(&mut self.link, member).await?;
        self.new_members.insert(member.id, member.status);
        Ok(())
    }

    async fn find(&mut self, account: AccountId, id: MemberId) -> Result<Option<Member>, StoreError> {
        self.one_member(Picked::by_id(account, id)).await
    }

    async fn find_by_user(&mut self, account: AccountId, user: UserId) -> Result<Option<Member>, StoreError> {
        self.one_member(Picked::by_user(account, user)).await
    }

    async fn find_with(
        &mut self,
        account: AccountId,
        user: UserId,
        others: &[MemberId],
    ) -> Result<Vec<Member>, StoreError> {
        read::members(self.link.reads(), Picked::with_user(account, user, others)).await
    }

    async fn find_each(&mut self, wanted: &[(AccountId, MemberId)]) -> Result<Vec<Member>, StoreError> {
        let mut members = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(read::AT_ONCE) {
            members.extend(read::members(self.link.reads(), Picked::each(some)).await?);
        }
        Ok(members)
    }

    async fn list(
        &mut self,
        account: AccountId,
        filter: &MemberFilter,
        after: Option<MemberId>,
        limit: u64,
    ) -> Result<Page<Member>, StoreError> {
        let picked = Picked::page(account, filter, after, limit);
        Ok(Page::cut(read::members(self.link.reads(), picked).await?, limit))
    }

    async fn update(&mut self, member: &Member) -> Result<(), StoreError> {
        write::update(&mut self.link, member).await?;
        self.heads.revised(member.account);
        Ok(())
    }

    async fn put_grants(&mut self, account: AccountId, grants: &JudgedGrants) -> Result<(), StoreError> {
        // From now on it may hold something.
        let new = self.new_members.remove(&grants.member());
        write::grants(&mut self.link, account, grants, new.is_some()).await?;
        if new != Some(MemberStatus::Invited) {
            self.heads.revised(account);
        }
        Ok(())
    }

    async fn remove(&mut self, account: AccountId, departed: Departed) -> Result<(), StoreError> {
        write::remove(&mut self.link, account, departed.member()).await?;
        self.heads.revised(account);
        Ok(())
    }

    async fn lock_owners(
        &mut self,
        account: AccountId,
        owner_role: &str,
    ) -> Result<Vec<(MemberId, MemberStatus)>, StoreError> {
        if self.link.is_writing() {
            AccountRepository::lock(self, &[account]).await?;
        }
        relations::holders(self.link.reads(), account, owner_role).await
    }

    async fn on_resource(&mut self, account: AccountId, key: Uuid) -> Result<Vec<Member>, StoreError> {
        read::members(self.link.reads(), Picked::holding(account, below(account, key))).await
    }

    async fn who_hold(
        &mut self,
        account: AccountId,
        filter: &HoldersFilter,
        now: Timestamp,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<UserId>, StoreError> {
        Holders { account, filter, now, after, limit }.read(self.link.reads()).await
    }

    async fn memberships(
        &mut self,
        user: UserId,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Page<(Account, Member)>, StoreError> {
        let on = self.link.reads();
        let members = read::members(on, Picked::of_user(user, after, limit)).await?;
        relations::with_accounts(on, Page::cut(members, limit)).await
    }

    async fn active_in_model(&mut self, user: UserId, model: &str) -> Result<Vec<AccountId>, StoreError> {
        relations::active_in_model(self.link.reads(), user, model).await
    }

    async fn shut_out(&mut self, account: AccountId, user: UserId, email: &Email) -> Result<(), StoreError> {
        shut_out::add(self.link.writes()?, account, user, email).await
    }

    async fn is_shut_out(
        &mut self,
        account: AccountId,
        user: UserId,
        email: &Email,
    ) -> Result<bool, StoreError> {
        shut_out::is_there(self.link.reads(), account, user, email).await
    }

    async fn let_in(&mut self, account: AccountId, user: UserId, email: &Email) -> Result<(), StoreError> {
        shut_out::remove(self.link.writes()?, account, user, email).await
    }

    async fn mark_seen(&mut self, seen: &[(AccountId, UserId, Timestamp)]) -> Result<(), StoreError> {
        write::mark_seen(self.link.writes()?, seen).await
    }
}
