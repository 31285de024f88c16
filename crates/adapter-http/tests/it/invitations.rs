//! Invitations.

use serde_json::json;

use crate::support::{PASSWORD, Server, assert_keys};

#[tokio::test]
async fn a_new_user_accepts_and_gets_a_session() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}/invitations", ada.account);
    let body = json!({ "email": "bob@example.com", "first_name": "Bob", "grants": [{ "role": "viewer" }] });
    let made = server.post(&path, &ada.token, body.clone()).await.expect(201);
    assert_keys(
        &made.body,
        &[
            "id",
            "member",
            "email",
            "first_name",
            "status",
            "grants",
            "invited_by",
            "created_at",
            "expires_at",
        ],
    );
    server.post(&path, &ada.token, body).await.problem(409, "invitation_pending");
    let token = server.mailed_token("bob@example.com", "/invitations/accept?token=").await;
    let missing = server
        .post("/v1/invitations/accept", "", json!({ "token": token }))
        .await
        .problem(422, "invalid_field");
    assert_eq!(missing.pointers(), ["/name", "/password"]);
    let accept = json!({ "token": token, "name": "Bob", "password": PASSWORD });
    let accepted = server.post("/v1/invitations/accept", "", accept.clone()).await.expect(200);
    assert_keys(&accepted.body, &["member", "account", "session"]);
    assert_eq!(accepted.body["member"]["status"], "active");
    server.get("/v1/me", &accepted.text("/session/token")).await.expect(200);
    server.post("/v1/invitations/accept", "", accept).await.problem(409, "invitation_used");
    let shown = server.get(&format!("{path}/{}", made.text("/id")), &ada.token).await.expect(200);
    assert_eq!(shown.text("/status"), "accepted");
}

#[tokio::test]
async fn a_user_accepts_signed_in_and_only_their_own() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let (bob, eve) = (server.sign_up("bob", "standard").await, server.sign_up("eve", "standard").await);
    let path = format!("/v1/accounts/{}/invitations", ada.account);
    server.post(&path, &ada.token, json!({ "email": bob.email })).await.expect(201);
    let token = server.mailed_token(&bob.email, "/invitations/accept?token=").await;
    server
        .post("/v1/invitations/accept", &eve.token, json!({ "token": token }))
        .await
        .problem(403, "wrong_user");
    let new = json!({ "token": token, "name": "Bob", "password": PASSWORD });
    server.post("/v1/invitations/accept", "", new).await.problem(409, "sign_in_required");
    server
        .post("/v1/invitations/accept", "bws_stale", json!({ "token": token }))
        .await
        .problem(401, "unauthenticated");
    let accepted =
        server.post("/v1/invitations/accept", &bob.token, json!({ "token": token })).await.expect(200);
    assert_keys(&accepted.body, &["member", "account"]);
    server
        .post("/v1/invitations/accept", &eve.token, json!({ "token": "nonsense" }))
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn a_resend_stops_the_old_link_and_a_revocation_the_new_one() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let path = format!("/v1/accounts/{}/invitations", ada.account);
    let made = server.post(&path, &ada.token, json!({ "email": "bob@example.com" })).await.expect(201);
    let one = format!("{path}/{}", made.text("/id"));
    let old = server.mailed_token("bob@example.com", "/invitations/accept?token=").await;
    server.clock.advance(8 * 24 * 3600);
    assert_eq!(server.get(&one, &ada.token).await.expect(200).text("/status"), "expired");
    assert_eq!(server.get(&format!("{path}?status=expired"), &ada.token).await.expect(200).items().len(), 1);
    let accept = |token: &str| json!({ "token": token, "name": "Bob", "password": PASSWORD });
    server.post("/v1/invitations/accept", "", accept(&old)).await.problem(410, "invitation_expired");
    let sent = server.post(&format!("{one}/resend"), &ada.token, json!({})).await.expect(200);
    assert_eq!(sent.text("/status"), "pending");
    server.post("/v1/invitations/accept", "", accept(&old)).await.problem(404, "not_found");
    let new = server.mailed_token("bob@example.com", "/invitations/accept?token=").await;
    assert_ne!(old, new);
    server.delete(&one, &ada.token).await.expect(204);
    server.delete(&one, &ada.token).await.problem(409, "invitation_closed");
    server.post("/v1/invitations/accept", "", accept(&new)).await.problem(409, "invitation_closed");
    assert_eq!(server.get(&format!("{path}?status=revoked"), &ada.token).await.expect(200).items().len(), 1);
}
