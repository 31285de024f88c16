//! Who comes through an account's own single sign-on, and becomes a member by that.

use std::sync::Arc;

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::Access;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::accounts::AccountPatch;
use bailiwick_usecases::connections::NewConnection;
use bailiwick_usecases::{Caller, access, accounts, passkeys, passwords, sessions, two_factor};
use serde_json::json;

use crate::support::{
    App, Device, Seat, World, at_once, by_secret, code, connection, grants, opened, own, password, person,
};

/// The members of an account who are there.
async fn active(w: &World, of: &Seat) -> Vec<(String, Vec<String>)> {
    let mut unit = w.unit(Access::Read).await;
    let filter = MemberFilter { status: Some(MemberStatus::Active), ..MemberFilter::default() };
    let members = unit.members().list(of.account, &filter, None, 100).await.unwrap().items;
    unit.rollback().await.unwrap();
    let roles = |member: &bailiwick_domain::members::Member| {
        let mut roles: Vec<String> = member.grants.iter().map(|grant| grant.role.clone()).collect();
        roles.sort();
        roles
    };
    members.iter().map(|member| (member.email.as_str().to_owned(), roles(member))).collect()
}

fn one(name: &str, role: &str) -> (String, Vec<String>) {
    (format!("{name}@example.com"), vec![role.to_owned()])
}

#[tokio::test]
async fn a_newcomer_gets_the_default_role_and_an_invited_one_what_waits_for_them() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    w.came_through(&ada, "bob").await;
    assert_eq!(w.last_event(ada.account).await.after["by"], "sso");
    let (invited, _) = w.invited(&ada, "eve", grants(&["member"])).await;
    w.came_through(&ada, "eve").await;
    assert_eq!(active(&w, &ada).await[1..], [one("bob", "viewer"), one("eve", "member")]);
    let invitation = w.invitation(ada.account, invited.invitation.id).await;
    assert_eq!(invitation.status, InvitationStatus::Accepted);
    let alone = NewConnection { default_role: None, ..by_secret(None, connection("id")) };
    w.connect(&ada, alone).await.unwrap();
    let refused = w.sign_in_through(own(&ada), &person("carl")).await;
    assert_eq!(code(refused), "default_role_missing");
    w.came_through(&ada, "bob").await;
    w.finish().await;
}

#[tokio::test]
async fn what_a_provider_leaves_out_or_denies_refuses_with_a_code_of_its_own() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    w.sign_up("carl", "standard").await;
    for (person, wanted) in [
        (json!({ "subject": "bob", "name": "Bob" }), "email_missing"),
        (
            json!({ "subject": "bob", "name": "Bob", "email": "bob@example.com", "email_verified": false }),
            "email_not_verified",
        ),
        (json!({ "subject": "bob", "email": "bob@example.com" }), "name_missing"),
        (json!({ "subject": "bob", "name": "Bob", "email": "bob@eu.example.com" }), "domain_not_verified"),
        // They signed up with the address, and did not prove it.
        (json!({ "subject": "carl", "name": "Carl", "email": "carl@example.com" }), "email_not_verified"),
    ] {
        assert_eq!(code(w.sign_in_through(own(&ada), &person).await), wanted, "{person}");
        assert_eq!(w.page_code(own(&ada), &person).await, Err(wanted.to_owned()));
    }
    assert_eq!(active(&w, &ada).await.len(), 1);
    w.finish().await;
}

#[tokio::test]
async fn who_is_active_elsewhere_in_an_exclusive_model_is_refused() {
    let w = World::new().await;
    let one = w.connected("one", "arbify").await;
    let two = w.sign_up("two", "arbify").await;
    w.join(&two, "bob", grants(&["viewer"])).await;
    w.deliver().await;
    assert_eq!(code(w.sign_in_through(own(&one), &person("bob")).await), "active_elsewhere");
    let plain = w.sign_up("plain", "standard").await;
    w.join(&plain, "eve", grants(&["viewer"])).await;
    w.came_through(&one, "eve").await;
    w.finish().await;
}

