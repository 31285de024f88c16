//! Points in time and spans between them, in microseconds (what every database keeps). Reading a clock is not here.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// A text that is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid time: expected RFC 3339, such as 2027-01-31T12:00:00Z, between the years 1970 and 9999")]
pub struct InvalidTime;

impl Timestamp {
    /// Before every other time.
    pub const MIN: Self = Self(i64::MIN);
    /// After every other time.
    pub const MAX: Self = Self(i64::MAX);

    /// From microseconds since the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// This time, so many seconds later (or earlier, when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
    /// The time from an earlier one until this; none when that is later.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
    /// Reads RFC 3339 (<https://www.rfc-editor.org/rfc/rfc3339>); finer digits than microseconds are cut.
    ///
    /// # Errors
    /// [`InvalidTime`] for any other text, and for years outside 1970 to 9999.
    pub fn parse(text: &str) -> Result<Self, InvalidTime> {
        let micros = DateTime::parse_from_rfc3339(text).map_err(|_| InvalidTime)?.timestamp_micros();
        if (0..253_402_300_800_000_000).contains(&micros) { Ok(Self(micros)) } else { Err(InvalidTime) }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::<Utc>::from_timestamp_micros(self.0).ok_or(fmt::Error)?;
        f.write_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// When a grant is in force: from its start (included) to its end (excluded); no bound means always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Window {
    /// In force from here on.
    pub starts_at: Option<Timestamp>,
    /// No longer in force from here on.
    pub expires_at: Option<Timestamp>,
}

impl Window {
    /// Without a start and an end.
    pub const ALWAYS: Self = Self { starts_at: None, expires_at: None };

    /// Whether it has neither bound.
    pub fn is_always(&self) -> bool {
        *self == Self::ALWAYS
    }
    /// Whether no moment is in it: its end is not after its start.
    pub fn is_empty(&self) -> bool {
        self.starts_at.zip(self.expires_at).is_some_and(|(start, end)| end <= start)
    }
    /// Whether it holds at that moment.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.starts_at.is_none_or(|start| start <= now) && self.expires_at.is_none_or(|end| now < end)
    }
    /// What is left of it from a moment on.
    pub fn from(&self, now: Timestamp) -> Spans {
        Spans::one(self.starts_at.unwrap_or(now).max(now), self.expires_at.unwrap_or(Timestamp::MAX))
    }
}

/// A set of moments, as ordered spans that do not touch. [`Timestamp::MAX`] as an end is for ever.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spans(Vec<(Timestamp, Timestamp)>);

impl Spans {
    fn one(start: Timestamp, end: Timestamp) -> Self {
        Self(if start < end { vec![(start, end)] } else { Vec::new() })
    }
    /// Whether no moment is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The spans, in order: start included, end excluded.
    pub fn iter(&self) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        self.0.iter().copied()
    }
    /// Every moment that is in any of some.
    pub fn all_of(some: &[Self]) -> Self {
        let mut all: Vec<_> = some.iter().flat_map(Self::iter).collect();
        all.sort_unstable();
        let mut out: Vec<(Timestamp, Timestamp)> = Vec::with_capacity(all.len());
        for (start, end) in all {
            match out.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => out.push((start, end)),
            }
        }
        Self(out)
    }
    /// Every moment that is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::all_of(&[self.clone(), other.clone()])
    }
    /// Every moment of this one that is not in the other: one pass over both.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let mut out = Vec::new();
        let mut cuts = other.0.as_slice();
        for (mut start, end) in self.iter() {
            while cuts.first().is_some_and(|(_, cut_end)| *cut_end <= start) {
                cuts = &cuts[1..];
            }
            for (cut_start, cut_end) in cuts.iter().take_while(|(cut_start, _)| *cut_start < end) {
                if start < *cut_start {
                    out.push((start, *cut_start));
                }
                start = start.max(*cut_end);
            }
            if start < end {
                out.push((start, end));
            }
        }
        Self(out)
    }
    /// Every moment that is in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.minus(&self.minus(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans(bits: u16) -> Spans {
        (0..16).filter(|at| bits >> at & 1 == 1).fold(Spans::default(), |all, at| {
            all.union(&Spans::one(Timestamp::from_micros(at), Timestamp::from_micros(at + 1)))
        })
    }

    proptest! {
        #[test]
        fn spans_are_sets_of_moments(a: u16, b: u16) {
            prop_assert_eq!(spans(a).union(&spans(b)), spans(a | b));
            prop_assert_eq!(spans(a).minus(&spans(b)), spans(a & !b));
            prop_assert_eq!(spans(a).intersection(&spans(b)), spans(a & b));
        }
    }

    #[test]
    fn a_window_includes_its_start_and_not_its_end() {
        let at = Timestamp::from_micros;
        let window = Window { starts_at: Some(at(10)), expires_at: Some(at(20)) };
        assert_eq!([9, 10, 19, 20].map(|now| window.holds_at(at(now))), [false, true, true, false]);
        assert!(window.from(at(20)).is_empty());
    }

    #[test]
    fn times_are_written_in_utc_and_read_back() {
        let time = Timestamp::parse("2027-01-15T09:00:00.123456789+01:00").unwrap();
        assert_eq!(time.to_string(), "2027-01-15T08:00:00.123456Z");
        assert_eq!(Timestamp::parse(&time.to_string()), Ok(time));
        for text in ["", "tomorrow", "2027-01-15", "2027-13-15T08:00:00Z", "0001-01-01T00:00:00Z"] {
            assert_eq!(Timestamp::parse(text), Err(InvalidTime), "{text}");
        }
    }
}
