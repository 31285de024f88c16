//! What the README shows, under each of the five role models.

use bailiwick_client::{Client, Typed, types};

use crate::server::{Server, grants};

/// A model, a role to invite with, a role to change to, and a permission that only the second one brings.
const MODELS: [(&str, &str, &str, &str); 5] = [
    ("standard", "viewer", "admin", "member.invite"),
    ("ably", "developer", "admin", "member.invite"),
    ("arbify", "viewer", "admin", "member.invite"),
    ("pubnub", "functions-viewer", "account-admin", "member.invite"),
    ("pubnub-classic", "illuminate-admin", "pubnub-insights", "insights.dashboard.edit"),
];

/// Whether a user may do something in an account.
pub async fn may(back_end: &Client, user: &types::UserId, permission: &str, acct: &types::AccountId) -> bool {
    let entity = |kind: &str, id: &str| types::AccessEntity::builder().type_(kind).id(id);
    let call = back_end.evaluate().body_map(|body| {
        body.subject(entity("user", user))
            .action(types::AccessAction::builder().name(permission))
            .resource(entity("account", acct))
    });
    call.send().typed().await.unwrap().decision
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_gets_from_sign_up_to_an_explained_decision_under_every_model() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let back_end = server.back_end();
    for (model, first, second, permission) in MODELS {
        let (ada, made) = server.sign_up(&format!("ada@{model}.example.com"), model).await;
        let acct = &made.account.id;
        let bob = server.join(&ada, acct, &format!("bob@{model}.example.com"), first).await.member;
        let user = bob.user.unwrap().id;
        assert!(!may(&back_end, &user, permission, acct).await, "{model}");
        let change = types::GrantsIn { grants: grants(second) };
        let preview = ada.preview_grants().acct(acct).mbr(&bob.id).body(change.clone());
        let preview = preview.send().typed().await.unwrap();
        assert!(preview.gains.iter().any(|gain| gain.permission == permission), "{model}: {preview:?}");
        assert!(preview.violations.is_empty(), "{model}: {preview:?}");
        ada.put_grants().acct(acct).mbr(&bob.id).body(change).send().typed().await.unwrap();
        assert!(may(&back_end, &user, permission, acct).await, "{model}");
        let why = ada
            .explain_access()
            .acct(acct)
            .body_map(|body| body.member(bob.id.clone()).permission(permission));
        let why = why.send().typed().await.unwrap();
        assert!(why.allowed, "{model}: {why:?}");
        assert_eq!(why.because[0].role_path[0], second, "{model}: {why:?}");
    }
    let verified = server.run(&["audit", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}
