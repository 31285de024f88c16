//! Mails of two server processes on one database, to one real mail server: each once, and none lost when a process is
//! killed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use bailiwick_client::{Typed, types};
use serde_json::Value;

use crate::server::Server;

/// Where `cargo xtask test` says it is, else where that put it before.
fn python() -> PathBuf {
    std::env::var_os("BAILIWICK_TEST_SMTP_PYTHON").map_or_else(
        || {
            let tests = std::env::current_exe().unwrap();
            let installed = tests.ancestors().nth(3).unwrap().join("tools/py/bin/python");
            assert!(installed.is_file(), "no Python with aiosmtpd: run `cargo xtask test`");
            installed
        },
        PathBuf::from,
    )
}

/// The mail server that the tests of SMTP use too.
struct MailServer {
    child: Child,
    took: Receiver<Value>,
    url: String,
}

impl MailServer {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/adapter-smtp/tests/it/server.py");
        let mut child = Command::new(python()).arg(script).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        let (take, took) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let said: Value = serde_json::from_str(&line).unwrap();
                if said.get("took").is_some() && take.send(said).is_err() {
                    return;
                }
            }
        });
        Self { child, took, url: format!("smtp://127.0.0.1:{}", first["port"]) }
    }

    /// How often each message came, by its id, once so many did; and what else came by then.
    fn took(&self, messages: usize) -> BTreeMap<String, usize> {
        let mut times = BTreeMap::new();
        while times.len() < messages {
            let said = self.took.recv_timeout(Duration::from_mins(1)).expect("every mail comes");
            *times.entry(said["id"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        for said in self.took.try_iter() {
            *times.entry(said["id"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        times
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(folder: &Path, mail: &MailServer) -> Server {
    Server::start_with(folder, &[("BAILIWICK_SMTP_URL", &mail.url)], Stdio::inherit())
}

/// Who may invite into an account.
struct Owner {
    token: Option<String>,
    account: types::AccountId,
}

impl Owner {
    async fn sign_up(server: &Server) -> Self {
        let (_, made) = server.sign_up("ada@example.com", "standard").await;
        Self { token: made.session.token, account: made.account.id }
    }

    /// Invites an address; the invitation is acknowledged.
    async fn invite(&self, server: &Server, email: &str) {
        let client = server.client(self.token.as_deref());
        let call = client.create_invitation().acct(&self.account).body_map(|body| body.email(email));
        call.send().typed().await.unwrap();
    }
}

fn listed(server: &Server, arguments: &[&str]) -> Vec<String> {
    let output = server.run(&[&["outbox", "list"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().skip(1).map(str::to_owned).collect()
}

/// The outbox of a server as soon as it is as it should be.
async fn eventually(
    server: &Server,
    arguments: &[&str],
    is_right: impl Fn(&[String]) -> bool,
) -> Vec<String> {
    for _ in 0..300 {
        let lines = listed(server, arguments);
        if is_right(&lines) {
            return lines;
        }
        // A row of another process gives no event to wait for.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the outbox stays as it is: {:#?}", listed(server, arguments))
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_send_each_mail_once() {
    let (folder, mail) = (tempfile::tempdir().unwrap(), MailServer::start());
    let servers = [start(folder.path(), &mail), start(folder.path(), &mail)];
    let owner = Owner::sign_up(&servers[0]).await;
    for number in 0..100 {
        owner.invite(&servers[number % 2], &format!("guest{number}@example.com")).await;
    }
    eventually(&servers[0], &[], <[String]>::is_empty).await;
    for server in servers {
        assert!(server.terminate().success());
    }
    let took = mail.took(101);
    assert_eq!(
        (took.len(), took.values().sum::<usize>()),
        (101, 101),
        "the owner's own mail, and 100 invitations"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_mail_is_lost_when_one_of_two_processes_is_killed() {
    let (folder, mail) = (tempfile::tempdir().unwrap(), MailServer::start());
    let stays = start(folder.path(), &mail);
    let owner = Owner::sign_up(&stays).await;
    let mut acknowledged = 1;
    for round in 0..3 {
        let mut dies = start(folder.path(), &mail);
        for number in 0..25 {
            owner.invite(&dies, &format!("guest{round}-{number}@example.com")).await;
            acknowledged += 1;
        }
        dies.kill();
    }
    eventually(&stays, &[], <[String]>::is_empty).await;
    let took = mail.took(acknowledged);
    assert_eq!(took.len(), acknowledged);
    println!("{acknowledged} mails, sent {} times, with 3 kills", took.values().sum::<usize>());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_sees_dead_mails_and_retries_them() {
    let (folder, mail) = (tempfile::tempdir().unwrap(), MailServer::start());
    let server = start(folder.path(), &mail);
    let owner = Owner::sign_up(&server).await;
    owner.invite(&server, "unknown@example.com").await;
    let dead = eventually(&server, &["--dead"], |lines| lines.len() == 1).await;
    let columns: Vec<&str> = dead[0].split('\t').collect();
    assert_eq!((columns[1], columns[3]), ("invitation", "1"));
    assert!(columns[4].starts_with("dead since ") && columns[5].contains("550 5.1.1"), "{}", dead[0]);
    assert!(!dead[0].contains("example.com"), "{}", dead[0]);
    let retried = server.run(&["outbox", "retry", columns[0]]);
    assert!(retried.status.success(), "{}", String::from_utf8_lossy(&retried.stderr));
    eventually(&server, &["--dead"], |lines| lines.len() == 1 && lines != dead).await;
    assert!(server.run(&["outbox", "retry", "--all"]).status.success());
    for wrong in
        [&["outbox", "retry"][..], &["outbox", "retry", "dlv_1"], &["outbox", "list", "--after", "x"]]
    {
        assert!(!server.run(wrong).status.success(), "{wrong:?}");
    }
    assert!(server.run(&["audit", "verify"]).status.success());
}
