//! What is measured, and with what it is compared.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::http::request;
use crate::load::Requests;
use crate::world::{Member, World};

pub const ANSWER: &str = "bare answer";
pub const EVALUATION: &str = "evaluation";
pub const BATCH: &str = "batch of 20";
pub const QUERY: &str = "bare member query";
pub const SMALL: &str = "member list, 100 members";
pub const LARGE: &str = "member list, 100,000 members";
pub const PAGE_1000: &str = "member list, page 1,000";
pub const COMMIT: &str = "bare commit";
pub const INVITATION: &str = "invitation, 0 pending";
pub const INVITATION_10K: &str = "invitation, 10,000 pending";

/// Of reads, no bound: time ends a slice.
const READS: u64 = 1_000_000;
/// Each invitation is followed by a mail, which waits for the disk.
const WRITES: u64 = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum On {
    Server,
    Bare,
}

pub struct Case {
    pub name: &'static str,
    pub on: On,
    /// The bare case that it is compared with.
    pub against: Option<&'static str>,
    /// For each slice, in turn.
    pub requests: Vec<Arc<Requests>>,
    /// In a slice.
    pub most: u64,
    /// Whether work goes on when the answer is there.
    pub settles: bool,
}

fn read(name: &'static str, on: On, against: Option<&'static str>, requests: Vec<Vec<u8>>) -> Case {
    Case { name, on, against, requests: vec![Requests::new(requests)], most: READS, settles: false }
}

fn write(name: &'static str, against: &'static str, slices: Vec<Vec<Vec<u8>>>) -> Case {
    let requests = slices.into_iter().map(Requests::new).collect();
    Case { name, on: On::Server, against: Some(against), requests, most: WRITES, settles: true }
}

/// In the order in which they are interleaved: each near what it is compared with.
pub fn all(world: &World) -> Vec<Case> {
    let key = Some(world.platform_key.as_str());
    let session = Some(world.session.as_str());
    let post = |path: &str, token, body: &Value| request("POST", path, token, Some(body));
    let evaluations = |path: &str| -> Vec<Vec<u8>> {
        world.small.members.iter().map(|member| post(path, key, &World::question(member))).collect()
    };
    let list = |account: &str, cursor: &str| {
        vec![request("GET", &format!("/v1/accounts/{account}/members?limit=100{cursor}"), session, None)]
    };
    let query = format!("/members?account={}", world.small_key);
    vec![
        read(ANSWER, On::Bare, None, evaluations("/answer")),
        read(EVALUATION, On::Server, Some(ANSWER), evaluations("/access/v1/evaluation")),
        read(BATCH, On::Server, Some(ANSWER), batches(world)),
        read("session check", On::Server, Some(ANSWER), vec![request("GET", "/v1/me", session, None)]),
        read("explain", On::Server, Some(ANSWER), explanations(world)),
        read(QUERY, On::Bare, None, vec![request("GET", &query, None, None)]),
        read(SMALL, On::Server, Some(QUERY), list(&world.small.id, "")),
        read(LARGE, On::Server, Some(QUERY), list(&world.large.id, "")),
        read(PAGE_1000, On::Server, Some(QUERY), list(&world.large.id, &world.page_1000)),
        Case { most: WRITES, ..read(COMMIT, On::Bare, None, vec![post("/commit", None, &json!({}))]) },
        write(INVITATION, COMMIT, world.empty.iter().map(|account| invitations(world, account, 0)).collect()),
        write(INVITATION_10K, COMMIT, pending(world)),
        write("grants change", COMMIT, vec![changes(world)]),
    ]
}

fn batches(world: &World) -> Vec<Vec<u8>> {
    let members = &world.small.members;
    let item = |member: &Member| {
        let mut item = World::question(member);
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

fn invitations(world: &World, account: &str, first: u64) -> Vec<Vec<u8>> {
    let path = format!("/v1/accounts/{account}/invitations");
    let invite = |number: u64| {
        let grants = json!([{"role": "business-insights"}]);
        let body =
            json!({"email": format!("guest{number}@example.com"), "first_name": "Guest", "grants": grants});
        request("POST", &path, Some(&world.session), Some(&body))
    };
    (first..first + WRITES).map(invite).collect()
}

/// For each slice other addresses, since all go to the same account.
fn pending(world: &World) -> Vec<Vec<Vec<u8>>> {
    let slice = |slice: u64| invitations(world, &world.pending, slice * WRITES);
    (0..world.empty.len() as u64).map(slice).collect()
}

/// Members who become admins of their apps, one after another, and then viewers again.
fn changes(world: &World) -> Vec<Vec<u8>> {
    let change = |role: &'static str| {
        move |member: &Member| {
            let path = format!("/v1/accounts/{}/members/{}/grants", world.large.id, member.id);
            let on_app = json!({"role": role, "resource": {"type": "app", "id": member.app}});
            let body = json!({"grants": [on_app, {"role": "business-insights"}]});
            request("PUT", &path, Some(&world.session), Some(&body))
        }
    };
    let members = world.large.members.iter().take(130);
    let admins = members.clone().map(change("app-admin"));
    admins.chain(members.map(change("app-viewer"))).collect()
}
