//! Apps' settings and configurations.

use bailiwick_domain::configuration::{Configuration, MOST_BYTES, MOST_VERSIONS};
use bailiwick_domain::ids::AppId;
use bailiwick_domain::usage::Bucket;
use bailiwick_domain::usage_limits::UsageLimit;
use bailiwick_usecases::configuration::{self, Schema};
use bailiwick_usecases::error::{Kind, Result};
use bailiwick_usecases::usage_limits::{self, NewLimit};
use bailiwick_usecases::{Call, apps};
use serde_json::{Map, Value, json};

use crate::support::{Seat, Setup, World, at_once, code, grants, refusal};

fn fields(value: Value) -> Map<String, Value> {
    let Value::Object(fields) = value else { panic!("an object") };
    fields
}

async fn put(w: &World, call: &Call, owner: &Seat, app: AppId, value: Value) -> Result<Configuration> {
    configuration::put(&w.cx, call, owner.account, app, fields(value)).await
}

async fn shop(w: &World) -> (Seat, AppId) {
    let owner = w.sign_up("owner", "ably").await;
    let app = w.app(&owner, "shop").await;
    (owner, AppId::new(app.key))
}

#[tokio::test]
async fn each_change_is_a_version_and_the_audit_tells_what_changed() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    let (cx, id) = (&w.cx, owner.account);
    let by = || w.by(&owner);
    assert_eq!(configuration::get(cx, &by(), id, app).await.unwrap(), None);
    let first = put(&w, &by(), &owner, app, json!({ "a": { "b": 1 }, "c": true })).await.unwrap();
    assert_eq!((first.version.number, first.version.made_at), (1, w.now()));
    let second = put(&w, &by(), &owner, app, json!({ "a": { "b": 2 }, "d": [] })).await.unwrap();
    assert_eq!(second.version.number, 2);
    let event = w.last_event(id).await;
    assert_eq!(
        (event.action.as_str(), event.target.id),
        ("app.configuration_changed", Some(app.to_string()))
    );
    assert_eq!(event.before, json!({ "version": 1, "changed": { "/a/b": 1, "/c": true } }));
    assert_eq!(event.after, json!({ "version": 2, "changed": { "/a/b": 2, "/d": [] } }));
    let before = w.snapshot(id).await;
    let same = put(&w, &by(), &owner, app, json!({ "d": [], "a": { "b": 2 } })).await.unwrap();
    assert_eq!((same, w.snapshot(id).await), (second.clone(), before), "the same document is no change");
    assert_eq!(configuration::get(cx, &by(), id, app).await.unwrap(), Some(second));
    assert_eq!(configuration::version(cx, &by(), id, app, 1).await.unwrap(), first);
    assert_eq!(code(configuration::version(cx, &by(), id, app, 3).await), "not_found");
    let page = configuration::versions(cx, &by(), id, app, None, 1).await.unwrap();
    assert_eq!((page.items[0].number, page.more), (2, true));
    w.finish().await;
}

#[tokio::test]
async fn a_change_of_another_version_than_the_newest_is_stale() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    put(&w, &w.by_if(&owner, 0), &owner, app, json!({ "n": 1 })).await.unwrap();
    let stale = refusal(put(&w, &w.by_if(&owner, 0), &owner, app, json!({ "n": 2 })).await);
    assert_eq!(stale.kind, Kind::Stale);
    let gone =
        configuration::get(&w.cx, &w.by(&owner), owner.account, AppId::new(owner.account.uuid())).await;
    assert_eq!(code(gone), "not_found");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_changes_of_one_version_that_come_at_once_one_is_made() {
    let w = std::sync::Arc::new(World::new().await);
    let (owner, app) = shop(&w).await;
    let change = |n: u64| {
        let (w, owner) = (std::sync::Arc::clone(&w), owner.clone());
        async move { put(&w, &w.by_if(&owner, 0), &owner, app, json!({ "n": n })).await }
    };
    let outcomes = at_once((0..8).map(change).collect()).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    let kept = configuration::versions(&w.cx, &w.by(&owner), owner.account, app, None, 9).await.unwrap();
    assert_eq!(kept.items.len(), 1);
    w.finish().await;
}

