//! What a node may believe, and for how long. The clock stands still, so what is seen at once is not owed to time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::access::{Decision, Outcome, Question, evaluate};
use bailiwick_usecases::{resources, sessions};

use crate::models::WORKSHOP;
use crate::support::{Seat, Setup, Watch, World, at_once, code, grant_on, grants};

const BOUND: Duration = Duration::from_millis(250);

async fn fresh(w: &World, seat: &Seat, permission: &str, resource: &ResourceRef) -> Outcome {
    let key = resource.key().unwrap();
    let (decisions, account) = (&w.cx.decisions, Some(seat.account));
    decisions.decide_fresh(seat.user, account, key, permission, w.now()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_this_node_changed_is_seen_from_the_moment_that_its_commit_returns() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    // Odd while it changes; then even, with the answer that must come in the next bit.
    let phase = Arc::new(AtomicU64::new(1));
    let hammer = |_| {
        let (w, dev, app, phase) = (Arc::clone(&w), dev.clone(), app.name.clone(), Arc::clone(&phase));
        tokio::spawn(async move {
            let mut judged = 0_u64;
            loop {
                let before = phase.load(Ordering::SeqCst);
                if before == u64::MAX {
                    return judged;
                }
                let allowed = w.may_at(&dev, "key.manage", &app).await;
                if before % 2 == 0 && phase.load(Ordering::SeqCst) == before {
                    assert_eq!(allowed, before & 2 == 2, "in phase {before}");
                    judged += 1;
                }
                tokio::task::yield_now().await;
            }
        })
    };
    let hammers: Vec<_> = (0..4).map(hammer).collect();
    for round in 1..=50_u64 {
        phase.store(1, Ordering::SeqCst);
        let granted = round % 2 == 1;
        let asked = if granted { vec![grant_on("app-admin", &app.name)] } else { vec![] };
        w.put(&owner, dev.member, asked).await.unwrap();
        phase.store(round * 4 + u64::from(granted) * 2, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    phase.store(u64::MAX, Ordering::SeqCst);
    let mut judged = 0;
    for hammer in hammers {
        judged += hammer.await.unwrap();
    }
    println!("{judged} decisions between 50 flips of a grant, none by what was before");
    assert!(judged > 50);
    w.finish().await;
}

#[tokio::test]
async fn another_nodes_change_is_seen_once_the_bound_has_passed() {
    let here = World::new().await;
    let there = here.another_node(Setup::default()).await;
    let owner = here.sign_up("owner", "pubnub").await;
    let app = here.app(&owner, "one").await;
    let dev = here.join(&owner, "dev", vec![grant_on("app-admin", &app.name)]).await;
    assert!(there.may_at(&dev, "key.manage", &app.name).await);
    here.put(&owner, dev.member, vec![]).await.unwrap();
    assert!(!here.may_at(&dev, "key.manage", &app.name).await);
    there.clock.pass(BOUND / 2);
    assert!(there.may_at(&dev, "key.manage", &app.name).await, "it may not have heard of it yet");
    assert_eq!(
        fresh(&there, &dev, "key.manage", &app.name).await,
        Outcome::Denied,
        "but for who asks the database"
    );
    there.clock.pass(BOUND / 2);
    assert!(!there.may_at(&dev, "key.manage", &app.name).await);
    here.put(&owner, dev.member, vec![grant_on("app-viewer", &app.name)]).await.unwrap();
    there.clock.pass(BOUND);
    assert!(there.may_at(&dev, "key.view", &app.name).await);
    here.finish().await;
}

#[tokio::test]
async fn absence_is_never_kept() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let there = w.another_node(Setup::default().with_model(WORKSHOP)).await;
    let platform = w.call(w.platform().await);
    let shelf = ResourceRef { kind: "shelf".to_owned(), id: "s1".to_owned() };
    let bob = w.sign_up("bob", "standard").await;
    for node in [&w, &there] {
        assert_eq!(node.decide(&owner, "box.open", &shelf).await, Outcome::UnknownResource);
        let seat = bob.at(owner.account, bob.member);
        let account = ResourceRef::account(owner.account);
        assert_eq!(node.decide(&seat, "account.view", &account).await, Outcome::NotAMember);
    }
    let account = ResourceRef::account(owner.account);
    resources::put(&w.cx, &platform, owner.account, shelf.clone(), &account, None).await.unwrap();
    let bob = w.join_known(&owner, "bob", &bob, grants(&["chief"])).await;
    for node in [&w, &there] {
        assert!(node.may_at(&owner, "box.open", &shelf).await);
    }
    assert!(w.may(&bob, "member.view").await);
    there.clock.pass(BOUND);
    assert!(there.may(&bob, "member.view").await);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_busy_account_is_confirmed_by_one_read_for_all_who_ask() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup::watched(&watch)).await);
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let dev = w.join(&owner, "dev", vec![grant_on("app-admin", &app.name)]).await;
    let ask = |times: usize| {
        let one = |_| {
            let (w, dev, app) = (Arc::clone(&w), dev.clone(), app.name.clone());
            async move {
                for _ in 0..times {
                    assert!(w.may_at(&dev, "key.manage", &app).await);
                }
            }
        };
        at_once((0..16).map(one).collect())
    };
    ask(10).await;
    watch.take();
    ask(100).await;
    assert_eq!(watch.take(), (0, 0), "within the bound nothing is read");
    w.clock.pass(BOUND);
    ask(100).await;
    assert_eq!(watch.take(), (1, 0), "once it has passed, one reads the revision for all, and nothing moved");
    w.clock.pass(BOUND / 10 * 9);
    ask(100).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(watch.take(), (0, 0), "nor ahead, before nine tenths of it have passed");
    w.clock.pass(Duration::from_millis(1));
    ask(100).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(watch.take(), (1, 0), "then one is sent ahead");
    w.clock.pass(BOUND / 10);
    ask(100).await;
    assert_eq!(watch.take(), (0, 0), "so that nobody waits when the bound would have passed");
    w.finish().await;
}

