//! Secrets of every kind, planted by the API: afterwards none is in the log, in an answer that refuses something, in the
//! audit, in the database and what it writes beside it, or in Redis.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::browser::{Browser, PUBLIC_URL};
use crate::dns::NameServer;
use crate::nodes::Nodes;
use crate::parts::{Disk, Keeps};
use crate::providers::Provider;
use crate::raw::Raw;
use crate::search::Secrets;
use crate::server::{Server, mailed_token};
use crate::sso::{CHALLENGE, VERIFIER, fragment, hostile};
use crate::sso_saml;
use crate::totp::code;

const PASSWORDS: [&str; 4] =
    ["planted engine 7Q", "planted engine 8R", "planted engine of bob 9S", "planted nonsense 0T"];
const VALUES: [&str; 2] = ["planted value of a secret 1U", "planted value of a secret 2V"];
const CLIENT_SECRET: &str = "secret of the client";

/// Who does all that, at one node after the other, and what they learn.
struct Life<'a> {
    nodes: [&'a Server; 2],
    turn: usize,
    secrets: Secrets,
    refusals: String,
    token: Option<String>,
}

impl Life<'_> {
    fn node(&mut self) -> &Server {
        self.turn += 1;
        self.nodes[self.turn % 2]
    }

    async fn send(&mut self, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
        let token = self.token.clone();
        let raw = Raw::new(self.node(), token.as_deref());
        let body = Some(&body).filter(|body| !body.is_null());
        let answer = raw.send(method, path, &[("idempotency-key", &format!("{}", self.turn))], body).await;
        (answer.status, answer.body)
    }

    /// Something that goes well.
    async fn does(&mut self, method: Method, path: &str, body: Value) -> Value {
        let (status, answer) = self.send(method.clone(), path, body).await;
        assert!(status.is_success(), "{method} {path}: {answer}");
        answer
    }

    async fn posts(&mut self, path: &str, body: Value) -> Value {
        self.does(Method::POST, path, body).await
    }

    /// Something that is refused, with a secret in it.
    async fn fails(&mut self, method: Method, path: &str, body: Value) -> Value {
        let (status, answer) = self.send(method.clone(), path, body).await;
        let looked_at = status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS;
        assert!(looked_at, "{method} {path}: {answer}");
        self.refusals.push_str(&answer.to_string());
        answer
    }

    /// A text of an answer, which is planted.
    fn plants(&mut self, name: &str, text: &Value) -> String {
        let text = text.as_str().unwrap_or_else(|| panic!("{name} is no text: {text}")).to_owned();
        self.secrets.add(name, &text);
        text
    }

    async fn mailed(&mut self, name: &str, to: &str, link: &str) -> String {
        let folder = self.nodes[0].mail_folder();
        let token = mailed_token(&folder, to, link).await;
        self.secrets.add(name, &token);
        token
    }

    async fn signs_in(&mut self, email: &str, password: &str) {
        self.token = None;
        let body = json!({ "email": email, "password": password });
        let made = self.posts("/v1/sessions", body).await;
        self.token = Some(self.plants("session token", &made["token"]));
    }
}

