//! Every operation of the document, held to: anonymous 401, another account's ids 404, the weakest member 403. The lists
//! of exceptions only shrink.

use poem::http::Method;
use serde_json::{Value, json};

use crate::passkeys::registered;
use crate::support::{Person, Reply, Server, Wants};

/// Open to everyone, by their purpose.
const OPEN: &[&str] = &[
    "sign_up",
    "sign_in",
    // The challenge in the body is the credential.
    "answer_two_factor",
    "get_two_factor_passkey_options",
    // Nothing is told of anybody; the authenticator's answer is the credential.
    "begin_passkey_sign_in",
    "sign_in_by_passkey",
    "verify_email",
    "request_password_reset",
    // The token in the path is the credential.
    "reset_password",
    // The token in the body is the credential.
    "accept_invitation",
    // The way to a provider and back, and what it brought.
    "start_sso",
    "finish_sso",
    "exchange_sso_code",
    "start_account_sso",
    "finish_account_sso",
    // A provider's answer, which is looked at when the browser that it is for comes back; and what a provider is told.
    "receive_saml_response",
    "get_saml_metadata",
    "get_health",
    "get_readiness",
    "get_metrics",
    "get_authzen_configuration",
];

/// For platform keys alone: a session is refused before anything is looked up, whichever account it names.
const BACK_END: &[&str] = &["put_resource", "get_resource", "delete_resource"];

/// A member without any grant is answered: the list holds what they may view, which is nothing.
const EMPTY_LISTS: &[&str] = &["list_apps", "list_keysets"];

/// What only people do: a service integration is answered 403 `user_only`, whatever it holds.
const PEOPLE: &[&str] = &[
    "accept_invitation",
    "add_identity",
    "begin_passkey_registration",
    "begin_totp",
    "change_email",
    "change_password",
    "claim_sso_domain",
    "confirm_totp",
    "create_account",
    "create_integration",
    "create_integration_key",
    "create_invitation",
    "create_key",
    "delete_me",
    "delete_sso",
    "disable_totp",
    "get_me",
    "get_passkey",
    "get_session",
    "get_two_factor",
    "list_identities",
    "list_my_accounts",
    "list_my_invitations",
    "list_passkeys",
    "list_sessions",
    "preview_grants",
    "preview_role_model",
    "put_grants",
    "put_integration_grants",
    "put_role_model",
    "put_sso",
    "register_passkey",
    "release_sso_domain",
    "remove_identity",
    "remove_integration",
    "remove_integration_key",
    "remove_passkey",
    "replace_recovery_codes",
    "resend_invitation",
    "resume_member",
    "revoke_session",
    "revoke_sessions",
    "rotate_key",
    "sign_out",
    "start_identity",
    "take_over_integration",
    "transfer_ownership",
    "update_integration",
    "update_me",
    "update_passkey",
    "verify_sso_domain",
];

struct Operation {
    id: String,
    method: Method,
    path: String,
    body: Option<Value>,
}

/// The query without which nothing else of a request is looked at.
fn needed(operation: &Value) -> String {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let needed = parameters.filter(|given| given["in"] == "query" && given["required"] == true);
    let query: Vec<String> = needed.map(|given| format!("{}=x", given["name"].as_str().unwrap())).collect();
    if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) }
}

fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&bailiwick_adapter_http::spec_json()).unwrap();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
            let example = schema.map(|name| {
                document["components"]["schemas"][name.rsplit('/').next().unwrap()]["example"].clone()
            });
            all.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: format!("{path}{}", needed(operation)),
                body: example,
            });
        }
    }
    all
}

