//! Changing the deployment's secret key: what it signed before is good while it is accepted.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::clock::now;
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

/// A server whose secret keys stand in its file, where the commands of the binary find them too.
fn start_by(folder: &Path, settings: &str) -> Server {
    fs::write(folder.join("bailiwick.toml"), settings).unwrap();
    Server::start(folder)
}

/// What hangs on the secret key of an account, and where.
struct Held {
    platform_key: String,
    owner: Option<String>,
    account: String,
    /// Two hours after it was made.
    later: String,
    /// Keys of the keyset, each with where it is and its text: one that is used after the change, and one that is not.
    used: (String, String),
    unused: (String, String),
    /// The same of the service integration, whose keys are only listed.
    integrations: (String, String),
    secrets: String,
}

impl Held {
    async fn made(server: &Server) -> Self {
        let (_, made) = server.sign_up("ada@example.com", "ably").await;
        let owner = made.session.token.as_deref().map(str::to_owned);
        let ada = Raw::new(server, owner.as_deref());
        let post = async |path: &str, body: Value| ada.post(path, &body).await.expect(StatusCode::CREATED);
        let under = |path: &str, made: &Value| format!("{path}/{}", made["id"].as_str().unwrap());
        let text = |made: &Value| made["secret"].as_str().unwrap().to_owned();
        let account = format!("/v1/accounts/{}", *made.account.id);
        let apps = format!("{account}/apps");
        let app = under(&apps, &post(&apps, json!({ "name": "Shop" })).await);
        let keysets = format!("{app}/keysets");
        let keyset = under(&keysets, &post(&keysets, json!({ "name": "Keys" })).await);
        let keys = format!("{keyset}/keys");
        let key = async |name: &str| {
            let made = post(&keys, json!({ "name": name, "capabilities": ["a:b"] })).await;
            (under(&keys, &made), text(&made))
        };
        let (used, unused) = (key("Used").await, key("Unused").await);
        let secrets = format!("{keyset}/secrets");
        put_value(&ada, &format!("{secrets}/TOKEN"), "first").await;
        let all = format!("{account}/integrations");
        let sint =
            under(&all, &post(&all, json!({ "name": "Deploy", "grants": [{ "role": "admin" }] })).await);
        let of_sint = format!("{sint}/keys");
        let integrations = (of_sint.clone(), text(&post(&of_sint, json!({ "name": "CI" })).await));
        let platform_key = server.platform_key();
        let later = (made.user.created_at + Duration::from_hours(2)).to_rfc3339();
        Self { platform_key, owner, account, later, used, unused, integrations, secrets }
    }

    fn owner(&self, server: &Server) -> Raw {
        Raw::new(server, self.owner.as_deref())
    }

    /// What a back end is told of a key of the keyset.
    async fn verified(&self, server: &Server, text: &str) -> Value {
        let back_end = Raw::new(server, Some(&self.platform_key));
        back_end.post("/v1/keys/verify", &json!({ "key": text })).await.expect(StatusCode::OK)
    }

    /// Makes an app by the integration's key.
    async fn makes_an_app(&self, server: &Server, name: &str) -> Answer {
        let machine = Raw::new(server, Some(&self.integrations.1));
        machine.post(&format!("{}/apps", self.account), &json!({ "name": name })).await
    }

    /// Waits until it is written down that both keys were used.
    async fn uses_are_written(&self, server: &Server) {
        let (owner, asked) = (self.owner(server), now());
        loop {
            let of_keyset = owner.get(&self.used.0).await.expect(StatusCode::OK);
            let of_machine = owner.get(&self.integrations.0).await.expect(StatusCode::OK);
            if of_keyset["last_used_at"].is_string() && of_machine["items"][0]["last_used_at"].is_string() {
                return;
            }
            assert!(asked.elapsed() < Duration::from_mins(1), "{of_keyset} {of_machine}");
            // It is written by the clock, and nothing but the API tells.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Gives a secret of a keyset a value.
async fn put_value(owner: &Raw, path: &str, value: &str) {
    owner.send(Method::PUT, path, &[], Some(&json!({ "value": value }))).await.expect(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_were_used_while_both_were_accepted_and_secrets_live_on_under_the_new_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let held = Held::made(&server).await;
    assert!(server.terminate().success());

    let old_key = fs::read_to_string(folder.path().join("data/secret.key")).unwrap();
    let new_only = format!("secret_key = \"{NEW_KEY}\"\n");
    let both = format!("{new_only}secret_key_previous = \"{}\"\n", old_key.trim());
    let server = start_by(folder.path(), &both);
    assert_eq!(held.verified(&server, &held.used.1).await["valid"], true);
    held.makes_an_app(&server, "While both are accepted").await.expect(StatusCode::CREATED);
    held.uses_are_written(&server).await;
    // The job that seals data keys anew is due again an hour after its last run.
    let ran = server.run(&["jobs", "run", "--as-of", &held.later]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(server.terminate().success());

    let server = start_by(folder.path(), &new_only);
    let verified = held.verified(&server, &held.used.1).await;
    assert_eq!((&verified["valid"], &verified["capabilities"]), (&json!(true), &json!(["a:b"])));
    held.makes_an_app(&server, "Under the new one").await.expect(StatusCode::CREATED);
    let unused = held.verified(&server, &held.unused.1).await;
    assert_eq!(unused, json!({ "valid": false, "code": "unknown" }), "the old key is gone");
    let owner = held.owner(&server);
    for name in ["TOKEN", "ANOTHER"] {
        put_value(&owner, &format!("{}/{name}", held.secrets), "second").await;
    }
    let listed = owner.get(&held.secrets).await.expect(StatusCode::OK);
    let names: Vec<&Value> =
        listed["items"].as_array().unwrap().iter().map(|secret| &secret["name"]).collect();
    assert_eq!(names, ["ANOTHER", "TOKEN"]);
}
