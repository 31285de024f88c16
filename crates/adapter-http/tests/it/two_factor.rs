//! Second factors over HTTP: setting one up, signing in with it, and accounts that require one.

use bailiwick_domain::two_factor::TotpSecret;
use poem::http::Method;
use serde_json::json;

use crate::support::{PASSWORD, Person, Reply, Server, Wants, assert_keys};

/// The bytes of a text in base32 (RFC 4648).
fn base32(text: &str) -> Vec<u8> {
    let digits = text.bytes().map(|c| if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' });
    let bits: Vec<u8> = digits.flat_map(|digit| (0..5).rev().map(move |at| digit >> at & 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | bit)).collect()
}

/// A user's app.
pub struct App {
    secret: TotpSecret,
    recovery_codes: Vec<String>,
}

impl App {
    fn code(&self, server: &Server) -> String {
        self.secret.code(server.cx.now())
    }
}

pub async fn enrol(server: &Server, person: &Person) -> App {
    let path = "/v1/me/two-factor/totp";
    let begun = server.post(path, &person.token, json!({ "password": PASSWORD })).await.expect(200);
    let mut app = App {
        secret: TotpSecret::from_slice(&base32(&begun.text("/secret"))).unwrap(),
        recovery_codes: Vec::new(),
    };
    let body = json!({ "code": app.code(server) });
    let made = server.post(&format!("{path}/confirm"), &person.token, body).await.expect(200);
    let codes = made.body["recovery_codes"].as_array().unwrap();
    app.recovery_codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    server.clock.advance(30);
    app
}

async fn first_step(server: &Server, person: &Person) -> Reply {
    server.post("/v1/sessions", "", json!({ "email": person.email, "password": PASSWORD })).await
}

async fn challenge(server: &Server, person: &Person) -> String {
    first_step(server, person).await.problem(401, "two_factor_required").text("/challenge")
}

async fn remove(server: &Server, person: &Person, password: &str) -> Reply {
    let body = json!({ "password": password });
    server.json(Method::DELETE, "/v1/me/two-factor/totp", &person.token, &[], &body).await
}

#[tokio::test]
async fn a_second_factor_is_set_up_asked_for_and_taken_away() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let off = json!({ "totp_enabled_at": null, "passkeys": 0, "recovery_codes_left": 0 });
    assert_eq!(server.get("/v1/me/two-factor", &ada.token).await.expect(200).body, off);
    let path = "/v1/me/two-factor/totp";
    let wrong = server.post(path, &ada.token, json!({ "password": "wrong" })).await;
    assert_eq!(wrong.problem(422, "wrong_password").pointers(), ["/password"]);
    let begun = server.post(path, &ada.token, json!({ "password": PASSWORD })).await.expect(200);
    assert_keys(&begun.body, &["secret", "otpauth_uri", "qr"]);
    assert!(
        begun.text("/otpauth_uri").starts_with("otpauth://totp/bailiwick%2Eexample:ada%40example%2Ecom?")
    );
    assert!(begun.text("/qr").starts_with("data:image/svg+xml;base64,"));
    let refused = server.post(&format!("{path}/confirm"), &ada.token, json!({ "code": "12" })).await;
    assert_eq!(refused.problem(422, "invalid_code").pointers(), ["/code"]);

    let other = server.sign_in(&ada).await;
    let app = enrol(&server, &ada).await;
    server.get("/v1/me", &other).await.problem(401, "unauthenticated");
    assert_eq!(app.recovery_codes.len(), 10);
    let on = json!({ "totp_enabled_at": "2027-01-15T08:00:00Z", "passkeys": 0, "recovery_codes_left": 10 });
    assert_eq!(server.get("/v1/me/two-factor", &ada.token).await.expect(200).body, on);
    let again = server.post(path, &ada.token, json!({ "password": PASSWORD })).await;
    again.problem(409, "two_factor_enabled");
    let member = format!("/v1/accounts/{}/members/{}", ada.account, ada.member);
    assert_eq!(server.get(&member, &ada.token).await.expect(200).body["two_factor"], true);

    let challenge = challenge(&server, &ada).await;
    let body = json!({ "challenge": challenge, "code": app.code(&server) });
    let made = server.post("/v1/sessions/two-factor", "", body.clone()).await.expect(201);
    assert_keys(&made.body, &["id", "token", "expires_at"]);
    let list = server.get("/v1/sessions", &made.text("/token")).await.expect(200);
    assert_eq!(list.items().last().unwrap()["methods"], json!(["password", "totp"]));
    server.post("/v1/sessions/two-factor", "", body).await.problem(401, "challenge_expired");

    remove(&server, &ada, "wrong").await.problem(422, "wrong_password");
    server.clock.advance(15 * 60);
    remove(&server, &ada, PASSWORD).await.problem(401, "reauthentication_required");
    let fresh = Person { token: made.text("/token"), ..ada.clone() };
    server.get("/v1/me", &fresh.token).await.expect(200);
    remove(&server, &fresh, PASSWORD).await.problem(401, "reauthentication_required");
    let challenge = self::challenge(&server, &ada).await;
    let body = json!({ "challenge": challenge, "recovery_code": app.recovery_codes[0] });
    let made = server.post("/v1/sessions/two-factor", "", body).await.expect(201);
    let fresh = Person { token: made.text("/token"), ..ada.clone() };
    remove(&server, &fresh, PASSWORD).await.expect(204);
    assert_eq!(server.get("/v1/me/two-factor", &fresh.token).await.expect(200).body, off);
    server.get("/v1/me", &ada.token).await.problem(401, "unauthenticated");
    first_step(&server, &ada).await.expect(201);
}

