//! Who comes through an account's own single sign-on, and becomes a member by that: only with an address of a domain that is
//! proven to be the account's, and under every rule that an invitation keeps.

use std::collections::BTreeSet;

use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::DomainName;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::{Actor, Member, MemberStatus, join_with};
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::users::User;
use bailiwick_ports::identity_providers::Claims;
use serde_json::{Value, json};

use crate::acceptance;
use crate::accounts::active_elsewhere;
use crate::audit::{Change, record_as};
use crate::connections::default_grant;
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate;
use crate::invitations::lapse;
use crate::members::grants_json;
use crate::unit::Unit;
use crate::users;

fn refused(code: &str, detail: impl Into<String>) -> Error {
    Error::new(Kind::Forbidden, code, detail)
}

/// Who signs in through an account's connection: a member, or someone who becomes one.
///
/// # Errors
/// `sso_failed`, `domain_not_verified`, `name_missing`, `email_not_verified`, `default_role_missing`, `active_elsewhere`,
/// `account_closed`, and every rule that the grants would break.
pub(crate) async fn admit(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    claims: &Claims,
) -> Result<UserId> {
    let email = claims.email.clone().and_then(|email| Email::try_from(email).ok());
    let email = email.ok_or_else(|| {
        refused("email_missing", "the identity provider sent no mail address: have it send the claim `email`")
    })?;
    if claims.email_verified == Some(false) {
        return Err(refused("email_not_verified", "the identity provider has not proven your mail address"));
    }
    let known = unit.users().find_by_email(&email).await?;
    if let Some(user) = &known {
        unit.users().lock(&[user.id]).await?;
    }
    let waiting = acceptance::waiting(cx, unit, &email).await?;
    let locked: BTreeSet<AccountId> = waiting.iter().map(|one| one.account).chain([id]).collect();
    unit.accounts().lock(&locked.iter().copied().collect::<Vec<_>>()).await?;
    // What was read before the locks may be old.
    let waiting = acceptance::waiting(cx, unit, &email).await?;
    if waiting.iter().any(|one| !locked.contains(&one.account)) {
        return Err(Error::overtaken());
    }
    let connection = unit.connections().find(id).await?;
    if connection.is_none_or(|connection| connection.issuer != claims.issuer) {
        return Err(refused("sso_failed", "the account has another provider by now: begin again"));
    }
    let account = open_account(unit, id, &email).await?;
    let model = gate::model_of(cx, &account)?;
    let user = user(cx, unit, call, known.map(|user| user.id), claims, email).await?;
    match unit.members().find_by_user(id, user.id).await? {
        Some(member) => check_owner(unit, &model, &member).await?,
        None => join(cx, unit, call, &account, &model, &user, waiting).await?,
    }
    Ok(user.id)
}

/// Else whoever may connect the account could become its owner.
async fn check_owner(unit: &mut Unit<'_>, model: &RoleModel, member: &Member) -> Result<()> {
    let owns = Actor { member: member.id, grants: &member.grants }.is_owner(model);
    let connection = unit.connections().find(member.account).await?;
    if owns && connection.is_none_or(|connection| !connection.by_owner) {
        let detail = "an owner signs in by their own means, unless an owner chose the account's provider";
        return Err(refused("other_sign_in_required", detail));
    }
    Ok(())
}

/// The account, if it is open and the address is in a domain of its own.
async fn open_account(unit: &mut Unit<'_>, id: AccountId, email: &Email) -> Result<Account> {
    let account = unit.accounts().find(id).await?.ok_or_else(|| Error::not_found("account"))?;
    if account.status == AccountStatus::Closed {
        return Err(gate::closed());
    }
    let domain = unit.connections().domain(id, &DomainName::of(email)).await?;
    if domain.is_none_or(|domain| domain.verified_at.is_none()) {
        let detail = "the domain of this mail address is not proven to be the account's";
        return Err(refused("domain_not_verified", detail));
    }
    Ok(account)
}

/// The user who has the address. Nobody who has not proven it is taken for its owner: they may have signed up with an address
/// of someone else, and would enter by their password.
async fn user(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    known: Option<UserId>,
    claims: &Claims,
    email: Email,
) -> Result<User> {
    if let Some(id) = known {
        let user = unit.users().find(id).await?.filter(|user| user.email.same_as(&email));
        let user = user.ok_or_else(Error::overtaken)?;
        if user.email_verified_at.is_none() {
            let detail = "a user has this address who has not proven it: follow the link that was mailed, or reset the password";
            return Err(refused("email_not_verified", detail));
        }
        return Ok(user);
    }
    let name = claims.name.clone().and_then(|name| Name::try_from(name).ok()).ok_or_else(|| {
        refused("name_missing", "the identity provider sent no name: have it send the claim `name`")
    })?;
    users::create(cx, unit, call, email, name, None, true).await
}

async fn join(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    model: &RoleModel,
    user: &User,
    waiting: Vec<Invitation>,
) -> Result<()> {
    if model.one_active_account() {
        let elsewhere = unit.members().active_in_model(user.id, model.id()).await?;
        if elsewhere.iter().any(|other| *other != account.id) {
            return Err(active_elsewhere("you are", model.id()));
        }
    }
    let (own, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|one| one.account == account.id);
    match own.into_iter().find(|one| one.status_at(cx.now()) == InvitationStatus::Pending) {
        Some(mut invitation) => {
            acceptance::enter(cx, unit, call, &mut invitation, user, model).await?;
        }
        None => enter(cx, unit, call, account, model, user).await?,
    }
    for mut other in others.into_iter().filter(|_| model.one_active_account()) {
        let same = unit.accounts().find(other.account).await?;
        if same.is_some_and(|same| same.model.id == account.model.id) {
            lapse(cx, unit, call, &mut other).await?;
        }
    }
    Ok(())
}

/// Makes a member with the default role.
async fn enter(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    model: &RoleModel,
    user: &User,
) -> Result<()> {
    let connection = unit.connections().find(account.id).await?;
    let role = connection.and_then(|connection| connection.default_role).ok_or_else(|| {
        refused(
            "default_role_missing",
            "the account lets in those who are invited alone: ask for an invitation",
        )
    })?;
    let id = MemberId::new(cx.ids.uuid());
    let grants = vec![default_grant(cx, account.id, &role)];
    let judged = join_with(model, id, grants, cx.now()).map_err(Error::violated)?;
    let member = Member {
        id,
        account: account.id,
        user: Some(user.id),
        email: user.email.clone(),
        name: Some(user.name.as_str().to_owned()),
        status: MemberStatus::Active,
        two_factor: unit.two_factor().has(user.id).await?,
        grants: Vec::new(),
        last_seen_at: None,
        created_at: cx.now(),
        version: 1,
    };
    unit.members().insert(&member).await?;
    unit.members().put_grants(account.id, &judged).await?;
    let change = Change {
        action: "member.joined",
        target: Party::new("member", id),
        before: Value::Null,
        after: json!({ "user": user.id, "by": "sso", "grants": grants_json(judged.grants()) }),
    };
    record_as(cx, unit, call, Party::new("user", user.id), Chain::Account(account.id), change).await
}
