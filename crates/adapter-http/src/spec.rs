//! The document: what the code declares, with what its readers need set right, and the errors that all operations share.

mod errors;
mod examples;
mod fixes;

use std::sync::Arc;

use poem_openapi::OpenApiService;
use serde_json::{Map, Value, json};

use crate::server::{Api, service};

/// The OpenAPI document, the same text for the same code.
pub fn spec_json() -> String {
    document(&service(Arc::new(String::new)))
}

pub(crate) fn document(service: &OpenApiService<Api, ()>) -> String {
    let mut document: Value = serde_json::from_str(&service.spec()).unwrap_or_default();
    document["servers"] = json!([{ "url": "/" }]);
    fixes::apply(&mut document);
    examples::apply(&mut document);
    for (path, method, operation) in operations(&mut document) {
        headers(&path, &method, operation);
        errors::apply(&path, &method, operation);
    }
    document["components"]["responses"] = errors::components();
    document["components"]["schemas"]["IdempotencyKey"] = json!({
        "description": "Chosen by the client, one for each thing to be done once",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[!-~]+$",
    });
    document["components"]["schemas"]["EntityTag"] = json!({
        "description": "An `ETag` with its quotes, or `*` for any",
        "type": "string",
        "pattern": "^(\\*|\"[!#-~]*\")$",
    });
    document["components"]["headers"] = json!({
        "X-Request-ID": {
            "description": "The request's id: the client's own where it sent one",
            "schema": { "type": "string" },
            "required": true,
        }
    });
    let mut text = serde_json::to_string_pretty(&sorted(document)).unwrap_or_default();
    text.push('\n');
    text
}

/// Every operation with its path and method.
fn operations(document: &mut Value) -> Vec<(String, String, &mut Map<String, Value>)> {
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in methods.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut() {
                all.push((path.clone(), method.clone(), operation));
            }
        }
    }
    all
}

/// POSTs that change nothing.
const ASKING: [&str; 12] = [
    "verify_key",
    "preview_grants",
    "preview_removal",
    "preview_role_model",
    "preview_two_factor",
    "get_two_factor_passkey_options",
    "explain_access",
    "evaluate",
    "evaluate_batch",
    "search_subjects",
    "search_resources",
    "search_actions",
];
/// POSTs to one resource, which take its version.
const VERSIONED: [&str; 5] =
    ["suspend_member", "resume_member", "resend_invitation", "rotate_key", "take_over_integration"];
/// Writes to what is never read by itself, and so has no version.
const UNVERSIONED: [&str; 7] = [
    "change_password",
    "reset_password",
    "remove_identity",
    "release_sso_domain",
    "put_keyset_secret",
    "delete_keyset_secret",
    "remove_integration_key",
];

fn id(operation: &Map<String, Value>) -> &str {
    operation.get("operationId").and_then(Value::as_str).unwrap_or_default()
}

fn has_parameter(operation: &Map<String, Value>, place: &str, name: &str) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let is = |parameter: &Value| parameter["in"] == place && (name.is_empty() || parameter["name"] == name);
    parameters.is_some_and(|parameters| parameters.iter().any(is))
}

fn headers(path: &str, method: &str, operation: &mut Map<String, Value>) {
    let mut wanted = Vec::new();
    // Identity providers know nothing of keys.
    if method == "post" && !ASKING.contains(&id(operation)) && id(operation) != "receive_saml_response" {
        wanted.push(json!({
            "name": "Idempotency-Key",
            "in": "header",
            "description": "The same key and body within 24 hours get the first answer again",
            "required": false,
            "schema": { "$ref": "#/components/schemas/IdempotencyKey" },
        }));
    }
    let versioned = ["put", "patch", "delete"].contains(&method) || VERSIONED.contains(&id(operation));
    let has_version = !UNVERSIONED.contains(&id(operation))
        && !["/v1/sessions", "/v1/me/two-factor"].iter().any(|start| path.starts_with(start));
    if versioned && has_version {
        wanted.push(json!({
            "name": "If-Match",
            "in": "header",
            "description": "The ETag that was last seen: with a stale one nothing is changed",
            "required": false,
            "schema": { "$ref": "#/components/schemas/EntityTag" },
        }));
    }
    if method == "get" && operation["responses"]["200"]["headers"].get("ETag").is_some() {
        wanted.push(json!({
            "name": "If-None-Match",
            "in": "header",
            "description": "The ETag that was last seen: 304 while it still holds",
            "required": false,
            "schema": { "type": "string" },
        }));
        let etag = operation["responses"]["200"]["headers"]["ETag"].clone();
        let unchanged = json!({ "description": "It is what was last seen", "headers": { "ETag": etag } });
        operation["responses"]["304"] = unchanged;
    }
    if wanted.is_empty() {
        return;
    }
    if let Some(parameters) = operation.entry("parameters").or_insert_with(|| json!([])).as_array_mut() {
        parameters.extend(wanted);
    }
}

/// With the keys of every object in order, whatever the JSON library was built to do.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<(String, Value)> =
                map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(entries.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        value => value,
    }
}
