//! Mail as files, one each, for whoever has no mail server.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::system::Clock;

use crate::message::{Form, Sender, message};

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
        let bytes = message(&self.from, mail, self.clock.now(), Form::Readable)?.formatted();
        let (folder, temporary) = (self.folder.clone(), self.temporary(mail.id));
        let name = format!("{}.eml", mail.id);
        tokio::task::spawn_blocking(move || write(&folder, &temporary, &name, &bytes))
            .await
            .unwrap_or_else(|error| Err(io::Error::other(error)))
            .map_err(|error| MailError::ForNow(format!("{}: {error}", self.folder.display())))
    }
}
