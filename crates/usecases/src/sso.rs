//! Signing in by a provider: the way there, the way back, and who that makes the user. What a provider says is checked by
//! its adapter; an account's own connection is in `connections`.

use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::ids::{AccountId, ChallengeId, SessionId, UserId};
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_domain::text::{Email, Name};
use bailiwick_ports::identity_providers::{Answer, Ceremony, Claims, IdentityProvider, ProviderError};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;

use crate::challenges;
use crate::connections::{self, Connected};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::identities::link;
use crate::limits::{self, CALLBACKS, SIGN_INS, TOKENS};
use crate::metrics;
use crate::newcomers;
use crate::saml;
use crate::sessions::{self, SignIn};
use crate::tokens;
use crate::unit::{Unit, read, write};
use crate::users;

/// Through whom one signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Through {
    /// A provider of the deployment.
    Provider(ProviderName),
    /// An account's own connection.
    Account(AccountId),
}

/// Where the user's browser goes at the end. What it carries there is worth nothing without the verifier of the challenge,
/// so a page that was led there with another one's code signs nobody in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Back {
    /// A URL of an origin that may be gone to, without a fragment.
    pub to: String,
    /// The SHA-256 of a verifier, in base64url without padding (RFC 7636, `S256`).
    pub challenge: String,
}

/// What a provider's answer is checked by. It is sealed, and opened once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Begun {
    pub through: Through,
    /// The account's own connection as it was.
    came: Option<Connected>,
    nonce: String,
    verifier: String,
    /// The hash of what only the browser has in which it began; none where the answer is good for a session alone.
    browser: Option<[u8; 32]>,
    back: Option<Back>,
    /// To whom an identity is to be linked; none for a sign-in.
    link: Option<UserId>,
}

/// What came of it, until the page that it was begun for asks. It is sealed, and opened once.
#[derive(Serialize, Deserialize)]
pub(crate) enum Proven {
    /// Who signs in.
    User { user: UserId, came: Option<Connected> },
    /// What is to be linked, to whom.
    Identity { identity: Identity },
}

#[derive(Serialize, Deserialize)]
pub(crate) enum Sealed {
    Begun(Begun),
    Proven { proven: Proven, challenge: String },
}

/// A sign-in that began.
pub struct Started {
    /// Where the browser goes.
    pub url: String,
    /// What the browser keeps, and sends with the answer.
    pub browser: String,
}

/// What the browser brings back.
#[derive(Debug, Clone, Copy)]
pub struct Returned<'a> {
    /// What it was sent away with.
    pub state: Option<&'a str>,
    /// What it kept.
    pub browser: Option<&'a str>,
    /// The provider's code.
    pub code: Option<&'a str>,
    /// Why there is none.
    pub error: Option<&'a str>,
    /// Who answered (RFC 9207).
    pub issuer: Option<&'a str>,
}

/// What a provider's answer led to.
pub enum Landed {
    /// A sign-in, at once.
    SignedIn(SignIn),
    /// The browser goes on to a URL, with a code or an error in its fragment.
    GoOn(String),
}

pub(crate) fn state_invalid() -> Error {
    let detail =
        "this sign-in was not begun in this browser, was finished already, or took too long: begin again";
    Error::new(Kind::Malformed, "sso_state_invalid", detail)
}

pub(crate) fn failed(error: &ProviderError) -> Error {
    tracing::warn!(%error, "a sign-in by a provider failed");
    match error {
        ProviderError::Flawed(flaw, _) => Error::new(Kind::Unauthenticated, "sso_failed", flaw.as_str()),
        ProviderError::Away(_) => Error {
            retry_after: Some(5),
            ..Error::new(Kind::Unavailable, "provider_unavailable", "the provider does not answer; try again")
        },
        ProviderError::Inside(_) => {
            Error::conflict("issuer_not_allowed", "the provider's address is not one that may be asked")
        }
    }
}

