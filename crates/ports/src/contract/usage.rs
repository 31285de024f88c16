//! Usage: each record once, and exact sums, whoever writes at the same time.

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{
    Bucket, MOST_QUANTITY, MOST_SUM, Metric, Point, Record, RecordId, RecordName, Scope, Series, Sum, sums,
};

use super::fixtures::{at, attempt, commit, read, unique, uuid};
use crate::usage::RecordCursor;
use crate::{Access, Store, StoreError, UnitOfWork};

fn new_account() -> AccountId {
    AccountId::new(uuid())
}

fn metric(text: &str) -> Metric {
    Metric::try_from(text.to_owned()).expect("a metric")
}

fn name(account: AccountId, id: &str) -> RecordName {
    RecordName { account, id: RecordId::try_from(id.to_owned()).expect("an id") }
}

fn names(account: AccountId, ids: &[&str]) -> Vec<RecordName> {
    ids.iter().map(|id| name(account, id)).collect()
}

fn whole(account: AccountId) -> Series {
    Series { account, scope: Scope::Account, metric: metric("messages") }
}

async fn remember(store: &dyn Store, names: &[RecordName]) -> Vec<bool> {
    commit(store, async |unit| unit.usage().remember(names, at(0)).await).await
}

/// As the use case does: what is new among some records is added.
async fn count(unit: &mut dyn UnitOfWork, records: &[Record], now: Timestamp) -> Result<(), StoreError> {
    let names: Vec<RecordName> = records.iter().map(|record| record.name.clone()).collect();
    let new = unit.usage().remember(&names, now).await?;
    let new = records.iter().zip(new).filter(|(_, new)| *new).map(|(record, _)| record);
    unit.usage().add(&sums(new)).await
}

async fn add(store: &dyn Store, all: &[Sum]) {
    commit(store, async |unit| unit.usage().add(all).await).await;
}

async fn points(store: &dyn Store, series: &Series, bucket: Bucket, limit: u64) -> (Vec<Point>, bool) {
    let all = (Timestamp::from_micros(0), Timestamp::MAX);
    let page = read(store, async |unit| unit.usage().points(series, bucket, all.0, all.1, limit).await).await;
    (page.items, page.more)
}

async fn total(store: &dyn Store, series: &Series, bucket: Bucket) -> u64 {
    points(store, series, bucket, 10_000).await.0.iter().map(|point| point.quantity).sum()
}

/// A record is new once in its account, also where it is brought twice at once, and stays new where nothing was committed.
pub async fn records_are_remembered_by_their_name(store: &dyn Store) {
    let (ours, theirs) = (new_account(), new_account());
    let mut unit = store.begin(Access::Write).await.expect("a unit");
    let undone = unit.usage().remember(&names(ours, &["a"]), at(0)).await.expect("an answer");
    assert_eq!(undone, [true]);
    unit.rollback().await.expect("a rollback");
    assert_eq!(remember(store, &names(ours, &["b", "a", "b"])).await, [true, true, false]);
    assert_eq!(remember(store, &names(ours, &["c", "a", "A"])).await, [true, false, true]);
    assert_eq!(remember(store, &names(theirs, &["a"])).await, [true]);
    let long = "x".repeat(127);
    let (one, two) = (format!("{long}1"), format!("{long}2"));
    assert_eq!(remember(store, &names(ours, &[&one, &two, &one])).await, [true, true, false]);
    assert_eq!(remember(store, &names(ours, &[&two])).await, [false]);
    assert_eq!(remember(store, &[]).await, [false; 0]);
}

/// More records than one statement takes.
pub async fn a_thousand_records_are_remembered_together(store: &dyn Store) {
    let account = new_account();
    let all: Vec<RecordName> = (0..1_000).map(|number| name(account, &format!("r{number}"))).collect();
    assert_eq!(remember(store, &all[..700]).await, vec![true; 700]);
    let new = remember(store, &all).await;
    assert!(new[..700].iter().all(|new| !new) && new[700..].iter().all(|new| *new));
}

/// Of units that bring the same in one order or another, one is told that it is new.
pub async fn what_is_brought_at_once_is_new_once(store: &dyn Store) {
    let account = new_account();
    for round in 0..5 {
        let mut ids: Vec<RecordName> = (0..200).map(|id| name(account, &format!("{round}-{id}"))).collect();
        let forth = ids.clone();
        ids.reverse();
        let (one, two, three) =
            tokio::join!(remember(store, &forth), remember(store, &ids), remember(store, &forth));
        let (mut two, mut new) = (two, 0);
        two.reverse();
        for at in 0..forth.len() {
            let told = [one[at], two[at], three[at]].into_iter().filter(|new| *new).count();
            assert_eq!(told, 1, "{:?}", forth[at]);
            new += told;
        }
        assert_eq!(new, 200);
    }
}

