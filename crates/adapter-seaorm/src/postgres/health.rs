//! Whether PostgreSQL is there. Who waits for an answer longer than a moment, or hears that a connection broke, asks the
//! doctor, who looks for himself; while it is away no one waits for it, and it is looked for until it is back.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{self, ConnectOptions, Connection};
use sea_orm::{DbErr, RuntimeErr};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::error::is_unavailable;

/// After how long without an answer one asks whether there will be any.
const DOUBT: Duration = Duration::from_millis(250);
/// How long PostgreSQL may take to answer the doctor, who asks for nothing.
const PULSE: Duration = Duration::from_millis(600);
/// How long the doctor rests between two looks.
const REST: Duration = Duration::from_millis(100);
/// How long any statement may take, on whatever connection: longer than the server lets it run.
pub(super) const LONGEST: Duration = Duration::from_secs(20);

/// Whether PostgreSQL is there.
#[derive(Debug)]
pub(crate) struct Health {
    away: watch::Sender<bool>,
    doubted: Notify,
}

impl Health {
    pub fn new() -> Arc<Self> {
        Arc::new(Self { away: watch::Sender::new(false), doubted: Notify::new() })
    }

    /// Waits for the database's answer, but not for a database that is away.
    pub async fn attend<T>(&self, work: impl Future<Output = Result<T, DbErr>> + Send) -> Result<T, DbErr> {
        if *self.away.borrow() {
            return Err(gone("PostgreSQL is away"));
        }
        let mut work = pin!(work);
        let at_once = timeout(DOUBT, &mut work).await;
        let answer = match at_once {
            Ok(answer) => answer,
            Err(_late) => tokio::select! {
                answer = work => answer,
                lost = self.lost() => Err(lost),
            },
        };
        if answer.as_ref().is_err_and(is_unavailable) {
            self.doubted.notify_one();
        }
        answer
    }

    /// Ends when there will be no answer.
    async fn lost(&self) -> DbErr {
        let mut away = self.away.subscribe();
        let doubting = async {
            loop {
                self.doubted.notify_one();
                sleep(DOUBT).await;
            }
        };
        tokio::select! {
            _ = away.wait_for(|away| *away) => gone("PostgreSQL does not answer"),
            _ = timeout(LONGEST, doubting) => gone("a statement took too long"),
        }
    }
}

fn gone(why: &str) -> DbErr {
    DbErr::Conn(RuntimeErr::Internal(why.to_owned()))
}

/// Looks after the health, on a connection of its own, for as long as this is kept.
#[derive(Debug)]
pub(crate) struct Doctor(JoinHandle<()>);

impl Doctor {
    /// `renew` replaces connections that can't be trusted any more.
    pub fn new(health: Arc<Health>, connect: PgConnectOptions, renew: impl Fn() + Send + 'static) -> Self {
        let mut probe = Probe { connect, connection: None };
        Self(tokio::spawn(async move {
            loop {
                health.doubted.notified().await;
                match probe.look().await {
                    Pulse::Steady => {}
                    Pulse::New => renew(),
                    Pulse::None => {
                        tracing::warn!("PostgreSQL is away");
                        health.away.send_replace(true);
                        while matches!(probe.look().await, Pulse::None) {
                            sleep(REST).await;
                        }
                        renew();
                        health.away.send_replace(false);
                        tracing::warn!("PostgreSQL is back");
                    }
                }
                sleep(REST).await;
            }
        }))
    }
}

impl Drop for Doctor {
    fn drop(&mut self) {
        self.0.abort();
    }
}

enum Pulse {
    /// It answers, as it did before.
    Steady,
    /// It answers, but not on the connection that it answered on before.
    New,
    None,
}

struct Probe {
    connect: PgConnectOptions,
    connection: Option<PgConnection>,
}

impl Probe {
    async fn look(&mut self) -> Pulse {
        let kept = self.connection.take();
        match timeout(PULSE, self.ask(kept)).await {
            Ok(Ok((connection, pulse))) => {
                self.connection = Some(connection);
                pulse
            }
            Ok(Err(error)) => {
                tracing::debug!(%error, "PostgreSQL can't be reached");
                Pulse::None
            }
            Err(_) => Pulse::None,
        }
    }

    async fn ask(&self, kept: Option<PgConnection>) -> sqlx::Result<(PgConnection, Pulse)> {
        let known = kept.is_some();
        if let Some(mut connection) = kept
            && connection.ping().await.is_ok()
        {
            return Ok((connection, Pulse::Steady));
        }
        let mut connection = self.connect.connect().await?;
        connection.ping().await?;
        Ok((connection, if known { Pulse::New } else { Pulse::Steady }))
    }
}
