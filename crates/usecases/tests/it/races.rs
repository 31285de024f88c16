//! Many at once on a real file: each rule holds as if they had come one after the other.

use std::sync::Arc;

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::error::{Error, Kind};
use bailiwick_usecases::{members, users};

use crate::support::{Seat, World, at_once, grant_on, grants};

fn codes<T>(outcomes: &[Result<T, Error>]) -> Vec<&str> {
    let mut codes: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| outcome.as_ref().err())
        .map(|error| error.code.as_str())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn successes<T>(outcomes: &[Result<T, Error>]) -> usize {
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_invitation_accepted_by_a_signed_in_user_many_times_at_once_is_accepted_once() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let (_, token) = w.invited(&owner, "bob", grants(&["viewer"])).await;
    let accept = |_| {
        let (w, bob, token) = (Arc::clone(&w), bob.clone(), token.clone());
        async move { w.accept(&bob, &token).await }
    };
    let outcomes = at_once((0..32).map(accept).collect()).await;
    assert_eq!((successes(&outcomes), codes(&outcomes)), (1, vec!["invitation_used"]));
    assert_eq!(w.snapshot(owner.account).await.members.len(), 2);
    assert_eq!(
        w.actions(owner.account).await.iter().filter(|action| *action == "invitation.accepted").count(),
        1
    );
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_invitation_accepted_by_a_new_user_many_times_at_once_makes_one_user() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let (_, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let accept = |_| {
        let (w, token) = (Arc::clone(&w), token.clone());
        async move { w.accept_new("guest", &token).await }
    };
    let outcomes = at_once((0..32).map(accept).collect()).await;
    assert_eq!(successes(&outcomes), 1);
    let known = ["invitation_used", "sign_in_required"];
    assert!(codes(&outcomes).iter().all(|code| known.contains(code)), "{:?}", codes(&outcomes));
    assert_eq!(w.snapshot(owner.account).await.members.len(), 2);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_exclusive_accounts_that_take_a_user_in_at_once_one_does() {
    let w = Arc::new(World::new().await);
    let one = w.sign_up("one", "arbify").await;
    let two = w.sign_up("two", "arbify").await;
    let mut firsts = 0;
    for round in 0..16 {
        let name = format!("bob{round}");
        let known = (round % 2 == 0).then_some(w.sign_up(&name, "standard").await).filter(|_| round % 2 == 0);
        let name = if known.is_some() { name } else { format!("new{round}") };
        let (made_one, token_one) = w.invited(&one, &name, grants(&["viewer"])).await;
        let (made_two, token_two) = w.invited(&two, &name, grants(&["user"])).await;
        let accept = |token: String| {
            let (w, known, name) = (Arc::clone(&w), known.clone(), name.clone());
            async move {
                match known {
                    Some(seat) => w.accept(&seat, &token).await,
                    None => w.accept_new(&name, &token).await,
                }
            }
        };
        let outcomes = at_once(vec![accept(token_one), accept(token_two)]).await;
        assert_eq!(successes(&outcomes), 1, "{:?}", codes(&outcomes));
        let known_codes = ["active_elsewhere", "invitation_closed", "sign_in_required"];
        assert!(codes(&outcomes).iter().all(|code| known_codes.contains(code)), "{:?}", codes(&outcomes));
        let won = outcomes.iter().position(Result::is_ok).unwrap();
        firsts += usize::from(won == 0);
        for (at, seat, made) in [(0, &one, &made_one), (1, &two, &made_two)] {
            let member = w.member(seat.account, made.member.as_ref().unwrap().id).await;
            let status = w.invitation(seat.account, made.invitation.id).await.status;
            if at == won {
                assert_eq!(
                    (member.unwrap().status, status),
                    (MemberStatus::Active, InvitationStatus::Accepted)
                );
            } else {
                assert_eq!((member, status), (None, InvitationStatus::Lapsed));
            }
        }
    }
    println!("the first account won {firsts} of 16 times");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_invitations_of_one_address_at_once_one_is_pending() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let invite = |at: usize| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        let name = if at.is_multiple_of(2) { "guest" } else { "GUEST" };
        async move { w.invite(&owner, name, grants(&["viewer"])).await }
    };
    let outcomes = at_once((0..32).map(invite).collect()).await;
    assert_eq!((successes(&outcomes), codes(&outcomes)), (1, vec!["invitation_pending"]));
    let left = w.snapshot(owner.account).await;
    assert_eq!((left.members.len(), left.invitations.len()), (2, 1));
    assert_eq!(w.waiting().await, 2, "the owner's verification and one invitation");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_sign_ups_with_one_address_at_once_one_makes_a_user() {
    let w = Arc::new(World::new().await);
    let sign_up = |at: usize| {
        let w = Arc::clone(&w);
        let mut form = World::form("ada", "standard");
        if at % 2 == 1 {
            form.email = form.email.to_uppercase();
        }
        async move { users::sign_up(&w.cx, &w.anonymous(), form).await }
    };
    let outcomes = at_once((0..32).map(sign_up).collect()).await;
    assert_eq!((successes(&outcomes), codes(&outcomes)), (1, vec!["email_taken"]));
    assert_eq!(w.waiting().await, 1);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_writes_by_one_version_the_second_is_stale() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let target = w.join(&owner, "target", grants(&["viewer"])).await;
    for round in 0..10 {
        let version = w.member(owner.account, target.member).await.unwrap().version;
        let put = |by: &Seat, roles: &'static [&'static str]| {
            let (w, by, member) = (Arc::clone(&w), by.clone(), target.member);
            async move {
                let call = w.by_if(&by, version);
                members::put_grants(&w.cx, &call, by.account, member, grants(roles)).await
            }
        };
        let (one, other): (&[&str], &[&str]) =
            if round % 2 == 0 { (&["member"], &["billing"]) } else { (&["viewer"], &["viewer", "billing"]) };
        let outcomes = at_once(vec![put(&owner, one), put(&admin, other)]).await;
        assert_eq!((successes(&outcomes), codes(&outcomes)), (1, vec!["stale_version"]));
        let won = outcomes.into_iter().flatten().next().unwrap();
        assert_eq!(w.member(owner.account, target.member).await.unwrap().version, won.version);
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn grants_on_an_app_and_its_deletion_at_once_leave_no_grant_without_its_app() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "pubnub").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    for _ in 0..10 {
        let app = w.app(&owner, "one").await;
        let put = {
            let (w, owner, app, member) = (Arc::clone(&w), owner.clone(), app.clone(), dev.member);
            async move {
                w.put(&owner, member, vec![crate::support::grant_on("app-admin", &app.name)]).await.map(drop)
            }
        };
        let delete = {
            let (w, owner) = (Arc::clone(&w), owner.clone());
            async move { w.delete_app(&owner, &app).await }
        };
        let outcomes = at_once::<std::pin::Pin<Box<dyn Future<Output = _> + Send>>>(vec![
            Box::pin(put),
            Box::pin(delete),
        ])
        .await;
        assert!(outcomes[1].is_ok());
        if let Err(error) = &outcomes[0] {
            assert_eq!(
                (error.kind, error.errors[0].pointer.as_str()),
                (Kind::NotFound, "/grants/0/resource/id")
            );
        }
        assert!(w.held(&dev).await.is_empty());
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn members_are_listed_while_what_they_hold_grants_on_is_deleted() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "pubnub").await;
    let dev = w.join(&owner, "dev", vec![]).await;
    let change = {
        let (w, owner, dev) = (Arc::clone(&w), owner.clone(), dev.clone());
        tokio::spawn(async move {
            for _ in 0..40 {
                let app = w.app(&owner, "one").await;
                let keyset = w.keyset(&owner, &app, "live").await;
                let asked = vec![grant_on("app-viewer", &app.name), grant_on("keyset-admin", &keyset.name)];
                w.put(&owner, dev.member, asked).await.unwrap();
                w.delete_app(&owner, &app).await.unwrap();
            }
        })
    };
    let (mut lists, mut holding) = (0, 0);
    while lists < 200 || !change.is_finished() {
        let filter = MemberFilter::default();
        let page = members::list(&w.cx, &w.by(&owner), owner.account, &filter, None, 50).await.unwrap();
        assert_eq!(page.items.len(), 2);
        lists += 1;
        holding += usize::from(page.items.iter().any(|member| member.grants.len() == 2));
    }
    change.await.unwrap();
    println!("{lists} lists, of which {holding} showed the grants");
    assert!(w.held(&dev).await.is_empty());
    w.finish().await;
}
