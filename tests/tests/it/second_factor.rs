//! Second factors at a real server, and over two nodes: each code is good once, also at once.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::at_once::at_once;
use crate::places::Place;
use crate::raw::Raw;
use crate::totp::App;

const PASSWORD: &str = "correct horse";

/// The challenge with which a sign-in asks for the second factor.
async fn challenge(place: &Place) -> Value {
    let sign_in = json!({ "email": "ada@example.com", "password": PASSWORD });
    let mut asked = Raw::new(place.node(0), None).post("/v1/sessions", &sign_in).await;
    assert_eq!(asked.body["code"], "two_factor_required", "{}", asked.body);
    asked.body["challenge"].take()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_sign_ins_at_once_by_one_code_one_is_let_in() {
    let place = Place::start("", &[]).await;
    let (_, made) = place.node(0).sign_up("ada@example.com", "ably").await;
    let ada = Raw::new(place.node(0), made.session.token.as_deref());
    let app = App::enrol(&ada, &json!({ "password": PASSWORD })).await;
    for (kind, code) in [("code", app.next_code()), ("recovery_code", app.recovery_codes[0].clone())] {
        let mut answers = Vec::new();
        for at in 0..16 {
            let body = json!({ "challenge": challenge(&place).await, kind: code });
            let node = Raw::new(place.node(at), None);
            answers.push(async move { node.post("/v1/sessions/two-factor", &body).await });
        }
        let answers = at_once(answers).await;
        let let_in = answers.iter().filter(|answer| answer.status == StatusCode::CREATED).count();
        assert_eq!(let_in, 1, "{kind}");
        for refused in answers.iter().filter(|answer| answer.status != StatusCode::CREATED) {
            assert_eq!(
                (refused.status, &refused.body["code"]),
                (StatusCode::UNAUTHORIZED, &json!("invalid_code")),
                "{kind}: {}",
                refused.body
            );
        }
    }
    let left = ada.get("/v1/me/two-factor").await.expect(StatusCode::OK);
    assert_eq!(left["recovery_codes_left"], 9);
}