/// Addresses, passwords, mailed links.
async fn with_passwords(life: &mut Life<'_>) -> String {
    let [first, second, bobs, nonsense] = PASSWORDS;
    for password in PASSWORDS {
        life.secrets.add("password", password);
    }
    let ada = "ada@corp.example";
    let form = json!({ "email": ada, "password": first, "name": "Ada", "account_name": "Acme", "role_model": "standard" });
    let made = life.posts("/v1/signup", form.clone()).await;
    life.fails(Method::POST, "/v1/signup", form).await;
    let account = format!("/v1/accounts/{}", made["account"]["id"].as_str().unwrap());
    let token = life.plants("session token", &made["session"]["token"]);
    life.token = Some(format!("{token}x"));
    life.fails(Method::GET, "/v1/me", Value::Null).await;
    life.token = Some(token.clone());
    // What can't be read is not read back either.
    for body in
        [json!(nonsense), json!([nonsense]), json!({ "email": { "a": nonsense }, "password": nonsense })]
    {
        life.fails(Method::POST, "/v1/sessions", body).await;
    }
    for password in [json!([nonsense]), json!({ "a": nonsense })] {
        life.fails(Method::POST, "/v1/sessions", json!({ "email": ada, "password": password })).await;
    }
    life.fails(Method::POST, "/v1/sessions", json!({ "email": ada, "password": nonsense })).await;
    life.fails(Method::POST, "/v1/sessions", json!({ "email": ada, "password": nonsense, "x": nonsense }))
        .await;
    life.fails(Method::PUT, "/v1/me/password", json!({ "current": nonsense, "new": second })).await;

    let link = life.mailed("verification token", ada, "verify-email?token=").await;
    life.fails(Method::POST, &format!("/v1/email-verifications/{link}x"), Value::Null).await;
    life.posts(&format!("/v1/email-verifications/{link}"), Value::Null).await;
    life.posts("/v1/password-resets", json!({ "email": ada })).await;
    let link = life.mailed("reset token", ada, "password-reset?token=").await;
    life.fails(Method::PUT, &format!("/v1/password-resets/{link}"), json!({ "password": "password" })).await;
    life.does(Method::PUT, &format!("/v1/password-resets/{link}"), json!({ "password": second })).await;
    life.fails(Method::PUT, &format!("/v1/password-resets/{link}"), json!({ "password": first })).await;
    life.fails(Method::GET, "/v1/me", Value::Null).await;
    life.signs_in(ada, second).await;

    let invitation = json!({ "email": "bob@example.com", "grants": [{ "role": "member" }] });
    life.posts(&format!("{account}/invitations"), invitation).await;
    let link = life.mailed("invitation token", "bob@example.com", "accept?token=").await;
    life.fails(Method::POST, "/v1/invitations/accept", json!({ "token": link })).await;
    let ada_s = life.token.take();
    let accept = json!({ "token": link, "name": "Bob", "password": bobs });
    let accepted = life.posts("/v1/invitations/accept", accept.clone()).await;
    life.plants("session token", &accepted["session"]["token"]);
    life.fails(Method::POST, "/v1/invitations/accept", accept).await;
    life.token = ada_s;
    let change = |password: &str| json!({ "email": "ada@new.example", "password": password });
    life.fails(Method::POST, "/v1/me/email-change", change(nonsense)).await;
    life.posts("/v1/me/email-change", change(second)).await;
    life.mailed("address token", "ada@new.example", "verify-email?token=").await;
    account
}

/// An authenticator app, recovery codes, and questions for passkeys.
async fn with_second_factors(life: &mut Life<'_>) {
    let [_, password, _, nonsense] = PASSWORDS;
    let path = "/v1/me/two-factor/totp";
    life.fails(Method::POST, path, json!({ "password": nonsense })).await;
    let begun = life.posts(path, json!({ "password": password })).await;
    let secret = life.plants("secret of the app", &begun["secret"]);
    let first = code(&secret, 0);
    life.secrets.add_code(&first);
    let made = life.posts(&format!("{path}/confirm"), json!({ "code": first })).await;
    life.fails(Method::POST, &format!("{path}/confirm"), json!({ "code": first })).await;
    let codes = made["recovery_codes"].as_array().unwrap().clone();
    for recovery in &codes {
        let recovery = life.plants("recovery code", recovery);
        life.secrets.add("recovery code", &recovery.replace('-', ""));
    }
    let ada_s = life.token.take();
    let sign_in = json!({ "email": "ada@corp.example", "password": password });
    let (_, asked) = life.send(Method::POST, "/v1/sessions", sign_in).await;
    let challenge = life.plants("challenge of a sign-in", &asked["challenge"]);
    let step = "/v1/sessions/two-factor";
    let answer = |field: &str, proof: &Value| json!({ "challenge": challenge, field: proof });
    // It was used when the app was turned on.
    life.fails(Method::POST, step, answer("code", &json!(first))).await;
    life.fails(Method::POST, step, json!({ "challenge": [challenge], "recovery_code": codes[0] })).await;
    life.fails(
        Method::POST,
        step,
        json!({ "challenge": challenge, "code": first, "recovery_code": codes[0] }),
    )
    .await;
    let made = life.posts(step, answer("recovery_code", &codes[0])).await;
    life.plants("session token", &made["token"]);
    life.fails(Method::POST, step, answer("recovery_code", &codes[1])).await;
    let asked = life.posts("/v1/sessions/passkey-challenges", Value::Null).await;
    let challenge = life.plants("challenge of a passkey", &asked["challenge"]);
    let body = json!({ "challenge": challenge, "credential": { "id": challenge } });
    life.fails(Method::POST, "/v1/sessions/passkey", body).await;
    life.token = ada_s;
    let begun = life.posts("/v1/me/passkeys/registrations", json!({ "password": password })).await;
    let challenge = life.plants("challenge of a registration", &begun["challenge"]);
    let body = json!({ "challenge": challenge, "name": "Key", "credential": {} });
    life.fails(Method::POST, "/v1/me/passkeys", body).await;
}

