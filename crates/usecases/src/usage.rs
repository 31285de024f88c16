//! Usage: counting what a product's back end sends, each record once, and the statistics of it. When people are told of
//! limits is in `usage_limits`.

use std::collections::BTreeSet;
use std::result::Result as Std;

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::role_models::APP;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, MOST_RECORDS, Metric, Point, Record, Scope, Series, sums};
use bailiwick_ports::Page;
use bailiwick_ports::usage::RecordCursor;
use serde::{Deserialize, Serialize};

use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::unit::{Unit, read, write};
use crate::usage_limits::{Exceeded, judge};

mod check;

/// For how long it is known which records were counted, in seconds: longer than a record may be late.
const RECORDS_KEPT_SECONDS: i64 = 8 * DAY;
/// For how long minutes are kept, in seconds.
const MINUTES_KEPT_SECONDS: i64 = 14 * DAY;
/// For how long hours are kept, in seconds.
const HOURS_KEPT_SECONDS: i64 = 400 * DAY;
const DAY: i64 = 24 * 3600;
/// How many records are looked at in one step of their pruning, and how many series.
const RECORDS_AT_ONCE: u64 = 5_000;
const SERIES_AT_ONCE: u64 = 50;

/// A field as it was given, or what is wrong with it.
pub type Given<T> = Std<T, String>;

/// A record as a client sends it.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// Whose usage.
    pub account: Given<AccountId>,
    /// In which app.
    pub app: Given<Option<AppId>>,
    /// By which keyset.
    pub keyset: Given<Option<KeysetId>>,
    /// What.
    pub metric: Given<String>,
    /// How much.
    pub quantity: Given<u64>,
    /// When.
    pub at: Given<Timestamp>,
    /// The client's id for it.
    pub id: Given<String>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// How many records were counted.
    pub accepted: u64,
    /// How many had been counted before.
    pub repeated: u64,
    /// The limits of the batch's accounts that are reached now.
    pub exceeded: Vec<Exceeded>,
}

/// Counts a batch of records, all or nothing; each record once by its id, also when it comes again at the same time elsewhere.
///
/// # Errors
/// Not with a platform key; every fault of the records, up to a number.
pub async fn count(cx: &Context, call: &Call, records: Vec<NewRecord>) -> Result<Counted> {
    gate::back_end_only(call.caller, "only the product's back end records usage, with a platform key")?;
    if records.len() > MOST_RECORDS {
        return Err(Error::invalid("", format!("a batch holds at most {MOST_RECORDS} records")));
    }
    let records = check::records(cx, records).await?;
    let names: Vec<_> = records.iter().map(|record| record.name.clone()).collect();
    let accounts: BTreeSet<AccountId> = names.iter().map(|name| name.account).collect();
    let accounts: Vec<AccountId> = accounts.into_iter().collect();
    let now = cx.now();
    write(cx, call, async |unit| {
        let new = unit.usage().remember(&names, now).await?;
        let new: Vec<&Record> =
            records.iter().zip(new).filter(|(_, new)| *new).map(|(record, _)| record).collect();
        let (accepted, repeated) = (new.len() as u64, (records.len() - new.len()) as u64);
        let sums = sums(new);
        unit.usage().add(&sums).await?;
        Ok(Counted { accepted, repeated, exceeded: judge(cx, unit, &accounts, &sums, now).await? })
    })
    .await
}

/// Whose statistics, by the path to it.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    /// The account's.
    Account,
    /// An app's.
    App(AppId),
    /// A keyset's of an app.
    Keyset(AppId, KeysetId),
}

/// Which statistics.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Of what.
    pub metric: String,
    /// In which buckets.
    pub bucket: Bucket,
    /// From the bucket that holds this moment on; without it for as long as suits the buckets.
    pub from: Option<Timestamp>,
    /// Until before the bucket that begins then; until now without it.
    pub to: Option<Timestamp>,
}