#[tokio::test]
async fn reads_follow_a_change_once_and_then_no_more() {
    let watch = Arc::new(Watch::default());
    let w = World::of(Setup::watched(&watch)).await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let dev = w.join(&owner, "dev", vec![grant_on("app-admin", &app.name)]).await;
    for _ in 0..10 {
        w.may_at(&dev, "key.manage", &app.name).await;
    }
    for viewer in [true, false, true] {
        let role = if viewer { "app-viewer" } else { "app-admin" };
        w.put(&owner, dev.member, vec![grant_on(role, &app.name)]).await.unwrap();
        watch.take();
        for _ in 0..10 {
            assert_eq!(w.may_at(&dev, "key.manage", &app.name).await, !viewer);
        }
        let (revisions, others) = watch.take();
        assert!(revisions <= 1 && (2..=4).contains(&others), "{revisions} and {others}");
    }
    w.finish().await;
}

/// A shelf under an app, a lead of another app, and what makes the shelf leave before the lead comes to that app.
async fn crossing(watch: &Arc<Watch>) -> (Arc<World>, Seat, ResourceRef) {
    let w = Arc::new(World::of(Setup::watched(watch).with_model(WORKSHOP)).await);
    let owner = w.sign_up("owner", "workshop").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let shelf = ResourceRef { kind: "shelf".to_owned(), id: "s1".to_owned() };
    let platform = w.platform().await;
    resources::put(&w.cx, &w.call(platform), owner.account, shelf.clone(), &one.name, None).await.unwrap();
    let lead = w.join(&owner, "lead", vec![grant_on("lead", &two.name)]).await;
    let (world, name, target) = (Arc::clone(&w), shelf.clone(), lead.member);
    watch
        .before_member(async move {
            let account = ResourceRef::account(owner.account);
            let call = world.call(platform);
            resources::put(&world.cx, &call, owner.account, name, &account, None).await.unwrap();
            world.put(&owner, target, vec![grant_on("lead", &one.name)]).await.unwrap();
        })
        .await;
    (w, lead, shelf)
}

#[tokio::test]
async fn a_decision_does_not_mix_a_path_and_grants_that_never_stood_together() {
    let watch = Arc::new(Watch::default());
    let (w, lead, shelf) = crossing(&watch).await;
    assert_eq!(w.decide(&lead, "app.settings.manage", &shelf).await, Outcome::Denied);
    let (w, lead, shelf) = crossing(&watch).await;
    assert_eq!(
        fresh(&w, &lead, "app.settings.manage", &shelf).await,
        Outcome::Denied,
        "nor by the database alone"
    );
    w.finish().await;
}

