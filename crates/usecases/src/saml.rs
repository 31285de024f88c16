//! What of an account's single sign-on is SAML's own. Where it leads to is decided in `sso`, as for every provider, and what
//! an assertion must be is checked by the adapter.
//!
//! A provider's answer is a form that its page posts here. A browser sends no `SameSite=Lax` cookie with a form of another
//! site, so by the post alone nobody could tell whether this browser began the sign-in, and a stranger could sign somebody
//! in as the stranger. A cookie without `SameSite` would come with it, but with every other request from elsewhere too. So
//! the post decides nothing: the answer is kept, sealed and for a minute, and the browser is sent on to our own callback, a
//! GET, which its cookie does come with. There it is looked at, once, and only for the browser that began.

use std::sync::Arc;

use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::connections::SamlSettings;
use bailiwick_domain::ids::AccountId;
use bailiwick_ports::identity_providers::{Claims, Flaw, IdentityProvider, ProviderError};
use bailiwick_ports::saml::{SamlIssuer, SamlProviders, ServiceProvider, Unfit};
use serde::{Deserialize, Serialize};

use crate::challenges;
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::limits::{self, CALLBACKS};
use crate::sso::{self, Begun, Sealed, Through, state_invalid};
use crate::tokens;
use crate::unit::{Unit, write};

/// The longest answer that is kept, in base64.
const MOST_CHARACTERS: usize = 128 << 10;

/// A provider that speaks SAML 2.0, as who connects it tells.
#[derive(Debug, Clone)]
pub enum NewSaml {
    /// By its metadata.
    Metadata(String),
    /// By its settings one by one.
    Settings {
        /// Its entity id.
        issuer: String,
        /// Where browsers are sent to.
        sso_url: String,
        /// The certificates of its keys, in PEM.
        certificates: Vec<String>,
    },
}

/// What a provider posted.
#[derive(Serialize, Deserialize)]
struct Posted {
    through: Through,
    response: String,
}

fn unfit(Unfit { pointer, rule }: Unfit) -> Error {
    Error::invalid(pointer, rule)
}

/// Checks what is told of a provider.
pub(crate) fn check(cx: &Context, new: NewSaml) -> Result<SamlIssuer> {
    let saml = cx.saml.as_ref().ok_or_else(|| {
        Error::invalid("/kind", "must be `oidc`: this server was built without SAML (the feature `saml`)")
    })?;
    let checked = match new {
        NewSaml::Metadata(metadata) => saml.read(&metadata),
        NewSaml::Settings { issuer, sso_url, certificates } => {
            saml.check(SamlIssuer { issuer, settings: SamlSettings { sso_url, certificates } })
        }
    };
    checked.map_err(unfit)
}

/// What this service is to an account's provider.
pub fn service(cx: &Context, account: AccountId) -> ServiceProvider {
    let base = format!("{}/v1/sso/accounts/{account}", cx.public_url);
    ServiceProvider { entity_id: format!("{base}/metadata"), acs_url: format!("{base}/acs") }
}

fn built_in(cx: &Context) -> Option<&dyn SamlProviders> {
    cx.saml.as_deref()
}

/// What an account's provider is told of this service. It says nothing of the account, nor whether there is one, so that it
/// can be read before the account is connected.
///
/// # Errors
/// Absent, in a build without SAML.
pub fn metadata(cx: &Context, account: AccountId) -> Result<String> {
    let saml = built_in(cx).ok_or_else(|| Error::not_found("metadata"))?;
    Ok(saml.metadata(&service(cx, account)))
}

pub(crate) fn provider(
    cx: &Context,
    account: AccountId,
    issuer: SamlIssuer,
) -> Result<Arc<dyn IdentityProvider>> {
    let saml = built_in(cx).ok_or_else(|| {
        let detail = "the account signs in by SAML, which this server was built without";
        Error { retry_after: Some(5), ..Error::new(Kind::Unavailable, "provider_unavailable", detail) }
    })?;
    Ok(saml.of_account(issuer, service(cx, account)))
}

/// Keeps what a provider posted; where the browser goes, to have it looked at.
///
/// # Errors
/// `sso_state_invalid` where nothing was begun that it could answer: so sign-ins that a provider begins are refused.
/// `rate_limited`; the field at fault.
pub async fn receive(
    cx: &Context,
    call: &Call,
    account: AccountId,
    state: Option<&str>,
    response: String,
) -> Result<String> {
    limits::hit(cx, &CALLBACKS, &call.source()).await?;
    if response.is_empty() || response.len() > MOST_CHARACTERS {
        return Err(Error::invalid("/SAMLResponse", "must have 1 to 131072 characters"));
    }
    let id = state.and_then(|state| tokens::named_challenge(cx, ChallengeKind::Sso, state));
    let id = id.ok_or_else(state_invalid)?;
    let kept = write(cx, call, async |unit| {
        let found = unit.challenges().find(ChallengeKind::Sso, id, cx.now()).await?;
        let through = match challenges::known(cx, &found.ok_or_else(state_invalid)?)? {
            Sealed::Begun(Begun { through, .. }) if through == Through::Account(account) => through,
            _ => return Err(state_invalid()),
        };
        let posted = Posted { through, response };
        Ok(challenges::begin(cx, unit, ChallengeKind::SamlResponse, None, &posted).await?.id)
    })
    .await?;
    let base = format!("{}/v1/sso/accounts/{account}/callback", cx.public_url);
    let (state, code) = (state.unwrap_or_default(), tokens::challenge(cx, ChallengeKind::SamlResponse, kept));
    Ok(format!("{base}?state={state}&code={code}"))
}

/// What a provider posted, if that is what a code stands for. It is good once.
pub(crate) async fn posted(
    cx: &Context,
    call: &Call,
    through: &Through,
    code: &str,
) -> Result<Option<String>> {
    let Some(id) = tokens::named_challenge(cx, ChallengeKind::SamlResponse, code) else { return Ok(None) };
    let take = async |unit: &mut Unit<'_>| {
        let kept = unit.challenges().take(ChallengeKind::SamlResponse, id, cx.now()).await?;
        let posted: Posted = challenges::known(cx, &kept.ok_or_else(state_invalid)?)?;
        if posted.through == *through { Ok(posted.response) } else { Err(state_invalid()) }
    };
    write(cx, call, take).await.map(Some)
}

/// Remembers what is good once, on all nodes.
pub(crate) async fn spend(cx: &Context, call: &Call, through: &Through, claims: &Claims) -> Result<()> {
    let (Some(once), Through::Account(account)) = (&claims.once, through) else { return Ok(()) };
    let hash = tokens::hash(&format!("{}\n{}", claims.issuer, once.id));
    let new = write(cx, call, async |unit| Ok(unit.connections().spend(*account, &hash, once.until).await?));
    if new.await? {
        return Ok(());
    }
    Err(sso::failed(&ProviderError::Flawed(Flaw::Replayed, "an assertion that is known".to_owned())))
}
