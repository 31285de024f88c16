//! Sending mail.

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::text::Email;

/// A mail to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// By which a repeated delivery is known.
    pub id: DeliveryId,
    /// To whom.
    pub to: Email,
    /// One line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same in HTML.
    pub html: String,
}

/// Why a mail could not be sent. The text is kept and shown to operators: it MUST hold no address of a person and no
/// secret, so nothing that another system said is in it but numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Not now; later it may go.
    #[error("the mail could not be sent: {0}")]
    ForNow(String),
    /// Not this mail to this address, however often it is tried.
    #[error("the mail was refused: {0}")]
    ForGood(String),
}

/// Sends mail.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends one. It lasts once this answers. The same id again MUST do no harm.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}
