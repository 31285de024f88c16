//! Accounts: making, showing and changing them.

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn the_creator_owns_a_new_account() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let body = json!({ "name": "Mine", "kind": "personal", "role_model": "standard" });
    let made = server.post("/v1/accounts", &ada.token, body.clone()).await.expect(201);
    assert_eq!((made.text("/kind"), made.version()), ("personal".to_owned(), 1));
    let list = server.get("/v1/me/accounts", &ada.token).await.expect(200);
    assert_eq!(list.items().len(), 2);
    assert_eq!(list.items()[1]["member"]["roles"], json!(["owner"]));
    server.post("/v1/accounts", &ada.token, body).await.problem(409, "personal_account_exists");
    let unknown =
        server.post("/v1/accounts", &ada.token, json!({ "name": "x", "role_model": "no-such" })).await;
    assert_eq!(unknown.problem(422, "unknown_role_model").pointers(), ["/role_model"]);
}

#[tokio::test]
async fn a_patch_changes_what_it_names_and_null_empties() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}", ada.account);
    let named = server
        .patch(&path, &ada.token, json!({ "legal_name": "Ada Ltd", "region": "eu", "mcp_access": true }))
        .await
        .expect(200);
    assert_eq!(
        (named.text("/legal_name"), named.text("/name"), named.version()),
        ("Ada Ltd".into(), "ada Ltd".into(), 2)
    );
    let emptied = server.patch(&path, &ada.token, json!({ "legal_name": null })).await.expect(200);
    assert!(emptied.body["legal_name"].is_null());
    assert_eq!(emptied.body["region"], "eu");
    for (body, pointer) in [
        (json!({ "name": null }), "/name"),
        (json!({ "name": "" }), "/name"),
        (json!({ "region": "a\r\nb" }), "/region"),
        (json!({ "mcp_access": "yes" }), "/mcp_access"),
        (json!({ "status": "closed" }), "/status"),
    ] {
        let refused = server.patch(&path, &ada.token, body).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), [pointer]);
    }
}

#[tokio::test]
async fn another_account_is_not_there() {
    let server = Server::start().await;
    let (ada, eve) = (server.sign_up("ada", "standard").await, server.sign_up("eve", "standard").await);
    let path = format!("/v1/accounts/{}", ada.account);
    server.get(&path, &eve.token).await.problem(404, "not_found");
    server.patch(&path, &eve.token, json!({ "name": "Mine now" })).await.problem(404, "not_found");
    for wrong in ["acct_x", "nonsense", "acct_01h455vb4pex5vsknk084sn02q", &ada.user] {
        server.get(&format!("/v1/accounts/{wrong}"), &ada.token).await.problem(404, "not_found");
    }
}
