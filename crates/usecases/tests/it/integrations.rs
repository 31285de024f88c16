//! Service integrations: who makes them, what their keys are good for, and what their makers' changes do to them.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::integrations::MOST_INTEGRATIONS;
use bailiwick_domain::keys::KeyStatus;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::access::{Decision, Outcome, Question, evaluate};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::keys::{self, NewKey};
use bailiwick_usecases::{apps, integrations, jobs, members, sessions};

use crate::support::{Seat, Setup, World, code, grant_on, grants, refusal};

async fn staffed(w: &World) -> (Seat, Seat, ResourceRef) {
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let account = ResourceRef::account(owner.account);
    (owner, admin, account)
}

#[tokio::test]
async fn a_maker_gives_what_they_have_and_no_more() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let developer = w.join(&owner, "developer", grants(&["developer"])).await;
    w.deliver().await;
    let refused = w.refused(&developer, w.integrate(&developer, grants(&["developer"]))).await;
    assert_eq!(
        (refused.code.as_str(), refused.permission.as_deref()),
        ("permission_denied", Some("integration.manage"))
    );
    // An admin may grant `billing`, and does not have what it gives.
    let refused = w.refused(&admin, w.integrate(&admin, grants(&["billing"]))).await;
    assert_eq!((refused.kind, refused.code.as_str()), (Kind::Forbidden, "exceeds_maker"));
    assert_eq!((refused.permission.is_some(), refused.resource), (true, Some(account.clone())));
    for seat in [&admin, &owner] {
        assert_eq!(w.refused(seat, w.integrate(seat, grants(&["owner"]))).await.code, "role_not_grantable");
    }
    let made = w.integrate(&admin, grants(&["admin"])).await.unwrap();
    assert!(w.machine_may(made.id, "member.remove", &account).await);
    assert!(!w.machine_may(made.id, "sso.configure", &account).await);
    let event = w.last_event(owner.account).await;
    assert_eq!(
        (event.action.as_str(), event.target),
        ("integration.created", Party::new("integration", made.id))
    );
    w.finish().await;
}

#[tokio::test]
async fn a_makers_demotion_suspension_departure_and_time_drag_it_down_at_once() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let machine = w.machine(&admin, grants(&["admin"])).await;
    let may = async |permission: &str| w.machine_may(machine.id, permission, &account).await;
    assert!(may("member.remove").await && may("app.view").await);
    w.put(&owner, admin.member, grants(&["developer"])).await.unwrap();
    assert!(!may("member.remove").await && may("app.view").await, "as far as the maker still does");
    w.put(&owner, admin.member, grants(&["admin"])).await.unwrap();
    assert!(may("member.remove").await);
    w.suspend(&owner, admin.member, true).await.unwrap();
    assert_eq!(w.decide_machine(machine.id, "app.view", &account).await, Outcome::MemberNotActive);
    let seen = integrations::get(&w.cx, &w.by(&owner), owner.account, machine.id).await.unwrap();
    assert!(!seen.is_active() && seen.is_made_by(admin.member));
    w.suspend(&owner, admin.member, false).await.unwrap();
    let soon = w.now().plus_seconds(60);
    let mut short = grants(&["admin"]);
    short[0].expires_at = Some(soon);
    w.put(&owner, admin.member, short).await.unwrap();
    assert!(may("member.remove").await);
    w.clock.pass_seconds(60);
    assert!(!may("member.remove").await, "no write is needed for what ends by time");
    w.put(&owner, admin.member, grants(&["admin"])).await.unwrap();
    assert!(may("member.remove").await);
    w.remove(&admin, admin.member).await.unwrap();
    assert_eq!(w.decide_machine(machine.id, "app.view", &account).await, Outcome::MemberNotActive);
    let orphan = integrations::get(&w.cx, &w.by(&owner), owner.account, machine.id).await.unwrap();
    assert_eq!(orphan.maker, None);
    let call = w.by_machine(&machine);
    assert_eq!(code(apps::create(&w.cx, &call, owner.account, "one".to_owned()).await), "permission_denied");
    assert_eq!(code(members::get(&w.cx, &call, owner.account, owner.member).await), "permission_denied");
    w.finish().await;
}

