//! The document: complete, true to itself, and the same every time.

use std::collections::BTreeSet;

use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(&bailiwick_adapter_http::spec_json()).unwrap()
}

fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(move |(method, operation)| (&**path, &**method, operation))
    });
    all.collect()
}

#[test]
fn the_document_is_the_same_every_time() {
    assert_eq!(bailiwick_adapter_http::spec_json(), bailiwick_adapter_http::spec_json());
}

/// Open to everyone, and refused where who asks does not prove who they are.
const SIGN_IN: [&str; 7] = [
    "sign_in",
    "answer_two_factor",
    "get_two_factor_passkey_options",
    "sign_in_by_passkey",
    "finish_sso",
    "finish_account_sso",
    "exchange_sso_code",
];

#[test]
fn every_operation_has_an_id_a_summary_a_tag_and_its_errors() {
    let document = document();
    let mut ids = BTreeSet::new();
    for (path, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path} has no id"));
        assert!(ids.insert(id), "{id} twice");
        assert!(operation["summary"].is_string() && operation["tags"].is_array(), "{id}");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.contains_key("500") && responses.contains_key("503"), "{id}");
        assert_eq!(
            responses.contains_key("401"),
            operation.get("security").is_some() || SIGN_IN.contains(&id),
            "{id}"
        );
        let named: Vec<&str> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|given| given["in"] == "path")
            .map(|given| given["name"].as_str().unwrap())
            .collect();
        for name in &named {
            assert!(path.contains(&format!("{{{name}}}")), "{id}: {name}");
        }
        assert_eq!(named.len(), path.matches('{').count(), "{id}");
    }
    assert!(ids.len() >= 50);
}

#[test]
fn what_an_operation_looks_at_and_refuses_is_what_the_document_says() {
    let document = document();
    let all = operations(&document);
    let of = |id: &str| {
        let one = all.iter().find(|(_, _, operation)| operation["operationId"] == id);
        one.unwrap_or_else(|| panic!("{id}")).2
    };
    let takes_a_version = |id: &str| {
        let parameters = of(id)["parameters"].as_array().cloned().unwrap_or_default();
        parameters.iter().any(|parameter| parameter["name"] == "If-Match")
    };
    for id in [
        "change_password",
        "reset_password",
        "remove_identity",
        "release_sso_domain",
        "put_keyset_secret",
        "delete_keyset_secret",
        "create_key",
    ] {
        assert!(!takes_a_version(id) && of(id)["responses"].get("412").is_none(), "{id}");
    }
    for id in ["delete_me", "put_sso", "delete_sso", "update_key", "rotate_key", "delete_key"] {
        assert!(takes_a_version(id) && of(id)["responses"].get("412").is_some(), "{id}");
    }
    for (id, status) in [
        ("replace_recovery_codes", "429"),
        ("create_invitation", "429"),
        ("resend_invitation", "429"),
        ("disable_totp", "404"),
        ("start_account_sso", "409"),
    ] {
        assert!(of(id)["responses"].get(status).is_some(), "{id} {status}");
    }
}

#[test]
fn bodies_of_our_own_take_no_unknown_fields() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        if name.ends_with("In") || name.ends_with("Patch") {
            assert_eq!(schema["additionalProperties"], false, "{name}");
        }
    }
}

#[test]
fn what_is_sent_and_answered_has_an_example_that_is_what_its_schema_says() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (path, method, operation) in operations(&document) {
        let answers = operation["responses"].as_object().unwrap().values();
        for content in answers
            .chain([&operation["requestBody"]])
            .filter_map(|part| part["content"].get("application/json"))
        {
            let name = content["schema"]["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
            assert!(schemas[name].get("example").is_some(), "{method} {path}: {name} has no example");
        }
    }
    for (name, schema) in schemas {
        if let Some(example) = schema.get("example") {
            check(schemas, schema, example, name);
        }
    }
}

/// As much of JSON Schema as the document uses.
fn check(schemas: &serde_json::Map<String, Value>, schema: &Value, value: &Value, at: &str) {
    if value.is_null() && schema["nullable"] == true {
        return;
    }
    let reference = schema.get("$ref").or_else(|| schema["allOf"][0].get("$ref"));
    if let Some(reference) = reference {
        return check(schemas, &schemas[reference.as_str().unwrap().rsplit('/').next().unwrap()], value, at);
    }
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        Some("boolean") => value.is_boolean(),
        _ => true,
    };
    assert!(fits, "{at}: {value} is no {}", schema["type"]);
    if let Some(allowed) = schema["enum"].as_array() {
        assert!(allowed.contains(value), "{at}: {value}");
    }
    if let Some(pattern) = schema["pattern"].as_str().filter(|pattern| pattern.starts_with('^')) {
        let prefix = pattern[1..].split('[').next().unwrap();
        assert!(value.as_str().unwrap().starts_with(prefix), "{at}: {value} is no {pattern}");
    }
    for item in value.as_array().into_iter().flatten() {
        check(schemas, &schema["items"], item, at);
    }
    let Some(fields) = value.as_object() else { return };
    for required in schema["required"].as_array().into_iter().flatten() {
        assert!(fields.contains_key(required.as_str().unwrap()), "{at} lacks {required}");
    }
    for (name, field) in fields {
        match schema["properties"].get(name) {
            Some(property) => check(schemas, property, field, &format!("{at}.{name}")),
            None => assert!(
                schema["additionalProperties"].is_object() || schema.get("properties").is_none(),
                "{at}.{name} is not declared"
            ),
        }
    }
}
