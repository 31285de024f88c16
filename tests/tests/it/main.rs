//! End to end: the real binary over HTTP and its commands, killed and started again.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod backup;
mod containers;
mod crash;
mod lifecycle;
mod metrics;
mod outbox;
mod proxies;
mod raw;
mod secret_key;
mod server;
mod ten_steps;
mod traces;
