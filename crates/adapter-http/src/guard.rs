//! The one middleware around every operation: request id, limits, panics, the envelope of errors, headers, metrics and
//! the access log. It allocates no label and formats nothing unless someone reads it.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bailiwick_usecases::Context;
use futures::FutureExt;
use metrics::Histogram;
use poem::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use poem::{Endpoint, PathPattern, Request, Response};
use poem_openapi::OpenApi;

use crate::auth::RequestInfo;
use crate::error::{ApiError, MOST_BODY_BYTES};
use crate::server::SITE;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const SECURITY: [(HeaderName, HeaderValue); 5] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
];

const METHODS: [Method; 6] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::HEAD];
const STATUSES: [u16; 17] =
    [200, 201, 204, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 500, 503];

/// A path as the router knows it, with what it allows and how it is measured.
struct PathInfo {
    template: String,
    allow: HeaderValue,
    times: Vec<OnceLock<Histogram>>,
}

impl PathInfo {
    fn new(template: String, methods: &[Method]) -> Self {
        let mut names: Vec<&str> = methods.iter().map(Method::as_str).collect();
        if methods.contains(&Method::GET) {
            names.push("HEAD");
        }
        names.sort_unstable();
        let allow = HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static(""));
        let times = (0..METHODS.len() * STATUSES.len()).map(|_| OnceLock::new()).collect();
        Self { template, allow, times }
    }

    fn measure(&self, method: &Method, status: StatusCode, took: Duration) {
        let method = METHODS.iter().position(|known| known == method);
        let status = STATUSES.iter().position(|known| *known == status.as_u16());
        let Some((method, status)) = method.zip(status) else { return };
        let time = self.times[method * STATUSES.len() + status].get_or_init(|| {
            metrics::histogram!(
                "bailiwick_http_request_duration_seconds",
                "route" => self.template.clone(),
                "method" => METHODS[method].as_str().to_owned(),
                "status" => STATUSES[status].to_string(),
            )
        });
        time.record(took.as_secs_f64());
    }
}

/// The middleware.
pub(crate) struct Guard<E> {
    inner: E,
    cx: Arc<Context>,
    most_time: Duration,
    paths: HashMap<String, PathInfo>,
    unknown: PathInfo,
}

/// `/v1/accounts/{acct}` as the router knows it: `/v1/accounts/:param0`.
fn pattern(template: &str) -> String {
    let mut parameters = 0..;
    let segments = template.split('/').map(|segment| {
        if segment.starts_with('{') {
            format!(":param{}", parameters.next().unwrap_or(0))
        } else {
            segment.to_owned()
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

impl<E> Guard<E> {
    pub(crate) fn new<A: OpenApi>(inner: E, cx: Arc<Context>, most_time: Duration) -> Self {
        let mut methods: HashMap<String, Vec<Method>> = HashMap::new();
        for path in A::meta().into_iter().flat_map(|api| api.paths) {
            let known = path.operations.into_iter().map(|operation| operation.method);
            methods.entry(path.path).or_default().extend(known);
        }
        methods.extend(SITE.map(|path| (path.to_owned(), vec![Method::GET])));
        let info = |(template, methods): (String, Vec<Method>)| {
            (pattern(&template), PathInfo::new(template, &methods))
        };
        let paths = methods.into_iter().map(info).collect();
        Self { inner, cx, most_time, paths, unknown: PathInfo::new("unknown".to_owned(), &[]) }
    }

    fn request_id(&self, headers: &HeaderMap) -> HeaderValue {
        let fits = |id: &&HeaderValue| {
            (1..=128).contains(&id.len()) && id.as_bytes().iter().all(u8::is_ascii_graphic)
        };
        match headers.get(X_REQUEST_ID).filter(fits) {
            Some(id) => id.clone(),
            None => HeaderValue::try_from(self.cx.ids.uuid().simple().to_string())
                .unwrap_or(HeaderValue::from_static("-")),
        }
    }

    fn path<'a>(&'a self, pattern: Option<&PathPattern>) -> &'a PathInfo {
        pattern.and_then(|pattern| self.paths.get(&*pattern.0)).unwrap_or(&self.unknown)
    }
}

impl<E: Endpoint<Output = Response>> Guard<E> {
    async fn answer(&self, request: Request) -> Result<Response, poem::Error> {
        let length =
            request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if length.is_some_and(|length: u64| length > MOST_BODY_BYTES as u64) {
            return Err(ApiError::body_too_large().into());
        }
        let caught = AssertUnwindSafe(self.inner.call(request)).catch_unwind();
        match tokio::time::timeout(self.most_time, caught).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(ApiError::panicked().into()),
            Err(_) => Err(ApiError::timed_out().into()),
        }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for Guard<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let started = self.cx.clock.elapsed();
        let id = self.request_id(request.headers());
        let method = request.method().clone();
        request.set_data(RequestInfo { cx: Arc::clone(&self.cx), id: id.clone() });
        let (path, mut response) = match self.answer(request).await {
            Ok(response) => (self.path(response.data()), response),
            Err(error) => {
                let path = self.path(error.data());
                let known: Option<&ApiError> = error.downcast_ref();
                let request_id = id.to_str().unwrap_or_default();
                let response = match known {
                    Some(known) => known.respond(Some(request_id)),
                    None => ApiError::from_poem(&error).respond_allowing(request_id, Some(&path.allow)),
                };
                (path, response)
            }
        };
        let headers = response.headers_mut();
        headers.reserve(SECURITY.len() + 1);
        for (name, value) in SECURITY {
            headers.entry(name).or_insert(value);
        }
        let status = response.status();
        let took = self.cx.clock.elapsed().saturating_sub(started);
        path.measure(&method, status, took);
        log(&method, &path.template, status, took, &id);
        response.headers_mut().insert(X_REQUEST_ID, id);
        Ok(response)
    }
}

/// Templates, not paths: a path can hold a token.
fn log(method: &Method, route: &str, status: StatusCode, took: Duration, id: &HeaderValue) {
    let request_id = id.to_str().unwrap_or_default();
    let (status, micros) = (status.as_u16(), u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    if status >= 500 {
        tracing::warn!(%method, route, status, micros, request_id, "request failed");
    } else {
        tracing::debug!(%method, route, status, micros, request_id, "request");
    }
}
