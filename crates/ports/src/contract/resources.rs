//! The resource tree.

use bailiwick_domain::ids::AppId;
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::resources::{Place, Resource, ResourceKey, ResourceRef};
use uuid::Uuid;

use super::fixtures::{
    APP_ADMIN, KEYSET_ADMIN, app, attempt, commit, facts, give, grant, grow, join, keyset, name, owner_grant,
    place, read, registered, revision, scene, stored,
};
use crate::access::PathFacts;
use crate::{Constraint, Store, StoreError};

async fn find(store: &dyn Store, of: &Resource) -> Option<Resource> {
    let key = of.name.key().expect("a name with a key");
    read(store, async |unit| unit.resources().find(of.account, key).await).await
}

async fn path(store: &dyn Store, key: ResourceKey<'_>) -> Option<PathFacts> {
    store.access().path(key).await.expect("a path")
}

/// A resource is found by its name, in its own account, with what it stands under and its path.
pub async fn a_resource_is_found_with_its_path(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let (account, whole) = (ours.account.id, Place::account(ours.account.id));
    let app = app(account);
    let at_app = place(&app, &whole);
    let keyset = Resource { environment: Some(Environment::Production), ..keyset(&app) };
    let report = registered("report", &at_app);
    let dashboard = registered("dashboard", &whole);
    grow(store, &[&app, &keyset, &report, &dashboard]).await;
    let seen = revision(store, account).await;
    for (resource, under) in [(&app, &whole), (&keyset, &at_app), (&report, &at_app), (&dashboard, &whole)] {
        let (key, expected) = (resource.name.key().expect("a key"), place(resource, under));
        assert_eq!(find(store, resource).await.as_ref(), Some(resource));
        read(store, async |unit| {
            assert_eq!(unit.resources().place(account, key).await?.as_ref(), Some(&expected));
            assert_eq!(unit.resources().find(theirs.account.id, key).await?, None);
            assert_eq!(unit.resources().place(theirs.account.id, key).await?, None);
            Ok(())
        })
        .await;
        let facts = PathFacts { account, revision: seen, place: expected };
        assert_eq!(path(store, key).await, Some(facts));
    }
}

/// An account is a place, and no resource of itself.
pub async fn an_account_is_its_own_place(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let account = ours.account.id;
    let key = ResourceKey::Account(account);
    read(store, async |unit| {
        assert_eq!(unit.resources().find(account, key).await?, None);
        assert_eq!(unit.resources().place(account, key).await?, Some(Place::account(account)));
        assert_eq!(unit.resources().place(theirs.account.id, key).await?, None);
        Ok(())
    })
    .await;
    let facts =
        PathFacts { account, revision: revision(store, account).await, place: Place::account(account) };
    assert_eq!(path(store, key).await, Some(facts));
    for unknown in
        [ResourceKey::App(AppId::new(Uuid::from_u128(1))), ResourceKey::Registered("report", "nowhere")]
    {
        assert_eq!(path(store, unknown).await, None);
    }
}

/// A type and id are taken once, in whichever account.
pub async fn a_name_is_taken_once_in_the_deployment(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let first = registered("report", &Place::account(ours.account.id));
    grow(store, &[&first]).await;
    for scene in [&ours, &theirs] {
        let mut again = registered("report", &Place::account(scene.account.id));
        again.name = first.name.clone();
        let refused = attempt(store, async |unit| unit.resources().insert(&again).await).await;
        assert!(matches!(refused, Err(StoreError::Conflict(Constraint::ResourceName))), "{refused:?}");
    }
    let mut other = registered("dashboard", &Place::account(theirs.account.id));
    other.name = ResourceRef { kind: "dashboard".to_owned(), id: first.name.id.clone() };
    grow(store, &[&other]).await;
    assert_eq!(find(store, &other).await, Some(other));
}

/// A new title leaves the revision; a new parent raises it, and moves all below.
pub async fn a_move_raises_the_revision_and_moves_what_is_below(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let (one, two) = (app(account), app(account));
    let mut group = registered("group", &place(&one, &whole));
    let report = registered("report", &place(&group, &place(&one, &whole)));
    grow(store, &[&one, &two, &group, &report]).await;
    let before = revision(store, account).await;

    (group.title, group.version) = (Some(name("Group")), 2);
    let ((), committed) =
        attempt(store, async |unit| unit.resources().update(&group).await).await.expect("a commit");
    assert_eq!((committed.revisions, find(store, &group).await.as_ref()), (vec![], Some(&group)));
    let stale = attempt(store, async |unit| unit.resources().update(&group).await).await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");

    (group.parent, group.parent_key, group.version) = (two.name.clone(), two.key, 3);
    let ((), committed) =
        attempt(store, async |unit| unit.resources().update(&group).await).await.expect("a commit");
    assert_eq!(committed.revisions, [(account, before + 1)]);
    let expected = place(&report, &place(&group, &place(&two, &whole)));
    let facts = PathFacts { account, revision: before + 1, place: expected };
    assert_eq!(path(store, report.name.key().expect("a key")).await, Some(facts));

    (group.parent, group.parent_key, group.version) = (ResourceRef::account(account), account.uuid(), 4);
    commit(store, async |unit| unit.resources().update(&group).await).await;
    let facts = path(store, report.name.key().expect("a key")).await.expect("a path");
    assert_eq!(facts.place, place(&report, &place(&group, &whole)));
}

