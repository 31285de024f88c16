//! Apps of an account, and their settings. Their configurations are in `configuration`.

use bailiwick_domain::access::is_allowed;
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, Resource, ResourceKey, ResourceRef};
use bailiwick_domain::role_models::APP;
use bailiwick_domain::text::Name;
use bailiwick_domain::usage_limits::UsageLimit;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Viewer};
use crate::input;
use crate::resources;
use crate::unit::{Unit, read, write};
use crate::usage_limits::{self, NewLimit};

/// An app as a caller is shown it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct App {
    /// The app.
    pub app: Resource,
    /// The limits on its usage, for who may see its settings: only they see whether it is disabled, too.
    pub limits: Option<Vec<UsageLimit>>,
}

/// What is to be changed of an app.
#[derive(Debug, Clone, Default)]
pub struct Patch {
    /// What people call it.
    pub name: Option<String>,
    /// Whether it is disabled.
    pub disabled: Option<bool>,
    /// All limits on its usage; that they are of this app goes without saying.
    pub limits: Option<Vec<NewLimit>>,
}

impl Patch {
    /// A new name alone.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }
}

pub(crate) fn named(id: AppId) -> ResourceRef {
    ResourceRef { kind: APP.to_owned(), id: id.to_string() }
}

/// Makes an app.
///
/// # Errors
/// Without `app.create`; the field at fault.
pub async fn create(cx: &Context, call: &Call, account: AccountId, name: String) -> Result<App> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::AppCreate)?;
        let app = Resource::app(AppId::new(cx.ids.uuid()), account, name, cx.now());
        unit.resources().insert(&app).await?;
        resources::record_created(cx, unit, call, &app, "app.created").await?;
        let limits = inside.may(cx, Core::AppSettingsView).then(Vec::new);
        Ok(App { app, limits })
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
) -> Result<Page<App>> {
    let viewer = gate::enter(cx, call, account).await?;
    let whole = account.uuid();
    let among = resources::visible(cx, &viewer, Core::AppView.index(), &[whole]);
    let after = after.map(AppId::uuid);
    let (page, limits) = read(cx, async |unit| {
        let page = unit.resources().list(account, APP, whole, among.as_deref(), after, limit).await?;
        Ok((page, unit.usage_limits().find_each(&[account]).await?))
    })
    .await?;
    Ok(page.map(|app| shown(cx, &viewer, app, &limits)))
}

/// An app with its settings, if the viewer may see those too.
fn shown(cx: &Context, viewer: &Viewer, app: Resource, limits: &[(AccountId, UsageLimit)]) -> App {
    let with_settings = match viewer {
        Viewer::Platform => true,
        Viewer::Member(known) => {
            let path = path(app.account, AppId::new(app.key));
            is_allowed(&known.model, &known.holder, &path, Core::AppSettingsView.index(), cx.now())
        }
    };
    let own = limits.iter().filter(|(_, limit)| limit.app.map(AppId::uuid) == Some(app.key));
    let limits = with_settings.then(|| own.map(|(_, limit)| limit.clone()).collect());
    App { app, limits }
}

/// One app.
///
/// # Errors
/// Without `app.view`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, id: AppId) -> Result<App> {
    let viewer = gate::view_at(cx, call, account, ResourceKey::App(id), Core::AppView).await?;
    let app = resources::find(cx, account, &named(id)).await?;
    let limits = read(cx, async |unit| Ok(unit.usage_limits().find_each(&[account]).await?)).await?;
    Ok(shown(cx, &viewer, app, &limits))
}

/// An app of an account with its place, within a unit.
pub(crate) async fn place(unit: &mut Unit<'_>, account: AccountId, id: AppId) -> Result<Place> {
    let place = unit.resources().place(account, ResourceKey::App(id)).await?;
    place.filter(|place| place.kind() == APP).ok_or_else(|| Error::not_found("app"))
}

/// Changes an app's settings.
///
/// # Errors
/// Without `app.settings.manage`; the field at fault; `stale_version`.
pub async fn update(cx: &Context, call: &Call, account: AccountId, id: AppId, patch: Patch) -> Result<App> {
    let name = patch.name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let place = place(unit, account, id).await?;
        inside.require_at(cx, Core::AppSettingsManage, &place)?;
        let key: ResourceKey<'_> = ResourceKey::App(id);
        let app = unit.resources().find(account, key).await?.ok_or_else(|| Error::not_found("app"))?;
        call.expects(app.version)?;
        let mut changed = app.clone();
        changed.title = name.clone().or(changed.title);
        changed.disabled = patch.disabled.unwrap_or(changed.disabled);
        let was = usage_limits::of_app(unit, account, id).await?;
        let is = match patch.limits {
            Some(limits) => usage_limits::put_of_app(unit, account, id, limits).await?,
            None => was.clone(),
        };
        let sees = inside.may_at(cx, Core::AppSettingsView, &place);
        if changed == app && was == is {
            return Ok(App { app, limits: sees.then_some(is) });
        }
        changed.version += 1;
        unit.resources().update(&changed).await?;
        let (mut before, mut after) = told(&app, &changed);
        if was != is {
            before["limits"] = json!(was);
            after["limits"] = json!(is);
        }
        let change = Change { action: "app.updated", target: Party::new(APP, id), before, after };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok(App { app: changed, limits: sees.then_some(is) })
    })
    .await
}

/// How an app's status is called.
pub fn status(app: &Resource) -> &'static str {
    if app.disabled { "disabled" } else { "active" }
}

/// What was changed.
fn told(was: &Resource, is: &Resource) -> (Value, Value) {
    let (mut before, mut after) = (Map::new(), Map::new());
    if was.title != is.title {
        before.insert("name".to_owned(), json!(was.title));
        after.insert("name".to_owned(), json!(is.title));
    }
    if was.disabled != is.disabled {
        before.insert("status".to_owned(), json!(status(was)));
        after.insert("status".to_owned(), json!(status(is)));
    }
    (before.into(), after.into())
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
