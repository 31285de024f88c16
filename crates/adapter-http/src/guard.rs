//! The one middleware around every operation: request id, limits, panics, the envelope of errors, headers, metrics and
//! the access log. It allocates no label and formats nothing unless someone reads it.
//!
//! Two operations, the single decision and the verification of a key, are answered right here: they are asked on every
//! request that a product serves, and the way through the routers would cost more than they do.

mod paths;
mod request_ids;
mod traced;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bailiwick_usecases::Context;
use futures::FutureExt;
use poem::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use poem::{Endpoint, Request, Response};
use poem_openapi::OpenApi;

use crate::access::{EVALUATION, decide};
use crate::auth::RequestInfo;
use crate::error::{ApiError, MOST_BODY_BYTES, Mark};
use crate::keys::{VERIFICATION, verify};
use crate::proxies::Proxies;
use crate::server::HttpSettings;
pub use paths::describe_metrics;
use paths::{PathInfo, Paths};
use request_ids::{RequestIds, X_REQUEST_ID};
use traced::Traced;
pub use traced::{LOGGED, Tracing};

const SECURITY: [(HeaderName, HeaderValue); 5] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
];

/// The middleware.
pub(crate) struct Guard<E> {
    inner: E,
    cx: Arc<Context>,
    most_time: Duration,
    proxies: Arc<Proxies>,
    tracing: Option<Tracing>,
    ids: RequestIds,
    paths: Paths,
    evaluation: PathInfo,
    verification: PathInfo,
}

fn check_length(headers: &HeaderMap) -> Result<(), ApiError> {
    let length: Option<usize> =
        headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    match length {
        Some(length) if length > MOST_BODY_BYTES => Err(ApiError::body_too_large()),
        _ => Ok(()),
    }
}

impl<E: Endpoint<Output = Response>> Guard<E> {
    pub(crate) fn new<A: OpenApi>(inner: E, cx: Arc<Context>, settings: HttpSettings) -> Self {
        let ids = RequestIds::new(cx.ids.uuid());
        let short = |path: &str| PathInfo::new(path.to_owned(), &[Method::POST]);
        Self {
            inner,
            cx,
            most_time: settings.request_timeout,
            proxies: Arc::new(settings.proxies),
            tracing: settings.tracing,
            ids,
            paths: Paths::new(A::meta()),
            evaluation: short(EVALUATION),
            verification: short(VERIFICATION),
        }
    }

    /// In the time that there is, and with a panic as an error.
    async fn bounded<T, F: From<ApiError>>(&self, work: impl Future<Output = Result<T, F>>) -> Result<T, F> {
        match tokio::time::timeout(self.most_time, AssertUnwindSafe(work).catch_unwind()).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(ApiError::panicked().into()),
            Err(_) => Err(ApiError::timed_out().into()),
        }
    }

    async fn route(
        &self,
        mut request: Request,
        id: &HeaderValue,
        trace_id: Option<&str>,
    ) -> (&PathInfo, Response) {
        request.set_data(RequestInfo {
            cx: Arc::clone(&self.cx),
            id: id.clone(),
            proxies: Arc::clone(&self.proxies),
        });
        let answer = match check_length(request.headers()) {
            Ok(()) => self.bounded(self.inner.call(request)).await,
            Err(error) => Err(error.into()),
        };
        match answer {
            Ok(response) => (self.paths.find(response.data()), response),
            Err(error) => {
                let path = self.paths.find(error.data());
                let mark = Mark { request_id: text(id), trace_id };
                let response = match error.downcast_ref::<ApiError>() {
                    Some(known) => known.respond(Some(mark)),
                    None => ApiError::from_poem(&error).respond_allowing(mark, Some(&path.allow)),
                };
                (path, response)
            }
        }
    }

    /// By the short way.
    async fn evaluate(&self, request: &mut Request, id: &HeaderValue) -> Result<Response, ApiError> {
        check_length(request.headers())?;
        self.bounded(decide(&self.cx, request, text(id))).await
    }

    /// By the short way.
    async fn verify(&self, request: &mut Request) -> Result<Response, ApiError> {
        check_length(request.headers())?;
        self.bounded(verify(&self.cx, request)).await
    }

    async fn answer(&self, mut request: Request, traced: Option<&Traced>) -> Response {
        let started = self.cx.clock.elapsed();
        let id = self.ids.of(request.headers());
        let method = request.method().clone();
        let trace_id = traced.and_then(|traced| traced.id.as_deref());
        let short = |answer: Result<Response, ApiError>| {
            answer.unwrap_or_else(|error| error.respond(Some(Mark { request_id: text(&id), trace_id })))
        };
        let (path, mut response) = match request.uri().path() {
            EVALUATION if method == Method::POST => {
                (&self.evaluation, short(self.evaluate(&mut request, &id).await))
            }
            VERIFICATION if method == Method::POST => {
                (&self.verification, short(self.verify(&mut request).await))
            }
            // Boxed, so that the short way does not carry the room that this one needs.
            _ => self.route(request, &id, trace_id).boxed().await,
        };
        let status = response.status();
        let headers = response.headers_mut();
        headers.reserve(SECURITY.len() + 1);
        for (name, value) in SECURITY {
            headers.entry(name).or_insert(value);
        }
        let took = self.cx.clock.elapsed().saturating_sub(started);
        path.measure(&method, status, took);
        log(&method, &path.template, status, took, &id);
        if let Some(traced) = traced {
            traced.end(&method, &path.template, status, text(&id));
        }
        headers.insert(X_REQUEST_ID, id);
        response
    }
}

fn text(id: &HeaderValue) -> &str {
    id.to_str().unwrap_or_default()
}

impl<E: Endpoint<Output = Response>> Endpoint for Guard<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let Some(tracing) = self.tracing else { return Ok(self.answer(request, None).await) };
        let traced = Traced::begin(tracing, &request);
        Ok(traced.run(self.answer(request, Some(&traced))).boxed().await)
    }
}

/// Templates, not paths: a path can hold a token.
fn log(method: &Method, route: &str, status: StatusCode, took: Duration, id: &HeaderValue) {
    let (status, micros) = (status.as_u16(), u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    if status >= 500 {
        tracing::warn!(%method, route, status, micros, request_id = text(id), "request failed");
    } else {
        tracing::debug!(%method, route, status, micros, request_id = text(id), "request");
    }
}
