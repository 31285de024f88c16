//! One's own profile: another address, and the end of it.

use std::sync::Arc;

use bailiwick_domain::accounts::AccountKind;
use bailiwick_domain::audit::Chain;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Result, accounts, audit, sessions, users};

use crate::support::{Seat, World, at_once, code, grants, refusal, token_in};

const PASSWORD: &str = "the long password of ada";

async fn ask(w: &World, seat: &Seat, email: &str, password: Option<&str>) -> Result<()> {
    users::request_email_change(&w.cx, &w.by(seat), email.to_owned(), password.map(str::to_owned)).await
}

#[tokio::test]
async fn a_new_address_proves_itself_and_both_are_told() {
    let w = World::new().await;
    let (ada, _bob) = (w.sign_up("ada", "standard").await, w.sign_up("bob", "standard").await);
    w.deliver().await;
    assert_eq!(code(ask(&w, &ada, "countess@example.com", Some("a guess")).await), "wrong_password");
    assert_eq!(refusal(ask(&w, &ada, "countess@example.com", None).await).errors[0].pointer, "/password");
    assert_eq!(refusal(ask(&w, &ada, "no address", Some(PASSWORD)).await).errors[0].pointer, "/email");
    assert_eq!(code(ask(&w, &ada, "BOB@example.com", Some(PASSWORD)).await), "email_taken");
    assert_eq!(w.waiting().await, 0);

    ask(&w, &ada, "first@example.com", Some(PASSWORD)).await.unwrap();
    let first = w.deliver().await;
    ask(&w, &ada, "countess@example.com", Some(PASSWORD)).await.unwrap();
    let mails = w.deliver().await;
    let mut to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["ada@example.com", "countess@example.com"]);
    let void = token_in(first.iter().find(|mail| mail.to.as_str() == "first@example.com").unwrap());
    assert_eq!(code(users::verify_email(&w.cx, &w.anonymous(), &void).await), "not_found");

    assert_eq!(users::me(&w.cx, &w.by(&ada)).await.unwrap().email.as_str(), "ada@example.com");
    let token = token_in(mails.iter().find(|mail| mail.to.as_str() == "countess@example.com").unwrap());
    users::verify_email(&w.cx, &w.anonymous(), &token).await.unwrap();
    let me = users::me(&w.cx, &w.by(&ada)).await.unwrap();
    assert_eq!((me.email.as_str(), me.email_verified_at), ("countess@example.com", Some(w.now())));
    assert_eq!(code(users::verify_email(&w.cx, &w.anonymous(), &token).await), "not_found", "once");
    let told = w.deliver().await;
    assert_eq!((told.len(), told[0].to.as_str()), (1, "ada@example.com"));
    w.sign_in_at("countess@example.com", PASSWORD).await;
    assert_eq!(code(w.sign_in("ada").await), "invalid_credentials");
    w.finish().await;
}

