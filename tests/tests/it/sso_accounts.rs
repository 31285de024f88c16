//! Accounts that bring a sign-in of their own: whom it lets in, where it ends, and what it can't reach.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::browser::{PUBLIC_URL, Page};
use crate::dns::NameServer;
use crate::places::Place;
use crate::providers::Provider;
use crate::raw::{Answer, Raw};
use crate::server::{Server, mailed_token};
use crate::sso::who;
use crate::totp::App;

pub struct World {
    pub place: Place,
    pub provider: Provider,
    dns: NameServer,
}

/// An owner with their account.
pub struct Owner {
    pub raw: Raw,
    pub account: String,
}

impl World {
    async fn new() -> Self {
        Self::with(Provider::hostile()).await
    }

    /// With another provider.
    pub async fn with(provider: Provider) -> Self {
        let dns = NameServer::start();
        let settings =
            [("BAILIWICK_SSO_PRIVATE_NETWORKS", "on"), ("BAILIWICK_DNS_SERVER", dns.address.as_str())];
        Self { place: Place::start("", &settings).await, provider, dns }
    }

    pub fn server(&self) -> &Server {
        self.place.node(0)
    }

    pub async fn owner(&self, email: &str) -> Owner {
        let (_, made) = self.server().sign_up(email, "standard").await;
        let raw = Raw::new(self.server(), made.session.token.as_deref());
        Owner { raw, account: made.account.id.to_string() }
    }

    /// Connects an account to the provider.
    async fn connect(&self, owner: &Owner, more: &Value) -> Answer {
        let mut body = json!({ "issuer": self.provider.issuer, "client_id": "bailiwick", "client_secret": "secret of the client" });
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        owner.raw.send(Method::PUT, &owner.path("/sso"), &[], Some(&body)).await
    }

    /// Proves a domain to be an account's.
    pub async fn prove(&self, owner: &Owner, domain: &str) -> Answer {
        let claimed = owner.raw.post(&owner.path("/sso/domains"), &json!({ "domain": domain })).await;
        let claimed = claimed.expect(StatusCode::CREATED);
        self.dns.say(claimed["record_name"].as_str().unwrap(), claimed["record_value"].as_str().unwrap());
        owner.raw.post(&owner.path(&format!("/sso/domains/{domain}/verify")), &json!({})).await
    }

    /// Signs someone in through an account.
    async fn sign_in(&self, owner: &Owner, person: &Value) -> Page {
        self.provider.plan(person).await;
        let mut browser = self.place.browser();
        let back = browser.depart(&format!("/v1/sso/accounts/{}/start", owner.account)).await;
        browser.get(&back).await
    }

    async fn session(&self, owner: &Owner, person: &Value) -> Raw {
        let page = self.sign_in(owner, person).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        Raw::new(self.server(), page.body["token"].as_str())
    }
}

impl Owner {
    pub fn path(&self, rest: &str) -> String {
        format!("/v1/accounts/{}{rest}", self.account)
    }
}

#[track_caller]
pub fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(
        (answer.status.as_u16(), answer.body["code"].as_str()),
        (status, Some(code)),
        "{}",
        answer.body
    );
}

/// Somebody who is invited, and joins with a password: their member's id, and who they are.
async fn join(world: &World, owner: &Owner, email: &str, role: &str) -> (String, Raw) {
    let (server, account) = (world.server(), owner.account.parse().unwrap());
    let joined = server.join(&server.client(owner.raw.token()), &account, email, role).await;
    (joined.member.id.to_string(), Raw::new(server, joined.session.unwrap().token.as_deref()))
}

