//! What is measured, and with what it is compared.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::http::request;
use crate::load::Requests;
use crate::peer;
use crate::world::{Member, World};

mod writes;

pub const ANSWER: &str = "bare answer";
pub const STATEMENT: &str = "bare statement";
pub const EVALUATION: &str = "evaluation";
pub const EVERYWHERE: &str = "evaluation, every account";
pub const KEY: &str = "key verified";
pub const BATCH: &str = "batch of 20";
pub const JOIN: &str = "bare session join";
pub const SESSION: &str = "session check";
pub const QUERY: &str = "bare member query";
pub const SMALL: &str = "member list, 100 members";
pub const LARGE: &str = "member list, 100,000 members";
pub const PAGE_1000: &str = "member list, page 1,000";
pub const COMMIT: &str = "bare commit";
pub const INVITATION: &str = "invitation";
pub const INVITATION_10K: &str = "invitation, 10,000 pending";
pub const ACCEPTANCE: &str = "acceptance";
pub const GRANTS: &str = "grants change";
/// What the issue of the large data is about: measured there, too.
pub const ON_BOTH: [&str; 8] = [EVALUATION, SESSION, SMALL, LARGE, PAGE_1000, INVITATION, ACCEPTANCE, GRANTS];
/// What follows such a case's name.
pub const GROWN: &str = ", on large data";

/// Of reads, no bound: time ends a slice.
const READS: u64 = 1_000_000;
/// Each invitation is followed by a mail, which waits for the disk.
pub const WRITES: u32 = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum On {
    Server,
    Bare,
    /// The server on the large data.
    Grown,
    Peer,
}

pub struct Case {
    pub name: String,
    pub on: On,
    /// The case that it is compared with.
    pub against: Option<String>,
    /// For each slice, in turn.
    pub requests: Vec<Arc<Requests>>,
    /// In a slice.
    pub most: u64,
    /// Whether work goes on when the answer is there.
    pub settles: bool,
}

impl Case {
    pub fn read(name: &str, on: On, against: Option<&str>, requests: Vec<Vec<u8>>) -> Self {
        let (name, against) = (name.to_owned(), against.map(str::to_owned));
        Self { name, on, against, requests: vec![Requests::new(requests)], most: READS, settles: false }
    }

    pub fn write(name: &str, on: On, against: &str, slices: Vec<Vec<Vec<u8>>>) -> Self {
        let requests = slices.into_iter().map(Requests::new).collect();
        let (name, against) = (name.to_owned(), Some(against.to_owned()));
        Self { name, on, against, requests, most: WRITES.into(), settles: true }
    }

    /// The same on the large data.
    fn grown(self) -> Self {
        Self { against: Some(self.name.clone()), name: self.name + GROWN, on: On::Grown, ..self }
    }
}

/// In the order in which they are interleaved: each near what it is compared with.
pub fn all(world: &World, grown: Option<&World>, peer: Option<&peer::World>, slices: u32) -> Vec<Case> {
    let mut cases = Vec::from(bare(world));
    cases.extend(of_server(world, slices));
    if let Some(grown) = grown {
        let both = of_server(grown, slices).into_iter().filter(|case| ON_BOTH.contains(&&*case.name));
        cases.extend(both.map(Case::grown));
        let questions = grown.everywhere.iter().map(|(user, keyset)| evaluation(grown, user, keyset));
        cases.push(Case::read(EVERYWHERE, On::Grown, Some(STATEMENT), questions.collect()));
    }
    cases.extend(peer.into_iter().flat_map(|peer| peer.cases(slices)));
    let place = |case: &Case| {
        let name = case.name.trim_end_matches(GROWN).trim_start_matches(peer::NAME);
        ORDER.iter().position(|known| *known == name)
    };
    cases.sort_by_key(place);
    cases
}

const ORDER: [&str; 19] = [
    ANSWER,
    STATEMENT,
    EVALUATION,
    EVERYWHERE,
    KEY,
    BATCH,
    "explain",
    JOIN,
    SESSION,
    QUERY,
    SMALL,
    LARGE,
    PAGE_1000,
    COMMIT,
    INVITATION,
    INVITATION_10K,
    ACCEPTANCE,
    GRANTS,
    "",
];

