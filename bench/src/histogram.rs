//! Latencies in buckets of fixed relative width, as HDR histograms have them.

use std::time::Duration;

/// Buckets a power of two: each is at most 1/64 wide.
const STEPS: u64 = 64;
const BUCKETS: usize = 64 * 40;

/// How often which latency came, exact to 1.6 %.
#[derive(Clone)]
pub struct Histogram {
    counts: Vec<u64>,
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { counts: vec![0; BUCKETS], total: 0 }
    }
}

/// The bucket of so many nanoseconds: the first 64 are exact, then 64 a power of two.
fn bucket(nanos: u64) -> usize {
    let shift = (nanos / STEPS).checked_ilog2().map_or(0, |log| u64::from(log) + 1);
    let step = if shift == 0 { nanos } else { (nanos >> (shift - 1)) - STEPS };
    usize::try_from(shift * STEPS + step).unwrap_or(usize::MAX).min(BUCKETS - 1)
}

/// The least nanoseconds of a bucket.
fn least(bucket: usize) -> u64 {
    let (shift, step) = (bucket as u64 / STEPS, bucket as u64 % STEPS);
    if shift == 0 { step } else { (STEPS + step) << (shift - 1) }
}

impl Histogram {
    pub fn record(&mut self, latency: Duration) {
        self.counts[bucket(u64::try_from(latency.as_nanos()).unwrap_or(u64::MAX))] += 1;
        self.total += 1;
    }

    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.total += other.total;
    }

    pub fn total(&self) -> u64 {
        self.total
    }

    /// The latency in microseconds that so many in a hundred did not pass.
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds of a few seconds at most")]
    pub fn percentile(&self, percent: u64) -> f64 {
        let wanted = (self.total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let found = self.counts.iter().position(|count| {
            seen += count;
            seen >= wanted
        });
        found.map_or(0.0, |found| least(found) as f64 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_follow_each_other_without_a_gap() {
        for bucket_number in 0..BUCKETS - 1 {
            assert_eq!(bucket(least(bucket_number)), bucket_number);
            assert_eq!(bucket(least(bucket_number + 1) - 1), bucket_number);
        }
    }

    #[test]
    fn a_percentile_is_the_latency_that_so_many_did_not_pass() {
        let mut histogram = Histogram::default();
        (1..=100).for_each(|micros| histogram.record(Duration::from_micros(micros)));
        for percent in [1, 50, 99, 100] {
            let exact = f64::from(u32::try_from(percent).unwrap());
            assert!((histogram.percentile(percent) / exact - 1.0).abs() < 0.016);
        }
    }
}
