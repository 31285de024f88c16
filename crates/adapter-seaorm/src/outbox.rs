//! What other systems are to be told.

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Letter, Message};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::outbox::{Backlog, Due, Outbox};
use bailiwick_ports::{Page, StoreError};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use crate::entities::outbox::{ActiveModel, Column, Entity, Model};
use crate::error::{corrupt, db};
use crate::later::Later;
use crate::rows::{count, fetch, number, small, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many messages one statement removes at most.
const AT_ONCE: usize = 4_000;
/// When a dead message is due: behind all that is to be claimed, so that no claim walks past it.
const NEVER: i64 = i64::MAX;

impl TryFrom<&Model> for Delivery {
    type Error = StoreError;
    fn try_from(row: &Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: DeliveryId::new(row.id),
            message: serde_json::from_str::<Message>(&row.message).map_err(corrupt)?,
            created_at: time(row.created_at),
            attempts: small(row.attempts)?,
        })
    }
}

impl TryFrom<Model> for Letter {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: DeliveryId::new(row.id),
            message: serde_json::from_str(&row.message).ok(),
            created_at: time(row.created_at),
            attempts: small(row.attempts)?,
            due_at: (row.dead_at.is_none()).then(|| time(row.due_at)),
            dead_at: row.dead_at.map(time),
            failure: row.failure,
        })
    }
}

impl SqlUnitOfWork {
    /// Changes a message, unless it was taken by another since.
    async fn change(&mut self, delivery: &Delivery, changes: ActiveModel) -> Result<(), StoreError> {
        let update = Entity::update_many()
            .set(changes)
            .filter(Column::Id.eq(delivery.id.uuid()))
            .filter(Column::Attempts.eq(i64::from(delivery.attempts)))
            .filter(Column::DeadAt.is_null());
        update.exec(self.link.writes()?).await.map_err(db).map(drop)
    }
}

fn revived(now: Timestamp) -> ActiveModel {
    ActiveModel {
        due_at: Set(now.micros()),
        dead_at: Set(None),
        held_at: Set(None),
        attempts: Set(0),
        ..Default::default()
    }
}

#[async_trait]
impl Outbox for SqlUnitOfWork {
    async fn push(&mut self, id: DeliveryId, message: &Message, now: Timestamp) -> Result<(), StoreError> {
        let message = serde_json::to_string(message).map_err(corrupt)?;
        let sql = Sql::new("INSERT INTO outbox (id, message, created_at, due_at, attempts) VALUES (");
        let sql = sql.list([
            id.uuid().into(),
            message.into(),
            now.micros().into(),
            now.micros().into(),
            0_i64.into(),
        ]);
        self.link.write(Later::fresh(sql.text(")"))).await?;
        self.pushed = true;
        Ok(())
    }

    async fn claim(
        &mut self,
        due: Due,
        now: Timestamp,
        lease: Timestamp,
        limit: u64,
    ) -> Result<Vec<Delivery>, StoreError> {
        let on = self.link.writes()?;
        // Materialized: what was picked, and locked, is picked once.
        let rows = Sql::new("WITH picked AS MATERIALIZED (SELECT id FROM outbox WHERE due_at <= ")
            .bind(due.by.micros())
            .some(due.untouched_since, |sql, since| {
                sql.text(" AND (held_at IS NULL OR held_at < ").bind(since.micros()).text(")")
            })
            .text(" ORDER BY due_at, id LIMIT ")
            .bind(number(limit))
            .text(if on.locks_rows() { " FOR UPDATE SKIP LOCKED" } else { "" })
            .text(") UPDATE outbox SET attempts = attempts + 1, held_at = ")
            .bind(now.micros())
            .text(", due_at = ")
            .bind(lease.micros())
            .text(" WHERE id IN (SELECT id FROM picked)")
            .text(" RETURNING id, message, created_at, due_at, attempts, failure, held_at, dead_at");
        let mut rows = rows.all::<Model>(on).await?;
        rows.sort_unstable_by_key(|row| (row.created_at, row.id));
        // One that can't be read must not hold up the others; it stays, and is seen again after the lease.
        let read = |row: &Model| {
            let delivery = Delivery::try_from(row);
            delivery
                .inspect_err(|err| tracing::error!(id = %row.id, %err, "a message that can't be read"))
                .ok()
        };
        Ok(rows.iter().filter_map(read).collect())
    }

