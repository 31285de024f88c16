//! Who may change what members hold, and which sets of grants stand.

use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::input::NewGrant;

use crate::models::WORKSHOP;
use crate::support::{Seat, World, grant, grant_on, grants};

/// An account of a model with an owner and one member for each role that can be invited to the account.
async fn staffed(w: &World, model: &str, roles: &[&str]) -> (Seat, Vec<Seat>) {
    let owner = w.sign_up("owner", model).await;
    let mut seats = Vec::new();
    for role in roles {
        seats.push(w.join(&owner, role, grants(&[role])).await);
    }
    (owner, seats)
}

#[tokio::test]
async fn under_every_model_only_those_who_may_change_roles_do() {
    let w = World::new().await;
    let staffs: [(&str, &[&str], &[&str]); 5] = [
        ("standard", &["admin"], &["member", "billing", "viewer"]),
        ("ably", &["admin"], &["developer", "billing"]),
        ("arbify", &["admin"], &["user", "viewer"]),
        ("pubnub", &["account-admin"], &["functions-developer", "business-insights", "illuminate-admin"]),
        ("pubnub-classic", &[], &["pubnub-insights", "illuminate-admin"]),
    ];
    for (model, may, may_not) in staffs {
        let owner = w.sign_up(&format!("owner-{model}"), model).await;
        let plain = may_not[may_not.len() - 1];
        let other = may_not[0];
        let target = w.join(&owner, &format!("target-{model}"), grants(&[plain])).await;
        for role in may {
            let seat = w.join(&owner, &format!("{role}-{model}"), grants(&[role])).await;
            w.put(&seat, target.member, grants(&[other])).await.unwrap();
            assert_eq!(w.held(&target).await, [other], "{model}: {role}");
            w.put(&owner, target.member, grants(&[plain])).await.unwrap();
        }
        for role in may_not {
            let seat = w.join(&owner, &format!("{role}-{model}"), grants(&[role])).await;
            w.deliver().await;
            let error = w.refused(&seat, w.put(&seat, target.member, grants(&[other]))).await;
            assert_eq!(
                (error.kind, error.code.as_str()),
                (Kind::Forbidden, "permission_denied"),
                "{model}: {role}"
            );
            assert_eq!(error.permission.as_deref(), Some("member.roles.change"));
            assert_eq!(error.resource, Some(ResourceRef::account(owner.account)));
            let error = w.refused(&seat, w.invite(&seat, "nobody", vec![])).await;
            assert_eq!(error.permission.as_deref(), Some("member.invite"), "{model}: {role}");
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn a_change_is_audited_and_the_member_is_told_but_not_of_their_own() {
    let w = World::new().await;
    let (owner, seats) = staffed(&w, "standard", &["admin", "viewer"]).await;
    let [admin, viewer] = &seats[..] else { panic!() };
    w.deliver().await;
    w.put(&admin.clone(), viewer.member, grants(&["viewer", "billing"])).await.unwrap();
    let event = w.last_event(owner.account).await;
    assert_eq!(event.action, "member.grants_changed");
    assert_eq!(event.actor.id, Some(admin.user.to_string()));
    assert_eq!(event.target.id, Some(viewer.member.to_string()));
    let roles = |value: &serde_json::Value| {
        let grants = value["grants"].as_array().unwrap();
        grants.iter().map(|grant| grant["role"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(roles(&event.before), ["viewer"]);
    assert_eq!(roles(&event.after), ["viewer", "billing"]);
    let mails = w.deliver().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "viewer@example.com"));
    assert!(mails[0].text.contains("- billing"), "{}", mails[0].text);

    w.put(admin, admin.member, grants(&["viewer"])).await.unwrap();
    assert_eq!(w.waiting().await, 0, "one's own change needs no mail");
    w.finish().await;
}

#[tokio::test]
async fn the_same_set_again_in_any_order_is_no_change() {
    let w = World::new().await;
    let (owner, seats) = staffed(&w, "standard", &["viewer"]).await;
    let viewer = &seats[0];
    let both = || grants(&["viewer", "billing"]);
    let first = w.put(&owner, viewer.member, both()).await.unwrap();
    w.deliver().await;
    let before = w.snapshot(owner.account).await;
    for asked in [both(), grants(&["billing", "viewer"])] {
        let again = w.put(&owner, viewer.member, asked).await.unwrap();
        assert_eq!(again.version, first.version);
        assert_eq!(w.snapshot(owner.account).await, before);
    }
    let twice = w.refused(&owner, w.put(&owner, viewer.member, grants(&["viewer", "viewer"]))).await;
    assert_eq!((twice.code.as_str(), twice.errors[0].pointer.as_str()), ("invalid_grant", "/grants/1"));
    w.finish().await;
}

#[tokio::test]
async fn nobody_adds_to_what_they_hold_themselves_and_may_take_from_it() {
    let w = World::new().await;
    let (_, seats) = staffed(&w, "standard", &["admin"]).await;
    let admin = &seats[0];
    w.deliver().await;
    let error = w.refused(admin, w.put(admin, admin.member, grants(&["admin", "billing"]))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "self_escalation"));
    // What an admin has already may be named by another role too.
    w.put(admin, admin.member, grants(&["admin", "member"])).await.unwrap();
    w.put(admin, admin.member, grants(&["member"])).await.unwrap();
    assert!(!w.may(admin, "member.roles.change").await);
    let error = w.refused(admin, w.put(admin, admin.member, grants(&["admin"]))).await;
    assert_eq!(error.code, "permission_denied", "and the way back is another's");
    w.finish().await;
}

#[tokio::test]
async fn nobody_makes_their_own_grant_last_longer() {
    let w = World::new().await;
    let (owner, seats) = staffed(&w, "standard", &["admin"]).await;
    let admin = &seats[0];
    let until =
        |days: i64| NewGrant { expires_at: Some(w.now().plus_seconds(days * 86_400)), ..grant("admin") };
    let (short, shorter, longer) = (until(10), until(5), until(20));
    w.put(&owner, admin.member, vec![short]).await.unwrap();
    w.deliver().await;
    for more in [longer, grant("admin")] {
        let error = w.refused(admin, w.put(admin, admin.member, vec![more])).await;
        assert_eq!(error.code, "self_escalation");
    }
    w.put(admin, admin.member, vec![shorter]).await.unwrap();
    w.clock.pass_seconds(5 * 86_400);
    assert!(!w.may(admin, "member.roles.change").await);
    w.finish().await;
}

#[tokio::test]
async fn a_role_is_granted_and_revoked_only_by_the_roles_that_it_names() {
    let w = World::with_model(WORKSHOP).await;
    let (owner, seats) = staffed(&w, "workshop", &["chief", "clerk"]).await;
    let [chief, clerk] = &seats[..] else { panic!() };
    let target = w.join(&owner, "target", vec![]).await;
    w.deliver().await;
    let error = w.refused(chief, w.put(chief, target.member, grants(&["chief"]))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "role_not_grantable"));
    assert_eq!(error.grants[0].role, "chief");
    w.put(chief, target.member, grants(&["steward"])).await.unwrap();
    w.deliver().await;
    // A clerk changes roles, but no role names a clerk.
    for asked in [grants(&["chief", "steward"]), grants(&[])] {
        let error = w.refused(clerk, w.put(clerk, target.member, asked)).await;
        assert_eq!(error.code, "role_not_grantable");
    }
    assert_eq!(w.held(&target).await, ["steward"]);
    w.finish().await;
}

#[tokio::test]
async fn a_role_held_on_an_app_grants_on_that_app_alone() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let lead = w.join(&owner, "lead", vec![grant("clerk"), grant_on("lead", &one.name)]).await;
    let target = w.join(&owner, "target", vec![]).await;
    w.deliver().await;
    w.put(&lead, target.member, vec![grant_on("app-keeper", &one.name)]).await.unwrap();
    assert!(w.may_at(&target, "app.view", &one.name).await);
    w.deliver().await;
    let both = vec![grant_on("app-keeper", &one.name), grant_on("app-keeper", &two.name)];
    let error = w.refused(&lead, w.put(&lead, target.member, both)).await;
    assert_eq!(error.code, "role_not_grantable");
    assert_eq!(error.grants[0].resource, two.name);
    w.finish().await;
}

#[tokio::test]
async fn under_a_model_of_one_role_a_member_holds_exactly_one() {
    let w = World::new().await;
    let (owner, seats) = staffed(&w, "arbify", &["viewer"]).await;
    let viewer = &seats[0];
    w.deliver().await;
    for wrong in [grants(&[]), grants(&["viewer", "user"])] {
        let error = w.refused(&owner, w.put(&owner, viewer.member, wrong)).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "single_role"));
        assert!(error.resolve.is_some());
    }
    let ending = NewGrant { expires_at: Some(w.now().plus_seconds(60)), ..grant("user") };
    let error = w.refused(&owner, w.put(&owner, viewer.member, vec![ending])).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "invalid_grant"));
    w.put(&owner, viewer.member, grants(&["user"])).await.unwrap();
    assert!(w.may(viewer, "report.generate").await);
    w.finish().await;
}

