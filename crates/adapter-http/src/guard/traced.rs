//! A request as a span of a trace, by the semantic conventions for HTTP servers. Nothing of this runs while no one traces.

use bailiwick_usecases::TRACES;
use poem::Request;
use poem::http::{HeaderMap, Method, StatusCode};
use tracing::field::Empty;
use tracing::{Instrument, Span};

/// What sends traces does for requests.
#[derive(Debug, Clone, Copy)]
pub struct Tracing {
    /// Makes a span part of the trace that a request's headers tell of, or of a new one, and tells that trace's id.
    pub join: fn(&Span, &HeaderMap) -> Option<String>,
    /// Names a span: which route a request takes is known when it has been taken.
    pub rename: fn(&Span, String),
}

/// The target of the span that gives the lines of the log their trace's id.
pub const LOGGED: &str = "bailiwick::request";

/// The span of a request.
pub(super) struct Traced {
    tracing: Tracing,
    span: Span,
    log: Span,
    pub id: Option<String>,
}

impl Traced {
    /// The path itself is left out: it can hold a token.
    pub(super) fn begin(tracing: Tracing, request: &Request) -> Self {
        let span = tracing::info_span!(
            target: TRACES,
            "request",
            otel.kind = "server",
            otel.status_code = Empty,
            http.request.method = request.method().as_str(),
            http.route = Empty,
            http.response.status_code = Empty,
            request_id = Empty,
        );
        let id = (tracing.join)(&span, request.headers());
        // An error's level, so that it is there whatever the log leaves out.
        let log = tracing::error_span!(target: LOGGED, parent: &span, "request", trace_id = id);
        Self { tracing, span, log, id }
    }

    pub(super) async fn run<T>(&self, work: impl Future<Output = T> + Send) -> T {
        work.instrument(self.log.clone()).instrument(self.span.clone()).await
    }

    pub(super) fn end(&self, method: &Method, route: &str, status: StatusCode, request_id: &str) {
        (self.tracing.rename)(&self.span, format!("{method} {route}"));
        self.span.record("http.route", route);
        self.span.record("http.response.status_code", status.as_u16());
        self.span.record("request_id", request_id);
        if status.is_server_error() {
            self.span.record("otel.status_code", "ERROR");
        }
    }
}
