//! Accepting an invitation: once only, by the invited one only, and under every rule that held when it was made.

use std::collections::BTreeSet;
use std::sync::Arc;

use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::invitations::{Invitation, InvitationStatus, NotPending};
use bailiwick_domain::members::{Actor, Member, MemberStatus, accept_with};
use bailiwick_domain::ownership::Departed;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::users::User;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::accounts::active_elsewhere;
use crate::audit::{Change, record_as};
use crate::context::{Call, Caller, Context, other_sign_in_required};
use crate::error::{Error, Kind, Result};
use crate::gate;
use crate::input;
use crate::invitations::lapse;
use crate::limits::{self, TOKENS};
use crate::members::{self, grants_json};
use crate::sessions::{self, NewSession};
use crate::tokens;
use crate::unit::{Unit, read, write};
use crate::users;

/// What an acceptance made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accepted {
    /// The member, active now.
    pub member: Member,
    /// The account.
    pub account: Account,
    /// A session, for a new user.
    pub session: Option<NewSession>,
}

/// A new user's name and password.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}

struct Joining {
    name: Name,
    password_hash: String,
}

/// Accepts an invitation by its token: signed in, or as a new user.
///
/// # Errors
/// Absent when the token is not genuine or an older link's; `wrong_user`, `sign_in_required`, `invitation_used`,
/// `invitation_expired`, `active_elsewhere`, and every rule that the grants would break by now.
pub async fn accept(cx: &Context, call: &Call, token: &str, new_user: Option<NewUser>) -> Result<Accepted> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    if matches!(call.caller, Caller::Integration { .. } | Caller::Platform(_) | Caller::Operator) {
        call.caller.user()?;
    }
    let joining = if let Caller::User { .. } = call.caller {
        None
    } else {
        let invitation = read(cx, async |unit| find(cx, unit, token).await).await?;
        Some(prepare(cx, call, &invitation, new_user).await?)
    };
    let done = write(cx, call, async |unit| join(cx, unit, call, token, joining).await).await;
    match done {
        // Someone else took the address meanwhile.
        Err(error) if error.code == "email_taken" => Err(sign_in_required()),
        done => done,
    }
}

fn sign_in_required() -> Error {
    Error::conflict("sign_in_required", "a user has this address: sign in, then accept the invitation")
}

async fn find(cx: &Context, unit: &mut Unit<'_>, token: &str) -> Result<Invitation> {
    let unknown = || Error::not_found("invitation");
    let (account, id, mac) = tokens::named_invitation(token).ok_or_else(unknown)?;
    let invitation = unit.invitations().find(account, id).await?.ok_or_else(unknown)?;
    if tokens::is_genuine(cx, &invitation, &mac) { Ok(invitation) } else { Err(unknown()) }
}

fn check_open(cx: &Context, invitation: &Invitation) -> Result<()> {
    invitation.check_open(cx.now()).map_err(|why| {
        let (kind, code) = match why {
            NotPending::Used => (Kind::Conflict, "invitation_used"),
            NotPending::Expired => (Kind::Gone, "invitation_expired"),
            NotPending::Closed => (Kind::Conflict, "invitation_closed"),
        };
        Error::new(kind, code, why.to_string())
    })
}

/// Checks and hashes what a new user gave, before anything is locked. A repeated request is answered from the first.
async fn prepare(
    cx: &Context,
    call: &Call,
    invitation: &Invitation,
    new_user: Option<NewUser>,
) -> Result<Joining> {
    if call.idempotency.is_none() {
        check_open(cx, invitation)?;
        if read(cx, async |unit| Ok(unit.users().find_by_email(&invitation.email).await?)).await?.is_some() {
            return Err(sign_in_required());
        }
    }
    let Some(NewUser { name, password }) = new_user else {
        let missing = |pointer: &str| crate::error::FieldError {
            pointer: pointer.to_owned(),
            detail: "is needed from a new user; an existing one signs in first".to_owned(),
        };
        return Err(input::faults(vec![missing("/name"), missing("/password")]));
    };
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    users::check_new_password(&password, &invitation.email, &name)?;
    Ok(Joining { name, password_hash: cx.passwords.hash(password).await? })
}

async fn join(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    token: &str,
    joining: Option<Joining>,
) -> Result<Accepted> {
    if let Caller::User { user, .. } = call.caller {
        unit.users().lock(&[user]).await?;
    }
    let locked = to_lock(cx, unit, token).await?;
    unit.accounts().lock(&locked.iter().copied().collect::<Vec<_>>()).await?;
    // What was read before the locks may be old.
    let now = affected(cx, unit, token).await?;
    if !now.accounts().is_subset(&locked) {
        return Err(Error::overtaken());
    }
    let Affected { mut invitation, account, model, others } = now;
    if call.sso().is_some_and(|own| own != account.id) {
        return Err(other_sign_in_required());
    }
    check_open(cx, &invitation)?;
    if account.status == AccountStatus::Closed {
        return Err(gate::closed());
    }
    let (mut user, session) = who(cx, unit, call, &invitation, joining).await?;
    if user.email_verified_at.is_none() {
        users::mark_verified(cx, unit, call, &mut user).await?;
    }
    if model.one_active_account() {
        let elsewhere = unit.members().active_in_model(user.id, model.id()).await?;
        if elsewhere.iter().any(|other| *other != account.id) {
            return Err(active_elsewhere("you are", model.id()));
        }
    }
    let member = enter(cx, unit, call, &mut invitation, &user, &model).await?;
    for mut other in others {
        lapse(cx, unit, call, &mut other).await?;
    }
    Ok(Accepted { member, account, session })
}

