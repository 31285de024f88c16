//! End to end: the real binary over HTTP and its commands, killed and started again.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod at_once;
mod backup;
mod clock;
mod containers;
mod crash;
mod crash_nodes;
mod lifecycle;
mod metrics;
mod nodes;
mod outages;
mod outbox;
mod owner_races;
mod parts;
mod proxies;
mod races;
mod raw;
mod revocation;
mod secret_key;
mod server;
mod slow_clients;
mod ten_steps;
mod tls;
mod traces;
