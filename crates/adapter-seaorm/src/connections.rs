//! How many connections a store has, for who watches over it.

use sea_orm::sqlx::{self, Database};
use sea_orm::{DatabaseConnection, DbBackend};

/// The connections of one pool, as they are at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connections {
    /// What they are for.
    pub pool: &'static str,
    /// How many are open.
    pub open: u32,
    /// How many of these have nothing to do.
    pub idle: u32,
    /// How many may be open.
    pub most: u32,
}

impl Connections {
    pub(crate) fn of(pool: &'static str, connections: &DatabaseConnection) -> Self {
        match connections.get_database_backend() {
            DbBackend::Postgres => Self::count(pool, connections.get_postgres_connection_pool()),
            _ => Self::count(pool, connections.get_sqlite_connection_pool()),
        }
    }

    fn count<D: Database>(pool: &'static str, connections: &sqlx::Pool<D>) -> Self {
        let idle = u32::try_from(connections.num_idle()).unwrap_or(u32::MAX);
        let most = connections.options().get_max_connections();
        Self { pool, open: connections.size(), idle, most }
    }
}
