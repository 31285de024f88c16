//! The audit chains.

use bailiwick_domain::audit::{AuditEvent, Chain, ChainHead, NewEvent, Party, StoredEvent};
use bailiwick_domain::ids::AuditEventId;

use super::fixtures::{account, at, attempt, commit, read, revision, scene, user, uuid};
use crate::audit::AuditFilter;
use crate::{Access, Page, Store, StoreError, UnitOfWork};

/// An event behind a head. What its hash is, is no matter of a store.
fn event(head: &ChainHead, actor: &str, action: &'static str, seconds: i64) -> (AuditEvent, StoredEvent) {
    let event = NewEvent {
        id: AuditEventId::new(uuid()),
        at: at(seconds),
        actor: Party::new("user", actor),
        action,
        target: Party::nameless("account"),
        before: serde_json::Value::Null,
        after: serde_json::json!({ "text": "ünï\u{0000}\n" }),
        request_id: "request".to_owned(),
        source_ip: None,
    }
    .link(head);
    let body = serde_json::to_string(&event).expect("JSON");
    let stored = StoredEvent { seq: event.seq, hash: format!("{:064x}", uuid().as_u128()), body };
    (event, stored)
}

async fn append(
    unit: &mut dyn UnitOfWork,
    chain: Chain,
    actor: &str,
    action: &'static str,
    seconds: i64,
) -> Result<StoredEvent, StoreError> {
    let head = unit.audit().head(chain).await?;
    let (event, stored) = event(&head, actor, action, seconds);
    unit.audit().append(chain, &event, &stored).await?;
    let after = unit.audit().head(chain).await?;
    assert_eq!((after.seq, &after.hash), (stored.seq, &stored.hash), "the head moves with the event");
    Ok(stored)
}

async fn head(store: &dyn Store, chain: Chain) -> ChainHead {
    read(store, async |unit| unit.audit().head(chain).await).await
}

/// Every kind of chain begins empty, and grows by what is committed, byte for byte.
pub async fn a_chain_grows_by_what_is_committed(store: &dyn Store) {
    let scene = scene(store).await;
    for chain in [Chain::Account(scene.account.id), Chain::User(scene.user.id), Chain::Deployment] {
        let before = head(store, chain).await;
        let events = commit(store, async |unit| {
            Ok([append(unit, chain, "a", "one", 1).await?, append(unit, chain, "a", "two", 2).await?])
        })
        .await;
        assert_eq!(events.each_ref().map(|event| event.seq), [before.seq + 1, before.seq + 2]);
        let mut undone = store.begin(Access::Write).await.expect("a unit");
        append(undone.as_mut(), chain, "a", "three", 3).await.expect("an event");
        undone.rollback().await.expect("a rollback");
        let after = head(store, chain).await;
        assert_eq!((after.seq, after.hash.as_str()), (events[1].seq, events[1].hash.as_str()));
        let stored = async |limit| {
            let found = read(store, async |unit| unit.audit().read(chain, before.seq, limit).await).await;
            assert!(found.iter().all(|filed| filed.actor.as_deref() == Some("a")), "{found:?}");
            assert_eq!((found[0].at, found[0].action.as_str()), (at(1), "one"));
            found.into_iter().map(|filed| filed.stored).collect::<Vec<_>>()
        };
        assert_eq!(stored(10).await, events);
        assert_eq!(stored(1).await, events[..1]);
    }
    assert_eq!(head(store, Chain::User(user("Nobody").id)).await, ChainHead::default());
}

/// A unit takes as many events as what it does needs, such as the end of thousands of sessions.
pub async fn thousands_of_events_are_one_units(store: &dyn Store) {
    let chain = Chain::User(scene(store).await.user.id);
    let before = head(store, chain).await;
    let last = commit(store, async |unit| {
        for _ in 1..3_000 {
            append(unit, chain, "a", "one", 1).await?;
        }
        append(unit, chain, "a", "last", 2).await
    })
    .await;
    let after = head(store, chain).await;
    assert_eq!((after.seq, after.hash), (before.seq + 3_000, last.hash));
    let stored = read(store, async |unit| unit.audit().read(chain, before.seq, 10_000).await).await;
    assert_eq!(stored.len(), 3_000);
}

/// An account's chain can begin in the unit that makes the account, and its events raise no revision.
pub async fn a_chain_begins_with_its_account(store: &dyn Store) {
    let new = account("New");
    let chain = Chain::Account(new.id);
    let first = commit(store, async |unit| {
        unit.accounts().insert(&new).await?;
        assert_eq!(unit.audit().head(chain).await?, ChainHead::default());
        append(unit, chain, "a", "account.created", 0).await
    })
    .await;
    assert_eq!((first.seq, head(store, chain).await.seq, revision(store, new.id).await), (1, 1, 1));
    let (_, committed) = attempt(store, async |unit| append(unit, chain, "a", "read", 1).await)
        .await
        .expect("a unit that goes well");
    assert_eq!((committed.revisions, revision(store, new.id).await), (vec![], 1));
}

