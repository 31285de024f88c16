//! Rate limits of this process alone, in bounded memory. What is limited, and how far, is not decided here.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_ports::rate_limits::{Limit, RateLimiter};
use bailiwick_ports::system::Clock;
use quick_cache::Weighter;
use quick_cache::unsync::Cache;

/// How many bytes it keeps, unless told otherwise.
pub const DEFAULT_BYTES: u64 = 16 * 1024 * 1024;

/// What an entry takes besides its key and its times, roughly.
const ENTRY_BYTES: usize = 128;

type Key = (&'static str, Box<str>);
/// When the tries that count were, oldest first; never more than the limit allows.
type Tries = VecDeque<Duration>;

#[derive(Clone, Copy)]
struct Bytes;

impl Weighter<Key, Tries> for Bytes {
    fn weight(&self, key: &Key, tries: &Tries) -> u64 {
        let bytes = ENTRY_BYTES + key.1.len() + tries.capacity() * size_of::<Duration>();
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

/// How long until one more would be taken; none when it would be taken now.
fn wait(tries: &Tries, limit: &Limit, now: Duration) -> Option<Duration> {
    let most = usize::try_from(limit.most).unwrap_or(usize::MAX);
    if most == 0 {
        return Some(limit.within);
    }
    // The newest `most` tries are in the window together when the oldest of them is.
    let oldest = tries.get(tries.len().checked_sub(most)?)?;
    (*oldest + limit.within).checked_sub(now).filter(|left| !left.is_zero())
}

/// Counts in a sliding window: in no span of the limit's length are more tries taken than it says. When memory is short
/// it forgets the keys that were asked for least.
pub struct LocalRateLimiter {
    clock: Arc<dyn Clock>,
    tries: Mutex<Cache<Key, Tries, Bytes>>,
}

impl LocalRateLimiter {
    /// In [`DEFAULT_BYTES`] of memory.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self::with_memory(clock, DEFAULT_BYTES)
    }

    /// In about so many bytes of memory.
    pub fn with_memory(clock: Arc<dyn Clock>, bytes: u64) -> Self {
        let entries = usize::try_from(bytes / 256).unwrap_or(usize::MAX);
        Self { clock, tries: Mutex::new(Cache::with_weighter(entries, bytes, Bytes)) }
    }
}

#[async_trait]
impl RateLimiter for LocalRateLimiter {
    async fn hit(&self, limit: &Limit, key: &str) -> Result<(), Duration> {
        let key = (limit.name, Box::from(key));
        let mut cache = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        // Read under the lock, so that times come in order.
        let now = self.clock.elapsed();
        let Some(mut tries) = cache.get_mut(&key) else {
            if let Some(left) = wait(&Tries::new(), limit, now) {
                return Err(left);
            }
            cache.insert(key, Tries::from([now]));
            return Ok(());
        };
        while tries.front().is_some_and(|first| *first + limit.within <= now) {
            tries.pop_front();
        }
        if let Some(left) = wait(&tries, limit, now) {
            return Err(left);
        }
        tries.push_back(now);
        Ok(())
    }
    async fn take_back(&self, limit: &Limit, key: &str) {
        let mut cache = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mut tries) = cache.get_mut(&(limit.name, Box::from(key))) {
            tries.pop_back();
        }
    }
}

/// Takes every try.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRateLimiter;

#[async_trait]
impl RateLimiter for NoRateLimiter {
    async fn hit(&self, _limit: &Limit, _key: &str) -> Result<(), Duration> {
        Ok(())
    }
    async fn take_back(&self, _limit: &Limit, _key: &str) {}
}

#[cfg(test)]
mod tests {
    use bailiwick_domain::time::Timestamp;

    use super::*;

    struct Still;
    impl Clock for Still {
        fn now(&self) -> Timestamp {
            Timestamp::from_micros(0)
        }
        fn elapsed(&self) -> Duration {
            Duration::ZERO
        }
    }

    #[tokio::test]
    async fn memory_is_bounded_whatever_is_asked_for() {
        let limiter = LocalRateLimiter::with_memory(Arc::new(Still), 100_000);
        let limit = Limit { name: "tries", most: 3, within: Duration::from_mins(1) };
        for try_number in 0..50_000 {
            limiter.hit(&limit, &format!("key-{try_number}")).await.unwrap();
        }
        let cache = limiter.tries.lock().unwrap();
        assert!(cache.weight() <= 100_000);
        assert!((100..1_000).contains(&cache.len()), "{}", cache.len());
    }
}
