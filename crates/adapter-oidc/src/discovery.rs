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
/// Accounts name issuers by themselves; beyond so many, the one that is known for longest is forgotten.
const MOST_KNOWN: usize = 250;
/// An issuer has a few keys, and a few more while it changes them.
const MOST_KEYS: usize = 50;

/// An issuer's configuration.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    /// By what a client may prove itself at the token endpoint.
    #[serde(default, rename = "token_endpoint_auth_methods_supported")]
    pub client_auth: ClientAuth,
    /// Whether its answers name it (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// How a client proves itself: by a header, which all can read that name no way, or in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "Option<Vec<String>>")]
pub(crate) enum ClientAuth {
    #[default]
    Basic,
    Post,
}

impl From<Option<Vec<String>>> for ClientAuth {
    fn from(methods: Option<Vec<String>>) -> Self {
        let has = |name: &str| methods.iter().flatten().any(|method| method == name);
        if has("client_secret_post") && !has("client_secret_basic") { Self::Post } else { Self::Basic }
    }
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
        let keys: CoreJsonWebKeySet = self.http.get(self.http.url(&metadata.jwks_uri)?, None).await?;
        if keys.keys().len() > MOST_KEYS {
            return Err(ProviderError::Away(format!("it has more than {MOST_KEYS} keys")));
        }
        let issuer = Issuer { metadata, keys: Arc::new(keys), until: self.clock.elapsed() + KEPT };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_KNOWN
            && !known.contains_key(name)
            && let Some((oldest, _)) = known.iter().min_by_key(|(_, issuer)| issuer.until)
        {
            let oldest = oldest.clone();
            known.remove(&oldest);
        }
        known.insert(name.to_owned(), issuer.clone());
        Ok(issuer)
    }
}
