//! The store: who may write, and who reads where.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_ports::access::AccessReader;
use bailiwick_ports::{Access, Store, StoreError, UnitOfWork};
use sea_orm::{ConnectionTrait, SqliteTransactionMode, TransactionOptions};
use sea_orm_migration::MigratorTrait;
use tokio::sync::Semaphore;

use crate::access::SqlAccessReader;
use crate::connections::Connections;
use crate::error::db;
use crate::line::Pool;
use crate::migrations::Migrator;
use crate::options::{SqlOptions, Target};
use crate::postgres::{self, Doctor};
use crate::sqlite;
use crate::unit::SqlUnitOfWork;

#[cfg(test)]
mod plans;

/// A store in a SQLite or a PostgreSQL database.
#[derive(Debug)]
pub struct SqlStore {
    options: SqlOptions,
    writing: Writing,
    readers: Arc<Pool>,
    access: SqlAccessReader,
}

/// Who may write.
#[derive(Debug)]
enum Writing {
    /// To a file one at a time; who waits is served in the order of asking.
    InTurn(Arc<Pool>, Arc<Semaphore>),
    /// To a server whoever gets a connection; rows are locked one by one. The doctor looks after the connections.
    AtOnce(Arc<Pool>, #[expect(dead_code, reason = "it works for as long as it is kept")] Doctor),
}

impl Writing {
    fn pool(&self) -> &Pool {
        match self {
            Self::InTurn(pool, _) | Self::AtOnce(pool, _) => pool,
        }
    }
}

impl SqlStore {
    /// Opens a database and brings its tables up to date; a file is made where there is none. Safe while other processes
    /// do the same.
    pub async fn open(options: SqlOptions) -> Result<Self, StoreError> {
        match options.target.clone() {
            Target::File(path) => Self::open_file(options, &path).await,
            Target::Postgres(at) => {
                let opened = postgres::open_database(&options, &at).await?;
                let readers = Arc::clone(&opened.units);
                let access = SqlAccessReader::new(opened.confirming, Arc::clone(&readers));
                Ok(Self { options, writing: Writing::AtOnce(opened.units, opened.doctor), readers, access })
            }
        }
    }

    async fn open_file(options: SqlOptions, path: &Path) -> Result<Self, StoreError> {
        let lock = sqlite::prepare(path).await?;
        let writer = sqlite::writer(&options, path).await?;
        Migrator::up(&writer, None).await.map_err(db)?;
        drop(lock);
        let readers = Pool::of_file(sqlite::readers(&options, path, options.connections));
        let confirming = Pool::of_file(sqlite::readers(&options, path, options.access_readers));
        let access = SqlAccessReader::new(confirming, Arc::clone(&readers));
        let writing = Writing::InTurn(Pool::of_file(writer), Arc::new(Semaphore::new(1)));
        Ok(Self { options, writing, readers, access })
    }

    /// The connections of each pool, as they are now.
    pub fn connections(&self) -> Vec<Connections> {
        let mut all = match &self.writing {
            Writing::InTurn(writer, _) => vec![writer.count("writer"), self.readers.count("readers")],
            Writing::AtOnce(units, _) => vec![units.count("units")],
        };
        all.push(self.access.confirming.count("decisions"));
        all
    }

    /// Ends every connection, once what runs on it is done.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.access.close().await?;
        self.readers.close().await?;
        self.writing.pool().close().await
    }

    async fn begin_writing(&self) -> Result<SqlUnitOfWork, StoreError> {
        let (turn, options) = match &self.writing {
            Writing::AtOnce(..) => (None, TransactionOptions::default()),
            Writing::InTurn(_, turns) => {
                let turn = tokio::time::timeout(self.options.write_wait, turns.clone().acquire_owned()).await;
                let Ok(Ok(turn)) = turn else {
                    return Err(StoreError::Unavailable("too many wait to write".to_owned()));
                };
                // IMMEDIATE: a transaction that only later finds out that another writes could not go on.
                let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
                (Some(turn), TransactionOptions { sqlite_transaction_mode, ..Default::default() })
            }
        };
        let transaction = self.writing.pool().begin(options).await?;
        Ok(SqlUnitOfWork::writing(transaction, turn, self.options.panic_on_dropped_unit))
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn begin(&self, access: Access) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(match access {
            Access::Read => SqlUnitOfWork::reading(self.readers.line()),
            Access::Write => self.begin_writing().await?,
        }))
    }

    fn access(&self) -> &dyn AccessReader {
        &self.access
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.readers.line().execute_unprepared("SELECT 1 FROM heads LIMIT 1").await.map_err(db).map(drop)
    }
}