#[tokio::test]
async fn the_newest_versions_are_kept_and_a_large_change_is_told_by_its_paths() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    for n in 0..MOST_VERSIONS + 2 {
        put(&w, &w.by(&owner), &owner, app, json!({ "n": n })).await.unwrap();
    }
    let kept = configuration::versions(&w.cx, &w.by(&owner), owner.account, app, None, 200).await.unwrap();
    let numbers: Vec<u64> = kept.items.iter().map(|version| version.number).collect();
    assert_eq!((numbers.len() as u64, numbers[0]), (MOST_VERSIONS, MOST_VERSIONS + 2));
    put(&w, &w.by(&owner), &owner, app, json!({ "long": "x".repeat(20_000) })).await.unwrap();
    let event = w.last_event(owner.account).await;
    assert_eq!(
        event.after,
        json!({ "version": MOST_VERSIONS + 3, "changed_paths": ["/n", "/long"], "more": 0 })
    );
    assert_eq!(event.before, json!({ "version": MOST_VERSIONS + 2 }));
    put(&w, &w.by(&owner), &owner, app, json!({ "id": (1_u64 << 53) + 1, "ids": [-(1_i64 << 60)] }))
        .await
        .unwrap();
    let exact = json!({ "/id": "9007199254740993", "/ids": ["-1152921504606846976"] });
    assert_eq!(w.last_event(owner.account).await.after["changed_paths"], json!(["/long", "/id", "/ids"]));
    put(&w, &w.by(&owner), &owner, app, json!({})).await.unwrap();
    assert_eq!(w.last_event(owner.account).await.before["changed"], exact, "canonical JSON would round them");
    let refused =
        refusal(put(&w, &w.by(&owner), &owner, app, json!({ "long": "x".repeat(MOST_BYTES) })).await);
    assert_eq!((refused.kind, refused.code.as_str()), (Kind::Invalid, "invalid_field"));
    w.finish().await;
}

#[tokio::test]
async fn viewing_and_managing_are_permissions_of_their_own() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    let developer = w.join(&owner, "developer", grants(&["developer"])).await;
    let billing = w.join(&owner, "billing", grants(&["billing"])).await;
    put(&w, &w.by(&owner), &owner, app, json!({ "n": 1 })).await.unwrap();
    let see = async |seat: &Seat| configuration::get(&w.cx, &w.by(seat), owner.account, app).await;
    assert!(see(&developer).await.unwrap().is_some());
    let refused = refusal(see(&billing).await);
    assert_eq!(refused.permission.as_deref(), Some("app.configuration.view"));
    w.deliver().await;
    let refused = w.refused(&developer, put(&w, &w.by(&developer), &owner, app, json!({}))).await;
    assert_eq!(refused.permission.as_deref(), Some("app.configuration.manage"));
    let platform = w.call(w.any_platform());
    assert!(configuration::get(&w.cx, &platform, owner.account, app).await.unwrap().is_some());
    assert_eq!(code(put(&w, &platform, &owner, app, json!({})).await), "user_only");
    w.finish().await;
}

#[tokio::test]
async fn an_apps_status_is_shown_to_who_may_see_its_settings_and_changed_by_who_manages_them() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    let developer = w.join(&owner, "developer", grants(&["developer"])).await;
    let billing = w.join(&owner, "billing", grants(&["billing"])).await;
    let disable = || apps::Patch { disabled: Some(true), ..apps::Patch::default() };
    w.deliver().await;
    let call = w.by(&developer);
    let refused = apps::update(&w.cx, &call, owner.account, app, disable());
    assert_eq!(w.refused(&developer, refused).await.permission.as_deref(), Some("app.settings.manage"));
    let changed = apps::update(&w.cx, &w.by(&owner), owner.account, app, disable()).await.unwrap();
    assert!(changed.app.disabled && changed.limits == Some(Vec::new()));
    let event = w.last_event(owner.account).await;
    assert_eq!((event.before, event.after), (json!({ "status": "active" }), json!({ "status": "disabled" })));
    for (seat, sees) in [(&developer, true), (&billing, false)] {
        let found = apps::get(&w.cx, &w.by(seat), owner.account, app).await.unwrap();
        let listed = apps::list(&w.cx, &w.by(seat), owner.account, None, 9).await.unwrap().items;
        assert_eq!((found.limits.is_some(), listed[0].limits.is_some()), (sees, sees));
        assert!(found.app.disabled);
    }
    w.finish().await;
}

