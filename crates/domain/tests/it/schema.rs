//! The published schema of the documents tells what the parser takes, neither more nor less.

use std::collections::BTreeSet;

use bailiwick_domain::role_models::{BUILTIN, ModelError, RoleModel};
use serde_json::{Map, Value, json};

use crate::world::TRIAL;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../openapi/role-model.schema.json")).unwrap()
}

fn follow<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => {
            root.pointer(reference.strip_prefix('#').unwrap()).unwrap_or_else(|| panic!("no {reference}"))
        }
        None => schema,
    }
}

/// What of a value the schema forbids. It knows the keywords that this schema uses, and stops at any other.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let schema = follow(root, schema);
    let (none, nothing) = (Vec::new(), Map::new());
    // A keyword about another kind of value than this is kept.
    let (items, keys) = (value.as_array().unwrap_or(&none), value.as_object().unwrap_or(&nothing));
    let mut found = Vec::new();
    for (keyword, wanted) in schema.as_object().unwrap() {
        let kept = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "examples" => true,
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                "boolean" => value.is_boolean(),
                other => panic!("type {other}"),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_u64().is_none_or(|number| number >= wanted.as_u64().unwrap()),
            "minItems" => items.len() as u64 >= wanted.as_u64().unwrap(),
            "uniqueItems" => (1..items.len()).all(|at| !items[..at].contains(&items[at])),
            "maxLength" => value.as_str().is_none_or(|text| text.len() as u64 <= wanted.as_u64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| matches_pattern(wanted.as_str().unwrap(), text)),
            "oneOf" => {
                wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|one| faults(root, one, value, at).is_empty())
                    .count()
                    == 1
            }
            "required" => {
                !value.is_object()
                    || wanted.as_array().unwrap().iter().all(|key| keys.contains_key(key.as_str().unwrap()))
            }
            "items" => {
                for (index, item) in items.iter().enumerate() {
                    found.extend(faults(root, wanted, item, &format!("{at}/{index}")));
                }
                true
            }
            "properties" => {
                for (key, item) in keys {
                    if let Some(property) = wanted.get(key) {
                        found.extend(faults(root, property, item, &format!("{at}/{key}")));
                    }
                }
                true
            }
            "propertyNames" => keys.keys().all(|key| faults(root, wanted, &json!(key), at).is_empty()),
            "additionalProperties" => {
                let declared = schema.get("properties").and_then(Value::as_object);
                let others =
                    keys.iter().filter(|(key, _)| declared.is_none_or(|all| !all.contains_key(*key)));
                match wanted {
                    Value::Bool(false) => others.count() == 0,
                    wanted => others
                        .map(|(key, item)| faults(root, wanted, item, &format!("{at}/{key}")))
                        .all(|faults| faults.is_empty()),
                }
            }
            other => panic!("the keyword {other} is new here"),
        };
        if !kept {
            found.push(format!("{at}: {keyword} {wanted} is not kept by {value}"));
        }
    }
    found
}

/// The three patterns that the schema uses.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let word = |text: &str, more: &str| {
        text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || more.contains(c))
    };
    match pattern {
        "^[a-z][a-z0-9_-]*$" => word(text, "_-"),
        "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$" => text.split('.').all(|part| word(part, "_")),
        "^[a-z][a-z0-9_-]*:.+$" => {
            text.split_once(':').is_some_and(|(kind, id)| word(kind, "_-") && !id.is_empty())
        }
        other => panic!("the pattern {other} is new here"),
    }
}

fn as_json(document: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(document).unwrap()).unwrap()
}

/// A document with every key of the format.
fn full() -> Value {
    json!({
        "id": "full", "version": 1, "title": "Full", "roles_per_member": "many", "one_active_account": false,
        "base_permissions": ["account.view"],
        "ownership": {"role": "owner", "least": 1, "most": 2},
        "resource_types": [{"id": "book", "parents": ["app"]}],
        "permissions": [{"id": "book.read", "title": "Read", "types": ["book"]}],
        "roles": [
            {"id": "owner", "title": "Owner", "scope": "account", "permissions": ["*"], "includes": [{"role": "member", "at": "account"}],
             "requires_any": [], "granted_by": ["owner"], "invitable": false},
            {"id": "member", "title": "Member", "scope": "account", "permissions": [], "includes": [], "requires_any": [],
             "granted_by": ["owner"], "invitable": true},
        ],
        "exclusions": [{"role": "owner", "with": ["member"], "reach": "account"}],
        "tests": [{"name": "nothing", "resources": {"app:1": "account"}, "grants": [{"role": "member", "on": "account"}],
                   "allow": [], "deny": [], "violates": "role_exclusion"}],
    })
}

