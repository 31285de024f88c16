//! Moving an account to another role model.

use bailiwick_domain::members::Mapping;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::role_models::{self, Move, MovePreview};
use bailiwick_usecases::{Call, Result, resources};

use crate::models::WORKSHOP;
use crate::support::{Seat, Setup, World, code, grant, grant_on, grants};

fn to(id: &str, mapping: &[(&str, Option<&str>)]) -> Move {
    let pair = |(old, new): &(&str, Option<&str>)| ((*old).to_owned(), new.map(str::to_owned));
    Move { id: id.to_owned(), version: None, mapping: mapping.iter().map(pair).collect::<Mapping>() }
}

async fn preview(w: &World, by: &Seat, to: &Move) -> Result<MovePreview> {
    role_models::preview_move(&w.cx, &w.by(by), by.account, to).await
}

async fn put(w: &World, by: &Seat, to: &Move) -> Result<bailiwick_domain::accounts::Account> {
    role_models::move_account(&w.cx, &w.by(by), by.account, to).await
}

/// The codes of all that stands in the way of a move, which is refused for it.
async fn in_the_way(w: &World, by: &Seat, to: &Move) -> Vec<String> {
    let previewed = preview(w, by, to).await.unwrap();
    let of_members = previewed.members.iter().flat_map(|moved| &moved.violations);
    let mut codes: Vec<_> =
        previewed.violations.iter().chain(of_members).map(|broken| broken.rule.code()).collect();
    let error = w.refused(by, put(w, by, to)).await;
    let escalates = codes.contains(&"self_escalation");
    assert_eq!(error.kind, if escalates { Kind::Forbidden } else { Kind::Conflict });
    let mut refused: Vec<_> = match &error.violations[..] {
        [] => vec![error.code.as_str()],
        several => several.iter().map(|broken| broken.code.as_str()).collect(),
    };
    codes.sort_unstable();
    refused.sort_unstable();
    assert_eq!(codes, refused, "the preview names what the move is refused for");
    codes.into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_move_changes_every_member_in_one_step_as_previewed() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let member = w.join(&owner, "member", grants(&["member", "viewer"])).await;
    let (invited, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let guest = invited.member.unwrap().id;
    let target = to("ably", &[("viewer", Some("developer")), ("member", Some("developer"))]);

    let before = w.snapshot(owner.account).await;
    let previewed = preview(&w, &owner, &target).await.unwrap();
    assert_eq!(w.snapshot(owner.account).await, before, "a preview changes nothing");
    assert_eq!(previewed.violations, []);
    let of = |seat: &Seat| previewed.members.iter().find(|moved| moved.member == seat.member).unwrap();
    let permissions = |list: &[bailiwick_domain::effects::Effect]| {
        list.iter().map(|effect| effect.permission.clone()).collect::<Vec<_>>()
    };
    assert!(permissions(&of(&admin).effects.loses).contains(&"sso.configure".to_owned()));
    assert!(permissions(&of(&viewer).effects.gains).contains(&"integration.view".to_owned()));
    assert!(permissions(&of(&member).effects.loses).contains(&"app.configuration.manage".to_owned()));

    let moved = put(&w, &owner, &target).await.unwrap();
    assert_eq!((moved.model.id.as_str(), moved.version), ("ably", 2));
    assert_eq!(w.held(&owner).await, ["owner"]);
    assert_eq!(w.held(&admin).await, ["admin"]);
    assert_eq!(w.held(&viewer).await, ["developer"]);
    assert_eq!(w.held(&member).await, ["developer"], "two roles that become one are one grant");
    assert_eq!(w.held_by(owner.account, guest).await, ["developer"]);
    assert!(!w.may(&admin, "sso.configure").await && w.may(&viewer, "integration.view").await);
    let event = w.last_event(owner.account).await;
    assert_eq!(event.action, "account.role_model_changed");
    assert_eq!(
        (&event.before["role_model"]["id"], &event.after["role_model"]["id"]),
        (&"standard".into(), &"ably".into())
    );
    assert_eq!(event.after["members"].as_array().unwrap().len(), 3, "those who hold something else now");
    let now = role_models::get(&w.cx, &w.by(&viewer), owner.account).await.unwrap();
    assert_eq!(now.id(), "ably");
    w.accept_new("guest", &token).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_move_that_would_break_a_rule_is_refused_for_all_that_it_would_break() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let second = w.join(&owner, "second", grants(&["viewer", "billing"])).await;
    let third = w.join(&owner, "third", vec![]).await;
    w.put(&owner, third.member, grants(&["owner"])).await.unwrap();
    w.deliver().await;
    assert_eq!(in_the_way(&w, &owner, &to("ably", &[("viewer", None)])).await, ["owner_by_transfer"]);
    let unknown = in_the_way(&w, &owner, &to("arbify", &[])).await;
    assert_eq!(unknown, ["invalid_grant"], "a role without a counterpart");
    let two = to("arbify", &[("billing", Some("user"))]);
    assert_eq!(in_the_way(&w, &owner, &two).await, ["single_role"]);
    let none = to("arbify", &[("billing", None), ("viewer", None)]);
    assert_eq!(in_the_way(&w, &owner, &none).await, ["single_role"]);
    let nobody = to("pubnub-classic", &[("owner", None), ("viewer", None), ("billing", None)]);
    assert_eq!(in_the_way(&w, &owner, &nobody).await, ["last_owner"]);
    put(&w, &owner, &to("arbify", &[("billing", None)])).await.unwrap();
    assert_eq!(w.held(&second).await, ["viewer"]);
    w.finish().await;
}

#[tokio::test]
async fn a_move_to_an_exclusive_model_waits_until_nobody_is_active_twice() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let elsewhere = w.sign_up("elsewhere", "arbify").await;
    let bob = w.join(&elsewhere, "bob", grants(&["viewer"])).await;
    let here = w.join_known(&owner, "bob", &bob, grants(&["viewer"])).await;
    w.deliver().await;
    assert_eq!(in_the_way(&w, &owner, &to("arbify", &[])).await, ["active_elsewhere"]);
    w.remove(&bob, bob.member).await.unwrap();
    put(&w, &owner, &to("arbify", &[])).await.unwrap();
    assert_eq!(w.held(&here).await, ["viewer"]);
    w.deliver().await;
    assert_eq!(
        w.refused(&elsewhere, w.invite(&elsewhere, "bob", grants(&["user"]))).await.code,
        "active_elsewhere"
    );
    w.finish().await;
}

