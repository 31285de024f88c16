//! AuthZEN's bodies: as bytes, read by the operations themselves into borrowed text. Whatever is wrong with one is 400.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::Deref;

use bytes::Bytes;
use poem::http::HeaderValue;
use poem::http::header::CONTENT_TYPE;
use poem::{IntoResponse, Request, RequestBody, Response};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ApiResponse, ExtractParamOptions};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::ApiError;
use crate::wire::{from_objects, is_json, is_object, read_body};

/// The body of a request, documented as `T`.
pub(super) struct Asked<T> {
    bytes: Bytes,
    documented: PhantomData<fn() -> T>,
}

impl<T> Deref for Asked<T> {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl<'a, T: Type> ApiExtractor<'a> for Asked<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
    fn request_meta() -> Option<MetaRequest> {
        let content = vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }];
        Some(MetaRequest { description: None, content, required: true })
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        check_content_type(request)?;
        Ok(Self { bytes: read_body(request, body).await?, documented: PhantomData })
    }
}

/// Here another media type is 400.
pub(super) fn check_content_type(request: &Request) -> Result<(), ApiError> {
    if is_json(request) {
        return Ok(());
    }
    Err(ApiError::malformed("the Content-Type must be application/json".to_owned()))
}

/// Reads a body into text that is borrowed from it where it can be.
pub(super) fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, ApiError> {
    match serde_json::from_slice(bytes) {
        Ok(_) if !is_object(bytes) => Err(ApiError::malformed("the body must be an object".to_owned())),
        read => read.map_err(|error| ApiError::malformed(format!("the body can't be read: {error}"))),
    }
}

/// JSON that is written already, documented as `T`.
pub(crate) struct Answer<T> {
    bytes: Bytes,
    documented: PhantomData<fn() -> T>,
}

impl<T> Answer<T> {
    pub(crate) fn of(bytes: Bytes) -> Self {
        Self { bytes, documented: PhantomData }
    }
}

impl<T> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let mut response = Response::builder().body(self.bytes);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }
}

impl<T: Type> ApiResponse for Answer<T> {
    fn meta() -> MetaResponses {
        let content = vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }];
        let done = MetaResponse {
            description: "Done",
            status: Some(200),
            status_range: None,
            content,
            headers: vec![],
        };
        MetaResponses { responses: vec![done] }
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

from_objects!(
    Subject<'a>,
    SubjectKind<'a>,
    Entity<'a>,
    Kind<'a>,
    Properties<'a>,
    Anything,
    Action<'a>,
    Context<'a>
);

/// A subject. Its properties mean nothing here.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Subject<'a> {
    #[serde(borrow, rename = "type")]
    pub kind: Cow<'a, str>,
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    #[serde(rename = "properties")]
    _properties: Option<Anything>,
}

/// A subject of which only the type is asked.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct SubjectKind<'a> {
    #[serde(borrow, rename = "type")]
    pub kind: Cow<'a, str>,
    #[serde(rename = "properties")]
    _properties: Option<Anything>,
}

/// A resource.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Entity<'a> {
    #[serde(borrow, rename = "type")]
    pub kind: Cow<'a, str>,
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
}

impl Entity<'_> {
    /// The account that it is said to be of.
    pub(super) fn account(&self) -> Option<&str> {
        self.properties.as_ref().and_then(Properties::account)
    }
}

/// A resource of which only the type is asked.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Kind<'a> {
    #[serde(borrow, rename = "type")]
    pub kind: Cow<'a, str>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
}

impl Kind<'_> {
    /// The account that it is said to be of.
    pub(super) fn account(&self) -> Option<&str> {
        self.properties.as_ref().and_then(Properties::account)
    }
}

/// What is known of a resource: of all properties, only its account means something here.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Properties<'a> {
    #[serde(borrow)]
    account: Option<Cow<'a, str>>,
}

impl Properties<'_> {
    pub(super) fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }
}

/// An object whose members mean nothing here.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Anything {}

/// An action.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Action<'a> {
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    #[serde(rename = "properties")]
    _properties: Option<Anything>,
}

/// The context of a question. It may hold anything; only `consistency` means something here.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct Context<'a> {
    #[serde(borrow)]
    consistency: Option<&'a RawValue>,
}

impl Context<'_> {
    /// Whether only the database will do.
    pub(super) fn is_fresh(&self) -> bool {
        self.consistency.is_some_and(|value| value.get() == "\"fresh\"")
    }
}
