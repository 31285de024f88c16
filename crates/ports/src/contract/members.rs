//! Members: who is where.

use std::collections::BTreeSet;

use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::resources::Place;
use bailiwick_domain::text::Email;

use super::fixtures::{
    APP_ADMIN, OWNER, account, app, at, attempt, commit, departed, email, facts, give, grant, grow, invited,
    join, member, name, owner_grant, place, read, revision, scene, stored, user,
};
use crate::members::MemberFilter;
use crate::{Constraint, Page, Store, StoreError, UnitOfWork};

/// A member is found by id and by user, in its own account, with the user's address and name as they are now.
pub async fn a_member_is_found_in_its_account(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let (account, other) = (ours.account.id, theirs.account.id);
    read(store, async |unit| {
        let repository = unit.members();
        assert_eq!(repository.find(account, ours.owner.id).await?.as_ref(), Some(&ours.owner));
        assert_eq!(repository.find_by_user(account, ours.user.id).await?.as_ref(), Some(&ours.owner));
        assert_eq!(repository.find(other, ours.owner.id).await?, None);
        assert_eq!(repository.find_by_user(other, ours.user.id).await?, None);
        Ok(())
    })
    .await;
    let mut renamed = ours.user.clone();
    (renamed.name, renamed.email, renamed.version) = (name("Renamed"), user("Renamed").email, 2);
    commit(store, async |unit| unit.users().update(&renamed).await).await;
    let found = stored(store, &ours.owner).await.expect("the member");
    assert_eq!((found.name.as_deref(), &found.email), (Some("Renamed"), &renamed.email));
}

/// A user is a member of an account once, even if two see to it at once; of another account too.
pub async fn a_user_is_a_member_once(store: &dyn Store) {
    let (ours, theirs, ada) = (scene(store).await, scene(store).await, user("Ada"));
    commit(store, async |unit| unit.users().insert(&ada, Some("hash")).await).await;
    let join = async |account| {
        let new = member(account, &ada);
        attempt(store, async |unit| unit.members().insert(&new).await).await
    };
    let raced = futures::future::join_all([join(ours.account.id), join(ours.account.id)]).await;
    let refused =
        |outcome: &&Result<_, _>| matches!(outcome, Err(StoreError::Conflict(Constraint::MemberUser)));
    assert_eq!(raced.iter().filter(refused).count(), 1, "{raced:?}");
    join(theirs.account.id).await.expect("a member of another account");
    // Those who are invited have no user yet, so there can be many.
    commit(store, async |unit| {
        unit.members().insert(&invited(ours.account.id, user("Bob").email)).await?;
        unit.members().insert(&invited(ours.account.id, user("Bob").email)).await
    })
    .await;
}

/// Someone invited is found by the address in any case, until they join; then the user's own texts count.
pub async fn an_invited_member_becomes_a_user(store: &dyn Store) {
    let (scene, ada) = (scene(store).await, user("Ada"));
    let account = scene.account.id;
    let mut new = invited(account, email(&ada.email.as_str().to_uppercase()));
    commit(store, async |unit| {
        unit.users().insert(&ada, Some("hash")).await?;
        unit.members().insert(&new).await
    })
    .await;
    assert_eq!(stored(store, &new).await.as_ref(), Some(&new));
    (new.user, new.status, new.version) = (Some(ada.id), MemberStatus::Active, 2);
    commit(store, async |unit| unit.members().update(&new).await).await;
    (new.email, new.name) = (ada.email.clone(), Some("Ada".to_owned()));
    assert_eq!(stored(store, &new).await, Some(new));
}

/// An update needs the version before, keeps the grants, and raises the revision.
pub async fn an_update_of_a_member_needs_the_version_before(store: &dyn Store) {
    let scene = scene(store).await;
    let mut seen = join(store, scene.account.id, "Ada").await;
    give(store, &seen, vec![owner_grant(scene.account.id)]).await;
    let before = revision(store, scene.account.id).await;
    let grants = stored(store, &seen).await.expect("the member").grants;
    (seen.status, seen.version) = (MemberStatus::Suspended, 3);
    let update = async |seen| attempt(store, async |unit| unit.members().update(seen).await).await;
    let ((), committed) = update(&seen).await.expect("a commit");
    assert_eq!(committed.revisions, [(scene.account.id, before + 1)]);
    let stale = update(&seen).await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
    assert_eq!(revision(store, scene.account.id).await, before + 1);
    seen.grants = grants;
    assert_eq!(stored(store, &seen).await, Some(seen));
}