/// Each table of the format: where the full document has one, and where the schema tells of it.
const TABLES: [(&str, &str); 9] = [
    ("", ""),
    ("/ownership", "/properties/ownership"),
    ("/resource_types/0", "/$defs/resource_type"),
    ("/permissions/0", "/$defs/permission"),
    ("/roles/0", "/$defs/role"),
    ("/exclusions/0", "/$defs/exclusion"),
    ("/tests/0", "/$defs/test"),
    ("/tests/0/grants/0", "/$defs/test_grant"),
    ("/roles/0/includes/0", "/$defs/inclusion/oneOf/1"),
];

fn parse(document: &Value) -> Result<RoleModel, Vec<ModelError>> {
    RoleModel::parse(&toml::to_string(document).unwrap())
}

fn table<'a>(document: &'a mut Value, pointer: &str) -> &'a mut Map<String, Value> {
    document.pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

#[test]
fn every_model_of_the_product_keeps_the_schema() {
    let schema = schema();
    for document in BUILTIN.into_iter().chain([TRIAL]) {
        assert_eq!(faults(&schema, &schema, &as_json(document), ""), [""; 0]);
    }
    assert_eq!(faults(&schema, &schema, &full(), ""), [""; 0]);
    parse(&full()).unwrap();
}

#[test]
fn the_schema_has_the_keys_that_the_parser_takes() {
    let schema = schema();
    for (pointer, definition) in TABLES {
        let definition = schema.pointer(definition).unwrap();
        let told: BTreeSet<&str> =
            definition["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut document = full();
        let used: BTreeSet<String> = table(&mut document, pointer).keys().cloned().collect();
        assert!(
            used.iter().map(String::as_str).eq(told.iter().copied()),
            "{pointer}: the full document has {used:?}, the schema {told:?}"
        );
        table(&mut document, pointer).insert("surplus".to_owned(), json!(1));
        let refused = parse(&document).unwrap_err();
        if !pointer.contains("includes") {
            // The parser lists the keys that it knows: ``unknown field `surplus`, expected one of `id`, …``.
            let known: BTreeSet<&str> = refused[0].message.split('`').skip(3).step_by(2).collect();
            assert_eq!(known, told, "{pointer}");
        }
        assert!(!faults(&schema, &schema, &document, "").is_empty(), "{pointer}: another key is refused");
    }
}

#[test]
fn the_schema_requires_what_the_parser_requires() {
    let schema = schema();
    for (pointer, _) in TABLES {
        let keys: Vec<String> = table(&mut full(), pointer).keys().cloned().collect();
        for key in keys {
            let mut document = full();
            table(&mut document, pointer).remove(&key);
            let missing = |error: &ModelError| {
                error.message.starts_with("missing field")
                    || error.message.starts_with("expected a role's id")
            };
            let needed = parse(&document).is_err_and(|errors| errors.iter().any(missing));
            assert_eq!(!faults(&schema, &schema, &document, "").is_empty(), needed, "{pointer}/{key}");
        }
    }
}

#[test]
fn the_schema_has_the_words_that_the_parser_takes() {
    let schema = schema();
    for (pointer, key, definition) in [
        ("", "roles_per_member", "/properties/roles_per_member"),
        ("/exclusions/0", "reach", "/$defs/exclusion/properties/reach"),
    ] {
        let told: BTreeSet<&str> = schema.pointer(definition).unwrap()["enum"]
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_str().unwrap())
            .collect();
        let mut document = full();
        table(&mut document, pointer).insert(key.to_owned(), json!("other"));
        let refused = parse(&document).unwrap_err();
        let known: BTreeSet<&str> = refused[0].message.split('`').skip(3).step_by(2).collect();
        assert_eq!(known, told);
    }
}

#[test]
fn the_guide_tells_of_every_key() {
    let (schema, guide) = (schema(), include_str!("../../../../docs/role-models.md"));
    for (_, definition) in TABLES {
        for key in schema.pointer(definition).unwrap()["properties"].as_object().unwrap().keys() {
            assert!(
                guide.contains(&format!("`{key}`"))
                    || guide.contains(&format!("{key} = "))
                    || guide.contains(&format!("[{key}]")),
                "{key}"
            );
        }
    }
}

#[test]
fn every_part_of_the_schema_is_described() {
    fn undescribed(schema: &Value, at: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (key, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let here = format!("{at}/{key}");
            if property["description"].as_str().is_none_or(str::is_empty) {
                found.push(here.clone());
            }
            found.extend(undescribed(property, &here));
        }
        for (key, definition) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            found.extend(undescribed(definition, &format!("{at}/$defs/{key}")));
        }
        found
    }
    assert_eq!(undescribed(&schema(), ""), [""; 0]);
}
