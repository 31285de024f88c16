//! What changed between two documents, operation by operation. How schemas compare is in `schemas`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Change;
use super::schemas::{Comparison, Direction};

/// The methods that a path may have.
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// Every change that a client may notice, in the order of the paths.
pub(super) fn compare(old: &Value, new: &Value) -> Vec<Change> {
    let mut comparison = Comparison::new(old, new);
    for (path, method, before) in operations(old) {
        let at = format!("{} {path}", method.to_uppercase());
        match new["paths"][path].get(method) {
            None => comparison.breaks(&at, "the operation was removed"),
            Some(after) => operation(&mut comparison, &at, before, after),
        }
    }
    comparison.changes
}

fn operations(document: &Value) -> impl Iterator<Item = (&str, &'static str, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, methods)| {
        METHODS.into_iter().filter_map(move |method| Some((&**path, method, methods.get(method)?)))
    })
}

fn operation(comparison: &mut Comparison, at: &str, old: &Value, new: &Value) {
    if old["operationId"] != new["operationId"] {
        let said = format!(
            "the operationId, which names the clients' methods, changed from {} to {}",
            old["operationId"], new["operationId"]
        );
        comparison.breaks(at, &said);
    }
    parameters(comparison, at, old, new);
    request(comparison, at, &old["requestBody"], &new["requestBody"]);
    responses(comparison, at, &old["responses"], &new["responses"]);
    for caller in callers(old).difference(&callers(new)) {
        comparison.breaks(at, &format!("it takes {caller} no more"));
    }
}

fn parameters(comparison: &mut Comparison, at: &str, old: &Value, new: &Value) {
    let list = |operation: &Value| operation["parameters"].as_array().cloned().unwrap_or_default();
    let same = |one: &Value, other: &Value| one["name"] == other["name"] && one["in"] == other["in"];
    let place = |parameter: &Value| format!("{at}: {} {}", text(&parameter["in"]), text(&parameter["name"]));
    let (before, after) = (list(old), list(new));
    for parameter in &before {
        let Some(now) = after.iter().find(|other| same(parameter, other)) else {
            comparison.breaks(&place(parameter), "the parameter was removed");
            continue;
        };
        if parameter["required"] != true && now["required"] == true {
            comparison.breaks(&place(parameter), "the parameter is required now");
        }
        comparison.schema(Direction::Sent, &place(parameter), &parameter["schema"], &now["schema"]);
    }
    for parameter in after.iter().filter(|parameter| parameter["required"] == true) {
        if !before.iter().any(|other| same(parameter, other)) {
            comparison.breaks(&place(parameter), "a required parameter was added");
        }
    }
}

fn request(comparison: &mut Comparison, at: &str, old: &Value, new: &Value) {
    let place = format!("{at}: request");
    match (old.is_object(), new.is_object()) {
        (true, false) => comparison.breaks(&place, "the body was removed"),
        (false, true) if new["required"] == true => comparison.breaks(&place, "a required body was added"),
        (true, true) => {
            if old["required"] != true && new["required"] == true {
                comparison.breaks(&place, "the body is required now");
            }
            contents(comparison, Direction::Sent, &place, old, new);
        }
        _ => {}
    }
}

fn responses(comparison: &mut Comparison, at: &str, old: &Value, new: &Value) {
    for (status, before) in old.as_object().into_iter().flatten() {
        let place = format!("{at}: response {status}");
        let Some(after) = new.get(status) else {
            // An error that can't happen any more takes nothing from a client.
            if status.starts_with('2') {
                comparison.breaks(&place, "the response was removed");
            }
            continue;
        };
        let (before, after) = comparison.resolved(before, after);
        for name in before["headers"].as_object().into_iter().flatten().map(|(name, _)| name) {
            if after["headers"].get(name).is_none() {
                comparison.breaks(&place, &format!("the header {name} was removed"));
            }
        }
        contents(comparison, Direction::Answered, &place, before, after);
    }
}

fn contents(comparison: &mut Comparison, direction: Direction, at: &str, old: &Value, new: &Value) {
    for (media, before) in old["content"].as_object().into_iter().flatten() {
        match new["content"].get(media) {
            None => comparison.breaks(at, &format!("the media type {media} was removed")),
            Some(after) => comparison.schema(direction, at, &before["schema"], &after["schema"]),
        }
    }
}

