//! AuthZEN's searches: who may, what may someone, and on which resources. What is unknown is empty.

use std::collections::BTreeSet;

use bailiwick_domain::access::{Holder, Subject, Via, allowing};
use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, IntegrationId, UserId};
use bailiwick_domain::integrations::MOST_INTEGRATIONS;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{ResourceKey, ResourceRef};
use bailiwick_domain::role_models::{ACCOUNT, RoleModel};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Page;
use bailiwick_ports::access::HoldersFilter;
use uuid::Uuid;

use super::Outcome;
use super::evaluate::{authorize, came_through};
use crate::context::{Call, Caller, Context};
use crate::error::Result;
use crate::gate;

fn nothing<T>() -> Page<T> {
    Page { items: Vec::new(), more: false }
}

/// Users who may do something at a resource, by id.
///
/// # Errors
/// `permission_denied` for the asker; what the store fails with.
pub async fn subjects(
    cx: &Context,
    call: &Call,
    permission: &str,
    resource: &ResourceRef,
    after: Option<UserId>,
    limit: u64,
) -> Result<Page<UserId>> {
    let path = match resource.key() {
        Some(key) => cx.decisions.place_of(key).await?,
        None => None,
    };
    authorized(cx, call, None, path.as_ref().map(|path| path.account)).await?;
    let Some(path) = path else { return Ok(nothing()) };
    let Some(account) = cx.decisions.account(path.account).await? else { return Ok(nothing()) };
    let (model, closed) = (account.model, account.status == AccountStatus::Closed);
    let Some(permission) = model.permission_named(permission).filter(|_| !closed) else {
        return Ok(nothing());
    };
    let keys = path.place.steps().iter().map(|step| step.key).collect();
    let filter = holders_filter(&model, permission, keys, account.require_two_factor);
    let found = cx.store.access().holders(path.account, &filter, cx.now(), after, limit + 1).await?;
    Ok(Page::cut(found, limit))
}

/// Who holds a permission at a resource, which has these keys on its path, itself first.
pub(crate) fn holders_filter(
    model: &RoleModel,
    permission: u16,
    path: Vec<Uuid>,
    second_factor: bool,
) -> HoldersFilter {
    let mut filter = HoldersFilter { path, here: Vec::new(), on_account: Vec::new(), second_factor };
    for role in model.roles() {
        if role.on_account.contains(permission) || model.base().contains(permission) {
            filter.on_account.push(role.id.clone());
        } else if role.here.contains(permission) {
            filter.here.push(role.id.clone());
        }
    }
    filter
}

/// Service integrations that may do something at a resource, by id: an account has few, so each is asked about.
///
/// # Errors
/// `permission_denied` for the asker, who needs `integration.view` too; what the store fails with.
pub async fn integrations(
    cx: &Context,
    call: &Call,
    permission: &str,
    resource: &ResourceRef,
    after: Option<IntegrationId>,
    limit: u64,
) -> Result<Page<IntegrationId>> {
    let path = match resource.key() {
        Some(key) => cx.decisions.place_of(key).await?,
        None => None,
    };
    authorized(cx, call, None, path.as_ref().map(|path| path.account)).await?;
    let (Some(path), Some(key)) = (path, resource.key()) else { return Ok(nothing()) };
    if !matches!(call.caller, Caller::Platform(_)) {
        gate::view(cx, call, path.account, Core::IntegrationView).await?;
    }
    let all = MOST_INTEGRATIONS as u64;
    let mut found = Vec::new();
    for id in cx.store.access().integrations(path.account, after, all).await? {
        let outcome = cx.decisions.decide(id, Some(path.account), key, permission, cx.now()).await?;
        if outcome == Outcome::Allowed {
            found.push(id);
        }
        if found.len() as u64 > limit {
            break;
        }
    }
    Ok(Page::cut(found, limit))
}

/// As [`authorize`], of whoever searches in an account: through its own single sign-on, where that is the only way in.
async fn authorized(
    cx: &Context,
    call: &Call,
    subject: Option<Subject>,
    account: Option<AccountId>,
) -> Result<()> {
    authorize(cx, call, subject, account).await?;
    if came_through(cx, call, account).await? { Ok(()) } else { Err(gate::sso_required()) }
}

/// Where a page of resources ended: the account, and the last key in it.
pub type ResourceCursor = (AccountId, Option<Uuid>);

