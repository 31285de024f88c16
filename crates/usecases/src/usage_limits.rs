//! Limits on usage: setting them, and telling who is to be told, once for each limit, threshold and period.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, AppId, DeliveryId, UserId};
use bailiwick_domain::outbox::Message;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::role_models::APP;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, Metric, Series, Sum};
use bailiwick_domain::usage_limits::{
    LimitFault, LimitNotice, LimitSet, MOST_LIMITS, Threshold, UsageLimit, faults,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::access::holders_filter;
use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, FieldError, Result};
use crate::gate;
use crate::input;
use crate::unit::{Unit, read, write};

/// How many people are read at once of those who are to be told.
const AT_ONCE: u64 = 500;
/// Of how many limits on minutes and hours an account is told at most after one batch: records may come late for days.
const MOST_SHORT: usize = 100;
/// For how long after its period it is known of a limit that people were told, in seconds: longer than a record may be late.
const NOTICES_KEPT_SECONDS: i64 = 8 * 24 * 3600;
/// How many of these are forgotten in one step.
const NOTICES_AT_ONCE: u64 = 5_000;

/// A limit as a client asks for it.
#[derive(Debug, Clone)]
pub struct NewLimit {
    /// Of what.
    pub metric: String,
    /// In which period.
    pub period: Bucket,
    /// How much.
    pub limit: u64,
    /// Of which app alone.
    pub app: Option<AppId>,
}

/// A limit that is reached in the present period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exceeded {
    /// Whose.
    pub account: AccountId,
    /// The limit.
    pub limit: UsageLimit,
    /// How much was used.
    pub used: u64,
}

/// An account's limits.
///
/// # Errors
/// Without `plan.manage`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId) -> Result<LimitSet> {
    gate::view(cx, call, account, Core::PlanManage).await?;
    read(cx, async |unit| Ok(unit.usage_limits().find(account).await?)).await
}

/// Sets all of an account's limits together. They are judged when usage is next recorded.
///
/// # Errors
/// Without `plan.manage`; the fields at fault; absent for an app that is not there; `stale_version`.
pub async fn put(cx: &Context, call: &Call, account: AccountId, new: Vec<NewLimit>) -> Result<LimitSet> {
    let items = checked("items", new)?;
    write(cx, call, async |unit| {
        gate::lock(cx, unit, call, account).await?.require(cx, Core::PlanManage)?;
        let before = unit.usage_limits().find(account).await?;
        call.expects(before.version)?;
        if before.items == items {
            return Ok(before);
        }
        for (at, limit) in items.iter().enumerate() {
            check_app(unit, account, at, limit.app).await?;
        }
        let set = LimitSet { items, version: before.version + 1 };
        unit.usage_limits().put(account, &set).await?;
        touch_apps(unit, account, &before.items, &set.items).await?;
        let (before, after) = (json!({ "items": before.items }), json!({ "items": set.items }));
        let change =
            Change { action: "limits.changed", target: Party::new("account", account), before, after };
        record(cx, unit, call, Chain::Account(account), change).await?;
        Ok(set)
    })
    .await
}

/// Apps show their limits among their settings, so an app whose limits changed is changed.
async fn touch_apps(
    unit: &mut Unit<'_>,
    account: AccountId,
    before: &[UsageLimit],
    after: &[UsageLimit],
) -> Result<()> {
    let apps: BTreeSet<AppId> = before.iter().chain(after).filter_map(|limit| limit.app).collect();
    for app in apps {
        if limits_of(before, app) == limits_of(after, app) {
            continue;
        }
        if let Some(mut app) = unit.resources().find(account, ResourceKey::App(app)).await? {
            app.version += 1;
            unit.resources().update(&app).await?;
        }
    }
    Ok(())
}

fn limits_of(items: &[UsageLimit], app: AppId) -> Vec<UsageLimit> {
    items.iter().filter(|limit| limit.app == Some(app)).cloned().collect()
}

/// The limits of one app.
pub(crate) async fn of_app(unit: &mut Unit<'_>, account: AccountId, app: AppId) -> Result<Vec<UsageLimit>> {
    Ok(limits_of(&unit.usage_limits().find(account).await?.items, app))
}

/// Sets all limits of one app, in the unit of a change of it; what they are then.
pub(crate) async fn put_of_app(
    unit: &mut Unit<'_>,
    account: AccountId,
    app: AppId,
    new: Vec<NewLimit>,
) -> Result<Vec<UsageLimit>> {
    let new = new.into_iter().map(|limit| NewLimit { app: Some(app), ..limit }).collect();
    let (after, set) = (checked("limits", new)?, unit.usage_limits().find(account).await?);
    if limits_of(&set.items, app) == after {
        return Ok(after);
    }
    let mut items: Vec<UsageLimit> = set.items;
    items.retain(|limit| limit.app != Some(app));
    items.extend(after.iter().cloned());
    if items.len() > MOST_LIMITS {
        let detail = format!("must leave the account with at most {MOST_LIMITS} limits");
        return Err(Error::invalid("/limits", detail));
    }
    unit.usage_limits().put(account, &LimitSet { items, version: set.version + 1 }).await?;
    Ok(after)
}

