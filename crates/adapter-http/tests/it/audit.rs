//! Audit events: shown so that their hashes can be made again.

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::support::{Server, assert_keys};

#[tokio::test]
async fn events_are_shown_newest_first_and_their_hashes_hold() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    server.app(&ada, "Shop").await;
    let headers = [("x-request-id", "req-42")];
    let path = format!("/v1/accounts/{}", ada.account);
    server
        .json(poem::http::Method::PATCH, &path, &ada.token, &headers, &json!({ "region": "eu" }))
        .await
        .expect(200);
    let list = server.get(&format!("{path}/audit-events"), &ada.token).await.expect(200);
    let actions: Vec<&str> = list.items().iter().map(|event| event["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["account.updated", "app.created", "account.created"]);
    assert_eq!(list.items()[0]["request_id"], "req-42");
    assert_eq!(list.items()[0]["actor"], json!({ "type": "user", "id": ada.user }));
    let mut next = None;
    for event in list.items() {
        let keys = [
            "id",
            "seq",
            "at",
            "actor",
            "action",
            "target",
            "before",
            "after",
            "request_id",
            "source_ip",
            "previous_hash",
            "hash",
        ];
        assert_keys(event, &keys);
        let mut body = event.clone();
        body.as_object_mut().unwrap().remove("hash");
        let digest = Sha256::digest(canonical(&body).as_bytes());
        let hash = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert_eq!(event["hash"], hash);
        assert!(next.is_none_or(|next| next == hash));
        next = Some(event["previous_hash"].as_str().unwrap().to_owned());
    }
    for (query, count) in [
        ("action=app.created", 1),
        (&*format!("actor={}", ada.user), 3),
        ("actor=user_x", 0),
        ("since=2027-01-15T08:00:00Z", 3),
        ("until=2027-01-15T08:00:00Z", 0),
    ] {
        let found = server.get(&format!("{path}/audit-events?{query}"), &ada.token).await.expect(200);
        assert_eq!(found.items().len(), count, "{query}");
    }
    server
        .get(&format!("{path}/audit-events?since=yesterday"), &ada.token)
        .await
        .problem(422, "invalid_parameter");
}

fn canonical(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            let fields: Vec<String> =
                keys.iter().map(|key| format!("{}:{}", json!(key), canonical(&map[*key]))).collect();
            format!("{{{}}}", fields.join(","))
        }
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}
