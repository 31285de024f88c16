//! Clocks and ids: those that a test sets, and a clock that goes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bailiwick_domain::time::Timestamp;
use bailiwick_ports::system::{Clock, IdSource};
use uuid::Uuid;

/// Stands still until a test moves it.
#[derive(Default)]
pub struct SetClock(AtomicU64);

impl SetClock {
    pub fn at_zero() -> Arc<Self> {
        Arc::default()
    }
    pub fn pass(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000 + i64::try_from(self.0.load(Ordering::SeqCst)).unwrap())
    }
    fn elapsed(&self) -> Duration {
        Duration::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Goes as time does.
pub struct RealClock(Instant);

impl RealClock {
    #[expect(clippy::disallowed_methods, reason = "a limit over nodes is counted in real time")]
    pub fn started() -> Arc<Self> {
        Arc::new(Self(Instant::now()))
    }
}

impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000 + i64::try_from(self.elapsed().as_micros()).unwrap())
    }
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Counts.
#[derive(Default)]
pub struct Counting(AtomicU64);

impl IdSource for Counting {
    fn uuid(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::SeqCst)))
    }
    fn secret(&self) -> [u8; 32] {
        let mut secret = [0; 32];
        secret[..8].copy_from_slice(&self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        secret
    }
}