struct Product {
    account: AccountId,
    apps: [AppId; 2],
    keysets: [KeysetId; 2],
}

impl Product {
    fn record(&self, writer: u64, number: u64) -> Record {
        let odd = usize::from(number % 2 == 1);
        Record {
            name: name(self.account, &format!("{writer}-{number}")),
            app: (!number.is_multiple_of(3)).then_some(self.apps[odd]),
            keyset: (number % 3 > 1).then_some(self.keysets[odd]),
            metric: metric(if number.is_multiple_of(5) { "connections" } else { "messages" }),
            quantity: number,
            at: at(i64::try_from(number * 20).unwrap_or_default()),
        }
    }
}

const BATCHES: u64 = 6;
const BATCH: u64 = 50;

/// So many batches, with one in ten records sent again at once, in the other order, within the batch of another writer.
async fn write(store: &dyn Store, product: &Product, writer: u64) {
    for batch in 0..BATCHES {
        let numbers = batch * BATCH..(batch + 1) * BATCH;
        let own = numbers.clone().map(|number| product.record(writer, number));
        let again = numbers.rev().filter(|number| number.is_multiple_of(10));
        let again = again.map(|number| product.record(writer ^ 1, number));
        let all: Vec<Record> =
            if writer.is_multiple_of(2) { own.chain(again).collect() } else { again.chain(own).collect() };
        commit(store, async |unit| count(unit, &all, at(0)).await).await;
    }
}

/// Eight writers at once, with one in ten records sent twice: every sum is exact, at each level and in each kind of bucket.
pub async fn eight_writers_at_once_make_exact_sums(store: &dyn Store) {
    let product = Product {
        account: new_account(),
        apps: [AppId::new(uuid()), AppId::new(uuid())],
        keysets: [KeysetId::new(uuid()), KeysetId::new(uuid())],
    };
    let writer = |number| write(store, &product, number);
    tokio::join!(writer(0), writer(1), writer(2), writer(3), writer(4), writer(5), writer(6), writer(7));
    let all: Vec<Record> = (0..8)
        .flat_map(|writer| (0..BATCHES * BATCH).map(move |number| (writer, number)))
        .map(|(writer, number)| product.record(writer, number))
        .collect();
    let expected = sums(&all);
    assert!(expected.len() > 400);
    for one in expected {
        let of = [(one.series.clone(), one.bucket, one.start)];
        let used = read(store, async |unit| unit.usage().used(&of).await).await;
        assert_eq!(used, [one.quantity], "{one:?}");
    }
}

/// A unit that fails after it counted leaves nothing, and what it brought is counted when it comes again.
pub async fn a_unit_that_is_undone_has_counted_nothing(store: &dyn Store) {
    let product = Product {
        account: new_account(),
        apps: [AppId::new(uuid()); 2],
        keysets: [KeysetId::new(uuid()); 2],
    };
    let records: Vec<Record> = (1..5).map(|number| product.record(0, number)).collect();
    let failed = attempt(store, async |unit| {
        count(unit, &records, at(0)).await?;
        Err::<(), _>(StoreError::Stale)
    });
    assert!(failed.await.is_err());
    let series = whole(product.account);
    assert_eq!(total(store, &series, Bucket::Month).await, 0);
    for _ in 0..2 {
        commit(store, async |unit| count(unit, &records, at(0)).await).await;
        assert_eq!(total(store, &series, Bucket::Month).await, 1 + 2 + 3 + 4);
    }
}

fn sum(series: &Series, bucket: Bucket, seconds: i64, quantity: u64) -> Sum {
    Sum { series: series.clone(), bucket, start: at(seconds), quantity }
}

