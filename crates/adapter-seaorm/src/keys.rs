//! Keys of keysets.

use std::collections::BTreeMap;

use async_trait::async_trait;
use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId, UserId};
use bailiwick_domain::keys::{Capability, Key, KeySecret, KeyStatus};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::access::KeyFacts;
use bailiwick_ports::keys::KeyRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::line::Line;
use crate::rows::{count, hash, known, name, number, page, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many marks one statement writes at most.
const AT_ONCE: usize = 1_000;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    keyset_id: Uuid,
    name: String,
    capabilities: String,
    status: String,
    expires_at: Option<i64>,
    created_by: Uuid,
    created_at: i64,
    last_used_at: Option<i64>,
    version: i64,
}

const COLUMNS: &str = "id, account_id, keyset_id, name, capabilities, status, expires_at, created_by, created_at, \
                       last_used_at, version";

fn capabilities(text: &str) -> Result<Vec<Capability>, StoreError> {
    serde_json::from_str(text).map_err(corrupt)
}

impl TryFrom<Row> for Key {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: KeyId::new(row.id),
            account: AccountId::new(row.account_id),
            keyset: KeysetId::new(row.keyset_id),
            name: name(row.name)?,
            capabilities: capabilities(&row.capabilities)?,
            expires_at: row.expires_at.map(time),
            status: known(&row.status, KeyStatus::parse)?,
            created_by: UserId::new(row.created_by),
            created_at: time(row.created_at),
            last_used_at: row.last_used_at.map(time),
            version: count(row.version)?,
        })
    }
}

#[derive(FromQueryResult)]
struct SecretRow {
    hash: Vec<u8>,
    created_at: i64,
    ends_at: Option<i64>,
}

impl TryFrom<SecretRow> for KeySecret {
    type Error = StoreError;
    fn try_from(row: SecretRow) -> Result<Self, StoreError> {
        let ends_at = row.ends_at.map(time);
        Ok(Self { hash: hash(&row.hash)?, created_at: time(row.created_at), ends_at })
    }
}

/// A key once for each of its secrets, with what its verification needs.
#[derive(FromQueryResult)]
pub(crate) struct FactsRow {
    access_revision: i64,
    account_id: Uuid,
    account_status: String,
    app_id: Option<Uuid>,
    keyset_id: Uuid,
    capabilities: String,
    status: String,
    expires_at: Option<i64>,
    hash: Vec<u8>,
    created_at: i64,
    ends_at: Option<i64>,
}

/// What the verification of a key needs, in one statement.
pub(crate) fn select_facts(id: KeyId) -> Sql {
    Sql::new(
        "SELECT h.access_revision, k.account_id, a.status AS account_status, r.parent_id AS app_id, k.keyset_id, \
         k.capabilities, k.status, k.expires_at, s.hash, s.created_at, s.ends_at \
         FROM keys k JOIN key_secrets s ON s.account_id = k.account_id AND s.key_id = k.id \
         JOIN resources r ON r.account_id = k.account_id AND r.id = k.keyset_id \
         JOIN accounts a ON a.id = k.account_id \
         JOIN heads h ON h.kind = 'account' AND h.id = k.account_id WHERE k.id = ",
    )
    .bind(id.uuid())
}

/// What such rows say.
pub(crate) fn facts(rows: Vec<FactsRow>) -> Result<Option<KeyFacts>, StoreError> {
    let Some(first) = rows.first() else { return Ok(None) };
    let mut facts = KeyFacts {
        revision: count(first.access_revision)?,
        account: AccountId::new(first.account_id),
        account_status: known(&first.account_status, AccountStatus::parse)?,
        app: AppId::new(first.app_id.ok_or_else(|| corrupt("a keyset without an app"))?),
        keyset: KeysetId::new(first.keyset_id),
        capabilities: capabilities(&first.capabilities)?,
        status: known(&first.status, KeyStatus::parse)?,
        expires_at: first.expires_at.map(time),
        secrets: Vec::with_capacity(rows.len()),
    };
    for FactsRow { hash, created_at, ends_at, .. } in rows {
        facts.secrets.push(SecretRow { hash, created_at, ends_at }.try_into()?);
    }
    Ok(Some(facts))
}

