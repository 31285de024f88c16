//! Where invitations are kept.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, InvitationId, MemberId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;

use crate::{Page, StoreError};

/// Where invitations are kept.
#[async_trait]
pub trait InvitationRepository: Send {
    /// Adds one. `Conflict(PendingInvitation)` when the address, compared without case, has a pending one to the account.
    async fn insert(&mut self, invitation: &Invitation) -> Result<(), StoreError>;
    /// One by id.
    async fn find(&mut self, account: AccountId, id: InvitationId) -> Result<Option<Invitation>, StoreError>;
    /// Several by account and id, in any order; those that are not there are left out.
    async fn find_each(
        &mut self,
        wanted: &[(AccountId, InvitationId)],
    ) -> Result<Vec<Invitation>, StoreError>;
    /// The pending one (expired or not) of an address.
    async fn find_pending(
        &mut self,
        account: AccountId,
        email: &Email,
    ) -> Result<Option<Invitation>, StoreError>;
    /// The pending one (expired or not) that made a member row.
    async fn find_by_member(
        &mut self,
        account: AccountId,
        member: MemberId,
    ) -> Result<Option<Invitation>, StoreError>;
    /// An account's, by id. `Pending` and `Expired` as a filter are told apart at `now`.
    async fn list(
        &mut self,
        account: AccountId,
        status: Option<InvitationStatus>,
        now: Timestamp,
        after: Option<InvitationId>,
        limit: u64,
    ) -> Result<Page<Invitation>, StoreError>;
    /// Those of any account that wait for an address at `now`, by id.
    async fn waiting_for(
        &mut self,
        email: &Email,
        now: Timestamp,
        after: Option<InvitationId>,
        limit: u64,
    ) -> Result<Page<Invitation>, StoreError>;
    /// Writes all. The row MUST still have the version before `invitation.version`, else `Stale`.
    async fn update(&mut self, invitation: &Invitation) -> Result<(), StoreError>;
}
