//! Passwords: changed, set by a mailed link, guessed at.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bailiwick_domain::audit::Chain;
use bailiwick_ports::mail::Mail;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Call, Result, passwords, sessions, users};

use crate::support::{Seat, Setup, World, at_once, code, opened, refusal, token_in};

const NEW: &str = "a rather different secret";

async fn sign_in(w: &World, email: &str, password: &str) -> Result<String> {
    let made = sessions::sign_in(&w.cx, &w.anonymous(), email.to_owned(), password.to_owned()).await?;
    Ok(opened(made).token.reveal().unwrap().to_owned())
}

async fn change(w: &World, seat: &Seat, current: Option<&str>, new: &str) -> Result<()> {
    passwords::change(&w.cx, &w.by(seat), current.map(str::to_owned), new.to_owned()).await
}

/// Asks for a link, and finds its token in the mail.
async fn reset_token(w: &World, email: &str) -> String {
    passwords::request_reset(&w.cx, &w.anonymous(), email.to_owned()).await.unwrap();
    let mails = w.deliver().await;
    token_in(mails.iter().rfind(|mail| mail.text.contains("/password-reset?")).unwrap())
}

async fn reset(w: &World, token: &str, password: &str) -> Result<()> {
    passwords::reset(&w.cx, &w.anonymous(), token, password.to_owned()).await
}

fn about<'a>(mails: &'a [Mail], what: &str) -> Vec<&'a Mail> {
    mails.iter().filter(|mail| mail.subject.contains(what)).collect()
}

#[tokio::test]
async fn a_change_asks_for_the_present_password_and_ends_the_other_sessions() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let other = sign_in(&w, &ada.email, "the long password of ada").await.unwrap();
    w.deliver().await;
    let error = refusal(change(&w, &ada, Some("another password"), NEW).await);
    assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "wrong_password"));
    let error = refusal(change(&w, &ada, None, NEW).await);
    assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, "/current"));
    let error = refusal(change(&w, &ada, Some("the long password of ada"), "password123").await);
    assert_eq!((error.code.as_str(), error.errors[0].pointer.as_str()), ("password_too_weak", "/new"));
    assert!(sessions::authenticate(&w.cx, Some(&other)).await.is_ok(), "nothing was changed");

    change(&w, &ada, Some("the long password of ada"), NEW).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&other)).await), "unauthenticated");
    assert!(sessions::authenticate(&w.cx, Some(&ada.token)).await.is_ok(), "the present one stays");
    assert_eq!(code(sign_in(&w, &ada.email, "the long password of ada").await), "invalid_credentials");
    sign_in(&w, &ada.email, NEW).await.unwrap();
    assert_eq!(about(&w.deliver().await, "password was changed").len(), 1);
    assert!(!w.is_stored("another password").await);
    let own = w.events(Chain::User(ada.user)).await;
    assert!(own.iter().any(|event| event.action == "user.password_changed"));
    w.finish().await;
}