/// What an acceptance changes.
struct Affected {
    invitation: Invitation,
    account: Account,
    model: Arc<RoleModel>,
    /// With an exclusive model, what waits for the same address in other accounts of it.
    others: Vec<Invitation>,
}

impl Affected {
    fn accounts(&self) -> BTreeSet<AccountId> {
        self.others.iter().map(|other| other.account).chain([self.account.id]).collect()
    }
}

/// The accounts that an acceptance changes, as far as that is known without their locks.
async fn to_lock(cx: &Context, unit: &mut Unit<'_>, token: &str) -> Result<BTreeSet<AccountId>> {
    let unknown = || Error::not_found("invitation");
    let (account, _, _) = tokens::named_invitation(token).ok_or_else(unknown)?;
    let known = cx.decisions.account(account).await?.ok_or_else(unknown)?;
    if known.model.one_active_account() {
        return Ok(affected(cx, unit, token).await?.accounts());
    }
    Ok(BTreeSet::from([account]))
}

async fn affected(cx: &Context, unit: &mut Unit<'_>, token: &str) -> Result<Affected> {
    let invitation = find(cx, unit, token).await?;
    let account =
        unit.accounts().find(invitation.account).await?.ok_or_else(|| Error::not_found("invitation"))?;
    let model = gate::model_of(cx, &account)?;
    let mut others = Vec::new();
    if model.one_active_account() {
        for other in
            waiting(cx, unit, &invitation.email).await?.into_iter().filter(|other| other.id != invitation.id)
        {
            let same = unit.accounts().find(other.account).await?;
            if same.is_some_and(|other| other.model.id == account.model.id) {
                others.push(other);
            }
        }
    }
    Ok(Affected { invitation, account, model, others })
}

/// All invitations that wait for an address.
pub(crate) async fn waiting(cx: &Context, unit: &mut Unit<'_>, email: &Email) -> Result<Vec<Invitation>> {
    let mut all = Vec::new();
    loop {
        let after = all.last().map(|invitation: &Invitation| invitation.id);
        let page = unit.invitations().waiting_for(email, cx.now(), after, 200).await?;
        all.extend(page.items);
        if !page.more {
            return Ok(all);
        }
    }
}

async fn who(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    invitation: &Invitation,
    joining: Option<Joining>,
) -> Result<(User, Option<NewSession>)> {
    match (call.caller, joining) {
        (Caller::User { user, .. }, _) => {
            let user = unit.users().find(user).await?.ok_or_else(Error::unauthenticated)?;
            if !user.email.same_as(&invitation.email) {
                let detail = "the invitation is for another address; sign in with that one";
                return Err(Error::new(Kind::Forbidden, "wrong_user", detail));
            }
            Ok((user, None))
        }
        (_, Some(Joining { name, password_hash })) => {
            if unit.users().find_by_email(&invitation.email).await?.is_some() {
                return Err(sign_in_required());
            }
            let user =
                users::create(cx, unit, call, invitation.email.clone(), name, Some(&password_hash), true)
                    .await?;
            let session =
                sessions::open(cx, unit, call, user.id, Methods::of(Method::Password), None).await?;
            Ok((user, Some(session)))
        }
        (_, None) => Err(Error::unauthenticated()),
    }
}

/// Makes the invited member active, or gives an existing one what the invitation carries.
pub(crate) async fn enter(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    invitation: &mut Invitation,
    user: &User,
    model: &RoleModel,
) -> Result<Member> {
    let account = invitation.account;
    let gone = || Error::not_found("invitation");
    let others = [invitation.member, invitation.invited_by];
    let found = unit.members().find_with(account, user.id, &others).await?;
    let one = |is: &dyn Fn(&Member) -> bool| found.iter().find(|member| is(member)).cloned();
    let invited = one(&|member| member.id == invitation.member).ok_or_else(gone)?;
    let existing = one(&|member| member.user == Some(user.id));
    let inviter = one(&|member| member.id == invitation.invited_by);
    let actor =
        inviter.as_ref().map(|inviter| Actor { member: inviter.id, grants: inviter.effective_grants() });
    let judged = accept_with(model, actor, &invited, existing.as_ref(), cx.now()).map_err(Error::violated)?;
    let before = json!({ "status": "pending", "invited_by": invitation.invited_by });
    invitation.status = InvitationStatus::Accepted;
    invitation.version += 1;
    unit.invitations().update(invitation).await?;
    let mut member = match existing {
        Some(existing) => {
            let departed = Departed::of_invited(&invited).ok_or_else(gone)?;
            unit.members().remove(account, departed).await?;
            existing
        }
        None => activate(unit, invited, user).await?,
    };
    if member.grants != judged.grants() {
        unit.members().put_grants(account, &judged).await?;
        member.grants = judged.grants().to_vec();
        member.version += 1;
    }
    member.email = user.email.clone();
    member.name = Some(user.name.as_str().to_owned());
    let change = Change {
        action: "invitation.accepted",
        target: Party::new("invitation", invitation.id),
        before,
        after: json!({ "member": member.id, "user": user.id, "grants": grants_json(&member.grants) }),
    };
    record_as(cx, unit, call, Party::new("user", user.id), Chain::Account(account), change).await?;
    Ok(member)
}

async fn activate(unit: &mut Unit<'_>, mut member: Member, user: &User) -> Result<Member> {
    member.user = Some(user.id);
    member.email = user.email.clone();
    member.status = MemberStatus::Active;
    member.version += 1;
    unit.members().update(&member).await?;
    members::keep_out(unit, &member, false).await?;
    Ok(member)
}
