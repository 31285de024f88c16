//! Signing in by a certified OpenID provider, by the twin of GitHub, and what users do with what these know them by.

use bailiwick_client::Typed;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::browser::{Browser, PUBLIC_URL};
use crate::places::Place;
use crate::providers::Provider;
use crate::raw::Raw;
use crate::server::mailed_token;
use crate::totp::App;

/// A verifier with its SHA-256, from RFC 7636, appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

pub fn oidc(name: &str, issuer: &str, secret: &str) -> String {
    format!(
        "[[providers]]\nname = {name:?}\nissuer = {issuer:?}\nclient_id = \"bailiwick\"\nclient_secret = {secret:?}\n"
    )
}

/// The hostile one under a name.
pub fn hostile(name: &str, provider: &Provider) -> String {
    oidc(name, &provider.issuer, "secret of the client")
}

pub fn fragment<'a>(url: &'a str, start: &str) -> &'a str {
    url.strip_prefix(start).unwrap_or_else(|| panic!("{url} does not begin with {start}"))
}

/// Who a token belongs to.
pub async fn who(place: &Place, session: &Value) -> Value {
    let token = session["token"].as_str().unwrap_or_else(|| panic!("no session: {session}"));
    Raw::new(place.node(1), Some(token)).get("/v1/me").await.expect(StatusCode::OK)
}

