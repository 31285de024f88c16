//! What operators and browsers ask.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_adapter_http::HttpSettings;
use bailiwick_ports::session_cache::{Found, SessionCache, SessionCopy, Vacancy};
use poem::http::Method;
use serde_json::json;

use crate::support::{Server, Wants};

#[tokio::test]
async fn operators_see_health_readiness_and_metrics() {
    let server = Server::start().await;
    assert_eq!(server.get("/healthz", "").await.expect(200).text("/status"), "ok");
    assert_eq!(server.get("/readyz", "").await.expect(200).text("/status"), "ready");
    let metrics = server.get("/metrics", "").await.expect(200);
    assert_eq!(metrics.text, "bailiwick_up 1\n");
    assert!(metrics.header("content-type").starts_with("text/plain"));
}

/// What nodes share, which comes and goes.
#[derive(Default)]
struct Coming(AtomicBool);

#[async_trait]
impl SessionCache for Coming {
    async fn find(&self, _token_hash: [u8; 32], _epoch: u64) -> Found {
        Found::AskTheRow
    }
    async fn put(&self, _vacancy: Vacancy, _session: SessionCopy, _life: Duration) {}
    async fn end(&self, _token_hashes: &[[u8; 32]]) -> bool {
        false
    }
    fn answers(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn without_redis_it_is_ready_and_says_what_is_away() {
    let sessions = Arc::new(Coming::default());
    let server = Server::with(Wants { sessions: Some(sessions.clone()), ..Wants::default() }).await;
    let reply = server.get("/readyz", "").await.expect(200);
    assert_eq!(reply.body, json!({ "status": "degraded", "away": ["redis"] }));
    sessions.0.store(true, Ordering::SeqCst);
    assert_eq!(server.get("/readyz", "").await.expect(200).body, json!({ "status": "ready" }));
}

#[tokio::test]
async fn the_document_is_served_with_a_page_that_needs_nothing_from_elsewhere() {
    let server = Server::start().await;
    let document = server.get("/openapi.json", "").await.expect(200);
    assert_eq!(document.text, bailiwick_adapter_http::spec_json());
    let page = server.get("/docs", "").await.expect(200);
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(page.text.contains("transfer_ownership"));
    for tag in ["<script src", "<link"] {
        assert!(!page.text.contains(tag), "{tag}");
    }
}

#[tokio::test]
async fn other_origins_are_let_in_by_settings_alone() {
    let closed = Server::start().await;
    let origin = ("origin", "https://app.example");
    let reply = closed.send(Method::GET, "/healthz", &[origin], None).await.expect(200);
    assert_eq!(reply.header("access-control-allow-origin"), "");

    let settings =
        HttpSettings { cors_origins: vec!["https://app.example".to_owned()], ..HttpSettings::default() };
    let server = Server::with(Wants { settings, ..Wants::default() }).await;
    let reply = server.send(Method::GET, "/healthz", &[origin], None).await.expect(200);
    assert_eq!(reply.header("access-control-allow-origin"), "https://app.example");
    server.send(Method::GET, "/v1/me", &[origin], None).await.problem(401, "unauthenticated");
    let preflight =
        [origin, ("access-control-request-method", "PATCH"), ("access-control-request-headers", "if-match")];
    let reply = server.send(Method::OPTIONS, "/v1/me", &preflight, None).await.expect(200);
    assert!(reply.header("access-control-allow-methods").contains("PATCH"));
    // Pages of our own name their origin too, when they write: no other origin is refused, and none but those let in is
    // told that it may read the answer.
    for other in [&b"https://bailiwick.example"[..], b"https://evil.example", b"null", b"\xff"] {
        let origin = poem::http::HeaderValue::from_bytes(other).unwrap();
        let reply = server.client.get("/healthz").header("origin", origin.clone()).send().await;
        reply.assert_status_is_ok();
        reply.assert_header_is_not_exist("access-control-allow-origin");
        let preflight = server.client.options("/v1/me").header("origin", origin);
        let reply = preflight.header("access-control-request-method", "PATCH").send().await;
        reply.assert_status(poem::http::StatusCode::METHOD_NOT_ALLOWED);
        reply.assert_header_is_not_exist("access-control-allow-origin");
    }
}