#[tokio::test]
async fn an_address_that_was_taken_meanwhile_is_refused() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    ask(&w, &ada, "eve@example.com", Some(PASSWORD)).await.unwrap();
    let mails = w.deliver().await;
    let token = token_in(mails.iter().find(|mail| mail.to.as_str() == "eve@example.com").unwrap());
    w.sign_up("eve", "standard").await;
    assert_eq!(code(users::verify_email(&w.cx, &w.anonymous(), &token).await), "email_taken");
    assert_eq!(users::me(&w.cx, &w.by(&ada)).await.unwrap().email.as_str(), "ada@example.com");
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_profile_is_not_deleted_while_an_account_would_lose_its_last_owner() {
    let w = World::new().await;
    let (ada, bob) = (w.sign_up("ada", "standard").await, w.sign_up("bob", "standard").await);
    let at_bobs = w.join_known(&bob, "ada", &ada, grants(&["viewer"])).await;
    w.deliver().await;
    let delete = async |password: Option<&str>| {
        users::delete_me(&w.cx, &w.by(&ada), password.map(str::to_owned)).await
    };
    assert_eq!(code(delete(Some("a guess")).await), "wrong_password");
    let error = w.refused(&ada, delete(Some(PASSWORD))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "last_owner"));
    let named: Vec<_> = error.violations.iter().filter_map(|each| each.resource.clone()).collect();
    assert_eq!(named.iter().map(|place| place.id.clone()).collect::<Vec<_>>(), [ada.account.to_string()]);
    assert!(error.violations[0].resolve.as_deref().unwrap().contains("The account of ada"));
    assert!(w.member(bob.account, at_bobs.member).await.is_some(), "nothing was done");

    let eve = w.join(&ada, "eve", grants(&["viewer"])).await;
    w.put(&ada, eve.member, grants(&["owner"])).await.unwrap();
    w.deliver().await;
    delete(Some(PASSWORD)).await.unwrap();
    for (account, member) in [(ada.account, ada.member), (bob.account, at_bobs.member)] {
        assert!(w.member(account, member).await.is_none());
    }
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&ada.token)).await), "unauthenticated");
    assert_eq!(code(w.sign_in("ada").await), "invalid_credentials");
    let told = w.deliver().await;
    assert_eq!((told.len(), told[0].to.as_str()), (1, "ada@example.com"));
    assert_eq!(w.events(Chain::User(ada.user)).await.last().unwrap().action, "session.revoked");
    assert!(audit::verify(&w.cx).await.unwrap().is_ok());
    w.sign_up("ada", "standard").await;
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn who_made_a_personal_account_leaves_it_to_another_owner_and_goes() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let kind = Some(AccountKind::Personal);
    let made = accounts::create(&w.cx, &w.by(&ada), "Ada's".to_owned(), None, kind).await.unwrap();
    let there = ada.at(made.account.id, made.member.id);
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    w.put(&ada, bob.member, grants(&["owner"])).await.unwrap();
    let bob = w.join_known(&there, "bob", &bob, grants(&["viewer"])).await;
    w.put(&there, bob.member, grants(&["owner"])).await.unwrap();
    let version = users::me(&w.cx, &w.by(&ada)).await.unwrap().version;
    let stale = users::delete_me(&w.cx, &w.by_if(&ada, version + 1), Some(PASSWORD.to_owned())).await;
    assert_eq!(code(stale), "stale_version");
    users::delete_me(&w.cx, &w.by_if(&ada, version), Some(PASSWORD.to_owned())).await.unwrap();
    assert_eq!(w.snapshot(made.account.id).await.account.unwrap().personal_of, None);
    assert_eq!(w.last_event(made.account.id).await.before["personal_account"], true);
    w.finish().await;
}

/// Two owners of one account who delete themselves at once leave one.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_owners_who_delete_themselves_at_once_leave_one() {
    let w = Arc::new(World::new().await);
    for round in 0..6 {
        let ada = w.sign_up(&format!("ada{round}"), "standard").await;
        let name = format!("bob{round}");
        let bob = w.join(&ada, &name, grants(&["viewer"])).await;
        w.put(&ada, bob.member, grants(&["owner"])).await.unwrap();
        w.deliver().await;
        let delete = |seat: Seat, name: String| {
            let w = Arc::clone(&w);
            async move {
                users::delete_me(&w.cx, &w.by(&seat), Some(format!("the long password of {name}")))
                    .await
                    .is_ok()
            }
        };
        let pair = vec![(ada.clone(), format!("ada{round}")), (bob.clone(), name)];
        let done = at_once(pair.into_iter().map(|(seat, name)| delete(seat, name)).collect()).await;
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
        w.deliver().await;
    }
    w.finish().await;
}

#[tokio::test]
async fn a_transfer_of_ownership_asks_for_a_sign_in_of_a_short_while_ago() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    w.deliver().await;
    w.clock.pass_seconds(15 * 60);
    let error = w.refused(&ada, w.transfer(&ada, bob.member, &[])).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Unauthenticated, "reauthentication_required"));
    let again = w.sign_in("ada").await.unwrap();
    let ada = Seat { session: again.id, signed_in: w.by_password(), ..ada };
    w.transfer(&ada, bob.member, &[]).await.unwrap();
    w.deliver().await;
    w.finish().await;
}
