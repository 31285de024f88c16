//! Service integrations: making them, and what they hold. Their keys are in `keys`, and what a change of their makers does
//! to them in `affected`.
//!
//! One holds at every decision no more than its maker. So only its maker gives it something or makes keys for it: whoever
//! else could would reach through it what they do not have themselves. Another member takes it over first, which voids its
//! keys, since the former maker may know them.

mod affected;
mod keys;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::effects::Effect;
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId};
use bailiwick_domain::integrations::{Integration, MOST_INTEGRATIONS, Maker, Refused, change_holdings};
use bailiwick_domain::members::Member;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::text::Name;
use bailiwick_ports::Page;
use serde_json::{Value, json};

pub use affected::Affected;
pub(crate) use affected::{by_change, by_removal};
pub use keys::{NewKey, create_key, list_keys, remove_key};
pub(crate) use keys::{authenticate, remind};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate::{self, Inside};
use crate::input::{self, NewGrant, resolve_grants};
use crate::members::grants_json;
use crate::unit::{Unit, read, write};

/// Who may see integrations sees them: an account's, by id.
///
/// # Errors
/// Without `integration.view`.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    after: Option<IntegrationId>,
    limit: u64,
) -> Result<Page<Integration>> {
    gate::view(cx, call, account, Core::IntegrationView).await?;
    read(cx, async |unit| Ok(unit.integrations().list(account, after, limit).await?)).await
}

/// One integration.
///
/// # Errors
/// Without `integration.view`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, id: IntegrationId) -> Result<Integration> {
    gate::view(cx, call, account, Core::IntegrationView).await?;
    read(cx, async |unit| find(unit, account, id).await).await
}

async fn find(unit: &mut Unit<'_>, account: AccountId, id: IntegrationId) -> Result<Integration> {
    unit.integrations().find(account, id).await?.ok_or_else(|| Error::not_found("integration"))
}

/// Locks an account for a member who manages its integrations: a person, for machines make no machines.
async fn lock(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: AccountId,
) -> Result<(Inside, Member)> {
    let inside = gate::lock(cx, unit, call, account).await?;
    inside.require(cx, Core::IntegrationManage)?;
    let own = inside.person()?.clone();
    Ok((inside, own))
}

/// As a refusal: which permission it is about, and where.
fn beyond(code: &str, detail: String, gain: Effect, resolve: &str) -> Error {
    Error {
        permission: Some(gain.permission),
        resource: Some(gain.resource),
        resolve: Some(resolve.to_owned()),
        ..Error::new(Kind::Forbidden, code, detail)
    }
}

fn refused(refused: Refused) -> Error {
    match refused {
        Refused::Violated(violations) => Error::violated(violations),
        Refused::Exceeds(gain) => {
            let detail = format!(
                "a service integration has no more than its maker: you lack `{}` on {} `{}`, or have it for a shorter time",
                gain.permission, gain.resource.kind, gain.resource.id
            );
            beyond("exceeds_maker", detail, gain, "give it less, or let a member make it who has that")
        }
        Refused::NotTheMaker(gain) => {
            let detail = format!(
                "only its maker gives a service integration more: this adds `{}` on {} `{}`",
                gain.permission, gain.resource.kind, gain.resource.id
            );
            beyond("not_the_maker", detail, gain, TAKE_OVER)
        }
    }
}

const TAKE_OVER: &str = "ask its maker, or take it over first, which voids its keys";

/// Makes an integration with what it holds; the caller answers for it.
///
/// # Errors
/// Without `integration.manage`; `user_only`; the field at fault; `exceeds_maker`, and every rule about grants;
/// `too_many_integrations`.
pub async fn create(
    cx: &Context,
    call: &Call,
    account: AccountId,
    name: String,
    asked: Vec<NewGrant>,
) -> Result<Integration> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        let (inside, own) = lock(cx, unit, call, account).await?;
        if unit.integrations().count(account).await? >= MOST_INTEGRATIONS as u64 {
            let detail = format!("an account has at most {MOST_INTEGRATIONS} service integrations");
            return Err(Error::conflict("too_many_integrations", detail));
        }
        let mut new = Integration {
            id: IntegrationId::new(cx.ids.uuid()),
            account,
            name: name.clone(),
            maker: Some(Maker { member: own.id, active: true }),
            grants: Vec::new(),
            created_at: cx.now(),
            version: 1,
        };
        let grants = resolve_grants(cx, unit, account, asked, &[]).await?;
        let judged =
            change_holdings(&inside.model, inside.actor(), &new, grants, cx.now()).map_err(refused)?;
        unit.integrations().insert(&new).await?;
        if !judged.grants().is_empty() {
            unit.integrations().put_grants(account, &judged).await?;
            new.grants = judged.grants().to_vec();
            new.version += 1;
        }
        let after = json!({ "name": new.name, "maker": own.id, "grants": grants_json(&new.grants) });
        note(cx, unit, call, &new, "integration.created", Value::Null, after).await?;
        Ok(new)
    })
    .await
}

