//! Members and what they hold.

use serde_json::json;

use crate::support::{Server, assert_keys};

#[tokio::test]
async fn members_are_listed_and_filtered() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "viewer" }])).await;
    let path = format!("/v1/accounts/{}/members", ada.account);
    let list = server.get(&path, &bob.token).await.expect(200);
    assert_eq!(list.items().len(), 2);
    assert_keys(&list.items()[1]["user"], &["id", "name", "email"]);
    assert_keys(&list.items()[1]["grants"][0], &["id", "role", "resource"]);
    for (query, count) in [
        ("status=active", 2),
        ("status=invited", 0),
        ("role=owner", 1),
        ("q=BOB@", 1),
        ("q=zz", 0),
        ("role=viewer&q=bob", 1),
    ] {
        assert_eq!(
            server.get(&format!("{path}?{query}"), &ada.token).await.expect(200).items().len(),
            count,
            "{query}"
        );
    }
    for query in ["status=gone", "limit=0", "limit=201", "limit=x", "cursor=%20", "cursor=AAAA"] {
        server.get(&format!("{path}?{query}"), &ada.token).await.problem(422, "invalid_parameter");
    }
}

#[tokio::test]
async fn an_invited_member_has_no_user_yet() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let invited = server
        .post(
            &format!("/v1/accounts/{}/invitations", ada.account),
            &ada.token,
            json!({ "email": "eve@example.com" }),
        )
        .await
        .expect(201);
    let member = server
        .get(&format!("/v1/accounts/{}/members/{}", ada.account, invited.text("/member")), &ada.token)
        .await
        .expect(200);
    assert_eq!(
        (&member.body["user"], member.text("/status"), member.text("/email")),
        (&json!(null), "invited".into(), "eve@example.com".into())
    );
}

#[tokio::test]
async fn grants_are_changed_as_a_whole_and_previewed_before() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "viewer" }])).await;
    let path = format!("/v1/accounts/{}/members/{}/grants", ada.account, bob.member);
    let here = json!({ "type": "account", "id": ada.account });
    let body = json!({ "grants": [{ "role": "billing", "expires_at": "2027-06-01T00:00:00+02:00" }] });
    let preview = server.post(&format!("{path}/preview"), &ada.token, body.clone()).await.expect(200);
    assert_keys(&preview.body, &["gains", "loses", "violations", "affects"]);
    let gain = preview.body["gains"]
        .as_array()
        .unwrap()
        .iter()
        .find(|gain| gain["permission"] == "invoice.view")
        .unwrap();
    assert_eq!(
        gain,
        &json!({ "permission": "invoice.view", "resource": here, "expires_at": "2027-05-31T22:00:00Z" })
    );
    assert_eq!(
        preview.body["loses"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|lost| lost["permission"] == "app.view")
            .count(),
        1
    );

    let changed = server.put(&path, &ada.token, body).await.expect(200);
    assert_eq!(changed.body["grants"][0]["resource"], here);
    assert_eq!(changed.body["grants"][0]["expires_at"], "2027-05-31T22:00:00Z");
    // What was shown can be sent back as it is.
    let same = server.put(&path, &ada.token, json!({ "grants": changed.body["grants"] })).await.expect(200);
    assert_eq!(
        (same.header("etag"), &same.body["grants"]),
        (changed.header("etag"), &changed.body["grants"])
    );
}

#[tokio::test]
async fn broken_rules_are_problems_that_say_what_would_resolve_them() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "pubnub").await;
    let path = format!("/v1/accounts/{}/members/{}/grants", ada.account, ada.member);
    let last = server.put(&path, &ada.token, json!({ "grants": [] })).await.problem(409, "last_owner");
    assert!(!last.text("/resolve").is_empty());
    let preview =
        server.post(&format!("{path}/preview"), &ada.token, json!({ "grants": [] })).await.expect(200);
    let violation = &preview.body["violations"][0];
    assert_eq!((&violation["code"], &violation["status"]), (&json!("last_owner"), &json!(409)));
    let unknown =
        server.put(&path, &ada.token, json!({ "grants": [{ "role": "king" }, { "role": "queen" }] })).await;
    let unknown = unknown.problem(422, "invalid_grant");
    assert_eq!(unknown.pointers(), ["/grants/0/role", "/grants/1/role"]);
    assert_eq!(unknown.body["violations"].as_array().unwrap().len(), 2);
    let mistyped = server.put(&path, &ada.token, json!({ "grants": [{ "role": "x" }, { "role": 1 }] })).await;
    assert_eq!(mistyped.problem(422, "invalid_field").pointers(), ["/grants/1/role"]);
}