/// Adds which keyset.
fn of(sql: Sql, account: AccountId, keyset: KeysetId) -> Sql {
    sql.text(" account_id = ").bind(account.uuid()).text(" AND keyset_id = ").bind(keyset.uuid())
}

/// Adds whose secrets.
fn of_key(sql: &str, account: AccountId, key: KeyId) -> Sql {
    let sql = Sql::new(sql).text(" WHERE account_id = ").bind(account.uuid());
    sql.text(" AND key_id = ").bind(key.uuid())
}

fn select(account: AccountId, keyset: KeysetId) -> Sql {
    of(Sql::new("SELECT ").text(COLUMNS).text(" FROM keys WHERE"), account, keyset)
}

/// Adds which row, if it has the version before.
fn before(sql: Sql, key: &Key) -> Sql {
    let sql = of(sql.text(" WHERE"), key.account, key.keyset).text(" AND id = ").bind(key.id.uuid());
    sql.text(" AND version = ").bind(number(key.version) - 1)
}

impl SqlUnitOfWork {
    async fn insert_key_secret(&mut self, key: &Key, secret: &KeySecret) -> Result<(), StoreError> {
        let ends_at = secret.ends_at.map(Timestamp::micros);
        let insert =
            Sql::new("INSERT INTO key_secrets (account_id, key_id, hash, created_at, ends_at) VALUES (");
        let values = [
            key.account.uuid().into(),
            key.id.uuid().into(),
            secret.hash.to_vec().into(),
            secret.created_at.micros().into(),
            ends_at.into(),
        ];
        insert.list(values).text(")").run(self.link.writes()?).await.map(drop)
    }
}

/// Notes in a table of keys when some were last used. Keys that others write at that moment are passed over.
pub(crate) async fn mark_used(
    table: &str,
    used: &[(AccountId, KeyId, Timestamp)],
    on: &Line,
) -> Result<(), StoreError> {
    let latest: BTreeMap<_, Timestamp> =
        used.iter().map(|(account, key, at)| ((*account, *key), *at)).collect();
    let latest: Vec<_> = latest.into_iter().collect();
    for some in latest.chunks(AT_ONCE) {
        Sql::new("WITH used(account_id, id, at) AS (VALUES ")
            .rows(some, |sql, ((account, id), at)| {
                let sql = sql.text("(").bind(account.uuid()).text(",").bind(id.uuid());
                sql.text(",").bind(at.micros()).text(")")
            })
            .text(
                "), due(account_id, id, at) AS (SELECT k.account_id, k.id, used.at FROM used \
                 JOIN ",
            )
            .text(table)
            .text(
                " k ON k.account_id = used.account_id AND k.id = used.id \
                 WHERE (k.last_used_at IS NULL OR k.last_used_at < used.at)",
            )
            .text(if on.locks_rows() { " FOR NO KEY UPDATE OF k SKIP LOCKED" } else { "" })
            .text(
                ") UPDATE ",
            )
            .text(table)
            .text(" AS k SET last_used_at = due.at FROM due WHERE k.account_id = due.account_id AND k.id = due.id")
            .run(on)
            .await?;
    }
    Ok(())
}