/// What was asked for as limits, in a field of that name.
fn checked(field: &str, new: Vec<NewLimit>) -> Result<Vec<UsageLimit>> {
    if new.len() > MOST_LIMITS {
        return Err(Error::invalid(&format!("/{field}"), format!("must be at most {MOST_LIMITS} limits")));
    }
    let (mut items, mut wrong) = (Vec::with_capacity(new.len()), Vec::new());
    for (at, new) in new.into_iter().enumerate() {
        match input::text::<Metric>(&format!("/{field}/{at}/metric"), new.metric) {
            Ok(metric) => {
                items.push(UsageLimit { metric, period: new.period, limit: new.limit, app: new.app });
            }
            Err(fault) => wrong.push(fault),
        }
    }
    // Places are told by the order, which a limit without a metric has no part in.
    if wrong.is_empty() {
        wrong.extend(faults(&items).into_iter().map(|LimitFault { at, field: of, rule }| {
            let pointer = format!("/{field}/{at}/{of}");
            FieldError { pointer: pointer.trim_end_matches('/').to_owned(), detail: rule }
        }));
    }
    if wrong.is_empty() { Ok(items) } else { Err(input::faults(wrong)) }
}

async fn check_app(unit: &mut Unit<'_>, account: AccountId, at: usize, app: Option<AppId>) -> Result<()> {
    let Some(app) = app else { return Ok(()) };
    let place = unit.resources().place(account, ResourceKey::App(app)).await?;
    let is_there = place.is_some_and(|place| place.kind() == APP);
    if is_there { Ok(()) } else { Err(Error::not_found_at(format!("/items/{at}/app"), "app")) }
}

/// Forgets of which limits people were told, once no record can come to the period any more, a step of it; whether there may
/// be more.
pub(crate) async fn prune_notices(unit: &mut Unit<'_>, time: Timestamp) -> Result<bool> {
    let mut more = false;
    for period in Bucket::ALL {
        let before = period.start(time.plus_seconds(-NOTICES_KEPT_SECONDS));
        more |= unit.usage_limits().prune_notices(period, before, NOTICES_AT_ONCE).await? == NOTICES_AT_ONCE;
    }
    Ok(more)
}

/// Looks at the limits of some accounts after something was counted, in the same unit: tells those who are to be told, and
/// answers what is reached now. Of periods that are over, or yet to come, those are looked at that something was counted in.
pub(crate) async fn judge(
    cx: &Context,
    unit: &mut Unit<'_>,
    accounts: &[AccountId],
    counted: &[Sum],
    now: Timestamp,
) -> Result<Vec<Exceeded>> {
    let limits = unit.usage_limits().find_each(accounts).await?;
    if limits.is_empty() {
        return Ok(Vec::new());
    }
    let mut starts: HashMap<(&Series, Bucket), BTreeSet<Timestamp>> = HashMap::new();
    for sum in counted {
        starts.entry((&sum.series, sum.bucket)).or_default().insert(sum.start);
    }
    let mut buckets = Vec::with_capacity(limits.len());
    let mut wanted = Vec::with_capacity(limits.len());
    for (account, limit) in &limits {
        let series = limit.series(*account);
        let mut of_limit = starts.get(&(&series, limit.period)).cloned().unwrap_or_default();
        of_limit.insert(limit.period.start(now));
        for start in of_limit {
            buckets.push((series.clone(), limit.period, start));
            wanted.push((*account, limit, start));
        }
    }
    let used = unit.usage().used(&buckets).await?;
    let (mut due, mut exceeded) = (Vec::new(), Vec::new());
    for (at, ((account, limit, start), used)) in wanted.into_iter().zip(&used).enumerate() {
        for threshold in Threshold::ALL.into_iter().filter(|threshold| limit.is_at(*used, *threshold)) {
            due.push((at, LimitNotice { account, limit: limit.clone(), threshold, start }));
        }
        if start == limit.period.start(now) && limit.is_at(*used, Threshold::Reached) {
            exceeded.push(Exceeded { account, limit: limit.clone(), used: *used });
        }
    }
    let notices: Vec<LimitNotice> = due.iter().map(|(_, notice)| notice.clone()).collect();
    let new = unit.usage_limits().note(&notices).await?;
    let new = due.into_iter().zip(new).filter(|(_, new)| *new).map(|(due, _)| due);
    let mut short = HashMap::new();
    // Who is past both at once is told of the higher one alone, which comes last.
    for (at, notice) in new.collect::<BTreeMap<_, _>>() {
        let told: &mut usize = short.entry(notice.account).or_default();
        if notice.limit.is_short() {
            *told += 1;
        }
        if *told <= MOST_SHORT || !notice.limit.is_short() {
            tell(cx, unit, &notice, used[at], now).await?;
        }
    }
    Ok(exceeded)
}

/// Queues a mail to each who holds the permission at this moment.
async fn tell(
    cx: &Context,
    unit: &mut Unit<'_>,
    notice: &LimitNotice,
    used: u64,
    now: Timestamp,
) -> Result<()> {
    let LimitNotice { account, limit, threshold, start } = notice;
    let Some(state) = cx.decisions.account(*account).await? else { return Ok(()) };
    let permission = Core::LimitNotificationReceive.index();
    let filter = holders_filter(&state.model, permission, vec![account.uuid()], state.require_two_factor);
    let mut after: Option<UserId> = None;
    loop {
        let users = unit.members().who_hold(*account, &filter, now, after, AT_ONCE).await?;
        for user in &users {
            let message = Message::UsageLimit {
                account: *account,
                user: *user,
                limit: limit.clone(),
                percent: threshold.percent(),
                used,
                start: *start,
            };
            unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, now).await?;
        }
        after = users.last().copied();
        if users.len() as u64 != AT_ONCE {
            return Ok(());
        }
    }
}
