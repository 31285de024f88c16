//! What generators and validators trip over in the document as the library writes it.

use serde_json::{Map, Value, json};

/// Sets it all right.
pub(super) fn apply(document: &mut Value) {
    walk(document);
    let schemas = document["components"]["schemas"].as_object_mut();
    for (name, schema) in schemas.into_iter().flatten() {
        // The bodies that we read ourselves take no unknown fields; those of AuthZEN do, by its rules.
        if name.ends_with("In") || name.ends_with("Patch") {
            schema["additionalProperties"] = json!(false);
        }
    }
}

fn walk(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(walk);
            flatten_all_of(map);
            rename_media_type(map);
        }
        Value::Array(items) => items.iter_mut().for_each(walk),
        // Bounds are written as `200.0`, which readers of integers do not take.
        Value::Number(number) if number.is_f64() => {
            if let Ok(whole) = number.to_string().trim_end_matches(".0").parse::<i64>() {
                *value = json!(whole);
            }
        }
        _ => {}
    }
}

/// `allOf: [{$ref}, {description, nullable…}]` puts what describes the field beside the one reference.
fn flatten_all_of(map: &mut Map<String, Value>) {
    let Some(all) = map.get_mut("allOf").and_then(Value::as_array_mut) else { return };
    if all.len() < 2 || !all[0].get("$ref").is_some_and(Value::is_string) {
        return;
    }
    let siblings: Vec<Value> = all.drain(1..).collect();
    for sibling in siblings {
        if let Value::Object(sibling) = sibling {
            map.extend(sibling);
        }
    }
}

fn rename_media_type(map: &mut Map<String, Value>) {
    if let Some(content) = map.remove("application/json; charset=utf-8") {
        map.insert("application/json".to_owned(), content);
    }
}