    async fn renew(
        &mut self,
        delivery: &Delivery,
        now: Timestamp,
        lease: Timestamp,
    ) -> Result<(), StoreError> {
        let changes = ActiveModel {
            due_at: Set(lease.micros()),
            held_at: Set(Some(now.micros())),
            ..Default::default()
        };
        self.change(delivery, changes).await
    }

    async fn done(&mut self, ids: &[DeliveryId]) -> Result<(), StoreError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
        for some in ids.chunks(AT_ONCE) {
            Sql::new("DELETE FROM outbox WHERE id IN ").values(some).run(self.link.writes()?).await?;
        }
        Ok(())
    }

    async fn retry(&mut self, delivery: &Delivery, at: Timestamp, failure: &str) -> Result<(), StoreError> {
        let changes = ActiveModel {
            due_at: Set(at.micros()),
            failure: Set(Some(failure.to_owned())),
            ..Default::default()
        };
        self.change(delivery, changes).await
    }

    async fn bury(&mut self, delivery: &Delivery, now: Timestamp, failure: &str) -> Result<(), StoreError> {
        let changes = ActiveModel {
            due_at: Set(NEVER),
            dead_at: Set(Some(now.micros())),
            failure: Set(Some(failure.to_owned())),
            ..Default::default()
        };
        self.change(delivery, changes).await
    }

    async fn revive(&mut self, id: DeliveryId, now: Timestamp) -> Result<bool, StoreError> {
        let update = Entity::update_many()
            .set(revived(now))
            .filter(Column::Id.eq(id.uuid()))
            .filter(Column::DeadAt.is_not_null());
        let updated = update.exec(self.link.writes()?).await.map_err(db)?;
        self.pushed |= updated.rows_affected > 0;
        Ok(updated.rows_affected > 0)
    }

    async fn revive_some(&mut self, now: Timestamp, limit: u64) -> Result<u64, StoreError> {
        let dead = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::DeadAt.is_not_null())
            .filter(Column::Id.gt(Uuid::nil()))
            .order_by_asc(Column::Id)
            .limit(limit)
            .into_query();
        let update = Entity::update_many().set(revived(now)).filter(Column::Id.in_subquery(dead));
        let updated = update.exec(self.link.writes()?).await.map_err(db)?;
        self.pushed |= updated.rows_affected > 0;
        Ok(updated.rows_affected)
    }

    async fn list(
        &mut self,
        dead: bool,
        after: Option<DeliveryId>,
        limit: u64,
    ) -> Result<Page<Letter>, StoreError> {
        let after = after.map_or(Uuid::nil(), DeliveryId::uuid);
        let mut select =
            Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(fetch(limit));
        if dead {
            select = select.filter(Column::DeadAt.is_not_null());
        }
        let rows = select.all(self.link.reads()).await.map_err(db)?;
        let letters = rows.into_iter().map(Letter::try_from).collect::<Result<_, _>>()?;
        Ok(Page::cut(letters, limit))
    }

    async fn backlog(&mut self) -> Result<Backlog, StoreError> {
        #[derive(FromQueryResult)]
        struct Counted {
            waiting: i64,
            dead: i64,
            oldest: Option<i64>,
        }
        let row = Sql::new(
            "SELECT COUNT(*) - COUNT(dead_at) AS waiting, COUNT(dead_at) AS dead, \
             MIN(CASE WHEN dead_at IS NULL THEN created_at END) AS oldest FROM outbox",
        );
        let Some(row) = row.one::<Counted>(self.link.reads()).await? else { return Ok(Backlog::default()) };
        Ok(Backlog { waiting: count(row.waiting)?, oldest: row.oldest.map(time), dead: count(row.dead)? })
    }
}