#[tokio::test]
async fn an_answer_is_one_code_or_the_other() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    enrol(&server, &ada).await;
    let challenge = challenge(&server, &ada).await;
    for body in [
        json!({ "challenge": challenge }),
        json!({ "challenge": challenge, "code": "123456", "recovery_code": "x" }),
    ] {
        let refused = server.post("/v1/sessions/two-factor", "", body).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), ["/code"]);
    }
    let body = json!({ "challenge": challenge, "recovery_code": "x" });
    let refused = server.post("/v1/sessions/two-factor", "", body).await.problem(401, "invalid_code");
    assert_eq!(refused.header("www-authenticate"), "Bearer");
    assert!(refused.body.get("challenge").is_none());
}

#[tokio::test]
async fn a_recovery_code_and_a_code_are_good_for_one_sign_in() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let app = enrol(&server, &ada).await;
    for proof in [("recovery_code", app.recovery_codes[0].clone()), ("code", app.code(&server))] {
        let answer = async || {
            let challenge = challenge(&server, &ada).await;
            server
                .post("/v1/sessions/two-factor", "", json!({ "challenge": challenge, proof.0: proof.1 }))
                .await
        };
        answer().await.expect(201);
        answer().await.problem(401, "invalid_code");
    }
}

#[tokio::test]
async fn by_the_ably_model_whoever_has_a_role_but_billing_enrols_and_the_owner_alone_requires_it() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let path = format!("/v1/accounts/{}", ada.account);
    for role in ["developer", "admin"] {
        let member = server.join(&ada, role, json!([{ "role": role }])).await;
        enrol(&server, &member).await;
        let refused = server.patch(&path, &member.token, json!({ "require_two_factor": true })).await;
        assert_eq!(refused.problem(403, "permission_denied").body["permission"], "two_factor.enforce");
    }
    enrol(&server, &ada).await;
    server.patch(&path, &ada.token, json!({ "require_two_factor": true })).await.expect(200);
}

#[tokio::test]
async fn what_is_shown_once_is_null_when_repeated() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let keyed = async |path: &str, token: &str, body: &serde_json::Value| {
        server.json(Method::POST, path, token, &[("idempotency-key", "k")], body).await
    };
    let (path, body) = ("/v1/me/two-factor/totp", json!({ "password": PASSWORD }));
    let first = keyed(path, &ada.token, &body).await.expect(200);
    let null = json!({ "secret": null, "otpauth_uri": null, "qr": null });
    assert_eq!(keyed(path, &ada.token, &body).await.expect(200).body, null);
    let secret = TotpSecret::from_slice(&base32(&first.text("/secret"))).unwrap();
    let confirm = json!({ "code": secret.code(server.cx.now()) });
    let path = "/v1/me/two-factor/totp/confirm";
    assert!(keyed(path, &ada.token, &confirm).await.expect(200).body["recovery_codes"].is_array());
    let repeated = keyed(path, &ada.token, &confirm).await.expect(200);
    assert_eq!(repeated.body, json!({ "recovery_codes": null }));
    let sign_in = json!({ "email": ada.email, "password": PASSWORD });
    let first = keyed("/v1/sessions", "", &sign_in).await.problem(401, "two_factor_required");
    let again = keyed("/v1/sessions", "", &sign_in).await.problem(401, "two_factor_required");
    assert!(again.body.get("challenge").is_none(), "it was shown once");
    server.clock.advance(30);
    let answer = json!({ "challenge": first.text("/challenge"), "code": secret.code(server.cx.now()) });
    let made = keyed("/v1/sessions/two-factor", "", &answer).await.expect(201);
    let again = keyed("/v1/sessions/two-factor", "", &answer).await.expect(201);
    assert_eq!((made.text("/id"), &again.body["token"]), (again.text("/id"), &serde_json::Value::Null));
}

