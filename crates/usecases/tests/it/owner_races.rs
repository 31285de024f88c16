//! No sequence of requests, however concurrent, leaves an account outside the bounds of its owners.

use std::sync::Arc;

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::GrantId;
use bailiwick_domain::members::{JudgedGrants, Member, MemberStatus};
use bailiwick_domain::role_models::RoleModel;
use bailiwick_ports::Access;
use bailiwick_usecases::error::{Error, Kind};
use bailiwick_usecases::invitations::Invited;

use crate::support::{Random, Seat, World, at_once, grants};

const TASKS: usize = 32;

/// Makes everyone an active owner again, also those who left.
async fn restore(w: &World, model: &RoleModel, seats: &[Seat]) {
    let mut unit = w.unit(Access::Write).await;
    let account = seats[0].account;
    unit.accounts().lock(&[account]).await.unwrap();
    for seat in seats {
        let found = unit.members().find(account, seat.member).await.unwrap();
        let owns = |grants: &[Grant]| grants.len() == 1 && grants[0].role == model.owner_role().id;
        if let Some(mut member) = found {
            if member.status != MemberStatus::Active {
                member.status = MemberStatus::Active;
                member.version += 1;
                unit.members().update(&member).await.unwrap();
            }
            if owns(&member.grants) {
                continue;
            }
        } else {
            unit.members().insert(&seat.as_member(w.now())).await.unwrap();
        }
        let id = GrantId::new(w.cx.ids.uuid());
        let owner = JudgedGrants::of_creator(model, account, seat.member, id);
        unit.members().put_grants(account, &owner).await.unwrap();
    }
    let committed = unit.commit().await.unwrap();
    w.cx.decisions.committed(&committed.revisions);
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Demote,
    DemoteSelf,
    Promote,
    Remove,
    Leave,
    Suspend,
    Transfer,
}

const ACTS: [Act; 7] =
    [Act::Demote, Act::DemoteSelf, Act::Promote, Act::Remove, Act::Leave, Act::Suspend, Act::Transfer];

async fn act(w: &World, act: Act, by: &Seat, on: &Seat, plain: &'static str) -> Result<(), Error> {
    match act {
        Act::Demote => w.put(by, on.member, grants(&[plain])).await.map(drop),
        Act::DemoteSelf => w.put(by, by.member, grants(&[plain])).await.map(drop),
        Act::Promote => w.put(by, on.member, grants(&["owner"])).await.map(drop),
        Act::Remove => w.remove(by, on.member).await,
        Act::Leave => w.remove(by, by.member).await,
        Act::Suspend => w.suspend(by, on.member, true).await.map(drop),
        Act::Transfer => w.transfer(by, on.member, &[plain]).await.map(drop),
    }
}

/// Two of them, not the same.
fn two(random: &mut Random, seats: &[Seat]) -> (Seat, Seat) {
    let (one, step) = (random.below(seats.len()), 1 + random.below(seats.len() - 1));
    (seats[one].clone(), seats[(one + step) % seats.len()].clone())
}

async fn owners(w: &World, seat: &Seat, role: &str) -> (usize, usize) {
    let members = w.snapshot(seat.account).await.members;
    let holds = |member: &&Member| member.grants.iter().any(|grant| grant.role == role);
    let holders: Vec<_> = members.iter().filter(holds).collect();
    (holders.iter().filter(|member| member.status == MemberStatus::Active).count(), holders.len())
}

fn sound(outcomes: &[Result<(), Error>]) {
    for error in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert!(!matches!(error.kind, Kind::Internal | Kind::Unavailable | Kind::Invalid), "{error:?}");
    }
}

