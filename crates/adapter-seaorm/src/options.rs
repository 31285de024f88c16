//! Where the database is, and how to treat it.

use std::path::PathBuf;
use std::time::Duration;

use bailiwick_ports::StoreError;

/// Where the database is, and how to treat it.
#[derive(Debug, Clone)]
pub struct SqlOptions {
    /// The file of a SQLite database; made, with its folder, where there is none.
    pub path: PathBuf,
    /// Whether a unit that wrote and was then dropped panics. For tests: it shows a use case that forgot to end one.
    pub panic_on_dropped_unit: bool,
    /// How long a writer waits for its turn, here and again behind other processes.
    pub write_wait: Duration,
    /// How many statements of readers may run at once.
    pub readers: u32,
    /// How many statements on the way of decisions may run at once; these have connections of their own.
    pub access_readers: u32,
}

impl SqlOptions {
    /// A SQLite database in a file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            panic_on_dropped_unit: false,
            write_wait: Duration::from_secs(10),
            readers: 4,
            access_readers: 2,
        }
    }

    /// From a URL: `sqlite:data/bailiwick.db`, or `sqlite:///var/lib/bailiwick.db`.
    pub fn from_url(url: &str) -> Result<Self, StoreError> {
        let path = url.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest));
        match path.map(|path| path.split_once('?').map_or(path, |(path, _)| path)) {
            Some(path) if !path.is_empty() && path != ":memory:" => {
                // The two characters that mean something else in a URL.
                Ok(Self::file(path.replace("%3F", "?").replace("%25", "%")))
            }
            _ => Err(StoreError::Unavailable("the database's URL must be sqlite: and a file".to_owned())),
        }
    }
}
