//! The HTTP face: routes, wire types, the one map of errors, authentication, and AuthZEN. No rule is decided here.

mod access;
mod accounts;
mod apps;
mod audit;
mod auth;
mod conditional;
mod configuration;
mod connections;
mod error;
mod guard;
mod identities;
mod integrations;
mod invitations;
mod keysets;
mod members;
mod operation;
mod origins;
mod passkeys;
mod passwords;
mod proxies;
mod resources;
mod role_models;
mod saml;
mod server;
mod sessions;
mod spec;
mod sso;
mod two_factor;
mod users;
mod wire;

pub use guard::{LOGGED, Tracing, describe_metrics};
pub use proxies::{ForwardedHeader, Proxies};
pub use server::{HttpSettings, Metrics, app};
pub use spec::spec_json;
