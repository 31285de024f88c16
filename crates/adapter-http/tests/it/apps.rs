//! Apps, keysets and registered resources.

use serde_json::json;

use crate::support::{Server, Wants, assert_keys};

/// A product's own types, as an operator would declare them.
pub const PRODUCT: &str = r#"
id = "product"
version = 1
title = "Product"
roles_per_member = "many"
base_permissions = ["account.view"]

[ownership]
role = "owner"
least = 1

[[resource_types]]
id = "record"
parents = ["account", "app"]

[[resource_types]]
id = "page"
parents = ["record"]

[[permissions]]
id = "record.read"
title = "Read"
types = ["record"]

[[permissions]]
id = "record.write"
title = "Write"
types = ["record"]

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["*"]
granted_by = ["owner"]

[[roles]]
id = "writer"
title = "Writer"
scope = "record"
permissions = ["record.read", "record.write"]
granted_by = ["owner"]
invitable = true

[[roles]]
id = "reader"
title = "Reader"
scope = "record"
permissions = ["record.read"]
granted_by = ["owner"]
invitable = true
"#;

#[tokio::test]
async fn apps_and_keysets_live_and_die() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let apps = format!("/v1/accounts/{}/apps", ada.account);
    let app = server.post(&apps, &ada.token, json!({ "name": "Shop" })).await.expect(201);
    assert_keys(&app.body, &["id", "name", "status", "limits", "created_at"]);
    let one = format!("{apps}/{}", app.text("/id"));
    assert_eq!(
        server.patch(&one, &ada.token, json!({ "name": "Web shop" })).await.expect(200).text("/name"),
        "Web shop"
    );
    let keysets = format!("{one}/keysets");
    let keyset = server.post(&keysets, &ada.token, json!({ "name": "Live" })).await.expect(201);
    assert_keys(&keyset.body, &["id", "name", "app", "environment", "created_at"]);
    assert_eq!(keyset.body["app"], json!({ "id": app.text("/id"), "name": "Web shop" }));
    let two = format!("{keysets}/{}", keyset.text("/id"));
    assert_eq!(server.patch(&two, &ada.token, json!({ "name": "Test" })).await.expect(200).version(), 2);
    assert_eq!(server.get(&keysets, &ada.token).await.expect(200).items().len(), 1);
    let bob = server.join(&ada, "bob", json!([])).await;
    assert!(server.get(&apps, &bob.token).await.expect(200).items().is_empty());
    assert_eq!(
        server.get(&one, &bob.token).await.problem(403, "permission_denied").text("/permission"),
        "app.view"
    );
    server.delete(&one, &ada.token).await.expect(204);
    server.get(&two, &ada.token).await.problem(404, "not_found");
    server.get(&one, &ada.token).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_back_end_registers_resources() {
    let server = Server::with(Wants { models: vec![PRODUCT], ..Wants::default() }).await;
    let (ada, eve) = (server.sign_up("ada", "product").await, server.sign_up("eve", "product").await);
    let key = server.platform_key().await;
    let path = |account: &str, id: &str| format!("/v1/accounts/{account}/resources/record/{id}");
    let parent = |kind: &str, id: &str| json!({ "parent": { "type": kind, "id": id }, "name": "One" });
    let body = parent("account", &ada.account);
    let made = server.put(&path(&ada.account, "a%2Fb"), &key, body.clone()).await.expect(201);
    assert_eq!(made.body["id"], "a/b");
    assert_keys(&made.body, &["type", "id", "parent", "name", "created_at"]);
    server.put(&path(&ada.account, "a%2Fb"), &key, body.clone()).await.expect(200);
    let below = parent("record", "a/b");
    let page = |account: &str, id: &str| path(account, id).replace("/record/", "/page/");
    server.put(&page(&ada.account, "two"), &key, below.clone()).await.expect(201);
    server.put(&path(&ada.account, "two"), &key, body.clone()).await.expect(201);
    server
        .put(&path(&eve.account, "two"), &key, parent("account", &eve.account))
        .await
        .problem(409, "resource_taken");
    server.get(&path(&eve.account, "two"), &key).await.problem(404, "not_found");
    assert_eq!(
        server.put(&page(&eve.account, "three"), &key, below).await.problem(404, "not_found").pointers(),
        ["/parent/id"]
    );
    server
        .put(&path(&ada.account, "three"), &ada.token, body.clone())
        .await
        .problem(403, "platform_key_only");
    let unknown = format!("/v1/accounts/{}/resources/nonsense/x", ada.account);
    server.put(&unknown, &key, body).await.problem(422, "invalid_field");
    server.delete(&path(&ada.account, "a%2Fb"), &key).await.expect(204);
    server.get(&page(&ada.account, "two"), &key).await.problem(404, "not_found");
    server.get(&path(&ada.account, "two"), &key).await.expect(200);
}