#[tokio::test]
async fn another_node_sees_a_makers_removal_within_the_bound() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let machine = w.machine(&admin, grants(&["admin"])).await;
    let there = w.another_node(Setup::default()).await;
    assert!(there.machine_may(machine.id, "app.view", &account).await);
    w.remove(&owner, admin.member).await.unwrap();
    assert!(!w.machine_may(machine.id, "app.view", &account).await);
    there.clock.pass(std::time::Duration::from_millis(250));
    assert!(!there.machine_may(machine.id, "app.view", &account).await);
    w.finish().await;
}

#[tokio::test]
async fn a_key_acts_in_its_account_within_what_both_hold_and_under_its_own_name() {
    let w = World::new().await;
    let (owner, admin, _) = staffed(&w).await;
    let other = w.sign_up("other", "ably").await;
    let machine = w.machine(&admin, grants(&["admin"])).await;
    let call = w.by_machine(&machine);
    let app = apps::create(&w.cx, &call, owner.account, "one".to_owned()).await.unwrap().app;
    let event = w.last_event(owner.account).await;
    let actor = Party { key: Some(machine.key.to_string()), ..Party::new("integration", machine.id) };
    assert_eq!((event.action.as_str(), event.actor), ("app.created", actor));
    assert_eq!(apps::list(&w.cx, &call, owner.account, None, 9).await.unwrap().items[0].app.key, app.key);
    assert_eq!(code(apps::list(&w.cx, &call, other.account, None, 9).await), "not_found");
    assert_eq!(code(apps::create(&w.cx, &call, other.account, "two".to_owned()).await), "not_found");
    w.put(&owner, admin.member, grants(&["developer"])).await.unwrap();
    assert_eq!(code(apps::create(&w.cx, &call, owner.account, "two".to_owned()).await), "permission_denied");
    assert!(apps::get(&w.cx, &call, owner.account, bailiwick_domain::ids::AppId::new(app.key)).await.is_ok());
    w.finish().await;
}

#[tokio::test]
async fn a_list_holds_what_the_integration_and_its_maker_both_view() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let admin = w.join(&owner, "admin", grants(&["account-admin"])).await;
    let apps = [w.app(&owner, "one").await, w.app(&owner, "two").await, w.app(&owner, "three").await];
    let viewer = |at: usize| grant_on("app-viewer", &apps[at].name);
    let machine = w.machine(&admin, vec![viewer(0), viewer(1)]).await;
    let seen = async || {
        let call = w.by_machine(&machine);
        let listed = apps::list(&w.cx, &call, owner.account, None, 9).await.unwrap().items;
        let page =
            bailiwick_usecases::access::resources(&w.cx, &call, machine.id, "app.view", "app", None, None, 1);
        let first = page.await.unwrap();
        let rest = match first.items.last() {
            Some((cursor, _)) if first.more => {
                let after = Some(*cursor);
                bailiwick_usecases::access::resources(
                    &w.cx, &call, machine.id, "app.view", "app", None, after, 9,
                )
                .await
                .unwrap()
                .items
            }
            _ => Vec::new(),
        };
        let found: Vec<_> = first.items.into_iter().chain(rest).map(|(_, name)| name).collect();
        let listed: Vec<_> = listed.into_iter().map(|found| found.app.name).collect();
        assert_eq!(listed, found, "the search and the list agree");
        found
    };
    assert_eq!(seen().await, [apps[0].name.clone(), apps[1].name.clone()]);
    w.put(&owner, admin.member, vec![viewer(1), viewer(2)]).await.unwrap();
    assert_eq!(seen().await, [apps[1].name.clone()]);
    w.put(&owner, admin.member, vec![viewer(2)]).await.unwrap();
    assert_eq!(seen().await, []);
    w.finish().await;
}

