//! Apps' settings and configurations over HTTP.

use poem::http::Method;
use serde_json::json;

use crate::support::{Server, assert_keys};

#[tokio::test]
async fn a_configuration_is_the_document_itself_with_its_version_in_the_tag() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let app = server.app(&ada, "Shop").await;
    let path = format!("/v1/accounts/{}/apps/{app}/configuration", ada.account);
    let none = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((none.text.as_str(), none.version()), ("{}", 0));
    let put = async |tag: &str, body| {
        server.json(Method::PUT, &path, &ada.token, &[("if-match", tag)], &body).await
    };
    let first = put(none.header("etag"), json!({ "a": [1, { "b": null }] })).await.expect(200);
    assert_eq!((first.text.as_str(), first.version()), (r#"{"a":[1,{"b":null}]}"#, 1));
    put(none.header("etag"), json!({ "a": 2 })).await.problem(412, "stale_version");
    put(first.header("etag"), json!({ "a": 2, "nul": "\u{0}" })).await.expect(200);
    let shown = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((shown.body["nul"].as_str(), shown.version()), (Some("\u{0}"), 2));
    let listed = server.get(&format!("{path}/versions?limit=1"), &ada.token).await.expect(200);
    assert_keys(&listed.items()[0], &["version", "made_at", "made_by", "bytes"]);
    assert_eq!(listed.items()[0]["version"], 2);
    let cursor = listed.text("/next_cursor");
    let rest = server.get(&format!("{path}/versions?cursor={cursor}"), &ada.token).await.expect(200);
    assert_eq!((rest.items().len(), &rest.items()[0]["made_by"]["id"]), (1, &json!(ada.user)));
    let old = server.get(&format!("{path}/versions/1"), &ada.token).await.expect(200);
    assert_eq!((old.text.as_str(), old.version()), (r#"{"a":[1,{"b":null}]}"#, 1));
    server.get(&format!("{path}/versions/9"), &ada.token).await.problem(404, "not_found");
    server.get(&format!("{path}/versions/x"), &ada.token).await.problem(404, "not_found");
    server.put(&path, &ada.token, json!([1])).await.problem(422, "invalid_field");
    let deep = (0..40).fold(json!({}), |inner, _| json!({ "a": inner }));
    server.put(&path, &ada.token, deep).await.problem(422, "invalid_field");
}

#[tokio::test]
async fn an_apps_status_is_seen_by_who_may_see_its_settings() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bill = server.join(&ada, "bill", json!([{ "role": "billing" }])).await;
    let app = server.app(&ada, "Shop").await;
    let path = format!("/v1/accounts/{}/apps/{app}", ada.account);
    let changed = server.patch(&path, &ada.token, json!({ "status": "disabled" })).await.expect(200);
    assert_keys(&changed.body, &["id", "name", "status", "created_at"]);
    assert_eq!(changed.body["status"], "disabled");
    assert_keys(&server.get(&path, &bill.token).await.expect(200).body, &["id", "name", "created_at"]);
    server.patch(&path, &bill.token, json!({ "status": "active" })).await.problem(403, "permission_denied");
    server.patch(&path, &ada.token, json!({ "status": "gone" })).await.problem(422, "invalid_field");
    let key = server.platform_key().await;
    assert_eq!(server.get(&path, &key).await.expect(200).body["status"], "disabled");
}
