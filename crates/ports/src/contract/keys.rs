//! Keys of keysets.

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId, UserId};
use bailiwick_domain::keys::{Capability, Key, KeySecret, KeyStatus, MOST_SECRETS, rotated};
use bailiwick_domain::resources::Resource;
use futures::future::{join, join_all};

use super::fixtures::{
    app, at, attempt, commit, grow, keyset, name, other_bytes, read, revision, scene, uuid,
};
use crate::access::KeyFacts;
use crate::{Access, Store, StoreError, UnitOfWork};

fn key(of: &Resource) -> Key {
    let capability = |text: &str| Capability::try_from(text.to_owned()).expect("a capability");
    Key {
        id: KeyId::new(uuid()),
        account: of.account,
        keyset: KeysetId::new(of.key),
        name: name("Server"),
        capabilities: vec![capability("channel:public-*:subscribe"), capability("\"'\\$1")],
        expires_at: Some(at(90)),
        status: KeyStatus::Active,
        created_by: UserId::new(uuid()),
        created_at: at(0),
        last_used_at: None,
        version: 1,
    }
}

fn secret(ends_at: Option<i64>) -> KeySecret {
    KeySecret { hash: other_bytes(), created_at: at(0), ends_at: ends_at.map(at) }
}

/// An app with two keysets.
async fn keysets(store: &dyn Store) -> (Resource, Resource, Resource) {
    let app = app(scene(store).await.account.id);
    let (one, other) = (keyset(&app), keyset(&app));
    grow(store, &[&app, &one, &other]).await;
    (app, one, other)
}

async fn keep(store: &dyn Store, key: &Key, secret: &KeySecret) {
    commit(store, async |unit| unit.keys().insert(key, secret).await).await;
}

async fn find(store: &dyn Store, key: &Key) -> Option<Key> {
    read(store, async |unit| unit.keys().find(key.account, key.keyset, key.id).await).await
}

async fn secrets(store: &dyn Store, key: &Key) -> Vec<KeySecret> {
    read(store, async |unit| unit.keys().secrets(key).await).await
}

async fn facts(store: &dyn Store, id: KeyId) -> Option<KeyFacts> {
    store.access().key(id).await.expect("facts")
}

/// Whether a write is refused since the row has another version.
async fn is_stale(
    store: &dyn Store,
    write: impl AsyncFnOnce(&mut dyn UnitOfWork) -> Result<(), StoreError>,
) -> bool {
    let mut unit = store.begin(Access::Write).await.expect("a unit");
    let written = write(unit.as_mut()).await;
    unit.rollback().await.expect("a rollback");
    matches!(written, Err(StoreError::Stale))
}

/// A key is found in its own keyset, and listed there by id.
pub async fn a_key_is_found_in_its_keyset(store: &dyn Store) {
    let (_, one, other) = keysets(store).await;
    let (first, second, elsewhere) = (key(&one), key(&one), key(&other));
    for key in [&first, &second, &elsewhere] {
        keep(store, key, &secret(None)).await;
    }
    assert_eq!(find(store, &first).await.as_ref(), Some(&first));
    let misplaced = Key { keyset: elsewhere.keyset, ..first.clone() };
    assert_eq!(find(store, &misplaced).await, None);
    let foreign = Key { account: scene(store).await.account.id, ..first.clone() };
    assert_eq!(find(store, &foreign).await, None);
    let (account, keyset) = (first.account, first.keyset);
    let list = async |after, limit| {
        read(store, async |unit| unit.keys().list(account, keyset, after, limit).await).await
    };
    let page = list(None, 1).await;
    assert_eq!((page.items.as_slice(), page.more), ([first.clone()].as_slice(), true));
    let page = list(Some(first.id), 1).await;
    assert_eq!((page.items.as_slice(), page.more), ([second].as_slice(), false));
    assert_eq!(read(store, async |unit| unit.keys().count(account, keyset).await).await, 2);
}

/// Name and status are written to the version before alone, and the revision goes up.
pub async fn an_update_of_a_key_needs_the_version_before(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    let mut key = key(&keyset);
    keep(store, &key, &secret(None)).await;
    let before = revision(store, key.account).await;
    assert!(is_stale(store, async |unit| unit.keys().update(&key).await).await);
    (key.name, key.status, key.version) = (name("Other"), KeyStatus::Disabled, 2);
    commit(store, async |unit| unit.keys().update(&key).await).await;
    assert_eq!(find(store, &key).await.as_ref(), Some(&key));
    assert_eq!(revision(store, key.account).await, before + 1);
    let next = Key { version: 3, keyset: KeysetId::new(uuid()), ..key };
    assert!(is_stale(store, async |unit| unit.keys().update(&next).await).await, "of another keyset");
}

/// A key's secrets are replaced as a whole, at the version before alone; the newest comes first.
pub async fn a_keys_secrets_are_replaced_as_a_whole(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    let mut key = key(&keyset);
    let first = secret(None);
    keep(store, &key, &first).await;
    assert_eq!(secrets(store, &key).await, std::slice::from_ref(&first));
    let before = revision(store, key.account).await;
    assert!(is_stale(store, async |unit| unit.keys().put_secrets(&key, &[]).await).await);
    let new = [secret(None), KeySecret { ends_at: Some(at(9)), ..first }];
    key.version = 2;
    commit(store, async |unit| unit.keys().put_secrets(&key, &new).await).await;
    assert_eq!(secrets(store, &key).await, new);
    assert_eq!(find(store, &key).await.expect("the key").version, 2);
    assert_eq!(revision(store, key.account).await, before + 1);
}

