//! An identity provider that says what a test tells it to. What providers can get wrong is their adapter's test.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bailiwick_domain::identities::ProviderName;
use bailiwick_ports::identity_providers::{
    Answer, Ceremony, Claims, Connection, IdentityProvider, IdentityProviders, ProviderError,
};

/// One behind every connection of an account; the deployment has none.
#[derive(Default)]
pub struct TestProviders {
    /// Whom it vouches for.
    email: Arc<Mutex<String>>,
}

impl TestProviders {
    pub fn vouch_for(&self, email: &str) {
        email.clone_into(&mut self.email.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

struct TestProvider {
    issuer: String,
    email: Arc<Mutex<String>>,
}

#[async_trait]
impl IdentityProvider for TestProvider {
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError> {
        Ok(format!("{}/authorize?state={}", self.issuer, ceremony.state))
    }
    async fn claims(&self, _: Ceremony<'_>, _: Answer<'_>) -> Result<Claims, ProviderError> {
        let email = self.email.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Claims {
            issuer: self.issuer.clone(),
            subject: email.clone(),
            name: Some("Somebody".to_owned()),
            email: Some(email),
            email_verified: Some(true),
        })
    }
}

#[async_trait]
impl IdentityProviders for TestProviders {
    fn named(&self, _: &ProviderName) -> Option<Arc<dyn IdentityProvider>> {
        None
    }
    fn names(&self) -> Vec<ProviderName> {
        Vec::new()
    }
    fn of_account(&self, connection: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError> {
        let (issuer, email) = (connection.issuer.clone(), Arc::clone(&self.email));
        Ok(Arc::new(TestProvider { issuer, email }))
    }
    async fn probe(&self, _: &Connection) -> Result<(), ProviderError> {
        Ok(())
    }
}
