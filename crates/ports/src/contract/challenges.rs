//! Challenges.

use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::{ChallengeId, UserId};
use futures::future::join_all;

use super::fixtures::{at, commit, read, user, uuid};
use crate::Store;

fn challenge(kind: ChallengeKind, of: Option<UserId>, ends: i64) -> Challenge {
    Challenge {
        id: ChallengeId::new(uuid()),
        kind,
        user: of,
        sealed: vec![0, 1, 255],
        tries: 0,
        created_at: at(0),
        expires_at: at(ends),
    }
}

async fn keep(store: &dyn Store, challenges: &[&Challenge]) {
    commit(store, async |unit| {
        for challenge in challenges {
            unit.challenges().insert(challenge).await?;
        }
        Ok(())
    })
    .await;
}

/// A challenge is found by its kind and id until it ends, and is gone once it was taken.
pub async fn a_challenge_is_found_until_it_ends_or_is_taken(store: &dyn Store) {
    let kept = challenge(ChallengeKind::Sso, None, 10);
    keep(store, &[&kept]).await;
    let find = async |kind, now| {
        read(store, async |unit| unit.challenges().find(kind, kept.id, at(now)).await).await
    };
    assert_eq!(find(ChallengeKind::Sso, 9).await.as_ref(), Some(&kept));
    assert_eq!(find(ChallengeKind::Sso, 10).await, None);
    assert_eq!(find(ChallengeKind::PasswordReset, 9).await, None);
    let take = async |now| {
        commit(store, async |unit| unit.challenges().take(kept.kind, kept.id, at(now)).await).await
    };
    assert_eq!(take(10).await, None, "too late");
    assert_eq!(take(9).await.as_ref(), Some(&kept));
    assert_eq!((take(9).await, find(ChallengeKind::Sso, 9).await), (None, None));
}

/// Of those who take a challenge at once one gets it.
pub async fn of_those_who_take_a_challenge_at_once_one_gets_it(store: &dyn Store) {
    let kept = challenge(ChallengeKind::PasswordReset, None, 10);
    keep(store, &[&kept]).await;
    let take = || commit(store, async |unit| unit.challenges().take(kept.kind, kept.id, at(1)).await);
    let taken = join_all((0..8).map(|_| take())).await;
    assert_eq!(taken.iter().flatten().count(), 1);
}

/// Wrong answers at once are each counted.
pub async fn tries_at_once_are_each_counted(store: &dyn Store) {
    let kept = challenge(ChallengeKind::TwoFactor, None, 10);
    keep(store, &[&kept]).await;
    let count = || commit(store, async |unit| unit.challenges().count_try(kept.id).await);
    let mut counts: Vec<_> = join_all((0..8).map(|_| count())).await.into_iter().flatten().collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 2, 3, 4, 5, 6, 7, 8]);
    let unknown = ChallengeId::new(uuid());
    assert_eq!(commit(store, async |unit| unit.challenges().count_try(unknown).await).await, None);
}

/// A user's challenges of a kind are removed, those that ended are pruned, and all of them go with the user.
pub async fn challenges_go_with_their_time_and_their_user(store: &dyn Store) {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, None).await).await;
    let of_ada = |kind, ends| challenge(kind, Some(ada.id), ends);
    let (reset, change) = (of_ada(ChallengeKind::PasswordReset, 10), of_ada(ChallengeKind::EmailChange, 10));
    let past = challenge(ChallengeKind::Sso, None, -1_000_000);
    keep(store, &[&reset, &change, &past]).await;
    let find = async |kept: &Challenge| {
        read(store, async |unit| unit.challenges().find(kept.kind, kept.id, at(-2_000_000)).await)
            .await
            .is_some()
    };
    commit(store, async |unit| unit.challenges().remove_of(ada.id, ChallengeKind::PasswordReset).await).await;
    assert_eq!((find(&reset).await, find(&change).await, find(&past).await), (false, true, true));
    assert_eq!(commit(store, async |unit| unit.challenges().prune(at(-999_999), 10).await).await, 1);
    assert_eq!((find(&change).await, find(&past).await), (true, false));
    commit(store, async |unit| unit.users().remove(ada.id).await).await;
    assert!(!find(&change).await);
}
