//! Apps' settings and configurations over HTTP.

use poem::http::Method;
use serde_json::json;

use crate::support::{Person, Reply, Server, assert_keys};

#[tokio::test]
async fn a_configuration_is_the_document_itself_with_its_version_in_the_tag() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let app = server.app(&ada, "Shop").await;
    let path = format!("/v1/accounts/{}/apps/{app}/configuration", ada.account);
    let none = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((none.text.as_str(), none.version()), ("{}", 0));
    let put = async |tag: &str, body| {
        server.json(Method::PUT, &path, &ada.token, &[("if-match", tag)], &body).await
    };
    let first = put(none.header("etag"), json!({ "a": [1, { "b": null }] })).await.expect(200);
    assert_eq!((first.text.as_str(), first.version()), (r#"{"a":[1,{"b":null}]}"#, 1));
    put(none.header("etag"), json!({ "a": 2 })).await.problem(412, "stale_version");
    put(first.header("etag"), json!({ "a": 2, "nul": "\u{0}" })).await.expect(200);
    let shown = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((shown.body["nul"].as_str(), shown.version()), (Some("\u{0}"), 2));
    let listed = server.get(&format!("{path}/versions?limit=1"), &ada.token).await.expect(200);
    assert_keys(&listed.items()[0], &["version", "made_at", "made_by", "bytes"]);
    assert_eq!(listed.items()[0]["version"], 2);
    let cursor = listed.text("/next_cursor");
    let rest = server.get(&format!("{path}/versions?cursor={cursor}"), &ada.token).await.expect(200);
    assert_eq!((rest.items().len(), &rest.items()[0]["made_by"]["id"]), (1, &json!(ada.user)));
    let old = server.get(&format!("{path}/versions/1"), &ada.token).await.expect(200);
    assert_eq!((old.text.as_str(), old.version()), (r#"{"a":[1,{"b":null}]}"#, 1));
    server.get(&format!("{path}/versions/9"), &ada.token).await.problem(404, "not_found");
    server.get(&format!("{path}/versions/x"), &ada.token).await.problem(404, "not_found");
    server.put(&path, &ada.token, json!([1])).await.problem(422, "invalid_field");
    let deep = (0..40).fold(json!({}), |inner, _| json!({ "a": inner }));
    server.put(&path, &ada.token, deep).await.problem(422, "invalid_field");
}

#[tokio::test]
async fn an_apps_status_is_seen_by_who_may_see_its_settings() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bill = server.join(&ada, "bill", json!([{ "role": "billing" }])).await;
    let app = server.app(&ada, "Shop").await;
    let path = format!("/v1/accounts/{}/apps/{app}", ada.account);
    let changed = server.patch(&path, &ada.token, json!({ "status": "disabled" })).await.expect(200);
    assert_keys(&changed.body, &["id", "name", "status", "limits", "created_at"]);
    assert_eq!((&changed.body["status"], &changed.body["limits"]), (&json!("disabled"), &json!([])));
    let limits = json!([{ "metric": "messages", "period": "day", "limit": 10 }]);
    let limited = server.patch(&path, &ada.token, json!({ "limits": limits })).await.expect(200);
    assert_eq!((&limited.body["limits"], limited.version()), (&limits, changed.version() + 1));
    let all = server.get(&format!("/v1/accounts/{}/limits", ada.account), &ada.token).await.expect(200);
    assert_eq!(all.items()[0]["app"], app);
    let wrong = json!({ "limits": [{ "metric": "messages", "period": "day", "limit": 10, "app": app }] });
    server.patch(&path, &ada.token, wrong).await.problem(422, "invalid_field");
    server.patch(&path, &bill.token, json!({ "limits": [] })).await.problem(403, "permission_denied");
    assert_keys(&server.get(&path, &bill.token).await.expect(200).body, &["id", "name", "created_at"]);
    server.patch(&path, &bill.token, json!({ "status": "active" })).await.problem(403, "permission_denied");
    server.patch(&path, &ada.token, json!({ "status": "gone" })).await.problem(422, "invalid_field");
    let key = server.platform_key().await;
    assert_eq!(server.get(&path, &key).await.expect(200).body["status"], "disabled");
}

/// Puts a configuration by its text, and answers the text that is kept of it.
async fn kept(server: &Server, owner: &Person, path: &str, text: &str) -> String {
    sent(server, owner, path, text).await.expect(200);
    server.get(path, &owner.token).await.expect(200).text
}

async fn sent(server: &Server, owner: &Person, path: &str, text: &str) -> Reply {
    let bearer = format!("Bearer {}", owner.token);
    let headers = [("content-type", "application/json"), ("authorization", &*bearer)];
    server.send(Method::PUT, path, &headers, Some(text.as_bytes().to_vec())).await
}

async fn shop(server: &Server) -> (Person, String) {
    let ada = server.sign_up("ada", "standard").await;
    let app = server.app(&ada, "Shop").await;
    let path = format!("/v1/accounts/{}/apps/{app}/configuration", ada.account);
    (ada, path)
}

#[tokio::test]
async fn numbers_come_back_as_they_were_sent() {
    let server = Server::start().await;
    let (ada, path) = shop(&server).await;
    let list = [
        // The ends of integers, and what a double would round.
        "0",
        "-1",
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        // Doubles, by their shortest texts: the ends, and some that are read wrong by one who reads them roughly.
        "1.0",
        "-0.0",
        "0.1",
        "0.30000000000000004",
        "1e-7",
        "5e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
        "2.638344616030823e-256",
        "7.2057594037927933e16",
        "9.5367431640625e-7",
    ];
    let text = format!(r#"{{"a":[{}]}}"#, list.join(","));
    let back = kept(&server, &ada, &path, &text).await;
    let back = back.strip_prefix(r#"{"a":["#).and_then(|rest| rest.strip_suffix("]}")).unwrap();
    let (integers, doubles) = list.split_at(6);
    let back: Vec<&str> = back.split(',').collect();
    assert_eq!(&back[..6], integers);
    let bits = |texts: &[&str]| -> Vec<u64> {
        texts.iter().map(|text| text.parse::<f64>().unwrap().to_bits()).collect()
    };
    assert_eq!(bits(&back[6..]), bits(doubles), "{back:?}");
    assert!(back[6..].iter().all(|text| text.contains(['.', 'e'])), "none becomes an integer: {back:?}");
}

#[tokio::test]
async fn a_number_beyond_64_bits_is_kept_as_a_double_and_one_beyond_doubles_is_refused() {
    let server = Server::start().await;
    let (ada, path) = shop(&server).await;
    for (sent, wanted) in [
        ("18446744073709551616", 18_446_744_073_709_551_616.0_f64),
        ("-9223372036854775809", -9_223_372_036_854_775_809.0),
        ("1e-400", 0.0),
    ] {
        let back = kept(&server, &ada, &path, &format!(r#"{{"a":{sent}}}"#)).await;
        let back = back.strip_prefix(r#"{"a":"#).and_then(|rest| rest.strip_suffix('}')).unwrap();
        assert_eq!(back.parse::<f64>().unwrap().to_bits(), wanted.to_bits(), "{sent}: {back}");
    }
    let version = server.get(&path, &ada.token).await.expect(200).version();
    let long = format!("1{}", "0".repeat(309));
    for number in ["1e309", "-1e400", "1e999999999999", &long] {
        sent(&server, &ada, &path, &format!(r#"{{"a":{number}}}"#)).await.problem(400, "malformed_body");
    }
    for number in ["NaN", "Infinity", "01", "1.", "+1", "0x1"] {
        sent(&server, &ada, &path, &format!(r#"{{"a":{number}}}"#)).await.problem(400, "malformed_body");
    }
    assert_eq!(
        server.get(&path, &ada.token).await.expect(200).version(),
        version,
        "nothing was kept of them"
    );
}

#[tokio::test]
async fn of_names_that_are_given_twice_the_last_one_stands() {
    let server = Server::start().await;
    let (ada, path) = shop(&server).await;
    let text = r#"{"a":{"b":1,"b":2,"c":0},"d":1,"a":{"b":3,"b":4},"\u0064":2}"#;
    assert_eq!(kept(&server, &ada, &path, text).await, r#"{"a":{"b":4},"d":2}"#);
}

#[tokio::test]
async fn a_stricter_schema_holds_for_the_next_change_and_what_was_kept_is_still_read() {
    let server = Server::start().await;
    let (ada, path) = shop(&server).await;
    let former = r#"{"size":"large"}"#;
    assert_eq!(kept(&server, &ada, &path, former).await, former);
    let schema = r#"{ "type": "object", "properties": { "size": { "type": "integer" } } }"#;
    let server = server.with_schema(schema);
    for path in [&path, &format!("{path}/versions/1")] {
        assert_eq!(server.get(path, &ada.token).await.expect(200).text, former);
    }
    // The same document is no change, and yet it is looked at: what is sent is what must keep the schema.
    for text in [former, r#"{"size":"small"}"#] {
        let refused = sent(&server, &ada, &path, text).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), ["/size"]);
        assert!(!refused.text.contains("large") && !refused.text.contains("small"), "{}", refused.text);
    }
    assert_eq!(server.get(&path, &ada.token).await.expect(200).version(), 1);
    assert_eq!(kept(&server, &ada, &path, r#"{"size":3}"#).await, r#"{"size":3}"#);
    assert_eq!(server.get(&format!("{path}/versions/1"), &ada.token).await.expect(200).text, former);
}

#[tokio::test]
async fn at_most_twenty_faults_of_a_configuration_are_told() {
    let server = Server::start().await.with_schema(r#"{ "additionalProperties": { "type": "integer" } }"#);
    let (ada, path) = shop(&server).await;
    for (wrong, told) in [(19, 19), (20, 20), (21, 20), (500, 20)] {
        let fields: serde_json::Map<_, _> = (0..wrong).map(|n| (format!("f{n}"), json!("s3cr3t"))).collect();
        let refused = server.put(&path, &ada.token, json!(fields)).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers().len(), told);
        assert!(refused.pointers().iter().all(|pointer| pointer.starts_with("/f")), "{}", refused.text);
        assert!(!refused.text.contains("s3cr3t"), "{}", refused.text);
    }
}
