//! In real time: what another node revoked is refused within the bound, whatever it was.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::{resources, sessions};

use crate::models::WORKSHOP;
use crate::support::{Seat, Setup, Watch, World, grant_on, instant};

const BOUND: Duration = Duration::from_millis(250);

/// Asks until it is refused. No question that was begun later than the bound after the revocation may be allowed; how
/// long it was allowed is the answer.
pub async fn until_refused(since: Instant, mut allowed: impl AsyncFnMut() -> bool) -> Duration {
    let mut longest = Duration::ZERO;
    loop {
        let begun = since.elapsed();
        if !allowed().await {
            return longest;
        }
        longest = since.elapsed();
        assert!(begun < BOUND, "allowed, though asked {begun:?} after the revocation");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn revoke(
    way: usize,
    w: &World,
    owner: &Seat,
    dev: &Seat,
    shelf: &ResourceRef,
    app: &bailiwick_domain::resources::Resource,
) {
    match way {
        0 => w.put(owner, dev.member, vec![]).await.map(drop).unwrap(),
        1 => w.suspend(owner, dev.member, true).await.map(drop).unwrap(),
        2 => w.remove(owner, dev.member).await.unwrap(),
        3 => w.set_status(owner.account, AccountStatus::Closed).await,
        4 => w.delete_app(owner, app).await.unwrap(),
        _ => {
            let (call, top) = (w.call(w.any_platform()), ResourceRef::account(owner.account));
            let moved = resources::put(&w.cx, &call, owner.account, shelf.clone(), &top, None).await.unwrap();
            assert!(!moved.1);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_node_revoked_is_refused_within_the_bound() {
    let here = World::of(Setup::running().with_model(WORKSHOP)).await;
    let there = here.another_node(Setup::running().with_model(WORKSHOP)).await;
    let mut longest = Duration::ZERO;
    for trial in 0..30 {
        let owner = here.sign_up(&format!("owner{trial}"), "workshop").await;
        let app = here.app(&owner, "one").await;
        let shelf = ResourceRef { kind: "shelf".to_owned(), id: format!("s{trial}") };
        let call = here.call(here.any_platform());
        resources::put(&here.cx, &call, owner.account, shelf.clone(), &app.name, None).await.unwrap();
        let dev = here.join(&owner, &format!("dev{trial}"), vec![grant_on("lead", &app.name)]).await;
        let allowed = async || there.may_at(&dev, "app.settings.manage", &shelf).await;
        // Each trial meets the window at another place in it.
        for _ in 0..=trial * 9 {
            assert!(allowed().await);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        revoke(trial % 6, &here, &owner, &dev, &shelf, &app).await;
        let since = instant();
        assert!(!here.may_at(&dev, "app.settings.manage", &shelf).await, "and by itself at once");
        longest = longest.max(until_refused(since, allowed).await);
    }
    println!("30 revocations by another node: allowed for at most {longest:?} after");
    here.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_another_node_ended_is_refused_within_the_bound() {
    let here = World::of(Setup::running()).await;
    let there = here.another_node(Setup::running()).await;
    let ada = here.sign_up("ada", "standard").await;
    let mut longest = Duration::ZERO;
    for _ in 0..10 {
        let new = here.sign_in("ada").await.unwrap();
        let token = new.token.reveal().unwrap().to_owned();
        let allowed = async || sessions::authenticate(&there.cx, Some(&token)).await.is_ok();
        assert!(allowed().await);
        sessions::revoke(&here.cx, &here.by(&ada), Some(new.id)).await.unwrap();
        let since = instant();
        assert!(sessions::authenticate(&here.cx, Some(&token)).await.is_err(), "and by itself at once");
        longest = longest.max(until_refused(since, allowed).await);
    }
    println!("10 sessions ended by another node: known for at most {longest:?} after");
    here.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_account_is_read_at_most_once_in_nine_tenths_of_the_bound() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup { watch: Some(Arc::clone(&watch)), ..Setup::running() }).await);
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    assert!(w.may_at(&owner, "key.manage", &app.name).await);
    watch.take();
    let since = instant();
    let ask = |_| {
        let (w, owner, app) = (Arc::clone(&w), owner.clone(), app.name.clone());
        async move {
            let mut asked = 0_u64;
            while since.elapsed() < BOUND * 4 {
                assert!(w.may_at(&owner, "key.manage", &app).await);
                asked += 1;
                tokio::task::yield_now().await;
            }
            asked
        }
    };
    let asked: u64 = crate::support::at_once((0..4).map(ask).collect()).await.into_iter().sum();
    let spans = u64::try_from(since.elapsed().as_millis() / (BOUND / 10 * 9).as_millis()).unwrap();
    let (revisions, others) = watch.take();
    println!(
        "{asked} decisions in {:?}: {revisions} reads of the revision, {others} others",
        since.elapsed()
    );
    assert!(revisions <= spans + 1 && others == 0, "{revisions} and {others} in {spans} such spans");
    w.finish().await;
}
