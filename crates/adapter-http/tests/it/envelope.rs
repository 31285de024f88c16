//! Whatever is refused, and by whom, has the one envelope; nothing a client sends does harm.

use std::time::Duration;

use bailiwick_adapter_http::HttpSettings;
use poem::http::Method;
use serde_json::json;

use crate::support::{PASSWORD, Server, Wants};

#[tokio::test]
async fn unknown_paths_and_methods_have_the_envelope() {
    let server = Server::start().await;
    for path in ["/nothing", "/v1", "/v1/accounts/x/y/z", "/V1/me", "/v1/me/", "/v1/%00", "/v1/sessions/a/b"]
    {
        server.get(path, "").await.problem(404, "not_found");
    }
    let allow = async |method: Method, path: &str| {
        server
            .send(method, path, &[], None)
            .await
            .problem(405, "method_not_allowed")
            .header("allow")
            .to_owned()
    };
    assert_eq!(allow(Method::PUT, "/v1/signup").await, "POST");
    assert_eq!(allow(Method::POST, "/v1/me").await, "DELETE, GET, HEAD, PATCH");
    assert_eq!(allow(Method::TRACE, "/v1/accounts/acct_x/members/mbr_x").await, "DELETE, GET, HEAD");
    assert_eq!(allow(Method::OPTIONS, "/access/v1/evaluation").await, "POST");
    assert_eq!(allow(Method::from_bytes(b"PURGE").unwrap(), "/v1/sessions").await, "DELETE, GET, HEAD, POST");
    assert_eq!(allow(Method::POST, "/openapi.json").await, "GET, HEAD");
}

#[tokio::test]
async fn bodies_that_can_not_be_read_are_refused_each_in_its_way() {
    let server = Server::start().await;
    let post = async |kind: &str, body: &[u8]| {
        let headers = [("content-type", kind)];
        server
            .send(
                Method::POST,
                "/v1/sessions",
                if kind.is_empty() { &[] } else { &headers },
                Some(body.to_vec()),
            )
            .await
    };
    for kind in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/problem+json",
    ] {
        post(kind, b"{}").await.problem(415, "unsupported_media_type");
    }
    for body in [
        "",
        "{",
        "nonsense",
        "{}x",
        "{\"email\": \"\\ud800\"}",
        "{\"email\": \"a\u{0}b\"}",
        "\u{feff}{}",
        "[1,]",
    ] {
        post("application/json", body.as_bytes()).await.problem(400, "malformed_body");
    }
    post("application/json", b"{\"email\": \"\xff\"}").await.problem(400, "malformed_body");
    for (body, pointer) in [
        ("[]", ""),
        ("null", ""),
        ("{}", "/email"),
        ("{\"a/b~\": 1}", "/a~1b~0"),
        ("{\"email\":1}", "/email"),
    ] {
        let refused =
            post("Application/JSON; charset=utf-8", body.as_bytes()).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), [pointer], "{body}");
    }
    let twice = post("application/json", b"{\"email\":\"a\",\"email\":\"b\",\"password\":\"c\"}").await;
    twice.problem(422, "invalid_field");
}

#[tokio::test]
async fn an_array_of_an_objects_values_is_no_object() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let sign_in = json!([ada.email, PASSWORD]);
    assert_eq!(server.post("/v1/sessions", "", sign_in).await.problem(422, "invalid_field").pointers(), [""]);
    let grants = format!("/v1/accounts/{}/members/{}/grants", ada.account, ada.member);
    for (grant, pointer) in [
        (json!([null, "owner", null, null, null]), "/grants/0"),
        (json!({ "role": "owner", "resource": ["account", ada.account] }), "/grants/0/resource"),
    ] {
        let refused = server.put(&grants, &ada.token, json!({ "grants": [grant] })).await;
        assert_eq!(refused.problem(422, "invalid_field").pointers(), [pointer]);
    }
    let subject = json!({ "type": "user", "id": ada.user });
    let (action, account) =
        (json!({ "name": "account.view" }), json!({ "type": "account", "id": ada.account }));
    let ask = async |path: &str, body: &serde_json::Value| {
        server.post(&format!("/access/v1/{path}"), &ada.token, body.clone()).await
    };
    let question = json!({ "subject": subject, "action": action, "resource": account });
    assert_eq!(ask("evaluation", &question).await.expect(200).body["decision"], true);
    for (name, value) in [
        ("subject", json!(["user", ada.user, null])),
        ("action", json!(["account.view", null])),
        ("resource", json!(["account", ada.account, null])),
        ("context", json!(["fresh"])),
    ] {
        let mut wrong = question.clone();
        wrong[name] = value;
        ask("evaluation", &wrong).await.problem(400, "malformed_body");
        wrong["evaluations"] = json!([]);
        ask("evaluations", &wrong).await.problem(400, "malformed_body");
    }
    let mut wrong = question.clone();
    wrong["action"]["properties"] = json!([]);
    ask("evaluation", &wrong).await.problem(400, "malformed_body");
    ask("evaluation", &json!([subject, action, account, null])).await.problem(400, "malformed_body");
    let mut batch = question.clone();
    batch["evaluations"] = json!([[null, null, null, null], {}]);
    let answers = ask("evaluations", &batch).await.expect(200);
    assert_eq!(answers.body["evaluations"][0]["context"]["code"], "malformed_item");
    assert_eq!(answers.body["evaluations"][1]["decision"], true);
}

