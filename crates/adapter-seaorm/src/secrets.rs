//! Secrets of keysets, and accounts' data keys.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, KeysetId};
use bailiwick_domain::secrets::{KeptSecret, SecretEntry, SecretName};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::secrets::SecretRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{number, page, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct EntryRow {
    name: String,
    created_at: i64,
    updated_at: i64,
}

impl TryFrom<EntryRow> for SecretEntry {
    type Error = StoreError;
    fn try_from(row: EntryRow) -> Result<Self, StoreError> {
        Ok(Self {
            name: SecretName::try_from(row.name).map_err(corrupt)?,
            created_at: time(row.created_at),
            updated_at: time(row.updated_at),
        })
    }
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    sealed: Vec<u8>,
    created_at: i64,
    updated_at: i64,
}

#[derive(FromQueryResult)]
struct DataKey {
    account_id: Uuid,
    sealed: Vec<u8>,
}

/// Adds which keyset.
fn of(sql: &str, account: AccountId, keyset: KeysetId) -> Sql {
    let sql = Sql::new(sql).text(" FROM secrets WHERE account_id = ").bind(account.uuid());
    sql.text(" AND keyset_id = ").bind(keyset.uuid())
}

#[async_trait]
impl SecretRepository for SqlUnitOfWork {
    async fn data_key(&mut self, account: AccountId) -> Result<Option<Vec<u8>>, StoreError> {
        let find = Sql::new("SELECT account_id, sealed FROM data_keys WHERE account_id = ");
        let row = find.bind(account.uuid()).one::<DataKey>(self.link.reads()).await?;
        Ok(row.map(|row| row.sealed))
    }

    async fn keep_data_key(
        &mut self,
        account: AccountId,
        sealed: &[u8],
        now: Timestamp,
    ) -> Result<Vec<u8>, StoreError> {
        let insert = Sql::new("INSERT INTO data_keys (account_id, sealed, created_at) VALUES (");
        let values = [account.uuid().into(), sealed.to_vec().into(), now.micros().into()];
        let insert = insert.list(values).text(") ON CONFLICT DO NOTHING");
        insert.run(self.link.writes()?).await?;
        let kept = SecretRepository::data_key(self, account).await?;
        kept.ok_or_else(|| corrupt(format!("the data key of {account} was not kept")))
    }

    async fn data_keys(
        &mut self,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<(AccountId, Vec<u8>)>, StoreError> {
        let rows = Sql::new("SELECT account_id, sealed FROM data_keys WHERE account_id > ")
            .bind(after.map_or(Uuid::nil(), AccountId::uuid))
            .text(" ORDER BY account_id LIMIT ")
            .bind(number(limit));
        let rows = rows.all::<DataKey>(self.link.reads()).await?;
        Ok(rows.into_iter().map(|row| (AccountId::new(row.account_id), row.sealed)).collect())
    }

    async fn reseal(&mut self, account: AccountId, old: &[u8], new: &[u8]) -> Result<(), StoreError> {
        let reseal = Sql::new("UPDATE data_keys SET sealed = ").bind(new.to_vec());
        let reseal = reseal.text(" WHERE account_id = ").bind(account.uuid());
        let reseal = reseal.text(" AND sealed = ").bind(old.to_vec());
        reseal.run(self.link.writes()?).await.map(drop)
    }

    async fn put(&mut self, secret: &KeptSecret) -> Result<(), StoreError> {
        let put = Sql::new(
            "INSERT INTO secrets (account_id, keyset_id, name, sealed, created_at, updated_at) VALUES (",
        );
        let values = [
            secret.account.uuid().into(),
            secret.keyset.uuid().into(),
            secret.entry.name.as_str().into(),
            secret.sealed.clone().into(),
            secret.entry.created_at.micros().into(),
            secret.entry.updated_at.micros().into(),
        ];
        put.list(values)
            .text(") ON CONFLICT (account_id, keyset_id, name) DO UPDATE SET sealed = excluded.sealed,")
            .text(" updated_at = excluded.updated_at")
            .run(self.link.writes()?)
            .await
            .map(drop)
    }

    async fn find(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        name: &SecretName,
    ) -> Result<Option<KeptSecret>, StoreError> {
        let find = of("SELECT name, sealed, created_at, updated_at", account, keyset);
        let row = find.text(" AND name = ").bind(name.as_str()).one::<Row>(self.link.reads()).await?;
        let Some(Row { name, sealed, created_at, updated_at }) = row else { return Ok(None) };
        let entry = EntryRow { name, created_at, updated_at }.try_into()?;
        Ok(Some(KeptSecret { account, keyset, entry, sealed }))
    }

    async fn list(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        after: Option<&SecretName>,
        limit: u64,
    ) -> Result<Page<SecretEntry>, StoreError> {
        let rows = of("SELECT name, created_at, updated_at", account, keyset)
            .some(after, |sql, after| sql.text(" AND name > ").bind(after.as_str()))
            .text(" ORDER BY name LIMIT ")
            .bind(page(limit));
        let rows = rows.all::<EntryRow>(self.link.reads()).await?;
        let items = rows.into_iter().map(SecretEntry::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn count(&mut self, account: AccountId, keyset: KeysetId) -> Result<u64, StoreError> {
        of("SELECT COUNT(*) AS count", account, keyset).count(self.link.reads()).await
    }

    async fn remove(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        name: &SecretName,
    ) -> Result<bool, StoreError> {
        let delete = of("DELETE", account, keyset).text(" AND name = ").bind(name.as_str());
        Ok(delete.run(self.link.writes()?).await? > 0)
    }
}
