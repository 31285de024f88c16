//! The certification scenario of the AuthZEN Authorization API 1.0, levels Basic Core, Batch Core, Search Core and
//! Discovery, against a fixture of our own: alice may read and write record-1 and read record-2, bob may read record-1.
//!
//! The Properties levels are not claimed: our policy is roles, and what a caller says about an entity decides nothing.

use poem::http::Method;
use serde_json::{Value, json};

use crate::apps::PRODUCT;
use crate::support::{Person, Reply, Server, Wants};

struct Fixture {
    server: Server,
    owner: Person,
    alice: String,
    bob: Person,
    key: String,
}

async fn fixture() -> Fixture {
    let server = Server::with(Wants { models: vec![PRODUCT], ..Wants::default() }).await;
    let owner = server.sign_up("owner", "product").await;
    let key = server.platform_key().await;
    for id in ["record-1", "record-2"] {
        let body = json!({ "parent": { "type": "account", "id": owner.account } });
        server
            .put(&format!("/v1/accounts/{}/resources/record/{id}", owner.account), &key, body)
            .await
            .expect(201);
    }
    let grant = |role: &str, id: &str| json!({ "role": role, "resource": { "type": "record", "id": id } });
    let alice =
        server.join(&owner, "alice", json!([grant("writer", "record-1"), grant("reader", "record-2")])).await;
    let bob = server.join(&owner, "bob", json!([grant("reader", "record-1")])).await;
    Fixture { server, owner, alice: alice.user, bob, key }
}

