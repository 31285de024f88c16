//! The power cut: SIGKILL at random moments under writes. What was acknowledged is there afterwards.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::server::{Client, Server, mailed_token, mails};

/// What the server acknowledged.
#[derive(Default)]
struct Acknowledged {
    apps: Vec<String>,
    invited: Vec<String>,
    /// The role that a member holds: the acknowledged one, or the one asked for last.
    role: Option<&'static str>,
    asked: Option<&'static str>,
}

fn kills() -> u64 {
    std::env::var("BAILIWICK_TEST_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(4)
}

async fn make_apps(client: Client, acct: String, round: u64, writer: u64, done: Arc<Mutex<Acknowledged>>) {
    for n in 0.. {
        let body = json!({"name": format!("app {round}-{writer}-{n}")});
        let Some(answer) =
            client.try_send(Method::POST, &format!("/v1/accounts/{acct}/apps"), Some(&body)).await
        else {
            return;
        };
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        done.lock().unwrap().apps.push(answer.body["id"].as_str().unwrap().to_owned());
    }
}

async fn invite(client: Client, acct: String, round: u64, writer: u64, done: Arc<Mutex<Acknowledged>>) {
    for n in 0.. {
        let email = format!("i{round}-{writer}-{n}@example.com");
        let body = json!({"email": email, "grants": [{"role": "developer", "resource": {"type": "account", "id": acct}}]});
        let sent =
            client.try_send(Method::POST, &format!("/v1/accounts/{acct}/invitations"), Some(&body)).await;
        let Some(answer) = sent else { return };
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        done.lock().unwrap().invited.push(email);
    }
}

async fn change_role(client: Client, acct: String, mbr: String, done: Arc<Mutex<Acknowledged>>) {
    for role in ["billing", "developer"].into_iter().cycle() {
        done.lock().unwrap().asked = Some(role);
        let body = json!({"grants": [{"role": role, "resource": {"type": "account", "id": acct}}]});
        let sent = client
            .try_send(Method::PUT, &format!("/v1/accounts/{acct}/members/{mbr}/grants"), Some(&body))
            .await;
        let Some(answer) = sent else { return };
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        done.lock().unwrap().role = Some(role);
    }
}

/// Every item of a list, over all its pages.
async fn all(client: &Client, path: &str) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = client.get(&format!("{path}?limit=200{cursor}")).await.expect(StatusCode::OK);
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

async fn check(server: &Server, client: &Client, acct: &str, mbr: &str, done: &Mutex<Acknowledged>) {
    let ids = |items: Vec<Value>, field: &str| -> BTreeSet<String> {
        items.iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
    };
    let apps = ids(all(client, &format!("/v1/accounts/{acct}/apps")).await, "id");
    let invited = ids(all(client, &format!("/v1/accounts/{acct}/invitations")).await, "email");
    let member = client.get(&format!("/v1/accounts/{acct}/members/{mbr}")).await.expect(StatusCode::OK);
    let held = member["grants"][0]["role"].as_str();
    let mut done = done.lock().unwrap();
    for app in &done.apps {
        assert!(apps.contains(app), "the acknowledged app {app} is gone");
    }
    for email in &done.invited {
        assert!(invited.contains(email), "the acknowledged invitation of {email} is gone");
    }
    assert!(
        held == done.role || held == done.asked,
        "holds {held:?}, acknowledged {:?}, asked {:?}",
        done.role,
        done.asked
    );
    done.role = ["billing", "developer"].into_iter().find(|role| Some(*role) == held);
    let verified = server.run(&["audit", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}

async fn every_mail_arrives(folder: &Path, invited: &[String]) {
    for email in invited {
        mailed_token(folder, email, "accept?token=").await;
    }
    let links: Vec<String> =
        mails(folder).iter().filter(|mail| mail.contains("accept?token=")).cloned().collect();
    assert!(links.len() >= invited.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed_under_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path());
    let (ada, made) = server.sign_up("ada@example.com", "ably").await;
    let token = made["session"]["token"].as_str();
    let acct = made["account"]["id"].as_str().unwrap().to_owned();
    let body = json!({"email": "bob@example.com", "grants": [{"role": "developer", "resource": {"type": "account", "id": acct}}]});
    ada.post(&format!("/v1/accounts/{acct}/invitations"), &body).await.expect(StatusCode::CREATED);
    let link = mailed_token(&server.mail_folder(), "bob@example.com", "accept?token=").await;
    let body = json!({"token": link, "name": "Bob", "password": "battery staple"});
    let joined = server.client(None).post("/v1/invitations/accept", &body).await;
    let mbr = joined.body["member"]["id"].as_str().unwrap().to_owned();
    let done = Arc::new(Mutex::new(Acknowledged { role: Some("developer"), ..Acknowledged::default() }));
    for round in 0..kills() {
        let client = server.client(token);
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..3 {
            writers.spawn(make_apps(client.clone(), acct.clone(), round, writer, Arc::clone(&done)));
            writers.spawn(invite(client.clone(), acct.clone(), round, writer, Arc::clone(&done)));
        }
        writers.spawn(change_role(client, acct.clone(), mbr.clone(), Arc::clone(&done)));
        // The moment of the kill is what this test is about.
        tokio::time::sleep(Duration::from_millis(100 + round * 7919 % 500)).await;
        server.kill();
        writers.join_all().await;
        server = Server::start(folder.path());
        check(&server, &server.client(token), &acct, &mbr, &done).await;
    }
    let invited = std::mem::take(&mut done.lock().unwrap().invited);
    assert!(invited.len() as u64 >= kills(), "only {} invitations were made", invited.len());
    every_mail_arrives(&server.mail_folder(), &invited).await;
    println!(
        "{} kills: {} apps and {} invitations acknowledged, none lost",
        kills(),
        done.lock().unwrap().apps.len(),
        invited.len()
    );
}
