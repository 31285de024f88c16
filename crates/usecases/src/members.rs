//! Members: listing them, changing what they hold, suspending, removing, and moving the ownership.

use bailiwick_domain::accounts::Account;
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::effects::{Effects, Holding, effects};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, DeliveryId, GrantId, MemberId};
use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::{
    JudgedGrants, Member, MemberStatus, change_grants, moves_ownership, owner_only, transfer_ownership,
};
use bailiwick_domain::outbox::Message;
use bailiwick_domain::ownership::Owners;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_domain::violations::Violation;
use bailiwick_ports::Page;
use bailiwick_ports::members::MemberFilter;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Inside, Viewer};
use crate::input::{NewGrant, resolve_grants};
use crate::integrations::{Affected, by_change, by_removal};
use crate::invitations::close;
use crate::unit::{Unit, read, write};

/// An account's members that pass a filter, by id.
///
/// # Errors
/// Without `member.view`.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    filter: &MemberFilter,
    after: Option<MemberId>,
    limit: u64,
) -> Result<Page<Member>> {
    gate::view(cx, call, account, Core::MemberView).await?;
    read(cx, async |unit| Ok(unit.members().list(account, filter, after, limit).await?)).await
}

/// One member; one's own always.
///
/// # Errors
/// Without `member.view`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, id: MemberId) -> Result<Member> {
    let viewer = gate::enter(cx, call, account).await?;
    if !matches!(&viewer, Viewer::Member(known) if known.member == Some(id)) {
        gate::view(cx, call, account, Core::MemberView).await?;
    }
    read(cx, async |unit| unit.members().find(account, id).await?.ok_or_else(|| Error::not_found("member")))
        .await
}

pub(crate) fn grants_json(grants: &[Grant]) -> Value {
    grants
        .iter()
        .map(|grant| {
            let mut value = json!({ "id": grant.id, "role": grant.role, "resource": grant.place.name() });
            if let Some(start) = grant.window.starts_at {
                value["starts_at"] = json!(start);
            }
            if let Some(end) = grant.window.expires_at {
                value["expires_at"] = json!(end);
            }
            value
        })
        .collect()
}

async fn owners(unit: &mut Unit<'_>, inside: &Inside) -> Result<Owners> {
    let holders = unit.members().lock_owners(inside.id(), &inside.model.owner_role().id).await?;
    Ok(Owners::new(&inside.model, holders))
}

fn absent() -> Error {
    Error::not_found("member")
}

/// Replaces all that a member holds, in one step.
///
/// # Errors
/// Without `member.roles.change`; every rule of `role-models.md` that would break; `stale_version`.
pub async fn put_grants(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: MemberId,
    asked: Vec<NewGrant>,
) -> Result<Member> {
    write(cx, call, async |unit| {
        let (inside, member) = gate::lock_with(cx, unit, call, account, id).await?;
        inside.require(cx, Core::MemberRolesChange)?;
        let own = inside.person()?.id;
        let mut member = member.ok_or_else(absent)?;
        call.expects(member.version)?;
        let after = resolve_grants(cx, unit, account, asked, &member.grants).await?;
        if is_same_set(&after, &member.grants) {
            return Ok(member);
        }
        let model = &inside.model;
        let mut owners = if moves_ownership(model, &member, &after) {
            owners(unit, &inside).await?
        } else {
            Owners::new(model, [])
        };
        let judged = change_grants(model, inside.actor(), &member, after, &mut owners, cx.now())
            .map_err(Error::violated)?;
        put_judged(cx, unit, call, &mut member, &judged, "member.grants_changed").await?;
        if member.status == MemberStatus::Invited {
            if let Some(mut invitation) = unit.invitations().find_by_member(account, id).await? {
                invitation.invited_by = own;
                invitation.version += 1;
                unit.invitations().update(&invitation).await?;
            }
        } else {
            notify_role_change(cx, unit, &inside, &member).await?;
        }
        Ok(member)
    })
    .await
}

/// Whether nothing changes; the order says nothing.
fn is_same_set(asked: &[Grant], held: &[Grant]) -> bool {
    let all_in = |some: &[Grant], others: &[Grant]| some.iter().all(|grant| others.contains(grant));
    asked.len() == held.len() && all_in(asked, held) && all_in(held, asked)
}

pub(crate) async fn put_judged(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    member: &mut Member,
    judged: &JudgedGrants,
    action: &'static str,
) -> Result<()> {
    unit.members().put_grants(member.account, judged).await?;
    let change = Change {
        action,
        target: Party::new("member", member.id),
        before: json!({ "grants": grants_json(&member.grants) }),
        after: json!({ "grants": grants_json(judged.grants()) }),
    };
    record(cx, unit, call, Chain::Account(member.account), change).await?;
    member.grants = judged.grants().to_vec();
    member.version += 1;
    Ok(())
}

async fn notify_role_change(
    cx: &Context,
    unit: &mut Unit<'_>,
    inside: &Inside,
    member: &Member,
) -> Result<()> {
    if inside.is(member.id) || member.user.is_none() {
        return Ok(());
    }
    let message = Message::RoleChange { account: member.account, member: member.id };
    Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
}