#[async_trait]
impl KeyRepository for SqlUnitOfWork {
    async fn insert(&mut self, key: &Key, secret: &KeySecret) -> Result<(), StoreError> {
        let capabilities = serde_json::to_string(&key.capabilities).map_err(corrupt)?;
        let values = [
            key.id.uuid().into(),
            key.account.uuid().into(),
            key.keyset.uuid().into(),
            key.name.as_str().into(),
            capabilities.into(),
            key.status.as_str().into(),
            key.expires_at.map(Timestamp::micros).into(),
            key.created_by.uuid().into(),
            key.created_at.micros().into(),
            key.last_used_at.map(Timestamp::micros).into(),
            number(key.version).into(),
        ];
        let insert = Sql::new("INSERT INTO keys (").text(COLUMNS).text(") VALUES (").list(values);
        insert.text(")").run(self.link.writes()?).await?;
        self.insert_key_secret(key, secret).await
    }

    async fn find(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        id: KeyId,
    ) -> Result<Option<Key>, StoreError> {
        let find = select(account, keyset).text(" AND id = ").bind(id.uuid());
        find.one::<Row>(self.link.reads()).await?.map(Key::try_from).transpose()
    }

    async fn list(
        &mut self,
        account: AccountId,
        keyset: KeysetId,
        after: Option<KeyId>,
        limit: u64,
    ) -> Result<Page<Key>, StoreError> {
        let rows = select(account, keyset)
            .some(after, |sql, after| sql.text(" AND id > ").bind(after.uuid()))
            .text(" ORDER BY id LIMIT ")
            .bind(page(limit));
        let rows = rows.all::<Row>(self.link.reads()).await?;
        let items = rows.into_iter().map(Key::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn count(&mut self, account: AccountId, keyset: KeysetId) -> Result<u64, StoreError> {
        of(Sql::new("SELECT COUNT(*) AS count FROM keys WHERE"), account, keyset)
            .count(self.link.reads())
            .await
    }

    async fn update(&mut self, key: &Key) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE keys SET name = ").bind(key.name.as_str());
        let set = set.text(", status = ").bind(key.status.as_str());
        let set = set.text(", version = ").bind(number(key.version));
        written(before(set, key).run(self.link.writes()?).await?)?;
        self.heads.revised(key.account);
        Ok(())
    }

    async fn secrets(&mut self, key: &Key) -> Result<Vec<KeySecret>, StoreError> {
        let rows = of_key("SELECT hash, created_at, ends_at FROM key_secrets", key.account, key.id)
            .text(" ORDER BY ends_at IS NOT NULL, created_at DESC, hash");
        let rows = rows.all::<SecretRow>(self.link.reads()).await?;
        rows.into_iter().map(KeySecret::try_from).collect()
    }

    async fn put_secrets(&mut self, key: &Key, secrets: &[KeySecret]) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE keys SET version = ").bind(number(key.version));
        written(before(set, key).run(self.link.writes()?).await?)?;
        let delete = of_key("DELETE FROM key_secrets", key.account, key.id);
        delete.run(self.link.writes()?).await?;
        for secret in secrets {
            self.insert_key_secret(key, secret).await?;
        }
        self.heads.revised(key.account);
        Ok(())
    }

    async fn remove(&mut self, account: AccountId, keyset: KeysetId, id: KeyId) -> Result<bool, StoreError> {
        let delete = of(Sql::new("DELETE FROM keys WHERE"), account, keyset);
        let gone = delete.text(" AND id = ").bind(id.uuid()).run(self.link.writes()?).await? > 0;
        if gone {
            self.heads.revised(account);
        }
        Ok(gone)
    }

    async fn mark_used(&mut self, used: &[(AccountId, KeyId, Timestamp)]) -> Result<(), StoreError> {
        mark_used("keys", used, self.link.writes()?).await
    }

    async fn rehash(
        &mut self,
        account: AccountId,
        key: KeyId,
        old: [u8; 32],
        new: [u8; 32],
    ) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE key_secrets SET hash = ").bind(new.to_vec());
        let set = set.text(" WHERE account_id = ").bind(account.uuid());
        let set = set.text(" AND key_id = ").bind(key.uuid()).text(" AND hash = ").bind(old.to_vec());
        set.run(self.link.writes()?).await.map(drop)
    }
}
