//! Service integrations over HTTP; and who may do what of apps' configurations and of integrations, by the roles' tables.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, Reply, Server, assert_keys, holding};

/// All that is asked for here.
const ALL: &[&str] = &[
    "app.view",
    "app.create",
    "app.configuration.view",
    "app.configuration.manage",
    "app.settings.view",
    "app.settings.manage",
    "integration.view",
    "integration.manage",
    "member.remove",
];
const VIEW_APP: &[&str] = &["app.view", "app.configuration.view", "app.settings.view"];
const ADMIN_APP: &[&str] = &[
    "app.view",
    "app.configuration.view",
    "app.configuration.manage",
    "app.settings.view",
    "app.settings.manage",
];

/// Model, role, at what, and what of [`ALL`] its table in the model's source gives it. Owners come first: they make the
/// account.
const TABLE: &[(&str, &str, &str, &[&str])] = &[
    ("ably", "owner", "account", ALL),
    ("ably", "admin", "account", ALL),
    (
        "ably",
        "developer",
        "account",
        &["app.view", "app.configuration.view", "app.settings.view", "integration.view"],
    ),
    ("ably", "billing", "account", &["app.view"]),
    ("pubnub", "account-owner", "account", ALL),
    ("pubnub", "account-admin", "account", ALL),
    ("pubnub", "app-admin", "app", ADMIN_APP),
    ("pubnub", "app-viewer", "app", VIEW_APP),
    ("pubnub", "keyset-admin", "keyset", &[]),
    ("pubnub", "keyset-viewer", "keyset", &[]),
    ("pubnub", "functions-developer", "account", &[]),
    ("pubnub", "functions-viewer", "account", &[]),
    ("pubnub", "business-insights", "account", &[]),
    ("pubnub", "bizops-objects-operator", "keyset", &[]),
    ("pubnub", "illuminate-admin", "account", &[]),
    ("pubnub-classic", "account-admin", "account", ALL),
    ("pubnub-classic", "app-admin", "app", ADMIN_APP),
    ("pubnub-classic", "app-viewer", "app", VIEW_APP),
    ("pubnub-classic", "keyset-admin", "keyset", &[]),
    ("pubnub-classic", "keyset-viewer", "keyset", &[]),
    ("pubnub-classic", "functions-developer-app", "app", &[]),
    ("pubnub-classic", "functions-developer-keyset", "keyset", &[]),
    ("pubnub-classic", "functions-operator-app", "app", &[]),
    ("pubnub-classic", "functions-operator-keyset", "keyset", &[]),
    ("pubnub-classic", "functions-viewer-app", "app", &[]),
    ("pubnub-classic", "functions-viewer-keyset", "keyset", &[]),
    ("pubnub-classic", "pubnub-insights", "account", &[]),
    ("pubnub-classic", "illuminate-admin", "account", &[]),
    ("pubnub-classic", "bizops-objects-operator", "keyset", &[]),
];

/// Somebody with a role, and what of [`ALL`] they may.
struct Trial<'a> {
    server: &'a Server,
    owner: &'a Person,
    who: &'a Person,
    what: String,
    may: &'a [&'a str],
}

