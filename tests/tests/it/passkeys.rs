//! Passkeys in a real Chromium with a virtual authenticator: registering, signing in without a name and as the second step,
//! and removing them.

use std::process::Stdio;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::authenticator::Authenticator;
use crate::nodes::Nodes;
use crate::parts::{Disk, Keeps};
use crate::raw::Raw;
use crate::server::Server;

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "correct horse";

/// Registers a passkey at one node, beginning at another.
async fn register(begin: &Raw, finish: &Raw, browser: &mut Authenticator) -> Value {
    let proof = json!({ "password": PASSWORD });
    let begun = begin.post("/v1/me/passkeys/registrations", &proof).await.expect(StatusCode::OK);
    let credential = browser.create(&begun["options"]);
    let body = json!({ "challenge": begun["challenge"], "name": "Chromium", "credential": credential });
    finish.post("/v1/me/passkeys", &body).await.expect(StatusCode::CREATED)
}

/// Signs in without a name, beginning at one node and ending at another.
async fn sign_in(begin: &Server, finish: &Server, browser: &mut Authenticator) -> Value {
    let begin = Raw::new(begin, None).send(Method::POST, "/v1/sessions/passkey-challenges", &[], None).await;
    let asked = begin.expect(StatusCode::OK);
    let body = json!({ "challenge": asked["challenge"], "credential": browser.get(&asked["options"]) });
    let finish = Raw::new(finish, None);
    let made = finish.post("/v1/sessions/passkey", &body).await.expect(StatusCode::CREATED);
    let again = finish.post("/v1/sessions/passkey", &body).await;
    assert_eq!(again.body["code"], "challenge_expired", "an answer is good once");
    made
}

/// The second step after the password.
async fn second_step(begin: &Server, finish: &Server, browser: &mut Authenticator) -> Value {
    let (begin, finish) = (Raw::new(begin, None), Raw::new(finish, None));
    let first = begin.post("/v1/sessions", &json!({ "email": EMAIL, "password": PASSWORD })).await;
    assert_eq!(first.body["code"], "two_factor_required", "{}", first.body);
    let challenge = json!({ "challenge": first.body["challenge"] });
    let asked = finish.post("/v1/sessions/two-factor/passkey-options", &challenge).await;
    let credential = browser.get(&asked.expect(StatusCode::OK)["options"]);
    let body = json!({ "challenge": challenge["challenge"], "credential": credential });
    finish.post("/v1/sessions/two-factor", &body).await.expect(StatusCode::CREATED)
}

async fn methods(server: &Server, session: &Value) -> Value {
    let mine = Raw::new(server, session["token"].as_str()).get("/v1/session").await.expect(StatusCode::OK);
    assert_eq!(mine["user"]["email"], EMAIL);
    mine["session"]["methods"].clone()
}

/// All that one does with a passkey, each thing over two nodes, which may be one.
async fn go_through(one: &Server, other: &Server, browser: &mut Authenticator) {
    let (_, made) = one.sign_up(EMAIL, "standard").await;
    let token = made.session.token.as_deref();
    let (here, there) = (Raw::new(one, token), Raw::new(other, token));
    let passkey = register(&here, &there, browser).await;
    let listed = here.get("/v1/me/passkeys").await.expect(StatusCode::OK);
    assert_eq!(listed, json!({ "items": [passkey], "next_cursor": null }));
    let again = json!({ "password": PASSWORD });
    let again = here.post("/v1/me/passkeys/registrations", &again).await.expect(StatusCode::OK);
    let refusal = browser.refuses_to_create(&again["options"]);
    assert!(refusal.contains("already registered"), "{refusal}");

    for (begin, finish) in [(one, other), (other, one)] {
        let session = sign_in(begin, finish, browser).await;
        assert_eq!(methods(begin, &session).await, json!(["passkey"]));
        let session = second_step(begin, finish, browser).await;
        assert_eq!(methods(begin, &session).await, json!(["password", "passkey"]));
    }

    let session = sign_in(one, other, browser).await;
    let fresh = Raw::new(other, session["token"].as_str());
    let path = format!("/v1/me/passkeys/{}", passkey["id"].as_str().unwrap());
    let removed = fresh.send(Method::DELETE, &path, &[], Some(&json!({ "password": PASSWORD }))).await;
    assert_eq!(removed.status, StatusCode::NO_CONTENT, "{}", removed.body);
    let begun = Raw::new(one, None).send(Method::POST, "/v1/sessions/passkey-challenges", &[], None).await;
    let asked = begun.expect(StatusCode::OK);
    // The authenticator has it still.
    let body = json!({ "challenge": asked["challenge"], "credential": browser.get(&asked["options"]) });
    let refused = Raw::new(other, None).post("/v1/sessions/passkey", &body).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (StatusCode::UNAUTHORIZED, &json!("invalid_passkey"))
    );
    let sign_in = json!({ "email": EMAIL, "password": PASSWORD });
    Raw::new(one, None).post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chromium_registers_a_passkey_and_signs_in_by_it_without_any_settings() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start_with(folder.path(), &[], Stdio::inherit());
    let mut browser = Authenticator::at(&server.url.replace("127.0.0.1", "localhost"));
    go_through(&server, &server, &mut browser).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chromium_signs_in_by_a_passkey_over_two_nodes() {
    let public_url = "http://localhost:8080";
    let settings = vec![("BAILIWICK_PUBLIC_URL", public_url.to_owned())];
    let nodes = Nodes::with(settings, Disk::NotWaited, Keeps::Nothing).await;
    let mut browser = Authenticator::at(public_url);
    go_through(nodes.node(0), nodes.node(1), &mut browser).await;
    nodes.verify_audit();
}
