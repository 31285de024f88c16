//! Fields that are read on where one of them is at fault, so that all faults of a long body can be told at once.

use std::borrow::Cow;

use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::{ParseError, ParseFromJSON, ParseResult, ToJSON, Type};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::json::without_value;

/// A field, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked<T>(pub Result<T, String>);

impl<T: Default> Default for Checked<T> {
    fn default() -> Self {
        Self(Ok(T::default()))
    }
}

impl<T> Checked<T> {
    /// With what is behind the field.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Result<U, String> {
        self.0.map(change)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(Self(T::deserialize(value).map_err(|error| without_value(&error.to_string()))))
    }
}

impl<T: Type> Type for Checked<T> {
    const IS_REQUIRED: bool = T::IS_REQUIRED;
    type RawValueType = T::RawValueType;
    type RawElementValueType = T::RawElementValueType;

    fn name() -> Cow<'static, str> {
        T::name()
    }
    fn schema_ref() -> MetaSchemaRef {
        T::schema_ref()
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
    fn as_raw_value(&self) -> Option<&Self::RawValueType> {
        self.0.as_ref().ok().and_then(T::as_raw_value)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self::RawElementValueType> + 'a> {
        match &self.0 {
            Ok(value) => value.raw_element_iter(),
            Err(_) => Box::new(std::iter::empty()),
        }
    }
}

impl<T: ParseFromJSON> ParseFromJSON for Checked<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        Ok(Self(T::parse_from_json(value).map_err(ParseError::into_message)))
    }
}

impl<T: ToJSON> ToJSON for Checked<T> {
    fn to_json(&self) -> Option<Value> {
        self.0.as_ref().ok().and_then(T::to_json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_kept_without_the_value_and_the_rest_is_read() {
        let read: Vec<Checked<u64>> = serde_json::from_str(r#"[1, "secret", -1, 2]"#).unwrap();
        let faults: Vec<bool> = read.iter().map(|field| field.0.is_err()).collect();
        assert_eq!(faults, [false, true, true, false]);
        assert_eq!(read[1].0, Err("invalid type: string, expected u64".to_owned()));
    }
}
