//! Invitations: making, listing, resending and revoking them. Accepting is in `acceptance`.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, DeliveryId, InvitationId, MemberId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus, LIFETIME_SECONDS};
use bailiwick_domain::members::{Member, MemberStatus, accept_with, invite_with};
use bailiwick_domain::outbox::Message;
use bailiwick_domain::ownership::Departed;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::text::{Email, Name};
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::accounts::active_elsewhere;
use crate::audit::{Change, record, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Inside};
use crate::input::{self, NewGrant, resolve_grants};
use crate::limits;
use crate::members::grants_json;
use crate::unit::{Unit, read, write};

/// An invitation with the member row that it made, while that is there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The invited member.
    pub member: Option<Member>,
}

/// Invites an address. A mail with a link follows.
///
/// # Errors
/// Without `member.invite`; the fields at fault; `already_member`, `invitation_pending`, `active_elsewhere`, and every
/// rule that the grants would break; `rate_limited`.
pub async fn invite(
    cx: &Context,
    call: &Call,
    account: AccountId,
    email: String,
    first_name: Option<String>,
    asked: Vec<NewGrant>,
) -> Result<Invited> {
    let first_name = first_name.map(|name| input::text::<Name>("/first_name", name)).transpose();
    let (email, first_name, ()) = input::all3(input::text::<Email>("/email", email), first_name, Ok(()))?;
    mailing(cx, call, account, &email.clone(), async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::MemberInvite)?;
        check_invitable(cx, unit, call, &inside, &email).await?;
        let id = MemberId::new(cx.ids.uuid());
        let grants = resolve_grants(cx, unit, account, asked, &[]).await?;
        let judged = invite_with(&inside.model, inside.actor(), id, grants, cx.now()).map_err(Error::violated)?;
        let now = cx.now();
        let mut member = Member {
            id,
            account,
            user: None,
            email: email.clone(),
            name: first_name.as_ref().map(|name| name.as_str().to_owned()),
            status: MemberStatus::Invited,
            grants: Vec::new(),
            two_factor: false,
            last_seen_at: None,
            created_at: now,
            version: 1,
        };
        unit.members().insert(&member).await?;
        if !judged.grants().is_empty() {
            unit.members().put_grants(account, &judged).await?;
            member.grants = judged.grants().to_vec();
        }
        let invitation = Invitation {
            id: InvitationId::new(cx.ids.uuid()),
            account,
            member: id,
            email,
            first_name,
            invited_by: inside.person()?.id,
            status: InvitationStatus::Pending,
            generation: 1,
            created_at: now,
            expires_at: now.plus_seconds(LIFETIME_SECONDS),
            version: 1,
        };
        unit.invitations().insert(&invitation).await?;
        let after = json!({ "member": id, "grants": grants_json(&member.grants), "expires_at": invitation.expires_at });
        let target = Party::new("invitation", invitation.id);
        let change = Change { action: "invitation.created", target, before: Value::Null, after };
        record(cx, unit, call, Chain::Account(account), change).await?;
        send(cx, unit, &invitation).await?;
        Ok(Invited { invitation, member: Some(member) })
    })
    .await
}

/// Runs steps that queue an invitation's mail, within the limits of such mails. A refusal and a repetition queue none, and
/// do not count.
async fn mailing(
    cx: &Context,
    call: &Call,
    account: AccountId,
    to: &Email,
    steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<Invited>,
) -> Result<Invited> {
    call.caller.subject()?;
    gate::view(cx, call, account, Core::MemberInvite).await?;
    call.caller.user()?;
    let counted = limits::count_invitation(cx, account, to).await?;
    let mut queued = false;
    let outcome = write(cx, call, async |unit| {
        let invited = steps(unit).await?;
        queued = true;
        Ok(invited)
    })
    .await;
    if !queued || outcome.is_err() {
        counted.take_back(cx).await;
    }
    outcome
}

async fn send(cx: &Context, unit: &mut Unit<'_>, invitation: &Invitation) -> Result<()> {
    let message = Message::Invitation {
        account: invitation.account,
        invitation: invitation.id,
        generation: invitation.generation,
    };
    Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
}

/// The address is no member, has no open invitation, and may be invited by the model. One that expired makes room.
async fn check_invitable(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    inside: &Inside,
    email: &Email,
) -> Result<()> {
    let account = inside.id();
    if let Some(user) = unit.users().find_by_email(email).await? {
        if unit.members().find_by_user(account, user.id).await?.is_some() {
            return Err(Error::conflict("already_member", "the user is a member of this account already"));
        }
        let model = &inside.model;
        if model.one_active_account()
            && !unit.members().active_in_model(user.id, model.id()).await?.is_empty()
        {
            return Err(active_elsewhere("the user is", model.id()));
        }
    }
    if let Some(mut old) = unit.invitations().find_pending(account, email).await? {
        if old.status_at(cx.now()) == InvitationStatus::Pending {
            return Err(bailiwick_ports::StoreError::Conflict(
                bailiwick_ports::Constraint::PendingInvitation,
            )
            .into());
        }
        close(cx, unit, call, &mut old, InvitationStatus::Expired).await?;
    }
    Ok(())
}

/// Ends a pending invitation, and removes the member row that it made.
pub(crate) async fn close(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    invitation: &mut Invitation,
    status: InvitationStatus,
) -> Result<()> {
    let action =
        if status == InvitationStatus::Revoked { "invitation.revoked" } else { "invitation.expired" };
    let change = end(unit, invitation, status, action).await?;
    record(cx, unit, call, Chain::Account(invitation.account), change).await
}

