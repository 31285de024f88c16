//! The role model of an account, and moving an account to another one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bailiwick_domain::accounts::{Account, ModelRef};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::effects::{Effects, Holding, effects};
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::integrations::{Integration, JudgedHoldings, MOST_INTEGRATIONS};
use bailiwick_domain::members::{JudgedGrants, Mapping, Member, MemberStatus, move_member, self_escalation};
use bailiwick_domain::ownership::Owners;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::role_models::{RoleModel, RoleModels, UnknownModel};
use bailiwick_domain::violations::{Rule, Violation};
use bailiwick_ports::members::MemberFilter;
use bailiwick_ports::{Access, Store, StoreError};
use serde_json::json;

use crate::audit::{self, Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate::{self, Inside};
use crate::members::grants_json;
use crate::unit::{Unit, read, write};

/// Why a deployment can't go on with the role models that it has.
#[derive(Debug, thiserror::Error)]
pub enum UnfitModels {
    /// Accounts follow one that no document declares.
    #[error("accounts follow a role model that is not there: {0}")]
    Missing(#[from] UnknownModel),
    /// Accounts follow one whose document says something else now.
    #[error(
        "accounts follow version {} of the role model `{}`, and its document says something else than when they began: \
         bring the former document back, and give the changed one a new version", .0.version, .0.id
    )]
    Changed(ModelRef),
    /// What the store fails with.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn fingerprint(model: &RoleModel) -> String {
    audit::hash(model.substance())
}

/// Checks, before anything is served, that the models which accounts follow are there and say what they said, and keeps
/// what the others say now. A model that no account follows may still change.
///
/// # Errors
/// [`UnfitModels`].
pub async fn settle(store: &dyn Store, models: &RoleModels) -> std::result::Result<(), UnfitModels> {
    let mut unit = store.begin(Access::Read).await?;
    let (in_use, kept) = (unit.accounts().models_in_use().await, unit.role_models().fingerprints().await);
    unit.rollback().await?;
    let kept: BTreeMap<(String, u32), String> =
        kept?.into_iter().map(|(model, fingerprint)| ((model.id, model.version), fingerprint)).collect();
    let before = |model: &RoleModel| kept.get(&(model.id().to_owned(), model.version()));
    for model in in_use? {
        let found = models.get(&model.id, Some(model.version))?;
        if before(found).is_some_and(|before| *before != fingerprint(found)) {
            return Err(UnfitModels::Changed(model));
        }
    }
    let new: Vec<_> = models.iter().filter(|model| before(model) != Some(&fingerprint(model))).collect();
    if new.is_empty() {
        return Ok(());
    }
    let mut unit = store.begin(Access::Write).await?;
    for model in new {
        let named = ModelRef { id: model.id().to_owned(), version: model.version() };
        if let Err(error) = unit.role_models().keep(&named, &fingerprint(model)).await {
            unit.rollback().await?;
            return Err(error.into());
        }
    }
    unit.commit().await?;
    Ok(())
}

/// The model that an account follows.
///
/// # Errors
/// Without `account.view`.
pub async fn get(cx: &Context, call: &Call, account: AccountId) -> Result<Arc<RoleModel>> {
    gate::view(cx, call, account, Core::AccountView).await?;
    let known = cx.decisions.account(account).await?;
    known.map(|account| account.model).ok_or_else(|| Error::not_found("account"))
}

/// Where an account is to move.
#[derive(Debug, Clone)]
pub struct Move {
    /// The model's id.
    pub id: String,
    /// Its version; the newest without it.
    pub version: Option<u32>,
    /// Old roles with the new one, or none to drop it; a role that is not named keeps its id.
    pub mapping: Mapping,
}

impl Move {
    fn target(&self, cx: &Context) -> Result<Arc<RoleModel>> {
        let target = cx.models.get(&self.id, self.version).cloned();
        target.map_err(|unknown| Error::invalid_as("unknown_role_model", "/id", unknown.to_string()))
    }
}

/// What a move does to one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberMove {
    /// Who.
    pub member: MemberId,
    /// What they gain and lose.
    pub effects: Effects,
    /// The rules that would break.
    pub violations: Vec<Violation>,
}

/// What a move does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MovePreview {
    /// The members for whom something changes or breaks, by id.
    pub members: Vec<MemberMove>,
    /// The rules that would break for the account as a whole.
    pub violations: Vec<Violation>,
}

const PAGE: u64 = 200;

struct Planned {
    target: Arc<RoleModel>,
    machines: Vec<(Integration, JudgedHoldings)>,
    moves: Vec<(Member, std::result::Result<JudgedGrants, Vec<Violation>>)>,
    violations: Vec<Violation>,
}

