//! Identity providers: OpenID Connect with discovery, and GitHub's OAuth. What they say is checked here; what follows of it
//! is not decided here.

mod discovery;
mod dns;
mod github;
mod http;
mod id_token;
mod oidc;
mod providers;
mod reach;

pub use dns::Dns;
pub use providers::{Kind, ProviderSettings, Providers};
