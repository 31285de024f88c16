//! What Prometheus reads is what the page for operators tells, and no caller can make it grow.

use std::collections::BTreeSet;

use bailiwick_client::Typed;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::raw::Raw;
use crate::server::Server;

const PAGE: &str = include_str!("../../../docs/operations.md");

async fn scrape(server: &Server) -> String {
    let text = server.page("/metrics").await;
    assert!(text.contains("# HELP"), "{text}");
    text
}

/// The first column of the page's table of metrics.
fn documented() -> BTreeSet<&'static str> {
    let names = PAGE.lines().filter_map(|line| line.strip_prefix("| `")?.split(['`', '{']).next());
    names.filter(|name| name.starts_with("bailiwick_") || name.starts_with("process_")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_metric_is_documented_and_every_documented_one_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let (ada, made) = server.sign_up("ada@example.com", "ably").await;
    ada.get_account().acct(&made.account.id).send().typed().await.unwrap();
    let text = scrape(&server).await;
    let shown: BTreeSet<&str> =
        text.lines().filter_map(|line| line.strip_prefix("# HELP ")?.split(' ').next()).collect();
    let mut expected = documented();
    assert!(expected.remove("bailiwick_redis_up"), "it is there with Redis alone");
    assert_eq!(shown, expected);
    for name in shown {
        let has_value =
            |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['{', ' ', '_']));
        assert!(text.lines().any(has_value), "{name} has no value");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_counted_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    server.sign_up("ada@example.com", "ably").await;
    crate::server::mailed_token(&server.mail_folder(), "ada@example.com", "/verify-email?token=").await;
    let wrong = json!({"email": "ada@example.com", "password": "another"});
    assert_eq!(Raw::new(&server, None).post("/v1/sessions", &wrong).await.status, StatusCode::UNAUTHORIZED);
    let text = scrape(&server).await;
    for line in [
        "bailiwick_sign_ins_total{result=\"failed\"} 1",
        "bailiwick_sign_ins_total{result=\"succeeded\"} 0",
        "bailiwick_mails_total{result=\"sent\"} 1",
        "bailiwick_mails_total{result=\"failed\"} 0",
        "bailiwick_rate_limited_total{limit=\"sign_ins\"} 0",
        "bailiwick_http_request_duration_seconds_count{route=\"/v1/signup\",method=\"POST\",status=\"201\"} 1",
    ] {
        assert!(text.lines().any(|shown| shown == line), "{line} is not in\n{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_for_the_labels_are_those_of_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let client = Raw::new(&server, None);
    for n in 0..50 {
        for path in ["/v1/accounts/made_up", "/made_up", "/v1/invitations/made_up"] {
            client.get(&format!("{path}_{n}?made_up={n}")).await;
        }
        let method = Method::from_bytes(format!("MADE{n}").as_bytes()).unwrap();
        client.send(method, "/healthz", &[], None).await;
    }
    let document = client.get("/openapi.json").await.expect(StatusCode::OK);
    let mut known: BTreeSet<String> = document["paths"].as_object().unwrap().keys().cloned().collect();
    known.extend(["unknown", "/openapi.json", "/docs"].map(str::to_owned));
    let text = scrape(&server).await;
    let routes: BTreeSet<String> =
        text.split("route=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert!(routes.contains("unknown") && routes.contains("/v1/accounts/{acct}"), "{routes:?}");
    assert!(routes.is_subset(&known), "{routes:?}");
    assert!(!text.contains("made_up") && !text.contains("MADE"), "{text}");
}
