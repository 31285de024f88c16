//! Requests that must not be done twice.

use super::fixtures::{at, attempt, commit, read, unique, user};
use crate::idempotency::{Claim, RequestKey};
use crate::{Access, Store, StoreError};

const MAC: [u8; 32] = [3; 32];

fn request() -> RequestKey {
    RequestKey { caller: unique("user"), operation: "POST /v1/things".to_owned(), key: unique("key") }
}

async fn ask(store: &dyn Store, key: &RequestKey, now: i64, forget: i64) -> Claim {
    commit(store, async |unit| {
        let claim = unit.idempotency().claim(key, MAC, at(now), at(forget)).await?;
        if claim == Claim::New {
            unit.idempotency().answer(key, &format!("{{\"at\":{now}}}")).await?;
        }
        Ok(claim)
    })
    .await
}

/// The first answer is kept, with the first body's MAC, until it is forgotten.
pub async fn the_first_answer_is_kept(store: &dyn Store) {
    let key = request();
    assert_eq!(ask(store, &key, 10, 0).await, Claim::New);
    let seen = |answer: &str| Claim::Seen { body_mac: MAC, answer: answer.to_owned() };
    assert_eq!(ask(store, &key, 11, 0).await, seen("{\"at\":10}"));
    let other_body =
        commit(store, async |unit| unit.idempotency().claim(&key, [4; 32], at(12), at(10)).await).await;
    assert_eq!(other_body, seen("{\"at\":10}"));
    assert_eq!(ask(store, &key, 20, 11).await, Claim::New, "made before 11 s, it is forgotten");
    assert_eq!(ask(store, &key, 21, 11).await, seen("{\"at\":20}"));
    for other in [
        RequestKey { caller: unique("user"), ..key.clone() },
        RequestKey { operation: unique("other"), ..key },
    ] {
        assert_eq!(ask(store, &other, 21, 0).await, Claim::New);
    }
}

/// A claim that is rolled back was never made.
pub async fn a_claim_that_failed_is_no_claim(store: &dyn Store) {
    let key = request();
    let failed: Result<((), _), _> = attempt(store, async |unit| {
        assert_eq!(unit.idempotency().claim(&key, MAC, at(0), at(0)).await?, Claim::New);
        unit.users().insert(&user("Ada"), Some("hash")).await?;
        Err(StoreError::Stale)
    })
    .await;
    failed.expect_err("a failure");
    assert_eq!(ask(store, &key, 1, 0).await, Claim::New);
}

/// Who asks the same at once waits, and gets the first one's answer.
pub async fn a_claim_waits_for_the_first_to_commit(store: &dyn Store) {
    let key = request();
    let mut first = store.begin(Access::Write).await.expect("a unit");
    assert_eq!(first.idempotency().claim(&key, MAC, at(0), at(0)).await.expect("a claim"), Claim::New);
    let slow = async {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        first.idempotency().answer(&key, "\"first\"").await.expect("an answer");
        first.commit().await.expect("a commit");
    };
    let (second, third, ()) =
        futures::future::join3(ask(store, &key, 1, 0), ask(store, &key, 2, 0), slow).await;
    let seen = Claim::Seen { body_mac: MAC, answer: "\"first\"".to_owned() };
    assert_eq!((second, third), (seen.clone(), seen));
}

/// Pruning takes what was made before a moment, a bounded number at a time.
pub async fn old_requests_are_pruned(store: &dyn Store) {
    let (old, older, young) = (request(), request(), request());
    for (key, now) in [(&old, -2_000_000), (&older, -2_000_001), (&young, 5)] {
        ask(store, key, now, -3_000_000).await;
    }
    let prune =
        async |limit| commit(store, async |unit| unit.idempotency().prune(at(-1_000_000), limit).await).await;
    assert_eq!((prune(1).await, prune(9).await, prune(9).await), (1, 1, 0));
    assert!(matches!(ask(store, &young, 6, 0).await, Claim::Seen { .. }));
    assert_eq!(ask(store, &old, 6, -3_000_000).await, Claim::New);
    read(store, async |unit| unit.outbox().backlog().await).await;
}
