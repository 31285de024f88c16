//! The database of a run: a SQLite file, or one of its own on a PostgreSQL server.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use sea_orm::{ConnectOptions, ConnectionTrait, Database as Orm, DatabaseConnection, DbBackend, Statement};

use crate::Result;

/// Where rows are, as a URL of the server's setting.
#[derive(Clone, Debug)]
pub struct Database {
    url: String,
}

impl FromStr for Database {
    type Err = String;
    fn from_str(url: &str) -> std::result::Result<Self, String> {
        let known =
            ["postgres://", "postgresql://", "sqlite://"].iter().any(|scheme| url.starts_with(scheme));
        if !known {
            return Err("must be a postgres:// or sqlite:// URL".to_owned());
        }
        Ok(Self { url: url.to_owned() })
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

impl Database {
    pub fn file(path: &Path) -> Self {
        Self { url: format!("sqlite://{}", path.display()) }
    }

    pub fn is_postgres(&self) -> bool {
        !self.url.starts_with("sqlite:")
    }

    /// The file of a SQLite database.
    pub fn path(&self) -> Option<&Path> {
        self.url.strip_prefix("sqlite://").map(Path::new)
    }

    /// One connection.
    pub async fn open(&self) -> Result<DatabaseConnection> {
        let mut options = ConnectOptions::new(self.url.clone());
        options.max_connections(1).sqlx_logging(false);
        Ok(Orm::connect(options).await?)
    }

    /// Another database of the same server.
    fn sibling(&self, name: &str) -> Self {
        let (base, query) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let (scheme, rest) = base.split_once("://").unwrap_or(("postgres", base));
        let server = rest.split_once('/').map_or(rest, |(server, _)| server);
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        Self { url: format!("{scheme}://{server}/{name}{query}") }
    }

    /// Makes an empty database beside this one.
    pub async fn make(&self, name: &str) -> Result<Self> {
        let connection = self.open().await?;
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        connection.close().await?;
        Ok(self.sibling(name))
    }

    /// Removes it again.
    pub async fn remove(&self, name: &str) -> Result {
        let connection = self.open().await?;
        connection.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
        Ok(connection.close().await?)
    }

    /// The processes that serve a PostgreSQL database on this machine; none elsewhere.
    pub async fn backends(&self) -> Result<Option<Backends>> {
        if !self.is_postgres() {
            return Ok(None);
        }
        let connection = self.open().await?;
        let select = Statement::from_string(DbBackend::Postgres, "SELECT pg_backend_pid() AS pid");
        let row = connection.query_one_raw(select).await?.ok_or("a connection has a process")?;
        let pid: i32 = row.try_get("", "pid")?;
        let parent = parent(&pid.to_string());
        connection.close().await?;
        Ok(parent.map(|postmaster| Backends { postmaster }))
    }
}

/// The id of a process's parent, if it is a PostgreSQL server's.
fn parent(pid: &str) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (name, fields) = stat.rsplit_once(')')?;
    name.contains("postgres").then(|| fields.split_whitespace().nth(1).map(str::to_owned))?
}

/// The processes of a PostgreSQL server.
pub struct Backends {
    postmaster: String,
}

impl Backends {
    /// Nanoseconds of CPU that each has used.
    pub fn cpu(&self) -> BTreeMap<String, u64> {
        let names = fs::read_dir("/proc").into_iter().flatten().flatten();
        let pids = names.filter_map(|entry| entry.file_name().into_string().ok());
        let pids = pids.filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
        pids.filter(|pid| parent(pid).is_some_and(|parent| parent == self.postmaster))
            .filter_map(|pid| {
                let text = fs::read_to_string(format!("/proc/{pid}/schedstat")).ok()?;
                Some((pid, text.split_whitespace().next()?.parse().ok()?))
            })
            .collect()
    }
}

/// Microseconds used between two looks, by those who were there at the second.
#[expect(clippy::cast_precision_loss, reason = "no run takes years")]
pub fn micros_between(before: &BTreeMap<String, u64>, after: &BTreeMap<String, u64>) -> f64 {
    let used = |(pid, nanos): (&String, &u64)| nanos.saturating_sub(*before.get(pid).unwrap_or(&0));
    after.iter().map(used).sum::<u64>() as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sibling_is_on_the_same_server() {
        for (url, sibling) in [
            ("postgres://me:secret@host:5433/postgres", "postgres://me:secret@host:5433/new"),
            ("postgres://host", "postgres://host/new"),
            ("postgres://host/a?sslmode=disable", "postgres://host/new?sslmode=disable"),
        ] {
            assert_eq!(url.parse::<Database>().unwrap().sibling("new").to_string(), sibling);
        }
    }
}
