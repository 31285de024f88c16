//! Apps' configurations.

use bailiwick_domain::audit::Party;
use bailiwick_domain::configuration::{Configuration, Document, Version};
use bailiwick_domain::ids::{AccountId, AppId};
use serde_json::json;

use super::fixtures::{app, at, attempt, commit, grow, read, scene};
use crate::{Store, StoreError};

fn version(account: AccountId, app: AppId, number: u64) -> Configuration {
    let document = Document::read(&json!({ "n": number, "text": "\u{0}ü" }).to_string()).expect("a document");
    let bytes = document.text().len() as u64;
    let made_by = Party::new("user", "user_x");
    Configuration { account, app, version: Version { number, made_at: at(1), made_by, bytes }, document }
}

async fn keep(store: &dyn Store, kept: &Configuration) {
    commit(store, async |unit| unit.configurations().insert(kept).await).await;
}

async fn newest(store: &dyn Store, account: AccountId, app: AppId) -> Option<Configuration> {
    read(store, async |unit| unit.configurations().newest(account, app).await).await
}

/// A version is found in its account and app, and a number is taken once.
pub async fn a_configuration_is_found_by_its_app_and_version(store: &dyn Store) {
    let (one, other) = (scene(store).await, scene(store).await);
    let shop = app(one.account.id);
    grow(store, &[&shop]).await;
    let (account, id) = (one.account.id, AppId::new(shop.key));
    assert_eq!(newest(store, account, id).await, None);
    let (first, second) = (version(account, id, 1), version(account, id, 2));
    keep(store, &first).await;
    keep(store, &second).await;
    let find = async |account, number| {
        read(store, async |unit| unit.configurations().find(account, id, number).await).await
    };
    assert_eq!(find(account, 1).await, Some(first));
    assert_eq!(find(account, 3).await, None);
    assert_eq!(newest(store, account, id).await.as_ref(), Some(&second));
    assert_eq!((find(other.account.id, 1).await, newest(store, other.account.id, id).await), (None, None));
    let again = attempt(store, async |unit| unit.configurations().insert(&second).await).await;
    assert!(matches!(again, Err(StoreError::Conflict(_))), "{again:?}");
}

/// Versions are listed newest first, pruned from the oldest on, and go with their app.
pub async fn versions_are_listed_newest_first_and_go_with_their_app(store: &dyn Store) {
    let scene = scene(store).await;
    let (account, shop) = (scene.account.id, app(scene.account.id));
    grow(store, &[&shop]).await;
    let id = AppId::new(shop.key);
    for number in 1..=4 {
        keep(store, &version(account, id, number)).await;
    }
    let list = async |below, limit| {
        let page =
            read(store, async |unit| unit.configurations().versions(account, id, below, limit).await).await;
        (page.items.into_iter().map(|version| version.number).collect::<Vec<_>>(), page.more)
    };
    assert_eq!(list(None, 2).await, (vec![4, 3], true));
    assert_eq!(list(Some(3), 2).await, (vec![2, 1], false));
    commit(store, async |unit| unit.configurations().prune(account, id, 3).await).await;
    assert_eq!(list(None, 9).await, (vec![4, 3], false));
    commit(store, async |unit| unit.resources().remove(account, shop.key).await).await;
    assert_eq!(list(None, 9).await, (vec![], false));
}
