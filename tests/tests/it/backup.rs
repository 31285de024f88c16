//! What the page for operators says of backup and restore.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::StatusCode;
use serde_json::json;

use crate::raw::Raw;
use crate::server::{Server, mailed_token, run};

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
    let verified = run(other.path(), &["audit", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    let restored = Server::start(other.path());
    let client = Raw::new(&restored, None);
    let sign_in = json!({"email": "ada@example.com", "password": "correct horse"});
    client.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
    let verified = client.post(&format!("/v1/email-verifications/{token}"), &json!({})).await;
    assert!(verified.status.is_success(), "the key came along: {}", verified.body);
}

#[test]
fn a_backup_of_what_is_not_there_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let made = run(folder.path(), &["backup", "copy.db"]);
    assert!(!made.status.success() && !folder.path().join("copy.db").exists());
    assert!(String::from_utf8_lossy(&made.stderr).contains("bailiwick.db"));
}
