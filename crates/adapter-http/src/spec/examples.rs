//! Examples of what is sent and answered, by the name of their schema.

use serde_json::{Map, Value};

const EXAMPLES: &str = include_str!("examples.json");

/// Puts each example to its schema.
pub(super) fn apply(document: &mut Value) {
    let examples: Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    for (name, example) in examples {
        if let Some(schema) = document["components"]["schemas"].get_mut(&name) {
            schema["example"] = example;
        }
    }
}
