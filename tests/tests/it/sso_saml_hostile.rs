//! SAML providers, and people between them and us, that mean harm: each refusal for its own reason, and nobody signed in.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::browser::{PUBLIC_URL, Page};
use crate::sso_accounts::{Owner, World};
use crate::sso_saml::{answer, connect, person, post, sign_in, world};

const UNSIGNED: &str = "assertion is not signed";
const WRAPPED: &str = "of something else than the one assertion";
const DOCUMENT: &str = "a comment, a document type or an instruction";
const ALGORITHM: &str = "not signed by an algorithm that proves anything";
const SIGNATURE: &str = "not signed by the provider";
const AUDIENCE: &str = "is for another client";
const RECIPIENT: &str = "is for another address";
const ISSUER: &str = "another provider answered";
const TIME: &str = "has expired, or is of a time to come";
const NONCE: &str = "belongs to another sign-in";
const SUBJECT: &str = "contradicts itself";
const REFUSED: &str = "its answer can't be read";
const ENCRYPTED: &str = "encrypted";

/// What is wrong with an answer, and how its refusal says so.
const FLAWS: [(&str, &str); 52] = [
    ("unsigned", UNSIGNED),
    ("response alone", UNSIGNED),
    ("encrypted", ENCRYPTED),
    ("changed", SIGNATURE),
    ("changed signature", SIGNATURE),
    ("another's key", SIGNATURE),
    ("another's key under our certificate", SIGNATURE),
    ("curve", SIGNATURE),
    ("sha1", ALGORITHM),
    ("sha1 digest", ALGORITHM),
    ("hmac", ALGORITHM),
    ("xsw1", WRAPPED),
    ("xsw2", WRAPPED),
    ("xsw3", WRAPPED),
    ("xsw4", WRAPPED),
    ("xsw5", WRAPPED),
    ("xsw6", WRAPPED),
    ("xsw7", WRAPPED),
    ("xsw8", WRAPPED),
    ("one id twice", WRAPPED),
    ("moved", WRAPPED),
    ("two signed", WRAPPED),
    ("of the response", WRAPPED),
    ("of the name", WRAPPED),
    ("ends early", DOCUMENT),
    ("instruction", DOCUMENT),
    ("cdata", DOCUMENT),
    ("document type", DOCUMENT),
    ("laughs", DOCUMENT),
    ("audience", AUDIENCE),
    ("no audience", AUDIENCE),
    ("recipient", RECIPIENT),
    ("no recipient", RECIPIENT),
    ("destination", RECIPIENT),
    ("no destination", RECIPIENT),
    ("issuer", ISSUER),
    ("expired", TIME),
    ("expired at the subject", TIME),
    ("without end", TIME),
    ("not yet", TIME),
    ("another request", NONCE),
    ("another request at the subject", NONCE),
    ("another request at the response", NONCE),
    ("no request", NONCE),
    ("not by the bearer", SUBJECT),
    ("failed", REFUSED),
    ("no base64", REFUSED),
    ("no UTF-8", REFUSED),
    ("no XML", REFUSED),
    ("a request", REFUSED),
    ("an assertion alone", REFUSED),
    ("metadata", REFUSED),
];

/// What is posted in place of an answer.
fn replaced(flaw: &str) -> Option<&'static str> {
    Some(match flaw {
        "no base64" => "no base64!",
        "no UTF-8" => "//79/A==",
        "no XML" => "bm8gWE1M",
        "a request" => {
            "PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+"
        }
        "an assertion alone" => {
            "PEFzc2VydGlvbiB4bWxucz0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOmFzc2VydGlvbiIvPg=="
        }
        "metadata" => {
            "PEVudGl0eURlc2NyaXB0b3IgeG1sbnM9InVybjpvYXNpczpuYW1lczp0YzpTQU1MOjIuMDptZXRhZGF0YSIvPg=="
        }
        _ => return None,
    })
}

async fn connected(world: &World) -> Owner {
    let ada = world.owner("ada@example.com").await;
    connect(world, &ada, &json!({})).await.expect(StatusCode::OK);
    world.prove(&ada, "corp.example").await.expect(StatusCode::OK);
    ada
}

fn flawed(flaw: &str) -> Value {
    let mut plan = person("bob");
    plan["flaw"] = json!(flaw);
    plan
}

