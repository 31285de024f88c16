//! A repeated request has one effect and one answer.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bailiwick_usecases::acceptance::{self, NewUser};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::users::{self, SignUp};
use bailiwick_usecases::{Call, Caller, accounts, invitations, members, platform_keys, sessions};

use crate::support::{Seat, World, at_once, code, grants, refusal};

const INVITE: &str = "POST /v1/accounts/a/invitations";

async fn invite(
    w: &World,
    call: &Call,
    by: &Seat,
    name: &str,
) -> bailiwick_usecases::Result<invitations::Invited> {
    let address = format!("{name}@example.com");
    invitations::invite(&w.cx, call, by.account, address, None, grants(&["viewer"])).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_request_many_times_at_once_has_one_effect_and_one_answer() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let repeat = |_| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        let call = w.keyed(owner.caller(), "key", INVITE, "{}");
        async move { invite(&w, &call, &owner, "guest").await }
    };
    let answers = at_once((0..16).map(repeat).collect()).await;
    let texts: Vec<_> =
        answers.iter().map(|answer| serde_json::to_string(answer.as_ref().unwrap()).unwrap()).collect();
    assert!(texts.iter().all(|text| *text == texts[0]));
    assert_eq!(w.actions(owner.account).await, ["account.created", "invitation.created"]);
    assert_eq!(w.waiting().await, 2, "the owner's verification and one invitation");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_secret_is_in_the_first_answer_alone() {
    let w = Arc::new(World::new().await);
    let sign_up = |_| {
        let w = Arc::clone(&w);
        let call = w.keyed(Caller::Anonymous, "key", "POST /v1/signup", "{}");
        async move { users::sign_up(&w.cx, &call, World::form("ada", "standard")).await.unwrap() }
    };
    let answers = at_once((0..16).map(sign_up).collect()).await;
    let shown: Vec<_> = answers.iter().filter_map(|made| made.session.token.reveal()).collect();
    assert_eq!(shown.len(), 1, "the token is shown once");
    assert!(sessions::authenticate(&w.cx, Some(shown[0])).await.is_ok());
    assert!(!w.is_stored(shown[0]).await, "nor is it kept for the repeated answers");
    assert!(answers.iter().all(|made| made.user == answers[0].user && made.member == answers[0].member));
    assert!(answers.iter().all(|made| made.session.id == answers[0].session.id));

    let operator = || w.keyed(Caller::Operator, "key", "platform-key create", "product");
    let key = platform_keys::create(&w.cx, &operator(), "product".to_owned()).await.unwrap();
    assert!(matches!(sessions::authenticate(&w.cx, key.reveal()).await, Ok(Caller::Platform(_))));
    let again = platform_keys::create(&w.cx, &operator(), "product".to_owned()).await.unwrap();
    assert_eq!(again.reveal(), None);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_acceptance_repeated_by_its_key_answers_as_the_first_time() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let accept = |_| {
        let (w, token) = (Arc::clone(&w), token.clone());
        let call = w.keyed(Caller::Anonymous, "key", "POST /v1/invitations/accept", &token);
        let new_user = NewUser { name: "Gus".to_owned(), password: "the long password of guest".to_owned() };
        async move { acceptance::accept(&w.cx, &call, &token, Some(new_user)).await.unwrap() }
    };
    let answers = at_once((0..16).map(accept).collect()).await;
    assert!(answers.iter().all(|accepted| accepted.member == answers[0].member));
    let shown =
        |accepted: &&acceptance::Accepted| accepted.session.as_ref().unwrap().token.reveal().is_some();
    assert_eq!(answers.iter().filter(shown).count(), 1);
    assert_eq!(w.snapshot(owner.account).await.members.len(), 2);
    w.finish().await;
}

#[tokio::test]
async fn a_key_with_another_body_is_refused_and_the_first_answer_stands() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let call = |body: &str| w.keyed(owner.caller(), "key", INVITE, body);
    let first = invite(&w, &call("one"), &owner, "one").await.unwrap();
    let error = w.refused(&owner, invite(&w, &call("two"), &owner, "two")).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "idempotency_key_reused"));
    assert_eq!(invite(&w, &call("one"), &owner, "one").await.unwrap().invitation, first.invitation);
    w.finish().await;
}

#[tokio::test]
async fn a_key_is_its_callers_and_its_operations_own() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    invite(&w, &w.keyed(owner.caller(), "key", INVITE, "a"), &owner, "one").await.unwrap();
    invite(&w, &w.keyed(admin.caller(), "key", INVITE, "b"), &admin, "two").await.unwrap();
    let create = w.keyed(owner.caller(), "key", "POST /v1/accounts", "c");
    accounts::create(&w.cx, &create, "Another".to_owned(), None, None).await.unwrap();
    assert_eq!(w.snapshot(owner.account).await.invitations.len(), 3);
    w.finish().await;
}

