//! What the adapters promise, seen from outside.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod passwords;
mod rate_limits;
mod support;
