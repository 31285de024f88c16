//! The keys of service integrations.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId};
use bailiwick_domain::integrations::{IntegrationKey, Reminder};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::integrations::IntegrationKeyRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::keys::mark_used;
use crate::rows::{hash, name, number, page, small, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
pub(crate) struct Row {
    id: Uuid,
    account_id: Uuid,
    integration_id: Uuid,
    name: String,
    mac: Vec<u8>,
    created_at: i64,
    expires_at: Option<i64>,
    last_used_at: Option<i64>,
    reminded: Option<i64>,
}

pub(crate) const COLUMNS: &str =
    "id, account_id, integration_id, name, mac, created_at, expires_at, last_used_at, reminded";

impl Row {
    /// The key with the keyed hash of its secret.
    pub fn with_mac(self) -> Result<(IntegrationKey, [u8; 32]), StoreError> {
        let mac = hash(&self.mac)?;
        Ok((self.try_into()?, mac))
    }
}

impl TryFrom<Row> for IntegrationKey {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let reminder = |days| Reminder::of_days(small(days)?).ok_or_else(|| corrupt("an unknown reminder"));
        Ok(Self {
            id: KeyId::new(row.id),
            account: AccountId::new(row.account_id),
            integration: IntegrationId::new(row.integration_id),
            name: name(row.name)?,
            created_at: time(row.created_at),
            expires_at: row.expires_at.map(time),
            last_used_at: row.last_used_at.map(time),
            reminded: row.reminded.map(reminder).transpose()?,
        })
    }
}

fn days(reminder: Option<Reminder>) -> Option<i64> {
    reminder.map(|reminder| i64::from(reminder.days()))
}

fn select() -> Sql {
    Sql::new("SELECT ").text(COLUMNS).text(" FROM integration_keys WHERE ")
}

fn of(sql: Sql, account: AccountId, integration: IntegrationId) -> Sql {
    sql.text("account_id = ").bind(account.uuid()).text(" AND integration_id = ").bind(integration.uuid())
}

fn keys(rows: Vec<Row>) -> Result<Vec<IntegrationKey>, StoreError> {
    rows.into_iter().map(IntegrationKey::try_from).collect()
}

#[async_trait]
impl IntegrationKeyRepository for SqlUnitOfWork {
    async fn insert(&mut self, key: &IntegrationKey, mac: [u8; 32]) -> Result<(), StoreError> {
        let insert = Sql::new("INSERT INTO integration_keys (").text(COLUMNS).text(") VALUES (");
        let insert = insert.list([
            key.id.uuid().into(),
            key.account.uuid().into(),
            key.integration.uuid().into(),
            key.name.as_str().into(),
            mac.to_vec().into(),
            key.created_at.micros().into(),
            key.expires_at.map(Timestamp::micros).into(),
            key.last_used_at.map(Timestamp::micros).into(),
            days(key.reminded).into(),
        ]);
        insert.text(")").run(self.link.writes()?).await.map(drop)
    }

    async fn find(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        id: KeyId,
    ) -> Result<Option<IntegrationKey>, StoreError> {
        let find = of(select(), account, integration).text(" AND id = ").bind(id.uuid());
        find.one::<Row>(self.link.reads()).await?.map(IntegrationKey::try_from).transpose()
    }

    async fn list(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Page<IntegrationKey>, StoreError> {
        let rows = of(select(), account, integration)
            .some(after, |sql, after| sql.text(" AND id > ").bind(after.uuid()))
            .text(" ORDER BY id LIMIT ")
            .bind(page(limit));
        Ok(Page::cut(keys(rows.all(self.link.reads()).await?)?, limit))
    }

    async fn count(&mut self, account: AccountId, integrations: &[IntegrationId]) -> Result<u64, StoreError> {
        let ids: Vec<Uuid> = integrations.iter().map(|id| id.uuid()).collect();
        let count = Sql::new("SELECT COUNT(*) AS count FROM integration_keys WHERE account_id = ");
        let count = count.bind(account.uuid()).text(" AND integration_id IN ").values(&ids);
        count.count(self.link.reads()).await
    }

    async fn remove(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
        id: KeyId,
    ) -> Result<bool, StoreError> {
        let remove = of(Sql::new("DELETE FROM integration_keys WHERE "), account, integration);
        Ok(remove.text(" AND id = ").bind(id.uuid()).run(self.link.writes()?).await? > 0)
    }

    async fn remove_all(
        &mut self,
        account: AccountId,
        integration: IntegrationId,
    ) -> Result<Vec<KeyId>, StoreError> {
        #[derive(FromQueryResult)]
        struct Id {
            id: Uuid,
        }
        let remove = of(Sql::new("DELETE FROM integration_keys WHERE "), account, integration);
        let gone = remove.text(" RETURNING id").all::<Id>(self.link.writes()?).await?;
        let mut gone: Vec<_> = gone.into_iter().map(|row| KeyId::new(row.id)).collect();
        gone.sort_unstable();
        Ok(gone)
    }

    async fn mark_used(&mut self, used: &[(AccountId, KeyId, Timestamp)]) -> Result<(), StoreError> {
        mark_used("integration_keys", used, self.link.writes()?).await
    }

    async fn rehash(
        &mut self,
        account: AccountId,
        key: KeyId,
        old: [u8; 32],
        new: [u8; 32],
    ) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE integration_keys SET mac = ").bind(new.to_vec());
        let set = set.text(" WHERE account_id = ").bind(account.uuid());
        let set = set.text(" AND id = ").bind(key.uuid()).text(" AND mac = ").bind(old.to_vec());
        set.run(self.link.writes()?).await.map(drop)
    }

    async fn ending(
        &mut self,
        from: Timestamp,
        until: Timestamp,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Vec<IntegrationKey>, StoreError> {
        let rows = select()
            .text("expires_at > ")
            .bind(from.micros())
            .text(" AND expires_at <= ")
            .bind(until.micros())
            .some(after, |sql, after| sql.text(" AND id > ").bind(after.uuid()))
            .text(" ORDER BY id LIMIT ")
            .bind(number(limit));
        keys(rows.all(self.link.reads()).await?)
    }

    async fn mark_reminded(&mut self, key: &IntegrationKey, reminder: Reminder) -> Result<bool, StoreError> {
        let set = Sql::new("UPDATE integration_keys SET reminded = ").bind(days(Some(reminder)));
        let set = set.text(" WHERE id = ").bind(key.id.uuid()).text(" AND COALESCE(reminded, 0) = ");
        Ok(set.bind(days(key.reminded).unwrap_or(0)).run(self.link.writes()?).await? > 0)
    }
}
