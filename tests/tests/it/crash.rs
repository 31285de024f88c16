//! The power cut: SIGKILL at random moments under writes. What was acknowledged is there afterwards.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bailiwick_client::{Client, Typed, types};

use crate::server::{Server, grants, mails, unless_broken};

/// What the server acknowledged.
#[derive(Default)]
pub struct Acknowledged {
    pub apps: Vec<String>,
    pub invited: Vec<String>,
    /// The role that a member holds: the acknowledged one, or the one asked for last.
    pub role: Option<&'static str>,
    pub asked: Option<&'static str>,
    /// Writers whose server still answers end by this.
    pub stop: bool,
}

pub fn kills() -> u64 {
    std::env::var("BAILIWICK_TEST_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(4)
}

type Id = types::AccountId;

pub async fn make_apps(client: Client, acct: Id, round: u64, writer: u64, done: Arc<Mutex<Acknowledged>>) {
    for n in 0.. {
        let call =
            client.create_app().acct(&acct).body_map(|app| app.name(format!("app {round}-{writer}-{n}")));
        let Some(app) = unless_broken(call.send().typed().await) else { return };
        let mut done = done.lock().unwrap();
        done.apps.push(app.id.to_string());
        if done.stop {
            return;
        }
    }
}

pub async fn invite(client: Client, acct: Id, round: u64, writer: u64, done: Arc<Mutex<Acknowledged>>) {
    for n in 0.. {
        let email = format!("i{round}-{writer}-{n}@example.com");
        let call = client.create_invitation().acct(&acct);
        let call = call.body_map(|body| body.email(email.as_str()).grants(grants("developer")));
        let Some(_) = unless_broken(call.send().typed().await) else { return };
        let mut done = done.lock().unwrap();
        done.invited.push(email);
        if done.stop {
            return;
        }
    }
}

pub async fn change_role(client: Client, acct: Id, mbr: types::MemberId, done: Arc<Mutex<Acknowledged>>) {
    for role in ["billing", "developer"].into_iter().cycle() {
        done.lock().unwrap().asked = Some(role);
        let call = client.put_grants().acct(&acct).mbr(&mbr).body_map(|body| body.grants(grants(role)));
        let Some(_) = unless_broken(call.send().typed().await) else { return };
        let mut done = done.lock().unwrap();
        done.role = Some(role);
        if done.stop {
            return;
        }
    }
}

/// Every app of an account, over all the pages of the list.
async fn apps(client: &Client, acct: &Id) -> BTreeSet<String> {
    let (mut found, mut next) = (BTreeSet::new(), None);
    loop {
        let mut call = client.list_apps().acct(acct).limit(200);
        if let Some(cursor) = next {
            call = call.cursor(cursor);
        }
        let page = call.send().typed().await.unwrap().into_inner();
        found.extend(page.items.iter().map(|app| app.id.to_string()));
        next = page.next_cursor;
        if next.is_none() {
            return found;
        }
    }
}

/// The addresses of every invitation of an account, over all the pages of the list.
async fn invitations(client: &Client, acct: &Id) -> BTreeSet<String> {
    let (mut found, mut next) = (BTreeSet::new(), None);
    loop {
        let mut call = client.list_invitations().acct(acct).limit(200);
        if let Some(cursor) = next {
            call = call.cursor(cursor);
        }
        let page = call.send().typed().await.unwrap().into_inner();
        found.extend(page.items.into_iter().map(|invitation| invitation.email));
        next = page.next_cursor;
        if next.is_none() {
            return found;
        }
    }
}

pub async fn check(
    server: &Server,
    client: &Client,
    acct: &Id,
    mbr: &types::MemberId,
    done: &Mutex<Acknowledged>,
) {
    let (apps, invited) = (apps(client, acct).await, invitations(client, acct).await);
    let member = client.get_member().acct(acct).mbr(mbr).send().typed().await.unwrap();
    let held = member.grants.first().map(|grant| grant.role.as_str());
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

pub async fn every_mail_arrives(folder: &Path, invited: &[String]) {
    let mut missing: BTreeSet<&str> = invited.iter().map(String::as_str).collect();
    // What a killed server had taken is another's only after a while.
    for _ in 0..600 {
        for mail in mails(folder).iter().filter(|mail| mail.contains("accept?token=")) {
            let to = mail.lines().find_map(|line| line.strip_prefix("To: "));
            missing.remove(to.unwrap_or_default().trim());
        }
        if missing.is_empty() {
            return;
        }
        // A folder of another process gives no event to wait for.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{} mails did not come, such as that to {:?}", missing.len(), missing.first());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed_under_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path());
    let (ada, made) = server.sign_up("ada@example.com", "ably").await;
    let token = made.session.token.as_deref();
    let acct = made.account.id;
    let mbr = server.join(&ada, &acct, "bob@example.com", "developer").await.member.id;
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
