//! Usage, its statistics and limits as a client sees them, and who may.

use poem::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, Reply, Server, assert_keys, holding};

const NOW: &str = "2027-01-15T08:00:00Z";

fn record(account: &str, id: &str, quantity: u64) -> Value {
    json!({ "account": account, "metric": "messages", "quantity": quantity, "at": NOW, "id": id })
}

/// With some fields otherwise.
fn with(mut record: Value, fields: &Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        record[name] = value.clone();
    }
    record
}

/// An account's app and keyset.
struct Product {
    app: String,
    ks: String,
}

impl Product {
    async fn of(server: &Server, owner: &Person) -> Self {
        let app = server.app(owner, "Shop").await;
        let path = format!("/v1/accounts/{}/apps/{app}/keysets", owner.account);
        let ks = server.post(&path, &owner.token, json!({ "name": "Live" })).await.expect(201).text("/id");
        Self { app, ks }
    }
    /// The three paths of statistics: the account's, the app's, the keyset's.
    fn statistics(&self, account: &str) -> [String; 3] {
        let base = format!("/v1/accounts/{account}");
        let Self { app, ks } = self;
        ["", &format!("/apps/{app}"), &format!("/apps/{app}/keysets/{ks}")]
            .map(|below| format!("{base}{below}/statistics"))
    }
}

#[tokio::test]
async fn usage_is_recorded_and_shown_at_each_level() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "pubnub").await, server.platform_key().await);
    let product = Product::of(&server, &ada).await;
    let batch = json!([
        record(&ada.account, "1", 1),
        with(record(&ada.account, "2", 10), &json!({ "app": product.app })),
        with(record(&ada.account, "3", 100), &json!({ "keyset": product.ks, "app": null })),
        record(&ada.account, "1", 1),
    ]);
    let counted = server.post("/v1/usage", &key, batch).await.expect(200);
    assert_eq!(counted.body, json!({ "accepted": 3, "repeated": 1, "exceeded": [] }));
    for (path, sum) in product.statistics(&ada.account).into_iter().zip([111, 110, 100]) {
        for (bucket, at) in [
            ("minute", "2027-01-15T08:00:00Z"),
            ("hour", "2027-01-15T08:00:00Z"),
            ("day", "2027-01-15T00:00:00Z"),
            ("month", "2027-01-01T00:00:00Z"),
        ] {
            let shown = server.get(&format!("{path}?metric=messages&bucket={bucket}"), &ada.token).await;
            let items = json!([{ "at": at, "quantity": sum }]);
            let wanted =
                json!({ "metric": "messages", "bucket": bucket, "items": items, "next_cursor": null });
            assert_eq!(shown.expect(200).body, wanted);
        }
    }
}

#[tokio::test]
async fn a_batch_is_refused_with_a_pointer_for_each_fault() {
    let server = Server::start().await;
    let (ada, eve) = (server.sign_up("ada", "pubnub").await, server.sign_up("eve", "pubnub").await);
    let (key, hers) = (server.platform_key().await, server.app(&eve, "Hers").await);
    let good = |id: &str| record(&ada.account, id, 1);
    let bad = |id: &str, fields: Value| with(good(id), &fields);
    let batch = json!([
        good("0"),
        bad("1", json!({ "account": "acct_01h455vb4pex5vsknk084sn02q" })),
        bad("2", json!({ "app": hers })),
        bad("3", json!({ "metric": "No Metric", "quantity": 1.5 })),
        bad("4", json!({ "quantity": -1, "at": "2027-01-01T00:00:00Z" })),
        bad("5", json!({ "quantity": "12", "at": "yesterday" })),
        bad("6", json!({ "account": 7, "id": "" })),
        bad("7", json!({ "keyset": "ks_nonsense", "at": "2027-01-15T08:05:01Z" })),
    ]);
    let refused = server.post("/v1/usage", &key, batch).await.problem(422, "invalid_field");
    assert_eq!(
        refused.pointers(),
        [
            "/1/account",
            "/2/app",
            "/3/metric",
            "/3/quantity",
            "/4/quantity",
            "/4/at",
            "/5/quantity",
            "/5/at",
            "/6/account",
            "/6/id",
            "/7/keyset",
            "/7/at"
        ]
    );
    let many: Vec<Value> = (0..1_001).map(|id| good(&id.to_string())).collect();
    server.post("/v1/usage", &key, json!(many)).await.problem(422, "invalid_field");
    for body in [
        json!({}),
        json!("x"),
        json!([["acct", "messages"]]),
        json!([{}]),
        json!([bad("9", json!({ "x": 1 }))]),
    ] {
        server.post("/v1/usage", &key, body).await.problem(422, "invalid_field");
    }
    let path = format!("/v1/accounts/{}/statistics?metric=messages&bucket=month", ada.account);
    assert_eq!(server.get(&path, &ada.token).await.expect(200).items().len(), 0, "nothing was counted");
}

