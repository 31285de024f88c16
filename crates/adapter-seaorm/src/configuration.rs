//! Apps' configurations.

use async_trait::async_trait;
use bailiwick_domain::audit::Party;
use bailiwick_domain::configuration::{Configuration, Document, Version};
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_ports::configuration::ConfigurationRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;

use crate::error::corrupt;
use crate::rows::{count, number, page, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct VersionRow {
    version: i64,
    bytes: i64,
    made_at: i64,
    made_by: String,
}

#[derive(FromQueryResult)]
struct Row {
    version: i64,
    bytes: i64,
    made_at: i64,
    made_by: String,
    document: String,
}

impl TryFrom<VersionRow> for Version {
    type Error = StoreError;
    fn try_from(row: VersionRow) -> Result<Self, StoreError> {
        let made_by: Party = serde_json::from_str(&row.made_by).map_err(corrupt)?;
        let (number, bytes) = (count(row.version)?, count(row.bytes)?);
        Ok(Self { number, made_at: time(row.made_at), made_by, bytes })
    }
}

fn whole(account: AccountId, app: AppId, row: Row) -> Result<Configuration, StoreError> {
    let Row { version, bytes, made_at, made_by, document } = row;
    let document = Document::read(&document).map_err(corrupt)?;
    let version = VersionRow { version, bytes, made_at, made_by }.try_into()?;
    Ok(Configuration { account, app, version, document })
}

fn of(sql: &str, account: AccountId, app: AppId) -> Sql {
    let sql = Sql::new(sql).text(" app_configurations WHERE account_id = ").bind(account.uuid());
    sql.text(" AND app_id = ").bind(app.uuid())
}

const WHOLE: &str = "SELECT version, bytes, made_at, made_by, document FROM";

#[async_trait]
impl ConfigurationRepository for SqlUnitOfWork {
    async fn newest(&mut self, account: AccountId, app: AppId) -> Result<Option<Configuration>, StoreError> {
        let find = of(WHOLE, account, app).text(" ORDER BY version DESC LIMIT 1");
        find.one(self.link.reads()).await?.map(|row| whole(account, app, row)).transpose()
    }

    async fn find(
        &mut self,
        account: AccountId,
        app: AppId,
        version: u64,
    ) -> Result<Option<Configuration>, StoreError> {
        let find = of(WHOLE, account, app).text(" AND version = ").bind(number(version));
        find.one(self.link.reads()).await?.map(|row| whole(account, app, row)).transpose()
    }

    async fn versions(
        &mut self,
        account: AccountId,
        app: AppId,
        below: Option<u64>,
        limit: u64,
    ) -> Result<Page<Version>, StoreError> {
        let rows = of("SELECT version, bytes, made_at, made_by FROM", account, app)
            .some(below, |sql, below| sql.text(" AND version < ").bind(number(below)))
            .text(" ORDER BY version DESC LIMIT ")
            .bind(page(limit))
            .all::<VersionRow>(self.link.reads())
            .await?;
        let items = rows.into_iter().map(Version::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn insert(&mut self, configuration: &Configuration) -> Result<(), StoreError> {
        let Configuration { account, app, version, document } = configuration;
        let made_by = serde_json::to_string(&version.made_by).map_err(corrupt)?;
        let insert = Sql::new(
            "INSERT INTO app_configurations (account_id, app_id, version, bytes, made_at, made_by, document) VALUES (",
        );
        let insert = insert.list([
            account.uuid().into(),
            app.uuid().into(),
            number(version.number).into(),
            number(version.bytes).into(),
            version.made_at.micros().into(),
            made_by.into(),
            document.text().into(),
        ]);
        insert.text(")").run(self.link.writes()?).await.map(drop)
    }

    async fn prune(&mut self, account: AccountId, app: AppId, below: u64) -> Result<(), StoreError> {
        let prune = of("DELETE FROM", account, app).text(" AND version < ").bind(number(below));
        prune.run(self.link.writes()?).await.map(drop)
    }
}
