//! Apps of an account.

use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, Resource, ResourceKey, ResourceRef};
use bailiwick_domain::role_models::APP;
use bailiwick_domain::text::Name;
use bailiwick_ports::Page;
use uuid::Uuid;

use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::input;
use crate::resources;
use crate::unit::{Unit, read, write};

pub(crate) fn named(id: AppId) -> ResourceRef {
    ResourceRef { kind: APP.to_owned(), id: id.to_string() }
}

/// Makes an app.
///
/// # Errors
/// Without `app.create`; the field at fault.
pub async fn create(cx: &Context, call: &Call, account: AccountId, name: String) -> Result<Resource> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        gate::lock(cx, unit, call, account).await?.require(cx, Core::AppCreate)?;
        let app = Resource::app(AppId::new(cx.ids.uuid()), account, name, cx.now());
        unit.resources().insert(&app).await?;
        resources::record_created(cx, unit, call, &app, "app.created").await?;
        Ok(app)
    })
    .await
}

/// The apps that the caller may view, by id.
///
/// # Errors
/// Absent to who is not a member.
pub async fn list(
    cx: &Context,
    call: &Call,
    account: AccountId,
    after: Option<AppId>,
    limit: u64,
) -> Result<Page<Resource>> {
    let viewer = gate::enter(cx, call, account).await?;
    let whole = account.uuid();
    let among = resources::visible(cx, &viewer, Core::AppView.index(), &[whole]);
    let after = after.map(AppId::uuid);
    read(cx, async |unit| {
        Ok(unit.resources().list(account, APP, whole, among.as_deref(), after, limit).await?)
    })
    .await
}

/// One app.
///
/// # Errors
/// Without `app.view`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, id: AppId) -> Result<Resource> {
    gate::view_at(cx, call, account, ResourceKey::App(id), Core::AppView).await?;
    resources::find(cx, account, &named(id)).await
}

/// An app of an account with its place, within a unit.
pub(crate) async fn place(unit: &mut Unit<'_>, account: AccountId, id: AppId) -> Result<Place> {
    let place = unit.resources().place(account, ResourceKey::App(id)).await?;
    place.filter(|place| place.kind() == APP).ok_or_else(|| Error::not_found("app"))
}

/// Renames an app.
///
/// # Errors
/// Without `app.settings.manage`; the field at fault; `stale_version`.
pub async fn update(
    cx: &Context,
    call: &Call,
    account: AccountId,
    id: AppId,
    name: Option<String>,
) -> Result<Resource> {
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let place = place(unit, account, id).await?;
        inside.require_at(cx, Core::AppSettingsManage, &place)?;
        let key: ResourceKey<'_> = ResourceKey::App(id);
        let app = unit.resources().find(account, key).await?.ok_or_else(|| Error::not_found("app"))?;
        resources::rename(cx, unit, call, app, name, "app.updated").await
    })
    .await
}

/// Deletes an app with its keysets, their keys and secrets, and everything registered below it.
///
/// # Errors
/// Without `app.settings.manage`; `role_prerequisite` while another grant needs one that would go.
pub async fn delete(cx: &Context, call: &Call, account: AccountId, id: AppId) -> Result<()> {
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let place = place(unit, account, id).await?;
        inside.require_at(cx, Core::AppSettingsManage, &place)?;
        resources::remove(cx, unit, call, &inside.model, account, &named(id), "app.deleted").await
    })
    .await
}

/// The keys of an app's path.
pub(crate) fn path(account: AccountId, id: AppId) -> [Uuid; 2] {
    [id.uuid(), account.uuid()]
}
