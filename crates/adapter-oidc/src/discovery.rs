//! What issuers tell of themselves (OpenID Connect Discovery 1.0), kept for an hour, and their keys, asked for again when
//! one is not known.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bailiwick_ports::identity_providers::ProviderError;
use bailiwick_ports::system::Clock;
use openidconnect::core::CoreJsonWebKeySet;
use serde::Deserialize;

use crate::http::Http;

const KEPT: Duration = Duration::from_hours(1);
/// Accounts name issuers by themselves; beyond so many, what is known is forgotten.
const MOST_KNOWN: usize = 1_000;

/// An issuer's configuration.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
    /// Whether its answers name it (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// An issuer with its keys.
#[derive(Clone)]
pub(crate) struct Issuer {
    pub metadata: Arc<Metadata>,
    pub keys: Arc<CoreJsonWebKeySet>,
    until: Duration,
}

/// What is known of issuers.
pub(crate) struct Discovery {
    pub http: Http,
    clock: Arc<dyn Clock>,
    known: Mutex<HashMap<String, Issuer>>,
}

impl Discovery {
    pub(crate) fn new(http: Http, clock: Arc<dyn Clock>) -> Self {
        Self { http, clock, known: Mutex::default() }
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// An issuer, as it was within the last hour.
    pub(crate) async fn issuer(&self, issuer: &str) -> Result<Issuer, ProviderError> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(issuer).cloned();
        if let Some(known) = known.filter(|known| self.clock.elapsed() < known.until) {
            return Ok(known);
        }
        let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Metadata = self.http.get(self.http.url(&url)?, None).await?;
        // Else it could speak for another one.
        if metadata.issuer != issuer {
            return Err(ProviderError::Away("its configuration is another issuer's".to_owned()));
        }
        for url in [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri] {
            self.http.url(url)?;
        }
        self.keep(issuer, Arc::new(metadata)).await
    }

    /// The same issuer with the keys that it has now: one was used that is not known.
    pub(crate) async fn with_new_keys(&self, issuer: &Issuer) -> Result<Issuer, ProviderError> {
        self.keep(&issuer.metadata.issuer, Arc::clone(&issuer.metadata)).await
    }

    async fn keep(&self, name: &str, metadata: Arc<Metadata>) -> Result<Issuer, ProviderError> {
        let keys = self.http.get(self.http.url(&metadata.jwks_uri)?, None).await?;
        let issuer = Issuer { metadata, keys: Arc::new(keys), until: self.clock.elapsed() + KEPT };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_KNOWN && !known.contains_key(name) {
            known.clear();
        }
        known.insert(name.to_owned(), issuer.clone());
        Ok(issuer)
    }
}