async fn plan(cx: &Context, unit: &mut Unit<'_>, inside: &Inside, to: &Move) -> Result<Planned> {
    let target = to.target(cx)?;
    if Arc::ptr_eq(&target, &inside.model) && !to.mapping.is_empty() {
        let detail =
            "must be empty where the account follows this version already: change members' grants instead";
        return Err(Error::invalid("/mapping", detail));
    }
    if let Some(role) = to.mapping.keys().find(|role| inside.model.role_named(role).is_none()) {
        return Err(Error::invalid(
            "/mapping",
            format!("names the role `{role}`, which the present model does not have"),
        ));
    }
    let mut violations = misplaced(&target, &unit.resources().kinds(inside.id()).await?);
    let (mut moves, mut holders, mut after) = (Vec::new(), Vec::new(), None);
    let owner_role = &target.owner_role().id;
    loop {
        let page = unit.members().list(inside.id(), &MemberFilter::default(), after, PAGE).await?;
        after = page.items.last().map(|member| member.id);
        for member in page.items {
            let mut moved = move_member(&target, &member, &to.mapping, cx.now());
            if moved.as_ref().is_ok_and(|moved| moved.grants().iter().any(|grant| grant.role == *owner_role))
            {
                holders.push((member.id, member.status));
            }
            let was_owner = member.grants.iter().any(|grant| grant.role == inside.model.owner_role().id);
            if let Ok(judged) = &moved {
                let mut broken =
                    becomes_owner(&target, &member, was_owner, judged).err().into_iter().collect::<Vec<_>>();
                if inside.is(member.id) {
                    broken.extend(own_gain(cx, inside, &target, judged));
                }
                if !broken.is_empty() {
                    moved = Err(broken);
                }
            }
            if let Some(user) = member.user.filter(|_| target.one_active_account()) {
                let elsewhere = unit.members().active_in_model(user, target.id()).await?;
                if elsewhere.iter().any(|account| *account != inside.id()) {
                    let detail =
                        format!("the member {} is active in another account of this model", member.id);
                    violations.push(Violation::new(
                        Rule::ActiveElsewhere,
                        detail,
                        "remove the member from one of the accounts",
                    ));
                }
            }
            moves.push((member, moved));
        }
        if !page.more {
            break;
        }
    }
    violations.extend(Owners::new(&target, holders).out_of_bounds());
    let machines = plan_machines(cx, unit, inside, &target, to, &mut violations).await?;
    Ok(Planned { target, machines, moves, violations })
}

/// Service integrations move like members. What one would break is told of the account as a whole.
async fn plan_machines(
    cx: &Context,
    unit: &mut Unit<'_>,
    inside: &Inside,
    target: &RoleModel,
    to: &Move,
    violations: &mut Vec<Violation>,
) -> Result<Vec<(Integration, JudgedHoldings)>> {
    let mut machines = Vec::new();
    for machine in unit.integrations().list(inside.id(), None, MOST_INTEGRATIONS as u64).await?.items {
        match JudgedHoldings::moved(target, &machine, &to.mapping, cx.now()) {
            Ok(judged) => machines.push((machine, judged)),
            Err(broken) => violations.extend(broken.into_iter().map(|broken| Violation {
                detail: format!("of the service integration {}: {}", machine.id, broken.detail),
                ..broken
            })),
        }
    }
    Ok(machines)
}

/// Resources stay where they are, so the new model must know their types and let them stand there. The pairs of a
/// resource's type and its parent's come ordered.
fn misplaced(target: &RoleModel, kinds: &[(String, String)]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for some in kinds.chunk_by(|one, other| one.0 == other.0) {
        let kind = &some[0].0;
        if target.type_named(kind).is_none() {
            let detail = format!(
                "the account has resources of type `{kind}`, which the new role model does not declare"
            );
            let resolve = "delete these resources first";
            violations.push(Violation::new(Rule::ResourceTypeUnknown, detail, resolve));
            continue;
        }
        for (_, parent) in some.iter().filter(|(_, parent)| !target.may_stand(kind, parent)) {
            let detail = format!(
                "the account has resources of type `{kind}` under one of type `{parent}`, where the new role model \
                 lets none stand"
            );
            let resolve = "give these resources another parent first, or delete them";
            violations.push(Violation::new(Rule::ResourceMisplaced, detail, resolve));
        }
    }
    violations
}

/// Rule 6 holds over a move too: a new owner is an active member, and where the most is 1 the role moves by a transfer.
fn becomes_owner(
    target: &RoleModel,
    member: &Member,
    was_owner: bool,
    judged: &JudgedGrants,
) -> std::result::Result<(), Violation> {
    let owns = judged.grants().iter().any(|grant| grant.role == target.owner_role().id);
    if !owns || was_owner {
        return Ok(());
    }
    if target.ownership().most == Some(1) {
        let resolve = "map the present owner role to the new one, and transfer the ownership before or after";
        return Err(Violation::new(
            Rule::OwnerByTransfer,
            "this would move the ownership without a transfer",
            resolve,
        ));
    }
    if member.status != MemberStatus::Active {
        return Err(Violation::new(
            Rule::MemberNotActive,
            "a new owner must be an active member",
            "map this role to another one",
        ));
    }
    Ok(())
}

