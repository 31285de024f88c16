//! What a decision costs in process, from ids through the structure that the service itself uses; the memory that a grant
//! takes in it; and what compiling the role models costs.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use bailiwick_domain::accounts::{AccountStatus, ModelRef};
use bailiwick_domain::ids::{AccountId, AppId, GrantId, IntegrationId, KeyId, KeysetId, MemberId, UserId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::resources::{Place, ResourceKey, ResourceRef, Step};
use bailiwick_domain::role_models::{BUILTIN, RoleModel, RoleModels};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_ports::access::{
    AccessReader, AccountFacts, HoldersFilter, IntegrationFacts, KeyFacts, MemberFacts, PathFacts,
};
use bailiwick_ports::system::Clock;
use bailiwick_ports::{Access, Store, StoreError, UnitOfWork};
use bailiwick_usecases::access::{Decisions, Limits, Outcome};
use criterion::Criterion;
use uuid::Uuid;

/// A deployment that answers from arithmetic: accounts of 100 members and 10 apps of 3 keysets, 3 or 4 grants a member.
struct Made;

const MEMBERS: u128 = 100;
const APPS: u128 = 10;
const KEYSETS: u128 = 3;

/// Ids as they are in life: distinct, and spread over all bits below the version's.
fn id(kind: u128, number: u128) -> Uuid {
    let mixed = (number ^ (kind << 60)).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    Uuid::from_u128((kind << 120) | (mixed >> 8 << 32) | number)
}

fn number(uuid: Uuid) -> u128 {
    uuid.as_u128() & 0xffff_ffff
}

fn account(n: u128) -> AccountId {
    AccountId::new(id(1, n))
}

fn user(n: u128) -> UserId {
    UserId::new(id(2, n))
}

fn app(n: u128) -> Uuid {
    id(3, n)
}

fn keyset(n: u128) -> Uuid {
    id(4, n)
}

fn grants_of(user: u128) -> Vec<(GrantId, String, Uuid, Window)> {
    let account = user / MEMBERS;
    (0..3 + user % 2)
        .map(|n| {
            let at = account * APPS + (user + n * 3) % APPS;
            let (role, resource) =
                if n % 2 == 0 { ("app-viewer", app(at)) } else { ("keyset-admin", keyset(at * KEYSETS)) };
            (GrantId::new(id(5, user * 8 + n)), role.to_owned(), resource, Window::ALWAYS)
        })
        .collect()
}

#[async_trait]
impl AccessReader for Made {
    async fn revision(&self, _: AccountId) -> Result<Option<u64>, StoreError> {
        Ok(Some(1))
    }
    async fn account(&self, _: AccountId) -> Result<Option<AccountFacts>, StoreError> {
        let model = ModelRef { id: "pubnub".to_owned(), version: 1 };
        let status = AccountStatus::Active;
        Ok(Some(AccountFacts { revision: 1, status, model, require_two_factor: false, sso_strict: false }))
    }
    async fn member(&self, _: AccountId, user: UserId) -> Result<Option<MemberFacts>, StoreError> {
        let number = number(user.uuid());
        let member = MemberId::new(id(6, number));
        let (status, grants) = (MemberStatus::Active, grants_of(number));
        Ok(Some(MemberFacts { revision: 1, member, status, second_factor: false, grants }))
    }
    async fn path(&self, key: ResourceKey<'_>) -> Result<Option<PathFacts>, StoreError> {
        let uuid = match key {
            ResourceKey::Keyset(id) => id.uuid(),
            ResourceKey::App(id) => id.uuid(),
            _ => return Ok(None),
        };
        let n = number(uuid);
        let app_number = if uuid == keyset(n) { n / KEYSETS } else { n };
        let owner = account(app_number / APPS);
        let step = |key: Uuid, kind: &str, id: String| Step { key, kind: kind.to_owned(), id };
        let place = Place::account(owner).child(step(
            app(app_number),
            "app",
            AppId::new(app(app_number)).to_string(),
        ));
        let place = if uuid == keyset(n) {
            place.child(step(uuid, "keyset", KeysetId::new(uuid).to_string()))
        } else {
            place
        };
        Ok(Some(PathFacts { account: owner, revision: 1, place }))
    }
    async fn session(&self, _: [u8; 32], _: Timestamp) -> Result<Option<Session>, StoreError> {
        Ok(None)
    }
    async fn copies_epoch(&self) -> Result<u64, StoreError> {
        Ok(0)
    }
    async fn platform_key(&self, _: [u8; 32]) -> Result<Option<PlatformKey>, StoreError> {
        Ok(None)
    }
    async fn key(&self, _: KeyId) -> Result<Option<KeyFacts>, StoreError> {
        Ok(None)
    }
    async fn integration(
        &self,
        _: AccountId,
        _: IntegrationId,
    ) -> Result<Option<IntegrationFacts>, StoreError> {
        Ok(None)
    }
    async fn integrations(
        &self,
        _: AccountId,
        _: Option<IntegrationId>,
        _: u64,
    ) -> Result<Vec<IntegrationId>, StoreError> {
        Ok(Vec::new())
    }
    async fn account_of(&self, _: IntegrationId) -> Result<Option<AccountId>, StoreError> {
        Ok(None)
    }
    async fn integration_key(&self, _: KeyId) -> Result<Option<(IntegrationKey, [u8; 32])>, StoreError> {
        Ok(None)
    }
    async fn holders(
        &self,
        _: AccountId,
        _: &HoldersFilter,
        _: Timestamp,
        _: Option<UserId>,
        _: u64,
    ) -> Result<Vec<UserId>, StoreError> {
        Ok(Vec::new())
    }
    async fn resources(
        &self,
        _: AccountId,
        _: &str,
        _: &[Vec<Uuid>],
        _: Option<Uuid>,
        _: u64,
    ) -> Result<Vec<(Uuid, ResourceRef)>, StoreError> {
        Ok(Vec::new())
    }
    async fn accounts_of(
        &self,
        _: UserId,
        _: Option<AccountId>,
        _: u64,
    ) -> Result<Vec<AccountId>, StoreError> {
        Ok(Vec::new())
    }
}

#[async_trait]
impl Store for Made {
    async fn begin(&self, _: Access) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Err(StoreError::Unavailable("decisions begin no unit".to_owned()))
    }
    fn access(&self) -> &dyn AccessReader {
        self
    }
    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

struct Monotonic(Instant);

impl Clock for Monotonic {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000)
    }
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Resident memory in bytes, where the system tells.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages =
        pages.and_then(|text| text.split_whitespace().nth(1).and_then(|pages| pages.parse::<u64>().ok()));
    pages.unwrap_or(0) * 4096
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the time that passes")]
fn start() -> Instant {
    Instant::now()
}

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Loads about so many grants into what a node knows, and measures decisions over all of them.
fn decisions(criterion: &mut Criterion, runtime: &tokio::runtime::Runtime, grants: u128) {
    let users = (grants * 2 / 7).next_multiple_of(MEMBERS);
    let accounts = users / MEMBERS;
    let limits = Limits {
        max_age: Duration::from_hours(1),
        bytes: u64::try_from(grants).unwrap_or(0) * 1000,
        ..Limits::default()
    };
    let models = RoleModels::builtin().expect("the built-in models are sound");
    let known = Arc::new(Decisions::new(Arc::new(Made), Arc::new(Monotonic(start())), models, limits));
    let now = Timestamp::from_micros(1_800_000_000_000_000);
    let before = resident();
    runtime.block_on(async {
        for n in 0..users {
            let own = account(n / MEMBERS);
            let key = ResourceKey::Account(own);
            known.decide(user(n), Some(own), key, "key.manage", now).await.expect("made facts are read");
        }
    });
    let members = resident().saturating_sub(before);
    let held: usize = (0..users).map(|n| grants_of(n).len()).sum();
    runtime.block_on(async {
        for n in 0..accounts * APPS * KEYSETS {
            known.place_of(ResourceKey::Keyset(KeysetId::new(keyset(n)))).await.expect("made facts are read");
        }
    });
    let paths = resident().saturating_sub(before + members);
    println!(
        "{held} grants of {users} members: {} bytes a grant; {} paths: {} bytes each",
        members / u64::try_from(held).unwrap_or(1),
        accounts * APPS * KEYSETS,
        u128::from(paths) / (accounts * APPS * KEYSETS),
    );
    // A step that visits all members, in an order that no cache foresees.
    let questions: Vec<(UserId, KeysetId, &str)> = (0..users)
        .map(|n| {
            let turn = n * 0x9e37_79b1 % users;
            let at = (turn / MEMBERS * APPS + (turn + 3) % APPS) * KEYSETS + turn % KEYSETS;
            (
                user(turn),
                KeysetId::new(keyset(at)),
                if turn.is_multiple_of(2) { "key.manage" } else { "key.view" },
            )
        })
        .collect();
    let mut next = questions.iter().cycle();
    let (mut asked, mut allowed) = (0u64, 0u64);
    criterion.bench_function(&format!("decision at {grants} grants"), |bench| {
        bench.iter(|| {
            let (user, at, permission) = next.next().expect("it goes round");
            let outcome =
                known.decide_known(black_box(*user), None, ResourceKey::Keyset(*at), permission, now);
            asked += 1;
            allowed += u64::from(outcome == Some(Outcome::Allowed));
            outcome.expect("everything is known")
        });
    });
    println!("allowed {allowed} of {asked}");
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let mut criterion = Criterion::default().configure_from_args();
    decisions(&mut criterion, &runtime, 35_000);
    decisions(&mut criterion, &runtime, 1_000_000);
    criterion.bench_function("compiling the five role models", |bench| {
        bench.iter(|| {
            BUILTIN.map(|text| {
                RoleModel::parse(black_box(text)).expect("the built-in models are sound").roles().len()
            })
        });
    });
    criterion.final_summary();
}
