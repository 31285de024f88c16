//! How many sessions a user has at most.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_domain::audit::Chain;
use bailiwick_usecases::sessions::{self, MOST_SESSIONS};

use crate::support::{Seat, World, at_once, grants, own, person};

/// For how long a node believes what it confirmed.
const MAX_AGE: Duration = Duration::from_millis(250);

/// A user who has as many as there can be.
async fn full(w: &World) -> Seat {
    let ada = w.sign_up("ada", "standard").await;
    for _ in 1..MOST_SESSIONS {
        w.sign_in("ada").await.unwrap();
    }
    ada
}

async fn count(w: &World, of: &Seat) -> usize {
    sessions::list(&w.cx, &w.by(of), None, 1_000).await.unwrap().items.len()
}

#[tokio::test]
async fn one_session_too_many_ends_the_oldest() {
    let w = World::new().await;
    let ada = full(&w).await;
    assert!(w.is_open(&ada.token).await, "so many may be");
    let new = w.sign_in("ada").await.unwrap().token.reveal().unwrap().to_owned();
    w.clock.pass(MAX_AGE);
    assert!(!w.is_open(&ada.token).await && w.is_open(&new).await);
    assert_eq!(count(&w, &ada).await, 100);
    let told = w.events(Chain::User(ada.user)).await.pop().unwrap();
    assert_eq!((told.action.as_str(), told.target.id), ("session.revoked", Some(ada.session.to_string())));
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_sign_ins_at_once_leave_as_many_as_there_can_be_and_all_twenty_are_in() {
    let w = Arc::new(World::new().await);
    let ada = full(&w).await;
    let sign_in = |_| {
        let w = Arc::clone(&w);
        async move { w.sign_in("ada").await.unwrap().token.reveal().unwrap().to_owned() }
    };
    let new = at_once((0..20).map(sign_in).collect()).await;
    assert_eq!(count(&w, &ada).await, 100);
    w.clock.pass(MAX_AGE);
    for token in &new {
        assert!(w.is_open(token).await);
    }
    assert!(!w.is_open(&ada.token).await);
    w.finish().await;
}

#[tokio::test]
async fn who_runs_an_accounts_provider_ends_no_session_that_did_not_come_through_it() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    let (_, first) = w.came_through(&ada, "bob").await;
    for _ in 0..MOST_SESSIONS {
        w.sign_in_through(own(&ada), &person("bob")).await.unwrap();
    }
    w.clock.pass(MAX_AGE);
    assert!(!w.is_open(&first).await && w.is_open(&bob.token).await);
    let through = w.texts("SELECT 'x' FROM sessions WHERE sso_account_id IS NOT NULL").await;
    assert_eq!(through.len(), 100);
    w.finish().await;
}
