//! A clock that a test sets, and a mail.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::Mail;
use bailiwick_ports::system::Clock;
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
        Timestamp::from_micros(1_800_000_000_000_000)
    }
    fn elapsed(&self) -> Duration {
        Duration::from_micros(self.0.load(Ordering::SeqCst))
    }
}

pub fn mail(number: u128) -> Mail {
    Mail {
        id: DeliveryId::new(Uuid::from_u128(number)),
        to: Email::try_from("Ada@example.com".to_owned()).unwrap(),
        subject: "Grüße von Bailiwick".to_owned(),
        text: "Hello Ada,\nhttps://example.com/verify-email?token=abc_DEF-123=\n.\nZoë\n".to_owned(),
        html: "<p>Hello <b>Ada</b></p>".to_owned(),
    }
}
