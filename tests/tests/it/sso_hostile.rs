//! A provider, and people, that mean harm: each refusal with its code, and nobody signed in.

use reqwest::StatusCode;
use serde_json::json;

use crate::browser::PUBLIC_URL;
use crate::places::Place;
use crate::providers::Provider;
use crate::raw::Raw;
use crate::sso::{CHALLENGE, fragment, hostile, who};

/// What is wrong with a token, and how its refusal says so.
const FLAWS: [(&str, &str); 14] = [
    ("nonce", "belongs to another sign-in"),
    ("no nonce", "belongs to another sign-in"),
    ("audience", "is for another client"),
    ("second audience", "is for another client"),
    ("authorized party", "is for another client"),
    ("expired", "has expired"),
    ("future", "has expired, or is of a time to come"),
    ("issuer", "another provider answered"),
    ("none", "not signed by an algorithm that proves anything"),
    ("public key as secret", "not signed by an algorithm that proves anything"),
    ("client secret", "not signed by an algorithm that proves anything"),
    ("another's key", "not signed by the provider"),
    ("unknown key", "not signed by the provider"),
    ("changed", "not signed by the provider"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_token_with_any_flaw_signs_nobody_in() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let mut browser = place.browser();
    for (flaw, says) in FLAWS {
        provider.plan(&json!({ "flaw": flaw, "email": "ada@example.com" })).await;
        let refused = browser.sign_in("acme").await;
        refused.problem(401, "sso_failed");
        assert!(refused.body["detail"].as_str().unwrap().contains(says), "{flaw}: {}", refused.body);
        assert!(refused.body.get("token").is_none());
        // A page is told the code alone.
        let start =
            format!("/v1/sso/acme/start?return_to=https://app.example.com/&code_challenge={CHALLENGE}");
        let back = browser.depart(&start).await;
        assert_eq!(browser.get(&back).await.leads(), "https://app.example.com/#error=sso_failed", "{flaw}");
    }
    // The same one, honest: so it was the flaw that was refused.
    provider.plan(&json!({ "email": "ada@example.com" })).await;
    assert_eq!(who(&place, &browser.sign_in("acme").await.body).await["email"], "ada@example.com");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_provider_says_of_another_user_or_of_an_unproven_address_counts_for_nothing() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let mut browser = place.browser();
    for (plan, status, code) in [
        (json!({ "email": "ada@example.com", "email_verified": false }), 403, "email_not_verified"),
        (json!({}), 403, "email_not_verified"),
        (json!({ "email": "no address" }), 403, "email_not_verified"),
        (
            json!({ "email": "ada@example.com", "by_user_info": true, "other_subject": "2" }),
            401,
            "sso_failed",
        ),
        (json!({ "email": "ada@example.com", "denied": true }), 401, "sso_failed"),
    ] {
        provider.plan(&plan).await;
        browser.sign_in("acme").await.problem(status, code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_good_once_in_its_own_browser_and_from_its_own_provider() {
    let (acme, evil) = (Provider::hostile(), Provider::hostile());
    let place = Place::start(&[hostile("acme", &acme), hostile("evil", &evil)].concat(), &[]).await;
    acme.plan(&json!({ "email": "ada@example.com" })).await;
    let mut browser = place.browser();
    let start = browser.get(&format!("{PUBLIC_URL}/v1/sso/acme/start")).await;
    let cookie = &start.cookies[0];
    for part in ["__Host-bailiwick_sso=", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/;"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let back = browser.follow(start.leads(), PUBLIC_URL).await;
    // Another browser is led to it: someone else's sign-in.
    let mut other = place.browser();
    other.get(&back).await.problem(400, "sso_state_invalid");
    other.get(&format!("{PUBLIC_URL}/v1/sso/acme/start")).await;
    other.get(&back).await.problem(400, "sso_state_invalid");
    // The other provider's callback gets it: the code is not handed to that one.
    let mixed = back.replace("/sso/acme/", "/sso/evil/");
    browser.get(&mixed).await.problem(400, "sso_state_invalid");
    assert_eq!(evil.plan(&json!({})).await.1, 0, "nobody gave it a code");
    for wrong in ["other=", "state=x&other="] {
        browser.get(&back.replacen("state=", wrong, 1)).await.problem(400, "sso_state_invalid");
    }
    // None of that used it up.
    let landed = browser.get(&back).await;
    assert_eq!(landed.status, StatusCode::OK);
    assert!(
        landed.cookies[0].starts_with("__Host-bailiwick_sso=; ") && landed.cookies[0].contains("Max-Age=0")
    );
    browser.get(&back).await.problem(400, "sso_state_invalid");
    // A code that was used, with a state that was not.
    let code = back.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let fresh = browser.depart("/v1/sso/acme/start").await;
    let unused = fresh.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let replayed = browser.get(&fresh.replace(&unused, &code)).await;
    replayed.problem(401, "sso_failed");
    assert!(replayed.body["detail"].as_str().unwrap().contains("refused the code"), "{}", replayed.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_must_be_who_was_asked() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let mut browser = place.browser();
    for plan in [json!({ "iss": "https://another.example" }), json!({ "nameless": true })] {
        provider.plan(&plan).await;
        let refused = browser.sign_in("acme").await;
        refused.problem(401, "sso_failed");
        assert!(refused.body["detail"].as_str().unwrap().contains("another provider"), "{}", refused.body);
    }
    assert_eq!(provider.plan(&json!({})).await.1, 0, "no code was handed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_of_another_issuer_is_not_believed() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    provider.plan(&json!({ "configured": "https://another.example" })).await;
    let mut browser = place.browser();
    browser.get(&format!("{PUBLIC_URL}/v1/sso/acme/start")).await.problem(503, "provider_unavailable");
    browser.get(&format!("{PUBLIC_URL}/v1/sso/nobody/start")).await.problem(404, "not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_with_more_keys_than_anyone_has_is_not_kept() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let mut browser = place.browser();
    for (keys, status) in [(51, 503), (50, 302)] {
        provider.plan(&json!({ "keys": keys })).await;
        let page = browser.get(&format!("{PUBLIC_URL}/v1/sso/acme/start")).await;
        assert_eq!(page.status.as_u16(), status, "{keys}: {}", page.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_keys_of_an_honest_provider_are_taken_up_at_once() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let mut browser = place.browser();
    let plan = json!({ "email": "ada@example.com" });
    provider.plan(&plan).await;
    for _ in 0..3 {
        assert_eq!(browser.sign_in("acme").await.status, StatusCode::OK);
    }
    let asked = provider.plan(&plan).await.0;
    assert!((1..=place.nodes()).contains(&asked), "known keys are not asked for again: {asked}");
    provider.plan(&json!({ "rotate": true, "email": "ada@example.com" })).await;
    let signed_in = browser.sign_in("acme").await;
    assert_eq!(signed_in.status, StatusCode::OK, "{}", signed_in.body);
    assert_eq!(provider.plan(&plan).await.0, asked + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_are_sent_back_to_trusted_pages_alone() {
    let provider = Provider::hostile();
    let place = Place::start(&hostile("acme", &provider), &[]).await;
    let anyone = Raw::new(place.node(0), None);
    for to in [
        "https://evil.example/",
        "https://app.example.com.evil.example/",
        "https://app.example.com@evil.example/",
        "https://app.example.com:444/",
        "http://app.example.com/",
        "//app.example.com/",
        "javascript:alert(1)",
        "https://app.example.com/%23/\\evil",
        "https://app.example.com/%23".replace("%23", "%2523#x").as_str(),
        "https://app.example.com/a%20b\nc",
        "https://app.example.com/v1/sso/accounts/acct_01h455vb4pex5vsknk084sn02q/start",
        "https://app.example.com/x/../v1/sso/acme/start",
        "https://app.example.com/%2E%2e/v1/sso/acme/start",
        "https://app.example.com/./V1/sso/acme/start",
    ] {
        let query = to.replace('%', "%25").replace('#', "%23").replace('\n', "%0A").replace('\\', "%5C");
        let path = format!("/v1/sso/acme/start?return_to={query}&code_challenge={CHALLENGE}");
        let refused = anyone.get(&path).await;
        assert_eq!(
            (refused.status.as_u16(), &refused.body["code"]),
            (422, &json!("invalid_parameter")),
            "{to}"
        );
    }
    for query in [
        "return_to=https://app.example.com/",
        &format!("code_challenge={CHALLENGE}"),
        "return_to=https://app.example.com/&code_challenge=short",
    ] {
        let refused = anyone.get(&format!("/v1/sso/acme/start?{query}")).await;
        assert_eq!(
            (refused.status.as_u16(), &refused.body["code"]),
            (422, &json!("invalid_parameter")),
            "{query}"
        );
    }
    // Where it may go, it goes.
    provider.plan(&json!({ "email": "ada@example.com" })).await;
    let mut browser = place.browser();
    let back = browser
        .depart(&format!("/v1/sso/acme/start?return_to=https://app.example.com&code_challenge={CHALLENGE}"))
        .await;
    assert!(!fragment(&browser.get(&back).await.leads(), "https://app.example.com#code=").is_empty());
    // A browser would take the fragment of a URL that led here along to one without.
    let away = browser.get(&format!("{PUBLIC_URL}/v1/sso/acme/start")).await.leads();
    assert!(away.ends_with('#'), "{away}");
}
