//! What strict single sign-on and a required second factor leave open: leaving, with a look at what that would do, and the
//! keys of service integrations.

use serde_json::json;

use crate::support::{Person, Server, Wants};

async fn staffed() -> (Server, Person, Person) {
    let server = Server::with(Wants { any_issuer: true, ..Wants::default() }).await;
    let ada = server.sign_up("ada", "standard").await;
    let bob = server.join(&ada, "bob", json!([{ "role": "admin" }])).await;
    (server, ada, bob)
}

/// From now on members must come through the account's own single sign-on, owners excepted.
async fn be_strict(server: &Server, owner: &Person) {
    let sso = format!("/v1/accounts/{}/sso", owner.account);
    let body = json!({
        "issuer": "https://id.acme.example", "client_id": "a", "client_secret": "b", "strict": true,
    });
    assert_eq!(server.put(&sso, &owner.token, body).await.expect(200).body["strict"], true);
}

/// A member looks at what their leaving would do, though they may do nothing else, and then leaves.
async fn leaves(server: &Server, who: &Person, other: &Person, code: &str) {
    let account = format!("/v1/accounts/{}", who.account);
    let (sint, own) = (format!("{account}/integrations"), format!("{account}/members/{}", who.member));
    server.get(&account, &who.token).await.problem(403, code);
    server.get(&sint, &who.token).await.problem(403, code);
    let others = format!("{account}/members/{}/removal/preview", other.member);
    server.post(&others, &who.token, json!({})).await.problem(403, code);
    let preview = server.post(&format!("{own}/removal/preview"), &who.token, json!({})).await.expect(200);
    assert_eq!(preview.body["violations"], json!([]));
    assert_eq!(preview.body["affects"]["integrations"][0]["name"], "Machine");
    assert_eq!(
        (&preview.body["affects"]["keys"], &preview.body["affects"]["sessions"]),
        (&json!(1), &json!(1))
    );
    let left = server.delete(&own, &who.token).await.expect(200);
    assert_eq!(left.body["affects"], preview.body["affects"]);
    server.get(&account, &who.token).await.problem(404, "not_found");
}

#[tokio::test]
async fn strict_single_sign_on_is_about_people_and_keys_go_on() {
    let (server, ada, bob) = staffed().await;
    let account = format!("/v1/accounts/{}", ada.account);
    let (_, of_ada) = server.machine(&ada, json!([{ "role": "admin" }])).await;
    let (_, of_bob) = server.machine(&bob, json!([{ "role": "admin" }])).await;
    be_strict(&server, &ada).await;
    for _ in 0..2 {
        for path in [account.clone(), format!("{account}/apps"), format!("{account}/members")] {
            server.get(&path, &bob.token).await.problem(403, "sso_required");
            server.get(&path, &ada.token).await.expect(200);
            server.get(&path, &of_ada).await.expect(200);
            server.get(&path, &of_bob).await.expect(200);
        }
        for key in [&of_ada, &of_bob] {
            server.post(&format!("{account}/apps"), key, json!({ "name": "Shop" })).await.expect(201);
        }
        let apps = format!("{account}/apps");
        server.post(&apps, &bob.token, json!({ "name": "Shop" })).await.problem(403, "sso_required");
        // What a node knew before is over.
        server.clock.advance(1);
    }
}

#[tokio::test]
async fn who_did_not_come_through_strict_single_sign_on_sees_what_their_leaving_does_and_leaves() {
    let (server, ada, bob) = staffed().await;
    server.machine(&bob, json!([{ "role": "admin" }])).await;
    be_strict(&server, &ada).await;
    server.clock.advance(1);
    leaves(&server, &bob, &ada, "sso_required").await;
}

#[tokio::test]
async fn who_lacks_the_second_factor_that_is_required_sees_what_their_leaving_does_and_leaves() {
    let (server, ada, bob) = staffed().await;
    server.machine(&bob, json!([{ "role": "admin" }])).await;
    crate::passkeys::registered(&server, &ada).await;
    let account = format!("/v1/accounts/{}", ada.account);
    server.patch(&account, &ada.token, json!({ "require_two_factor": true })).await.expect(200);
    server.clock.advance(1);
    leaves(&server, &bob, &ada, "account_two_factor_required").await;
}

#[tokio::test]
async fn an_owner_who_may_not_leave_is_told_so_by_the_preview_as_by_the_removal() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let own = format!("/v1/accounts/{}/members/{}", ada.account, ada.member);
    let preview = server.post(&format!("{own}/removal/preview"), &ada.token, json!({})).await.expect(200);
    assert_eq!(preview.body["violations"][0]["code"], "last_owner", "{}", preview.text);
    server.delete(&own, &ada.token).await.problem(409, "last_owner");
}
