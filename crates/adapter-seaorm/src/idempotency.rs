//! Requests that must not be done twice.

use async_trait::async_trait;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::idempotency::{Claim, IdempotencyRepository, RequestKey};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entities::idempotency::{ActiveModel, Column, Entity};
use crate::error::{corrupt, db};
use crate::rows::{hash, number, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

fn primary(key: &RequestKey) -> (String, String, String) {
    (key.caller.clone(), key.operation.clone(), key.key.clone())
}

#[async_trait]
impl IdempotencyRepository for SqlUnitOfWork {
    async fn claim(
        &mut self,
        key: &RequestKey,
        body_mac: [u8; 32],
        now: Timestamp,
        forget: Timestamp,
    ) -> Result<Claim, StoreError> {
        let on = self.link.writes()?;
        // Writes unless a row stands that is answered and young; waits for whoever has it under way.
        let claimed = Sql::new(
            "INSERT INTO idempotency (caller, operation, request_key, body_mac, answer, created_at) VALUES (",
        )
        .bind(key.caller.as_str())
        .text(",")
        .bind(key.operation.as_str())
        .text(",")
        .bind(key.key.as_str())
        .text(",")
        .bind(body_mac.to_vec())
        .text(",NULL,")
        .bind(now.micros())
        .text(
            ") ON CONFLICT (caller, operation, request_key) DO UPDATE SET body_mac = excluded.body_mac, \
             answer = NULL, created_at = excluded.created_at \
             WHERE idempotency.answer IS NULL OR idempotency.created_at < ",
        )
        .bind(forget.micros());
        if claimed.run(on).await? > 0 {
            return Ok(Claim::New);
        }
        let row = Entity::find_by_id(primary(key)).one(on).await.map_err(db)?;
        let (body_mac, answer) = row
            .and_then(|row| Some((row.body_mac, row.answer?)))
            .ok_or_else(|| corrupt("a claim without a row"))?;
        Ok(Claim::Seen { body_mac: hash(&body_mac)?, answer })
    }

    async fn answer(&mut self, key: &RequestKey, answer: &str) -> Result<(), StoreError> {
        let changes = ActiveModel { answer: Set(Some(answer.to_owned())), ..Default::default() };
        let update = Entity::update_many()
            .set(changes)
            .filter(Column::Caller.eq(&key.caller))
            .filter(Column::Operation.eq(&key.operation))
            .filter(Column::RequestKey.eq(&key.key));
        written(update.exec(self.link.writes()?).await.map_err(db)?.rows_affected)
    }

    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        Sql::new(
            "DELETE FROM idempotency WHERE (caller, operation, request_key) IN \
             (SELECT caller, operation, request_key FROM idempotency WHERE created_at < ",
        )
        .bind(before.micros())
        .text(" ORDER BY created_at LIMIT ")
        .bind(number(limit))
        .text(")")
        .run(self.link.writes()?)
        .await
    }
}