#[tokio::test]
async fn nothing_grows_through_an_integration() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let guest = w.join(&owner, "guest", vec![]).await;
    let machine = w.machine(&admin, grants(&["admin"])).await;
    let (cx, id) = (&w.cx, owner.account);
    let call = || w.by_machine(&machine);
    w.deliver().await;
    let at = w.some_keyset(&owner).await;
    let key =
        NewKey { name: "Key".to_owned(), capabilities: vec![], expires_at: None, expires_in_days: None };
    let key = keys::create(cx, &w.by(&owner), at, key).await.unwrap().key;
    keys::update(cx, &call(), at, key.id, None, Some(KeyStatus::Disabled)).await.unwrap();
    members::set_suspended(cx, &call(), id, guest.member, true).await.unwrap();
    let before = w.snapshot(id).await;
    let inviting = call();
    let invited =
        bailiwick_usecases::invitations::invite(cx, &inviting, id, "x@example.com".to_owned(), None, vec![]);
    let outcomes = [
        refusal(members::put_grants(cx, &call(), id, guest.member, grants(&["admin"])).await),
        refusal(members::put_grants(cx, &call(), id, admin.member, grants(&["admin", "billing"])).await),
        refusal(members::preview_grants(cx, &call(), id, guest.member, grants(&["admin"])).await),
        refusal(invited.await),
        refusal(integrations::create(cx, &call(), id, "Another".to_owned(), vec![]).await),
        refusal(integrations::put_grants(cx, &call(), id, machine.id, grants(&["admin", "developer"])).await),
        refusal(integrations::take_over(cx, &call(), id, machine.id).await),
        refusal(integrations::create_key(cx, &call(), id, machine.id, "K".to_owned(), None, None).await),
        refusal(integrations::remove(cx, &call(), id, machine.id).await),
        refusal(members::set_suspended(cx, &call(), id, guest.member, false).await),
        refusal(members::set_suspended(cx, &call(), id, owner.member, true).await),
        refusal(members::transfer(cx, &call(), id, guest.member, &[]).await),
        refusal(keys::update(cx, &call(), at, key.id, None, Some(KeyStatus::Active)).await),
    ];
    for refused in outcomes {
        assert_eq!((refused.kind, refused.code.as_str()), (Kind::Forbidden, "user_only"), "{refused}");
    }
    assert_eq!(code(members::remove(cx, &call(), id, owner.member).await), "owner_only");
    assert_eq!(w.snapshot(id).await, before, "refusals change nothing");
    members::remove(cx, &call(), id, guest.member).await.unwrap();
    assert!(w.machine_may(machine.id, "member.remove", &account).await);
    w.finish().await;
}

#[tokio::test]
async fn a_maker_with_less_than_it_holds_still_takes_away() {
    let w = World::new().await;
    let (owner, admin, _) = staffed(&w).await;
    let machine = w.machine(&admin, grants(&["admin", "developer"])).await;
    let mut for_now = grants(&["admin"]);
    for_now[0].expires_at = Some(w.now().plus_seconds(1_000));
    w.put(&owner, admin.member, for_now).await.unwrap();
    let put = async |roles: &[&str]| {
        integrations::put_grants(&w.cx, &w.by(&admin), owner.account, machine.id, grants(roles)).await
    };
    assert_eq!(put(&["admin"]).await.unwrap().grants.len(), 1);
    assert_eq!(put(&[]).await.unwrap().grants.len(), 0);
    assert_eq!(code(put(&["admin"]).await), "exceeds_maker", "which would last longer than the maker's");
    w.finish().await;
}

