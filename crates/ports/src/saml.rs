//! Accounts' identity providers that speak SAML 2.0, and what is told to them. A build without SAML has no such port.

use std::sync::Arc;

use bailiwick_domain::connections::SamlSettings;

use crate::identity_providers::IdentityProvider;

/// What this service is to an account's provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceProvider {
    /// By what the provider knows it: the URL of its metadata.
    pub entity_id: String,
    /// Where the provider's answers are posted: the assertion consumer service.
    pub acs_url: String,
}

/// A provider with its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamlIssuer {
    /// The provider's entity id.
    pub issuer: String,
    /// The rest.
    pub settings: SamlSettings,
}

/// Which of them breaks which rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfit {
    /// The pointer of the field.
    pub pointer: &'static str,
    /// The rule.
    pub rule: &'static str,
}

/// All of them.
pub trait SamlProviders: Send + Sync {
    /// Reads a provider's metadata, and checks what it holds.
    fn read(&self, metadata: &str) -> Result<SamlIssuer, Unfit>;
    /// Checks a provider; its certificates come back written in one way. An adapter MUST refuse what it could not use.
    fn check(&self, issuer: SamlIssuer) -> Result<SamlIssuer, Unfit>;
    /// One that an account brings. It is never asked anything: browsers carry all there is. The code of its answers is the
    /// `SAMLResponse` as it was posted. An adapter MUST believe no assertion that is not itself signed, and MUST say until
    /// when it is to be remembered.
    fn of_account(&self, issuer: SamlIssuer, service: ServiceProvider) -> Arc<dyn IdentityProvider>;
    /// What a provider is told of this service.
    fn metadata(&self, service: &ServiceProvider) -> String;
}
