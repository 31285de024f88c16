//! JSON bodies, read straight into their types: 415 for other media types, 400 for what is no JSON, 422 with the field's
//! pointer for what is no such body.

use bytes::Bytes;
use poem::error::ReadBodyError;
use poem::http::HeaderMap;
use poem::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use poem::{Body, Request, RequestBody};
use poem_openapi::registry::{MetaMediaType, MetaRequest, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use crate::error::{ApiError, MOST_BODY_BYTES};

pub(crate) const JSON: &str = "application/json";

/// A JSON body of a request.
pub(crate) struct Json<T>(pub T);

impl<'a, T: Type + DeserializeOwned> ApiExtractor<'a> for Json<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
    fn request_meta() -> Option<MetaRequest> {
        let content = vec![MetaMediaType { content_type: JSON, schema: T::schema_ref() }];
        Some(MetaRequest { description: None, content, required: true })
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        if !is_json(request) {
            return Err(ApiError::unsupported_media_type(JSON).into());
        }
        Ok(Self(parse(&read_body(request, body).await?)?))
    }
}

/// A JSON body that is an array.
pub(crate) struct JsonArray<T>(pub T);

impl<'a, T: Type + DeserializeOwned> ApiExtractor<'a> for JsonArray<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
    fn request_meta() -> Option<MetaRequest> {
        Json::<T>::request_meta()
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        if !is_json(request) {
            return Err(ApiError::unsupported_media_type(JSON).into());
        }
        Ok(Self(read(&read_body(request, body).await?)?))
    }
}

/// Whether the body is said to be JSON.
pub(crate) fn is_json(request: &Request) -> bool {
    is_media_type(request, JSON)
}

/// Whether the body is said to be of a media type.
pub(crate) fn is_media_type(request: &Request, wanted: &str) -> bool {
    let Some(given) = request.headers().get(CONTENT_TYPE) else { return false };
    let given = given.as_bytes();
    let end = given.iter().position(|byte| *byte == b';').unwrap_or(given.len());
    given[..end].trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
}

/// The whole body, as far as it is not too long.
pub(crate) async fn read_body(request: &Request, body: &mut RequestBody) -> Result<Bytes, ApiError> {
    let body = body.take().map_err(|error| unreadable(&error))?;
    read_bytes(request.headers(), body).await
}

fn unreadable(error: &ReadBodyError) -> ApiError {
    match error {
        ReadBodyError::PayloadTooLarge => ApiError::body_too_large(),
        _ => ApiError::malformed("the body could not be read".to_owned()),
    }
}

/// The same of a body that was taken already.
pub(crate) async fn read_bytes(headers: &HeaderMap, body: Body) -> Result<Bytes, ApiError> {
    // A stated length was checked before, and the server reads no further than that.
    let bytes = if headers.contains_key(CONTENT_LENGTH) {
        body.into_bytes().await
    } else {
        body.into_bytes_limit(MOST_BODY_BYTES).await
    };
    bytes.map_err(|error| unreadable(&error))
}

/// Reads a body that is an object, or says what is wrong with it and where.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let read = read(bytes)?;
    if is_object(bytes) { Ok(read) } else { Err(ApiError::invalid_field("", "must be an object")) }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice(bytes).map_err(|error| fault::<T>(bytes, &error))
}

/// Whether a JSON text is an object. What serde derives takes an array of the fields' values for one as well.
pub(crate) fn is_object(json: &[u8]) -> bool {
    json.trim_ascii_start().starts_with(b"{")
}

#[cold]
fn fault<T: DeserializeOwned>(bytes: &[u8], error: &serde_json::Error) -> ApiError {
    if bytes.is_empty() {
        return ApiError::malformed("the body is empty; JSON is expected".to_owned());
    }
    if let Err(syntax) = serde_json::from_slice::<IgnoredAny>(bytes) {
        return ApiError::malformed(format!("the body is not valid JSON: {syntax}"));
    }
    if error.classify() != Category::Data {
        return ApiError::malformed(format!("the body can't be read: {error}"));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(found) => {
            let message = found.inner().to_string();
            let detail =
                without_value(message.rfind(" at line ").map_or(message.as_str(), |end| &message[..end]));
            ApiError::invalid_field(&pointer(found.path(), &detail), &detail)
        }
        Ok(_) => {
            ApiError::malformed(format!("the body can't be read: {}", without_value(&error.to_string())))
        }
    }
}

/// A fault as serde tells it, without the value that was sent: it may be a secret in the wrong place, and answers end up in
/// the logs of clients.
pub(super) fn without_value(message: &str) -> String {
    let tells = ["invalid type: ", "invalid value: ", "unknown variant "]
        .iter()
        .any(|start| message.starts_with(start));
    match message.rsplit_once(", expected ").filter(|_| tells) {
        Some((given, expected)) => {
            let kind = given.split(['"', '`']).next().unwrap_or_default().trim_end();
            format!("{kind}, expected {expected}")
        }
        None => message.to_owned(),
    }
}

fn pointer(path: &Path, detail: &str) -> String {
    let mut pointer = String::new();
    let mut step = |name: &str| {
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    };
    for segment in path {
        match segment {
            Segment::Seq { index } => step(&index.to_string()),
            Segment::Map { key } => step(key),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    // This one is found before its field could be entered.
    if let Some(name) = detail.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        step(name);
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_tells_what_kind_was_sent_and_not_the_value() {
        for (message, wanted) in [
            (
                "invalid type: string \"a, expected b\", expected a map",
                "invalid type: string, expected a map",
            ),
            ("invalid type: integer `5`, expected a string", "invalid type: integer, expected a string"),
            ("invalid type: sequence, expected a string", "invalid type: sequence, expected a string"),
            ("unknown variant `x, expected y`, expected `a` or `b`", "unknown variant, expected `a` or `b`"),
            ("unknown field `x`, expected `name`", "unknown field `x`, expected `name`"),
            ("missing field `name`", "missing field `name`"),
        ] {
            assert_eq!(without_value(message), wanted);
        }
    }
}
