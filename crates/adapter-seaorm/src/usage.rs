//! Usage: the names of counted records, and their sums. Rows are written in the order of their keys, in few statements.

use std::collections::BTreeMap;

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, KeysetId};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, MOST_SUM, Metric, Point, RecordName, Scope, Series, Sum};
use bailiwick_ports::usage::{RecordCursor, UsageRepository};
use bailiwick_ports::{Page, StoreError};
use sea_orm::{FromQueryResult, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::corrupt;
use crate::line::Line;
use crate::rows::{count, number, page, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many rows one statement writes. SQLite looks for each of a statement's values among all of them, so it gets few;
/// PostgreSQL is asked as seldom as can be.
fn at_once(on: &Line) -> usize {
    if on.locks_rows() { 1_024 } else { 128 }
}

/// As many bytes of a long id's beginning are kept as it is: clients count up, and what is near in time then lies near in
/// the table.
const BEGINNING: usize = 16;

/// By what a record is known: its id, or of one that is long the beginning and a hash.
fn key(id: &str) -> Vec<u8> {
    if id.len() < 2 * BEGINNING {
        return id.as_bytes().to_vec();
    }
    let hash = Sha256::digest(id.as_bytes());
    [&id.as_bytes()[..BEGINNING], &hash[..BEGINNING]].concat()
}

/// How a bucket's kind is stored.
pub(crate) fn kind(bucket: Bucket) -> i16 {
    match bucket {
        Bucket::Minute => 1,
        Bucket::Hour => 2,
        Bucket::Day => 3,
        Bucket::Month => 4,
    }
}

/// The bucket's kind that is stored so.
pub(crate) fn bucket(stored: i16) -> Result<Bucket, StoreError> {
    let found = Bucket::ALL.into_iter().find(|bucket| kind(*bucket) == stored);
    found.ok_or_else(|| corrupt(format!("an unknown kind of bucket: {stored}")))
}

/// What a scope is stored by: the account's own id stands for all of it.
pub(crate) fn scope(account: AccountId, scope: Scope) -> Uuid {
    match scope {
        Scope::Account => account.uuid(),
        Scope::App(id) => id.uuid(),
        Scope::Keyset(id) => id.uuid(),
    }
}

/// The first columns of the sums' key.
fn series(series: &Series) -> [Value; 3] {
    let Series { account, scope: of, metric } = series;
    [account.uuid().into(), scope(*account, *of).into(), metric.as_str().into()]
}

fn of_series(sql: Sql, of: &Series) -> Sql {
    let [account, scope, metric] = series(of);
    let sql = sql.text("account_id = ").bind(account).text(" AND scope_id = ").bind(scope);
    sql.text(" AND metric = ").bind(metric)
}

#[derive(FromQueryResult)]
struct NameRow {
    account_id: Uuid,
    name: Vec<u8>,
}

#[derive(FromQueryResult)]
struct PointRow {
    start: i64,
    quantity: i64,
}

#[derive(FromQueryResult)]
struct SumRow {
    account_id: Uuid,
    scope_id: Uuid,
    metric: String,
    bucket: i16,
    start: i64,
    quantity: i64,
}

#[derive(FromQueryResult)]
struct SeriesRow {
    account_id: Uuid,
    scope_id: Uuid,
    metric: String,
}

/// A series as a walk comes upon it: what kind of resource it is of is not kept, and makes no difference to the walk.
impl TryFrom<SeriesRow> for Series {
    type Error = StoreError;
    fn try_from(row: SeriesRow) -> Result<Self, StoreError> {
        let (account, of) = (AccountId::new(row.account_id), row.scope_id);
        let scope = if of == row.account_id { Scope::Account } else { Scope::Keyset(KeysetId::new(of)) };
        Ok(Self { account, scope, metric: Metric::try_from(row.metric).map_err(corrupt)? })
    }
}

impl SqlUnitOfWork {
    async fn next_series(&mut self, after: Option<&Series>) -> Result<Option<Series>, StoreError> {
        let next = Sql::new("SELECT account_id, scope_id, metric FROM usage_sums");
        let next = next.some(after, |sql, after| {
            sql.text(" WHERE (account_id, scope_id, metric) > (").list(series(after)).text(")")
        });
        let next = next.text(" ORDER BY account_id, scope_id, metric LIMIT 1");
        next.one::<SeriesRow>(self.link.reads()).await?.map(Series::try_from).transpose()
    }
}

#[async_trait]
impl UsageRepository for SqlUnitOfWork {
    async fn remember(&mut self, names: &[RecordName], now: Timestamp) -> Result<Vec<bool>, StoreError> {
        let on = self.link.writes()?;
        let mut places: BTreeMap<(Uuid, Vec<u8>), usize> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            places.entry((name.account.uuid(), key(name.id.as_str()))).or_insert(at);
        }
        let rows: Vec<&(Uuid, Vec<u8>)> = places.keys().collect();
        let mut new = vec![false; names.len()];
        for some in rows.chunks(at_once(on)) {
            let insert = Sql::new("INSERT INTO usage_records (account_id, name, counted_at) VALUES ");
            let row = |sql: Sql, (account, name): &(Uuid, Vec<u8>)| {
                sql.text("(").list([(*account).into(), name.clone().into(), now.micros().into()]).text(")")
            };
            let insert = insert.rows(some, row).text(" ON CONFLICT DO NOTHING RETURNING account_id, name");
            for NameRow { account_id, name } in insert.all(on).await? {
                if let Some(at) = places.get(&(account_id, name)) {
                    new[*at] = true;
                }
            }
        }
        Ok(new)
    }

    async fn add(&mut self, sums: &[Sum]) -> Result<(), StoreError> {
        let on = self.link.writes()?;
        let row = |sum: &Sum| -> [Value; 6] {
            let [account, scope, metric] = series(&sum.series);
            let quantity = number(sum.quantity).into();
            [account, scope, metric, kind(sum.bucket).into(), sum.start.micros().into(), quantity]
        };
        let mut sums: Vec<&Sum> = sums.iter().collect();
        sums.sort_by_key(|sum| {
            let Series { account, scope: of, metric } = &sum.series;
            (account.uuid(), scope(*account, *of), metric, sum.bucket, sum.start)
        });
        for some in sums.chunks(at_once(on)) {
            let insert = Sql::new("WITH few(a, s, m, b, t, q) AS (VALUES ");
            // The rows that fill it up add nothing.
            let mut left = some.len();
            let insert = insert.rows(some, |sql, sum| {
                let mut values = row(sum);
                if left == 0 {
                    values[5] = Value::BigInt(None);
                }
                left = left.saturating_sub(1);
                sql.text("(").list(values).text(")")
            });
            let insert = insert.text(
                ") INSERT INTO usage_sums (account_id, scope_id, metric, bucket, start, quantity) \
                 SELECT a, s, m, b, t, q FROM few WHERE q IS NOT NULL \
                 ON CONFLICT (account_id, scope_id, metric, bucket, start) DO UPDATE SET quantity = \
                 CASE WHEN usage_sums.quantity > ",
            );
            let insert =
                insert.bind(number(MOST_SUM)).text(" - excluded.quantity THEN ").bind(number(MOST_SUM));
            insert.text(" ELSE usage_sums.quantity + excluded.quantity END").run(on).await?;
        }
        Ok(())
    }

    async fn used(&mut self, wanted: &[(Series, Bucket, Timestamp)]) -> Result<Vec<u64>, StoreError> {
        let key = |of: &Series, bucket, start: Timestamp| {
            let Series { account, scope: at, metric } = of;
            (account.uuid(), scope(*account, *at), metric.as_str().to_owned(), kind(bucket), start.micros())
        };
        let mut found = BTreeMap::new();
        for some in wanted.chunks(128) {
            let few = Sql::new("WITH few(a, s, m, b, t) AS (VALUES ").rows(
                &some.iter().collect::<Vec<_>>(),
                |sql, (of, bucket, start)| {
                    let [account, scope, metric] = series(of);
                    let values = [account, scope, metric, kind(*bucket).into(), start.micros().into()];
                    sql.text("(").list(values).text(")")
                },
            );
            let rows = few.text(
                ") SELECT account_id, scope_id, metric, bucket, start, quantity FROM few JOIN usage_sums \
                 ON account_id = a AND scope_id = s AND metric = m AND bucket = b AND start = t",
            );
            for row in rows.all::<SumRow>(self.link.reads()).await? {
                let key = (row.account_id, row.scope_id, row.metric, row.bucket, row.start);
                found.insert(key, count(row.quantity)?);
            }
        }
        let of =
            |(of, bucket, start): &(Series, Bucket, Timestamp)| found.get(&key(of, *bucket, *start)).copied();
        Ok(wanted.iter().map(|wanted| of(wanted).unwrap_or(0)).collect())
    }

    async fn points(
        &mut self,
        of: &Series,
        bucket: Bucket,
        from: Timestamp,
        to: Timestamp,
        limit: u64,
    ) -> Result<Page<Point>, StoreError> {
        let points = of_series(Sql::new("SELECT start, quantity FROM usage_sums WHERE "), of);
        let points =
            points.text(" AND bucket = ").bind(kind(bucket)).text(" AND start >= ").bind(from.micros());
        let points =
            points.text(" AND start < ").bind(to.micros()).text(" AND quantity > 0 ORDER BY start LIMIT ");
        let rows = points.bind(page(limit)).all::<PointRow>(self.link.reads()).await?;
        let point = |row: PointRow| Ok(Point { at: time(row.start), quantity: count(row.quantity)? });
        Ok(Page::cut(rows.into_iter().map(point).collect::<Result<_, StoreError>>()?, limit))
    }

    async fn prune_records(
        &mut self,
        before: Timestamp,
        after: Option<RecordCursor>,
        limit: u64,
    ) -> Result<Option<RecordCursor>, StoreError> {
        let from = |sql: Sql, after: &RecordCursor| {
            let RecordCursor { account, place } = after;
            sql.text("(account_id, name) > (").list([account.uuid().into(), place.clone().into()]).text(")")
        };
        let last = Sql::new("SELECT account_id, name FROM usage_records")
            .some(after.as_ref(), |sql, after| from(sql.text(" WHERE "), after))
            .text(" ORDER BY account_id, name LIMIT 1 OFFSET ")
            .bind(number(limit) - 1);
        let last = last.one::<NameRow>(self.link.reads()).await?;
        let last = last.map(|row| RecordCursor { account: AccountId::new(row.account_id), place: row.name });
        let delete = Sql::new("DELETE FROM usage_records WHERE counted_at < ")
            .bind(before.micros())
            .some(after.as_ref(), |sql, after| from(sql.text(" AND "), after))
            .some(last.as_ref(), |sql, RecordCursor { account, place }| {
                let last = [account.uuid().into(), place.clone().into()];
                sql.text(" AND (account_id, name) <= (").list(last).text(")")
            });
        delete.run(self.link.writes()?).await?;
        Ok(last)
    }

    async fn prune_sums(
        &mut self,
        before: &[(Bucket, Timestamp)],
        mut after: Option<Series>,
        limit: u64,
    ) -> Result<Option<Series>, StoreError> {
        for _ in 0..limit {
            let Some(next) = self.next_series(after.as_ref()).await? else { return Ok(None) };
            for (bucket, before) in before {
                let delete = of_series(Sql::new("DELETE FROM usage_sums WHERE "), &next);
                let delete = delete.text(" AND bucket = ").bind(kind(*bucket));
                delete.text(" AND start < ").bind(before.micros()).run(self.link.writes()?).await?;
            }
            after = Some(next);
        }
        Ok(after)
    }
}

#[cfg(test)]
mod tests {
    use bailiwick_domain::ids::AppId;

    use super::*;

    #[test]
    fn a_long_id_is_known_by_its_beginning_and_a_hash_and_a_short_one_by_itself() {
        let long = key(&"a".repeat(128));
        assert_eq!((long.len(), &long[..16]), (32, &[b'a'; 16][..]));
        assert_ne!(long, key(&"a".repeat(127)));
        assert_eq!(key(&"a".repeat(31)), [b'a'; 31]);
    }

    #[test]
    fn every_bucket_is_read_as_it_was_stored() {
        assert_eq!(Bucket::ALL.map(|one| bucket(kind(one)).unwrap()), Bucket::ALL);
        assert!(bucket(0).is_err());
    }

    #[test]
    fn scopes_are_of_the_account_or_of_a_resource() {
        let (account, app) = (AccountId::new(Uuid::from_u128(1)), AppId::new(Uuid::from_u128(2)));
        assert_eq!(scope(account, Scope::Account), account.uuid());
        assert_eq!(scope(account, Scope::App(app)), app.uuid());
    }
}
