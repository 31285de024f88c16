//! Owners: who makes and unmakes them, their bounds, and the transfer.

use bailiwick_usecases::error::Kind;
use bailiwick_usecases::input::NewGrant;

use crate::support::{World, grant, grant_on, grants};

#[tokio::test]
async fn only_owners_make_and_unmake_owners() {
    let w = World::new().await;
    for (model, plain) in [("standard", "viewer"), ("arbify", "viewer")] {
        let owner = w.sign_up(&format!("owner-{model}"), model).await;
        let admin = w.join(&owner, &format!("admin-{model}"), grants(&["admin"])).await;
        let viewer = w.join(&owner, &format!("viewer-{model}"), grants(&[plain])).await;
        w.deliver().await;
        let error = w.refused(&admin, w.put(&admin, viewer.member, grants(&["owner"]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "owner_only"), "{model}");
        let error = w.refused(&admin, w.put(&admin, admin.member, grants(&["owner"]))).await;
        assert_eq!(error.code, "owner_only", "{model}: not for oneself either");
        w.put(&owner, viewer.member, grants(&["owner"])).await.unwrap();
        w.deliver().await;
        let error = w.refused(&admin, w.put(&admin, viewer.member, grants(&[plain]))).await;
        assert_eq!(error.code, "owner_only", "{model}");
        w.put(&viewer, owner.member, grants(&[plain])).await.unwrap();
        assert_eq!(w.held(&owner).await, [plain], "{model}");
    }
    w.finish().await;
}

#[tokio::test]
async fn the_last_owner_can_not_be_unmade_suspended_or_leave() {
    let w = World::new().await;
    let models = [
        ("standard", "viewer"),
        ("arbify", "viewer"),
        ("ably", "developer"),
        ("pubnub", "illuminate-admin"),
        ("pubnub-classic", "illuminate-admin"),
    ];
    for (model, plain) in models {
        let owner = w.sign_up(&format!("owner-{model}"), model).await;
        w.join(&owner, &format!("other-{model}"), grants(&[plain])).await;
        w.deliver().await;
        let error = w.refused(&owner, w.put(&owner, owner.member, grants(&[plain]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "last_owner"), "{model}");
        let error = w.refused(&owner, w.remove(&owner, owner.member)).await;
        assert_eq!(error.code, "last_owner", "{model}");
        let error = w.refused(&owner, w.suspend(&owner, owner.member, true)).await;
        assert_eq!(error.code, "last_owner", "{model}");
        assert!(error.resolve.is_some());
    }
    w.finish().await;
}

#[tokio::test]
async fn a_suspended_owner_does_not_count_as_the_last() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let second = w.join(&owner, "second", grants(&["viewer"])).await;
    w.put(&owner, second.member, grants(&["owner"])).await.unwrap();
    w.suspend(&owner, second.member, true).await.unwrap();
    w.deliver().await;
    let error = w.refused(&owner, w.remove(&owner, owner.member)).await;
    assert_eq!(error.code, "last_owner");
    w.suspend(&owner, second.member, false).await.unwrap();
    w.remove(&owner, owner.member).await.unwrap();
    assert!(w.may(&second, "billing.update").await);
    w.finish().await;
}

#[tokio::test]
async fn only_owners_suspend_resume_and_remove_an_owner() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let second = w.join(&owner, "second", grants(&["viewer"])).await;
    w.put(&owner, second.member, grants(&["owner"])).await.unwrap();
    w.deliver().await;
    assert_eq!(w.refused(&admin, w.suspend(&admin, second.member, true)).await.code, "owner_only");
    assert_eq!(w.refused(&admin, w.remove(&admin, second.member)).await.code, "owner_only");
    w.suspend(&owner, second.member, true).await.unwrap();
    assert_eq!(w.refused(&admin, w.suspend(&admin, second.member, false)).await.code, "owner_only");
    assert_eq!(w.refused(&admin, w.remove(&admin, second.member)).await.code, "owner_only");
    w.remove(&owner, second.member).await.unwrap();
    assert_eq!(w.actions(owner.account).await.last().unwrap(), "member.removed");
    w.finish().await;
}