/// What was used, bucket by bucket, oldest first; buckets in which nothing was are left out.
///
/// # Errors
/// Without the permission for statistics of that kind of resource; absent; the parameter at fault.
pub async fn statistics(
    cx: &Context,
    call: &Call,
    account: AccountId,
    subject: Subject,
    wanted: &Wanted,
    after: Option<Timestamp>,
    limit: u64,
) -> Result<Page<Point>> {
    let scope = allowed(cx, call, account, subject).await?;
    let parameter =
        |name: &str, rule: String| Error::invalid_as("invalid_parameter", &format!("/{name}"), rule);
    let metric =
        Metric::try_from(wanted.metric.clone()).map_err(|wrong| parameter("metric", wrong.to_string()))?;
    let to = wanted.to.unwrap_or_else(|| cx.now().plus_seconds(1));
    let from = wanted.from.unwrap_or_else(|| to.plus_seconds(-usual_seconds(wanted.bucket)));
    if from >= to {
        return Err(parameter("to", "must be after from".to_owned()));
    }
    let from = after.map_or_else(|| wanted.bucket.start(from), |after| wanted.bucket.end(after));
    let series = Series { account, scope, metric };
    read(cx, async |unit| Ok(unit.usage().points(&series, wanted.bucket, from, to, limit).await?)).await
}

/// How far statistics go back where nobody says, in seconds.
fn usual_seconds(bucket: Bucket) -> i64 {
    match bucket {
        Bucket::Minute => 3600,
        Bucket::Hour => DAY,
        Bucket::Day => 30 * DAY,
        Bucket::Month => 365 * DAY,
    }
}

/// What the caller may see the statistics of.
async fn allowed(cx: &Context, call: &Call, account: AccountId, subject: Subject) -> Result<Scope> {
    let (key, permission, scope) = match subject {
        Subject::Account => (ResourceKey::Account(account), Core::AccountStatisticsView, Scope::Account),
        Subject::App(app) => (ResourceKey::App(app), Core::AppStatisticsView, Scope::App(app)),
        Subject::Keyset(_, id) => (ResourceKey::Keyset(id), Core::KeysetStatisticsView, Scope::Keyset(id)),
    };
    gate::view_at(cx, call, account, key, permission).await?;
    if let Subject::Keyset(app, id) = subject
        && keyset(cx, id).await? != Some((account, app))
    {
        return Err(Error::not_found("keyset"));
    }
    Ok(scope)
}

/// The account and the app of a keyset, as this node knows them.
async fn keyset(cx: &Context, id: KeysetId) -> Result<Option<(AccountId, AppId)>> {
    let path = cx.decisions.place_of(ResourceKey::Keyset(id)).await?;
    Ok(path.and_then(|path| {
        let app = path.place.steps().iter().find(|step| step.kind == APP)?;
        Some((path.account, AppId::new(app.key)))
    }))
}

/// Forgets what was counted long ago, a step of it.
pub(crate) async fn prune_records(
    unit: &mut Unit<'_>,
    time: Timestamp,
    after: Option<RecordCursor>,
) -> Result<Option<RecordCursor>> {
    let before = time.plus_seconds(-RECORDS_KEPT_SECONDS);
    Ok(unit.usage().prune_records(before, after, RECORDS_AT_ONCE).await?)
}

/// Removes minutes and hours of long ago, a step of it. Days and months stay.
pub(crate) async fn prune_sums(
    unit: &mut Unit<'_>,
    time: Timestamp,
    after: Option<Series>,
) -> Result<Option<Series>> {
    let before = [
        (Bucket::Minute, time.plus_seconds(-MINUTES_KEPT_SECONDS)),
        (Bucket::Hour, time.plus_seconds(-HOURS_KEPT_SECONDS)),
    ];
    Ok(unit.usage().prune_sums(&before, after, SERIES_AT_ONCE).await?)
}
