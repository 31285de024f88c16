//! Accepting an invitation.

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::audit::Chain;
use bailiwick_domain::ids::MemberId;
use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::Access;
use bailiwick_usecases::acceptance::{self, NewUser};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{sessions, users};

use crate::support::{Seat, World, code, grants, refusal};

#[tokio::test]
async fn a_new_user_accepts_with_a_name_and_a_password_and_is_signed_in() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (made, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let accepted = w.accept_new("guest", &token).await.unwrap();
    let member = accepted.member;
    assert_eq!((member.id, member.status), (made.member.unwrap().id, MemberStatus::Active));
    assert_eq!(member.name.as_deref(), Some("guest"));
    assert_eq!(w.member(owner.account, member.id).await.unwrap(), member, "the answer is what is stored");
    assert_eq!(accepted.account.id, owner.account);
    let session = accepted.session.unwrap();
    let caller = sessions::authenticate(&w.cx, session.token.reveal()).await.unwrap();
    assert_eq!(caller.user(), Ok(member.user.unwrap()));
    let me = users::me(&w.cx, &w.call(caller)).await.unwrap();
    assert!(me.email_verified_at.is_some(), "the token proved the address");
    assert_eq!(w.waiting().await, 0, "so no verification mail follows");
    let event = w.last_event(owner.account).await;
    assert_eq!((event.action.as_str(), event.actor.id), ("invitation.accepted", Some(me.id.to_string())));
    let own: Vec<_> = w.events(Chain::User(me.id)).await.into_iter().map(|event| event.action).collect();
    assert_eq!(own, ["user.created", "session.created"]);
    assert_eq!(w.invitation(owner.account, made.invitation.id).await.status, InvitationStatus::Accepted);
    w.sign_in("guest").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_signed_in_user_accepts_and_their_address_is_proven() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["viewer"])).await;
    let accepted = w.accept(&bob, &token).await.unwrap();
    assert!(accepted.session.is_none());
    assert!(w.may(&bob.at(owner.account, accepted.member.id), "app.view").await);
    let own: Vec<_> = w.events(Chain::User(bob.user)).await.into_iter().map(|event| event.action).collect();
    assert_eq!(own, ["user.created", "session.created", "user.email_verified"]);
    let accounts = users::my_accounts(&w.cx, &w.by(&bob), None, 10).await.unwrap().items;
    assert_eq!(accounts.len(), 2);
    w.finish().await;
}

#[tokio::test]
async fn another_users_link_is_refused() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let eve = w.sign_up("eve", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let error = w.refused(&owner, w.accept(&eve, &token)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "wrong_user"));
    w.accept_new("guest", &token).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_known_address_signs_in_first() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["viewer"])).await;
    let error = w.refused(&owner, w.accept_new("bob", &token)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "sign_in_required"));
    let keyed = w.keyed(bailiwick_usecases::Caller::Anonymous, "k", "accept", &token);
    let new_user = Some(NewUser { name: "bob".to_owned(), password: "another long one".to_owned() });
    let error = refusal(acceptance::accept(&w.cx, &keyed, &token, new_user).await);
    assert_eq!(error.code, "sign_in_required", "with a key too");
    w.accept(&bob, &token).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn what_a_new_user_leaves_out_is_named() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let accept = async |new_user| acceptance::accept(&w.cx, &w.anonymous(), &token, new_user).await;
    let error = w.refused(&owner, accept(None)).await;
    let pointers: Vec<_> = error.errors.iter().map(|field| field.pointer.as_str()).collect();
    assert_eq!((error.kind, pointers), (Kind::Invalid, vec!["/name", "/password"]));
    let weak = Some(NewUser { name: "Gus".to_owned(), password: "guest@example.com".to_owned() });
    assert_eq!(w.refused(&owner, accept(weak)).await.code, "password_too_weak");
    w.finish().await;
}

#[tokio::test]
async fn an_invitation_is_accepted_once_only() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let guest = w.join(&owner, "guest", grants(&["viewer"])).await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["viewer"])).await;
    w.accept(&bob, &token).await.unwrap();
    for again in
        [w.accept(&bob, &token).await, w.accept_new("bob", &token).await, w.accept(&guest, &token).await]
    {
        let error = refusal(again);
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "invitation_used"));
    }
    w.finish().await;
}

