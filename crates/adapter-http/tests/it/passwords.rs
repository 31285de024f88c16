//! Passwords, addresses and the end of a profile, as a client sees them.

use serde_json::json;

use crate::support::{PASSWORD, Server, assert_keys};

const NEW: &str = "a rather different secret";

#[tokio::test]
async fn a_password_is_changed() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let change = async |body| server.put("/v1/me/password", &ada.token, body).await;
    change(json!({ "current": "a guess", "new": NEW })).await.problem(422, "wrong_password");
    let weak = change(json!({ "current": PASSWORD, "new": "password123" })).await;
    assert_eq!(weak.problem(422, "password_too_weak").pointers(), ["/new"]);
    change(json!({ "current": PASSWORD, "new": "short" })).await.expect(422);
    let other = server.sign_in(&ada).await;
    change(json!({ "current": PASSWORD, "new": NEW })).await.expect(204);
    server.get("/v1/me", &other).await.problem(401, "unauthenticated");
    server.get("/v1/me", &ada.token).await.expect(200);
    let sign_in = |password: &str| json!({ "email": ada.email, "password": password });
    server.post("/v1/sessions", "", sign_in(PASSWORD)).await.problem(401, "invalid_credentials");
    server.post("/v1/sessions", "", sign_in(NEW)).await.expect(201);
}

#[tokio::test]
async fn a_mailed_link_sets_a_password() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let ask = async |email: &str| server.post("/v1/password-resets", "", json!({ "email": email })).await;
    let (known, unknown) = (ask(&ada.email).await.expect(202), ask("nobody@example.com").await.expect(202));
    assert_eq!((known.text, known.headers.len()), (unknown.text, unknown.headers.len()));
    let token = server.mailed_token(&ada.email, "/password-reset?token=").await;
    let set = async |token: &str| {
        server.put(&format!("/v1/password-resets/{token}"), "", json!({ "password": NEW })).await
    };
    set("x").await.problem(404, "not_found");
    set(&token).await.expect(204);
    set(&token).await.problem(404, "not_found");
    server.get("/v1/me", &ada.token).await.problem(401, "unauthenticated");
    let body = json!({ "email": ada.email, "password": NEW });
    server.post("/v1/sessions", "", body).await.expect(201);
    ask(&ada.email).await.expect(202);
    let late = server.mailed_token(&ada.email, "/password-reset?token=").await;
    assert_ne!(late, token);
    server.clock.advance(30 * 60);
    set(&late).await.problem(404, "not_found");
}

#[tokio::test]
async fn an_address_is_changed_by_a_mailed_link() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let body = json!({ "email": "countess@example.com", "password": PASSWORD });
    server.post("/v1/me/email-change", &ada.token, body).await.expect(202);
    let token = server.mailed_token("countess@example.com", "/verify-email?token=").await;
    assert_eq!(server.subjects_to(&ada.email).await.last().unwrap(), "Another mail address was asked for");
    server.post(&format!("/v1/email-verifications/{token}"), "", json!({})).await.expect(204);
    assert_eq!(server.get("/v1/me", &ada.token).await.text("/email"), "countess@example.com");
    assert_eq!(server.subjects_to(&ada.email).await.last().unwrap(), "Your mail address was changed");
}

#[tokio::test]
async fn a_profile_is_deleted_once_no_account_needs_its_owner() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "viewer" }])).await;
    let delete = async |token: &str| {
        let body = json!({ "password": PASSWORD });
        server.json(poem::http::Method::DELETE, "/v1/me", token, &[], &body).await
    };
    let refused = delete(&ada.token).await.problem(409, "last_owner");
    assert_eq!(refused.body["violations"][0]["resource"]["id"], ada.account);
    assert!(refused.text("/violations/0/resolve").contains("make another active member of ada Ltd an owner"));
    delete(&bob.token).await.expect(204);
    server.get("/v1/me", &bob.token).await.problem(401, "unauthenticated");
    let members = server.get(&format!("/v1/accounts/{}/members", ada.account), &ada.token).await;
    assert_eq!(members.items().len(), 1);
}

#[tokio::test]
async fn one_sees_who_is_signed_in_and_ends_all_sessions() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let current = server.get("/v1/session", &ada.token).await.expect(200);
    assert_keys(&current.body, &["user", "session", "accounts"]);
    assert_eq!(current.body["session"]["methods"], json!(["password"]));
    assert_eq!(current.text("/session/at"), "2027-01-15T08:00:00Z");
    assert_eq!(current.text("/session/fresh_until"), "2027-01-15T08:15:00Z");
    assert_eq!(current.text("/accounts/items/0/account/id"), ada.account);
    let body = json!({ "email": ada.email, "password": PASSWORD });
    let other = server.post("/v1/sessions", "", body).await.expect(201).text("/token");
    server.delete("/v1/sessions?keep_current=true", &other).await.expect(204);
    server.get("/v1/me", &ada.token).await.problem(401, "unauthenticated");
    server.delete("/v1/sessions", &other).await.expect(204);
    server.get("/v1/me", &other).await.problem(401, "unauthenticated");
}