/// What is below a resource goes with it, and so does every grant on any of it; others stay.
pub async fn a_resource_goes_with_what_is_below_it(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let (gone, kept) = (app(account), app(account));
    let below = keyset(&gone);
    let deep = registered("report", &place(&below, &place(&gone, &whole)));
    grow(store, &[&gone, &kept, &below, &deep]).await;
    let member = join(store, account, "Ada").await;
    let left = vec![grant(APP_ADMIN, &place(&kept, &whole)), owner_grant(account)];
    let mut grants = left.clone();
    grants.push(grant(APP_ADMIN, &place(&gone, &whole)));
    grants.push(grant(KEYSET_ADMIN, &place(&below, &place(&gone, &whole))));
    give(store, &member, grants).await;

    let count = async |key| read(store, async |unit| unit.resources().count_below(account, key).await).await;
    assert_eq!((count(gone.key).await, count(deep.key).await, count(account.uuid()).await), (2, 0, 4));
    let before = revision(store, account).await;
    let ((), committed) = attempt(store, async |unit| unit.resources().remove(account, gone.key).await)
        .await
        .expect("a commit");
    assert_eq!(committed.revisions, [(account, before + 1)]);
    for resource in [&gone, &below, &deep] {
        assert_eq!(find(store, resource).await, None);
        assert_eq!(path(store, resource.name.key().expect("a key")).await, None);
    }
    assert_eq!((find(store, &kept).await, count(account.uuid()).await), (Some(kept), 1));
    assert_eq!(stored(store, &member).await.expect("the member").grants, left);
    assert_eq!(facts(store, &member).await.expect("facts").grants.len(), 2);
}

/// A list holds what stands right under a parent, of one type, among some keys if these are given, and pages on.
pub async fn resources_are_listed_under_their_parent(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let apps: Vec<Resource> = (0..5).map(|_| app(account)).collect();
    let (keyset, report) = (keyset(&apps[0]), registered("report", &whole));
    let deep = registered("report", &place(&apps[0], &whole));
    grow(store, &apps.iter().chain([&keyset, &report, &deep]).collect::<Vec<_>>()).await;
    let list = async |kind: &str, parent, among: Option<&[Uuid]>, after, limit| {
        let list = async |unit: &mut dyn crate::UnitOfWork| {
            unit.resources().list(account, kind, parent, among, after, limit).await
        };
        let page = read(store, list).await;
        (page.items, page.more)
    };
    let root = account.uuid();
    assert_eq!(list("app", root, None, None, 2).await, (apps[..2].to_vec(), true));
    assert_eq!(list("app", root, None, Some(apps[1].key), 3).await, (apps[2..].to_vec(), false));
    assert_eq!(list("keyset", apps[0].key, None, None, 9).await, (vec![keyset.clone()], false));
    assert_eq!(list("keyset", apps[1].key, None, None, 9).await, (vec![], false));
    let among = [apps[3].key, apps[1].key, report.key, apps[4].key];
    assert_eq!(
        list("app", root, Some(&among), None, 2).await,
        (vec![apps[1].clone(), apps[3].clone()], true)
    );
    assert_eq!(list("app", root, Some(&among), Some(apps[3].key), 2).await, (vec![apps[4].clone()], false));
    assert_eq!(list("app", root, Some(&[]), None, 2).await, (vec![], false));
    let many: Vec<Uuid> = (0..9_000_u128).map(Uuid::from_u128).chain(among).collect();
    assert_eq!(list("app", root, Some(&many), None, 2).await, (vec![apps[1].clone(), apps[3].clone()], true));
    let kinds = read(store, async |unit| unit.resources().kinds(account).await).await;
    let kinds: Vec<(&str, &str)> =
        kinds.iter().map(|(kind, parent)| (kind.as_str(), parent.as_str())).collect();
    assert_eq!(kinds, [("app", "account"), ("keyset", "app"), ("report", "account"), ("report", "app")]);
}

/// The reads of decisions list a type's resources in an account: all, below some, or below some and others.
pub async fn resources_are_searched_below_others(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let account = ours.account.id;
    let (one, two, foreign) = (app(account), app(account), app(theirs.account.id));
    let keysets = [keyset(&one), keyset(&one), keyset(&two)];
    grow(store, &[&one, &two, &foreign, &keysets[0], &keysets[1], &keysets[2]]).await;
    let search = async |kind: &str, under: &[Vec<Uuid>], after, limit| {
        let found = store.access().resources(account, kind, under, after, limit).await.expect("resources");
        assert!(found.iter().all(|(_, name)| name.kind == kind));
        found.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
    };
    let keys = keysets.each_ref().map(|keyset| keyset.key);
    assert_eq!(search("app", &[], None, 9).await, [one.key, two.key]);
    assert_eq!(search("keyset", &[], None, 2).await, keys[..2]);
    assert_eq!(search("keyset", &[], Some(keys[1]), 2).await, keys[2..]);
    assert_eq!(search("keyset", &[vec![one.key]], None, 9).await, keys[..2]);
    assert_eq!(search("keyset", &[vec![one.key, keys[2]]], Some(keys[0]), 9).await, keys[1..]);
    assert_eq!(search("app", &[vec![two.key]], None, 9).await, [two.key]);
    assert_eq!(search("keyset", &[vec![account.uuid()]], None, 9).await, keys);
    assert_eq!(search("keyset", &[vec![]], None, 9).await, keys[..0]);
    assert_eq!(search("app", &[vec![foreign.key]], None, 9).await, keys[..0]);
    let both = [vec![one.key, keys[2]], vec![two.key, keys[0]]];
    assert_eq!(search("keyset", &both, None, 9).await, [keys[0], keys[2]]);
    assert_eq!(search("keyset", &[vec![one.key], vec![two.key]], None, 9).await, keys[..0]);
}