fn part<'a>(url: &'a str, name: &str) -> &'a str {
    let (_, rest) = url.split_once(&format!("{name}=")).unwrap_or_else(|| panic!("no {name} in {url}"));
    rest.split('&').next().unwrap()
}

/// A sign-in elsewhere: by the deployment's provider for a page, or through an account at once.
async fn by_a_provider(life: &mut Life<'_>, provider: &Provider, start: &str, for_a_page: bool) {
    let mut browser = Browser::over(life.nodes.map(|node| node.url.clone()));
    let away = browser.get(&format!("{PUBLIC_URL}{start}")).await.leads();
    for name in ["state", "nonce"] {
        life.secrets.add(name, part(&away, name));
    }
    let back = browser.follow(away, PUBLIC_URL).await;
    life.secrets.add("the provider's code", part(&back, "code"));
    let landed = browser.get(&back).await;
    let replayed = browser.get(&back).await;
    assert_eq!(replayed.body["code"], "sso_state_invalid");
    life.refusals.push_str(&replayed.body.to_string());
    let session = if for_a_page {
        let url = landed.leads();
        let code = fragment(&url, &format!("{PUBLIC_URL}/welcome#code=")).to_owned();
        life.secrets.add("a page's code", &code);
        life.token = None;
        let wrong = json!({ "code": code, "code_verifier": format!("{VERIFIER}x") });
        life.fails(Method::POST, "/v1/sso/exchange", wrong).await;
        life.posts("/v1/sso/exchange", json!({ "code": code, "code_verifier": VERIFIER })).await
    } else {
        landed.body
    };
    life.token = Some(life.plants("session token", &session["token"]));
    life.does(Method::GET, "/v1/me", Value::Null).await;
    let assertion = provider.last_token().await;
    life.secrets.add("what the provider signed", &assertion);
}

async fn with_providers(life: &mut Life<'_>, provider: &Provider, dns: &NameServer, account: &str) {
    life.secrets.add("client secret", CLIENT_SECRET);
    life.secrets.add("a page's verifier", VERIFIER);
    let sso = format!("{account}/sso");
    let connection = |secret: Value| json!({ "issuer": provider.issuer, "client_id": "bailiwick", "client_secret": secret, "default_role": "member" });
    life.fails(Method::PUT, &sso, connection(json!([CLIENT_SECRET]))).await;
    let made = life.does(Method::PUT, &sso, connection(json!(CLIENT_SECRET))).await;
    assert!(!made.to_string().contains(CLIENT_SECRET));
    let claimed = life.posts(&format!("{sso}/domains"), json!({ "domain": "corp.example" })).await;
    dns.say(claimed["record_name"].as_str().unwrap(), claimed["record_value"].as_str().unwrap());
    life.posts(&format!("{sso}/domains/corp.example/verify"), Value::Null).await;
    let owner = life.token.clone();
    provider.plan(&json!({ "subject": "cat", "email": "cat@example.com", "name": "Cat" })).await;
    let start = format!("/v1/sso/acme/start?return_to={PUBLIC_URL}/welcome&code_challenge={CHALLENGE}");
    by_a_provider(life, provider, &start, true).await;
    provider.plan(&json!({ "subject": "eve", "email": "eve@corp.example", "name": "Eve" })).await;
    let id = account.rsplit('/').next().unwrap();
    by_a_provider(life, provider, &format!("/v1/sso/accounts/{id}/start"), false).await;
    life.token = owner;
}

