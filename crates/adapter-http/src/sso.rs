//! Signing in by a provider: the browser's way there and back, and the exchange of what it brought back.

use bailiwick_domain::identities::ProviderName;
use bailiwick_usecases::Error;
use bailiwick_usecases::sessions::{NewSession, SignIn};
use bailiwick_usecases::sso::{self, Back, Landed, Returned, Started, Through};
use poem::http::header::{COOKIE, LOCATION, SET_COOKIE};
use poem::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use poem::{IntoResponse, Response};
use poem_openapi::param::{Path, Query};
use poem_openapi::registry::{MetaHeader, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::{ApiResponse, Object, OpenApi};
use serde::Deserialize;

use crate::auth::{Anyone, Asker};
use crate::error::ApiError;
use crate::server::Tag;
use crate::sessions::NewSessionOut;
use crate::wire::{Json, Made, Shown};

/// What a page got in its URL's fragment, with what shows that it is the page that began.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct SsoCodeIn {
    /// The `code` of the fragment.
    #[oai(validator(max_length = 200))]
    pub code: String,
    /// What `code_challenge` was made of.
    #[oai(validator(max_length = 200))]
    pub code_verifier: String,
}

/// The browser goes elsewhere: by 302, or after a form by 303, which makes it a GET.
pub(crate) struct Elsewhere<const STATUS: u16 = 302> {
    pub url: String,
    pub cookie: Option<String>,
}

impl<const STATUS: u16> IntoResponse for Elsewhere<STATUS> {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(STATUS).unwrap_or(StatusCode::FOUND);
        let mut response = Response::builder().status(status).finish();
        // A browser takes the fragment that it has along to a URL without one (RFC 9110, 10.2.2), and in it may be a code.
        let url = if self.url.contains('#') { self.url } else { self.url + "#" };
        add(&mut response, LOCATION, url);
        if let Some(cookie) = self.cookie {
            add(&mut response, SET_COOKIE, cookie);
        }
        response
    }
}

fn add(response: &mut Response, name: HeaderName, text: String) {
    if let Ok(value) = HeaderValue::try_from(text) {
        response.headers_mut().insert(name, value);
    }
}

impl<const STATUS: u16> ApiResponse for Elsewhere<STATUS> {
    fn meta() -> MetaResponses {
        let location = MetaHeader {
            name: "Location".to_owned(),
            description: Some("Where the browser goes".to_owned()),
            required: true,
            deprecated: false,
            schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
        };
        let elsewhere = MetaResponse {
            description: "The browser goes elsewhere",
            status: Some(STATUS),
            status_range: None,
            content: vec![],
            headers: vec![location],
        };
        MetaResponses { responses: vec![elsewhere] }
    }
    fn register(_: &mut Registry) {}
}

/// A session at once, or the way back to a page. The browser is rid of its cookie then.
pub(crate) enum LandedOut {
    SignedIn { session: Shown<NewSessionOut>, cookie: String },
    Elsewhere(Elsewhere),
}

impl IntoResponse for LandedOut {
    fn into_response(self) -> Response {
        match self {
            Self::SignedIn { session, cookie } => {
                let mut response = session.into_response();
                add(&mut response, SET_COOKIE, cookie);
                response
            }
            Self::Elsewhere(elsewhere) => elsewhere.into_response(),
        }
    }
}

impl ApiResponse for LandedOut {
    fn meta() -> MetaResponses {
        let mut meta = Shown::<NewSessionOut>::meta();
        meta.responses.extend(<Elsewhere>::meta().responses);
        meta
    }
    fn register(registry: &mut Registry) {
        Shown::<NewSessionOut>::register(registry);
    }
}

/// By TLS the cookie is bound to this very host, so that none beside it can plant one.
fn cookie_name(public_url: &str) -> &'static str {
    if public_url.starts_with("https://") { "__Host-bailiwick_sso" } else { "bailiwick_sso" }
}

