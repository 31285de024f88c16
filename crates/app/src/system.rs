//! Time, chance and the deployment's key: the only place that reaches for the ambient clock and for randomness.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bailiwick_domain::time::Timestamp;
use bailiwick_ports::system::{Clock, IdSource, Signer};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::{ContextV7, Uuid};

mod secret_key;

pub use secret_key::SecretKey;

/// The time since 1970; a clock set to before that counts as that.
#[expect(clippy::disallowed_methods, reason = "this is where the time comes in")]
fn since_1970() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "this is where the monotonic time comes in")]
fn monotonic() -> Instant {
    Instant::now()
}

/// The system's clocks.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// Counts what has elapsed from here on.
    pub fn new() -> Self {
        Self { start: monotonic() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(i64::try_from(since_1970().as_micros()).unwrap_or(i64::MAX))
    }
    fn elapsed(&self) -> Duration {
        monotonic().duration_since(self.start)
    }
}

/// Ids from the system's clock and randomness.
#[derive(Debug, Default)]
pub struct SystemIds {
    /// Keeps ids in order within a millisecond, and while the clock goes back.
    order: Mutex<ContextV7>,
}

impl SystemIds {
    /// A source of its own.
    pub fn new() -> Self {
        Self::default()
    }
}

impl IdSource for SystemIds {
    fn uuid(&self) -> Uuid {
        let order = self.order.lock().unwrap_or_else(PoisonError::into_inner);
        let now = since_1970();
        Uuid::new_v7(uuid::Timestamp::from_unix(&*order, now.as_secs(), now.subsec_nanos()))
    }
    #[expect(clippy::disallowed_methods, reason = "this is where randomness comes in")]
    fn secret(&self) -> [u8; 32] {
        let mut secret = [0; 32];
        // Nothing safe can be done without randomness.
        getrandom::fill(&mut secret).expect("the system gives randomness");
        secret
    }
}

fn hmac(key: &[u8], data: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(data);
    mac.finalize().into_bytes().into()
}

/// Signs with HMAC-SHA256, by a key of its own for each purpose, which comes from the deployment's.
pub struct HmacSigner {
    key: SecretKey,
    other: Option<SecretKey>,
}

impl HmacSigner {
    /// Under the deployment's key; what the other signed is accepted too.
    pub fn new(key: SecretKey, other: Option<SecretKey>) -> Self {
        Self { key, other }
    }
}

fn mac(key: &SecretKey, purpose: &str, data: &[u8]) -> [u8; 32] {
    hmac(&hmac(key.bytes(), purpose.as_bytes()), data)
}

impl Signer for HmacSigner {
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        mac(&self.key, purpose, data)
    }
    fn other_mac(&self, purpose: &str, data: &[u8]) -> Option<[u8; 32]> {
        self.other.as_ref().map(|key| mac(key, purpose, data))
    }
}

/// How long this process had processors for itself.
pub fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    #[test]
    fn ids_grow_and_none_comes_twice() {
        let ids = Arc::new(SystemIds::new());
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let ids = Arc::clone(&ids);
                thread::spawn(move || (0..10_000).map(|_| ids.uuid()).collect::<Vec<_>>())
            })
            .collect();
        let mut all = Vec::new();
        for thread in threads {
            let made = thread.join().unwrap();
            assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
            all.extend(made);
        }
        assert!(all.iter().all(|id| id.get_version_num() == 7));
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 40_000);
    }

    #[test]
    fn secrets_differ() {
        let ids = SystemIds::new();
        assert_ne!(ids.secret(), ids.secret());
    }

    #[test]
    fn the_clock_tells_the_time_of_ids_and_goes_on() {
        let clock = SystemClock::new();
        let before = (clock.now(), clock.elapsed());
        let (seconds, _) = SystemIds::new().uuid().get_timestamp().unwrap().to_unix();
        let drift = i64::try_from(seconds).unwrap() - before.0.micros() / 1_000_000;
        assert!((0..60).contains(&drift), "{drift} s");
        assert!(clock.elapsed() >= before.1);
    }

    #[test]
    fn a_signature_is_of_its_key_purpose_and_data() {
        let signer = HmacSigner::new(SecretKey::new([7; 32]), None);
        let mac = signer.mac("invitation", b"data");
        // From Python: hmac.digest(hmac.digest(bytes([7] * 32), b"invitation", "sha256"), b"data", "sha256").
        let hex = mac.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        assert_eq!(hex, "278de5b20f965d704b662dfed7cd89645e6b1f9d5801ef9a6b9728aa6af9bce0");
        assert_ne!(signer.mac("password_reset", b"data"), mac);
        assert_ne!(signer.mac("invitation", b"Data"), mac);
        let next = HmacSigner::new(SecretKey::new([8; 32]), Some(SecretKey::new([7; 32])));
        assert_ne!(next.mac("invitation", b"data"), mac);
        assert_eq!(next.other_mac("invitation", b"data"), Some(mac), "while the key is changed");
        assert_eq!(signer.other_mac("invitation", b"data"), None);
    }
}
