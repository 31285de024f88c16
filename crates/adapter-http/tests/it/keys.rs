//! Keys of keysets, their verification, and secrets, as clients see them.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, Server, assert_keys};

/// A keyset's path.
pub async fn keyset(server: &Server, owner: &Person, environment: &str) -> String {
    let app = server.app(owner, "Shop").await;
    let keysets = format!("/v1/accounts/{}/apps/{app}/keysets", owner.account);
    let body = json!({ "name": "Set", "environment": environment });
    let made = server.post(&keysets, &owner.token, body).await.expect(201);
    assert_eq!(made.body["environment"], environment);
    format!("{keysets}/{}", made.text("/id"))
}

fn key_in() -> Value {
    json!({ "name": "Server", "capabilities": ["channel:public-*:subscribe"], "expires_in_days": 30 })
}

#[tokio::test]
async fn keys_live_and_die() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let keys = format!("{}/keys", keyset(&server, &ada, "production").await);
    let once = [("idempotency-key", "one")];
    let made = server.json(Method::POST, &keys, &ada.token, &once, &key_in()).await.expect(201);
    let shown =
        ["id", "name", "capabilities", "expires_at", "status", "created_by", "created_at", "last_used_at"];
    assert_keys(&made.body, &[&shown[..], &["secret"]].concat());
    assert!(made.text("/secret").starts_with("bwl_"));
    assert_eq!(made.body["expires_at"], "2027-02-14T08:00:00Z");
    assert_eq!(
        (made.body["created_by"].as_str(), &made.body["last_used_at"]),
        (Some(&*ada.user), &Value::Null)
    );
    let one = format!("{keys}/{}", made.text("/id"));
    assert_eq!(made.header("location"), one);
    let again = server.json(Method::POST, &keys, &ada.token, &once, &key_in()).await.expect(201);
    assert_eq!((again.text("/id"), &again.body["secret"]), (made.text("/id"), &Value::Null));

    let read = server.get(&one, &ada.token).await.expect(200);
    assert_keys(&read.body, &shown);
    assert_eq!(server.get(&keys, &ada.token).await.expect(200).items(), std::slice::from_ref(&read.body));
    let tag = [("if-match", read.header("etag"))];
    let disable = json!({ "status": "disabled" });
    let disabled = server.json(Method::PATCH, &one, &ada.token, &tag, &disable).await.expect(200);
    assert_eq!(disabled.body["status"], "disabled");
    let rotate = format!("{one}/rotate");
    let overlap = json!({ "overlap_seconds": 60 });
    server.json(Method::POST, &rotate, &ada.token, &tag, &overlap).await.problem(412, "stale_version");
    let rotated = server.post(&rotate, &ada.token, overlap).await.expect(200);
    assert_keys(&rotated.body, &[&shown[..], &["secret"]].concat());
    assert_eq!((rotated.text("/id"), rotated.version()), (made.text("/id"), 3));
    assert_ne!(rotated.text("/secret"), made.text("/secret"));
    server.delete(&one, &ada.token).await.expect(204);
    server.get(&one, &ada.token).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_key_is_verified_for_the_back_end_alone() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let keyset = keyset(&server, &ada, "testing").await;
    let keys = format!("{keyset}/keys");
    let made = server.post(&keys, &ada.token, key_in()).await.expect(201);
    let (secret, platform) = (made.text("/secret"), server.platform_key().await);
    let verify = async |text: &str| {
        server.post("/v1/keys/verify", &platform, json!({ "key": text })).await.expect(200).body
    };
    let [app, keyset] = [6, 8].map(|at| keyset.split('/').nth(at - 1).unwrap().to_owned());
    let good = json!({
        "valid": true, "key": made.body["id"], "keyset": keyset, "app": app, "account": ada.account,
        "capabilities": ["channel:public-*:subscribe"],
    });
    for _ in 0..2 {
        assert_eq!(verify(&secret).await, good);
    }
    assert_eq!(verify("nonsense").await, json!({ "valid": false, "code": "malformed" }));
    let changed = secret.replace(char::is_numeric, "7");
    assert_eq!(verify(&changed).await, json!({ "valid": false, "code": "malformed" }));
    let one = format!("{keys}/{}", made.text("/id"));
    server.patch(&one, &ada.token, json!({ "status": "disabled" })).await.expect(200);
    assert_eq!(verify(&secret).await, json!({ "valid": false, "code": "disabled" }));
    server.patch(&one, &ada.token, json!({ "status": "active" })).await.expect(200);
    server.delete(keys.trim_end_matches("/keys"), &ada.token).await.expect(204);
    assert_eq!(verify(&secret).await, json!({ "valid": false, "code": "unknown" }));
}

