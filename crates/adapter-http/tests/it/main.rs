//! The API as a client sees it, over a real store.
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
mod lists;
mod members;
mod nul;
mod passkeys;
mod passwords;
mod repetition;
mod role_models;
mod saml;
mod sessions;
mod site;
mod spec;
mod support;
mod two_factor;
mod users;
