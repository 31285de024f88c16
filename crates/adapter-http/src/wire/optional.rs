//! Values that may be `null`: always shown, or left out by a patch that does not touch them.

use std::borrow::Cow;

use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::{ParseError, ParseFromJSON, ParseResult, ToJSON, Type};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

fn nullable<T: Type>() -> MetaSchemaRef {
    T::schema_ref().merge(MetaSchema { nullable: true, ..MetaSchema::ANY })
}

/// A field that is always there, as a value or as `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Nullable<T>(pub Option<T>);

impl<T, U: Into<T>> From<Option<U>> for Nullable<T> {
    fn from(value: Option<U>) -> Self {
        Self(value.map(Into::into))
    }
}

/// A field of a patch: left out it stays, `null` empties it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::option_option, reason = "left out and null are two things here")]
pub(crate) struct Patch<T>(pub Option<Option<T>>);

impl<T> Default for Patch<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| Self(Some(value)))
    }
}

/// For a field of a patch that can be left out and can't be `null`.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

macro_rules! nullable_type {
    ($type:ident, $required:literal) => {
        impl<T: Type> Type for $type<T> {
            const IS_REQUIRED: bool = $required;
            type RawValueType = T::RawValueType;
            type RawElementValueType = T::RawElementValueType;

            fn name() -> Cow<'static, str> {
                format!("nullable_{}", T::name()).into()
            }
            fn schema_ref() -> MetaSchemaRef {
                nullable::<T>()
            }
            fn register(registry: &mut Registry) {
                T::register(registry);
            }
            fn as_raw_value(&self) -> Option<&Self::RawValueType> {
                self.inner().and_then(T::as_raw_value)
            }
            fn raw_element_iter<'a>(
                &'a self,
            ) -> Box<dyn Iterator<Item = &'a Self::RawElementValueType> + 'a> {
                match self.inner() {
                    Some(value) => value.raw_element_iter(),
                    None => Box::new(std::iter::empty()),
                }
            }
        }

        impl<T: ToJSON> ToJSON for $type<T> {
            fn to_json(&self) -> Option<Value> {
                Some(self.inner().and_then(T::to_json).unwrap_or_default())
            }
        }
    };
}

impl<T> Nullable<T> {
    fn inner(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T> Patch<T> {
    fn inner(&self) -> Option<&T> {
        self.0.as_ref().and_then(Option::as_ref)
    }
}

nullable_type!(Nullable, true);
nullable_type!(Patch, false);

fn parse<T: ParseFromJSON>(value: Option<Value>) -> Result<Option<T>, String> {
    match value {
        None | Some(Value::Null) => Ok(None),
        value => T::parse_from_json(value).map(Some).map_err(ParseError::into_message),
    }
}

impl<T: ParseFromJSON> ParseFromJSON for Nullable<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        parse(value).map(Self).map_err(ParseError::custom)
    }
}

impl<T: ParseFromJSON> ParseFromJSON for Patch<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        let given = value.is_some();
        parse(value).map(|value| Self(given.then_some(value))).map_err(ParseError::custom)
    }
}
