//! Service integrations and their keys.

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId, MemberId};
use bailiwick_domain::integrations::{
    Integration, IntegrationKey, JudgedHoldings, Maker, Reminder, change_holdings,
};
use bailiwick_domain::members::{Actor, MemberStatus};
use bailiwick_domain::resources::Place;
use futures::future::join_all;

use super::fixtures::{
    APP_ADMIN, KEYSET_ADMIN, Scene, app, at, attempt, commit, departed, grant, grow, keyset, model, name,
    other_bytes, owner_grant, place, read, revision, scene, uuid,
};
use crate::access::IntegrationFacts;
use crate::{Store, StoreError};

fn integration(scene: &Scene) -> Integration {
    Integration {
        id: IntegrationId::new(uuid()),
        account: scene.account.id,
        name: name("Deploy"),
        maker: Some(Maker { member: scene.owner.id, active: true }),
        grants: Vec::new(),
        created_at: at(1),
        version: 1,
    }
}

async fn keep(store: &dyn Store, kept: &Integration) {
    commit(store, async |unit| unit.integrations().insert(kept).await).await;
}

async fn stored(store: &dyn Store, of: &Integration) -> Option<Integration> {
    read(store, async |unit| unit.integrations().find(of.account, of.id).await).await
}

/// Grants that an owner, who made it, gives to an integration.
fn judged(to: &Integration, grants: Vec<Grant>) -> JudgedHoldings {
    let held = [owner_grant(to.account)];
    let maker = to.maker.expect("a maker").member;
    let actor = Actor { member: maker, grants: &held };
    change_holdings(&model(), actor, to, grants, at(0)).expect("grants that keep every rule")
}

async fn give(store: &dyn Store, to: &Integration, grants: Vec<Grant>) {
    let judged = judged(to, grants);
    commit(store, async |unit| unit.integrations().put_grants(to.account, &judged).await).await;
}

async fn facts(store: &dyn Store, account: AccountId, id: IntegrationId) -> Option<IntegrationFacts> {
    store.access().integration(account, id).await.expect("facts")
}

fn key(of: &Integration, ends: Option<i64>) -> IntegrationKey {
    IntegrationKey {
        id: KeyId::new(uuid()),
        account: of.account,
        integration: of.id,
        name: name("Key"),
        created_at: at(1),
        expires_at: ends.map(at),
        last_used_at: None,
        reminded: None,
    }
}

async fn add(store: &dyn Store, key: &IntegrationKey) -> [u8; 32] {
    let mac = other_bytes();
    commit(store, async |unit| unit.integration_keys().insert(key, mac).await).await;
    mac
}

/// An integration comes back with what it holds, where, and its maker; in its account alone.
pub async fn an_integration_comes_back_with_its_grants_and_its_maker(store: &dyn Store) {
    let (one, other) = (scene(store).await, scene(store).await);
    let shop = app(one.account.id);
    let live = keyset(&shop);
    grow(store, &[&shop, &live]).await;
    let kept = integration(&one);
    keep(store, &kept).await;
    assert_eq!(stored(store, &kept).await.as_ref(), Some(&kept));
    assert_eq!(stored(store, &Integration { account: other.account.id, ..kept.clone() }).await, None);
    let at_app = place(&shop, &Place::account(one.account.id));
    let at_keyset = place(&live, &at_app);
    let grants = vec![grant(APP_ADMIN, &at_app), grant(KEYSET_ADMIN, &at_keyset)];
    give(store, &kept, grants.clone()).await;
    let mut with_grants = stored(store, &kept).await.expect("the integration");
    with_grants.grants.sort_by_key(|grant| grant.id);
    assert_eq!(with_grants, Integration { grants: grants.clone(), version: 2, ..kept.clone() });
    give(store, &kept, vec![grants[1].clone()]).await;
    let less = stored(store, &kept).await.expect("the integration");
    assert_eq!((less.grants, less.version), (vec![grants[1].clone()], 3));
    let on = async |key| {
        let found =
            read(store, async |unit| unit.integrations().on_resource(one.account.id, key).await).await;
        found.into_iter().map(|found| found.id).collect::<Vec<_>>()
    };
    assert_eq!((on(shop.key).await, on(live.key).await), (vec![kept.id], vec![kept.id]));
    assert_eq!(on(one.account.id.uuid()).await, [kept.id]);
    commit(store, async |unit| unit.resources().remove(one.account.id, shop.key).await).await;
    assert_eq!(stored(store, &kept).await.expect("the integration").grants, []);
}