/// Resources of a type on which a subject may do something, by account and key; in one account where it is named.
///
/// # Errors
/// `permission_denied` for the asker; what the store fails with.
#[expect(clippy::too_many_arguments, reason = "the parts of the question, as the standard names them")]
pub async fn resources(
    cx: &Context,
    call: &Call,
    subject: impl Into<Subject>,
    permission: &str,
    kind: &str,
    account: Option<AccountId>,
    after: Option<ResourceCursor>,
    limit: u64,
) -> Result<Page<(ResourceCursor, ResourceRef)>> {
    let subject = subject.into();
    authorized(cx, call, Some(subject), account).await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
    let mut found = Vec::new();
    // A cursor is the client's to forge: it can't lead out of the account that was authorized.
    let after = after.filter(|(last, _)| account.is_none_or(|account| account == *last));
    let mut last_account = after.filter(|(_, key)| key.is_none()).map(|(account, _)| account);
    if let Some((account, key @ Some(_))) = after {
        in_account(cx, call, subject, permission, kind, account, key, wanted, &mut found).await?;
        last_account = Some(account);
    }
    while found.len() < wanted {
        let next = match account {
            Some(account) if last_account.is_none_or(|last| last < account) => vec![account],
            Some(_) => Vec::new(),
            None => accounts_of(cx, subject, last_account).await?,
        };
        if next.is_empty() {
            break;
        }
        for account in next {
            if found.len() < wanted {
                in_account(cx, call, subject, permission, kind, account, None, wanted, &mut found).await?;
                last_account = Some(account);
            }
        }
    }
    Ok(Page::cut(found, limit))
}

/// The accounts in which a subject may hold something, by id.
async fn accounts_of(cx: &Context, subject: Subject, after: Option<AccountId>) -> Result<Vec<AccountId>> {
    let access = cx.store.access();
    Ok(match subject {
        Subject::User(user) => access.accounts_of(user, after, 100).await?,
        Subject::Integration(id) => {
            let own = access.account_of(id).await?;
            own.into_iter().filter(|own| after.is_none_or(|after| after < *own)).collect()
        }
    })
}

/// The resources below which a holder's own grants allow something; the account itself where it is everywhere.
fn roots_of(
    model: &RoleModel,
    holder: &Holder,
    whole: Uuid,
    permission: u16,
    now: Timestamp,
) -> BTreeSet<Uuid> {
    // Every resource that the grants stand on counts as its own path here: what is below follows.
    let roots: Vec<Uuid> = holder.grants.iter().map(|grant| grant.resource).chain([whole]).collect();
    let under: BTreeSet<Uuid> = allowing(model, holder, &roots, permission, now)
        .map(|(position, via)| if via == Via::Here { roots[position] } else { whole })
        .collect();
    if under.contains(&whole) { BTreeSet::from([whole]) } else { under }
}

#[expect(clippy::too_many_arguments, reason = "the parts of the question, and where the page stands")]
async fn in_account(
    cx: &Context,
    call: &Call,
    subject: Subject,
    permission: &str,
    kind: &str,
    account: AccountId,
    after: Option<Uuid>,
    wanted: usize,
    found: &mut Vec<(ResourceCursor, ResourceRef)>,
) -> Result<()> {
    if !came_through(cx, call, Some(account)).await? {
        return Ok(());
    }
    let Some(known) = cx.decisions.member(account, subject).await? else { return Ok(()) };
    let model = &known.model;
    let Some(index) = model.permission_named(permission).filter(|_| !known.closed && !known.barred) else {
        return Ok(());
    };
    let whole = account.uuid();
    let bounds = known.holder.bounds().map(|holder| roots_of(model, holder, whole, index, cx.now()));
    let bounds: Vec<BTreeSet<Uuid>> = bounds.collect();
    if bounds.iter().any(BTreeSet::is_empty) {
        return Ok(());
    }
    // Who may on the whole account is bounded by the others alone.
    let bounds: Vec<Vec<Uuid>> =
        bounds.into_iter().filter(|roots| !roots.contains(&whole)).map(Vec::from_iter).collect();
    if kind == ACCOUNT {
        if bounds.is_empty() && after.is_none() {
            found.push(((account, Some(whole)), ResourceRef::account(account)));
        }
        return Ok(());
    }
    if model.type_named(kind).is_none() {
        return Ok(());
    }
    let limit = (wanted - found.len()) as u64;
    let page = cx.store.access().resources(account, kind, &bounds, after, limit).await?;
    found.extend(page.into_iter().map(|(key, name)| ((account, Some(key)), name)));
    Ok(())
}

/// The permissions that a subject has at a resource, of those declared for its type, in the model's order.
///
/// # Errors
/// `permission_denied` for the asker; what the store fails with.
pub async fn actions(
    cx: &Context,
    call: &Call,
    subject: Option<impl Into<Subject>>,
    resource: &ResourceRef,
) -> Result<Vec<String>> {
    let subject = subject.map(Into::into);
    let path = match resource.key() {
        Some(key) => cx.decisions.place_of(key).await?,
        None => None,
    };
    authorized(cx, call, subject, path.as_ref().map(|path| path.account)).await?;
    let (Some(path), Some(subject)) = (path, subject) else { return Ok(Vec::new()) };
    let Some(model) = cx.decisions.account(path.account).await?.map(|account| account.model) else {
        return Ok(Vec::new());
    };
    let Some(kind) = model.type_named(path.place.kind()) else { return Ok(Vec::new()) };
    let key: ResourceKey<'_> = match resource.key() {
        Some(key) => key,
        None => return Ok(Vec::new()),
    };
    let mut allowed = Vec::new();
    for index in model.permissions_of(kind) {
        let permission = &model.permission(index).id;
        if cx.decisions.decide(subject, Some(path.account), key, permission, cx.now()).await?
            == Outcome::Allowed
        {
            allowed.push(permission.clone());
        }
    }
    Ok(allowed)
}
