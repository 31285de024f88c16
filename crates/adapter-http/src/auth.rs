//! Who asks: what a handler is given of a request beside its parameters and its body.

use std::sync::Arc;

use bailiwick_usecases::{Call, Caller, Context, Error, Idempotency, sessions};
use poem::http::header::{AUTHORIZATION, IF_MATCH, USER_AGENT};
use poem::http::{HeaderMap, HeaderValue, Method};
use poem::{Addr, Body, Request, RequestBody};
use poem_openapi::registry::{MetaSecurityScheme, Registry};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::error::ApiError;
use crate::proxies::Proxies;
use crate::wire::{read_body, tagged_version};

/// The security scheme's name in the document.
pub(crate) const BEARER: &str = "bearer";

/// What the guard knows of a request before its handler runs.
#[derive(Clone)]
pub(crate) struct RequestInfo {
    pub cx: Arc<Context>,
    pub id: HeaderValue,
    pub proxies: Arc<Proxies>,
}

impl RequestInfo {
    pub(crate) fn id(&self) -> &str {
        self.id.to_str().unwrap_or_default()
    }
    fn of(request: &Request) -> Result<&Self, ApiError> {
        request.data().ok_or_else(|| Error::internal(&"a request came past the guard").into())
    }
}

/// The context and the call of an operation.
pub(crate) struct Asker {
    pub cx: Arc<Context>,
    pub call: Call,
}

/// An operation for those who signed in, or sent a key.
pub(crate) struct Signed(pub Asker);
/// An operation that is open to everyone, whatever credentials are sent along.
pub(crate) struct Anyone(pub Asker);
/// An operation that is open to everyone and treats the signed-in differently.
pub(crate) struct Maybe(pub Asker);
/// A caller of a decision: no more than decisions need.
pub(crate) struct Asking {
    pub info: RequestInfo,
    pub caller: Caller,
}

/// The token of `Authorization: Bearer`.
///
/// # Errors
/// Another scheme, or more than one header.
fn bearer(headers: &HeaderMap) -> Result<Option<&str>, ApiError> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = given.next() else { return Ok(None) };
    let (scheme, token) =
        value.to_str().ok().and_then(|text| text.split_once(' ')).ok_or_else(Error::unauthenticated)?;
    if !scheme.eq_ignore_ascii_case("bearer") || given.next().is_some() {
        return Err(Error::unauthenticated().into());
    }
    Ok(Some(token.trim()))
}

pub(crate) async fn signed_in(cx: &Context, headers: &HeaderMap) -> Result<Caller, ApiError> {
    match sessions::authenticate(cx, bearer(headers)?).await? {
        Caller::Anonymous => Err(Error::unauthenticated().into()),
        caller => Ok(caller),
    }
}

fn source_ip(request: &Request, proxies: &Proxies) -> Option<String> {
    match &request.remote_addr().0 {
        Addr::SocketAddr(peer) => Some(proxies.client(peer.ip(), request.headers()).to_string()),
        _ => None,
    }
}

/// `If-Match: "3.…"`. What is none of our tags, or no tag at all, matches nothing, and `*` anything. A weak tag never
/// matches (RFC 9110, 13.1.1).
fn if_match(headers: &HeaderMap) -> Option<u64> {
    let text = headers.get(IF_MATCH)?.to_str().unwrap_or_default().trim();
    (text != "*").then(|| tagged_version(text).unwrap_or(u64::MAX))
}

async fn idempotency(request: &Request, body: &mut RequestBody) -> Result<Option<Idempotency>, ApiError> {
    const NAME: &str = "Idempotency-Key";
    let Some(key) = request.headers().get(NAME).filter(|_| request.method() == Method::POST) else {
        return Ok(None);
    };
    let visible = |byte: &u8| byte.is_ascii_graphic();
    if !(1..=255).contains(&key.len()) || !key.as_bytes().iter().all(visible) {
        return Err(ApiError::invalid_header(NAME, "must have 1 to 255 visible ASCII characters"));
    }
    let bytes = read_body(request, body).await?;
    *body = RequestBody::new(Body::from_bytes(bytes.clone()));
    Ok(Some(Idempotency {
        key: key.to_str().unwrap_or_default().to_owned(),
        operation: format!("{} {}", request.method(), request.uri().path()),
        body: bytes.into(),
    }))
}

async fn asker(request: &Request, body: &mut RequestBody, caller: Caller) -> Result<Asker, ApiError> {
    let info = RequestInfo::of(request)?;
    let call = Call {
        caller,
        request_id: info.id().to_owned(),
        source_ip: source_ip(request, &info.proxies),
        user_agent: request
            .headers()
            .get(USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .map(str::to_owned),
        idempotency: idempotency(request, body).await?,
        if_match: if request.method() == Method::GET { None } else { if_match(request.headers()) },
    };
    Ok(Asker { cx: Arc::clone(&info.cx), call })
}

fn register_bearer(registry: &mut Registry) {
    registry.create_security_scheme(
        BEARER,
        MetaSecurityScheme {
            ty: "http",
            description: Some("A session's token (`bws_…`), a service integration's key (`bwk_…`), or a platform key (`bwp_…`)"),
            name: None,
            key_in: None,
            scheme: Some("bearer"),
            bearer_format: None,
            flows: None,
            openid_connect_url: None,
        },
    );
}

impl<'a> ApiExtractor<'a> for Signed {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        register_bearer(registry);
    }
    fn security_schemes() -> Vec<&'static str> {
        vec![BEARER]
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let caller = signed_in(&RequestInfo::of(request)?.cx, request.headers()).await?;
        Ok(Self(asker(request, body, caller).await?))
    }
}

impl<'a> ApiExtractor<'a> for Maybe {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        register_bearer(registry);
    }
    fn security_schemes() -> Vec<&'static str> {
        vec![BEARER]
    }
    fn has_security_fallback() -> bool {
        true
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let token = bearer(request.headers())?;
        let caller =
            sessions::authenticate(&RequestInfo::of(request)?.cx, token).await.map_err(ApiError::from)?;
        Ok(Self(asker(request, body, caller).await?))
    }
}

impl<'a> ApiExtractor<'a> for Anyone {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::PoemExtractor];
    type ParamType = ();
    type ParamRawType = ();

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        Ok(Self(asker(request, body, Caller::Anonymous).await?))
    }
}

impl<'a> ApiExtractor<'a> for Asking {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        register_bearer(registry);
    }
    fn security_schemes() -> Vec<&'static str> {
        vec![BEARER]
    }
    async fn from_request(
        request: &'a Request,
        _: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let info = RequestInfo::of(request)?.clone();
        let caller = signed_in(&info.cx, request.headers()).await?;
        Ok(Self { info, caller })
    }
}