#[tokio::test]
async fn of_two_changes_at_once_from_one_password_one_is_done() {
    let w = Arc::new(World::new().await);
    let ada = w.sign_up("ada", "standard").await;
    let one = |n: usize| {
        let (w, ada) = (Arc::clone(&w), ada.clone());
        async move { change(&w, &ada, Some("the long password of ada"), &format!("{NEW} {n}")).await.is_ok() }
    };
    let done = at_once((0..8).map(one).collect()).await;
    assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
    let winner = done.iter().position(|done| *done).unwrap();
    sign_in(&w, &ada.email, &format!("{NEW} {winner}")).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_link_sets_a_password_once_within_half_an_hour_and_ends_all_sessions() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let token = reset_token(&w, "ADA@example.com").await;
    assert_eq!(code(reset(&w, &token, "password123").await), "password_too_weak");
    reset(&w, &token, NEW).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    assert_eq!(code(reset(&w, &token, "yet another secret").await), "not_found");
    assert_eq!(about(&w.deliver().await, "password was changed").len(), 1);
    let seat = Seat { token: sign_in(&w, &ada.email, NEW).await.unwrap(), ..ada.clone() };
    let me = users::me(&w.cx, &w.by(&seat)).await.unwrap();
    assert!(me.email_verified_at.is_some(), "the link proved the address");

    let late = reset_token(&w, &ada.email).await;
    w.clock.pass_seconds(30 * 60);
    assert_eq!(code(reset(&w, &late, "yet another secret").await), "not_found");
    let (first, second) = (reset_token(&w, &ada.email).await, reset_token(&w, &ada.email).await);
    reset(&w, &second, "yet another secret").await.unwrap();
    assert_eq!(code(reset(&w, &first, "one more secret").await), "not_found", "the others are void");
    for forged in ["", "x", &token[1..], &ada.token] {
        assert_eq!(code(reset(&w, forged, "one more secret").await), "not_found");
    }
    assert!(!w.is_stored(&token).await, "a token is stored nowhere");
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn of_those_who_use_a_link_at_once_one_sets_the_password() {
    let w = Arc::new(World::new().await);
    let ada = w.sign_up("ada", "standard").await;
    let token = reset_token(&w, &ada.email).await;
    let one = |n: usize| {
        let (w, token) = (Arc::clone(&w), token.clone());
        async move { reset(&w, &token, &format!("{NEW} {n}")).await.is_ok() }
    };
    let done = at_once((0..8).map(one).collect()).await;
    assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn an_address_of_nobody_gets_the_same_answer_and_no_mail() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    w.sign_up("ada", "standard").await;
    w.deliver().await;
    for address in ["nobody@example.com", "ada@example.com"] {
        for _ in 0..7 {
            passwords::request_reset(&w.cx, &w.anonymous(), address.to_owned()).await.unwrap();
        }
    }
    let mails = w.deliver().await;
    assert!(mails.iter().all(|mail| mail.to.as_str() == "ada@example.com"), "{mails:?}");
    assert_eq!(mails.len(), 5, "and no more than five an hour");
    w.finish().await;
}

/// A sign-in whose password was looked at before a reset, and that goes on after it, opens no session.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_that_overlaps_a_reset_does_not_outlive_it() {
    let w = Arc::new(World::new().await);
    let ada = w.sign_up("ada", "standard").await;
    for round in 0..12 {
        let token = reset_token(&w, &ada.email).await;
        let (old, new) = if round == 0 {
            ("the long password of ada".to_owned(), format!("{NEW} 0"))
        } else {
            (format!("{NEW} {}", round - 1), format!("{NEW} {round}"))
        };
        let (one, other, email) = (Arc::clone(&w), Arc::clone(&w), ada.email.clone());
        let guess = tokio::spawn(async move { sign_in(&one, &email, &old).await });
        let set = tokio::spawn(async move { reset(&other, &token, &new).await });
        let (opened, set) = (guess.await.unwrap(), set.await.unwrap());
        set.unwrap();
        if let Ok(token) = opened {
            assert_eq!(code(sessions::authenticate(&w.cx, Some(&token)).await), "unauthenticated", "{round}");
        }
    }
    w.deliver().await;
    w.finish().await;
}

fn from(w: &World, source: &str) -> Call {
    Call { source_ip: Some(source.to_owned()), ..w.anonymous() }
}

