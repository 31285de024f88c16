//! Repeated requests, and writes to what was changed meanwhile.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Server};

#[tokio::test]
async fn a_stale_write_changes_nothing() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}", ada.account);
    let rename = async |tag: &str, name: &str| {
        server.json(Method::PATCH, &path, &ada.token, &[("if-match", tag)], &json!({ "name": name })).await
    };
    rename("\"1\"", "Two").await.expect(200);
    for tag in ["\"1\"", "\"other\"", "W/\"2\"", "\"\""] {
        rename(tag, "Three").await.problem(412, "stale_version");
    }
    for tag in ["2", "\"2", "\"1\", \"2\"", "\"+2\"", "\"02\""] {
        rename(tag, "Three").await.problem(412, "stale_version");
    }
    assert_eq!(server.get(&path, &ada.token).await.expect(200).text("/name"), "Two");
    rename("*", "Four").await.expect(200);

    let app = server.app(&ada, "Shop").await;
    let app = format!("{path}/apps/{app}");
    let stale = [("if-match", "\"7\""), ("authorization", &*format!("Bearer {}", ada.token))];
    server.send(Method::DELETE, &app, &stale, None).await.problem(412, "stale_version");
    let grants = format!("{path}/members/{}/grants", ada.member);
    let body = json!({ "grants": [{ "role": "owner" }] });
    server
        .json(Method::PUT, &grants, &ada.token, &[("if-match", "\"7\"")], &body)
        .await
        .problem(412, "stale_version");
    server
        .json(Method::PATCH, "/v1/me", &ada.token, &[("if-match", "\"7\"")], &json!({ "name": "A" }))
        .await
        .problem(412, "stale_version");
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_answer() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}/apps", ada.account);
    let post = async |key: &str, body: Value| {
        server.json(Method::POST, &path, &ada.token, &[("idempotency-key", key)], &body).await
    };
    let first = post("k1", json!({ "name": "Shop" })).await.expect(201);
    let again = post("k1", json!({ "name": "Shop" })).await.expect(201);
    assert_eq!((&first.body, first.header("etag")), (&again.body, again.header("etag")));
    post("k1", json!({ "name": "Other" })).await.problem(422, "idempotency_key_reused");
    post("k2", json!({ "name": "Shop" })).await.expect(201);
    assert_eq!(server.get(&path, &ada.token).await.expect(200).items().len(), 2);
    for wrong in ["", "with space", &"x".repeat(256)] {
        post(wrong, json!({ "name": "Shop" })).await.problem(422, "invalid_header");
    }
    // The same key for another operation, or from another user, is another request.
    let eve = server.sign_up("eve", "standard").await;
    let other = format!("/v1/accounts/{}/apps", eve.account);
    server
        .json(Method::POST, &other, &eve.token, &[("idempotency-key", "k1")], &json!({ "name": "Eve's" }))
        .await
        .expect(201);
    server
        .json(
            Method::POST,
            "/v1/accounts",
            &ada.token,
            &[("idempotency-key", "k1")],
            &json!({ "name": "Two" }),
        )
        .await
        .expect(201);
    server.clock.advance(25 * 3600);
    let late = post("k1", json!({ "name": "Other" })).await.expect(201);
    assert_ne!(late.text("/id"), first.text("/id"));
}

#[tokio::test]
async fn a_refusal_is_repeated_too() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}/invitations", ada.account);
    let post = async || {
        server
            .json(
                Method::POST,
                &path,
                &ada.token,
                &[("idempotency-key", "k")],
                &json!({ "email": ada.email }),
            )
            .await
    };
    let first = post().await.problem(409, "already_member");
    assert_eq!(post().await.problem(409, "already_member").body["detail"], first.body["detail"]);
}

#[tokio::test]
async fn a_secret_is_shown_once() {
    let server = Server::start().await;
    let body =
        json!({ "email": "ada@example.com", "password": PASSWORD, "name": "Ada", "account_name": "Engines" });
    let sign_up = async || {
        server.json(Method::POST, "/v1/signup", "", &[("idempotency-key", "k")], &body).await.expect(201)
    };
    let (first, again) = (sign_up().await, sign_up().await);
    assert!(first.body["session"]["token"].is_string());
    assert!(again.body["session"]["token"].is_null());
    assert_eq!(first.body["user"], again.body["user"]);
    assert_eq!(first.body["session"]["id"], again.body["session"]["id"]);

    let sign_in = json!({ "email": "ada@example.com", "password": PASSWORD });
    let sign_in = async || {
        server.json(Method::POST, "/v1/sessions", "", &[("idempotency-key", "k")], &sign_in).await.expect(201)
    };
    let (first, again) = (sign_in().await, sign_in().await);
    assert_eq!((first.text("/id"), &again.body["token"]), (again.text("/id"), &Value::Null));
    assert_eq!(server.get("/v1/sessions", &first.text("/token")).await.expect(200).items().len(), 2);
}

#[tokio::test]
async fn an_acceptance_is_repeated_and_a_verification_keeps_no_token() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    server
        .post(
            &format!("/v1/accounts/{}/invitations", ada.account),
            &ada.token,
            json!({ "email": "bob@example.com" }),
        )
        .await
        .expect(201);
    let token = server.mailed_token("bob@example.com", "/invitations/accept?token=").await;
    let body = json!({ "token": token, "name": "Bob", "password": PASSWORD });
    let accept = async || {
        server
            .json(Method::POST, "/v1/invitations/accept", "", &[("idempotency-key", "k")], &body)
            .await
            .expect(200)
    };
    let (first, again) = (accept().await, accept().await);
    assert!(first.body["session"]["token"].is_string() && again.body["session"]["token"].is_null());
    assert_eq!(first.body["member"], again.body["member"]);

    let verify = server.mailed_token(&ada.email, "/verify-email?token=").await;
    let post = async |token: &str| {
        let path = format!("/v1/email-verifications/{token}");
        server.send(Method::POST, &path, &[("idempotency-key", "v")], None).await
    };
    post(&verify).await.expect(204);
    post(&verify).await.expect(204);
    post("nonsense").await.problem(404, "not_found");
}