/// Who may call: each scheme that is enough, and `anonymous callers`.
fn callers(operation: &Value) -> BTreeSet<String> {
    let Some(ways) = operation["security"].as_array().filter(|ways| !ways.is_empty()) else {
        // Who may come without a credential may bring one.
        return BTreeSet::from(["anonymous callers".to_owned()]);
    };
    let name = |way: &Value| match way.as_object().map(|schemes| schemes.keys().cloned().collect::<Vec<_>>())
    {
        Some(schemes) if !schemes.is_empty() => format!("the scheme {}", schemes.join(" with ")),
        _ => "anonymous callers".to_owned(),
    };
    ways.iter().map(name).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::compare;

    /// A document with one of everything that clients rely on.
    fn document() -> Value {
        json!({
            "paths": { "/things/{id}": {
                "get": {
                    "operationId": "get_thing",
                    "parameters": [
                        { "in": "path", "name": "id", "required": true, "schema": { "$ref": "#/components/schemas/Id" } },
                        { "in": "query", "name": "kind", "schema": { "type": "string", "enum": ["a", "b"] } },
                    ],
                    "responses": { "200": {
                        "headers": { "ETag": {} },
                        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } },
                    } },
                    "security": [{ "bearer": [] }, {}],
                },
                "put": {
                    "operationId": "put_thing",
                    "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                    "responses": { "204": {}, "409": {} },
                },
            } },
            "components": { "schemas": {
                "Id": { "type": "string", "pattern": "^t_" },
                "Thing": {
                    "type": "object",
                    "required": ["id"],
                    "properties": {
                        "id": { "$ref": "#/components/schemas/Id" },
                        "name": { "type": "string", "maxLength": 100, "nullable": true },
                        "state": { "type": "string", "enum": ["on", "off"] },
                        "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } },
                    },
                },
            } },
        })
    }

    /// What is found when the value at a pointer becomes another one.
    fn found(pointer: &str, value: Value) -> Vec<String> {
        let mut new = document();
        *new.pointer_mut(pointer).unwrap() = value;
        let texts = compare(&document(), &new).into_iter();
        texts.map(|change| format!("{}{}", if change.breaks { "" } else { "note: " }, change.text)).collect()
    }

    const GET: &str = "/paths/~1things~1{id}/get";
    const PUT: &str = "/paths/~1things~1{id}/put";
    const THING: &str = "/components/schemas/Thing";

    #[test]
    fn a_document_breaks_nothing_of_itself() {
        assert_eq!(compare(&document(), &document()), []);
    }

    #[test]
    fn removed_and_renamed_operations_are_named() {
        assert_eq!(
            found("/paths", json!({})),
            ["GET /things/{id}: the operation was removed", "PUT /things/{id}: the operation was removed"]
        );
        let renamed = found(&format!("{GET}/operationId"), json!("read_thing"));
        assert!(renamed[0].contains("from \"get_thing\" to \"read_thing\""), "{renamed:?}");
    }

    #[test]
    fn removed_and_required_parameters_are_named() {
        let id = document().pointer(&format!("{GET}/parameters/0")).unwrap().clone();
        assert_eq!(
            found(
                &format!("{GET}/parameters"),
                json!([id, { "in": "query", "name": "at", "required": true }])
            ),
            [
                "GET /things/{id}: query kind: the parameter was removed",
                "GET /things/{id}: query at: a required parameter was added"
            ]
        );
        assert_eq!(
            found(&format!("{GET}/parameters/1/schema/enum"), json!(["a"])),
            ["GET /things/{id}: query kind: the value \"b\" is not taken any more"]
        );
    }

    #[test]
    fn fewer_callers_headers_media_types_and_successes_are_named() {
        assert_eq!(
            found(&format!("{GET}/security"), json!([{ "bearer": [] }])),
            ["GET /things/{id}: it takes anonymous callers no more"]
        );
        assert_eq!(
            found(&format!("{GET}/responses/200/headers"), json!({})),
            ["GET /things/{id}: response 200: the header ETag was removed"]
        );
        assert_eq!(
            found(&format!("{GET}/responses/200/content"), json!({})),
            ["GET /things/{id}: response 200: the media type application/json was removed"]
        );
        assert_eq!(
            found(&format!("{PUT}/responses"), json!({ "200": {} })),
            ["PUT /things/{id}: response 204: the response was removed"]
        );
    }

    #[test]
    fn a_field_that_is_required_breaks_who_sends_it_and_not_who_reads_it() {
        assert_eq!(
            found(&format!("{THING}/required"), json!(["id", "name"])),
            ["PUT /things/{id}: request/name: the field is required now"]
        );
        assert_eq!(
            found(&format!("{THING}/required"), json!([])),
            ["GET /things/{id}: response 200/id: the field may be left out now"]
        );
    }

    #[test]
    fn a_removed_field_breaks_both_sides() {
        let mut properties = document().pointer(&format!("{THING}/properties")).unwrap().clone();
        properties.as_object_mut().unwrap().remove("name");
        assert_eq!(
            found(&format!("{THING}/properties"), properties),
            [
                "GET /things/{id}: response 200/name: the field was removed",
                "PUT /things/{id}: request/name: the field was removed"
            ]
        );
    }

    #[test]
    fn types_null_and_bounds_are_judged_by_who_reads_them() {
        let name = |schema: Value| found(&format!("{THING}/properties/name"), schema);
        let both = name(json!({ "type": "integer", "nullable": true }));
        assert_eq!(both.len(), 2, "{both:?}");
        assert_eq!(
            name(json!({ "type": "string", "maxLength": 100 })),
            ["PUT /things/{id}: request/name: null is not taken any more"]
        );
        assert_eq!(
            name(json!({ "type": "string", "maxLength": 50, "nullable": true })),
            ["PUT /things/{id}: request/name: maxLength is 50 now, it was 100"]
        );
        assert_eq!(name(json!({ "type": "string", "maxLength": 200, "nullable": true })), [""; 0]);
        assert_eq!(
            found(
                &format!("{THING}/properties/state"),
                json!({ "type": "string", "enum": ["on", "off"], "nullable": true })
            ),
            ["GET /things/{id}: response 200/state: it may be null now"]
        );
    }

    #[test]
    fn a_new_value_that_may_be_answered_is_noted_and_a_removed_one_breaks_who_sends_it() {
        assert_eq!(
            found(&format!("{THING}/properties/state/enum"), json!(["on", "paused"])),
            [
                "note: GET /things/{id}: response 200/state: the value \"paused\" may be answered now",
                "PUT /things/{id}: request/state: the value \"off\" is not taken any more"
            ]
        );
    }

    #[test]
    fn a_pattern_is_found_behind_a_reference_and_an_inline_schema_is_the_same_as_a_named_one() {
        assert_eq!(
            found("/components/schemas/Id/pattern", json!("^u_")),
            [
                "GET /things/{id}: path id: it must match \"^u_\" now",
                "PUT /things/{id}: request/id: it must match \"^u_\" now"
            ]
        );
        let inline = json!({ "type": "string", "pattern": "^t_", "description": "its id" });
        assert_eq!(found(&format!("{THING}/properties/id"), inline), [""; 0]);
    }
}
