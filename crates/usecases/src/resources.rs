//! The resource tree: registering a product's own resources, and what apps and keysets share with them.

use bailiwick_domain::access::allowing;
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, ResourceId};
use bailiwick_domain::integrations::JudgedHoldings;
use bailiwick_domain::members::JudgedGrants;
use bailiwick_domain::resources::{Place, Resource, ResourceRef};
use bailiwick_domain::role_models::{ACCOUNT, APP, KEYSET, RoleModel};
use bailiwick_domain::text::{Name, check_external_id};
use serde_json::{Value, json};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Viewer};
use crate::input;
use crate::members::grants_json;
use crate::unit::{Unit, read, write};

fn back_end_only(call: &Call) -> Result<()> {
    gate::back_end_only(call.caller, "only the product's back end registers resources, with a platform key")
}

fn check_name(name: &ResourceRef) -> Result<()> {
    if [ACCOUNT, APP, KEYSET].contains(&name.kind.as_str()) {
        return Err(Error::invalid(
            "/type",
            format!("`{}` is made by its own operation, not registered", name.kind),
        ));
    }
    check_external_id(&name.id).map_err(|wrong| Error::invalid("/id", wrong.to_string()))
}

/// Registers a product's own resource under a parent, or gives a registered one another parent or name. True when new.
///
/// # Errors
/// Not with a platform key; `resource_taken` when another account has it; a type or parent that the model does not allow.
pub async fn put(
    cx: &Context,
    call: &Call,
    account: AccountId,
    name: ResourceRef,
    parent: &ResourceRef,
    title: Option<String>,
) -> Result<(Resource, bool)> {
    back_end_only(call)?;
    check_name(&name)?;
    let title = title.map(|title| input::text::<Name>("/name", title)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        unit.accounts().lock(&[account]).await?;
        let model = gate::open_model(cx, unit, account).await?;
        let above = parent_of(unit, account, &model, &name, parent).await?;
        let key = name.key().ok_or_else(|| Error::not_found("resource"))?;
        let Some(mut resource) = unit.resources().find(account, key).await? else {
            if call.if_match.is_some() {
                return Err(Error::stale());
            }
            let id = ResourceId::new(cx.ids.uuid());
            let resource = Resource::registered(id, account, name, &above, title, cx.now());
            unit.resources().insert(&resource).await?;
            let after = json!({ "parent": resource.parent });
            let change = Change {
                action: "resource.registered",
                target: party(&resource),
                before: Value::Null,
                after,
            };
            record(cx, unit, call, Chain::Account(account), change).await?;
            return Ok((resource, true));
        };
        call.expects(resource.version)?;
        if above.within(resource.key) {
            return Err(Error::invalid("/parent/id", "a resource can't stand below itself"));
        }
        if resource.parent_key == above.key() && resource.title == title {
            return Ok((resource, false));
        }
        let before = json!({ "parent": resource.parent });
        (resource.parent, resource.parent_key, resource.title) = (above.name(), above.key(), title);
        resource.version += 1;
        unit.resources().update(&resource).await?;
        check_moved(cx, unit, &model, &resource).await?;
        let after = json!({ "parent": resource.parent });
        let change = Change { action: "resource.updated", target: party(&resource), before, after };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok((resource, false))
    })
    .await
}

/// A moved resource takes its grants along, so every rule about where grants meet is judged again, of members and of
/// integrations.
async fn check_moved(
    cx: &Context,
    unit: &mut Unit<'_>,
    model: &RoleModel,
    resource: &Resource,
) -> Result<()> {
    let (account, key) = (resource.account, resource.key);
    let members = unit.members().on_resource(account, key).await?.into_iter().map(|member| member.grants);
    let machines = unit.integrations().on_resource(account, key).await?;
    for grants in members.chain(machines.into_iter().map(|machine| machine.grants)) {
        let violations = bailiwick_domain::grants::judge(model, &grants, cx.now());
        if !violations.is_empty() {
            return Err(Error::violated(violations));
        }
    }
    Ok(())
}

async fn parent_of(
    unit: &mut Unit<'_>,
    account: AccountId,
    model: &RoleModel,
    name: &ResourceRef,
    parent: &ResourceRef,
) -> Result<Place> {
    if model.type_named(&name.kind).is_none() {
        return Err(Error::invalid(
            "/type",
            format!("the role model `{}` declares no resource type `{}`", model.id(), name.kind),
        ));
    }
    let absent = || Error::not_found_at("/parent/id", "resource");
    let key = parent.key().ok_or_else(absent)?;
    let place = unit
        .resources()
        .place(account, key)
        .await?
        .filter(|place| place.kind() == parent.kind)
        .ok_or_else(absent)?;
    if model.may_stand(&name.kind, &parent.kind) {
        Ok(place)
    } else {
        Err(Error::invalid(
            "/parent/type",
            format!("a `{}` can't stand under a `{}`", name.kind, parent.kind),
        ))
    }
}

fn party(resource: &Resource) -> Party {
    Party::new(&resource.name.kind, &resource.name.id)
}

