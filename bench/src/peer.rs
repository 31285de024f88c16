//! The peer: better-auth with its organization plugin, on the same PostgreSQL server, under the same load.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::Result;
use crate::cases::{Case, GRANTS, INVITATION, On, SESSION, SMALL, WRITES};
use crate::database::Database;
use crate::http::{Client, request_with};
use crate::load::{Bounds, connect, drive};
use crate::process::Process;

/// What its cases' names begin with.
pub const NAME: &str = "better-auth: ";

/// How long it is driven by each of its reading cases before anything is measured.
const WARM_UP: Duration = Duration::from_secs(5);

/// What the peer says of its data.
#[derive(Deserialize)]
pub struct World {
    /// What its own pages would send as `Origin`.
    origin: String,
    /// Of the sessions; the first is the owner's of everything.
    cookies: Vec<String>,
    /// An organization of 100 members.
    large: String,
    /// Members of others, each organization's in turn.
    spread: Vec<Seat>,
}

#[derive(Deserialize)]
struct Seat {
    id: String,
    organization: String,
}

/// Starts it from the folder where its packages are installed, on a database without tables.
pub async fn start(folder: &Path, database: &Database) -> Result<(Process, World)> {
    let mut node = Command::new("node");
    node.current_dir(folder).arg("server.mjs").env("NODE_ENV", "production");
    let process = Process::start(node.env("PEER_DATABASE_URL", database.to_string())).await?;
    let world = Client::open(process.address, None).await?.get("/world").await?;
    let world: World = serde_json::from_value(world)?;
    // Its engine compiles what is often run: no one measures it before that.
    for case in world.cases(1).iter().filter(|case| !case.settles) {
        let mut opened = connect(process.address, 8).await?;
        drive(&mut opened, &case.requests[0], Bounds { time: WARM_UP, requests: case.most }).await?;
    }
    Ok((process, world))
}

impl World {
    /// What it can be asked as the server is.
    pub fn cases(&self, slices: u32) -> [Case; 4] {
        let name = |case: &str| format!("{NAME}{case}");
        let read = |case, requests| Case::read(&name(case), On::Peer, Some(case), requests);
        let check = |cookie: &String| self.request("GET", "get-session", cookie, None);
        let list = format!("organization/list-members?organizationId={}&limit=100", self.large);
        let invitations = (0..slices).map(|slice| self.invitations(slice * WRITES)).collect();
        [
            read(SESSION, self.cookies.iter().map(check).collect()),
            read(SMALL, vec![self.owner("GET", &list, None)]),
            Case::write(&name(INVITATION), On::Peer, INVITATION, invitations),
            Case::write(&name(GRANTS), On::Peer, GRANTS, vec![self.changes()]),
        ]
    }

    fn request(&self, method: &str, path: &str, cookie: &str, body: Option<&Value>) -> Vec<u8> {
        let headers = format!("Cookie: {cookie}\r\nOrigin: {}\r\n", self.origin);
        request_with(method, &format!("/api/auth/{path}"), &headers, body)
    }

    fn owner(&self, method: &str, path: &str, body: Option<&Value>) -> Vec<u8> {
        self.request(method, path, &self.cookies[0], body)
    }

    fn invitations(&self, first: u32) -> Vec<Vec<u8>> {
        let seats = self.spread.iter().cycle().zip(first..first + WRITES);
        let invite = |(seat, number): (&Seat, u32)| {
            let email = format!("guest{number}@example.com");
            let body = json!({"email": email, "role": "member", "organizationId": seat.organization});
            self.owner("POST", "organization/invite-member", Some(&body))
        };
        seats.map(invite).collect()
    }

    fn changes(&self) -> Vec<Vec<u8>> {
        let change = |role: &'static str| {
            move |seat: &Seat| {
                let body = json!({"memberId": seat.id, "role": role, "organizationId": seat.organization});
                self.owner("POST", "organization/update-member-role", Some(&body))
            }
        };
        let seats = self.spread.iter().take(320);
        seats.clone().map(change("admin")).chain(seats.map(change("member"))).collect()
    }
}
