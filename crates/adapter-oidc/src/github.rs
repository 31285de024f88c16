//! GitHub, which speaks OAuth 2.0 and has an API for the rest
//! (<https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps>).

use async_trait::async_trait;
use bailiwick_ports::identity_providers::{
    Answer, Ceremony, Claims, ClientSecret, Flaw, IdentityProvider, ProviderError,
};
use serde::Deserialize;
use std::sync::Arc;

use crate::http::Http;
use crate::oidc::proof_key;

/// The provider.
pub(crate) struct GitHubProvider {
    pub http: Arc<Http>,
    /// Where people sign in, without a slash at the end.
    pub url: String,
    /// Where its API is, without a slash at the end.
    pub api_url: String,
    pub client_id: String,
    pub client_secret: ClientSecret,
}

/// It answers 200 when it refuses, too; then there is no token.
#[derive(Deserialize)]
struct Token {
    access_token: String,
}

#[derive(Deserialize)]
struct User {
    id: u64,
    login: String,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Address {
    email: String,
    primary: bool,
    verified: bool,
}

#[async_trait]
impl IdentityProvider for GitHubProvider {
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError> {
        let mut url = self.http.url(&format!("{}/login/oauth/authorize", self.url))?;
        url.query_pairs_mut().extend_pairs([
            ("client_id", self.client_id.as_str()),
            ("redirect_uri", ceremony.redirect_uri),
            ("scope", "read:user user:email"),
            ("state", ceremony.state),
            ("code_challenge", &proof_key(ceremony.verifier)),
            ("code_challenge_method", "S256"),
        ]);
        Ok(url.into())
    }

    async fn claims(&self, ceremony: Ceremony<'_>, answer: Answer<'_>) -> Result<Claims, ProviderError> {
        // It names no issuer; that every provider has a callback of its own tells them apart.
        if answer.issuer.is_some_and(|said| said != self.url) {
            return Err(ProviderError::Flawed(Flaw::Issuer, "the answer's issuer".to_owned()));
        }
        let form = [
            ("client_id", self.client_id.as_str()),
            ("client_secret", self.client_secret.reveal()),
            ("code", answer.code),
            ("redirect_uri", ceremony.redirect_uri),
            ("code_verifier", ceremony.verifier),
        ];
        let url = self.http.url(&format!("{}/login/oauth/access_token", self.url))?;
        let token: Token = self.http.exchange(url, None, &form).await?;
        let token = Some(token.access_token.as_str());
        let user: User = self.http.get(self.http.url(&format!("{}/user", self.api_url))?, token).await?;
        let emails = self.http.url(&format!("{}/user/emails", self.api_url))?;
        let addresses: Vec<Address> = self.http.get(emails, token).await?;
        let primary = addresses.into_iter().find(|address| address.primary);
        Ok(Claims {
            issuer: self.url.clone(),
            subject: user.id.to_string(),
            email_verified: primary.as_ref().map(|address| address.verified),
            email: primary.map(|address| address.email),
            name: user.name.filter(|name| !name.trim().is_empty()).or(Some(user.login)),
            once: None,
        })
    }
}
