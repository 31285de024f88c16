//! Guessing at passwords and at codes, over all nodes and from everywhere: nobody gets in, few tries are looked at, and the
//! user gets in at once where they sign in from.

use std::collections::BTreeMap;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::places::Place;
use crate::raw::{Answer, Raw};
use crate::server::{mailed_token, mailed_tokens};
use crate::totp::App;

const PASSWORD: &str = "correct horse";
const HOME: &str = "192.0.2.1";
const TRIES: usize = 10_000;
/// How many are under way at a time.
const AT_ONCE: usize = 16;
/// What the limits let through in the hour that this takes at most.
const LOOKED_AT: usize = 20;

async fn with_limits() -> Place {
    let settings = [("BAILIWICK_RATE_LIMITS", "on"), ("BAILIWICK_TRUSTED_PROXIES", "127.0.0.0/8")];
    Place::start("", &settings).await
}

async fn send(node: &Raw, path: &str, from: &str, body: &Value) -> Answer {
    node.send(Method::POST, path, &[("x-forwarded-for", from)], Some(body)).await
}

/// Signs up from home.
async fn ada(place: &Place) -> Raw {
    let form =
        json!({ "email": "ada@example.com", "password": PASSWORD, "name": "Ada", "account_name": "Acme" });
    let made = send(&Raw::new(place.node(0), None), "/v1/signup", HOME, &form).await;
    let made = made.expect(StatusCode::CREATED);
    Raw::new(place.node(0), made["session"]["token"].as_str())
}

fn sign_in(password: &str) -> Value {
    json!({ "email": "ada@example.com", "password": password })
}

/// Tries as often as that, each from a place of its own; how many answers there were of each code.
async fn guess(place: &Place, path: &str, body: impl Fn(usize) -> Value) -> BTreeMap<String, usize> {
    let nodes = [0, 1].map(|at| Raw::new(place.node(at), None));
    let mut answers = BTreeMap::new();
    for first in (0..TRIES).step_by(AT_ONCE) {
        let mut tries = Vec::new();
        for at in first..(first + AT_ONCE).min(TRIES) {
            let (node, path, body) = (nodes[at % 2].clone(), path.to_owned(), body(at));
            let from = format!("10.0.{}.{}", at / 250, at % 250);
            tries.push(tokio::spawn(async move { send(&node, &path, &from, &body).await }));
        }
        for answer in tries {
            let answer = answer.await.unwrap();
            *answers.entry(answer.body["code"].as_str().unwrap_or("none").to_owned()).or_default() += 1;
        }
    }
    answers
}

/// All were refused, and few were looked at.
#[track_caller]
fn were_refused(mut answers: BTreeMap<String, usize>, wrong: &str) {
    let (looked_at, limited) = (answers.remove(wrong), answers.remove("rate_limited"));
    assert_eq!(answers, BTreeMap::new());
    let looked_at = looked_at.unwrap();
    println!("{looked_at} of {TRIES} were looked at");
    assert!(looked_at <= LOOKED_AT, "{looked_at} were looked at");
    assert_eq!(limited, Some(TRIES - looked_at));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_passwords_let_no_one_in_and_keep_no_user_out() {
    let place = with_limits().await;
    ada(&place).await;
    let answers = guess(&place, "/v1/sessions", |at| sign_in(&format!("guess {at}"))).await;
    were_refused(answers, "invalid_credentials");
    let there = Raw::new(place.node(1), None);
    let limited = send(&there, "/v1/sessions", "10.1.0.1", &sign_in(PASSWORD)).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS, "not from anywhere");
    send(&there, "/v1/sessions", HOME, &sign_in(PASSWORD)).await.expect(StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_codes_let_no_one_in_and_keep_no_user_out() {
    let place = with_limits().await;
    let ada = ada(&place).await;
    let app = App::enrol(&ada, &json!({ "password": PASSWORD })).await;
    let there = Raw::new(place.node(1), None);
    let challenge = async |from: &str| {
        let asked = send(&there, "/v1/sessions", from, &sign_in(PASSWORD)).await;
        asked.body["challenge"].as_str().unwrap_or_else(|| panic!("{}", asked.body)).to_owned()
    };
    let step = "/v1/sessions/two-factor";
    // By who knows the password, and begins anew whenever a sign-in was tried too often.
    let mut challenges = Vec::new();
    for at in 0..LOOKED_AT {
        challenges.push(challenge(&format!("10.2.0.{at}")).await);
    }
    // None of them can be the right one: it has letters.
    let body = |at: usize| json!({ "challenge": challenges[at % LOOKED_AT], "code": format!("{at:05}x") });
    were_refused(guess(&place, step, body).await, "invalid_code");
    let elsewhere = json!({ "challenge": challenge("10.3.0.1").await, "code": app.next_code() });
    let limited = send(&there, step, "10.3.0.1", &elsewhere).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS, "not from anywhere");
    let own = json!({ "challenge": challenge(HOME).await, "code": app.next_code() });
    send(&there, step, HOME, &own).await.expect(StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_tells_once_of_a_sign_in_from_a_new_place() {
    let place = with_limits().await;
    ada(&place).await;
    for (at, from) in [HOME, "198.51.100.7", "198.51.100.7", HOME, "203.0.113.9"].into_iter().enumerate() {
        let node = Raw::new(place.node(at), None);
        send(&node, "/v1/sessions", from, &sign_in(PASSWORD)).await.expect(StatusCode::CREATED);
    }
    let folder = place.node(0).mail_folder();
    // Once the last one is there, so are those before it.
    for from in ["198.51.100.", "203.0.113."] {
        mailed_token(&folder, "ada@example.com", from).await;
    }
    assert_eq!(mailed_tokens(&folder, "ada@example.com", "198.51.100."), ["7"]);
    assert_eq!(mailed_tokens(&folder, "ada@example.com", HOME), [""; 0]);
}