/// A sign-in through an account by SAML.
async fn by_saml(life: &mut Life<'_>, saml: &Provider, dns: &NameServer) {
    let owner = life.token.clone();
    let made = life.posts("/v1/accounts", json!({ "name": "By SAML", "role_model": "standard" })).await;
    let id = made["id"].as_str().unwrap();
    let sso = format!("/v1/accounts/{id}/sso");
    let connection = json!({
        "kind": "saml",
        "issuer": saml.issuer,
        "sso_url": format!("{}/sso", saml.issuer),
        "certificates": [saml.said["certificates"]["own"]],
        "default_role": "member",
    });
    life.does(Method::PUT, &sso, connection).await;
    let claimed = life.posts(&format!("{sso}/domains"), json!({ "domain": "saml.example" })).await;
    dns.say(claimed["record_name"].as_str().unwrap(), claimed["record_value"].as_str().unwrap());
    life.posts(&format!("{sso}/domains/saml.example/verify"), Value::Null).await;
    saml.plan(&json!({ "id": "dan", "email": "dan@saml.example", "name": "Dan" })).await;
    let mut browser = Browser::over(life.nodes.map(|node| node.url.clone()));
    let given = sso_saml::answer(&mut browser, id, "").await;
    let posted = given["response"].as_str().unwrap();
    let response = String::from_utf8(STANDARD.decode(posted).unwrap()).unwrap();
    let (_, signature) = response.split_once("SignatureValue>").unwrap();
    life.secrets.add("what a SAML provider posted", &posted[200..300]);
    life.secrets.add("what a SAML provider signed with", &signature[..64]);
    let back = sso_saml::post(&mut browser, &given).await.leads();
    let landed = browser.get(&back).await;
    life.token = Some(life.plants("session token", &landed.body["token"]));
    life.does(Method::GET, "/v1/me", Value::Null).await;
    let replayed = sso_saml::post(&mut browser, &given).await;
    replayed.problem(400, "sso_state_invalid");
    life.refusals.push_str(&replayed.body.to_string());
    life.token = owner;
}

/// A key of a keyset and its rotation, and a secret of the keyset, with what a back end is told of the key.
async fn with_keys(life: &mut Life<'_>, account: &str, platform_key: &str) {
    let app = life.posts(&format!("{account}/apps"), json!({ "name": "App" })).await;
    let keysets = format!("{account}/apps/{}/keysets", app["id"].as_str().unwrap());
    let made = life.posts(&keysets, json!({ "name": "Keys", "environment": "production" })).await;
    let keyset = format!("{keysets}/{}", made["id"].as_str().unwrap());
    let keys = format!("{keyset}/keys");
    let made = life.posts(&keys, json!({ "name": "Server", "capabilities": ["a:b"] })).await;
    let first = life.plants("API key", &made["secret"]);
    let key = format!("{keys}/{}", made["id"].as_str().unwrap());
    let overlap = json!({ "overlap_seconds": 60 });
    let rotated = life.posts(&format!("{key}/rotate"), overlap).await;
    let second = life.plants("rotated API key", &rotated["secret"]);
    life.does(Method::GET, &key, Value::Null).await;
    life.fails(Method::POST, &keys, json!({ "name": [first], "capabilities": [first] })).await;
    life.fails(Method::PATCH, &key, json!({ "status": second })).await;
    life.token.replace(first.clone());
    life.fails(Method::GET, &keys, Value::Null).await;
    let verify = "/v1/keys/verify";
    for text in [&first, &second] {
        life.token = Some(platform_key.to_owned());
        let told = life.posts(verify, json!({ "key": text })).await;
        assert_eq!((&told["valid"], told["capabilities"][0].as_str()), (&json!(true), Some("a:b")));
        life.posts(verify, json!({ "key": format!("{text}x") })).await;
        life.fails(Method::POST, verify, json!({ "key": [text] })).await;
    }
    life.token = Some(format!("{first}x"));
    life.fails(Method::POST, verify, json!({ "key": second })).await;
}

