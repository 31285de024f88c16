//! Whatever is asked for, by whomever and in whatever order: what is allowed leaves every rule kept.

use std::cell::RefCell;
use std::collections::BTreeSet;

use bailiwick_domain::access::{Holder, is_allowed};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::GrantId;
use bailiwick_domain::members::{
    Actor, JudgedGrants, Member, MemberStatus, accept_with, change_grants, invite_with, transfer_ownership,
};
use bailiwick_domain::ownership::Owners;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::violations::Violation;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use uuid::Uuid;

use crate::oracle::oracle;
use crate::world::{
    ACCOUNT, LAST, any_grant, any_grants, at, granted, kept_from, member, member_id, model, of_any_model,
    place, places, window,
};

/// Who does something: any member, or, half of the time, an owner.
type Who = Option<Index>;

#[derive(Debug, Clone)]
enum Request {
    /// All grants of a member are replaced; or some are added to those held.
    Change {
        actor: Who,
        target: Who,
        grants: Vec<Grant>,
        adding: bool,
    },
    Transfer {
        from: Who,
        to: Index,
        keep: Vec<String>,
    },
    Suspend {
        actor: Who,
        target: Index,
    },
    Resume {
        target: Index,
    },
    Depart {
        actor: Who,
        target: Who,
    },
    Invite {
        inviter: Who,
        grants: Vec<Grant>,
    },
    Accept {
        invitation: Index,
        existing: Option<Index>,
    },
    Wait,
}

fn any_request(id: &'static str) -> impl Strategy<Value = Request> {
    let who = || any::<Who>();
    let roles: Vec<String> = oracle(id).roles().map(str::to_owned).collect();
    prop_oneof![
        5 => (who(), who(), any_grants(id, 3), any::<bool>())
            .prop_map(|(actor, target, grants, adding)| Request::Change { actor, target, grants, adding }),
        2 => (who(), any::<Index>(), prop::collection::vec(prop::sample::select(roles), 0..=1))
            .prop_map(|(from, to, keep)| Request::Transfer { from, to, keep }),
        1 => (who(), any::<Index>()).prop_map(|(actor, target)| Request::Suspend { actor, target }),
        1 => any::<Index>().prop_map(|target| Request::Resume { target }),
        1 => (who(), who()).prop_map(|(actor, target)| Request::Depart { actor, target }),
        3 => (who(), any_grants(id, 2)).prop_map(|(inviter, grants)| Request::Invite { inviter, grants }),
        3 => (any::<Index>(), any::<Option<Index>>())
            .prop_map(|(invitation, existing)| Request::Accept { invitation, existing }),
        1 => Just(Request::Wait),
    ]
}

/// An account as the store would keep it.
struct Account {
    id: &'static str,
    members: Vec<Member>,
    made: u128,
    now: i64,
}

impl Account {
    fn new(id: &'static str) -> Self {
        let owns =
            JudgedGrants::of_creator(&model(id), ACCOUNT, member_id(1), GrantId::new(Uuid::from_u128(1)));
        Self { id, members: vec![member(1, MemberStatus::Active, owns.grants().to_vec())], made: 1, now: 0 }
    }
    fn owns(&self, member: &Member) -> bool {
        member.grants.iter().any(|grant| grant.role == oracle(self.id).owner())
    }
    fn who(&self, who: Who) -> usize {
        let owner = || {
            self.members.iter().position(|member| self.owns(member) && member.status == MemberStatus::Active)
        };
        who.map_or_else(|| owner().unwrap_or(0), |index| index.index(self.members.len()))
    }
    fn owners(&self, model: &RoleModel) -> Owners {
        let holders = self.members.iter().filter(|member| self.owns(member));
        Owners::new(model, holders.map(|member| (member.id, member.status)))
    }
    fn write(&mut self, judged: &JudgedGrants) {
        let target = self.members.iter_mut().find(|member| member.id == judged.member()).unwrap();
        target.grants = judged.grants().to_vec();
    }
    fn remove(&mut self, gone: usize) {
        self.members.remove(gone);
    }