/// A new name, or another maker, needs the version before.
pub async fn an_update_of_an_integration_needs_the_version_before(store: &dyn Store) {
    let scene = scene(store).await;
    let kept = integration(&scene);
    keep(store, &kept).await;
    let renamed = Integration { name: name("Release"), version: 2, ..kept.clone() };
    let before = revision(store, scene.account.id).await;
    commit(store, async |unit| unit.integrations().update(&renamed).await).await;
    assert_eq!(stored(store, &kept).await.as_ref(), Some(&renamed));
    assert_eq!(revision(store, scene.account.id).await, before + 1);
    let again = attempt(store, async |unit| unit.integrations().update(&renamed).await).await;
    assert!(matches!(again, Err(StoreError::Stale)), "{again:?}");
}

/// Integrations are listed by id, found by who answers for them, and go with their keys.
pub async fn integrations_are_listed_by_id_and_by_their_maker(store: &dyn Store) {
    let (one, other) = (scene(store).await, scene(store).await);
    let nobody = Maker { member: MemberId::new(uuid()), active: true };
    let mut ids = Vec::new();
    for (of, maker) in [(&one, None), (&one, Some(nobody)), (&other, None), (&one, None)] {
        let kept = integration(of);
        let kept = Integration { maker: maker.or(kept.maker), ..kept };
        keep(store, &kept).await;
        ids.push(kept.id);
    }
    let account = one.account.id;
    let list = async |after, limit| {
        let page = read(store, async |unit| unit.integrations().list(account, after, limit).await).await;
        (page.items.into_iter().map(|found| found.id).collect::<Vec<_>>(), page.more)
    };
    assert_eq!(list(None, 2).await, (vec![ids[0], ids[1]], true));
    assert_eq!(list(Some(ids[1]), 2).await, (vec![ids[3]], false));
    let seen = store.access().integrations(account, Some(ids[0]), 9).await.expect("ids");
    assert_eq!(seen, [ids[1], ids[3]]);
    let made = read(store, async |unit| unit.integrations().made_by(account, one.owner.id).await).await;
    assert_eq!(made.iter().map(|found| found.id).collect::<Vec<_>>(), [ids[0], ids[3]]);
    let orphan = read(store, async |unit| unit.integrations().find(account, ids[1]).await).await;
    assert_eq!(orphan.expect("the integration").maker, None, "whoever made it is no member");
    assert_eq!(store.access().account_of(ids[2]).await.expect("an answer"), Some(other.account.id));
    let remove = || commit(store, async |unit| unit.integrations().remove(account, ids[0]).await);
    assert_eq!((remove().await, remove().await), (true, false));
    assert_eq!(store.access().account_of(ids[0]).await.expect("an answer"), None);
}

/// What decisions read of an integration is of one moment, with its maker, and every change raises the revision.
pub async fn facts_of_an_integration_come_with_its_maker_and_the_revision(store: &dyn Store) {
    let scene = scene(store).await;
    let (account, kept) = (scene.account.id, integration(&scene));
    let before = revision(store, account).await;
    keep(store, &kept).await;
    give(store, &kept, vec![grant("pubnub-insights", &Place::account(account))]).await;
    let found = facts(store, account, kept.id).await.expect("facts");
    assert_eq!(found.revision, revision(store, account).await);
    assert_eq!(found.revision, before + 2);
    assert_eq!(found.grants.len(), 1);
    assert_eq!((found.grants[0].0.as_str(), found.grants[0].1), ("pubnub-insights", account.uuid()));
    let maker = found.maker.expect("the maker");
    assert_eq!((maker.member, maker.status), (scene.owner.id, MemberStatus::Active));
    assert_eq!(
        maker.grants.iter().map(|(_, role, ..)| role.as_str()).collect::<Vec<_>>(),
        [super::fixtures::OWNER]
    );
    let other = super::fixtures::scene(store).await;
    assert_eq!(facts(store, other.account.id, kept.id).await, None);
    let gone = departed(scene.owner.id);
    commit(store, async |unit| unit.members().remove(account, gone).await).await;
    let orphan = facts(store, account, kept.id).await.expect("facts");
    assert_eq!((orphan.maker, orphan.grants.len(), orphan.revision), (None, 1, before + 3));
    commit(store, async |unit| unit.integrations().remove(account, kept.id).await).await;
    assert_eq!(facts(store, account, kept.id).await, None);
}