#[tokio::test]
async fn resources_of_a_type_that_the_new_model_lacks_stand_in_the_way() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let platform = w.call(w.platform().await);
    let shelf = bailiwick_domain::resources::ResourceRef { kind: "shelf".to_owned(), id: "s1".to_owned() };
    let account = bailiwick_domain::resources::ResourceRef::account(owner.account);
    resources::put(&w.cx, &platform, owner.account, shelf.clone(), &account, None).await.unwrap();
    w.join(&owner, "keeper", vec![grant_on("keeper", &shelf)]).await;
    w.deliver().await;
    let codes = in_the_way(&w, &owner, &to("standard", &[])).await;
    assert_eq!(
        codes,
        ["resource_type_unknown", "resource_type_unknown"],
        "the resource, and the grant on it"
    );
    resources::delete(&w.cx, &platform, owner.account, &shelf).await.unwrap();
    put(&w, &owner, &to("standard", &[])).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn resources_stand_in_the_way_where_the_new_model_lets_none_stand() {
    let version_2 = WORKSHOP
        .replace("version = 1", "version = 2")
        .replace(r#"parents = ["account", "app"]"#, r#"parents = ["app"]"#)
        .replace(r#""shelf:1" = "account""#, r#""app:1" = "account", "shelf:1" = "app:1""#);
    let w = World::of(Setup::default().with_model(WORKSHOP)).await;
    let owner = w.sign_up("owner", "workshop").await;
    let app = w.app(&owner, "one").await;
    let platform = w.call(w.platform().await);
    let name = |id: &str| ResourceRef { kind: "shelf".to_owned(), id: id.to_owned() };
    let put = async |w: &World, id: &str, parent: &ResourceRef| {
        resources::put(&w.cx, &platform, owner.account, name(id), parent, None).await.unwrap();
    };
    put(&w, "s1", &app.name).await;
    put(&w, "s2", &ResourceRef::account(owner.account)).await;
    w.deliver().await;
    let both = Setup::default().with_model(WORKSHOP).with_model(&version_2);
    let node = w.another_node(both).await;
    let newest = to("workshop", &[]);
    assert_eq!(in_the_way(&node, &owner, &newest).await, ["resource_misplaced"]);
    put(&node, "s2", &app.name).await;
    assert_eq!(crate::role_models::put(&node, &owner, &newest).await.unwrap().model.version, 2);
    node.finish().await;
}

#[tokio::test]
async fn a_model_that_accounts_follow_may_not_say_something_else_under_its_version() {
    let w = World::with_model(WORKSHOP).await;
    let with = |text: &str| Setup::default().with_model(text).models;
    let settle = async |models| role_models::settle(&*w.cx.store, &models).await;
    let other = WORKSHOP.replace("most = 2", "most = 3");
    settle(with(WORKSHOP)).await.unwrap();
    // No account follows it, so it may be anything yet.
    settle(with(&other)).await.unwrap();
    settle(with(WORKSHOP)).await.unwrap();
    w.sign_up("owner", "workshop").await;
    let refused = settle(with(&other)).await.unwrap_err();
    assert!(
        matches!(&refused, role_models::UnfitModels::Changed(model) if model.id == "workshop"),
        "{refused}"
    );
    assert!(refused.to_string().contains("version 1 of the role model `workshop`"), "{refused}");
    // What people read, and what checks the document, is none of what it means.
    let told =
        WORKSHOP.replace("Workshop", "The workshop").replace("a keeper opens", "it is a keeper who opens");
    settle(with(&format!("# A comment\n{told}"))).await.unwrap();
    settle(with(&other.replace("version = 1", "version = 2"))).await.unwrap_err();
    let next = Setup::default().with_model(WORKSHOP).with_model(&other.replace("version = 1", "version = 2"));
    settle(next.models).await.unwrap();
    let missing = settle(Setup::default().models).await.unwrap_err();
    assert!(matches!(missing, role_models::UnfitModels::Missing(_)), "{missing}");
    w.finish().await;
}

#[tokio::test]
async fn only_an_owner_moves_an_account_and_only_to_what_there_is() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    w.deliver().await;
    let ably = to("ably", &[]);
    for error in
        [w.refused(&owner, put(&w, &admin, &ably)).await, w.refused(&owner, preview(&w, &admin, &ably)).await]
    {
        assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "owner_only"));
    }
    let error = w.refused(&owner, put(&w, &owner, &to("feudal", &[]))).await;
    assert_eq!((error.code.as_str(), error.errors[0].pointer.as_str()), ("unknown_role_model", "/id"));
    let version = Move { version: Some(9), ..to("ably", &[]) };
    assert_eq!(w.refused(&owner, put(&w, &owner, &version)).await.code, "unknown_role_model");
    let error = w.refused(&owner, put(&w, &owner, &to("ably", &[("emperor", None)]))).await;
    assert_eq!(error.errors[0].pointer, "/mapping");
    w.finish().await;
}