#[tokio::test]
async fn who_guesses_from_elsewhere_keeps_no_user_out() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    w.sign_up("ada", "standard").await;
    let at = async |source: &str, password: &str| {
        let email = "ada@example.com".to_owned();
        sessions::sign_in(&w.cx, &from(&w, source), email, password.to_owned()).await
    };
    at("192.0.2.1", "the long password of ada").await.unwrap();
    for n in 0..100 {
        assert!(at(&format!("198.51.100.{n}"), "a guess").await.is_err());
        w.clock.pass_seconds(7);
    }
    assert_eq!(
        code(at("203.0.113.9", "the long password of ada").await),
        "rate_limited",
        "not from anywhere"
    );
    at("192.0.2.1", "the long password of ada").await.unwrap();
    let token = reset_token(&w, "ada@example.com").await;
    passwords::reset(&w.cx, &from(&w, "203.0.113.9"), &token, NEW.to_owned()).await.unwrap();
    at("203.0.113.9", NEW).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_sign_in_from_a_new_place_is_told_by_mail_once() {
    let w = World::new().await;
    w.sign_up_from("ada", "192.0.2.1").await;
    w.deliver().await;
    for (source, mails) in [("192.0.2.1", 0), ("203.0.113.9", 1), ("203.0.113.9", 0), ("192.0.2.1", 0)] {
        let email = "ada@example.com".to_owned();
        let password = "the long password of ada".to_owned();
        sessions::sign_in(&w.cx, &from(&w, source), email, password).await.unwrap();
        let told = w.deliver().await;
        assert_eq!(about(&told, "new sign-in").len(), mails, "{source}");
        assert!(told.iter().all(|mail| mail.text.contains(source)));
    }
    w.finish().await;
}

#[tokio::test]
async fn a_password_that_was_hashed_at_another_cost_is_hashed_anew() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    w.run_raw("UPDATE users SET password_hash = 'old:the long password of ada'").await;
    let hash = async || w.texts("SELECT password_hash FROM users").await.remove(0);
    assert!(sign_in(&w, &ada.email, "a guess").await.is_err());
    assert!(hash().await.starts_with("old:"), "a wrong one changes nothing");
    sign_in(&w, &ada.email, "the long password of ada").await.unwrap();
    assert_eq!(hash().await, "plain:the long password of ada");
    sign_in(&w, &ada.email, "the long password of ada").await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn ten_thousand_guesses_let_no_one_in_and_the_user_still_signs_in() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let ada = w.sign_up("ada", "standard").await;
    for n in 0..10_000 {
        let call = from(&w, &format!("198.51.{}.{}", n / 250, n % 250));
        let guess = sessions::sign_in(&w.cx, &call, ada.email.clone(), format!("guess {n}")).await;
        assert!(guess.is_err());
    }
    assert!(w.hasher.verified.load(Ordering::SeqCst) <= 10, "and few were looked at");
    w.sign_in("ada").await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_new_password_voids_what_another_asked_for() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let password = Some("the long password of ada".to_owned());
    users::request_email_change(&w.cx, &w.by(&ada), "eve@example.com".to_owned(), password).await.unwrap();
    let mails = w.deliver().await;
    let to_eve = token_in(mails.iter().find(|mail| mail.to.as_str() == "eve@example.com").unwrap());
    let token = reset_token(&w, &ada.email).await;
    reset(&w, &token, NEW).await.unwrap();
    assert_eq!(code(users::verify_email(&w.cx, &w.anonymous(), &to_eve).await), "not_found");
    sign_in(&w, &ada.email, NEW).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

/// Whoever signed up with somebody else's address leaves no second factor behind that would keep them out.
#[tokio::test]
async fn who_proves_the_address_by_a_link_meets_no_second_factor_of_a_stranger() {
    let w = World::new().await;
    let stranger = w.sign_up("ada", "standard").await;
    w.enrol(&stranger, "ada").await;
    let token = reset_token(&w, &stranger.email).await;
    reset(&w, &token, NEW).await.unwrap();
    sign_in(&w, &stranger.email, NEW).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_link_sets_a_password_and_goes_around_no_second_factor() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let mails = w.deliver().await;
    users::verify_email(&w.cx, &w.anonymous(), &token_in(&mails[0])).await.unwrap();
    w.enrol(&ada, "ada").await;
    let token = reset_token(&w, &ada.email).await;
    reset(&w, &token, NEW).await.unwrap();
    let asked = sessions::sign_in(&w.cx, &w.anonymous(), ada.email.clone(), NEW.to_owned()).await.unwrap();
    assert!(matches!(asked, sessions::SignIn::SecondFactor { .. }), "{asked:?}");
    w.deliver().await;
    w.finish().await;
}