/// The provider that is named, if there is one.
pub(crate) async fn provider(cx: &Context, through: &Through) -> Result<Arc<dyn IdentityProvider>> {
    match through {
        Through::Provider(name) => cx.providers.named(name).ok_or_else(|| Error::not_found("provider")),
        Through::Account(account) => connections::provider(cx, *account).await,
    }
}

fn redirect_uri(cx: &Context, through: &Through) -> String {
    match through {
        Through::Provider(name) => format!("{}/v1/sso/{name}/callback", cx.public_url),
        Through::Account(account) => format!("{}/v1/sso/accounts/{account}/callback", cx.public_url),
    }
}

/// Whether a path is one of pages: the API's own operations may send a browser on to where anybody likes.
fn is_of_pages(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default().to_ascii_lowercase();
    let mut parts = path.split('/').skip(1);
    !path.contains("%2e")
        && path.split('/').all(|part| part != "." && part != "..")
        && parts.next() != Some("v1")
}

/// Checks where a browser is to go at the end: to a page of an origin that the operator trusts, and with a challenge.
pub(crate) fn check_back(cx: &Context, back: &Back) -> Result<()> {
    let of_origin = |origin: &String| {
        back.to
            .strip_prefix(origin.as_str())
            .is_some_and(|rest| (rest.is_empty() || rest.starts_with(['/', '?'])) && is_of_pages(rest))
    };
    let plain = back.to.len() <= 2_000
        && back.to.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\\".contains(&byte));
    if !plain || !cx.return_origins.iter().any(of_origin) {
        let detail = "must be a page of this service or of one of `cors_origins`, without a fragment";
        return Err(Error::invalid_as("invalid_parameter", "/return_to", detail));
    }
    if URL_SAFE_NO_PAD.decode(&back.challenge).is_ok_and(|hash| hash.len() == 32) {
        return Ok(());
    }
    let detail = "must be the SHA-256 of a verifier, in base64url without padding";
    Err(Error::invalid_as("invalid_parameter", "/code_challenge", detail))
}

/// Begins a sign-in.
///
/// # Errors
/// Absent; `invalid_parameter`, `rate_limited`, `provider_unavailable`.
pub async fn start(cx: &Context, call: &Call, through: Through, back: Option<Back>) -> Result<Started> {
    limits::hit(cx, &SIGN_INS, &call.source()).await?;
    provider(cx, &through).await?;
    if let Some(back) = &back {
        check_back(cx, back)?;
    }
    let browser = URL_SAFE_NO_PAD.encode(cx.ids.secret());
    let hash = Some(tokens::hash(&browser));
    let id = write(cx, call, async |unit| begin(cx, unit, through, hash, back, None).await).await?;
    Ok(Started { url: authorization_url(cx, id).await?, browser })
}

/// Begins a sign-in, or the proof of an identity that is to be linked.
pub(crate) async fn begin(
    cx: &Context,
    unit: &mut Unit<'_>,
    through: Through,
    browser: Option<[u8; 32]>,
    back: Option<Back>,
    link: Option<UserId>,
) -> Result<ChallengeId> {
    let came = match &through {
        Through::Provider(_) => None,
        Through::Account(account) => Some(connections::connected(unit, *account).await?),
    };
    let random = || URL_SAFE_NO_PAD.encode(cx.ids.secret());
    let begun = Begun { through, came, nonce: random(), verifier: random(), browser, back, link };
    Ok(challenges::begin(cx, unit, ChallengeKind::Sso, link, &Sealed::Begun(begun)).await?.id)
}

/// Where the browser of a sign-in that began is sent to. No unit is open meanwhile: the provider may have to be asked.
pub(crate) async fn authorization_url(cx: &Context, id: ChallengeId) -> Result<String> {
    let found = read(cx, async |unit| Ok(unit.challenges().find(ChallengeKind::Sso, id, cx.now()).await?));
    let challenge = found.await?.ok_or_else(state_invalid)?;
    let Sealed::Begun(begun) = challenges::known(cx, &challenge)? else { return Err(state_invalid()) };
    let ceremony = Ceremony {
        redirect_uri: &redirect_uri(cx, &begun.through),
        state: &tokens::challenge(cx, ChallengeKind::Sso, id),
        nonce: &begun.nonce,
        verifier: &begun.verifier,
    };
    let provider = provider(cx, &begun.through).await?;
    provider.authorization_url(ceremony).await.map_err(|error| failed(&error))
}

