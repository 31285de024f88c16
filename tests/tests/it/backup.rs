//! What the page for operators says of backup and restore.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::StatusCode;
use serde_json::json;

use crate::raw::Raw;
use crate::server::{Server, mailed_token, run};

/// What was restored into a folder verifies, takes Ada's password, and takes the token that she was mailed before.
async fn is_whole(folder: &Path, token: &str) {
    let verified = run(folder, &["audit", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    let restored = Server::start(folder);
    let client = Raw::new(&restored, None);
    let sign_in = json!({"email": "ada@example.com", "password": "correct horse"});
    client.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
    let verified = client.post(&format!("/v1/email-verifications/{token}"), &json!({})).await;
    assert!(verified.status.is_success(), "the key came along: {}", verified.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_server_that_serves_is_whole_where_it_is_restored() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Server::start(folder.path());
    server.sign_up("ada@example.com", "ably").await;
    let token = mailed_token(&server.mail_folder(), "ada@example.com", "/verify-email?token=").await;
    // Someone writes all the while.
    let (_, bob) = server.sign_up("bob@example.com", "ably").await;
    let writer = Raw::new(&server, bob.session.token.as_deref());
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let writing = tokio::spawn(async move {
        while !stopped.load(Ordering::Relaxed) {
            writer
                .post("/v1/accounts", &json!({"name": "More", "role_model": "ably"}))
                .await
                .expect(StatusCode::CREATED);
        }
    });
    let copy = folder.path().join("copy.db");
    let made = server.run(&["backup", "copy.db"]);
    stop.store(true, Ordering::Relaxed);
    writing.await.unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let again = server.run(&["backup", "copy.db"]);
    assert!(!again.status.success(), "a backup is never written over");

    let data = other.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::copy(&copy, data.join("bailiwick.db")).unwrap();
    fs::copy(folder.path().join("data/secret.key"), data.join("secret.key")).unwrap();
    is_whole(other.path(), &token).await;
}

#[test]
fn a_backup_of_what_is_not_there_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let made = run(folder.path(), &["backup", "copy.db"]);
    assert!(!made.status.success() && !folder.path().join("copy.db").exists());
    assert!(String::from_utf8_lossy(&made.stderr).contains("bailiwick.db"));
}

/// A database of its own on the tests' PostgreSQL; it goes with this value.
struct Database {
    server: String,
    name: String,
}

fn tool(name: &str, arguments: &[&str]) {
    let done = Command::new(name).args(arguments).output().unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
}

impl Database {
    fn new(server: &str, name: &str) -> Self {
        let name = format!("{name}_{}", std::process::id());
        tool("createdb", &["--maintenance-db", server, &name]);
        Self { server: server.to_owned(), name }
    }
    fn url(&self) -> String {
        let (place, _) = self.server.rsplit_once('/').unwrap();
        format!("{place}/{}", self.name)
    }
    /// A folder whose server and commands use it.
    fn folder(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("bailiwick.toml"), format!("database_url = {:?}\n", self.url()))
            .unwrap();
        folder
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let name = ["--force", "--maintenance-db", &self.server, &self.name];
        let _ = Command::new("dropdb").args(name).output();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_of_postgresql_is_whole_where_it_is_restored() {
    let Ok(at) = std::env::var("BAILIWICK_TEST_POSTGRES_URL") else {
        println!("left out: BAILIWICK_TEST_POSTGRES_URL names no PostgreSQL; `cargo xtask test` brings one");
        return;
    };
    if Command::new("pg_dump").arg("--version").output().is_err() {
        println!("left out: PostgreSQL's own tools (pg_dump and its kin) are not on this machine");
        return;
    }
    let (before, after) = (Database::new(&at, "before"), Database::new(&at, "after"));
    let (folder, other) = (before.folder(), after.folder());
    let server = Server::start(folder.path());
    server.sign_up("ada@example.com", "ably").await;
    let token = mailed_token(&server.mail_folder(), "ada@example.com", "/verify-email?token=").await;
    let dump = folder.path().join("bailiwick.dump");
    let dump = dump.to_str().unwrap();
    tool("pg_dump", &["--format=custom", "--file", dump, &before.url()]);
    assert!(!server.run(&["backup", "copy.db"]).status.success(), "that is for SQLite");

    tool("pg_restore", &["--no-owner", "--exit-on-error", "--dbname", &after.url(), dump]);
    fs::create_dir(other.path().join("data")).unwrap();
    fs::copy(folder.path().join("data/secret.key"), other.path().join("data/secret.key")).unwrap();
    is_whole(other.path(), &token).await;
}
