//! End to end: the real binary over HTTP and its commands, killed and started again.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod at_once;
mod backup;
mod browser;
mod clock;
mod containers;
mod crash;
mod crash_nodes;
mod dns;
mod lifecycle;
mod metrics;
mod nodes;
mod outages;
mod outbox;
mod owner_races;
mod parts;
mod providers;
mod proxies;
mod races;
mod raw;
mod revocation;
mod secret_key;
mod server;
mod slow_clients;
mod sso;
mod sso_accounts;
mod sso_hostile;
mod sso_saml;
mod sso_saml_hostile;
mod ten_steps;
mod tls;
mod traces;
