//! The API as a client sees it, over a real store: in a file, or in PostgreSQL with copies of sessions in Redis, as
//! `BAILIWICK_TEST_STORE` says.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod access;
mod accounts;
mod apps;
mod audit;
mod authzen;
mod conditional;
mod configuration;
mod coverage;
mod envelope;
mod integrations;
mod invitations;
mod key_roles;
mod keys;
mod lists;
mod members;
mod nul;
mod passkeys;
mod passwords;
#[path = "../../../adapter-redis/tests/it/private.rs"]
#[expect(dead_code, reason = "nothing here kills it or cuts it off")]
mod private;
mod repetition;
mod role_models;
mod saml;
mod sessions;
mod site;
mod spec;
mod support;
mod two_factor;
mod usage;
mod users;
mod ways_out;
