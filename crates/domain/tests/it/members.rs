//! Who may change what a member holds: ownership, granting, invitations and transfers, rule by rule.

use bailiwick_domain::grants::Grant;
use bailiwick_domain::members::{
    Actor, JudgedGrants, Member, MemberStatus, accept_with, change_grants, invite_with, transfer_ownership,
};
use bailiwick_domain::ownership::Owners;
use bailiwick_domain::violations::Violation;

use crate::world::{ACCOUNT, at, grant, grant_in, granted, member, member_id, model, place, window};

fn codes<T>(answer: &Result<T, Vec<Violation>>) -> Vec<&'static str> {
    answer.as_ref().err().into_iter().flatten().map(|violation| violation.rule.code()).collect()
}

fn owners(model_id: &str, members: &[&Member]) -> Owners {
    let model = model(model_id);
    let holds = |member: &&&Member| member.grants.iter().any(|grant| grant.role == model.owner_role().id);
    Owners::new(&model, members.iter().filter(holds).map(|member| (member.id, member.status)))
}

fn active(number: u128, grants: &[(&str, &str)]) -> Member {
    member(number, MemberStatus::Active, grants.iter().map(|(role, on)| grant(role, on)).collect())
}

fn change(
    model_id: &str,
    actor: &Member,
    target: &Member,
    after: &[(&str, &str)],
) -> Result<JudgedGrants, Vec<Violation>> {
    let after = after.iter().map(|(role, on)| grant(role, on)).collect();
    change_to(model_id, actor, target, after)
}

fn change_to(
    model_id: &str,
    actor: &Member,
    target: &Member,
    after: Vec<Grant>,
) -> Result<JudgedGrants, Vec<Violation>> {
    let mut members = vec![actor];
    members.extend((actor.id != target.id).then_some(target));
    let mut owners = owners(model_id, &members);
    let acting = Actor { member: actor.id, grants: actor.effective_grants() };
    change_grants(&model(model_id), acting, target, after, &mut owners, at(0))
}

fn acting(member: &Member) -> Actor<'_> {
    Actor { member: member.id, grants: member.effective_grants() }
}

fn transfer(
    model_id: &str,
    from: &Member,
    to: &Member,
    keep: &[&str],
) -> Result<[Vec<String>; 2], Vec<Violation>> {
    let keep: Vec<String> = keep.iter().map(|role| (*role).to_owned()).collect();
    let mut owners = owners(model_id, &[from, to]);
    let new_id = || granted("", place("account"), window(None, None)).id;
    let moved = transfer_ownership(&model(model_id), from, to, &keep, &mut owners, new_id, at(0))?;
    assert_eq!(owners.out_of_bounds(), None);
    let roles = |judged: &JudgedGrants| judged.grants().iter().map(|grant| grant.role.clone()).collect();
    Ok([roles(&moved.from), roles(&moved.to)])
}

#[test]
fn who_creates_an_account_owns_it() {
    let created =
        JudgedGrants::of_creator(&model("ably"), ACCOUNT, member_id(1), grant("owner", "account").id);
    assert_eq!((created.member(), created.grants()[0].role.as_str()), (member_id(1), "owner"));
}

#[test]
fn an_admin_grants_what_names_admin_and_nothing_of_the_owner_s() {
    let [admin, other] = [active(1, &[("admin", "account")]), active(2, &[])];
    assert_eq!(
        codes(&change("standard", &admin, &other, &[("admin", "account"), ("billing", "account")])),
        [""; 0]
    );
    assert_eq!(codes(&change("standard", &admin, &other, &[("owner", "account")])), ["owner_only"]);
    let owner = active(2, &[("owner", "account")]);
    let second = active(3, &[("owner", "account")]);
    let mut both = owners("standard", &[&owner, &second]);
    let unmade = change_grants(&model("standard"), acting(&admin), &owner, vec![], &mut both, at(0));
    assert_eq!(codes(&unmade), ["owner_only"]);
}