#[tokio::test]
async fn a_resource_of_another_account_in_a_body_is_not_there() {
    let server = Server::start().await;
    let (ada, eve) = (server.sign_up("ada", "pubnub").await, server.sign_up("eve", "pubnub").await);
    let app = server.app(&eve, "Eve's").await;
    let path = format!("/v1/accounts/{}/members/{}/grants", ada.account, ada.member);
    let resource = json!({ "type": "app", "id": app });
    for body in [
        json!({ "grants": [{ "role": "app-admin", "resource": resource }] }),
        json!({ "grants": [{ "role": "x", "resource": { "type": "account", "id": eve.account } }] }),
    ] {
        let refused = server.put(&path, &ada.token, body.clone()).await.problem(404, "not_found");
        assert_eq!(refused.pointers(), ["/grants/0/resource/id"]);
        server.post(&format!("{path}/preview"), &ada.token, body).await.problem(404, "not_found");
    }
    let transfer = server
        .post(
            &format!("/v1/accounts/{}/ownership/transfer", ada.account),
            &ada.token,
            json!({ "member": eve.member }),
        )
        .await;
    assert_eq!(transfer.problem(404, "not_found").pointers(), ["/member"]);
    let explain = format!("/v1/accounts/{}/access/explain", ada.account);
    server
        .post(&explain, &ada.token, json!({ "member": eve.member, "permission": "app.view" }))
        .await
        .problem(404, "not_found");
    let body = json!({ "member": ada.member, "permission": "app.view", "resource": resource });
    server.post(&explain, &ada.token, body).await.problem(404, "not_found");
}

#[tokio::test]
async fn members_are_suspended_resumed_and_removed() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "viewer" }])).await;
    let path = format!("/v1/accounts/{}/members/{}", ada.account, bob.member);
    let send = async |what: &str, token: &str| {
        let path = format!("{path}/{what}");
        server
            .send(poem::http::Method::POST, &path, &[("authorization", &format!("Bearer {token}"))], None)
            .await
    };
    assert_eq!(send("suspend", &ada.token).await.expect(200).text("/status"), "suspended");
    server.get(&format!("/v1/accounts/{}", ada.account), &bob.token).await.problem(403, "permission_denied");
    assert_eq!(send("resume", &ada.token).await.expect(200).text("/status"), "active");
    let denied = send("suspend", &bob.token).await.problem(403, "permission_denied");
    assert_eq!(
        (denied.text("/permission"), &denied.body["resource"]["id"]),
        ("member.remove".to_owned(), &json!(ada.account))
    );
    server.delete(&path, &ada.token).await.expect(200);
    server.get(&format!("/v1/accounts/{}", ada.account), &bob.token).await.problem(404, "not_found");
    server
        .delete(&format!("/v1/accounts/{}/members/{}", ada.account, ada.member), &ada.token)
        .await
        .problem(409, "last_owner");
}

#[tokio::test]
async fn the_ownership_moves_in_one_step() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "developer" }])).await;
    let path = format!("/v1/accounts/{}/ownership/transfer", ada.account);
    server.post(&path, &bob.token, json!({ "member": bob.member })).await.problem(403, "owner_only");
    server.clock.advance(15 * 60);
    let stale = server.post(&path, &ada.token, json!({ "member": bob.member })).await;
    stale.problem(401, "reauthentication_required");
    let fresh = server.sign_in(&ada).await;
    let moved = server
        .post(&path, &fresh, json!({ "member": bob.member, "keep_roles": ["admin"] }))
        .await
        .expect(200);
    assert_eq!(moved.body["from"]["grants"][0]["role"], "admin");
    let roles: Vec<_> =
        moved.body["to"]["grants"].as_array().unwrap().iter().map(|grant| &grant["role"]).collect();
    assert!(roles.contains(&&json!("owner")), "{roles:?}");
}
