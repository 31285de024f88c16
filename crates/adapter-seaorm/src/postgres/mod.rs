//! What is PostgreSQL's own: how it is connected to, and how several nodes that start at once change its tables once.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use bailiwick_ports::StoreError;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sea_orm::sqlx::{self, ConnectOptions, Connection};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use sea_orm_migration::MigratorTrait;
use tokio::time::{sleep, timeout};

use self::health::LONGEST;
use crate::error::{db, is_passing, open};
use crate::line::Pool;
use crate::migrations::Migrator;
use crate::options::{SqlOptions, Target};

mod health;

pub(crate) use self::health::{Doctor, Health};

/// The oldest version that it works with, as the server spells it.
const OLDEST: u32 = 150_000;
/// How long the server lets a statement run. Less than a client waits, so that it is the server who ends it.
const STATEMENT: Duration = Duration::from_secs(15);
/// How long the server keeps a transaction whose client says nothing.
const SILENCE: Duration = Duration::from_secs(30);
/// How long a node that starts waits for another that changes the tables.
const MIGRATION: Duration = Duration::from_mins(1);
/// How long one try to connect may take at the start, and how long until the next.
const TRY: Duration = Duration::from_secs(5);
const AGAIN: Duration = Duration::from_millis(200);
/// How long a connection stays open for nothing, and how long at most.
const IDLE: Duration = Duration::from_mins(10);
const LIFETIME: Duration = Duration::from_mins(30);
/// A connection that rested longer is asked for a sign of life before it is used.
const RESTED: Duration = Duration::from_secs(5);
/// Every statement keeps its plan; there are about a hundred.
const STATEMENTS: usize = 256;
/// The key of the lock under which tables are changed: "bailiwic" in ASCII.
const LOCK: i64 = 0x6261_696c_6977_6963;

/// A database with its tables up to date.
pub(crate) struct Postgres {
    pub units: Arc<Pool>,
    pub confirming: Arc<Pool>,
    pub doctor: Doctor,
}

/// Connects, waiting for a server that starts, and brings the tables up to date.
pub(crate) async fn open_database(
    options: &SqlOptions,
    at: &PgConnectOptions,
) -> Result<Postgres, StoreError> {
    let first = first(options, at).await?;
    let version = first.server_version_num().unwrap_or_default();
    first.close().await.map_err(|err| open(&err))?;
    if version < OLDEST {
        let major = version / 10_000;
        return Err(StoreError::Unavailable(format!("PostgreSQL 15 or newer is needed; this is {major}")));
    }
    migrate(at).await?;
    let connect = connect_options(options, at);
    let health = Health::new();
    let pool = |most| Pool::of_server(connections(options, &connect, most), Arc::clone(&health));
    let (units, confirming) = (pool(options.connections), pool(options.access_readers));
    let renew = {
        let (units, confirming, options, connect) =
            (Arc::clone(&units), Arc::clone(&confirming), options.clone(), connect.clone());
        move || {
            units.replace(connections(&options, &connect, options.connections));
            confirming.replace(connections(&options, &connect, options.access_readers));
        }
    };
    Ok(Postgres { units, confirming, doctor: Doctor::new(health, connect, renew) })
}

fn quiet(at: &PgConnectOptions) -> PgConnectOptions {
    let named = match at.get_application_name() {
        Some(_) => at.clone(),
        None => at.clone().application_name("bailiwick"),
    };
    named.disable_statement_logging()
}

fn connect_options(options: &SqlOptions, at: &PgConnectOptions) -> PgConnectOptions {
    let milliseconds = |limit: Duration| limit.as_millis().to_string();
    quiet(at).statement_cache_capacity(STATEMENTS).options([
        ("statement_timeout", milliseconds(STATEMENT)),
        ("lock_timeout", milliseconds(options.write_wait.min(STATEMENT))),
        ("idle_in_transaction_session_timeout", milliseconds(SILENCE)),
        ("default_transaction_isolation", "read committed".to_owned()),
        // It costs more than these statements take.
        ("jit", "off".to_owned()),
    ])
}

/// Connections that are opened when they are needed.
fn connections(options: &SqlOptions, connect: &PgConnectOptions, most: u32) -> DatabaseConnection {
    let pool = PgPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(options.write_wait.min(LONGEST))
        .idle_timeout(IDLE)
        .max_lifetime(LIFETIME)
        .test_before_acquire(false)
        .before_acquire(|connection, rested| {
            Box::pin(async move {
                if rested.idle_for > RESTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(connect.clone());
    pool.into()
}

/// The first connection. A server may start at the same time as its client, so it is waited for.
async fn first(options: &SqlOptions, at: &PgConnectOptions) -> Result<PgConnection, StoreError> {
    let shown = Target::Postgres(Box::new(at.clone()));
    let connect = quiet(at);
    let tries = async {
        let mut told = false;
        loop {
            let why = match timeout(TRY, connect.connect()).await {
                Ok(Ok(connection)) => return Ok(connection),
                Ok(Err(error)) if !is_passing(&error) || is_of_tls(&error) => return Err(open(&error)),
                Ok(Err(error)) => error.to_string(),
                Err(_late) => "no answer".to_owned(),
            };
            if !told {
                tracing::warn!(database = %shown, why, "the database does not answer yet; waiting for it");
            }
            told = true;
            sleep(AGAIN).await;
        }
    };
    timeout(options.start_wait, tries).await.unwrap_or_else(|_| {
        let seconds = options.start_wait.as_secs();
        Err(StoreError::Unavailable(format!("{shown} did not answer for {seconds} s")))
    })
}

/// Whether TLS is what fails, such as by a certificate: no waiting mends that.
fn is_of_tls(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Tls(_) => true,
        sqlx::Error::Io(error) => error.kind() == ErrorKind::InvalidData,
        _ => false,
    }
}

/// Changes the tables under a lock of the database: several nodes may start at once. The lock lives as long as the one
/// connection here, on which nothing is limited, since a change may take its time.
async fn migrate(at: &PgConnectOptions) -> Result<(), StoreError> {
    let one = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    let one = one.test_before_acquire(false).connect_lazy_with(quiet(at));
    let one = DatabaseConnection::from(one);
    let lock = format!("SELECT pg_advisory_lock({LOCK})");
    let locked = timeout(MIGRATION, one.execute_unprepared(&lock)).await;
    let Ok(locked) = locked else {
        return Err(StoreError::Unavailable("another node is changing the tables".to_owned()));
    };
    locked.map_err(db)?;
    let migrated = Migrator::up(&one, None).await.map_err(db);
    one.close().await.map_err(db)?;
    migrated
}
