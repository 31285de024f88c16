//! Accounts that require a second factor: who may say so, whom it stops, and from what.

use std::time::Duration;

use bailiwick_domain::accounts::Account;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_ports::audit::AuditFilter;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::access::{self, Outcome, Question};
use bailiwick_usecases::accounts::{self, AccountPatch};
use bailiwick_usecases::{Result, apps, audit, members, two_factor, users};

use crate::revocation::until_refused;
use crate::support::{Seat, Setup, World, code, grants, instant, password};

const BAR: &str = "account_two_factor_required";

async fn require(w: &World, by: &Seat, on: bool) -> Result<Account> {
    let patch = AccountPatch { require_two_factor: Some(on), ..AccountPatch::default() };
    accounts::update(&w.cx, &w.by(by), by.account, patch).await
}

/// An account that requires a second factor, its owner, who has one, and a member with a role, who has none.
async fn requiring(w: &World, model: &str, role: &str) -> (Seat, Seat) {
    let owner = w.sign_up("owner", model).await;
    let member = w.join(&owner, "member", grants(&[role])).await;
    w.enrol(&owner, "owner").await;
    require(w, &owner, true).await.unwrap();
    w.deliver().await;
    (owner, member)
}

#[tokio::test]
async fn by_the_ably_model_only_an_owner_who_has_one_requires_it_of_all() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    w.enrol(&admin, "admin").await;
    w.deliver().await;
    let refused = w.refused(&admin, require(&w, &admin, true)).await;
    assert_eq!(refused.permission.as_deref(), Some("two_factor.enforce"));
    let refused = w.refused(&owner, require(&w, &owner, true)).await;
    assert_eq!(refused.code, "own_two_factor_required");
    require(&w, &owner, false).await.unwrap();
    w.enrol(&owner, "owner").await;
    let version = w.snapshot(owner.account).await.account.unwrap().version;
    let on = require(&w, &owner, true).await.unwrap();
    assert_eq!((on.require_two_factor, on.version), (true, version + 1));
    let event = w.last_event(owner.account).await;
    assert_eq!(
        (event.action.as_str(), &event.before["require_two_factor"]),
        ("account.updated", &false.into())
    );
    assert_eq!(event.after["require_two_factor"], true);
    assert_eq!(require(&w, &owner, true).await.unwrap().version, version + 1, "the same again is no change");
    w.finish().await;
}

/// One role for an account's settings, and another for second factors.
const GUARDED: &str = r#"
id = "guarded"
version = 1
title = "Guarded"
roles_per_member = "many"
base_permissions = ["account.view", "two_factor.configure_own"]

[ownership]
role = "owner"
least = 1

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["*"]
granted_by = ["owner"]

[[roles]]
id = "clerk"
title = "Clerk"
scope = "account"
permissions = ["account.settings.manage"]
granted_by = ["owner"]
invitable = true

[[roles]]
id = "guard"
title = "Guard"
scope = "account"
permissions = ["two_factor.enforce"]
granted_by = ["owner"]
invitable = true
"#;

#[tokio::test]
async fn each_field_of_an_account_needs_its_own_permission() {
    let w = World::with_model(GUARDED).await;
    let owner = w.sign_up("owner", "guarded").await;
    let (manage, enforce) = ("account.settings.manage", "two_factor.enforce");
    for (name, roles, lacks) in [
        ("clerk", &["clerk"][..], [None, Some(enforce), Some(enforce)]),
        ("guard", &["guard"], [Some(manage), None, Some(manage)]),
        ("both", &["clerk", "guard"], [None, None, None]),
    ] {
        let seat = w.join(&owner, name, grants(roles)).await;
        w.enrol(&seat, name).await;
        let rename = AccountPatch { name: Some(name.to_owned()), ..AccountPatch::default() };
        let on = AccountPatch { require_two_factor: Some(false), ..AccountPatch::default() };
        let at_once = AccountPatch { require_two_factor: Some(false), ..rename.clone() };
        for (patch, lacking) in [rename, on, at_once].into_iter().zip(lacks) {
            let outcome = accounts::update(&w.cx, &w.by(&seat), owner.account, patch).await;
            let permission = outcome.err().and_then(|error| error.permission);
            assert_eq!(permission.as_deref(), lacking, "{name}");
        }
    }
    w.finish().await;
}

