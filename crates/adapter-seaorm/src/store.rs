//! The store: who may write, and who reads where.

use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_ports::access::AccessReader;
use bailiwick_ports::{Access, Store, StoreError, UnitOfWork};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use tokio::sync::Semaphore;

use crate::access::SqlAccessReader;
use crate::error::db;
use crate::migrations::Migrator;
use crate::options::SqlOptions;
use crate::sqlite;
use crate::unit::SqlUnitOfWork;

#[cfg(test)]
mod plans;

/// A store in a SQLite database.
#[derive(Debug)]
pub struct SqlStore {
    options: SqlOptions,
    writer: DatabaseConnection,
    /// One writes at a time; who waits is served in the order of asking.
    turns: Arc<Semaphore>,
    readers: DatabaseConnection,
    access: SqlAccessReader,
}

impl SqlStore {
    /// Opens a database, making it where there is none, and brings its tables up to date. Safe while other processes
    /// do the same.
    pub async fn open(options: SqlOptions) -> Result<Self, StoreError> {
        let lock = sqlite::prepare(&options.path).await?;
        let writer = sqlite::writer(&options).await?;
        Migrator::up(&writer, None).await.map_err(db)?;
        drop(lock);
        let readers = sqlite::readers(&options, options.readers);
        let access = SqlAccessReader::new(sqlite::readers(&options, options.access_readers), readers.clone());
        Ok(Self { options, writer, turns: Arc::new(Semaphore::new(1)), readers, access })
    }

    /// Ends every connection, once what runs on it is done.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.access.close().await?;
        self.readers.close_by_ref().await.map_err(db)?;
        self.writer.close_by_ref().await.map_err(db)
    }

    async fn begin_writing(&self) -> Result<SqlUnitOfWork, StoreError> {
        let turn = tokio::time::timeout(self.options.write_wait, self.turns.clone().acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(StoreError::Unavailable("too many wait to write".to_owned()));
        };
        // IMMEDIATE: a transaction that only later finds out that another writes could not go on.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let transaction = self.writer.begin_with_options(options).await.map_err(db)?;
        Ok(SqlUnitOfWork::writing(
            self.readers.clone(),
            transaction,
            turn,
            self.options.panic_on_dropped_unit,
        ))
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn begin(&self, access: Access) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(match access {
            Access::Read => SqlUnitOfWork::reading(self.readers.clone()),
            Access::Write => self.begin_writing().await?,
        }))
    }

    fn access(&self) -> &dyn AccessReader {
        &self.access
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.readers.execute_unprepared("SELECT 1 FROM heads LIMIT 1").await.map_err(db).map(drop)
    }
}