fn person(name: &str) -> Value {
    json!({ "subject": name, "email": format!("{name}@corp.example"), "name": name })
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_an_address_of_a_proven_domain_becomes_a_member() {
    let world = World::new().await;
    let ada = world.owner("ada@example.com").await;
    let made = world.connect(&ada, &json!({ "default_role": "member" })).await.expect(StatusCode::OK);
    assert!(!made.to_string().contains("secret"), "{made}");
    assert_eq!(made["redirect_uri"], format!("{PUBLIC_URL}/v1/sso/accounts/{}/callback", ada.account));
    assert_eq!(ada.raw.get(&ada.path("/sso")).await.expect(StatusCode::OK), made);
    world.sign_in(&ada, &person("bob")).await.problem(403, "domain_not_verified");
    let claim = json!({ "domain": "Corp.example" });
    ada.raw.post(&ada.path("/sso/domains"), &claim).await.expect(StatusCode::CREATED);
    refused(&ada.raw.post(&ada.path("/sso/domains"), &claim).await, 409, "domain_claimed");
    let verify = ada.path("/sso/domains/corp.example/verify");
    refused(&ada.raw.post(&verify, &json!({})).await, 409, "domain_not_verified");
    world.dns.say("_bailiwick.corp.example", "bailiwick-domain-verification=of-another-account");
    refused(&ada.raw.post(&verify, &json!({})).await, 409, "domain_not_verified");
    world.sign_in(&ada, &person("bob")).await.problem(403, "domain_not_verified");
    let listed = ada.raw.get(&ada.path("/sso/domains")).await.expect(StatusCode::OK);
    let record = listed["items"][0]["record_value"].as_str().unwrap();
    world.dns.say("_bailiwick.corp.example", record);
    assert!(ada.raw.post(&verify, &json!({})).await.expect(StatusCode::OK)["verified_at"].is_string());

    let bob = world.session(&ada, &person("bob")).await;
    let mine = bob.get("/v1/me/accounts").await.expect(StatusCode::OK);
    assert_eq!(mine["items"][0]["member"]["roles"], json!(["member"]));
    assert_eq!(mine["items"][0]["account"]["id"], json!(ada.account));
    world.session(&ada, &person("bob")).await.get(&ada.path("")).await.expect(StatusCode::OK);
    let members = ada.raw.get(&ada.path("/members?q=bob")).await.expect(StatusCode::OK);
    assert_eq!(members["items"].as_array().unwrap().len(), 1, "once");
    for (other, code) in [
        (json!({ "email": "bob@other.example", "name": "Bob" }), "domain_not_verified"),
        (json!({ "email": "bob@sub.corp.example", "name": "Bob" }), "domain_not_verified"),
        (json!({ "email": "new@corp.example" }), "name_missing"),
        (json!({ "name": "Bob" }), "email_missing"),
    ] {
        world.sign_in(&ada, &other).await.problem(403, code);
    }
    // A domain is one account's, while its record is there.
    let eve = world.owner("eve@example.com").await;
    refused(&world.prove(&eve, "corp.example").await, 409, "domain_taken");
    bob_enrols(&world, &ada, &bob).await;
    let id = members["items"][0]["id"].as_str().unwrap();
    // Who was removed does not come back by it.
    let removed = ada.raw.send(Method::DELETE, &ada.path(&format!("/members/{id}")), &[], None).await;
    assert_eq!(removed.status, StatusCode::OK);
    world.sign_in(&ada, &person("bob")).await.problem(403, "removed_from_account");
    world.session(&ada, &person("carl")).await;
    world.dns.forget("_bailiwick.corp.example", record);
    eve.raw.post(&eve.path("/sso/domains/corp.example/verify"), &json!({})).await.expect(StatusCode::OK);
    world.sign_in(&ada, &person("carl")).await.problem(403, "domain_not_verified");
    world.provider.plan(&json!({})).await;
}

/// A newcomer who has no means of their own sets up the second factor that the account begins to require.
async fn bob_enrols(world: &World, ada: &Owner, bob: &Raw) {
    let password = json!({ "password": "correct horse" });
    App::enrol(&ada.raw, &password).await;
    let on = json!({ "require_two_factor": true });
    ada.raw.send(Method::PATCH, &ada.path(""), &[], Some(&on)).await.expect(StatusCode::OK);
    refused(&bob.get(&ada.path("")).await, 403, "account_two_factor_required");
    let app = App::enrol(bob, &json!({})).await;
    bob.get(&ada.path("")).await.expect(StatusCode::OK);
    let asked = world.sign_in(ada, &person("bob")).await;
    asked.problem(401, "two_factor_required");
    let answer = json!({ "challenge": asked.body["challenge"], "code": app.next_code() });
    let made = bob.post("/v1/sessions/two-factor", &answer).await.expect(StatusCode::CREATED);
    let again = Raw::new(world.place.node(1), made["token"].as_str());
    again.get(&ada.path("")).await.expect(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_default_role_an_invitation_is_needed_and_gives_its_grants() {
    let world = World::new().await;
    let ada = world.owner("ada@example.com").await;
    refused(&world.connect(&ada, &json!({ "default_role": "owner" })).await, 422, "invalid_field");
    refused(&world.connect(&ada, &json!({ "default_role": "emperor" })).await, 422, "invalid_field");
    world.connect(&ada, &json!({})).await.expect(StatusCode::OK);
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    world.sign_in(&ada, &person("bob")).await.problem(403, "default_role_missing");
    let invitation = json!({ "email": "Bob@corp.example", "grants": [{ "role": "member" }] });
    ada.raw.post(&ada.path("/invitations"), &invitation).await.expect(StatusCode::CREATED);
    let bob = world.session(&ada, &person("bob")).await;
    let mine = bob.get("/v1/me/accounts").await.expect(StatusCode::OK);
    assert_eq!(mine["items"][0]["member"]["roles"], json!(["member"]));
    let invitations = ada.raw.get(&ada.path("/invitations")).await.expect(StatusCode::OK);
    assert_eq!(invitations["items"][0]["status"], "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_s_sign_in_never_reaches_its_members_elsewhere() {
    let world = World::new().await;
    let victim = world.owner("vic@corp.example").await;
    let eve = world.owner("eve@example.com").await;
    world.connect(&eve, &json!({ "default_role": "member" })).await.expect(StatusCode::OK);
    world.prove(&eve, "corp.example").await.expect(StatusCode::OK);
    // Who has not proven the address may be someone else, who would enter by their password.
    world.sign_in(&eve, &person("vic")).await.problem(403, "email_not_verified");
    let link = mailed_token(&world.server().mail_folder(), "vic@corp.example", "verify-email?token=").await;
    let proven = victim.raw.send(Method::POST, &format!("/v1/email-verifications/{link}"), &[], None).await;
    assert_eq!(proven.status, StatusCode::NO_CONTENT);
    // Eve's provider says that its user is the victim.
    let forged = world.session(&eve, &person("vic")).await;
    forged.get(&eve.path("")).await.expect(StatusCode::OK);
    let mine = forged.get("/v1/me/accounts").await.expect(StatusCode::OK);
    assert_eq!(mine["items"].as_array().unwrap().len(), 1);
    assert_eq!(mine["items"][0]["account"]["id"], json!(eve.account));
    let elsewhere = [
        (Method::GET, victim.path(""), None),
        (Method::PATCH, victim.path(""), Some(json!({ "name": "Eve's" }))),
        (Method::GET, victim.path("/members"), None),
        (Method::POST, victim.path("/apps"), Some(json!({ "name": "Eve's" }))),
        (Method::PATCH, "/v1/me".to_owned(), Some(json!({ "name": "Eve" }))),
        (Method::GET, "/v1/me/identities".to_owned(), None),
        (Method::GET, "/v1/me/invitations".to_owned(), None),
        (Method::GET, "/v1/sessions".to_owned(), None),
        (Method::POST, "/v1/accounts".to_owned(), Some(json!({ "name": "Eve's" }))),
    ];
    for (method, path, body) in elsewhere {
        let answer = forged.send(method.clone(), &path, &[], body.as_ref()).await;
        assert_eq!(answer.body["code"], "other_sign_in_required", "{method} {path}: {}", answer.body);
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let me = forged.get("/v1/me").await.expect(StatusCode::OK);
    let question = |account: &str| {
        json!({
            "subject": { "type": "user", "id": me["id"] },
            "action": { "name": "account.view" },
            "resource": { "type": "account", "id": account },
        })
    };
    refused(
        &forged.post("/access/v1/evaluation", &question(&victim.account)).await,
        403,
        "permission_denied",
    );
    let own = forged.post("/access/v1/evaluation", &question(&eve.account)).await.expect(StatusCode::OK);
    assert_eq!(own["decision"], true);
    // By their own means, the victim is where they were.
    victim.raw.get(&victim.path("")).await.expect(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_who_chooses_the_provider_does_not_become_an_owner_by_it() {
    let world = World::new().await;
    let ada = world.owner("ada@corp.example").await;
    let link = mailed_token(&world.server().mail_folder(), "ada@corp.example", "verify-email?token=").await;
    ada.raw.send(Method::POST, &format!("/v1/email-verifications/{link}"), &[], None).await;
    world.connect(&ada, &json!({})).await.expect(StatusCode::OK);
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    // The owner chose it, and comes through it.
    world.session(&ada, &person("ada")).await.get(&ada.path("/sso")).await.expect(StatusCode::OK);
    let owner = world.server().client(ada.raw.token());
    let account = ada.account.parse().unwrap();
    let joined = world.server().join(&owner, &account, "eve@example.com", "admin").await;
    let token = joined.session.unwrap().token;
    let eve = Owner { raw: Raw::new(world.server(), token.as_deref()), account: ada.account.clone() };
    // Without a new secret nothing of the provider changes; with one, it could be another.
    let known =
        json!({ "issuer": world.provider.issuer, "client_id": "bailiwick", "default_role": "viewer" });
    eve.raw.send(Method::PUT, &eve.path("/sso"), &[], Some(&known)).await.expect(StatusCode::OK);
    world.session(&ada, &person("ada")).await;
    world.connect(&eve, &json!({ "default_role": "viewer" })).await.expect(StatusCode::OK);
    world.sign_in(&ada, &person("ada")).await.problem(403, "other_sign_in_required");
    world.session(&ada, &person("bob")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_strict_members_come_through_it_and_owners_need_not() {
    let world = World::new().await;
    let ada = world.owner("ada@example.com").await;
    world.connect(&ada, &json!({ "default_role": "member" })).await.expect(StatusCode::OK);
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    let (_, bob) = join(&world, &ada, "bob@corp.example", "member").await;
    bob.get(&ada.path("")).await.expect(StatusCode::OK);
    world.connect(&ada, &json!({ "default_role": "member", "strict": true })).await.expect(StatusCode::OK);
    refused(&bob.get(&ada.path("")).await, 403, "sso_required");
    let asked_there = Raw::new(world.place.node(1), bob.token());
    refused(&asked_there.get(&ada.path("")).await, 403, "sso_required");
    refused(&asked_there.post(&ada.path("/apps"), &json!({ "name": "Shop" })).await, 403, "sso_required");
    let view = bob.get("/v1/session").await.expect(StatusCode::OK);
    assert_eq!(view["accounts"]["items"][0]["asks"], json!(["sso_required"]));
    ada.raw.get(&ada.path("")).await.expect(StatusCode::OK);
    let by_sso = world.session(&ada, &person("bob")).await;
    by_sso.get(&ada.path("")).await.expect(StatusCode::OK);
    // Their other accounts go on.
    let own = bob.post("/v1/accounts", &json!({ "name": "Bob's" })).await.expect(StatusCode::CREATED);
    let path = format!(
        "/v1/accounts/{}",
        own["id"].as_str().unwrap_or_else(|| own["account"]["id"].as_str().unwrap())
    );
    bob.get(&path).await.expect(StatusCode::OK);
    // They may leave, though not look.
    let eve = join(&world, &ada, "eve@corp.example", "viewer").await;
    refused(&eve.1.get(&ada.path("")).await, 403, "sso_required");
    let left = eve.1.send(Method::DELETE, &ada.path(&format!("/members/{}", eve.0)), &[], None).await;
    assert_eq!(left.status, StatusCode::OK, "{}", left.body);
    let gone = ada.raw.send(Method::DELETE, &ada.path("/sso"), &[], None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    bob.get(&ada.path("")).await.expect(StatusCode::OK);
    let mut browser = world.place.browser();
    browser
        .get(&format!("{PUBLIC_URL}/v1/sso/accounts/{}/start", ada.account))
        .await
        .problem(404, "not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_s_issuer_is_not_an_address_inside() {
    let place = Place::start("", &[]).await;
    let provider = Provider::hostile();
    let (_, made) = place.node(0).sign_up("ada@example.com", "standard").await;
    let ada = Raw::new(place.node(0), made.session.token.as_deref());
    let path = format!("/v1/accounts/{}/sso", *made.account.id);
    let inside = [
        "https://127.0.0.1:1",
        "https://10.0.0.1",
        "https://[::1]:1",
        "https://169.254.169.254",
        "https://localhost:1",
    ];
    for issuer in inside.iter().copied().chain([provider.issuer.as_str()]) {
        let body = json!({ "issuer": issuer, "client_id": "a", "client_secret": "b" });
        let answer = ada.send(Method::PUT, &path, &[], Some(&body)).await;
        let code = if issuer.contains("localhost") { "invalid_field" } else { "issuer_not_allowed" };
        refused(&answer, 422, code);
    }
    assert_eq!(provider.plan(&json!({})).await, (0, 0), "nobody asked it");
    assert_eq!(who(&place, &json!({ "token": made.session.token })).await["email"], "ada@example.com");
}
