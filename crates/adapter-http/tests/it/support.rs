//! A server over a real store of its own, with clocks, ids and mail that a test can look into.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_adapter_http::{HttpSettings, app};
use bailiwick_adapter_local::{AeadSealer, LocalRateLimiter, NoRateLimiter};
use bailiwick_adapter_redis::{RedisOptions, RedisServer, RedisSessionCache};
use bailiwick_adapter_seaorm::SqlStore;
use bailiwick_adapter_seaorm::testing::Place;
use bailiwick_adapter_webauthn::WebAuthn;
use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::identities::ProviderName;
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::sessions::Lifetimes;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::dns::NoDns;
use bailiwick_ports::identity_providers::{
    Connection, IdentityProvider, IdentityProviders, NoProviders, ProviderError,
};
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::passwords::{HashError, PasswordHasher};
use bailiwick_ports::rate_limits::RateLimiter;
use bailiwick_ports::session_cache::SessionCache;
use bailiwick_ports::system::{Clock, IdSource, Signer};
use bailiwick_ports::{Access, Store};
use bailiwick_usecases::access::{Decisions, Limits};
use bailiwick_usecases::configuration::Schema;
use bailiwick_usecases::{Call, Caller, Context, outbox, platform_keys};
use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderMap, Method, StatusCode};
use poem::test::TestClient;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::private::PrivateRedis;

pub const PASSWORD: &str = "correct horse battery";

pub struct TestClock(AtomicI64);

impl TestClock {
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::parse("2027-01-15T08:00:00Z")
            .unwrap()
            .plus_seconds(self.0.load(Ordering::SeqCst) / 1_000_000)
    }
    fn elapsed(&self) -> Duration {
        Duration::from_micros(self.0.load(Ordering::SeqCst).unsigned_abs() + 1)
    }
}

struct CountedIds(AtomicU64);

impl IdSource for CountedIds {
    fn uuid(&self) -> Uuid {
        let count = u128::from(self.0.fetch_add(1, Ordering::SeqCst));
        Uuid::from_u128((0x0196_0000_0000_7000_8000_0000_0000_0000 | count) + (count << 80))
    }
    fn secret(&self) -> [u8; 32] {
        Sha256::digest(self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes()).into()
    }
}

struct HashSigner;

impl Signer for HashSigner {
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        Sha256::digest([purpose.as_bytes(), b"|test key|", data].concat()).into()
    }
}

struct PlainPasswords;

#[async_trait]
impl PasswordHasher for PlainPasswords {
    async fn hash(&self, password: String) -> Result<String, HashError> {
        assert!(!password.contains("panic"), "a panic on purpose");
        if password.contains("for ever") {
            std::future::pending::<()>().await;
        }
        Ok(format!("plain:{password}"))
    }
    fn is_current(&self, hash: &str) -> bool {
        hash.starts_with("plain:")
    }
    async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, HashError> {
        Ok(hash.is_some_and(|hash| hash == format!("plain:{password}")))
    }
}

/// Whatever issuer an account is connected to, it can be used; nobody comes through it.
struct AnyIssuer;