/// What a change of grants would do, and every rule that it would break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What would be gained and lost.
    pub effects: Effects,
    /// Every rule that would break.
    pub violations: Vec<Violation>,
    /// What hangs on the member and would be affected.
    pub affects: Affected,
}

/// Previews a change of grants; nothing is changed.
///
/// # Errors
/// Without `member.roles.change`; a resource that is not there.
pub async fn preview_grants(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: MemberId,
    asked: Vec<NewGrant>,
) -> Result<Preview> {
    read(cx, async |unit| {
        let inside = gate::inside(cx, unit, call, account).await?;
        inside.require(cx, Core::MemberRolesChange)?;
        inside.person()?;
        let member = unit.members().find(account, id).await?.ok_or_else(absent)?;
        let after = resolve_grants(cx, unit, account, asked, &member.grants).await?;
        let mut owners = owners(unit, &inside).await?;
        let model = &inside.model;
        let judged = change_grants(model, inside.actor(), &member, after.clone(), &mut owners, cx.now());
        let holding = |grants| Holding { model, grants };
        let effects = effects(account, holding(&member.grants), holding(&after), cx.now());
        let affects = by_change(cx, unit, model, &member, &after, &effects).await?;
        Ok(Preview { effects, violations: judged.err().unwrap_or_default(), affects })
    })
    .await
}

/// Who was suspended or removed by another does not come back by the account's single sign-on, neither after leaving nor
/// as a new user with the same address; who was resumed or invited anew does.
pub(crate) async fn keep_out(unit: &mut Unit<'_>, member: &Member, out: bool) -> Result<()> {
    let Some(user) = member.user else { return Ok(()) };
    if out {
        unit.members().shut_out(member.account, user, &member.email).await?;
    } else {
        unit.members().let_in(member.account, user, &member.email).await?;
    }
    Ok(())
}

/// Suspends a member, or resumes one.
///
/// # Errors
/// Without `member.remove`; `user_only` to resume; `owner_only`, `last_owner`, `member_not_active`.
pub async fn set_suspended(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: MemberId,
    suspended: bool,
) -> Result<Member> {
    write(cx, call, async |unit| {
        let (inside, member) = gate::lock_with(cx, unit, call, account, id).await?;
        inside.require(cx, Core::MemberRemove)?;
        if !suspended {
            // Who knows a machine's key can't bring themselves back by it.
            inside.person()?;
        }
        let mut member = member.ok_or_else(absent)?;
        call.expects(member.version)?;
        let (wanted, action, what) = if suspended {
            (MemberStatus::Suspended, "member.suspended", "suspend an owner")
        } else {
            (MemberStatus::Active, "member.resumed", "resume an owner")
        };
        if member.status == MemberStatus::Invited {
            return Err(Error::conflict(
                "member_not_active",
                "an invited member can be removed, not suspended or resumed",
            ));
        }
        if member.status == wanted {
            return Ok(member);
        }
        let mut owners = owners(unit, &inside).await?;
        if owners.contains(id) {
            inside.require_owner(what)?;
        }
        if suspended {
            owners.suspend(id).map_err(Error::from)?;
        }
        let before = json!({ "status": member.status });
        member.status = wanted;
        member.version += 1;
        unit.members().update(&member).await?;
        keep_out(unit, &member, suspended).await?;
        let change =
            Change { action, target: Party::new("member", id), before, after: json!({ "status": wanted }) };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok(member)
    })
    .await
}

/// Removes a member, lets oneself leave, or revokes the invitation that made the member row. Who lacks the second factor
/// that the account requires may still leave. What hung on the member is told.
///
/// # Errors
/// Without `member.remove`, but for oneself; `owner_only`, `last_owner`.
pub async fn remove(cx: &Context, call: &Call, account: AccountId, id: MemberId) -> Result<Affected> {
    write(cx, call, async |unit| {
        let found = gate::lock_to_leave(cx, unit, call, account, id).await?;
        let (inside, member) = removable(cx, found)?;
        call.expects(member.version)?;
        if member.status == MemberStatus::Invited
            && let Some(mut invitation) = unit.invitations().find_by_member(account, id).await?
        {
            close(cx, unit, call, &mut invitation, InvitationStatus::Revoked).await?;
            return Ok(Affected::default());
        }
        let own = inside.is(id);
        let mut owners = owners(unit, &inside).await?;
        may_remove(&inside, &owners, id)?;
        let affected = by_removal(cx, unit, &member).await?;
        let action = if own { "member.left" } else { "member.removed" };
        depart(cx, unit, call, &member, &mut owners, action).await?;
        if let Some(user) = member.user.filter(|_| !own) {
            keep_out(unit, &member, true).await?;
            let message = Message::Removal { account, user };
            unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?;
        }
        Ok(affected)
    })
    .await
}

