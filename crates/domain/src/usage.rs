//! Usage: what a product's back end counts for an account, and the buckets of time in which it is kept. Telling records that
//! were sent twice is the store's; limits on usage are in `usage_limits`.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, AppId, KeysetId};
use crate::text::InvalidText;
use crate::time::Timestamp;

/// How many records a batch holds at most.
pub const MOST_RECORDS: usize = 1_000;
/// The largest quantity of a record: what every JSON library reads without loss.
pub const MOST_QUANTITY: u64 = 1 << 53;
/// How late a record may come, in seconds.
pub const MOST_LATE_SECONDS: i64 = 7 * 24 * 3600;
/// How far ahead of this service's clock a record may be, in seconds.
pub const MOST_AHEAD_SECONDS: i64 = 300;

/// What is counted: 1 to 64 lower-case letters, digits, `.`, `_` and `-`, a letter first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Metric(String);

impl Metric {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Metric {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
        let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        if begins && text.len() <= 64 && text.bytes().all(fits) {
            return Ok(Self(text));
        }
        Err(InvalidText(
            "must have 1 to 64 lower-case letters, digits, dots, underscores and hyphens, a letter first",
        ))
    }
}

impl From<Metric> for String {
    fn from(metric: Metric) -> Self {
        metric.0
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// By what a client tells its records apart: 1 to 128 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

impl RecordId {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RecordId {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        if (1..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(Self(text));
        }
        Err(InvalidText("must have 1 to 128 visible ASCII characters"))
    }
}

/// A record's name: it is counted once by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordName {
    /// Whose usage.
    pub account: AccountId,
    /// The client's id, unique in the account.
    pub id: RecordId,
}

/// What was used, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub name: RecordName,
    /// In which app.
    pub app: Option<AppId>,
    /// By which keyset, with whose app `app` is.
    pub keyset: Option<KeysetId>,
    /// What.
    pub metric: Metric,
    /// How much.
    pub quantity: u64,
    /// When.
    pub at: Timestamp,
}

/// What usage is summed up over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All of an account's.
    Account,
    /// An app's, with its keysets'.
    App(AppId),
    /// A keyset's.
    Keyset(KeysetId),
}

/// One line of sums.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Series {
    /// Whose.
    pub account: AccountId,
    /// Over what.
    pub scope: Scope,
    /// Of what.
    pub metric: Metric,
}

/// A bucket of time, by the calendar in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
}

impl Bucket {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Minute, Self::Hour, Self::Day, Self::Month];

    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
        }
    }

    /// When the one that holds a moment begins.
    #[must_use]
    pub fn start(self, at: Timestamp) -> Timestamp {
        let seconds = match self {
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 24 * 3600,
            Self::Month => return first_of_month(at, 0),
        };
        Timestamp::from_micros(at.micros().saturating_sub(at.micros().rem_euclid(seconds * 1_000_000)))
    }

    /// When the one after that begins.
    #[must_use]
    pub fn end(self, at: Timestamp) -> Timestamp {
        match self {
            Self::Minute => self.start(at).plus_seconds(60),
            Self::Hour => self.start(at).plus_seconds(3600),
            Self::Day => self.start(at).plus_seconds(24 * 3600),
            Self::Month => first_of_month(at, 1),
        }
    }
}

/// The first moment of a month, so many months after the one that holds a moment.
fn first_of_month(at: Timestamp, later: u32) -> Timestamp {
    let day = DateTime::<Utc>::from_timestamp_micros(at.micros()).map(|time| time.date_naive());
    let first = day.and_then(|day| day.with_day(1)?.checked_add_months(Months::new(later)));
    // What is beyond the calendar is before or after all that is in it.
    first.map_or(if at.micros() < 0 { Timestamp::MIN } else { Timestamp::MAX }, |first| {
        Timestamp::from_micros(first.and_time(NaiveTime::MIN).and_utc().timestamp_micros())
    })
}

/// What is to be added to one bucket of a series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum {
    /// Of what.
    pub series: Series,
    /// Which kind of bucket.
    pub bucket: Bucket,
    /// When the bucket begins.
    pub start: Timestamp,
    /// How much.
    pub quantity: u64,
}

/// How much was used in one bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// When the bucket begins.
    pub at: Timestamp,
    /// How much.
    pub quantity: u64,
}

/// What some records come to: for each kind of bucket, over the account and, where they name them, the app and the keyset.
/// In order, each bucket once. Sums stop at the largest number that stores have.
pub fn sums<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<Sum> {
    let mut minutes = BTreeMap::new();
    for record in records {
        let Record { name, app, keyset, metric, .. } = record;
        let minute = (name.account, *app, *keyset, metric, Bucket::Minute.start(record.at));
        add(&mut minutes, minute, record.quantity);
    }
    let mut all = BTreeMap::new();
    for ((account, app, keyset, metric, minute), quantity) in minutes {
        let scopes = [Some(Scope::Account), app.map(Scope::App), keyset.map(Scope::Keyset)];
        for scope in scopes.into_iter().flatten() {
            for bucket in Bucket::ALL {
                add(&mut all, (account, scope, metric, bucket, bucket.start(minute)), quantity);
            }
        }
    }
    let sum = |((account, scope, metric, bucket, start), quantity): ((_, _, &Metric, _, _), _)| Sum {
        series: Series { account, scope, metric: metric.clone() },
        bucket,
        start,
        quantity,
    };
    all.into_iter().map(sum).collect()
}

