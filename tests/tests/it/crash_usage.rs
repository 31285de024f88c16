//! The power cut under usage records: SIGKILL while eight write, and every batch sent again afterwards. The sums are exact, and
//! a limit that is reached on the way is told of once.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::crash::kills;
use crate::raw::Raw;
use crate::server::{Server, mails};

const WRITERS: u64 = 8;
const BATCHES: u64 = 40;
const BATCH: u64 = 100;
/// How much the records of one batch that are in no other writer's come to.
pub const OF_A_BATCH: u64 = BATCH * (BATCH + 1) / 2;

/// A writer's batch; one in ten of its records is in the batch of another writer, too.
pub fn batch(account: &str, metric: &str, at: &str, round: u64, writer: u64, number: u64) -> Value {
    let record = |writer: u64, place: u64| {
        json!({ "account": account, "metric": metric, "quantity": place + 1, "at": at,
            "id": format!("{round}-{writer}-{number}-{place}") })
    };
    let own = (0..BATCH).map(|place| record(writer, place));
    let again = (0..BATCH).step_by(10).map(|place| record(writer ^ 1, place));
    own.chain(again).collect()
}

/// Sends all of a writer's batches, until the server is gone.
async fn write(back_end: Raw, account: String, at: String, round: u64, writer: u64) {
    for number in 0..BATCHES {
        let body = batch(&account, "messages", &at, round, writer, number);
        let Some(answer) = back_end.try_send(Method::POST, "/v1/usage", &body).await else { return };
        answer.expect(StatusCode::OK);
    }
}

pub async fn total(member: &Raw, account: &str, metric: &str) -> u64 {
    let path = format!("/v1/accounts/{account}/statistics?metric={metric}&bucket=month");
    let shown = member.get(&path).await.expect(StatusCode::OK);
    shown["items"].as_array().unwrap().iter().filter_map(|item| item["quantity"].as_u64()).sum()
}

/// The mails about limits that came.
fn told(server: &Server) -> Vec<String> {
    let unfolded = |mail: String| mail.replace("=\r\n", "").replace("=\n", "");
    let all = mails(&server.mail_folder()).into_iter().map(unfolded);
    all.filter(|mail| mail.contains("told once at")).collect()
}

/// Whether no mail about a limit waits.
fn all_are_sent(server: &Server) -> bool {
    let listed = server.run(&["outbox", "list"]);
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    !String::from_utf8_lossy(&listed.stdout).contains("usage_limit")
}

/// The mails about limits, once none waits.
pub async fn all_told(server: &Server) -> Vec<String> {
    // What a killed server had taken is another's only after a while, and a folder gives no event to wait for.
    for _ in 0..600 {
        if all_are_sent(server) {
            return told(server);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("mails about limits wait for a minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_is_counted_once_when_the_process_is_killed_and_all_is_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path());
    let (_, made) = server.sign_up("ada@example.com", "ably").await;
    let (token, account) = (made.session.token.as_deref().map(str::to_owned), made.account.id.to_string());
    let at = made.user.created_at.to_rfc3339();
    let key = server.platform_key();
    let each_round: u64 = WRITERS * BATCHES * OF_A_BATCH;
    let limits =
        json!({ "items": [{ "metric": "messages", "period": "month", "limit": each_round * kills() }] });
    let path = format!("/v1/accounts/{account}/limits");
    let owner = Raw::new(&server, token.as_deref());
    owner.send(Method::PUT, &path, &[], Some(&limits)).await.expect(StatusCode::OK);
    for round in 0..kills() {
        let back_end = Raw::new(&server, Some(&key));
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            writers.spawn(write(back_end.clone(), account.clone(), at.clone(), round, writer));
        }
        // The moment of the kill is what this test is about.
        tokio::time::sleep(Duration::from_millis(50 + round * 7919 % 300)).await;
        server.kill();
        writers.join_all().await;
        server = Server::start(folder.path());
        let (back_end, member) = (Raw::new(&server, Some(&key)), Raw::new(&server, token.as_deref()));
        let after_the_kill = total(&member, &account, "messages").await;
        assert!(after_the_kill <= each_round * (round + 1), "nothing is counted twice");
        for writer in 0..WRITERS {
            write(back_end.clone(), account.clone(), at.clone(), round, writer).await;
        }
        assert_eq!(
            total(&member, &account, "messages").await,
            each_round * (round + 1),
            "after kill {round}"
        );
    }
    let told = all_told(&server).await;
    let at = |percent: &str| told.iter().filter(|mail| mail.contains(percent)).count();
    assert_eq!([at("once at 80 %"), at("once at 100 %")], [1, 1], "once at each threshold");
}