#[tokio::test]
async fn a_platform_key_records_and_sees_no_statistics_and_a_session_the_other_way_round() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "ably").await, server.platform_key().await);
    let batch = json!([record(&ada.account, "1", 1)]);
    server.post("/v1/usage", "", batch.clone()).await.problem(401, "unauthenticated");
    server.post("/v1/usage", &ada.token, batch.clone()).await.problem(403, "platform_key_only");
    let path = format!("/v1/accounts/{}/statistics?metric=messages", ada.account);
    server.get(&path, &key).await.problem(403, "permission_denied");
    let headers = [("idempotency-key", "k")];
    let keyed = async |body: Value| server.json(Method::POST, "/v1/usage", &key, &headers, &body).await;
    let (first, again) = (keyed(batch.clone()).await.expect(200), keyed(batch).await.expect(200));
    assert_eq!(first.text, again.text, "the first answer again");
    keyed(json!([])).await.problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn statistics_page_and_come_as_csv() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "ably").await, server.platform_key().await);
    let batch: Vec<Value> = (0..5)
        .map(|hour| {
            let at = format!("2027-01-15T0{}:30:00Z", hour + 1);
            with(record(&ada.account, &hour.to_string(), hour), &json!({ "at": at }))
        })
        .collect();
    server.post("/v1/usage", &key, json!(batch)).await.expect(200);
    let path = format!("/v1/accounts/{}/statistics?metric=messages&bucket=hour", ada.account);
    let range = "from=2027-01-15T00:00:00Z&to=2027-01-15T05:00:00Z";
    let first = server.get(&format!("{path}&{range}&limit=2"), &ada.token).await.expect(200);
    assert_keys(&first.body, &["metric", "bucket", "items", "next_cursor"]);
    let at = |reply: &Reply| -> Vec<Value> { reply.items().iter().map(|item| item["at"].clone()).collect() };
    assert_eq!(at(&first), ["2027-01-15T02:00:00Z", "2027-01-15T03:00:00Z"], "an empty bucket is left out");
    let cursor = first.text("/next_cursor");
    let rest = server.get(&format!("{path}&{range}&limit=2&cursor={cursor}"), &ada.token).await.expect(200);
    assert_eq!((at(&rest), &rest.body["next_cursor"]), (vec![json!("2027-01-15T04:00:00Z")], &Value::Null));
    let csv = server.get(&format!("{path}&{range}&limit=1&format=csv"), &ada.token).await.expect(200);
    assert!(csv.header("content-type").starts_with("text/csv"), "{}", csv.header("content-type"));
    assert_eq!(
        csv.text,
        "at,quantity\r\n2027-01-15T02:00:00Z,1\r\n2027-01-15T03:00:00Z,2\r\n2027-01-15T04:00:00Z,3\r\n"
    );
    for (query, parameter) in [
        ("metric=messages&bucket=week", "/bucket"),
        ("metric=No%20Metric", "/metric"),
        ("bucket=day", "/metric"),
        ("metric=messages&from=2027-01-15T05:00:00Z&to=2027-01-15T05:00:00Z", "/to"),
        ("metric=messages&from=yesterday", "/from"),
        ("metric=messages&cursor=nonsense", "/cursor"),
        ("metric=messages&limit=201", "/limit"),
    ] {
        let path = format!("/v1/accounts/{}/statistics?{query}", ada.account);
        let refused = server.get(&path, &ada.token).await.problem(422, "invalid_parameter");
        assert_eq!(refused.pointers(), [parameter], "{query}");
    }
}

