//! The one map of errors to statuses, and the one envelope: RFC 9457 problems. What frameworks refuse gets it too.

use bailiwick_usecases::tokens::Secret;
use bailiwick_usecases::{Error, FieldError, Kind};
use poem::Response;
use poem::error::{MethodNotAllowedError, NotFoundError, ResponseError};
use poem::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use poem::http::{HeaderValue, StatusCode};
use poem_openapi::error::{ParseParamError, ParsePathError};
use poem_openapi::registry::{MetaResponses, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiResponse, Object};
use serde::Serialize;

use crate::members::GrantRefOut;
use crate::resources::PlaceOut;
use crate::wire::JSON;

/// The longest body that is read.
pub(crate) const MOST_BODY_BYTES: usize = 1 << 20;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// By what an operator finds a request in the log and among the traces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark<'a> {
    pub request_id: &'a str,
    pub trace_id: Option<&'a str>,
}

/// Why a request was not done, with its status.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub(crate) struct ApiError {
    status: StatusCode,
    error: Box<Error>,
    /// With which the second step of a sign-in goes on.
    challenge: Option<String>,
}

fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Gone => StatusCode::GONE,
        Kind::Stale => StatusCode::PRECONDITION_FAILED,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self { status: status_of(error.kind), error: Box::new(error), challenge: None }
    }
}

impl ApiError {
    fn new(kind: Kind, code: &str, detail: impl Into<String>) -> Self {
        Error::new(kind, code, detail).into()
    }
    fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
    /// The user has a second factor, which is to be proven by the challenge.
    pub(crate) fn two_factor_required(challenge: &Secret) -> Self {
        let detail = "this user has a second factor: answer the challenge at /v1/sessions/two-factor";
        let error = Self::new(Kind::Unauthenticated, "two_factor_required", detail);
        Self { challenge: challenge.reveal().map(str::to_owned), ..error }
    }
    /// The body is no JSON, or not the JSON that was expected.
    pub(crate) fn malformed(detail: String) -> Self {
        Self::new(Kind::Malformed, "malformed_body", detail)
    }
    /// A header breaks a rule.
    pub(crate) fn invalid_header(name: &str, detail: &str) -> Self {
        Self::new(Kind::Invalid, "invalid_header", format!("{name} {detail}"))
    }
    /// A field of the body breaks a rule.
    pub(crate) fn invalid_field(pointer: &str, detail: &str) -> Self {
        let errors = vec![FieldError { pointer: pointer.to_owned(), detail: detail.to_owned() }];
        let said = format!("{} {detail}", pointer.trim_start_matches('/'));
        Error { errors, ..Error::new(Kind::Invalid, "invalid_field", said.trim_start()) }.into()
    }
    /// A parameter of the query breaks a rule.
    pub(crate) fn invalid_parameter(name: &str, detail: &str) -> Self {
        let errors = vec![FieldError { pointer: format!("/{name}"), detail: detail.to_owned() }];
        Error { errors, ..Error::new(Kind::Invalid, "invalid_parameter", format!("{name}: {detail}")) }.into()
    }
    /// The body is of another media type.
    pub(crate) fn unsupported_media_type(wanted: &str) -> Self {
        Self::new(Kind::Malformed, "unsupported_media_type", format!("the Content-Type must be {wanted}"))
            .with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE)
    }
    /// The body is too long.
    pub(crate) fn body_too_large() -> Self {
        Self::new(Kind::Malformed, "body_too_large", "a body has at most 1 MiB")
            .with_status(StatusCode::PAYLOAD_TOO_LARGE)
    }
    /// It took too long.
    pub(crate) fn timed_out() -> Self {
        let error = Error::new(Kind::Unavailable, "timed_out", "the request took too long; try again");
        Error { retry_after: Some(1), ..error }.into()
    }
    /// A part is down.
    pub(crate) fn not_ready(parts: &str) -> Self {
        let error = Error::new(Kind::Unavailable, "not_ready", format!("not ready: {parts}"));
        Error { retry_after: Some(1), ..error }.into()
    }
    /// A handler panicked; what happened is in the log.
    pub(crate) fn panicked() -> Self {
        Error::internal(&"a handler panicked").into()
    }

    /// What a framework refused.
    pub(crate) fn from_poem(error: &poem::Error) -> Self {
        if error.is::<NotFoundError>() {
            return Self::new(Kind::NotFound, "not_found", "there is nothing at this path");
        }
        if error.is::<MethodNotAllowedError>() {
            return Self::new(
                Kind::Malformed,
                "method_not_allowed",
                "this path does not have this method; Allow lists those that it has",
            )
            .with_status(StatusCode::METHOD_NOT_ALLOWED);
        }
        if error.is::<ParsePathError>() {
            return Error::not_found("id").into();
        }
        if let Some(ParseParamError { name, reason }) = error.downcast_ref() {
            return Self::invalid_parameter(name, reason.trim_end());
        }
        let status = error.status();
        match status.as_u16() {
            415 => Self::unsupported_media_type(JSON),
            413 => Self::body_too_large(),
            400..=499 => Self::new(Kind::Malformed, "malformed_request", "the request can't be read")
                .with_status(status),
            _ => Error::internal(error).into(),
        }
    }

    /// The answer.
    pub(crate) fn respond(&self, mark: Option<Mark<'_>>) -> Response {
        let challenge = self.challenge.clone();
        let body = ProblemOut { challenge, ..ProblemOut::of(&self.error, self.status, mark) };
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = Response::builder().status(self.status).body(bytes);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, PROBLEM);
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.error.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
    /// The answer to a method that a path does not have.
    pub(crate) fn respond_allowing(&self, mark: Mark<'_>, allow: Option<&HeaderValue>) -> Response {
        let mut response = self.respond(Some(mark));
        if let Some(allow) = allow.filter(|_| self.status == StatusCode::METHOD_NOT_ALLOWED) {
            response.headers_mut().insert(ALLOW, allow.clone());
        }
        response
    }
}

