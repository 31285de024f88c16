//! Accounts do not know of each other: a foreign id is absent everywhere.

use bailiwick_domain::ids::{AppId, KeysetId};
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_domain::usage::Bucket;
use bailiwick_ports::audit::AuditFilter;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::access::explain;
use bailiwick_usecases::accounts::{self, AccountPatch};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::role_models::{self, Move};
use bailiwick_usecases::usage::{self, Subject, Wanted};
use bailiwick_usecases::{Result, apps, audit, invitations, keysets, members, usage_limits};

use crate::support::{Seat, World, grant_on, grants, refusal};

fn absent<T>(outcome: Result<T>) {
    let error = refusal(outcome);
    assert_eq!((error.kind, error.code.as_str()), (Kind::NotFound, "not_found"), "{error:?}");
}

#[tokio::test]
async fn an_account_is_absent_to_whoever_is_no_member() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let stranger = w.sign_up("stranger", "standard").await;
    w.invited(&owner, "stranger", grants(&["admin"])).await;
    let app = w.app(&owner, "one").await;
    let before = w.snapshot(owner.account).await;
    let (cx, id, by) = (&w.cx, owner.account, || w.by(&stranger));
    let intruder = stranger.at(owner.account, owner.member);
    absent(accounts::get(cx, &by(), id).await);
    absent(accounts::update(cx, &by(), id, AccountPatch::default()).await);
    absent(role_models::get(cx, &by(), id).await);
    let ably = Move { id: "ably".to_owned(), version: None, mapping: std::collections::BTreeMap::new() };
    absent(role_models::preview_move(cx, &by(), id, &ably).await);
    absent(role_models::move_account(cx, &by(), id, &ably).await);
    absent(members::list(cx, &by(), id, &MemberFilter::default(), None, 10).await);
    absent(members::get(cx, &by(), id, owner.member).await);
    absent(members::preview_grants(cx, &by(), id, owner.member, vec![]).await);
    absent(w.put(&intruder, owner.member, vec![]).await);
    absent(w.suspend(&intruder, owner.member, true).await);
    absent(w.remove(&intruder, owner.member).await);
    absent(w.transfer(&intruder, owner.member, &[]).await);
    absent(w.invite(&intruder, "guest", vec![]).await);
    absent(invitations::list(cx, &by(), id, None, None, 10).await);
    absent(apps::list(cx, &by(), id, None, 10).await);
    absent(apps::get(cx, &by(), id, AppId::new(app.key)).await);
    absent(apps::create(cx, &by(), id, "two".to_owned()).await);
    absent(w.delete_app(&intruder, &app).await);
    absent(
        keysets::create(cx, &by(), id, AppId::new(app.key), "live".to_owned(), Environment::Testing).await,
    );
    absent(audit::list(cx, &by(), id, &AuditFilter::default(), None, 10).await);
    absent(explain(cx, &by(), id, owner.member, "app.view", None).await);
    absent(usage_limits::get(cx, &by(), id).await);
    absent(usage_limits::put(cx, &by(), id, vec![]).await);
    let day = Wanted { metric: "messages".to_owned(), bucket: Bucket::Day, from: None, to: None };
    for subject in [Subject::Account, Subject::App(AppId::new(app.key))] {
        absent(usage::statistics(cx, &by(), id, subject, &day, None, 10).await);
    }
    assert_eq!(w.snapshot(owner.account).await, before);
    w.finish().await;
}

/// Two accounts of one owner, and what is in the second.
struct Two {
    w: World,
    mine: Seat,
    theirs: Seat,
}

async fn two() -> Two {
    let w = World::new().await;
    let (mine, theirs) = (w.sign_up("mine", "pubnub").await, w.sign_up("theirs", "pubnub").await);
    Two { w, mine, theirs }
}

