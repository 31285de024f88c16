//! What the cases of the contract begin with: small things, each with ids and names of its own.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use bailiwick_domain::accounts::{Account, AccountKind, AccountStatus, ModelRef};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{
    AccountId, AppId, GrantId, InvitationId, KeysetId, MemberId, ResourceId, UserId,
};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::{Actor, JudgedGrants, Member, MemberStatus, change_grants};
use bailiwick_domain::ownership::{Departed, Owners};
use bailiwick_domain::resources::{Place, Resource, ResourceRef, Step};
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_domain::users::User;
use uuid::Uuid;

use crate::access::MemberFacts;
use crate::{Access, Committed, Store, StoreError, UnitOfWork};

/// The model of every account here: the role of owners, and roles that exclude nothing.
pub const MODEL: &str = "pubnub-classic";
/// Its role of owners.
pub const OWNER: &str = "account-admin";
/// A role at an app.
pub const APP_ADMIN: &str = "app-admin";
/// Another role at an app.
pub const APP_VIEWER: &str = "app-viewer";
/// A role at a keyset.
pub const KEYSET_ADMIN: &str = "keyset-admin";

/// The next of all UUIDs: each is greater than those before it.
pub fn uuid() -> Uuid {
    static LAST: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(
        0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(LAST.fetch_add(1, Ordering::Relaxed)),
    )
}

/// Other bytes at each call and in each process, for servers that remember what was there before.
pub fn other_bytes() -> [u8; 32] {
    let mut bytes = [0; 32];
    for part in bytes.chunks_mut(8) {
        part.copy_from_slice(&RandomState::new().build_hasher().finish().to_be_bytes());
    }
    bytes
}

/// A text that nobody else has.
pub fn unique(text: &str) -> String {
    format!("{text}-{:x}", uuid().as_u128() & 0xffff_ffff)
}

/// So many seconds into the tests' time.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(1_800_000_000_000_000).plus_seconds(seconds)
}

/// A name.
pub fn name(text: &str) -> Name {
    Name::try_from(text.to_owned()).expect("a name")
}

/// An address.
pub fn email(text: &str) -> Email {
    Email::try_from(text.to_owned()).expect("an address")
}

/// The model.
pub fn model() -> Arc<RoleModel> {
    static BUILTIN: LazyLock<RoleModels> =
        LazyLock::new(|| RoleModels::builtin().expect("the models that come with the product"));
    BUILTIN.get(MODEL, None).expect("the model").clone()
}

/// A user whose address nobody else has.
pub fn user(text: &str) -> User {
    let local: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    User {
        id: UserId::new(uuid()),
        email: email(&format!("{}@Example.com", unique(&local))),
        email_verified_at: None,
        name: name(text),
        created_at: at(0),
        version: 1,
    }
}

/// An account.
pub fn account(text: &str) -> Account {
    Account {
        id: AccountId::new(uuid()),
        name: name(text),
        legal_name: None,
        kind: AccountKind::Organization,
        personal_of: None,
        model: ModelRef { id: MODEL.to_owned(), version: 1 },
        region: Some(name("eu")),
        mcp_access: true,
        require_two_factor: false,
        sso_strict: false,
        status: AccountStatus::Active,
        created_at: at(0),
        version: 1,
    }
}

/// A user's place in an account, without grants.
pub fn member(account: AccountId, user: &User) -> Member {
    Member {
        id: MemberId::new(uuid()),
        account,
        user: Some(user.id),
        email: user.email.clone(),
        name: Some(user.name.as_str().to_owned()),
        status: MemberStatus::Active,
        grants: Vec::new(),
        two_factor: false,
        last_seen_at: None,
        created_at: at(0),
        version: 1,
    }
}

/// Someone invited to an account.
pub fn invited(account: AccountId, email: Email) -> Member {
    Member {
        id: MemberId::new(uuid()),
        account,
        user: None,
        email,
        name: Some("Invited".to_owned()),
        status: MemberStatus::Invited,
        grants: Vec::new(),
        two_factor: false,
        last_seen_at: None,
        created_at: at(0),
        version: 1,
    }
}

/// The invitation that made a member, open until 100 s.
pub fn invitation(of: &Member, by: MemberId) -> Invitation {
    Invitation {
        id: InvitationId::new(uuid()),
        account: of.account,
        member: of.id,
        email: of.email.clone(),
        first_name: Some(name("Invited")),
        invited_by: by,
        status: InvitationStatus::Pending,
        generation: 1,
        created_at: at(0),
        expires_at: at(100),
        version: 1,
    }
}

/// An app.
pub fn app(account: AccountId) -> Resource {
    Resource::app(AppId::new(uuid()), account, name("App"), at(0))
}

/// A keyset of an app.
pub fn keyset(app: &Resource) -> Resource {
    Resource::keyset(KeysetId::new(uuid()), app.account, AppId::new(app.key), name("Keyset"), at(0))
}

