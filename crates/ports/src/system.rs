//! Time, chance and keys: what the process has and the rules must not reach for by themselves.

use std::time::Duration;

use bailiwick_domain::time::Timestamp;
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in whole microseconds.
    fn now(&self) -> Timestamp;
    /// Time since some fixed moment of this process; it never goes back.
    fn elapsed(&self) -> Duration;
}

/// Makes what must be new.
pub trait IdSource: Send + Sync {
    /// A UUID of version 7; each is greater than those before it from this source.
    fn uuid(&self) -> Uuid;
    /// 32 bytes that no one can guess.
    fn secret(&self) -> [u8; 32];
}

/// Encrypts what must be read again and lies where others may look, under the deployment's key.
pub trait Sealer: Send + Sync {
    /// Seals some bytes for one purpose. Sealing the same again gives something else.
    fn seal(&self, purpose: &str, plain: &[u8]) -> Vec<u8>;
    /// What was sealed for that purpose, under the deployment's key or the one that is accepted beside it; nothing when
    /// it was not, or was changed since.
    fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>>;
    /// Whether it was sealed under the deployment's present key.
    fn is_present(&self, sealed: &[u8]) -> bool;
    /// One that seals under a key of its own, such as an account's data key, which is kept sealed itself.
    fn under(&self, key: [u8; 32]) -> Box<dyn Sealer>;
}

/// Signs under the deployment's key.
pub trait Signer: Send + Sync {
    /// A keyed hash of some data for one purpose.
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32];
    /// The same by the key that is accepted beside the deployment's own, if there is one: while that is changed, what the
    /// other signed stays good.
    fn other_mac(&self, _purpose: &str, _data: &[u8]) -> Option<[u8; 32]> {
        None
    }
}