/// Signs in at the certified provider, and agrees to what it asks.
async fn at_certified(browser: &mut Browser, start: &str, login: &str) -> String {
    let provider = browser.get(&format!("{PUBLIC_URL}{start}")).await.leads();
    let question = browser.get(&provider).await.leads();
    let mut page = browser.submit(&question, &format!("prompt=login&login={login}&password=x")).await;
    loop {
        let url = page.leads();
        if url.starts_with(PUBLIC_URL) {
            return url;
        }
        page = if url.contains("/interaction/") {
            browser.submit(&url, "prompt=consent").await
        } else {
            browser.get(&url).await
        };
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn users_sign_in_by_a_certified_provider() {
    let provider = Provider::certified(&format!("{PUBLIC_URL}/v1/sso/certified/callback"));
    let place = Place::start(&oidc("certified", &provider.issuer, "the client's secret: +/%&"), &[]).await;
    let mut browser = place.browser();
    let back = at_certified(&mut browser, "/v1/sso/certified/start", "ada").await;
    let session = browser.get(&back).await;
    assert_eq!(session.status, StatusCode::OK, "{}", session.body);
    let ada = who(&place, &session.body).await;
    assert_eq!(
        (ada["email"].as_str(), ada["email_verified"].as_bool()),
        (Some("ada@example.com"), Some(true))
    );
    assert_eq!(ada["name"], "ada of Certified");
    // By a page, it is the same user.
    let start =
        format!("/v1/sso/certified/start?return_to={PUBLIC_URL}/welcome?a=b&code_challenge={CHALLENGE}");
    let provider = browser.get(&format!("{PUBLIC_URL}{start}")).await.leads();
    let back = browser.follow(provider, PUBLIC_URL).await;
    let welcome = browser.get(&back).await.leads();
    let code = fragment(&welcome, &format!("{PUBLIC_URL}/welcome?a=b#code="));
    let anyone = Raw::new(place.node(0), None);
    let exchange = |verifier: &str| json!({ "code": code, "code_verifier": verifier });
    let wrong = anyone.post("/v1/sso/exchange", &exchange("of another page")).await;
    assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::BAD_REQUEST, &json!("sso_state_invalid")));
    let session = anyone.post("/v1/sso/exchange", &exchange(VERIFIER)).await.expect(StatusCode::CREATED);
    assert_eq!(who(&place, &session).await["id"], ada["id"]);
    let again = anyone.post("/v1/sso/exchange", &exchange(VERIFIER)).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::BAD_REQUEST, &json!("sso_state_invalid")));
    // How they signed in is told.
    let token = session["token"].as_str().unwrap();
    let sessions = Raw::new(place.node(0), Some(token)).get("/v1/sessions").await.expect(StatusCode::OK);
    assert_eq!(sessions["items"][1]["methods"], json!(["provider"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_a_certified_provider_has_not_proven_signs_nobody_in() {
    let provider = Provider::certified(&format!("{PUBLIC_URL}/v1/sso/certified/callback"));
    let place = Place::start(&oidc("certified", &provider.issuer, "the client's secret: +/%&"), &[]).await;
    let mut browser = place.browser();
    let back = at_certified(&mut browser, "/v1/sso/certified/start", "unproven").await;
    browser.get(&back).await.problem(403, "email_not_verified");
}

#[tokio::test(flavor = "multi_thread")]
async fn users_sign_in_by_github() {
    let provider = Provider::hostile();
    let table = format!(
        "[[providers]]\nname = \"github\"\nurl = {0:?}\napi_url = \"{0}/api\"\nclient_id = \"bailiwick\"\n\
         client_secret = \"secret of the client\"\n",
        provider.issuer
    );
    let place = Place::start(&table, &[]).await;
    let mut browser = place.browser();
    provider.plan(&json!({ "subject": "583231", "email": "cat@example.com", "email_verified": false })).await;
    browser.sign_in("github").await.problem(403, "email_not_verified");
    provider.plan(&json!({ "subject": "583231", "email": "cat@example.com" })).await;
    let cat = who(&place, &browser.sign_in("github").await.body).await;
    // Who has no name there is called by their login.
    assert_eq!((&cat["email"], &cat["name"]), (&json!("cat@example.com"), &json!("octocat")));
    provider.plan(&json!({ "subject": "583231", "email": "new@example.com" })).await;
    let again = who(&place, &browser.sign_in("github").await.body).await;
    assert_eq!(
        (&again["id"], &again["email"]),
        (&cat["id"], &cat["email"]),
        "the number counts, not the address"
    );
    provider.plan(&json!({ "subject": "583232", "email": "cat@example.com" })).await;
    browser.sign_in("github").await.problem(409, "provider_linked");
}

/// Adds a provider to a user's profile; what the page is given.
async fn add(place: &Place, user: &Raw, provider: &str) -> String {
    let body = json!({ "return_to": "https://app.example.com/profile", "code_challenge": CHALLENGE });
    let begun = user.post(&format!("/v1/me/identities/{provider}/start"), &body).await.expect(StatusCode::OK);
    let mut browser = place.browser();
    let back = browser.follow(begun["url"].as_str().unwrap().to_owned(), PUBLIC_URL).await;
    browser.get(&back).await.leads()
}

/// Proves an address by the link that was mailed to it.
async fn prove(place: &Place, user: &Raw, email: &str) {
    let token = mailed_token(&place.node(0).mail_folder(), email, "verify-email?token=").await;
    user.post(&format!("/v1/email-verifications/{token}"), &json!({})).await.expect(StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_password_adds_a_provider_while_signed_in() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let (_, made) = place.node(0).sign_up("ada@example.com", "standard").await;
    let ada = Raw::new(place.node(0), made.session.token.as_deref());
    provider.plan(&json!({ "subject": "ada", "email": "Ada@example.com" })).await;
    let mut browser = place.browser();
    browser.sign_in("acme").await.problem(409, "sign_in_to_link");
    // Whoever signed up with an address that is not theirs links nothing to it.
    let begin = json!({ "return_to": "https://app.example.com/profile", "code_challenge": CHALLENGE });
    let early = ada.post("/v1/me/identities/acme/start", &begin).await;
    assert_eq!(early.body["code"], "email_not_verified");
    prove(&place, &ada, "ada@example.com").await;
    // Another session, which ends when the provider is added.
    let sign_in = json!({ "email": "ada@example.com", "password": "correct horse" });
    let other = ada.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
    let other = Raw::new(place.node(0), other["token"].as_str());
    let page = add(&place, &ada, "acme").await;
    let code = fragment(&page, "https://app.example.com/profile#code=").to_owned();
    let body = json!({ "code": code, "code_verifier": VERIFIER });
    // A code for a profile is none for a session, and none of another user's.
    let (_, eve) = place.node(0).sign_up("eve@example.com", "standard").await;
    let eve = Raw::new(place.node(0), eve.session.token.as_deref());
    prove(&place, &eve, "eve@example.com").await;
    assert_eq!(eve.post("/v1/me/identities", &body).await.body["code"], "wrong_user");
    assert_eq!(ada.post("/v1/sso/exchange", &body).await.body["code"], "sso_state_invalid");
    let added = ada.post("/v1/me/identities", &body).await.expect(StatusCode::CREATED);
    assert_eq!((&added["provider"], &added["email"]), (&json!("acme"), &json!("Ada@example.com")));
    assert_eq!(other.get("/v1/me").await.status, StatusCode::UNAUTHORIZED);
    let listed = ada.get("/v1/me/identities").await.expect(StatusCode::OK);
    assert_eq!(listed, json!({ "items": [added], "next_cursor": null }));
    assert_eq!(who(&place, &browser.sign_in("acme").await.body).await["id"], json!(made.user.id.to_string()));
    // Now it is Ada's; nobody else's.
    let page = add(&place, &eve, "acme").await;
    let body = json!({ "code": fragment(&page, "https://app.example.com/profile#code="), "code_verifier": VERIFIER });
    assert_eq!(eve.post("/v1/me/identities", &body).await.body["code"], "identity_taken");
    let gone = ada.send(Method::DELETE, "/v1/me/identities/acme", &[], None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    browser.sign_in("acme").await.problem(409, "sign_in_to_link");
    for told in ["Sign-in with acme was added to", "Sign-in with acme was removed from"] {
        mailed_token(&place.node(0).mail_folder(), "ada@example.com", told).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_way_in_can_not_be_removed() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    provider.plan(&json!({ "subject": "ada", "email": "ada@example.com", "by_user_info": true })).await;
    let session = place.browser().sign_in("acme").await.body;
    let ada = Raw::new(place.node(0), session["token"].as_str());
    let refused = ada.send(Method::DELETE, "/v1/me/identities/acme", &[], None).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::CONFLICT, &json!("password_required")));
    assert_eq!(ada.get("/v1/me/identities").await.expect(StatusCode::OK)["items"][0]["provider"], "acme");
    // She has no account yet, and makes one.
    assert_eq!(ada.get("/v1/me/accounts").await.expect(StatusCode::OK)["items"], json!([]));
    ada.post("/v1/accounts", &json!({ "name": "Acme" })).await.expect(StatusCode::CREATED);
    // Nobody signs in with a password that there is not.
    let anyone = place.node(0).client(None);
    let call = anyone.sign_in().body_map(|body| body.email("ada@example.com").password("correct horse"));
    assert_eq!(call.send().typed().await.unwrap_err().status().unwrap(), StatusCode::UNAUTHORIZED);
    // With a first password she removes it, and other sessions end.
    let other = place.browser().sign_in("acme").await.body;
    let other = Raw::new(place.node(0), other["token"].as_str());
    let set = json!({ "new": "a rather different secret" });
    let set = ada.send(Method::PUT, "/v1/me/password", &[], Some(&set)).await;
    assert_eq!(set.status, StatusCode::NO_CONTENT, "{}", set.body);
    assert_eq!(other.get("/v1/me").await.status, StatusCode::UNAUTHORIZED);
    let other = place.browser().sign_in("acme").await.body;
    let other = Raw::new(place.node(0), other["token"].as_str());
    let gone = ada.send(Method::DELETE, "/v1/me/identities/acme", &[], None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    assert_eq!(other.get("/v1/me").await.status, StatusCode::UNAUTHORIZED);
    let sign_in = json!({ "email": "ada@example.com", "password": "a rather different secret" });
    ada.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_password_is_linked_by_a_proven_address_and_needs_one_way_in() {
    let (one, two) = (Provider::hostile(), Provider::hostile());
    let place = Place::start(&[hostile("acme", &one), hostile("other", &two)].concat(), &[]).await;
    for provider in [&one, &two] {
        provider.plan(&json!({ "email": "ada@example.com" })).await;
    }
    let first = place.browser().sign_in("acme").await.body;
    let ada = who(&place, &first).await;
    let second = place.browser().sign_in("other").await.body;
    assert_eq!(who(&place, &second).await["id"], ada["id"], "the address is hers by both");
    let first = Raw::new(place.node(0), first["token"].as_str());
    assert_eq!(first.get("/v1/me").await.status, StatusCode::UNAUTHORIZED, "another way in ends the others");
    let ada = Raw::new(place.node(0), second["token"].as_str());
    let gone = ada.send(Method::DELETE, "/v1/me/identities/acme", &[], None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "the other one is left: {}", gone.body);
    let refused = ada.send(Method::DELETE, "/v1/me/identities/other", &[], None).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::CONFLICT, &json!("password_required")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_asked_for_after_a_provider() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    provider.plan(&json!({ "email": "ada@example.com" })).await;
    let session = place.browser().sign_in("acme").await.body;
    let ada = Raw::new(place.node(0), session["token"].as_str());
    let app = App::enrol(&ada, &json!({})).await;
    // Of a page's code it is asked for at the exchange, else at the end.
    let start = format!("/v1/sso/acme/start?return_to={PUBLIC_URL}/in&code_challenge={CHALLENGE}");
    let mut browser = place.browser();
    let back = browser.depart(&start).await;
    let page = browser.get(&back).await.leads();
    let code = fragment(&page, &format!("{PUBLIC_URL}/in#code="));
    let exchange = json!({ "code": code, "code_verifier": VERIFIER });
    let exchanged = ada.post("/v1/sso/exchange", &exchange).await;
    let at_once = place.browser().sign_in("acme").await;
    let proofs = [("code", app.next_code()), ("recovery_code", app.recovery_codes[0].clone())];
    let asked = [(exchanged.status, exchanged.body), (at_once.status, at_once.body)];
    for ((status, asked), (kind, proof)) in asked.into_iter().zip(proofs) {
        assert_eq!((status, &asked["code"]), (StatusCode::UNAUTHORIZED, &json!("two_factor_required")));
        assert_eq!(asked.get("token"), None);
        let answer = json!({ "challenge": asked["challenge"], kind: proof });
        let made = ada.post("/v1/sessions/two-factor", &answer).await.expect(StatusCode::CREATED);
        let made = Raw::new(place.node(1), made["token"].as_str());
        let how = made.get("/v1/session").await.expect(StatusCode::OK);
        let second = if kind == "code" { "totp" } else { kind };
        assert_eq!(how["session"]["methods"], json!([second, "provider"]));
    }
}