#[tokio::test]
async fn a_preview_lists_the_members_that_it_would_stop() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let mut stopped = Vec::new();
    for name in ["one", "two", "three"] {
        stopped.push(w.join(&owner, name, grants(&["developer"])).await.member);
    }
    let safe = w.join(&owner, "safe", grants(&["developer"])).await;
    w.enrol(&safe, "safe").await;
    let suspended = w.join(&owner, "suspended", grants(&["developer"])).await;
    w.suspend(&owner, suspended.member, true).await.unwrap();
    w.invite(&owner, "invited", vec![]).await.unwrap();
    let preview = async |by: &Seat, after, limit| {
        two_factor::would_stop(&w.cx, &w.by(by), owner.account, after, limit).await
    };
    let ids = |page: bailiwick_ports::Page<bailiwick_domain::members::Member>| {
        page.items.iter().map(|member| member.id).collect::<Vec<_>>()
    };
    let mut expected = [&[owner.member], stopped.as_slice()].concat();
    expected.sort_unstable();
    assert_eq!(ids(preview(&owner, None, 10).await.unwrap()), expected);
    let page = preview(&owner, Some(expected[0]), 2).await.unwrap();
    assert!(page.more);
    assert_eq!(ids(page), expected[1..3]);
    assert_eq!(code(preview(&safe, None, 10).await), "permission_denied");
    w.finish().await;
}

