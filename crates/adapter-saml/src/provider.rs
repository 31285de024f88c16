//! One account's provider.

use std::fmt::Display;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::identity_providers::{
    Answer, Ceremony, Claims, Flaw, IdentityProvider, Once, ProviderError,
};
use bailiwick_ports::saml::{SamlIssuer, ServiceProvider};
use bailiwick_ports::system::Clock;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use saml_rs::{
    AcsEndpoint, BrowserInput, ClockSkew, EntityId, FormField, MessageId, PendingAuthnRequest,
    RelayStateParam, ReplayCache, ReplayKey, ReplayPolicy, SamlError, SamlValidationContext, SsoResponse,
    SsoResponseBinding, SsoSession,
};
use tokio::sync::Semaphore;

use crate::flaws::{self, flawed};
use crate::{attributes, message, providers, request};

/// How far the clocks of the two sides may be apart, in milliseconds.
const SKEW_MS: i64 = 60_000;

/// The provider.
#[derive(Clone)]
pub(crate) struct SamlProvider {
    pub issuer: SamlIssuer,
    pub service: ServiceProvider,
    pub clock: Arc<dyn Clock>,
    /// How many messages are looked at together, of all providers.
    pub turns: Arc<Semaphore>,
}

/// Until when the assertion is to be remembered. The remembering itself is done where all nodes see it.
#[derive(Default)]
struct LastMoment(Option<SystemTime>);

impl ReplayCache for LastMoment {
    fn check_and_store(&mut self, key: ReplayKey, expires_at: SystemTime) -> Result<(), SamlError> {
        if matches!(key, ReplayKey::AssertionId(_)) {
            self.0 = self.0.max(Some(expires_at));
        }
        Ok(())
    }
}

fn refused(why: &str) -> ProviderError {
    flawed(Flaw::Refused, why)
}

fn decoded(response: &str) -> Result<String, ProviderError> {
    let plain: String = response.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(plain).map_err(|_| refused("no base64"))?;
    String::from_utf8(bytes).map_err(|_| refused("no UTF-8"))
}

fn system_time(time: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_micros(time.micros().unsigned_abs())
}

fn timestamp(time: SystemTime) -> Option<Timestamp> {
    let since = time.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_micros()).ok().map(Timestamp::from_micros)
}

impl SamlProvider {
    /// What the library makes of a message, as the answer to a request. It gets the very text that was looked at.
    fn session(&self, id: String, xml: &str) -> Result<(SsoSession, LastMoment), SamlError> {
        let acs = AcsEndpoint::post(&self.service.acs_url)?;
        let (id, issuer) = (MessageId::try_new(id)?, EntityId::try_new(self.issuer.issuer.clone())?);
        let state = RelayStateParam::absent();
        let pending = PendingAuthnRequest::try_new(id, state, acs, SsoResponseBinding::Post, issuer)?;
        let input =
            BrowserInput::<SsoResponse>::post(vec![FormField::new("SAMLResponse", STANDARD.encode(xml))]);
        let mut last = LastMoment::default();
        let replay = ReplayPolicy::RequireCache(&mut last);
        let context = SamlValidationContext::new(system_time(self.clock.now()), replay)
            .with_clock_skew(ClockSkew::from_millis(-SKEW_MS, SKEW_MS));
        let ours = providers::ours(&self.service)?;
        let session = ours.finish_sso(&providers::theirs(&self.issuer)?, &pending, input, context)?;
        Ok((session, last))
    }

    /// The same, where it keeps nobody waiting: it is nothing but work.
    async fn checked(
        &self,
        id: String,
        xml: String,
    ) -> Result<Result<(SsoSession, LastMoment), SamlError>, ProviderError> {
        let away = |error: &dyn Display| ProviderError::Away(error.to_string());
        let _turn = self.turns.acquire().await.map_err(|error| away(&error))?;
        let provider = self.clone();
        let checked = tokio::task::spawn_blocking(move || provider.session(id, &xml));
        checked.await.map_err(|error| away(&error))
    }
}

#[async_trait]
impl IdentityProvider for SamlProvider {
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError> {
        let (sso_url, id) = (&self.issuer.settings.sso_url, request::id(ceremony.nonce));
        request::url(&self.service, sso_url, &id, ceremony.state, self.clock.now())
    }

    async fn claims(&self, ceremony: Ceremony<'_>, answer: Answer<'_>) -> Result<Claims, ProviderError> {
        let xml = decoded(answer.code)?;
        message::check(&xml, &self.service.acs_url)?;
        let checked = self.checked(request::id(ceremony.nonce), xml).await?;
        let (session, last) = checked.map_err(|error| flaws::of(&error))?;
        if session.issuer().as_str() != self.issuer.issuer {
            return Err(flawed(Flaw::Issuer, "the assertion's issuer"));
        }
        let until = last.0.and_then(timestamp).ok_or_else(|| refused("the assertion has no end"))?;
        Ok(Claims {
            issuer: self.issuer.issuer.clone(),
            subject: session.name_id().value().to_owned(),
            email: attributes::email(&session),
            email_verified: None,
            name: attributes::name(&session),
            once: Some(Once { id: session.assertion_id().as_str().to_owned(), until }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_in_lines_too_and_in_no_other_way() {
        assert_eq!(decoded(" PHg+\r\n8J+k\nliA8L3g+ ").as_deref(), Ok("<x>\u{1f916} </x>"));
        for wrong in ["PHg+=", "PHg", "PHg_", "PHg+!", "/w=="] {
            assert!(decoded(wrong).is_err(), "{wrong}");
        }
    }
}
