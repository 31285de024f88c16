//! Members, and who may change what they hold: rules 6 and 7 on top of those that a set of grants keeps.

mod model_move;

use serde::{Deserialize, Serialize};

pub(crate) use model_move::map_roles;
pub use model_move::{Mapping, move_member};

use crate::effects::{Effect, Holding, effects};
use crate::grants::{Grant, holds_role, judge};
use crate::ids::{AccountId, GrantId, MemberId, UserId};
use crate::ownership::Owners;
use crate::resources::Place;
use crate::role_models::{RoleModel, RolesPerMember};
use crate::text::Email;
use crate::time::{Timestamp, Window};
use crate::violations::{Rule, Violation};

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Invited, not yet joined.
    Invited,
    /// Joined.
    Active,
    /// Joined, and stopped for now.
    Suspended,
}

impl MemberStatus {
    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }
    /// From the text form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Invited, Self::Active, Self::Suspended].into_iter().find(|status| status.as_str() == text)
    }
}

/// A user's place in an account, with all that it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its id.
    pub id: MemberId,
    /// The account.
    pub account: AccountId,
    /// Who; none while invited.
    pub user: Option<UserId>,
    /// The user's address, or the invited one.
    pub email: Email,
    /// The user's name, or the first name that the invitation gave.
    pub name: Option<String>,
    /// Where it stands.
    pub status: MemberStatus,
    /// What it holds, or will hold once the invitation is accepted.
    pub grants: Vec<Grant>,
    /// Whether the user has a second factor.
    #[serde(default)]
    pub two_factor: bool,
    /// When the user last did something in this account.
    pub last_seen_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

impl Member {
    /// What is in force for decisions: nothing unless active.
    pub fn effective_grants(&self) -> &[Grant] {
        if self.status == MemberStatus::Active { &self.grants } else { &[] }
    }
}

/// Grants that passed every rule: only this module makes one, and a store writes no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedGrants {
    member: MemberId,
    grants: Vec<Grant>,
}

impl JudgedGrants {
    /// Whose.
    pub fn member(&self) -> MemberId {
        self.member
    }
    /// The whole set.
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }
    /// The single grant with which an account starts: the creator holds the owner role.
    pub fn of_creator(model: &RoleModel, account: AccountId, member: MemberId, id: GrantId) -> Self {
        let role = model.owner_role().id.clone();
        Self {
            member,
            grants: vec![Grant { id, role, place: Place::account(account), window: Window::ALWAYS }],
        }
    }
    /// What is left when a resource, and all below it, is deleted.
    ///
    /// # Errors
    /// `role_prerequisite` (or `single_role`) when another grant needs one that goes.
    pub fn without_resource(
        model: &RoleModel,
        member: &Member,
        gone: uuid::Uuid,
        now: Timestamp,
    ) -> Result<Self, Vec<Violation>> {
        let grants: Vec<Grant> =
            member.grants.iter().filter(|grant| !grant.place.within(gone)).cloned().collect();
        let violations = judge(model, &grants, now);
        if violations.is_empty() { Ok(Self { member: member.id, grants }) } else { Err(violations) }
    }
}

/// Who changes something: what they hold decides what they may.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// Their own place in the account.
    pub member: MemberId,
    /// What they hold; nothing unless active.
    pub grants: &'a [Grant],
}

impl Actor<'_> {
    /// Whether they hold the owner role now.
    pub fn is_owner(&self, model: &RoleModel) -> bool {
        self.grants.iter().any(|grant| model.role_named(&grant.role) == Some(model.ownership().role))
    }
    /// Rule 7: whether they may grant and revoke that role there.
    pub fn may_grant(&self, model: &RoleModel, grant: &Grant, now: Timestamp) -> bool {
        let Some(role) = model.role_named(&grant.role) else { return false };
        if role == model.ownership().role {
            return self.is_owner(model);
        }
        model.role(role).granted_by.iter().any(|by| holds_role(model, self.grants, *by, &grant.place, now))
    }
}

/// Changes all that a member holds, in one step. Every rule is judged on the whole set that would be left.
///
/// # Errors
/// Every violation found, the input's first, then what the actor may not, then what the state does not allow.
pub fn change_grants(
    model: &RoleModel,
    actor: Actor,
    target: &Member,
    after: Vec<Grant>,
    owners: &mut Owners,
    now: Timestamp,
) -> Result<JudgedGrants, Vec<Violation>> {
    let mut violations = authority(model, actor, target, &after, now);
    let judged = judge(model, &after, now);
    let malformed = judged.iter().any(|violation| violation.rule == Rule::InvalidGrant);
    if malformed {
        return Err(judged);
    }
    violations.extend(judged);
    violations.extend(change_owners(model, target, &after, owners).err());
    if target.status == MemberStatus::Invited {
        // Who edits an invitation answers for all that it gives, so for what was left as it is too.
        let kept = after.iter().filter(|grant| target.grants.iter().any(|held| held.same_as(grant)));
        violations.extend(
            kept.filter(|grant| !actor.may_grant(model, grant, now)).map(|grant| not_grantable(model, grant)),
        );
        violations.extend(after.iter().filter(|grant| !is_invitable(model, grant)).map(not_invitable));
    }
    if violations.is_empty() {
        Ok(JudgedGrants { member: target.id, grants: after })
    } else {
        Err(violations)
    }
}

