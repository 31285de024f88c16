//! Who of all nodes does what is due by the clock: a row a job, taken in one statement.

use async_trait::async_trait;
use bailiwick_domain::jobs::Job;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::jobs::JobRepository;
use sea_orm::FromQueryResult;

use crate::rows::{count, number};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[async_trait]
impl JobRepository for SqlUnitOfWork {
    async fn claim(
        &mut self,
        job: Job,
        due: Timestamp,
        now: Timestamp,
        lease: Timestamp,
    ) -> Result<Option<u64>, StoreError> {
        #[derive(FromQueryResult)]
        struct Claimed {
            runs: i64,
        }
        let claim = Sql::new("INSERT INTO jobs (name, due_at, leased_until, runs) VALUES (")
            .bind(job.name())
            .text(", ")
            .bind(now.micros())
            .text(", ")
            .bind(lease.micros())
            .text(", 1) ON CONFLICT (name) DO UPDATE SET leased_until = excluded.leased_until, runs = jobs.runs + 1")
            .text(" WHERE jobs.due_at <= ")
            .bind(due.micros())
            .text(" AND jobs.leased_until <= ")
            .bind(now.micros())
            .text(" RETURNING runs");
        let claimed = claim.one::<Claimed>(self.link.writes()?).await?;
        claimed.map(|claimed| count(claimed.runs)).transpose()
    }

    async fn renew(&mut self, job: Job, run: u64, lease: Timestamp) -> Result<bool, StoreError> {
        let renew = Sql::new("UPDATE jobs SET leased_until = ").bind(lease.micros());
        Ok(held(renew, job, run).run(self.link.writes()?).await? > 0)
    }

    async fn finish(
        &mut self,
        job: Job,
        run: u64,
        now: Timestamp,
        due: Timestamp,
        failure: Option<&str>,
    ) -> Result<bool, StoreError> {
        let finish = Sql::new("UPDATE jobs SET leased_until = ")
            .bind(now.micros())
            .text(", ran_at = ")
            .bind(now.micros())
            .text(", due_at = ")
            .bind(due.micros())
            .text(", failure = ")
            .bind(failure);
        Ok(held(finish, job, run).run(self.link.writes()?).await? > 0)
    }
}

/// Of whoever took that run: each taking has its own number.
fn held(update: Sql, job: Job, run: u64) -> Sql {
    update.text(" WHERE name = ").bind(job.name()).text(" AND runs = ").bind(number(run))
}
