//! Passkeys over HTTP: registering, signing in by them, and removing them.

use bailiwick_adapter_webauthn::testing::SoftAuthenticator;
use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Person, Reply, Server, assert_keys};

const HERE: &str = "https://bailiwick.example";

/// Registers an authenticator, and answers its passkey.
pub async fn register(server: &Server, person: &Person, device: &mut SoftAuthenticator) -> Reply {
    let proof = json!({ "password": PASSWORD });
    let begun = server.post("/v1/me/passkeys/registrations", &person.token, proof).await.expect(200);
    let credential = device.create(&begun.body["options"]);
    let body = json!({ "challenge": begun.text("/challenge"), "name": "Laptop", "credential": credential });
    server.post("/v1/me/passkeys", &person.token, body).await.expect(201)
}

/// A passkey's id.
pub async fn registered(server: &Server, person: &Person) -> String {
    register(server, person, &mut SoftAuthenticator::new(HERE, 1)).await.text("/id")
}

async fn ask(server: &Server) -> Reply {
    server.send(Method::POST, "/v1/sessions/passkey-challenges", &[], None).await.expect(200)
}

#[tokio::test]
async fn a_passkey_is_registered_named_used_and_removed() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let wrong =
        server.post("/v1/me/passkeys/registrations", &ada.token, json!({ "password": "wrong" })).await;
    assert_eq!(wrong.problem(422, "wrong_password").pointers(), ["/password"]);
    let mut device = SoftAuthenticator::new(HERE, 1);
    let made = register(&server, &ada, &mut device).await;
    assert_keys(&made.body, &["id", "name", "created_at", "last_used_at"]);
    let path = made.header("location").to_owned();
    assert_eq!(path, format!("/v1/me/passkeys/{}", made.text("/id")));
    assert!(made.text("/id").starts_with("pk_"));
    let shown = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((&shown.body, shown.header("etag")), (&made.body, made.header("etag")));
    assert_eq!(server.get("/v1/me/passkeys", &ada.token).await.expect(200).items(), &[made.body]);
    let renamed = server.patch(&path, &ada.token, json!({ "name": "Key" })).await.expect(200);
    assert_eq!((renamed.text("/name"), renamed.version()), ("Key".to_owned(), 2));
    let stale = [("if-match", "\"1\"")];
    let body = json!({ "name": "Old" });
    server.json(Method::PATCH, &path, &ada.token, &stale, &body).await.problem(412, "stale_version");

    let asked = ask(&server).await;
    assert_eq!(asked.body["options"]["rpId"], "bailiwick.example");
    let answer =
        json!({ "challenge": asked.text("/challenge"), "credential": device.get(&asked.body["options"]) });
    let session = server.post("/v1/sessions/passkey", "", answer.clone()).await.expect(201);
    assert_keys(&session.body, &["id", "token", "expires_at"]);
    let mine = server.get("/v1/session", &session.text("/token")).await.expect(200);
    assert_eq!(mine.body["session"]["methods"], json!(["passkey"]));
    server.post("/v1/sessions/passkey", "", answer).await.problem(401, "challenge_expired");
    assert!(server.get(&path, &ada.token).await.expect(200).body["last_used_at"].is_string());

    let proof = json!({ "password": PASSWORD });
    server.json(Method::DELETE, &path, &ada.token, &stale, &proof).await.problem(412, "stale_version");
    server.json(Method::DELETE, &path, &ada.token, &[], &proof).await.expect(204);
    server.get(&path, &ada.token).await.problem(404, "not_found");
    server.get("/v1/me", &session.text("/token")).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_passkey_is_the_second_step_of_a_sign_in() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let mut device = SoftAuthenticator::new(HERE, 1);
    register(&server, &ada, &mut device).await;
    let sign_in = json!({ "email": ada.email, "password": PASSWORD });
    let first = server.post("/v1/sessions", "", sign_in).await.problem(401, "two_factor_required");
    let challenge = first.text("/challenge");
    let path = "/v1/sessions/two-factor/passkey-options";
    let asked = server.post(path, "", json!({ "challenge": challenge })).await.expect(200);
    assert_eq!(asked.body["options"]["allowCredentials"].as_array().unwrap().len(), 1);
    let credential = device.get(&asked.body["options"]);
    let two = json!({ "challenge": challenge, "credential": credential, "code": "123456" });
    let refused = server.post("/v1/sessions/two-factor", "", two).await.problem(422, "invalid_field");
    assert_eq!(refused.pointers(), ["/code"]);
    let stranger = SoftAuthenticator::new(HERE, 2).get(&asked.body["options"]);
    let body = json!({ "challenge": challenge, "credential": stranger });
    server.post("/v1/sessions/two-factor", "", body).await.problem(401, "invalid_passkey");
    let body = json!({ "challenge": challenge, "credential": credential });
    let made = server.post("/v1/sessions/two-factor", "", body).await.expect(201);
    let mine = server.get("/v1/session", &made.text("/token")).await.expect(200);
    assert_eq!(mine.body["session"]["methods"], json!(["password", "passkey"]));
    server.post(path, "", json!({ "challenge": challenge })).await.problem(401, "challenge_expired");
}

