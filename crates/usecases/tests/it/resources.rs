//! Apps, keysets and registered resources, and what becomes of grants on them.

use bailiwick_domain::ids::AppId;
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::resources::{Resource, ResourceRef};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Caller, Result, apps, keysets, resources};

use crate::models::WORKSHOP;
use crate::support::{Seat, World, code, grant, grant_on, grants, refusal};

fn named(kind: &str, id: &str) -> ResourceRef {
    ResourceRef { kind: kind.to_owned(), id: id.to_owned() }
}

async fn put(
    w: &World,
    platform: Caller,
    at: &Seat,
    name: &ResourceRef,
    parent: &ResourceRef,
) -> Result<(Resource, bool)> {
    resources::put(&w.cx, &w.call(platform), at.account, name.clone(), parent, None).await
}

#[tokio::test]
async fn a_list_of_apps_and_of_keysets_holds_what_the_caller_may_view() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let (live, test) = (w.keyset(&owner, &one, "live").await, w.keyset(&owner, &one, "test").await);
    let app_viewer = w.join(&owner, "app-viewer", vec![grant_on("app-viewer", &one.name)]).await;
    let keyset_viewer = w.join(&owner, "keyset-viewer", vec![grant_on("keyset-viewer", &live.name)]).await;
    let nothing = w.join(&owner, "nothing", vec![]).await;
    let list_apps = async |seat: &Seat| {
        let page = apps::list(&w.cx, &w.by(seat), owner.account, None, 10).await.unwrap();
        page.items.into_iter().map(|found| found.app.key).collect::<Vec<_>>()
    };
    let list_keysets = async |seat: &Seat| {
        let app = AppId::new(one.key);
        let page = keysets::list(&w.cx, &w.by(seat), owner.account, app, None, 10).await.unwrap();
        page.items.into_iter().map(|keyset| keyset.keyset.key).collect::<Vec<_>>()
    };
    assert_eq!(list_apps(&owner).await, [one.key, two.key]);
    assert_eq!(list_apps(&app_viewer).await, [one.key]);
    assert!(list_apps(&keyset_viewer).await.is_empty() && list_apps(&nothing).await.is_empty());
    assert_eq!(list_keysets(&app_viewer).await, [live.key, test.key]);
    assert_eq!(list_keysets(&keyset_viewer).await, [live.key]);
    assert!(list_keysets(&nothing).await.is_empty());
    let stranger = w.sign_up("stranger", "pubnub").await;
    assert_eq!(code(apps::list(&w.cx, &w.by(&stranger), owner.account, None, 10).await), "not_found");
    w.finish().await;
}

#[tokio::test]
async fn an_app_and_a_keyset_are_made_renamed_and_deleted_by_who_may() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let live = w.keyset(&owner, &one, "live").await;
    let before = w.actions(owner.account).await.len();
    let dev = w
        .join(&owner, "dev", vec![grant_on("app-admin", &one.name), grant_on("app-viewer", &two.name)])
        .await;
    w.deliver().await;
    let rename = async |app: &Resource| {
        apps::update(&w.cx, &w.by(&dev), owner.account, AppId::new(app.key), apps::Patch::named("new")).await
    };
    let call = w.by(&dev);
    let made = apps::create(&w.cx, &call, owner.account, "three".to_owned());
    assert_eq!(w.refused(&owner, made).await.permission.as_deref(), Some("app.create"));
    let error = w.refused(&owner, rename(&two)).await;
    assert_eq!(
        (error.permission.as_deref(), error.resource),
        (Some("app.settings.manage"), Some(two.name.clone()))
    );
    assert_eq!(w.refused(&owner, w.delete_app(&dev, &two)).await.code, "permission_denied");
    assert_eq!(rename(&one).await.unwrap().app.version, 2);
    w.delete_keyset(&dev, &one, &live).await.unwrap();
    assert_eq!(code(w.delete_keyset(&dev, &one, &live).await), "not_found");
    w.delete_app(&dev, &one).await.unwrap();
    assert_eq!(code(w.delete_app(&owner, &one).await), "not_found");
    let actions = w.actions(owner.account).await;
    let joined = ["invitation.created", "invitation.accepted"];
    assert_eq!(
        actions[before..],
        [joined.as_slice(), &["app.updated", "keyset.deleted", "app.deleted"]].concat()
    );
    w.finish().await;
}

