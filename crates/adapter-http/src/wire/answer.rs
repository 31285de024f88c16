//! Answers: a status, a JSON body, an `ETag` where it is one resource, and a `Location` where that is new.

use std::hash::{DefaultHasher, Hasher};

use poem::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use poem::http::{HeaderValue, StatusCode};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::Type;
use serde::Serialize;

use crate::error::ApiError;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A body with a status; tagged ones carry an `ETag`.
pub(crate) struct Reply<T, const STATUS: u16, const TAGGED: bool> {
    body: T,
    version: u64,
    location: Option<String>,
}

/// 200 without an `ETag`: lists and results.
pub(crate) type Shown<T> = Reply<T, 200, false>;
/// 200 with an `ETag`: one resource.
pub(crate) type Tagged<T> = Reply<T, 200, true>;
/// 201 without an `ETag`.
pub(crate) type Made<T> = Reply<T, 201, false>;
/// 201 with an `ETag` and a `Location`: one new resource.
pub(crate) type MadeTagged<T> = Reply<T, 201, true>;

impl<T, const STATUS: u16> Reply<T, STATUS, false> {
    pub(crate) fn of(body: impl Into<T>) -> Self {
        Self { body: body.into(), version: 0, location: None }
    }
}

impl<T> Reply<T, 200, true> {
    pub(crate) fn of(version: u64, body: impl Into<T>) -> Self {
        Self { body: body.into(), version, location: None }
    }
}

impl<T> Reply<T, 201, true> {
    /// `location` is the path at which it is read from now on.
    pub(crate) fn at(location: String, version: u64, body: impl Into<T>) -> Self {
        Self { body: body.into(), version, location: Some(location) }
    }
}

/// JSON, or the 500 of what can't be written.
pub(crate) fn json_bytes(body: &impl Serialize) -> Result<Vec<u8>, ApiError> {
    serde_json::to_vec(body).map_err(|error| bailiwick_usecases::Error::internal(&error).into())
}

/// What `If-Match` is compared by, then what `If-None-Match` is: a version does not go up with all that is shown beside
/// the resource itself, such as a member's name.
fn tag(version: u64, shown: &[u8]) -> Option<HeaderValue> {
    let mut hasher = DefaultHasher::new();
    hasher.write(shown);
    HeaderValue::try_from(format!("\"{version}.{:016x}\"", hasher.finish())).ok()
}

/// The version in a tag that this server gave.
pub(crate) fn tagged_version(tag: &str) -> Option<u64> {
    let text = tag.strip_prefix('"')?.strip_suffix('"')?;
    let number = text.split('.').next()?;
    let version = number.parse::<u64>().ok()?;
    (version.to_string() == number).then_some(version)
}

fn json(status: StatusCode, body: &impl Serialize, version: Option<u64>) -> Response {
    let bytes = match json_bytes(body) {
        Ok(bytes) => bytes,
        Err(error) => return poem::Error::from(error).into_response(),
    };
    let tag = version.and_then(|version| tag(version, &bytes));
    let mut response = Response::builder().status(status).body(bytes);
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    if let Some(tag) = tag {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

impl<T: Serialize + Send, const STATUS: u16, const TAGGED: bool> IntoResponse for Reply<T, STATUS, TAGGED> {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(STATUS).unwrap_or_default();
        let mut response = json(status, &self.body, TAGGED.then_some(self.version));
        if let Some(location) = self.location.and_then(|path| HeaderValue::try_from(path).ok()) {
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}

fn header(name: &str, description: &str) -> MetaHeader {
    MetaHeader {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        required: true,
        deprecated: false,
        schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
    }
}

fn meta<T: Type>(status: u16, tagged: bool) -> MetaResponse {
    let mut headers = Vec::new();
    if tagged {
        headers
            .push(header("ETag", "To be sent as `If-Match` with a write, or as `If-None-Match` with a read"));
    }
    if tagged && status == 201 {
        headers.push(header("Location", "The path at which it is read"));
    }
    MetaResponse {
        description: if status == 201 { "Made" } else { "Done" },
        status: Some(status),
        status_range: None,
        content: vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }],
        headers,
    }
}

impl<T: Type, const STATUS: u16, const TAGGED: bool> ApiResponse for Reply<T, STATUS, TAGGED> {
    fn meta() -> MetaResponses {
        MetaResponses { responses: vec![meta::<T>(STATUS, TAGGED)] }
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// 200 or, for what is new, 201; both with an `ETag`.
pub(crate) enum Put<T> {
    Changed(Tagged<T>),
    New(MadeTagged<T>),
}

impl<T: Serialize + Send> IntoResponse for Put<T> {
    fn into_response(self) -> Response {
        match self {
            Self::Changed(reply) => reply.into_response(),
            Self::New(reply) => reply.into_response(),
        }
    }
}

impl<T: Type> ApiResponse for Put<T> {
    fn meta() -> MetaResponses {
        MetaResponses { responses: vec![meta::<T>(200, true), meta::<T>(201, true)] }
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// Nothing to show: 204.
pub(crate) type Done = Empty<204>;
/// Nothing to show yet: 202.
pub(crate) type Accepted = Empty<202>;

/// A status without a body.
pub(crate) struct Empty<const STATUS: u16>;

impl<const STATUS: u16> IntoResponse for Empty<STATUS> {
    fn into_response(self) -> Response {
        StatusCode::from_u16(STATUS).unwrap_or_default().into()
    }
}

impl<const STATUS: u16> ApiResponse for Empty<STATUS> {
    fn meta() -> MetaResponses {
        let empty = MetaResponse {
            description: if STATUS == 202 { "Accepted" } else { "Done" },
            status: Some(STATUS),
            status_range: None,
            content: vec![],
            headers: vec![],
        };
        MetaResponses { responses: vec![empty] }
    }
    fn register(_: &mut Registry) {}
}