#[tokio::test]
async fn a_closed_account_allows_nothing() {
    let w = World::new().await;
    let there = w.another_node(Setup::default()).await;
    let owner = w.sign_up("owner", "standard").await;
    let app = w.app(&owner, "one").await;
    let account = ResourceRef::account(owner.account);
    for resource in [&account, &app.name] {
        assert!(
            w.may_at(&owner, "app.view", resource).await && there.may_at(&owner, "app.view", resource).await
        );
    }
    w.set_status(owner.account, AccountStatus::Closing).await;
    assert!(w.may(&owner, "account.view").await);
    w.set_status(owner.account, AccountStatus::Closed).await;
    there.clock.pass(BOUND);
    for node in [&w, &there] {
        for resource in [&account, &app.name] {
            assert_eq!(node.decide(&owner, "app.view", resource).await, Outcome::AccountClosed);
            assert_eq!(fresh(node, &owner, "app.view", resource).await, Outcome::AccountClosed);
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn a_session_that_this_node_ends_is_refused_at_once_and_elsewhere_within_the_bound() {
    let w = World::new().await;
    let there = w.another_node(Setup::default()).await;
    let ada = w.sign_up("ada", "standard").await;
    let known = async |node: &World| sessions::authenticate(&node.cx, Some(&ada.token)).await;
    assert!(known(&w).await.is_ok() && known(&there).await.is_ok());
    sessions::revoke(&w.cx, &w.by(&ada), None).await.unwrap();
    assert_eq!(code(known(&w).await), "unauthenticated");
    assert!(known(&there).await.is_ok(), "it may not have heard of it yet");
    there.clock.pass(BOUND);
    assert_eq!(code(known(&there).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn a_session_that_ends_while_it_is_being_read_is_not_kept() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup::watched(&watch)).await);
    let ada = w.sign_up("ada", "standard").await;
    for asked_meanwhile in [false, true] {
        let new = w.sign_in("ada").await.unwrap();
        let token = new.token.reveal().unwrap().to_owned();
        let (world, seat, meanwhile) = (Arc::clone(&w), ada.clone(), token.clone());
        let (asks, asked) = tokio::sync::oneshot::channel();
        watch
            .after_session(async move {
                sessions::revoke(&world.cx, &world.by(&seat), Some(new.id)).await.unwrap();
                if asked_meanwhile {
                    // It waits for this read, so this read does not wait for it.
                    let ask = async move { code(sessions::authenticate(&world.cx, Some(&meanwhile)).await) };
                    asks.send(tokio::spawn(ask)).unwrap();
                    tokio::task::yield_now().await;
                }
            })
            .await;
        for _ in 0..2 {
            assert_eq!(code(sessions::authenticate(&w.cx, Some(&token)).await), "unauthenticated");
        }
        if asked_meanwhile {
            assert_eq!(asked.await.unwrap().await.unwrap(), "unauthenticated");
        }
    }
    w.finish().await;
}

async fn ask(w: &World, call: bailiwick_usecases::Caller, question: Question<'_>) -> Decision {
    evaluate(&w.cx, &w.call(call), question).await.unwrap()
}

#[tokio::test]
async fn what_is_unknown_is_never_allowed_and_says_why() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let other = w.sign_up("other", "standard").await;
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let (user, account) = (owner.user.to_string(), owner.account.to_string());
    let other_account = other.account.to_string();
    let question = Question {
        subject_type: "user",
        subject_id: &user,
        permission: "app.view",
        resource_type: "app",
        resource_id: &app.name.id,
        account: None,
        fresh: false,
    };
    let forged = [
        bailiwick_domain::ids::AppId::new(keyset.key).to_string(),
        bailiwick_domain::ids::AppId::new(owner.account.uuid()).to_string(),
    ];
    let forged_account = bailiwick_domain::ids::AccountId::new(app.key).to_string();
    let viewer_id = viewer.user.to_string();
    let stranger = other.user.to_string();
    for fresh in [false, true] {
        let question = Question { fresh, ..question };
        let cases = [
            (question, None),
            (Question { account: Some(&account), ..question }, None),
            (
                Question { subject_id: &viewer_id, permission: "app.create", ..question },
                Some("permission_denied"),
            ),
            (Question { permission: "app.fly", ..question }, Some("unknown_permission")),
            (Question { account: Some(&other_account), ..question }, Some("unknown_resource")),
            (Question { account: Some("acct_nonsense"), ..question }, Some("unknown_resource")),
            (Question { resource_type: "keyset", ..question }, Some("unknown_resource")),
            (
                Question { resource_type: "dashboard", resource_id: "d1", ..question },
                Some("unknown_resource"),
            ),
            (Question { resource_id: &forged[0], ..question }, Some("unknown_resource")),
            (Question { resource_id: &forged[1], ..question }, Some("unknown_resource")),
            (
                Question { resource_type: "account", resource_id: &forged_account, ..question },
                Some("unknown_resource"),
            ),
            (Question { subject_id: &stranger, ..question }, Some("not_a_member")),
            (Question { subject_id: "user_nonsense", ..question }, Some("not_a_member")),
            (Question { subject_type: "group", ..question }, Some("not_a_member")),
        ];
        for (question, why) in cases {
            // Asked twice, so that what is known already answers too.
            for _ in 0..2 {
                let decision = ask(&w, w.any_platform(), question).await;
                assert_eq!(decision, Decision { allowed: why.is_none(), code: why }, "{question:?}");
            }
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn who_may_see_members_asks_about_others_and_everyone_about_themselves() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "arbify").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let stranger = w.sign_up("stranger", "standard").await;
    let (of_owner, of_viewer) = (owner.user.to_string(), viewer.user.to_string());
    let account = owner.account.to_string();
    let about = |subject| Question {
        subject_type: "user",
        subject_id: subject,
        permission: "report.view",
        resource_type: "account",
        resource_id: &account,
        account: None,
        fresh: false,
    };
    assert!(ask(&w, viewer.caller(), about(&of_viewer)).await.allowed);
    assert!(ask(&w, owner.caller(), about(&of_viewer)).await.allowed);
    for caller in [viewer.caller(), stranger.caller()] {
        let refused = evaluate(&w.cx, &w.call(caller), about(&of_owner)).await;
        assert_eq!(code(refused), "permission_denied");
    }
    let refused = evaluate(&w.cx, &w.anonymous(), about(&of_owner)).await;
    assert_eq!(code(refused), "unauthenticated");
    w.finish().await;
}