/// A registered resource of a type of the product's own.
pub fn registered(kind: &str, under: &Place) -> Resource {
    let name = ResourceRef { kind: kind.to_owned(), id: unique(kind) };
    let account = AccountId::new(under.steps()[under.steps().len() - 1].key);
    Resource::registered(ResourceId::new(uuid()), account, name, under, None, at(0))
}

/// The path of a resource that stands under another.
pub fn place(of: &Resource, under: &Place) -> Place {
    under.child(Step { key: of.key, kind: of.name.kind.clone(), id: of.name.id.clone() })
}

/// A grant without a start and an end.
pub fn grant(role: &str, place: &Place) -> Grant {
    Grant { id: GrantId::new(uuid()), role: role.to_owned(), place: place.clone(), window: Window::ALWAYS }
}

/// The owner role, on the whole account.
pub fn owner_grant(account: AccountId) -> Grant {
    grant(OWNER, &Place::account(account))
}

/// Grants that an owner gives to a member.
pub fn judged(to: &Member, grants: Vec<Grant>) -> JudgedGrants {
    let (model, owner, held) = (model(), MemberId::new(Uuid::nil()), [owner_grant(to.account)]);
    let mut owners = Owners::new(&model, [(owner, MemberStatus::Active), (to.id, to.status)]);
    let actor = Actor { member: owner, grants: &held };
    change_grants(&model, actor, to, grants, &mut owners, at(0)).expect("grants that keep every rule")
}

/// The proof that a member may go.
pub fn departed(member: MemberId) -> Departed {
    let mut owners = Owners::new(&model(), [(MemberId::new(Uuid::nil()), MemberStatus::Active)]);
    owners.depart(member).expect("there is another owner")
}

/// An account with its owner.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The owner.
    pub user: User,
    /// The account.
    pub account: Account,
    /// The owner's place in it, as it is stored.
    pub owner: Member,
}

/// A user signs up.
pub async fn scene(store: &dyn Store) -> Scene {
    let (user, account) = (user("Owner"), account("Account"));
    let mut owner = member(account.id, &user);
    commit(store, async |unit| {
        unit.users().insert(&user, Some("hash")).await?;
        unit.accounts().insert(&account).await?;
        unit.members().insert(&owner).await?;
        let grants = JudgedGrants::of_creator(&model(), account.id, owner.id, GrantId::new(uuid()));
        unit.members().put_grants(account.id, &grants).await?;
        owner.grants = grants.grants().to_vec();
        Ok(())
    })
    .await;
    Scene { user, account, owner }
}

/// Another active member joins.
pub async fn join(store: &dyn Store, account: AccountId, text: &str) -> Member {
    let user = user(text);
    let member = member(account, &user);
    commit(store, async |unit| {
        unit.users().insert(&user, Some("hash")).await?;
        unit.members().insert(&member).await
    })
    .await;
    member
}

/// Gives grants to a member.
pub async fn give(store: &dyn Store, to: &Member, grants: Vec<Grant>) {
    let judged = judged(to, grants);
    commit(store, async |unit| unit.members().put_grants(to.account, &judged).await).await;
}

/// Adds resources, in their order.
pub async fn grow(store: &dyn Store, resources: &[&Resource]) {
    commit(store, async |unit| {
        for resource in resources {
            unit.resources().insert(resource).await?;
        }
        Ok(())
    })
    .await;
}

/// Does something in a unit: commits it when it goes well, else rolls it back.
pub async fn attempt<T>(
    store: &dyn Store,
    work: impl AsyncFnOnce(&mut dyn UnitOfWork) -> Result<T, StoreError>,
) -> Result<(T, Committed), StoreError> {
    let mut unit = store.begin(Access::Write).await?;
    match work(unit.as_mut()).await {
        Ok(done) => Ok((done, unit.commit().await?)),
        Err(err) => {
            unit.rollback().await?;
            Err(err)
        }
    }
}

/// Does something that must go well in a unit, and commits it.
pub async fn commit<T>(
    store: &dyn Store,
    work: impl AsyncFnOnce(&mut dyn UnitOfWork) -> Result<T, StoreError>,
) -> T {
    attempt(store, work).await.expect("a unit that goes well").0
}

/// Reads something in a unit that only reads.
pub async fn read<T>(
    store: &dyn Store,
    work: impl AsyncFnOnce(&mut dyn UnitOfWork) -> Result<T, StoreError>,
) -> T {
    let mut unit = store.begin(Access::Read).await.expect("a unit that reads");
    let found = work(unit.as_mut()).await.expect("something to read");
    unit.rollback().await.expect("an end");
    found
}

/// A member as it is stored.
pub async fn stored(store: &dyn Store, member: &Member) -> Option<Member> {
    read(store, async |unit| unit.members().find(member.account, member.id).await).await
}

/// An account's access revision.
pub async fn revision(store: &dyn Store, account: AccountId) -> u64 {
    store.access().revision(account).await.expect("a revision").expect("an account")
}

/// What decisions read of a member.
pub async fn facts(store: &dyn Store, member: &Member) -> Option<MemberFacts> {
    let user = member.user.expect("a member with a user");
    store.access().member(member.account, user).await.expect("facts")
}
