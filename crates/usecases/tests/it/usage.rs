//! Usage: what is counted, what is refused, and what is shown of it.

use std::sync::Arc;

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::resources::Resource;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, MOST_QUANTITY, Point};
use bailiwick_ports::Page;
use bailiwick_usecases::usage::{self, Counted, NewRecord, Subject, Wanted};
use bailiwick_usecases::{Caller, Error, Result, jobs};

use crate::support::{Seat, Setup, World, at_once, code, grants, refusal};

const DAY: i64 = 24 * 3600;

/// A record of an account, of now.
pub fn record(w: &World, account: AccountId, id: &str, quantity: u64) -> NewRecord {
    NewRecord {
        account: Ok(account),
        app: Ok(None),
        keyset: Ok(None),
        metric: Ok("messages".to_owned()),
        quantity: Ok(quantity),
        at: Ok(w.now()),
        id: Ok(id.to_owned()),
    }
}

pub async fn count(w: &World, records: Vec<NewRecord>) -> Result<Counted> {
    usage::count(&w.cx, &w.call(w.any_platform()), records).await
}

fn wanted(bucket: Bucket) -> Wanted {
    Wanted { metric: "messages".to_owned(), bucket, from: None, to: None }
}

async fn shown(
    w: &World,
    by: Caller,
    account: AccountId,
    subject: Subject,
    wanted: &Wanted,
    page: (Option<Timestamp>, u64),
) -> Result<Page<Point>> {
    usage::statistics(&w.cx, &w.call(by), account, subject, wanted, page.0, page.1).await
}

async fn quantities(w: &World, by: &Seat, subject: Subject, wanted: &Wanted) -> Vec<u64> {
    let page = shown(w, by.caller(), by.account, subject, wanted, (None, 200)).await.unwrap();
    page.items.iter().map(|point| point.quantity).collect()
}

fn pointers(error: &Error) -> Vec<&str> {
    error.errors.iter().map(|fault| fault.pointer.as_str()).collect()
}

fn keyset_of(keyset: &Resource) -> KeysetId {
    KeysetId::new(keyset.key)
}

#[tokio::test]
async fn a_record_is_counted_once_by_its_id_and_the_first_stands() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "ably").await, w.sign_up("eve", "ably").await);
    let first = vec![
        record(&w, ada.account, "a", 5),
        record(&w, ada.account, "b", 7),
        record(&w, ada.account, "a", 9),
    ];
    let counted = count(&w, first).await.unwrap();
    assert_eq!((counted.accepted, counted.repeated), (2, 1));
    let again = vec![record(&w, ada.account, "b", 100), record(&w, eve.account, "b", 1)];
    let counted = count(&w, again).await.unwrap();
    assert_eq!((counted.accepted, counted.repeated), (1, 1));
    let month = wanted(Bucket::Month);
    assert_eq!(quantities(&w, &ada, Subject::Account, &month).await, [12]);
    assert_eq!(quantities(&w, &eve, Subject::Account, &month).await, [1]);
    assert_eq!(count(&w, Vec::new()).await.unwrap().accepted, 0);
    assert!(!w.actions(ada.account).await.iter().any(|action| action.contains("usage")), "no event a record");
    w.finish().await;
}

#[tokio::test]
async fn a_keyset_brings_its_app_and_each_level_has_its_sums() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "pubnub").await;
    let (shop, blog) = (w.app(&ada, "shop").await, w.app(&ada, "blog").await);
    let live = w.keyset(&ada, &shop, "live").await;
    let (shop, blog) = (AppId::new(shop.key), AppId::new(blog.key));
    let live_id = KeysetId::new(live.key);
    count(
        &w,
        vec![
            record(&w, ada.account, "1", 1),
            NewRecord { app: Ok(Some(shop)), ..record(&w, ada.account, "2", 10) },
            NewRecord { keyset: Ok(Some(keyset_of(&live))), ..record(&w, ada.account, "3", 100) },
            NewRecord {
                app: Ok(Some(shop)),
                keyset: Ok(Some(keyset_of(&live))),
                ..record(&w, ada.account, "4", 1_000)
            },
            NewRecord { app: Ok(Some(blog)), ..record(&w, ada.account, "5", 10_000) },
            NewRecord { metric: Ok("other".to_owned()), ..record(&w, ada.account, "6", 100_000) },
        ],
    )
    .await
    .unwrap();
    for bucket in Bucket::ALL {
        let wanted = wanted(bucket);
        let subjects =
            [Subject::Account, Subject::App(shop), Subject::App(blog), Subject::Keyset(shop, live_id)];
        for (subject, sum) in subjects.into_iter().zip([11_111, 1_110, 10_000, 1_100]) {
            assert_eq!(quantities(&w, &ada, subject, &wanted).await, [sum], "{subject:?} {bucket:?}");
        }
    }
    let elsewhere = Subject::Keyset(blog, live_id);
    let elsewhere = shown(&w, ada.caller(), ada.account, elsewhere, &wanted(Bucket::Day), (None, 9)).await;
    assert_eq!(code(elsewhere), "not_found", "it is a keyset of another app");
    w.finish().await;
}

