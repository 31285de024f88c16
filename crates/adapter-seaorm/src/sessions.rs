//! Sessions.

use async_trait::async_trait;
use bailiwick_domain::ids::{SessionId, UserId};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::sessions::SessionRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entities::sessions::{Column, Entity, Model};
use crate::error::{corrupt, db};
use crate::rows::{fetch, number, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

impl From<Model> for Session {
    fn from(row: Model) -> Self {
        Self {
            id: SessionId::new(row.id),
            user: UserId::new(row.user_id),
            created_at: time(row.created_at),
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

#[async_trait]
impl SessionRepository for SqlUnitOfWork {
    async fn insert(&mut self, session: &Session, token_hash: [u8; 32]) -> Result<(), StoreError> {
        let row = Model {
            id: session.id.uuid(),
            user_id: session.user.uuid(),
            token_hash: token_hash.to_vec(),
            created_at: session.created_at.micros(),
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
        after: Option<SessionId>,
        limit: u64,
    ) -> Result<Page<Session>, StoreError> {
        let mut rows = Entity::find()
            .filter(Column::UserId.eq(user.uuid()))
            .filter(Column::ExpiresAt.gt(now.micros()))
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
        let hash = |Token { token_hash }| {
            token_hash.try_into().map_err(|_| corrupt(format!("the hash of the token of {id}")))
        };
        removed.map(hash).transpose()
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
}
