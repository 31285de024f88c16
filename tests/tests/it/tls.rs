//! PostgreSQL and Redis over TLS: their certificates are checked, and who has none that is trusted is not spoken to.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use bailiwick_client::Typed;
use tempfile::TempDir;
use tokio::time::sleep;

use crate::clock::now;
use crate::parts::{Certificate, Disk, Postgres, RedisOverTls};
use crate::raw::Raw;
use crate::server::{Server, run};

/// Where certificates of the system are looked for.
const TRUSTED: &str = "SSL_CERT_FILE";

fn verified(postgres: &Postgres) -> String {
    postgres.url_with(&format!("sslmode=verify-full&sslrootcert={}", Certificate::authority().display()))
}

fn settings(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bailiwick.toml"), text).unwrap();
    folder
}

/// What `bailiwick migrate` says of a database: nothing where it connects.
#[track_caller]
fn said_of(database: &str) -> String {
    let folder = settings(&format!("database_url = \"{database}\"\n"));
    let done = run(folder.path(), &["migrate"]);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.success(), said.is_empty(), "{said}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_is_spoken_to_over_tls_as_its_url_says() {
    let mut postgres = Postgres::start(Disk::NotWaited).await;
    postgres.takes_only_tls().await;
    for good in
        [verified(&postgres), postgres.url_with("sslmode=require"), postgres.url_with("sslmode=prefer")]
    {
        assert_eq!(said_of(&good), "", "{good}");
    }
    let unknown = said_of(&postgres.url_with("sslmode=verify-full"));
    assert!(unknown.contains("certificate"), "{unknown}");
    let other_name = said_of(&verified(&postgres).replace("localhost", "127.0.0.1"));
    assert!(other_name.contains("certificate"), "{other_name}");
    let plain = said_of(&postgres.url_with("sslmode=disable"));
    assert!(plain.contains("no encryption"), "{plain}");
}

fn start(folder: &Path, trusted: &Path) -> Server {
    Server::start_with(folder, &[(TRUSTED, trusted.to_str().unwrap())], Stdio::inherit())
}

/// Whether it has all its parts.
async fn is_ready(server: &Server) -> bool {
    Raw::new(server, None).get("/readyz").await.body["status"] == "ready"
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_has_both_its_parts_over_tls() {
    let (mut postgres, redis) = (Postgres::start(Disk::NotWaited).await, RedisOverTls::start());
    postgres.takes_only_tls().await;
    let text = format!("database_url = \"{}\"\nredis_url = \"{}\"\n", verified(&postgres), redis.url());
    let folder = settings(&text);
    let server = start(folder.path(), &Certificate::authority());
    let asked = now();
    while !is_ready(&server).await {
        assert!(asked.elapsed() < Duration::from_secs(20), "it has no Redis");
        sleep(Duration::from_millis(20)).await;
    }
    let (ada, _) = server.sign_up("ada@example.com", "standard").await;
    ada.get_me().send().typed().await.unwrap();
    drop(server);
    // One that trusts no one who signed Redis's certificate has no Redis, and says so.
    let nobody = folder.path().join("none.pem");
    fs::write(&nobody, "").unwrap();
    assert!(!is_ready(&start(folder.path(), &nobody)).await);
}