/// Closes an invitation because its user became active in another account of an exclusive model. Who that was, and from
/// where, is not for this account's audit.
pub(crate) async fn lapse(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    invitation: &mut Invitation,
) -> Result<()> {
    let change = end(unit, invitation, InvitationStatus::Lapsed, "invitation.lapsed").await?;
    let call = Call::new(call.caller, call.request_id.clone());
    record_as(cx, unit, &call, Party::nameless("system"), Chain::Account(invitation.account), change).await
}

async fn end(
    unit: &mut Unit<'_>,
    invitation: &mut Invitation,
    status: InvitationStatus,
    action: &'static str,
) -> Result<Change> {
    let account = invitation.account;
    invitation.status = status;
    invitation.version += 1;
    unit.invitations().update(invitation).await?;
    let member = unit.members().find(account, invitation.member).await?;
    if let Some(departed) = member.as_ref().and_then(Departed::of_invited) {
        unit.members().remove(account, departed).await?;
    }
    Ok(Change {
        action,
        target: Party::new("invitation", invitation.id),
        before: json!({ "member": invitation.member }),
        after: json!({ "status": status }),
    })
}

/// An account's invitations, by id.
///
/// # Errors
/// Without `member.invite`.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    status: Option<InvitationStatus>,
    after: Option<InvitationId>,
    limit: u64,
) -> Result<Page<Invitation>> {
    gate::view(cx, call, account, Core::MemberInvite).await?;
    read(cx, async |unit| Ok(unit.invitations().list(account, status, cx.now(), after, limit).await?)).await
}

/// One invitation.
///
/// # Errors
/// Without `member.invite`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, id: InvitationId) -> Result<Invited> {
    gate::view(cx, call, account, Core::MemberInvite).await?;
    read(cx, async |unit| {
        let invitation =
            unit.invitations().find(account, id).await?.ok_or_else(|| Error::not_found("invitation"))?;
        let member = unit.members().find(account, invitation.member).await?;
        Ok(Invited { invitation, member })
    })
    .await
}

/// Sends an invitation again: a new link and a new time to run; older links stop. The caller answers for it from now on.
///
/// # Errors
/// Without `member.invite`, or without the right to grant what it carries; `invitation_closed`, `invitation_used`;
/// `rate_limited`.
pub async fn resend(cx: &Context, call: &Call, account: AccountId, id: InvitationId) -> Result<Invited> {
    call.caller.subject()?;
    let to = get(cx, call, account, id).await?.invitation.email;
    mailing(cx, call, account, &to, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::MemberInvite)?;
        let mut invitation = open(unit, account, id).await?;
        call.expects(invitation.version)?;
        let member = unit.members().find(account, invitation.member).await?;
        let member = member.ok_or_else(|| Error::not_found("member"))?;
        accept_with(&inside.model, Some(inside.actor()), &member, None, cx.now()).map_err(Error::violated)?;
        let before = json!({ "expires_at": invitation.expires_at, "invited_by": invitation.invited_by });
        invitation.renew(inside.person()?.id, cx.now());
        invitation.version += 1;
        unit.invitations().update(&invitation).await?;
        let after = json!({ "expires_at": invitation.expires_at, "invited_by": invitation.invited_by });
        let target = Party::new("invitation", id);
        record(
            cx,
            unit,
            call,
            Chain::Account(account),
            Change { action: "invitation.resent", target, before, after },
        )
        .await?;
        send(cx, unit, &invitation).await?;
        Ok(Invited { invitation, member: Some(member) })
    })
    .await
}

async fn open(unit: &mut Unit<'_>, account: AccountId, id: InvitationId) -> Result<Invitation> {
    let invitation =
        unit.invitations().find(account, id).await?.ok_or_else(|| Error::not_found("invitation"))?;
    match invitation.status {
        InvitationStatus::Pending => Ok(invitation),
        InvitationStatus::Accepted => {
            Err(Error::conflict("invitation_used", "the invitation was accepted already"))
        }
        _ => Err(Error::conflict("invitation_closed", "the invitation is no longer open")),
    }
}

/// Takes an invitation back.
///
/// # Errors
/// Without `member.invite`; `invitation_closed`, `invitation_used`.
pub async fn revoke(cx: &Context, call: &Call, account: AccountId, id: InvitationId) -> Result<()> {
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::MemberInvite)?;
        let mut invitation = open(unit, account, id).await?;
        call.expects(invitation.version)?;
        close(cx, unit, call, &mut invitation, InvitationStatus::Revoked).await
    })
    .await
}

/// The invitations that wait for one's own address, once it is proven, each with its account's name.
///
/// # Errors
/// Not signed in.
pub async fn mine(
    cx: &Context,
    call: &Call,
    after: Option<InvitationId>,
    limit: u64,
) -> Result<Page<(Invitation, Name)>> {
    let id = call.own_user()?;
    read(cx, async |unit| {
        let user = unit.users().find(id).await?.ok_or_else(Error::unauthenticated)?;
        if user.email_verified_at.is_none() {
            return Ok(Page { items: Vec::new(), more: false });
        }
        let page = unit.invitations().waiting_for(&user.email, cx.now(), after, limit).await?;
        let mut items = Vec::with_capacity(page.items.len());
        for invitation in page.items {
            if let Some(account) = unit.accounts().find(invitation.account).await? {
                items.push((invitation, account.name));
            }
        }
        Ok(Page { items, more: page.more })
    })
    .await
}