#[tokio::test]
async fn an_apps_limits_are_among_its_settings() {
    let w = World::new().await;
    let (owner, app) = shop(&w).await;
    let (cx, id) = (&w.cx, owner.account);
    let limit =
        |metric: &str, app| NewLimit { metric: metric.to_owned(), period: Bucket::Day, limit: 10, app };
    let with = |limits| apps::Patch { limits: Some(limits), ..apps::Patch::default() };
    let patch = async |limits| apps::update(cx, &w.by(&owner), id, app, with(limits)).await;
    let shown = |limits: &[UsageLimit]| -> Vec<String> {
        limits.iter().map(|limit| limit.metric.as_str().to_owned()).collect()
    };
    usage_limits::put(cx, &w.by(&owner), id, vec![limit("whole", None)]).await.unwrap();
    let changed = patch(vec![limit("messages", None)]).await.unwrap();
    assert_eq!((changed.app.version, shown(&changed.limits.unwrap())), (2, vec!["messages".to_owned()]));
    let event = w.last_event(id).await;
    assert_eq!((event.action.as_str(), &event.before), ("app.updated", &json!({ "limits": [] })));
    assert_eq!(patch(vec![limit("messages", None)]).await.unwrap().app.version, 2, "nothing changed");
    let all = usage_limits::get(cx, &w.by(&owner), id).await.unwrap();
    assert_eq!((all.version, shown(&all.items)), (2, vec!["whole".to_owned(), "messages".to_owned()]));
    assert_eq!((all.items[0].app, all.items[1].app), (None, Some(app)));
    let wrong = patch(vec![limit("Wrong", None)]).await.unwrap_err();
    assert_eq!(wrong.errors[0].pointer, "/limits/0/metric");
    let many = (0..100).map(|n| limit(&format!("m{n}"), None)).collect();
    assert_eq!(patch(many).await.unwrap_err().errors[0].pointer, "/limits");
    usage_limits::put(cx, &w.by(&owner), id, vec![limit("calls", Some(app))]).await.unwrap();
    let found = apps::get(cx, &w.by(&owner), id, app).await.unwrap();
    assert_eq!((found.app.version, shown(&found.limits.unwrap())), (3, vec!["calls".to_owned()]));
    w.finish().await;
}

#[tokio::test]
async fn a_document_keeps_the_deployments_schema_and_a_fault_names_its_place_and_no_value() {
    let schema = r##"{
        "type": "object",
        "properties": { "theme": { "$ref": "#/$defs/theme" } },
        "additionalProperties": false,
        "$defs": { "theme": { "type": "object", "properties": { "size": { "type": "integer", "maximum": 9 } } } }
    }"##;
    let configuration_schema = Some(Schema::parse(schema).unwrap());
    let w = World::of(Setup { configuration_schema, ..Setup::default() }).await;
    let (owner, app) = shop(&w).await;
    put(&w, &w.by(&owner), &owner, app, json!({ "theme": { "size": 9 } })).await.unwrap();
    let call = w.by(&owner);
    let wrong = put(&w, &call, &owner, app, json!({ "theme": { "size": 4711 }, "more": "s3cr3t" }));
    let refused = w.refused(&owner, wrong).await;
    assert_eq!((refused.kind, refused.code.as_str()), (Kind::Invalid, "invalid_field"));
    let pointers: Vec<&str> = refused.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert!(pointers.contains(&"/theme/size"), "{refused:?}");
    assert!(
        !format!("{refused:?}").contains("4711") && !format!("{refused:?}").contains("s3cr3t"),
        "{refused:?}"
    );
    for no_schema in
        ["{", "{\"type\": 7}", r##"{"$ref": "#/$defs/none"}"##, r#"{"$ref": "https://example.com/x"}"#]
    {
        assert!(Schema::parse(no_schema).is_err(), "{no_schema}");
    }
    w.finish().await;
}