/// A member whom the caller may remove, as far as owners are not concerned.
fn removable(cx: &Context, (mut inside, member): (Inside, Option<Member>)) -> Result<(Inside, Member)> {
    let own = member.as_ref().is_some_and(|member| inside.is(member.id));
    if !own {
        inside = inside.unbarred()?;
        inside.require(cx, Core::MemberRemove)?;
    }
    Ok((inside, member.ok_or_else(absent)?))
}

fn may_remove(inside: &Inside, owners: &Owners, id: MemberId) -> Result<()> {
    if !inside.is(id) && owners.contains(id) && !inside.actor().is_owner(&inside.model) {
        return Err(owner_only("remove an owner").into());
    }
    Ok(())
}

/// What a removal would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// What hangs on the member and would be affected.
    pub affects: Affected,
    /// The rule that would break, if one does.
    pub violations: Vec<Violation>,
}

/// Previews the removal of a member; nothing is changed.
///
/// # Errors
/// As [`remove`], but for the rules about owners.
pub async fn preview_removal(cx: &Context, call: &Call, account: AccountId, id: MemberId) -> Result<Removal> {
    read(cx, async |unit| {
        let found = gate::to_leave(cx, unit, call, account, id).await?;
        let (inside, member) = removable(cx, found)?;
        if member.status == MemberStatus::Invited {
            return Ok(Removal { affects: Affected::default(), violations: Vec::new() });
        }
        let mut owners = owners(unit, &inside).await?;
        may_remove(&inside, &owners, id)?;
        let affects = by_removal(cx, unit, &member).await?;
        Ok(Removal { affects, violations: owners.depart(id).err().into_iter().collect() })
    })
    .await
}

/// A member goes, if the owners stay within their bounds. An account that was the user's personal one is theirs no more.
async fn depart(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    member: &Member,
    owners: &mut Owners,
    action: &'static str,
) -> Result<()> {
    let departed = owners.depart(member.id).map_err(Error::from)?;
    unit.members().remove(member.account, departed).await?;
    let mut before =
        json!({ "status": member.status, "user": member.user, "grants": grants_json(&member.grants) });
    if let Some(mut account) = unit.accounts().find(member.account).await?
        && account.personal_of.is_some()
        && account.personal_of == member.user
    {
        account.personal_of = None;
        account.version += 1;
        unit.accounts().update(&account).await?;
        before["personal_account"] = json!(true);
    }
    let change = Change { action, target: Party::new("member", member.id), before, after: Value::Null };
    record(cx, unit, call, Chain::Account(member.account), change).await
}

/// A user who goes for good leaves an account that is locked.
///
/// # Errors
/// `last_owner`, which names the account.
pub(crate) async fn leave(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    member: &Member,
) -> Result<()> {
    let model = gate::model_of(cx, account)?;
    let holders = unit.members().lock_owners(account.id, &model.owner_role().id).await?;
    let mut owners = Owners::new(&model, holders);
    depart(cx, unit, call, member, &mut owners, "member.left").await.map_err(|error| Error {
        resource: Some(ResourceRef::account(account.id)),
        resolve: Some(format!(
            "make another active member of {} an owner, transfer the ownership, or close the account",
            account.name.as_str()
        )),
        ..error
    })
}

/// Both sides of a transfer of ownership.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Transfer {
    /// The former owner.
    pub from: Member,
    /// The new owner.
    pub to: Member,
}

/// Moves the ownership from the caller to another active member, in one step.
///
/// # Errors
/// `owner_only`, `reauthentication_required`, `member_not_active`, and every rule that would break.
pub async fn transfer(
    cx: &Context,
    call: &Call,
    account: AccountId,
    to: MemberId,
    keep_roles: &[String],
) -> Result<Transfer> {
    write(cx, call, async |unit| {
        let (inside, to) = gate::lock_with(cx, unit, call, account, to).await?;
        inside.require_owner("transfer the ownership")?;
        call.fresh_user(cx.now())?;
        let mut to = to.ok_or_else(|| Error::not_found_at("/member", "member"))?;
        let mut from = inside.person()?.clone();
        let mut owners = owners(unit, &inside).await?;
        let new_id = || GrantId::new(cx.ids.uuid());
        let moved = transfer_ownership(&inside.model, &from, &to, keep_roles, &mut owners, new_id, cx.now())
            .map_err(Error::violated)?;
        let held = |member: &Member| grants_json(&member.grants);
        let before = json!({ "owner": from.id, "from_grants": held(&from), "to_grants": held(&to) });
        for (member, judged) in [(&mut from, &moved.from), (&mut to, &moved.to)] {
            unit.members().put_grants(account, judged).await?;
            member.grants = judged.grants().to_vec();
            member.version += 1;
        }
        let after = json!({ "owner": to.id, "from_grants": held(&from), "to_grants": held(&to) });
        let target = Party::new("member", to.id);
        record(
            cx,
            unit,
            call,
            Chain::Account(account),
            Change { action: "ownership.transferred", target, before, after },
        )
        .await?;
        notify_role_change(cx, unit, &inside, &to).await?;
        Ok(Transfer { from, to })
    })
    .await
}
