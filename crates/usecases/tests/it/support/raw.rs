//! The database, past the store: what someone with access to it could read and write.

use bailiwick_adapter_seaorm::testing::Place;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};

use super::World;

impl World {
    async fn raw(&self) -> DatabaseConnection {
        Database::connect(self.place.url()).await.unwrap()
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

    /// A random id, as the database's own language makes one.
    pub fn random_uuid_sql(&self) -> &'static str {
        match &*self.place {
            Place::File(_) => "randomblob(16)",
            Place::Database(_) => "gen_random_uuid()",
        }
    }

    /// Whether a text stands anywhere in the database: in its file or its log, or in any row of any table.
    pub async fn is_stored(&self, text: &str) -> bool {
        let Place::File(folder) = &*self.place else { return self.is_in_a_row(text).await };
        let files = ["bailiwick.db", "bailiwick.db-wal"]
            .map(|name| std::fs::read(folder.path().join(name)).unwrap_or_default());
        files.iter().any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    }

    async fn is_in_a_row(&self, text: &str) -> bool {
        let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
        let mut found = false;
        for table in self.texts(tables).await {
            let rows = format!("SELECT '' FROM {table} t WHERE strpos(t::text, '{text}') > 0");
            found |= !self.texts(&rows).await.is_empty();
        }
        found
    }
}
