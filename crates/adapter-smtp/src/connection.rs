//! One connection to a mail server: each step within its time, and what a failure means. A connection that is dropped in the
//! middle of something is closed, so no answer is ever taken for another's.

use std::error::Error as _;
use std::time::Duration;

use bailiwick_ports::mail::MailError;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use tokio::time::timeout;

use crate::server::{Security, SmtpServer};

const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// What was under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Connecting,
    StartTls,
    SigningIn,
    Sender,
    Recipient,
    Data,
    Text,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::StartTls => "STARTTLS",
            Self::SigningIn => "signing in",
            Self::Sender => "the sender",
            Self::Recipient => "the recipient",
            Self::Data => "announcing the text",
            Self::Text => "the text",
        }
    }
}

pub(crate) struct Connection {
    smtp: AsyncSmtpConnection,
    command: Duration,
    text: Duration,
}

impl Connection {
    /// Connects and signs in.
    pub async fn open(server: &SmtpServer) -> Result<Self, MailError> {
        let mut step = Step::Connecting;
        let opened = timeout(server.limits.connect, open(server, &mut step)).await;
        let smtp = answered(opened.ok(), step)?;
        Ok(Self { smtp, command: server.limits.command, text: server.limits.text })
    }

    /// Whether the server still answers.
    pub async fn is_alive(&mut self) -> bool {
        timeout(self.command, self.smtp.test_connected()).await.unwrap_or(false)
    }

    /// Sends a message to its one recipient.
    pub async fn send(&mut self, envelope: &Envelope, text: &[u8]) -> Result<(), MailError> {
        let sender = Mail::new(envelope.from().cloned(), Vec::new());
        answered(timeout(self.command, self.smtp.command(sender)).await.ok(), Step::Sender)?;
        for to in envelope.to() {
            let recipient = Rcpt::new(to.clone(), Vec::new());
            answered(timeout(self.command, self.smtp.command(recipient)).await.ok(), Step::Recipient)?;
        }
        answered(timeout(self.command, self.smtp.command(Data)).await.ok(), Step::Data)?;
        answered(timeout(self.text, self.smtp.message(text)).await.ok(), Step::Text).map(drop)
    }

    /// Whether it can be used again after a failure: the server still answers, and begins anew.
    pub async fn begins_anew(&mut self) -> bool {
        matches!(timeout(self.command, self.smtp.command(Rset)).await, Ok(Ok(_)))
    }
}

async fn open(server: &SmtpServer, step: &mut Step) -> Result<AsyncSmtpConnection, Error> {
    let tls = match &server.security {
        Security::Tls(tls) => Some(tls.clone()),
        Security::StartTls(_) | Security::Plain => None,
    };
    let address = (server.host.as_str(), server.port);
    let mut smtp = AsyncSmtpConnection::connect_tokio1(address, None, &server.hello, tls, None).await?;
    if let Security::StartTls(tls) = &server.security {
        *step = Step::StartTls;
        smtp.starttls(tls.clone(), &server.hello).await?;
    }
    if let Some(credentials) = &server.credentials {
        *step = Step::SigningIn;
        smtp.auth(&MECHANISMS, credentials).await?;
    }
    Ok(smtp)
}

/// What came of a step: none, when it took too long.
fn answered<T>(outcome: Option<Result<T, Error>>, step: Step) -> Result<T, MailError> {
    let error = match outcome {
        Some(Ok(value)) => return Ok(value),
        Some(Err(error)) => error,
        None => return Err(MailError::ForNow(format!("{}: no answer in time", step.name()))),
    };
    let failure = format!("{}: {}", step.name(), told(&error));
    Err(if is_for_good(&error, step) { MailError::ForGood(failure) } else { MailError::ForNow(failure) })
}

/// A permanent refusal of this recipient or this text. One of the sender or of who signs in is the operator's to mend, and
/// so is one by the server's policy (RFC 3463, codes of the form 5.7.x) before it saw the text.
fn is_for_good(error: &Error, step: Step) -> bool {
    let by_policy = error.status().is_some_and(|code| code.to_string() == "530")
        || enhanced(error).is_some_and(|code| code.starts_with("5.7."));
    match step {
        Step::Text => error.is_permanent(),
        Step::Recipient | Step::Data => error.is_permanent() && !by_policy,
        Step::Connecting | Step::StartTls | Step::SigningIn | Step::Sender => false,
    }
}

/// What may be kept of a failure: of what the server said, numbers alone, for its words may hold the address.
fn told(error: &Error) -> String {
    if let Some(code) = error.status() {
        let enhanced = enhanced(error).map(|code| format!(" {code}")).unwrap_or_default();
        return format!("the server answered {code}{enhanced}");
    }
    if error.is_response() {
        return "the connection ended, or the answer was no SMTP".to_owned();
    }
    error.source().map_or_else(|| "it failed".to_owned(), ToString::to_string)
}

/// The finer code at the start of an answer's text (RFC 3463), such as `5.1.1`.
fn enhanced(error: &Error) -> Option<String> {
    let text = error.source()?.to_string();
    let code = text.split_whitespace().next()?;
    let parts: Vec<&str> = code.split('.').collect();
    let is_number =
        |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(is_number)).then(|| code.to_owned())
}
