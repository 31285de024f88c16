//! The role model of an account.

use serde_json::json;

use crate::support::{Server, assert_keys};

#[tokio::test]
async fn a_role_model_is_shown_whole() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "pubnub").await;
    let model = server.get(&format!("/v1/accounts/{}/role-model", ada.account), &ada.token).await.expect(200);
    assert_keys(
        &model.body,
        &[
            "id",
            "version",
            "title",
            "roles",
            "permissions",
            "ownership",
            "roles_per_member",
            "one_active_account",
        ],
    );
    assert_eq!(model.body["ownership"], json!({ "role": "account-owner", "least": 1, "most": 1 }));
    for role in model.body["roles"].as_array().unwrap() {
        assert_keys(
            role,
            &[
                "id",
                "title",
                "scope",
                "permissions",
                "includes",
                "excludes",
                "requires_any",
                "granted_by",
                "invitable",
            ],
        );
    }
    assert_keys(&model.body["permissions"][0], &["id", "title", "types"]);
}

#[tokio::test]
async fn an_account_moves_when_no_rule_would_break() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "developer" }])).await;
    let path = format!("/v1/accounts/{}/role-model", ada.account);
    let unmapped = json!({ "id": "standard" });
    let preview = server.post(&format!("{path}/preview"), &ada.token, unmapped.clone()).await.expect(200);
    let moved = preview.body["members"]
        .as_array()
        .unwrap()
        .iter()
        .find(|moved| moved["member"] == bob.member.as_str())
        .unwrap();
    assert!(!moved["violations"].as_array().unwrap().is_empty());
    let refused = server.put(&path, &ada.token, unmapped).await.expect(409);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    server.put(&path, &bob.token, json!({ "id": "standard" })).await.problem(403, "owner_only");
    let mapped =
        json!({ "id": "standard", "version": 1, "mapping": { "developer": "member", "billing": null } });
    assert_eq!(server.put(&path, &ada.token, mapped).await.expect(200).text("/id"), "standard");
    let member = server
        .get(&format!("/v1/accounts/{}/members/{}", ada.account, bob.member), &bob.token)
        .await
        .expect(200);
    assert_eq!(member.body["grants"][0]["role"], "member");
    let unknown = server.put(&path, &ada.token, json!({ "id": "standard", "version": 9 })).await;
    assert_eq!(unknown.problem(422, "unknown_role_model").pointers(), ["/id"]);
}
