//! Owners who demote, remove, suspend, leave and hand over at once, by requests spread over two nodes: the number of owners
//! never leaves the bounds of the account's role model.

use bailiwick_client::{Client, Typed, types};

use crate::at_once::{Done, Random, at_once, done};
use crate::clock::count;
use crate::nodes::Nodes;
use crate::server::grants;

const TASKS: usize = 32;
const SEATS: usize = 5;

/// A role model, a role beside the owner's, and how many may own.
struct Model {
    id: &'static str,
    plain: &'static str,
    most: usize,
}

const MODELS: [Model; 3] = [
    Model { id: "standard", plain: "viewer", most: usize::MAX },
    Model { id: "arbify", plain: "viewer", most: usize::MAX },
    Model { id: "ably", plain: "developer", most: 1 },
];

/// A member, with the session on each node.
#[derive(Clone)]
struct Seat {
    member: types::MemberId,
    by: [Client; 2],
}

#[derive(Clone, Copy)]
enum Act {
    Demote,
    DemoteSelf,
    Promote,
    Remove,
    Leave,
    Suspend,
    Transfer,
}

/// Most often what takes an owner away.
const ACTS: [Act; 8] = [
    Act::Demote,
    Act::DemoteSelf,
    Act::Promote,
    Act::Remove,
    Act::Leave,
    Act::Suspend,
    Act::Transfer,
    Act::Transfer,
];

struct Table<'a> {
    nodes: &'a Nodes,
    back_end: Client,
    model: &'a Model,
    account: types::AccountId,
    seats: Vec<Seat>,
    joined: usize,
}

impl Table<'_> {
    fn seat(&self, member: types::MemberId, token: Option<&str>) -> Seat {
        Seat { member, by: [0, 1].map(|at| self.nodes.node(at).client(token)) }
    }

    async fn members(&self) -> Vec<types::MemberOut> {
        let call = self.back_end.list_members().acct(&self.account).limit(200);
        call.send().typed().await.unwrap().into_inner().items
    }

    /// Active owners, and all of them.
    async fn owners(&self) -> (usize, usize) {
        let members = self.members().await;
        let owners: Vec<_> = members.iter().filter(|member| is_owner(member)).collect();
        (owners.iter().filter(|member| is_active(member)).count(), owners.len())
    }

    /// Fills the seats of those who left, and makes everyone an active owner where the model lets them be.
    async fn restore(&mut self) {
        let members = self.members().await;
        let owner = members.iter().find(|member| is_owner(member) && is_active(member)).unwrap();
        let owner = self.seats.iter().find(|seat| seat.member == owner.id).unwrap().by[0].clone();
        let kept = |seat: &Seat| members.iter().any(|member| member.id == seat.member);
        self.seats.retain(kept);
        for member in members.iter().filter(|member| !is_active(member)) {
            owner.resume_member().acct(&self.account).mbr(&member.id).send().typed().await.unwrap();
        }
        while self.seats.len() < SEATS {
            self.joined += 1;
            let email = format!("{}{}@example.com", self.model.id, self.joined);
            let made =
                self.nodes.node(self.joined).join(&owner, &self.account, &email, self.model.plain).await;
            let seat = self.seat(made.member.id, made.session.unwrap().token.as_deref());
            self.seats.push(seat);
        }
        if self.model.most == 1 {
            return;
        }
        for member in self.members().await.iter().filter(|member| !is_owner(member)) {
            put(&owner, &self.account, &member.id, "owner").await.unwrap();
        }
    }

    async fn round(&self, random: &mut Random) -> Vec<Done> {
        let tasks = (0..TASKS).map(|at| {
            let (one, step) = (random.below(SEATS), 1 + random.below(SEATS - 1));
            let (by, on) = (self.seats[one].clone(), self.seats[(one + step) % SEATS].clone());
            let chosen = ACTS[random.below(ACTS.len())];
            act(chosen, by.by[at % 2].clone(), self.account.clone(), by.member, on.member, self.model.plain)
        });
        at_once(tasks.collect()).await
    }
}

fn is_owner(member: &types::MemberOut) -> bool {
    member.grants.iter().any(|grant| grant.role == "owner")
}

fn is_active(member: &types::MemberOut) -> bool {
    member.status.to_string() == "active"
}

async fn put(client: &Client, acct: &types::AccountId, mbr: &types::MemberId, role: &str) -> Done {
    let call = client.put_grants().acct(acct).mbr(mbr).body_map(|body| body.grants(grants(role)));
    done(call.send().typed().await)
}

async fn act(
    act: Act,
    client: Client,
    acct: types::AccountId,
    by: types::MemberId,
    on: types::MemberId,
    plain: &'static str,
) -> Done {
    match act {
        Act::Demote => put(&client, &acct, &on, plain).await,
        Act::DemoteSelf => put(&client, &acct, &by, plain).await,
        Act::Promote => put(&client, &acct, &on, "owner").await,
        Act::Remove => done(client.remove_member().acct(&acct).mbr(&on).send().typed().await),
        Act::Leave => done(client.remove_member().acct(&acct).mbr(&by).send().typed().await),
        Act::Suspend => done(client.suspend_member().acct(&acct).mbr(&on).send().typed().await),
        Act::Transfer => {
            let call = client.transfer_ownership().acct(&acct);
            let call = call.body_map(|body| body.member(on).keep_roles(vec![plain.to_owned()]));
            done(call.send().typed().await)
        }
    }
}

async fn owners_against_each_other(nodes: &Nodes, model: &Model, rounds: usize) {
    let (_, made) = nodes.node(0).sign_up(&format!("owner@{}.example.com", model.id), model.id).await;
    let mut table = Table {
        nodes,
        back_end: nodes.node(1).back_end(),
        model,
        account: made.account.id,
        seats: Vec::new(),
        joined: 0,
    };
    table.seats.push(table.seat(made.member.id, made.session.token.as_deref()));
    let mut random = Random::new(rounds as u64 + u64::from(model.id.as_bytes()[0]));
    let (mut done, mut refused) = (0, 0);
    for round in 0..rounds {
        table.restore().await;
        let outcomes = table.round(&mut random).await;
        for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
            assert!(failure.status().is_some_and(|status| status.is_client_error()), "{failure}");
        }
        let (active, all) = table.owners().await;
        assert!(active >= 1 && all <= model.most, "{}, round {round}: {active} of {all}", model.id);
        done += outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        refused += outcomes.iter().filter(|outcome| outcome.is_err()).count();
    }
    println!("{}: {rounds} rounds of {TASKS} requests: {done} done, {refused} refused", model.id);
    assert!(done > rounds && refused > rounds, "they were in each other's way");
}

#[tokio::test(flavor = "multi_thread")]
async fn owners_who_go_at_once_over_two_nodes_stay_within_the_bounds_of_their_model() {
    let nodes = Nodes::start().await;
    for model in &MODELS {
        owners_against_each_other(&nodes, model, count("BAILIWICK_TEST_ROUNDS", 4)).await;
    }
    nodes.verify_audit();
}
