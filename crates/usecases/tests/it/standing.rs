//! Members that are suspended, resumed, removed, or leave.

use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::access::Outcome;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{members, users};

use crate::support::{World, code, grants};

#[tokio::test]
async fn a_suspended_member_may_nothing_until_resumed() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let target = w.join(&owner, "target", grants(&["viewer"])).await;
    let before = w.actions(owner.account).await.len();
    let account = bailiwick_domain::resources::ResourceRef::account(owner.account);
    let suspended = w.suspend(&owner, admin.member, true).await.unwrap();
    assert_eq!(suspended.status, MemberStatus::Suspended);
    assert_eq!(w.decide(&admin, "account.view", &account).await, Outcome::MemberNotActive);
    let error = w.refused(&admin, w.put(&admin, target.member, grants(&["member"]))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "permission_denied"));
    assert_eq!(
        members::get(&w.cx, &w.by(&admin), owner.account, admin.member).await.unwrap().id,
        admin.member
    );
    assert_eq!(w.held(&admin).await, ["admin"], "the grants wait");
    w.suspend(&owner, admin.member, true).await.unwrap();
    w.suspend(&owner, admin.member, false).await.unwrap();
    w.put(&admin, target.member, grants(&["member"])).await.unwrap();
    let after = w.actions(owner.account).await;
    assert_eq!(after[before..], ["member.suspended", "member.resumed", "member.grants_changed"]);
    w.finish().await;
}

#[tokio::test]
async fn an_invited_member_is_neither_suspended_nor_resumed() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (invited, _) = w.invited(&owner, "guest", vec![]).await;
    let guest = invited.member.unwrap().id;
    for suspended in [true, false] {
        let error = w.refused(&owner, w.suspend(&owner, guest, suspended)).await;
        assert_eq!(error.code, "member_not_active");
    }
    w.finish().await;
}

#[tokio::test]
async fn whoever_lacks_member_remove_neither_suspends_nor_removes() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let plain = w.join(&owner, "plain", grants(&["member"])).await;
    let target = w.join(&owner, "target", grants(&["viewer"])).await;
    w.deliver().await;
    let refused = [
        w.refused(&plain, w.suspend(&plain, target.member, true)).await,
        w.refused(&plain, w.remove(&plain, target.member)).await,
    ];
    for error in refused {
        assert_eq!(
            (error.code.as_str(), error.permission.as_deref()),
            ("permission_denied", Some("member.remove"))
        );
    }
    w.finish().await;
}

#[tokio::test]
async fn a_removed_member_loses_the_account_at_once_and_is_told() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let target = w.join(&owner, "target", grants(&["viewer"])).await;
    w.deliver().await;
    assert!(w.may(&target, "account.view").await);
    w.remove(&owner, target.member).await.unwrap();
    assert!(!w.may(&target, "account.view").await);
    assert_eq!(w.member(owner.account, target.member).await, None);
    let event = w.last_event(owner.account).await;
    assert_eq!(
        (event.action.as_str(), event.before["grants"][0]["role"].as_str()),
        ("member.removed", Some("viewer"))
    );
    let mails = w.deliver().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "target@example.com"));
    assert!(mails[0].subject.contains("removed"), "{}", mails[0].subject);
    assert_eq!(code(w.remove(&owner, target.member).await), "not_found");
    assert!(users::my_accounts(&w.cx, &w.by(&target), None, 10).await.unwrap().items.is_empty());
    w.finish().await;
}

#[tokio::test]
async fn anyone_may_leave_and_no_mail_tells_them() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let nothing = w.join(&owner, "nothing", vec![]).await;
    let suspended = w.join(&owner, "suspended", grants(&["viewer"])).await;
    w.suspend(&owner, suspended.member, true).await.unwrap();
    w.deliver().await;
    for seat in [&viewer, &nothing, &suspended] {
        w.remove(seat, seat.member).await.unwrap();
        assert_eq!(w.last_event(owner.account).await.action, "member.left");
        assert_eq!(code(members::get(&w.cx, &w.by(seat), owner.account, seat.member).await), "not_found");
    }
    assert_eq!(w.waiting().await, 0);
    w.finish().await;
}

#[tokio::test]
async fn members_are_listed_by_status_role_and_text_in_pages() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "anna", grants(&["admin"])).await;
    let viewer = w.join(&owner, "vera", grants(&["viewer"])).await;
    w.invited(&owner, "guest", grants(&["viewer"])).await;
    w.suspend(&owner, viewer.member, true).await.unwrap();
    let names = async |filter: MemberFilter| {
        let page = members::list(&w.cx, &w.by(&admin), owner.account, &filter, None, 50).await.unwrap();
        page.items
            .into_iter()
            .map(|member| member.email.as_str().replace("@example.com", ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(MemberFilter::default()).await, ["owner", "anna", "vera", "guest"]);
    let status = Some(MemberStatus::Suspended);
    assert_eq!(names(MemberFilter { status, ..MemberFilter::default() }).await, ["vera"]);
    let role = Some("viewer".to_owned());
    assert_eq!(names(MemberFilter { role, ..MemberFilter::default() }).await, ["vera", "guest"]);
    let text = Some("NN".to_owned());
    assert_eq!(names(MemberFilter { text, ..MemberFilter::default() }).await, ["anna"]);

    let (mut after, mut all) = (None, Vec::new());
    loop {
        let filter = MemberFilter::default();
        let page = members::list(&w.cx, &w.by(&admin), owner.account, &filter, after, 1).await.unwrap();
        after = page.items.last().map(|member| member.id);
        all.extend(page.items.iter().map(|member| member.id));
        if !page.more {
            break;
        }
    }
    assert_eq!(all.len(), 4);
    w.finish().await;
}

#[tokio::test]
async fn whoever_may_not_see_members_sees_themselves() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "arbify").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let get = async |member| members::get(&w.cx, &w.by(&viewer), owner.account, member).await;
    assert_eq!(get(viewer.member).await.unwrap().id, viewer.member);
    assert_eq!(code(get(owner.member).await), "permission_denied");
    let list = members::list(&w.cx, &w.by(&viewer), owner.account, &MemberFilter::default(), None, 50).await;
    assert_eq!(code(list), "permission_denied");
    w.finish().await;
}