/// Takes what a provider answered: a sign-in where no page waits for it, else the way back to that page.
///
/// # Errors
/// `sso_state_invalid`, with nothing used up; and, where no page waits: `sso_failed`, `email_not_verified`,
/// `sign_in_to_link`, `provider_unavailable`.
pub async fn land(cx: &Context, call: &Call, through: Through, returned: Returned<'_>) -> Result<Landed> {
    limits::hit(cx, &CALLBACKS, &call.source()).await?;
    let begun = take(cx, call, &through, &returned).await?;
    let outcome = async {
        let claims = claims(cx, call, &begun, &returned).await?;
        match arrive(cx, call, &begun, &claims).await {
            // Who came at the same time was first, and is known by now.
            Err(error) if OVERTAKEN.contains(&error.code.as_str()) => arrive(cx, call, &begun, &claims).await,
            landed => landed,
        }
    };
    match (outcome.await, &begun.back) {
        (Err(error), Some(back)) => Ok(Landed::GoOn(format!("{}#error={}", back.to, error.code))),
        (outcome, _) => outcome,
    }
}

/// What a sign-in meets that another one of the same person overtook.
const OVERTAKEN: [&str; 4] = ["overtaken", "email_taken", "identity_taken", "provider_linked"];

/// What a provider said of somebody leads to a session, or back to the page that waits.
async fn arrive(cx: &Context, call: &Call, begun: &Begun, claims: &Claims) -> Result<Landed> {
    let (landed, ended) = match &begun.back {
        None => {
            let sign_in = async |unit: &mut Unit<'_>| {
                let Known { user, ended } = user_of(cx, unit, call, begun, claims).await?;
                Ok((finish(cx, unit, call, user, begun.came).await?, ended))
            };
            let (signed_in, ended) = write(cx, call, sign_in).await?;
            metrics::sign_in(true);
            (Landed::SignedIn(signed_in), ended)
        }
        Some(back) => {
            let prove = async |unit: &mut Unit<'_>| prove(cx, unit, call, begun, claims, back).await;
            let (code, ended) = write(cx, call, prove).await?;
            let code = tokens::challenge(cx, ChallengeKind::Sso, code);
            (Landed::GoOn(format!("{}#code={code}", back.to)), ended)
        }
    };
    cx.decisions.sessions_ended(&ended);
    Ok(landed)
}

/// Uses up the state, once, and only for the browser and the provider that it was made for.
async fn take(cx: &Context, call: &Call, through: &Through, returned: &Returned<'_>) -> Result<Begun> {
    let id = returned.state.and_then(|state| tokens::named_challenge(cx, ChallengeKind::Sso, state));
    let id = id.ok_or_else(state_invalid)?;
    write(cx, call, async |unit| {
        let found = unit.challenges().find(ChallengeKind::Sso, id, cx.now()).await?;
        let Sealed::Begun(begun) = challenges::known(cx, &found.ok_or_else(state_invalid)?)? else {
            return Err(state_invalid());
        };
        let browser = returned.browser.map(tokens::hash);
        if begun.through != *through || (begun.browser.is_some() && begun.browser != browser) {
            return Err(state_invalid());
        }
        unit.challenges().take(ChallengeKind::Sso, id, cx.now()).await?.ok_or_else(state_invalid)?;
        Ok(begun)
    })
    .await
}

