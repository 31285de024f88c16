//! Where tests keep their data: each in a database of its own, which is gone when the test ends.

use std::hash::{BuildHasher, Hasher, RandomState};

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use tempfile::TempDir;

use crate::options::SqlOptions;

/// The variable that names a PostgreSQL for tests: the URL of a role that may make databases.
pub const SERVER: &str = "BAILIWICK_TEST_POSTGRES_URL";
/// The variable that says what tests keep their data in: `sqlite`, which is the default, or `postgres`.
pub const STORE: &str = "BAILIWICK_TEST_STORE";

/// A test's place for its data.
#[derive(Debug)]
pub enum Place {
    /// In a file.
    File(TempDir),
    /// In a database.
    Database(Box<TestDatabase>),
}

impl Place {
    /// A new one, of the kind that `BAILIWICK_TEST_STORE` names.
    ///
    /// # Panics
    /// When it names none, or none can be made.
    pub async fn new() -> Self {
        match std::env::var(STORE).as_deref() {
            Err(_) | Ok("" | "sqlite") => Self::File(tempfile::tempdir().expect("a folder")),
            Ok("postgres") => Self::Database(Box::new(TestDatabase::new().await)),
            Ok(other) => panic!("{STORE} must be sqlite or postgres, not {other:?}"),
        }
    }

    /// Its URL.
    pub fn url(&self) -> String {
        match self {
            Self::File(folder) => format!("sqlite://{}", folder.path().join("bailiwick.db").display()),
            Self::Database(database) => database.url(),
        }
    }

    /// The options of a store in it.
    ///
    /// # Panics
    /// When its URL can't be read, which can't be.
    pub fn options(&self) -> SqlOptions {
        SqlOptions::from_url(&self.url()).expect("a URL")
    }
}

/// A new PostgreSQL database; it goes when this is dropped, whoever is connected.
#[derive(Debug)]
pub struct TestDatabase {
    server: PgConnectOptions,
    name: String,
}

impl TestDatabase {
    /// Makes one on the server that `BAILIWICK_TEST_POSTGRES_URL` names.
    ///
    /// # Panics
    /// When no server is named, or it makes none.
    pub async fn new() -> Self {
        let url = std::env::var(SERVER).unwrap_or_else(|_| {
            panic!(
                "this test needs PostgreSQL: `cargo xtask test` brings one; or set {SERVER} to the URL of a role \
                 that may make databases, such as postgres://postgres@127.0.0.1:5432/postgres"
            )
        });
        Self::on(&url).await
    }

    /// Makes one on a server.
    ///
    /// # Panics
    /// When it makes none.
    pub async fn on(server: &str) -> Self {
        let server: PgConnectOptions = server.parse().expect("the URL of a PostgreSQL");
        let server = server.disable_statement_logging();
        let name = format!("bailiwick_test_{:016x}", RandomState::new().build_hasher().finish());
        let database = Self { server, name };
        database.tell(format!("CREATE DATABASE {}", database.name)).await;
        database
    }

    /// Its URL.
    pub fn url(&self) -> String {
        self.server.clone().database(&self.name).to_url_lossy().to_string()
    }

    async fn tell(&self, sql: String) {
        let mut on: PgConnection = self.server.connect().await.expect("the PostgreSQL for tests answers");
        on.execute(AssertSqlSafe(sql)).await.expect("the PostgreSQL for tests makes and drops databases");
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let gone = std::thread::scope(|scope| {
            // A thread of its own, since this one may run a runtime already.
            let dropping = scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let drop = self.tell(format!("DROP DATABASE {} WITH (FORCE)", self.name));
                runtime.expect("a runtime").block_on(drop);
            });
            dropping.join()
        });
        assert!(gone.is_ok() || std::thread::panicking(), "the test's database could not be dropped");
    }
}
