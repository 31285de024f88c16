//! Sessions.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::{Methods, Session, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::sessions::{Familiarity, SessionRepository};
use bailiwick_ports::{Page, StoreError};
use sea_orm::sea_query::{ExprTrait, Func};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use uuid::Uuid;

use crate::entities::sessions::{Column, Entity, Model};
use crate::error::db;
use crate::line::Line;
use crate::rows::{fetch, hash, number, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many sessions one statement marks at most.
const AT_ONCE: usize = 1_000;

impl From<Model> for Session {
    fn from(row: Model) -> Self {
        Self {
            id: SessionId::new(row.id),
            user: UserId::new(row.user_id),
            signed_in: SignedIn {
                at: time(row.created_at),
                // Bits of methods that are not known say nothing.
                methods: Methods::from_bits(row.methods.to_le_bytes()[0]),
                sso: row.sso_account_id.map(AccountId::new),
            },
            last_seen_at: time(row.last_seen_at.unwrap_or(row.created_at)),
            expires_at: time(row.expires_at),
            source_ip: row.source_ip,
            user_agent: row.user_agent,
        }
    }
}

#[derive(FromQueryResult)]
struct Token {
    token_hash: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Ended {
    id: Uuid,
    user_id: Uuid,
    token_hash: Vec<u8>,
}

/// Ends some sessions, by id. They are locked in that order first: two who end some of the same do not wait for each other.
async fn end(
    on: &Line,
    some: impl FnOnce(Sql) -> Sql,
) -> Result<Vec<(UserId, SessionId, [u8; 32])>, StoreError> {
    let begun = Sql::new("DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ");
    let mut ended = some(begun)
        .text(" ORDER BY id")
        .text(if on.locks_rows() { " FOR UPDATE" } else { "" })
        .text(") RETURNING id, user_id, token_hash")
        .all::<Ended>(on)
        .await?;
    ended.sort_unstable_by_key(|ended| ended.id);
    let told =
        |ended: Ended| Ok((UserId::new(ended.user_id), SessionId::new(ended.id), hash(&ended.token_hash)?));
    ended.into_iter().map(told).collect()
}

#[async_trait]
impl SessionRepository for SqlUnitOfWork {
    async fn insert(&mut self, session: &Session, token_hash: [u8; 32]) -> Result<(), StoreError> {
        let row = Model {
            id: session.id.uuid(),
            user_id: session.user.uuid(),
            token_hash: token_hash.to_vec(),
            created_at: session.signed_in.at.micros(),
            methods: i64::from(session.signed_in.methods.bits()),
            last_seen_at: Some(session.last_seen_at.micros()),
            sso_account_id: session.signed_in.sso.map(AccountId::uuid),
            expires_at: session.expires_at.micros(),
            source_ip: session.source_ip.clone(),
            user_agent: session.user_agent.clone(),
        };
        let insert = Entity::insert(row.into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db).map(drop)
    }

    async fn find(&mut self, user: UserId, id: SessionId) -> Result<Option<Session>, StoreError> {
        let row = Entity::find_by_id(id.uuid()).filter(Column::UserId.eq(user.uuid()));
        Ok(row.one(self.link.reads()).await.map_err(db)?.map(Session::from))
    }

    async fn list(
        &mut self,
        user: UserId,
        now: Timestamp,
        seen_since: Timestamp,
        after: Option<SessionId>,
        limit: u64,
    ) -> Result<Page<Session>, StoreError> {
        let mut rows = Entity::find()
            .filter(Column::UserId.eq(user.uuid()))
            .filter(Column::ExpiresAt.gt(now.micros()))
            .filter(
                Func::coalesce([Column::LastSeenAt.into_expr(), Column::CreatedAt.into_expr()])
                    .gt(seen_since.micros()),
            )
            .order_by_asc(Column::Id)
            .limit(fetch(limit));
        if let Some(after) = after {
            rows = rows.filter(Column::Id.gt(after.uuid()));
        }
        let rows = rows.all(self.link.reads()).await.map_err(db)?;
        Ok(Page::cut(rows, limit).map(Session::from))
    }

    async fn remove(&mut self, user: UserId, id: SessionId) -> Result<Option<[u8; 32]>, StoreError> {
        let delete = Sql::new("DELETE FROM sessions WHERE id = ").bind(id.uuid()).text(" AND user_id = ");
        let delete = delete.bind(user.uuid()).text(" RETURNING token_hash");
        let removed = delete.one::<Token>(self.link.writes()?).await?;
        removed.map(|removed| hash(&removed.token_hash)).transpose()
    }

    async fn remove_others(
        &mut self,
        user: UserId,
        kept: Option<SessionId>,
    ) -> Result<Vec<(SessionId, [u8; 32])>, StoreError> {
        let some = |sql: Sql| {
            let sql = sql.text("user_id = ").bind(user.uuid());
            sql.some(kept, |sql, kept| sql.text(" AND id <> ").bind(kept.uuid()))
        };
        let ended = end(self.link.writes()?, some).await?;
        Ok(ended.into_iter().map(|(_, id, hash)| (id, hash)).collect())
    }

    async fn remove_oldest(
        &mut self,
        user: UserId,
        through: Option<AccountId>,
        kept: u64,
        limit: u64,
    ) -> Result<Vec<(SessionId, [u8; 32])>, StoreError> {
        let some = |sql: Sql| {
            let sql = sql.text("id IN (SELECT id FROM sessions WHERE user_id = ").bind(user.uuid());
            let sql = sql.text(" AND sso_account_id ");
            let sql = match through {
                Some(account) => sql.text("= ").bind(account.uuid()),
                None => sql.text("IS NULL"),
            };
            let sql = sql.text(" ORDER BY created_at DESC, id DESC LIMIT ").bind(number(limit));
            sql.text(" OFFSET ").bind(number(kept)).text(")")
        };
        let ended = end(self.link.writes()?, some).await?;
        Ok(ended.into_iter().map(|(_, id, hash)| (id, hash)).collect())
    }

    async fn remove_through(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<(UserId, SessionId, [u8; 32])>, StoreError> {
        let some = |sql: Sql| sql.text("sso_account_id = ").bind(account.uuid());
        end(self.link.writes()?, some).await
    }

    async fn mark_seen(&mut self, seen: &[(SessionId, Timestamp)]) -> Result<(), StoreError> {
        let on = self.link.writes()?;
        for some in seen.chunks(AT_ONCE) {
            Sql::new("WITH seen(id, at) AS (VALUES ")
                .rows(some, |sql, (id, at)| {
                    sql.text("(").bind(id.uuid()).text(",").bind(at.micros()).text(")")
                })
                .text("), due(id, at) AS (SELECT s.id, seen.at FROM seen JOIN sessions s ON s.id = seen.id")
                .text(" WHERE s.last_seen_at IS NULL OR s.last_seen_at < seen.at")
                .text(if on.locks_rows() { " FOR NO KEY UPDATE OF s SKIP LOCKED" } else { "" })
                .text(") UPDATE sessions SET last_seen_at = due.at FROM due WHERE sessions.id = due.id")
                .run(on)
                .await?;
        }
        Ok(())
    }

    async fn source(&mut self, user: UserId, source: [u8; 32]) -> Result<Familiarity, StoreError> {
        #[derive(FromQueryResult)]
        struct Row {
            source: Vec<u8>,
        }
        let rows = Sql::new("SELECT source FROM sign_in_sources WHERE user_id = ")
            .bind(user.uuid())
            .text(" ORDER BY source <> ")
            .bind(source.to_vec())
            .text(" LIMIT 1");
        Ok(match rows.one::<Row>(self.link.reads()).await? {
            None => Familiarity::First,
            Some(row) if row.source == source => Familiarity::Known,
            Some(_) => Familiarity::Unusual,
        })
    }

    async fn note_source(
        &mut self,
        user: UserId,
        source: [u8; 32],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        Sql::new("INSERT INTO sign_in_sources (user_id, source, seen_at) VALUES (")
            .bind(user.uuid())
            .text(", ")
            .bind(source.to_vec())
            .text(", ")
            .bind(now.micros())
            .text(") ON CONFLICT (user_id, source) DO UPDATE SET seen_at = excluded.seen_at")
            .run(self.link.writes()?)
            .await
            .map(drop)
    }

    async fn prune_sources(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        Sql::new("DELETE FROM sign_in_sources WHERE (user_id, source) IN (")
            .text("SELECT user_id, source FROM sign_in_sources WHERE seen_at < ")
            .bind(before.micros())
            .text(" ORDER BY seen_at LIMIT ")
            .bind(number(limit))
            .text(")")
            .run(self.link.writes()?)
            .await
    }

    async fn distrust_copies(&mut self) -> Result<(), StoreError> {
        self.heads.distrust_copies(self.link.writes()?).await
    }

    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        Sql::new("DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ")
            .bind(before.micros())
            .text(" ORDER BY expires_at LIMIT ")
            .bind(number(limit))
            .text(")")
            .run(self.link.writes()?)
            .await
    }
    async fn prune_unseen(
        &mut self,
        before: Timestamp,
        after: Option<SessionId>,
        limit: u64,
    ) -> Result<Option<SessionId>, StoreError> {
        #[derive(FromQueryResult)]
        struct Id {
            id: Uuid,
        }
        let on = self.link.writes()?;
        let after = after.map_or(Uuid::nil(), SessionId::uuid);
        let page = Sql::new("SELECT id FROM sessions WHERE id > ").bind(after).text(" ORDER BY id LIMIT ");
        let Some(last) = page.bind(number(limit)).all::<Id>(on).await?.pop() else { return Ok(None) };
        Sql::new("DELETE FROM sessions WHERE id > ")
            .bind(after)
            .text(" AND id <= ")
            .bind(last.id)
            .text(" AND COALESCE(last_seen_at, created_at) < ")
            .bind(before.micros())
            .run(on)
            .await?;
        Ok(Some(SessionId::new(last.id)))
    }
}