#[tokio::test]
async fn a_verification_that_is_asked_wrongly_is_refused_like_any_other_request() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let platform = server.platform_key().await;
    let path = "/v1/keys/verify";
    let body = json!({ "key": "x" });
    server.post(path, "", body.clone()).await.problem(401, "unauthenticated");
    server.post(path, &ada.token, body.clone()).await.problem(403, "platform_key_only");
    let wrong = server.post(path, &platform, json!({ "key": 5 })).await.problem(422, "invalid_field");
    assert_eq!(wrong.pointers(), ["/key"]);
    server.post(path, &platform, json!({ "key": "x", "more": 1 })).await.problem(422, "invalid_field");
    let bearer = format!("Bearer {platform}");
    let plain = [("authorization", &*bearer), ("content-type", "text/plain")];
    let sent = server.send(Method::POST, path, &plain, Some(b"{}".to_vec())).await;
    sent.problem(415, "unsupported_media_type");
    server.get(path, &platform).await.problem(405, "method_not_allowed");
}

#[tokio::test]
async fn what_is_wrong_with_a_new_key_is_named() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let keys = format!("{}/keys", keyset(&server, &ada, "testing").await);
    for (field, value, pointer) in [
        ("name", json!(""), "/name"),
        ("capabilities", json!(["a b"]), "/capabilities/0"),
        ("capabilities", json!("a"), "/capabilities"),
        ("expires_in_days", json!(31), "/expires_in_days"),
        ("expires_at", json!("2030-01-01T00:00:00Z"), "/expires_in_days"),
        ("scopes", json!([]), "/scopes"),
    ] {
        let mut body = key_in();
        body[field] = value;
        let refused = server.post(&keys, &ada.token, body).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), [pointer]);
    }
    let environment = keys.split("/keysets/").next().unwrap().to_owned() + "/keysets";
    let body = json!({ "name": "Set", "environment": "staging" });
    server.post(&environment, &ada.token, body).await.problem(422, "invalid_field");
    server.clock.advance(16 * 60);
    server.post(&keys, &ada.token, key_in()).await.problem(401, "reauthentication_required");
}

#[tokio::test]
async fn secrets_are_written_listed_and_deleted_and_never_told() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let secrets = format!("{}/secrets", keyset(&server, &ada, "testing").await);
    let value = json!({ "value": "planted value" });
    let one = format!("{secrets}/DB_PASSWORD");
    let made = server.put(&one, &ada.token, value.clone()).await.expect(200);
    assert_keys(&made.body, &["name", "created_at", "updated_at"]);
    assert!(!made.text.contains("planted"));
    let listed = server.get(&secrets, &ada.token).await.expect(200);
    assert_eq!(listed.items(), &[made.body]);
    server.get(&one, &ada.token).await.problem(405, "method_not_allowed");
    for name in ["1st", "a%20b", "a%2Fb", "%00", &"x".repeat(101)] {
        let wrong = server.put(&format!("{secrets}/{name}"), &ada.token, value.clone()).await;
        wrong.problem(422, "invalid_parameter");
        server.delete(&format!("{secrets}/{name}"), &ada.token).await.problem(404, "not_found");
    }
    for body in [json!({ "value": "" }), json!({ "value": "x".repeat(65_537) }), json!({})] {
        let wrong = server.put(&one, &ada.token, body).await.problem(422, "invalid_field");
        assert_eq!(wrong.pointers(), ["/value"]);
    }
    server.put(&one, &ada.token, json!({ "value": "\u{0}é".repeat(21_845) })).await.expect(200);
    server.delete(&one, &ada.token).await.expect(204);
    server.delete(&one, &ada.token).await.problem(404, "not_found");
}
