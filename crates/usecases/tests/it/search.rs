//! The searches answer what as many single decisions would.

use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::access;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::small::Small;
use crate::support::{Random, Seat, World, code, grants};

async fn subjects(small: &Small, permission: &str, resource: &ResourceRef, limit: u64) -> Vec<String> {
    let (cx, call) = (&small.w.cx, small.w.call(small.w.any_platform()));
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let page = access::subjects(cx, &call, permission, resource, after, limit).await.unwrap();
        after = page.items.last().copied();
        found.extend(page.items.iter().map(ToString::to_string));
        if !page.more {
            return found;
        }
    }
}

async fn resources(small: &Small, seat: &Seat, permission: &str, kind: &str, limit: u64) -> Vec<ResourceRef> {
    let (cx, call) = (&small.w.cx, small.w.by(seat));
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let page =
            access::resources(cx, &call, seat.user, permission, kind, None, after, limit).await.unwrap();
        after = page.items.last().map(|(cursor, _)| *cursor);
        found.extend(page.items.into_iter().map(|(_, name)| name));
        if !page.more {
            return found;
        }
    }
}

#[tokio::test]
async fn searches_agree_with_decisions() {
    let small = Small::new().await;
    let w = &small.w;
    let guest = w.join(&small.owner, "guest", vec![]).await;
    let suspended = w.join(&small.owner, "suspended", grants(&["account-admin"])).await;
    w.suspend(&small.owner, suspended.member, true).await.unwrap();
    let seats = [&small.owner, &small.admin, &small.dev, &guest, &suspended];
    let mut random = Random::new(11);
    let mut compared = 0;
    for round in 0..12 {
        for seat in [&small.dev, &guest] {
            let asked = small.random_grants(&mut random, 4);
            // What breaks a rule is left out.
            w.put(&small.owner, seat.member, asked).await.ok();
        }
        let limit = [1, 2, 100][round % 3];
        for _ in 0..8 {
            let permission: &String = random.pick(&small.permissions);
            let (resource, _) = random.pick(&small.resources);
            let mut expected = BTreeSet::new();
            for seat in seats {
                if w.may_at(seat, permission, resource).await {
                    expected.insert(seat.user.to_string());
                }
            }
            let found = subjects(&small, permission, resource, limit).await;
            assert_eq!(found.len(), expected.len(), "{permission} at {resource:?}: nobody twice");
            assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected, "{permission} at {resource:?}");

            let seat: &Seat = random.pick::<&Seat>(&[&small.dev, &guest, &suspended]);
            for kind in ["account", "app", "keyset"] {
                let mut expected = BTreeSet::new();
                for (resource, _) in small.resources.iter().filter(|(name, _)| name.kind == kind) {
                    if w.may_at(seat, permission, resource).await {
                        expected.insert(resource.clone());
                    }
                }
                let found = resources(&small, seat, permission, kind, limit).await;
                assert_eq!(found.len(), expected.len(), "{permission} on {kind}: none twice");
                assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected, "{permission} on {kind}");
                compared += 1;
            }
        }
        w.clock.pass_seconds(1800);
    }
    println!("{compared} searches for resources, each as the decisions");
    w.finish().await;
}

#[tokio::test]
async fn an_action_search_lists_what_is_declared_for_the_type_and_held() {
    let small = Small::new().await;
    let w = &small.w;
    let app = &small.resources[1].0;
    w.put(&small.owner, small.dev.member, vec![crate::support::grant_on("app-viewer", app)]).await.unwrap();
    let call = w.by(&small.dev);
    let actions = access::actions(&w.cx, &call, Some(small.dev.user), app).await.unwrap();
    let expected = [
        "app.view",
        "app.configuration.view",
        "app.settings.view",
        "app.statistics.view",
        "functions.deployment.view",
        "functions.view",
        "functions.code.view",
    ];
    assert_eq!(actions, expected);
    w.finish().await;
}

