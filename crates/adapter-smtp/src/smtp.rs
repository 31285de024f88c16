//! Mail over SMTP, on connections that are used again.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::system::Clock;
use tokio::sync::Semaphore;

use crate::connection::Connection;
use crate::message::{Form, Sender, message};
use crate::server::SmtpServer;

/// How many connections there are at once, at most.
pub const MOST_CONNECTIONS: usize = 8;
/// One that was not used for longer is closed instead.
const MOST_IDLE: Duration = Duration::from_secs(30);

/// Sends mail over SMTP.
pub struct SmtpMailer {
    server: SmtpServer,
    from: Sender,
    clock: Arc<dyn Clock>,
    turns: Semaphore,
    /// Those that nobody uses, each since when.
    idle: Mutex<Vec<(Connection, Duration)>>,
}

impl SmtpMailer {
    /// Through a server. Connects with the first mail.
    pub fn new(server: SmtpServer, from: Sender, clock: Arc<dyn Clock>) -> Self {
        Self { server, from, clock, turns: Semaphore::new(MOST_CONNECTIONS), idle: Mutex::default() }
    }

    /// The connection that was used last and still answers, or a new one.
    async fn connection(&self) -> Result<Connection, MailError> {
        while let Some((mut connection, since)) = self.take_idle() {
            let rested = self.clock.elapsed().saturating_sub(since);
            if rested < MOST_IDLE && connection.is_alive().await {
                return Ok(connection);
            }
        }
        Connection::open(&self.server).await
    }

    fn take_idle(&self) -> Option<(Connection, Duration)> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn keep(&self, connection: Connection) {
        let since = self.clock.elapsed();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((connection, since));
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = message(&self.from, mail, self.clock.now(), Form::Ascii)?;
        let _turn = self.turns.acquire().await.map_err(|error| MailError::ForNow(error.to_string()))?;
        let mut connection = self.connection().await?;
        let sent = connection.send(message.envelope(), &message.formatted()).await;
        if sent.is_ok() || connection.begins_anew().await {
            self.keep(connection);
        }
        sent
    }
}