#[tokio::test]
async fn every_fault_of_a_batch_is_named_and_nothing_of_it_is_counted() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "pubnub").await, w.sign_up("eve", "pubnub").await);
    let (shop, hers) = (w.app(&ada, "shop").await, w.app(&eve, "hers").await);
    let (live, other) = (w.keyset(&ada, &shop, "live").await, w.keyset(&eve, &hers, "other").await);
    let blog = w.app(&ada, "blog").await;
    let good = |id: &str| record(&w, ada.account, id, 1);
    let app = |app: &Resource| Ok(Some(AppId::new(app.key)));
    let batch = vec![
        good("0"),
        NewRecord { account: Ok(AccountId::new(w.cx.ids.uuid())), ..good("1") },
        NewRecord { app: app(&hers), ..good("2") },
        NewRecord { keyset: Ok(Some(keyset_of(&other))), ..good("3") },
        NewRecord { app: app(&blog), keyset: Ok(Some(keyset_of(&live))), ..good("4") },
        NewRecord { metric: Ok("Not One".to_owned()), quantity: Ok(MOST_QUANTITY + 1), ..good("5") },
        NewRecord { at: Ok(w.now().plus_seconds(-7 * DAY - 1)), ..good("6") },
        NewRecord { at: Ok(w.now().plus_seconds(301)), ..good("7") },
        NewRecord { id: Ok("with space".to_owned()), ..good("8") },
        NewRecord { account: Err("expected an id".to_owned()), at: Err("no time".to_owned()), ..good("9") },
        NewRecord { app: app(&live), ..good("10") },
    ];
    let error = refusal(count(&w, batch).await);
    assert_eq!(error.code, "invalid_field");
    assert_eq!(
        pointers(&error),
        [
            "/1/account",
            "/2/app",
            "/3/keyset",
            "/4/keyset",
            "/5/metric",
            "/5/quantity",
            "/6/at",
            "/7/at",
            "/8/id",
            "/9/account",
            "/9/at",
            "/10/app"
        ]
    );
    assert_eq!(quantities(&w, &ada, Subject::Account, &wanted(Bucket::Month)).await, [0; 0]);
    let edges = vec![
        NewRecord { at: Ok(w.now().plus_seconds(-7 * DAY)), ..good("late") },
        NewRecord { at: Ok(w.now().plus_seconds(300)), quantity: Ok(MOST_QUANTITY), ..good("early") },
        NewRecord { quantity: Ok(0), ..good("none") },
    ];
    assert_eq!(count(&w, edges).await.unwrap().accepted, 3);
    w.finish().await;
}

#[tokio::test]
async fn faults_are_bounded_and_so_is_a_batch() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let bad =
        |at: usize| NewRecord { metric: Ok(String::new()), ..record(&w, ada.account, &at.to_string(), 1) };
    let error = refusal(count(&w, (0..1_000).map(bad).collect()).await);
    assert_eq!((error.errors.len(), error.detail.contains("999 more")), (100, true), "{}", error.detail);
    let many = |number: usize| record(&w, ada.account, &number.to_string(), 1);
    assert_eq!(refusal(count(&w, (0..1_001).map(many).collect()).await).code, "invalid_field");
    assert_eq!(count(&w, (0..1_000).map(many).collect()).await.unwrap().accepted, 1_000);
    w.finish().await;
}

#[tokio::test]
async fn a_closed_account_uses_nothing() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "ably").await, w.sign_up("eve", "ably").await);
    w.set_status(eve.account, AccountStatus::Closed).await;
    let batch = || vec![record(&w, ada.account, "a", 1), record(&w, eve.account, "b", 1)];
    let error = refusal(count(&w, batch()).await);
    assert_eq!((error.code.as_str(), pointers(&error)), ("account_closed", vec!["/1/account"]));
    w.set_status(eve.account, AccountStatus::Closing).await;
    assert_eq!(count(&w, batch()).await.unwrap().accepted, 2);
    w.finish().await;
}

#[tokio::test]
async fn usage_is_recorded_with_a_platform_key_alone() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let by = async |caller| usage::count(&w.cx, &w.call(caller), vec![record(&w, ada.account, "a", 1)]).await;
    assert_eq!(code(by(ada.caller()).await), "platform_key_only");
    assert_eq!(code(by(Caller::Anonymous).await), "unauthenticated");
    assert_eq!(by(w.platform().await).await.unwrap().accepted, 1);
    w.finish().await;
}

#[tokio::test]
async fn late_records_land_in_their_own_buckets() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    for (id, ago) in [("now", 0), ("hour", 3600), ("day", DAY), ("week", 7 * DAY)] {
        let at = Ok(w.now().plus_seconds(-ago));
        count(&w, vec![NewRecord { at, ..record(&w, ada.account, id, 1) }]).await.unwrap();
    }
    let page = shown(&w, ada.caller(), ada.account, Subject::Account, &wanted(Bucket::Day), (None, 9)).await;
    let days: Vec<String> = page.unwrap().items.iter().map(|point| point.at.to_string()).collect();
    assert_eq!(days, ["2027-01-08T00:00:00Z", "2027-01-14T00:00:00Z", "2027-01-15T00:00:00Z"]);
    w.finish().await;
}

