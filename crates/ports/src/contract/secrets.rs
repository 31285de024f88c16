//! Secrets of keysets, and accounts' data keys.

use bailiwick_domain::ids::{AccountId, KeysetId};
use bailiwick_domain::resources::Resource;
use bailiwick_domain::secrets::{KeptSecret, SecretEntry, SecretName};
use futures::future::join_all;

use super::fixtures::{app, at, attempt, commit, grow, keyset, read, scene};
use crate::Store;

fn name(text: &str) -> SecretName {
    SecretName::try_from(text.to_owned()).expect("a name")
}

fn secret(of: &Resource, text: &str) -> KeptSecret {
    KeptSecret {
        account: of.account,
        keyset: KeysetId::new(of.key),
        entry: SecretEntry { name: name(text), created_at: at(0), updated_at: at(0) },
        sealed: vec![0, 1, 255],
    }
}

async fn keep(store: &dyn Store, secret: &KeptSecret) {
    commit(store, async |unit| unit.secrets().put(secret).await).await;
}

async fn find(store: &dyn Store, secret: &KeptSecret) -> Option<KeptSecret> {
    let KeptSecret { account, keyset, entry, .. } = secret;
    read(store, async |unit| unit.secrets().find(*account, *keyset, &entry.name).await).await
}

async fn two_keysets(store: &dyn Store) -> (Resource, Resource, Resource) {
    let app = app(scene(store).await.account.id);
    let (one, other) = (keyset(&app), keyset(&app));
    grow(store, &[&app, &one, &other]).await;
    (app, one, other)
}

/// A secret is one keyset's, its value is replaced, and when it was made stays.
pub async fn a_secret_is_found_in_its_keyset(store: &dyn Store) {
    let (_, one, other) = two_keysets(store).await;
    let (mut mine, theirs) = (secret(&one, "TOKEN"), secret(&other, "TOKEN"));
    keep(store, &mine).await;
    assert_eq!((find(store, &mine).await.as_ref(), find(store, &theirs).await), (Some(&mine), None));
    assert_eq!(find(store, &secret(&one, "token")).await, None, "letters' case counts");
    keep(store, &theirs).await;
    mine.sealed = vec![7; 100_000];
    mine.entry.updated_at = at(5);
    let mut later = mine.clone();
    later.entry.created_at = at(5);
    keep(store, &later).await;
    assert_eq!(find(store, &mine).await, Some(mine));
    assert_eq!(find(store, &theirs).await.as_ref(), Some(&theirs));
}

/// They are listed by name, in pages, and go one by one or with their keyset.
pub async fn secrets_are_listed_by_name_and_go_with_their_keyset(store: &dyn Store) {
    let (app, one, other) = two_keysets(store).await;
    for text in ["b", "a", "c"] {
        keep(store, &secret(&one, text)).await;
    }
    keep(store, &secret(&other, "d")).await;
    let (account, keyset) = (one.account, KeysetId::new(one.key));
    let page = async |after: Option<&SecretName>, limit| {
        let page = read(store, async |unit| unit.secrets().list(account, keyset, after, limit).await).await;
        let names: Vec<String> = page.items.into_iter().map(|entry| entry.name.to_string()).collect();
        (names.concat(), page.more)
    };
    assert_eq!(page(None, 2).await, ("ab".to_owned(), true));
    assert_eq!(page(Some(&name("b")), 2).await, ("c".to_owned(), false));
    let count = async || read(store, async |unit| unit.secrets().count(account, keyset).await).await;
    assert_eq!(count().await, 3);
    let b = name("b");
    let remove = || commit(store, async |unit| unit.secrets().remove(account, keyset, &b).await);
    assert_eq!((remove().await, remove().await), (true, false));
    assert_eq!(page(None, 9).await, ("ac".to_owned(), false));
    commit(store, async |unit| unit.resources().remove(account, one.key).await).await;
    assert_eq!(count().await, 0);
    assert!(find(store, &secret(&other, "d")).await.is_some());
    commit(store, async |unit| unit.resources().remove(account, app.key).await).await;
    assert_eq!(find(store, &secret(&other, "d")).await, None);
}

/// Of data keys that are brought at once the account has one, and all are told which.
pub async fn an_account_has_one_data_key(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await.account.id, scene(store).await.account.id);
    let bring = async |byte: u8| {
        let kept = attempt(store, async |unit| unit.secrets().keep_data_key(ours, &[byte; 60], at(0)).await);
        kept.await.expect("a data key").0
    };
    let told = join_all((0..8).map(bring)).await;
    assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
    let found = async |account| read(store, async |unit| unit.secrets().data_key(account).await).await;
    assert_eq!((found(ours).await.as_ref(), found(theirs).await), (told.first(), None));
}

/// Every data key is met once, and one that was replaced meanwhile stays as it is.
pub async fn data_keys_are_sealed_anew(store: &dyn Store) {
    let mut accounts = Vec::new();
    for _ in 0..3 {
        let account = scene(store).await.account.id;
        commit(store, async |unit| unit.secrets().keep_data_key(account, b"old", at(0)).await).await;
        accounts.push(account);
    }
    let (mut met, mut after): (Vec<AccountId>, _) = (Vec::new(), None);
    loop {
        let page = read(store, async |unit| unit.secrets().data_keys(after, 2).await).await;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        met.extend(page.into_iter().map(|(account, _)| account).filter(|one| accounts.contains(one)));
    }
    assert_eq!(met, accounts);
    let reseal = async |account, old: &[u8]| {
        commit(store, async |unit| unit.secrets().reseal(account, old, b"new").await).await;
        read(store, async |unit| unit.secrets().data_key(account).await).await.expect("a data key")
    };
    assert_eq!(reseal(accounts[0], b"old").await, b"new");
    assert_eq!(reseal(accounts[1], b"other").await, b"old");
}