/// Ids of one account.
struct Ids {
    acct: String,
    rest: Vec<(&'static str, String)>,
}

impl Ids {
    async fn of(server: &Server, owner: &Person, other: &Person) -> Self {
        let app = server.app(owner, "Shop").await;
        let base = format!("/v1/accounts/{}", owner.account);
        let ks = server
            .post(&format!("{base}/apps/{app}/keysets"), &owner.token, json!({ "name": "Live" }))
            .await
            .expect(201)
            .text("/id");
        let body = json!({ "name": "Server", "capabilities": [] });
        let key = server
            .post(&format!("{base}/apps/{app}/keysets/{ks}/keys"), &owner.token, body)
            .await
            .expect(201)
            .text("/id");
        let email = format!("someone.{}@example.com", &owner.user[20..]);
        let inv = server
            .post(&format!("{base}/invitations"), &owner.token, json!({ "email": email }))
            .await
            .expect(201)
            .text("/id");
        let sess = server.get("/v1/sessions", &owner.token).await.expect(200).items()[0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let configuration = format!("{base}/apps/{app}/configuration");
        server.json(Method::PUT, &configuration, &owner.token, &[], &json!({ "a": 1 })).await.expect(200);
        let integrations = format!("{base}/integrations");
        let sint = server
            .post(&integrations, &owner.token, json!({ "name": "Deploy" }))
            .await
            .expect(201)
            .text("/id");
        let keys = format!("{integrations}/{sint}/keys");
        let its_key = server.post(&keys, &owner.token, json!({ "name": "CI" })).await.expect(201).text("/id");
        let pk = registered(server, owner).await;
        let rest = vec![
            // Before the keyset's key, which has the same name.
            ("sint}/keys/{key", format!("{sint}/keys/{its_key}")),
            ("mbr", other.member.clone()),
            ("app", app),
            ("key", key),
            ("ks", ks),
            ("inv", inv),
            ("sess", sess),
            ("pk", pk),
            ("sint", sint),
        ];
        Self {
            acct: owner.account.clone(),
            rest: [
                rest,
                vec![
                    ("type", "record".to_owned()),
                    ("id", "x".to_owned()),
                    ("token", "x".to_owned()),
                    ("provider", "nowhere".to_owned()),
                    ("domain", "example.com".to_owned()),
                    ("name", "SECRET".to_owned()),
                ],
            ]
            .concat(),
        }
    }
    fn path(&self, template: &str, acct: &str) -> String {
        let path = template.replace("{acct}", acct).replace("{version}", "1");
        self.rest.iter().fold(path, |path, (name, id)| path.replace(&format!("{{{name}}}"), id))
    }
}

async fn send(server: &Server, operation: &Operation, path: &str, token: &str) -> Reply {
    if let Some(body) = &operation.body {
        return server.json(operation.method.clone(), path, token, &[], body).await;
    }
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", &*bearer)];
    server.send(operation.method.clone(), path, if token.is_empty() { &[] } else { &headers }, None).await
}

#[tokio::test]
async fn anonymous_callers_are_refused() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let ids = Ids::of(&server, &ada, &ada).await;
    for operation in operations() {
        let reply = send(&server, &operation, &ids.path(&operation.path, &ids.acct), "").await;
        if OPEN.contains(&&*operation.id) {
            assert_ne!(reply.body["code"], "unauthenticated", "{}", operation.id);
        } else {
            assert_eq!(
                (reply.status.as_u16(), &reply.body["code"]),
                (401, &json!("unauthenticated")),
                "{}",
                operation.id
            );
        }
    }
}

/// The versions of what an account has.
async fn versions(server: &Server, ids: &Ids, owner: &Person) -> Vec<u64> {
    let mut versions = Vec::new();
    for path in [
        "apps/{app}",
        "apps/{app}/keysets/{ks}",
        "apps/{app}/keysets/{ks}/keys/{key}",
        "invitations/{inv}",
        "members/{mbr}",
    ] {
        let path = ids.path(&format!("/v1/accounts/{{acct}}/{path}"), &ids.acct);
        versions.push(server.get(&path, &owner.token).await.expect(200).version());
    }
    versions
}

#[tokio::test]
async fn another_accounts_ids_are_not_there() {
    let server = Server::start().await;
    let (ada, eve) = (server.sign_up("ada", "standard").await, server.sign_up("eve", "standard").await);
    let bob = server.join(&ada, "bob", json!([])).await;
    let ids = Ids::of(&server, &ada, &bob).await;
    let before = versions(&server, &ids, &ada).await;
    for operation in operations()
        .iter()
        .filter(|operation| operation.path.contains('{') && !OPEN.contains(&&*operation.id))
    {
        let wanted = if BACK_END.contains(&&*operation.id) { 403 } else { 404 };
        let mut accounts = vec![&ids.acct];
        if operation.path.matches('{').count() > 1 {
            // One's own account, with a part of the other one's in it.
            accounts.push(&eve.account);
        }
        for account in accounts {
            let reply = send(&server, operation, &ids.path(&operation.path, account), &eve.token).await;
            assert_eq!(reply.status.as_u16(), wanted, "{} {account}: {}", operation.id, reply.text);
        }
    }
    assert_eq!(versions(&server, &ids, &ada).await, before, "nothing was touched");
}

#[tokio::test]
async fn the_weakest_member_is_forbidden() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let (bob, weak) = (server.join(&ada, "bob", json!([])).await, server.join(&ada, "weak", json!([])).await);
    let ids = Ids::of(&server, &ada, &bob).await;
    for operation in operations()
        .iter()
        .filter(|operation| operation.path.contains("{acct}") && !OPEN.contains(&&*operation.id))
    {
        let mut operation = Operation {
            body: operation.body.clone(),
            id: operation.id.clone(),
            method: operation.method.clone(),
            path: operation.path.clone(),
        };
        if operation.id == "explain_access" {
            operation.body = Some(json!({ "member": bob.member, "permission": "app.view" }));
        }
        let reply = send(&server, &operation, &ids.path(&operation.path, &ids.acct), &weak.token).await;
        if EMPTY_LISTS.contains(&&*operation.id) {
            assert!(reply.expect(200).items().is_empty(), "{}", operation.id);
        } else {
            assert_eq!(reply.status.as_u16(), 403, "{}: {}", operation.id, reply.text);
        }
    }
}