#[tokio::test]
async fn joining_an_exclusive_account_lapses_what_waits_in_others_of_its_model_and_nothing_else() {
    let w = World::new().await;
    let ada = w.connected("ada", "arbify").await;
    let others = [w.sign_up("two", "arbify").await, w.sign_up("three", "arbify").await];
    let plain = w.sign_up("plain", "standard").await;
    let mut lost = Vec::new();
    for other in &others {
        lost.push(w.invited(other, "bob", grants(&["user"])).await.0.invitation);
    }
    let kept = w.invited(&plain, "bob", grants(&["viewer"])).await.0.invitation;
    w.came_through(&ada, "bob").await;
    for invitation in &lost {
        let status = w.invitation(invitation.account, invitation.id).await.status;
        assert_eq!(status, InvitationStatus::Lapsed);
        assert_eq!(w.last_event(invitation.account).await.action, "invitation.lapsed");
    }
    assert_eq!(w.invitation(plain.account, kept.id).await.status, InvitationStatus::Pending);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_comes_twice_at_once_with_a_new_address_is_one_user_and_one_member() {
    let w = Arc::new(World::new().await);
    let ada = w.connected("ada", "standard").await;
    for round in 0..5 {
        let name = format!("bob{round}");
        let mut landings = Vec::new();
        for _ in 0..4 {
            let begun = w.begin_sso(own(&ada), false).await;
            let (w, person) = (Arc::clone(&w), person(&name));
            landings.push(async move { w.land(&begun, &person).await.map(drop) });
        }
        let outcomes = at_once(landings).await;
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(active(&w, &ada).await[round + 1..], [one(&name, "viewer")]);
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_accepts_and_comes_through_at_once_is_one_member_with_what_was_offered() {
    let w = Arc::new(World::new().await);
    let ada = w.connected("ada", "standard").await;
    for round in 0..5 {
        let name = format!("bob{round}");
        let (_, token) = w.invited(&ada, &name, grants(&["member"])).await;
        let begun = w.begin_sso(own(&ada), false).await;
        let (there, person, known) = (Arc::clone(&w), person(&name), name.clone());
        let here = Arc::clone(&w);
        let accept = async move { here.accept_new(&known, &token).await.map(drop) };
        let land = async move { there.land(&begun, &person).await.map(drop) };
        let (accepted, landed) = tokio::join!(tokio::spawn(accept), tokio::spawn(land));
        landed.unwrap().unwrap();
        if let Err(error) = accepted.unwrap() {
            assert!(["sign_in_required", "invitation_used"].contains(&error.code.as_str()), "{error}");
        }
        assert_eq!(active(&w, &ada).await[round + 1..], [one(&name, "member")]);
        w.deliver().await;
    }
    w.finish().await;
}

#[tokio::test]
async fn who_becomes_an_owner_loses_what_came_through_a_provider_that_no_owner_chose() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    w.prove(&ada, "example.com").await;
    let admin = w.join(&ada, "admin", grants(&["admin"])).await;
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    w.connect(&admin, connection("id")).await.unwrap();
    let (caller, token) = w.came_through(&ada, "bob").await;
    accounts::get(&w.cx, &w.call(caller), ada.account).await.unwrap();
    w.put(&ada, bob.member, grants(&["owner"])).await.unwrap();

    assert!(w.is_open(&token).await);
    let call = || w.call(caller);
    assert_eq!(code(accounts::get(&w.cx, &call(), ada.account).await), "other_sign_in_required");
    let through = Seat { signed_in: signed_in(caller), ..bob.clone() };
    let write = w.refused(&ada, w.put(&through, admin.member, grants(&["viewer"]))).await;
    assert_eq!(write.code, "other_sign_in_required");
    let asked = access::authorize(&w.cx, &call(), Some(bob.user), Some(ada.account)).await;
    assert_eq!(code(asked), "other_sign_in_required");
    let own_view = sessions::current(&w.cx, &call(), None, 10).await.unwrap();
    assert_eq!(own_view.accounts.items[0].2, ["other_sign_in_required"]);
    assert_eq!(code(w.sign_in_through(own(&ada), &person("bob")).await), "other_sign_in_required");
    accounts::get(&w.cx, &w.by(&bob), ada.account).await.unwrap();

    w.connect(&ada, connection("id")).await.unwrap();
    assert!(!w.is_open(&token).await);
    let (_, token) = w.came_through(&ada, "bob").await;
    assert!(w.is_open(&token).await);
    w.finish().await;
}

fn signed_in(caller: Caller) -> bailiwick_domain::sessions::SignedIn {
    let Caller::User { signed_in, .. } = caller else { panic!("a user") };
    signed_in
}

const OTHER: &str = "other_sign_in_required";

/// Somebody who came through an account, and has no other way in.
async fn newcomer(w: &World, of: &Seat, name: &str) -> Seat {
    let (caller, token) = w.came_through(of, name).await;
    let Caller::User { user, session, signed_in } = caller else { panic!("a user") };
    let mut unit = w.unit(Access::Read).await;
    let member = unit.members().find_by_user(of.account, user).await.unwrap().unwrap();
    unit.rollback().await.unwrap();
    let email = format!("{name}@example.com");
    Seat { user, session, signed_in, token, email, account: of.account, member: member.id }
}

#[tokio::test]
async fn a_newcomer_sets_up_the_second_factor_that_the_account_requires_by_a_sign_in_of_late() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    w.enrol(&ada, "ada").await;
    let bob = newcomer(&w, &ada, "bob").await;
    let on = AccountPatch { require_two_factor: Some(true), ..AccountPatch::default() };
    accounts::update(&w.cx, &w.by(&ada), ada.account, on).await.unwrap();
    let view = async |seat: &Seat| accounts::get(&w.cx, &w.by(seat), ada.account).await;
    assert_eq!(code(view(&bob).await), "account_two_factor_required");

    w.clock.pass_seconds(15 * 60);
    let begin = async |seat: &Seat| two_factor::begin_totp(&w.cx, &w.by(seat), None).await;
    assert_eq!(code(begin(&bob).await), "reauthentication_required");
    let bob = newcomer(&w, &ada, "bob").await;
    let begun = begin(&bob).await.unwrap();
    let app = App::of(begun.secret.reveal().unwrap());
    let made = two_factor::confirm_totp(&w.cx, &w.by(&bob), &app.code(&w)).await.unwrap();
    assert_eq!(made.codes.len(), 10);
    assert!(two_factor::status(&w.cx, &w.by(&bob)).await.unwrap().totp_enabled_at.is_some());
    view(&bob).await.unwrap();
    w.clock.pass_seconds(30);
    let challenge = w.asked_through(own(&ada), &person("bob")).await;
    w.answer(&challenge, app.proof(&w)).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_newcomer_registers_a_passkey_or_sets_a_first_password_and_then_signs_in_by_it() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let (bob, eve) = (newcomer(&w, &ada, "bob").await, newcomer(&w, &ada, "eve").await);
    let mut device = Device::new(1);
    let begun = w.begin_passkey(&bob, None).await.unwrap();
    w.finish_passkey(&bob, &begun, &mut device).await.unwrap();
    assert_eq!(code(w.begin_passkey(&bob, None).await), OTHER, "there is a way in of their own");
    w.sign_in_by(&mut device).await.unwrap();

    passwords::change(&w.cx, &w.by(&eve), None, password("eve")).await.unwrap();
    let again = passwords::change(&w.cx, &w.by(&eve), Some(password("eve")), password("carl")).await;
    assert_eq!(code(again), OTHER);
    opened(w.first_step("eve").await.unwrap());
    w.deliver().await;
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_first_passwords_that_a_newcomer_sets_at_once_one_is_set() {
    let w = Arc::new(World::new().await);
    let ada = w.connected("ada", "standard").await;
    let bob = newcomer(&w, &ada, "bob").await;
    let new = |n: usize| format!("a rather different secret {n}");
    let set = |n: usize| {
        let (w, call) = (Arc::clone(&w), w.by(&bob));
        async move { passwords::change(&w.cx, &call, None, new(n)).await.is_ok() }
    };
    let done = at_once((0..8).map(set).collect()).await;
    assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
    w.sign_in_at(&bob.email, &new(done.iter().position(|done| *done).unwrap())).await;
    w.deliver().await;
    w.finish().await;
}

/// Its provider could pretend to be any member, so it must not get at what is theirs elsewhere.
#[tokio::test]
async fn who_is_known_elsewhere_too_sets_up_nothing_through_an_account() {
    let w = World::new().await;
    let (ada, eve) = (w.connected("ada", "standard").await, w.sign_up("eve", "standard").await);
    let bob = newcomer(&w, &ada, "bob").await;
    let begun = w.begin_passkey(&bob, None).await.unwrap();
    let totp = two_factor::begin_totp(&w.cx, &w.by(&bob), None).await.unwrap();
    // They join another account by a session of their own.
    let own = Seat { signed_in: w.by_password(), ..bob.clone() };
    w.join_known(&eve, "bob", &own, grants(&["viewer"])).await;
    assert_eq!(code(two_factor::begin_totp(&w.cx, &w.by(&bob), None).await), OTHER);
    let confirmed =
        two_factor::confirm_totp(&w.cx, &w.by(&bob), &App::of(totp.secret.reveal().unwrap()).code(&w)).await;
    assert_eq!(code(confirmed), OTHER, "what was begun before is not finished");
    assert_eq!(code(w.finish_passkey(&bob, &begun, &mut Device::new(1)).await), OTHER);
    assert_eq!(code(two_factor::status(&w.cx, &w.by(&bob)).await), OTHER);
    assert_eq!(code(passwords::change(&w.cx, &w.by(&bob), None, password("bob")).await), OTHER);
    assert_eq!(code(passkeys::list(&w.cx, &w.by(&bob), None, 9).await), OTHER);
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn a_member_leaves_a_strict_account_whichever_way_they_signed_in_and_does_nothing_else() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let bob = w.join(&ada, "bob", grants(&["admin"])).await;
    let eve = w.join(&ada, "eve", grants(&["viewer"])).await;
    w.connect(&ada, NewConnection { strict: true, ..connection("id") }).await.unwrap();
    assert_eq!(code(w.remove(&bob, eve.member).await), "sso_required");
    assert_eq!(code(w.put(&bob, bob.member, grants(&["viewer"])).await), "sso_required");
    w.remove(&bob, bob.member).await.unwrap();
    assert_eq!(w.last_event(ada.account).await.action, "member.left");
    w.deliver().await;
    w.finish().await;
}