fn is_owner_grant(model: &RoleModel, grant: &Grant) -> bool {
    model.role_named(&grant.role) == Some(model.ownership().role)
}

/// Whether a member is an owner before and after a change of grants.
fn ownership(model: &RoleModel, target: &Member, after: &[Grant]) -> (bool, bool) {
    let owns = |grants: &[Grant]| grants.iter().any(|grant| is_owner_grant(model, grant));
    (owns(&target.grants), owns(after))
}

/// Whether a change of grants makes or unmakes an owner. Where it doesn't, [`change_grants`] looks at no other owner.
pub fn moves_ownership(model: &RoleModel, target: &Member, after: &[Grant]) -> bool {
    let (owned, owns) = ownership(model, target, after);
    owned != owns
}

fn change_owners(
    model: &RoleModel,
    target: &Member,
    after: &[Grant],
    owners: &mut Owners,
) -> Result<(), Violation> {
    match ownership(model, target, after) {
        (true, false) => owners.release(target.id),
        (false, true) => owners.admit(target.id, target.status),
        _ => Ok(()),
    }
}

/// Rules 6 and 7: only owners make or unmake owners, others grant by their roles, and nobody adds to themselves.
fn authority(
    model: &RoleModel,
    actor: Actor,
    target: &Member,
    after: &[Grant],
    now: Timestamp,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    let added = after.iter().filter(|grant| !target.grants.iter().any(|held| held.same_as(grant)));
    let taken = target.grants.iter().filter(|held| !after.iter().any(|grant| held.same_as(grant)));
    for grant in added.chain(taken) {
        if model.role_named(&grant.role).is_none() || actor.may_grant(model, grant, now) {
            continue;
        }
        violations.push(if is_owner_grant(model, grant) {
            owner_only("make or unmake an owner")
        } else {
            not_grantable(model, grant)
        });
    }
    if actor.member == target.id {
        let held = |grants| Holding { model, grants };
        let change = effects(target.account, held(&target.grants), held(after), now);
        violations.extend(change.gains.first().map(self_escalation));
    }
    violations
}

/// Rule 7: nobody adds a permission to themselves, or makes one last longer.
pub fn self_escalation(gain: &Effect) -> Violation {
    Violation::new(
        Rule::SelfEscalation,
        format!(
            "this would give yourself `{}` on {} `{}`, or make it last longer",
            gain.permission, gain.resource.kind, gain.resource.id
        ),
        "ask another member who may change roles",
    )
}

/// Refused to all but owners.
pub fn owner_only(what: &str) -> Violation {
    Violation::new(Rule::OwnerOnly, format!("only an owner may {what}"), "ask an owner of the account")
}

pub(crate) fn not_grantable(model: &RoleModel, grant: &Grant) -> Violation {
    let by: Vec<String> = model.role_named(&grant.role).map_or_else(Vec::new, |role| {
        model.role(role).granted_by.iter().map(|by| format!("`{}`", model.role(*by).id)).collect()
    });
    Violation {
        grants: vec![grant.into()],
        ..Violation::new(
            Rule::RoleNotGrantable,
            format!("the role `{}` can be granted and revoked there only by: {}", grant.role, by.join(", ")),
            "ask a member who holds one of these roles",
        )
    }
}

fn is_invitable(model: &RoleModel, grant: &Grant) -> bool {
    model.role_named(&grant.role).is_some_and(|role| model.role(role).invitable)
}

fn not_invitable(grant: &Grant) -> Violation {
    Violation {
        grants: vec![grant.into()],
        ..Violation::new(
            Rule::RoleNotInvitable,
            format!("the role `{}` can't be put into an invitation", grant.role),
            "invite with another role, and change it once the member is active",
        )
    }
}

/// What an invitation may carry: rules 3 to 5, invitable roles only, and only what the inviter may grant.
///
/// # Errors
/// Every violation found.
pub fn invite_with(
    model: &RoleModel,
    inviter: Actor,
    member: MemberId,
    grants: Vec<Grant>,
    now: Timestamp,
) -> Result<JudgedGrants, Vec<Violation>> {
    let mut violations = judge(model, &grants, now);
    if violations.iter().any(|violation| violation.rule == Rule::InvalidGrant) {
        return Err(violations);
    }
    violations.extend(grants.iter().filter(|grant| !is_invitable(model, grant)).map(not_invitable));
    let refused = |grant: &&Grant| is_invitable(model, grant) && !inviter.may_grant(model, grant, now);
    violations.extend(grants.iter().filter(refused).map(|grant| not_grantable(model, grant)));
    if violations.is_empty() { Ok(JudgedGrants { member, grants }) } else { Err(violations) }
}

