//! A preview says what the change then does, and an explanation what the decision then is.

use std::collections::BTreeSet;
use std::time::Duration;

use bailiwick_domain::effects::Effect;
use bailiwick_domain::ids::{AppId, KeysetId};
use bailiwick_domain::resources::{Resource, ResourceRef};
use bailiwick_ports::Access;
use bailiwick_usecases::access::{Question, evaluate, explain};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::input::NewGrant;
use bailiwick_usecases::members;

use crate::small::{Held, Small};
use crate::support::{Random, Seat, World, grant_on, grants};

/// The decision, its explanation and the evaluation are one.
async fn agree(small: &Small, seat: &Seat, permission: &str, resource: &ResourceRef) {
    let allowed = small.w.may_at(seat, permission, resource).await;
    let (cx, call, account) = (&small.w.cx, small.w.by(&small.owner), seat.account);
    let explained = explain(cx, &call, account, seat.member, permission, Some(resource)).await.unwrap();
    let why = explained.explanation;
    assert_eq!(why.allowed, allowed, "{permission} at {resource:?}: {why:?}");
    assert_eq!(why.because.is_empty(), !allowed);
    assert!(allowed || !why.roles_that_would_allow.is_empty(), "the owner role would allow everything");
    let subject = seat.user.to_string();
    let question = Question {
        subject_type: "user",
        subject_id: &subject,
        permission,
        resource_type: &resource.kind,
        resource_id: &resource.id,
        account: None,
        fresh: false,
    };
    for fresh in [false, true] {
        let decision = evaluate(cx, &call, Question { fresh, ..question }).await.unwrap();
        assert_eq!(decision.allowed, allowed, "{permission} at {resource:?}, fresh: {fresh}");
    }
}

/// A list of effects tells what changed, at every resource, and nothing else; what stood below anyway is no change.
fn told(small: &Small, effects: &[Effect], changed: &Held, stood: &Held) {
    let spread: Held = small.spread(effects).difference(stood).cloned().collect();
    let differ: Vec<_> = spread.symmetric_difference(changed).collect();
    assert!(differ.is_empty(), "{differ:?} of {effects:?}");
    for effect in effects.iter().filter(|effect| effect.starts_at.is_none()) {
        let listed = (effect.permission.clone(), effect.resource.clone());
        assert!(changed.contains(&listed), "{listed:?} did not change");
    }
}

