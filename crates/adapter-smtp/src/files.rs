//! Mail as files, one each, for whoever has no mail server. What is to be written at the same time is written together:
//! the folder is synced once for all of it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::system::Clock;
use tokio::sync::oneshot;

use crate::message::{Form, Sender, message};

/// Writes each mail as `<delivery id>.eml` into a folder. Only the user that it runs as can read them: their links are
/// secrets.
pub struct FileMailer {
    folder: PathBuf,
    from: Sender,
    clock: Arc<dyn Clock>,
    /// Tells apart the temporary files of one id.
    written: AtomicU64,
    waiting: Mutex<Vec<Waiting>>,
    /// One writes at a time, for all who wait by then.
    turn: tokio::sync::Mutex<()>,
}

/// A mail that is to be written, and who wants to hear of it.
struct Waiting {
    temporary: PathBuf,
    name: PathBuf,
    bytes: Vec<u8>,
    sender: oneshot::Sender<Result<(), MailError>>,
}

impl FileMailer {
    /// Into a folder, which is made with the first mail where it is missing.
    pub fn new(folder: impl Into<PathBuf>, from: Sender, clock: Arc<dyn Clock>) -> Self {
        Self {
            folder: folder.into(),
            from,
            clock,
            written: AtomicU64::new(0),
            waiting: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
        }
    }

    fn temporary(&self, id: DeliveryId) -> PathBuf {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        self.folder.join(format!(".{id}.{}.{number}.tmp", std::process::id()))
    }

    fn put(&self, id: DeliveryId, bytes: Vec<u8>) -> oneshot::Receiver<Result<(), MailError>> {
        let (sender, heard) = oneshot::channel();
        let name = self.folder.join(format!("{id}.eml"));
        let mail = Waiting { temporary: self.temporary(id), name, bytes, sender };
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(mail);
        heard
    }

    fn take(&self) -> Vec<Waiting> {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
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

impl Waiting {
    /// After this the whole file is there, or none; also after a power cut, once the folder is synced.
    fn write(&self) -> io::Result<()> {
        let written = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&self.temporary)
            .and_then(|mut file| file.write_all(&self.bytes).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&self.temporary, &self.name));
        if written.is_err() {
            // It may not be there, and what failed is told already.
            fs::remove_file(&self.temporary).ok();
        }
        written
    }
}

fn write_all(folder: &Path, waiting: Vec<Waiting>) {
    let failed = |error: &io::Error| MailError::ForNow(format!("{}: {error}", folder.display()));
    let made = make_folder(folder);
    let write = |mail: &Waiting| {
        made.as_ref().map_err(failed).and_then(|()| mail.write().map_err(|error| failed(&error)))
    };
    let written: Vec<_> = waiting.iter().map(write).collect();
    let synced = made.as_ref().map_err(failed).and_then(|()| {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| failed(&error))
    });
    for (mail, written) in waiting.into_iter().zip(written) {
        // Who gave up waiting hears of it when the mail is sent again.
        mail.sender.send(written.and_then(|()| synced.clone())).ok();
    }
}

#[async_trait]
impl Mailer for FileMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = message(&self.from, mail, self.clock.now(), Form::Readable)?.formatted();
        let heard = self.put(mail.id, bytes);
        let turn = self.turn.lock().await;
        // Others who are sent at the same time come along.
        tokio::task::yield_now().await;
        let waiting = self.take();
        let gone = |error: String| MailError::ForNow(error);
        if !waiting.is_empty() {
            let folder = self.folder.clone();
            let writing = tokio::task::spawn_blocking(move || write_all(&folder, waiting));
            writing.await.map_err(|error| gone(error.to_string()))?;
        }
        drop(turn);
        heard.await.map_err(|error| gone(error.to_string()))?
    }
}
