//! Where statements run: on any of a pool's connections, or on the one of a transaction. Each is looked after, so that a
//! database that is away costs no one more than a moment.

use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use bailiwick_ports::StoreError;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement, TransactionOptions, TransactionTrait,
};

use crate::connections::Connections;
use crate::error::db;
use crate::later::{Later, Queue, all_of, failed};
use crate::postgres::Health;

/// Connections to a database.
#[derive(Debug)]
pub(crate) struct Pool {
    connections: RwLock<DatabaseConnection>,
    health: Option<Arc<Health>>,
}

impl Pool {
    /// Over connections that can't be lost: those to a file.
    pub fn of_file(connections: DatabaseConnection) -> Arc<Self> {
        Arc::new(Self { connections: RwLock::new(connections), health: None })
    }

    /// Over connections to a server.
    pub fn of_server(connections: DatabaseConnection, health: Arc<Health>) -> Arc<Self> {
        Arc::new(Self { connections: RwLock::new(connections), health: Some(health) })
    }

    fn connections(&self) -> DatabaseConnection {
        self.connections.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many there are.
    pub fn count(&self, name: &'static str) -> Connections {
        Connections::of(name, &self.connections())
    }

    /// Goes on with other connections; those before are closed once what runs on them is done.
    pub fn replace(&self, connections: DatabaseConnection) {
        let mut place = self.connections.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *place, connections);
        tokio::spawn(async move { before.close().await });
    }

    /// For statements that each stand alone.
    pub fn line(&self) -> Line {
        Line { on: On::Pool(self.connections()), health: self.health.clone(), queue: None }
    }

    /// Begins a transaction.
    pub async fn begin(&self, options: TransactionOptions) -> Result<Line, StoreError> {
        let connections = self.connections();
        let begun = connections.begin_with_options(options);
        let transaction = attended(self.health.as_deref(), begun).await.map_err(db)?;
        let queue = (transaction.get_database_backend() == DbBackend::Postgres).then(Queue::default);
        Ok(Line { on: On::Transaction(transaction), health: self.health.clone(), queue })
    }

    /// Ends every connection, once what runs on it is done.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.connections().close().await.map_err(db)
    }

    #[cfg(test)]
    pub fn watch(&self, seen: impl Fn(&Statement) + Send + Sync + 'static) {
        let mut place = self.connections.write().unwrap_or_else(PoisonError::into_inner);
        place.set_metric_callback(move |info| seen(info.statement));
    }
}

#[derive(Debug)]
enum On {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
}

/// What statements run on.
#[derive(Debug)]
pub(crate) struct Line {
    on: On,
    health: Option<Arc<Health>>,
    /// What is to be written before anything else is asked, where that may wait.
    queue: Option<Queue>,
}

impl Line {
    fn executor(&self) -> DatabaseExecutor<'_> {
        match &self.on {
            On::Pool(connections) => DatabaseExecutor::Connection(connections),
            On::Transaction(transaction) => DatabaseExecutor::Transaction(transaction),
        }
    }

    async fn attended<T>(&self, work: impl Future<Output = Result<T, DbErr>> + Send) -> Result<T, DbErr> {
        attended(self.health.as_deref(), work).await
    }

    /// Whether rows are locked one by one. SQLite has one writer, who has it all.
    pub fn locks_rows(&self) -> bool {
        self.get_database_backend() != DbBackend::Sqlite
    }

    /// Writes before the next statement, or before the commit.
    pub async fn write(&self, later: Later) -> Result<(), StoreError> {
        let Some(queue) = &self.queue else {
            let must = later.is_must();
            let written = self.execute_raw(later.statement(self.get_database_backend())).await;
            let none = written.map_err(db)?.rows_affected() == 0;
            return if must && none { Err(StoreError::Stale) } else { Ok(()) };
        };
        if queue.meets(&later) || queue.is_full() {
            self.send().await.map_err(db)?;
        }
        queue.push(later);
        Ok(())
    }

    /// Writes what waits.
    async fn send(&self) -> Result<(), DbErr> {
        let waiting = self.queue.as_ref().map(Queue::take).unwrap_or_default();
        if waiting.is_empty() {
            return Ok(());
        }
        let must = waiting.iter().any(Later::is_must);
        let written = self.attended(self.executor().execute_raw(all_of(waiting))).await;
        written.map(drop).map_err(|err| failed(must, err))
    }

    /// Makes the transaction's writes last.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.send().await.map_err(db)?;
        match self.on {
            On::Transaction(transaction) => {
                attended(self.health.as_deref(), transaction.commit()).await.map_err(db)
            }
            On::Pool(_) => Ok(()),
        }
    }

    /// Undoes the transaction's writes.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self.on {
            On::Transaction(transaction) => {
                attended(self.health.as_deref(), transaction.rollback()).await.map_err(db)
            }
            On::Pool(_) => Ok(()),
        }
    }
}

async fn attended<T>(
    health: Option<&Health>,
    work: impl Future<Output = Result<T, DbErr>> + Send,
) -> Result<T, DbErr> {
    match health {
        Some(health) => health.attend(work).await,
        None => work.await,
    }
}

#[async_trait]
impl ConnectionTrait for Line {
    fn get_database_backend(&self) -> DbBackend {
        self.executor().get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.send().await?;
        self.attended(self.executor().execute_raw(statement)).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.send().await?;
        self.attended(self.executor().execute_unprepared(sql)).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.send().await?;
        self.attended(self.executor().query_one_raw(statement)).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.send().await?;
        self.attended(self.executor().query_all_raw(statement)).await
    }
}