#[tokio::test]
async fn only_its_maker_gives_it_more_or_makes_its_keys_until_it_is_taken_over() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let theirs = w.machine(&owner, grants(&["billing"])).await;
    // The admin could reach what the owner has, if a key were theirs to make.
    assert_eq!(w.refused(&admin, w.new_key(&admin, theirs.id)).await.code, "not_the_maker");
    let by_admin = w.by(&admin);
    let more =
        integrations::put_grants(&w.cx, &by_admin, owner.account, theirs.id, grants(&["billing", "admin"]));
    assert_eq!(w.refused(&admin, more).await.code, "not_the_maker");
    let taken = integrations::take_over(&w.cx, &w.by(&admin), owner.account, theirs.id).await.unwrap();
    assert!(taken.is_made_by(admin.member) && taken.grants.len() == 1);
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&theirs.secret)).await), "unauthenticated");
    assert!(!w.machine_may(theirs.id, "invoice.view", &account).await, "its maker has that no more");
    assert!(w.machine_may(theirs.id, "app.view", &account).await);
    assert_eq!(w.refused(&owner, w.new_key(&owner, theirs.id)).await.code, "not_the_maker");
    w.new_key(&admin, theirs.id).await.unwrap();
    let none =
        integrations::put_grants(&w.cx, &w.by(&owner), owner.account, theirs.id, vec![]).await.unwrap();
    assert_eq!(none.grants, [], "an owner can take away what is another's");
    w.finish().await;
}

#[tokio::test]
async fn whoever_left_finds_no_way_back_through_a_key_that_they_know() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let machine = w.machine(&admin, grants(&["admin"])).await;
    w.remove(&owner, admin.member).await.unwrap();
    w.invite(&owner, "admin", grants(&["admin"])).await.unwrap();
    let again = w.sign_in("admin").await.unwrap();
    let token = w.mailed_token("admin").await;
    let back = Seat { session: again.id, signed_in: w.by_password(), ..admin.clone() };
    w.accept(&back, &token).await.unwrap();
    assert!(!w.machine_may(machine.id, "app.view", &account).await, "it was another membership");
    integrations::take_over(&w.cx, &w.by(&owner), owner.account, machine.id).await.unwrap();
    assert!(w.machine_may(machine.id, "app.view", &account).await);
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&machine.secret)).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn a_removal_and_its_preview_tell_what_hangs_on_the_member() {
    let w = World::new().await;
    let (owner, admin, _) = staffed(&w).await;
    let one = w.machine(&admin, grants(&["admin"])).await;
    w.new_key(&admin, one.id).await.unwrap();
    let two = w.integrate(&admin, grants(&["developer"])).await.unwrap();
    w.machine(&owner, grants(&["admin"])).await;
    w.sign_in("admin").await.unwrap();
    let call = w.by(&owner);
    let demoted = members::preview_grants(&w.cx, &call, owner.account, admin.member, grants(&["developer"]));
    let affects = demoted.await.unwrap().affects;
    let ids = |affected: &integrations::Affected| {
        affected.integrations.iter().map(|(id, _)| *id).collect::<Vec<_>>()
    };
    assert_eq!((ids(&affects), affects.keys, affects.sessions), (vec![one.id], 2, 2));
    let same = members::preview_grants(&w.cx, &call, owner.account, admin.member, grants(&["admin"]));
    assert_eq!(same.await.unwrap().affects, integrations::Affected::default());
    let preview = members::preview_removal(&w.cx, &w.by(&owner), owner.account, admin.member).await.unwrap();
    assert_eq!(
        (ids(&preview.affects), preview.affects.keys, preview.violations),
        (vec![one.id, two.id], 2, vec![])
    );
    let last = members::preview_removal(&w.cx, &w.by(&owner), owner.account, owner.member).await.unwrap();
    assert_eq!(last.violations.len(), 1, "the last owner stays");
    let removed = w.remove_telling(&owner, admin.member).await.unwrap();
    assert_eq!(removed, preview.affects);
    w.finish().await;
}