#[tokio::test]
async fn everything_of_the_account_is_barred_to_a_member_without_one() {
    let w = World::new().await;
    let (owner, member) = requiring(&w, "ably", "admin").await;
    let (cx, by, id) = (&w.cx, || w.by(&member), owner.account);
    let everyone = MemberFilter::default();
    let patch = AccountPatch { name: Some("Mine".to_owned()), ..AccountPatch::default() };
    let refused = [
        code(accounts::get(cx, &by(), id).await),
        code(accounts::update(cx, &by(), id, patch).await),
        code(members::list(cx, &by(), id, &everyone, None, 10).await),
        code(members::get(cx, &by(), id, member.member).await),
        code(apps::create(cx, &by(), id, "one".to_owned()).await),
        code(apps::list(cx, &by(), id, None, 10).await),
        code(w.put(&member, member.member, vec![]).await),
        code(w.remove(&member, owner.member).await),
        code(w.invite(&member, "guest", vec![]).await),
        code(audit::list(cx, &by(), id, &AuditFilter::default(), None, 10).await),
        code(two_factor::would_stop(cx, &by(), id, None, 10).await),
        code(access::explain(cx, &by(), id, member.member, "app.view", None).await),
    ];
    assert_eq!(refused, [BAR; 12]);
    assert_eq!(w.actions(id).await.last().map(String::as_str), Some("account.updated"));
    accounts::get(cx, &w.by(&owner), id).await.unwrap();
    accounts::get(cx, &w.call(w.any_platform()), id).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn decisions_about_a_barred_member_are_false_and_say_why() {
    let w = World::new().await;
    let (owner, member) = requiring(&w, "ably", "admin").await;
    let app = w.app(&owner, "one").await;
    let account = ResourceRef::account(owner.account);
    for resource in [&account, &app.name] {
        assert_eq!(w.decide(&member, "app.view", resource).await, Outcome::TwoFactorRequired);
    }
    assert!(w.may(&owner, "app.view").await);
    let (subject, id) = (member.user.to_string(), owner.account.to_string());
    let evaluate = async |by: &Seat, fresh| {
        let question = Question {
            subject_type: "user",
            subject_id: &subject,
            permission: "app.view",
            resource_type: "account",
            resource_id: &id,
            account: None,
            fresh,
        };
        access::evaluate(&w.cx, &w.by(by), question).await.unwrap().code
    };
    for fresh in [false, true] {
        assert_eq!((evaluate(&owner, fresh).await, evaluate(&member, fresh).await), (Some(BAR), Some(BAR)));
    }
    let about = Some(owner.user);
    assert_eq!(code(access::authorize(&w.cx, &w.by(&member), about, Some(owner.account)).await), BAR);

    let explained =
        access::explain(&w.cx, &w.by(&owner), owner.account, member.member, "app.view", None).await;
    let explained = explained.unwrap();
    assert_eq!((explained.bar, explained.explanation.allowed), (Some(BAR), false));
    assert_eq!(explained.explanation.roles_that_would_allow, Vec::<String>::new());
    let call = w.by(&owner);
    let found = access::subjects(&w.cx, &call, "app.view", &app.name, None, 10).await.unwrap();
    assert_eq!(found.items, [owner.user]);
    let found =
        access::resources(&w.cx, &call, member.user, "app.view", "app", Some(owner.account), None, 10).await;
    assert!(found.unwrap().items.is_empty());
    assert!(access::actions(&w.cx, &call, Some(member.user), &app.name).await.unwrap().is_empty());
    w.finish().await;
}

#[tokio::test]
async fn a_barred_member_enrols_leaves_and_goes_on_elsewhere() {
    let w = World::new().await;
    // By this model a member with only billing may not set one up, but where an account requires it.
    let (owner, member) = requiring(&w, "ably", "billing").await;
    let other = w.sign_up("other", "ably").await;
    let elsewhere = w.join_known(&other, "member", &member, grants(&["developer"])).await;
    accounts::get(&w.cx, &w.by(&elsewhere), other.account).await.unwrap();
    let mine = users::my_accounts(&w.cx, &w.by(&member), None, 10).await.unwrap().items;
    assert_eq!(mine.len(), 2, "the accounts one can switch to are shown");
    w.enrol(&member, "member").await;
    assert_eq!(accounts::get(&w.cx, &w.by(&member), owner.account).await.unwrap().id, owner.account);
    assert!(w.may(&member, "invoice.view").await);
    two_factor::disable_totp(&w.cx, &w.by(&member), Some(password("member"))).await.unwrap();
    assert_eq!(code(accounts::get(&w.cx, &w.by(&member), owner.account).await), BAR, "barred again");
    w.remove(&member, member.member).await.unwrap();
    assert_eq!(code(accounts::get(&w.cx, &w.by(&member), owner.account).await), "not_found");
    w.finish().await;
}

#[tokio::test]
async fn by_the_ably_model_a_member_with_only_billing_enrols_when_and_only_when_an_account_requires_it() {
    let w = World::new().await;
    let (owner, member) = requiring(&w, "ably", "billing").await;
    let begin = async || two_factor::begin_totp(&w.cx, &w.by(&member), Some(password("member"))).await;
    begin().await.unwrap();
    require(&w, &owner, false).await.unwrap();
    assert_eq!(code(begin().await), "permission_denied");
    accounts::get(&w.cx, &w.by(&member), owner.account).await.unwrap();
    require(&w, &owner, true).await.unwrap();
    begin().await.unwrap();
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_node_requires_bars_within_the_bound() {
    let here = World::of(Setup::running()).await;
    let there = here.another_node(Setup::running()).await;
    let mut longest = Duration::ZERO;
    let owner = here.sign_up("owner", "ably").await;
    let member = here.join(&owner, "member", grants(&["developer"])).await;
    here.enrol(&owner, "owner").await;
    let allowed = async || there.may(&member, "app.view").await;
    for trial in 0..10 {
        for _ in 0..=trial * 20 {
            assert!(allowed().await);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        require(&here, &owner, true).await.unwrap();
        let since = instant();
        assert!(!here.may(&member, "app.view").await, "and by itself at once");
        longest = longest.max(until_refused(since, allowed).await);
        require(&here, &owner, false).await.unwrap();
        until_refused(instant(), async || !allowed().await).await;
    }
    // The same with the member's own second factor.
    here.enrol(&member, "member").await;
    require(&here, &owner, true).await.unwrap();
    until_refused(instant(), async || !allowed().await).await;
    let removed = two_factor::disable_totp(&here.cx, &here.by(&member), Some(password("member"))).await;
    removed.unwrap();
    let since = instant();
    assert!(!here.may(&member, "app.view").await);
    longest = longest.max(until_refused(since, allowed).await);
    println!("required, or removed, by another node: allowed for at most {longest:?} after");
    here.finish().await;
}