/// Buckets come oldest first, in a range, by pages, of one series and one kind.
pub async fn points_are_read_by_range_and_page(store: &dyn Store) {
    let (series, other) = (whole(new_account()), whole(new_account()));
    let mut all: Vec<Sum> = (0..5).map(|day| sum(&series, Bucket::Day, day * 86_400, 10)).collect();
    all.push(sum(&series, Bucket::Hour, 0, 99));
    all.push(sum(&series, Bucket::Day, 5 * 86_400, 0));
    all.push(sum(&other, Bucket::Day, 0, 99));
    all.push(sum(&Series { metric: metric("other"), ..series.clone() }, Bucket::Day, 0, 99));
    add(store, &all).await;
    add(store, &[sum(&series, Bucket::Day, 86_400, 5)]).await;
    let (first, more) = points(store, &series, Bucket::Day, 2).await;
    assert!(more);
    assert_eq!(first, [Point { at: at(0), quantity: 10 }, Point { at: at(86_400), quantity: 15 }]);
    let (every, more) = points(store, &series, Bucket::Day, 5).await;
    assert_eq!((every.len(), more), (5, false), "an empty bucket is left out");
    let range = (at(86_400), at(3 * 86_400));
    let page =
        read(store, async |unit| unit.usage().points(&series, Bucket::Day, range.0, range.1, 9).await).await;
    let starts: Vec<Timestamp> = page.items.iter().map(|point| point.at).collect();
    assert_eq!(starts, [at(86_400), at(2 * 86_400)], "from one moment until before another");
}

/// What a unit added it reads, of each bucket that is asked for, in that order.
pub async fn a_unit_reads_what_it_added(store: &dyn Store) {
    let (series, other) = (whole(new_account()), whole(new_account()));
    add(store, &[sum(&series, Bucket::Hour, 0, 3)]).await;
    let wanted = [
        (other.clone(), Bucket::Hour, at(0)),
        (series.clone(), Bucket::Hour, at(0)),
        (series.clone(), Bucket::Day, at(0)),
        (series.clone(), Bucket::Hour, at(3600)),
    ];
    let used = commit(store, async |unit| {
        unit.usage().add(&[sum(&series, Bucket::Hour, 0, 4), sum(&other, Bucket::Hour, 0, 1)]).await?;
        unit.usage().used(&wanted).await
    });
    assert_eq!(used.await, [1, 7, 0, 0]);
    assert_eq!(read(store, async |unit| unit.usage().used(&[]).await).await, [0; 0]);
}

/// A sum that would be too large for the store stays at the largest that it has.
pub async fn a_sum_stops_at_the_largest_number(store: &dyn Store) {
    let series = whole(new_account());
    for quantity in [MOST_QUANTITY, MOST_SUM, MOST_SUM] {
        add(store, &[sum(&series, Bucket::Month, 0, quantity)]).await;
    }
    assert_eq!(total(store, &series, Bucket::Month).await, MOST_SUM);
    add(store, &[sum(&series, Bucket::Month, 0, 1)]).await;
    assert_eq!(total(store, &series, Bucket::Month).await, MOST_SUM);
}

/// Records are forgotten that were counted before a time, in steps, and no others.
pub async fn records_are_forgotten_after_their_time(store: &dyn Store) {
    let account = new_account();
    let (old, young) = (unique("old"), unique("young"));
    for (start, seconds) in [(&old, 10), (&young, 20)] {
        let some: Vec<RecordName> =
            (0..5).map(|number| name(account, &format!("{start}-{number}"))).collect();
        commit(store, async |unit| unit.usage().remember(&some, at(seconds)).await).await;
    }
    let mut place: Option<RecordCursor> = None;
    for _ in 0..10_000 {
        place = commit(store, async |unit| unit.usage().prune_records(at(20), place.take(), 3).await).await;
        if place.is_none() {
            break;
        }
    }
    assert_eq!(place, None, "the walk ends");
    let again = [name(account, &format!("{old}-4")), name(account, &format!("{young}-0"))];
    assert_eq!(remember(store, &again).await, [true, false]);
}

/// Buckets of the kinds that are named are removed when they began before a time, of one series after the other.
pub async fn buckets_of_long_ago_are_removed(store: &dyn Store) {
    let (one, two) = (whole(new_account()), whole(new_account()));
    for series in [&one, &two] {
        let of = |bucket| (0..3).map(move |step| sum(series, bucket, step * 86_400, 1));
        let all: Vec<Sum> = Bucket::ALL.into_iter().flat_map(of).collect();
        add(store, &all).await;
    }
    let before = [(Bucket::Minute, at(2 * 86_400)), (Bucket::Hour, at(86_400))];
    let mut last = None;
    for _ in 0..10_000 {
        last = commit(store, async |unit| unit.usage().prune_sums(&before, last.take(), 1).await).await;
        if last.is_none() {
            break;
        }
    }
    assert_eq!(last, None, "the walk ends");
    for series in [&one, &two] {
        let mut left = Vec::new();
        for bucket in Bucket::ALL {
            left.push(points(store, series, bucket, 10).await.0.len());
        }
        assert_eq!(left, [1, 2, 3, 3]);
    }
}