#[tokio::test]
async fn ids_of_members_and_invitations_of_another_account_are_absent() {
    let Two { w, mine, theirs } = two().await;
    let (invited, _) = w.invited(&theirs, "guest", vec![]).await;
    let other = w.join(&theirs, "other", vec![]).await;
    let before = w.snapshot(theirs.account).await;
    let (cx, id, by) = (&w.cx, mine.account, || w.by(&mine));
    for member in [theirs.member, other.member, invited.member.as_ref().unwrap().id] {
        absent(members::get(cx, &by(), id, member).await);
        absent(w.put(&mine, member, vec![]).await);
        absent(members::preview_grants(cx, &by(), id, member, vec![]).await);
        absent(w.suspend(&mine, member, true).await);
        absent(w.remove(&mine, member).await);
        let transferred = refusal(w.transfer(&mine, member, &[]).await);
        assert_eq!((transferred.kind, transferred.errors[0].pointer.as_str()), (Kind::NotFound, "/member"));
        absent(explain(cx, &by(), id, member, "app.view", None).await);
    }
    let invitation = invited.invitation.id;
    absent(invitations::get(cx, &by(), id, invitation).await);
    absent(invitations::resend(cx, &by(), id, invitation).await);
    absent(invitations::revoke(cx, &by(), id, invitation).await);
    assert_eq!(w.snapshot(theirs.account).await, before);
    w.finish().await;
}

#[tokio::test]
async fn resources_of_another_account_are_absent_and_take_no_grants() {
    let Two { w, mine, theirs } = two().await;
    let their_app = w.app(&theirs, "theirs").await;
    let their_keyset = w.keyset(&theirs, &their_app, "live").await;
    let my_app = w.app(&mine, "mine").await;
    let dev = w.join(&mine, "dev", vec![]).await;
    w.deliver().await;
    let (cx, id, by) = (&w.cx, mine.account, || w.by(&mine));
    let before = w.snapshot(theirs.account).await;
    absent(apps::get(cx, &by(), id, AppId::new(their_app.key)).await);
    absent(apps::update(cx, &by(), id, AppId::new(their_app.key), apps::Patch::named("x")).await);
    absent(w.delete_app(&mine, &their_app).await);
    absent(keysets::list(cx, &by(), id, AppId::new(their_app.key), None, 10).await);
    absent(keysets::get(cx, &by(), id, AppId::new(their_app.key), KeysetId::new(their_keyset.key)).await);
    absent(keysets::get(cx, &by(), id, AppId::new(my_app.key), KeysetId::new(their_keyset.key)).await);
    absent(w.delete_keyset(&mine, &my_app, &their_keyset).await);
    absent(
        keysets::create(cx, &by(), id, AppId::new(their_app.key), "x".to_owned(), Environment::Testing).await,
    );
    absent(explain(cx, &by(), id, dev.member, "app.view", Some(&their_app.name)).await);
    let foreign = [
        grant_on("app-viewer", &their_app.name),
        grant_on("keyset-viewer", &their_keyset.name),
        grant_on("functions-viewer", &ResourceRef::account(theirs.account)),
    ];
    for asked in foreign {
        let pointer = "/grants/0/resource/id";
        let error = w.refused(&mine, w.put(&mine, dev.member, vec![asked.clone()])).await;
        assert_eq!(error.errors[0].pointer, pointer, "{asked:?}");
        let error = w.refused(&mine, w.invite(&mine, "guest", vec![asked])).await;
        assert_eq!(error.errors[0].pointer, pointer);
    }
    assert_eq!(w.snapshot(theirs.account).await, before);
    w.finish().await;
}

#[tokio::test]
async fn a_user_of_two_accounts_holds_in_each_only_what_it_gave() {
    let Two { w, mine, theirs } = two().await;
    let bob = w.join(&mine, "bob", grants(&["account-admin"])).await;
    let there = w.join_known(&theirs, "bob", &bob, grants(&["functions-viewer"])).await;
    assert!(w.may(&bob, "member.invite").await && !w.may(&there, "member.invite").await);
    w.deliver().await;
    assert_eq!(w.refused(&theirs, w.invite(&there, "guest", vec![])).await.code, "permission_denied");
    w.remove(&theirs, there.member).await.unwrap();
    assert!(w.may(&bob, "member.invite").await && !w.may(&there, "functions.view").await);
    w.finish().await;
}