#[tokio::test]
async fn deep_json_does_not_overflow_the_stack() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    for body in [
        deep("[", "]"),
        deep("{\"a\":", "}").replace(":}", ":1}"),
        format!("{{\"email\":{}}}", deep("[", "]")),
    ] {
        let headers = [("content-type", "application/json")];
        let reply =
            server.send(Method::POST, "/v1/sessions", &headers, Some(body.clone().into_bytes())).await;
        assert!([400, 422].contains(&reply.status.as_u16()), "{}", reply.text);
        let bearer = format!("Bearer {}", ada.token);
        let headers = [("content-type", "application/json"), ("authorization", &*bearer)];
        for path in ["/access/v1/evaluation", "/access/v1/evaluations", "/access/v1/search/action"] {
            server
                .send(Method::POST, path, &headers, Some(body.clone().into_bytes()))
                .await
                .problem(400, "malformed_body");
        }
    }
}

#[tokio::test]
async fn a_body_over_a_mebibyte_is_refused() {
    let server = Server::start().await;
    let body = vec![b' '; (1 << 20) + 1];
    let headers = [("content-type", "application/json")];
    server
        .send(Method::POST, "/v1/sessions", &headers, Some(body.clone()))
        .await
        .problem(413, "body_too_large");
    let stated = [("content-type", "application/json"), ("content-length", "1048577")];
    server.send(Method::POST, "/v1/sessions", &stated, None).await.problem(413, "body_too_large");
    let keyed = [("content-type", "application/json"), ("idempotency-key", "k")];
    server.send(Method::POST, "/v1/sessions", &keyed, Some(body)).await.problem(413, "body_too_large");
}

#[tokio::test]
async fn control_characters_in_values_are_refused_and_repeated_nowhere() {
    let server = Server::start().await;
    for (field, value) in [
        ("email", "a\r\nBcc: x@example.com"),
        ("name", "a\u{0}b"),
        ("account_name", "a\u{2028}b"),
        ("email", "a\u{0}@example.com"),
    ] {
        let mut body = json!({ "email": "ada@example.com", "password": PASSWORD, "name": "Ada", "account_name": "Engines" });
        body[field] = json!(value);
        let refused = server.post("/v1/signup", "", body).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), [format!("/{field}")]);
    }
    let ada = server.sign_up("ada", "standard").await;
    let account = format!("/v1/accounts/{}", ada.account);
    for query in ["role=%F0%9F%92%A9", "q=%25_%25"] {
        server.get(&format!("{account}/members?{query}"), &ada.token).await.expect(200);
    }
    for query in [
        "members?q=%00",
        "members?q=%0d%0a",
        "members?role=%00",
        "audit-events?actor=%00",
        "audit-events?action=a%00",
    ] {
        let refused = server.get(&format!("{account}/{query}"), &ada.token).await;
        let name = query.split(['?', '=']).nth(1).unwrap();
        assert_eq!(refused.problem(422, "invalid_parameter").pointers(), [format!("/{name}")]);
    }
    // What can be no type is no question for a database.
    let key = server.platform_key().await;
    server.get(&format!("{account}/resources/a%00b/x"), &key).await.problem(404, "not_found");
    let question = json!({
        "subject": { "type": "user", "id": ada.user },
        "action": { "name": "app.view" },
        "resource": { "type": "a\u{0}b", "id": "x" },
    });
    let decided = server.post("/access/v1/evaluation", &key, question.clone()).await.expect(200);
    assert_eq!(decided.body["context"]["code"], "unknown_resource");
    let found = server.post("/access/v1/search/resource", &key, question).await.expect(200);
    assert_eq!(found.body["results"], json!([]));
}

#[tokio::test]
async fn every_answer_has_a_request_id_and_security_headers() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let replies = [
        server.get("/v1/me", &ada.token).await.expect(200),
        server.get("/v1/me", "").await.expect(401),
        server.get("/nothing", "").await.expect(404),
        server.get("/healthz", "").await.expect(200),
        server.get("/openapi.json", "").await.expect(200),
    ];
    for reply in replies {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(reply.header(name), value);
        }
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"));
        assert!(!reply.header("x-request-id").is_empty());
    }
    let send = async |id: &str| {
        server.send(Method::GET, "/nothing", &[("x-request-id", id)], None).await.problem(404, "not_found")
    };
    assert_eq!(send("req-42").await.header("x-request-id"), "req-42");
    for unfit in ["with space", &"x".repeat(129)] {
        assert_ne!(send(unfit).await.header("x-request-id"), unfit);
    }
}

#[tokio::test]
async fn a_panic_is_a_500_that_says_nothing() {
    let server = Server::start().await;
    let body = json!({ "email": "ada@example.com", "password": "panic on purpose", "name": "Ada", "account_name": "Engines" });
    let reply = server.post("/v1/signup", "", body).await.problem(500, "internal");
    assert!(!reply.text.contains("purpose"));
    server.get("/healthz", "").await.expect(200);
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_a_503() {
    let settings = HttpSettings { request_timeout: Duration::from_millis(10), ..HttpSettings::default() };
    let server = Server::with(Wants { settings, ..Wants::default() }).await;
    let body = json!({ "email": "ada@example.com", "password": "hashed for ever", "name": "Ada", "account_name": "Engines" });
    let reply = server.post("/v1/signup", "", body).await.problem(503, "timed_out");
    assert_eq!(reply.header("retry-after"), "1");
}
