//! Behind a proxy: whose address is limited, and whose is in the audit.

use std::process::Stdio;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::raw::Raw;
use crate::server::Server;

const FROM: &str = "x-forwarded-for";

/// The address that the audit has for a sign-up with that header.
async fn audited(server: &Server, email: &str, from: &str) -> String {
    let body = json!({"email": email, "password": "correct horse", "name": "Ada", "account_name": "Acme", "role_model": "ably"});
    let made = Raw::new(server, None).send(Method::POST, "/v1/signup", &[(FROM, from)], Some(&body)).await;
    let made = made.expect(StatusCode::CREATED);
    let owner = Raw::new(server, made["session"]["token"].as_str());
    let account = made["account"]["id"].as_str().unwrap();
    let events = owner.get(&format!("/v1/accounts/{account}/audit-events")).await.expect(StatusCode::OK);
    events["items"][0]["source_ip"].as_str().unwrap().to_owned()
}

async fn try_token(client: &Raw, from: &str) -> StatusCode {
    let answer = client.send(Method::POST, "/v1/email-verifications/none", &[(FROM, from)], None).await;
    answer.status
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_trusted_proxy_each_client_has_its_own_limits_and_address() {
    let folder = tempfile::tempdir().unwrap();
    let settings =
        [("BAILIWICK_TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.0/8"), ("BAILIWICK_RATE_LIMITS", "on")];
    let server = Server::start_with(folder.path(), &settings, Stdio::inherit());
    let spoofed = "192.0.2.1, 198.51.100.1, 10.0.0.9";
    assert_eq!(audited(&server, "ada@example.com", spoofed).await, "198.51.100.1");

    // A session's list tells device and address.
    let sign_in = json!({ "email": "ada@example.com", "password": "correct horse" });
    let headers = [(FROM, "203.0.113.5"), ("user-agent", "Ada's laptop")];
    let made = Raw::new(&server, None).send(Method::POST, "/v1/sessions", &headers, Some(&sign_in)).await;
    let ada = Raw::new(&server, made.expect(StatusCode::CREATED)["token"].as_str());
    let mut sessions = ada.get("/v1/sessions").await.expect(StatusCode::OK)["items"].take();
    let last = sessions.as_array_mut().unwrap().pop().unwrap();
    assert_eq!((&last["source_ip"], &last["user_agent"]), (&json!("203.0.113.5"), &json!("Ada's laptop")));
    assert!(last["last_seen_at"].is_string() && last["current"] == true, "{last}");

    let client = Raw::new(&server, None);
    let mut refused = 0;
    // A limit of 60 a minute: the minute may turn once meanwhile.
    for n in 0..121 {
        // Whatever the client itself writes there changes nothing.
        let from = format!("192.0.2.{n}, 203.0.113.7");
        refused += usize::from(try_token(&client, &from).await == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(refused > 0, "one client is one source");
    assert_ne!(try_token(&client, "203.0.113.8").await, StatusCode::TOO_MANY_REQUESTS, "another is another");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_trusted_proxy_the_connection_tells_the_address() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    assert_eq!(audited(&server, "ada@example.com", "198.51.100.1").await, "127.0.0.1");
}
