//! Limits on usage, and which of them were told of.

use std::collections::BTreeSet;

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, Metric};
use bailiwick_domain::usage_limits::{LimitNotice, LimitSet, UsageLimit};
use bailiwick_ports::StoreError;
use bailiwick_ports::usage_limits::UsageLimitRepository;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{count, number};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;
use crate::usage::{bucket, kind, scope};

#[derive(FromQueryResult)]
struct Row {
    account_id: Uuid,
    app_id: Option<Uuid>,
    metric: String,
    period: i16,
    most: i64,
}

impl TryFrom<Row> for (AccountId, UsageLimit) {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let limit = UsageLimit {
            metric: Metric::try_from(row.metric).map_err(corrupt)?,
            period: bucket(row.period)?,
            limit: count(row.most)?,
            app: row.app_id.map(AppId::new),
        };
        Ok((AccountId::new(row.account_id), limit))
    }
}

/// What a notice is known by.
const NOTICE: &str = "account_id, scope_id, metric, period, most, percent, start";

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
struct NoticeRow {
    account_id: Uuid,
    scope_id: Uuid,
    metric: String,
    period: i16,
    most: i64,
    percent: i16,
    start: i64,
}

impl NoticeRow {
    fn of(notice: &LimitNotice) -> Result<Self, StoreError> {
        let LimitNotice { account, limit, threshold, start } = notice;
        Ok(Self {
            account_id: account.uuid(),
            scope_id: scope(*account, limit.series(*account).scope),
            metric: limit.metric.as_str().to_owned(),
            period: kind(limit.period),
            most: number(limit.limit),
            percent: i16::try_from(threshold.percent()).map_err(corrupt)?,
            start: start.micros(),
        })
    }

    fn values(self) -> [Value; 7] {
        let Self { account_id, scope_id, metric, period, most, percent, start } = self;
        [
            account_id.into(),
            scope_id.into(),
            metric.into(),
            period.into(),
            most.into(),
            percent.into(),
            start.into(),
        ]
    }
}

#[derive(FromQueryResult)]
struct Version {
    version: i64,
}

#[async_trait]
impl UsageLimitRepository for SqlUnitOfWork {
    async fn find(&mut self, account: AccountId) -> Result<LimitSet, StoreError> {
        let version =
            Sql::new("SELECT version FROM usage_limit_sets WHERE account_id = ").bind(account.uuid());
        let Some(Version { version }) = version.one(self.link.reads()).await? else {
            return Ok(LimitSet::default());
        };
        let items = UsageLimitRepository::find_each(self, &[account]).await?;
        let items = items.into_iter().map(|(_, limit)| limit).collect();
        Ok(LimitSet { items, version: count(version)? })
    }

    async fn find_each(
        &mut self,
        accounts: &[AccountId],
    ) -> Result<Vec<(AccountId, UsageLimit)>, StoreError> {
        let accounts: Vec<Uuid> = accounts.iter().map(|account| account.uuid()).collect();
        let rows = Sql::new(
            "SELECT account_id, app_id, metric, period, most FROM usage_limits WHERE account_id IN ",
        )
        .values(&accounts)
        .text(" ORDER BY account_id, place");
        rows.all::<Row>(self.link.reads()).await?.into_iter().map(TryFrom::try_from).collect()
    }

    async fn put(&mut self, account: AccountId, set: &LimitSet) -> Result<(), StoreError> {
        let on = self.link.writes()?;
        let version = Sql::new("INSERT INTO usage_limit_sets (account_id, version) VALUES (");
        let version = version.list([account.uuid().into(), number(set.version).into()]);
        let version = version.text(") ON CONFLICT (account_id) DO UPDATE SET version = excluded.version");
        version.run(on).await?;
        Sql::new("DELETE FROM usage_limits WHERE account_id = ").bind(account.uuid()).run(on).await?;
        for (place, limit) in (0_i16..).zip(&set.items) {
            let insert = Sql::new(
                "INSERT INTO usage_limits (account_id, place, app_id, metric, period, most) VALUES (",
            );
            let insert = insert.list([
                account.uuid().into(),
                place.into(),
                limit.app.map(AppId::uuid).into(),
                limit.metric.as_str().into(),
                kind(limit.period).into(),
                number(limit.limit).into(),
            ]);
            insert.text(")").run(on).await?;
        }
        Ok(())
    }

    async fn note(&mut self, notices: &[LimitNotice]) -> Result<Vec<bool>, StoreError> {
        let on = self.link.writes()?;
        let keys = notices.iter().map(NoticeRow::of).collect::<Result<Vec<_>, _>>()?;
        // In the order of the keys, so that units that note the same at once wait for one another, and never in a circle.
        let rows: Vec<NoticeRow> = keys.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let mut new = BTreeSet::new();
        for some in rows.chunks(128) {
            let insert = Sql::new("INSERT INTO usage_notices (").text(NOTICE).text(") VALUES ");
            let insert = insert.rows(some, |sql, row| sql.text("(").list(row.values()).text(")"));
            let insert = insert.text(" ON CONFLICT DO NOTHING RETURNING ").text(NOTICE);
            new.extend(insert.all::<NoticeRow>(on).await?);
        }
        Ok(keys.iter().map(|key| new.contains(key)).collect())
    }

    async fn prune_notices(
        &mut self,
        period: Bucket,
        before: Timestamp,
        limit: u64,
    ) -> Result<u64, StoreError> {
        let delete =
            Sql::new("DELETE FROM usage_notices WHERE (").text(NOTICE).text(") IN (SELECT ").text(NOTICE);
        let delete = delete.text(" FROM usage_notices WHERE start < ").bind(before.micros());
        let delete = delete.text(" AND period = ").bind(kind(period));
        let delete = delete.text(" ORDER BY start LIMIT ").bind(number(limit)).text(")");
        delete.run(self.link.writes()?).await
    }
}
