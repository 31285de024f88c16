//! One's own profile, which nodes remember for as long as they believe what they decide by.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bailiwick_usecases::users;

use crate::support::{Seat, Setup, Watch, World, at_once};

/// For how long what was read is believed.
const BOUND: Duration = Duration::from_millis(250);

async fn name(w: &World, seat: &Seat) -> String {
    users::me(&w.cx, &w.by(seat)).await.unwrap().name.as_str().to_owned()
}

#[tokio::test]
async fn a_new_name_shows_at_once_here_and_within_the_bound_elsewhere() {
    let here = World::new().await;
    let there = here.another_node(Setup::default()).await;
    let ada = here.sign_up("ada", "standard").await;
    for new in ["Ada", "Augusta", "Ada King"] {
        let old = [name(&here, &ada).await, name(&there, &ada).await];
        users::rename_me(&here.cx, &here.by(&ada), Some(new.to_owned())).await.unwrap();
        assert_eq!(name(&here, &ada).await, new);
        assert_eq!(name(&there, &ada).await, old[1], "believed, as decisions are");
        there.clock.pass(BOUND);
        assert_eq!(name(&there, &ada).await, new);
    }
    here.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_who_ask_who_they_are_are_read_together() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup::watched(&watch)).await);
    let mut seats = Vec::new();
    for at in 0..20 {
        seats.push(w.sign_up(&format!("user{at}"), "standard").await);
    }
    let ask = || {
        let one = |seat: &Seat| {
            let (w, seat) = (Arc::clone(&w), seat.clone());
            async move { drop(name(&w, &seat).await) }
        };
        at_once(seats.iter().map(one).collect())
    };
    ask().await;
    watch.units.store(0, Ordering::SeqCst);
    ask().await;
    assert_eq!(watch.units.load(Ordering::SeqCst), 0, "within the bound nothing is read");
    for _ in 0..3 {
        w.clock.pass(BOUND);
        ask().await;
        assert_eq!(watch.units.swap(0, Ordering::SeqCst), 1, "once it has passed, one reads for all");
        // Who asks again within the bound is read along with the others when it has passed.
        ask().await;
        assert_eq!(watch.units.load(Ordering::SeqCst), 0);
    }
    w.finish().await;
}