#[tokio::test]
async fn an_expired_invitation_is_gone() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["viewer"])).await;
    w.clock.pass_seconds(7 * 24 * 3600);
    for late in [w.accept(&bob, &token).await, w.accept_new("bob", &token).await] {
        let error = refusal(late);
        assert_eq!((error.kind, error.code.as_str()), (Kind::Gone, "invitation_expired"));
    }
    w.finish().await;
}

#[tokio::test]
async fn a_token_that_is_not_genuine_is_absent() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let (_, other) = w.invited(&owner, "other", grants(&["admin"])).await;
    // Another invitation's ids with this one's signature.
    let spliced = format!("{}{}", &other[..43], &token[43..]);
    for wrong in [spliced, token[1..].to_owned(), "nonsense".to_owned(), String::new()] {
        assert_eq!(w.refused(&owner, w.accept_new("guest", &wrong)).await.code, "not_found", "{wrong}");
    }
    w.finish().await;
}

#[tokio::test]
async fn what_the_inviter_may_grant_is_checked_again() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let (made, token) = w.invited(&admin, "guest", grants(&["viewer"])).await;
    w.put(&owner, admin.member, grants(&["member"])).await.unwrap();
    w.deliver().await;
    let error = w.refused(&owner, w.accept_new("guest", &token)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "role_not_grantable"));
    assert!(w.sign_in("guest").await.is_err(), "no user was made");
    w.remove(&owner, admin.member).await.unwrap();
    w.deliver().await;
    assert_eq!(w.refused(&owner, w.accept_new("guest", &token)).await.code, "role_not_grantable");
    // A resend by the owner answers for it again.
    let id = made.invitation.id;
    bailiwick_usecases::invitations::resend(&w.cx, &w.by(&owner), owner.account, id).await.unwrap();
    let token = w.mailed_token("guest").await;
    w.accept_new("guest", &token).await.unwrap();
    w.finish().await;
}

/// Puts a user into an account by another way than an invitation, as a directory would.
async fn provision(w: &World, bob: &Seat, into: &Seat) -> Seat {
    let there = bob.at(into.account, MemberId::new(w.cx.ids.uuid()));
    let member = there.as_member(w.now());
    let mut unit = w.unit(Access::Write).await;
    unit.members().insert(&member).await.unwrap();
    unit.commit().await.unwrap();
    there
}

#[tokio::test]
async fn an_existing_member_gets_the_union_of_grants() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let (made, token) = w.invited(&owner, "bob", grants(&["viewer", "billing"])).await;
    let there = provision(&w, &bob, &owner).await;
    w.put(&owner, there.member, grants(&["member", "viewer"])).await.unwrap();
    let accepted = w.accept(&bob, &token).await.unwrap();
    assert_eq!(accepted.member.id, there.member);
    assert_eq!(w.member(owner.account, there.member).await.unwrap().version, accepted.member.version);
    assert_eq!(w.held(&there).await, ["billing", "member", "viewer"]);
    assert_eq!(w.member(owner.account, made.member.unwrap().id).await, None, "the invited row is gone");
    w.finish().await;
}

#[tokio::test]
async fn a_union_that_breaks_a_rule_is_refused() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["functions-viewer"])).await;
    let there = provision(&w, &bob, &owner).await;
    w.put(&owner, there.member, grants(&["functions-developer"])).await.unwrap();
    w.deliver().await;
    assert_eq!(w.refused(&owner, w.accept(&bob, &token)).await.code, "role_exclusion");
    w.finish().await;
}

#[tokio::test]
async fn a_closed_account_takes_nobody_in() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    w.set_status(owner.account, AccountStatus::Closed).await;
    let error = w.refused(&owner, w.accept_new("guest", &token)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Gone, "account_closed"));
    assert!(w.sign_in("guest").await.is_err(), "no user was made");
    w.finish().await;
}

#[tokio::test]
async fn a_key_accepts_no_invitation() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let call = w.call(w.any_platform());
    assert_eq!(code(acceptance::accept(&w.cx, &call, &token, None).await), "user_only");
    w.finish().await;
}
