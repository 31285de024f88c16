//! Signing in and out.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bailiwick_domain::audit::Chain;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Call, Caller, jobs, sessions, tokens};

use crate::support::{Setup, World, at_once, code, grants, opened, refusal};

const DAY: u64 = 24 * 3600;

#[tokio::test]
async fn a_wrong_address_and_a_wrong_password_are_told_apart_by_nothing() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    let sign_in = async |email: &str, password: &str| {
        sessions::sign_in(&w.cx, &w.anonymous(), email.to_owned(), password.to_owned()).await
    };
    let wrong = [
        refusal(sign_in("ada@example.com", "not the password").await),
        refusal(sign_in("eve@example.com", "the long password of ada").await),
        refusal(sign_in("no address", "the long password of ada").await),
    ];
    assert_eq!((wrong[0].kind, wrong[0].code.as_str()), (Kind::Unauthenticated, "invalid_credentials"));
    assert!(wrong.iter().all(|error| *error == wrong[0]), "{wrong:?}");
    sign_in("ADA@example.com", "the long password of ada").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn failed_sign_ins_are_limited_by_address_and_the_right_password_waits_too() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    w.sign_up("ada", "standard").await;
    w.sign_up("bob", "standard").await;
    let mut waits = Vec::new();
    for _ in 0..50 {
        let tried =
            sessions::sign_in(&w.cx, &w.anonymous(), "Ada@example.com".into(), "a guess".into()).await;
        let error = refusal(tried);
        if error.code == "rate_limited" {
            let wait = error.retry_after.unwrap();
            waits.push(wait);
            let right = refusal(w.sign_in("ada").await);
            assert_eq!((right.code.as_str(), right.retry_after), ("rate_limited", Some(wait)));
            w.clock.pass_seconds(wait);
        } else {
            assert_eq!(error.code, "invalid_credentials");
        }
    }
    let first = |least| waits.iter().position(|wait| *wait >= least);
    assert!(first(600).is_some() && first(600) < first(1_800), "the wait grows: {waits:?}");
    assert!(first(1_800).is_some(), "{waits:?}");
    w.sign_in("bob").await.unwrap();
    w.sign_in("ada").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_session_is_its_users_until_it_ends() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let other = w.sign_in("ada").await.unwrap();
    let listed = async |seat| {
        let page = sessions::list(&w.cx, &w.by(seat), None, 10).await.unwrap();
        page.items.iter().map(|session| session.id).collect::<Vec<_>>()
    };
    assert_eq!(listed(&ada).await, [ada.session, other.id]);
    assert_eq!(listed(&bob).await, [bob.session]);
    assert_eq!(code(sessions::revoke(&w.cx, &w.by(&bob), Some(other.id)).await), "not_found");

    let token = other.token.reveal().unwrap().to_owned();
    assert!(sessions::authenticate(&w.cx, Some(&token)).await.is_ok());
    sessions::revoke(&w.cx, &w.by(&ada), Some(other.id)).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&token)).await), "unauthenticated");
    assert_eq!(code(sessions::revoke(&w.cx, &w.by(&ada), Some(other.id)).await), "not_found");
    sessions::revoke(&w.cx, &w.by(&ada), None).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    let own = w.events(Chain::User(ada.user)).await;
    let own: Vec<_> = own.iter().map(|event| event.action.as_str()).collect();
    let revoked = ["session.revoked", "session.revoked"];
    assert_eq!(own, [&["user.created", "session.created", "session.created"], revoked.as_slice()].concat());
    w.finish().await;
}

#[tokio::test]
async fn a_session_that_is_used_expires_after_thirty_days_known_or_not() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    for _ in 0..3 {
        w.clock.pass_seconds(10 * DAY - 1);
        assert_eq!(sessions::authenticate(&w.cx, Some(&ada.token)).await, Ok(ada.caller()));
        jobs::mark_seen(&w.cx).await.unwrap();
    }
    w.clock.pass_seconds(2);
    assert_eq!(sessions::authenticate(&w.cx, Some(&ada.token)).await, Ok(ada.caller()));
    w.clock.pass_seconds(1);
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn a_session_that_is_not_used_ends_after_fourteen_days() {
    let w = World::new().await;
    let (ada, bob) = (w.sign_up("ada", "standard").await, w.sign_up("bob", "standard").await);
    w.clock.pass_seconds(14 * DAY - 1);
    assert_eq!(sessions::authenticate(&w.cx, Some(&ada.token)).await, Ok(ada.caller()));
    jobs::mark_seen(&w.cx).await.unwrap();
    w.clock.pass_seconds(1);
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&bob.token)).await), "unauthenticated");
    assert!(sessions::list(&w.cx, &w.by(&bob), None, 10).await.unwrap().items.is_empty());
    let seen = sessions::list(&w.cx, &w.by(&ada), None, 10).await.unwrap().items.remove(0).last_seen_at;
    assert_eq!(seen, w.now().plus_seconds(-1));
    w.clock.pass_seconds(14 * DAY - 1);
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn sessions_that_were_not_used_for_long_are_not_kept() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    w.sign_up("bob", "standard").await;
    w.clock.pass_seconds(14 * DAY - 1);
    assert_eq!(sessions::authenticate(&w.cx, Some(&ada.token)).await, Ok(ada.caller()));
    jobs::mark_seen(&w.cx).await.unwrap();
    for (seconds, wanted) in [(3_601, 2), (DAY, 1), (14 * DAY, 0)] {
        w.clock.pass_seconds(seconds);
        jobs::run_jobs(&w.cx, w.now()).await.unwrap();
        assert_eq!(w.texts("SELECT 'x' FROM sessions").await.len(), wanted);
    }
    w.finish().await;
}

