//! Users.

use super::fixtures::{at, attempt, commit, email, name, read, user};
use crate::{Constraint, Store, StoreError};

/// All that is kept of a user is read back, by id and by address in any case.
pub async fn a_user_is_found_by_id_and_by_address_in_any_case(store: &dyn Store) {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, Some("the hash")).await).await;
    let shouted = email(&ada.email.as_str().to_uppercase());
    read(store, async |unit| {
        assert_eq!(unit.users().find(ada.id).await?.as_ref(), Some(&ada));
        assert_eq!(unit.users().find_by_email(&shouted).await?.as_ref(), Some(&ada));
        assert_eq!(unit.users().password_hash(ada.id).await?.as_deref(), Some("the hash"));
        assert_eq!(unit.users().find(user("Nobody").id).await?, None);
        assert_eq!(unit.users().find_by_email(&user("Nobody").email).await?, None);
        assert_eq!(unit.users().password_hash(user("Nobody").id).await?, None);
        Ok(())
    })
    .await;
}

/// One address, one user, whatever its case.
pub async fn an_address_is_taken_once(store: &dyn Store) {
    let (ada, mut eve) = (user("Ada"), user("Eve"));
    eve.email = email(&ada.email.as_str().to_lowercase());
    commit(store, async |unit| unit.users().insert(&ada, Some("hash")).await).await;
    let refused = attempt(store, async |unit| unit.users().insert(&eve, Some("hash")).await).await;
    assert!(matches!(refused, Err(StoreError::Conflict(Constraint::UserEmail))), "{refused:?}");
    // It can be taken by an update no more than by an insert.
    eve.email = user("Eve").email;
    commit(store, async |unit| unit.users().insert(&eve, Some("hash")).await).await;
    (eve.email, eve.version) = (ada.email, 2);
    let refused = attempt(store, async |unit| unit.users().update(&eve).await).await;
    assert!(matches!(refused, Err(StoreError::Conflict(Constraint::UserEmail))), "{refused:?}");
}

/// Of those who take an address at once, one gets it, and the others hear so.
pub async fn an_address_taken_at_once_goes_to_one(store: &dyn Store) {
    let first = user("Ada");
    let takers = (0..8).map(|_| {
        let mut taker = user("Ada");
        taker.email = first.email.clone();
        async move {
            attempt(store, async |unit| {
                unit.users().find_by_email(&taker.email).await?;
                tokio::task::yield_now().await;
                unit.users().insert(&taker, Some("hash")).await
            })
            .await
        }
    });
    let outcomes = futures::future::join_all(takers).await;
    let refused =
        |outcome: &&Result<_, _>| matches!(outcome, Err(StoreError::Conflict(Constraint::UserEmail)));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(refused).count(), 7, "{outcomes:?}");
}

/// A password is set where there was none, and replaced where there was one; a user who is removed is no more.
pub async fn a_password_is_set_and_a_user_is_removed(store: &dyn Store) {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, None).await).await;
    let hash = async || read(store, async |unit| unit.users().password_hash(ada.id).await).await;
    assert_eq!(hash().await, None);
    for password in ["one", "another"] {
        commit(store, async |unit| unit.users().set_password_hash(ada.id, password).await).await;
        assert_eq!(hash().await.as_deref(), Some(password));
    }
    commit(store, async |unit| unit.users().remove(ada.id).await).await;
    assert_eq!(read(store, async |unit| unit.users().find(ada.id).await).await, None);
    let gone = attempt(store, async |unit| unit.users().set_password_hash(ada.id, "third").await).await;
    assert!(matches!(gone, Err(StoreError::Stale)), "{gone:?}");
}

/// An update changes all but the password, and only the version that was read.
pub async fn an_update_of_a_user_needs_the_version_before(store: &dyn Store) {
    let mut ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, Some("hash")).await).await;
    ada.name = name("Ada Lovelace");
    ada.email = user("Countess").email;
    ada.email_verified_at = Some(at(5));
    ada.version = 2;
    commit(store, async |unit| {
        unit.users().lock(&[ada.id]).await?;
        unit.users().update(&ada).await
    })
    .await;
    let stale = attempt(store, async |unit| unit.users().update(&ada).await).await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
    read(store, async |unit| {
        assert_eq!(unit.users().find(ada.id).await?.as_ref(), Some(&ada));
        assert_eq!(unit.users().find_by_email(&ada.email).await?.as_ref(), Some(&ada));
        assert_eq!(unit.users().password_hash(ada.id).await?.as_deref(), Some("hash"));
        Ok(())
    })
    .await;
}
