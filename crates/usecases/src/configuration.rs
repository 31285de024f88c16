//! Apps' configurations: reading and replacing the newest version, and looking at the former ones.

mod schema;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::configuration::{Configuration, Difference, Document, MOST_VERSIONS, Version, changes};
use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_ports::Page;
use serde_json::{Map, Value, json};

pub use schema::{InvalidSchema, Schema};

use crate::apps;
use crate::audit::{Change, actor, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::unit::{read, write};

/// The most bytes of changed values that the audit tells; where there are more, it tells their paths alone, and the kept
/// versions have the rest.
const MOST_TOLD: usize = 16 * 1024;

/// An app's newest configuration; none where there was none yet.
///
/// # Errors
/// Without `app.configuration.view`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId, app: AppId) -> Result<Option<Configuration>> {
    view(cx, call, account, app).await?;
    read(cx, async |unit| Ok(unit.configurations().newest(account, app).await?)).await
}

async fn view(cx: &Context, call: &Call, account: AccountId, app: AppId) -> Result<()> {
    let key: ResourceKey<'_> = ResourceKey::App(app);
    gate::view_at(cx, call, account, key, Core::AppConfigurationView).await.map(drop)
}

/// The kept versions of an app's configuration, newest first, below a number.
///
/// # Errors
/// As [`get`].
pub async fn versions(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app: AppId,
    below: Option<u64>,
    limit: u64,
) -> Result<Page<Version>> {
    view(cx, call, account, app).await?;
    read(cx, async |unit| Ok(unit.configurations().versions(account, app, below, limit).await?)).await
}

/// One kept version of an app's configuration.
///
/// # Errors
/// As [`get`]; absent.
pub async fn version(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app: AppId,
    version: u64,
) -> Result<Configuration> {
    view(cx, call, account, app).await?;
    let found = read(cx, async |unit| Ok(unit.configurations().find(account, app, version).await?)).await?;
    found.ok_or_else(|| Error::not_found("version"))
}

/// Replaces an app's configuration: a new version, unless it is the same document.
///
/// # Errors
/// Without `app.configuration.manage`; too long, too deep, or not as the deployment's schema wants it; `stale_version`.
pub async fn put(
    cx: &Context,
    call: &Call,
    account: AccountId,
    app: AppId,
    fields: Map<String, Value>,
) -> Result<Configuration> {
    // Outside of the lock, for the schema is the deployment's, and may take its time.
    call.caller.subject()?;
    gate::view_at(cx, call, account, ResourceKey::App(app), Core::AppConfigurationManage).await?;
    let (document, bytes) = Document::check(fields).map_err(|unfit| Error::invalid("", unfit.to_string()))?;
    if let Some(schema) = &cx.configuration_schema {
        schema.check(&document)?;
    }
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        let place = apps::place(unit, account, app).await?;
        inside.require_at(cx, Core::AppConfigurationManage, &place)?;
        let former = unit.configurations().newest(account, app).await?;
        let number = former.as_ref().map_or(0, |former| former.version.number);
        call.expects(number)?;
        if let Some(former) = former.as_ref().filter(|former| former.document == document) {
            return Ok(former.clone());
        }
        let made_by = actor(&call.caller);
        let version = Version { number: number + 1, made_at: cx.now(), made_by, bytes };
        let new = Configuration { account, app, version, document };
        unit.configurations().insert(&new).await?;
        let oldest = new.version.number.saturating_sub(MOST_VERSIONS) + 1;
        unit.configurations().prune(account, app, oldest).await?;
        let (before, after) = told(former.as_ref(), &new)?;
        let target = Party::new("app", app);
        let change = Change { action: "app.configuration_changed", target, before, after };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok(new)
    })
    .await
}

/// What the audit tells of a change: each changed path with what was and what is. Where that is much, the paths alone.
fn told(former: Option<&Configuration>, new: &Configuration) -> Result<(Value, Value)> {
    let nothing = Document::check(Map::new()).map_err(|unfit| Error::internal(&unfit))?.0;
    let found = changes(former.map_or(&nothing, |former| &former.document), &new.document);
    let number = former.map_or(0, |former| former.version.number);
    let value_of = |side: fn(&Difference) -> &Option<Value>| {
        let value = |one: &Difference| Some((one.path.clone(), exact(side(one).as_ref()?)));
        Value::Object(found.told.iter().filter_map(value).collect())
    };
    let (before, after) = (value_of(|one| &one.before), value_of(|one| &one.after));
    let length = before.to_string().len() + after.to_string().len();
    if found.untold == 0 && length <= MOST_TOLD {
        let tell = |number: u64, changed: Value| json!({ "version": number, "changed": changed });
        return Ok((tell(number, before), tell(new.version.number, after)));
    }
    let paths: Vec<&str> = found.told.iter().map(|one| one.path.as_str()).collect();
    let after = json!({ "version": new.version.number, "changed_paths": paths, "more": found.untold });
    Ok((json!({ "version": number }), after))
}

/// A value as the audit can tell it: canonical JSON has no whole numbers beyond 2^53, so these are told as text.
fn exact(value: &Value) -> Value {
    match value {
        Value::Number(number) => {
            let whole = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
            if whole.is_some_and(|whole| whole > 1 << 53) { json!(number.to_string()) } else { value.clone() }
        }
        Value::Array(items) => items.iter().map(exact).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), exact(value))).collect())
        }
        _ => value.clone(),
    }
}
