//! Ids of the domain on the wire: in the document a named schema each, so that a client's types tell them apart.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use bailiwick_domain::ids::{
    AccountId, AppId, AuditEventId, GrantId, IntegrationId, InvitationId, KeyId, KeysetId, MemberId,
    PasskeyId, SessionId, UserId,
};
use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::{ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use uuid::Uuid;

/// A kind of ids of the domain.
pub(crate) trait IdKind: Copy + fmt::Display + FromStr + Send + Sync + 'static {
    const PREFIX: &'static str;
    /// Its name in the document.
    const NAME: &'static str;
    fn from_uuid(uuid: Uuid) -> Self;
    fn as_uuid(self) -> Uuid;
}

macro_rules! id_kinds {
    ($($name:ident)*) => {$(
        impl IdKind for $name {
            const PREFIX: &'static str = $name::PREFIX;
            const NAME: &'static str = stringify!($name);
            fn from_uuid(uuid: Uuid) -> Self {
                Self::new(uuid)
            }
            fn as_uuid(self) -> Uuid {
                self.uuid()
            }
        }
    )*};
}

id_kinds! {
    AccountId AppId AuditEventId GrantId IntegrationId InvitationId KeyId KeysetId MemberId PasskeyId SessionId
    UserId
}

/// An id on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Id<T>(pub T);

impl<T: IdKind> Id<T> {
    fn read(text: &str) -> Result<Self, String> {
        let wrong = || format!("expected `{}_` and 26 characters of lower-case base32", T::PREFIX);
        text.parse().map(Self).map_err(|_| wrong())
    }
}

impl<T> From<T> for Id<T> {
    fn from(id: T) -> Self {
        Self(id)
    }
}

impl<T: IdKind> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: IdKind> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::read(&text).map_err(serde::de::Error::custom)
    }
}

impl<T: IdKind> Type for Id<T> {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        T::NAME.into()
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference(T::NAME.to_owned())
    }
    fn register(registry: &mut Registry) {
        registry.create_schema::<Self, _>(T::NAME.to_owned(), |_| MetaSchema {
            description: Some("A TypeID: what it is the id of, `_`, and a UUIDv7 in base32."),
            pattern: Some(format!("^{}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$", T::PREFIX)),
            example: Some(Value::String(format!("{}_01h455vb4pex5vsknk084sn02q", T::PREFIX))),
            ..MetaSchema::new("string")
        });
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}

impl<T: IdKind> ParseFromJSON for Id<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value {
            Some(Value::String(text)) => Self::read(&text).map_err(ParseError::custom),
            other => Err(ParseError::expected_type(other.unwrap_or_default())),
        }
    }
}

impl<T: IdKind> ParseFromParameter for Id<T> {
    fn parse_from_parameter(text: &str) -> ParseResult<Self> {
        Self::read(text).map_err(ParseError::custom)
    }
}

impl<T: IdKind> ToJSON for Id<T> {
    fn to_json(&self) -> Option<Value> {
        Some(Value::String(self.0.to_string()))
    }
}