/// What a newcomer gets without an invitation: rules 3 to 5, and invitable roles only.
///
/// # Errors
/// Every violation found.
pub fn join_with(
    model: &RoleModel,
    newcomer: MemberId,
    grants: Vec<Grant>,
    now: Timestamp,
) -> Result<JudgedGrants, Vec<Violation>> {
    let mut violations = judge(model, &grants, now);
    if violations.is_empty() {
        violations.extend(grants.iter().filter(|grant| !is_invitable(model, grant)).map(not_invitable));
    }
    if violations.is_empty() { Ok(JudgedGrants { member: newcomer, grants }) } else { Err(violations) }
}

/// What an accepted invitation gives: what it carries, together with what an existing member already holds. What the
/// inviter may grant is judged again, at this moment.
///
/// # Errors
/// Every violation found.
pub fn accept_with(
    model: &RoleModel,
    inviter: Option<Actor>,
    newcomer: &Member,
    existing: Option<&Member>,
    now: Timestamp,
) -> Result<JudgedGrants, Vec<Violation>> {
    let mut violations: Vec<Violation> = newcomer
        .grants
        .iter()
        .filter(|grant| !inviter.is_some_and(|inviter| inviter.may_grant(model, grant, now)))
        .map(|grant| not_grantable(model, grant))
        .collect();
    let mut grants = existing.map_or_else(Vec::new, |member| member.grants.clone());
    for grant in &newcomer.grants {
        if !grants.iter().any(|held| held.role == grant.role && held.place.key() == grant.place.key()) {
            grants.push(grant.clone());
        }
    }
    violations.extend(judge(model, &grants, now));
    let member = existing.map_or(newcomer.id, |member| member.id);
    if violations.is_empty() { Ok(JudgedGrants { member, grants }) } else { Err(violations) }
}

/// A transfer of ownership: what both hold afterwards.
#[derive(Debug, PartialEq, Eq)]
pub struct Transferred {
    /// The former owner's: the roles kept at the account, and what is held below it.
    pub from: JudgedGrants,
    /// The new owner's.
    pub to: JudgedGrants,
}

/// Moves the owner role from one member to another in one step; the former owner keeps the named roles at the account.
///
/// # Errors
/// Every violation found.
pub fn transfer_ownership(
    model: &RoleModel,
    from: &Member,
    to: &Member,
    keep_roles: &[String],
    owners: &mut Owners,
    mut new_id: impl FnMut() -> GrantId,
    now: Timestamp,
) -> Result<Transferred, Vec<Violation>> {
    let owner_role = &model.owner_role().id;
    if let Some(at) = keep_roles.iter().position(|role| role == owner_role) {
        let moves =
            Violation::invalid_grant(format!("/keep_roles/{at}"), "the owner role is what moves".to_owned());
        return Err(vec![Violation { resolve: "name other roles to keep".to_owned(), ..moves }]);
    }
    if from.id == to.id {
        return Err(vec![Violation::invalid_grant(
            "/member".to_owned(),
            "the ownership moves to another member".to_owned(),
        )]);
    }
    let whole = Place::account(from.account);
    let mut grant = |role: &String| Grant {
        id: new_id(),
        role: role.clone(),
        place: whole.clone(),
        window: Window::ALWAYS,
    };
    let mut kept: Vec<Grant> = keep_roles
        .iter()
        .map(|role| {
            let held = from
                .grants
                .iter()
                .find(|held| held.role == *role && held.place == whole && held.window.is_always());
            held.cloned().unwrap_or_else(|| grant(role))
        })
        .collect();
    kept.extend(from.grants.iter().filter(|held| held.place != whole).cloned());
    let mut taken: Vec<Grant> = match model.roles_per_member() {
        RolesPerMember::One => Vec::new(),
        RolesPerMember::Many => to.grants.clone(),
    };
    if !taken.iter().any(|held| is_owner_grant(model, held)) {
        taken.push(grant(owner_role));
    }
    let mut violations = owners.transfer(from.id, to.id, to.status).err().into_iter().collect::<Vec<_>>();
    for violation in judge(model, &kept, now) {
        let at = violation.pointer.as_deref().and_then(|pointer| pointer.split('/').nth(2)?.parse().ok());
        let pointer = at.filter(|at: &usize| *at < keep_roles.len()).map(|at| format!("/keep_roles/{at}"));
        violations.push(Violation { pointer, ..violation });
    }
    violations.extend(
        judge(model, &taken, now).into_iter().map(|violation| Violation { pointer: None, ..violation }),
    );
    if violations.is_empty() {
        let owner = Actor { member: from.id, grants: &from.grants };
        violations = authority(model, owner, from, &kept, now);
    }
    if !violations.is_empty() {
        return Err(violations);
    }
    Ok(Transferred {
        from: JudgedGrants { member: from.id, grants: kept },
        to: JudgedGrants { member: to.id, grants: taken },
    })
}
