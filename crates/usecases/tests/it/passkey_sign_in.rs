//! Signing in by passkeys, as the only step and as the second one, and what does not get in.

use std::sync::Arc;

use bailiwick_domain::sessions::{Method, Methods, Session};
use bailiwick_usecases::sessions::NewSession;
use bailiwick_usecases::two_factor::Proof;
use bailiwick_usecases::{Result, tokens};

use crate::support::{Device, Setup, World, at_once, code, password};

async fn session(w: &World, new: &NewSession) -> Session {
    let token = new.token.reveal().unwrap();
    let known = w.cx.decisions.session(tokens::hash(token), w.now()).await.unwrap().unwrap();
    let mut unit = w.unit(bailiwick_ports::Access::Read).await;
    let session = unit.sessions().find(known.user, known.id).await.unwrap().unwrap();
    unit.rollback().await.unwrap();
    session
}

#[tokio::test]
async fn a_passkey_signs_in_without_a_name_and_is_both_factors() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let mut device = w.register(&ada, "ada", 1).await;
    w.clock.pass_seconds(60);
    let made = session(&w, &w.sign_in_by(&mut device).await.unwrap()).await;
    assert_eq!((made.user, made.signed_in.methods), (ada.user, Methods::of(Method::Passkey)));
    assert!(made.signed_in.methods.has_second_factor() && made.signed_in.sso.is_none());
    let used = bailiwick_usecases::passkeys::get(&w.cx, &w.by(&ada), device.id()).await.unwrap();
    assert_eq!((used.last_used_at, used.counter), (Some(w.now()), device.soft.counter));
    w.sign_in_by(&mut device).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_passkey_is_the_second_step_after_the_password() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let mut device = w.register(&ada, "ada", 1).await;
    let challenge = w.challenge("ada").await;
    let options = w.second_options(&challenge).await.unwrap();
    assert_eq!(options, w.second_options(&challenge).await.unwrap(), "it is the same whenever it is asked");
    assert_eq!(options["allowCredentials"].as_array().unwrap().len(), 1);
    device.soft.tells_user = false;
    let proof = w.second_proof(&challenge, &mut device).await;
    let made = w.answer(&challenge, proof.clone()).await.unwrap();
    let methods = session(&w, &made).await.signed_in.methods;
    assert_eq!(methods, Methods::of(Method::Password).and(Method::Passkey));
    assert_eq!(code(w.answer(&challenge, proof).await), "challenge_expired");
    assert_eq!(code(w.second_options(&challenge).await), "challenge_expired");

    let bob = w.sign_up("bob", "ably").await;
    let app = w.enrol(&bob, "bob").await;
    let challenge = w.challenge("bob").await;
    assert_eq!(code(w.second_options(&challenge).await), "no_passkeys");
    w.answer(&challenge, app.proof(&w)).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_passkey_of_somebody_else_of_nobody_or_with_another_name_in_it_is_refused() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "ably").await, w.sign_up("eve", "ably").await);
    let mut hers = w.register(&ada, "ada", 1).await;
    let mut eves = w.register(&eve, "eve", 2).await;
    let challenge = w.challenge("ada").await;
    let proof = w.second_proof(&challenge, &mut eves).await;
    assert_eq!(code(w.answer(&challenge, proof).await), "invalid_passkey");

    let (challenge, options) = w.ask_passkey().await;
    let good = hers.soft.get(&options);
    let mut renamed = eves.soft.get(&options);
    renamed["response"]["userHandle"] = good["response"]["userHandle"].clone();
    let mut nameless = good.clone();
    nameless["response"]["userHandle"] = serde_json::Value::Null;
    let unknown = Device::new(3).soft.get(&options);
    for wrong in [&renamed, &nameless, &unknown] {
        assert_eq!(code(w.answer_by(&w.anonymous(), &challenge, wrong).await), "invalid_passkey", "{wrong}");
    }
    let unreadable = w.answer_by(&w.anonymous(), &challenge, &serde_json::json!({})).await;
    assert_eq!(code(unreadable), "invalid_field");
    w.answer_by(&w.anonymous(), &challenge, &good).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_challenge_is_good_for_its_own_purpose_ten_minutes_and_five_tries() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let mut device = w.register(&ada, "ada", 1).await;
    let second = w.challenge("ada").await;
    let (asked, options) = w.ask_passkey().await;
    for other in ["", "nonsense", &second, &ada.token] {
        let answer = device.soft.get(&options);
        assert_eq!(code(w.answer_by(&w.anonymous(), other, &answer).await), "challenge_expired", "{other}");
    }
    let crossed = Proof::Passkey(device.soft.get(&options).to_string());
    assert_eq!(code(w.answer(&second, crossed.clone()).await), "invalid_passkey");
    assert_eq!(code(w.answer(&asked, crossed).await), "challenge_expired");
    w.clock.pass_seconds(600);
    let late = w.answer_by(&w.anonymous(), &asked, &device.soft.get(&options)).await;
    assert_eq!(code(late), "challenge_expired");

    let (asked, options) = w.ask_passkey().await;
    let wrong = Device::new(9).soft.get(&options);
    for _ in 0..5 {
        assert_eq!(code(w.answer_by(&w.anonymous(), &asked, &wrong).await), "invalid_passkey");
    }
    let after = w.answer_by(&w.anonymous(), &asked, &device.soft.get(&options)).await;
    assert_eq!(code(after), "challenge_expired");
    w.sign_in_by(&mut device).await.unwrap();
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_sixteen_answers_to_one_challenge_on_two_nodes_one_gets_in() {
    let here = Arc::new(World::new().await);
    let there = Arc::new(here.another_node(Setup::default()).await);
    let ada = here.sign_up("ada", "ably").await;
    let mut device = here.register(&ada, "ada", 1).await;
    // One that does not count: the challenge alone must hold.
    for counts in [true, false] {
        if !counts {
            let mut uncounted = Device::new(2);
            uncounted.soft.counter = 0;
            let begun = here.begin_passkey(&ada, Some(password("ada"))).await.unwrap();
            here.finish_passkey(&ada, &begun, &mut uncounted).await.unwrap();
            device = uncounted;
        }
        let (challenge, options) = here.ask_passkey().await;
        let second = here.challenge("ada").await;
        let second_options = here.second_options(&second).await.unwrap();
        let (mut only, mut after) = (Vec::new(), Vec::new());
        for at in 0..16 {
            let w = Arc::clone(if at % 2 == 0 { &here } else { &there });
            let (answer, challenge) = (device.soft.get(&options), challenge.clone());
            only.push(async move { w.answer_by(&w.anonymous(), &challenge, &answer).await });
        }
        let outcomes = at_once(only).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "counts: {counts}");
        for at in 0..16 {
            let w = Arc::clone(if at % 2 == 0 { &here } else { &there });
            let proof = Proof::Passkey(device.soft.get(&second_options).to_string());
            let second = second.clone();
            after.push(async move { w.answer(&second, proof).await });
        }
        let outcomes = at_once(after).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "counts: {counts}");
    }
    here.finish().await;
}

