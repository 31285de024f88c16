//! Passkeys.

use async_trait::async_trait;
use bailiwick_domain::ids::{PasskeyId, UserId};
use bailiwick_domain::passkeys::Passkey;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::passkeys::PasskeyRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::rows::{count, name, number, page, small, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct Row {
    user_id: Uuid,
    id: Uuid,
    name: String,
    credential: Vec<u8>,
    key: String,
    counter: i64,
    created_at: i64,
    last_used_at: Option<i64>,
    version: i64,
}

const COLUMNS: &str = "user_id, id, name, credential, key, counter, created_at, last_used_at, version";

impl TryFrom<Row> for Passkey {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: PasskeyId::new(row.id),
            user: UserId::new(row.user_id),
            name: name(row.name)?,
            credential: row.credential,
            key: row.key,
            counter: small(row.counter)?,
            created_at: time(row.created_at),
            last_used_at: row.last_used_at.map(time),
            version: count(row.version)?,
        })
    }
}

fn select() -> Sql {
    Sql::new("SELECT ").text(COLUMNS).text(" FROM passkeys WHERE ")
}

/// One of a user's.
fn of(sql: Sql, user: UserId, id: PasskeyId) -> Sql {
    sql.text("user_id = ").bind(user.uuid()).text(" AND id = ").bind(id.uuid())
}

#[async_trait]
impl PasskeyRepository for SqlUnitOfWork {
    async fn insert(&mut self, passkey: &Passkey) -> Result<(), StoreError> {
        let insert = Sql::new("INSERT INTO passkeys (").text(COLUMNS).text(") VALUES (");
        let insert = insert.list([
            passkey.user.uuid().into(),
            passkey.id.uuid().into(),
            passkey.name.as_str().into(),
            passkey.credential.clone().into(),
            passkey.key.as_str().into(),
            i64::from(passkey.counter).into(),
            passkey.created_at.micros().into(),
            passkey.last_used_at.map(Timestamp::micros).into(),
            number(passkey.version).into(),
        ]);
        insert.text(")").run(self.link.writes()?).await.map(drop)
    }

    async fn find(&mut self, user: UserId, id: PasskeyId) -> Result<Option<Passkey>, StoreError> {
        let found = of(select(), user, id).one::<Row>(self.link.reads()).await?;
        found.map(Passkey::try_from).transpose()
    }

    async fn of_credential(&mut self, credential: &[u8]) -> Result<Option<Passkey>, StoreError> {
        let find = select().text("credential = ").bind(credential.to_vec());
        find.one::<Row>(self.link.reads()).await?.map(Passkey::try_from).transpose()
    }

    async fn list(
        &mut self,
        user: UserId,
        after: Option<PasskeyId>,
        limit: u64,
    ) -> Result<Page<Passkey>, StoreError> {
        let rows = select()
            .text("user_id = ")
            .bind(user.uuid())
            .some(after, |sql, after| sql.text(" AND id > ").bind(after.uuid()))
            .text(" ORDER BY id LIMIT ")
            .bind(page(limit))
            .all::<Row>(self.link.reads())
            .await?;
        let items = rows.into_iter().map(Passkey::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn rename(&mut self, passkey: &Passkey) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE passkeys SET name = ").bind(passkey.name.as_str());
        let set = set.text(", version = ").bind(number(passkey.version)).text(" WHERE ");
        let set = of(set, passkey.user, passkey.id).text(" AND version = ");
        written(set.bind(number(passkey.version) - 1).run(self.link.writes()?).await?)
    }

    async fn mark_used(
        &mut self,
        passkey: &Passkey,
        counter: u32,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let set = Sql::new("UPDATE passkeys SET counter = ").bind(i64::from(counter));
        let set = set.text(", last_used_at = ").bind(now.micros()).text(" WHERE ");
        let set = of(set, passkey.user, passkey.id).text(" AND counter = ");
        Ok(set.bind(i64::from(passkey.counter)).run(self.link.writes()?).await? > 0)
    }

    async fn remove(&mut self, user: UserId, id: PasskeyId) -> Result<bool, StoreError> {
        let remove = of(Sql::new("DELETE FROM passkeys WHERE "), user, id);
        Ok(remove.run(self.link.writes()?).await? > 0)
    }

    async fn remove_all(&mut self, user: UserId) -> Result<(), StoreError> {
        let remove = Sql::new("DELETE FROM passkeys WHERE user_id = ").bind(user.uuid());
        remove.run(self.link.writes()?).await.map(drop)
    }
}
