//! Reads that say what they have, and where a new thing is.

use poem::http::Method;
use serde_json::json;

use crate::support::{Reply, Server, Wants};

async fn read(server: &Server, method: Method, path: &str, token: &str, seen: &str) -> Reply {
    let bearer = format!("Bearer {token}");
    server.send(method, path, &[("authorization", &bearer), ("if-none-match", seen)], None).await
}

#[tokio::test]
async fn a_read_of_what_was_seen_is_a_304_until_it_changes() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let account = format!("/v1/accounts/{}", ada.account);
    let app = format!("{account}/apps/{}", server.app(&ada, "Shop").await);
    let member = format!("{account}/members/{}", ada.member);
    for path in ["/v1/me", &account, &app, &member, &format!("{account}/role-model")] {
        let tag = server.get(path, &ada.token).await.expect(200).header("etag").to_owned();
        for seen in [tag.clone(), format!("W/{tag}"), format!("\"1\", {tag}"), "*".to_owned()] {
            for method in [Method::GET, Method::HEAD] {
                let same = read(&server, method, path, &ada.token, &seen).await.expect(304);
                assert_eq!(
                    (same.header("etag"), same.text.as_str(), same.header("content-type")),
                    (&*tag, "", "")
                );
                assert!(!same.header("x-request-id").is_empty());
            }
        }
        let version = tag.split('.').next().unwrap();
        for other in ["\"9\"", &format!("{version}\""), "nonsense"] {
            read(&server, Method::GET, path, &ada.token, other).await.expect(200);
        }
    }
    let tag = server.get(&app, &ada.token).await.expect(200).header("etag").to_owned();
    server.patch(&app, &ada.token, json!({ "name": "Web shop" })).await.expect(200);
    assert_eq!(
        read(&server, Method::GET, &app, &ada.token, &tag).await.expect(200).text("/name"),
        "Web shop"
    );
    // A member's version stays when the user's name changes, and yet something else is shown.
    let tag = server.get(&member, &ada.token).await.expect(200).header("etag").to_owned();
    server.patch("/v1/me", &ada.token, json!({ "name": "Ada King" })).await.expect(200);
    let shown = read(&server, Method::GET, &member, &ada.token, &tag).await.expect(200);
    assert_eq!(shown.text("/user/name"), "Ada King");
    let write = [("if-match", &*tag)];
    let body = json!({ "grants": [{ "role": "owner" }, { "role": "admin" }] });
    server.json(Method::PUT, &format!("{member}/grants"), &ada.token, &write, &body).await.expect(200);
    // Who may not read it is not told that it is the same.
    let eve = server.sign_up("eve", "standard").await;
    read(&server, Method::GET, &account, &eve.token, "*").await.problem(404, "not_found");
}

#[tokio::test]
async fn a_new_thing_says_where_it_is() {
    let server = Server::with(Wants { models: vec![crate::apps::PRODUCT], ..Wants::default() }).await;
    let ada = server.sign_up("ada", "product").await;
    let account = format!("/v1/accounts/{}", ada.account);
    let app = server.app(&ada, "Shop").await;
    let key = server.platform_key().await;
    for (path, body) in [
        ("/v1/accounts", json!({ "name": "Two" })),
        (&*format!("{account}/apps"), json!({ "name": "Two" })),
        (&format!("{account}/apps/{app}/keysets"), json!({ "name": "Live" })),
        (&format!("{account}/invitations"), json!({ "email": "bob@example.com" })),
    ] {
        let keyed = [("idempotency-key", "k")];
        for _ in 0..2 {
            let made = server.json(Method::POST, path, &ada.token, &keyed, &body).await.expect(201);
            assert_eq!(made.header("location"), format!("{path}/{}", made.text("/id")));
            assert_eq!(server.get(made.header("location"), &ada.token).await.expect(200).body, made.body);
        }
    }
    let path = format!("{account}/resources/record/a%2Fb%3F-%25");
    let body = json!({ "parent": { "type": "account", "id": ada.account } });
    let made = server.put(&path, &key, body).await.expect(201);
    assert_eq!(made.header("location"), path);
    assert_eq!(server.get(&path, &key).await.expect(200).text("/id"), "a/b?-%");
}