/// A member goes with all that it holds.
pub async fn a_member_is_removed_with_its_grants(store: &dyn Store) {
    let scene = scene(store).await;
    let gone = join(store, scene.account.id, "Ada").await;
    give(store, &gone, vec![owner_grant(scene.account.id)]).await;
    let before = revision(store, scene.account.id).await;
    let proof = departed(gone.id);
    commit(store, async |unit| unit.members().remove(scene.account.id, proof).await).await;
    assert_eq!(revision(store, scene.account.id).await, before + 1);
    assert_eq!((stored(store, &gone).await, facts(store, &gone).await), (None, None));
    let owners = commit(store, async |unit| unit.members().lock_owners(scene.account.id, OWNER).await).await;
    assert_eq!(owners, [(scene.owner.id, MemberStatus::Active)]);
}

/// Everyone who holds the owner role, each once, in whatever state.
pub async fn owners_are_found_in_every_state(store: &dyn Store) {
    let scene = scene(store).await;
    let mut other = join(store, scene.account.id, "Ada").await;
    give(store, &other, vec![owner_grant(scene.account.id)]).await;
    (other.status, other.version) = (MemberStatus::Suspended, 3);
    commit(store, async |unit| unit.members().update(&other).await).await;
    join(store, scene.account.id, "Bob").await;
    let owners = commit(store, async |unit| unit.members().lock_owners(scene.account.id, OWNER).await).await;
    assert_eq!(owners, [(scene.owner.id, MemberStatus::Active), (other.id, MemberStatus::Suspended)]);
}

/// A list goes on where it stopped though members came and went, and shows no other account's.
pub async fn a_cursor_stays_valid_while_members_come_and_go(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let mut all = vec![ours.owner.id];
    for at in 0..7 {
        all.push(join(store, ours.account.id, &format!("Member {at}")).await.id);
        join(store, theirs.account.id, "Another").await;
    }
    let list = async |after| {
        let filter = MemberFilter::default();
        read(store, async |unit| unit.members().list(ours.account.id, &filter, after, 3).await).await
    };
    let first = list(None).await;
    assert_eq!((ids(&first), first.more), (all[..3].to_vec(), true));
    let (shown, next) = (departed(all[2]), departed(all[3]));
    commit(store, async |unit| {
        unit.members().remove(ours.account.id, shown).await?;
        unit.members().remove(ours.account.id, next).await
    })
    .await;
    let new = join(store, ours.account.id, "New").await.id;
    let second = list(Some(all[2])).await;
    assert_eq!((ids(&second), second.more), (all[4..7].to_vec(), true));
    let third = list(Some(all[6])).await;
    assert_eq!((ids(&third), third.more), (vec![all[7], new], false));
}

fn ids(page: &Page<bailiwick_domain::members::Member>) -> Vec<bailiwick_domain::ids::MemberId> {
    page.items.iter().map(|member| member.id).collect()
}

/// A list holds who has a status, a role anywhere, and a text in the address or the name, compared without case.
pub async fn members_are_listed_by_status_role_and_text(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let app = app(account);
    grow(store, &[&app]).await;
    let whole = Place::account(account);
    let zoe = join(store, account, "Zoë 100%_sure").await;
    let max = join(store, account, "Max").await;
    give(store, &max, vec![grant(APP_ADMIN, &place(&app, &whole)), owner_grant(account)]).await;
    let bob = invited(account, email(&format!("Bob.{}", user("x").email.as_str())));
    commit(store, async |unit| unit.members().insert(&bob).await).await;
    let list = async |status, role: Option<&str>, text: Option<&str>| {
        let filter = MemberFilter {
            status,
            role: role.map(str::to_owned),
            text: text.map(str::to_owned),
            two_factor: None,
        };
        let page = read(store, async |unit| unit.members().list(account, &filter, None, 10).await).await;
        ids(&page)
    };
    assert_eq!(list(None, None, None).await, [scene.owner.id, zoe.id, max.id, bob.id]);
    assert_eq!(list(Some(MemberStatus::Invited), None, None).await, [bob.id]);
    assert_eq!(list(None, Some(OWNER), None).await, [scene.owner.id, max.id]);
    assert_eq!(list(None, Some(APP_ADMIN), None).await, [max.id]);
    assert_eq!(list(Some(MemberStatus::Active), Some(OWNER), Some("mAX")).await, [max.id]);
    assert_eq!(list(None, None, Some("ZOË 100%_S")).await, [zoe.id]);
    assert_eq!(list(None, None, Some("BOB.")).await, [bob.id]);
    assert_eq!(list(None, None, Some("INVITED")).await, [bob.id]);
    for nowhere in ["zo%sure", "100_", "\\", "'"] {
        assert_eq!(list(None, None, Some(nowhere)).await, [], "{nowhere}");
    }
}

