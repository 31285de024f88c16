//! Times, path segments that a client chose, texts to search by, and values of any form.

use std::borrow::Cow;

use bailiwick_domain::time::Timestamp;
use percent_encoding::percent_decode_str;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

macro_rules! plain_type {
    ($type:ty, $name:literal, $schema:expr) => {
        impl Type for $type {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;

            fn name() -> Cow<'static, str> {
                $name.into()
            }
            fn schema_ref() -> MetaSchemaRef {
                MetaSchemaRef::Inline(Box::new($schema))
            }
            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                Box::new(std::iter::once(self))
            }
        }
    };
}

/// A point in time, RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Time(pub Timestamp);

plain_type!(Time, "string_date-time", MetaSchema::new_with_format("string", "date-time"));

impl From<Timestamp> for Time {
    fn from(time: Timestamp) -> Self {
        Self(time)
    }
}

impl ParseFromParameter for Time {
    fn parse_from_parameter(text: &str) -> ParseResult<Self> {
        Timestamp::parse(text).map(Self).map_err(ParseError::custom)
    }
}

impl ParseFromJSON for Time {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value {
            Some(Value::String(text)) => Self::parse_from_parameter(&text),
            other => Err(ParseError::expected_type(other.unwrap_or_default())),
        }
    }
}

impl ToJSON for Time {
    fn to_json(&self) -> Option<Value> {
        Some(Value::String(self.0.to_string()))
    }
}

/// A segment of a path that a client chose, with its percent-encoding undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment(pub String);

plain_type!(
    Segment,
    "string_segment",
    MetaSchema { min_length: Some(1), max_length: Some(200), ..MetaSchema::new("string") }
);

impl ParseFromParameter for Segment {
    fn parse_from_parameter(text: &str) -> ParseResult<Self> {
        let decoded = percent_decode_str(text).decode_utf8().map_err(ParseError::custom)?;
        Ok(Self(decoded.into_owned()))
    }
}

/// JSON of any form; `null` too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct AnyJson(pub Value);

plain_type!(AnyJson, "any", MetaSchema { nullable: true, ..MetaSchema::ANY });

impl ParseFromJSON for AnyJson {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        Ok(Self(value.unwrap_or_default()))
    }
}

impl ToJSON for AnyJson {
    fn to_json(&self) -> Option<Value> {
        Some(self.0.clone())
    }
}

/// A JSON object whose fields others define.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct JsonObject(Map<String, Value>);

plain_type!(JsonObject, "object", MetaSchema::new("object"));

impl JsonObject {
    /// From its text; nothing where that is no object.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }
    /// From its fields.
    pub(crate) fn of(fields: Map<String, Value>) -> Self {
        Self(fields)
    }
    /// Its fields.
    pub(crate) fn into_fields(self) -> Map<String, Value> {
        self.0
    }
}

impl std::fmt::Display for JsonObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
    }
}

impl ParseFromJSON for JsonObject {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value {
            Some(Value::Object(fields)) => Ok(Self(fields)),
            other => Err(ParseError::expected_type(other.unwrap_or_default())),
        }
    }
}

impl ToJSON for JsonObject {
    fn to_json(&self) -> Option<Value> {
        Some(Value::Object(self.0.clone()))
    }
}

/// A short text to search by, without control characters: no database takes all of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text(pub String);

plain_type!(Text, "string_text", MetaSchema { max_length: Some(100), ..MetaSchema::new("string") });

impl ParseFromParameter for Text {
    fn parse_from_parameter(text: &str) -> ParseResult<Self> {
        if text.chars().count() > 100 {
            return Err(ParseError::custom("must have at most 100 characters"));
        }
        if text.chars().any(char::is_control) {
            return Err(ParseError::custom("must not hold control characters"));
        }
        Ok(Self(text.to_owned()))
    }
}
