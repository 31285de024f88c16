//! When a key ends, be it a keyset's or a service integration's.

use crate::time::Timestamp;

/// After how many days a key may be said to expire.
const EXPIRY_DAYS: [u32; 3] = [30, 60, 90];

/// An end that a key can't have, with the field at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidExpiry {
    /// Both ways to say it.
    #[error("must be left out where expires_at is given")]
    Both,
    /// It is over already.
    #[error("must be in the future")]
    Past,
    /// Another number of days.
    #[error("must be 30, 60 or 90")]
    Days,
}

impl InvalidExpiry {
    /// The field's pointer.
    pub const fn pointer(self) -> &'static str {
        match self {
            Self::Past => "/expires_at",
            Self::Both | Self::Days => "/expires_in_days",
        }
    }
}

/// When a new key ends: at a time, after some days, or never.
///
/// # Errors
/// An end that it can't have.
pub fn expiry(
    at: Option<Timestamp>,
    days: Option<u32>,
    now: Timestamp,
) -> Result<Option<Timestamp>, InvalidExpiry> {
    match (at, days) {
        (Some(_), Some(_)) => Err(InvalidExpiry::Both),
        (Some(at), None) if at <= now => Err(InvalidExpiry::Past),
        (Some(at), None) => Ok(Some(at)),
        (None, Some(days)) if !EXPIRY_DAYS.contains(&days) => Err(InvalidExpiry::Days),
        (None, Some(days)) => Ok(Some(now.plus_seconds(i64::from(days) * 24 * 3600))),
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3600;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000).plus_seconds(seconds)
    }

    #[test]
    fn a_key_ends_at_a_time_to_come_or_after_some_days_or_never() {
        assert_eq!(expiry(None, None, at(0)), Ok(None));
        assert_eq!(expiry(Some(at(1)), None, at(0)), Ok(Some(at(1))));
        assert_eq!(expiry(None, Some(60), at(0)), Ok(Some(at(60 * DAY))));
        assert_eq!(expiry(Some(at(0)), None, at(0)), Err(InvalidExpiry::Past));
        assert_eq!(expiry(None, Some(31), at(0)), Err(InvalidExpiry::Days));
        assert_eq!(expiry(Some(at(1)), Some(30), at(0)), Err(InvalidExpiry::Both));
    }
}
