//! What is PostgreSQL's own: nodes that start at once, a server that is away, and the keys of its tables.

use std::time::Duration;

use bailiwick_adapter_seaorm::testing::TestDatabase;
use bailiwick_adapter_seaorm::{SqlOptions, SqlStore};
use bailiwick_ports::contract::fixtures::scene;
use bailiwick_ports::{Access, Store, StoreError};
use futures::future::join_all;
use sea_orm::{ConnectionTrait, Database, Statement};
use tokio::time::timeout;

use crate::postgres_database;
use crate::proxy::Proxy;

#[tokio::test]
async fn many_that_start_at_once_make_the_tables_once() {
    let database = TestDatabase::new().await;
    let open = || SqlStore::open(SqlOptions::from_url(&database.url()).unwrap());
    let stores = join_all((0..8).map(|_| open())).await;
    for store in stores {
        scene(&store.unwrap()).await;
    }
}

/// How long anyone waits at most for a server that is away; a second, and some for a machine that is busy.
const AT_MOST: Duration = Duration::from_secs(3);

/// One of each way to the database: a unit that writes, a read of a unit, and a read for a decision.
async fn each_way(store: &SqlStore) -> [Result<(), StoreError>; 3] {
    let account = bailiwick_ports::contract::fixtures::account("Nobody's").id;
    let writes = async { store.begin(Access::Write).await?.rollback().await };
    let reads = async { store.begin(Access::Read).await?.accounts().find(account).await.map(drop) };
    let decides = async { store.access().revision(account).await.map(drop) };
    let (writes, reads, decides) = futures::join!(writes, reads, decides);
    [writes, reads, decides]
}

/// Everyone is told soon that the server is away.
async fn is_away(store: &SqlStore) {
    for _ in 0..5 {
        let answers = join_all((0..10).map(|_| each_way(store)));
        let answers = timeout(AT_MOST, answers).await.expect("nobody waits for a server that is away");
        for answer in answers.iter().flatten() {
            assert!(matches!(answer, Err(StoreError::Unavailable(_))), "{answer:?}");
        }
    }
    assert!(matches!(store.ping().await, Err(StoreError::Unavailable(_))));
}

/// It is back soon, for everyone.
async fn comes_back(store: &SqlStore) {
    let back = async {
        while store.ping().await.is_err() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(AT_MOST, back).await.expect("the server is seen to be back");
    for answer in join_all((0..10).map(|_| each_way(store))).await.iter().flatten() {
        assert!(answer.is_ok(), "{answer:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_keeps_nobody_waiting_and_is_seen_when_it_is_back() {
    let proxy = Proxy::new().await;
    let store = SqlStore::open(SqlOptions::from_url(&proxy.url()).unwrap()).await.unwrap();
    let before = scene(&store).await;
    for _ in 0..3 {
        proxy.cut().await;
        is_away(&store).await;
        proxy.mend().await;
        comes_back(&store).await;
    }
    assert!(store.access().revision(before.account.id).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_says_nothing_keeps_nobody_waiting_and_is_seen_when_it_is_back() {
    let proxy = Proxy::new().await;
    let store = SqlStore::open(SqlOptions::from_url(&proxy.url()).unwrap()).await.unwrap();
    scene(&store).await;
    let begun = store.begin(Access::Write).await.unwrap();
    proxy.freeze();
    is_away(&store).await;
    let ended = timeout(AT_MOST, begun.commit()).await.expect("nor does who had begun");
    assert!(matches!(ended, Err(StoreError::Unavailable(_))), "{ended:?}");
    proxy.thaw();
    comes_back(&store).await;
}

#[tokio::test]
async fn a_start_waits_for_a_server_for_a_bounded_time_and_not_for_a_wrong_name() {
    let proxy = Proxy::new().await;
    let mut options = SqlOptions::from_url(&proxy.url()).unwrap();
    options.start_wait = Duration::from_millis(300);
    proxy.cut().await;
    let refused = SqlStore::open(options.clone()).await.unwrap_err().to_string();
    assert!(refused.contains("did not answer"), "{refused}");
    options.start_wait = Duration::from_secs(30);
    let (store, ()) = futures::join!(SqlStore::open(options), proxy.mend());
    scene(&store.unwrap()).await;
    let nowhere = proxy.database.url().replacen("/bailiwick_test_", "/bailiwick_nowhere_", 1);
    let nowhere = SqlOptions::from_url(&nowhere).unwrap();
    let refused = timeout(AT_MOST, SqlStore::open(nowhere)).await.expect("no wait").unwrap_err().to_string();
    assert!(refused.contains("does not exist"), "{refused}");
}

/// Keys that do not begin with the account, and why. Who distributes the tables by account keeps these names in a table
/// of their own that every server has.
const OF_THE_DEPLOYMENT: &[(&str, &str)] = &[
    // A resource's type and id are unique in the deployment, since decisions name it by them alone.
    ("resources", "uq_resources_name"),
    // A domain is proven to be one account's.
    ("sso_domains", "uq_sso_domains_proven"),
];

#[tokio::test]
async fn what_is_an_accounts_has_its_id_in_every_key() {
    let (_store, database) = postgres_database().await;
    let on = Database::connect(database.url()).await.unwrap();
    let keys = "SELECT t.relname::text, i.relname::text, x.indkey::int2[] @> ARRAY[a.attnum] \
                FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid \
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'account_id' \
                WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace";
    let rows = on.query_all_raw(Statement::from_string(on.get_database_backend(), keys)).await.unwrap();
    assert!(rows.len() >= 7, "{}", rows.len());
    for row in rows {
        let [table, key]: [String; 2] = [0, 1].map(|at| row.try_get_by_index(at).unwrap());
        let has_account: bool = row.try_get_by_index(2).unwrap();
        let is_global = OF_THE_DEPLOYMENT.contains(&(table.as_str(), key.as_str()));
        assert_ne!(has_account, is_global, "{key} of {table}");
    }
    on.close().await.unwrap();
}

#[test]
fn a_password_is_never_shown() {
    let url = "postgres://ada:s3cret@db.example.com:6432/accounts?sslmode=require";
    let options = SqlOptions::from_url(url).unwrap();
    assert_eq!(options.shown(), "PostgreSQL database accounts at db.example.com:6432");
    assert!(!format!("{options:?}").contains("s3cret"));
    let broken = SqlOptions::from_url("postgres://ada:s3cret@db.example.com:6432/accounts?sslmode=wrong");
    assert!(!broken.unwrap_err().to_string().contains("s3cret"));
}
