//! What is SQLite's own: how its file is opened, and by whom, one at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::Duration;

use bailiwick_ports::StoreError;
use sea_orm::DatabaseConnection;
use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use crate::error::{open, unavailable};
use crate::options::SqlOptions;

/// How long a process that starts waits for another that changes the tables.
const START: Duration = Duration::from_mins(1);
/// How long a connection of a reader stays open for nothing.
const IDLE: Duration = Duration::from_mins(1);
/// How much of the write-ahead log stays on disk after it was written back.
const LOG_BYTES: &str = "16777216";

/// The one connection that writes.
pub(crate) async fn writer(options: &SqlOptions, path: &Path) -> Result<DatabaseConnection, StoreError> {
    let connect = connect_options(options, path).pragma("cache_size", "-2048");
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .acquire_timeout(options.write_wait)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false);
    Ok(pool.connect_with(connect).await.map_err(|err| open(&err))?.into())
}

/// Connections that only read, opened when they are needed.
pub(crate) fn readers(options: &SqlOptions, path: &Path, most: u32) -> DatabaseConnection {
    let connect = connect_options(options, path).pragma("query_only", "ON").pragma("cache_size", "-1024");
    let pool: SqlitePool = SqlitePoolOptions::new()
        .max_connections(most)
        .acquire_timeout(options.write_wait)
        .idle_timeout(IDLE)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(connect);
    pool.into()
}

fn connect_options(options: &SqlOptions, path: &Path) -> SqliteConnectOptions {
    // FULL: what was acknowledged outlives a power cut.
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(options.write_wait)
        .pragma("journal_size_limit", LOG_BYTES)
        .thread_name(|id| format!("sqlite-{id}"))
        .disable_statement_logging()
}

/// Makes the database's folder and its file, if there are none, and gives the right to change the tables: the lock of a
/// file beside it, since several processes may start at once.
pub(crate) async fn prepare(path: &Path) -> Result<File, StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|err| unavailable(folder, &err))?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file = private(Path::new(&name))?;
    private(path)?;
    let turn = async {
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(20)).await,
                Err(TryLockError::Error(err)) => return Err(unavailable(Path::new(&name), &err)),
            }
        }
    };
    match tokio::time::timeout(START, turn).await {
        Ok(locked) => locked.map(|()| file),
        Err(_) => Err(StoreError::Unavailable("another process is changing the tables".to_owned())),
    }
}

/// A file that no other user of the machine reads; what SQLite puts beside it takes after it.
fn private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|err| unavailable(path, &err))
}
