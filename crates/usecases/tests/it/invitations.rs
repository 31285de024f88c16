//! Inviting, sending again, taking back, and what time does to an invitation.

use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::MemberStatus;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Call, invitations};

use crate::models::WORKSHOP;
use crate::support::{Seat, Setup, World, code, grant, grant_on, grants, refusal};

const WEEK: u64 = 7 * 24 * 3600;

#[tokio::test]
async fn an_invitation_makes_an_invited_member_who_may_nothing_yet() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (call, address, name) = (w.by(&owner), "Guest@Example.com".to_owned(), Some("Gus".to_owned()));
    let made = invitations::invite(&w.cx, &call, owner.account, address, name, grants(&["viewer"]));
    let made = made.await.unwrap();
    let member = made.member.unwrap();
    assert_eq!(
        (member.status, member.user, member.name.as_deref()),
        (MemberStatus::Invited, None, Some("Gus"))
    );
    assert_eq!(w.member(owner.account, member.id).await.unwrap(), member, "the answer is what is stored");
    assert_eq!(made.invitation.expires_at, w.now().plus_seconds(i64::try_from(WEEK).unwrap()));
    let event = w.last_event(owner.account).await;
    assert_eq!(event.action, "invitation.created");
    assert_eq!(event.after["member"], member.id.to_string());
    let mails = w.deliver().await;
    let mail = mails.iter().find(|mail| mail.to.as_str() == "Guest@Example.com").unwrap();
    assert!(mail.subject.contains("The account of owner") && mail.text.starts_with("Hello Gus,"), "{mail:?}");
    assert!(mail.text.contains("https://accounts.example.com/invitations/accept?token="), "{}", mail.text);
    w.finish().await;
}

#[tokio::test]
async fn one_invitation_an_account_and_address_is_pending_whatever_its_case() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let other = w.sign_up("other", "standard").await;
    w.invited(&owner, "guest", vec![]).await;
    let (call, address) = (w.by(&owner), "GUEST@example.COM".to_owned());
    let again = invitations::invite(&w.cx, &call, owner.account, address, None, grants(&["viewer"]));
    let error = w.refused(&owner, again).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "invitation_pending"));
    w.invited(&other, "guest", vec![]).await;
    w.finish().await;
}

#[tokio::test]
async fn a_member_is_not_invited_again() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.deliver().await;
    let error = w.refused(&owner, w.invite(&owner, "viewer", vec![])).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "already_member"));
    assert_eq!(w.refused(&owner, w.invite(&owner, "owner", vec![])).await.code, "already_member");
    w.suspend(&owner, viewer.member, true).await.unwrap();
    assert_eq!(w.refused(&owner, w.invite(&owner, "viewer", vec![])).await.code, "already_member");
    w.finish().await;
}

#[tokio::test]
async fn an_invitation_carries_only_what_can_be_invited_and_the_inviter_may_grant() {
    let w = World::with_model(WORKSHOP).await;
    for (model, role) in [
        ("standard", "owner"),
        ("ably", "owner"),
        ("arbify", "owner"),
        ("pubnub", "account-owner"),
        ("pubnub-classic", "account-admin"),
        ("workshop", "steward"),
    ] {
        let owner = w.sign_up(&format!("owner-{model}"), model).await;
        let error = w.refused(&owner, w.invite(&owner, "guest", grants(&[role]))).await;
        assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "role_not_invitable"), "{model}");
        assert_eq!(error.grants[0].role, role);
    }
    let owner = w.sign_up("owner", "workshop").await;
    let chief = w.join(&owner, "chief", grants(&["chief"])).await;
    w.deliver().await;
    let error = w.refused(&chief, w.invite(&chief, "guest", grants(&["clerk"]))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "role_not_grantable"));
    w.finish().await;
}

