//! Keys of keysets: who makes, rotates and deletes them, and what is kept and told of them.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_domain::ids::{AppId, KeyId};
use bailiwick_domain::key_text::{KeyKind, KeyText};
use bailiwick_domain::keys::{Key, KeyStatus, MOST_KEYS, MOST_SECRETS};
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::text::Name;
use bailiwick_ports::Access;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::keys::{self, Place, WithSecret};
use bailiwick_usecases::{Call, keysets};
use serde_json::json;

use crate::support::{Seat, World, at_once, code, grant_on, new_key, refusal};

const MINUTE: u64 = 60;

async fn rotate(w: &World, call: &Call, at: Place, id: KeyId, overlap: u32) -> WithSecret {
    keys::rotate(&w.cx, call, at, id, overlap).await.unwrap()
}

#[tokio::test]
async fn a_key_is_made_changed_rotated_and_deleted_and_the_audit_tells_no_secret() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let at = w.some_keyset(&owner).await;
    let before = w.actions(owner.account).await.len();
    let made = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap();
    let (key, first) = (made.key.clone(), made.secret.reveal().unwrap().to_owned());
    let text = KeyText::parse(&first).unwrap();
    assert_eq!((text.kind, text.id), (KeyKind::Testing, key.id.uuid()));
    assert_eq!((key.created_by, key.status, key.last_used_at), (owner.user, KeyStatus::Active, None));
    assert_eq!(keys::get(&w.cx, &w.by(&owner), at, key.id).await.unwrap(), key);
    let listed = keys::list(&w.cx, &w.by(&owner), at, None, 10).await.unwrap();
    assert_eq!(listed.items, std::slice::from_ref(&key));
    let disabled = Some(KeyStatus::Disabled);
    let update = async |call: Call| keys::update(&w.cx, &call, at, key.id, None, disabled).await;
    let updated = update(w.by_if(&owner, 1)).await.unwrap();
    assert_eq!((updated.status, updated.version), (KeyStatus::Disabled, 2));
    assert_eq!(update(w.by(&owner)).await.unwrap().version, 2, "nothing to change");
    assert_eq!(code(update(w.by_if(&owner, 1)).await), "stale_version");
    assert_eq!(code(keys::rotate(&w.cx, &w.by_if(&owner, 1), at, key.id, 0).await), "stale_version");
    let rotated = rotate(&w, &w.by_if(&owner, 2), at, key.id, 60).await;
    let second = rotated.secret.reveal().unwrap().to_owned();
    assert_eq!((rotated.key.version, KeyText::parse(&second).unwrap().id), (3, key.id.uuid()));
    assert_ne!(first, second);
    assert_eq!(code(keys::remove(&w.cx, &w.by_if(&owner, 2), at, key.id).await), "stale_version");
    keys::remove(&w.cx, &w.by_if(&owner, 3), at, key.id).await.unwrap();
    assert_eq!(code(keys::remove(&w.cx, &w.by(&owner), at, key.id).await), "not_found");
    assert_eq!(code(keys::get(&w.cx, &w.by(&owner), at, key.id).await), "not_found");
    let actions = w.actions(owner.account).await;
    assert_eq!(actions[before..], ["key.created", "key.updated", "key.rotated", "key.deleted"]);
    let events = serde_json::to_string(&w.all_events(owner.account).await).unwrap();
    assert!(events.contains("channel:public-*:subscribe") && !events.contains(&first[31..83]));
    assert!(!events.contains(&second[31..83]));
    w.finish().await;
}

#[tokio::test]
async fn no_secret_of_a_key_is_stored() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let call = w.keyed(owner.caller(), "one", "POST keys", "{}");
    let made = keys::create(&w.cx, &call, at, new_key("Server of some name")).await.unwrap();
    let rotated = rotate(&w, &w.by(&owner), at, made.key.id, 60).await;
    assert!(w.is_stored("Server of some name").await);
    for text in [made.secret.reveal().unwrap(), rotated.secret.reveal().unwrap()] {
        keys::verify(&w.cx, w.any_platform(), text).await.unwrap().unwrap();
        // The whole of it, and what stands between the id and the checksum.
        assert!(!w.is_stored(text).await && !w.is_stored(&text[31..83]).await);
    }
    w.finish().await;
}

#[tokio::test]
async fn a_keyset_of_before_there_were_environments_is_for_testing() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    assert!(w.run_raw("UPDATE resources SET environment = NULL").await > 0);
    let read = keysets::get(&w.cx, &w.by(&owner), at.account, at.app, at.keyset).await.unwrap();
    assert_eq!(read.keyset.environment, Some(Environment::Testing));
    assert_eq!(read.app.environment, None);
    let key = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap();
    assert!(key.secret.reveal().unwrap().starts_with("bwt_"));
    w.finish().await;
}