impl Fixture {
    async fn ask(&self, path: &str, body: Value) -> Reply {
        self.server.post(&format!("/access/v1/{path}"), &self.key, body).await
    }
    fn alice(&self) -> Value {
        json!({ "type": "user", "id": self.alice })
    }
    fn bob(&self) -> Value {
        json!({ "type": "user", "id": self.bob.user })
    }
    async fn decision(&self, body: Value) -> bool {
        let reply = self.ask("evaluation", body).await.expect(200);
        assert_eq!(reply.header("content-type"), "application/json");
        reply.body["decision"].as_bool().unwrap()
    }
    async fn decisions(&self, body: Value) -> Vec<bool> {
        let reply = self.ask("evaluations", body).await.expect(200);
        assert!(reply.body.get("decision").is_none());
        reply.body["evaluations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["decision"].as_bool().unwrap())
            .collect()
    }
}

fn record(id: &str) -> Value {
    json!({ "type": "record", "id": id })
}

fn read() -> Value {
    json!({ "name": "record.read" })
}

fn write() -> Value {
    json!({ "name": "record.write" })
}

#[tokio::test]
async fn basic_core_decides() {
    let f = fixture().await;
    let ask = |subject: Value, action: Value| json!({ "subject": subject, "action": action, "resource": record("record-1") });
    for _ in 0..3 {
        assert!(f.decision(ask(f.alice(), read())).await);
        assert!(f.decision(ask(f.alice(), write())).await);
        assert!(f.decision(ask(f.bob(), read())).await);
        assert!(!f.decision(ask(f.bob(), write())).await);
    }
    let mut with_context = ask(f.alice(), read());
    with_context["context"] =
        json!({ "time": "2025-06-27T18:03-07:00", "ip": "192.168.1.1", "consistency": ["any"] });
    assert!(f.decision(with_context).await);
    let with_properties = json!({
        "subject": { "type": "user", "id": f.alice, "properties": { "department": "Sales", "account": "any" } },
        "action": { "name": "record.read", "properties": { "method": "GET" } },
        "resource": { "type": "record", "id": "record-1", "properties": { "status": "active", "owner": "bob" } },
        "foo": "bar",
        "futureField": { "nested": true },
    });
    assert!(f.decision(with_properties).await);
    let mut fresh = ask(f.alice(), read());
    fresh["context"] = json!({ "consistency": "fresh" });
    assert!(f.decision(fresh).await);
}

#[tokio::test]
async fn a_denial_says_why_and_can_be_looked_up() {
    let f = fixture().await;
    let body = json!({ "subject": f.bob(), "action": write(), "resource": record("record-1") });
    let denied = f
        .server
        .json(Method::POST, "/access/v1/evaluation", &f.key, &[("x-request-id", "req-1")], &body)
        .await
        .expect(200);
    let context = json!({ "code": "permission_denied", "permission": "record.write", "resource": record("record-1"), "reference": "req-1" });
    assert_eq!(denied.body, json!({ "decision": false, "context": context }));
    for (subject, action, resource, code) in [
        (f.alice(), json!({ "name": "no.such" }), record("record-1"), "unknown_permission"),
        (f.alice(), read(), record("record-9"), "unknown_resource"),
        (f.alice(), read(), json!({ "type": "spaceship", "id": "1" }), "unknown_resource"),
        (
            f.alice(),
            read(),
            json!({ "type": "record", "id": "record-1", "properties": { "account": "acct_01h455vb4pex5vsknk084sn02q" } }),
            "unknown_resource",
        ),
        (json!({ "type": "user", "id": "nobody" }), read(), record("record-1"), "not_a_member"),
        (json!({ "type": "integration", "id": "sint_1" }), read(), record("record-1"), "not_a_member"),
    ] {
        let reply = f
            .ask("evaluation", json!({ "subject": subject, "action": action, "resource": resource }))
            .await
            .expect(200);
        assert_eq!((&reply.body["decision"], reply.text("/context/code")), (&json!(false), code.to_owned()));
    }
}

#[tokio::test]
async fn basic_core_refuses_what_it_can_not_read() {
    let f = fixture().await;
    let whole = json!({ "subject": f.alice(), "action": read(), "resource": record("record-1") });
    let without = |path: &str| {
        let mut body = whole.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        body
    };
    for path in [
        "/subject",
        "/action",
        "/resource",
        "/subject/type",
        "/subject/id",
        "/action/name",
        "/resource/type",
        "/resource/id",
    ] {
        for endpoint in ["evaluation", "evaluations"] {
            f.ask(endpoint, without(path)).await.problem(400, "malformed_body");
        }
    }
    let with = |path: &str, value: Value| {
        let mut body = whole.clone();
        *body.pointer_mut(path).unwrap() = value;
        body
    };
    // What a product knows of its subjects is its own; of a resource, its account is ours.
    let known = |of: &str| {
        let mut body = whole.clone();
        body[of]["properties"] = json!({ "account": 7 });
        body
    };
    assert_eq!(f.ask("evaluation", known("subject")).await.expect(200).body["decision"], true);
    f.ask("evaluation", known("resource")).await.problem(400, "malformed_body");
    for (path, value) in [
        ("/subject", json!("alice")),
        ("/action/name", json!(123)),
        ("/resource", json!([])),
        ("/subject/id", json!(null)),
    ] {
        f.ask("evaluation", with(path, value)).await.problem(400, "malformed_body");
    }
    let bearer = format!("Bearer {}", f.key);
    for (kind, body) in [
        ("text/plain", whole.to_string()),
        ("application/json", "{".to_owned()),
        ("application/json", String::new()),
    ] {
        for endpoint in ["evaluation", "evaluations", "search/subject", "search/resource", "search/action"] {
            let headers = [("authorization", &*bearer), ("content-type", kind)];
            let path = format!("/access/v1/{endpoint}");
            f.server
                .send(Method::POST, &path, &headers, Some(body.clone().into_bytes()))
                .await
                .problem(400, "malformed_body");
        }
    }
}

#[tokio::test]
async fn batch_core_decides_many() {
    let f = fixture().await;
    let resources = json!([{ "resource": record("record-1") }, { "resource": record("record-2") }]);
    assert_eq!(
        f.decisions(json!({ "subject": f.alice(), "action": read(), "evaluations": resources })).await,
        [true, true]
    );
    let actions = json!([{ "action": read() }, { "action": write() }]);
    let batch = json!({ "subject": f.bob(), "resource": record("record-1"), "evaluations": actions });
    assert_eq!(f.decisions(batch).await, [true, false]);
    let full = json!([
        { "subject": f.alice(), "action": read(), "resource": record("record-1") },
        { "subject": f.bob(), "action": write(), "resource": record("record-1") },
    ]);
    assert_eq!(f.decisions(json!({ "evaluations": full })).await, [true, false]);
    let context = json!({ "time": "2025-06-27T18:03-07:00" });
    let own = json!([{ "resource": record("record-1") }, { "resource": record("record-2"), "context": { "consistency": "fresh" } }]);
    assert_eq!(
        f.decisions(
            json!({ "subject": f.alice(), "action": read(), "context": context, "evaluations": own })
        )
        .await,
        [true, true]
    );

    let single = json!({ "subject": f.alice(), "action": read(), "resource": record("record-1") });
    let mut empty = single.clone();
    empty["evaluations"] = json!([]);
    for body in [single, empty] {
        assert_eq!(f.ask("evaluations", body).await.expect(200).body, json!({ "decision": true }));
    }
}

#[tokio::test]
async fn an_item_at_fault_is_that_items_answer() {
    let f = fixture().await;
    let items = json!([{ "resource": record("record-1") }, {}, { "resource": { "id": "record-1" } }, { "resource": "record-1" }, 7]);
    let body = json!({ "subject": f.alice(), "action": read(), "evaluations": items });
    let reply = f.ask("evaluations", body).await.expect(200);
    let answers = reply.body["evaluations"].as_array().unwrap();
    assert_eq!(
        answers.iter().map(|one| &one["decision"]).collect::<Vec<_>>(),
        [true, false, false, false, false].map(Value::from).iter().collect::<Vec<_>>()
    );
    assert_eq!(answers[1]["context"]["error"], json!({ "status": 400, "message": "resource is missing" }));
    // An item's entity replaces the default whole: nothing of the default is left in it.
    let body = json!({ "subject": f.alice(), "action": read(), "resource": record("record-1"), "evaluations": [{ "resource": { "id": "record-1" } }, {}] });
    assert_eq!(f.decisions(body).await, [false, true]);
    for (path, value) in [
        ("subject", json!("alice")),
        ("evaluations", json!({})),
        ("options", json!({ "evaluations_semantic": "no_such" })),
    ] {
        let mut body = json!({ "action": read(), "resource": record("record-1"), "evaluations": [{ "subject": f.alice() }] });
        body[path] = value;
        f.ask("evaluations", body).await.problem(400, "malformed_body");
    }
    let many = vec![json!({}); 1001];
    f.ask("evaluations", json!({ "evaluations": many })).await.problem(400, "malformed_body");
    assert_eq!(f.decisions(json!({ "evaluations": vec![json!({}); 1000] })).await.len(), 1000);
}

#[tokio::test]
async fn a_batch_stops_where_it_is_told_to() {
    let f = fixture().await;
    let items = json!([{ "action": read() }, { "action": write() }, { "action": read() }]);
    for (semantic, answers) in [
        ("execute_all", vec![true, false, true]),
        ("deny_on_first_deny", vec![true, false]),
        ("permit_on_first_permit", vec![true]),
    ] {
        let options = json!({ "evaluations_semantic": semantic });
        let body = json!({ "subject": f.bob(), "resource": record("record-1"), "evaluations": items, "options": options });
        assert_eq!(f.decisions(body).await, answers, "{semantic}");
    }
}

#[tokio::test]
async fn search_core_finds() {
    let f = fixture().await;
    let user = json!({ "type": "user" });
    let subjects =
        json!({ "subject": user, "action": read(), "resource": record("record-1"), "context": { "any": 1 } });
    let found = f.ask("search/subject", subjects).await.expect(200);
    assert_eq!(found.body["page"]["next_token"], "");
    for subject in [f.alice(), f.bob(), json!({ "type": "user", "id": f.owner.user })] {
        assert!(found.body["results"].as_array().unwrap().contains(&subject), "{}", found.text);
    }
    let resources = json!({ "subject": f.alice(), "action": read(), "resource": { "type": "record" } });
    let found = f.ask("search/resource", resources).await.expect(200);
    assert_eq!(found.body["results"], json!([record("record-1"), record("record-2")]));
    let actions = json!({ "subject": f.alice(), "resource": record("record-1"), "context": {} });
    let found = f.ask("search/action", actions).await.expect(200);
    assert_eq!(found.body["results"], json!([read(), write()]));
}

#[tokio::test]
async fn searches_have_pages_that_end_with_an_empty_token() {
    let f = fixture().await;
    for (endpoint, body, count) in [
        (
            "search/subject",
            json!({ "subject": { "type": "user" }, "action": read(), "resource": record("record-1") }),
            3,
        ),
        (
            "search/resource",
            json!({ "subject": f.alice(), "action": read(), "resource": { "type": "record" } }),
            2,
        ),
        ("search/action", json!({ "subject": f.alice(), "resource": record("record-1") }), 2),
    ] {
        let (mut token, mut seen) = (String::new(), Vec::new());
        for at in 0..count {
            let mut body = body.clone();
            body["page"] = json!({ "limit": 1, "token": token });
            let page = f.ask(endpoint, body).await.expect(200);
            seen.push(page.body["results"][0].clone());
            assert_eq!(page.body["results"].as_array().unwrap().len(), 1);
            token = page.text("/page/next_token");
            assert_eq!(token.is_empty(), at + 1 == count, "{endpoint}");
        }
        seen.dedup();
        assert_eq!(seen.len(), count);
        let mut wrong = body.clone();
        wrong["page"] = json!({ "token": "nonsense" });
        f.ask(endpoint, wrong).await.problem(400, "malformed_body");
    }
}

#[tokio::test]
async fn a_search_for_what_is_unknown_is_empty() {
    let f = fixture().await;
    let ghost = json!({ "type": "user", "id": "nonexistent-user" });
    let spaceship = json!({ "type": "spaceship" });
    for (endpoint, body) in [
        ("search/action", json!({ "subject": ghost, "resource": record("record-1") })),
        ("search/action", json!({ "subject": f.alice(), "resource": record("record-9") })),
        ("search/resource", json!({ "subject": ghost, "action": read(), "resource": { "type": "record" } })),
        ("search/resource", json!({ "subject": f.alice(), "action": read(), "resource": spaceship })),
        (
            "search/resource",
            json!({ "subject": f.alice(), "action": { "name": "x" }, "resource": { "type": "record" } }),
        ),
        ("search/subject", json!({ "subject": spaceship, "action": read(), "resource": record("record-1") })),
        (
            "search/subject",
            json!({ "subject": { "type": "user" }, "action": read(), "resource": record("record-9") }),
        ),
        (
            "search/subject",
            json!({ "subject": { "type": "user" }, "action": { "name": "x" }, "resource": record("record-1") }),
        ),
    ] {
        let found = f.ask(endpoint, body.clone()).await.expect(200);
        assert_eq!(found.body, json!({ "results": [], "page": { "next_token": "" } }), "{endpoint} {body}");
    }
    for (endpoint, body) in [
        ("search/subject", json!({ "subject": { "type": "user" }, "resource": record("record-1") })),
        ("search/resource", json!({ "action": read(), "resource": { "type": "record" } })),
        ("search/action", json!({ "subject": f.alice() })),
        (
            "search/subject",
            json!({ "subject": { "type": "user" }, "action": read(), "resource": { "type": "record" } }),
        ),
        (
            "search/resource",
            json!({ "subject": { "type": "user" }, "action": read(), "resource": { "type": "record" } }),
        ),
        (
            "search/action",
            json!({ "subject": f.alice(), "resource": record("record-1"), "page": { "limit": "1" } }),
        ),
    ] {
        f.ask(endpoint, body).await.problem(400, "malformed_body");
    }
}

#[tokio::test]
async fn who_may_not_ask_is_forbidden_and_in_a_batch_the_item_is_false() {
    let f = fixture().await;
    let about =
        |subject: Value| json!({ "subject": subject, "action": read(), "resource": record("record-1") });
    let ask = async |token: &str, path: &str, body: Value| {
        f.server.post(&format!("/access/v1/{path}"), token, body).await
    };
    ask(&f.bob.token, "evaluation", about(f.bob())).await.expect(200);
    let denied = ask(&f.bob.token, "evaluation", about(f.alice())).await.problem(403, "permission_denied");
    assert_eq!(denied.text("/permission"), "member.view");
    assert!(
        ask(&f.owner.token, "evaluation", about(f.alice())).await.expect(200).body["decision"]
            .as_bool()
            .unwrap()
    );
    let batch = json!({ "action": read(), "resource": record("record-1"), "evaluations": [{ "subject": f.bob() }, { "subject": f.alice() }] });
    let reply = ask(&f.bob.token, "evaluations", batch).await.expect(200);
    assert_eq!(reply.body["evaluations"][0], json!({ "decision": true }));
    assert_eq!(
        (&reply.body["evaluations"][1]["decision"], reply.text("/evaluations/1/context/code")),
        (&json!(false), "permission_denied".into())
    );
    let stranger = f.server.sign_up("stranger", "product").await;
    ask(&stranger.token, "evaluation", about(f.alice())).await.problem(403, "permission_denied");
    ask(
        &stranger.token,
        "search/subject",
        json!({ "subject": { "type": "user" }, "action": read(), "resource": record("record-1") }),
    )
    .await
    .problem(403, "permission_denied");
    ask("", "evaluation", about(f.alice())).await.problem(401, "unauthenticated");
    let own = json!({ "subject": f.bob(), "action": read(), "resource": { "type": "record" } });
    assert_eq!(
        ask(&f.bob.token, "search/resource", own).await.expect(200).body["results"],
        json!([record("record-1")])
    );
}

#[tokio::test]
async fn request_ids_are_echoed() {
    let f = fixture().await;
    let body = json!({ "subject": f.alice(), "action": read(), "resource": record("record-1") });
    let headers = [("x-request-id", "bfe9eb29-ab87-4ca3-be83-a1d5d8305716")];
    let reply =
        f.server.json(Method::POST, "/access/v1/evaluation", &f.key, &headers, &body).await.expect(200);
    assert_eq!(reply.header("x-request-id"), headers[0].1);
    assert!(!f.ask("evaluation", body).await.expect(200).header("x-request-id").is_empty());
}

#[tokio::test]
async fn discovery_tells_where_everything_is() {
    let f = fixture().await;
    let found = f.server.get("/.well-known/authzen-configuration", "").await.expect(200);
    assert_eq!(found.header("content-type"), "application/json");
    let base = "https://bailiwick.example";
    assert_eq!(found.text("/policy_decision_point"), base);
    for (field, path) in [
        ("access_evaluation_endpoint", "evaluation"),
        ("access_evaluations_endpoint", "evaluations"),
        ("search_subject_endpoint", "search/subject"),
        ("search_resource_endpoint", "search/resource"),
        ("search_action_endpoint", "search/action"),
    ] {
        assert_eq!(found.text(&format!("/{field}")), format!("{base}/access/v1/{path}"));
    }
}
