//! Signing in and out, and what happens to those who try too often.

use bailiwick_domain::sessions::Lifetimes;
use serde_json::json;

use crate::support::{PASSWORD, Server, Wants, assert_keys};

#[tokio::test]
async fn one_signs_in_and_out() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let body = json!({ "email": "ADA@example.com", "password": PASSWORD });
    let made = server.post("/v1/sessions", "", body).await.expect(201);
    assert_keys(&made.body, &["id", "token", "expires_at"]);
    let list = server.get("/v1/sessions", &ada.token).await.expect(200);
    assert_keys(
        &list.items()[0],
        &["id", "current", "created_at", "methods", "last_seen_at", "expires_at", "source_ip", "user_agent"],
    );
    assert_eq!(list.items()[0]["methods"], json!(["password"]));
    assert_eq!(
        list.items().iter().map(|session| &session["current"]).collect::<Vec<_>>(),
        [&json!(true), &json!(false)]
    );

    server.delete("/v1/sessions/current", &made.text("/token")).await.expect(204);
    server.get("/v1/me", &made.text("/token")).await.problem(401, "unauthenticated");
    let (other, third) = (made.text("/id"), server.sign_up("eve", "ably").await);
    server.delete(&format!("/v1/sessions/{other}"), &ada.token).await.problem(404, "not_found");
    let own = list.items()[0]["id"].as_str().unwrap();
    server.delete(&format!("/v1/sessions/{own}"), &third.token).await.problem(404, "not_found");
    server.delete(&format!("/v1/sessions/{own}"), &ada.token).await.expect(204);
    server.get("/v1/me", &ada.token).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_wrong_address_and_a_wrong_password_are_told_apart_by_nothing() {
    let server = Server::start().await;
    server.sign_up("ada", "ably").await;
    let sign_in = |email: &str, password: &str| json!({ "email": email, "password": password });
    let one = server
        .post("/v1/sessions", "", sign_in("ada@example.com", "wrong"))
        .await
        .problem(401, "invalid_credentials");
    let other = server
        .post("/v1/sessions", "", sign_in("nobody@example.com", "wrong"))
        .await
        .problem(401, "invalid_credentials");
    assert_eq!(
        (&one.body["detail"], one.header("www-authenticate")),
        (&other.body["detail"], other.header("www-authenticate"))
    );
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_told_so() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    for authorization in [
        "Bearer",
        "Bearer x",
        "Basic YTpi",
        "Bearer bws_no",
        "Bearer bwp_no",
        &format!("Bearer {}x", ada.token),
        "\u{7f}",
    ] {
        let Ok(value) = poem::http::HeaderValue::from_str(authorization) else { continue };
        let reply = server
            .send(poem::http::Method::GET, "/v1/me", &[("authorization", value.to_str().unwrap())], None)
            .await;
        assert_eq!(reply.problem(401, "unauthenticated").header("www-authenticate"), "Bearer");
    }
    let lower = format!("bearer  {}", ada.token);
    server.send(poem::http::Method::GET, "/v1/me", &[("authorization", &lower)], None).await.expect(200);
    server.clock.advance(31 * 24 * 3600);
    server.get("/v1/me", &ada.token).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn failed_sign_ins_are_limited() {
    let server = Server::with(Wants { rate_limits: true, ..Wants::default() }).await;
    server.sign_up("ada", "ably").await;
    let body = json!({ "email": "ada@example.com", "password": "wrong" });
    for _ in 0..10 {
        server.post("/v1/sessions", "", body.clone()).await.problem(401, "invalid_credentials");
    }
    let limited = server.post("/v1/sessions", "", body.clone()).await.problem(429, "rate_limited");
    assert_eq!(limited.header("retry-after"), "900");
    server.clock.advance(900);
    server.post("/v1/sessions", "", body).await.problem(401, "invalid_credentials");
}

#[tokio::test]
async fn a_session_ends_by_the_limits_that_are_set() {
    for (absolute_seconds, idle_seconds) in [(3_600, 600), (600, 3_600)] {
        let lifetimes = Lifetimes { absolute_seconds, idle_seconds };
        let server = Server::with(Wants { lifetimes, ..Wants::default() }).await;
        let ada = server.sign_up("ada", "ably").await;
        let other = server.sign_in(&ada).await;
        server.clock.advance(599);
        server.get("/v1/me", &ada.token).await.expect(200);
        server.clock.advance(1);
        server.get("/v1/me", &other).await.problem(401, "unauthenticated");
    }
}
