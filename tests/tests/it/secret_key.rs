//! Changing the deployment's secret key: what it signed before is good while it is accepted.

use std::fs;
use std::process::Stdio;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::raw::{Answer, Raw};
use crate::server::{Server, mailed_token};
use crate::totp::App;

const NEW_KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

async fn verify(server: &Server, token: &str) -> StatusCode {
    let path = format!("/v1/email-verifications/{token}");
    Raw::new(server, None).send(Method::POST, &path, &[], None).await.status
}

/// Ada's sign-in, with a code of her app.
async fn sign_in_by(server: &Server, code: &str) -> Answer {
    let anyone = Raw::new(server, None);
    let sign_in = json!({ "email": "ada@example.com", "password": "correct horse" });
    let asked = anyone.post("/v1/sessions", &sign_in).await.expect(StatusCode::UNAUTHORIZED);
    anyone.post("/v1/sessions/two-factor", &json!({ "challenge": asked["challenge"], "code": code })).await
}

async fn open_account_once(client: &Raw) -> Value {
    let headers = [("idempotency-key", "once")];
    let body = json!({"name": "Once", "role_model": "ably"});
    let answer = client.send(Method::POST, "/v1/accounts", &headers, Some(&body)).await;
    answer.expect(StatusCode::CREATED)["id"].take()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_key_before_signed_is_good_while_that_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let (_, made) = server.sign_up("ada@example.com", "ably").await;
    let token = mailed_token(&server.mail_folder(), "ada@example.com", "/verify-email?token=").await;
    let token_of_session = made.session.token.as_deref();
    let account = open_account_once(&Raw::new(&server, token_of_session)).await;
    let app = App::enrol(&Raw::new(&server, token_of_session), &json!({ "password": "correct horse" })).await;
    assert!(server.terminate().success());

    let server = Server::start_with(folder.path(), &[("BAILIWICK_SECRET_KEY", NEW_KEY)], Stdio::inherit());
    assert!(!verify(&server, &token).await.is_success(), "another key's");
    assert!(server.terminate().success());

    let old_key = fs::read_to_string(folder.path().join("data/secret.key")).unwrap();
    let both = [("BAILIWICK_SECRET_KEY", NEW_KEY), ("BAILIWICK_SECRET_KEY_PREVIOUS", old_key.trim())];
    let server = Server::start_with(folder.path(), &both, Stdio::inherit());
    let ada = Raw::new(&server, token_of_session);
    assert_eq!(open_account_once(&ada).await, account, "a request of before is known again");
    assert!(verify(&server, &token).await.is_success());
    assert!(!verify(&server, "AAAA").await.is_success());
    // The app's secret is opened, and sealed anew.
    let code = app.next_code();
    sign_in_by(&server, &code).await.expect(StatusCode::CREATED);
    server.sign_up("bob@example.com", "ably").await;
    let token = mailed_token(&server.mail_folder(), "bob@example.com", "/verify-email?token=").await;
    assert!(server.terminate().success());

    let new_only = [("BAILIWICK_SECRET_KEY", NEW_KEY)];
    let server = Server::start_with(folder.path(), &new_only, Stdio::inherit());
    assert!(verify(&server, &token).await.is_success(), "the new key signs");
    // The code was used. Where the secret can't be opened the server fails.
    let used = sign_in_by(&server, &code).await;
    assert_eq!((used.status, &used.body["code"]), (StatusCode::UNAUTHORIZED, &json!("invalid_code")));
}
