//! A small account to grant in, with shorthands and strategies for grants. What is right is not decided here.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use bailiwick_domain::access::{Holder, is_allowed};
use bailiwick_domain::grants::{Grant, judge};
use bailiwick_domain::ids::{AccountId, GrantId, MemberId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::resources::{Place, Step};
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::{Timestamp, Window};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use crate::oracle::oracle;

/// The models that come with the product.
pub const MODELS: [&str; 5] = ["standard", "ably", "arbify", "pubnub", "pubnub-classic"];

/// These and one more, which has what they leave out.
pub const TRIED: [&str; 6] = ["standard", "ably", "arbify", "pubnub", "pubnub-classic", "trial"];
pub const TRIAL: &str = include_str!("trial.toml");

/// Every resource of the account with its parent, the parent first. Nothing is ever granted at or under `app:3`.
pub const WORLD: [(&str, &str); 12] = [
    ("account", ""),
    ("app:1", "account"),
    ("app:2", "account"),
    ("app:3", "account"),
    ("keyset:1a", "app:1"),
    ("keyset:1b", "app:1"),
    ("keyset:2a", "app:2"),
    ("keyset:2b", "app:2"),
    ("keyset:3a", "app:3"),
    ("folder:0", "account"),
    ("folder:1", "app:1"),
    ("folder:3", "app:3"),
];

/// No window has a bound from here on, so this moment stands for all later ones.
pub const LAST: i64 = 12;

pub const ACCOUNT: AccountId = AccountId::new(Uuid::nil());

pub fn at(moment: i64) -> Timestamp {
    Timestamp::from_micros(moment)
}

pub fn model(id: &str) -> Arc<RoleModel> {
    static ALL: LazyLock<RoleModels> = LazyLock::new(|| {
        let mut all = RoleModels::builtin().unwrap();
        assert!(all.add(RoleModel::parse(TRIAL).unwrap()));
        all
    });
    ALL.get(id, None).unwrap().clone()
}

pub fn place(name: &str) -> Place {
    let at =
        WORLD.iter().position(|(known, _)| *known == name).unwrap_or_else(|| panic!("no resource {name}"));
    let Some((kind, id)) = name.split_once(':') else { return Place::account(ACCOUNT) };
    let step = Step { key: Uuid::from_u128(at as u128), kind: kind.to_owned(), id: id.to_owned() };
    place(WORLD[at].1).child(step)
}

pub fn places() -> Vec<Place> {
    WORLD.iter().map(|(name, _)| place(name)).collect()
}

/// The places of the account at which roles of a scope are granted in these tests.
pub fn places_of(scope: &str) -> Vec<Place> {
    let unused = place("app:3").key();
    places().into_iter().filter(|place| place.kind() == scope && !place.within(unused)).collect()
}

pub fn granted(role: &str, place: Place, window: Window) -> Grant {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let id = GrantId::new(Uuid::from_u128(NEXT.fetch_add(1, Ordering::Relaxed).into()));
    Grant { id, role: role.to_owned(), place, window }
}

pub fn grant(role: &str, on: &str) -> Grant {
    granted(role, place(on), Window::ALWAYS)
}

pub fn grant_in(role: &str, on: &str, window: Window) -> Grant {
    granted(role, place(on), window)
}

pub fn window(starts_at: Option<i64>, expires_at: Option<i64>) -> Window {
    Window { starts_at: starts_at.map(at), expires_at: expires_at.map(at) }
}

/// The codes of the rules that a set breaks.
pub fn broken(model: &RoleModel, grants: &[Grant]) -> Vec<&'static str> {
    judge(model, grants, at(0)).iter().map(|violation| violation.rule.code()).collect()
}

pub fn member_id(number: u128) -> MemberId {
    MemberId::new(Uuid::from_u128(number))
}

pub fn member(number: u128, status: MemberStatus, grants: Vec<Grant>) -> Member {
    Member {
        id: member_id(number),
        account: ACCOUNT,
        user: None,
        email: Email::try_from("someone@example.com".to_owned()).unwrap(),
        name: None,
        status,
        grants,
        two_factor: false,
        last_seen_at: None,
        created_at: at(0),
        version: 1,
    }
}

/// The decision, for an active member.
pub fn allows(model: &RoleModel, grants: &[Grant], permission: &str, place: &Place, now: i64) -> bool {
    let holder = Holder::of(model, true, grants);
    let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
    model.permission_named(permission).is_some_and(|index| is_allowed(model, &holder, &path, index, at(now)))
}

/// A grant of any role of the model at a place of its scope; mostly without a window.
pub fn any_grant(model: &'static str) -> impl Strategy<Value = Grant> {
    let oracle = oracle(model);
    let roles: Vec<&str> = oracle.roles().collect();
    let bounds = (0..LAST - 1).prop_flat_map(|start| (Just(start), start + 1..LAST));
    let windows = prop_oneof![
        4 => Just(Window::ALWAYS),
        1 => bounds.prop_map(|(start, end)| window(Some(start), Some(end))),
        1 => (1..LAST).prop_map(|end| window(None, Some(end))),
        1 => (0..LAST).prop_map(|start| window(Some(start), None)),
    ];
    (select(roles), any::<prop::sample::Index>(), windows).prop_map(move |(role, at, window)| {
        let places = places_of(oracle.scope(role));
        let timeless = role == oracle.owner() || oracle.single();
        granted(role, at.get(&places).clone(), if timeless { Window::ALWAYS } else { window })
    })
}

/// Any well-formed set: no role twice at one resource, and under `one` mostly a single grant.
pub fn any_grants(model: &'static str, most: usize) -> impl Strategy<Value = Vec<Grant>> {
    let most = if oracle(model).single() { 2 } else { most };
    prop::collection::vec(any_grant(model), 0..=most).prop_map(|grants| {
        grants.into_iter().fold(Vec::new(), |mut set: Vec<Grant>, grant| {
            if !set.iter().any(|held| held.role == grant.role && held.place == grant.place) {
                set.push(grant);
            }
            set
        })
    })
}

/// A set that keeps every rule: what of another set can be added without breaking one.
pub fn kept_from(model: &str, grants: Vec<Grant>) -> Vec<Grant> {
    grants.into_iter().fold(Vec::new(), |mut set, grant| {
        set.push(grant);
        if !oracle(model).broken(&set, 0).is_empty() {
            set.pop();
        }
        set
    })
}

pub fn any_model() -> impl Strategy<Value = &'static str> {
    select(&TRIED[..])
}

/// A model with something of it.
pub fn of_any_model<S: Strategy>(
    make: impl Fn(&'static str) -> S,
) -> impl Strategy<Value = (&'static str, S::Value)>
where
    S::Value: Clone,
{
    any_model().prop_flat_map(move |model| (Just(model), make(model)))
}