async fn claims(cx: &Context, call: &Call, begun: &Begun, returned: &Returned<'_>) -> Result<Claims> {
    let Some(code) = returned.code.filter(|_| returned.error.is_none()) else {
        let detail = "the provider sent no code: the sign-in was refused there";
        return Err(Error::new(Kind::Unauthenticated, "sso_failed", detail));
    };
    let ceremony = Ceremony {
        redirect_uri: &redirect_uri(cx, &begun.through),
        state: returned.state.unwrap_or_default(),
        nonce: &begun.nonce,
        verifier: &begun.verifier,
    };
    let posted = saml::posted(cx, call, &begun.through, code).await?;
    let answer = Answer { code: posted.as_deref().unwrap_or(code), issuer: returned.issuer };
    let provider = provider(cx, &begun.through).await?;
    let claims = provider.claims(ceremony, answer).await.map_err(|error| failed(&error))?;
    saml::spend(cx, call, &begun.through, &claims).await?;
    Ok(claims)
}

async fn prove(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    begun: &Begun,
    claims: &Claims,
    back: &Back,
) -> Result<(ChallengeId, Vec<SessionId>)> {
    let (Known { user, ended }, proven) =
        if let (Some(user), Through::Provider(name)) = (begun.link, &begun.through) {
            let identity = identity(cx, name, claims, user, Some(verified(claims)?));
            (Known::before(user), Proven::Identity { identity })
        } else {
            let known = user_of(cx, unit, call, begun, claims).await?;
            let proven = Proven::User { user: known.user, came: begun.came };
            (known, proven)
        };
    let challenge = back.challenge.clone();
    let sealed = Sealed::Proven { proven, challenge };
    Ok((challenges::begin(cx, unit, ChallengeKind::Sso, Some(user), &sealed).await?.id, ended))
}

/// What a page's code stands for, once, if the page has the verifier.
pub(crate) async fn redeem(cx: &Context, unit: &mut Unit<'_>, code: &str, verifier: &str) -> Result<Proven> {
    let id = tokens::named_challenge(cx, ChallengeKind::Sso, code).ok_or_else(state_invalid)?;
    let found = unit.challenges().find(ChallengeKind::Sso, id, cx.now()).await?.ok_or_else(state_invalid)?;
    if let Some(user) = found.user {
        unit.users().lock(&[user]).await?;
    }
    let Sealed::Proven { proven, challenge } = challenges::known(cx, &found)? else {
        return Err(state_invalid());
    };
    if URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) != challenge {
        return Err(state_invalid());
    }
    unit.challenges().take(ChallengeKind::Sso, id, cx.now()).await?.ok_or_else(state_invalid)?;
    Ok(proven)
}

/// Exchanges a page's code for a session.
///
/// # Errors
/// `sso_state_invalid`; `sso_failed` when the account has another connection by now; `rate_limited`.
pub async fn exchange(cx: &Context, call: &Call, code: &str, verifier: &str) -> Result<SignIn> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    let signed_in = write(cx, call, async |unit| match redeem(cx, unit, code, verifier).await? {
        Proven::User { user, came } => finish(cx, unit, call, user, came).await,
        Proven::Identity { .. } => Err(state_invalid()),
    })
    .await?;
    metrics::sign_in(true);
    Ok(signed_in)
}

async fn finish(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    came: Option<Connected>,
) -> Result<SignIn> {
    let method = if came.is_some() { Method::AccountSso } else { Method::Provider };
    sessions::finish(cx, unit, call, user, Methods::of(method), came).await
}

/// The address, if the provider has proven it.
pub(crate) fn verified(claims: &Claims) -> Result<Email> {
    let email = claims.email.clone().filter(|_| claims.email_verified == Some(true));
    email.and_then(|email| Email::try_from(email).ok()).ok_or_else(|| {
        let detail = "the provider has not proven your mail address: prove it there first";
        Error::new(Kind::Forbidden, "email_not_verified", detail)
    })
}

