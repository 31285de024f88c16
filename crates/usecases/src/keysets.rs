//! Keysets of an app: places for grants, for keys and for secrets.

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, Resource, ResourceKey, ResourceRef};
use bailiwick_domain::role_models::KEYSET;
use bailiwick_domain::text::Name;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};

use crate::apps;
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Viewer};
use crate::input;
use crate::resources;
use crate::unit::{Unit, read, write};

/// A keyset with its app's id and name, which who may view a keyset sees too.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keyset {
    /// The keyset.
    pub keyset: Resource,
    /// Its app.
    pub app: Resource,
}

fn absent() -> Error {
    Error::not_found("keyset")
}

async fn app(unit: &mut Unit<'_>, account: AccountId, id: AppId) -> Result<Resource> {
    let found = unit.resources().find(account, ResourceKey::App(id)).await?;
    found.filter(|app| app.name == apps::named(id)).ok_or_else(|| Error::not_found("app"))
}

/// A keyset of an app with its place, within a unit.
pub(crate) async fn find(
    unit: &mut Unit<'_>,
    account: AccountId,
    app_id: AppId,
    id: KeysetId,
) -> Result<(Keyset, Place)> {
    let app = app(unit, account, app_id).await?;
    let keyset = unit.resources().find(account, ResourceKey::Keyset(id)).await?;
    let keyset = keyset
        .filter(|keyset| keyset.parent_key == app.key && keyset.name.kind == KEYSET)
        .ok_or_else(absent)?;
    let place = unit.resources().place(account, ResourceKey::Keyset(id)).await?.ok_or_else(absent)?;
    Ok((Keyset { keyset, app }, place))
}

/// Makes a keyset in an app.
///
/// # Errors
/// Without `key.manage` at the app; the field at fault.
pub async fn create(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app_id: AppId,
    name: String,
    environment: Environment,
) -> Result<Keyset> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let place = apps::place(unit, account, app_id).await?;
        inside.require_at(cx, Core::KeyManage, &place)?;
        let app = app(unit, account, app_id).await?;
        let keyset = Resource::keyset(KeysetId::new(cx.ids.uuid()), account, app_id, name, cx.now());
        let keyset = Resource { environment: Some(environment), ..keyset };
        unit.resources().insert(&keyset).await?;
        resources::record_created(cx, unit, call, &keyset, "keyset.created").await?;
        Ok(Keyset { keyset, app })
    })
    .await
}

/// The keysets of an app that the caller may view, by id.
///
/// # Errors
/// Absent to who is not a member, or when there is no such app.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app_id: AppId,
    after: Option<KeysetId>,
    limit: u64,
) -> Result<Page<Keyset>> {
    let viewer = gate::enter(cx, call, account).await?;
    if matches!(viewer, Viewer::Platform) {
        return Err(Error::lacks(Core::KeyView, apps::named(app_id)));
    }
    let among = resources::visible(cx, &viewer, Core::KeyView.index(), &apps::path(account, app_id));
    let after = after.map(KeysetId::uuid);
    read(cx, async |unit| {
        let app = app(unit, account, app_id).await?;
        let page = unit.resources().list(account, KEYSET, app.key, among.as_deref(), after, limit).await?;
        Ok(page.map(|keyset| Keyset { keyset, app: app.clone() }))
    })
    .await
}

/// One keyset.
///
/// # Errors
/// Without `key.view`; absent.
pub async fn get(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app_id: AppId,
    id: KeysetId,
) -> Result<Keyset> {
    gate::view_at(cx, call, account, ResourceKey::Keyset(id), Core::KeyView).await?;
    read(cx, async |unit| Ok(find(unit, account, app_id, id).await?.0)).await
}

/// Renames a keyset.
///
/// # Errors
/// Without `key.manage`; the field at fault; `stale_version`.
pub async fn update(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app_id: AppId,
    id: KeysetId,
    name: Option<String>,
) -> Result<Keyset> {
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let (Keyset { keyset, app }, place) = find(unit, account, app_id, id).await?;
        inside.require_at(cx, Core::KeyManage, &place)?;
        let keyset = resources::rename(cx, unit, call, keyset, name, "keyset.updated").await?;
        Ok(Keyset { keyset, app })
    })
    .await
}

/// Deletes a keyset with its keys and secrets, and everything registered below it.
///
/// # Errors
/// Without `key.manage`; `role_prerequisite` while another grant needs one that would go.
pub async fn delete(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app_id: AppId,
    id: KeysetId,
) -> Result<()> {
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let (_, place) = find(unit, account, app_id, id).await?;
        inside.require_at(cx, Core::KeyManage, &place)?;
        let name = ResourceRef { kind: KEYSET.to_owned(), id: id.to_string() };
        resources::remove(cx, unit, call, &inside.model, account, &name, "keyset.deleted").await
    })
    .await
}
