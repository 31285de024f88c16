//! Accounts.

use bailiwick_domain::accounts::{AccountKind, AccountStatus, ModelRef};

use super::fixtures::{account, attempt, commit, name, read, revision, user};
use crate::{Constraint, Store, StoreError};

/// All that is kept of an account is read back, and decisions read it at revision 1.
pub async fn an_account_is_found_by_id(store: &dyn Store) {
    let mut full = account("Full");
    full.legal_name = Some(name("Full Ltd"));
    full.status = AccountStatus::Closing;
    let mut bare = account("Bare");
    (bare.region, bare.mcp_access) = (None, false);
    let ((), committed) = attempt(store, async |unit| {
        unit.accounts().insert(&full).await?;
        unit.accounts().insert(&bare).await
    })
    .await
    .expect("a unit that goes well");
    assert_eq!(committed.revisions, [], "nothing of a new account can be known yet");
    for account in [&full, &bare] {
        let found = read(store, async |unit| unit.accounts().find(account.id).await).await;
        assert_eq!(found.as_ref(), Some(account));
        let facts = store.access().account(account.id).await.expect("facts").expect("the account");
        assert_eq!((facts.revision, facts.status, &facts.model), (1, account.status, &account.model));
    }
    let nobody = account("Nobody").id;
    assert_eq!(read(store, async |unit| unit.accounts().find(nobody).await).await, None);
    assert_eq!(store.access().account(nobody).await.expect("facts"), None);
    assert_eq!(store.access().revision(nobody).await.expect("a revision"), None);
}

/// A user has one personal account, and any number of others.
pub async fn a_personal_account_is_made_once(store: &dyn Store) {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, Some("hash")).await).await;
    let personal = || {
        let mut personal = account("Personal");
        (personal.kind, personal.personal_of) = (AccountKind::Personal, Some(ada.id));
        personal
    };
    commit(store, async |unit| unit.accounts().insert(&personal()).await).await;
    let refused = attempt(store, async |unit| unit.accounts().insert(&personal()).await).await;
    assert!(matches!(refused, Err(StoreError::Conflict(Constraint::PersonalAccount))), "{refused:?}");
    commit(store, async |unit| unit.accounts().insert(&account("Other")).await).await;
}

/// An update needs the version before; what decisions read of an account raises its revision, its names don't.
pub async fn an_update_raises_the_revision_with_what_decisions_read(store: &dyn Store) {
    let mut seen = account("Before");
    commit(store, async |unit| unit.accounts().insert(&seen).await).await;
    (seen.name, seen.legal_name, seen.region) = (name("After"), Some(name("After Ltd")), None);
    (seen.mcp_access, seen.version) = (false, 2);
    let ((), committed) =
        attempt(store, async |unit| unit.accounts().update(&seen).await).await.expect("a commit");
    assert_eq!((committed.revisions, revision(store, seen.id).await), (vec![], 1));
    let stale = attempt(store, async |unit| unit.accounts().update(&seen).await).await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");

    (seen.status, seen.version) = (AccountStatus::Closed, 3);
    let ((), committed) =
        attempt(store, async |unit| unit.accounts().update(&seen).await).await.expect("a commit");
    assert_eq!(committed.revisions, [(seen.id, 2)]);
    (seen.model.version, seen.version) = (2, 4);
    let ((), committed) =
        attempt(store, async |unit| unit.accounts().update(&seen).await).await.expect("a commit");
    assert_eq!(committed.revisions, [(seen.id, 3)]);
    (seen.require_two_factor, seen.version) = (true, 5);
    let ((), committed) =
        attempt(store, async |unit| unit.accounts().update(&seen).await).await.expect("a commit");
    assert_eq!(committed.revisions, [(seen.id, 4)]);
    let facts = store.access().account(seen.id).await.expect("facts").expect("the account");
    assert!(facts.require_two_factor);
    assert_eq!((facts.revision, facts.status, facts.model.version), (4, AccountStatus::Closed, 2));
    assert_eq!(read(store, async |unit| unit.accounts().find(seen.id).await).await, Some(seen));
}

/// Unknown accounts are no reason to fail; known ones are locked, each once.
pub async fn unknown_accounts_are_passed_over_by_a_lock(store: &dyn Store) {
    let (one, other) = (account("One"), account("Other"));
    commit(store, async |unit| {
        unit.accounts().insert(&one).await?;
        unit.accounts().insert(&other).await
    })
    .await;
    commit(store, async |unit| {
        unit.accounts().lock(&[other.id, account("Nobody").id, one.id, one.id]).await?;
        unit.accounts().lock(&[one.id]).await?;
        unit.accounts().lock(&[]).await
    })
    .await;
}

/// The models that accounts name, each once.
pub async fn models_in_use_are_each_named_once(store: &dyn Store) {
    let model = |version| ModelRef { id: "in-use".to_owned(), version };
    for version in [1, 2, 2] {
        let mut new = account("New");
        new.model = model(version);
        commit(store, async |unit| unit.accounts().insert(&new).await).await;
    }
    let mut models = read(store, async |unit| unit.accounts().models_in_use().await).await;
    models.retain(|model| model.id == "in-use");
    models.sort_by_key(|model| model.version);
    assert_eq!(models, [model(1), model(2)]);
}