#[test]
fn who_holds_no_granting_role_grants_and_revokes_nothing() {
    let [viewer, other] = [active(1, &[("viewer", "account")]), active(2, &[("member", "account")])];
    assert_eq!(codes(&change("standard", &viewer, &other, &[])), ["role_not_grantable"]);
    let both = [("member", "account"), ("viewer", "account")];
    assert_eq!(codes(&change("standard", &viewer, &other, &both)), ["role_not_grantable"]);
    let mut suspended = active(1, &[("owner", "account")]);
    suspended.status = MemberStatus::Suspended;
    assert_eq!(codes(&change("standard", &suspended, &other, &both)), ["role_not_grantable"]);
}

#[test]
fn a_granting_role_counts_at_its_resource_and_below_and_while_it_lasts() {
    let other = active(2, &[]);
    let lead = active(1, &[("lead", "app:1")]);
    assert_eq!(codes(&change("trial", &lead, &other, &[("reader", "folder:1"), ("lead", "app:1")])), [""; 0]);
    assert_eq!(codes(&change("trial", &lead, &other, &[("reader", "folder:0")])), ["role_not_grantable"]);
    assert_eq!(codes(&change("trial", &lead, &other, &[("lead", "app:2")])), ["role_not_grantable"]);
    assert_eq!(
        codes(&change("trial", &lead, &other, &[("helper", "account")])),
        [""; 0],
        "it brings `assistant` on the account"
    );
    for (bounds, expected) in [
        (window(None, Some(1)), &[][..]),
        (window(None, Some(0)), &["role_not_grantable"]),
        (window(Some(1), None), &["role_not_grantable"]),
    ] {
        let lead = member(1, MemberStatus::Active, vec![grant_in("lead", "app:1", bounds)]);
        assert_eq!(codes(&change("trial", &lead, &other, &[("reader", "folder:1")])), expected, "{bounds:?}");
    }
}

#[test]
fn the_last_active_owner_stays_one() {
    let owner = active(1, &[("owner", "account")]);
    assert_eq!(codes(&change("standard", &owner, &owner, &[("admin", "account")])), ["last_owner"]);
    let mut suspended = active(2, &[("owner", "account")]);
    suspended.status = MemberStatus::Suspended;
    let mut both = owners("standard", &[&owner, &suspended]);
    assert!(
        both.release(owner.id).is_err() && both.suspend(owner.id).is_err() && both.depart(owner.id).is_err()
    );
    assert_eq!(both.depart(suspended.id).unwrap().member(), suspended.id);
    let second = active(2, &[("owner", "account")]);
    let mut both = owners("standard", &[&owner, &second]);
    let stepping_down = vec![grant("admin", "account")];
    assert!(
        change_grants(&model("standard"), acting(&owner), &owner, stepping_down, &mut both, at(0)).is_ok()
    );
    assert!(!both.contains(owner.id) && both.depart(second.id).is_err());
}

#[test]
fn where_the_most_is_reached_the_owner_role_moves_by_a_transfer_only() {
    let [owner, other] = [active(1, &[("owner", "account")]), active(2, &[("billing", "account")])];
    assert_eq!(
        codes(&change("ably", &owner, &other, &[("owner", "account")])),
        ["owner_by_transfer", "role_not_grantable"][..1]
    );
    let [from, to] = transfer("ably", &owner, &other, &["admin"]).unwrap();
    assert_eq!((from, to), (vec!["admin".to_owned()], vec!["billing".to_owned(), "owner".to_owned()]));
}

#[test]
fn a_suspended_holder_counts_towards_the_most_and_leaves_room_when_gone() {
    let [owner, third] = [active(1, &[("owner", "account")]), active(3, &[])];
    let suspended = member(2, MemberStatus::Suspended, vec![grant("owner", "account")]);
    let mut owners = owners("trial", &[&owner, &suspended]);
    assert_eq!(owners.admit(third.id, third.status).unwrap_err().rule.code(), "owner_by_transfer");
    owners.release(suspended.id).unwrap();
    assert_eq!(owners.admit(third.id, third.status), Ok(()));
    assert!(owners.out_of_bounds().is_none() && owners.admit(suspended.id, MemberStatus::Active).is_err());
}

#[test]
fn a_transfer_keeps_the_rules_of_both_and_grants_only_what_the_owner_may() {
    let owner = active(1, &[("owner", "account")]);
    assert_eq!(
        codes(&transfer("trial", &owner, &active(2, &[("peer", "account")]), &[])),
        ["role_exclusion"]
    );
    assert_eq!(codes(&transfer("trial", &owner, &active(2, &[]), &["peer"])), ["role_not_grantable"]);
    assert_eq!(codes(&transfer("trial", &owner, &active(2, &[]), &["helper"])), [""; 0]);
}

