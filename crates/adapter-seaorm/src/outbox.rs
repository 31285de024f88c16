//! What other systems are to be told.

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Message};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::outbox::Outbox;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter};

use crate::entities::outbox::{ActiveModel, Column, Entity, Model};
use crate::error::{corrupt, db};
use crate::rows::{count, number, small, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

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

#[async_trait]
impl Outbox for SqlUnitOfWork {
    async fn push(&mut self, id: DeliveryId, message: &Message, now: Timestamp) -> Result<(), StoreError> {
        let row = Model {
            id: id.uuid(),
            message: serde_json::to_string(message).map_err(corrupt)?,
            created_at: now.micros(),
            due_at: now.micros(),
            attempts: 0,
            failure: None,
        };
        let insert = Entity::insert(row.into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db)?;
        self.pushed = true;
        Ok(())
    }

    async fn claim(
        &mut self,
        now: Timestamp,
        lease: Timestamp,
        limit: u64,
    ) -> Result<Vec<Delivery>, StoreError> {
        let on = self.link.writes()?;
        let rows = Sql::new("UPDATE outbox SET attempts = attempts + 1, due_at = ")
            .bind(lease.micros())
            .text(" WHERE id IN (SELECT id FROM outbox WHERE due_at <= ")
            .bind(now.micros())
            .text(" ORDER BY due_at, id LIMIT ")
            .bind(number(limit))
            .text(if on.locks_rows() { " FOR UPDATE SKIP LOCKED" } else { "" })
            .text(") RETURNING id, message, created_at, due_at, attempts, failure");
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

    async fn done(&mut self, id: DeliveryId) -> Result<(), StoreError> {
        Entity::delete_by_id(id.uuid()).exec(self.link.writes()?).await.map_err(db).map(drop)
    }

    async fn retry(&mut self, id: DeliveryId, at: Timestamp, failure: &str) -> Result<(), StoreError> {
        let changes = ActiveModel {
            due_at: Set(at.micros()),
            failure: Set(Some(failure.to_owned())),
            ..Default::default()
        };
        let update = Entity::update_many().set(changes).filter(Column::Id.eq(id.uuid()));
        update.exec(self.link.writes()?).await.map_err(db).map(drop)
    }

    async fn waiting(&mut self) -> Result<(u64, Option<Timestamp>), StoreError> {
        #[derive(FromQueryResult)]
        struct Waiting {
            count: i64,
            oldest: Option<i64>,
        }
        let row = Sql::new("SELECT COUNT(*) AS count, MIN(created_at) AS oldest FROM outbox");
        match row.one::<Waiting>(self.link.reads()).await? {
            Some(row) => Ok((count(row.count)?, row.oldest.map(time))),
            None => Ok((0, None)),
        }
    }
}
