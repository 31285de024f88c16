//! What runs by the clock.

use bailiwick_domain::jobs::Job;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::Access;
use bailiwick_usecases::{access, accounts, jobs, sessions};

use crate::support::{Setup, World, grants};

const DAY: u64 = 24 * 3600;

async fn rows(w: &World, table: &str) -> usize {
    w.texts(&format!("SELECT 'x' FROM {table}")).await.len()
}

#[tokio::test]
async fn what_has_had_its_time_is_removed_and_nothing_else() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    w.clock.pass_seconds(29 * DAY);
    let new = w.sign_in("ada").await.unwrap();
    for key in ["old", "young"] {
        let call = w.keyed(ada.caller(), key, "POST /v1/accounts", "{}");
        accounts::create(&w.cx, &call, "Another".to_owned(), None, None).await.unwrap();
        w.clock.pass_seconds(DAY);
    }
    assert_eq!((rows(&w, "sessions").await, rows(&w, "idempotency").await), (2, 2));
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    assert_eq!((rows(&w, "sessions").await, rows(&w, "idempotency").await), (1, 1));
    let call = w.keyed(ada.caller(), "young", "POST /v1/accounts", "{}");
    accounts::create(&w.cx, &call, "Another".to_owned(), None, None).await.unwrap();
    assert_eq!(w.texts("SELECT 'x' FROM accounts").await.len(), 3, "the younger key is remembered");
    assert!(sessions::authenticate(&w.cx, new.token.reveal()).await.is_ok());
    w.finish().await;
}

#[tokio::test]
async fn more_than_one_batch_is_removed_in_one_go() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let copies = "INSERT INTO idempotency SELECT caller, operation, 'key' || value, body_mac, answer, created_at \
                  FROM idempotency, (WITH RECURSIVE n(value) AS \
                  (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1200) SELECT value FROM n) AS numbers";
    let call = w.keyed(ada.caller(), "key", "POST /v1/accounts", "{}");
    accounts::create(&w.cx, &call, "Another".to_owned(), None, None).await.unwrap();
    assert_eq!(w.run_raw(copies).await, 1200);
    w.clock.pass_seconds(DAY + 1);
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    assert_eq!(rows(&w, "idempotency").await, 0);
    w.finish().await;
}

#[tokio::test]
async fn who_was_seen_is_written_down_without_a_version_and_at_most_every_five_minutes() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.deliver().await;
    let look = async || accounts::get(&w.cx, &w.by(&viewer), owner.account).await.unwrap();
    let seen = async || w.member(owner.account, viewer.member).await.unwrap();
    let before = seen().await;
    assert_eq!(before.last_seen_at, None);
    let first = w.now();
    look().await;
    jobs::mark_seen(&w.cx).await.unwrap();
    let after = seen().await;
    assert_eq!(
        (after.last_seen_at, after.version, after.status),
        (Some(first), before.version, MemberStatus::Active)
    );
    w.clock.pass_seconds(299);
    look().await;
    jobs::mark_seen(&w.cx).await.unwrap();
    assert_eq!(seen().await.last_seen_at, Some(first));
    w.clock.pass_seconds(1);
    look().await;
    jobs::mark_seen(&w.cx).await.unwrap();
    assert_eq!(seen().await.last_seen_at, Some(w.now()));
    w.finish().await;
}

#[tokio::test]
async fn who_only_writes_is_seen_too() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let seen = async || w.member(owner.account, owner.member).await.unwrap().last_seen_at;
    for _ in 0..2 {
        w.clock.pass_seconds(301);
        w.app(&owner, "one").await;
        jobs::mark_seen(&w.cx).await.unwrap();
        assert_eq!(seen().await, Some(w.now()));
    }
    w.finish().await;
}

