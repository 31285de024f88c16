//! Which errors an operation can answer, by the same rules for all.

use serde_json::{Map, Value, json};

use super::{ASKING, has_parameter, id};

/// The operations that are limited, since passwords, codes or tokens could be guessed there, or others be mailed to.
const LIMITED: [&str; 27] = [
    "sign_up",
    "sign_in",
    "answer_two_factor",
    "get_two_factor_passkey_options",
    "begin_passkey_sign_in",
    "sign_in_by_passkey",
    "begin_passkey_registration",
    "remove_passkey",
    "begin_totp",
    "confirm_totp",
    "disable_totp",
    "replace_recovery_codes",
    "change_password",
    "request_password_reset",
    "reset_password",
    "change_email",
    "delete_me",
    "verify_email",
    "accept_invitation",
    "create_invitation",
    "resend_invitation",
    "start_sso",
    "finish_sso",
    "exchange_sso_code",
    "start_account_sso",
    "finish_account_sso",
    "receive_saml_response",
];
/// Those among them that end a sign-in, and can refuse it.
const SIGN_INS: [&str; 4] =
    ["sign_in", "answer_two_factor", "sign_in_by_passkey", "get_two_factor_passkey_options"];
/// Those that sign in by a provider's word.
const BY_PROVIDERS: [&str; 3] = ["finish_sso", "finish_account_sso", "exchange_sso_code"];

const ERRORS: [(u16, &str, &str); 13] = [
    (400, "Malformed", "The request can't be read"),
    (401, "Unauthenticated", "Not signed in, or with wrong credentials"),
    (403, "Forbidden", "The caller may not"),
    (404, "NotFound", "There is no such thing, or the caller may not know of it"),
    (409, "Conflict", "A rule or the state is against it"),
    (410, "Gone", "It was there"),
    (412, "Stale", "It was changed since the version in `If-Match`"),
    (413, "TooLarge", "The body is longer than 1 MiB"),
    (415, "UnsupportedMediaType", "The body is not of the operation's media type"),
    (422, "Invalid", "A field, a parameter or a header breaks a rule"),
    (429, "TooMany", "Too many tries"),
    (500, "Internal", "A fault of the server"),
    (503, "Unavailable", "A part is down, or it took too long"),
];

fn header(description: &str) -> Value {
    json!({ "description": description, "required": true, "schema": { "type": "string" } })
}

/// The answers that operations refer to.
pub(super) fn components() -> Value {
    let mut all = Map::new();
    for (status, name, description) in ERRORS {
        let mut headers = json!({ "X-Request-ID": { "$ref": "#/components/headers/X-Request-ID" } });
        if status == 401 {
            headers["WWW-Authenticate"] = header("`Bearer`");
        }
        if status == 429 || status == 503 {
            headers["Retry-After"] = header("After how many seconds to try again");
        }
        let problem = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
        let answer = json!({ "description": description, "headers": headers, "content": { "application/problem+json": problem } });
        all.insert(name.to_owned(), answer);
    }
    Value::Object(all)
}

fn can_answer(status: u16, path: &str, method: &str, operation: &Map<String, Value>) -> bool {
    let reads = method == "get";
    let writes = !reads && !ASKING.contains(&id(operation));
    let body = operation.contains_key("requestBody");
    let authzen = path.starts_with("/access/");
    let secured = operation.contains_key("security");
    let conditional = has_parameter(operation, "header", "If-Match");
    let repeatable = has_parameter(operation, "header", "Idempotency-Key");
    match status {
        400 => body || conditional || repeatable || BY_PROVIDERS.contains(&id(operation)),
        401 => secured || [&SIGN_INS[..], &BY_PROVIDERS].concat().contains(&id(operation)),
        403 => secured || BY_PROVIDERS.contains(&id(operation)),
        404 => {
            has_parameter(operation, "path", "")
                || ["accept_invitation", "disable_totp"].contains(&id(operation))
        }
        409 => writes || BY_PROVIDERS.contains(&id(operation)) || id(operation) == "start_account_sso",
        410 => (path.contains("{acct}") || id(operation) == "accept_invitation") && !authzen,
        412 => conditional,
        413 => body || repeatable,
        415 => body && !authzen,
        422 => (body && !authzen) || repeatable || has_parameter(operation, "query", ""),
        429 => LIMITED.contains(&id(operation)),
        _ => true,
    }
}

/// Adds the errors that an operation can answer.
pub(super) fn apply(path: &str, method: &str, operation: &mut Map<String, Value>) {
    let possible: Vec<(u16, &str)> = ERRORS
        .iter()
        .filter(|(status, _, _)| can_answer(*status, path, method, operation))
        .map(|(status, name, _)| (*status, *name))
        .collect();
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    for answer in responses.values_mut() {
        answer["headers"]["X-Request-ID"] = json!({ "$ref": "#/components/headers/X-Request-ID" });
    }
    for (status, name) in possible {
        responses.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{name}") }));
    }
}