#[tokio::test]
async fn an_id_stands_for_a_resource_of_its_own_type_only() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    for key in [keyset.key, owner.account.uuid()] {
        let forged = AppId::new(key);
        let by = || w.by(&owner);
        assert_eq!(code(apps::get(&w.cx, &by(), owner.account, forged).await), "not_found");
        let renamed = apps::update(&w.cx, &by(), owner.account, forged, apps::Patch::named("x")).await;
        assert_eq!(code(renamed), "not_found");
        assert_eq!(code(apps::delete(&w.cx, &by(), owner.account, forged).await), "not_found");
        assert_eq!(code(keysets::list(&w.cx, &by(), owner.account, forged, None, 10).await), "not_found");
        let made =
            keysets::create(&w.cx, &by(), owner.account, forged, "x".to_owned(), Environment::Testing).await;
        assert_eq!(code(made), "not_found");
    }
    w.finish().await;
}

#[tokio::test]
async fn deleting_an_app_takes_the_grants_on_it_and_below_and_the_audit_says_so() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let (live, other) = (w.keyset(&owner, &one, "live").await, w.keyset(&owner, &two, "other").await);
    let asked = vec![
        grant_on("app-viewer", &one.name),
        grant_on("keyset-admin", &live.name),
        grant("business-insights"),
    ];
    let dev = w.join(&owner, "dev", asked).await;
    let ops = w.join(&owner, "ops", vec![grant_on("bizops-objects-operator", &other.name)]).await;
    let (invited, _) = w.invited(&owner, "guest", vec![grant_on("app-viewer", &one.name)]).await;
    assert!(w.may_at(&dev, "secret.create", &live.name).await);
    w.delete_app(&owner, &one).await.unwrap();
    assert!(!w.may_at(&dev, "secret.create", &live.name).await);
    assert_eq!(w.held(&dev).await, ["business-insights"]);
    assert_eq!(w.held(&ops).await, ["bizops-objects-operator@keyset"]);
    assert!(w.held_by(owner.account, invited.member.unwrap().id).await.is_empty());
    let event = w.last_event(owner.account).await;
    assert_eq!((event.action.as_str(), &event.target.id), ("app.deleted", &Some(one.name.id.clone())));
    assert_eq!(event.before["resources_below"], 1);
    let gone = event.before["grants"].as_array().unwrap();
    let of_dev = gone.iter().find(|gone| gone["member"] == dev.member.to_string()).unwrap();
    let mut roles: Vec<_> =
        of_dev["grants"].as_array().unwrap().iter().map(|grant| grant["role"].as_str().unwrap()).collect();
    roles.sort_unstable();
    assert_eq!((gone.len(), roles), (2, vec!["app-viewer", "keyset-admin"]));
    w.finish().await;
}

#[tokio::test]
async fn what_another_grant_needs_is_not_deleted() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let app = w.app(&owner, "one").await;
    let (live, test) = (w.keyset(&owner, &app, "live").await, w.keyset(&owner, &app, "test").await);
    let asked = vec![grant("auditor"), grant_on("watcher", &live.name), grant_on("watcher", &test.name)];
    let auditor = w.join(&owner, "auditor", asked).await;
    w.deliver().await;
    let error = w.refused(&owner, w.delete_app(&owner, &app)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "role_prerequisite"));
    assert_eq!(error.grants[0].role, "auditor", "it names the grant that needs another");
    w.delete_keyset(&owner, &app, &live).await.unwrap();
    w.deliver().await;
    assert_eq!(w.refused(&owner, w.delete_keyset(&owner, &app, &test)).await.code, "role_prerequisite");
    w.put(&owner, auditor.member, vec![]).await.unwrap();
    w.delete_app(&owner, &app).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn under_classic_a_viewer_and_what_it_needs_go_together() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub-classic").await;
    let app = w.app(&owner, "one").await;
    let live = w.keyset(&owner, &app, "live").await;
    let asked = vec![grant_on("functions-viewer-keyset", &live.name), grant_on("app-viewer", &app.name)];
    let dev = w.join(&owner, "dev", asked).await;
    w.delete_keyset(&owner, &app, &live).await.unwrap();
    assert_eq!(w.held(&dev).await, ["app-viewer@app"]);
    w.delete_app(&owner, &app).await.unwrap();
    assert!(w.held(&dev).await.is_empty());
    w.finish().await;
}

