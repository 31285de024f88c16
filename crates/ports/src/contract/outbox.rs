//! The outbox.

use std::collections::BTreeSet;

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Message};

use super::fixtures::{account, at, attempt, commit, read, user, uuid};
use crate::Store;

fn message() -> Message {
    Message::Removal { account: account("Account").id, user: user("Ada").id }
}

async fn push(store: &dyn Store, count: i64) -> Vec<DeliveryId> {
    let mut pushed = Vec::new();
    for seconds in 0..count {
        let id = DeliveryId::new(uuid());
        let push =
            async |unit: &mut dyn crate::UnitOfWork| unit.outbox().push(id, &message(), at(seconds)).await;
        let ((), committed) = attempt(store, push).await.expect("a unit that goes well");
        assert!(committed.outbox, "who delivers wants to know");
        pushed.push(id);
    }
    pushed
}

async fn claim(store: &dyn Store, now: i64, lease: i64, limit: u64) -> Vec<Delivery> {
    commit(store, async |unit| unit.outbox().claim(at(now), at(lease), limit).await).await
}

fn ids(deliveries: &[Delivery]) -> Vec<DeliveryId> {
    deliveries.iter().map(|delivery| delivery.id).collect()
}

async fn empty(store: &dyn Store) {
    commit(store, async |unit| {
        for delivery in unit.outbox().claim(at(1_000_000_000), at(1_000_000_000), 1_000).await? {
            unit.outbox().done(delivery.id).await?;
        }
        Ok(())
    })
    .await;
}

/// A message is claimed when due, oldest first, kept from others until the lease ends, and tried again after it.
pub async fn a_message_is_claimed_until_its_lease_ends(store: &dyn Store) {
    empty(store).await;
    let (first, second) = (DeliveryId::new(uuid()), DeliveryId::new(uuid()));
    let text = message();
    commit(store, async |unit| {
        unit.outbox().push(second, &message(), at(5)).await?;
        unit.outbox().push(first, &text, at(1)).await
    })
    .await;
    assert_eq!(claim(store, 0, 10, 9).await, []);
    let claimed = claim(store, 1, 10, 9).await;
    assert_eq!(claimed, [Delivery { id: first, message: text, created_at: at(1), attempts: 1 }]);
    assert_eq!(ids(&claim(store, 9, 20, 9).await), [second], "the first is another's until 10 s");
    let again = claim(store, 20, 30, 9).await;
    assert_eq!(ids(&again), [first, second]);
    assert_eq!(again.iter().map(|delivery| delivery.attempts).collect::<Vec<_>>(), [2, 2]);
}

/// What is delivered is gone, what failed waits for its time, and the rest is counted.
pub async fn a_message_is_done_or_tried_again(store: &dyn Store) {
    empty(store).await;
    assert_eq!(read(store, async |unit| unit.outbox().waiting().await).await, (0, None));
    let pushed = push(store, 3).await;
    assert_eq!(read(store, async |unit| unit.outbox().waiting().await).await, (3, Some(at(0))));
    assert_eq!(ids(&claim(store, 9, 1_000, 2).await), pushed[..2]);
    commit(store, async |unit| {
        unit.outbox().done(pushed[0]).await?;
        unit.outbox().done(pushed[0]).await?;
        unit.outbox().retry(pushed[1], at(50), "no answer").await
    })
    .await;
    assert_eq!(read(store, async |unit| unit.outbox().waiting().await).await, (2, Some(at(1))));
    assert_eq!(ids(&claim(store, 49, 60, 9).await), pushed[2..]);
    assert_eq!(ids(&claim(store, 50, 60, 9).await), [pushed[1]]);
}

/// Those who claim at once never get the same message.
pub async fn two_who_claim_at_once_never_get_the_same(store: &dyn Store) {
    empty(store).await;
    let pushed: BTreeSet<_> = push(store, 40).await.into_iter().collect();
    let claims = (0..8).map(|_| claim(store, 100, 200, 7));
    let claimed: Vec<_> = futures::future::join_all(claims).await.iter().flat_map(|part| ids(part)).collect();
    assert_eq!(claimed.len(), 40);
    assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>(), pushed);
}

/// A message that is rolled back was never there, and a unit without one tells of none.
pub async fn a_message_is_queued_with_its_cause(store: &dyn Store) {
    empty(store).await;
    let mut unit = store.begin(crate::Access::Write).await.expect("a unit");
    unit.outbox().push(DeliveryId::new(uuid()), &message(), at(0)).await.expect("a push");
    unit.rollback().await.expect("a rollback");
    assert_eq!(claim(store, 100, 200, 9).await, []);
    let new = user("Ada");
    let ((), committed) =
        attempt(store, async |unit| unit.users().insert(&new, "hash").await).await.expect("a commit");
    assert!(!committed.outbox);
}
