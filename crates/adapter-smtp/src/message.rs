//! The one place where a mail becomes a message of RFC 5322. What a mail says is not here, nor where it goes.

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::{Mail, MailError};
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Body, Mailbox, Message, MultiPart, MultiPartKind, SinglePart};

/// Who mails come from, such as `Bailiwick <no-reply@example.com>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(Mailbox);

/// A text that is no sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a mail address, with or without a name, such as `Bailiwick <no-reply@example.com>`")]
pub struct InvalidSender;

impl FromStr for Sender {
    type Err = InvalidSender;
    fn from_str(text: &str) -> Result<Self, InvalidSender> {
        if text.chars().any(char::is_control) {
            return Err(InvalidSender);
        }
        text.parse().map(Self).map_err(|_| InvalidSender)
    }
}

/// How text that is not ASCII is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As it is, for people who read the message itself.
    Readable,
    /// In ASCII, which every server takes.
    Ascii,
}

/// The most bytes of a line (RFC 5322, section 2.1.1).
const MOST_IN_A_LINE: usize = 998;

/// The same mail gives the same bytes at the same time: nothing in it is left to chance. A repeated one has the same
/// Message-ID.
pub(crate) fn message(from: &Sender, mail: &Mail, now: Timestamp, form: Form) -> Result<Message, MailError> {
    // Of the address nothing is told: the text of the failure is kept.
    let to = mail.to.as_str().parse();
    let to = to.map_err(|_| MailError::ForGood("its address can't be written to".to_owned()))?;
    let body = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("={}=", mail.id))
        .singlepart(part(ContentType::TEXT_PLAIN, &mail.text, form))
        .singlepart(part(ContentType::TEXT_HTML, &mail.html, form));
    Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.0.email.domain())))
        .date(system_time(now))
        .from(from.0.clone())
        .to(Mailbox::new(None, to))
        .subject(mail.subject.replace(char::is_control, " "))
        .multipart(body)
        .map_err(|error| MailError::ForGood(format!("it can't be put into a message: {error}")))
}

fn part(kind: ContentType, text: &str, form: Form) -> SinglePart {
    let is_short = text.lines().all(|line| line.len() <= MOST_IN_A_LINE);
    let body = if form == Form::Readable && is_short {
        let lines = text.replace("\r\n", "\n").replace('\n', "\r\n");
        Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::EightBit)
    } else {
        Body::new(text.to_owned())
    };
    SinglePart::builder().header(kind).body(body)
}

fn system_time(time: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(time.micros()).unwrap_or(0))
}