#[tokio::test]
async fn a_new_version_of_a_model_holds_only_after_the_move_to_it() {
    let version_2 = WORKSHOP
        .replace("version = 1", "version = 2")
        .replace(r#"permissions = ["audit.view"]"#, r#"permissions = ["audit.view", "webhook.manage"]"#);
    let setup = crate::support::Setup::default().with_model(WORKSHOP).with_model(&version_2);
    let w = World::of(setup).await;
    let owner = w.sign_up("owner", "workshop").await;
    assert_eq!(
        role_models::get(&w.cx, &w.by(&owner), owner.account).await.unwrap().version(),
        2,
        "the newest"
    );
    let back = Move { version: Some(1), ..to("workshop", &[]) };
    put(&w, &owner, &back).await.unwrap();
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    let auditor = w.join(&owner, "auditor", vec![grant("auditor"), grant_on("watcher", &keyset.name)]).await;
    assert!(w.may(&auditor, "audit.view").await && !w.may(&auditor, "webhook.manage").await);
    let previewed = preview(&w, &owner, &to("workshop", &[])).await.unwrap();
    assert_eq!(previewed.members.len(), 1, "whose permissions stay as they are is not listed");
    assert_eq!(previewed.members[0].effects.gains[0].permission, "webhook.manage");
    let version = w.snapshot(owner.account).await.account.unwrap().version;
    let stale = Call { if_match: Some(version - 1), ..w.by(&owner) };
    let newest = to("workshop", &[]);
    let refused = role_models::move_account(&w.cx, &stale, owner.account, &newest);
    assert_eq!(w.refused(&owner, refused).await.code, "stale_version");
    put(&w, &owner, &to("workshop", &[])).await.unwrap();
    assert!(w.may(&auditor, "webhook.manage").await);
    let before = w.snapshot(owner.account).await;
    put(&w, &owner, &to("workshop", &[])).await.unwrap();
    assert_eq!(w.snapshot(owner.account).await, before, "the same move again is no change");
    w.finish().await;
}

#[tokio::test]
async fn the_model_shows_to_whoever_sees_the_account() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let nothing = w.join(&owner, "nothing", vec![]).await;
    let stranger = w.sign_up("stranger", "standard").await;
    let get = async |call: Call| role_models::get(&w.cx, &call, owner.account).await;
    assert_eq!(get(w.by(&owner)).await.unwrap().id(), "standard");
    assert_eq!(get(w.call(w.any_platform())).await.unwrap().id(), "standard");
    assert_eq!(code(get(w.by(&nothing)).await), "permission_denied");
    assert_eq!(code(get(w.by(&stranger)).await), "not_found");
    assert_eq!(code(get(w.anonymous()).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn a_move_makes_no_owner_of_who_is_suspended() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.suspend(&owner, viewer.member, true).await.unwrap();
    w.deliver().await;
    let raise = to("workshop", &[("viewer", Some("owner"))]);
    assert_eq!(in_the_way(&w, &owner, &raise).await, ["member_not_active"]);
    w.suspend(&owner, viewer.member, false).await.unwrap();
    put(&w, &owner, &raise).await.unwrap();
    assert_eq!(w.held(&viewer).await, ["owner"]);
    w.finish().await;
}

#[tokio::test]
async fn a_move_does_not_pass_on_an_ownership_that_only_a_transfer_does() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.deliver().await;
    let pass_on = to("ably", &[("owner", Some("admin")), ("viewer", Some("owner"))]);
    assert_eq!(in_the_way(&w, &owner, &pass_on).await, ["owner_by_transfer"]);
    let viewer_stays = to("ably", &[("viewer", Some("developer"))]);
    put(&w, &owner, &viewer_stays).await.unwrap();
    w.transfer(&owner, viewer.member, &["admin"]).await.unwrap();
    w.finish().await;
}

/// Owners who may not do everything.
const THRIFT: &str = r#"
id = "thrift"
version = 1
title = "Thrift"
roles_per_member = "many"

[ownership]
role = "owner"
least = 1

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["account.view", "member.view", "member.invite", "member.roles.change"]
granted_by = ["owner"]

[[roles]]
id = "helper"
title = "Helper"
scope = "account"
permissions = ["member.view"]
granted_by = ["owner"]
invitable = true

[[roles]]
id = "auditor"
title = "Auditor"
scope = "account"
permissions = ["audit.view"]
granted_by = ["owner"]
invitable = true

[[tests]]
name = "an owner sees members"
grants = [{ role = "owner" }]
allow = ["member.view"]
deny = ["audit.view"]
"#;

#[tokio::test]
async fn who_moves_an_account_gains_nothing_by_it_but_what_owners_get() {
    let version_2 = THRIFT
        .replace("version = 1", "version = 2")
        .replace(r#""member.roles.change"]"#, r#""member.roles.change", "webhook.manage"]"#);
    let w = World::of(Setup::default().with_model(THRIFT).with_model(&version_2)).await;
    let first = w.sign_up("first", "thrift").await;
    put(&w, &first, &Move { version: Some(1), ..to("thrift", &[]) }).await.unwrap();
    let owner = w.join(&first, "owner", grants(&["helper"])).await;
    w.put(&first, owner.member, grants(&["owner", "helper"])).await.unwrap();
    w.deliver().await;
    let raise = to("thrift", &[("helper", Some("auditor"))]);
    assert_eq!(in_the_way(&w, &owner, &raise).await, ["self_escalation"]);
    put(&w, &owner, &to("thrift", &[])).await.unwrap();
    assert!(w.may(&owner, "webhook.manage").await && !w.may(&owner, "audit.view").await);
    w.finish().await;
}

#[tokio::test]
async fn a_mapping_onto_the_version_that_is_followed_is_no_move() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.deliver().await;
    let raise = to("standard", &[("viewer", Some("admin"))]);
    for error in [
        w.refused(&owner, preview(&w, &owner, &raise)).await,
        w.refused(&owner, put(&w, &owner, &raise)).await,
    ] {
        assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, "/mapping"));
    }
    w.finish().await;
}
