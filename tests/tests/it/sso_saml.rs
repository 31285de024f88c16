//! Accounts that sign in by SAML 2.0: by Auth0's samlp, and what an account can be connected to.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::browser::{Browser, PUBLIC_URL, Page};
use crate::providers::Provider;
use crate::raw::{Answer, Raw};
use crate::sso::{CHALLENGE, VERIFIER, fragment};
use crate::sso_accounts::{Owner, World, refused};

/// A world with a provider that speaks SAML.
pub async fn world() -> World {
    World::with(Provider::saml()).await
}

/// Who signs in.
pub fn person(name: &str) -> Value {
    json!({ "id": name, "email": format!("{name}@corp.example"), "name": name })
}

/// Connects an account to the provider.
pub async fn connect(world: &World, owner: &Owner, more: &Value) -> Answer {
    let provider = &world.provider;
    let mut body = json!({
        "kind": "saml",
        "issuer": provider.issuer,
        "sso_url": format!("{}/sso", provider.issuer),
        "certificates": [provider.said["certificates"]["own"]],
        "default_role": "member",
    });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    owner.raw.send(Method::PUT, &owner.path("/sso"), &[], Some(&body)).await
}

/// What the provider's page would post for whoever begins a sign-in.
pub async fn answer(browser: &mut Browser, account: &str, query: &str) -> Value {
    let start = format!("{PUBLIC_URL}/v1/sso/accounts/{account}/start{query}");
    let sso = browser.get(&start).await.leads();
    let page = browser.get(&sso).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.body
}

fn encoded(text: &str) -> String {
    text.replace('%', "%25").replace('+', "%2B").replace('/', "%2F").replace('=', "%3D").replace('&', "%26")
}

/// Posts an answer, as the provider's page does.
pub async fn post(browser: &mut Browser, answer: &Value) -> Page {
    let text = |name: &str| encoded(answer[name].as_str().unwrap());
    let form = format!("SAMLResponse={}&RelayState={}", text("response"), text("relay"));
    browser.submit_from_elsewhere(answer["acs"].as_str().unwrap(), &form).await
}

/// A whole sign-in; its end.
pub async fn sign_in(world: &World, owner: &Owner, plan: &Value) -> Page {
    world.provider.plan(plan).await;
    let mut browser = world.place.browser();
    let answer = answer(&mut browser, &owner.account, "").await;
    let posted = post(&mut browser, &answer).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{}", posted.body);
    browser.get(&posted.leads()).await
}

