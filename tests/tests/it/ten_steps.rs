//! What the README shows, under each of the five role models.

use reqwest::StatusCode;
use serde_json::json;

use crate::server::{Server, mailed_token};

/// A model, a role to invite with, a role to change to, and a permission that only the second one brings.
const MODELS: [(&str, &str, &str, &str); 5] = [
    ("standard", "viewer", "admin", "member.invite"),
    ("ably", "developer", "admin", "member.invite"),
    ("arbify", "viewer", "admin", "member.invite"),
    ("pubnub", "functions-viewer", "account-admin", "member.invite"),
    ("pubnub-classic", "illuminate-admin", "pubnub-insights", "insights.dashboard.edit"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_gets_from_sign_up_to_an_explained_decision_under_every_model() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let key =
        String::from_utf8(server.run(&["platform-key", "create", "--name", "back-end"]).stdout).unwrap();
    let back_end = server.client(Some(key.trim()));
    for (model, first, second, permission) in MODELS {
        let (ada, made) = server.sign_up(&format!("ada@{model}.example.com"), model).await;
        let acct = made["account"]["id"].as_str().unwrap();
        let bob = format!("bob@{model}.example.com");
        let invitation = json!({"email": bob, "first_name": "Bob", "grants": [{"role": first, "resource": {"type": "account", "id": acct}}]});
        ada.post(&format!("/v1/accounts/{acct}/invitations"), &invitation).await.expect(StatusCode::CREATED);
        let token = mailed_token(&server.mail_folder(), &bob, "accept?token=").await;
        let acceptance = json!({"token": token, "name": "Bob", "password": "battery staple"});
        let joined = server.client(None).post("/v1/invitations/accept", &acceptance).await;
        assert!(joined.status.is_success(), "{}", joined.body);
        let (mbr, user) =
            (joined.body["member"]["id"].as_str().unwrap(), &joined.body["member"]["user"]["id"]);
        let question = json!({"subject": {"type": "user", "id": user}, "action": {"name": permission}, "resource": {"type": "account", "id": acct}});
        let before = back_end.post("/access/v1/evaluation", &question).await.expect(StatusCode::OK);
        assert_eq!(before["decision"], false, "{model}: {before}");
        let change = json!({"grants": [{"role": second, "resource": {"type": "account", "id": acct}}]});
        let preview = ada
            .post(&format!("/v1/accounts/{acct}/members/{mbr}/grants/preview"), &change)
            .await
            .expect(StatusCode::OK);
        let gains = preview["gains"].as_array().unwrap();
        assert!(gains.iter().any(|gain| gain["permission"] == permission), "{model}: {preview}");
        assert_eq!(preview["violations"], json!([]), "{model}");
        ada.put(&format!("/v1/accounts/{acct}/members/{mbr}/grants"), &change).await.expect(StatusCode::OK);
        let after = back_end.post("/access/v1/evaluation", &question).await.expect(StatusCode::OK);
        assert_eq!(after["decision"], true, "{model}: {after}");
        let asked =
            json!({"member": mbr, "permission": permission, "resource": {"type": "account", "id": acct}});
        let why =
            ada.post(&format!("/v1/accounts/{acct}/access/explain"), &asked).await.expect(StatusCode::OK);
        assert_eq!(
            (&why["allowed"], &why["because"][0]["role_path"][0]),
            (&json!(true), &json!(second)),
            "{model}: {why}"
        );
    }
    let verified = server.run(&["audit", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}