#[tokio::test]
async fn a_member_without_the_second_factor_that_the_account_requires_gets_nothing_of_it_but_the_way_out() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([])).await;
    let barred = server.join(&ada, "barred", json!([{ "role": "admin" }])).await;
    let ids = Ids::of(&server, &ada, &bob).await;
    let account = ids.path("/v1/accounts/{acct}", &ids.acct);
    server.patch(&account, &ada.token, json!({ "require_two_factor": true })).await.expect(200);
    for operation in operations() {
        let apart = [OPEN, BACK_END].concat().contains(&&*operation.id);
        if apart || !operation.path.contains("{acct}") {
            continue;
        }
        let reply = send(&server, &operation, &ids.path(&operation.path, &ids.acct), &barred.token).await;
        let code = (reply.status.as_u16(), &reply.body["code"]);
        assert_eq!(code, (403, &json!("account_two_factor_required")), "{}: {}", operation.id, reply.text);
    }
    let own = server.post("/v1/accounts", &barred.token, json!({ "name": "Own" })).await.expect(201);
    server.get(&format!("/v1/accounts/{}", own.text("/id")), &barred.token).await.expect(200);
    server.delete(&format!("{account}/members/{}", barred.member), &barred.token).await.expect(200);
}

/// What was answered, for a list of what went wrong.
fn told(reply: &Reply) -> (u16, String) {
    (reply.status.as_u16(), reply.body["code"].as_str().unwrap_or_default().to_owned())
}

/// All operations, deletions last and what is deepest first among these, so that each finds what it is about.
fn deletions_last() -> Vec<Operation> {
    let mut all = operations();
    all.sort_by_key(|one| {
        let deletes = one.method == Method::DELETE;
        (deletes, if deletes { usize::MAX - one.path.matches('/').count() } else { 0 })
    });
    all
}

#[tokio::test]
async fn what_only_people_do_no_service_integration_does_whatever_it_holds() {
    assert!(PEOPLE.is_sorted());
    let server = Server::with(Wants { any_issuer: true, ..Wants::default() }).await;
    let ada = server.sign_up("ada", "pubnub").await;
    let bob = server.join(&ada, "bob", json!([])).await;
    let ids = Ids::of(&server, &ada, &bob).await;
    let account = format!("/v1/accounts/{}", ada.account);
    // What some of them are about.
    let connection = json!({ "issuer": "https://id.example", "client_id": "a", "client_secret": "b" });
    server.put(&format!("{account}/sso"), &ada.token, connection).await.expect(200);
    let domains = format!("{account}/sso/domains");
    server.post(&domains, &ada.token, json!({ "domain": "example.com" })).await.expect(201);
    let secret = ids.path("/v1/accounts/{acct}/apps/{app}/keysets/{ks}/secrets/{name}", &ids.acct);
    server.put(&secret, &ada.token, json!({ "value": "x" })).await.expect(200);
    let suspend = format!("{account}/members/{}/suspend", bob.member);
    server
        .send(Method::POST, &suspend, &[("authorization", &format!("Bearer {}", ada.token))], None)
        .await
        .expect(200);
    // All that there is in this model.
    let (_, key) = server.machine(&ada, json!([{ "role": "account-admin" }])).await;
    let (mut refused, mut wrong) = (Vec::new(), Vec::new());
    for mut operation in deletions_last() {
        if operation.id == "explain_access" {
            operation.body = Some(json!({ "member": bob.member, "permission": "app.view" }));
        }
        let reply = send(&server, &operation, &ids.path(&operation.path, &ids.acct), &key).await;
        let (status, code) = told(&reply);
        let open = OPEN.contains(&&*operation.id);
        let in_account =
            operation.path.contains("{acct}") && ![OPEN, BACK_END].concat().contains(&&*operation.id);
        if (status, &*code) == (403, "user_only") {
            refused.push(operation.id);
        } else if code == "unauthenticated" || (status == 401 && !open) {
            wrong.push((operation.id, status, code));
        } else if in_account && !reply.status.is_success() {
            // It may do all else.
            wrong.push((operation.id, status, code));
        }
    }
    refused.sort_unstable();
    assert_eq!((refused, wrong), (PEOPLE.iter().map(ToString::to_string).collect(), Vec::new()));
}