/// The largest sum that is kept.
pub const MOST_SUM: u64 = i64::MAX.unsigned_abs();

fn add<K: Ord>(sums: &mut BTreeMap<K, u64>, key: K, quantity: u64) {
    let sum = sums.entry(key).or_default();
    *sum = sum.saturating_add(quantity).min(MOST_SUM);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn time(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn record(app: Option<u128>, keyset: Option<u128>, quantity: u64, at: &str) -> Record {
        Record {
            name: RecordName { account: AccountId::new(Uuid::nil()), id: RecordId("x".to_owned()) },
            app: app.map(|id| AppId::new(Uuid::from_u128(id))),
            keyset: keyset.map(|id| KeysetId::new(Uuid::from_u128(id))),
            metric: Metric("messages".to_owned()),
            quantity,
            at: time(at),
        }
    }

    #[test]
    fn months_end_as_the_calendar_says() {
        for (at, start, end) in [
            ("2028-02-29T23:59:59.999999Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z"),
            ("2027-02-28T23:59:59Z", "2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z"),
            ("2027-12-31T23:59:59Z", "2027-12-01T00:00:00Z", "2028-01-01T00:00:00Z"),
            ("2100-02-28T12:00:00Z", "2100-02-01T00:00:00Z", "2100-03-01T00:00:00Z"),
            ("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z"),
        ] {
            let at = time(at);
            assert_eq!((Bucket::Month.start(at), Bucket::Month.end(at)), (time(start), time(end)), "{at}");
        }
        let leap_day = time("2028-02-29T13:14:15Z");
        assert_eq!(Bucket::Day.end(leap_day), time("2028-03-01T00:00:00Z"));
        assert_eq!(Bucket::Hour.start(leap_day), time("2028-02-29T13:00:00Z"));
    }

    proptest! {
        #[test]
        fn buckets_of_a_kind_lie_one_after_the_other_and_within_those_of_the_next_kind(
            micros in 0_i64..253_402_300_800_000_000
        ) {
            let at = Timestamp::from_micros(micros);
            for bucket in Bucket::ALL {
                let (start, end) = (bucket.start(at), bucket.end(at));
                prop_assert!(start <= at && at < end);
                prop_assert_eq!(bucket.start(start), start);
                let last = Timestamp::from_micros(end.micros() - 1);
                prop_assert_eq!((bucket.start(last), bucket.end(last)), (start, end));
                if end.micros() < 253_402_300_800_000_000 {
                    prop_assert_eq!(bucket.start(end), end);
                }
            }
            for pair in Bucket::ALL.windows(2) {
                prop_assert!(pair[1].start(at) <= pair[0].start(at) && pair[0].end(at) <= pair[1].end(at));
            }
        }
    }

    #[test]
    fn a_record_counts_for_its_account_its_app_and_its_keyset_in_each_kind_of_bucket() {
        let all = [
            record(None, None, 1, "2027-01-31T23:59:10Z"),
            record(Some(1), None, 10, "2027-01-31T23:59:50Z"),
            record(Some(1), Some(2), 100, "2027-02-01T00:00:00Z"),
        ];
        let all = sums(&all);
        let of = |scope, bucket| -> Vec<(String, u64)> {
            let these = all.iter().filter(|sum| sum.series.scope == scope && sum.bucket == bucket);
            these.map(|sum| (sum.start.to_string(), sum.quantity)).collect()
        };
        let (january, february) = ("2027-01-01T00:00:00Z".to_owned(), "2027-02-01T00:00:00Z".to_owned());
        assert_eq!(of(Scope::Account, Bucket::Month), [(january.clone(), 11), (february.clone(), 100)]);
        let app = Scope::App(AppId::new(Uuid::from_u128(1)));
        assert_eq!(of(app, Bucket::Month), [(january, 10), (february.clone(), 100)]);
        assert_eq!(
            of(app, Bucket::Minute),
            [("2027-01-31T23:59:00Z".to_owned(), 10), (february.clone(), 100)]
        );
        let keyset = Scope::Keyset(KeysetId::new(Uuid::from_u128(2)));
        for bucket in Bucket::ALL {
            assert_eq!(of(keyset, bucket), [(february.clone(), 100)]);
        }
    }

    #[test]
    fn sums_stop_at_the_largest_number() {
        let most = Record { quantity: MOST_QUANTITY, ..record(None, None, 0, "2027-01-31T23:59:10Z") };
        let all = vec![most; 2_000];
        assert!(sums(&all).iter().all(|sum| sum.quantity == MOST_SUM));
    }

    #[test]
    fn metrics_and_ids_have_their_form() {
        for text in ["messages", "api.calls-2_x", &"a".repeat(64)] {
            assert!(Metric::try_from(text.to_owned()).is_ok(), "{text}");
        }
        for text in ["", "Messages", "2x", "a b", "a/b", ".a", "ä", &"a".repeat(65)] {
            assert!(Metric::try_from(text.to_owned()).is_err(), "{text}");
        }
        assert!(RecordId::try_from("!".repeat(128)).is_ok());
        for text in ["", "a b", "ä", &"a".repeat(129)] {
            assert!(RecordId::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
