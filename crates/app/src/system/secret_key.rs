//! The deployment's secret key: from a setting, or from a file that the first start makes.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use bailiwick_ports::system::IdSource;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// 32 bytes that no one else knows. Who has them can forge every token.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey([u8; 32]);

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

/// Why there is no secret key.
#[derive(Debug, thiserror::Error)]
pub enum SecretKeyError {
    /// The file holds something else.
    #[error("{0} does not hold a secret key: it {rule}", rule = SecretKey::RULE)]
    Invalid(PathBuf),
    /// The file can't be read or made.
    #[error(
        "the secret key can't be read from {0} or made there (it can be set as BAILIWICK_SECRET_KEY): {1}"
    )]
    File(PathBuf, io::Error),
}

impl SecretKey {
    /// What its text form must be.
    pub const RULE: &str = "must be 32 bytes in base64, such as `openssl rand -base64 32` prints";

    /// With the given bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// From 32 bytes in base64, with padding or without.
    pub fn parse(text: &str) -> Option<Self> {
        BASE64.decode(text.trim()).ok()?.try_into().ok().map(Self::new)
    }

    /// From a file, which is made where it is missing: with a new key, for this user alone. All who start at once get
    /// the same key.
    ///
    /// # Errors
    /// When the file can't be read or made, or holds no key; it is never written over.
    pub fn load_or_make(path: &Path, ids: &dyn IdSource) -> Result<Self, SecretKeyError> {
        let failed = |error| SecretKeyError::File(path.to_owned(), error);
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make(path, ids).and_then(|()| fs::read_to_string(path)).map_err(failed)?
            }
            text => text.map_err(failed)?,
        };
        warn_of_other_readers(path);
        Self::parse(&text).ok_or_else(|| SecretKeyError::Invalid(path.to_owned()))
    }
}

fn warn_of_other_readers(path: &Path) {
    if fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0) {
        tracing::warn!(path = %path.display(), "other users can read the secret key: `chmod 600` closes it to them");
    }
}

/// The whole file appears at once under its name, or the one that another process made stays.
fn make(path: &Path, ids: &dyn IdSource) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let temporary = folder.join(format!(".secret.key.{}.tmp", ids.uuid()));
    let linked = write(&temporary, &BASE64.encode(ids.secret())).and_then(|()| {
        match fs::hard_link(&temporary, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    });
    // It may not be there, and what failed is told already.
    fs::remove_file(&temporary).ok();
    linked.and_then(|()| File::open(folder)?.sync_all())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use super::*;
    use crate::system::SystemIds;

    #[test]
    fn a_key_is_32_bytes_in_base64() {
        let text = BASE64.encode([7; 32]);
        assert_eq!(SecretKey::parse(&text), Some(SecretKey::new([7; 32])));
        assert_eq!(
            SecretKey::parse(&format!(" {}\n", text.trim_end_matches('='))),
            Some(SecretKey::new([7; 32]))
        );
        for text in ["", "password", &BASE64.encode([7; 31]), &BASE64.encode([7; 33]), "*"] {
            assert_eq!(SecretKey::parse(text), None, "{text}");
        }
    }

    #[test]
    fn nobody_sees_a_key_in_a_log() {
        assert_eq!(format!("{:?}", SecretKey::new([7; 32])), "SecretKey(..)");
    }

    #[test]
    fn all_who_start_at_once_get_the_same_key() {
        for _ in 0..20 {
            let temp = tempfile::tempdir().unwrap();
            let path = temp.path().join("data/secret.key");
            let start = Barrier::new(8);
            let keys: Vec<_> = thread::scope(|scope| {
                let load = || {
                    start.wait();
                    SecretKey::load_or_make(&path, &SystemIds::new()).unwrap()
                };
                let threads: Vec<_> = (0..8).map(|_| scope.spawn(load)).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            assert!(keys.iter().all(|key| *key == keys[0]));
            assert_eq!(SecretKey::load_or_make(&path, &SystemIds::new()).unwrap(), keys[0], "and later");
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing else is left");
        }
    }

    #[test]
    fn a_file_without_a_key_is_an_error_and_stays() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("secret.key");
        for text in ["", "password\n"] {
            fs::write(&path, text).unwrap();
            let error = SecretKey::load_or_make(&path, &SystemIds::new()).unwrap_err().to_string();
            assert!(error.contains("secret.key") && error.contains("32 bytes in base64"), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }
}