/// The values of a keyset's secret.
async fn with_values(life: &mut Life<'_>, account: &str) {
    for value in VALUES {
        life.secrets.add("value of a secret", value);
    }
    let apps = life.does(Method::GET, &format!("{account}/apps"), Value::Null).await;
    let app = apps["items"].as_array().unwrap().iter().find(|app| app["name"] == "App").unwrap();
    let keysets = format!("{account}/apps/{}/keysets", app["id"].as_str().unwrap());
    let all = life.does(Method::GET, &keysets, Value::Null).await;
    let secrets = format!("{keysets}/{}/secrets", all["items"][0]["id"].as_str().unwrap());
    let one = format!("{secrets}/TOKEN");
    for value in VALUES {
        life.does(Method::PUT, &one, json!({ "value": value })).await;
        life.fails(Method::PUT, &one, json!({ "value": [value] })).await;
        life.fails(Method::PUT, &one, json!({ "value": value, "more": value })).await;
        life.fails(Method::PUT, &format!("{secrets}/1"), json!({ "value": value })).await;
    }
    life.does(Method::GET, &secrets, Value::Null).await;
    life.does(Method::DELETE, &one, Value::Null).await;
    life.does(Method::PUT, &one, json!({ "value": VALUES[0] })).await;
}

/// A service integration, which does something by its key and is refused something.
async fn with_an_integration(life: &mut Life<'_>, account: &str) {
    let path = format!("{account}/integrations");
    let made = life.posts(&path, json!({ "name": "Deploy", "grants": [{ "role": "admin" }] })).await;
    let keys = format!("{path}/{}/keys", made["id"].as_str().unwrap());
    let key = life.posts(&keys, json!({ "name": "CI", "expires_in_days": 30 })).await;
    let text = life.plants("key of an integration", &key["secret"]);
    life.secrets.add("its secret part", text.rsplit('_').nth(1).unwrap());
    life.fails(Method::POST, &keys, json!({ "name": [text] })).await;
    let owner = life.token.replace(text.clone());
    life.posts(&format!("{account}/apps"), json!({ "name": "Shop" })).await;
    life.fails(Method::GET, "/v1/me", Value::Null).await;
    life.fails(Method::POST, &keys, json!({ "name": "Another" })).await;
    life.token = Some(format!("{text}x"));
    life.fails(Method::GET, account, Value::Null).await;
    life.token = owner;
    life.does(Method::GET, &keys, Value::Null).await;
}

/// Does all that there is to do with secrets.
async fn live<'a>(nodes: [&'a Server; 2], provider: &Provider, dns: &NameServer) -> Life<'a> {
    let (secrets, refusals) = (Secrets::default(), String::new());
    let mut life = Life { nodes, turn: 0, secrets, refusals, token: None };
    let account = with_passwords(&mut life).await;
    with_providers(&mut life, provider, dns, &account).await;
    by_saml(&mut life, &Provider::saml(), dns).await;
    with_second_factors(&mut life).await;
    with_an_integration(&mut life, &account).await;
    let key = nodes[0].platform_key();
    life.secrets.add("platform key", &key);
    let owner = life.token.replace(key.clone());
    life.does(Method::GET, &account, Value::Null).await;
    life.fails(Method::GET, "/v1/me", Value::Null).await;
    life.token = Some(format!("{key}x"));
    life.fails(Method::GET, &account, Value::Null).await;
    life.token.clone_from(&owner);
    with_keys(&mut life, &account, &key).await;
    life.token = owner;
    with_values(&mut life, &account).await;
    life
}

