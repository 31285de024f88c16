//! Limits on usage: how much of a metric an account, or one of its apps, means to use in a period, and when its people are
//! told. A limit refuses nothing by itself.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, AppId};
use crate::time::Timestamp;
use crate::usage::{Bucket, MOST_QUANTITY, Metric, Scope, Series};

/// How many limits an account has at most.
pub const MOST_LIMITS: usize = 100;

/// A limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageLimit {
    /// Of what.
    pub metric: Metric,
    /// In which period of the calendar.
    pub period: Bucket,
    /// How much: from 1.
    pub limit: u64,
    /// Of which app alone; of the whole account without it.
    pub app: Option<AppId>,
}

/// An account's limits, as they are set together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LimitSet {
    /// The limits, in the order in which they were set.
    pub items: Vec<UsageLimit>,
    /// Goes up with every change; 0 of those never set.
    pub version: u64,
}

/// How near a limit usage has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Threshold {
    /// At 80 % of it.
    Near,
    /// At all of it.
    Reached,
}

impl Threshold {
    /// Both, the lower first.
    pub const ALL: [Self; 2] = [Self::Near, Self::Reached];

    /// In per cent of the limit.
    pub const fn percent(self) -> u32 {
        match self {
            Self::Near => 80,
            Self::Reached => 100,
        }
    }
}

impl UsageLimit {
    /// What counts towards it.
    pub fn series(&self, account: AccountId) -> Series {
        let scope = self.app.map_or(Scope::Account, Scope::App);
        Series { account, scope, metric: self.metric.clone() }
    }
    /// Whether that much is at a threshold or above it.
    pub fn is_at(&self, used: u64, threshold: Threshold) -> bool {
        u128::from(used) * 100 >= u128::from(self.limit) * u128::from(threshold.percent())
    }
    /// Whether its periods are so short that a mail for each may be too many.
    pub fn is_short(&self) -> bool {
        matches!(self.period, Bucket::Minute | Bucket::Hour)
    }
    /// Whether both limit the same, so that only one can stand.
    fn is_like(&self, other: &Self) -> bool {
        (&self.metric, self.period, self.app) == (&other.metric, other.period, other.app)
    }
}

/// That usage came to a threshold: told once for each limit, threshold and period. Another limit in the same place is
/// another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitNotice {
    /// Whose limit.
    pub account: AccountId,
    /// The limit, as it was.
    pub limit: UsageLimit,
    /// The threshold.
    pub threshold: Threshold,
    /// When the period began.
    pub start: Timestamp,
}

/// What is wrong with one of some limits: its place among them, its field, and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitFault {
    /// Which.
    pub at: usize,
    /// The field at fault; all of it where empty.
    pub field: &'static str,
    /// The rule.
    pub rule: String,
}

/// Every fault of some limits that stand together. That their apps are there is not looked at.
pub fn faults(limits: &[UsageLimit]) -> Vec<LimitFault> {
    let mut faults = Vec::new();
    for (at, limit) in limits.iter().enumerate() {
        if !(1..=MOST_QUANTITY).contains(&limit.limit) {
            let rule = format!("must be a whole number from 1 to {MOST_QUANTITY}");
            faults.push(LimitFault { at, field: "limit", rule });
        }
        if limits[..at].iter().any(|other| other.is_like(limit)) {
            let rule = "limits the same metric, period and app as another one".to_owned();
            faults.push(LimitFault { at, field: "", rule });
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn limit(limit: u64, app: Option<u128>) -> UsageLimit {
        let metric = Metric::try_from("messages".to_owned()).unwrap();
        let app = app.map(|id| AppId::new(Uuid::from_u128(id)));
        UsageLimit { metric, period: Bucket::Month, limit, app }
    }

    #[test]
    fn thresholds_are_at_80_and_100_per_cent_however_large_the_limit() {
        for (most, used, near, reached) in [
            (10, 7, false, false),
            (10, 8, true, false),
            (10, 10, true, true),
            (1, 0, false, false),
            (1, 1, true, true),
            (3, 2, false, false),
            (MOST_QUANTITY, MOST_QUANTITY - 1, true, false),
            (MOST_QUANTITY, u64::MAX, true, true),
        ] {
            let at = Threshold::ALL.map(|threshold| limit(most, None).is_at(used, threshold));
            assert_eq!(at, [near, reached], "{used} of {most}");
        }
    }

    #[test]
    fn one_limit_stands_for_a_metric_a_period_and_an_app() {
        assert_eq!(faults(&[limit(1, None), limit(1, Some(1)), limit(2, Some(2))]), []);
        let same = faults(&[limit(1, Some(1)), limit(0, None), limit(2, Some(1))]);
        let found: Vec<_> = same.iter().map(|fault| (fault.at, fault.field)).collect();
        assert_eq!(found, [(1, "limit"), (2, "")]);
    }
}
