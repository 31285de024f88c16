//! A NUL in a text, which JSON can say and PostgreSQL can't keep: whatever field it is in, the answer says which.

use poem::http::Method;
use serde_json::{Value, json};

use crate::apps::PRODUCT;
use crate::support::{PASSWORD, Person, Server, Wants};

/// The pointer of every text in a value.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| texts(item, &format!("{at}/{n}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| texts(field, &format!("{at}/{name}"), found));
        }
        _ => {}
    }
}

/// The body once for each of its texts, with a NUL at that one's end, and that one's pointer.
fn with_nul(body: &Value) -> Vec<(String, Value)> {
    let mut pointers = Vec::new();
    texts(body, "", &mut pointers);
    let each = pointers.into_iter().map(|pointer| {
        let mut body = body.clone();
        let text = body.pointer_mut(&pointer).unwrap();
        *text = json!(format!("{}\u{0}", text.as_str().unwrap()));
        (pointer, body)
    });
    each.collect()
}

/// The operations of the API that take a text and change something, with a body that is good but for what is put into it.
fn operations(ada: &Person, bob: &Person, app: &str, keyset: &str) -> Vec<(Method, String, Value)> {
    let Person { account, member, .. } = ada;
    let of = |rest: &str| format!("/v1/accounts/{account}{rest}");
    let grant = json!({ "role": "app-viewer", "resource": { "type": "app", "id": app }, "expires_at": "2030-01-15T08:00:00Z" });
    let named = json!({ "name": "Name" });
    vec![
        (
            Method::POST,
            "/v1/signup".into(),
            json!({ "email": "new@example.com", "password": PASSWORD, "name": "New", "account_name": "New", "role_model": "standard" }),
        ),
        (Method::PATCH, "/v1/me".into(), named.clone()),
        (
            Method::POST,
            "/v1/accounts".into(),
            json!({ "name": "Other", "kind": "organization", "role_model": "standard" }),
        ),
        (Method::PATCH, of(""), json!({ "name": "Name", "legal_name": "Legal", "region": "eu" })),
        (Method::POST, of("/apps"), named.clone()),
        (Method::PATCH, of(&format!("/apps/{app}")), named.clone()),
        (Method::POST, of(&format!("/apps/{app}/keysets")), named.clone()),
        (Method::PATCH, of(&format!("/apps/{app}/keysets/{keyset}")), named.clone()),
        (
            Method::POST,
            of(&format!("/apps/{app}/keysets/{keyset}/keys")),
            json!({ "name": "Name", "capabilities": ["a:b"] }),
        ),
        (
            Method::POST,
            of("/invitations"),
            json!({ "email": "eve@example.com", "first_name": "Bob", "grants": [grant] }),
        ),
        (Method::PUT, of(&format!("/members/{member}/grants")), json!({ "grants": [grant] })),
        (
            Method::POST,
            of("/ownership/transfer"),
            json!({ "member": bob.member, "keep_roles": ["functions-viewer"] }),
        ),
        (
            Method::PUT,
            of("/role-model"),
            json!({ "id": "standard", "version": 1, "mapping": { "account-owner": "owner" } }),
        ),
    ]
}

#[tokio::test]
async fn a_nul_in_any_text_of_a_body_is_refused_and_named() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "pubnub").await;
    let bob = server.join(&ada, "bob", json!([])).await;
    let app = server.app(&ada, "app").await;
    let keysets = format!("/v1/accounts/{}/apps/{app}/keysets", ada.account);
    let keyset = server.post(&keysets, &ada.token, json!({ "name": "keys" })).await.expect(201).text("/id");
    let mut asked = 0;
    for (method, path, body) in operations(&ada, &bob, &app, &keyset) {
        // A password is any text: what is kept is its hash.
        for (pointer, body) in with_nul(&body).into_iter().filter(|(pointer, _)| pointer != "/password") {
            let reply = server.json(method.clone(), &path, &ada.token, &[], &body).await;
            // What can be no resource is one that is not there, whichever half of its name is wrong.
            let (status, field) = match pointer.strip_suffix("/resource/type") {
                Some(grant) if grant.starts_with("/grants") => (404, format!("{grant}/resource/id")),
                _ if pointer.ends_with("/resource/id") => (404, pointer),
                _ if pointer.starts_with("/mapping/") => (409, pointer),
                _ => (422, pointer),
            };
            assert_eq!(reply.status, status, "{method} {path} {field}: {}", reply.text);
            assert_eq!(reply.pointers(), [field], "{method} {path}: {}", reply.text);
            asked += 1;
        }
    }
    assert!(asked > 20, "only {asked} were asked");
}