/// Looks through a heap that holds what it should: a text that is no secret.
#[track_caller]
fn look(life: &Life<'_>, place: &str, heap: &[u8], holds: &str) {
    let is_there = heap.windows(holds.len()).any(|window| window == holds.as_bytes());
    assert!(is_there, "{place} does not hold {holds:?}: it is not what it should be");
    assert_eq!(life.secrets.found_in(heap), [""; 0], "in {place}");
}

async fn look_at_answers(life: &mut Life<'_>) {
    let kinds: std::collections::BTreeSet<&str> = life.secrets.names().collect();
    assert!(kinds.len() >= 26, "kinds of secrets: {kinds:?}");
    let mine = life.does(Method::GET, "/v1/me/accounts", Value::Null).await;
    let account = mine["items"][0]["account"]["id"].as_str().unwrap();
    let audit =
        life.does(Method::GET, &format!("/v1/accounts/{account}/audit-events?limit=200"), Value::Null).await;
    look(life, "the audit", audit.to_string().as_bytes(), "sso.configured");
    let refusals = life.refusals.clone();
    look(life, "what was refused", refusals.as_bytes(), "sso_state_invalid");
}

/// All files of a folder and of those in it.
fn files(folder: &Path) -> Vec<u8> {
    let mut heap = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            heap.extend(files(&path));
        } else {
            heap.extend(fs::read(&path).unwrap());
        }
    }
    heap
}

fn settings(folder: &Path, provider: &Provider, dns: &NameServer) -> Vec<(&'static str, String)> {
    let file = folder.join("providers.toml");
    fs::write(&file, hostile("acme", provider)).unwrap();
    vec![
        ("BAILIWICK_PROVIDERS_FILE", file.to_str().unwrap().to_owned()),
        ("BAILIWICK_PUBLIC_URL", PUBLIC_URL.to_owned()),
        ("BAILIWICK_SSO_PRIVATE_NETWORKS", "on".to_owned()),
        ("BAILIWICK_DNS_SERVER", dns.address.clone()),
        ("BAILIWICK_LOG", "debug".to_owned()),
        // So that Redis holds what they count by.
        ("BAILIWICK_RATE_LIMITS", "on".to_owned()),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite_no_secret_is_logged_told_or_stored() {
    let folder = tempfile::tempdir().unwrap();
    let (provider, dns) = (Provider::hostile(), NameServer::start());
    let settings = settings(folder.path(), &provider, &dns);
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let log = folder.path().join("log");
    let server = Server::start_with(folder.path(), &settings, Stdio::from(File::create(&log).unwrap()));
    let mut life = live([&server, &server], &provider, &dns).await;
    look_at_answers(&mut life).await;
    look(&life, "the log", &fs::read(&log).unwrap(), "DEBUG");
    let read = |name: &str| fs::read(folder.path().join("data").join(name)).unwrap();
    look(&life, "the database", &read("bailiwick.db"), "SQLite format 3");
    look(&life, "its write-ahead log", &read("bailiwick.db-wal"), "ada@corp.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql_and_redis_no_secret_is_logged_told_or_stored() {
    let folder = tempfile::tempdir().unwrap();
    let (provider, dns) = (Provider::hostile(), NameServer::start());
    let nodes = Nodes::with(settings(folder.path(), &provider, &dns), Disk::NotWaited, Keeps::Nothing).await;
    let mut life = live([nodes.node(0), nodes.node(1)], &provider, &dns).await;
    look_at_answers(&mut life).await;
    // While the copies of sessions are there.
    look(&life, "Redis", &nodes.redis.snapshot().await, "bailiwick:session:");
    for at in 0..2 {
        look(&life, "the log of a node", nodes.log(at).as_bytes(), "DEBUG");
    }
    look(&life, "the dump", &nodes.postgres.dump(), "ada@corp.example");
    look(&life, "the write-ahead log", &files(&nodes.postgres.write_ahead_log()), "ada@corp.example");
    nodes.verify_audit();
}