impl Trial<'_> {
    #[track_caller]
    fn held_to(&self, permission: &str, reply: &Reply) {
        let what = &self.what;
        if self.may.contains(&permission) {
            assert!(reply.status.is_success(), "{what}, {permission}: {}", reply.text);
        } else {
            let told = (reply.status.as_u16(), &reply.body["code"], &reply.body["permission"]);
            let wanted = (403, &json!("permission_denied"), &json!(permission));
            assert_eq!(told, wanted, "{what}: {}", reply.text);
        }
    }

    async fn send(&self, method: Method, path: &str, body: Value) -> Reply {
        self.server.json(method, path, &self.who.token, &[], &body).await
    }

    fn base(&self) -> String {
        format!("/v1/accounts/{}", self.owner.account)
    }

    /// One app: looked at, changed, and deleted at last.
    async fn at_app(&self, app: &str) {
        let apps = format!("{}/apps", self.base());
        let one = format!("{apps}/{app}");
        let configuration = format!("{one}/configuration");
        let views = self.may.contains(&"app.view");
        let sees = self.may.contains(&"app.settings.view");
        let seen = self.server.get(&one, &self.who.token).await;
        self.held_to("app.view", &seen);
        assert_eq!(seen.body["status"] == "active", views && sees, "{}: {}", self.what, seen.text);
        assert_eq!(views && seen.body.get("status").is_some(), views && sees, "{}: {}", self.what, seen.text);
        let listed = self.server.get(&apps, &self.who.token).await.expect(200);
        let found = listed.items().iter().find(|item| item["id"] == app);
        assert_eq!(found.is_some(), views, "{}", self.what);
        assert_eq!(found.is_some_and(|found| found.get("status").is_some()), views && sees, "{}", self.what);
        for path in [
            configuration.clone(),
            format!("{configuration}/versions"),
            format!("{configuration}/versions/1"),
        ] {
            let reply = self.server.get(&path, &self.who.token).await;
            self.held_to("app.configuration.view", &reply);
        }
        let put = self.send(Method::PUT, &configuration, json!({ "by": self.what })).await;
        self.held_to("app.configuration.manage", &put);
        let patched = self.send(Method::PATCH, &one, json!({ "name": "Web", "status": "disabled" })).await;
        self.held_to("app.settings.manage", &patched);
        let changed = self.server.get(&one, &self.owner.token).await.expect(200).body["status"] == "disabled";
        assert_eq!(changed, self.may.contains(&"app.settings.manage"), "{}", self.what);
        for limits in [json!([]), json!([{ "metric": "messages", "period": "day", "limit": 10 }])] {
            let patched = self.send(Method::PATCH, &one, json!({ "limits": limits })).await;
            self.held_to("app.settings.manage", &patched);
            let shown = self.server.get(&one, &self.owner.token).await.expect(200);
            let changed = shown.body["limits"] == limits;
            assert_eq!(changed, self.may.contains(&"app.settings.manage"), "{}: {}", self.what, shown.text);
        }
        let deleted = self.send(Method::DELETE, &one, json!({})).await;
        self.held_to("app.settings.manage", &deleted);
        let left = if self.may.contains(&"app.settings.manage") { 404 } else { 200 };
        self.server.get(&one, &self.owner.token).await.expect(left);
    }

    /// What is the account's: making an app, taking a member out, integrations.
    async fn at_account(&self, other: &Person) {
        let apps = format!("{}/apps", self.base());
        self.held_to("app.create", &self.send(Method::POST, &apps, json!({ "name": "New" })).await);
        let members = format!("{}/members", self.base());
        let preview = |member: &str| format!("{members}/{member}/removal/preview");
        self.held_to("member.remove", &self.send(Method::POST, &preview(&other.member), json!({})).await);
        self.send(Method::POST, &preview(&self.who.member), json!({})).await.expect(200);

        let all = format!("{}/integrations", self.base());
        let (sint, _) = self.server.machine(self.owner, json!([])).await;
        let one = format!("{all}/{sint}");
        let keys = format!("{one}/keys");
        for path in [&all, &one, &keys] {
            self.held_to("integration.view", &self.server.get(path, &self.who.token).await);
        }
        let key = self.server.get(&keys, &self.owner.token).await.expect(200).text("/items/0/id");
        for (method, path, body) in [
            (Method::DELETE, format!("{keys}/{key}"), json!({})),
            (Method::POST, all.clone(), json!({ "name": "Another" })),
            (Method::PATCH, one.clone(), json!({ "name": "Release" })),
            (Method::PUT, format!("{one}/grants"), json!({ "grants": [] })),
            (Method::POST, format!("{one}/take-over"), json!({})),
            (Method::POST, keys.clone(), json!({ "name": "CI" })),
            (Method::DELETE, one.clone(), json!({})),
        ] {
            self.held_to("integration.manage", &self.send(method, &path, body).await);
        }
    }
}

/// With a limit.
async fn app_with_a_configuration(server: &Server, owner: &Person) -> String {
    let app = server.app(owner, "Shop").await;
    let one = format!("/v1/accounts/{}/apps/{app}", owner.account);
    server.put(&format!("{one}/configuration"), &owner.token, json!({ "a": 1 })).await.expect(200);
    let limits = json!({ "limits": [{ "metric": "messages", "period": "day", "limit": 5 }] });
    server.json(Method::PATCH, &one, &owner.token, &[], &limits).await.expect(200);
    app
}

