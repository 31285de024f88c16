//! Challenges.

use async_trait::async_trait;
use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::{ChallengeId, UserId};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::challenges::ChallengeRepository;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::rows::{known, number, small, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    user_id: Option<Uuid>,
    sealed: Vec<u8>,
    tries: i64,
    created_at: i64,
    expires_at: i64,
}

const COLUMNS: &str = "id, kind, user_id, sealed, tries, created_at, expires_at";

impl TryFrom<Row> for Challenge {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: ChallengeId::new(row.id),
            kind: known(&row.kind, ChallengeKind::parse)?,
            user: row.user_id.map(UserId::new),
            sealed: row.sealed,
            tries: small(row.tries)?,
            created_at: time(row.created_at),
            expires_at: time(row.expires_at),
        })
    }
}

/// Of one challenge that can still be answered.
fn open(sql: Sql, kind: ChallengeKind, id: ChallengeId, now: Timestamp) -> Sql {
    sql.text(" WHERE id = ")
        .bind(id.uuid())
        .text(" AND kind = ")
        .bind(kind.as_str())
        .text(" AND expires_at > ")
        .bind(now.micros())
}

#[async_trait]
impl ChallengeRepository for SqlUnitOfWork {
    async fn insert(&mut self, challenge: &Challenge) -> Result<(), StoreError> {
        Sql::new("INSERT INTO challenges (")
            .text(COLUMNS)
            .text(") VALUES (")
            .bind(challenge.id.uuid())
            .text(", ")
            .bind(challenge.kind.as_str())
            .text(", ")
            .bind(challenge.user.map(UserId::uuid))
            .text(", ")
            .bind(challenge.sealed.clone())
            .text(", ")
            .bind(i64::from(challenge.tries))
            .text(", ")
            .bind(challenge.created_at.micros())
            .text(", ")
            .bind(challenge.expires_at.micros())
            .text(")")
            .run(self.link.writes()?)
            .await
            .map(drop)
    }

    async fn find(
        &mut self,
        kind: ChallengeKind,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StoreError> {
        let find = open(Sql::new("SELECT ").text(COLUMNS).text(" FROM challenges"), kind, id, now);
        find.one::<Row>(self.link.reads()).await?.map(Challenge::try_from).transpose()
    }

    async fn take(
        &mut self,
        kind: ChallengeKind,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StoreError> {
        let take = open(Sql::new("DELETE FROM challenges"), kind, id, now).text(" RETURNING ").text(COLUMNS);
        take.one::<Row>(self.link.writes()?).await?.map(Challenge::try_from).transpose()
    }

    async fn count_try(&mut self, id: ChallengeId) -> Result<Option<u32>, StoreError> {
        #[derive(FromQueryResult)]
        struct Tries {
            tries: i64,
        }
        let count = Sql::new("UPDATE challenges SET tries = tries + 1 WHERE id = ").bind(id.uuid());
        let counted = count.text(" RETURNING tries").one::<Tries>(self.link.writes()?).await?;
        counted.map(|counted| small(counted.tries)).transpose()
    }

    async fn remove_of(&mut self, user: UserId, kind: ChallengeKind) -> Result<(), StoreError> {
        let remove = Sql::new("DELETE FROM challenges WHERE user_id = ").bind(user.uuid());
        remove.text(" AND kind = ").bind(kind.as_str()).run(self.link.writes()?).await.map(drop)
    }

    async fn prune(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        Sql::new("DELETE FROM challenges WHERE id IN (SELECT id FROM challenges WHERE expires_at < ")
            .bind(before.micros())
            .text(" ORDER BY expires_at LIMIT ")
            .bind(number(limit))
            .text(")")
            .run(self.link.writes()?)
            .await
    }
}
