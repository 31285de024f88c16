//! The clock that tests measure by.

use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "what is measured is how long real servers take")]
pub fn now() -> Instant {
    Instant::now()
}

/// A number that a variable gives, such as how often to try.
pub fn count(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().map_or(usual, |given| given.parse().expect("a number"))
}