async fn session(world: &World, owner: &Owner, plan: &Value) -> Raw {
    let page = sign_in(world, owner, plan).await;
    assert_eq!(page.status, StatusCode::OK, "{plan}: {}", page.body);
    Raw::new(world.server(), page.body["token"].as_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn members_sign_in_by_saml_and_newcomers_become_members() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    let made = connect(&world, &ada, &json!({})).await.expect(StatusCode::OK);
    let base = format!("{PUBLIC_URL}/v1/sso/accounts/{}", ada.account);
    assert_eq!((&made["kind"], &made["client_id"]), (&json!("saml"), &Value::Null));
    assert_eq!(made["acs_url"], format!("{base}/acs"));
    assert_eq!(made["entity_id"], format!("{base}/metadata"));
    assert_eq!(made["certificates"], json!([world.provider.said["certificates"]["own"]]));
    assert_eq!(ada.raw.get(&ada.path("/sso")).await.expect(StatusCode::OK), made);

    sign_in(&world, &ada, &person("bob")).await.problem(403, "domain_not_verified");
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    let bob = session(&world, &ada, &person("bob")).await;
    let me = bob.get("/v1/me").await.expect(StatusCode::OK);
    assert_eq!((&me["email"], &me["name"]), (&json!("bob@corp.example"), &json!("bob")));
    let mine = bob.get("/v1/me/accounts").await.expect(StatusCode::OK);
    assert_eq!(mine["items"][0]["member"]["roles"], json!(["member"]));
    let current = bob.get("/v1/session").await.expect(StatusCode::OK);
    assert_eq!(current["session"]["methods"], json!(["account_sso"]));
    // Again, by all that is signed as it should be: bob stays bob.
    for flaw in ["none", "both", "a little late", "a little early"] {
        let mut plan = person("bob");
        plan["flaw"] = json!(flaw);
        let again = session(&world, &ada, &plan).await;
        assert_eq!(again.get("/v1/me").await.expect(StatusCode::OK)["id"], me["id"], "{flaw}");
    }
    // An address that is the name id, where the provider says that it is one.
    let email = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    let plan = json!({ "id": "bob@corp.example", "format": email });
    let by_name_id = session(&world, &ada, &plan).await;
    assert_eq!(by_name_id.get("/v1/me").await.expect(StatusCode::OK)["id"], me["id"]);
    let plan = json!({ "id": "bob@corp.example", "name": "Bob" });
    sign_in(&world, &ada, &plan).await.problem(403, "email_missing");
    sign_in(&world, &ada, &json!({ "email": "new@corp.example" })).await.problem(403, "name_missing");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_connected_by_metadata_and_keys_change_one_by_one() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    let metadata = reqwest::get(format!("{}/metadata", world.provider.issuer)).await.unwrap();
    let metadata = metadata.text().await.unwrap();
    let by_metadata = json!({ "issuer": null, "sso_url": null, "certificates": null, "metadata": metadata });
    let made = connect(&world, &ada, &by_metadata).await.expect(StatusCode::OK);
    assert_eq!(made["issuer"], json!(world.provider.issuer));
    assert_eq!(made["sso_url"], format!("{}/sso", world.provider.issuer));
    let bob = session(&world, &ada, &person("bob")).await;
    // Two keys, of two kinds.
    let certificates = &world.provider.said["certificates"];
    let keys = json!({ "certificates": [certificates["curve"], certificates["own"]] });
    connect(&world, &ada, &keys).await.expect(StatusCode::OK);
    assert_eq!(bob.get("/v1/me").await.status, StatusCode::UNAUTHORIZED, "another key may be another's");
    let by_curve = json!({ "id": "bob", "email": "bob@corp.example", "name": "bob", "flaw": "curve" });
    let bob = session(&world, &ada, &by_curve).await;
    session(&world, &ada, &person("bob")).await;
    // The same again changes nothing; without the one key, what it signs is nobody's.
    connect(&world, &ada, &keys).await.expect(StatusCode::OK);
    bob.get("/v1/me").await.expect(StatusCode::OK);
    connect(&world, &ada, &json!({})).await.expect(StatusCode::OK);
    sign_in(&world, &ada, &by_curve).await.problem(401, "sso_failed");
    session(&world, &ada, &person("bob")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_gets_a_code_for_a_sign_in_by_saml() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    connect(&world, &ada, &json!({})).await.expect(StatusCode::OK);
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    let mut browser = world.place.browser();
    let query = format!("?return_to=https://app.example.com/in&code_challenge={CHALLENGE}");
    for (flaw, leads) in [(Value::Null, "code="), (json!("unsigned"), "error=sso_failed")] {
        let mut plan = person("bob");
        plan["flaw"] = flaw;
        world.provider.plan(&plan).await;
        let answer = answer(&mut browser, &ada.account, &query).await;
        let callback = post(&mut browser, &answer).await.leads();
        let page = browser.get(&callback).await.leads();
        let rest = fragment(&page, "https://app.example.com/in#");
        assert!(rest.starts_with(leads), "{page}");
        if let Some(code) = rest.strip_prefix("code=") {
            let body = json!({ "code": code, "code_verifier": VERIFIER });
            let made = Raw::new(world.server(), None).post("/v1/sso/exchange", &body).await;
            assert!(made.expect(StatusCode::CREATED)["token"].is_string());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_strict_members_come_by_saml() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    let account = ada.account.parse().unwrap();
    let owner = world.server().client(ada.raw.token());
    let joined = world.server().join(&owner, &account, "bob@corp.example", "member").await;
    let bob = Raw::new(world.server(), joined.session.unwrap().token.as_deref());
    bob.get(&ada.path("")).await.expect(StatusCode::OK);
    connect(&world, &ada, &json!({ "strict": true })).await.expect(StatusCode::OK);
    refused(&bob.get(&ada.path("")).await, 403, "sso_required");
    ada.raw.get(&ada.path("")).await.expect(StatusCode::OK);
    let by_saml = session(&world, &ada, &person("bob")).await;
    by_saml.get(&ada.path("")).await.expect(StatusCode::OK);
    refused(&by_saml.get("/v1/me/identities").await, 403, "other_sign_in_required");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_work_is_refused_when_it_is_connected() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    let certificates = &world.provider.said["certificates"];
    let own = &certificates["own"];
    for (more, pointer) in [
        (json!({ "issuer": null }), "/issuer"),
        (json!({ "issuer": "two words" }), "/issuer"),
        (json!({ "sso_url": null }), "/sso_url"),
        (json!({ "sso_url": "ftp://id.example/" }), "/sso_url"),
        (json!({ "sso_url": "https://id.example/#fragment" }), "/sso_url"),
        (json!({ "sso_url": "javascript:alert(1)" }), "/sso_url"),
        (json!({ "certificates": null }), "/certificates"),
        (json!({ "certificates": [] }), "/certificates"),
        (json!({ "certificates": [own, own, own, own] }), "/certificates"),
        (json!({ "certificates": ["no certificate"] }), "/certificates"),
        (json!({ "certificates": [own, certificates["weak"]] }), "/certificates"),
        (json!({ "client_id": "bailiwick" }), "/client_id"),
        (json!({ "metadata": "<a/>" }), "/issuer"),
        (json!({ "metadata": "<a/>", "issuer": null, "sso_url": null, "certificates": null }), "/metadata"),
        (json!({ "kind": "oidc" }), "/sso_url"),
        (json!({ "kind": "ldap" }), "/kind"),
    ] {
        let answer = connect(&world, &ada, &more).await;
        refused(&answer, 422, "invalid_field");
        assert_eq!(answer.body["errors"][0]["pointer"], json!(pointer), "{more}: {}", answer.body);
    }
    refused(&ada.raw.get(&ada.path("/sso")).await, 404, "not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_reads_who_we_are_before_the_account_is_connected() {
    let world = world().await;
    let ada = world.owner("ada@example.com").await;
    let path = format!("/v1/sso/accounts/{}", ada.account);
    let metadata = reqwest::get(format!("{}{path}/metadata", world.server().url)).await.unwrap();
    assert_eq!(metadata.headers()["content-type"], "application/samlmetadata+xml");
    let text = metadata.text().await.unwrap();
    for part in
        [format!("entityID=\"{PUBLIC_URL}{path}/metadata\""), format!("Location=\"{PUBLIC_URL}{path}/acs\"")]
    {
        assert!(text.contains(&part), "{part} is not in {text}");
    }
}
