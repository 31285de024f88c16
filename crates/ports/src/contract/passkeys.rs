//! Passkeys.

use bailiwick_domain::ids::{PasskeyId, UserId};
use bailiwick_domain::passkeys::Passkey;
use futures::future::join_all;

use super::fixtures::{at, attempt, commit, name, other_bytes, read, user, uuid};
use crate::{Access, Constraint, Store, StoreError};

async fn some_user(store: &dyn Store) -> UserId {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, None).await).await;
    ada.id
}

fn passkey(user: UserId, counter: u32) -> Passkey {
    Passkey {
        id: PasskeyId::new(uuid()),
        user,
        name: name("Laptop"),
        credential: other_bytes().to_vec(),
        key: "{}".to_owned(),
        counter,
        created_at: at(1),
        last_used_at: None,
        version: 1,
    }
}

async fn keep(store: &dyn Store, passkey: &Passkey) {
    commit(store, async |unit| unit.passkeys().insert(passkey).await).await;
}

async fn find(store: &dyn Store, user: UserId, id: PasskeyId) -> Option<Passkey> {
    read(store, async |unit| unit.passkeys().find(user, id).await).await
}

/// A passkey is found by its user and id, and by what the authenticator calls it, which is taken once.
pub async fn a_passkey_is_found_by_its_user_and_by_its_credential(store: &dyn Store) {
    let (ada, bob) = (some_user(store).await, some_user(store).await);
    let kept = passkey(ada, 4_000_000_000);
    keep(store, &kept).await;
    assert_eq!(find(store, ada, kept.id).await.as_ref(), Some(&kept));
    assert_eq!(find(store, bob, kept.id).await, None);
    let of = async |credential: &[u8]| {
        read(store, async |unit| unit.passkeys().of_credential(credential).await).await
    };
    assert_eq!(of(&kept.credential).await.as_ref(), Some(&kept));
    assert_eq!(of(&kept.credential[1..]).await, None);
    for user in [ada, bob] {
        let second = Passkey { credential: kept.credential.clone(), ..passkey(user, 0) };
        let mut unit = store.begin(Access::Write).await.expect("a unit");
        let refused = unit.passkeys().insert(&second).await;
        let taken = matches!(refused, Err(StoreError::Conflict(Constraint::PasskeyCredential)));
        assert!(taken, "{refused:?}");
        unit.rollback().await.expect("a rollback");
    }
}

/// A name is written to the version before alone.
pub async fn a_new_name_of_a_passkey_needs_the_version_before(store: &dyn Store) {
    let kept = passkey(some_user(store).await, 0);
    keep(store, &kept).await;
    let renamed = Passkey { name: name("Key"), version: 2, ..kept.clone() };
    commit(store, async |unit| unit.passkeys().rename(&renamed).await).await;
    assert_eq!(find(store, kept.user, kept.id).await.as_ref(), Some(&renamed));
    let again = attempt(store, async |unit| unit.passkeys().rename(&renamed).await).await;
    assert!(matches!(again, Err(StoreError::Stale)), "{again:?}");
}

/// Of those who use a passkey from one count at once, one is told yes; and nobody once it is gone.
pub async fn a_count_goes_on_from_where_it_is(store: &dyn Store) {
    let kept = passkey(some_user(store).await, 7);
    keep(store, &kept).await;
    let use_it = async |counter: u32| {
        commit(store, async |unit| unit.passkeys().mark_used(&kept, counter, at(9)).await).await
    };
    let used = join_all([8, 8, 9, 8].iter().map(|counter| use_it(*counter))).await;
    assert_eq!(used.iter().filter(|used| **used).count(), 1, "{used:?}");
    let now = find(store, kept.user, kept.id).await.expect("the passkey");
    assert!([8, 9].contains(&now.counter) && now.last_used_at == Some(at(9)), "{now:?}");
    let remove = || commit(store, async |unit| unit.passkeys().remove(kept.user, kept.id).await);
    assert_eq!((remove().await, remove().await), (true, false));
    assert!(!commit(store, async |unit| unit.passkeys().mark_used(&now, 10, at(9)).await).await);

    let uncounted = passkey(kept.user, 0);
    keep(store, &uncounted).await;
    for _ in 0..2 {
        assert!(commit(store, async |unit| unit.passkeys().mark_used(&uncounted, 0, at(9)).await).await);
    }
}

/// A user's passkeys are listed by id, and go at once or with the user.
pub async fn passkeys_are_listed_by_id_and_go_with_their_user(store: &dyn Store) {
    let (ada, bob) = (some_user(store).await, some_user(store).await);
    let mut ids = Vec::new();
    for user in [ada, ada, bob, ada] {
        let kept = passkey(user, 0);
        keep(store, &kept).await;
        ids.push(kept.id);
    }
    let list = async |user, after, limit| {
        let page = read(store, async |unit| unit.passkeys().list(user, after, limit).await).await;
        (page.items.into_iter().map(|passkey| passkey.id).collect::<Vec<_>>(), page.more)
    };
    assert_eq!(list(ada, None, 2).await, (vec![ids[0], ids[1]], true));
    assert_eq!(list(ada, Some(ids[1]), 2).await, (vec![ids[3]], false));
    commit(store, async |unit| unit.passkeys().remove_all(ada).await).await;
    assert_eq!(list(ada, None, 9).await, (vec![], false));
    assert_eq!(list(bob, None, 9).await, (vec![ids[2]], false));
    commit(store, async |unit| unit.users().remove(bob).await).await;
    assert_eq!(list(bob, None, 9).await, (vec![], false));
}