fn bare(world: &World) -> [Case; 5] {
    let read = |name, requests| Case::read(name, On::Bare, None, requests);
    let answer = |member: &Member| {
        let question = World::question(&member.user, &member.keyset);
        request("POST", "/answer", Some(&world.platform_key), Some(&question))
    };
    let statement = |user| {
        let path = format!("/statement?account={}&user={user}", world.small_key);
        request("GET", &path, Some(&world.platform_key), None)
    };
    let query = format!("/members?account={}", world.small_key);
    let commit = vec![request("POST", "/commit", None, Some(&json!({})))];
    [
        read(ANSWER, world.small.members.iter().map(answer).collect()),
        read(STATEMENT, world.small_users.iter().map(statement).collect()),
        read(JOIN, with_sessions(world, "/session")),
        read(QUERY, vec![request("GET", &query, None, None)]),
        Case { most: WRITES.into(), ..read(COMMIT, commit) },
    ]
}

fn of_server(world: &World, slices: u32) -> Vec<Case> {
    let read = |name, against, requests| Case::read(name, On::Server, Some(against), requests);
    let write = |name, requests| Case::write(name, On::Server, COMMIT, requests);
    let list = |account: &str, cursor: &str| {
        let path = format!("/v1/accounts/{account}/members?limit=100{cursor}");
        vec![request("GET", &path, Some(&world.session), None)]
    };
    let questions = world.small.members.iter().map(|member| evaluation(world, &member.user, &member.keyset));
    let mut cases = vec![
        read(EVALUATION, ANSWER, questions.collect()),
        read(BATCH, ANSWER, batches(world)),
        read("explain", ANSWER, explanations(world)),
        read(SESSION, JOIN, with_sessions(world, "/v1/me")),
        read(SMALL, QUERY, list(&world.small.id, "")),
        read(LARGE, QUERY, list(&world.large.id, "")),
        read(PAGE_1000, QUERY, list(&world.large.id, &world.page_1000)),
        write(INVITATION, writes::invitations(world, slices)),
        write(INVITATION_10K, writes::pending(world, slices)),
        write(ACCEPTANCE, writes::acceptances(world)),
        write(GRANTS, vec![writes::changes(world)]),
    ];
    if !world.keys.is_empty() {
        cases.push(read(KEY, ANSWER, keys(world)));
    }
    cases
}

fn evaluation(world: &World, user: &str, keyset: &str) -> Vec<u8> {
    let question = World::question(user, keyset);
    request("POST", "/access/v1/evaluation", Some(&world.platform_key), Some(&question))
}

fn keys(world: &World) -> Vec<Vec<u8>> {
    let verify = |text: &String| {
        request("POST", "/v1/keys/verify", Some(&world.platform_key), Some(&json!({ "key": text })))
    };
    world.keys.iter().map(verify).collect()
}

fn with_sessions(world: &World, path: &str) -> Vec<Vec<u8>> {
    world.sessions.iter().map(|session| request("GET", path, Some(session), None)).collect()
}

fn batches(world: &World) -> Vec<Vec<u8>> {
    let members = &world.small.members;
    let item = |member: &Member| {
        let mut item = World::question(&member.user, &member.keyset);
        item.as_object_mut().map(|fields| fields.remove("action"));
        item
    };
    let batch = |first: usize| {
        let items: Vec<Value> = members.iter().cycle().skip(first).take(20).map(item).collect();
        let body = json!({"action": {"name": "key.view"}, "evaluations": items});
        request("POST", "/access/v1/evaluations", Some(&world.platform_key), Some(&body))
    };
    (0..members.len()).map(batch).collect()
}

fn explanations(world: &World) -> Vec<Vec<u8>> {
    let path = format!("/v1/accounts/{}/access/explain", world.small.id);
    let explain = |member: &Member| {
        let resource = json!({"type": "keyset", "id": member.keyset});
        let body = json!({"member": member.id, "permission": "key.view", "resource": resource});
        request("POST", &path, Some(&world.session), Some(&body))
    };
    world.small.members.iter().map(explain).collect()
}