#[tokio::test]
async fn a_token_that_is_no_ones_is_refused_and_none_is_anonymous() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    assert_eq!(sessions::authenticate(&w.cx, None).await, Ok(Caller::Anonymous));
    let no_ones = ["", "bws_", "bwp_x", "x", &ada.token[1..], &format!("{}x", ada.token)].map(str::to_owned);
    for token in no_ones {
        assert_eq!(code(sessions::authenticate(&w.cx, Some(&token)).await), "unauthenticated", "{token}");
    }
    w.finish().await;
}

#[tokio::test]
async fn what_a_client_calls_itself_is_cut_and_of_a_token_only_a_hash_is_kept() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    let agent = format!("browser\r\n{}", "x".repeat(500));
    let call = Call { user_agent: Some(agent), source_ip: Some("192.0.2.7".to_owned()), ..w.anonymous() };
    let email = "ada@example.com".to_owned();
    let password = "the long password of ada".to_owned();
    let new = opened(sessions::sign_in(&w.cx, &call, email, password).await.unwrap());
    let token = new.token.reveal().unwrap();
    let of_ada = w.cx.decisions.session(tokens::hash(token), w.now()).await.unwrap().unwrap().user;
    let by_ada = w.call(Caller::User { user: of_ada, session: new.id, signed_in: w.by_password() });
    let known = sessions::list(&w.cx, &by_ada, None, 10).await.unwrap().items.pop().unwrap();
    assert_eq!(known.id, new.id);
    let agent = known.user_agent.as_deref().unwrap();
    assert!(agent.starts_with("browserx") && agent.len() == 200, "{agent}");
    assert_eq!(known.source_ip.as_deref(), Some("192.0.2.7"));
    assert!(!w.is_stored(token).await, "the token is stored");
    assert!(!format!("{new:?}").contains(token), "nor is it shown to a log");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tries_at_once_are_not_more_than_tries_in_turn_and_successes_do_not_count() {
    let w = Arc::new(World::of(Setup { rate_limits: true, ..Setup::default() }).await);
    w.sign_up("ada", "standard").await;
    for _ in 0..20 {
        w.sign_in("ada").await.unwrap();
    }
    w.clock.pass_seconds(60);
    assert_eq!(w.hasher.verified.swap(0, Ordering::SeqCst), 20);
    let guess = |_| {
        let w = Arc::clone(&w);
        async move {
            let email = "ada@example.com".to_owned();
            code(sessions::sign_in(&w.cx, &w.anonymous(), email, "a guess".to_owned()).await)
        }
    };
    let codes = at_once((0..40).map(guess).collect()).await;
    assert_eq!(w.hasher.verified.load(Ordering::SeqCst), 10);
    assert_eq!(codes.iter().filter(|code| *code == "invalid_credentials").count(), 10);
    assert_eq!(codes.iter().filter(|code| *code == "rate_limited").count(), 30);
    assert_eq!(code(w.sign_in("ada").await), "rate_limited");
    w.finish().await;
}

#[tokio::test]
async fn all_sessions_end_or_all_but_the_present_one() {
    let w = World::new().await;
    let (ada, bob) = (w.sign_up("ada", "standard").await, w.sign_up("bob", "standard").await);
    let other = w.sign_in("ada").await.unwrap().token.reveal().unwrap().to_owned();
    assert!(sessions::authenticate(&w.cx, Some(&other)).await.is_ok());
    sessions::revoke_all(&w.cx, &w.by(&ada), true).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&other)).await), "unauthenticated");
    assert!(sessions::authenticate(&w.cx, Some(&ada.token)).await.is_ok());
    sessions::revoke_all(&w.cx, &w.by(&ada), false).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    assert!(sessions::authenticate(&w.cx, Some(&bob.token)).await.is_ok(), "and nobody else's");
    w.finish().await;
}

#[tokio::test]
async fn one_sees_who_is_signed_in_and_how() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    w.join_known(&bob, "ada", &ada, grants(&["viewer"])).await;
    let current = sessions::current(&w.cx, &w.by(&ada), None, 1).await.unwrap();
    assert_eq!((current.user.id, current.session, current.signed_in), (ada.user, ada.session, ada.signed_in));
    assert_eq!((current.accounts.items[0].0.id, current.accounts.more), (ada.account, true));
    let rest = sessions::current(&w.cx, &w.by(&ada), Some(ada.account), 1).await.unwrap();
    assert_eq!((rest.accounts.items[0].0.id, rest.accounts.more), (bob.account, false));
    w.finish().await;
}
