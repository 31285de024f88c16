//! End to end: the real binary over HTTP and its commands, killed and started again.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod at_once;
mod authenticator;
mod backup;
mod browser;
mod clock;
mod containers;
mod crash;
mod crash_nodes;
mod crash_usage;
mod crash_usage_nodes;
mod dns;
mod guessing;
mod lifecycle;
mod metrics;
mod nodes;
mod outages;
mod outbox;
mod owner_races;
mod parts;
mod passkeys;
mod places;
mod providers;
mod proxies;
mod races;
mod raw;
mod revocation;
mod search;
mod second_factor;
mod secret_key;
mod secrets;
mod server;
mod slow_clients;
mod sso;
mod sso_accounts;
mod sso_hostile;
mod sso_saml;
mod sso_saml_hostile;
mod ten_steps;
mod tls;
mod totp;
mod traces;
