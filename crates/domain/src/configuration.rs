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
/// The most bytes that a name in it has.
pub const MOST_NAME_BYTES: usize = 256;
/// How many bytes the paths of changed values have at most that are told.
const MOST_PATH_BYTES: usize = 16 * 1024;
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
    /// A name that is too long.
    #[error("must have names of at most {MOST_NAME_BYTES} bytes")]
    LongName,
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
        if has_long_name(&document.0) {
            return Err(Unfit::LongName);
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

fn has_long_name(fields: &Map<String, Value>) -> bool {
    fields.iter().any(|(name, value)| name.len() > MOST_NAME_BYTES || holds_long_name(value))
}

fn holds_long_name(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(holds_long_name),
        Value::Object(fields) => has_long_name(fields),
        _ => false,
    }
}

/// A value that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where, as a JSON pointer.
    pub path: String,
    /// What was there, if something was.
    pub before: Option<Value>,
    /// What is there, if something is.
    pub after: Option<Value>,
}

/// What changed between two documents.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// Those whose paths are not too long together.
    pub told: Vec<Difference>,
    /// How many more there are.
    pub untold: u64,
    path_bytes: usize,
}

/// Compares two documents. Objects are gone through field by field; lists are compared as a whole.
pub fn changes(before: &Document, after: &Document) -> Changes {
    let mut found = Changes::default();
    found.compare(&before.0, &after.0, &mut String::new());
    found
}

impl Changes {
    fn compare(&mut self, before: &Map<String, Value>, after: &Map<String, Value>, at: &mut String) {
        let here = at.len();
        for (name, was) in before {
            push_name(at, name);
            match (was, after.get(name)) {
                (was, Some(is)) if was == is => {}
                (Value::Object(was), Some(Value::Object(is))) => self.compare(was, is, at),
                (was, is) => self.add(at, Some(was), is),
            }
            at.truncate(here);
        }
        for (name, is) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            push_name(at, name);
            self.add(at, None, Some(is));
            at.truncate(here);
        }
    }

    fn add(&mut self, at: &str, before: Option<&Value>, after: Option<&Value>) {
        if self.path_bytes + at.len() > MOST_PATH_BYTES {
            self.untold += 1;
            return;
        }
        self.path_bytes += at.len();
        let (before, after) = (before.cloned(), after.cloned());
        self.told.push(Difference { path: at.to_owned(), before, after });
    }
}

/// A name as the next part of a JSON pointer (RFC 6901).
fn push_name(at: &mut String, name: &str) {
    at.push('/');
    at.push_str(&name.replace('~', "~0").replace('/', "~1"));
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
        let of = |side: fn(&Difference) -> &Option<Value>| {
            let side = |one: &Difference| Some((one.path.clone(), side(one).clone()?));
            Value::Object(found.told.iter().filter_map(side).collect())
        };
        assert_eq!(of(|one| &one.before), json!({ "/a/b": 1, "/a/c": [1, 2], "/x~1y": null }));
        assert_eq!(of(|one| &one.after), json!({ "/a/b": 2, "/a/c": [1], "/new": { "n": {} } }));
        assert_eq!(found.untold, 0);
        assert_eq!(changes(&before, &before), Changes::default());
    }

    #[test]
    fn of_many_long_paths_some_are_told_and_the_others_counted() {
        let all = |value: u32| {
            let fields: Map<String, Value> = (0..10_000).map(|n| (n.to_string(), json!(value))).collect();
            let long = (1..MOST_DEPTH - 1).fold(json!(fields), |inner, _| json!({ "~".repeat(200): inner }));
            document(json!({ "first": long, "second": value }))
        };
        let found = changes(&all(1), &all(2));
        let paths: Vec<&str> = found.told.iter().map(|one| one.path.as_str()).collect();
        assert_eq!((paths.len(), paths.last(), found.untold), (2, Some(&"/second"), 9_999));
        let only_short = changes(&document(json!({ "a": 1 })), &document(json!({ "a": 1, "b": 2 })));
        assert_eq!((only_short.told[0].path.as_str(), only_short.untold), ("/b", 0));
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
        let name = |length: usize| json!({ "a": [{ "n".repeat(length): 1 }] });
        assert!(check(name(MOST_NAME_BYTES)).is_ok());
        assert_eq!(check(name(MOST_NAME_BYTES + 1)), Err(Unfit::LongName));
    }
}