#[tokio::test]
async fn a_copied_authenticator_is_refused_once_the_other_was_used() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let mut device = w.register(&ada, "ada", 1).await;
    let mut copy = device.clone();
    w.sign_in_by(&mut device).await.unwrap();
    assert_eq!(code(w.sign_in_by(&mut copy).await), "invalid_passkey", "it says the same count");
    copy.soft.counter = 0;
    assert_eq!(code(w.sign_in_by(&mut copy).await), "invalid_passkey", "it counts no more");
    let challenge = w.challenge("ada").await;
    let proof = w.second_proof(&challenge, &mut copy).await;
    assert_eq!(code(w.answer(&challenge, proof).await), "invalid_passkey");
    w.sign_in_by(&mut device).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn signing_in_by_passkey_is_limited_by_where_it_comes_from() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let ada = w.sign_up("ada", "ably").await;
    let mut device = w.register(&ada, "ada", 1).await;
    let (challenge, options) = w.ask_passkey().await;
    let wrong = Device::new(9).soft.get(&options);
    for _ in 0..60 {
        assert!(w.answer_by(&w.anonymous(), &challenge, &wrong).await.is_err());
    }
    let good = device.soft.get(&options);
    assert_eq!(code(w.answer_by(&w.anonymous(), &challenge, &good).await), "rate_limited");
    let begin = async || bailiwick_usecases::passkeys::begin_sign_in(&w.cx, &w.anonymous()).await;
    let mut begun: Vec<Result<_>> = Vec::new();
    for _ in 0..120 {
        begun.push(begin().await);
    }
    assert_eq!(begun.iter().filter(|begun| begun.is_ok()).count(), 119);
    assert_eq!(code(begin().await), "rate_limited");
    // A stranger's tries are no user's: from another place it goes on.
    let mut elsewhere = w.anonymous();
    elsewhere.source_ip = Some("198.51.100.7".to_owned());
    w.clock.pass_seconds(60);
    let (challenge, options) = w.ask_passkey().await;
    w.answer_by(&elsewhere, &challenge, &device.soft.get(&options)).await.unwrap();
    w.finish().await;
}