#[tokio::test]
async fn only_the_back_end_registers_resources_and_only_of_declared_types() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let plain = w.sign_up("plain", "standard").await;
    let platform = w.platform().await;
    let account = ResourceRef::account(owner.account);
    let shelf = named("shelf", "s1");
    assert_eq!(refusal(put(&w, owner.caller(), &owner, &shelf, &account).await).code, "platform_key_only");
    assert_eq!(code(put(&w, Caller::Anonymous, &owner, &shelf, &account).await), "unauthenticated");
    let (made, new) = put(&w, platform, &owner, &shelf, &account).await.unwrap();
    assert!(new && made.version == 1);
    assert_eq!(w.last_event(owner.account).await.action, "resource.registered");
    let before = w.snapshot(owner.account).await;
    assert!(!put(&w, platform, &owner, &shelf, &account).await.unwrap().1, "the same again is no change");
    assert_eq!(w.snapshot(owner.account).await, before);
    let wrong = [
        (named("crate", "c"), account.clone(), "/type"),
        (named("app", "a"), account.clone(), "/type"),
        (named("box", "b"), account.clone(), "/parent/type"),
        (named("shelf", "a b"), account.clone(), "/id"),
        (named("box", "b"), named("shelf", "none"), "/parent/id"),
        (named("shelf", "s2"), ResourceRef::account(plain.account), "/parent/id"),
    ];
    for (name, parent, pointer) in wrong {
        let error = w.refused(&owner, put(&w, platform, &owner, &name, &parent)).await;
        assert_eq!(error.errors[0].pointer, pointer, "{name:?}");
    }
    let at_plain = ResourceRef::account(plain.account);
    assert_eq!(refusal(put(&w, platform, &plain, &shelf, &at_plain).await).errors[0].pointer, "/type");
    let other = w.sign_up("other", "workshop").await;
    let at_other = ResourceRef::account(other.account);
    assert_eq!(w.refused(&other, put(&w, platform, &other, &shelf, &at_other)).await.code, "resource_taken");
    w.finish().await;
}

#[tokio::test]
async fn a_moved_resource_takes_its_grants_along_and_every_rule_is_judged_again() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let platform = w.platform().await;
    let account = ResourceRef::account(owner.account);
    let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
    let (shelf, content) = (named("shelf", "s1"), named("box", "b1"));
    put(&w, platform, &owner, &shelf, &account).await.unwrap();
    put(&w, platform, &owner, &content, &shelf).await.unwrap();
    let keeper =
        w.join(&owner, "keeper", vec![grant_on("keeper", &shelf), grant_on("app-keeper", &one.name)]).await;
    let lead = w.join(&owner, "lead", vec![grant_on("lead", &two.name)]).await;
    w.deliver().await;
    assert!(w.may_at(&keeper, "box.open", &content).await);
    let error = w.refused(&owner, put(&w, platform, &owner, &shelf, &one.name)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "role_exclusion"));
    assert!(!w.may_at(&lead, "app.settings.manage", &content).await);
    let (moved, new) = put(&w, platform, &owner, &shelf, &two.name).await.unwrap();
    assert_eq!((moved.parent, new, moved.version), (two.name.clone(), false, 2));
    assert_eq!(w.last_event(owner.account).await.action, "resource.updated");
    assert!(w.may_at(&keeper, "box.open", &content).await, "the grant went along");
    assert!(w.may_at(&lead, "app.settings.manage", &content).await, "and what is held above holds below");
    put(&w, platform, &owner, &shelf, &account).await.unwrap();
    assert!(!w.may_at(&lead, "app.settings.manage", &content).await);
    w.finish().await;
}

#[tokio::test]
async fn a_deleted_resource_takes_what_is_below_and_the_grants_there() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let platform = w.platform().await;
    let (shelf, content) = (named("shelf", "s1"), named("box", "b1"));
    put(&w, platform, &owner, &shelf, &ResourceRef::account(owner.account)).await.unwrap();
    put(&w, platform, &owner, &content, &shelf).await.unwrap();
    let keeper =
        w.join(&owner, "keeper", vec![grant_on("keeper", &shelf), grant("steward")][..1].to_vec()).await;
    assert!(w.may_at(&keeper, "box.open", &content).await);
    let delete =
        async |name: &ResourceRef| resources::delete(&w.cx, &w.call(platform), owner.account, name).await;
    let get = async |name: &ResourceRef| resources::get(&w.cx, &w.call(platform), owner.account, name).await;
    assert_eq!(get(&content).await.unwrap().parent, shelf);
    delete(&shelf).await.unwrap();
    for gone in [&shelf, &content] {
        assert_eq!(code(get(gone).await), "not_found");
        assert_eq!(code(delete(gone).await), "not_found");
        assert!(!w.may_at(&keeper, "box.open", gone).await);
    }
    assert!(w.held(&keeper).await.is_empty());
    let event = w.last_event(owner.account).await;
    assert_eq!((event.action.as_str(), &event.before["resources_below"]), ("resource.deleted", &1.into()));
    let app = w.app(&owner, "one").await;
    assert_eq!(code(delete(&app.name).await), "not_found", "an app is deleted by its own operation");
    w.put(&owner, keeper.member, grants(&["chief"])).await.unwrap();
    w.finish().await;
}