async fn owners_against_each_other(model: &'static str, rounds: u64) {
    let w = Arc::new(World::new().await);
    let mut seats = vec![w.sign_up("owner", model).await];
    for name in ["ann", "ben", "cid", "dan"] {
        let seat = w.join(&seats[0], name, grants(&["viewer"])).await;
        seats.push(seat);
    }
    w.deliver().await;
    let document = Arc::clone(w.cx.models.get(model, None).unwrap());
    let mut random = Random::new(rounds + u64::from(model.as_bytes()[0]));
    let (mut done, mut refused) = (0, 0);
    for round in 0..rounds {
        restore(&w, &document, &seats).await;
        let task = |_| {
            let (by, on) = two(&mut random, &seats);
            let (w, chosen) = (Arc::clone(&w), *random.pick(&ACTS));
            async move { act(&w, chosen, &by, &on, "viewer").await }
        };
        let outcomes = at_once((0..TASKS).map(task).collect()).await;
        sound(&outcomes);
        let (active, _) = owners(&w, &seats[0], "owner").await;
        assert!(active >= 1, "{model}, round {round}");
        done += outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        refused += outcomes.iter().filter(|outcome| outcome.is_err()).count();
    }
    println!("{model}: {rounds} rounds of {TASKS} tasks, {done} done, {refused} refused");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn owners_against_each_other_leave_one_under_standard() {
    owners_against_each_other("standard", 100).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn owners_against_each_other_leave_one_under_arbify() {
    owners_against_each_other("arbify", 100).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_owners_leaving_at_once_leaves_one() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let second = w.join(&owner, "second", grants(&["viewer"])).await;
    let document = Arc::clone(w.cx.models.get("standard", None).unwrap());
    for _ in 0..20 {
        restore(&w, &document, &[owner.clone(), second.clone()]).await;
        let leave = |seat: &Seat| {
            let (w, seat) = (Arc::clone(&w), seat.clone());
            async move { w.remove(&seat, seat.member).await }
        };
        let outcomes = at_once(vec![leave(&owner), leave(&second)]).await;
        let errors: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
        assert_eq!((errors.len(), errors[0].code.as_str()), (1, "last_owner"));
        assert_eq!(owners(&w, &owner, "owner").await, (1, 1));
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_transfer_at_once_there_is_exactly_one_owner() {
    let w = Arc::new(World::new().await);
    let mut seats = vec![w.sign_up("owner", "ably").await];
    for name in ["ann", "ben", "cid", "dan"] {
        let seat = w.join(&seats[0], name, grants(&["developer"])).await;
        seats.push(seat);
    }
    w.deliver().await;
    let mut random = Random::new(3);
    let mut moved = 0;
    for round in 0..40 {
        let task = |_| {
            let (by, on) = two(&mut random, &seats);
            let w = Arc::clone(&w);
            let chosen =
                *random.pick(&[Act::Transfer, Act::Transfer, Act::Transfer, Act::Promote, Act::Demote]);
            async move { act(&w, chosen, &by, &on, "admin").await }
        };
        let outcomes = at_once((0..TASKS).map(task).collect()).await;
        for error in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
            assert!(!matches!(error.kind, Kind::Internal | Kind::Unavailable), "{error:?}");
        }
        moved += outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(owners(&w, &seats[0], "owner").await, (1, 1), "round {round}");
    }
    println!("ably: {moved} changes went through");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_owner_who_goes_and_the_acceptance_of_their_invitation_do_not_pass_each_other() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    for round in 0..10 {
        let admin = w.join(&owner, &format!("admin{round}"), grants(&["admin"])).await;
        let name = format!("guest{round}");
        let (Invited { member, .. }, token) = w.invited(&admin, &name, grants(&["viewer"])).await;
        let remove = {
            let (w, owner, target) = (Arc::clone(&w), owner.clone(), admin.member);
            async move { w.remove(&owner, target).await }
        };
        let accept = {
            let (w, name) = (Arc::clone(&w), name.clone());
            async move { w.accept_new(&name, &token).await.map(drop) }
        };
        let outcomes = at_once::<std::pin::Pin<Box<dyn Future<Output = _> + Send>>>(vec![
            Box::pin(remove),
            Box::pin(accept),
        ])
        .await;
        assert!(outcomes[0].is_ok());
        let status = w.member(owner.account, member.unwrap().id).await.unwrap().status;
        match &outcomes[1] {
            Ok(()) => assert_eq!(status, MemberStatus::Active),
            Err(error) => {
                assert_eq!((error.code.as_str(), status), ("role_not_grantable", MemberStatus::Invited));
            }
        }
    }
    w.finish().await;
}
