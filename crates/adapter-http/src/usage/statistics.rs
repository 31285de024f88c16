//! What statistics are asked by and answered with: JSON by pages, or all of a range as CSV.

use std::fmt::Write as _;

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::Point;
use bailiwick_usecases::usage::{Subject, Wanted, statistics};
use poem::http::HeaderValue;
use poem::http::header::CONTENT_TYPE;
use poem::{IntoResponse, Response};
use poem_openapi::registry::{MetaMediaType, MetaResponses, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiResponse, Enum, Object};
use serde::Serialize;

use crate::auth::Asker;
use crate::error::ApiError;
use crate::usage_limits::BucketKind;
use crate::wire::{Cursor, Nullable, Position, Shown, Time};

const CSV: &str = "text/csv";
/// How many buckets are read at once for CSV.
const AT_ONCE: u64 = 2_000;

/// How statistics are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Format {
    #[default]
    Json,
    Csv,
}

/// What was used in one bucket.
#[derive(Serialize, Object)]
pub(crate) struct PointOut {
    /// When the bucket begins.
    at: Time,
    /// How much.
    quantity: u64,
}

/// What was used, bucket by bucket.
#[derive(Serialize, Object)]
pub(crate) struct StatisticsOut {
    /// Of what.
    metric: String,
    /// The kind of buckets.
    bucket: BucketKind,
    /// The buckets in which something was, oldest first.
    items: Vec<PointOut>,
    /// What to send as `cursor` for the next page; null on the last one.
    next_cursor: Nullable<String>,
}

/// A bucket's place in the list.
struct Start(Timestamp);

impl Position for Start {
    fn write(&self) -> Vec<u8> {
        self.0.micros().to_be_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Timestamp::from_micros(i64::from_be_bytes(bytes))))
    }
}

/// The parameters of a query.
pub(super) struct Asked {
    wanted: Wanted,
    bucket: BucketKind,
    format: Format,
    limit: u64,
    cursor: Option<String>,
}

impl Asked {
    pub fn new(
        metric: String,
        (from, to): (Option<Time>, Option<Time>),
        bucket: Option<BucketKind>,
        format: Option<Format>,
        (limit, cursor): (u64, Option<String>),
    ) -> Self {
        let bucket = bucket.unwrap_or(BucketKind::Day);
        let (from, to) = (from.map(|time| time.0), to.map(|time| time.0));
        let wanted = Wanted { metric, bucket: bucket.into(), from, to };
        Self { wanted, bucket, format: format.unwrap_or_default(), limit, cursor }
    }
}

/// The statistics of something.
pub(super) async fn reply(
    asker: &Asker,
    account: AccountId,
    subject: Subject,
    asked: Asked,
) -> Result<StatisticsReply, ApiError> {
    let Asked { wanted, bucket, format, limit, cursor } = asked;
    let page = async |after, limit| {
        statistics(&asker.cx, &asker.call, account, subject, &wanted, after, limit).await
    };
    if format == Format::Csv {
        let (mut csv, mut after) = (String::from("at,quantity\r\n"), None);
        loop {
            let page = page(after, AT_ONCE).await?;
            for Point { at, quantity } in &page.items {
                // Writing to a text does not fail.
                let _ = write!(csv, "{at},{quantity}\r\n");
            }
            after = page.items.last().map(|point| point.at);
            if !page.more {
                return Ok(StatisticsReply::Csv(csv));
            }
        }
    }
    let after: Option<Start> = Cursor::STATISTICS.after(cursor.as_deref())?;
    let page = page(after.map(|start| start.0), limit).await?;
    let last = page.items.last().filter(|_| page.more);
    let next_cursor = Nullable(last.map(|point| Cursor::STATISTICS.write(&Start(point.at))));
    let item = |point: Point| PointOut { at: point.at.into(), quantity: point.quantity };
    let items = page.items.into_iter().map(item).collect();
    let shown = StatisticsOut { metric: wanted.metric.clone(), bucket, items, next_cursor };
    Ok(StatisticsReply::Json(Shown::of(shown)))
}

/// Statistics in one of their forms.
pub(crate) enum StatisticsReply {
    Json(Shown<StatisticsOut>),
    Csv(String),
}

impl IntoResponse for StatisticsReply {
    fn into_response(self) -> Response {
        match self {
            Self::Json(shown) => shown.into_response(),
            Self::Csv(text) => {
                let mut response = Response::builder().body(text);
                let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
                response.headers_mut().insert(CONTENT_TYPE, kind);
                response
            }
        }
    }
}

impl ApiResponse for StatisticsReply {
    fn meta() -> MetaResponses {
        let mut meta = Shown::<StatisticsOut>::meta();
        for response in &mut meta.responses {
            response.content.push(MetaMediaType { content_type: CSV, schema: String::schema_ref() });
        }
        meta
    }
    fn register(registry: &mut Registry) {
        Shown::<StatisticsOut>::register(registry);
    }
}