/// Rule 7 holds over a move too. What the new model gives to owners, who is one already gets: that is no role of one's own
/// choice.
fn own_gain(cx: &Context, inside: &Inside, target: &RoleModel, judged: &JudgedGrants) -> Option<Violation> {
    let owner = target.owner_role();
    let stays =
        inside.actor().is_owner(&inside.model) && judged.grants().iter().any(|grant| grant.role == owner.id);
    let owners_own = |permission: &str| {
        let index = target.permission_named(permission);
        stays && index.is_some_and(|index| owner.here.contains(index) || owner.on_account.contains(index))
    };
    let before = Holding { model: &inside.model, grants: inside.actor().grants };
    let after = Holding { model: target, grants: judged.grants() };
    let gains = effects(inside.id(), before, after, cx.now()).gains;
    gains.iter().find(|gain| !owners_own(&gain.permission)).map(self_escalation)
}

/// Previews a move to another model or version; nothing is changed.
///
/// # Errors
/// `owner_only`; an unknown model or role.
pub async fn preview_move(cx: &Context, call: &Call, account: AccountId, to: &Move) -> Result<MovePreview> {
    read(cx, async |unit| {
        let inside = gate::inside(cx, unit, call, account).await?;
        inside.require_owner("move the account to another role model")?;
        let Planned { target, moves, violations, .. } = plan(cx, unit, &inside, to).await?;
        let members = moves
            .into_iter()
            .map(|(member, moved)| {
                let after = moved.as_ref().map_or(&[][..], JudgedGrants::grants);
                let before = Holding { model: &inside.model, grants: &member.grants };
                let effects = effects(account, before, Holding { model: &target, grants: after }, cx.now());
                MemberMove { member: member.id, effects, violations: moved.err().unwrap_or_default() }
            })
            .filter(|moved| moved.effects != Effects::default() || !moved.violations.is_empty())
            .collect();
        Ok(MovePreview { members, violations })
    })
    .await
}

/// Where the new model lets a user be active in one account only, none of the account's may join another while it moves.
/// Users are locked before accounts, so who is in it is read twice.
async fn lock_users(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: AccountId,
    to: &Move,
) -> Result<BTreeSet<UserId>> {
    let inside = gate::inside(cx, unit, call, account).await?;
    inside.require_owner("move the account to another role model")?;
    let mut users = BTreeSet::new();
    let mut after = None;
    while to.target(cx)?.one_active_account() {
        let page = unit.members().list(account, &MemberFilter::default(), after, PAGE).await?;
        after = page.items.last().map(|member| member.id);
        users.extend(page.items.iter().filter_map(|member| member.user));
        if !page.more {
            break;
        }
    }
    unit.users().lock(&users.iter().copied().collect::<Vec<_>>()).await?;
    Ok(users)
}

/// Moves an account to another model or version, in one step.
///
/// # Errors
/// `owner_only`; every rule that would break; `stale_version`.
pub async fn move_account(cx: &Context, call: &Call, account: AccountId, to: &Move) -> Result<Account> {
    write(cx, call, async |unit| {
        let locked = lock_users(cx, unit, call, account, to).await?;
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require_owner("move the account to another role model")?;
        call.expects(inside.account.version)?;
        let Planned { target, machines, moves, mut violations } = plan(cx, unit, &inside, to).await?;
        let mut users = moves.iter().filter_map(|(member, _)| member.user);
        if target.one_active_account() && !users.all(|user| locked.contains(&user)) {
            return Err(Error::overtaken());
        }
        let mut judged = Vec::new();
        for (member, moved) in moves {
            match moved {
                Ok(moved) => judged.push((member, moved)),
                Err(broken) => violations.extend(broken),
            }
        }
        if !violations.is_empty() {
            let mut error = Error::violated(violations);
            // The move itself is well formed: a role without a counterpart is the account's state, no fault of the input.
            if error.kind == Kind::Invalid {
                error.kind = Kind::Conflict;
            }
            return Err(error);
        }
        let mut changed = Vec::new();
        for (member, judged) in &judged {
            if member.grants != judged.grants() {
                unit.members().put_grants(account, judged).await?;
                changed.push(json!({ "member": member.id, "before": grants_json(&member.grants), "after": grants_json(judged.grants()) }));
            }
        }
        for (machine, judged) in &machines {
            if machine.grants != judged.grants() {
                unit.integrations().put_grants(account, judged).await?;
                changed.push(json!({ "integration": machine.id, "before": grants_json(&machine.grants), "after": grants_json(judged.grants()) }));
            }
        }
        let mut moved = inside.account.clone();
        moved.model = ModelRef { id: target.id().to_owned(), version: target.version() };
        if changed.is_empty() && moved == inside.account {
            return Ok(moved);
        }
        moved.version += 1;
        unit.accounts().update(&moved).await?;
        let change = Change {
            action: "account.role_model_changed",
            target: Party::new("account", account),
            before: json!({ "role_model": inside.account.model }),
            after: json!({ "role_model": moved.model, "mapping": to.mapping, "members": changed }),
        };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok(moved)
    })
    .await
}
