//! Limits on usage: who sets them, who is told, and that it is once.

use std::sync::Arc;

use bailiwick_domain::ids::AppId;
use bailiwick_domain::usage::Bucket;
use bailiwick_usecases::members;
use bailiwick_usecases::usage::NewRecord;
use bailiwick_usecases::usage_limits::{self, NewLimit};

use crate::support::{Seat, Setup, World, at_once, code, grants, refusal};
use crate::usage::{count, record};

const DAY: u64 = 24 * 3600;

fn limit(period: Bucket, limit: u64) -> NewLimit {
    NewLimit { metric: "messages".to_owned(), period, limit, app: None }
}

async fn set(w: &World, by: &Seat, limits: Vec<NewLimit>) {
    usage_limits::put(&w.cx, &w.by(by), by.account, limits).await.unwrap();
}

/// Counts so much more under a new id; how many limits are reached.
async fn used(w: &World, by: &Seat, quantity: u64) -> usize {
    let id = w.cx.ids.uuid().to_string();
    count(w, vec![record(w, by.account, &id, quantity)]).await.unwrap().exceeded.len()
}

/// To whom mails about limits went, with the per cent that they tell of; sorted.
async fn told(w: &World) -> Vec<String> {
    let mails = w.deliver().await;
    let mut told: Vec<String> = mails
        .iter()
        .filter(|mail| mail.subject.contains(" % of a limit"))
        .map(|mail| {
            let percent = if mail.subject.contains("100 %") { 100 } else { 80 };
            format!("{} {percent}", mail.to.as_str().split('@').next().unwrap())
        })
        .collect();
    told.sort();
    told
}

#[tokio::test]
async fn at_80_and_100_per_cent_each_who_holds_the_permission_is_told_once_in_a_period() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    w.join(&owner, "admin", grants(&["admin"])).await;
    w.join(&owner, "dev", grants(&["developer"])).await;
    w.deliver().await;
    set(&w, &owner, vec![limit(Bucket::Day, 100)]).await;
    assert_eq!((used(&w, &owner, 79).await, told(&w).await.len()), (0, 0));
    assert_eq!(used(&w, &owner, 1).await, 0);
    assert_eq!(told(&w).await, ["admin 80", "owner 80"]);
    assert_eq!((used(&w, &owner, 19).await, told(&w).await.len()), (0, 0));
    assert_eq!(used(&w, &owner, 1).await, 1);
    assert_eq!(told(&w).await, ["admin 100", "owner 100"]);
    assert_eq!((used(&w, &owner, 500).await, told(&w).await.len()), (1, 0), "once in a period");
    w.clock.pass_seconds(DAY);
    assert_eq!(
        (used(&w, &owner, 79).await, told(&w).await.len()),
        (0, 0),
        "the next period begins at nought"
    );
    assert_eq!(used(&w, &owner, 1_000).await, 1);
    assert_eq!(told(&w).await, ["admin 100", "owner 100"], "past both at once, of the higher one alone");
    w.finish().await;
}

