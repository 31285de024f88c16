//! Rate limits that nodes share. Each node also counts by itself, so that a limit holds on each while Redis is away, or
//! comes back empty. What is limited, and how far, is not decided here.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_ports::rate_limits::{Limit, RateLimiter};
use bailiwick_ports::system::Signer;
use redis::Script;

use crate::server::RedisServer;

/// Counts one: 0, or how many microseconds to wait. A list holds when the newest tries were, by Redis's own clock, oldest
/// first; never more than the limit allows.
const HIT: &str = r"
local most, within = tonumber(ARGV[1]), tonumber(ARGV[2])
if most == 0 then return within end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
-- A clock that was set back must not let more through.
local newest = redis.call('LINDEX', KEYS[1], -1)
if newest then now = math.max(now, tonumber(newest)) end
local oldest = redis.call('LINDEX', KEYS[1], -most)
if oldest and tonumber(oldest) + within > now then return tonumber(oldest) + within - now end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], -most, -1)
redis.call('PEXPIRE', KEYS[1], math.ceil(within / 1000))
return 0
";

/// Counts in a sliding window over all nodes, and on this node by itself.
pub struct RedisRateLimiter {
    server: Arc<RedisServer>,
    signer: Arc<dyn Signer>,
    local: Arc<dyn RateLimiter>,
    hit: Script,
}

impl RedisRateLimiter {
    /// On a server; `local` counts on this node. Keys may be people's addresses, so Redis gets them under `signer`'s key.
    pub fn new(server: Arc<RedisServer>, signer: Arc<dyn Signer>, local: Arc<dyn RateLimiter>) -> Self {
        Self { server, signer, local, hit: Script::new(HIT) }
    }

    fn key(&self, limit: &Limit, key: &str) -> Vec<u8> {
        let hash = self.signer.mac("rate limit", key.as_bytes());
        [b"bailiwick:limit:", limit.name.as_bytes(), b":", hash.as_slice()].concat()
    }

    /// How long to wait, by what all nodes counted; nothing when one more was counted, or Redis is away.
    async fn shared_wait(&self, limit: &Limit, key: &str) -> Option<Duration> {
        let link = self.server.link()?;
        let mut hit = self.hit.key(self.key(limit, key));
        hit.arg(limit.most).arg(u64::try_from(limit.within.as_micros()).unwrap_or(u64::MAX));
        let wait = self.server.ask(&link, async |connection| hit.invoke_async(connection).await).await?;
        (wait > 0).then(|| Duration::from_micros(wait))
    }
}

#[async_trait]
impl RateLimiter for RedisRateLimiter {
    async fn hit(&self, limit: &Limit, key: &str) -> Result<(), Duration> {
        self.local.hit(limit, key).await?;
        let Some(wait) = self.shared_wait(limit, key).await else { return Ok(()) };
        self.local.take_back(limit, key).await;
        Err(wait)
    }

    async fn take_back(&self, limit: &Limit, key: &str) {
        self.local.take_back(limit, key).await;
        let Some(link) = self.server.link() else { return };
        let mut pop = redis::cmd("RPOP");
        pop.arg(self.key(limit, key));
        self.server.ask(&link, async |connection| pop.query_async::<()>(connection).await).await;
    }
}
