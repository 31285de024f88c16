//! The contract of stores against a SQLite file and a PostgreSQL database, and what is each one's own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod postgres;
mod proxy;
mod sqlite;

use bailiwick_adapter_seaorm::testing::TestDatabase;
use bailiwick_adapter_seaorm::{SqlOptions, SqlStore};
use tempfile::TempDir;

/// A store in a new folder, which lasts as long as its guard.
async fn sqlite_file() -> (SqlStore, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = SqlOptions::file(folder.path().join("data/bailiwick.db"));
    (SqlStore::open(options).await.expect("a store"), folder)
}

/// A store in a new database, which lasts as long as its guard.
async fn postgres_database() -> (SqlStore, TestDatabase) {
    let database = TestDatabase::new().await;
    let options = SqlOptions::from_url(&database.url()).expect("options");
    (SqlStore::open(options).await.expect("a store"), database)
}

bailiwick_ports::store_contract!(sqlite_file);

mod on_postgres {
    use super::postgres_database;

    bailiwick_ports::store_contract!(postgres_database);
}
