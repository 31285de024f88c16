//! What is this store's own: the file, other processes beside it, and its options.

use std::time::Duration;

use bailiwick_adapter_seaorm::{SqlOptions, SqlStore};
use bailiwick_ports::contract::fixtures::{account, commit, read, scene, stored, user};
use bailiwick_ports::{Access, Store, StoreError};

use crate::sqlite_file;

#[tokio::test]
async fn what_was_committed_is_there_after_reopening() {
    let (store, folder) = sqlite_file().await;
    let scene = scene(&store).await;
    store.close().await.unwrap();
    drop(store);
    let again = SqlStore::open(SqlOptions::file(folder.path().join("data/bailiwick.db"))).await.unwrap();
    assert_eq!(stored(&again, &scene.owner).await, Some(scene.owner));
}

#[tokio::test]
async fn many_that_start_at_once_make_the_tables_once() {
    let folder = tempfile::tempdir().unwrap();
    let open = || SqlStore::open(SqlOptions::file(folder.path().join("new/bailiwick.db")));
    let stores = futures::future::join_all((0..8).map(|_| open())).await;
    for store in stores {
        scene(&store.unwrap()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_side_by_side() {
    let (one, folder) = sqlite_file().await;
    let two = SqlStore::open(SqlOptions::file(folder.path().join("data/bailiwick.db"))).await.unwrap();
    let counted = account("Counted");
    commit(&one, async |unit| unit.accounts().insert(&counted).await).await;
    let raise = async |store: &SqlStore| {
        for _ in 0..20 {
            commit(store, async |unit| {
                unit.accounts().lock(&[counted.id]).await?;
                let mut seen = unit.accounts().find(counted.id).await?.unwrap();
                seen.version += 1;
                unit.accounts().update(&seen).await
            })
            .await;
        }
    };
    futures::future::join4(raise(&one), raise(&two), raise(&one), raise(&two)).await;
    for store in [&one, &two] {
        let seen = read(store, async |unit| unit.accounts().find(counted.id).await).await;
        assert_eq!(seen.unwrap().version, 81);
    }
}

#[tokio::test]
async fn a_writer_waits_for_its_turn_for_a_bounded_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut options = SqlOptions::file(folder.path().join("bailiwick.db"));
    options.write_wait = Duration::from_millis(500);
    let here = SqlStore::open(options.clone()).await.unwrap();
    let beside = SqlStore::open(options).await.unwrap();
    let held = here.begin(Access::Write).await.unwrap();
    for store in [&here, &beside] {
        let refused = store.begin(Access::Write).await.err();
        assert!(matches!(refused, Some(StoreError::Unavailable(_))), "{refused:?}");
    }
    held.rollback().await.unwrap();
    here.begin(Access::Write).await.unwrap().rollback().await.unwrap();
    beside.begin(Access::Write).await.unwrap().rollback().await.unwrap();
}

async fn strict() -> (SqlStore, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut options = SqlOptions::file(folder.path().join("bailiwick.db"));
    options.panic_on_dropped_unit = true;
    (SqlStore::open(options).await.expect("a store"), folder)
}

#[tokio::test]
#[should_panic(expected = "dropped without commit or rollback")]
async fn a_dropped_unit_panics_when_asked_to() {
    let (store, _folder) = strict().await;
    let mut unit = store.begin(Access::Write).await.unwrap();
    unit.users().insert(&user("Ada"), Some("hash")).await.unwrap();
}

#[tokio::test]
async fn a_unit_that_wrote_nothing_may_be_dropped() {
    let (store, _folder) = strict().await;
    let scene = scene(&store).await;
    let mut unit = store.begin(Access::Write).await.unwrap();
    unit.accounts().lock(&[scene.account.id]).await.unwrap();
    drop(unit);
    drop(store.begin(Access::Read).await.unwrap());
    store.begin(Access::Write).await.unwrap().rollback().await.unwrap();
}

#[test]
fn a_file_is_named_by_its_url() {
    for (url, path) in [
        ("sqlite:data/bailiwick.db", "data/bailiwick.db"),
        ("sqlite://data/bailiwick.db?mode=rwc", "data/bailiwick.db"),
        ("sqlite:///var/lib/bailiwick.db", "/var/lib/bailiwick.db"),
    ] {
        assert_eq!(SqlOptions::from_url(url).unwrap().shown(), path, "{url}");
    }
    for url in
        ["", "sqlite:", "sqlite::memory:", "sqlite://x?mode=memory", "data/bailiwick.db", "mysql://x/y"]
    {
        assert!(SqlOptions::from_url(url).is_err(), "{url}");
    }
}