#[tokio::test]
async fn a_key_is_told_from_a_typo_without_a_read_and_is_good_until_it_ends() {
    let watch = std::sync::Arc::default();
    let w = World::of(Setup::watched(&watch)).await;
    let (owner, _, _) = staffed(&w).await;
    let made = w.integrate(&owner, vec![]).await.unwrap();
    let end = w.now().plus_seconds(1000);
    let (cx, id) = (&w.cx, owner.account);
    let key = integrations::create_key(cx, &w.by(&owner), id, made.id, "Key".to_owned(), Some(end), None)
        .await
        .unwrap();
    let secret = key.secret.reveal().unwrap().to_owned();
    assert!(secret.starts_with("bwk_"));
    let swapped = if secret.ends_with('0') { '1' } else { '0' };
    let other = w.machine(&owner, vec![]).await;
    let typo = format!("{}{swapped}", &secret[..secret.len() - 1]);
    watch.take();
    assert_eq!(code(sessions::authenticate(cx, Some(&typo)).await), "unauthenticated");
    assert_eq!(watch.take(), (0, 0));
    for _ in 0..3 {
        sessions::authenticate(cx, Some(&secret)).await.unwrap();
    }
    assert_eq!(watch.take(), (0, 1), "known for a moment");
    jobs::mark_seen(cx).await.unwrap();
    let listed = integrations::list_keys(cx, &w.by(&owner), id, made.id, None, 9).await.unwrap();
    assert_eq!(listed.items[0].last_used_at, Some(w.now()));
    w.clock.pass_seconds(1000);
    assert_eq!(code(sessions::authenticate(cx, Some(&secret)).await), "unauthenticated", "its time is over");
    integrations::remove_key(cx, &w.by(&owner), id, other.id, other.key).await.unwrap();
    assert_eq!(code(sessions::authenticate(cx, Some(&other.secret)).await), "unauthenticated", "at once");
    w.finish().await;
}

#[tokio::test]
async fn a_key_needs_a_sign_in_of_late_and_ends_when_it_is_said_to() {
    let w = World::new().await;
    let (owner, _, _) = staffed(&w).await;
    let made = w.integrate(&owner, vec![]).await.unwrap();
    let (cx, id) = (&w.cx, owner.account);
    let with = async |at, days| {
        integrations::create_key(cx, &w.by(&owner), id, made.id, "K".to_owned(), at, days).await
    };
    let days = with(None, Some(30)).await.unwrap().key;
    assert_eq!(days.expires_at, Some(w.now().plus_seconds(30 * 24 * 3600)));
    for (at, days, pointer) in [
        (Some(w.now()), None, "/expires_at"),
        (None, Some(31), "/expires_in_days"),
        (Some(w.now().plus_seconds(9)), Some(30), "/expires_in_days"),
    ] {
        let refused = refusal(with(at, days).await);
        assert_eq!((refused.kind, refused.errors[0].pointer.as_str()), (Kind::Invalid, pointer));
    }
    w.clock.pass_seconds(16 * 60);
    assert_eq!(code(with(None, None).await), "reauthentication_required");
    w.finish().await;
}

#[tokio::test]
async fn an_integration_is_asked_about_and_found_like_a_user() {
    let w = World::new().await;
    let (owner, admin, account) = staffed(&w).await;
    let machine = w.machine(&admin, grants(&["developer"])).await;
    let idle = w.integrate(&owner, vec![]).await.unwrap();
    let ask = async |call, id: &str, permission: &str| {
        let question = Question {
            subject_type: "integration",
            subject_id: id,
            permission,
            resource_type: "account",
            resource_id: &account.id,
            account: None,
            fresh: false,
        };
        let known = evaluate(&w.cx, &call, question).await;
        let fresh = evaluate(&w.cx, &call, Question { fresh: true, ..question }).await;
        assert_eq!(known, fresh);
        known
    };
    let (platform, id) = (w.call(w.any_platform()), machine.id.to_string());
    assert!(ask(platform.clone(), &id, "app.view").await.unwrap().allowed);
    let denied = Decision { allowed: false, code: Some("permission_denied") };
    assert_eq!(ask(platform.clone(), &id, "member.invite").await, Ok(denied));
    let unknown =
        ask(platform.clone(), &idle.id.to_string().replace("sint_", "user_"), "app.view").await.unwrap();
    assert_eq!(unknown.code, Some("not_a_member"));
    assert!(ask(w.by_machine(&machine), &id, "app.view").await.unwrap().allowed, "about itself always");
    let found = bailiwick_usecases::access::integrations(&w.cx, &platform, "app.view", &account, None, 9)
        .await
        .unwrap();
    assert_eq!((found.items, found.more), (vec![machine.id], false));
    let may =
        bailiwick_usecases::access::actions(&w.cx, &platform, Some(machine.id), &account).await.unwrap();
    assert!(may.contains(&"member.view".to_owned()) && !may.contains(&"member.invite".to_owned()), "{may:?}");
    let call = w.by(&owner);
    let why =
        bailiwick_usecases::access::explain(&w.cx, &call, owner.account, machine.id, "member.invite", None);
    let why = why.await.unwrap();
    let maker = why.maker.as_ref().unwrap();
    assert!(!why.allowed() && !why.explanation.allowed && maker.allowed && !maker.because.is_empty());
    let blind = w.machine(&owner, vec![]).await;
    let call = w.by_machine(&blind);
    let why = bailiwick_usecases::access::explain(&w.cx, &call, owner.account, blind.id, "app.view", None);
    let maker = why.await.unwrap().maker.unwrap();
    assert!(maker.allowed && maker.because.is_empty(), "who may view no members is not told what one holds");
    w.finish().await;
}