#[tokio::test]
async fn roles_that_exclude_each_other_do_not_stand_together_and_swap_in_one_request() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let keyset = w.keyset(&owner, &one, "live").await;
    let dev = w.join(&owner, "dev", vec![grant_on("app-viewer", &one.name)]).await;
    w.deliver().await;
    let clashes = [
        vec![grant_on("app-viewer", &one.name), grant_on("app-admin", &one.name)],
        vec![grant_on("app-viewer", &one.name), grant_on("keyset-viewer", &keyset.name)],
        vec![grant_on("app-viewer", &one.name), grant("account-admin")],
        vec![grant("functions-viewer"), grant("functions-developer")],
    ];
    for asked in clashes {
        let named: Vec<_> = asked.iter().map(|grant| grant.role.clone()).collect();
        let error = w.refused(&owner, w.put(&owner, dev.member, asked)).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "role_exclusion"));
        assert_eq!(error.grants.iter().map(|grant| grant.role.clone()).collect::<Vec<_>>(), named);
    }
    // Another app, or a keyset's admin beside its app's viewer, is no clash; and a swap leaves just the new one.
    let apart = vec![grant_on("app-viewer", &one.name), grant_on("app-admin", &two.name)];
    w.put(&owner, dev.member, apart).await.unwrap();
    let together = vec![grant_on("app-viewer", &one.name), grant_on("keyset-admin", &keyset.name)];
    w.put(&owner, dev.member, together).await.unwrap();
    w.put(&owner, dev.member, vec![grant_on("app-admin", &one.name)]).await.unwrap();
    w.put(&owner, dev.member, grants(&["account-admin"])).await.unwrap();
    assert_eq!(w.held(&dev).await, ["account-admin"]);
    w.finish().await;
}