#[async_trait]
impl IdentityProviders for AnyIssuer {
    fn named(&self, name: &ProviderName) -> Option<Arc<dyn IdentityProvider>> {
        NoProviders.named(name)
    }
    fn names(&self) -> Vec<ProviderName> {
        NoProviders.names()
    }
    fn of_account(&self, connection: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError> {
        NoProviders.of_account(connection)
    }
    async fn probe(&self, _: &Connection) -> Result<(), ProviderError> {
        Ok(())
    }
}

#[derive(Default)]
pub struct Mailbox(Mutex<Vec<Mail>>);

#[async_trait]
impl Mailer for Mailbox {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

pub struct Server {
    pub client: TestClient<BoxEndpoint<'static>>,
    pub cx: Arc<Context>,
    pub clock: Arc<TestClock>,
    mails: Arc<Mailbox>,
    _place: Place,
    _redis: Option<PrivateRedis>,
}

/// How a test's server differs from the usual one.
#[derive(Default)]
pub struct Wants {
    pub rate_limits: bool,
    pub models: Vec<&'static str>,
    pub settings: HttpSettings,
    pub sessions: Option<Arc<dyn SessionCache>>,
    pub lifetimes: Lifetimes,
    /// Whether accounts can be connected to an identity provider of their own.
    pub any_issuer: bool,
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub body: Value,
}

impl Reply {
    /// With that status, or the test fails and says why.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }
    /// A problem with that status and code.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Self {
        let reply = self.expect(status);
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert_eq!(reply.body["code"], code, "{}", reply.text);
        assert_eq!(reply.body["status"], status);
        assert_eq!(reply.body["request_id"], reply.header("x-request-id"));
        assert_eq!(reply.body.get("trace_id"), None, "nobody traces");
        for key in ["type", "title", "detail"] {
            assert!(reply.body[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {}", reply.text);
        }
        reply
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
    /// The version in the answer's `ETag`.
    #[track_caller]
    pub fn version(&self) -> u64 {
        let tag = self.header("etag").trim_matches('"');
        tag.split('.')
            .next()
            .and_then(|version| version.parse().ok())
            .unwrap_or_else(|| panic!("no tag: {tag}"))
    }
    #[track_caller]
    pub fn text(&self, pointer: &str) -> String {
        let found = self.body.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no text at {pointer}: {}", self.text)).to_owned()
    }
    pub fn pointers(&self) -> Vec<&str> {
        self.body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|error| error["pointer"].as_str())
            .collect()
    }
    pub fn items(&self) -> &Vec<Value> {
        self.body["items"].as_array().unwrap()
    }
}

/// Copies of sessions in a Redis that is the test's own, for tests count their ids alike. They are settled at once.
async fn shared_by(redis: &PrivateRedis, clock: Arc<dyn Clock>) -> Arc<dyn SessionCache> {
    let patient = Duration::from_secs(5);
    let options =
        RedisOptions { settle: Duration::ZERO, answer: patient, link: patient, ..RedisOptions::default() };
    let server = RedisServer::open(redis.url(), options, clock).await;
    Arc::new(RedisSessionCache::new(server, Arc::new(HashSigner)))
}

/// A signed-in user with an account that they own.
#[derive(Debug, Clone)]
pub struct Person {
    pub user: String,
    pub email: String,
    pub token: String,
    pub account: String,
    pub member: String,
}

impl Server {
    pub async fn start() -> Self {
        Self::with(Wants::default()).await
    }
    pub async fn with(wants: Wants) -> Self {
        let place = Place::new().await;
        let mut options = place.options();
        options.panic_on_dropped_unit = true;
        let store: Arc<dyn Store> = Arc::new(SqlStore::open(options).await.unwrap());
        let clock = Arc::new(TestClock(AtomicI64::new(0)));
        let mails = Arc::new(Mailbox::default());
        let mut models = RoleModels::builtin().unwrap();
        for text in wants.models {
            assert!(models.add(RoleModel::parse(text).unwrap()));
        }
        let limits: Arc<dyn RateLimiter> = if wants.rate_limits {
            Arc::new(LocalRateLimiter::new(clock.clone()))
        } else {
            Arc::new(NoRateLimiter)
        };
        let bounds = Limits { session_idle_seconds: wants.lifetimes.idle_seconds, ..Limits::default() };
        let mut decisions = Decisions::new(store.clone(), clock.clone(), models.clone(), bounds);
        let (mut copies, mut redis) = (wants.sessions, None);
        if copies.is_none() && matches!(place, Place::Database(_)) {
            let started = PrivateRedis::start().await;
            copies = Some(shared_by(&started, clock.clone()).await);
            redis = Some(started);
        }
        if let Some(copies) = copies {
            decisions = decisions.sharing_sessions(copies);
        }
        let cx = Arc::new(Context {
            store,
            clock: clock.clone(),
            ids: Arc::new(CountedIds(AtomicU64::new(1))),
            signer: Arc::new(HashSigner),
            sealer: Arc::new(AeadSealer::new(&HashSigner, Arc::new(CountedIds(AtomicU64::new(1 << 32))))),
            lifetimes: wants.lifetimes,
            passwords: Arc::new(PlainPasswords),
            passkeys: Arc::new(WebAuthn::new("https://bailiwick.example").unwrap()),
            limits,
            mailer: mails.clone(),
            models,
            decisions: Arc::new(decisions),
            providers: if wants.any_issuer { Arc::new(AnyIssuer) } else { Arc::new(NoProviders) },
            saml: None,
            configuration_schema: None,
            dns: Arc::new(NoDns),
            return_origins: vec!["https://bailiwick.example".to_owned()],
            outbox_bell: tokio::sync::Notify::new(),
            public_url: "https://bailiwick.example".to_owned(),
        });
        let app = app(cx.clone(), wants.settings, Arc::new(|| "bailiwick_up 1\n".to_owned()));
        Self { client: TestClient::new(app), cx, clock, mails, _place: place, _redis: redis }
    }
    /// The same deployment, with a JSON Schema that apps' configurations must keep from now on.
    pub fn with_schema(self, schema: &str) -> Self {
        let Self { client, cx, clock, mails, _place: place, _redis: redis } = self;
        drop(client);
        let mut cx = Arc::into_inner(cx).unwrap();
        cx.configuration_schema = Some(Schema::parse(schema).unwrap());
        let cx = Arc::new(cx);
        let app = app(cx.clone(), HttpSettings::default(), Arc::new(String::new));
        Self { client: TestClient::new(app), cx, clock, mails, _place: place, _redis: redis }
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Reply {
        let mut request = self.client.request(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.0;
        let (parts, body) = response.into_parts();
        let text = body.into_string().await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_str(&text).unwrap_or_default(),
            text,
        }
    }
    pub async fn json(
        &self,
        method: Method,
        path: &str,
        token: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Reply {
        let bearer = format!("Bearer {token}");
        let mut all = vec![("content-type", "application/json")];
        if !token.is_empty() {
            all.push(("authorization", &bearer));
        }
        all.extend(headers);
        self.send(method, path, &all, Some(body.to_string().into_bytes())).await
    }
    pub async fn get(&self, path: &str, token: &str) -> Reply {
        let bearer = format!("Bearer {token}");
        let headers: &[(&str, &str)] = if token.is_empty() { &[] } else { &[("authorization", &bearer)] };
        self.send(Method::GET, path, headers, None).await
    }
    pub async fn delete(&self, path: &str, token: &str) -> Reply {
        self.send(Method::DELETE, path, &[("authorization", &format!("Bearer {token}"))], None).await
    }
    pub async fn post(&self, path: &str, token: &str, body: Value) -> Reply {
        self.json(Method::POST, path, token, &[], &body).await
    }
    pub async fn put(&self, path: &str, token: &str, body: Value) -> Reply {
        self.json(Method::PUT, path, token, &[], &body).await
    }
    pub async fn patch(&self, path: &str, token: &str, body: Value) -> Reply {
        self.json(Method::PATCH, path, token, &[], &body).await
    }

    /// A new user with an account of a role model.
    pub async fn sign_up(&self, name: &str, model: &str) -> Person {
        let email = format!("{name}@example.com");
        let body = json!({ "email": email, "password": PASSWORD, "name": name, "account_name": format!("{name} Ltd"), "role_model": model });
        let made = self.post("/v1/signup", "", body).await.expect(201);
        Person {
            user: made.text("/user/id"),
            email,
            token: made.text("/session/token"),
            account: made.text("/account/id"),
            member: made.text("/member/id"),
        }
    }
    /// A new user who joins an account with some grants.
    pub async fn join(&self, owner: &Person, name: &str, grants: Value) -> Person {
        let email = format!("{name}@example.com");
        let path = format!("/v1/accounts/{}/invitations", owner.account);
        self.post(&path, &owner.token, json!({ "email": email, "grants": grants })).await.expect(201);
        let token = self.mailed_token(&email, "/invitations/accept?token=").await;
        let body = json!({ "token": token, "name": name, "password": PASSWORD });
        let made = self.post("/v1/invitations/accept", "", body).await.expect(200);
        Person {
            user: made.text("/member/user/id"),
            email,
            token: made.text("/session/token"),
            account: made.text("/account/id"),
            member: made.text("/member/id"),
        }
    }
    /// A new session of somebody without a second factor, by its token.
    pub async fn sign_in(&self, person: &Person) -> String {
        let body = json!({ "email": person.email, "password": PASSWORD });
        self.post("/v1/sessions", "", body).await.expect(201).text("/token")
    }
    async fn deliver(&self) {
        loop {
            let claimed = outbox::claim_due(&self.cx, self.cx.now()).await.unwrap();
            if claimed.is_empty() {
                break;
            }
            outbox::deliver(&self.cx, &claimed).await.unwrap();
        }
    }
    /// Delivers what waits; the subjects of all that came to an address so far.
    pub async fn subjects_to(&self, email: &str) -> Vec<String> {
        self.deliver().await;
        let mails = self.mails.0.lock().unwrap();
        let to = mails.iter().filter(|mail| mail.to.as_str() == email);
        to.map(|mail| mail.subject.clone()).collect()
    }
    /// Delivers what waits, and takes the token out of the newest link of that kind to an address.
    pub async fn mailed_token(&self, email: &str, link: &str) -> String {
        self.deliver().await;
        let mails = self.mails.0.lock().unwrap();
        let mail = mails.iter().rev().find(|mail| mail.to.as_str() == email && mail.text.contains(link));
        let text = &mail.unwrap_or_else(|| panic!("no mail to {email} with {link}")).text;
        let (_, rest) = text.split_once(link).unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }
    pub async fn platform_key(&self) -> String {
        let call = Call::new(Caller::Operator, "test");
        let secret = platform_keys::create(&self.cx, &call, "test".to_owned()).await.unwrap();
        secret.reveal().unwrap().to_owned()
    }
    /// A new app, by its id.
    pub async fn app(&self, person: &Person, name: &str) -> String {
        let path = format!("/v1/accounts/{}/apps", person.account);
        self.post(&path, &person.token, json!({ "name": name })).await.expect(201).text("/id")
    }
    /// A new keyset of an app, by its id.
    pub async fn keyset(&self, person: &Person, app: &str) -> String {
        let path = format!("/v1/accounts/{}/apps/{app}/keysets", person.account);
        self.post(&path, &person.token, json!({ "name": "Live" })).await.expect(201).text("/id")
    }
    /// A new service integration with some grants, by its id, and a key of it by its text.
    pub async fn machine(&self, maker: &Person, grants: Value) -> (String, String) {
        let all = format!("/v1/accounts/{}/integrations", maker.account);
        let new = json!({ "name": "Machine", "grants": grants });
        let sint = self.post(&all, &maker.token, new).await.expect(201).text("/id");
        let key = self.post(&format!("{all}/{sint}/keys"), &maker.token, json!({ "name": "CI" })).await;
        (sint, key.expect(201).text("/secret"))
    }
    /// All roles of an account's model, in order.
    pub async fn roles(&self, person: &Person) -> Vec<String> {
        let path = format!("/v1/accounts/{}/role-model", person.account);
        let model = self.get(&path, &person.token).await.expect(200).body;
        let roles = model["roles"].as_array().unwrap().iter();
        let mut roles: Vec<String> = roles.map(|role| role["id"].as_str().unwrap().to_owned()).collect();
        roles.sort_unstable();
        roles
    }
    /// Closes an account, as the operator does.
    pub async fn close(&self, account: &str) {
        let mut unit = self.cx.store.begin(Access::Write).await.unwrap();
        let mut found = unit.accounts().find(account.parse().unwrap()).await.unwrap().unwrap();
        found.status = AccountStatus::Closed;
        found.version += 1;
        unit.accounts().update(&found).await.unwrap();
        let committed = unit.commit().await.unwrap();
        self.cx.decisions.committed(&committed.revisions);
    }
}

/// What an invitation gives who is to hold a role at `app`, at `keyset`, or else at the account. A role that may only stand
/// beside others comes with one of these that gives nothing of what the service itself guards.
pub fn holding(role: &str, at: &str, app: &str, keyset: &str) -> Value {
    let grant = |role: &str, at: &str| match at {
        "app" => json!({ "role": role, "resource": { "type": "app", "id": app } }),
        "keyset" => json!({ "role": role, "resource": { "type": "keyset", "id": keyset } }),
        _ => json!({ "role": role }),
    };
    match role {
        "functions-viewer-keyset" => json!([grant(role, at), grant("functions-developer-app", "app")]),
        _ => json!([grant(role, at)]),
    }
}

/// Whether a value has exactly these keys.
#[track_caller]
pub fn assert_keys(value: &Value, keys: &[&str]) {
    let found: Vec<&String> = value.as_object().unwrap().keys().collect();
    let mut wanted = keys.to_vec();
    wanted.sort_unstable();
    let mut found: Vec<&str> = found.into_iter().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, wanted);
}
