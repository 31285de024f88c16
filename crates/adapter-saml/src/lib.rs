//! Accounts' identity providers that speak SAML 2.0, on saml-rs. That library verifies signatures and the rules of the web
//! browser profile; before it sees a message, `message` has refused all that leaves room for two readings. What follows of
//! what a provider says is not decided here.

mod attributes;
mod certificates;
mod flaws;
mod message;
mod provider;
mod providers;
mod request;
mod xml;

pub use providers::SamlRsProviders;