#[tokio::test]
async fn what_is_never_in_force_together_does_not_exclude() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    w.deliver().await;
    let noon = w.now().plus_seconds(3600);
    let morning = NewGrant { expires_at: Some(noon), ..grant_on("app-viewer", &app.name) };
    let afternoon = |from| NewGrant { starts_at: Some(from), ..grant_on("app-admin", &app.name) };
    let asked = vec![morning.clone(), afternoon(noon.plus_seconds(-1))];
    let error = w.refused(&owner, w.put(&owner, dev.member, asked)).await;
    assert_eq!(error.code, "role_exclusion");
    w.put(&owner, dev.member, vec![morning, afternoon(noon)]).await.unwrap();
    let manages = || w.may_at(&dev, "app.settings.manage", &app.name);
    assert!(w.may_at(&dev, "app.view", &app.name).await && !manages().await);
    w.clock.pass_seconds(3600);
    assert!(w.may_at(&dev, "app.view", &app.name).await && manages().await);
    w.finish().await;
}

#[tokio::test]
async fn a_role_stands_only_where_and_as_long_as_what_it_requires() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub-classic").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let keyset = w.keyset(&owner, &one, "live").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    w.deliver().await;
    let viewer = || grant_on("functions-viewer-keyset", &keyset.name);
    let until = |grant, seconds| NewGrant { expires_at: Some(w.now().plus_seconds(seconds)), ..grant };
    let lacking = [
        vec![viewer()],
        vec![viewer(), grant_on("app-viewer", &two.name)],
        vec![viewer(), grant("pubnub-insights")],
        vec![until(viewer(), 100), until(grant_on("app-viewer", &one.name), 99)],
    ];
    for asked in lacking {
        let error = w.refused(&owner, w.put(&owner, dev.member, asked)).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "role_prerequisite"));
        assert_eq!(error.grants[0].role, "functions-viewer-keyset", "it names the grant that needs another");
    }
    for bearer in [grant_on("app-viewer", &one.name), grant_on("keyset-admin", &keyset.name)] {
        w.put(&owner, dev.member, vec![viewer(), bearer]).await.unwrap();
        assert!(w.may_at(&dev, "functions.code.view", &keyset.name).await);
        w.deliver().await;
        let error = w.refused(&owner, w.put(&owner, dev.member, vec![viewer()])).await;
        assert_eq!(error.code, "role_prerequisite", "the last prerequisite stays");
    }
    w.finish().await;
}

