//! Secrets of keysets: sealed under a data key of the account, listed by name, and told by nothing.

use std::sync::Arc;

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::secrets::{MOST_NAMES, MOST_VALUE_BYTES, SecretName, data_key_purpose, purpose};
use bailiwick_ports::Access;
use bailiwick_ports::system::Sealer;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::keys::Place;
use bailiwick_usecases::{jobs, secrets};

use crate::support::{NewKeySigner, Setup, World, at_once, code, grant_on};

const VALUE: &str = "the value that nobody reads";

fn name(text: &str) -> SecretName {
    SecretName::try_from(text.to_owned()).unwrap()
}

async fn names(w: &World, by: &crate::support::Seat, at: Place) -> Vec<String> {
    let page = secrets::list(&w.cx, &w.by(by), at, None, 200).await.unwrap();
    page.items.into_iter().map(|entry| entry.name.to_string()).collect()
}

/// An account's data key as it is stored.
async fn stored_key(w: &World, account: AccountId) -> Vec<u8> {
    let mut unit = w.unit(Access::Read).await;
    let sealed = unit.secrets().data_key(account).await.unwrap().unwrap();
    unit.rollback().await.unwrap();
    sealed
}

/// What seals the values of an account.
async fn data_key(w: &World, account: AccountId) -> Option<Box<dyn Sealer>> {
    let plain = w.cx.sealer.open(&data_key_purpose(account), &stored_key(w, account).await)?;
    Some(w.cx.sealer.under(plain.try_into().unwrap()))
}

/// A value as it is stored.
async fn sealed(w: &World, at: Place, text: &str) -> Vec<u8> {
    let mut unit = w.unit(Access::Read).await;
    let kept = unit.secrets().find(at.account, at.keyset, &name(text)).await.unwrap().unwrap();
    unit.rollback().await.unwrap();
    kept.sealed
}

#[tokio::test]
async fn a_secret_is_made_changed_listed_and_deleted_and_the_audit_tells_no_value() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let at = w.some_keyset(&owner).await;
    let before = w.actions(owner.account).await.len();
    let put = async |text: &str| secrets::put(&w.cx, &w.by(&owner), at, name("TOKEN"), text).await.unwrap();
    let made = put(VALUE).await;
    w.clock.pass_seconds(5);
    let changed = put("another value").await;
    assert_eq!((changed.created_at, changed.updated_at), (made.created_at, w.now()));
    let listed = secrets::list(&w.cx, &w.by(&owner), at, None, 10).await.unwrap();
    assert_eq!(listed.items, [changed]);
    let remove = async || secrets::remove(&w.cx, &w.by(&owner), at, &name("TOKEN")).await;
    remove().await.unwrap();
    assert_eq!(code(remove().await), "not_found");
    assert!(names(&w, &owner, at).await.is_empty());
    let actions = w.actions(owner.account).await;
    assert_eq!(actions[before..], ["secret.created", "secret.updated", "secret.deleted"]);
    let events = serde_json::to_string(&w.all_events(owner.account).await).unwrap();
    assert!(events.contains("\"TOKEN\"") && !events.contains("value"));
    put(VALUE).await;
    assert!(w.is_stored("TOKEN").await && !w.is_stored(VALUE).await);
    w.finish().await;
}