#[tokio::test]
async fn a_mail_says_what_was_used_and_of_what() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let app = AppId::new(w.app(&owner, "shop").await.key);
    w.deliver().await;
    set(&w, &owner, vec![NewLimit { app: Some(app), ..limit(Bucket::Month, 10) }]).await;
    count(&w, vec![record(&w, owner.account, "whole", 99)]).await.unwrap();
    assert_eq!(told(&w).await.len(), 0, "the limit is of the app alone");
    let counted =
        count(&w, vec![NewRecord { app: Ok(Some(app)), ..record(&w, owner.account, "app", 8) }]).await;
    assert_eq!(counted.unwrap().exceeded, []);
    let mails = w.deliver().await;
    assert_eq!(mails.len(), 1);
    for part in ["The account of owner", &app.to_string(), "8 of 10 `messages`", "2027-01-01T00:00:00Z"] {
        assert!(mails[0].text.contains(part), "{part}: {}", mails[0].text);
    }
    let counted =
        count(&w, vec![NewRecord { app: Ok(Some(app)), ..record(&w, owner.account, "more", 4) }]).await;
    let exceeded = counted.unwrap().exceeded;
    assert_eq!((exceeded.len(), exceeded[0].used, exceeded[0].limit.app), (1, 12, Some(app)));
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_reach_a_limit_at_once_on_two_nodes_tell_of_it_once() {
    let one = Arc::new(World::of(Setup::running()).await);
    let owner = one.sign_up("owner", "ably").await;
    one.join(&owner, "admin", grants(&["admin"])).await;
    one.deliver().await;
    set(&one, &owner, vec![limit(Bucket::Month, 100)]).await;
    let two = Arc::new(one.another_node(Setup::running()).await);
    let send = |number: usize| {
        let (w, owner) = (Arc::clone(if number.is_multiple_of(2) { &one } else { &two }), owner.clone());
        async move { used(&w, &owner, 10).await }
    };
    // 80 of 100 are used, whoever comes last.
    let reached = at_once((0..8).map(send).collect()).await;
    assert_eq!(reached.iter().sum::<usize>(), 0);
    assert_eq!(told(&one).await, ["admin 80", "owner 80"]);
    let reached = at_once((0..8).map(send).collect()).await;
    assert!(reached.iter().sum::<usize>() >= 6, "{reached:?}");
    assert_eq!(told(&one).await, ["admin 100", "owner 100"]);
    one.finish().await;
}

#[tokio::test]
async fn a_repeated_batch_tells_what_is_reached_and_mails_nobody() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    set(&w, &owner, vec![limit(Bucket::Hour, 1)]).await;
    w.deliver().await;
    for (repeated, mails) in [(0, 1), (1, 0)] {
        let counted = count(&w, vec![record(&w, owner.account, "same", 1)]).await.unwrap();
        assert_eq!((counted.repeated, counted.exceeded.len(), told(&w).await.len()), (repeated, 1, mails));
    }
    w.finish().await;
}

#[tokio::test]
async fn what_comes_late_or_early_is_told_of_the_period_that_it_counts_in() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    w.deliver().await;
    set(&w, &owner, vec![limit(Bucket::Day, 10), limit(Bucket::Month, 1_000)]).await;
    let at = Ok(w.now().plus_seconds(-24 * 3600));
    let late = NewRecord { at, ..record(&w, owner.account, "late", 900) };
    let counted = count(&w, vec![late]).await.unwrap();
    assert_eq!(counted.exceeded, []);
    assert_eq!(told(&w).await, ["owner 100", "owner 80"], "of yesterday, and of the month");
    w.clock.pass_seconds(16 * 3600 - 100);
    let at = Ok(w.now().plus_seconds(200));
    let ahead = NewRecord { at, ..record(&w, owner.account, "ahead", 50) };
    assert_eq!(count(&w, vec![ahead]).await.unwrap().exceeded.len(), 0, "tomorrow is not now");
    assert_eq!(told(&w).await, ["owner 100"], "who is ahead is told of the period that begins in a moment");
    w.finish().await;
}

#[tokio::test]
async fn who_left_before_the_mail_went_is_told_nothing() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    w.deliver().await;
    set(&w, &owner, vec![limit(Bucket::Day, 1)]).await;
    used(&w, &owner, 1).await;
    members::remove(&w.cx, &w.by(&owner), owner.account, admin.member).await.unwrap();
    assert_eq!(told(&w).await, ["owner 100"]);
    w.finish().await;
}

#[tokio::test]
async fn of_short_periods_so_many_mails_go_in_an_hour_and_of_long_ones_each() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let owner = w.sign_up("owner", "ably").await;
    w.deliver().await;
    set(&w, &owner, vec![limit(Bucket::Minute, 1), limit(Bucket::Month, 1_500)]).await;
    let late = |minute: i64| {
        let at = Ok(w.now().plus_seconds(-60 * minute));
        NewRecord { at, ..record(&w, owner.account, &format!("late-{minute}"), 1) }
    };
    count(&w, (0..150).map(late).collect()).await.unwrap();
    assert_eq!(told(&w).await.len(), 100, "of one batch");
    let mut mails = 100;
    for batch in 2..12 {
        count(&w, (0..100).map(|minute| late(100 * batch + minute)).collect()).await.unwrap();
        mails += told(&w).await.len();
    }
    assert_eq!(mails, 1_000, "in an hour");
    used(&w, &owner, 350).await;
    assert_eq!(told(&w).await, ["owner 100"], "of the month alone");
    w.clock.pass_seconds(3_600);
    used(&w, &owner, 1).await;
    assert_eq!(told(&w).await, ["owner 100"]);
    w.finish().await;
}

