//! By what providers know users.

use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::users::User;

use super::fixtures::{at, commit, email, read, unique, user};
use crate::{Access, Constraint, Store, StoreError};

fn provider(name: &str) -> ProviderName {
    ProviderName::try_from(name.to_owned()).expect("a name")
}

fn identity(of: &User, name: &str, subject: &str) -> Identity {
    Identity {
        user: of.id,
        provider: provider(name),
        issuer: "https://issuer.example".to_owned(),
        subject: subject.to_owned(),
        email: Some(email("Ada@Example.com")),
        created_at: at(0),
        last_used_at: at(1),
    }
}

async fn some_user(store: &dyn Store) -> User {
    let user = user("Ada");
    commit(store, async |unit| unit.users().insert(&user, None).await).await;
    user
}

async fn keep(store: &dyn Store, identity: &Identity) {
    commit(store, async |unit| unit.identities().insert(identity).await).await;
}

/// An identity is found by provider, issuer and subject together, and tells what it was last told.
pub async fn an_identity_is_found_by_its_subject(store: &dyn Store) {
    let (ada, subject) = (some_user(store).await, unique("subject"));
    let mut kept = identity(&ada, "google", &subject);
    keep(store, &kept).await;
    let find = async |name: &str, issuer: &str, subject: &str| {
        read(store, async |unit| unit.identities().find(&provider(name), issuer, subject).await).await
    };
    assert_eq!(find("google", &kept.issuer, &subject).await.as_ref(), Some(&kept));
    assert_eq!(find("other", &kept.issuer, &subject).await, None);
    assert_eq!(find("google", "https://other.example", &subject).await, None);
    assert_eq!(find("google", &kept.issuer, &subject.to_uppercase()).await, None);
    (kept.email, kept.last_used_at) = (None, at(9));
    commit(store, async |unit| unit.identities().update(&kept).await).await;
    assert_eq!(find("google", &kept.issuer, &subject).await, Some(kept));
}

/// A subject is one user's, and a user has one of a provider.
pub async fn an_identity_is_one_users_and_one_a_provider(store: &dyn Store) {
    let (ada, bob, subject) = (some_user(store).await, some_user(store).await, unique("subject"));
    keep(store, &identity(&ada, "google", &subject)).await;
    for (second, wanted) in [
        (identity(&bob, "google", &subject), Constraint::IdentitySubject),
        (identity(&ada, "google", &unique("other")), Constraint::IdentityProvider),
    ] {
        let mut unit = store.begin(Access::Write).await.expect("a unit");
        let refused = unit.identities().insert(&second).await;
        assert!(matches!(refused, Err(StoreError::Conflict(found)) if found == wanted), "{refused:?}");
        unit.rollback().await.expect("a rollback");
    }
}

/// A user's identities are listed by provider, and go one by one or with the user.
pub async fn identities_are_listed_by_provider_and_go_with_their_user(store: &dyn Store) {
    let ada = some_user(store).await;
    let subjects: Vec<String> = (0..3).map(|_| unique("subject")).collect();
    for (name, subject) in ["c", "a", "b"].iter().zip(&subjects) {
        keep(store, &identity(&ada, name, subject)).await;
    }
    let list = async |after: Option<ProviderName>, limit| {
        let page =
            read(store, async |unit| unit.identities().list(ada.id, after.as_ref(), limit).await).await;
        let names: Vec<String> = page.items.into_iter().map(|one| one.provider.into()).collect();
        (names.concat(), page.more)
    };
    assert_eq!(list(None, 2).await, ("ab".to_owned(), true));
    assert_eq!(list(Some(provider("b")), 2).await, ("c".to_owned(), false));
    let remove = || commit(store, async |unit| unit.identities().remove(ada.id, &provider("b")).await);
    assert_eq!((remove().await, remove().await), (true, false));
    assert_eq!(list(None, 9).await, ("ac".to_owned(), false));
    commit(store, async |unit| unit.users().remove(ada.id).await).await;
    assert_eq!(list(None, 9).await, (String::new(), false));
}
