//! Where the database is, and how to treat it.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use bailiwick_ports::StoreError;
use sea_orm::sqlx::postgres::PgConnectOptions;

/// Which database.
#[derive(Clone)]
pub(crate) enum Target {
    /// The file of a SQLite database; made, with its folder, where there is none.
    File(PathBuf),
    /// A PostgreSQL database, which must be there.
    Postgres(Box<PgConnectOptions>),
}

/// Without a password: this is shown and logged.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Postgres(at) => {
                let (host, port) = (at.get_host(), at.get_port());
                let database = at.get_database().unwrap_or(at.get_username());
                match at.get_socket() {
                    Some(socket) => write!(f, "PostgreSQL database {database} at {}", socket.display()),
                    None => write!(f, "PostgreSQL database {database} at {host}:{port}"),
                }
            }
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where the database is, and how to treat it.
#[derive(Debug, Clone)]
pub struct SqlOptions {
    pub(crate) target: Target,
    /// Whether a unit that wrote and was then dropped panics. For tests: it shows a use case that forgot to end one.
    pub panic_on_dropped_unit: bool,
    /// How long a writer waits for its turn: on SQLite here and again behind other processes, on PostgreSQL for a
    /// connection and again for each lock.
    pub write_wait: Duration,
    /// How long PostgreSQL may take to answer at the start, since it may start at the same time.
    pub start_wait: Duration,
    /// How many statements of readers may run at once; on PostgreSQL, how many units and statements of both kinds.
    pub connections: u32,
    /// How many statements on the way of decisions may run at once; these have connections of their own.
    pub access_readers: u32,
}

impl SqlOptions {
    /// How many connections readers of a file have.
    const READERS: u32 = 4;
    /// How many connections to PostgreSQL units share.
    const CONNECTIONS: u32 = 16;

    /// A SQLite database in a file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::new(Target::File(path.into()), Self::READERS, 2)
    }

    fn new(target: Target, connections: u32, access_readers: u32) -> Self {
        Self {
            target,
            panic_on_dropped_unit: false,
            write_wait: Duration::from_secs(10),
            start_wait: Duration::from_secs(30),
            connections,
            access_readers,
        }
    }

    /// From a URL: `sqlite:data/bailiwick.db`, `sqlite:///var/lib/bailiwick.db`, or
    /// `postgres://user:password@host:5432/database?sslmode=require`.
    pub fn from_url(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            // What the parser says may show the password.
            let options =
                url.parse().map_err(|_| refused("the URL of the PostgreSQL database can't be read"))?;
            return Ok(Self::new(Target::Postgres(Box::new(options)), Self::CONNECTIONS, 4));
        }
        let path = url.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest));
        match path.map(|path| path.split_once('?').map_or(path, |(path, _)| path)) {
            // What is in memory alone is gone with the process, and each connection would have its own.
            Some(path) if !path.is_empty() && path != ":memory:" && !url.contains("mode=memory") => {
                // The two characters that mean something else in a URL.
                Ok(Self::file(path.replace("%3F", "?").replace("%25", "%")))
            }
            _ => Err(refused("the database's URL must be sqlite: and a file, or postgres: and a database")),
        }
    }

    /// How many connections to PostgreSQL units share; a SQLite file has its own way.
    #[must_use]
    pub fn with_connections(mut self, connections: u32) -> Self {
        if matches!(self.target, Target::Postgres(_)) {
            self.connections = connections;
        }
        self
    }

    /// The database as it may be shown: without a password.
    pub fn shown(&self) -> String {
        self.target.to_string()
    }
}

fn refused(why: &str) -> StoreError {
    StoreError::Unavailable(why.to_owned())
}