#[tokio::test]
async fn what_can_not_be_meant_is_invalid_with_its_place_in_the_input() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    w.deliver().await;
    let now = w.now();
    let ended = NewGrant { expires_at: Some(now), ..grant("functions-viewer") };
    let inverted = NewGrant {
        starts_at: Some(now.plus_seconds(10)),
        expires_at: Some(now.plus_seconds(5)),
        ..grant("functions-viewer")
    };
    let wrong = [
        (grant("emperor"), "/grants/1/role"),
        (grant("app-viewer"), "/grants/1/resource/type"),
        (grant_on("business-insights", &app.name), "/grants/1/resource/type"),
        (ended, "/grants/1/expires_at"),
        (inverted, "/grants/1/expires_at"),
    ];
    for (bad, pointer) in wrong {
        let asked = vec![grant("illuminate-admin"), bad];
        let error = w.refused(&owner, w.put(&owner, dev.member, asked)).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "invalid_grant"), "{pointer}");
        assert_eq!(error.errors[0].pointer, pointer);
    }
    let many = (0..501).map(|_| grant("functions-viewer")).collect();
    let error = w.refused(&owner, w.put(&owner, dev.member, many)).await;
    assert_eq!(error.code, "invalid_grant");
    w.finish().await;
}

#[tokio::test]
async fn time_is_judged_at_each_decision() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let window = NewGrant {
        starts_at: Some(w.now().plus_seconds(100)),
        expires_at: Some(w.now().plus_seconds(200)),
        ..grant("viewer")
    };
    let guest = w.join(&owner, "guest", vec![window]).await;
    let mut seen = Vec::new();
    for step in [99, 1, 99, 1] {
        seen.push(w.may(&guest, "account.view").await);
        w.clock.pass_seconds(step);
    }
    seen.push(w.may(&guest, "account.view").await);
    assert_eq!(seen, [false, false, true, true, false]);
    assert_eq!(w.held(&guest).await, ["viewer"], "the grant itself stays to be seen");
    // An unchanged grant whose time is over may stay in a new set.
    let kept = NewGrant {
        starts_at: Some(w.now().plus_seconds(-100)),
        expires_at: Some(w.now()),
        ..grant("viewer")
    };
    w.put(&owner, guest.member, vec![kept, grant("billing")]).await.unwrap();
    assert!(w.may(&guest, "invoice.view").await && !w.may(&guest, "app.view").await);
    w.finish().await;
}
