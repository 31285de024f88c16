//! An app's configuration: a JSON object of the product's own, with its versions. What it must look like is the
//! deployment's schema, which is not here.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::audit::Party;
use crate::ids::{AccountId, AppId};
use crate::time::Timestamp;

/// The most bytes that a document has as compact JSON.
pub const MOST_BYTES: usize = 256 * 1024;
/// How deep its objects and lists may be nested, the document itself being the first.
pub const MOST_DEPTH: usize = 32;
/// How many versions are kept, the newest ones.
pub const MOST_VERSIONS: u64 = 100;

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number, from 1.
    pub number: u64,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: Party,
    /// How many bytes it has as compact JSON.
    pub bytes: u64,
}

/// An app's configuration at a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Configuration {
    /// The account.
    pub account: AccountId,
    /// The app.
    pub app: AppId,
    /// Which version.
    pub version: Version,
    /// What it says.
    pub document: Document,
}

/// A JSON object that is not too long and not too deep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Document(Map<String, Value>);

/// A document that breaks a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Too many bytes.
    #[error("must have at most {MOST_BYTES} bytes as compact JSON")]
    TooLong,
    /// Nested too deep.
    #[error("must be nested at most {MOST_DEPTH} deep")]
    TooDeep,
}

impl Document {
    /// From an object, with its length in bytes.
    ///
    /// # Errors
    /// The bound that it breaks.
    pub fn check(fields: Map<String, Value>) -> Result<(Self, u64), Unfit> {
        let document = Self(fields);
        if document.0.values().any(|value| depth(value) >= MOST_DEPTH) {
            return Err(Unfit::TooDeep);
        }
        let bytes = document.text().len();
        if bytes > MOST_BYTES { Err(Unfit::TooLong) } else { Ok((document, bytes as u64)) }
    }
    /// As compact JSON.
    pub fn text(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }
    /// From what was kept as JSON.
    ///
    /// # Errors
    /// No JSON object.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self)
    }
    /// As a JSON value.
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }
    /// Its fields.
    pub fn into_fields(self) -> Map<String, Value> {
        self.0
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// What changed between two documents: JSON pointers with what was there and what is there. What is only on one side has
/// no value on the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// Pointers with their former values.
    pub before: Map<String, Value>,
    /// Pointers with their new values.
    pub after: Map<String, Value>,
}

/// Compares two documents. Objects are gone through field by field; lists are compared as a whole.
pub fn changes(before: &Document, after: &Document) -> Changes {
    let mut found = Changes::default();
    compare(&before.0, &after.0, "", &mut found);
    found
}

fn compare(before: &Map<String, Value>, after: &Map<String, Value>, at: &str, found: &mut Changes) {
    let here = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    for (name, was) in before {
        match (was, after.get(name)) {
            (was, Some(is)) if was == is => {}
            (Value::Object(was), Some(Value::Object(is))) => compare(was, is, &here(name), found),
            (was, is) => {
                found.before.insert(here(name), was.clone());
                found.after.extend(is.map(|is| (here(name), is.clone())));
            }
        }
    }
    for (name, is) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        found.after.insert(here(name), is.clone());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(value: Value) -> Document {
        let Value::Object(fields) = value else { panic!("an object") };
        Document::check(fields).unwrap().0
    }

    #[test]
    fn a_change_names_each_path_with_what_was_and_what_is() {
        let before = document(json!({ "a": { "b": 1, "c": [1, 2] }, "x/y": null, "same": { "z": 1 } }));
        let after = document(json!({ "a": { "b": 2, "c": [1] }, "new": { "n": {} }, "same": { "z": 1 } }));
        let found = changes(&before, &after);
        assert_eq!(Value::Object(found.before), json!({ "/a/b": 1, "/a/c": [1, 2], "/x~1y": null }));
        assert_eq!(Value::Object(found.after), json!({ "/a/b": 2, "/a/c": [1], "/new": { "n": {} } }));
        assert_eq!(changes(&before, &before), Changes::default());
    }

    #[test]
    fn a_document_is_bounded_in_length_and_depth() {
        let nested = |depth: usize| (1..depth).fold(json!({}), |inner, _| json!({ "a": inner }));
        let check = |value: Value| match value {
            Value::Object(fields) => Document::check(fields).map(|(_, bytes)| bytes),
            _ => panic!("an object"),
        };
        assert!(check(nested(MOST_DEPTH)).is_ok());
        assert_eq!(check(nested(MOST_DEPTH + 1)), Err(Unfit::TooDeep));
        let text = |length: usize| json!({ "a": "x".repeat(length) });
        assert_eq!(check(text(MOST_BYTES - 8)), Ok(MOST_BYTES as u64));
        assert_eq!(check(text(MOST_BYTES - 7)), Err(Unfit::TooLong));
    }
}