#[tokio::test]
async fn a_keyset_says_in_its_keys_what_it_is_for() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let app = w.app(&owner, "one").await;
    for (environment, kind) in
        [(Environment::Testing, KeyKind::Testing), (Environment::Production, KeyKind::Production)]
    {
        let (call, id) = (w.by(&owner), AppId::new(app.key));
        let made =
            keysets::create(&w.cx, &call, owner.account, id, "set".to_owned(), environment).await.unwrap();
        let at = World::place(&made.keyset);
        assert_eq!(
            keysets::get(&w.cx, &call, at.account, at.app, at.keyset).await.unwrap().keyset,
            made.keyset
        );
        assert_eq!(w.last_event(owner.account).await.after["environment"], json!(environment));
        let key = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap();
        assert_eq!(KeyText::parse(key.secret.reveal().unwrap()).unwrap().kind, kind);
    }
    w.finish().await;
}

#[tokio::test]
async fn a_key_ends_when_it_is_asked_to() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let create = async |expires_at, expires_in_days| {
        let new = keys::NewKey { expires_at, expires_in_days, ..new_key("Server") };
        keys::create(&w.cx, &w.by(&owner), at, new).await.map(|made| made.key.expires_at)
    };
    let soon = w.now().plus_seconds(1);
    assert_eq!(create(None, None).await.unwrap(), None);
    assert_eq!(create(Some(soon), None).await.unwrap(), Some(soon));
    for days in [30, 60, 90] {
        let end = w.now().plus_seconds(i64::from(days) * 24 * 3600);
        assert_eq!(create(None, Some(days)).await.unwrap(), Some(end));
    }
    for (at, days, pointer) in [
        (Some(w.now()), None, "/expires_at"),
        (Some(soon), Some(30), "/expires_in_days"),
        (None, Some(31), "/expires_in_days"),
        (None, Some(0), "/expires_in_days"),
    ] {
        let error = w.refused(&owner, create(at, days)).await;
        assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, pointer));
    }
    w.finish().await;
}

#[tokio::test]
async fn every_fault_of_a_new_key_is_named() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let create = async |name: &str, capabilities: Vec<String>| {
        let new = keys::NewKey { capabilities, expires_in_days: Some(7), ..new_key(name) };
        keys::create(&w.cx, &w.by(&owner), at, new).await
    };
    let pointers = |error: bailiwick_usecases::Error| {
        error.errors.into_iter().map(|field| field.pointer).collect::<Vec<_>>()
    };
    let error = w.refused(&owner, create(" ", vec!["a".to_owned(), "a b".to_owned()])).await;
    assert_eq!(pointers(error), ["/name", "/capabilities/1", "/expires_in_days"]);
    let error = w.refused(&owner, create("Server", vec!["a".to_owned(); 51])).await;
    assert_eq!(pointers(error), ["/capabilities", "/expires_in_days"]);
    let made = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap();
    let error = w.refused(&owner, keys::rotate(&w.cx, &w.by(&owner), at, made.key.id, 2_592_001)).await;
    assert_eq!(pointers(error), ["/overlap_seconds"]);
    w.finish().await;
}

#[tokio::test]
async fn making_and_rotating_need_a_sign_in_of_late_and_stopping_does_not() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let made = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap();
    w.clock.pass_seconds(16 * MINUTE);
    let late = w.by(&owner);
    let create = keys::create(&w.cx, &late, at, new_key("Other"));
    let rotate = keys::rotate(&w.cx, &late, at, made.key.id, 0);
    for error in [w.refused(&owner, create).await, w.refused(&owner, rotate).await] {
        assert_eq!((error.kind, error.code.as_str()), (Kind::Unauthenticated, "reauthentication_required"));
    }
    let disabled = Some(KeyStatus::Disabled);
    keys::update(&w.cx, &w.by(&owner), at, made.key.id, None, disabled).await.unwrap();
    keys::remove(&w.cx, &w.by(&owner), at, made.key.id).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_repeated_request_makes_no_second_key_and_tells_no_secret() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let create = async || {
        let call = w.keyed(owner.caller(), "one", "POST keys", "{}");
        keys::create(&w.cx, &call, at, new_key("Server")).await.unwrap()
    };
    let (first, again) = (create().await, create().await);
    assert_eq!(first.key, again.key);
    assert!(first.secret.reveal().is_some() && again.secret.reveal().is_none());
    let rotate = async || {
        let call = w.keyed(owner.caller(), "two", "POST rotate", "{}");
        rotate(&w, &call, at, first.key.id, 60).await
    };
    let (first, again) = (rotate().await, rotate().await);
    assert_eq!((first.key.version, again.key.version), (2, 2));
    assert!(first.secret.reveal().is_some() && again.secret.reveal().is_none());
    assert_eq!(keys::list(&w.cx, &w.by(&owner), at, None, 10).await.unwrap().items.len(), 1);
    w.finish().await;
}

/// Fills a keyset up to a number of keys, past the use case.
async fn fill(w: &World, owner: &Seat, at: Place, up_to: u64) {
    let example = keys::create(&w.cx, &w.by(owner), at, new_key("Server")).await.unwrap().key;
    let mut unit = w.unit(Access::Write).await;
    for _ in 1..up_to {
        let key = Key { id: KeyId::new(w.cx.ids.uuid()), name: name("Filler"), ..example.clone() };
        let hash = w.cx.ids.secret();
        let secret = bailiwick_domain::keys::KeySecret { hash, created_at: w.now(), ends_at: None };
        unit.keys().insert(&key, &secret).await.unwrap();
    }
    unit.commit().await.unwrap();
}