/// Names an integration.
///
/// # Errors
/// Without `integration.manage`; `user_only`; absent; the name at fault; `stale_version`.
pub async fn rename(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: IntegrationId,
    name: Option<String>,
) -> Result<Integration> {
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        lock(cx, unit, call, account).await?;
        let mut integration = find(unit, account, id).await?;
        call.expects(integration.version)?;
        let Some(name) = name.filter(|name| *name != integration.name) else { return Ok(integration) };
        let before = json!({ "name": integration.name });
        integration.name = name;
        integration.version += 1;
        unit.integrations().update(&integration).await?;
        let after = json!({ "name": integration.name });
        note(cx, unit, call, &integration, "integration.renamed", before, after).await?;
        Ok(integration)
    })
    .await
}

/// Replaces all that an integration holds, in one step. Its maker gives what they have; others only take away.
///
/// # Errors
/// As [`create`]; absent; `not_the_maker`; `stale_version`.
pub async fn put_grants(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: IntegrationId,
    asked: Vec<NewGrant>,
) -> Result<Integration> {
    write(cx, call, async |unit| {
        let (inside, _) = lock(cx, unit, call, account).await?;
        let mut integration = find(unit, account, id).await?;
        call.expects(integration.version)?;
        let after = resolve_grants(cx, unit, account, asked, &integration.grants).await?;
        if same(&after, &integration.grants) {
            return Ok(integration);
        }
        let judged =
            change_holdings(&inside.model, inside.actor(), &integration, after, cx.now()).map_err(refused)?;
        unit.integrations().put_grants(account, &judged).await?;
        let before = json!({ "grants": grants_json(&integration.grants) });
        integration.grants = judged.grants().to_vec();
        integration.version += 1;
        let after = json!({ "grants": grants_json(&integration.grants) });
        note(cx, unit, call, &integration, "integration.grants_changed", before, after).await?;
        Ok(integration)
    })
    .await
}

/// Whether nothing changes; the order says nothing.
fn same(asked: &[Grant], held: &[Grant]) -> bool {
    asked.len() == held.len() && asked.iter().all(|grant| held.contains(grant))
}

/// Makes the caller the one who answers for an integration. What it holds stays, and is bounded by what they have from now
/// on; its keys are void.
///
/// # Errors
/// Without `integration.manage`; `user_only`; absent; `stale_version`.
pub async fn take_over(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: IntegrationId,
) -> Result<Integration> {
    let (taken, gone): (Integration, Vec<KeyId>) = write(cx, call, async |unit| {
        let (_, own) = lock(cx, unit, call, account).await?;
        let mut integration = find(unit, account, id).await?;
        call.expects(integration.version)?;
        if integration.is_made_by(own.id) {
            return Ok((integration, Vec::new()));
        }
        let gone = unit.integration_keys().remove_all(account, id).await?;
        let before = json!({ "maker": integration.maker.map(|maker| maker.member), "keys": gone });
        integration.maker = Some(Maker { member: own.id, active: true });
        integration.version += 1;
        unit.integrations().update(&integration).await?;
        let after = json!({ "maker": own.id, "keys": [] });
        note(cx, unit, call, &integration, "integration.taken_over", before, after).await?;
        Ok((integration, gone))
    })
    .await?;
    cx.decisions.keys_removed(&gone);
    Ok(taken)
}

/// Removes an integration with its keys.
///
/// # Errors
/// Without `integration.manage`; `user_only`; absent; `stale_version`.
pub async fn remove(cx: &Context, call: &Call, account: AccountId, id: IntegrationId) -> Result<()> {
    let gone: Vec<KeyId> = write(cx, call, async |unit| {
        lock(cx, unit, call, account).await?;
        let integration = find(unit, account, id).await?;
        call.expects(integration.version)?;
        let keys = unit.integration_keys().remove_all(account, id).await?;
        unit.integrations().remove(account, id).await?;
        let before = json!({
            "name": integration.name,
            "maker": integration.maker.map(|maker| maker.member),
            "grants": grants_json(&integration.grants),
            "keys": keys,
        });
        note(cx, unit, call, &integration, "integration.removed", before, Value::Null).await?;
        Ok(keys)
    })
    .await?;
    cx.decisions.keys_removed(&gone);
    Ok(())
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    integration: &Integration,
    action: &'static str,
    before: Value,
    after: Value,
) -> Result<()> {
    let change = Change { action, target: Party::new("integration", integration.id), before, after };
    record(cx, unit, call, Chain::Account(integration.account), change).await
}
