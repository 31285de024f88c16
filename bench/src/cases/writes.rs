//! The requests that change something, spread over accounts where they are not about one.

use serde_json::json;

use super::WRITES;
use crate::http::request;
use crate::world::{Account, Member, World};

fn invitation(world: &World, account: &str, number: u32) -> Vec<u8> {
    let path = format!("/v1/accounts/{account}/invitations");
    let grants = json!([{"role": "business-insights"}]);
    let body =
        json!({"email": format!("guest{number}@example.com"), "first_name": "Guest", "grants": grants});
    request("POST", &path, Some(&world.session), Some(&body))
}

/// For each slice other addresses, each account in turn.
pub fn invitations(world: &World, slices: u32) -> Vec<Vec<Vec<u8>>> {
    let slice = |slice: u32| {
        let accounts = world.spread.iter().cycle().zip(slice * WRITES..(slice + 1) * WRITES);
        accounts.map(|(account, number)| invitation(world, &account.id, number)).collect()
    };
    (0..slices).map(slice).collect()
}

/// For each slice other addresses, all to the same account.
pub fn pending(world: &World, slices: u32) -> Vec<Vec<Vec<u8>>> {
    let invite = |number| invitation(world, &world.pending, number);
    let slice = |slice: u32| (slice * WRITES..(slice + 1) * WRITES).map(invite).collect();
    (0..slices).map(slice).collect()
}

/// For each slice other invitations, each by who is invited and signed in.
pub fn acceptances(world: &World) -> Vec<Vec<Vec<u8>>> {
    let slices = world.invited.chunks_exact(WRITES as usize);
    let accept = |session: &str, token: &str| {
        request("POST", "/v1/invitations/accept", Some(session), Some(&json!({"token": token})))
    };
    slices
        .map(|slice| slice.iter().map(|invited| accept(&invited.session, &invited.token)).collect())
        .collect()
}

/// Members who become admins of their apps, each account's in turn, and then viewers again.
pub fn changes(world: &World) -> Vec<Vec<u8>> {
    let change = |role: &'static str, account: &Account, member: &Member| {
        let path = format!("/v1/accounts/{}/members/{}/grants", account.id, member.id);
        let on_app = json!({"role": role, "resource": {"type": "app", "id": member.app}});
        let body = json!({"grants": [on_app, {"role": "business-insights"}]});
        request("PUT", &path, Some(&world.session), Some(&body))
    };
    let mut requests = Vec::new();
    for role in ["app-admin", "app-viewer"] {
        for place in 0..5 {
            let members =
                world.spread.iter().filter_map(|account| Some((account, account.members.get(place)?)));
            requests.extend(members.map(|(account, member)| change(role, account, member)));
        }
    }
    requests
}