#[tokio::test]
async fn where_one_owner_is_the_most_the_role_moves_only_by_transfer() {
    let w = World::new().await;
    for (model, role, plain) in
        [("ably", "owner", "developer"), ("pubnub", "account-owner", "illuminate-admin")]
    {
        let owner = w.sign_up(&format!("owner-{model}"), model).await;
        let other = w.join(&owner, &format!("other-{model}"), grants(&[plain])).await;
        w.deliver().await;
        let error = w.refused(&owner, w.put(&owner, other.member, grants(&[plain, role]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "owner_by_transfer"), "{model}");
    }
    w.finish().await;
}

#[tokio::test]
async fn a_new_owner_is_an_active_member() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let other = w.join(&owner, "other", grants(&["viewer"])).await;
    w.suspend(&owner, other.member, true).await.unwrap();
    let (invited, _) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let guest = invited.member.unwrap().id;
    w.deliver().await;
    for target in [other.member, guest] {
        let error = w.refused(&owner, w.put(&owner, target, grants(&["owner"]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "member_not_active"));
        let error = w.refused(&owner, w.transfer(&owner, target, &["admin"])).await;
        assert_eq!(error.code, "member_not_active");
    }
    w.finish().await;
}

#[tokio::test]
async fn the_owner_role_has_no_start_and_no_end() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let other = w.join(&owner, "other", grants(&["viewer"])).await;
    w.deliver().await;
    let later = Some(w.now().plus_seconds(60));
    let bounded =
        [NewGrant { expires_at: later, ..grant("owner") }, NewGrant { starts_at: later, ..grant("owner") }];
    for asked in bounded {
        let error = w.refused(&owner, w.put(&owner, other.member, vec![asked])).await;
        assert_eq!(error.code, "invalid_grant");
    }
    w.finish().await;
}

#[tokio::test]
async fn a_transfer_moves_the_role_in_one_step_and_keeps_what_is_named() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let heir =
        w.join(&owner, "heir", vec![grant("illuminate-admin"), grant_on("app-viewer", &app.name)]).await;
    w.deliver().await;
    let moved = w.transfer(&owner, heir.member, &["account-admin"]).await.unwrap();
    assert_eq!((moved.from.id, moved.to.id), (owner.member, heir.member));
    assert_eq!(w.held(&owner).await, ["account-admin"]);
    assert_eq!(w.held(&heir).await, ["account-owner", "app-viewer@app", "illuminate-admin"]);
    let event = w.last_event(owner.account).await;
    assert_eq!(event.action, "ownership.transferred");
    assert_eq!(event.before["owner"], owner.member.to_string());
    assert_eq!(event.after["owner"], heir.member.to_string());
    assert_eq!(event.after["from_grants"][0]["role"], "account-admin");
    let mails = w.deliver().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "heir@example.com"));
    assert_eq!(w.refused(&owner, w.transfer(&owner, heir.member, &[])).await.code, "owner_only");
    w.transfer(&heir, owner.member, &[]).await.unwrap();
    assert_eq!(w.held(&heir).await, ["app-viewer@app"], "what is held below the account stays");
    w.finish().await;
}

#[tokio::test]
async fn a_transfer_breaks_no_rule_on_either_side() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let heir = w.join(&owner, "heir", vec![]).await;
    w.deliver().await;
    let clash =
        w.refused(&owner, w.transfer(&owner, heir.member, &["account-admin", "illuminate-admin"])).await;
    assert_eq!((clash.kind, clash.code.as_str()), (Kind::Conflict, "role_exclusion"));
    let unknown = w.refused(&owner, w.transfer(&owner, heir.member, &["illuminate-admin", "emperor"])).await;
    assert_eq!(
        (unknown.code.as_str(), unknown.errors[0].pointer.as_str()),
        ("invalid_grant", "/keep_roles/1")
    );
    let itself = w.refused(&owner, w.transfer(&owner, heir.member, &["account-owner"])).await;
    assert_eq!((itself.code.as_str(), itself.errors[0].pointer.as_str()), ("invalid_grant", "/keep_roles/0"));
    let oneself = w.refused(&owner, w.transfer(&owner, owner.member, &[])).await;
    assert_eq!((oneself.code.as_str(), oneself.errors[0].pointer.as_str()), ("invalid_grant", "/member"));
    w.finish().await;
}

#[tokio::test]
async fn under_a_model_of_one_role_the_former_owner_keeps_exactly_one() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "arbify").await;
    let heir = w.join(&owner, "heir", grants(&["viewer"])).await;
    w.deliver().await;
    for keep in [&[][..], &["admin", "user"]] {
        let error = w.refused(&owner, w.transfer(&owner, heir.member, keep)).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "single_role"));
    }
    w.transfer(&owner, heir.member, &["admin"]).await.unwrap();
    assert_eq!(w.held(&owner).await, ["admin"]);
    assert_eq!(w.held(&heir).await, ["owner"], "the owner's role takes the place of the heir's");
    w.finish().await;
}

#[tokio::test]
async fn only_an_owner_transfers() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    w.deliver().await;
    let error = w.refused(&admin, w.transfer(&admin, admin.member, &[])).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "owner_only"));
    let error = w.refused(&admin, w.transfer(&admin, owner.member, &[])).await;
    assert_eq!(error.code, "owner_only");
    w.finish().await;
}