#[tokio::test]
async fn another_limit_is_judged_when_usage_is_next_recorded() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    w.deliver().await;
    used(&w, &owner, 90).await;
    set(&w, &owner, vec![limit(Bucket::Day, 100)]).await;
    assert_eq!(told(&w).await.len(), 0);
    assert_eq!(used(&w, &owner, 1).await, 0);
    assert_eq!(told(&w).await, ["owner 80"]);
    set(&w, &owner, vec![limit(Bucket::Day, 91)]).await;
    assert_eq!((used(&w, &owner, 0).await, told(&w).await), (1, vec!["owner 100".to_owned()]));
    set(&w, &owner, Vec::new()).await;
    assert_eq!((used(&w, &owner, 999).await, told(&w).await.len()), (0, 0));
    w.finish().await;
}

#[tokio::test]
async fn limits_are_set_together_and_audited_once_for_each_change() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let dev = w.join(&owner, "dev", grants(&["developer"])).await;
    let eve = w.sign_up("eve", "ably").await;
    w.deliver().await;
    let app = AppId::new(w.app(&owner, "shop").await.key);
    let put = async |by: &Seat, limits| usage_limits::put(&w.cx, &w.by(by), owner.account, limits).await;
    let before = w.actions(owner.account).await.len();
    let of_app = NewLimit { app: Some(app), ..limit(Bucket::Day, 5) };
    let made = put(&owner, vec![limit(Bucket::Day, 9), of_app.clone()]).await.unwrap();
    assert_eq!((made.version, made.items.len()), (1, 2));
    let same = put(&owner, vec![limit(Bucket::Day, 9), of_app.clone()]).await.unwrap();
    assert_eq!(same.version, 1, "nothing changed");
    let stale = usage_limits::put(&w.cx, &w.by_if(&owner, 7), owner.account, vec![]).await;
    assert_eq!(code(stale), "stale_version");
    let error = w.refused(&owner, put(&dev, vec![])).await;
    assert_eq!(error.permission.as_deref(), Some("plan.manage"));
    assert_eq!(code(put(&eve, vec![]).await), "not_found");
    let twice = refusal(put(&owner, vec![of_app.clone(), of_app, limit(Bucket::Day, 0)]).await);
    let pointers: Vec<_> = twice.errors.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(pointers, ["/items/1", "/items/2/limit"]);
    let hers = AppId::new(w.app(&eve, "hers").await.key);
    let foreign = refusal(put(&owner, vec![NewLimit { app: Some(hers), ..limit(Bucket::Day, 5) }]).await);
    assert_eq!((foreign.code.as_str(), foreign.errors[0].pointer.as_str()), ("not_found", "/items/0/app"));
    assert_eq!(w.actions(owner.account).await[before..], ["limits.changed"]);
    assert_eq!(code(usage_limits::get(&w.cx, &w.by(&dev), owner.account).await), "permission_denied");
    let found = usage_limits::get(&w.cx, &w.by(&owner), owner.account).await.unwrap();
    assert_eq!(found, made);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_those_who_set_limits_at_once_by_the_same_version_one_does() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "ably").await;
    w.deliver().await;
    let put = |number: u64| {
        let (w, owner) = (Arc::clone(&w), owner.clone());
        async move {
            let limits = vec![limit(Bucket::Day, number + 1)];
            usage_limits::put(&w.cx, &w.by_if(&owner, 0), owner.account, limits).await
        }
    };
    let outcomes = at_once((0..8).map(put).collect()).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(
        outcomes
            .iter()
            .filter_map(|outcome| outcome.as_ref().err())
            .all(|error| error.code == "stale_version")
    );
    w.finish().await;
}
