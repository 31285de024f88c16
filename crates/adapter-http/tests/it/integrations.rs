//! Service integrations over HTTP; and who may do what of apps' configurations and of integrations, by the roles' tables.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, Reply, Server, assert_keys};

/// What a role may do of these endpoints, as the tables of the models say.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the models' tables")]
#[derive(Clone, Copy)]
struct May {
    view_integrations: bool,
    manage_integrations: bool,
    view_configuration: bool,
    manage_configuration: bool,
    manage_settings: bool,
}

const NOTHING: May = May {
    view_integrations: false,
    manage_integrations: false,
    view_configuration: false,
    manage_configuration: false,
    manage_settings: false,
};
const ALL: May = May {
    view_integrations: true,
    manage_integrations: true,
    view_configuration: true,
    manage_configuration: true,
    manage_settings: true,
};
const VIEW_APP: May = May { view_configuration: true, ..NOTHING };
const ADMIN_APP: May = May { manage_configuration: true, manage_settings: true, ..VIEW_APP };

/// Model, role, at what, and what it may. Owners come first: they make the account.
const TABLE: &[(&str, &str, &str, May)] = &[
    ("ably", "owner", "account", ALL),
    ("ably", "admin", "account", ALL),
    ("ably", "developer", "account", May { view_integrations: true, ..VIEW_APP }),
    ("ably", "billing", "account", NOTHING),
    ("pubnub", "account-owner", "account", ALL),
    ("pubnub", "account-admin", "account", ALL),
    ("pubnub", "app-admin", "app", ADMIN_APP),
    ("pubnub", "app-viewer", "app", VIEW_APP),
    ("pubnub", "keyset-admin", "keyset", NOTHING),
    ("pubnub", "keyset-viewer", "keyset", NOTHING),
    ("pubnub", "functions-developer", "account", NOTHING),
    ("pubnub", "business-insights", "account", NOTHING),
    ("pubnub-classic", "account-admin", "account", ALL),
    ("pubnub-classic", "app-admin", "app", ADMIN_APP),
    ("pubnub-classic", "app-viewer", "app", VIEW_APP),
    ("pubnub-classic", "keyset-admin", "keyset", NOTHING),
    ("pubnub-classic", "keyset-viewer", "keyset", NOTHING),
    ("pubnub-classic", "pubnub-insights", "account", NOTHING),
];

#[track_caller]
fn held_to(what: &str, may: bool, permission: &str, reply: &Reply) {
    if may {
        assert!(reply.status.is_success(), "{what}: {}", reply.text);
    } else {
        assert_eq!(
            (reply.status.as_u16(), &reply.body["permission"]),
            (403, &json!(permission)),
            "{what}: {}",
            reply.text
        );
        assert_eq!(reply.body["code"], "permission_denied", "{what}");
    }
}

async fn tried(server: &Server, owner: &Person, who: &Person, app: &str, what: &str, may: May) {
    let base = format!("/v1/accounts/{}", owner.account);
    let (app, all) = (format!("{base}/apps/{app}"), format!("{base}/integrations"));
    let configuration = format!("{app}/configuration");
    let send = async |method: Method, path: &str, body: Value| {
        server.json(method, path, &who.token, &[], &body).await
    };
    let view = "app.configuration.view";
    for path in
        [configuration.clone(), format!("{configuration}/versions"), format!("{configuration}/versions/1")]
    {
        held_to(what, may.view_configuration, view, &server.get(&path, &who.token).await);
    }
    let put = send(Method::PUT, &configuration, json!({ "by": what })).await;
    held_to(what, may.manage_configuration, "app.configuration.manage", &put);
    let patched = send(Method::PATCH, &app, json!({ "status": "active" })).await;
    held_to(what, may.manage_settings, "app.settings.manage", &patched);

    let sint = server.post(&all, &owner.token, json!({ "name": "Deploy" })).await.expect(201).text("/id");
    let one = format!("{all}/{sint}");
    let keys = format!("{one}/keys");
    for path in [&all, &one, &keys] {
        held_to(what, may.view_integrations, "integration.view", &server.get(path, &who.token).await);
    }
    let manage = |reply: &Reply| held_to(what, may.manage_integrations, "integration.manage", reply);
    let owners = server.post(&keys, &owner.token, json!({ "name": "Owner's" })).await.expect(201).text("/id");
    manage(&send(Method::DELETE, &format!("{keys}/{owners}"), json!({})).await);
    manage(&send(Method::POST, &all, json!({ "name": "Another" })).await);
    manage(&send(Method::PATCH, &one, json!({ "name": "Release" })).await);
    manage(&send(Method::PUT, &format!("{one}/grants"), json!({ "grants": [] })).await);
    manage(&send(Method::POST, &format!("{one}/take-over"), json!({})).await);
    manage(&send(Method::POST, &keys, json!({ "name": "CI" })).await);
    manage(&send(Method::DELETE, &one, json!({})).await);
}

#[tokio::test]
async fn each_role_may_do_what_its_models_table_says() {
    let server = Server::start().await;
    let mut site: Option<(Person, String, String)> = None;
    for (model, role, scope, may) in TABLE {
        let is_owner =
            !matches!(&site, Some((owner, ..)) if owner.email.starts_with(&format!("owner.{model}@")));
        if is_owner {
            let owner = server.sign_up(&format!("owner.{model}"), model).await;
            let app = server.app(&owner, "Shop").await;
            let keysets = format!("/v1/accounts/{}/apps/{app}/keysets", owner.account);
            let keyset =
                server.post(&keysets, &owner.token, json!({ "name": "Live" })).await.expect(201).text("/id");
            let configuration = format!("/v1/accounts/{}/apps/{app}/configuration", owner.account);
            server.put(&configuration, &owner.token, json!({ "a": 1 })).await.expect(200);
            site = Some((owner, app, keyset));
        }
        let (owner, app, keyset) = site.as_ref().unwrap();
        let at = match *scope {
            "app" => json!({ "type": "app", "id": app }),
            "keyset" => json!({ "type": "keyset", "id": keyset }),
            _ => json!({ "type": "account", "id": owner.account }),
        };
        let grants = json!([{ "role": role, "resource": at }]);
        let who = if is_owner {
            owner.clone()
        } else {
            server.join(owner, &format!("{role}.{model}"), grants).await
        };
        tried(&server, owner, &who, app, &format!("{role} of {model}"), *may).await;
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
