//! Pages of other origins that may call. For all others there is no word of CORS in an answer, and browsers keep it from
//! them; a page of our own names its origin too, and is no other.

use std::collections::HashSet;
use std::sync::Arc;

use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderName, HeaderValue, Method, header};
use poem::middleware::Cors;
use poem::{Endpoint, EndpointExt, Request, Response};

use crate::error::ApiError;

/// The middleware.
pub(crate) struct Origins<E> {
    inner: Arc<E>,
    shared: BoxEndpoint<'static>,
    allowed: HashSet<HeaderValue>,
}

impl<E: Endpoint<Output = Response> + 'static> Origins<E> {
    pub(crate) fn new(inner: E, origins: &[String]) -> Self {
        let inner = Arc::new(inner);
        let refused = |error: poem::Error| async move { ApiError::from_poem(&error).respond(None) };
        let shared = Arc::clone(&inner).with(cors(origins)).catch_all_error(refused).boxed();
        let allowed =
            origins.iter().filter_map(|origin| HeaderValue::try_from(origin.as_str()).ok()).collect();
        Self { inner, shared, allowed }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for Origins<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let origin = request.headers().get(header::ORIGIN);
        if origin.is_some_and(|origin| self.allowed.contains(origin)) {
            self.shared.call(request).await
        } else {
            self.inner.call(request).await
        }
    }
}

fn cors(origins: &[String]) -> Cors {
    const METHODS: [Method; 5] = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    const SENT: [&str; 6] =
        ["authorization", "content-type", "idempotency-key", "if-match", "if-none-match", "x-request-id"];
    Cors::new()
        .allow_origins(origins.iter().map(String::as_str))
        .allow_methods(METHODS)
        .allow_headers(SENT)
        .expose_headers([
            header::ETAG,
            header::LOCATION,
            header::RETRY_AFTER,
            HeaderName::from_static("x-request-id"),
        ])
        .allow_credentials(false)
        .max_age(600)
}