fn name(text: &str) -> Name {
    Name::try_from(text.to_owned()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_keyset_has_no_more_keys_than_it_may_also_when_they_are_made_at_once() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    fill(&w, &owner, at, MOST_KEYS - 2).await;
    let create = |number| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        async move { keys::create(&w.cx, &w.by(&owner), at, new_key(&format!("Server {number}"))).await }
    };
    let made = at_once((0..6).map(create).collect()).await;
    let (good, refused): (Vec<_>, Vec<_>) = made.into_iter().partition(Result::is_ok);
    assert_eq!((good.len(), refused.len()), (2, 4));
    for error in refused.into_iter().map(refusal) {
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "too_many_keys"));
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_secrets_are_good_than_may_be_also_when_a_key_is_rotated_at_once() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let key = keys::create(&w.cx, &w.by(&owner), at, new_key("Server")).await.unwrap().key;
    let rotate_it = |_| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        async move { keys::rotate(&w.cx, &w.by(&owner), at, key.id, 3600).await }
    };
    let rotated = at_once((0..8).map(rotate_it).collect()).await;
    let (good, refused): (Vec<_>, Vec<_>) = rotated.into_iter().partition(Result::is_ok);
    assert_eq!(good.len(), MOST_SECRETS - 1);
    assert!(refused.into_iter().all(|refused| code(refused) == "too_many_secrets"));
    let by = w.any_platform();
    for secret in good.iter().map(|good| good.as_ref().unwrap().secret.reveal().unwrap()) {
        assert!(keys::verify(&w.cx, by, secret).await.unwrap().is_ok());
    }
    rotate(&w, &w.by(&owner), at, key.id, 0).await;
    w.clock.pass(Duration::from_secs(1));
    for secret in good.iter().map(|good| good.as_ref().unwrap().secret.reveal().unwrap()) {
        assert!(keys::verify(&w.cx, by, secret).await.unwrap().is_err(), "without an overlap all end");
    }
    w.finish().await;
}

#[tokio::test]
async fn keys_are_reached_through_their_own_account_app_and_keyset_alone() {
    let w = World::new().await;
    let (mine, theirs) = (w.sign_up("mine", "standard").await, w.sign_up("theirs", "standard").await);
    let (here, there) = (w.some_keyset(&mine).await, w.some_keyset(&theirs).await);
    let beside = w.some_keyset(&mine).await;
    let my_key = keys::create(&w.cx, &w.by(&mine), here, new_key("Server")).await.unwrap().key.id;
    let key = keys::create(&w.cx, &w.by(&theirs), there, new_key("Server")).await.unwrap().key.id;
    let before = w.snapshot(theirs.account).await;
    let wrong = [
        (there, key),
        (Place { account: mine.account, ..there }, key),
        (here, key),
        (Place { app: beside.app, ..here }, my_key),
        (Place { keyset: beside.keyset, ..here }, my_key),
        (beside, my_key),
    ];
    for (at, id) in wrong {
        assert_eq!(code(keys::get(&w.cx, &w.by(&mine), at, id).await), "not_found", "{at:?}");
        assert_eq!(code(keys::rotate(&w.cx, &w.by(&mine), at, id, 0).await), "not_found");
        assert_eq!(code(keys::update(&w.cx, &w.by(&mine), at, id, None, None).await), "not_found");
        assert_eq!(code(keys::remove(&w.cx, &w.by(&mine), at, id).await), "not_found");
    }
    for at in [there, Place { account: mine.account, ..there }, Place { app: beside.app, ..here }] {
        assert_eq!(code(keys::list(&w.cx, &w.by(&mine), at, None, 10).await), "not_found");
        assert_eq!(code(keys::create(&w.cx, &w.by(&mine), at, new_key("x")).await), "not_found");
    }
    assert_eq!(w.snapshot(theirs.account).await, before);
    w.finish().await;
}

#[tokio::test]
async fn a_role_at_one_keyset_reaches_the_keys_of_no_other() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let (one, other) = (w.keyset(&owner, &app, "one").await, w.keyset(&owner, &app, "other").await);
    let dev = w.join(&owner, "dev", vec![grant_on("keyset-admin", &one.name)]).await;
    let (here, there) = (World::place(&one), World::place(&other));
    keys::create(&w.cx, &w.by(&dev), here, new_key("Server")).await.unwrap();
    w.deliver().await;
    let error = w.refused(&owner, keys::create(&w.cx, &w.by(&dev), there, new_key("Server"))).await;
    assert_eq!((error.permission.as_deref(), error.resource), (Some("key.manage"), Some(other.name.clone())));
    assert_eq!(code(keys::list(&w.cx, &w.by(&dev), there, None, 10).await), "permission_denied");
    w.finish().await;
}
