//! Who may do what with keysets, keys and secrets, role by role, as the tables of the role models have it.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, Reply, Server, holding};

/// What a role lets its member do, by letters: `v`iew keysets and keys; `m`anage them; make a keyset in the `a`pp;
/// write, list and delete `s`ecrets.
const ROLES: [(&str, &str, &str, &str); 29] = [
    ("ably", "owner", "account", "vmas"),
    ("ably", "admin", "account", "vmas"),
    ("ably", "developer", "account", "v"),
    ("ably", "billing", "account", ""),
    ("pubnub", "account-owner", "account", "vmas"),
    ("pubnub", "account-admin", "account", "vmas"),
    ("pubnub", "app-viewer", "app", "v"),
    ("pubnub", "app-admin", "app", "vma"),
    ("pubnub", "keyset-viewer", "keyset", "v"),
    ("pubnub", "keyset-admin", "keyset", "vms"),
    ("pubnub", "functions-developer", "account", ""),
    ("pubnub", "functions-viewer", "account", ""),
    ("pubnub", "business-insights", "account", ""),
    ("pubnub", "illuminate-admin", "account", ""),
    ("pubnub", "bizops-objects-operator", "keyset", ""),
    ("pubnub-classic", "account-admin", "account", "vmas"),
    ("pubnub-classic", "app-viewer", "app", "v"),
    ("pubnub-classic", "app-admin", "app", "vma"),
    ("pubnub-classic", "keyset-viewer", "keyset", "v"),
    ("pubnub-classic", "keyset-admin", "keyset", "vm"),
    ("pubnub-classic", "functions-developer-app", "app", ""),
    ("pubnub-classic", "functions-developer-keyset", "keyset", ""),
    ("pubnub-classic", "functions-operator-app", "app", ""),
    ("pubnub-classic", "functions-operator-keyset", "keyset", ""),
    ("pubnub-classic", "functions-viewer-app", "app", ""),
    ("pubnub-classic", "functions-viewer-keyset", "keyset", ""),
    ("pubnub-classic", "pubnub-insights", "account", ""),
    ("pubnub-classic", "illuminate-admin", "account", ""),
    ("pubnub-classic", "bizops-objects-operator", "keyset", ""),
];

/// Who holds these owns the account; nobody is invited as such.
const OWNERS: [&str; 2] = ["owner", "account-owner"];

/// What the owner makes for one role.
struct Things {
    app: String,
    keyset: String,
    key: String,
    secrets: String,
}

impl Things {
    async fn make(server: &Server, owner: &Person) -> Self {
        let app = format!("/v1/accounts/{}/apps/{}", owner.account, server.app(owner, "Shop").await);
        let post = async |path: String, body: Value| {
            let id = server.post(&path, &owner.token, body).await.expect(201).text("/id");
            format!("{path}/{id}")
        };
        let keyset = post(format!("{app}/keysets"), json!({ "name": "Set" })).await;
        let key = post(format!("{keyset}/keys"), json!({ "name": "Key", "capabilities": [] })).await;
        let secrets = format!("{keyset}/secrets");
        for name in ["KEPT", "GONE"] {
            let value = json!({ "value": "x" });
            server.put(&format!("{secrets}/{name}"), &owner.token, value).await.expect(200);
        }
        Self { app, keyset, key, secrets }
    }

    fn holding(&self, role: &str, at: &str) -> Value {
        let id = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        holding(role, at, &id(&self.app), &id(&self.keyset))
    }

    /// Each endpoint: the letter of who may, what is sent, and what is answered to them. The last one takes all away.
    fn endpoints(&self) -> Vec<(char, Method, String, Option<Value>, u16)> {
        let Self { app, keyset, key, secrets } = self;
        let value = || Some(json!({ "value": "x" }));
        let named = || Some(json!({ "name": "Other" }));
        vec![
            ('v', Method::GET, keyset.clone(), None, 200),
            ('v', Method::GET, format!("{keyset}/keys"), None, 200),
            ('v', Method::GET, key.clone(), None, 200),
            ('s', Method::GET, secrets.clone(), None, 200),
            ('a', Method::POST, format!("{app}/keysets"), named(), 201),
            ('m', Method::PATCH, keyset.clone(), named(), 200),
            (
                'm',
                Method::POST,
                format!("{keyset}/keys"),
                Some(json!({ "name": "New", "capabilities": [] })),
                201,
            ),
            ('m', Method::PATCH, key.clone(), named(), 200),
            ('m', Method::POST, format!("{key}/rotate"), Some(json!({ "overlap_seconds": 0 })), 200),
            ('m', Method::DELETE, key.clone(), None, 204),
            ('s', Method::PUT, format!("{secrets}/NEW"), value(), 200),
            ('s', Method::PUT, format!("{secrets}/KEPT"), value(), 200),
            ('s', Method::DELETE, format!("{secrets}/GONE"), None, 204),
            ('m', Method::DELETE, keyset.clone(), None, 204),
        ]
    }
}

async fn send(server: &Server, method: &Method, path: &str, token: &str, body: Option<&Value>) -> Reply {
    if let Some(body) = body {
        return server.json(method.clone(), path, token, &[], body).await;
    }
    let bearer = format!("Bearer {token}");
    server.send(method.clone(), path, &[("authorization", &bearer)], None).await
}

#[tokio::test]
async fn each_role_may_do_with_keysets_keys_and_secrets_what_its_model_says() {
    let server = Server::start().await;
    for model in ["ably", "pubnub", "pubnub-classic"] {
        let owner = server.sign_up(&format!("owner.{model}"), model).await;
        let rows = || ROLES.into_iter().filter(|(of, ..)| *of == model);
        let mut named: Vec<&str> = rows().map(|(_, role, ..)| role).collect();
        named.sort_unstable();
        assert_eq!(server.roles(&owner).await, named, "each role of {model} is a row");
        for (_, role, at, may) in rows() {
            let things = Things::make(&server, &owner).await;
            let is_owner = OWNERS.contains(&role) || (model, role) == ("pubnub-classic", "account-admin");
            let member = if is_owner {
                owner.clone()
            } else {
                server.join(&owner, &format!("{role}.{model}"), things.holding(role, at)).await
            };
            let elsewhere = Things::make(&server, &owner).await;
            for (letter, method, path, body, good) in things.endpoints() {
                let reply = send(&server, &method, &path, &member.token, body.as_ref()).await;
                let wanted = if may.contains(letter) { good } else { 403 };
                assert_eq!(reply.status.as_u16(), wanted, "{model} {role}: {method} {path}: {}", reply.text);
            }
            // What is held at one app or keyset reaches no other.
            let may = if at == "account" { may } else { "" };
            for (letter, method, path, body, good) in elsewhere.endpoints() {
                let reply = send(&server, &method, &path, &member.token, body.as_ref()).await;
                let wanted = if may.contains(letter) { good } else { 403 };
                assert_eq!(reply.status.as_u16(), wanted, "{model} {role}: {method} {path}: {}", reply.text);
            }
            let verify = server.post("/v1/keys/verify", &member.token, json!({ "key": "x" })).await;
            verify.problem(403, "platform_key_only");
        }
    }
}