#[tokio::test]
async fn a_preview_equals_what_the_change_then_does() {
    let small = Small::new().await;
    let (w, mut random) = (&small.w, Random::new(7));
    let (mut done, mut refused) = (0, 0);
    while done < 100 {
        // An account admin who lost it changes nothing more.
        if !w.may(&small.admin, "member.roles.change").await {
            w.put(&small.owner, small.admin.member, grants(&["account-admin"])).await.unwrap();
        }
        let by = if random.one_in(2) { &small.owner } else { &small.admin };
        let seat = if random.one_in(4) { &small.admin } else { &small.dev };
        let asked = small.random_grants(&mut random, 3);
        let before = small.matrix(seat).await;
        let preview = members::preview_grants(&w.cx, &w.by(by), by.account, seat.member, asked.clone()).await;
        let outcome = w.put(by, seat.member, asked).await;
        let after = small.matrix(seat).await;
        match preview {
            Err(error) => assert_eq!(outcome.unwrap_err(), error, "what can't be previewed can't be done"),
            Ok(preview) if preview.violations.is_empty() => {
                outcome.unwrap();
                let (gains, loses) = (&preview.effects.gains, &preview.effects.loses);
                told(&small, gains, &after.difference(&before).cloned().collect(), &before);
                told(&small, loses, &before.difference(&after).cloned().collect(), &after);
                done += 1;
            }
            Ok(preview) => {
                let code = outcome.unwrap_err().code;
                assert!(
                    preview.violations.iter().any(|broken| broken.rule.code() == code),
                    "{code}: {preview:?}"
                );
                assert_eq!(before, after);
                refused += 1;
            }
        }
        for _ in 0..4 {
            let (resource, _) = random.pick(&small.resources);
            let permission: &String = random.pick(&small.permissions);
            agree(&small, seat, permission, resource).await;
        }
        w.clock.pass_seconds(600);
    }
    println!("{done} changes done and {refused} refused, each as previewed");
    for permission in &small.permissions {
        for (resource, _) in &small.resources {
            agree(&small, &small.dev, permission, resource).await;
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn each_permission_is_named_once_at_the_highest_resource() {
    let small = Small::new().await;
    let w = &small.w;
    let app = &small.resources[1].0;
    let asked = vec![grant_on("app-admin", app)];
    let by = w.by(&small.admin);
    let preview =
        members::preview_grants(&w.cx, &by, small.dev.account, small.dev.member, asked).await.unwrap();
    let at = |permission: &str| {
        let named = preview.effects.gains.iter().filter(|gain| gain.permission == permission);
        named.map(|gain| gain.resource.clone()).collect::<Vec<_>>()
    };
    assert_eq!(at("key.manage"), std::slice::from_ref(app));
    assert_eq!(
        at("functions.manage"),
        [ResourceRef::account(small.dev.account)],
        "held on the whole account"
    );
    assert_eq!(at("account.view"), [ResourceRef::account(small.dev.account)]);
    w.finish().await;
}

#[tokio::test]
async fn a_preview_changes_nothing_and_is_for_who_may_change_roles() {
    let small = Small::new().await;
    let w = &small.w;
    w.deliver().await;
    let (id, member) = (small.dev.account, small.dev.member);
    let before = w.snapshot(id).await;
    let asked = || grants(&["account-admin", "functions-viewer", "functions-developer"]);
    let preview = members::preview_grants(&w.cx, &w.by(&small.admin), id, member, asked()).await.unwrap();
    let rules: BTreeSet<_> = preview.violations.iter().map(|broken| broken.rule.code()).collect();
    assert_eq!((rules.len(), preview.violations.len()), (1, 3), "every clash is told: {rules:?}");
    assert!(!preview.effects.gains.is_empty(), "beside what would be gained");
    assert_eq!(w.snapshot(id).await, before);
    let call = w.by(&small.dev);
    let refused = w.refused(&small.dev, members::preview_grants(&w.cx, &call, id, member, asked())).await;
    assert_eq!(refused.code, "permission_denied");
    w.finish().await;
}

/// As many grants as a member may hold, on apps and keysets, of which so many end, each at a time of its own.
fn as_many_as_may_be(w: &World, places: &[ResourceRef], windows: usize, first_end: i64) -> Vec<NewGrant> {
    let one = |(at, place): (usize, &ResourceRef)| {
        let role = if place.kind == "app" { "app-viewer" } else { "keyset-admin" };
        let end = w.now().plus_seconds(first_end + i64::try_from(at).unwrap());
        NewGrant { expires_at: (at < windows).then_some(end), ..grant_on(role, place) }
    };
    places.iter().enumerate().map(one).collect()
}

/// How long this thread has worked; what others do on the machine meanwhile does not count.
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.try_into().unwrap()
}

#[tokio::test]
async fn a_preview_of_as_much_as_may_be_does_not_stall() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    let (id, name, now) = (owner.account, || "one".to_owned().try_into().unwrap(), w.now());
    let mut unit = w.unit(Access::Write).await;
    let mut places = Vec::new();
    for _ in 0..250 {
        let app = AppId::new(w.cx.ids.uuid());
        let keyset = Resource::keyset(KeysetId::new(w.cx.ids.uuid()), id, app, name(), now);
        for resource in [Resource::app(app, id, name(), now), keyset] {
            unit.resources().insert(&resource).await.unwrap();
            places.push(resource.name);
        }
    }
    unit.commit().await.unwrap();
    w.put(&owner, dev.member, as_many_as_may_be(&w, &places, 50, 1000)).await.unwrap();
    let preview = async |windows, first_end| {
        let asked = as_many_as_may_be(&w, &places, windows, first_end);
        let since = worked();
        let preview = members::preview_grants(&w.cx, &w.by(&owner), id, dev.member, asked).await.unwrap();
        let took = worked().saturating_sub(since);
        println!("a preview of 500 grants, {windows} of them with an end: {took:?}");
        assert!(took < Duration::from_secs(2), "{windows}: {took:?}");
        preview
    };
    let longer = preview(50, 5000).await;
    assert!(longer.violations.is_empty() && !longer.effects.gains.is_empty());
    // One that ends too many is told so, and costs no more either.
    for windows in [51, 500] {
        let refused = preview(windows, 5000).await;
        let told: Vec<_> =
            refused.violations.iter().map(|broken| (broken.rule.code(), broken.pointer.as_deref())).collect();
        assert_eq!(told, [("invalid_grant", Some("/grants/50"))]);
    }
    let error = w.refused(&owner, w.put(&owner, dev.member, as_many_as_may_be(&w, &places, 51, 5000))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "invalid_grant"));
    w.finish().await;
}

#[tokio::test]
async fn no_role_would_allow_what_is_asked_of_a_member_who_is_not_active() {
    let small = Small::new().await;
    let w = &small.w;
    let roles = async || {
        let (call, dev) = (w.by(&small.owner), &small.dev);
        let explained = explain(&w.cx, &call, dev.account, dev.member, "member.invite", None).await.unwrap();
        assert!(!explained.explanation.allowed);
        explained.explanation.roles_that_would_allow
    };
    assert!(!roles().await.is_empty());
    w.suspend(&small.owner, small.dev.member, true).await.unwrap();
    assert!(roles().await.is_empty());
    w.finish().await;
}
