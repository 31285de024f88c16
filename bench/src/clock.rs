//! The one look at the clock.

use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the time that passes")]
pub fn now() -> Instant {
    Instant::now()
}