#[tokio::test]
async fn each_role_may_do_what_its_models_table_says() {
    let server = Server::start().await;
    for model in ["ably", "pubnub", "pubnub-classic"] {
        let owner = server.sign_up(&format!("owner.{model}"), model).await;
        let other = server.join(&owner, &format!("other.{model}"), json!([])).await;
        let rows: Vec<_> = TABLE.iter().filter(|(of, ..)| *of == model).collect();
        let mut named: Vec<&str> = rows.iter().map(|(_, role, ..)| *role).collect();
        named.sort_unstable();
        assert_eq!(server.roles(&owner).await, named, "each role of {model} is a row");
        for (at, (_, role, scope, may)) in rows.into_iter().enumerate() {
            let (app, elsewhere) = (
                app_with_a_configuration(&server, &owner).await,
                app_with_a_configuration(&server, &owner).await,
            );
            let keyset = server.keyset(&owner, &app).await;
            let who = if at == 0 {
                owner.clone()
            } else {
                let grants = holding(role, scope, &app, &keyset);
                server.join(&owner, &format!("{role}.{model}"), grants).await
            };
            let trial = |what: String, may| Trial { server: &server, owner: &owner, who: &who, what, may };
            trial(format!("{role} of {model}"), *may).at_account(&other).await;
            // What is held at one app reaches no other.
            let beyond: &[&str] = if *scope == "account" { may } else { &[] };
            trial(format!("{role} of {model} at another app"), beyond).at_app(&elsewhere).await;
            trial(format!("{role} of {model} at the app"), *may).at_app(&app).await;
        }
    }
}

#[tokio::test]
async fn an_integration_is_made_shown_and_acts_by_its_key() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let base = format!("/v1/accounts/{}", ada.account);
    let new = json!({ "name": "Deploy", "grants": [{ "role": "admin" }] });
    let made = server.post(&format!("{base}/integrations"), &ada.token, new).await.expect(201);
    assert_keys(&made.body, &["id", "name", "maker", "status", "grants", "created_at"]);
    assert_eq!((made.text("/maker"), made.text("/status")), (ada.member.clone(), "active".to_owned()));
    let one = made.header("location").to_owned();
    let shown = server.get(&one, &ada.token).await.expect(200);
    assert_eq!((shown.body, shown.headers.get("etag")), (made.body.clone(), made.headers.get("etag")));
    let bearer = format!("Bearer {}", ada.token);
    let headers =
        [("idempotency-key", "k1"), ("content-type", "application/json"), ("authorization", &*bearer)];
    let body = json!({ "name": "CI", "expires_in_days": 30 }).to_string().into_bytes();
    let keys = format!("{one}/keys");
    let key = server.send(Method::POST, &keys, &headers, Some(body.clone())).await.expect(201);
    assert_keys(&key.body, &["id", "name", "secret", "created_at", "expires_at"]);
    let again = server.send(Method::POST, &keys, &headers, Some(body)).await.expect(201);
    assert_eq!((&again.body["id"], &again.body["secret"]), (&key.body["id"], &json!(null)));
    let secret = key.text("/secret");
    let listed = server.get(&keys, &ada.token).await.expect(200);
    assert_keys(&listed.items()[0], &["id", "name", "created_at", "expires_at", "last_used_at"]);
    assert!(!listed.text.contains(&secret));
    let app = server
        .post(&format!("{base}/apps"), &secret, json!({ "name": "Shop" }))
        .await
        .expect(201)
        .text("/id");
    let events = server.get(&format!("{base}/audit-events"), &ada.token).await.expect(200);
    let actor = json!({ "type": "integration", "id": made.body["id"], "key": key.body["id"] });
    assert_eq!((&events.items()[0]["actor"], &events.items()[0]["target"]["id"]), (&actor, &json!(app)));
    assert_keys(&events.items()[1]["actor"], &["type", "id"]);
    server
        .post(&format!("{base}/invitations"), &secret, json!({ "email": "x@example.com" }))
        .await
        .problem(403, "user_only");
    for (method, path) in [
        (Method::GET, "/v1/me"),
        (Method::GET, "/v1/session"),
        (Method::GET, "/v1/sessions"),
        (Method::DELETE, "/v1/sessions/current"),
        (Method::GET, "/v1/me/accounts"),
        (Method::GET, "/v1/me/passkeys"),
        (Method::GET, "/v1/me/identities"),
        (Method::GET, "/v1/me/invitations"),
    ] {
        let bearer = format!("Bearer {secret}");
        server.send(method, path, &[("authorization", &bearer)], None).await.problem(403, "user_only");
    }
    server.post("/v1/accounts", &secret, json!({ "name": "Mine" })).await.problem(403, "user_only");
    server.delete(&format!("{keys}/{}", key.text("/id")), &ada.token).await.expect(204);
    server.clock.advance(1);
    server.get(&base, &secret).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_exceeds_the_maker_is_named() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "admin" }])).await;
    let path = format!("/v1/accounts/{}/integrations", ada.account);
    let new = json!({ "name": "Bills", "grants": [{ "role": "billing" }] });
    let refused = server.post(&path, &bob.token, new).await.problem(403, "exceeds_maker");
    assert!(
        refused.body["permission"].is_string() && refused.body["resolve"].is_string(),
        "{}",
        refused.text
    );
    assert_eq!(refused.body["resource"], json!({ "type": "account", "id": ada.account }));
}