fn identity(
    cx: &Context,
    provider: &ProviderName,
    claims: &Claims,
    user: UserId,
    email: Option<Email>,
) -> Identity {
    let now = cx.now();
    Identity {
        user,
        provider: provider.clone(),
        issuer: claims.issuer.clone(),
        subject: claims.subject.clone(),
        email,
        created_at: now,
        last_used_at: now,
    }
}

/// Who signs in, and the sessions that ended because they do.
struct Known {
    user: UserId,
    ended: Vec<SessionId>,
}

impl Known {
    /// Somebody for whom nothing new was linked.
    fn before(user: UserId) -> Self {
        Self { user, ended: Vec::new() }
    }
}

/// Who signs in: whom the provider's subject is linked to, else who has the address and no other way in, else someone new.
async fn user_of(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    begun: &Begun,
    claims: &Claims,
) -> Result<Known> {
    let provider = match (&begun.through, begun.came) {
        (Through::Provider(provider), _) => provider,
        (Through::Account(_), Some(came)) => {
            return newcomers::admit(cx, unit, call, came, claims).await.map(Known::before);
        }
        (Through::Account(_), None) => return Err(state_invalid()),
    };
    if let Some(user) = linked(cx, unit, provider, claims).await? {
        return Ok(Known::before(user));
    }
    let email = verified(claims)?;
    let found = unit.users().find_by_email(&email).await?;
    let user = match &found {
        Some(user) => linkable(cx, unit, call, user.id, &email).await?,
        None => users::create(cx, unit, call, email.clone(), name_of(claims, &email)?, None, true).await?.id,
    };
    link(cx, unit, call, &identity(cx, provider, claims, user, Some(email))).await?;
    if found.is_none() {
        return Ok(Known::before(user));
    }
    // As when a provider is added: whoever has an older session need not be who links this one.
    Ok(Known { user, ended: sessions::end_others(cx, unit, call, user, None).await? })
}

/// Whom a provider's subject is linked to, locked. What the provider tells of them is noted.
async fn linked(
    cx: &Context,
    unit: &mut Unit<'_>,
    provider: &ProviderName,
    claims: &Claims,
) -> Result<Option<UserId>> {
    let Some(found) = unit.identities().find(provider, &claims.issuer, &claims.subject).await? else {
        return Ok(None);
    };
    unit.users().lock(&[found.user]).await?;
    // What was read before the lock may be old.
    let again = unit.identities().find(provider, &claims.issuer, &claims.subject).await?;
    let mut known = again.filter(|known| known.user == found.user).ok_or_else(Error::overtaken)?;
    known.email = claims.email.clone().and_then(|email| Email::try_from(email).ok());
    known.last_used_at = cx.now();
    unit.identities().update(&known).await?;
    Ok(Some(known.user))
}

/// The user who has a proven address, locked, if they have no other way in. Their address counts as proven from now on.
async fn linkable(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    email: &Email,
) -> Result<UserId> {
    unit.users().lock(&[user]).await?;
    let mut user = unit.users().find(user).await?.ok_or_else(Error::overtaken)?;
    if unit.users().password_hash(user.id).await?.is_some() || !user.email.same_as(email) {
        let resolve = "sign in in your usual way, then add the provider to your profile".to_owned();
        let refusal = Error::conflict("sign_in_to_link", "a user with a password has this address");
        return Err(Error { resolve: Some(resolve), ..refusal });
    }
    if unit.two_factor().has(user.id).await? {
        return Err(Error::conflict("sign_in_to_link", "a user with a second factor has this address"));
    }
    if user.email_verified_at.is_none() {
        users::mark_verified(cx, unit, call, &mut user).await?;
    }
    Ok(user.id)
}

/// What the provider calls the user, as far as it is a name, else the part of the address that is the user's own.
fn name_of(claims: &Claims, email: &Email) -> Result<Name> {
    let own = email.as_str().split('@').next().unwrap_or_default().to_owned();
    let named = claims.name.clone().and_then(|name| Name::try_from(name).ok());
    named.map_or_else(|| Name::try_from(own).map_err(|error| Error::internal(&error)), Ok)
}