#[test]
fn only_an_owner_transfers_the_ownership() {
    for model in ["standard", "ably"] {
        let [admin, friend] = [active(1, &[("admin", "account")]), active(2, &[])];
        assert_eq!(codes(&transfer(model, &admin, &friend, &["admin"])), ["owner_only"], "{model}");
    }
    let mut suspended = active(1, &[("owner", "account")]);
    suspended.status = MemberStatus::Suspended;
    assert_eq!(codes(&transfer("standard", &suspended, &active(2, &[]), &[])), ["owner_only"]);
}

#[test]
fn only_an_active_member_becomes_an_owner() {
    let owner = active(1, &[("owner", "account")]);
    for status in [MemberStatus::Invited, MemberStatus::Suspended] {
        let other = member(2, status, vec![]);
        assert_eq!(codes(&transfer("ably", &owner, &other, &[])), ["member_not_active"]);
        assert_eq!(
            codes(&change("standard", &owner, &other, &[("owner", "account")]))[0],
            "member_not_active"
        );
    }
}

#[test]
fn a_failed_transfer_leaves_the_owners_as_they_were() {
    let [owner, other] = [active(1, &[("owner", "account")]), member(2, MemberStatus::Invited, vec![])];
    let mut owners = owners("ably", &[&owner, &other]);
    assert!(owners.transfer(owner.id, other.id, other.status).is_err());
    assert!(owners.transfer(other.id, owner.id, owner.status).is_err());
    assert!(owners.contains(owner.id) && !owners.contains(other.id) && owners.out_of_bounds().is_none());
}

#[test]
fn the_former_owner_keeps_the_named_roles_at_the_account_and_what_is_below() {
    let owner =
        active(1, &[("account-owner", "account"), ("illuminate-admin", "account"), ("app-admin", "app:1")]);
    let [from, to] =
        transfer("pubnub", &owner, &active(2, &[("keyset-viewer", "keyset:1a")]), &["business-insights"])
            .unwrap();
    assert_eq!(from, ["business-insights", "app-admin"]);
    assert_eq!(to, ["keyset-viewer", "account-owner"]);
    assert_eq!(codes(&transfer("pubnub", &owner, &active(2, &[]), &["account-admin"])), ["role_exclusion"]);
    let [from, to] = transfer(
        "arbify",
        &active(1, &[("owner", "account")]),
        &active(2, &[("user", "account")]),
        &["admin"],
    )
    .unwrap();
    assert_eq!((from, to), (vec!["admin".to_owned()], vec!["owner".to_owned()]));
    assert_eq!(
        codes(&transfer(
            "arbify",
            &active(1, &[("owner", "account")]),
            &active(2, &[("user", "account")]),
            &[]
        )),
        ["single_role"]
    );
}

#[test]
fn a_role_that_can_t_be_kept_is_told_with_its_place_in_the_request() {
    let owner = active(1, &[("account-owner", "account"), ("app-admin", "app:1")]);
    for (keep, pointer) in [
        (vec!["account-admin", "nobody"], "/keep_roles/1"),
        (vec!["app-viewer"], "/keep_roles/0"),
        (vec!["business-insights", "account-owner"], "/keep_roles/1"),
        (vec!["business-insights", "business-insights"], "/keep_roles/1"),
    ] {
        let refused = transfer("pubnub", &owner, &active(2, &[]), &keep).unwrap_err();
        assert_eq!(
            (refused[0].rule.code(), refused[0].pointer.as_deref()),
            ("invalid_grant", Some(pointer)),
            "{keep:?}"
        );
    }
    assert_eq!(codes(&transfer("pubnub", &owner, &owner, &[])), ["invalid_grant"]);
}