    /// Does what is asked for, as a use case would: its name when done, the rules that refuse it otherwise.
    fn handle(&mut self, request: &Request) -> Result<&'static str, Vec<Violation>> {
        let model = model(self.id);
        let now = at(self.now);
        let mut owners = self.owners(&model);
        match request {
            Request::Change { actor, target, grants, adding } => {
                let (actor, target) = (&self.members[self.who(*actor)], &self.members[self.who(*target)]);
                let mut after = grants.clone();
                if *adding {
                    after.extend(target.grants.clone());
                }
                let judged = change_grants(&model, acting(actor), target, after, &mut owners, now)?;
                self.write(&judged);
                Ok("change")
            }
            Request::Transfer { from, to, keep } => {
                let (from, to) =
                    (&self.members[self.who(*from)], &self.members[to.index(self.members.len())]);
                let mut made = self.made;
                let new_id = || {
                    made += 1;
                    GrantId::new(Uuid::from_u128(made << 64))
                };
                let moved = transfer_ownership(&model, from, to, keep, &mut owners, new_id, now)?;
                self.made = made;
                self.write(&moved.from);
                self.write(&moved.to);
                Ok("transfer")
            }
            Request::Suspend { actor, target } => {
                let (actor, target) = (self.who(*actor), target.index(self.members.len()));
                let member = &self.members[target];
                if member.status == MemberStatus::Active
                    && (!self.owns(member) || acting(&self.members[actor]).is_owner(&model))
                {
                    owners.suspend(member.id).map_err(|violation| vec![violation])?;
                    self.members[target].status = MemberStatus::Suspended;
                }
                Ok("suspend")
            }
            Request::Resume { target } => {
                let target = target.index(self.members.len());
                if self.members[target].status == MemberStatus::Suspended {
                    self.members[target].status = MemberStatus::Active;
                }
                Ok("resume")
            }
            Request::Depart { actor, target } => {
                let (actor, target) = (self.who(*actor), self.who(*target));
                let member = &self.members[target];
                if actor == target || !self.owns(member) || acting(&self.members[actor]).is_owner(&model) {
                    let departed = owners.depart(member.id).map_err(|violation| vec![violation])?;
                    assert_eq!(departed.member(), member.id);
                    self.remove(target);
                }
                Ok("depart")
            }
            Request::Invite { inviter, grants } => {
                let inviter = &self.members[self.who(*inviter)];
                let number = self.made + 1;
                let judged = invite_with(&model, acting(inviter), member_id(number), grants.clone(), now)?;
                self.made = number;
                self.members.push(member(number, MemberStatus::Invited, judged.grants().to_vec()));
                Ok("invite")
            }
            Request::Accept { invitation, existing } => {
                let waits = |member: &&Member| member.status == MemberStatus::Invited;
                let all: Vec<&Member> = self.members.iter().filter(waits).collect();
                if all.is_empty() {
                    return Ok("no invitation");
                }
                let newcomer = (*invitation.get(&all)).clone();
                let joined: Vec<&Member> =
                    self.members.iter().filter(|member| member.status != MemberStatus::Invited).collect();
                let existing = existing.map(|index| *index.get(&joined));
                let inviter =
                    joined.iter().find(|member| acting(member).is_owner(&model)).map(|owner| acting(owner));
                let judged = accept_with(&model, inviter, &newcomer, existing, now)?;
                let at = self.members.iter().position(|member| member.id == newcomer.id).unwrap();
                if existing.is_some() {
                    self.remove(at);
                } else {
                    self.members[at].status = MemberStatus::Active;
                }
                self.write(&judged);
                Ok("accept")
            }
            Request::Wait => {
                self.now = (self.now + 1).min(LAST);
                Ok("wait")
            }
        }
    }

    fn active_owners(&self) -> BTreeSet<u128> {
        let active =
            self.members.iter().filter(|member| member.status == MemberStatus::Active && self.owns(member));
        active.map(|member| member.id.uuid().as_u128()).collect()
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let oracle = oracle(self.id);
        let holders = self.members.iter().filter(|member| self.owns(member)).count();
        prop_assert!(
            self.active_owners().len() >= oracle.least() && holders <= oracle.most(),
            "{holders} owners"
        );
        for member in &self.members {
            prop_assert_eq!(oracle.broken(&member.grants, self.now), BTreeSet::new(), "{:?}", member.grants);
            let invited = member.status == MemberStatus::Invited;
            prop_assert!(!invited || member.grants.iter().all(|grant| oracle.invitable(&grant.role)));
        }
        Ok(())
    }
}

fn acting(member: &Member) -> Actor<'_> {
    Actor { member: member.id, grants: member.effective_grants() }
}

/// Rules 6 and 7: what an allowed request changed, its actor could change.
fn check_authority(before: &Account, request: &Request, after: &Account) -> Result<(), TestCaseError> {
    let oracle = oracle(before.id);
    if let Request::Change { actor, target, .. } = request {
        let (actor, target) = (&before.members[before.who(*actor)], &before.members[before.who(*target)]);
        let held = |grants: &[Grant], one: &Grant| grants.iter().any(|grant| grant.same_as(one));
        let left = &after.members.iter().find(|member| member.id == target.id).unwrap().grants;
        let added = left.iter().filter(|grant| !held(&target.grants, grant));
        let taken = target.grants.iter().filter(|grant| !held(left, grant));
        for grant in added.chain(taken) {
            let may = oracle.may_grant(actor.effective_grants(), grant, before.now);
            prop_assert!(may, "{:?} may not grant or revoke {:?}", actor.grants, grant);
        }
    }
    let actor = match request {
        Request::Change { actor, .. } | Request::Suspend { actor, .. } => Some(*actor),
        Request::Transfer { from, .. } => Some(*from),
        _ => None,
    };
    if let Some(actor) = actor
        && before.active_owners() != after.active_owners()
    {
        let actor = before.members[before.who(actor)].id.uuid().as_u128();
        prop_assert!(before.active_owners().contains(&actor), "only an owner makes or unmakes one");
    }
    Ok(())
}