#[tokio::test]
async fn what_is_unknown_is_empty_and_others_are_not_asked_about_by_anyone() {
    let small = Small::new().await;
    let w = &small.w;
    let (cx, platform) = (&w.cx, w.call(w.any_platform()));
    let app = &small.resources[1].0;
    let keyset_as_app = {
        let keyset = &small.resources[3].0;
        let id: bailiwick_domain::ids::KeysetId = keyset.id.parse().unwrap();
        ResourceRef { kind: "app".to_owned(), id: bailiwick_domain::ids::AppId::new(id.uuid()).to_string() }
    };
    let nowhere = ResourceRef { kind: "dashboard".to_owned(), id: "d1".to_owned() };
    let nonsense = ResourceRef { kind: "app".to_owned(), id: "app_nonsense".to_owned() };
    for unknown in [&keyset_as_app, &nowhere, &nonsense] {
        assert!(
            access::subjects(cx, &platform, "app.view", unknown, None, 10).await.unwrap().items.is_empty()
        );
        assert!(access::actions(cx, &platform, Some(small.owner.user), unknown).await.unwrap().is_empty());
    }
    assert!(access::subjects(cx, &platform, "app.fly", app, None, 10).await.unwrap().items.is_empty());
    let owner = small.owner.user;
    for (permission, kind) in [("app.fly", "app"), ("app.view", "dashboard")] {
        let found = access::resources(cx, &platform, owner, permission, kind, None, None, 10).await.unwrap();
        assert!(found.items.is_empty());
    }
    let dev = w.by(&small.dev);
    assert_eq!(code(access::subjects(cx, &dev, "app.view", app, None, 10).await), "permission_denied");
    assert_eq!(code(access::actions(cx, &dev, Some(owner), app).await), "permission_denied");
    let refused = access::resources(cx, &dev, owner, "app.view", "app", None, None, 10).await;
    assert_eq!(code(refused), "permission_denied");
    w.finish().await;
}

#[tokio::test]
async fn a_forged_cursor_does_not_lead_out_of_the_account() {
    let small = Small::new().await;
    let w = &small.w;
    let (mine, theirs) = (w.sign_up("mine", "pubnub").await, &small.owner);
    w.app(&mine, "mine").await;
    // A member of both, about whom the one account may ask within itself.
    let here = w.join_known(&mine, "dev", &small.dev, vec![]).await;
    w.put(&mine, here.member, grants(&["account-admin"])).await.unwrap();
    w.put(theirs, small.dev.member, grants(&["account-admin"])).await.unwrap();
    let search = async |seat: &Seat, account, after| {
        let found =
            access::resources(&w.cx, &w.by(seat), here.user, "app.view", "app", account, after, 10).await;
        found.unwrap().items.into_iter().map(|((account, _), _)| account).collect::<Vec<_>>()
    };
    assert_eq!(search(&mine, Some(mine.account), None).await, [mine.account]);
    let keys = [None, Some(Uuid::nil()), Some(theirs.account.uuid())];
    for key in keys {
        let found = search(&mine, Some(mine.account), Some((theirs.account, key))).await;
        assert_eq!(found, [mine.account], "{key:?}");
    }
    // Their own cursor leads through all accounts.
    let own = search(&here, None, None).await;
    assert_eq!(
        (own.len(), search(&here, None, Some((theirs.account, Some(Uuid::nil())))).await.len()),
        (3, 3)
    );
    w.finish().await;
}

/// By a cursor of their own making no more than from the start.
#[tokio::test]
async fn who_came_by_another_way_finds_nothing_in_an_account_with_a_sign_in_of_its_own_alone() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let app = w.app(&ada, "Shop").await;
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    let own = w.sign_up("own", "standard").await;
    let at_own = w.join_known(&own, "bob", &bob, grants(&["viewer"])).await;
    let open = w.app(&own, "Open").await;
    let find = async |seat: &Seat, after| {
        let call = w.by(seat);
        let page = access::resources(&w.cx, &call, seat.user, "app.view", "app", None, after, 10).await;
        page.unwrap().items.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(find(&bob, None).await, [app.name.clone(), open.name.clone()]);
    w.run_raw(&format!("UPDATE accounts SET sso_strict = true WHERE name = '{}'", "The account of ada"))
        .await;
    w.run_raw("UPDATE heads SET access_revision = access_revision + 1 WHERE kind = 'account'").await;
    w.clock.pass_seconds(1);
    assert_eq!(find(&bob, None).await, std::slice::from_ref(&open.name));
    assert_eq!(find(&at_own, Some((ada.account, Some(Uuid::nil())))).await, [open.name]);
    assert_eq!(find(&ada, None).await, [app.name], "owners come by any way");
    let (call, account) = (w.by(&bob), ResourceRef::account(ada.account));
    let subjects = access::subjects(&w.cx, &call, "app.view", &account, None, 10).await;
    assert_eq!(code(subjects), "sso_required");
    w.deliver().await;
    w.finish().await;
}
