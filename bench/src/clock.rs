//! The one look at the clock.

use std::time::{Instant, SystemTime};

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the time that passes")]
pub fn now() -> Instant {
    Instant::now()
}

/// Microseconds since 1970, as rows have their times.
#[expect(clippy::disallowed_methods, reason = "seeded rows are of today")]
pub fn micros() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}