#[tokio::test]
async fn an_invitation_breaks_no_rule_of_grants() {
    let w = World::new().await;
    let pubnub = w.sign_up("pubnub", "pubnub").await;
    let asked = grants(&["functions-viewer", "functions-developer"]);
    assert_eq!(w.refused(&pubnub, w.invite(&pubnub, "guest", asked)).await.code, "role_exclusion");
    let arbify = w.sign_up("arbify", "arbify").await;
    for asked in [grants(&[]), grants(&["viewer", "user"])] {
        assert_eq!(w.refused(&arbify, w.invite(&arbify, "guest", asked)).await.code, "single_role");
    }
    let error = w.refused(&arbify, w.invite(&arbify, "no address", grants(&["viewer"]))).await;
    assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, "/email"));
    w.finish().await;
}

#[tokio::test]
async fn an_expired_invitation_makes_room_for_another() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (old, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    w.clock.pass_seconds(WEEK - 1);
    assert_eq!(w.refused(&owner, w.invite(&owner, "guest", vec![])).await.code, "invitation_pending");
    w.clock.pass_seconds(1);
    let (new, new_token) = w.invited(&owner, "guest", grants(&["billing"])).await;
    assert_eq!(w.invitation(owner.account, old.invitation.id).await.status, InvitationStatus::Expired);
    assert_eq!(w.member(owner.account, old.member.unwrap().id).await, None, "its member row made room");
    let actions = w.actions(owner.account).await;
    assert_eq!(actions[actions.len() - 2..], ["invitation.expired", "invitation.created"]);
    assert_eq!(refusal(w.accept_new("guest", &token).await).kind, Kind::Gone);
    let accepted = w.accept_new("guest", &new_token).await.unwrap();
    assert_eq!(accepted.member.id, new.member.unwrap().id);
    w.finish().await;
}

#[tokio::test]
async fn a_resend_stops_the_old_link_and_gives_new_time() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let (made, old) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    w.clock.pass_seconds(WEEK);
    assert_eq!(code(w.accept_new("guest", &old).await), "invitation_expired");
    let resend =
        async |call: Call| invitations::resend(&w.cx, &call, owner.account, made.invitation.id).await;
    let again = resend(w.by_if(&owner, 1)).await.unwrap();
    assert_eq!((again.invitation.version, again.invitation.generation), (2, 2));
    assert_eq!(code(resend(w.by_if(&owner, 1)).await), "stale_version");
    assert_eq!(w.last_event(owner.account).await.action, "invitation.resent");
    let new = w.mailed_token("guest").await;
    assert_ne!(new, old);
    assert_eq!(code(w.accept_new("guest", &old).await), "not_found");
    w.accept_new("guest", &new).await.unwrap();
    assert_eq!(code(resend(w.by(&owner)).await), "invitation_used");
    w.finish().await;
}

#[tokio::test]
async fn whoever_resends_answers_for_what_is_given() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let chief = w.join(&owner, "chief", grants(&["chief"])).await;
    let clerk = w.join(&owner, "clerk", grants(&["clerk"])).await;
    let (made, _) = w.invited(&owner, "guest", grants(&["clerk"])).await;
    let resend =
        async |by: &Seat| invitations::resend(&w.cx, &w.by(by), owner.account, made.invitation.id).await;
    for by in [&chief, &clerk] {
        assert_eq!(w.refused(&owner, resend(by)).await.code, "role_not_grantable");
    }
    w.put(&owner, made.member.clone().unwrap().id, grants(&[])).await.unwrap();
    let again = resend(&clerk).await.unwrap();
    assert_eq!(again.invitation.invited_by, clerk.member);
    w.finish().await;
}