#[tokio::test]
async fn what_a_browser_is_asked_is_null_when_repeated_and_a_session_is_opened_once() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let keyed = async |path: &str, token: &str, body: &Value| {
        server.json(Method::POST, path, token, &[("idempotency-key", "k")], body).await
    };
    let null = json!({ "challenge": null, "options": null });
    let (path, body) = ("/v1/me/passkeys/registrations", json!({ "password": PASSWORD }));
    let begun = keyed(path, &ada.token, &body).await.expect(200);
    assert_eq!(keyed(path, &ada.token, &body).await.expect(200).body, null);
    let mut device = SoftAuthenticator::new(HERE, 1);
    let credential = device.create(&begun.body["options"]);
    let body = json!({ "challenge": begun.text("/challenge"), "name": "Key", "credential": credential });
    let made = keyed("/v1/me/passkeys", &ada.token, &body).await.expect(201);
    assert_eq!(keyed("/v1/me/passkeys", &ada.token, &body).await.expect(201).body, made.body);
    let asked = ask(&server).await;
    let credential = device.get(&asked.body["options"]);
    let body = json!({ "challenge": asked.text("/challenge"), "credential": credential });
    let made = keyed("/v1/sessions/passkey", "", &body).await.expect(201);
    let again = keyed("/v1/sessions/passkey", "", &body).await.expect(201);
    assert_eq!((made.text("/id"), &again.body["token"]), (again.text("/id"), &Value::Null));
}

#[tokio::test]
async fn a_credential_that_is_none_is_refused_and_named() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let registration = server
        .post("/v1/me/passkeys/registrations", &ada.token, json!({ "password": PASSWORD }))
        .await
        .expect(200)
        .text("/challenge");
    let sign_in = ask(&server).await.text("/challenge");
    for credential in [json!({}), json!({ "id": "x\u{0}" }), json!([]), json!("x"), Value::Null] {
        let body = json!({ "challenge": registration, "name": "Key", "credential": credential });
        let refused = server.post("/v1/me/passkeys", &ada.token, body).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), ["/credential"], "{credential}");
        let body = json!({ "challenge": sign_in, "credential": credential });
        let refused = server.post("/v1/sessions/passkey", "", body).await;
        assert_eq!(refused.status, 422, "{credential}: {}", refused.text);
    }
    let body = json!({ "challenge": registration, "name": "a\u{0}", "credential": {} });
    let refused = server.post("/v1/me/passkeys", &ada.token, body).await.problem(422, "invalid_field");
    assert_eq!(refused.pointers(), ["/name"]);
}