/// The cookie that holds a value; an empty one is gone at once.
fn cookie(public_url: &str, value: &str) -> String {
    let age = if value.is_empty() { 0 } else { 600 };
    let secure = if public_url.starts_with("https://") { "; Secure" } else { "" };
    let name = cookie_name(public_url);
    format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

fn kept<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Both, or neither.
pub(crate) fn back(to: Option<String>, challenge: Option<String>) -> Result<Option<Back>, ApiError> {
    match (to, challenge) {
        (None, None) => Ok(None),
        (Some(to), Some(challenge)) => Ok(Some(Back { to, challenge })),
        (Some(_), None) => Err(ApiError::invalid_parameter("code_challenge", "is needed with return_to")),
        (None, Some(_)) => Err(ApiError::invalid_parameter("return_to", "is needed with code_challenge")),
    }
}

pub(crate) fn named(provider: String) -> Result<ProviderName, ApiError> {
    ProviderName::try_from(provider).map_err(|_| Error::not_found("provider").into())
}

/// A session, or the question for a second factor.
fn session(signed_in: SignIn) -> Result<NewSession, ApiError> {
    match signed_in {
        SignIn::Session(session) => Ok(session),
        SignIn::SecondFactor { challenge } => Err(ApiError::two_factor_required(&challenge)),
    }
}

pub(crate) async fn depart(
    asker: &Asker,
    through: Through,
    back: Option<Back>,
) -> Result<Elsewhere, ApiError> {
    let Started { url, browser } = sso::start(&asker.cx, &asker.call, through, back).await?;
    Ok(Elsewhere { url, cookie: Some(cookie(&asker.cx.public_url, &browser)) })
}

/// What the provider put into the URL.
pub(crate) struct Brought {
    pub state: Option<String>,
    pub code: Option<String>,
    pub error: Option<String>,
    pub iss: Option<String>,
}

pub(crate) async fn arrive(
    asker: &Asker,
    through: Through,
    headers: &HeaderMap,
    brought: Brought,
) -> Result<LandedOut, ApiError> {
    let returned = Returned {
        state: brought.state.as_deref(),
        browser: kept(headers, cookie_name(&asker.cx.public_url)),
        code: brought.code.as_deref(),
        error: brought.error.as_deref(),
        issuer: brought.iss.as_deref(),
    };
    let landed = sso::land(&asker.cx, &asker.call, through, returned).await?;
    let cookie = cookie(&asker.cx.public_url, "");
    Ok(match landed {
        Landed::SignedIn(signed_in) => {
            LandedOut::SignedIn { session: Shown::of(session(signed_in)?), cookie }
        }
        Landed::GoOn(url) => LandedOut::Elsewhere(Elsewhere { url, cookie: Some(cookie) }),
    })
}

pub(crate) struct SsoApi;

#[OpenApi(tag = "Tag::Sessions")]
impl SsoApi {
    /// Sign in by a provider
    ///
    /// For a browser: it is sent to the provider, and comes back to the callback, which answers with the session. With
    /// `return_to` it goes on to that page, with `#code=…` or `#error=…`; the code is exchanged with the verifier alone.
    #[oai(path = "/v1/sso/:provider/start", method = "get", operation_id = "start_sso")]
    async fn start(
        &self,
        Anyone(asker): Anyone,
        provider: Path<String>,
        /// Where the browser goes in the end: a URL of this service or of one of its `cors_origins`.
        return_to: Query<Option<String>>,
        /// With `return_to`: the SHA-256 of a random verifier, in base64url without padding.
        code_challenge: Query<Option<String>>,
    ) -> Result<Elsewhere, ApiError> {
        let back = back(return_to.0, code_challenge.0)?;
        depart(&asker, Through::Provider(named(provider.0)?), back).await
    }

    /// Come back from a provider
    ///
    /// The provider sends the browser here.
    #[oai(path = "/v1/sso/:provider/callback", method = "get", operation_id = "finish_sso")]
    #[expect(clippy::too_many_arguments, reason = "they are the parameters that the standards name")]
    async fn callback(
        &self,
        Anyone(asker): Anyone,
        headers: &HeaderMap,
        provider: Path<String>,
        /// What the sign-in was begun with.
        state: Query<Option<String>>,
        /// The provider's code.
        code: Query<Option<String>>,
        /// Why there is none.
        error: Query<Option<String>>,
        /// Who answers (RFC 9207).
        iss: Query<Option<String>>,
    ) -> Result<LandedOut, ApiError> {
        let brought = Brought { state: state.0, code: code.0, error: error.0, iss: iss.0 };
        arrive(&asker, Through::Provider(named(provider.0)?), headers, brought).await
    }

    /// Exchange the code that a page was given for a session
    #[oai(path = "/v1/sso/exchange", method = "post", operation_id = "exchange_sso_code")]
    async fn exchange(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<SsoCodeIn>,
    ) -> Result<Made<NewSessionOut>, ApiError> {
        let signed_in = sso::exchange(&asker.cx, &asker.call, &given.code, &given.code_verifier).await?;
        Ok(Made::of(session(signed_in)?))
    }
}
