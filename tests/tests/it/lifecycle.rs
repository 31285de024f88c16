//! Starting, stopping, and the commands beside a running server.

use std::process::Stdio;

use bailiwick_client::Typed;
use reqwest::StatusCode;
use serde_json::json;

use crate::raw::Raw;
use crate::server::{Server, mails, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_under_way_is_finished_when_the_server_is_told_to_stop() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let client = server.client(None);
    // Hashing the password keeps a sign-up under way for a while.
    let sign_ups: Vec<_> = (0..4)
        .map(|n| {
            let client = client.clone();
            tokio::spawn(async move {
                let call = client.sign_up().body_map(|body| {
                    body.email(format!("user{n}@example.com"))
                        .password("correct horse")
                        .name("Ada")
                        .account_name("Acme")
                });
                call.send().typed().await
            })
        })
        .collect();
    // The first answer shows that all were taken up.
    let mut sign_ups = sign_ups.into_iter();
    let first = sign_ups.next().unwrap().await.unwrap();
    let stopped = tokio::task::spawn_blocking(move || server.terminate()).await.unwrap();
    assert!(stopped.success(), "{stopped}");
    assert_eq!(first.unwrap().status(), 201);
    for sign_up in sign_ups {
        assert_eq!(sign_up.await.unwrap().unwrap().status(), 201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_and_data_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let (ada, made) = server.sign_up("ada@example.com", "ably").await;
    let me = ada.get_me().send().typed().await.unwrap();
    assert_eq!(me.id, made.user.id);
    assert!(server.terminate().success());
    let server = Server::start(folder.path());
    let again = server.client(made.session.token.as_deref()).get_me().send().typed().await.unwrap();
    assert_eq!((&again.id, again.created_at), (&me.id, me.created_at));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_hashed_anew_at_the_sign_in_after_the_cost_rises() {
    let folder = tempfile::tempdir().unwrap();
    let stored = |cost: &str| {
        let data = folder.path().join("data");
        let bytes = ["bailiwick.db", "bailiwick.db-wal"]
            .map(|name| std::fs::read(data.join(name)).unwrap_or_default());
        bytes.concat().windows(cost.len()).any(|window| window == cost.as_bytes())
    };
    let server = Server::start(folder.path());
    server.sign_up("ada@example.com", "ably").await;
    assert!(stored("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(server.terminate().success());
    let dearer = [("BAILIWICK_PASSWORD_PASSES", "3")];
    let server = Server::start_with(folder.path(), &dearer, Stdio::inherit());
    for _ in 0..2 {
        let anyone = server.client(None);
        let call = anyone.sign_in().body_map(|body| body.email("ada@example.com").password("correct horse"));
        call.send().typed().await.unwrap();
        assert!(stored("$argon2id$v=19$m=19456,t=3,p=1$"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_health_the_spec_and_the_metrics_are_served() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let client = server.client(None);
    assert_eq!(client.get_health().send().typed().await.unwrap().status, "ok");
    assert_eq!(client.get_readiness().send().typed().await.unwrap().status, "ready");
    assert_eq!(client.get_metrics().send().typed().await.unwrap().status(), 200);
    // The document and the page that shows it are not in the document, and so not in the client.
    assert!(server.page("/docs").await.contains("<html"));
    let over_http: serde_json::Value = serde_json::from_str(&server.page("/openapi.json").await).unwrap();
    let printed: serde_json::Value = serde_json::from_slice(&server.run(&["openapi"]).stdout).unwrap();
    assert_eq!(over_http, printed);
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_are_run_as_of_a_time_deliver_the_reminders_that_they_make() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let (_, made) = server.sign_up("ada@example.com", "ably").await;
    let ada = Raw::new(&server, made.session.token.as_deref());
    let post = async |path: &str, body| ada.post(path, &body).await.expect(StatusCode::CREATED);
    let all = format!("/v1/accounts/{}/integrations", *made.account.id);
    let sint = post(&all, json!({ "name": "Deploy", "grants": [] })).await;
    let keys = format!("{all}/{}/keys", sint["id"].as_str().unwrap());
    post(&keys, json!({ "name": "CI", "expires_at": "2100-01-09T00:00:00Z" })).await;
    let mail_folder = server.mail_folder();
    // Nobody else is left to deliver.
    assert!(server.terminate().success());
    let reminders = |as_of: &str| {
        let ran = run(folder.path(), &["jobs", "run", "--as-of", as_of]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let subject = "Subject: A key of Deploy expires on 2100-01-09";
        let told = |mail: &String| mail.contains(subject) && mail.contains("To: ada@example.com");
        mails(&mail_folder).iter().filter(|mail| told(mail)).count()
    };
    let told = [
        ("2100-01-01T23:59:59Z", 0),
        ("2100-01-02T00:00:00Z", 1),
        ("2100-01-02T00:00:00Z", 1),
        ("2100-01-08T00:00:00Z", 2),
        ("2100-01-09T00:00:00Z", 2),
    ];
    for (as_of, times) in told {
        assert_eq!(reminders(as_of), times, "as of {as_of}");
    }
    let refused = run(folder.path(), &["jobs", "run", "--as-of", "tomorrow"]);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("--as-of"), "{said}");
}

#[test]
fn role_models_are_checked_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let models = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/domain/role_models");
    let (ably, pubnub) = (format!("{models}/ably.toml"), format!("{models}/pubnub.toml"));
    let checked = run(folder.path(), &["role-model", "check", &ably]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let changed =
        std::fs::read_to_string(&ably).unwrap().replacen("\"member.invite\"", "\"member.invites\"", 1);
    let wrong = folder.path().join("wrong.toml");
    std::fs::write(&wrong, changed).unwrap();
    let refused = run(folder.path(), &["role-model", "check", wrong.to_str().unwrap()]);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(
        !refused.status.success() && said.contains("wrong.toml:") && said.contains("member.invites"),
        "{said}"
    );
    let diff = String::from_utf8(run(folder.path(), &["role-model", "diff", &ably, &pubnub]).stdout).unwrap();
    assert!(diff.lines().any(|line| line.starts_with("+ app-admin: key.manage")), "{diff}");
}

#[test]
fn a_setting_that_can_not_be_meant_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bailiwick.toml"), "listen = \"nowhere\"\n").unwrap();
    let refused = run(folder.path(), &["migrate"]);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("listen"), "{said}");
}