#[tokio::test]
async fn what_only_people_change_is_refused_to_a_service_integration_field_by_field() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "pubnub").await;
    let ids = Ids::of(&server, &ada, &ada).await;
    let (_, machine) = server.machine(&ada, json!([{ "role": "account-admin" }])).await;
    let account = format!("/v1/accounts/{}", ada.account);
    let key = ids.path("/v1/accounts/{acct}/apps/{app}/keysets/{ks}/keys/{key}", &ids.acct);
    server.patch(&account, &machine, json!({ "name": "Engines" })).await.expect(200);
    for required in [true, false] {
        let body = json!({ "require_two_factor": required });
        server.patch(&account, &machine, body).await.problem(403, "user_only");
    }
    server.patch(&key, &machine, json!({ "status": "active", "name": "Same" })).await.expect(200);
    server.patch(&key, &machine, json!({ "status": "disabled" })).await.expect(200);
    server.patch(&key, &machine, json!({ "name": "Off" })).await.expect(200);
    let enabled = server.patch(&key, &machine, json!({ "status": "active" })).await;
    enabled.problem(403, "user_only");
    assert_eq!(server.get(&key, &ada.token).await.expect(200).body["status"], "disabled");
}

#[tokio::test]
async fn another_accounts_service_integration_finds_nothing() {
    let server = Server::start().await;
    let (ada, eve) = (server.sign_up("ada", "pubnub").await, server.sign_up("eve", "pubnub").await);
    let bob = server.join(&ada, "bob", json!([])).await;
    let ids = Ids::of(&server, &ada, &bob).await;
    let (_, key) = server.machine(&eve, json!([{ "role": "account-admin" }])).await;
    let before = versions(&server, &ids, &ada).await;
    let mut wrong = Vec::new();
    for operation in operations()
        .iter()
        .filter(|operation| operation.path.contains("{acct}") && !OPEN.contains(&&*operation.id))
    {
        let wanted = if BACK_END.contains(&&*operation.id) { 403 } else { 404 };
        let reply = send(&server, operation, &ids.path(&operation.path, &ids.acct), &key).await;
        if reply.status.as_u16() != wanted {
            wrong.push((operation.id.clone(), "the other account", told(&reply)));
        }
        if operation.path.matches('{').count() > 1 {
            // One's own account, with a part of the other one's in it.
            let reply = send(&server, operation, &ids.path(&operation.path, &eve.account), &key).await;
            let is_persons =
                PEOPLE.contains(&&*operation.id) && told(&reply) == (403, "user_only".to_owned());
            if reply.status.as_u16() != wanted && !is_persons {
                wrong.push((operation.id.clone(), "a part of it", told(&reply)));
            }
        }
    }
    assert_eq!(wrong, []);
    assert_eq!(versions(&server, &ids, &ada).await, before, "nothing was touched");
}

#[tokio::test]
async fn of_a_closed_account_a_service_integration_is_told_what_a_member_is() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "pubnub").await;
    let bob = server.join(&ada, "bob", json!([])).await;
    let admin = server.join(&ada, "admin", json!([{ "role": "account-admin" }])).await;
    let ids = Ids::of(&server, &ada, &bob).await;
    let (_, key) = server.machine(&ada, json!([{ "role": "account-admin" }])).await;
    server.close(&ada.account).await;
    server.clock.advance(1);
    let mut wrong = Vec::new();
    for operation in operations() {
        let apart = [OPEN, BACK_END].concat().contains(&&*operation.id);
        if apart || !operation.path.contains("{acct}") {
            continue;
        }
        let path = ids.path(&operation.path, &ids.acct);
        for (who, token) in [("a member", &admin.token), ("a service integration", &key)] {
            let found = told(&send(&server, &operation, &path, token).await);
            if found != (410, "account_closed".to_owned()) {
                wrong.push((operation.id.clone(), who, found));
            }
        }
    }
    assert_eq!(wrong, []);
}
