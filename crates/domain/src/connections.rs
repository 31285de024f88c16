//! An account's own single sign-on: its connection to an identity provider, and the domains that are proven to be its own.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::AccountId;
use crate::text::{Email, InvalidText};
use crate::time::Timestamp;

/// An account's connection to an identity provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The account.
    pub account: AccountId,
    /// What the provider calls itself: an OpenID issuer's URL, or a SAML entity id.
    pub issuer: String,
    /// What it speaks, with what is needed to speak with it.
    pub protocol: Protocol,
    /// The role that newcomers get at the account; none to let in those who are invited alone.
    pub default_role: Option<String>,
    /// Whether an owner chose it. Whoever chooses a provider can pretend to be all whom it lets in, so it lets in owners
    /// only where one of them chose it.
    pub by_owner: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

/// What an account's identity provider speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protocol {
    /// OpenID Connect.
    Oidc {
        /// The client's id there.
        client_id: String,
        /// The client's secret there, sealed under the deployment's key.
        sealed_secret: Vec<u8>,
    },
    /// SAML 2.0.
    Saml(SamlSettings),
}

/// What is known of an identity provider that speaks SAML 2.0. None of it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlSettings {
    /// Where browsers are sent to, by the binding HTTP-Redirect.
    pub sso_url: String,
    /// The certificates of the keys that its assertions may be signed by, in PEM: one, or more while they change.
    pub certificates: Vec<String>,
}

/// A domain name in lower case, such as `example.com`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DomainName(String);

impl DomainName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The domain of an address; none of its parents.
    pub fn of(email: &Email) -> Self {
        Self(email.normal().rsplit('@').next().unwrap_or_default().to_owned())
    }
}

impl TryFrom<String> for DomainName {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        let probe = Email::try_from(format!("a@{}", text.trim()));
        let email = probe.map_err(|_| InvalidText("must be a domain name, such as example.com"))?;
        Ok(Self::of(&email))
    }
}

impl From<DomainName> for String {
    fn from(name: DomainName) -> Self {
        name.0
    }
}

impl fmt::Display for DomainName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A domain that an account says is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedDomain {
    /// The account.
    pub account: AccountId,
    /// The domain.
    pub name: DomainName,
    /// When that was proven.
    pub verified_at: Option<Timestamp>,
    /// When it was claimed.
    pub created_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_the_whole_right_side_of_an_address() {
        let name = |text: &str| DomainName::try_from(text.to_owned());
        assert_eq!(name(" Example.COM ").unwrap().as_str(), "example.com");
        for wrong in ["", "example", "a@example.com", "example.com.", "*.example.com", "exa mple.com"] {
            assert!(name(wrong).is_err(), "{wrong}");
        }
        let email = |text: &str| Email::try_from(text.to_owned()).unwrap();
        assert_eq!(DomainName::of(&email("Ada@Example.com")), name("example.com").unwrap());
        assert_ne!(DomainName::of(&email("ada@eu.example.com")), name("example.com").unwrap());
    }
}