#[tokio::test]
async fn a_nul_in_a_role_that_is_mapped_a_token_or_a_resource_is_refused() {
    let server = Server::with(Wants { models: vec![PRODUCT], ..Wants::default() }).await;
    let (ada, key) = (server.sign_up("ada", "product").await, server.platform_key().await);
    let account = format!("/v1/accounts/{}", ada.account);
    let mapping = json!({ "id": "standard", "version": 1, "mapping": { "a\u{0}": "owner" } });
    let refused = server.put(&format!("{account}/role-model"), &ada.token, mapping).await;
    assert_eq!(refused.problem(422, "invalid_field").pointers(), ["/mapping"]);
    let sign_in = json!({ "email": "ada@example.com\u{0}", "password": PASSWORD });
    server.post("/v1/sessions", "", sign_in).await.problem(401, "invalid_credentials");
    let accept = json!({ "token": "a\u{0}", "name": "Bob", "password": PASSWORD });
    server.post("/v1/invitations/accept", "", accept).await.problem(404, "not_found");
    let parent = json!({ "name": "Name", "parent": { "type": "account", "id": ada.account } });
    for (pointer, body) in with_nul(&parent) {
        let refused = server.put(&format!("{account}/resources/record/r1"), &key, body).await;
        let (status, field) = if pointer == "/name" { (422, "/name") } else { (404, "/parent/id") };
        assert_eq!(refused.status, status, "{}", refused.text);
        assert_eq!(refused.pointers(), [field], "{}", refused.text);
    }
    for path in ["resources/a%00/r1", "resources/record/a%00", "apps/app_%00", "members/%00"] {
        server.get(&format!("{account}/{path}"), &key).await.problem(404, "not_found");
    }
    let put = server.put(&format!("{account}/resources/record/a%00"), &key, parent).await;
    assert!([404, 422].contains(&put.status.as_u16()), "{}", put.text);
    server.post("/v1/email-verifications/a%00", "", json!({})).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_nul_in_a_question_about_access_is_no_and_no_failure() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "pubnub").await, server.platform_key().await);
    let question = json!({
        "subject": { "type": "user", "id": ada.user },
        "action": { "name": "account.view" },
        "resource": { "type": "account", "id": ada.account },
    });
    let mut asked = question.clone();
    asked["resource"]["properties"] = json!({ "account": ada.account });
    asked["page"] = json!({ "token": "abc" });
    for (pointer, body) in with_nul(&asked) {
        for path in ["evaluation", "evaluations", "search/subject", "search/resource", "search/action"] {
            let reply = server.post(&format!("/access/v1/{path}"), &key, body.clone()).await;
            assert!([200, 400].contains(&reply.status.as_u16()), "{path} {pointer}: {}", reply.text);
            if path == "evaluation" && !pointer.starts_with("/page") {
                assert_ne!(reply.body["decision"], true, "{pointer}: {}", reply.text);
            }
        }
    }
    let asked = json!({ "member": ada.member, "permission": "app.view", "resource": { "type": "account", "id": ada.account } });
    for (pointer, body) in with_nul(&asked) {
        let path = format!("/v1/accounts/{}/access/explain", ada.account);
        let reply = server.post(&path, &ada.token, body).await;
        assert!([200, 404, 422].contains(&reply.status.as_u16()), "{pointer}: {}", reply.text);
        assert_ne!(reply.body["allowed"], true, "{pointer}: {}", reply.text);
    }
    assert_eq!(server.post("/access/v1/evaluation", &key, question).await.expect(200).body["decision"], true);
}