#[tokio::test]
async fn a_range_begins_with_the_bucket_that_holds_its_start_and_pages() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    for hour in 0..6 {
        let at = Ok(w.now().plus_seconds(-hour * 3600));
        count(&w, vec![NewRecord { at, ..record(&w, ada.account, &hour.to_string(), 1) }]).await.unwrap();
    }
    let time = |text: &str| Some(Timestamp::parse(text).unwrap());
    let (from, to) = (time("2027-01-15T04:59:00Z"), time("2027-01-15T07:00:00Z"));
    let range = Wanted { from, to, ..wanted(Bucket::Hour) };
    let page = async |after, limit| {
        shown(&w, ada.caller(), ada.account, Subject::Account, &range, (after, limit)).await.unwrap()
    };
    let all: Vec<String> = page(None, 9).await.items.iter().map(|point| point.at.to_string()).collect();
    assert_eq!(all, ["2027-01-15T04:00:00Z", "2027-01-15T05:00:00Z", "2027-01-15T06:00:00Z"]);
    let first = page(None, 2).await;
    assert!(first.more);
    let rest = page(Some(first.items[1].at), 2).await;
    assert_eq!(
        (rest.items.len(), rest.items[0].at, rest.more),
        (1, time("2027-01-15T06:00:00Z").unwrap(), false)
    );
    let backwards = Wanted { from: to, to: from, ..wanted(Bucket::Hour) };
    let refused = shown(&w, ada.caller(), ada.account, Subject::Account, &backwards, (None, 9)).await;
    assert_eq!(code(refused), "invalid_parameter");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_batch_at_once_on_two_nodes_is_counted_once() {
    let one = Arc::new(World::of(Setup::running()).await);
    let ada = one.sign_up("ada", "ably").await;
    let two = Arc::new(one.another_node(Setup::running()).await);
    let send = |node: usize| {
        let w = Arc::clone(if node.is_multiple_of(2) { &one } else { &two });
        async move {
            let batch = (0..100).map(|id| record(&w, ada.account, &format!("id-{id}"), 3)).collect();
            count(&w, batch).await.unwrap().accepted
        }
    };
    let accepted = at_once((0..8).map(send).collect()).await;
    assert_eq!(accepted.iter().sum::<u64>(), 100);
    assert_eq!(quantities(&one, &ada, Subject::Account, &wanted(Bucket::Day)).await, [300]);
    one.finish().await;
}

#[tokio::test]
async fn minutes_go_first_then_hours_and_days_stay() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    count(&w, vec![record(&w, ada.account, "a", 1)]).await.unwrap();
    let at = w.now();
    let left = async || {
        let mut left = Vec::new();
        for bucket in Bucket::ALL {
            let (from, to) = (Some(at.plus_seconds(-31 * DAY)), Some(at.plus_seconds(60)));
            left.push(
                quantities(&w, &ada, Subject::Account, &Wanted { from, to, ..wanted(bucket) }).await.len(),
            );
        }
        left
    };
    for (days, expected) in
        [(13, [1, 1, 1, 1]), (2, [0, 1, 1, 1]), (386, [0, 0, 1, 1]), (4_000, [0, 0, 1, 1])]
    {
        w.clock.pass_seconds(days * 24 * 3600);
        jobs::run_jobs(&w.cx, w.now()).await.unwrap();
        assert_eq!(left().await, expected, "{days} days later");
    }
    w.finish().await;
}

#[tokio::test]
async fn ids_are_known_for_eight_days() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let known = async || w.texts("SELECT 'x' FROM usage_records").await.len();
    count(&w, vec![record(&w, ada.account, "a", 1)]).await.unwrap();
    w.clock.pass_seconds(8 * 24 * 3600);
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    assert_eq!(known().await, 1);
    jobs::run_jobs(&w.cx, w.now().plus_seconds(DAY)).await.unwrap();
    assert_eq!(known().await, 0);
    w.finish().await;
}

#[tokio::test]
async fn who_may_not_see_statistics_sees_none() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "standard").await, w.sign_up("eve", "standard").await);
    let nobody = w.join(&ada, "nobody", grants(&[])).await;
    let see = async |caller: Caller| {
        shown(&w, caller, ada.account, Subject::Account, &wanted(Bucket::Day), (None, 9)).await
    };
    assert_eq!(refusal(see(nobody.caller()).await).permission.as_deref(), Some("account.statistics.view"));
    assert_eq!(code(see(eve.caller()).await), "not_found");
    assert_eq!(code(see(w.any_platform()).await), "permission_denied");
    assert!(see(ada.caller()).await.is_ok());
    w.finish().await;
}
