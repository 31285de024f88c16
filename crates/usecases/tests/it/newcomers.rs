//! Who comes through an account's own single sign-on, and becomes a member by that.

use std::sync::Arc;

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::Access;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::connections::NewConnection;
use bailiwick_usecases::{Caller, access, accounts, sessions};
use serde_json::json;

use crate::support::{Seat, World, at_once, by_secret, code, connection, grants, own, person};

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