#[tokio::test]
async fn everything_that_is_due_runs_once() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    accounts::get(&w.cx, &w.by(&owner), owner.account).await.unwrap();
    w.clock.pass_seconds(31 * DAY);
    jobs::run_due(&w.cx, w.now()).await.unwrap();
    assert_eq!((w.waiting().await, w.mailer.take().len(), rows(&w, "sessions").await), (0, 1, 0));
    assert!(w.member(owner.account, owner.member).await.unwrap().last_seen_at.is_some());
    w.finish().await;
}

#[tokio::test]
async fn a_job_runs_once_over_all_nodes_and_is_due_again_after_its_time() {
    let here = World::new().await;
    let there = here.another_node(Setup::default()).await;
    here.sign_up("ada", "standard").await;
    let runs = async || here.texts("SELECT CAST(runs AS TEXT) FROM jobs ORDER BY name").await;
    let both = async |time| {
        let (one, other) = futures::join!(jobs::run_jobs(&here.cx, time), jobs::run_jobs(&there.cx, time));
        one.and(other).unwrap();
    };
    both(here.now()).await;
    assert_eq!(runs().await, ["1"; Job::ALL.len()]);
    for w in [&here, &there] {
        w.clock.pass_seconds(599);
    }
    both(here.now()).await;
    assert_eq!(runs().await, ["1"; Job::ALL.len()]);
    both(here.now().plus_seconds(1)).await;
    assert_eq!(
        runs().await,
        ["2", "2", "2", "1", "1", "1", "1", "1", "1", "1", "1"],
        "as of then those are due that run every ten minutes"
    );
    here.finish().await;
}

#[tokio::test]
async fn a_node_that_died_at_a_job_leaves_it_to_others_after_a_minute() {
    let w = World::new().await;
    let mut unit = w.unit(Access::Write).await;
    let now = w.now();
    assert_eq!(unit.jobs().claim(Job::PruneSessions, now, now, now.plus_seconds(60)).await.unwrap(), Some(1));
    unit.commit().await.unwrap();
    let ran = async || w.texts("SELECT name FROM jobs WHERE ran_at IS NOT NULL ORDER BY name").await;
    w.clock.pass_seconds(59);
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    assert_eq!(
        ran().await,
        [
            "prune_answers",
            "prune_challenges",
            "prune_sources",
            "prune_unseen_sessions",
            "prune_usage_records",
            "prune_usage_sums",
            "remind_of_keys",
            "reseal",
            "reseal_connections",
            "reseal_data_keys"
        ]
    );
    w.clock.pass_seconds(1);
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    assert!(ran().await.contains(&"prune_sessions".to_owned()));
    w.finish().await;
}

#[tokio::test]
async fn sessions_that_end_by_a_later_time_are_removed_as_of_it() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    jobs::run_due(&w.cx, w.now()).await.unwrap();
    assert_eq!(rows(&w, "sessions").await, 1);
    jobs::run_due(&w.cx, w.now().plus_seconds(40 * 24 * 3600)).await.unwrap();
    assert_eq!(rows(&w, "sessions").await, 0);
    w.finish().await;
}

#[tokio::test]
async fn who_is_asked_about_is_not_seen_by_that() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.app(&owner, "one").await;
    let (cx, call) = (&w.cx, w.call(w.any_platform()));
    let account = bailiwick_domain::resources::ResourceRef::account(owner.account);
    for named in [None, Some(owner.account)] {
        let found = access::resources(cx, &call, viewer.user, "app.view", "app", named, None, 10).await;
        assert_eq!(found.unwrap().items.len(), 1);
    }
    assert!(!access::actions(cx, &call, Some(viewer.user), &account).await.unwrap().is_empty());
    assert!(!access::subjects(cx, &call, "app.view", &account, None, 10).await.unwrap().items.is_empty());
    assert!(w.may(&viewer, "app.view").await);
    jobs::mark_seen(cx).await.unwrap();
    assert_eq!(w.member(owner.account, viewer.member).await.unwrap().last_seen_at, None);
    w.finish().await;
}