#[tokio::test]
async fn a_refusal_is_repeated_too() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let guest = w.join(&owner, "guest", grants(&["viewer"])).await;
    w.deliver().await;
    let call = |key: &str| w.keyed(owner.caller(), key, INVITE, "{}");
    let first = w.refused(&owner, invite(&w, &call("key"), &owner, "guest")).await;
    assert_eq!(first.code, "already_member");
    w.remove(&owner, guest.member).await.unwrap();
    assert_eq!(
        refusal(invite(&w, &call("key"), &owner, "guest").await),
        first,
        "though it could be done by now"
    );
    invite(&w, &call("another"), &owner, "guest").await.unwrap();
    // A refusal with particulars comes back with all of them.
    let put = |key: &str| w.keyed(owner.caller(), key, "PUT grants", "{}");
    let change = async |call: Call| {
        members::put_grants(&w.cx, &call, owner.account, owner.member, grants(&["emperor", "viewer"])).await
    };
    let first = refusal(change(put("wrong")).await);
    assert!(!first.errors.is_empty());
    assert_eq!(refusal(change(put("wrong")).await), first);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_refusal_many_times_at_once_is_one_answer() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let repeat = |_| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        let call = w.keyed(owner.caller(), "key", INVITE, "{}");
        async move { refusal(invite(&w, &call, &owner, "owner").await) }
    };
    let errors = at_once((0..16).map(repeat).collect()).await;
    assert!(errors.iter().all(|error| *error == errors[0] && error.code == "already_member"));
    w.finish().await;
}

#[tokio::test]
async fn what_is_down_is_no_answer_and_the_key_stays_free() {
    let w = World::new().await;
    let call = || w.keyed(Caller::Anonymous, "key", "POST /v1/signup", "{}");
    w.hasher.busy.store(true, Ordering::SeqCst);
    let error = refusal(users::sign_up(&w.cx, &call(), World::form("ada", "standard")).await);
    assert_eq!((error.kind, error.code.as_str()), (Kind::Unavailable, "sign_ins_busy"));
    w.hasher.busy.store(false, Ordering::SeqCst);
    users::sign_up(&w.cx, &call(), World::form("ada", "standard")).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn after_a_day_a_key_is_new() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let create = async || {
        let call = w.keyed(owner.caller(), "key", "POST /v1/accounts", "{}");
        accounts::create(&w.cx, &call, "Another".to_owned(), None, None).await.unwrap().account.id
    };
    let first = create().await;
    w.clock.pass_seconds(24 * 3600);
    assert_eq!(create().await, first);
    w.clock.pass_seconds(1);
    let second = create().await;
    assert_ne!(second, first);
    assert_eq!(create().await, second, "and is kept from then on");
    w.finish().await;
}

#[tokio::test]
async fn a_form_that_is_wrong_is_told_before_anything_is_kept() {
    let w = World::new().await;
    let call = || w.keyed(Caller::Anonymous, "key", "POST /v1/signup", "{}");
    let weak = SignUp { password: "short".to_owned(), ..World::form("ada", "standard") };
    assert_eq!(code(users::sign_up(&w.cx, &call(), weak).await), "password_too_weak");
    users::sign_up(&w.cx, &call(), World::form("ada", "standard")).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn strangers_who_choose_the_same_key_do_not_meet() {
    let w = World::new().await;
    let call = |source: &str, body: &str| Call {
        source_ip: Some(source.to_owned()),
        ..w.keyed(Caller::Anonymous, "key", "POST /v1/signup", body)
    };
    let sign_up = async |call: Call, name| users::sign_up(&w.cx, &call, World::form(name, "standard")).await;
    let ada = sign_up(call("192.0.2.1", "ada"), "ada").await.unwrap();
    let bob = sign_up(call("192.0.2.2", "bob"), "bob").await.unwrap();
    assert_ne!(ada.user.id, bob.user.id);
    assert_eq!(sign_up(call("192.0.2.1", "ada"), "ada").await.unwrap().user, ada.user);
    assert_eq!(code(sign_up(call("192.0.2.1", "cid"), "cid").await), "idempotency_key_reused");
    sign_up(call("2001:db8:0:1::1", "dan"), "dan").await.unwrap();
    sign_up(call("2001:db8:0:2::1", "eve"), "eve").await.unwrap();
    let neighbour = call("2001:db8:0:1::2", "dan");
    assert!(sign_up(neighbour, "dan").await.is_ok(), "whoever has an address has its whole /64");
    w.finish().await;
}
