//! Usage over two nodes: every batch is sent to both at once while one of them is killed, and what that one did not answer is
//! sent again. The sums are exact, and whoever is told of limits is told once at each threshold, whichever node comes to it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::crash::kills;
use crate::crash_usage::{OF_A_BATCH, all_told, batch, total};
use crate::nodes::Nodes;
use crate::raw::{Answer, Raw};

const WRITERS: u64 = 4;
const BATCHES: u64 = 20;
/// How much is used in a round, and the limit on it.
const USED: u64 = WRITERS * BATCHES * OF_A_BATCH;
/// After so many per cent of a round's batches a node is killed: amid them, and right after mails about its limit were queued.
const MOMENTS: [u64; 4] = [50, 80, 95, 100];
/// An owner and an admin are told of limits; the developer is not.
const TOLD: [&str; 2] = ["ada@example.com", "bob@example.com"];

/// Sends batches, each to both nodes at once; those that one of the nodes did not answer.
async fn send(back_ends: [Raw; 2], batches: Vec<Value>, answered: watch::Sender<u64>) -> Vec<Value> {
    let mut left = Vec::new();
    for body in batches {
        let [here, there] = back_ends.each_ref().map(|node| node.try_send(Method::POST, "/v1/usage", &body));
        let (here, there) = tokio::join!(here, there);
        let answers: Vec<Answer> = [here, there].into_iter().flatten().collect();
        assert!(!answers.is_empty(), "the node that lives answers");
        if answers.len() < 2 {
            left.push(body);
        }
        for answer in answers {
            answer.expect(StatusCode::OK);
        }
        answered.send_modify(|answered| *answered += 1);
    }
    left
}

/// Two nodes, and an account with usage.
struct Life {
    nodes: Nodes,
    platform_key: String,
    owner: Option<String>,
    account: String,
    at: String,
}

impl Life {
    fn at_both(&self, token: Option<&str>) -> [Raw; 2] {
        [0, 1].map(|at| Raw::new(self.nodes.node(at), token))
    }

    /// What both nodes say was used of a metric.
    async fn used(&self, metric: &str) -> [u64; 2] {
        let [here, there] = self.at_both(self.owner.as_deref());
        [total(&here, &self.account, metric).await, total(&there, &self.account, metric).await]
    }

    fn back_ends(&self) -> [Raw; 2] {
        self.at_both(Some(&self.platform_key))
    }

    /// Writers use up a limit of a metric's own while a node is killed. How many batches that one left without an answer.
    async fn round(&mut self, round: u64) -> usize {
        let metric = format!("messages-{round}");
        let limits = json!({ "items": [{ "metric": metric, "period": "day", "limit": USED }] });
        let path = format!("/v1/accounts/{}/limits", self.account);
        let [owner, _] = self.at_both(self.owner.as_deref());
        owner.send(Method::PUT, &path, &[], Some(&limits)).await.expect(StatusCode::OK);
        let (answered, mut progress) = watch::channel(0);
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            let of_number = |number| batch(&self.account, &metric, &self.at, round, writer, number);
            let batches = (0..BATCHES).map(of_number).collect();
            writers.spawn(send(self.back_ends(), batches, answered.clone()));
        }
        let moment = WRITERS * BATCHES * MOMENTS[(round % 4) as usize] / 100;
        progress.wait_for(|answered| *answered >= moment).await.unwrap();
        self.nodes.kill_node(usize::from(round % 2 == 1));
        let left = writers.join_all().await.concat();
        self.nodes.are_ready().await;
        assert_eq!(self.used(&metric).await, [USED; 2], "all was answered by one, in round {round}");
        let count = left.len();
        assert!(send(self.back_ends(), left, answered).await.is_empty(), "both answer again");
        assert_eq!(self.used(&metric).await, [USED; 2], "nothing is counted twice, in round {round}");
        count
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_count_usage_once_and_tell_of_limits_once_when_one_is_killed() {
    let nodes = Nodes::start().await;
    let (ada, made) = nodes.node(0).sign_up(TOLD[0], "ably").await;
    nodes.node(1).join(&ada, &made.account.id, TOLD[1], "admin").await;
    nodes.node(1).join(&ada, &made.account.id, "cat@example.com", "developer").await;
    let mut life = Life {
        platform_key: nodes.node(0).platform_key(),
        nodes,
        owner: made.session.token.as_deref().map(str::to_owned),
        account: made.account.id.to_string(),
        at: made.user.created_at.to_rfc3339(),
    };
    let mut left = 0;
    for round in 0..kills() {
        left += life.round(round).await;
    }
    assert!(left > 0, "a killed node leaves batches without an answer");
    let told = all_told(life.nodes.node(0)).await;
    for round in 0..kills() {
        for (to, percent) in TOLD.into_iter().flat_map(|to| [(to, 80), (to, 100)]) {
            let texts =
                [format!("To: {to}"), format!("`messages-{round}`"), format!("told once at {percent} %")];
            let came = told.iter().filter(|mail| texts.iter().all(|text| mail.contains(text))).count();
            assert_eq!(came, 1, "{texts:?}");
        }
    }
    assert_eq!(told.len() as u64, kills() * 4, "and nobody else is told");
}