#[test]
fn nobody_adds_a_permission_to_themselves_nor_makes_one_last_longer() {
    let admin = active(1, &[("admin", "account")]);
    let and = |role| [("admin", "account"), (role, "account")];
    assert_eq!(codes(&change("standard", &admin, &admin, &and("billing"))), ["self_escalation"]);
    assert_eq!(
        codes(&change("standard", &admin, &admin, &and("viewer"))),
        [""; 0],
        "an admin has all of a viewer"
    );
    assert_eq!(codes(&change("standard", &admin, &admin, &[("viewer", "account")])), [""; 0]);
    let ending = member(1, MemberStatus::Active, vec![grant_in("admin", "account", window(None, Some(5)))]);
    assert_eq!(codes(&change("standard", &ending, &ending, &[("admin", "account")])), ["self_escalation"]);
    assert_eq!(codes(&change("standard", &ending, &ending, &and("viewer"))), ["self_escalation"]);
    let shorter = vec![grant_in("admin", "account", window(None, Some(4)))];
    assert_eq!(codes(&change_to("standard", &ending, &ending, shorter)), [""; 0]);
}

#[test]
fn an_invitation_carries_only_invitable_roles_that_the_inviter_may_grant() {
    let admin = active(1, &[("admin", "account")]);
    let invite = |inviter: &Member, roles: &[&str]| {
        let grants = roles.iter().map(|role| grant(role, "account")).collect();
        codes(&invite_with(&model("standard"), acting(inviter), member_id(2), grants, at(0)))
    };
    assert_eq!(invite(&admin, &["admin", "billing"]), [""; 0]);
    assert_eq!(invite(&admin, &[]), [""; 0]);
    assert_eq!(invite(&admin, &["owner"]), ["role_not_invitable"]);
    assert_eq!(invite(&active(1, &[("viewer", "account")]), &["viewer"]), ["role_not_grantable"]);
    assert_eq!(invite(&admin, &["nobody"]), ["invalid_grant"]);
    let owner = active(1, &[("owner", "account")]);
    let invited = member(2, MemberStatus::Invited, vec![]);
    assert_eq!(codes(&change("arbify", &owner, &invited, &[])), ["single_role"]);
    assert_eq!(
        codes(&change("trial", &owner, &invited, &[("assistant", "account")])),
        ["role_not_invitable"]
    );
}

#[test]
fn an_accepted_invitation_is_judged_again() {
    let [admin, fallen] = [active(1, &[("admin", "account")]), active(1, &[("viewer", "account")])];
    let invited = member(2, MemberStatus::Invited, vec![grant("member", "account")]);
    let accept = |inviter: Option<&Member>, existing: Option<&Member>| {
        accept_with(&model("standard"), inviter.map(acting), &invited, existing, at(0))
    };
    assert_eq!(codes(&accept(Some(&admin), None)), [""; 0]);
    assert_eq!(codes(&accept(Some(&fallen), None)), ["role_not_grantable"]);
    assert_eq!(codes(&accept(None, None)), ["role_not_grantable"]);
    let existing = active(3, &[("billing", "account"), ("member", "account")]);
    let union = accept(Some(&admin), Some(&existing)).unwrap();
    assert_eq!((union.member(), union.grants()), (existing.id, &existing.grants[..]));
    let invited = member(2, MemberStatus::Invited, vec![grant("account-admin", "account")]);
    let [owner, existing] =
        [active(1, &[("account-owner", "account")]), active(3, &[("app-viewer", "app:1")])];
    let refused = accept_with(&model("pubnub"), Some(acting(&owner)), &invited, Some(&existing), at(0));
    assert_eq!(codes(&refused), ["role_exclusion"]);
}

#[test]
fn a_deleted_resource_takes_its_grants_with_it_unless_one_above_needs_them() {
    let holder = active(
        1,
        &[("functions-viewer-keyset", "keyset:1a"), ("app-viewer", "app:1"), ("app-viewer", "app:2")],
    );
    let left = |gone: &str| {
        JudgedGrants::without_resource(&model("pubnub-classic"), &holder, place(gone).key(), at(0))
    };
    assert_eq!(left("keyset:1a").unwrap().grants().len(), 2);
    assert_eq!(left("app:1").unwrap().grants().len(), 1);
    assert_eq!(left("app:2").unwrap().grants().len(), 2);
    let holder = active(1, &[("auditor", "account"), ("key-watch", "keyset:1a")]);
    let refused = JudgedGrants::without_resource(&model("trial"), &holder, place("app:1").key(), at(0));
    assert_eq!(codes(&refused), ["role_prerequisite"]);
    assert_eq!(refused.unwrap_err()[0].grants[0].role, "auditor");
}
