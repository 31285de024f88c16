//! Mail: how it becomes a message, and the two ways that one goes: over SMTP or, where there is no mail server, into a
//! file. What a mail says is not here.

mod connection;
mod files;
mod message;
mod server;
mod smtp;

pub use files::FileMailer;
pub use message::{InvalidSender, Sender};
pub use server::{InvalidServer, Limits, SmtpServer};
pub use smtp::SmtpMailer;
