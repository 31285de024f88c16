//! The audit chains.

use async_trait::async_trait;
use bailiwick_domain::audit::{AuditEvent, Chain, ChainHead, FiledEvent, StoredEvent};
use bailiwick_ports::audit::{AuditFilter, AuditRepository};
use bailiwick_ports::{Page, StoreError};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use crate::entities::audit_events::{Column, Entity, Model};
use crate::entities::heads as head_rows;
use crate::error::{corrupt, db};
use crate::heads;
use crate::later::Later;
use crate::rows::{count, fetch, number, page, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

impl TryFrom<Model> for StoredEvent {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self { seq: count(row.seq)?, body: row.body, hash: row.hash })
    }
}

fn of(chain: Chain) -> Select<Entity> {
    let (kind, id) = heads::key(chain);
    Entity::find().filter(Column::ChainKind.eq(kind)).filter(Column::ChainId.eq(id))
}

fn passes(filter: &AuditFilter) -> Condition {
    Condition::all()
        .add_option(filter.actor.as_ref().map(|actor| Column::ActorId.eq(actor)))
        .add_option(filter.action.as_ref().map(|action| Column::Action.eq(action)))
        .add_option(filter.since.map(|since| Column::OccurredAt.gte(since.micros())))
        .add_option(filter.until.map(|until| Column::OccurredAt.lt(until.micros())))
}

#[async_trait]
impl AuditRepository for SqlUnitOfWork {
    async fn head(&mut self, chain: Chain) -> Result<ChainHead, StoreError> {
        if self.link.is_writing() {
            return self.heads.audit(self.link.reads(), chain).await;
        }
        let row = heads::find(self.link.reads(), chain, false).await?;
        Ok(row.map(heads::read).transpose()?.map_or_else(ChainHead::default, |(_, head)| head))
    }

    async fn append(
        &mut self,
        chain: Chain,
        event: &AuditEvent,
        stored: &StoredEvent,
    ) -> Result<(), StoreError> {
        let head = self.heads.audit(self.link.reads(), chain).await?;
        if stored.seq != head.seq + 1 || event.seq != stored.seq || event.previous_hash != head.hash {
            return Err(corrupt(format!("event {} does not follow {} of {chain}", stored.seq, head.seq)));
        }
        let (kind, id) = heads::key(chain);
        let sql = Sql::new(
            "INSERT INTO audit_events (chain_kind, chain_id, seq, body, hash, occurred_at, actor_id, action) VALUES (",
        );
        let sql = sql.list([
            kind.into(),
            id.into(),
            number(stored.seq).into(),
            stored.body.as_str().into(),
            stored.hash.as_str().into(),
            event.at.micros().into(),
            event.actor.id.as_deref().into(),
            event.action.as_str().into(),
        ]);
        self.link.write(Later::fresh(sql.text(")"))).await?;
        self.heads.moved(chain, ChainHead { seq: stored.seq, hash: stored.hash.clone() });
        Ok(())
    }

    async fn list(
        &mut self,
        chain: Chain,
        filter: &AuditFilter,
        below: Option<u64>,
        limit: u64,
    ) -> Result<Page<StoredEvent>, StoreError> {
        let mut rows = of(chain).filter(passes(filter));
        if let Some(below) = below {
            rows = rows.filter(Column::Seq.lt(number(below)));
        }
        let rows = rows.order_by_desc(Column::Seq).limit(fetch(limit));
        let rows = rows.all(self.link.reads()).await.map_err(db)?;
        Ok(Page::cut(rows.into_iter().map(StoredEvent::try_from).collect::<Result<_, _>>()?, limit))
    }

    async fn chains(
        &mut self,
        after: Option<Chain>,
        limit: u64,
    ) -> Result<Page<(Chain, ChainHead)>, StoreError> {
        let rows = Sql::new("SELECT kind, id, access_revision, audit_seq, audit_hash FROM heads")
            .some(after.map(heads::key), |sql, (kind, id)| {
                sql.text(" WHERE (kind, id) > (").bind(kind).text(",").bind(id).text(")")
            })
            .text(" ORDER BY kind, id LIMIT ")
            .bind(page(limit))
            .all::<head_rows::Model>(self.link.reads())
            .await?;
        Ok(Page::cut(rows.into_iter().map(heads::read).collect::<Result<_, _>>()?, limit))
    }

    async fn read(&mut self, chain: Chain, after: u64, limit: u64) -> Result<Vec<FiledEvent>, StoreError> {
        let rows = of(chain).filter(Column::Seq.gt(number(after))).order_by_asc(Column::Seq);
        let rows = rows.limit(number(limit).unsigned_abs());
        let rows = rows.all(self.link.reads()).await.map_err(db)?;
        let filed = |row: Model| {
            let (at, actor, action) = (time(row.occurred_at), row.actor_id.clone(), row.action.clone());
            Ok(FiledEvent { stored: row.try_into()?, at, actor, action })
        };
        rows.into_iter().map(filed).collect()
    }

    async fn headless(&mut self, limit: u64) -> Result<Vec<Chain>, StoreError> {
        #[derive(FromQueryResult)]
        struct Found {
            kind: String,
            id: Uuid,
        }
        let rows = Sql::new(
            "SELECT 'account' AS kind, a.id FROM accounts a LEFT JOIN heads h ON h.kind = 'account' AND h.id = a.id \
             WHERE h.id IS NULL OR h.audit_seq = 0 UNION ALL \
             SELECT 'user' AS kind, u.id FROM users u LEFT JOIN heads h ON h.kind = 'user' AND h.id = u.id \
             WHERE h.id IS NULL OR h.audit_seq = 0 LIMIT ",
        )
        .bind(number(limit));
        let rows = rows.all::<Found>(self.link.reads()).await?;
        rows.into_iter().map(|row| heads::chain(&row.kind, row.id)).collect()
    }
}
