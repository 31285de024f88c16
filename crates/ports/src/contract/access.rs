//! The reads on the way of a decision.

use bailiwick_domain::ids::UserId;
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::resources::Place;
use bailiwick_domain::time::Window;
use uuid::Uuid;

use super::fixtures::{
    APP_ADMIN, APP_VIEWER, OWNER, account, app, at, commit, facts, give, grant, grow, invited, join, judged,
    member, owner_grant, place, read, revision, scene, user,
};
use crate::Store;
use crate::access::HoldersFilter;

/// A member is read with the revision, in whatever state; who is none is absent.
pub async fn a_members_facts_come_with_the_revision(store: &dyn Store) {
    let scene = scene(store).await;
    let mut other = join(store, scene.account.id, "Ada").await;
    let seen = facts(store, &other).await.expect("facts");
    assert_eq!((seen.member, seen.status, seen.grants), (other.id, MemberStatus::Active, vec![]));
    (other.status, other.version) = (MemberStatus::Suspended, 2);
    commit(store, async |unit| unit.members().update(&other).await).await;
    let seen = facts(store, &other).await.expect("facts");
    assert_eq!(seen.status, MemberStatus::Suspended);
    assert_eq!(seen.revision, revision(store, scene.account.id).await);
    let reader = store.access();
    assert_eq!(reader.member(scene.account.id, user("Nobody").id).await.expect("facts"), None);
    assert_eq!(reader.member(account("Nowhere").id, scene.user.id).await.expect("facts"), None);
}

/// Holders are those who hold one of some roles on the way up from a resource, or of others anywhere, at that moment.
pub async fn holders_are_found_along_a_path(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let (one, two) = (app(account), app(account));
    grow(store, &[&one, &two]).await;
    let (at_one, at_two) = (place(&one, &whole), place(&two, &whole));
    let admin = join(store, account, "Admin").await;
    give(store, &admin, vec![grant(APP_ADMIN, &at_one), grant(APP_ADMIN, &at_two)]).await;
    let viewer = join(store, account, "Viewer").await;
    give(store, &viewer, vec![grant(APP_VIEWER, &at_two)]).await;
    let timed = join(store, account, "Timed").await;
    let mut for_a_time = grant(APP_ADMIN, &at_one);
    for_a_time.window = Window { starts_at: Some(at(10)), expires_at: Some(at(20)) };
    give(store, &timed, vec![for_a_time]).await;
    let mut suspended = join(store, account, "Suspended").await;
    give(store, &suspended, vec![grant(APP_ADMIN, &at_one)]).await;
    (suspended.status, suspended.version) = (MemberStatus::Suspended, 3);
    commit(store, async |unit| unit.members().update(&suspended).await).await;

    let holders = async |path: &Place, here: &[&str], on_account: &[&str], now, after, limit| {
        let texts = |roles: &[&str]| roles.iter().map(|role| (*role).to_owned()).collect();
        let path = path.steps().iter().map(|step| step.key).collect();
        let filter =
            HoldersFilter { path, here: texts(here), on_account: texts(on_account), second_factor: false };
        let found = store.access().holders(account, &filter, at(now), after, limit).await.expect("holders");
        let within =
            read(store, async |unit| unit.members().who_hold(account, &filter, at(now), after, limit).await);
        assert_eq!(within.await, found, "a unit finds the same");
        found
    };
    let ids = |members: &[&Member]| members.iter().filter_map(|member| member.user).collect::<Vec<UserId>>();
    let owner = &scene.owner;
    assert_eq!(holders(&at_one, &[APP_ADMIN, OWNER], &[], 0, None, 9).await, ids(&[owner, &admin]));
    assert_eq!(holders(&at_one, &[APP_ADMIN, OWNER], &[], 10, None, 9).await, ids(&[owner, &admin, &timed]));
    assert_eq!(holders(&at_one, &[APP_ADMIN], &[], 20, None, 9).await, ids(&[&admin]));
    assert_eq!(holders(&at_one, &[APP_ADMIN, OWNER], &[], 0, owner.user, 9).await, ids(&[&admin]));
    assert_eq!(holders(&at_one, &[APP_ADMIN, OWNER], &[], 0, None, 1).await, ids(&[owner]));
    assert_eq!(holders(&whole, &[APP_ADMIN, OWNER], &[], 0, None, 9).await, ids(&[owner]));
    assert_eq!(holders(&at_one, &[], &[APP_VIEWER], 0, None, 9).await, ids(&[&viewer]));
    assert_eq!(holders(&at_one, &[], &[], 0, None, 9).await, []);

    let with_one = admin.user.expect("a user");
    commit(store, async |unit| unit.two_factor().set(with_one, true).await).await;
    let roles = vec![APP_ADMIN.to_owned(), OWNER.to_owned()];
    let path = at_one.steps().iter().map(|step| step.key).collect();
    let filter = HoldersFilter { path, here: roles, on_account: vec![], second_factor: true };
    assert_eq!(store.access().holders(account, &filter, at(0), None, 9).await.expect("holders"), [with_one]);
}

/// In a large account, holders are paged by user, be they few or nearly all.
pub async fn holders_of_a_large_account_are_paged(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let app = app(account);
    grow(store, &[&app]).await;
    let mut all = vec![scene.user.id];
    let mut few = Vec::new();
    commit(store, async |unit| {
        for at in 0..1_100 {
            let user = user("Holder");
            let member = member(account, &user);
            let mut grants = vec![grant(OWNER, &whole)];
            if at % 400 == 0 {
                grants.push(grant(APP_ADMIN, &place(&app, &whole)));
                few.push(user.id);
            }
            unit.users().insert(&user, Some("hash")).await?;
            unit.members().insert(&member).await?;
            unit.members().put_grants(account, &judged(&member, grants)).await?;
            all.push(user.id);
        }
        Ok(())
    })
    .await;
    let path = vec![app.key, account.uuid()];
    let holders = async |role: &str, after, limit| {
        let filter = HoldersFilter {
            path: path.clone(),
            here: vec![role.to_owned()],
            on_account: vec![],
            second_factor: false,
        };
        store.access().holders(account, &filter, at(0), after, limit).await.expect("holders")
    };
    assert_eq!(holders(OWNER, None, 50).await, all[..50]);
    assert_eq!(holders(OWNER, Some(all[1_069]), 50).await, all[1_070..]);
    assert_eq!(holders(OWNER, Some(all[1_100]), 50).await, []);
    assert_eq!(holders(APP_ADMIN, None, 2).await, few[..2]);
    assert_eq!(holders(APP_ADMIN, Some(few[0]), 9).await, few[1..]);
}

/// No read tells of another account.
pub async fn holders_are_of_one_account(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let new = join(store, theirs.account.id, "Ada").await;
    give(store, &new, vec![owner_grant(theirs.account.id)]).await;
    commit(store, async |unit| unit.members().insert(&invited(ours.account.id, user("Bob").email)).await)
        .await;
    let roles = vec![OWNER.to_owned()];
    let filter = HoldersFilter {
        path: vec![ours.account.id.uuid(), Uuid::nil()],
        here: roles.clone(),
        on_account: roles,
        second_factor: false,
    };
    let found = store.access().holders(ours.account.id, &filter, at(0), None, 9).await.expect("holders");
    assert_eq!(found, [ours.user.id]);
}