/// With a role, a list shows each holder once, pages on, and comes with all else that the holder holds.
pub async fn holders_of_a_role_are_listed_once(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let (one, two) = (app(account), app(account));
    grow(store, &[&one, &two]).await;
    let whole = Place::account(account);
    let mut all = Vec::new();
    for _ in 0..3 {
        let holder = join(store, account, "Holder").await;
        let grants = vec![
            grant(APP_ADMIN, &place(&one, &whole)),
            grant(APP_ADMIN, &place(&two, &whole)),
            owner_grant(account),
        ];
        give(store, &holder, grants).await;
        all.push(stored(store, &holder).await.expect("the member"));
    }
    let filter = MemberFilter { role: Some(APP_ADMIN.to_owned()), ..MemberFilter::default() };
    let list =
        async |after| read(store, async |unit| unit.members().list(account, &filter, after, 2).await).await;
    let (first, second) = (list(None).await, list(Some(all[1].id)).await);
    assert_eq!((first.items.as_slice(), first.more), (&all[..2], true));
    assert_eq!((second.items.as_slice(), second.more), (&all[2..], false));
}

/// A user's accounts, by account, each with the member in it; invited ones have no user yet.
pub async fn a_user_sees_the_accounts_they_are_in(store: &dyn Store) {
    let first = scene(store).await;
    let mut accounts = vec![first.account.clone()];
    for status in [MemberStatus::Active, MemberStatus::Suspended] {
        let other = scene(store).await;
        let mut place = member(other.account.id, &first.user);
        place.status = status;
        commit(store, async |unit| unit.members().insert(&place).await).await;
        accounts.push(other.account);
    }
    let list = async |after, limit| {
        read(store, async |unit| unit.members().memberships(first.user.id, after, limit).await).await
    };
    let page = list(None, 2).await;
    assert_eq!(page.items[0], (first.account.clone(), first.owner.clone()));
    assert_eq!((page.items[1].0.clone(), page.items.len(), page.more), (accounts[1].clone(), 2, true));
    let page = list(Some(accounts[1].id), 2).await;
    assert_eq!((page.items[0].0.clone(), page.items.len(), page.more), (accounts[2].clone(), 1, false));
    assert_eq!(page.items[0].1.status, MemberStatus::Suspended);
    let active = store.access().accounts_of(first.user.id, None, 10).await.expect("accounts");
    assert_eq!(active, [accounts[0].id, accounts[1].id]);
    let rest = store.access().accounts_of(first.user.id, Some(accounts[0].id), 10).await.expect("accounts");
    assert_eq!(rest, [accounts[1].id]);
}

/// Where a user is active or suspended under one model, in any version of it.
pub async fn where_a_user_is_active_under_a_model_is_known(store: &dyn Store) {
    let ada = user("Ada");
    let places = [
        ("one", 1, MemberStatus::Active),
        ("one", 2, MemberStatus::Suspended),
        ("two", 1, MemberStatus::Active),
    ];
    let mut accounts = Vec::new();
    commit(store, async |unit: &mut dyn UnitOfWork| {
        unit.users().insert(&ada, Some("hash")).await?;
        for (model, version, status) in places {
            let mut account = account("Account");
            (account.model.id, account.model.version) = (model.to_owned(), version);
            unit.accounts().insert(&account).await?;
            let mut place = member(account.id, &ada);
            place.status = status;
            unit.members().insert(&place).await?;
            unit.members().insert(&invited(account.id, ada.email.clone())).await?;
            accounts.push(account.id);
        }
        Ok(())
    })
    .await;
    let found =
        async |model| read(store, async |unit| unit.members().active_in_model(ada.id, model).await).await;
    assert_eq!(found("one").await, accounts[..2]);
    assert_eq!(found("two").await, accounts[2..]);
    assert_eq!(found("three").await, []);
}