impl ResponseError for ApiError {
    fn status(&self) -> StatusCode {
        self.status
    }
    fn as_response(&self) -> Response {
        self.respond(None)
    }
}

impl ApiResponse for ApiError {
    /// Which errors an operation can answer is told by `spec`, for all of them by the same rules.
    fn meta() -> MetaResponses {
        MetaResponses { responses: Vec::new() }
    }
    fn register(registry: &mut Registry) {
        ProblemOut::register(registry);
    }
}

/// A field at fault.
#[derive(Debug, Serialize, Object)]
pub(crate) struct FieldErrorOut {
    /// Where: a JSON pointer into the body, or `/` and a parameter's name.
    pointer: String,
    /// Which rule it breaks.
    detail: String,
}

/// Why a request was not done (RFC 9457).
#[derive(Debug, Serialize, Object)]
#[oai(rename = "Problem", skip_serializing_if_is_none)]
pub(crate) struct ProblemOut {
    /// A URI for this kind of problem: `urn:bailiwick:problem:` and the code.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// The kind of problem in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong this time.
    detail: String,
    /// The stable code, for programs.
    code: String,
    /// The fields at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<FieldErrorOut>>,
    /// The permission that was missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<String>,
    /// Where the permission was looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<PlaceOut>,
    /// The grants in conflict.
    #[serde(skip_serializing_if = "Option::is_none")]
    grants: Option<Vec<GrantRefOut>>,
    /// What would resolve it.
    #[serde(skip_serializing_if = "Option::is_none")]
    resolve: Option<String>,
    /// Every broken rule, where there is more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    violations: Option<Vec<ProblemOut>>,
    /// Of `two_factor_required`: what the second step of the sign-in sends back. It is shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    challenge: Option<String>,
    /// The request's id, by which an operator finds it in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    /// The trace's id, where the server sends traces to a collector.
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<String>,
}

fn some<T>(items: Vec<T>) -> Option<Vec<T>> {
    (!items.is_empty()).then_some(items)
}

impl ProblemOut {
    fn of(error: &Error, status: StatusCode, mark: Option<Mark<'_>>) -> Self {
        let field = |field: &FieldError| FieldErrorOut {
            pointer: field.pointer.clone(),
            detail: field.detail.clone(),
        };
        Self {
            kind: format!("urn:bailiwick:problem:{}", error.code),
            title: title(&error.code),
            status: status.as_u16(),
            detail: error.detail.clone(),
            code: error.code.clone(),
            errors: some(error.errors.iter().map(field).collect()),
            permission: error.permission.clone(),
            resource: error.resource.clone().map(PlaceOut::from),
            grants: some(error.grants.iter().cloned().map(GrantRefOut::from).collect()),
            resolve: error.resolve.clone(),
            violations: some(error.violations.iter().map(Self::from).collect()),
            challenge: None,
            request_id: mark.map(|mark| mark.request_id.to_owned()),
            trace_id: mark.and_then(|mark| mark.trace_id).map(str::to_owned),
        }
    }
}

impl From<&Error> for ProblemOut {
    fn from(error: &Error) -> Self {
        Self::of(error, status_of(error.kind), None)
    }
}

/// `last_owner` reads `Last owner`.
fn title(code: &str) -> String {
    let mut words = code.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
