//! Who was suspended or removed, and comes again through the account's own single sign-on.

use std::sync::Arc;

use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::Access;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Caller, Error, users};

use crate::support::{Seat, World, at_once, code, grants, own, password, person, refusal};

/// What a user holds in an account, while they are active there.
async fn roles(w: &World, of: &Seat, user: &Seat) -> Option<Vec<String>> {
    let mut unit = w.unit(Access::Read).await;
    let member = unit.members().find_by_user(of.account, user.user).await.unwrap();
    unit.rollback().await.unwrap();
    let active = member.filter(|member| member.status == MemberStatus::Active)?;
    Some(active.grants.into_iter().map(|grant| grant.role).collect())
}

async fn refused(w: &World, ada: &Seat, name: &str) -> Error {
    refusal(w.sign_in_through(own(ada), &person(name)).await)
}

/// Somebody whom the account shut out, in one of two ways: they were removed, or left while suspended.
async fn shut_out(w: &World, ada: &Seat, name: &str, removed: bool) -> Seat {
    let seat = w.join(ada, name, grants(&["member"])).await;
    if removed {
        w.remove(ada, seat.member).await.unwrap();
    } else {
        w.suspend(ada, seat.member, true).await.unwrap();
        w.remove(&seat, seat.member).await.unwrap();
    }
    w.deliver().await;
    seat
}

#[tokio::test]
async fn who_was_removed_or_left_while_suspended_comes_back_by_an_invitation_alone() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    for (name, removed) in [("bob", true), ("eve", false)] {
        let seat = shut_out(&w, &ada, name, removed).await;
        let error = w.refused(&ada, w.sign_in_through(own(&ada), &person(name))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "removed_from_account"));
        assert!(error.detail.contains("invitation"), "{}", error.detail);
        let page = w.page_code(own(&ada), &person(name)).await;
        assert_eq!(page, Err("removed_from_account".to_owned()));
        assert_eq!(roles(&w, &ada, &seat).await, None);

        w.invited(&ada, name, grants(&["member"])).await;
        w.came_through(&ada, name).await;
        assert_eq!(roles(&w, &ada, &seat).await, Some(vec!["member".to_owned()]));
        let (Caller::User { user, .. }, _) = w.came_through(&ada, name).await else { panic!("a user") };
        assert_eq!(user, seat.user);
    }
    w.finish().await;
}

#[tokio::test]
async fn what_shut_somebody_out_is_forgotten_when_they_are_invited_or_resumed() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let seat = shut_out(&w, &ada, "bob", true).await;
    let (_, token) = w.invited(&ada, "bob", grants(&["member"])).await;
    let back = w.accept(&seat, &token).await.unwrap().member;
    w.suspend(&ada, back.id, true).await.unwrap();
    w.suspend(&ada, back.id, false).await.unwrap();
    w.remove(&seat, back.id).await.unwrap();
    assert_eq!(roles(&w, &ada, &seat).await, None, "they left by themselves");
    w.came_through(&ada, "bob").await;
    assert_eq!(roles(&w, &ada, &seat).await, Some(vec!["viewer".to_owned()]));
    w.finish().await;
}

#[tokio::test]
async fn an_account_shuts_nobody_out_of_another() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let carl = w.sign_up("carl", "standard").await;
    let bob = w.join(&carl, "bob", grants(&["viewer"])).await;
    w.remove(&carl, bob.member).await.unwrap();
    w.came_through(&ada, "bob").await;
    assert_eq!(roles(&w, &ada, &bob).await, Some(vec!["viewer".to_owned()]));
    w.finish().await;
}

#[tokio::test]
async fn neither_another_address_nor_a_deleted_profile_lets_a_suspended_member_in() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    for name in ["bob", "eve"] {
        let seat = w.join(&ada, name, grants(&["viewer"])).await;
        w.suspend(&ada, seat.member, true).await.unwrap();
        if name == "bob" {
            let mut unit = w.unit(Access::Write).await;
            let mut user = unit.users().find(seat.user).await.unwrap().unwrap();
            user.email = "robert@example.com".to_owned().try_into().unwrap();
            user.version += 1;
            unit.users().update(&user).await.unwrap();
            unit.commit().await.unwrap();
            assert_eq!(refused(&w, &ada, "bob").await.code, "removed_from_account", "by the address of then");
            w.remove(&seat, seat.member).await.unwrap();
            assert_eq!(refused(&w, &ada, "robert").await.code, "removed_from_account", "by the user");
        } else {
            users::delete_me(&w.cx, &w.by(&seat), Some(password(name))).await.unwrap();
        }
        assert_eq!(refused(&w, &ada, name).await.code, "removed_from_account");
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_is_removed_and_comes_through_at_once_is_out() {
    let w = Arc::new(World::new().await);
    let ada = w.connected("ada", "standard").await;
    for round in 0..6 {
        let name = format!("bob{round}");
        let seat = w.join(&ada, &name, grants(&["member"])).await;
        let mut landings = Vec::new();
        for _ in 0..3 {
            let begun = w.begin_sso(own(&ada), false).await;
            let (w, person) = (Arc::clone(&w), person(&name));
            landings.push(async move { w.land(&begun, &person).await.map(drop) });
        }
        let (there, by, id) = (Arc::clone(&w), ada.clone(), seat.member);
        let removal = tokio::spawn(async move { there.remove(&by, id).await });
        for landed in at_once(landings).await {
            if let Err(error) = landed {
                assert_eq!(error.code, "removed_from_account");
            }
        }
        removal.await.unwrap().unwrap();
        assert_eq!(roles(&w, &ada, &seat).await, None);
        assert_eq!(code(w.sign_in_through(own(&ada), &person(&name)).await), "removed_from_account");
    }
    w.finish().await;
}