#[test]
fn no_sequence_of_allowed_requests_breaks_a_rule() {
    let seen = RefCell::new(BTreeSet::new());
    let requests = of_any_model(|id| prop::collection::vec(any_request(id), 1..40));
    let run = |(id, requests): (&'static str, Vec<Request>)| {
        let mut account = Account::new(id);
        account.check()?;
        for request in requests {
            let before = Account { members: account.members.clone(), ..account };
            match account.handle(&request) {
                Ok(done) => {
                    seen.borrow_mut().insert(done);
                    account.check()?;
                    check_authority(&before, &request, &account)?;
                }
                Err(violations) => {
                    prop_assert_eq!(&account.members, &before.members, "what is refused changes nothing");
                    seen.borrow_mut().extend(violations.iter().map(|violation| violation.rule.code()));
                }
            }
        }
        Ok(())
    };
    TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })
        .run(&requests, run)
        .unwrap_or_else(|failure| panic!("{failure}"));
    let wanted = [
        "accept",
        "change",
        "depart",
        "invite",
        "resume",
        "suspend",
        "transfer",
        "wait", // done
        "invalid_grant",
        "last_owner",
        "member_not_active",
        "owner_by_transfer",
        "owner_only",
        "role_exclusion",
        "role_not_grantable",
        "role_not_invitable",
        "role_prerequisite",
        "self_escalation",
        "single_role",
    ];
    let missed: Vec<&str> = wanted.into_iter().filter(|code| !seen.borrow().contains(code)).collect();
    assert_eq!(missed, [""; 0], "never came about");
}

/// What someone who may grant holds, and what they might turn it into: with parts left out, added, moved in time.
fn any_own_change(id: &'static str) -> impl Strategy<Value = (Vec<Grant>, Vec<Grant>)> {
    let more = (any_grants(id, 4), any_grants(id, 2), prop::collection::vec(0..4u8, 8), any_grant(id));
    more.prop_map(move |(held, added, fates, first)| {
        let granters: Vec<&str> = oracle(id).roles().filter(|role| oracle(id).grants_others(role)).collect();
        let leading = granters[first.id.uuid().as_u128() as usize % granters.len()];
        let on = if oracle(id).scope(leading) == "account" { place("account") } else { place("app:1") };
        let timeless = oracle(id).single() || leading == oracle(id).owner();
        let bounds = if timeless { window(None, None) } else { first.window };
        let held = kept_from(id, std::iter::once(granted(leading, on, bounds)).chain(held).collect());
        let kept = held.iter().zip(fates).filter_map(|(grant, fate)| match fate {
            0 => None,
            1 if !timeless => Some(Grant { window: first.window, ..grant.clone() }),
            _ => Some(grant.clone()),
        });
        let mut after: Vec<Grant> = kept.collect();
        after.extend(added.into_iter().filter(|grant| !held.iter().any(|held| held.role == grant.role)));
        (held, after)
    })
}

#[test]
fn nobody_s_own_change_allows_them_more_anywhere_ever() {
    let allowed = RefCell::new(0);
    let run = |(id, (held, after)): (&'static str, (Vec<Grant>, Vec<Grant>))| {
        let (model, now) = (model(id), 0);
        let own = member(1, MemberStatus::Active, held.clone());
        let other = member(
            2,
            MemberStatus::Active,
            vec![granted(oracle(id).owner(), place("account"), window(None, None))],
        );
        let mut owners = Owners::new(&model, [(other.id, other.status)]);
        if held.iter().any(|grant| grant.role == oracle(id).owner()) {
            owners = Owners::new(&model, [(own.id, own.status), (other.id, other.status)]);
        }
        if change_grants(&model, acting(&own), &own, after.clone(), &mut owners, at(now)).is_ok() {
            *allowed.borrow_mut() += usize::from(held != after);
            let [was, is] = [&held, &after].map(|grants| Holder::of(&model, true, grants));
            for place in places() {
                let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
                for moment in now..=LAST {
                    let now_held = oracle(id).held(&after, &place, moment);
                    let before = oracle(id).held(&held, &place, moment);
                    prop_assert!(now_held.is_subset(&before), "{:?} at {}", place.name(), moment);
                }
                let change = Core::MemberRolesChange.index();
                let gained = is_allowed(&model, &is, &path, change, at(0))
                    && !is_allowed(&model, &was, &path, change, at(0));
                prop_assert!(!gained);
            }
        }
        Ok(())
    };
    TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })
        .run(&of_any_model(any_own_change), run)
        .unwrap_or_else(|failure| panic!("{failure}"));
    assert!(*allowed.borrow() > 20, "only {} changes were allowed", allowed.borrow());
}
