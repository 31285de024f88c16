//! How two schemas compare, by who reads them: what a client sends may only be taken more widely, what it is answered
//! may only be told more narrowly. As much of JSON Schema as the document uses.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Change;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Direction {
    /// By the client, to the server.
    Sent,
    /// By the server, to the client.
    Answered,
}

use Direction::{Answered, Sent};

/// Bounds with a word for the direction in which they narrow.
const LOWER: [&str; 3] = ["minLength", "minimum", "minItems"];
const UPPER: [&str; 3] = ["maxLength", "maximum", "maxItems"];

/// The comparison of two documents, and what it found.
pub(super) struct Comparison<'a> {
    old: &'a Value,
    new: &'a Value,
    pub changes: Vec<Change>,
    /// The pairs of named schemas that are being compared: a schema may hold itself.
    open: BTreeSet<(Direction, String, String)>,
}

impl<'a> Comparison<'a> {
    pub fn new(old: &'a Value, new: &'a Value) -> Self {
        Self { old, new, changes: Vec::new(), open: BTreeSet::new() }
    }

    pub fn breaks(&mut self, at: &str, what: &str) {
        self.changes.push(Change { breaks: true, text: format!("{at}: {what}") });
    }

    /// What two values refer to.
    pub fn resolved(&self, old: &'a Value, new: &'a Value) -> (&'a Value, &'a Value) {
        (follow(self.old, old), follow(self.new, new))
    }

    /// Compares two schemas at a place.
    pub fn schema(&mut self, direction: Direction, at: &str, old: &Value, new: &Value) {
        let pair = (direction, reference(old), reference(new));
        let named = !pair.1.is_empty() && !pair.2.is_empty();
        if named && !self.open.insert(pair.clone()) {
            return;
        }
        let (old, new) = (flat(self.old, old), flat(self.new, new));
        self.kinds(direction, at, &old, &new);
        self.values(direction, at, &old, &new);
        if direction == Sent {
            self.bounds(at, &old, &new);
        }
        self.fields(direction, at, &old, &new);
        for (inside, path) in [("items", format!("{at}/*")), ("additionalProperties", format!("{at}/*"))] {
            if let (Some(old), Some(new)) = (object(&old, inside), object(&new, inside)) {
                self.schema(direction, &path, old, new);
            }
        }
        self.open.remove(&pair);
    }

    fn kinds(&mut self, direction: Direction, at: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        for facet in ["type", "format"] {
            let (before, after) = (old.get(facet), new.get(facet));
            let widened = if direction == Sent { after.is_none() } else { before.is_none() };
            if before != after && !widened {
                let what = format!("its {facet} changed from {} to {}", shown(before), shown(after));
                self.breaks(at, &what);
            }
        }
        let null = |schema: &Map<String, Value>| schema.get("nullable").is_some_and(|value| value == true);
        match direction {
            Sent if null(old) && !null(new) => self.breaks(at, "null is not taken any more"),
            Answered if !null(old) && null(new) => self.breaks(at, "it may be null now"),
            _ => {}
        }
    }

    fn values(&mut self, direction: Direction, at: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        match (direction, list(old, "enum"), list(new, "enum")) {
            (Sent, None, Some(_)) => self.breaks(at, "only listed values are taken now"),
            (Answered, Some(_), None) => self.breaks(at, "its values are not listed any more"),
            (Sent, Some(old), Some(new)) => {
                for value in old.iter().filter(|value| !new.contains(value)) {
                    self.breaks(at, &format!("the value {value} is not taken any more"));
                }
            }
            (Answered, Some(old), Some(new)) => {
                for value in new.iter().filter(|value| !old.contains(value)) {
                    let text = format!("{at}: the value {value} may be answered now");
                    self.changes.push(Change { breaks: false, text });
                }
            }
            _ => {}
        }
    }

    fn bounds(&mut self, at: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        if new.contains_key("pattern") && old.get("pattern") != new.get("pattern") {
            self.breaks(at, &format!("it must match {} now", shown(new.get("pattern"))));
        }
        let number = |schema: &Map<String, Value>, name: &str| schema.get(name).and_then(Value::as_f64);
        for (names, lower) in [(LOWER, true), (UPPER, false)] {
            for name in names {
                let Some(after) = number(new, name) else { continue };
                let narrowed = number(old, name)
                    .is_none_or(|before| if lower { after > before } else { after < before });
                if narrowed {
                    let what =
                        format!("{name} is {} now, it was {}", shown(new.get(name)), shown(old.get(name)));
                    self.breaks(at, &what);
                }
            }
        }
    }

    fn fields(&mut self, direction: Direction, at: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        let none = Map::new();
        let before = object(old, "properties").and_then(Value::as_object).unwrap_or(&none);
        let after = object(new, "properties").and_then(Value::as_object).unwrap_or(&none);
        let required = |schema: &Map<String, Value>, name: &str| {
            list(schema, "required").is_some_and(|names| names.iter().any(|one| one == name))
        };
        for (name, schema) in before {
            let place = format!("{at}/{name}");
            match after.get(name) {
                None => self.breaks(&place, "the field was removed"),
                Some(now) => self.schema(direction, &place, schema, now),
            }
        }
        for name in after.keys() {
            let place = format!("{at}/{name}");
            let (was, is) = (required(old, name), required(new, name));
            match direction {
                Sent if is && !was => self.breaks(&place, "the field is required now"),
                Answered if was && !is => self.breaks(&place, "the field may be left out now"),
                _ => {}
            }
        }
        let closed = |schema: &Map<String, Value>| {
            schema.get("additionalProperties").is_some_and(|more| more == false)
        };
        if direction == Sent && closed(new) && !closed(old) {
            self.breaks(at, "unknown fields are refused now");
        }
    }
}

fn reference(schema: &Value) -> String {
    let direct = schema.get("$ref").or_else(|| schema["allOf"][0].get("$ref"));
    direct.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What a reference leads to; anything else is itself.
fn follow<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value.get("$ref").and_then(Value::as_str);
    target.and_then(|target| document.pointer(target.trim_start_matches('#'))).unwrap_or(value)
}

/// A schema with what it refers to put into it.
fn flat(document: &Value, schema: &Value) -> Map<String, Value> {
    let mut flat = follow(document, schema).as_object().cloned().unwrap_or_default();
    for part in list(&flat.clone(), "allOf").into_iter().flatten() {
        for (name, value) in follow(document, part).as_object().into_iter().flatten() {
            flat.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    flat
}

fn object<'a>(schema: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    schema.get(name).filter(|value| value.is_object())
}

fn list<'a>(schema: &'a Map<String, Value>, name: &str) -> Option<&'a Vec<Value>> {
    schema.get(name).and_then(Value::as_array)
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "none".to_owned(), Value::to_string)
}
