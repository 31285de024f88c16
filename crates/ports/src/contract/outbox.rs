//! The outbox.

use std::collections::BTreeSet;

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Letter, Message};

use super::fixtures::{account, at, attempt, commit, read, user, uuid};
use crate::outbox::{Backlog, Due};
use crate::{Page, Store};

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
    commit(store, async |unit| unit.outbox().claim(Due::by(at(now)), at(now), at(lease), limit).await).await
}

async fn backlog(store: &dyn Store) -> Backlog {
    read(store, async |unit| unit.outbox().backlog().await).await
}

async fn list(store: &dyn Store, dead: bool, after: Option<DeliveryId>, limit: u64) -> Page<Letter> {
    read(store, async |unit| unit.outbox().list(dead, after, limit).await).await
}

fn ids(deliveries: &[Delivery]) -> Vec<DeliveryId> {
    deliveries.iter().map(|delivery| delivery.id).collect()
}

async fn empty(store: &dyn Store) {
    commit(store, async |unit| {
        let all = unit.outbox().list(false, None, 1_000).await?.items;
        unit.outbox().done(&all.iter().map(|letter| letter.id).collect::<Vec<_>>()).await
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
    assert_eq!(backlog(store).await, Backlog::default());
    let pushed = push(store, 3).await;
    assert_eq!(backlog(store).await, Backlog { waiting: 3, oldest: Some(at(0)), dead: 0 });
    let claimed = claim(store, 9, 1_000, 2).await;
    assert_eq!(ids(&claimed), pushed[..2]);
    commit(store, async |unit| {
        unit.outbox().done(&pushed[..1]).await?;
        unit.outbox().done(&pushed[..1]).await?;
        unit.outbox().retry(&claimed[1], at(50), "no answer").await
    })
    .await;
    assert_eq!(backlog(store).await, Backlog { waiting: 2, oldest: Some(at(1)), dead: 0 });
    assert_eq!(ids(&claim(store, 49, 60, 9).await), pushed[2..]);
    assert_eq!(ids(&claim(store, 50, 60, 9).await), [pushed[1]]);
}

/// Who held a message for too long changes nothing of it, but that it was delivered.
pub async fn who_lost_a_message_changes_nothing(store: &dyn Store) {
    empty(store).await;
    let pushed = push(store, 1).await;
    let slow = claim(store, 0, 10, 9).await.remove(0);
    commit(store, async |unit| unit.outbox().renew(&slow, at(5), at(20)).await).await;
    assert_eq!(claim(store, 19, 30, 9).await, [], "it was kept longer");
    let quick = claim(store, 20, 30, 9).await.remove(0);
    commit(store, async |unit| {
        unit.outbox().renew(&slow, at(21), at(500)).await?;
        unit.outbox().retry(&slow, at(22), "too late").await?;
        unit.outbox().bury(&slow, at(22), "too late").await
    })
    .await;
    assert_eq!(claim(store, 29, 40, 9).await, [], "it is the quick one's");
    assert_eq!(ids(&claim(store, 30, 40, 9).await), pushed, "when that one's lease ends");
    assert_eq!(quick.attempts, 2);
    commit(store, async |unit| unit.outbox().done(&[slow.id]).await).await;
    assert_eq!(backlog(store).await, Backlog::default());
}

/// A dead message is never taken; it keeps why it died, until it is revived or removed.
pub async fn a_dead_message_is_kept_until_it_is_revived(store: &dyn Store) {
    empty(store).await;
    let pushed = push(store, 4).await;
    let claimed = claim(store, 9, 10, 3).await;
    commit(store, async |unit| {
        for delivery in &claimed {
            unit.outbox().bury(delivery, at(9), "refused with 550").await?;
        }
        Ok(())
    })
    .await;
    assert_eq!(backlog(store).await, Backlog { waiting: 1, oldest: Some(at(3)), dead: 3 });
    assert_eq!(ids(&claim(store, 1_000_000, 1_000_000, 9).await), pushed[3..]);
    let dead = list(store, true, None, 2).await;
    assert!(dead.more);
    let expected = Letter {
        id: pushed[0],
        message: Some(claimed[0].message.clone()),
        created_at: at(0),
        attempts: 1,
        due_at: None,
        dead_at: Some(at(9)),
        failure: Some("refused with 550".to_owned()),
    };
    assert_eq!(dead.items[0], expected);
    let revive =
        async |id, now: i64| commit(store, async |unit| unit.outbox().revive(id, at(now)).await).await;
    assert!(revive(pushed[1], 100).await);
    assert!(!revive(pushed[1], 100).await, "it is not dead any more");
    assert!(!revive(pushed[3], 100).await, "nor was this one ever");
    let again = claim(store, 100, 200, 9).await;
    assert_eq!((ids(&again), again[0].attempts), (vec![pushed[1]], 1));
    let revive_some = async |limit| {
        let revived =
            async |unit: &mut dyn crate::UnitOfWork| unit.outbox().revive_some(at(300), limit).await;
        attempt(store, revived).await.expect("a unit that goes well")
    };
    let (count, committed) = revive_some(1).await;
    assert!(count == 1 && committed.outbox, "who delivers wants to know");
    assert_eq!((revive_some(9).await.0, revive_some(9).await.0), (1, 0));
    assert_eq!(backlog(store).await.dead, 0);
}

/// As of a later time all is due but what others hold now, or held a moment ago.
pub async fn what_others_hold_is_not_taken_before_its_time(store: &dyn Store) {
    empty(store).await;
    let pushed = push(store, 3).await;
    let held = claim(store, 1, 1_000, 2).await;
    commit(store, async |unit| {
        unit.outbox().retry(&held[0], at(3_600), "no answer").await?;
        unit.outbox().renew(&held[1], at(50), at(1_000)).await
    })
    .await;
    let claim_early = async |since: i64| {
        let due = Due { by: at(5_000), untouched_since: Some(at(since)) };
        commit(store, async |unit| unit.outbox().claim(due, at(60), at(75), 9).await).await
    };
    assert_eq!(ids(&claim_early(1).await), pushed[2..]);
    assert_eq!(ids(&claim_early(45).await), pushed[..1]);
    assert_eq!(ids(&claim_early(60).await), pushed[1..2]);
    assert_eq!(claim_early(60).await, []);
}

/// What lies there is listed by id, page by page, whatever becomes of it.
pub async fn messages_are_listed_by_id(store: &dyn Store) {
    empty(store).await;
    let pushed = push(store, 3).await;
    let held = claim(store, 0, 10, 9).await.remove(0);
    commit(store, async |unit| unit.outbox().retry(&held, at(7), "no answer").await).await;
    let first = list(store, false, None, 2).await;
    assert_eq!(first.items.iter().map(|letter| letter.id).collect::<Vec<_>>(), pushed[..2]);
    assert!(first.more);
    assert_eq!((first.items[0].due_at, first.items[0].attempts), (Some(at(7)), 1));
    assert_eq!(first.items[0].failure.as_deref(), Some("no answer"));
    let second = list(store, false, Some(pushed[1]), 2).await;
    assert_eq!(second.items.iter().map(|letter| letter.id).collect::<Vec<_>>(), pushed[2..]);
    assert!(!second.more);
    assert_eq!(list(store, true, None, 9).await.items, []);
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
        attempt(store, async |unit| unit.users().insert(&new, Some("hash")).await).await.expect("a commit");
    assert!(!committed.outbox);
}