/// A key is found by its integration, and by its id with the hash of its secret; it goes by itself and with its integration.
pub async fn a_key_is_found_with_the_hash_of_its_secret(store: &dyn Store) {
    let scene = scene(store).await;
    let (kept, other) = (integration(&scene), integration(&scene));
    keep(store, &kept).await;
    keep(store, &other).await;
    let keys = [key(&kept, None), key(&kept, Some(50)), key(&kept, None)];
    let mut macs = Vec::new();
    for key in &keys {
        macs.push(add(store, key).await);
    }
    let found = store.access().integration_key(keys[1].id).await.expect("an answer");
    assert_eq!(found, Some((keys[1].clone(), macs[1])));
    let (account, id) = (kept.account, keys[1].id);
    let of =
        async |whose| read(store, async |unit| unit.integration_keys().find(account, whose, id).await).await;
    assert_eq!((of(kept.id).await.as_ref(), of(other.id).await), (Some(&keys[1]), None));
    let list = async |after, limit| {
        let page =
            read(store, async |unit| unit.integration_keys().list(account, kept.id, after, limit).await)
                .await;
        (page.items.into_iter().map(|key| key.id).collect::<Vec<_>>(), page.more)
    };
    assert_eq!(list(None, 2).await, (vec![keys[0].id, keys[1].id], true));
    assert_eq!(list(Some(keys[1].id), 2).await, (vec![keys[2].id], false));
    let remove = async |whose| {
        commit(store, async |unit| unit.integration_keys().remove(account, whose, id).await).await
    };
    assert_eq!((remove(other.id).await, remove(kept.id).await, remove(kept.id).await), (false, true, false));
    assert_eq!(store.access().integration_key(id).await.expect("an answer"), None);
    let all = commit(store, async |unit| unit.integration_keys().remove_all(account, kept.id).await).await;
    assert_eq!(all, [keys[0].id, keys[2].id]);
    let last = key(&other, None);
    add(store, &last).await;
    commit(store, async |unit| unit.integrations().remove(account, other.id).await).await;
    assert_eq!(store.access().integration_key(last.id).await.expect("an answer"), None);
}

/// When a key was last used only goes on.
pub async fn a_use_of_a_key_is_noted_and_never_goes_back(store: &dyn Store) {
    let scene = scene(store).await;
    let kept = integration(&scene);
    keep(store, &kept).await;
    let key = key(&kept, None);
    add(store, &key).await;
    for (used, wanted) in [(5, 5), (3, 5), (9, 9)] {
        let account = kept.account;
        let used = [(account, key.id, at(used)), (account, KeyId::new(uuid()), at(1))];
        commit(store, async |unit| unit.integration_keys().mark_used(&used).await).await;
        let found = store.access().integration_key(key.id).await.expect("an answer").expect("the key");
        assert_eq!(found.0.last_used_at, Some(at(wanted)));
    }
}

/// A hash is replaced where it is the key's still.
pub async fn an_integrations_key_is_hashed_anew(store: &dyn Store) {
    let scene = scene(store).await;
    let kept = integration(&scene);
    keep(store, &kept).await;
    let key = key(&kept, None);
    let (old, new) = (add(store, &key).await, other_bytes());
    let rehash = async |old| {
        let (account, id) = (kept.account, key.id);
        commit(store, async |unit| unit.integration_keys().rehash(account, id, old, new).await).await;
        store.access().integration_key(id).await.expect("an answer").expect("the key").1
    };
    assert_eq!(rehash(other_bytes()).await, old);
    assert_eq!(rehash(old).await, new);
}

/// Keys that end in a span of time are found by id, and each reminder is noted by one of those who come at once.
pub async fn a_reminder_is_noted_once(store: &dyn Store) {
    let scene = scene(store).await;
    let kept = integration(&scene);
    keep(store, &kept).await;
    // A time of its own, since others end keys too.
    let far = i64::from(u32::from_be_bytes(other_bytes()[..4].try_into().expect("four bytes"))) * 100;
    let keys = [key(&kept, Some(far + 10)), key(&kept, Some(far + 20)), key(&kept, Some(far + 30))];
    for key in &keys {
        add(store, key).await;
    }
    let ending = async |after, limit| {
        let found = read(store, async |unit| {
            unit.integration_keys().ending(at(far + 10), at(far + 30), after, limit).await
        });
        found.await.into_iter().map(|key| key.id).collect::<Vec<_>>()
    };
    assert_eq!(ending(None, 9).await, [keys[1].id, keys[2].id]);
    assert_eq!(ending(Some(keys[1].id), 9).await, [keys[2].id]);
    assert_eq!(ending(None, 1).await, [keys[1].id]);
    let note = async |key: &IntegrationKey, reminder| {
        commit(store, async |unit| unit.integration_keys().mark_reminded(key, reminder).await).await
    };
    let noted = join_all([0; 4].map(|_| note(&keys[1], Reminder::Week))).await;
    assert_eq!(noted.iter().filter(|noted| **noted).count(), 1, "{noted:?}");
    let now = store.access().integration_key(keys[1].id).await.expect("an answer").expect("the key").0;
    assert_eq!(now.reminded, Some(Reminder::Week));
    assert!(note(&now, Reminder::Day).await && !note(&now, Reminder::Day).await);
}