/// Gives a key another secret as a use case does: under the account's lock. Whether it did.
async fn rotate(store: &dyn Store, key: &Key) -> Result<bool, StoreError> {
    let work = async |unit: &mut dyn UnitOfWork| {
        unit.accounts().lock(&[key.account]).await?;
        let Some(mut key) = unit.keys().find(key.account, key.keyset, key.id).await? else {
            return Ok(false);
        };
        let former = unit.keys().secrets(&key).await?;
        let Ok(all) = rotated(former, secret(None), at(100), at(1)) else { return Ok(false) };
        key.version += 1;
        unit.keys().put_secrets(&key, &all).await?;
        Ok(true)
    };
    attempt(store, work).await.map(|(done, _)| done)
}

/// Rotations at once each see those before them: no more secrets are good than may be.
pub async fn rotations_at_once_keep_the_bound(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    let key = key(&keyset);
    keep(store, &key, &secret(None)).await;
    let done = join_all((0..8).map(|_| rotate(store, &key))).await;
    let done = done.into_iter().filter(|done| *done.as_ref().expect("no failure")).count();
    assert_eq!(done, MOST_SECRETS - 1);
    let all = secrets(store, &key).await;
    assert_eq!(all.len(), MOST_SECRETS);
    assert_eq!(all.iter().filter(|secret| secret.ends_at.is_none()).count(), 1, "one is the newest");
}

/// A rotation and a deletion at once: whichever is first, nothing of the key is left.
pub async fn a_rotation_does_not_outlive_a_deletion(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    for _ in 0..5 {
        let key = key(&keyset);
        keep(store, &key, &secret(None)).await;
        let delete = attempt(store, async |unit| {
            unit.accounts().lock(&[key.account]).await?;
            unit.keys().remove(key.account, key.keyset, key.id).await
        });
        let (rotated, deleted) = join(rotate(store, &key), delete).await;
        rotated.expect("a rotation, or none");
        assert!(deleted.expect("a deletion").0);
        assert_eq!(facts(store, key.id).await, None);
        assert_eq!(secrets(store, &key).await, []);
    }
}

/// All that a verification needs comes with the revision.
pub async fn a_keys_facts_come_with_the_revision(store: &dyn Store) {
    let (app, keyset, _) = keysets(store).await;
    let key = key(&keyset);
    let (first, before) = (secret(None), revision(store, key.account).await);
    keep(store, &key, &first).await;
    let wanted = KeyFacts {
        revision: before,
        account: key.account,
        account_status: AccountStatus::Active,
        app: AppId::new(app.key),
        keyset: key.keyset,
        capabilities: key.capabilities.clone(),
        status: KeyStatus::Active,
        expires_at: key.expires_at,
        secrets: vec![first],
    };
    assert_eq!(facts(store, key.id).await, Some(wanted));
    assert_eq!(facts(store, KeyId::new(uuid())).await, None);
    let remove = || commit(store, async |unit| unit.keys().remove(key.account, key.keyset, key.id).await);
    assert_eq!((remove().await, remove().await, facts(store, key.id).await), (true, false, None));
    assert_eq!(revision(store, key.account).await, before + 1);
}

/// A keyset takes its keys along, and an app those of its keysets.
pub async fn keys_go_with_their_keyset(store: &dyn Store) {
    let (app, one, other) = keysets(store).await;
    let (first, second) = (key(&one), key(&other));
    for key in [&first, &second] {
        keep(store, key, &secret(None)).await;
    }
    let remove =
        async |key| commit(store, async |unit| unit.resources().remove(app.account, key).await).await;
    let left = async || [facts(store, first.id).await.is_some(), facts(store, second.id).await.is_some()];
    remove(one.key).await;
    assert_eq!(left().await, [false, true]);
    remove(app.key).await;
    assert_eq!(left().await, [false, false]);
}

/// When a key was used changes nothing else and is never set back; what is gone is passed over.
pub async fn uses_of_keys_are_quiet(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    let (one, other) = (key(&keyset), key(&keyset));
    for key in [&one, &other] {
        keep(store, key, &secret(None)).await;
    }
    let before = revision(store, one.account).await;
    let mark = async |used: &[(AccountId, KeyId, _)]| {
        commit(store, async |unit| unit.keys().mark_used(used).await).await;
    };
    mark(&[]).await;
    mark(&[(one.account, one.id, at(5)), (one.account, KeyId::new(uuid()), at(5))]).await;
    mark(&[(one.account, one.id, at(3)), (other.account, other.id, at(4))]).await;
    for (key, used) in [(&one, 5), (&other, 4)] {
        let wanted = Key { last_used_at: Some(at(used)), ..key.clone() };
        assert_eq!(find(store, key).await, Some(wanted));
    }
    assert_eq!(revision(store, one.account).await, before);
}

/// A hash is replaced where it is the key's still, and nothing else of the secret.
pub async fn a_secret_is_hashed_anew(store: &dyn Store) {
    let (_, keyset, _) = keysets(store).await;
    let (one, other) = (key(&keyset), key(&keyset));
    let (mine, theirs) = (secret(Some(7)), secret(None));
    keep(store, &one, &mine).await;
    keep(store, &other, &theirs).await;
    let new = other_bytes();
    let rehash = async |key, old| {
        commit(store, async |unit| unit.keys().rehash(one.account, key, old, new).await).await;
    };
    rehash(other.id, mine.hash).await;
    rehash(one.id, mine.hash).await;
    assert_eq!(secrets(store, &one).await, [KeySecret { hash: new, ..mine }]);
    assert_eq!(secrets(store, &other).await, [theirs]);
}
