//! Usage: recording it, and its statistics.

mod statistics;

use std::borrow::Cow;

use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_usecases::usage::{self, Counted, NewRecord, Subject};
use poem_openapi::param::{Path, Query};
use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::Type;
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};
use statistics::{Asked, Format, StatisticsReply, reply};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::usage_limits::{BucketKind, ExceededOut};
use crate::wire::{Checked, Id, JsonArray, Paging, Shown, Time, from_objects};

/// What was used. It is counted once by its `id`.
#[derive(Deserialize, Object)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct UsageRecordIn {
    /// Whose usage.
    account: Checked<Id<AccountId>>,
    /// In which app.
    #[serde(default)]
    #[oai(nullable)]
    app: Checked<Option<Id<AppId>>>,
    /// By which keyset; it brings its app.
    #[serde(default)]
    #[oai(nullable)]
    keyset: Checked<Option<Id<KeysetId>>>,
    /// What: lower-case letters, digits, `.`, `_` and `-`, a letter first.
    #[oai(validator(min_length = 1, max_length = 64, pattern = "^[a-z][a-z0-9._-]*$"))]
    metric: Checked<String>,
    /// How much: a whole number.
    #[oai(validator(minimum(value = "0"), maximum(value = "9007199254740992")))]
    quantity: Checked<u64>,
    /// When: within the last 7 days, and at most 5 minutes ahead.
    at: Checked<Time>,
    /// By what the record is told apart in its account: visible ASCII characters.
    #[oai(validator(min_length = 1, max_length = 128, pattern = "^[!-~]+$"))]
    id: Checked<String>,
}

from_objects!(UsageRecordIn);

impl From<UsageRecordIn> for NewRecord {
    fn from(record: UsageRecordIn) -> Self {
        Self {
            account: record.account.map(|id| id.0),
            app: record.app.map(|id| id.map(|id| id.0)),
            keyset: record.keyset.map(|id| id.map(|id| id.0)),
            metric: record.metric.0,
            quantity: record.quantity.0,
            at: record.at.map(|time| time.0),
            id: record.id.0,
        }
    }
}

/// Records that are counted together.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct UsageBatch(Vec<UsageRecordIn>);

impl Type for UsageBatch {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        "UsageBatch".into()
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("UsageBatch".to_owned())
    }
    fn register(registry: &mut Registry) {
        UsageRecordIn::register(registry);
        registry.create_schema::<Self, _>("UsageBatch".to_owned(), |_| MetaSchema {
            description: Some("Records that are counted together: up to 1,000, all or nothing."),
            items: Some(Box::new(UsageRecordIn::schema_ref())),
            max_items: Some(1000),
            ..MetaSchema::new("array")
        });
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}

/// What became of a batch.
#[derive(Serialize, Object)]
pub(crate) struct UsageOut {
    /// How many records were counted.
    accepted: u64,
    /// How many had been counted before, and were not counted again.
    repeated: u64,
    /// The limits of the batch's accounts that are reached in the present period.
    exceeded: Vec<ExceededOut>,
}

impl From<Counted> for UsageOut {
    fn from(counted: Counted) -> Self {
        Self {
            accepted: counted.accepted,
            repeated: counted.repeated,
            exceeded: counted.exceeded.into_iter().map(Into::into).collect(),
        }
    }
}

pub(crate) struct UsageApi;

#[OpenApi(tag = "Tag::Usage")]
impl UsageApi {
    /// Record usage
    ///
    /// With a platform key. A batch is counted whole or not at all; each record once by its `id`, however often and wherever
    /// it is sent within 8 days: the first stands.
    #[oai(path = "/v1/usage", method = "post", operation_id = "record_usage")]
    async fn record(
        &self,
        Signed(asker): Signed,
        JsonArray(batch): JsonArray<UsageBatch>,
    ) -> Result<Shown<UsageOut>, ApiError> {
        let records = batch.0.into_iter().map(Into::into).collect();
        Ok(Shown::of(usage::count(&asker.cx, &asker.call, records).await?))
    }

    /// The usage of an account
    ///
    /// By buckets of the calendar in UTC, oldest first. Buckets in which nothing was are left out. With `format=csv` all of
    /// the range comes at once.
    #[oai(path = "/v1/accounts/:acct/statistics", method = "get", operation_id = "get_account_statistics")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
    async fn of_account(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// Of what.
        metric: Query<String>,
        /// From the bucket that holds this moment on; without it an hour, a day, 30 days or a year back.
        from: Query<Option<Time>>,
        /// Until before the bucket that begins then; without it until now.
        to: Query<Option<Time>>,
        /// The buckets; days without it.
        bucket: Query<Option<BucketKind>>,
        /// How to answer; JSON without it.
        format: Query<Option<Format>>,
        /// How many at most; not with `format=csv`.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended; not with `format=csv`.
        cursor: Query<Option<String>>,
    ) -> Result<StatisticsReply, ApiError> {
        let asked = Asked::new(metric.0, (from.0, to.0), bucket.0, format.0, (limit.0, cursor.0));
        reply(&asker, acct.0.0, Subject::Account, asked).await
    }

    /// The usage of an app
    ///
    /// With that of its keysets; otherwise as the usage of an account.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/statistics",
        method = "get",
        operation_id = "get_app_statistics"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
    async fn of_app(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        /// Of what.
        metric: Query<String>,
        /// From the bucket that holds this moment on; without it an hour, a day, 30 days or a year back.
        from: Query<Option<Time>>,
        /// Until before the bucket that begins then; without it until now.
        to: Query<Option<Time>>,
        /// The buckets; days without it.
        bucket: Query<Option<BucketKind>>,
        /// How to answer; JSON without it.
        format: Query<Option<Format>>,
        /// How many at most; not with `format=csv`.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended; not with `format=csv`.
        cursor: Query<Option<String>>,
    ) -> Result<StatisticsReply, ApiError> {
        let asked = Asked::new(metric.0, (from.0, to.0), bucket.0, format.0, (limit.0, cursor.0));
        reply(&asker, acct.0.0, Subject::App(app.0.0), asked).await
    }

    /// The usage of a keyset
    ///
    /// As the usage of an account.
    #[oai(
        path = "/v1/accounts/:acct/apps/:app/keysets/:ks/statistics",
        method = "get",
        operation_id = "get_keyset_statistics"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
    async fn of_keyset(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        app: Path<Id<AppId>>,
        ks: Path<Id<KeysetId>>,
        /// Of what.
        metric: Query<String>,
        /// From the bucket that holds this moment on; without it an hour, a day, 30 days or a year back.
        from: Query<Option<Time>>,
        /// Until before the bucket that begins then; without it until now.
        to: Query<Option<Time>>,
        /// The buckets; days without it.
        bucket: Query<Option<BucketKind>>,
        /// How to answer; JSON without it.
        format: Query<Option<Format>>,
        /// How many at most; not with `format=csv`.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended; not with `format=csv`.
        cursor: Query<Option<String>>,
    ) -> Result<StatisticsReply, ApiError> {
        let asked = Asked::new(metric.0, (from.0, to.0), bucket.0, format.0, (limit.0, cursor.0));
        reply(&asker, acct.0.0, Subject::Keyset(app.0.0, ks.0.0), asked).await
    }
}
