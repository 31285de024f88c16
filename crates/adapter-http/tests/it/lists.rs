//! Pages of lists: nothing is shown twice or skipped while rows come and go.

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn a_cursor_stays_valid_while_rows_come_and_go() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let mut apps = Vec::new();
    for at in 0..5 {
        apps.push(server.app(&ada, &format!("App {at}")).await);
    }
    let path = format!("/v1/accounts/{}/apps", ada.account);
    let first = server.get(&format!("{path}?limit=2"), &ada.token).await.expect(200);
    let cursor = first.text("/next_cursor");
    server.delete(&format!("{path}/{}", apps[1]), &ada.token).await.expect(204);
    let added = server.app(&ada, "Late").await;
    let second = server.get(&format!("{path}?limit=2&cursor={cursor}"), &ada.token).await.expect(200);
    let third = server
        .get(&format!("{path}?limit=200&cursor={}", second.text("/next_cursor")), &ada.token)
        .await
        .expect(200);
    assert!(third.body["next_cursor"].is_null());
    let seen: Vec<&str> = [&first, &second, &third]
        .iter()
        .flat_map(|page| page.items())
        .map(|app| app["id"].as_str().unwrap())
        .collect();
    assert_eq!(seen, [&apps[0], &apps[1], &apps[2], &apps[3], &apps[4], &added].map(String::as_str));

    let foreign = format!("/v1/accounts/{}/members?cursor={cursor}", ada.account);
    assert_eq!(
        server.get(&foreign, &ada.token).await.problem(422, "invalid_parameter").pointers(),
        ["/cursor"]
    );
}

#[tokio::test]
async fn every_list_has_pages() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    server.post("/v1/accounts", &ada.token, json!({ "name": "Two" })).await.expect(201);
    server
        .post("/v1/sessions", "", json!({ "email": ada.email, "password": crate::support::PASSWORD }))
        .await
        .expect(201);
    let account = format!("/v1/accounts/{}", ada.account);
    let app = server.app(&ada, "One").await;
    server.app(&ada, "Two").await;
    for name in ["One", "Two"] {
        server
            .post(&format!("{account}/apps/{app}/keysets"), &ada.token, json!({ "name": name }))
            .await
            .expect(201);
        let email = format!("{name}@example.com");
        server
            .post(&format!("{account}/invitations"), &ada.token, json!({ "email": email }))
            .await
            .expect(201);
    }
    let keyset = format!("apps/{app}/keysets/{}", last_keyset(&server, &account, &app, &ada.token).await);
    for name in ["One", "Two"] {
        let key = json!({ "name": name, "capabilities": [] });
        server.post(&format!("{account}/{keyset}/keys"), &ada.token, key).await.expect(201);
        let path = format!("{account}/{keyset}/secrets/{name}");
        server.put(&path, &ada.token, json!({ "value": "x" })).await.expect(200);
    }
    for list in ["keys", "secrets"] {
        two_pages(&server, &format!("{account}/{keyset}/{list}"), &ada.token).await;
    }
    for list in ["members", "invitations", "apps", "audit-events", &format!("apps/{app}/keysets")] {
        two_pages(&server, &format!("{account}/{list}"), &ada.token).await;
    }
    for list in ["/v1/sessions", "/v1/me/accounts"] {
        two_pages(&server, list, &ada.token).await;
    }
}

async fn last_keyset(server: &Server, account: &str, app: &str, token: &str) -> String {
    let keysets = server.get(&format!("{account}/apps/{app}/keysets"), token).await.expect(200);
    keysets.items()[1]["id"].as_str().unwrap().to_owned()
}

async fn two_pages(server: &Server, path: &str, token: &str) {
    let all = server.get(path, token).await.expect(200);
    let first = server.get(&format!("{path}?limit=1"), token).await.expect(200);
    let second =
        server.get(&format!("{path}?limit=1&cursor={}", first.text("/next_cursor")), token).await.expect(200);
    assert_eq!([&first.items()[0], &second.items()[0]], [&all.items()[0], &all.items()[1]], "{path}");
}
