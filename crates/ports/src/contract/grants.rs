//! Grants: what members hold, and where.

use bailiwick_domain::ids::GrantId;
use bailiwick_domain::resources::Place;
use bailiwick_domain::time::Window;

use super::fixtures::{
    APP_ADMIN, APP_VIEWER, KEYSET_ADMIN, app, at, attempt, facts, give, grant, grow, join, judged, keyset,
    owner_grant, place, revision, scene, stored, uuid,
};
use crate::{Store, StoreError};

/// Grants come back with their places and their times, wherever in the tree they stand.
pub async fn grants_come_back_with_their_places(store: &dyn Store) {
    let scene = scene(store).await;
    let whole = Place::account(scene.account.id);
    let (one, two) = (app(scene.account.id), app(scene.account.id));
    let keyset = keyset(&one);
    grow(store, &[&one, &two, &keyset]).await;
    let at_one = place(&one, &whole);
    let mut grants = vec![
        owner_grant(scene.account.id),
        grant(APP_ADMIN, &at_one),
        grant(APP_VIEWER, &at_one),
        grant(APP_VIEWER, &place(&two, &whole)),
        grant(KEYSET_ADMIN, &place(&keyset, &at_one)),
    ];
    grants[1].window = Window { starts_at: Some(at(1)), expires_at: Some(at(9)) };
    grants[2].window = Window { starts_at: None, expires_at: Some(at(8)) };
    grants[3].window = Window { starts_at: Some(at(7)), expires_at: None };
    let member = join(store, scene.account.id, "Ada").await;
    give(store, &member, grants.clone()).await;
    assert_eq!(stored(store, &member).await.expect("the member").grants, grants);
    let held = facts(store, &member).await.expect("facts").grants;
    let expected: Vec<_> =
        grants.iter().map(|grant| (grant.id, grant.role.clone(), grant.place.key(), grant.window)).collect();
    assert_eq!(held, expected);
}

/// Grants are replaced as a whole: those left out are gone, those kept keep their ids.
pub async fn grants_are_replaced_as_a_whole(store: &dyn Store) {
    let scene = scene(store).await;
    let whole = Place::account(scene.account.id);
    let (one, two) = (app(scene.account.id), app(scene.account.id));
    grow(store, &[&one, &two]).await;
    let member = join(store, scene.account.id, "Ada").await;
    let before = vec![grant(APP_ADMIN, &place(&one, &whole)), grant(APP_ADMIN, &place(&two, &whole))];
    let after = vec![before[1].clone(), owner_grant(scene.account.id)];
    for (version, grants) in [(2, before), (3, after), (4, vec![])] {
        give(store, &member, grants.clone()).await;
        let found = stored(store, &member).await.expect("the member");
        assert_eq!((found.version, found.grants), (version, grants));
    }
}

/// A change of grants raises the revision by one, however many it has, and tells of it.
pub async fn a_change_of_grants_raises_the_revision_once(store: &dyn Store) {
    let scene = scene(store).await;
    let (account, before) = (scene.account.id, revision(store, scene.account.id).await);
    let (one, two) = (join(store, account, "Ada").await, join(store, account, "Bob").await);
    assert_eq!(revision(store, account).await, before, "a member without grants changes no decision");
    let grants = [&one, &two].map(|to| judged(to, vec![owner_grant(account)]));
    let ((), committed) = attempt(store, async |unit| {
        unit.accounts().lock(&[account]).await?;
        for grants in &grants {
            unit.members().put_grants(account, grants).await?;
        }
        Ok(())
    })
    .await
    .expect("a unit that goes well");
    assert_eq!(committed.revisions, [(account, before + 1)]);
    let seen = facts(store, &one).await.expect("facts");
    assert_eq!((seen.revision, seen.member, seen.grants.len()), (before + 1, one.id, 1));
}

/// Grants for a member who is gone, or of another account, are refused.
pub async fn grants_need_their_member(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let member = join(store, ours.account.id, "Ada").await;
    let grants = judged(&member, vec![owner_grant(ours.account.id)]);
    let refused =
        attempt(store, async |unit| unit.members().put_grants(theirs.account.id, &grants).await).await;
    assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
    assert_eq!(stored(store, &member).await, Some(member));
}

/// As many grants as a member may hold.
pub async fn a_member_can_hold_hundreds_of_grants(store: &dyn Store) {
    let scene = scene(store).await;
    let whole = Place::account(scene.account.id);
    let apps: Vec<_> = (0..250).map(|_| app(scene.account.id)).collect();
    grow(store, &apps.iter().collect::<Vec<_>>()).await;
    let member = join(store, scene.account.id, "Ada").await;
    let grants: Vec<_> = apps
        .iter()
        .flat_map(|app| [APP_ADMIN, APP_VIEWER].map(|role| grant(role, &place(app, &whole))))
        .collect();
    give(store, &member, grants.clone()).await;
    let found = stored(store, &member).await.expect("the member").grants;
    assert_eq!(found, grants);
    let unknown = GrantId::new(uuid());
    assert!(!found.iter().any(|grant| grant.id == unknown));
}
