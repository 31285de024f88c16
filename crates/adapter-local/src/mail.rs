//! Mail as files, one each, for whoever has no mail server. What a mail says is not here.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::system::Clock;
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

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` gives it")]
fn failed(error: impl ToString) -> MailError {
    MailError(error.to_string())
}

fn system_time(time: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(time.micros()).unwrap_or(0))
}

/// The most bytes of a line (RFC 5322, section 2.1.1).
const MOST_IN_A_LINE: usize = 998;

/// Text stays readable in the file, links in one piece, where its lines are short enough for that.
fn part(kind: ContentType, text: &str) -> SinglePart {
    let body = if text.lines().all(|line| line.len() <= MOST_IN_A_LINE) {
        let lines = text.replace("\r\n", "\n").replace('\n', "\r\n");
        Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::EightBit)
    } else {
        Body::new(text.to_owned())
    };
    SinglePart::builder().header(kind).body(body)
}

/// The same mail gives the same bytes at the same time: nothing in it is left to chance.
fn message(from: &Sender, mail: &Mail, now: Timestamp) -> Result<Vec<u8>, MailError> {
    let to = mail.to.as_str().parse().map_err(failed)?;
    let body = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("={}=", mail.id))
        .singlepart(part(ContentType::TEXT_PLAIN, &mail.text))
        .singlepart(part(ContentType::TEXT_HTML, &mail.html));
    let message = Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.0.email.domain())))
        .date(system_time(now))
        .from(from.0.clone())
        .to(Mailbox::new(None, to))
        .subject(mail.subject.replace(char::is_control, " "))
        .multipart(body)
        .map_err(failed)?;
    Ok(message.formatted())
}

/// Writes each mail as `<delivery id>.eml` into a folder. Only the user that it runs as can read them: their links are
/// secrets.
pub struct FileMailer {
    folder: PathBuf,
    from: Sender,
    clock: Arc<dyn Clock>,
    /// Tells apart the temporary files of one id.
    written: AtomicU64,
}

impl FileMailer {
    /// Into a folder, which is made with the first mail where it is missing.
    pub fn new(folder: impl Into<PathBuf>, from: Sender, clock: Arc<dyn Clock>) -> Self {
        Self { folder: folder.into(), from, clock, written: AtomicU64::new(0) }
    }

    fn temporary(&self, id: DeliveryId) -> PathBuf {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        self.folder.join(format!(".{id}.{}.{number}.tmp", std::process::id()))
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => File::open(parent)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

/// After this the whole file is there, also after a power cut, or none.
fn write(folder: &Path, temporary: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    make_folder(folder)?;
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(temporary, folder.join(name)));
    if written.is_err() {
        // It may not be there, and what failed is told already.
        fs::remove_file(temporary).ok();
    }
    written.and_then(|()| File::open(folder)?.sync_all())
}

#[async_trait]
impl Mailer for FileMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = message(&self.from, mail, self.clock.now())?;
        let (folder, temporary) = (self.folder.clone(), self.temporary(mail.id));
        let name = format!("{}.eml", mail.id);
        tokio::task::spawn_blocking(move || write(&folder, &temporary, &name, &bytes))
            .await
            .map_err(failed)?
            .map_err(|error| MailError(format!("{}: {error}", self.folder.display())))
    }
}
