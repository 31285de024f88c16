//! What is left behind: the state, the audit and the outbox.

use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::audit::{AuditEvent, Chain, ChainHead};
use bailiwick_domain::ids::{AccountId, InvitationId, MemberId};
use bailiwick_domain::invitations::Invitation;
use bailiwick_domain::members::Member;
use bailiwick_domain::resources::{Resource, ResourceKey, ResourceRef};
use bailiwick_ports::members::MemberFilter;
use bailiwick_ports::{Access, UnitOfWork};
use bailiwick_usecases::access::Outcome;
use bailiwick_usecases::audit;

use super::{Seat, World};

/// An account as it stands, with how much waits in the outbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub account: Option<Account>,
    pub members: Vec<Member>,
    pub invitations: Vec<Invitation>,
    pub apps: Vec<Resource>,
    pub audit: ChainHead,
    pub outbox: u64,
}

const ALL: u64 = 10_000;

impl World {
    pub async fn unit(&self, access: Access) -> Box<dyn UnitOfWork> {
        self.cx.store.begin(access).await.unwrap()
    }

    pub async fn snapshot(&self, id: AccountId) -> Snapshot {
        let mut unit = self.unit(Access::Read).await;
        let now = self.now();
        let members = unit.members().list(id, &MemberFilter::default(), None, ALL).await.unwrap().items;
        let apps = unit.resources().list(id, "app", id.uuid(), None, None, ALL).await.unwrap().items;
        let snapshot = Snapshot {
            account: unit.accounts().find(id).await.unwrap(),
            members,
            invitations: unit.invitations().list(id, None, now, None, ALL).await.unwrap().items,
            apps,
            audit: unit.audit().head(Chain::Account(id)).await.unwrap(),
            outbox: unit.outbox().backlog().await.unwrap().waiting,
        };
        unit.rollback().await.unwrap();
        snapshot
    }

    pub async fn member(&self, account: AccountId, id: MemberId) -> Option<Member> {
        let mut unit = self.unit(Access::Read).await;
        let member = unit.members().find(account, id).await.unwrap();
        unit.rollback().await.unwrap();
        member
    }

    /// What a member holds: `role`, or `role@type` below the account; sorted.
    pub async fn held(&self, seat: &Seat) -> Vec<String> {
        self.held_by(seat.account, seat.member).await
    }

    pub async fn held_by(&self, account: AccountId, id: MemberId) -> Vec<String> {
        let member = self.member(account, id).await.unwrap();
        let named = |grant: &bailiwick_domain::grants::Grant| match grant.place.kind() {
            "account" => grant.role.clone(),
            kind => format!("{}@{kind}", grant.role),
        };
        let mut held: Vec<String> = member.grants.iter().map(named).collect();
        held.sort();
        held
    }

    pub async fn invitation(&self, account: AccountId, id: InvitationId) -> Invitation {
        let mut unit = self.unit(Access::Read).await;
        let invitation = unit.invitations().find(account, id).await.unwrap();
        unit.rollback().await.unwrap();
        invitation.unwrap()
    }

    /// A chain's events from its beginning.
    pub async fn events(&self, chain: Chain) -> Vec<AuditEvent> {
        let mut unit = self.unit(Access::Read).await;
        let events = unit.audit().read(chain, 0, ALL).await.unwrap();
        unit.rollback().await.unwrap();
        events.iter().map(|filed| serde_json::from_str(&filed.stored.body).unwrap()).collect()
    }

    /// An account's events from its beginning.
    pub async fn all_events(&self, id: AccountId) -> Vec<AuditEvent> {
        self.events(Chain::Account(id)).await
    }

    /// The last event of an account.
    pub async fn last_event(&self, account: AccountId) -> AuditEvent {
        self.events(Chain::Account(account)).await.pop().unwrap()
    }

    /// What was done in an account, in order.
    pub async fn actions(&self, account: AccountId) -> Vec<String> {
        self.events(Chain::Account(account)).await.into_iter().map(|event| event.action).collect()
    }

    pub async fn waiting(&self) -> u64 {
        let mut unit = self.unit(Access::Read).await;
        let backlog = unit.outbox().backlog().await.unwrap();
        unit.rollback().await.unwrap();
        backlog.waiting + backlog.dead
    }

    /// What a user may do at a resource, as decisions say.
    pub async fn decide(&self, seat: &Seat, permission: &str, resource: &ResourceRef) -> Outcome {
        let (account, key) = (Some(seat.account), resource.key().unwrap());
        self.cx.decisions.decide(seat.user, account, key, permission, self.now()).await.unwrap()
    }

    pub async fn may_at(&self, seat: &Seat, permission: &str, resource: &ResourceRef) -> bool {
        self.decide(seat, permission, resource).await == Outcome::Allowed
    }

    pub async fn may(&self, seat: &Seat, permission: &str) -> bool {
        let key = ResourceKey::Account(seat.account);
        let account = Some(seat.account);
        let outcome = self.cx.decisions.decide(seat.user, account, key, permission, self.now()).await;
        outcome.unwrap() == Outcome::Allowed
    }

    /// Sets an account's status, which no use case does yet.
    pub async fn set_status(&self, id: AccountId, status: AccountStatus) {
        let mut unit = self.unit(Access::Write).await;
        let mut account = unit.accounts().find(id).await.unwrap().unwrap();
        account.status = status;
        account.version += 1;
        unit.accounts().update(&account).await.unwrap();
        let committed = unit.commit().await.unwrap();
        self.cx.decisions.committed(&committed.revisions);
    }

    /// Everything was delivered, and the audit holds together.
    pub async fn finish(&self) {
        self.deliver().await;
        assert_eq!(self.waiting().await, 0, "the outbox is empty when a test ends");
        let verified = audit::verify(&self.cx).await.unwrap();
        assert!(verified.is_ok(), "{verified:?}");
    }
}