/// One registered resource.
///
/// # Errors
/// Not with a platform key; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, name: &ResourceRef) -> Result<Resource> {
    back_end_only(call)?;
    gate::enter(cx, call, account).await?;
    find(cx, account, name).await
}

pub(crate) async fn find(cx: &Context, account: AccountId, name: &ResourceRef) -> Result<Resource> {
    let absent = || Error::not_found("resource");
    let key = name.key().ok_or_else(absent)?;
    let found = read(cx, async |unit| Ok(unit.resources().find(account, key).await?)).await?;
    // An app's id and a keyset's may have the same UUID in them only where one was made up.
    found.filter(|resource| resource.name == *name).ok_or_else(absent)
}

/// Removes a registered resource, and all below it with the grants on them.
///
/// # Errors
/// Not with a platform key; absent; `role_prerequisite` while another grant needs one that would go.
pub async fn delete(cx: &Context, call: &Call, account: AccountId, name: &ResourceRef) -> Result<()> {
    back_end_only(call)?;
    check_name(name).map_err(|_| Error::not_found("resource"))?;
    write(cx, call, async |unit| {
        unit.accounts().lock(&[account]).await?;
        let model = gate::open_model(cx, unit, account).await?;
        remove(cx, unit, call, &model, account, name, "resource.deleted").await
    })
    .await
}

/// Removes a resource and all below it, with the grants on them; the rules are kept, and the audit says what went.
pub(crate) async fn remove(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    model: &RoleModel,
    account: AccountId,
    name: &ResourceRef,
    action: &'static str,
) -> Result<()> {
    let absent = || Error::not_found("resource");
    let key = name.key().ok_or_else(absent)?;
    let resource = unit.resources().find(account, key).await?.ok_or_else(absent)?;
    call.expects(resource.version)?;
    let mut gone = Vec::new();
    for member in unit.members().on_resource(account, resource.key).await? {
        let left = JudgedGrants::without_resource(model, &member, resource.key, cx.now())
            .map_err(Error::violated)?;
        let went: Vec<_> =
            member.grants.iter().filter(|grant| grant.place.within(resource.key)).cloned().collect();
        gone.push(json!({ "member": member.id, "grants": grants_json(&went) }));
        unit.members().put_grants(account, &left).await?;
    }
    for machine in unit.integrations().on_resource(account, resource.key).await? {
        let left = JudgedHoldings::without_resource(model, &machine, resource.key, cx.now())
            .map_err(Error::violated)?;
        let went: Vec<_> =
            machine.grants.iter().filter(|grant| grant.place.within(resource.key)).cloned().collect();
        gone.push(json!({ "integration": machine.id, "grants": grants_json(&went) }));
        unit.integrations().put_grants(account, &left).await?;
    }
    let below = unit.resources().count_below(account, resource.key).await?;
    unit.resources().remove(account, resource.key).await?;
    let before = json!({ "parent": resource.parent, "resources_below": below, "grants": gone });
    record(
        cx,
        unit,
        call,
        Chain::Account(account),
        Change { action, target: party(&resource), before, after: Value::Null },
    )
    .await
}

/// Gives an app or a keyset another name.
pub(crate) async fn rename(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    mut resource: Resource,
    title: Option<Name>,
    action: &'static str,
) -> Result<Resource> {
    call.expects(resource.version)?;
    let Some(title) = title.filter(|title| resource.title.as_ref() != Some(title)) else {
        return Ok(resource);
    };
    let (before, after) = (json!({ "name": resource.title }), json!({ "name": title }));
    resource.title = Some(title);
    resource.version += 1;
    unit.resources().update(&resource).await?;
    let change = Change { action, target: party(&resource), before, after };
    record(cx, unit, call, Chain::Account(resource.account), change).await?;
    Ok(resource)
}

/// Records a new app or keyset.
pub(crate) async fn record_created(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    resource: &Resource,
    action: &'static str,
) -> Result<()> {
    let mut after = json!({ "parent": resource.parent, "name": resource.title });
    if let Some(environment) = resource.environment {
        after["environment"] = json!(environment);
    }
    let change = Change { action, target: party(resource), before: Value::Null, after };
    record(cx, unit, call, Chain::Account(resource.account), change).await
}

/// The resources of a list on which a viewer holds a permission: none means all of them.
pub(crate) fn visible(
    cx: &Context,
    viewer: &Viewer,
    permission: u16,
    path: &[uuid::Uuid],
) -> Option<Vec<uuid::Uuid>> {
    let Viewer::Member(known) = viewer else { return None };
    let now = cx.now();
    let mut among: Option<Vec<uuid::Uuid>> = None;
    for holder in known.holder.bounds() {
        if allowing(&known.model, holder, path, permission, now).next().is_some() {
            continue;
        }
        let roots: Vec<uuid::Uuid> = holder.grants.iter().map(|grant| grant.resource).collect();
        let own =
            allowing(&known.model, holder, &roots, permission, now).map(|(position, _)| roots[position]);
        among = Some(match among {
            None => own.collect(),
            Some(others) => own.filter(|key| others.contains(key)).collect(),
        });
    }
    among
}
