//! Accounts' own single sign-on.

use bailiwick_domain::accounts::Account;
use bailiwick_domain::connections::{ClaimedDomain, Connection, DomainName};

use super::fixtures::{account, at, commit, read, unique};
use crate::{Access, Constraint, Store, StoreError};

async fn some_account(store: &dyn Store) -> Account {
    let account = account("Acme");
    commit(store, async |unit| unit.accounts().insert(&account).await).await;
    account
}

fn name(text: &str) -> DomainName {
    DomainName::try_from(text.to_owned()).expect("a domain name")
}

fn domain(of: &Account, name: &DomainName) -> ClaimedDomain {
    ClaimedDomain { account: of.id, name: name.clone(), verified_at: None, created_at: at(0) }
}

/// A connection is its account's, is replaced as a whole, and goes.
pub async fn an_account_has_one_connection(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    let mut kept = Connection {
        account: ours.id,
        issuer: "https://id.example".to_owned(),
        client_id: "bailiwick".to_owned(),
        sealed_secret: vec![0, 1, 255],
        default_role: None,
        by_owner: true,
        created_at: at(0),
        version: 1,
    };
    let find = async |id| read(store, async |unit| unit.connections().find(id).await).await;
    for role in [None, Some("member".to_owned())] {
        (kept.default_role, kept.version) = (role, kept.version + 1);
        commit(store, async |unit| unit.connections().put(&kept).await).await;
        assert_eq!(find(ours.id).await.as_ref(), Some(&kept));
    }
    assert_eq!(find(theirs.id).await, None);
    let remove = || commit(store, async |unit| unit.connections().remove(ours.id).await);
    assert_eq!((remove().await, remove().await, find(ours.id).await), (true, false, None));
}

/// Several accounts may claim a domain; it is proven to be one's alone, until that one gives it up.
pub async fn a_domain_is_proven_to_be_one_accounts(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    let shared = name(&format!("{}.example", unique("shared")));
    for claimed in [domain(&ours, &shared), domain(&theirs, &shared), domain(&ours, &name("a.example"))] {
        commit(store, async |unit| unit.connections().claim(&claimed).await).await;
    }
    let refused = async |claimed: &ClaimedDomain, proves: bool| {
        let mut unit = store.begin(Access::Write).await.expect("a unit");
        let connections = unit.connections();
        let outcome =
            if proves { connections.prove(claimed).await } else { connections.claim(claimed).await };
        unit.rollback().await.expect("a rollback");
        match outcome {
            Err(StoreError::Conflict(constraint)) => constraint,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(&domain(&ours, &shared), false).await, Constraint::ClaimedDomain);
    let proven = |of: &Account| ClaimedDomain { verified_at: Some(at(5)), ..domain(of, &shared) };
    commit(store, async |unit| unit.connections().prove(&proven(&ours)).await).await;
    assert_eq!(refused(&proven(&theirs), true).await, Constraint::ProvenDomain);
    let found = read(store, async |unit| unit.connections().domain(ours.id, &shared).await).await;
    assert_eq!(found, Some(proven(&ours)));
    let page = read(store, async |unit| unit.connections().domains(ours.id, None, 1).await).await;
    assert_eq!((page.items.len(), page.more, page.items[0].name.as_str()), (1, true, "a.example"));
    let after = Some(&page.items[0].name);
    let rest = read(store, async |unit| unit.connections().domains(ours.id, after, 9).await).await;
    assert_eq!((rest.items, rest.more), (vec![proven(&ours)], false));
    let release = || commit(store, async |unit| unit.connections().release(ours.id, &shared).await);
    assert_eq!((release().await, release().await), (true, false));
    commit(store, async |unit| unit.connections().prove(&proven(&theirs)).await).await;
}
