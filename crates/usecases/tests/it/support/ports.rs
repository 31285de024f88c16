//! The ports that need no store, in a form that a test sets and reads.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::{Mail, MailError, Mailer};
use bailiwick_ports::passwords::{HashError, PasswordHasher};
use bailiwick_ports::system::{Clock, IdSource, Signer};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// When every test begins: 2027-01-15T08:00:00Z.
pub const START: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

#[expect(clippy::disallowed_methods, reason = "the bounds in real time are measured in real time")]
pub fn instant() -> Instant {
    Instant::now()
}

/// Stands still until a test moves it; or, where real time counts, tells the monotonic time as it is.
pub struct TestClock {
    passed: AtomicI64,
    real: Option<Instant>,
}

impl TestClock {
    pub fn standing() -> Self {
        Self { passed: AtomicI64::new(0), real: None }
    }
    pub fn running() -> Self {
        Self { passed: AtomicI64::new(0), real: Some(instant()) }
    }
    /// Moves the time, and the monotonic time where it stands still.
    pub fn pass(&self, time: Duration) {
        self.passed.fetch_add(i64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }
    pub fn pass_seconds(&self, seconds: u64) {
        self.pass(Duration::from_secs(seconds));
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(START.micros() + self.passed.load(Ordering::SeqCst))
    }
    fn elapsed(&self) -> Duration {
        let passed = self.passed.load(Ordering::SeqCst);
        match self.real {
            Some(start) => start.elapsed(),
            // It has been going for a while: at nought, nothing could have been confirmed before.
            None => Duration::from_mins(1) + Duration::from_micros(u64::try_from(passed).unwrap()),
        }
    }
}

/// Counts, in the shape of UUIDs of version 7. Secrets follow from the count.
pub struct TestIds {
    next: AtomicU64,
    source: u64,
}

impl TestIds {
    /// Sources of different numbers make different ids.
    pub fn new(source: u64) -> Self {
        Self { next: AtomicU64::new(1), source }
    }
}

impl IdSource for TestIds {
    fn uuid(&self) -> Uuid {
        let count = self.next.fetch_add(1, Ordering::SeqCst);
        let time = u128::from(1_800_000_000_000_u64 + count) << 80;
        let variant = 0b10_u128 << 62;
        Uuid::from_u128(time | (7 << 76) | variant | u128::from(self.source << 32 | count))
    }
    fn secret(&self) -> [u8; 32] {
        let count = self.next.fetch_add(1, Ordering::SeqCst);
        Sha256::digest(format!("secret {count} of {}", self.source)).into()
    }
}

/// A keyed hash under a key that every node of a test shares.
pub struct TestSigner;

impl Signer for TestSigner {
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(b"the deployment's key");
        hash.update((purpose.len() as u64).to_be_bytes());
        hash.update(purpose.as_bytes());
        hash.update(data);
        hash.finalize().into()
    }
}

/// While the deployment's key is changed, and afterwards.
pub struct NewKeySigner {
    /// Whether what the old key signed is accepted, too.
    pub accepts_old: bool,
}

impl Signer for NewKeySigner {
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        Sha256::digest(TestSigner.mac(purpose, data)).into()
    }
    fn other_mac(&self, purpose: &str, data: &[u8]) -> Option<[u8; 32]> {
        self.accepts_old.then(|| TestSigner.mac(purpose, data))
    }
}

/// Costs nothing, and can be told to be busy.
#[derive(Default)]
pub struct TestHasher {
    pub busy: AtomicBool,
    /// How many passwords it looked at.
    pub verified: AtomicU64,
}

#[async_trait]
impl PasswordHasher for TestHasher {
    async fn hash(&self, password: String) -> Result<String, HashError> {
        if self.busy.load(Ordering::SeqCst) { Err(HashError::Busy) } else { Ok(format!("plain:{password}")) }
    }
    fn is_current(&self, hash: &str) -> bool {
        hash.starts_with("plain:")
    }
    async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, HashError> {
        self.verified.fetch_add(1, Ordering::SeqCst);
        // Gives way, as one that costs something would.
        tokio::task::yield_now().await;
        Ok(hash.is_some_and(|hash| hash.split_once(':').is_some_and(|(_, kept)| kept == password)))
    }
}

/// Keeps what it is given, and fails on cue.
#[derive(Default)]
pub struct TestMailer {
    sent: Mutex<Vec<Mail>>,
    known: Mutex<HashSet<DeliveryId>>,
    failures: AtomicU64,
    /// Whether it fails for good.
    pub for_good: AtomicBool,
    /// Where a test wants to see a mail under way: each one waits for a permit.
    pub gate: Mutex<Option<Arc<Semaphore>>>,
    /// How often it was asked to send something that it had sent before.
    pub repeated: AtomicU64,
    /// How often it was asked.
    pub asked: AtomicU64,
}

impl TestMailer {
    pub fn fail_next(&self, times: u64) {
        self.failures.store(times, Ordering::SeqCst);
    }
    /// What was sent since this was last asked.
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl Mailer for TestMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        // Gives way, as a mail server's answer would.
        tokio::task::yield_now().await;
        let failing =
            self.failures.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        let gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(gate) = gate {
            gate.acquire().await.expect("it is never closed").forget();
        }
        if failing.is_ok() && self.for_good.load(Ordering::SeqCst) {
            return Err(MailError::ForGood("the server answered 550".to_owned()));
        }
        if failing.is_ok() {
            return Err(MailError::ForNow("the mail server is away".to_owned()));
        }
        if self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(mail.id) {
            self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
        } else {
            self.repeated.fetch_add(1, Ordering::SeqCst);
        }
        Ok(())
    }
}