#[tokio::test]
async fn a_revoked_invitation_is_closed_by_either_way_and_makes_room() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    for by_member in [false, true] {
        let (made, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
        let (id, member) = (made.invitation.id, made.member.unwrap().id);
        if by_member {
            w.remove(&owner, member).await.unwrap();
        } else {
            invitations::revoke(&w.cx, &w.by(&owner), owner.account, id).await.unwrap();
        }
        assert_eq!(w.invitation(owner.account, id).await.status, InvitationStatus::Revoked);
        assert_eq!(w.member(owner.account, member).await, None);
        let event = w.last_event(owner.account).await;
        assert_eq!((event.action.as_str(), event.target.kind.as_str()), ("invitation.revoked", "invitation"));
        assert_eq!(event.target.id, Some(id.to_string()));
        assert_eq!(code(w.accept_new("guest", &token).await), "invitation_closed");
        let call = w.by(&owner);
        let again = invitations::revoke(&w.cx, &call, owner.account, id);
        assert_eq!(w.refused(&owner, again).await.code, "invitation_closed");
        let resend = invitations::resend(&w.cx, &call, owner.account, id);
        assert_eq!(w.refused(&owner, resend).await.code, "invitation_closed");
    }
    assert_eq!(w.waiting().await, 0, "nobody is told of what never began");
    w.finish().await;
}

#[tokio::test]
async fn what_an_invited_member_will_get_can_be_changed_until_then() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let (made, token) = w.invited(&owner, "guest", grants(&["viewer"])).await;
    let guest = made.member.unwrap().id;
    w.put(&admin, guest, grants(&["billing"])).await.unwrap();
    assert_eq!(w.waiting().await, 0, "an invited member is not told");
    let invitation = w.invitation(owner.account, made.invitation.id).await;
    assert_eq!(invitation.invited_by, admin.member, "who changed it answers for it");
    let error = w.refused(&owner, w.put(&owner, guest, grants(&["owner"]))).await;
    assert_eq!(error.kind, Kind::Conflict);
    assert!(error.violations.iter().any(|broken| broken.code == "role_not_invitable"), "{error:?}");
    w.accept_new("guest", &token).await.unwrap();
    assert_eq!(w.held_by(owner.account, guest).await, ["billing"]);
    w.finish().await;
}

#[tokio::test]
async fn invitations_are_listed_by_what_became_of_them() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "accepted", grants(&["viewer"])).await;
    w.invited(&owner, "expired", vec![]).await;
    let (revoked, _) = w.invited(&owner, "revoked", vec![]).await;
    invitations::revoke(&w.cx, &w.by(&owner), owner.account, revoked.invitation.id).await.unwrap();
    w.clock.pass_seconds(WEEK);
    w.invited(&owner, "pending", vec![]).await;
    let list = async |status| {
        let page = invitations::list(&w.cx, &w.by(&owner), owner.account, status, None, 50).await.unwrap();
        let name = |invitation: &Invitation| invitation.email.as_str().replace("@example.com", "");
        page.items.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(list(None).await, ["accepted", "expired", "revoked", "pending"]);
    for status in ["accepted", "expired", "revoked", "pending"] {
        assert_eq!(list(InvitationStatus::parse(status)).await, [status]);
    }
    assert_eq!(list(Some(InvitationStatus::Lapsed)).await, [""; 0]);
    let refused = invitations::list(&w.cx, &w.by(&viewer), owner.account, None, None, 50).await;
    assert_eq!(code(refused), "permission_denied");
    w.finish().await;
}