/// Marks of when users were seen go forward only, and change nothing else.
pub async fn marks_of_who_was_seen_are_quiet(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let other = join(store, account, "Ada").await;
    let before = revision(store, account).await;
    let nobody = user("Nobody").id;
    let mark = async |seen: &[_]| attempt(store, async |unit| unit.members().mark_seen(seen).await).await;
    let user = other.user.expect("a user");
    mark(&[(account, scene.user.id, at(5)), (account, user, at(6)), (account, nobody, at(7))])
        .await
        .expect("marks");
    let ((), committed) = mark(&[(account, scene.user.id, at(4))]).await.expect("marks");
    mark(&[]).await.expect("no marks");
    assert_eq!((committed.revisions, revision(store, account).await), (vec![], before));
    let mut seen = scene.owner.clone();
    seen.last_seen_at = Some(at(5));
    assert_eq!(stored(store, &seen).await, Some(seen));
    assert_eq!(stored(store, &other).await.expect("the member").last_seen_at, Some(at(6)));
}

/// Who holds something on a resource, or below it.
pub async fn members_are_found_by_the_resource_they_hold_something_on(store: &dyn Store) {
    let scene = scene(store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let (app, other) = (app(account), app(account));
    let keyset = super::fixtures::keyset(&app);
    grow(store, &[&app, &other, &keyset]).await;
    let at_app = place(&app, &whole);
    let on_app = join(store, account, "App").await;
    give(store, &on_app, vec![grant(APP_ADMIN, &at_app), grant(APP_ADMIN, &place(&other, &whole))]).await;
    let on_keyset = join(store, account, "Keyset").await;
    give(store, &on_keyset, vec![grant(super::fixtures::KEYSET_ADMIN, &place(&keyset, &at_app))]).await;
    join(store, account, "Nothing").await;
    let found = async |key| {
        let members = read(store, async |unit| unit.members().on_resource(account, key).await).await;
        for member in &members {
            assert_eq!(Some(member), stored(store, member).await.as_ref(), "with all that it holds");
        }
        members.iter().map(|member| member.id).collect::<BTreeSet<_>>()
    };
    assert_eq!(found(app.key).await, BTreeSet::from([on_app.id, on_keyset.id]));
    assert_eq!(found(keyset.key).await, BTreeSet::from([on_keyset.id]));
    assert_eq!(found(other.key).await, BTreeSet::from([on_app.id]));
    assert_eq!(found(account.uuid()).await, BTreeSet::from([scene.owner.id, on_app.id, on_keyset.id]));
}

/// Who was shut out is known by user and by address, in that account alone, though member and user go; until they are let
/// in again, by either.
pub async fn who_was_shut_out_is_known_until_they_are_let_in(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let ada = join(store, ours.account.id, "Ada").await;
    let (id, old) = (ada.user.expect("a user"), ada.email.clone());
    let (other, new) = (user("Other").id, user("New").email);
    let loud = email(&old.as_str().to_uppercase());
    let is_out = async |account, user, email: &Email| {
        read(store, async |unit| unit.members().is_shut_out(account, user, email).await).await
    };
    let account = ours.account.id;
    assert!(!is_out(account, id, &old).await);
    for email in [&old, &loud, &new] {
        commit(store, async |unit| unit.members().shut_out(account, id, email).await).await;
    }
    commit(store, async |unit| {
        unit.members().remove(account, departed(ada.id)).await?;
        unit.users().remove(id).await
    })
    .await;
    for (user, email) in [(id, &user("Else").email), (other, &loud), (other, &new)] {
        assert!(is_out(account, user, email).await);
        assert!(!is_out(theirs.account.id, user, email).await);
    }
    assert!(!is_out(account, other, &user("Else").email).await);
    commit(store, async |unit| unit.members().let_in(theirs.account.id, id, &old).await).await;
    commit(store, async |unit| unit.members().let_in(account, other, &new).await).await;
    assert!(!is_out(account, other, &new).await && is_out(account, other, &old).await);
    commit(store, async |unit| unit.members().let_in(account, id, &new).await).await;
    assert!(!is_out(account, id, &old).await && !is_out(account, other, &old).await);
}
