//! Limits on usage, and which of them were told of.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::Metric;
use bailiwick_domain::usage_limits::{LimitNotice, LimitSet, UsageLimit};
use bailiwick_ports::StoreError;
use bailiwick_ports::usage_limits::UsageLimitRepository;
use sea_orm::FromQueryResult;
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

    async fn note(&mut self, notice: &LimitNotice) -> Result<bool, StoreError> {
        let LimitNotice { account, limit, threshold, start } = notice;
        let insert = Sql::new(
            "INSERT INTO usage_notices (account_id, scope_id, metric, period, most, percent, start) VALUES (",
        );
        let insert = insert.list([
            account.uuid().into(),
            scope(*account, limit.series(*account).scope).into(),
            limit.metric.as_str().into(),
            kind(limit.period).into(),
            number(limit.limit).into(),
            i16::try_from(threshold.percent()).map_err(corrupt)?.into(),
            start.micros().into(),
        ]);
        Ok(insert.text(") ON CONFLICT DO NOTHING").run(self.link.writes()?).await? > 0)
    }

    async fn prune_notices(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        let key = "(account_id, scope_id, metric, period, most, percent, start)";
        let picked = "SELECT account_id, scope_id, metric, period, most, percent, start FROM usage_notices WHERE start < ";
        let delete = Sql::new("DELETE FROM usage_notices WHERE ").text(key).text(" IN (").text(picked);
        let delete =
            delete.bind(before.micros()).text(" ORDER BY start LIMIT ").bind(number(limit)).text(")");
        delete.run(self.link.writes()?).await
    }
}