#[tokio::test]
async fn invitations_for_an_address_show_only_to_whoever_proved_it() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let bob = w.sign_up("bob", "standard").await;
    let mails = w.deliver().await;
    let proof =
        mails.iter().find(|mail| mail.to.as_str() == bob.email).map(crate::support::token_in).unwrap();
    w.invited(&owner, "bob", vec![grant("viewer")]).await;
    w.invited(&owner, "eve", vec![grant("viewer")]).await;
    let mine = async || {
        let page = invitations::mine(&w.cx, &w.by(&bob), None, 10).await.unwrap();
        page.items.into_iter().map(|(_, account)| account.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(mine().await, [""; 0]);
    bailiwick_usecases::users::verify_email(&w.cx, &w.anonymous(), &proof).await.unwrap();
    assert_eq!(mine().await, ["The account of owner"]);
    w.clock.pass_seconds(WEEK);
    assert_eq!(mine().await, [""; 0]);
    w.finish().await;
}

#[tokio::test]
async fn whoever_edits_an_invitation_answers_for_what_it_keeps() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let app = w.app(&owner, "one").await;
    let chief = w.join(&owner, "chief", grants(&["chief"])).await;
    let (made, token) = w.invited(&owner, "guest", grants(&["clerk"])).await;
    let guest = made.member.unwrap().id;
    let both = || vec![grant("clerk"), grant_on("app-keeper", &app.name)];
    let error = w.refused(&owner, w.put(&chief, guest, both())).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "role_not_grantable"));
    assert_eq!(error.grants[0].role, "clerk", "it may add what it adds, but not give what it leaves");
    assert_eq!(w.invitation(owner.account, made.invitation.id).await.invited_by, owner.member);
    w.put(&owner, guest, both()).await.unwrap();
    w.put(&owner, guest, vec![grant_on("app-keeper", &app.name)]).await.unwrap();
    w.put(&chief, guest, vec![grant_on("app-keeper", &app.name), grant("steward")]).await.unwrap_err();
    w.put(&chief, guest, vec![grant_on("app-keeper", &app.name), grant_on("lead", &app.name)]).await.unwrap();
    assert_eq!(w.invitation(owner.account, made.invitation.id).await.invited_by, chief.member);
    w.accept_new("guest", &token).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn an_address_gets_five_invitations_a_day_from_one_account_and_refusals_do_not_count() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let owner = w.sign_up("owner", "standard").await;
    let made = w.invite(&owner, "guest", vec![]).await.unwrap().invitation;
    for _ in 0..10 {
        assert_eq!(code(w.invite(&owner, "Guest", vec![]).await), "invitation_pending");
    }
    let resend = async || invitations::resend(&w.cx, &w.by(&owner), owner.account, made.id).await;
    let keyed =
        Call { idempotency: w.keyed(owner.caller(), "key", "resend", "").idempotency, ..w.by(&owner) };
    for _ in 0..10 {
        invitations::resend(&w.cx, &keyed, owner.account, made.id).await.unwrap();
    }
    for _ in 0..3 {
        resend().await.unwrap();
    }
    let refused = refusal(resend().await);
    assert_eq!((refused.code.as_str(), refused.retry_after), ("rate_limited", Some(24 * 3600)));
    assert!(refused.detail.contains("`invitations_to_address` is 5"), "{}", refused.detail);
    w.invite(&owner, "another", vec![]).await.unwrap();
    let elsewhere = w.sign_up("elsewhere", "standard").await;
    w.invite(&elsewhere, "guest", vec![]).await.unwrap();
    w.clock.pass_seconds(24 * 3600);
    resend().await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn an_account_has_a_thousand_invitations_mailed_an_hour_and_strangers_use_up_none() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    let stranger = w.sign_up("stranger", "standard").await;
    let invite = async |seat: &Seat, name: &str| {
        let email = format!("{name}@example.com");
        invitations::invite(&w.cx, &w.by(seat), owner.account, email, None, vec![]).await
    };
    for (seat, expected) in [(&viewer, "permission_denied"), (&stranger, "not_found")] {
        for _ in 0..6 {
            assert_eq!(code(invite(seat, "guest").await), expected);
        }
    }
    // The viewer's own invitation was the first.
    for number in 1..1_000 {
        invite(&owner, &format!("guest{number}")).await.unwrap();
    }
    let refused = refusal(invite(&owner, "guest").await);
    assert!(refused.code == "rate_limited" && refused.detail.contains("`invitations` is 1000"), "{refused}");
    w.clock.pass_seconds(3600);
    invite(&owner, "guest").await.unwrap();
    w.finish().await;
}
