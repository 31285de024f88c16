//! Units: all or nothing, and who waits for whom.

use std::time::Duration;

use super::fixtures::{account, commit, read, scene, stored, user};
use crate::{Access, Committed, Store};

/// What is committed is there; what is rolled back is not.
pub async fn a_commit_lasts_and_a_rollback_does_not(store: &dyn Store) {
    let (kept, undone) = (user("Kept"), user("Undone"));
    commit(store, async |unit| unit.users().insert(&kept, Some("hash")).await).await;
    let mut unit = store.begin(Access::Write).await.expect("a unit");
    unit.users().insert(&undone, Some("hash")).await.expect("an insert");
    assert!(unit.users().find(undone.id).await.expect("a read").is_some(), "a unit sees its own writes");
    unit.rollback().await.expect("a rollback");
    let found = read(store, async |unit| {
        Ok((unit.users().find(kept.id).await?, unit.users().find(undone.id).await?))
    });
    assert_eq!(found.await, (Some(kept), None));
}

/// A unit that is dropped leaves nothing, and the next one can write.
pub async fn a_dropped_unit_is_undone(store: &dyn Store) {
    let (undone, kept) = (user("Undone"), user("Kept"));
    let mut unit = store.begin(Access::Write).await.expect("a unit");
    unit.users().insert(&undone, Some("hash")).await.expect("an insert");
    drop(unit);
    commit(store, async |unit| unit.users().insert(&kept, Some("hash")).await).await;
    let found = read(store, async |unit| {
        Ok((unit.users().find(kept.id).await?, unit.users().find(undone.id).await?))
    });
    assert_eq!(found.await, (Some(kept), None));
}

/// A unit that is cancelled in the middle of a statement leaves nothing, and the next one can write.
pub async fn a_cancelled_unit_is_undone(store: &dyn Store) {
    for polls in 1..12 {
        let undone = user("Undone");
        let work = commit(store, async |unit| unit.users().insert(&undone, Some("hash")).await);
        let mut work = std::pin::pin!(work);
        let mut left = polls;
        let cancelled = std::future::poll_fn(|context| {
            left -= 1;
            match work.as_mut().poll(context) {
                std::task::Poll::Pending if left > 0 => std::task::Poll::Pending,
                polled => std::task::Poll::Ready(polled.is_pending()),
            }
        });
        if !cancelled.await {
            break;
        }
    }
    let kept = user("Kept");
    commit(store, async |unit| unit.users().insert(&kept, Some("hash")).await).await;
}

/// Readers see what is committed, while another writes, and without waiting for it.
pub async fn a_reader_sees_only_what_is_committed(store: &dyn Store) {
    let scene = scene(store).await;
    let new = user("New");
    let mut writer = store.begin(Access::Write).await.expect("a unit");
    writer.accounts().lock(&[scene.account.id]).await.expect("a lock");
    writer.users().insert(&new, Some("hash")).await.expect("an insert");
    let looks = async {
        assert_eq!(read(store, async |unit| unit.users().find(new.id).await).await, None);
        assert_eq!(stored(store, &scene.owner).await.as_ref(), Some(&scene.owner));
        assert!(store.access().revision(scene.account.id).await.expect("a revision").is_some());
        store.ping().await.expect("an answer");
    };
    tokio::time::timeout(Duration::from_secs(5), looks).await.expect("readers don't wait for a writer");
    writer.commit().await.expect("a commit");
    assert_eq!(read(store, async |unit| unit.users().find(new.id).await).await, Some(new));
}

/// A unit that only reads writes nothing, and its end tells of nothing.
pub async fn a_unit_that_reads_refuses_to_write(store: &dyn Store) {
    let new = user("New");
    let mut unit = store.begin(Access::Read).await.expect("a unit");
    unit.users().insert(&new, Some("hash")).await.expect_err("a refusal");
    assert_eq!(unit.commit().await.expect("an end"), Committed::default());
    assert_eq!(read(store, async |unit| unit.users().find(new.id).await).await, None);
}

/// Two that write wait for each other where they lock the same account, and both go on.
pub async fn who_locks_an_account_excludes_others(store: &dyn Store) {
    let account = account("Counted");
    commit(store, async |unit| unit.accounts().insert(&account).await).await;
    let raise = async || {
        commit(store, async |unit| {
            unit.accounts().lock(&[account.id]).await?;
            let mut seen = unit.accounts().find(account.id).await?.expect("the account");
            seen.version += 1;
            tokio::task::yield_now().await;
            unit.accounts().update(&seen).await
        })
        .await;
    };
    futures::future::join_all((0..32).map(|_| raise())).await;
    let seen = read(store, async |unit| unit.accounts().find(account.id).await).await;
    assert_eq!(seen.expect("the account").version, 33);
}
