//! Limits on usage.

use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::usage::Bucket;
use bailiwick_domain::usage_limits::{LimitSet, UsageLimit};
use bailiwick_usecases::usage_limits::{self, Exceeded, NewLimit};
use poem_openapi::param::Path;
use poem_openapi::{Enum, Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Id, Json, Nullable, Tagged, from_objects};

/// A period of the calendar in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename = "Bucket", rename_all = "snake_case")]
pub(crate) enum BucketKind {
    Minute,
    Hour,
    Day,
    Month,
}

impl From<BucketKind> for Bucket {
    fn from(kind: BucketKind) -> Self {
        match kind {
            BucketKind::Minute => Self::Minute,
            BucketKind::Hour => Self::Hour,
            BucketKind::Day => Self::Day,
            BucketKind::Month => Self::Month,
        }
    }
}

impl From<Bucket> for BucketKind {
    fn from(bucket: Bucket) -> Self {
        match bucket {
            Bucket::Minute => Self::Minute,
            Bucket::Hour => Self::Hour,
            Bucket::Day => Self::Day,
            Bucket::Month => Self::Month,
        }
    }
}

/// A limit on usage.
#[derive(Deserialize, Object)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct LimitIn {
    /// Of what.
    #[oai(validator(min_length = 1, max_length = 64, pattern = "^[a-z][a-z0-9._-]*$"))]
    metric: String,
    /// In which period.
    period: BucketKind,
    /// How much.
    #[oai(validator(minimum(value = "1"), maximum(value = "9007199254740992")))]
    limit: u64,
    /// Of which app alone; of the whole account without it.
    #[oai(nullable)]
    app: Option<Id<AppId>>,
}

from_objects!(LimitIn);

impl From<LimitIn> for NewLimit {
    fn from(limit: LimitIn) -> Self {
        let LimitIn { metric, period, limit, app } = limit;
        Self { metric, period: period.into(), limit, app: app.map(|id| id.0) }
    }
}

/// All limits that an account is to have.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct LimitsIn {
    /// The limits; what is not among them is taken away.
    #[oai(validator(max_items = 100))]
    items: Vec<LimitIn>,
}

/// A limit on usage.
#[derive(Serialize, Object)]
pub(crate) struct LimitOut {
    /// Of what.
    metric: String,
    /// In which period.
    period: BucketKind,
    /// How much.
    limit: u64,
    /// Of which app alone; null for the whole account.
    app: Nullable<Id<AppId>>,
}

impl From<UsageLimit> for LimitOut {
    fn from(limit: UsageLimit) -> Self {
        let UsageLimit { metric, period, limit, app } = limit;
        Self { metric: metric.into(), period: period.into(), limit, app: app.into() }
    }
}

/// All limits of an account.
#[derive(Serialize, Object)]
pub(crate) struct LimitsOut {
    /// The limits, in the order in which they were set.
    items: Vec<LimitOut>,
}

fn shown(set: LimitSet) -> Tagged<LimitsOut> {
    Tagged::of(set.version, LimitsOut { items: set.items.into_iter().map(Into::into).collect() })
}

/// A limit that is reached.
#[derive(Serialize, Object)]
pub(crate) struct ExceededOut {
    /// Whose.
    account: Id<AccountId>,
    /// Of which app alone; null for the whole account.
    app: Nullable<Id<AppId>>,
    /// Of what.
    metric: String,
    /// In which period.
    period: BucketKind,
    /// How much it limits to.
    limit: u64,
    /// How much was used in the present period.
    used: u64,
}

impl From<Exceeded> for ExceededOut {
    fn from(exceeded: Exceeded) -> Self {
        let Exceeded { account, limit: UsageLimit { metric, period, limit, app }, used } = exceeded;
        let (metric, period) = (metric.into(), period.into());
        Self { account: account.into(), app: app.into(), metric, period, limit, used }
    }
}

pub(crate) struct UsageLimitsApi;

#[OpenApi(tag = "Tag::Usage")]
impl UsageLimitsApi {
    /// The limits of an account
    #[oai(path = "/v1/accounts/:acct/limits", method = "get", operation_id = "get_limits")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
    ) -> Result<Tagged<LimitsOut>, ApiError> {
        Ok(shown(usage_limits::get(&asker.cx, &asker.call, acct.0.0).await?))
    }

    /// Set the limits of an account
    ///
    /// All of them together. A limit refuses nothing: at 80 % and at 100 % of it each member with
    /// `limit_notification.receive` is told by mail, once in a period.
    #[oai(path = "/v1/accounts/:acct/limits", method = "put", operation_id = "put_limits")]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<LimitsIn>,
    ) -> Result<Tagged<LimitsOut>, ApiError> {
        let items = given.items.into_iter().map(Into::into).collect();
        Ok(shown(usage_limits::put(&asker.cx, &asker.call, acct.0.0, items).await?))
    }
}
