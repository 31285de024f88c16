//! Who comes through an account's own single sign-on, and becomes a member by that: only with an address of a domain that is
//! proven to be the account's, and under every rule that an invitation keeps.

use std::collections::BTreeSet;

use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::DomainName;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::{Member, MemberStatus, join_with};
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::users::User;
use bailiwick_ports::identity_providers::Claims;
use serde_json::{Value, json};

use crate::acceptance;
use crate::accounts::active_elsewhere;
use crate::audit::{Change, record_as};
use crate::connections::{self, Connected, default_grant};
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

/// How many other invitations lapse at once when somebody joins an account of an exclusive model. Those beyond can't be
/// accepted either, while the user is active.
const MOST_RIVALS: u64 = 200;

/// Who signs in through an account's connection: a member, or someone who becomes one.
///
/// # Errors
/// `sso_failed`, `domain_not_verified`, `name_missing`, `email_not_verified`, `default_role_missing`, `active_elsewhere`,
/// `removed_from_account`, `account_closed`, and every rule that the grants would break.
pub(crate) async fn admit(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    came: Connected,
    claims: &Claims,
) -> Result<UserId> {
    let email = address(claims)?;
    let known = unit.users().find_by_email(&email).await?.map(|user| user.id);
    if let Some(user) = known {
        unit.users().lock(&[user]).await?;
    }
    let id = came.account();
    let locked = lock(cx, unit, id, known, &email).await?;
    connections::still(unit, Some(came)).await?;
    let account = open_account(unit, id, &email).await?;
    let model = gate::model_of(cx, &account)?;
    let user = user(cx, unit, call, known, claims, email).await?;
    match unit.members().find_by_user(id, user.id).await? {
        Some(member) if gate::is_owner(&model, &member) => gate::check_provider_of_owners(unit, id).await?,
        Some(_) => {}
        None => join(cx, unit, call, &account, &model, &user, &locked).await?,
    }
    Ok(user.id)
}

/// The address, unless the provider says that it is not proven.
fn address(claims: &Claims) -> Result<Email> {
    let email = claims.email.clone().and_then(|email| Email::try_from(email).ok());
    let email = email.ok_or_else(|| {
        refused("email_missing", "the identity provider sent no mail address: have it send the claim `email`")
    })?;
    if claims.email_verified == Some(false) {
        return Err(refused("email_not_verified", "the identity provider has not proven your mail address"));
    }
    Ok(email)
}

/// Locks the account, and with it those that lose an invitation when someone joins it: in one go, as the order of locks
/// asks. Which these were.
async fn lock(
    cx: &Context,
    unit: &mut Unit<'_>,
    id: AccountId,
    known: Option<UserId>,
    email: &Email,
) -> Result<BTreeSet<AccountId>> {
    let is_member = match known {
        Some(user) => unit.members().find_by_user(id, user).await?.is_some(),
        None => false,
    };
    let mut all = BTreeSet::from([id]);
    if !is_member && let Some(account) = unit.accounts().find(id).await? {
        all.extend(rivals(cx, unit, &account, email).await?.iter().map(|other| other.account));
    }
    unit.accounts().lock(&all.iter().copied().collect::<Vec<_>>()).await?;
    Ok(all)
}

/// What waits for an address in other accounts of an account's model, where the model is exclusive.
async fn rivals(
    cx: &Context,
    unit: &mut Unit<'_>,
    account: &Account,
    email: &Email,
) -> Result<Vec<Invitation>> {
    if !gate::model_of(cx, account)?.one_active_account() {
        return Ok(Vec::new());
    }
    let mut rivals = unit.invitations().waiting_for(email, cx.now(), None, MOST_RIVALS).await?.items;
    rivals.retain(|other| other.account != account.id);
    let ids: Vec<AccountId> = rivals.iter().map(|other| other.account).collect();
    let others = unit.accounts().find_each(&ids).await?;
    let same = |id| others.iter().any(|other| other.id == id && other.model.id == account.model.id);
    rivals.retain(|other| same(other.account));
    Ok(rivals)
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

/// The user who has the address. Nobody who has not proven it is taken for its owner: they may have signed up with an
/// address of someone else, and would enter by their password.
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
    locked: &BTreeSet<AccountId>,
) -> Result<()> {
    if model.one_active_account() {
        let elsewhere = unit.members().active_in_model(user.id, model.id()).await?;
        if elsewhere.iter().any(|other| *other != account.id) {
            return Err(active_elsewhere("you are", model.id()));
        }
    }
    // What was read before the locks may be old.
    let rivals = rivals(cx, unit, account, &user.email).await?;
    if rivals.iter().any(|other| !locked.contains(&other.account)) {
        return Err(Error::overtaken());
    }
    let waiting = unit.invitations().find_pending(account.id, &user.email).await?;
    match waiting.filter(|one| one.status_at(cx.now()) == InvitationStatus::Pending) {
        Some(mut invitation) => {
            acceptance::enter(cx, unit, call, &mut invitation, user, model).await?;
        }
        None => enter(cx, unit, call, account, model, user).await?,
    }
    for mut other in rivals {
        lapse(cx, unit, call, &mut other).await?;
    }
    Ok(())
}

/// Makes a member with the default role, unless the account shut them out.
async fn enter(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    model: &RoleModel,
    user: &User,
) -> Result<()> {
    if unit.members().is_shut_out(account.id, user.id, &user.email).await? {
        let detail = "you were suspended or removed by this account: ask it for an invitation";
        return Err(refused("removed_from_account", detail));
    }
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
    let two_factor = unit.two_factor().has(user.id).await?;
    let member = Member { two_factor, ..newcomer(cx, account.id, id, user) };
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

/// An active member who holds nothing yet.
fn newcomer(cx: &Context, account: AccountId, id: MemberId, user: &User) -> Member {
    Member {
        id,
        account,
        user: Some(user.id),
        email: user.email.clone(),
        name: Some(user.name.as_str().to_owned()),
        status: MemberStatus::Active,
        two_factor: false,
        grants: Vec::new(),
        last_seen_at: None,
        created_at: cx.now(),
        version: 1,
    }
}