#[tokio::test]
async fn limits_are_set_by_their_version_and_the_back_end_is_told_what_is_reached() {
    let server = Server::start().await;
    let (ada, key) = (server.sign_up("ada", "ably").await, server.platform_key().await);
    let path = format!("/v1/accounts/{}/limits", ada.account);
    let empty = server.get(&path, &ada.token).await.expect(200);
    assert_eq!((&empty.body, empty.version()), (&json!({ "items": [] }), 0));
    let app = server.app(&ada, "Shop").await;
    let items = json!([
        { "metric": "messages", "period": "month", "limit": 10 },
        { "metric": "messages", "period": "day", "limit": 5, "app": app }
    ]);
    let tag = empty.header("etag").to_owned();
    let put = async |tag: &str, items: &Value| {
        server.json(Method::PUT, &path, &ada.token, &[("if-match", tag)], &json!({ "items": items })).await
    };
    let set = put(&tag, &items).await.expect(200);
    assert_eq!(set.version(), 1);
    assert_eq!(
        set.body["items"][0],
        json!({ "metric": "messages", "period": "month", "limit": 10, "app": null })
    );
    assert_eq!(set.body["items"][1]["app"], json!(app));
    put(&tag, &json!([])).await.problem(412, "stale_version");
    let shown = server.get(&path, &ada.token).await.expect(200);
    assert_eq!(shown.body, set.body);
    put(shown.header("etag"), &shown.body["items"].clone()).await.expect(200);
    let batch = json!([with(record(&ada.account, "1", 12), &json!({ "app": app }))]);
    let counted = server.post("/v1/usage", &key, batch).await.expect(200);
    let reached = |app: Value, period: &str, limit: u64| json!({ "account": ada.account, "app": app, "metric": "messages", "period": period, "limit": limit, "used": 12 });
    assert_eq!(
        counted.body["exceeded"],
        json!([reached(Value::Null, "month", 10), reached(json!(app), "day", 5)])
    );
    for (body, pointer) in [
        (json!({ "items": [{ "metric": "X", "period": "day", "limit": 1 }] }), "/items/0/metric"),
        (json!({ "items": [{ "metric": "x", "period": "week", "limit": 1 }] }), "/items/0/period"),
        (json!({ "items": [{ "metric": "x", "period": "day", "limit": 0 }] }), "/items/0/limit"),
        (json!({ "items": vec![json!({ "metric": "x", "period": "day", "limit": 1 }); 101] }), "/items"),
        (json!({}), "/items"),
    ] {
        assert_eq!(
            server.put(&path, &ada.token, body).await.problem(422, "invalid_field").pointers(),
            [pointer]
        );
    }
}

