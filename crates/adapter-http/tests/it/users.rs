//! Signing up and one's own profile.

use serde_json::json;

use crate::support::{PASSWORD, Server, assert_keys};

#[tokio::test]
async fn a_sign_up_makes_a_user_an_account_a_member_and_a_session() {
    let server = Server::start().await;
    let body = json!({ "email": "ada@example.com", "password": PASSWORD, "name": "Ada", "account_name": "Engines", "role_model": "ably" });
    let made = server.post("/v1/signup", "", body.clone()).await.expect(201);
    assert_keys(&made.body, &["user", "account", "member", "session"]);
    assert_keys(&made.body["user"], &["id", "email", "email_verified", "name", "created_at"]);
    assert_keys(
        &made.body["account"],
        &[
            "id",
            "name",
            "legal_name",
            "kind",
            "role_model",
            "role_model_version",
            "region",
            "mcp_access",
            "require_two_factor",
            "status",
            "created_at",
        ],
    );
    assert_eq!(made.body["account"]["role_model"], "ably");
    assert_keys(
        &made.body["member"],
        &["id", "user", "email", "status", "grants", "two_factor", "created_at"],
    );
    assert_eq!(made.body["member"]["grants"][0]["role"], "owner");
    assert_keys(&made.body["session"], &["id", "token", "expires_at"]);
    assert_eq!(made.body["session"]["expires_at"], "2027-02-14T08:00:00Z");
    server.post("/v1/signup", "", body).await.problem(409, "email_taken");

    let token = made.text("/session/token");
    let me = server.get("/v1/me", &token).await.expect(200);
    assert_eq!(me.version(), 1);
    assert_eq!(me.body, made.body["user"]);
    let account = server.get(&format!("/v1/accounts/{}", made.text("/account/id")), &token).await.expect(200);
    assert_eq!(account.body, made.body["account"]);
}

#[tokio::test]
async fn every_field_at_fault_is_named() {
    let server = Server::start().await;
    let body = json!({ "email": "ada", "password": PASSWORD, "name": " ", "account_name": "x".repeat(101) });
    let refused = server.post("/v1/signup", "", body).await.problem(422, "invalid_field");
    assert_eq!(refused.pointers(), ["/email", "/name", "/account_name"]);
    let weak = json!({ "email": "ada@example.com", "password": "password", "name": "Ada", "account_name": "Engines" });
    assert_eq!(
        server.post("/v1/signup", "", weak).await.problem(422, "password_too_weak").pointers(),
        ["/password"]
    );
    let missing = server
        .post("/v1/signup", "", json!({ "email": "ada@example.com" }))
        .await
        .problem(422, "invalid_field");
    assert_eq!(missing.pointers(), ["/password"]);
    let typed = server.post("/v1/signup", "", json!({ "email": 7 })).await.problem(422, "invalid_field");
    assert_eq!(typed.pointers(), ["/email"]);
}

#[tokio::test]
async fn a_mailed_link_proves_an_address_and_again_does_no_harm() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let token = server.mailed_token(&ada.email, "/verify-email?token=").await;
    for _ in 0..2 {
        let path = format!("/v1/email-verifications/{token}");
        let reply = server.send(poem::http::Method::POST, &path, &[], None).await.expect(204);
        assert_eq!(reply.text, "");
    }
    let me = server.get("/v1/me", &ada.token).await.expect(200);
    assert_eq!(
        (&me.body["email_verified"], me.text("/email_verified_at")),
        (&json!(true), "2027-01-15T08:00:00Z".to_owned())
    );
    for wrong in ["x", "AAAA", &token[1..]] {
        let path = format!("/v1/email-verifications/{wrong}");
        server.send(poem::http::Method::POST, &path, &[], None).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn one_renames_oneself() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let renamed = server.patch("/v1/me", &ada.token, json!({ "name": "Ada King" })).await.expect(200);
    assert_eq!((renamed.text("/name"), renamed.version()), ("Ada King".to_owned(), 2));
    server
        .patch("/v1/me", &ada.token, json!({ "email": "new@example.com" }))
        .await
        .problem(422, "invalid_field");
    let key = server.platform_key().await;
    server.get("/v1/me", &key).await.problem(403, "user_only");
}

#[tokio::test]
async fn invitations_wait_for_a_proven_address_alone() {
    let server = Server::start().await;
    let (ada, bob) = (server.sign_up("ada", "standard").await, server.sign_up("bob", "standard").await);
    let path = format!("/v1/accounts/{}/invitations", ada.account);
    server.post(&path, &ada.token, json!({ "email": "BOB@example.com" })).await.expect(201);
    assert!(server.get("/v1/me/invitations", &bob.token).await.expect(200).items().is_empty());
    let token = server.mailed_token(&bob.email, "/verify-email?token=").await;
    server
        .send(poem::http::Method::POST, &format!("/v1/email-verifications/{token}"), &[], None)
        .await
        .expect(204);
    let list = server.get("/v1/me/invitations", &bob.token).await.expect(200);
    assert_keys(&list.items()[0], &["id", "account", "created_at", "expires_at"]);
    assert_eq!(list.items()[0]["account"], json!({ "id": ada.account, "name": "ada Ltd" }));
}