/// An event that does not follow the head is refused.
pub async fn an_event_must_follow_the_head(store: &dyn Store) {
    let chain = Chain::Account(scene(store).await.account.id);
    commit(store, async |unit| append(unit, chain, "a", "one", 1).await).await;
    for wrong in [
        ChainHead::default(),
        ChainHead { seq: 1, hash: "0".repeat(64) },
        ChainHead { seq: 7, ..head(store, chain).await },
    ] {
        let (event, stored) = event(&wrong, "a", "two", 2);
        attempt(store, async |unit| unit.audit().append(chain, &event, &stored).await)
            .await
            .expect_err("a refusal");
    }
    assert_eq!(head(store, chain).await.seq, 1);
}

/// Many at once make one chain, without a gap, a fork or a failure.
pub async fn many_writers_make_one_chain(store: &dyn Store) {
    let scene = scene(store).await;
    let chain = Chain::Account(scene.account.id);
    let writers = (0..64).map(|at| async move {
        commit(store, async |unit| {
            unit.accounts().lock(&[scene.account.id]).await?;
            tokio::task::yield_now().await;
            append(unit, chain, "a", "one of many", at).await
        })
        .await
    });
    futures::future::join_all(writers).await;
    let events = read(store, async |unit| unit.audit().read(chain, 0, 100).await).await;
    let events: Vec<StoredEvent> = events.into_iter().map(|filed| filed.stored).collect();
    assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), (1..=64).collect::<Vec<_>>());
    let mut previous = ChainHead::default().hash;
    for stored in &events {
        let event: AuditEvent = serde_json::from_str(&stored.body).expect("an event");
        assert_eq!(event.previous_hash, previous);
        previous.clone_from(&stored.hash);
    }
    assert_eq!(head(store, chain).await, ChainHead { seq: 64, hash: previous });
}

/// A list is newest first, pages on though events come, and holds what passes the filter.
pub async fn events_are_listed_newest_first(store: &dyn Store) {
    let (scene, other) = (scene(store).await, scene(store).await);
    let chain = Chain::Account(scene.account.id);
    let grow = async |chain, actor: &str, action, seconds| {
        commit(store, async |unit| append(unit, chain, actor, action, seconds).await).await
    };
    for seconds in 1..=6 {
        grow(
            chain,
            if seconds % 2 == 0 { "even" } else { "odd" },
            if seconds > 3 { "late" } else { "early" },
            seconds,
        )
        .await;
    }
    grow(Chain::Account(other.account.id), "even", "late", 1).await;
    let list = async |filter: AuditFilter, below, limit| {
        let page: Page<StoredEvent> =
            read(store, async |unit| unit.audit().list(chain, &filter, below, limit).await).await;
        (page.items.iter().map(|event| event.seq).collect::<Vec<_>>(), page.more)
    };
    let all = AuditFilter::default;
    assert_eq!(list(all(), None, 2).await, (vec![6, 5], true));
    grow(chain, "odd", "late", 7).await;
    assert_eq!(list(all(), Some(5), 4).await, (vec![4, 3, 2, 1], false));
    assert_eq!(
        list(AuditFilter { actor: Some("even".to_owned()), ..all() }, None, 9).await,
        (vec![6, 4, 2], false)
    );
    let late = AuditFilter { action: Some("late".to_owned()), ..all() };
    assert_eq!(list(late.clone(), Some(6), 1).await, (vec![5], true));
    assert_eq!(
        list(AuditFilter { actor: Some("odd".to_owned()), ..late }, None, 9).await,
        (vec![7, 5], false)
    );
    let between = AuditFilter { since: Some(at(2)), until: Some(at(4)), ..all() };
    assert_eq!(list(between, None, 9).await, (vec![3, 2], false));
}

/// Every chain is visited once, with its head.
pub async fn every_chain_is_visited_once(store: &dyn Store) {
    let scene = scene(store).await;
    let chains = [Chain::Account(scene.account.id), Chain::User(scene.user.id), Chain::Deployment];
    for chain in chains {
        commit(store, async |unit| append(unit, chain, "a", "one", 1).await).await;
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = read(store, async |unit| unit.audit().chains(after, 2).await).await;
        assert!(page.items.len() <= 2);
        after = page.items.last().map(|(chain, _)| *chain);
        seen.extend(page.items);
        if !page.more {
            break;
        }
    }
    let mut once: Vec<Chain> = seen.iter().map(|(chain, _)| *chain).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), seen.len(), "none twice");
    for chain in chains {
        let expected = head(store, chain).await;
        assert!(seen.contains(&(chain, expected)), "{chain}");
    }
}

/// Whoever has no chain is found: an account or a user without a head, or with one that knows of no event.
pub async fn whoever_has_no_chain_is_found(store: &dyn Store) {
    let scene = scene(store).await;
    let chains = [Chain::Account(scene.account.id), Chain::User(scene.user.id)];
    let headless = async || read(store, async |unit| unit.audit().headless(1_000).await).await;
    let before = headless().await;
    assert!(chains.iter().all(|chain| before.contains(chain)), "{before:?}");
    for chain in chains {
        commit(store, async |unit| append(unit, chain, "a", "one", 1).await).await;
    }
    let after = headless().await;
    assert!(!chains.iter().any(|chain| after.contains(chain)), "{after:?}");
}