#[tokio::test]
async fn an_integration_is_a_subject_of_decisions_searches_and_explanations() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "ably").await, server.platform_key().await);
    let base = format!("/v1/accounts/{}", ada.account);
    let new = json!({ "name": "Deploy", "grants": [{ "role": "developer" }] });
    let sint = server.post(&format!("{base}/integrations"), &ada.token, new).await.expect(201).text("/id");
    let account = json!({ "type": "account", "id": ada.account });
    let subject = json!({ "type": "integration", "id": sint });
    let ask = async |path: &str, body: Value| server.post(path, &key, body).await.expect(200).body;
    for (permission, decision) in [("app.view", true), ("member.invite", false)] {
        let question = json!({ "subject": subject, "action": { "name": permission }, "resource": account });
        assert_eq!(ask("/access/v1/evaluation", question.clone()).await["decision"], decision);
        let batch = ask("/access/v1/evaluations", json!({ "evaluations": [question] })).await;
        assert_eq!(batch["evaluations"][0]["decision"], decision);
    }
    let who = json!({ "subject": { "type": "integration" }, "action": { "name": "app.view" }, "resource": account });
    assert_eq!(ask("/access/v1/search/subject", who).await["results"], json!([subject]));
    let what = ask("/access/v1/search/action", json!({ "subject": subject, "resource": account })).await;
    assert!(what["results"].as_array().unwrap().contains(&json!({ "name": "member.view" })), "{what}");
    let app = server.app(&ada, "Shop").await;
    let on = json!({ "subject": subject, "action": { "name": "app.view" }, "resource": { "type": "app" } });
    assert_eq!(ask("/access/v1/search/resource", on).await["results"], json!([{ "type": "app", "id": app }]));
    let explain = async |body: Value| server.post(&format!("{base}/access/explain"), &ada.token, body).await;
    let why = explain(json!({ "integration": sint, "permission": "member.invite" })).await.expect(200).body;
    assert_eq!(
        (&why["allowed"], &why["because"], &why["maker"]["allowed"]),
        (&json!(false), &json!([]), &json!(true))
    );
    for neither in [
        json!({ "permission": "app.view" }),
        json!({ "integration": sint, "member": ada.member, "permission": "app.view" }),
    ] {
        explain(neither).await.problem(422, "invalid_field");
    }
}

#[tokio::test]
async fn a_removal_tells_what_hung_on_the_member_and_its_preview_what_would() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "admin" }])).await;
    let base = format!("/v1/accounts/{}", ada.account);
    let new = json!({ "name": "Deploy", "grants": [{ "role": "admin" }] });
    let sint = server.post(&format!("{base}/integrations"), &bob.token, new).await.expect(201).text("/id");
    server
        .post(&format!("{base}/integrations/{sint}/keys"), &bob.token, json!({ "name": "CI" }))
        .await
        .expect(201);
    let member = format!("{base}/members/{}", bob.member);
    let affects = json!({ "integrations": [{ "id": sint, "name": "Deploy" }], "keys": 1, "sessions": 1 });
    let preview = server.post(&format!("{member}/removal/preview"), &ada.token, json!({})).await.expect(200);
    assert_eq!(preview.body, json!({ "affects": affects, "violations": [] }));
    let less = json!({ "grants": [{ "role": "developer" }] });
    let demoted = server.post(&format!("{member}/grants/preview"), &ada.token, less).await.expect(200);
    assert_eq!(demoted.body["affects"], affects);
    assert_eq!(server.delete(&member, &ada.token).await.expect(200).body, json!({ "affects": affects }));
    let orphan = server.get(&format!("{base}/integrations/{sint}"), &ada.token).await.expect(200);
    assert_eq!((&orphan.body["maker"], &orphan.body["status"]), (&json!(null), &json!("suspended")));
}
