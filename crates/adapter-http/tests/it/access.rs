//! Explanations of decisions.

use serde_json::json;

use crate::support::{Server, assert_keys};

#[tokio::test]
async fn a_decision_is_explained() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "admin" }])).await;
    let eve = server.join(&ada, "eve", json!([])).await;
    let path = format!("/v1/accounts/{}/access/explain", ada.account);
    let ask = |member: &str, permission: &str| json!({ "member": member, "permission": permission });
    let allowed = server.post(&path, &ada.token, ask(&bob.member, "app.view")).await.expect(200);
    assert_keys(&allowed.body, &["allowed", "because", "missing"]);
    assert_eq!(allowed.body["because"][0]["role_path"], json!(["admin", "member", "viewer"]));
    assert_eq!(allowed.body["because"][0]["via"], "grant");
    assert!(allowed.text("/because/0/grant").starts_with("grant_"));
    let base = server.post(&path, &bob.token, ask(&bob.member, "account.view")).await.expect(200);
    assert_eq!(base.body["because"][0]["via"], "base_permissions");
    let denied = server.post(&path, &ada.token, ask(&bob.member, "invoice.view")).await.expect(200);
    assert_eq!(
        denied.body,
        json!({ "allowed": false, "because": [], "missing": { "roles_that_would_allow": ["owner", "billing"] } })
    );
    server.post(&path, &eve.token, ask(&eve.member, "app.view")).await.expect(200);
    server.post(&path, &eve.token, ask(&bob.member, "app.view")).await.problem(403, "permission_denied");
}
