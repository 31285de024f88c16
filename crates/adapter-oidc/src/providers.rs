//! All providers: those that the operator set, and accounts' own.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_domain::identities::ProviderName;
use bailiwick_ports::identity_providers::{
    ClientSecret, Connection, IdentityProvider, IdentityProviders, ProviderError,
};
use bailiwick_ports::system::Clock;

use crate::discovery::Discovery;
use crate::github::GitHubProvider;
use crate::http::Http;
use crate::oidc::OidcProvider;
use crate::reach::Reach;

/// What a provider speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// OpenID Connect.
    Oidc {
        /// The issuer's URL, as it names itself.
        issuer: String,
    },
    /// GitHub's OAuth and its API, both without a slash at the end.
    GitHub {
        /// Where people sign in.
        url: String,
        /// Where its API is.
        api_url: String,
    },
}

/// A provider of the deployment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderSettings {
    /// By what it is known in paths.
    pub name: ProviderName,
    /// What it speaks, and where it is.
    pub kind: Kind,
    /// The client's id there.
    pub client_id: String,
    /// The client's secret there.
    pub client_secret: ClientSecret,
}

/// All providers.
pub struct Providers {
    named: BTreeMap<ProviderName, Arc<dyn IdentityProvider>>,
    of_accounts: Arc<Discovery>,
}

impl Providers {
    /// From the operator's settings. Accounts' own may be anywhere, inside too, where that is said.
    ///
    /// # Errors
    /// When there is no TLS on this system.
    pub fn new(
        settings: Vec<ProviderSettings>,
        clock: Arc<dyn Clock>,
        accounts_anywhere: bool,
    ) -> Result<Self, ProviderError> {
        let reach = if accounts_anywhere { Reach::Anywhere } else { Reach::Public };
        let discovery = Arc::new(Discovery::new(Http::new(Reach::Operator)?, Arc::clone(&clock)));
        let http = Arc::new(Http::new(Reach::Operator)?);
        let provider = |settings: ProviderSettings| -> (ProviderName, Arc<dyn IdentityProvider>) {
            let ProviderSettings { name, kind, client_id, client_secret } = settings;
            match kind {
                Kind::Oidc { issuer } => {
                    let discovery = Arc::clone(&discovery);
                    (name, Arc::new(OidcProvider { discovery, issuer, client_id, client_secret }))
                }
                Kind::GitHub { url, api_url } => {
                    let http = Arc::clone(&http);
                    (name, Arc::new(GitHubProvider { http, url, api_url, client_id, client_secret }))
                }
            }
        };
        Ok(Self {
            named: settings.into_iter().map(provider).collect(),
            of_accounts: Arc::new(Discovery::new(Http::new(reach)?, clock)),
        })
    }
}

#[async_trait]
impl IdentityProviders for Providers {
    fn named(&self, name: &ProviderName) -> Option<Arc<dyn IdentityProvider>> {
        self.named.get(name).cloned()
    }

    fn names(&self) -> Vec<ProviderName> {
        self.named.keys().cloned().collect()
    }

    fn of_account(&self, connection: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError> {
        self.of_accounts.http.url(&connection.issuer)?;
        let Connection { issuer, client_id, client_secret } = connection.clone();
        let discovery = Arc::clone(&self.of_accounts);
        Ok(Arc::new(OidcProvider { discovery, issuer, client_id, client_secret }))
    }

    async fn probe(&self, connection: &Connection) -> Result<(), ProviderError> {
        self.of_accounts.issuer(&connection.issuer).await.map(drop)
    }
}