/// Who may, by the tables of the role models: the account's, the app's and the keyset's statistics, and the limits. Each is
/// a role with where it is held.
const MAY: &[(&str, &str, &str, [bool; 4])] = &[
    ("ably", "developer", "account", [true, true, true, false]),
    ("ably", "billing", "account", [true, true, true, false]),
    ("ably", "admin", "account", [true, true, true, false]),
    ("ably", "owner", "", [true, true, true, true]),
    ("pubnub", "account-owner", "", [true, true, true, true]),
    ("pubnub", "account-admin", "account", [true, true, true, true]),
    ("pubnub", "app-viewer", "app", [false, true, true, false]),
    ("pubnub", "app-admin", "app", [false, true, true, false]),
    ("pubnub", "keyset-viewer", "keyset", [false, false, true, false]),
    ("pubnub", "keyset-admin", "keyset", [false, false, true, false]),
    ("pubnub", "functions-developer", "account", [false; 4]),
    ("pubnub", "functions-viewer", "account", [false; 4]),
    ("pubnub", "business-insights", "account", [false; 4]),
    ("pubnub", "bizops-objects-operator", "keyset", [false; 4]),
    ("pubnub", "illuminate-admin", "account", [false; 4]),
    ("pubnub-classic", "account-admin", "", [true, true, true, true]),
    ("pubnub-classic", "app-viewer", "app", [false, true, true, false]),
    ("pubnub-classic", "app-admin", "app", [false, true, true, false]),
    ("pubnub-classic", "keyset-viewer", "keyset", [false, false, true, false]),
    ("pubnub-classic", "keyset-admin", "keyset", [false, false, true, false]),
    ("pubnub-classic", "functions-developer-app", "app", [false; 4]),
    ("pubnub-classic", "functions-developer-keyset", "keyset", [false; 4]),
    ("pubnub-classic", "functions-operator-app", "app", [false; 4]),
    ("pubnub-classic", "functions-operator-keyset", "keyset", [false; 4]),
    ("pubnub-classic", "functions-viewer-app", "app", [false; 4]),
    ("pubnub-classic", "functions-viewer-keyset", "keyset", [false; 4]),
    ("pubnub-classic", "pubnub-insights", "account", [false; 4]),
    ("pubnub-classic", "illuminate-admin", "account", [false; 4]),
    ("pubnub-classic", "bizops-objects-operator", "keyset", [false; 4]),
];

async fn answers(server: &Server, who: &Person, product: &Product) -> Vec<u16> {
    let mut found = Vec::new();
    for path in product.statistics(&who.account) {
        found.push(server.get(&format!("{path}?metric=messages"), &who.token).await.status.as_u16());
    }
    let limits = format!("/v1/accounts/{}/limits", who.account);
    let read = server.get(&limits, &who.token).await.status.as_u16();
    let written = server.put(&limits, &who.token, json!({ "items": [] })).await.status.as_u16();
    assert_eq!(read, written, "who sees limits sets them");
    found.push(read);
    found
}

#[tokio::test]
async fn each_role_may_what_the_tables_of_its_model_say() {
    for model in ["ably", "pubnub", "pubnub-classic"] {
        let server = Server::start().await;
        let owner = server.sign_up("owner", model).await;
        let product = Product::of(&server, &owner).await;
        let elsewhere = Product::of(&server, &owner).await;
        let rows: Vec<_> = MAY.iter().filter(|(of, ..)| *of == model).collect();
        let mut named: Vec<&str> = rows.iter().map(|(_, role, ..)| *role).collect();
        named.sort_unstable();
        assert_eq!(server.roles(&owner).await, named, "each role of {model} is a row");
        for (_, role, at, may) in rows {
            let who = match *at {
                "" => owner.clone(),
                _ => server.join(&owner, role, holding(role, at, &product.app, &product.ks)).await,
            };
            let wanted = |may: [bool; 4]| may.map(|may| if may { 200 } else { 403 });
            assert_eq!(answers(&server, &who, &product).await, wanted(*may), "{model} {role}");
            // What is held at one app or keyset reaches no other.
            let beyond = if ["", "account"].contains(at) { *may } else { [false; 4] };
            assert_eq!(answers(&server, &who, &elsewhere).await, wanted(beyond), "{model} {role} elsewhere");
            server.post("/v1/usage", &who.token, json!([])).await.problem(403, "platform_key_only");
        }
    }
}
