//! Accounts' own single sign-on.

use bailiwick_domain::accounts::Account;
use bailiwick_domain::connections::{ClaimedDomain, Connection, DomainName, Protocol, SamlSettings};

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
        protocol: Protocol::Oidc { client_id: "bailiwick".to_owned(), sealed_secret: vec![0, 1, 255] },
        default_role: None,
        by_owner: true,
        created_at: at(0),
        version: 1,
    };
    let find = async |id| read(store, async |unit| unit.connections().find(id).await).await;
    let saml = Protocol::Saml(SamlSettings {
        sso_url: "https://id.example/sso".to_owned(),
        certificates: vec!["one".to_owned(), "another".to_owned()],
    });
    for (protocol, role) in [(kept.protocol.clone(), None), (saml, Some("member".to_owned()))] {
        (kept.protocol, kept.default_role, kept.version) = (protocol, role, kept.version + 1);
        commit(store, async |unit| unit.connections().put(&kept).await).await;
        assert_eq!(find(ours.id).await.as_ref(), Some(&kept));
    }
    assert_eq!(find(theirs.id).await, None);
    let remove = || commit(store, async |unit| unit.connections().remove(ours.id).await);
    assert_eq!((remove().await, remove().await, find(ours.id).await), (true, false, None));
}

/// The secrets that are sealed are those of OpenID Connect; SAML has none.
pub async fn connections_by_saml_have_no_secret(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    let settings = SamlSettings { sso_url: "https://id.example/sso".to_owned(), certificates: Vec::new() };
    let oidc = Protocol::Oidc { client_id: "bailiwick".to_owned(), sealed_secret: vec![7] };
    for (account, protocol) in [(ours.id, oidc), (theirs.id, Protocol::Saml(settings))] {
        let connection = Connection {
            account,
            issuer: "https://id.example".to_owned(),
            protocol,
            default_role: None,
            by_owner: false,
            created_at: at(0),
            version: 1,
        };
        commit(store, async |unit| unit.connections().put(&connection).await).await;
    }
    let sealed = read(store, async |unit| unit.connections().sealed(None, 1000).await).await;
    assert!(sealed.contains(&(ours.id, vec![7])));
    assert!(!sealed.iter().any(|(account, _)| *account == theirs.id));
}

/// What is good once is new once in an account, and may be new again when it was forgotten.
pub async fn what_was_said_is_spent_once(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    let spend = async |account, hash: [u8; 32], until| {
        commit(store, async |unit| unit.connections().spend(account, &hash, at(until)).await).await
    };
    assert!(spend(ours.id, [1; 32], 10).await);
    assert!(!spend(ours.id, [1; 32], 20).await);
    assert!(spend(ours.id, [2; 32], 30).await && spend(theirs.id, [1; 32], 30).await);
    let prune = async |before| {
        commit(store, async |unit| unit.connections().prune_spent(at(before), 100).await).await
    };
    prune(10).await;
    assert!(!spend(ours.id, [1; 32], 40).await, "it is remembered until its very end");
    prune(11).await;
    assert!(spend(ours.id, [1; 32], 40).await && !spend(ours.id, [2; 32], 40).await);
}

/// Of those who bring the same at once, one is told that it is new.
pub async fn what_is_brought_at_once_is_spent_once(store: &dyn Store) {
    let account = some_account(store).await.id;
    let bring = || commit(store, async |unit| unit.connections().spend(account, &[9; 32], at(99)).await);
    let (one, two, three) = tokio::join!(bring(), bring(), bring());
    assert_eq!([one, two, three].into_iter().filter(|new| *new).count(), 1);
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

/// Who has proven a domain is known of all accounts, claims are not; it may be lost, and is another's then in one unit.
pub async fn the_holder_of_a_domain_is_known_until_it_is_lost(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    let shared = name(&format!("{}.example", unique("held")));
    let holder = async || read(store, async |unit| unit.connections().holder(&shared).await).await;
    for of in [&ours, &theirs] {
        commit(store, async |unit| unit.connections().claim(&domain(of, &shared)).await).await;
    }
    assert_eq!(holder().await, None);
    let proven = |of: &Account| ClaimedDomain { verified_at: Some(at(5)), ..domain(of, &shared) };
    commit(store, async |unit| unit.connections().prove(&proven(&ours)).await).await;
    assert_eq!(holder().await, Some(proven(&ours)));
    commit(store, async |unit| {
        unit.connections().prove(&domain(&ours, &shared)).await?;
        assert_eq!(unit.connections().holder(&shared).await?, None);
        unit.connections().prove(&proven(&theirs)).await
    })
    .await;
    assert_eq!(holder().await, Some(proven(&theirs)));
    let lost = read(store, async |unit| unit.connections().domain(ours.id, &shared).await).await;
    assert_eq!(lost, Some(domain(&ours, &shared)), "it is claimed as before");
}
