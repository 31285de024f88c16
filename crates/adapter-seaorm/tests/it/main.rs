//! The contract of stores against a SQLite file, and what is this store's own.

mod sqlite;

use bailiwick_adapter_seaorm::{SqlOptions, SqlStore};
use tempfile::TempDir;

/// A store in a new folder, which lasts as long as its guard.
async fn sqlite_file() -> (SqlStore, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = SqlOptions::file(folder.path().join("data/bailiwick.db"));
    (SqlStore::open(options).await.expect("a store"), folder)
}

bailiwick_ports::store_contract!(sqlite_file);
