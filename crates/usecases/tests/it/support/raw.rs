//! The database's file, past the store: what someone with access to it could read and write.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};

use super::World;

impl World {
    async fn raw(&self) -> DatabaseConnection {
        Database::connect(format!("sqlite://{}?mode=rw", self.file.display())).await.unwrap()
    }

    /// Runs a statement; how many rows it wrote.
    pub async fn run_raw(&self, sql: &str) -> u64 {
        let on = self.raw().await;
        let written = on.execute_unprepared(sql).await.unwrap().rows_affected();
        on.close().await.unwrap();
        written
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let on = self.raw().await;
        let rows = on.query_all_raw(Statement::from_string(on.get_database_backend(), sql)).await.unwrap();
        let texts = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        on.close().await.unwrap();
        texts
    }

    /// Whether a text stands anywhere in the database's file or its log.
    pub fn is_stored(&self, text: &str) -> bool {
        let files = ["db", "db-wal"]
            .map(|ending| std::fs::read(self.file.with_extension(ending)).unwrap_or_default());
        files.iter().any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    }
}