#[track_caller]
fn failed(page: &Page, flaw: &str, says: &str) {
    page.problem(401, "sso_failed");
    assert!(page.body["detail"].as_str().unwrap().contains(says), "{flaw}: {}", page.body);
    assert!(page.body.get("token").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_with_any_flaw_signs_nobody_in() {
    let world = world().await;
    let ada = connected(&world).await;
    let mut browser = world.place.browser();
    for (flaw, says) in FLAWS {
        world.provider.plan(&flawed(flaw)).await;
        let mut answer = answer(&mut browser, &ada.account, "").await;
        if let Some(text) = replaced(flaw) {
            answer["response"] = json!(text);
        }
        let callback = post(&mut browser, &answer).await.leads();
        failed(&browser.get(&callback).await, flaw, says);
    }
    // The same one, honest: so it was the flaw that was refused, and nobody else came in.
    let bob = sign_in(&world, &ada, &flawed("none")).await;
    assert_eq!(bob.status, StatusCode::OK, "{}", bob.body);
    let members = ada.raw.get(&ada.path("/members")).await.expect(StatusCode::OK);
    assert_eq!(members["items"].as_array().unwrap().len(), 2, "{members}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assertion_is_good_once_whatever_it_answers() {
    let world = world().await;
    let ada = connected(&world).await;
    let first = sign_in(&world, &ada, &flawed("the same again")).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    // Over two nodes, this one ends at the other.
    failed(&sign_in(&world, &ada, &flawed("the same again")).await, "the same again", "was used before");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_good_once_and_in_the_browser_that_began() {
    let world = world().await;
    let ada = connected(&world).await;
    world.provider.plan(&person("bob")).await;
    let mut browser = world.place.browser();
    let given = answer(&mut browser, &ada.account, "").await;
    // Another browser is led to post it, or to what follows: it would be signed in as somebody else.
    let mut other = world.place.browser();
    let callback = post(&mut other, &given).await.leads();
    other.get(&callback).await.problem(400, "sso_state_invalid");
    other.get(&format!("{PUBLIC_URL}/v1/sso/accounts/{}/start", ada.account)).await.leads();
    other.get(&callback).await.problem(400, "sso_state_invalid");
    // None of that used it up.
    assert_eq!(browser.get(&callback).await.status, StatusCode::OK);
    browser.get(&callback).await.problem(400, "sso_state_invalid");
    post(&mut browser, &given).await.problem(400, "sso_state_invalid");
    // An answer to one sign-in is none to another of the same browser.
    let mut fresh = answer(&mut browser, &ada.account, "").await;
    fresh["response"] = given["response"].clone();
    let callback = post(&mut browser, &fresh).await.leads();
    failed(&browser.get(&callback).await, "another sign-in's", NONCE);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_began_is_refused() {
    let world = world().await;
    let ada = connected(&world).await;
    world.provider.plan(&person("bob")).await;
    let mut browser = world.place.browser();
    let given = answer(&mut browser, &ada.account, "").await;
    let acs = given["acs"].as_str().unwrap();
    let response = given["response"].as_str().unwrap().replace('+', "%2B").replace('=', "%3D");
    for form in [
        format!("SAMLResponse={response}"),
        format!("SAMLResponse={response}&RelayState="),
        format!("SAMLResponse={response}&RelayState=https://app.example.com/"),
    ] {
        browser.submit_from_elsewhere(acs, &form).await.problem(400, "sso_state_invalid");
    }
    let relay = given["relay"].as_str().unwrap();
    browser.submit_from_elsewhere(acs, &format!("RelayState={relay}")).await.problem(422, "invalid_field");
    let long = "A".repeat((128 << 10) + 1);
    let form = format!("SAMLResponse={long}&RelayState={relay}");
    browser.submit_from_elsewhere(acs, &form).await.problem(422, "invalid_field");
    let twice = format!("SAMLResponse={response}&SAMLResponse={response}&RelayState={relay}");
    browser.submit_from_elsewhere(acs, &twice).await.problem(400, "malformed_body");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_s_provider_says_nothing_to_another_account() {
    let world = world().await;
    let ada = connected(&world).await;
    let eve = world.owner("eve@example.com").await;
    // Eve's provider is one with a key of its own, which calls itself what Ada's does.
    let others = json!({ "certificates": [world.provider.said["certificates"]["others"]] });
    connect(&world, &eve, &others).await.expect(StatusCode::OK);
    let mut browser = world.place.browser();
    world.provider.plan(&flawed("another's key")).await;
    let for_eve = answer(&mut browser, &eve.account, "").await;
    // What it says to Eve's account is posted to Ada's: there nothing of the kind was begun.
    let moved = |given: &Value| {
        let mut moved = given.clone();
        moved["acs"] = json!(given["acs"].as_str().unwrap().replace(&eve.account, &ada.account));
        moved
    };
    post(&mut browser, &moved(&for_eve)).await.problem(400, "sso_state_invalid");
    // Nor with the state of a sign-in that was begun at Ada's.
    let mut mixed = answer(&mut browser, &ada.account, "").await;
    mixed["response"] = for_eve["response"].clone();
    let callback = post(&mut browser, &mixed).await.leads();
    failed(&browser.get(&callback).await, "another account's", RECIPIENT);
    // What was kept for Eve's account is nothing to Ada's callback.
    let honest = answer(&mut browser, &ada.account, "").await;
    let callback = post(&mut browser, &honest).await.leads();
    let wrong = callback.replace(&ada.account, &eve.account);
    browser.get(&wrong).await.problem(400, "sso_state_invalid");
    failed(&browser.get(&callback).await, "another's key", SIGNATURE);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_provider_says_is_kept_sealed_and_no_longer_than_it_waits() {
    let world = world().await;
    let ada = connected(&world).await;
    world.provider.plan(&person("bob")).await;
    let mut browser = world.place.browser();
    let given = answer(&mut browser, &ada.account, "").await;
    let response = given["response"].as_str().unwrap();
    let callback = post(&mut browser, &given).await.leads();
    // While it waits, and when it was believed: neither as it came, nor as it reads.
    for waits in [true, false] {
        let kept = world.place.stored();
        let has = |text: &str| kept.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(has("sso_connections"), "the database is there");
        assert!(!has(&response[200..300]) && !has("SignatureValue") && !has("urn:oasis"), "waits: {waits}");
        if waits {
            assert_eq!(browser.get(&callback).await.status, StatusCode::OK);
        }
    }
}