#[tokio::test]
async fn wrong_codes_are_limited_by_the_user() {
    let server = Server::with(Wants { rate_limits: true, ..Wants::default() }).await;
    let ada = server.sign_up("ada", "ably").await;
    let app = enrol(&server, &ada).await;
    let wrong = json!({ "challenge": challenge(&server, &ada).await, "code": "x" });
    for _ in 0..5 {
        server.post("/v1/sessions/two-factor", "", wrong.clone()).await.problem(401, "invalid_code");
    }
    let challenge = challenge(&server, &ada).await;
    let body = json!({ "challenge": challenge, "code": app.code(&server) });
    let limited = server.post("/v1/sessions/two-factor", "", body).await.problem(429, "rate_limited");
    assert_eq!(limited.header("retry-after"), "60");
    server.clock.advance(60);
    let challenge = self::challenge(&server, &ada).await;
    let body = json!({ "challenge": challenge, "code": app.code(&server) });
    server.post("/v1/sessions/two-factor", "", body).await.expect(201);
}

#[tokio::test]
async fn an_account_requires_a_second_factor_of_its_members() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "billing" }])).await;
    let path = format!("/v1/accounts/{}", ada.account);
    let on = json!({ "require_two_factor": true });
    server.patch(&path, &ada.token, on.clone()).await.problem(409, "own_two_factor_required");
    let refused = server.patch(&path, &bob.token, on.clone()).await.problem(403, "permission_denied");
    assert_eq!(refused.body["permission"], "two_factor.enforce");
    let totp = json!({ "password": PASSWORD });
    let refused = server.post("/v1/me/two-factor/totp", &bob.token, totp.clone()).await;
    assert_eq!(refused.problem(403, "permission_denied").body["permission"], "two_factor.configure_own");
    enrol(&server, &ada).await;
    let preview = format!("{path}/two-factor/preview?limit=1");
    let bearer = format!("Bearer {}", ada.token);
    let page = server.send(Method::POST, &preview, &[("authorization", &bearer)], None).await.expect(200);
    assert_eq!((page.items().len(), &page.items()[0]["id"]), (1, &json!(bob.member)));
    assert_eq!(page.items()[0]["two_factor"], false);
    let changed = server.patch(&path, &ada.token, on).await.expect(200);
    assert_eq!(changed.body["require_two_factor"], true);

    for path in
        [path.clone(), format!("{path}/members"), format!("{path}/apps"), format!("{path}/role-model")]
    {
        server.get(&path, &bob.token).await.problem(403, "account_two_factor_required");
    }
    let mine = server.get("/v1/me/accounts", &bob.token).await.expect(200);
    assert_eq!(mine.items()[0]["account"]["require_two_factor"], true);
    let asks =
        async || server.get("/v1/session", &bob.token).await.body["accounts"]["items"][0]["asks"].take();
    assert_eq!(asks().await, json!(["account_two_factor_required"]));
    let question = json!({
        "subject": { "type": "user", "id": bob.user },
        "action": { "name": "invoice.view" },
        "resource": { "type": "account", "id": ada.account },
    });
    let denied = server.post("/access/v1/evaluation", &bob.token, question).await.expect(200);
    assert_eq!(
        (&denied.body["decision"], &denied.body["context"]["code"]),
        (&json!(false), &json!("account_two_factor_required"))
    );
    let explain = json!({ "member": bob.member, "permission": "invoice.view" });
    let explained = server.post(&format!("{path}/access/explain"), &ada.token, explain).await.expect(200);
    assert_eq!(
        (&explained.body["allowed"], &explained.body["code"]),
        (&json!(false), &json!("account_two_factor_required"))
    );
    enrol(&server, &bob).await;
    server.get(&path, &bob.token).await.expect(200);
    assert_eq!(asks().await, json!([]));
    server.delete(&format!("{path}/members/{}", bob.member), &bob.token).await.expect(200);
}
