//! A provider that speaks OpenID Connect: the code flow, with a proof key and a nonce.

use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_ports::identity_providers::{
    Answer, Ceremony, Claims, ClientSecret, Flaw, IdentityProvider, ProviderError,
};
use openidconnect::core::CoreIdTokenClaims;
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;
use url::Url;

use crate::discovery::{ClientAuth, Discovery, Issuer};
use crate::id_token::{Doubt, Expected, check};

/// The provider.
pub(crate) struct OidcProvider {
    pub discovery: Arc<Discovery>,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: ClientSecret,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

/// What is shown of a user beside the token.
#[derive(Deserialize)]
struct UserInfo {
    sub: String,
    email: Option<String>,
    email_verified: Option<bool>,
    name: Option<String>,
}

/// The challenge of a proof key.
pub(crate) fn proof_key(verifier: &str) -> String {
    let verifier = PkceCodeVerifier::new(verifier.to_owned());
    PkceCodeChallenge::from_code_verifier_sha256(&verifier).as_str().to_owned()
}

impl OidcProvider {
    async fn tokens(
        &self,
        issuer: &Issuer,
        ceremony: &Ceremony<'_>,
        code: &str,
    ) -> Result<Tokens, ProviderError> {
        let http = &self.discovery.http;
        let posts = issuer.metadata.client_auth == ClientAuth::Post;
        let (id, secret) = (self.client_id.as_str(), self.client_secret.reveal());
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", ceremony.redirect_uri),
            ("code_verifier", ceremony.verifier),
        ];
        if posts {
            form.extend([("client_id", id), ("client_secret", secret)]);
        }
        let url = http.url(&issuer.metadata.token_endpoint)?;
        http.exchange(url, (!posts).then_some((id, secret)), &form).await
    }

    async fn checked(
        &self,
        issuer: &Issuer,
        ceremony: &Ceremony<'_>,
        token: &str,
    ) -> Result<CoreIdTokenClaims, ProviderError> {
        let expected = Expected {
            issuer: &self.issuer,
            client_id: &self.client_id,
            nonce: ceremony.nonce,
            now: self.discovery.clock().now(),
        };
        let unknown = || {
            ProviderError::Flawed(Flaw::Signature, "no key of the provider's is known by its name".to_owned())
        };
        match check(token, &issuer.keys, &expected) {
            Ok(claims) => Ok(claims),
            Err(Doubt::Flawed(error)) => Err(error),
            Err(Doubt::UnknownKey) => {
                let issuer = self.discovery.with_new_keys(issuer).await?;
                check(token, &issuer.keys, &expected).map_err(|doubt| match doubt {
                    Doubt::Flawed(error) => error,
                    Doubt::UnknownKey => unknown(),
                })
            }
        }
    }

    /// What the provider shows beside the token, of the same user.
    async fn user_info(
        &self,
        issuer: &Issuer,
        claims: &CoreIdTokenClaims,
        access_token: Option<&str>,
    ) -> Result<Option<UserInfo>, ProviderError> {
        let Some((url, token)) = issuer.metadata.userinfo_endpoint.as_deref().zip(access_token) else {
            return Ok(None);
        };
        let http = &self.discovery.http;
        let info: UserInfo = http.get(http.url(url)?, Some(token)).await?;
        if info.sub != claims.subject().as_str() {
            return Err(ProviderError::Flawed(Flaw::Subject, "two subjects".to_owned()));
        }
        Ok(Some(info))
    }
}

#[async_trait]
impl IdentityProvider for OidcProvider {
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError> {
        let issuer = self.discovery.issuer(&self.issuer).await?;
        let mut url: Url = self.discovery.http.url(&issuer.metadata.authorization_endpoint)?;
        url.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", ceremony.redirect_uri),
            ("scope", "openid email profile"),
            ("state", ceremony.state),
            ("nonce", ceremony.nonce),
            ("code_challenge", &proof_key(ceremony.verifier)),
            ("code_challenge_method", "S256"),
        ]);
        Ok(url.into())
    }

    async fn claims(&self, ceremony: Ceremony<'_>, answer: Answer<'_>) -> Result<Claims, ProviderError> {
        let issuer = self.discovery.issuer(&self.issuer).await?;
        let must_name = issuer.metadata.authorization_response_iss_parameter_supported;
        if answer.issuer.map_or(must_name, |said| said != self.issuer) {
            return Err(ProviderError::Flawed(Flaw::Issuer, "the answer's issuer".to_owned()));
        }
        let tokens = self.tokens(&issuer, &ceremony, answer.code).await?;
        let claims = self.checked(&issuer, &ceremony, &tokens.id_token).await?;
        let mut found = Claims {
            issuer: self.issuer.clone(),
            subject: claims.subject().as_str().to_owned(),
            email: claims.email().map(|email| email.as_str().to_owned()),
            email_verified: claims.email_verified(),
            name: claims.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned()),
            once: None,
        };
        if found.email.is_none()
            && let Some(info) = self.user_info(&issuer, &claims, tokens.access_token.as_deref()).await?
        {
            (found.email, found.email_verified) = (info.email, info.email_verified);
            found.name = found.name.or(info.name);
        }
        Ok(found)
    }
}
