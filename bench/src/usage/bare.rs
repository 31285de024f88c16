//! What is compared with: the same rows in batched inserts by the same library, over as many connections as the server has,
//! and nothing else.

use std::str::FromStr;
use std::sync::Arc;

use sea_orm::sea_query::OnConflict;
use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, TransactionTrait};
use tokio::task::JoinSet;

use super::records::Batch;
use crate::Result;
use crate::database::Database;
use crate::entities::usage_records::Entity;

pub struct Bare(Arc<DatabaseConnection>);

impl Bare {
    /// Opens the database as the server does, and makes the table.
    pub async fn open(database: &Database, writers: usize) -> Result<Self> {
        let connection: DatabaseConnection = if let Some(file) = database.path() {
            let options = SqliteConnectOptions::new()
                .filename(file)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .disable_statement_logging();
            let pool = SqlitePoolOptions::new().max_connections(1).test_before_acquire(false);
            pool.connect_with(options).await?.into()
        } else {
            let options = PgConnectOptions::from_str(&database.to_string())?.disable_statement_logging();
            let pool = PgPoolOptions::new().max_connections(u32::try_from(writers)?);
            pool.test_before_acquire(false).connect_with(options).await?.into()
        };
        let types = if database.is_postgres() { "UUID" } else { "BLOB" };
        let table = format!(
            "CREATE TABLE bench_usage (account_id {types} NOT NULL, id TEXT NOT NULL, app_id {types} NOT NULL, \
             keyset_id {types} NOT NULL, metric TEXT NOT NULL, quantity BIGINT NOT NULL, at BIGINT NOT NULL, \
             PRIMARY KEY (account_id, id))"
        );
        connection.execute_unprepared(&table).await?;
        Ok(Self(Arc::new(connection)))
    }

    /// All writers at once, a transaction a batch. What is there already is left alone.
    pub async fn write(&self, batches: Vec<Vec<Batch>>) -> Result {
        let mut writers = JoinSet::new();
        for batches in batches {
            let on = Arc::clone(&self.0);
            writers.spawn(async move {
                for batch in batches {
                    let transaction = on.begin().await?;
                    let insert = Entity::insert_many(batch.rows)
                        .on_conflict(OnConflict::new().do_nothing().to_owned())
                        .exec_without_returning(&transaction);
                    insert.await?;
                    transaction.commit().await?;
                }
                Ok::<_, sea_orm::DbErr>(())
            });
        }
        while let Some(done) = writers.join_next().await {
            done??;
        }
        Ok(())
    }

    pub async fn close(self) -> Result {
        match Arc::try_unwrap(self.0) {
            Ok(connection) => Ok(connection.close().await?),
            Err(_) => Err("a writer still writes".into()),
        }
    }
}