#[tokio::test]
async fn a_value_opens_under_its_accounts_data_key_in_its_own_place_alone() {
    let w = World::new().await;
    let (owner, other) = (w.sign_up("owner", "standard").await, w.sign_up("other", "standard").await);
    let (at, beside, away) =
        (w.some_keyset(&owner).await, w.some_keyset(&owner).await, w.some_keyset(&other).await);
    secrets::put(&w.cx, &w.by(&owner), at, name("TOKEN"), VALUE).await.unwrap();
    secrets::put(&w.cx, &w.by(&other), away, name("TOKEN"), VALUE).await.unwrap();
    let kept = sealed(&w, at, "TOKEN").await;
    assert!(!kept.windows(9).any(|part| part == &VALUE.as_bytes()[..9]));
    let (mine, theirs) = (data_key(&w, at.account).await.unwrap(), data_key(&w, away.account).await.unwrap());
    let open = |sealer: &dyn Sealer, at: Place, text: &str| {
        sealer.open(&purpose(at.account, at.keyset, &name(text)), &kept)
    };
    assert_eq!(open(&*mine, at, "TOKEN").as_deref(), Some(VALUE.as_bytes()));
    assert_eq!(open(&*mine, at, "OTHER"), None);
    assert_eq!(open(&*mine, beside, "TOKEN"), None);
    assert_eq!(open(&*theirs, at, "TOKEN"), None);
    assert_eq!(open(&*w.cx.sealer, at, "TOKEN"), None);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn first_secrets_at_once_are_sealed_under_one_data_key() {
    let w = Arc::new(World::new().await);
    for round in 0..5 {
        let owner = w.sign_up(&format!("owner{round}"), "standard").await;
        let at = w.some_keyset(&owner).await;
        let put = |number: u32| {
            let (w, owner) = (Arc::clone(&w), owner.clone());
            let name = name(&format!("S{number}"));
            async move { secrets::put(&w.cx, &w.by(&owner), at, name, VALUE).await.unwrap() }
        };
        at_once((0..4).map(put).collect()).await;
        let sealer = data_key(&w, at.account).await.unwrap();
        for number in 0..4 {
            let text = format!("S{number}");
            let purpose = purpose(at.account, at.keyset, &name(&text));
            let opened = sealer.open(&purpose, &sealed(&w, at, &text).await);
            assert_eq!(opened.as_deref(), Some(VALUE.as_bytes()), "{text}");
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn a_change_of_the_deployments_key_seals_the_data_keys_anew_and_no_value() {
    let old = World::new().await;
    let owner = old.sign_up("owner", "standard").await;
    let at = old.some_keyset(&owner).await;
    secrets::put(&old.cx, &old.by(&owner), at, name("TOKEN"), VALUE).await.unwrap();
    let (value, key) = (sealed(&old, at, "TOKEN").await, stored_key(&old, at.account).await);
    let signer = |accepts_old| Setup { signer: Arc::new(NewKeySigner { accepts_old }), ..Setup::default() };
    let both = old.another_node(signer(true)).await;
    jobs::run_jobs(&both.cx, both.now()).await.unwrap();
    assert_ne!(stored_key(&old, at.account).await, key);
    assert_eq!(sealed(&old, at, "TOKEN").await, value);
    let new = old.another_node(signer(false)).await;
    let opened = data_key(&new, at.account)
        .await
        .unwrap()
        .open(&purpose(at.account, at.keyset, &name("TOKEN")), &value);
    assert_eq!(opened.as_deref(), Some(VALUE.as_bytes()));
    assert!(data_key(&old, at.account).await.is_none(), "the old key opens it no more");
    secrets::put(&new.cx, &new.by(&owner), at, name("OTHER"), VALUE).await.unwrap();
    old.finish().await;
}

#[tokio::test]
async fn values_and_numbers_of_secrets_are_bounded() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let put = async |text: &str, value: &str| secrets::put(&w.cx, &w.by(&owner), at, name(text), value).await;
    put("LONGEST", &"x".repeat(MOST_VALUE_BYTES)).await.unwrap();
    for value in ["", &"x".repeat(MOST_VALUE_BYTES + 1)] {
        let error = w.refused(&owner, put("OTHER", value)).await;
        assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, "/value"));
    }
    for number in 1..MOST_NAMES {
        put(&format!("S{number}"), VALUE).await.unwrap();
    }
    assert_eq!(w.refused(&owner, put("ONE_MORE", VALUE)).await.code, "too_many_keyset_secrets");
    put("S1", "another value").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn whoever_may_do_something_with_secrets_sees_their_names() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    let at = World::place(&keyset);
    secrets::put(&w.cx, &w.by(&owner), at, name("TOKEN"), VALUE).await.unwrap();
    let admin = w.join(&owner, "admin", vec![grant_on("keyset-admin", &keyset.name)]).await;
    assert_eq!(names(&w, &admin, at).await, ["TOKEN"]);
    let viewer = w.join(&owner, "viewer", vec![grant_on("keyset-viewer", &keyset.name)]).await;
    w.deliver().await;
    let error = w.refused(&owner, secrets::list(&w.cx, &w.by(&viewer), at, None, 10)).await;
    assert_eq!((error.kind, error.permission.as_deref()), (Kind::Forbidden, Some("secret.create")));
    for known in ["TOKEN", "ANOTHER"] {
        let error = w.refused(&owner, secrets::put(&w.cx, &w.by(&viewer), at, name(known), VALUE)).await;
        assert_eq!(error.permission.as_deref(), Some("secret.create"), "{known}");
    }
    let platform = w.call(w.any_platform());
    let error = w.refused(&owner, secrets::list(&w.cx, &platform, at, None, 10)).await;
    assert_eq!(error.kind, Kind::Forbidden);
    w.finish().await;
}

#[tokio::test]
async fn secrets_are_reached_through_their_own_account_app_and_keyset_alone() {
    let w = World::new().await;
    let (mine, theirs) = (w.sign_up("mine", "standard").await, w.sign_up("theirs", "standard").await);
    let (here, there) = (w.some_keyset(&mine).await, w.some_keyset(&theirs).await);
    secrets::put(&w.cx, &w.by(&theirs), there, name("TOKEN"), VALUE).await.unwrap();
    let before = w.snapshot(theirs.account).await;
    let wrong = [there, Place { account: mine.account, ..there }, Place { keyset: there.keyset, ..here }];
    for at in wrong {
        assert_eq!(code(secrets::put(&w.cx, &w.by(&mine), at, name("TOKEN"), "x").await), "not_found");
        assert_eq!(code(secrets::remove(&w.cx, &w.by(&mine), at, &name("TOKEN")).await), "not_found");
        assert_eq!(code(secrets::list(&w.cx, &w.by(&mine), at, None, 10).await), "not_found");
    }
    assert_eq!(w.snapshot(theirs.account).await, before);
    w.finish().await;
}