#[tokio::test]
async fn what_is_deleted_takes_an_integrations_grants_along() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let machine = w.machine(&owner, vec![grant_on("app-admin", &app.name)]).await;
    assert!(w.machine_may(machine.id, "key.manage", &app.name).await);
    w.delete_app(&owner, &app).await.unwrap();
    let left = integrations::get(&w.cx, &w.by(&owner), owner.account, machine.id).await.unwrap();
    assert_eq!(left.grants, []);
    let event = w.last_event(owner.account).await;
    assert_eq!(event.before["grants"][0]["integration"], machine.id.to_string());
    w.finish().await;
}

#[tokio::test]
async fn an_account_has_a_bounded_number_of_integrations() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let first = w.integrate(&owner, vec![]).await.unwrap();
    w.copy_integration(MOST_INTEGRATIONS - 1).await;
    assert_eq!(w.refused(&owner, w.integrate(&owner, vec![])).await.code, "too_many_integrations");
    integrations::remove(&w.cx, &w.by(&owner), owner.account, first.id).await.unwrap();
    w.integrate(&owner, vec![]).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_move_to_another_role_model_takes_integrations_along() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let machine = w.machine(&owner, grants(&["developer"])).await;
    let mapping = |to: Option<&str>| {
        let to = to.map(str::to_owned);
        bailiwick_usecases::role_models::Move {
            id: "standard".to_owned(),
            version: None,
            mapping: [("developer".to_owned(), to)].into(),
        }
    };
    let (cx, id) = (&w.cx, owner.account);
    let refused =
        bailiwick_usecases::role_models::move_account(cx, &w.by(&owner), id, &mapping(Some("owner"))).await;
    assert_eq!(code(refused), "role_not_grantable", "none becomes an owner by it");
    bailiwick_usecases::role_models::move_account(cx, &w.by(&owner), id, &mapping(Some("viewer")))
        .await
        .unwrap();
    let moved = integrations::get(cx, &w.by(&owner), id, machine.id).await.unwrap();
    assert_eq!(moved.grants[0].role, "viewer");
    assert!(w.machine_may(machine.id, "account.view", &ResourceRef::account(id)).await);
    w.finish().await;
}

#[tokio::test]
async fn an_account_that_requires_a_second_factor_bars_the_integrations_of_who_has_none() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let (theirs, own) =
        (w.machine(&admin, grants(&["admin"])).await, w.machine(&owner, grants(&["admin"])).await);
    w.enrol(&owner, "owner").await;
    let patch =
        bailiwick_usecases::accounts::AccountPatch { require_two_factor: Some(true), ..Default::default() };
    let account = ResourceRef::account(owner.account);
    bailiwick_usecases::accounts::update(&w.cx, &w.by(&owner), owner.account, patch).await.unwrap();
    assert_eq!(w.decide_machine(theirs.id, "app.view", &account).await, Outcome::TwoFactorRequired);
    let listed = apps::list(&w.cx, &w.by_machine(&theirs), owner.account, None, 9).await;
    assert_eq!(code(listed), "account_two_factor_required");
    assert!(w.machine_may(own.id, "app.view", &account).await);
    assert!(w.events(Chain::Account(owner.account)).await.len() > 3);
    w.finish().await;
}
