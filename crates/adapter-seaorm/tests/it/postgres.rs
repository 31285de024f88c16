//! What is PostgreSQL's own: nodes that start at once, and what its options say.

use bailiwick_adapter_seaorm::testing::TestDatabase;
use bailiwick_adapter_seaorm::{SqlOptions, SqlStore};
use bailiwick_ports::contract::fixtures::scene;

#[tokio::test]
async fn many_that_start_at_once_make_the_tables_once() {
    let database = TestDatabase::new().await;
    let open = || SqlStore::open(SqlOptions::from_url(&database.url()).unwrap());
    let stores = futures::future::join_all((0..8).map(|_| open())).await;
    for store in stores {
        scene(&store.unwrap()).await;
    }
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
