//! A model that lets a user be active in one account only.

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_usecases::acceptance::{self, NewUser};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Call, accounts};

use crate::support::{Seat, World, grants};

async fn create(w: &World, seat: &Seat, model: &str) -> bailiwick_usecases::Result<accounts::Created> {
    accounts::create(&w.cx, &w.by(seat), "Another".to_owned(), Some(model.to_owned()), None).await
}

#[tokio::test]
async fn who_is_active_in_one_account_is_neither_invited_to_another_nor_makes_one() {
    let w = World::new().await;
    let one = w.sign_up("one", "arbify").await;
    let two = w.sign_up("two", "arbify").await;
    let bob = w.join(&one, "bob", grants(&["viewer"])).await;
    w.deliver().await;
    for name in ["bob", "one"] {
        let error = w.refused(&two, w.invite(&two, name, grants(&["viewer"]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "active_elsewhere"));
    }
    assert_eq!(w.refused(&bob, create(&w, &bob, "arbify")).await.code, "active_elsewhere");
    create(&w, &bob, "standard").await.unwrap();
    let other = w.sign_up("other", "standard").await;
    w.join_known(&other, "bob", &bob, grants(&["viewer"])).await;
    w.finish().await;
}

#[tokio::test]
async fn suspended_counts_as_active_and_leaving_or_removal_frees_the_user() {
    let w = World::new().await;
    let one = w.sign_up("one", "arbify").await;
    let two = w.sign_up("two", "arbify").await;
    let bob = w.join(&one, "bob", grants(&["viewer"])).await;
    w.suspend(&one, bob.member, true).await.unwrap();
    w.deliver().await;
    assert_eq!(w.refused(&two, w.invite(&two, "bob", grants(&["viewer"]))).await.code, "active_elsewhere");
    assert_eq!(w.refused(&two, create(&w, &bob, "arbify")).await.code, "active_elsewhere");
    w.remove(&bob, bob.member).await.unwrap();
    let bob = w.join_known(&two, "bob", &bob, grants(&["user"])).await;
    w.remove(&two, bob.member).await.unwrap();
    create(&w, &bob, "arbify").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn the_first_acceptance_wins_and_the_other_invitations_lapse() {
    let w = World::new().await;
    let one = w.sign_up("one", "arbify").await;
    let two = w.sign_up("two", "arbify").await;
    let three = w.sign_up("three", "arbify").await;
    let plain = w.sign_up("plain", "standard").await;
    let (_, first) = w.invited(&one, "bob", grants(&["viewer"])).await;
    let (lost, _) = w.invited(&two, "bob", grants(&["user"])).await;
    let (also, _) = w.invited(&three, "bob", grants(&["user"])).await;
    w.clock.pass_seconds(3 * 24 * 3600);
    bailiwick_usecases::invitations::resend(&w.cx, &w.by(&two), two.account, lost.invitation.id)
        .await
        .unwrap();
    let second = w.mailed_token("bob").await;
    let (_, unrelated) = w.invited(&plain, "bob", grants(&["viewer"])).await;
    let call = Call { source_ip: Some("192.0.2.7".to_owned()), ..w.anonymous() };
    let bob = NewUser { name: "bob".to_owned(), password: "the long password of bob".to_owned() };
    acceptance::accept(&w.cx, &call, &first, Some(bob)).await.unwrap();
    assert_eq!(w.last_event(one.account).await.source_ip.as_deref(), Some("192.0.2.7"));

    for (inviter, made) in [(&two, &lost), (&three, &also)] {
        let invitation = w.invitation(inviter.account, made.invitation.id).await;
        assert_eq!(invitation.status, InvitationStatus::Lapsed);
        let member = made.member.as_ref().unwrap().id;
        assert_eq!(w.member(inviter.account, member).await, None, "its member row is gone");
        let event = w.last_event(inviter.account).await;
        assert_eq!(
            (event.action.as_str(), &event.target.id),
            ("invitation.lapsed", &Some(invitation.id.to_string()))
        );
        assert_eq!(event.before["member"], member.to_string());
        let actor = (event.actor.kind.as_str(), event.actor.id);
        assert_eq!((actor, event.source_ip), (("system", None), None), "who joined elsewhere is not told");
    }
    let session = w.sign_in("bob").await.unwrap();
    let caller = bailiwick_usecases::sessions::authenticate(&w.cx, session.token.reveal()).await.unwrap();
    let bob = Seat { user: caller.user().unwrap(), session: session.id, ..one.clone() };
    assert_eq!(w.refused(&two, w.accept(&bob, &second)).await.code, "invitation_closed");
    w.accept(&bob, &unrelated).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn at_acceptance_it_is_judged_again() {
    let w = World::new().await;
    let one = w.sign_up("one", "arbify").await;
    let bob = w.sign_up("bob", "standard").await;
    let (made, token) = w.invited(&one, "bob", grants(&["viewer"])).await;
    let own = create(&w, &bob, "arbify").await.unwrap();
    let error = w.refused(&one, w.accept(&bob, &token)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "active_elsewhere"));
    assert_eq!(w.invitation(one.account, made.invitation.id).await.status, InvitationStatus::Pending);
    // Out of the other account, the invitation stands again.
    let own = bob.at(own.account.id, own.member.id);
    let heir = w.join(&own, "heir", grants(&["viewer"])).await;
    w.transfer(&own, heir.member, &["viewer"]).await.unwrap();
    w.remove(&own, own.member).await.unwrap();
    w.accept(&bob, &token).await.unwrap();
    w.finish().await;
}
