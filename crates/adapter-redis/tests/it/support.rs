//! A clock and a signer, and the servers of tests.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bailiwick_adapter_redis::{RedisOptions, RedisRateLimiter, RedisServer, RedisSessionCache, RedisUrl};
use bailiwick_domain::ids::{SessionId, UserId};
use bailiwick_domain::sessions::{Method, Methods, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::rate_limits::{Limit, RateLimiter};
use bailiwick_ports::session_cache::{Found, SessionCache, SessionCopy, Vacancy};
use bailiwick_ports::system::{Clock, Signer};
use sha2::{Digest, Sha256};

/// Real time.
pub struct RealClock(Instant);

#[expect(clippy::disallowed_methods, reason = "what waits in real time is measured in real time")]
pub fn instant() -> Instant {
    Instant::now()
}

pub fn clock() -> Arc<RealClock> {
    Arc::new(RealClock(instant()))
}

impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000 + i64::try_from(self.0.elapsed().as_micros()).unwrap())
    }
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A keyed hash under a key of one's own.
pub struct TestSigner(pub &'static str);

impl Signer for TestSigner {
    fn mac(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(format!("{} {purpose} ", self.0));
        hash.update(data);
        hash.finalize().into()
    }
}

/// Settled at once, and patient where the machine is slow.
pub const PATIENT: RedisOptions = RedisOptions {
    answer: Duration::from_secs(5),
    link: Duration::from_secs(5),
    rest: Duration::from_millis(20),
    look: Duration::from_millis(200),
    settle: Duration::ZERO,
};

/// The server that all tests may use.
pub fn shared_url() -> RedisUrl {
    let url = std::env::var("BAILIWICK_TEST_REDIS_URL").expect(
        "BAILIWICK_TEST_REDIS_URL must name a Redis server for tests: `cargo xtask test` brings one, or start \
         `redis-server --port 6390` and set it to redis://127.0.0.1:6390",
    );
    url.parse().expect("BAILIWICK_TEST_REDIS_URL must be a URL such as redis://127.0.0.1:6390")
}

pub async fn server(url: RedisUrl, options: RedisOptions) -> Arc<RedisServer> {
    RedisServer::open(url, options, clock()).await
}

pub fn cache(server: &Arc<RedisServer>) -> RedisSessionCache {
    RedisSessionCache::new(Arc::clone(server), Arc::new(TestSigner("key")))
}

pub fn limiter(server: &Arc<RedisServer>, local: Arc<dyn RateLimiter>) -> RedisRateLimiter {
    RedisRateLimiter::new(Arc::clone(server), Arc::new(TestSigner("key")), local)
}

/// Takes every try, so that only Redis counts.
pub struct Boundless;

#[async_trait::async_trait]
impl RateLimiter for Boundless {
    async fn hit(&self, _limit: &Limit, _key: &str) -> Result<(), Duration> {
        Ok(())
    }
    async fn take_back(&self, _limit: &Limit, _key: &str) {}
}

pub const TOKEN: [u8; 32] = [3; 32];

pub fn session() -> SessionCopy {
    SessionCopy {
        id: SessionId::new(uuid::Uuid::from_u128(1)),
        user: UserId::new(uuid::Uuid::from_u128(2)),
        signed_in: SignedIn {
            at: Timestamp::from_micros(-3),
            methods: Methods::of(Method::Password),
            sso: None,
        },
        last_seen_at: Timestamp::from_micros(-2),
        expires_at: Timestamp::from_micros(4),
    }
}

pub async fn missing(cache: &dyn SessionCache) -> Vacancy {
    match cache.find(TOKEN, 1).await {
        Found::Missing(vacancy) => vacancy,
        other => panic!("it is not missing: {other:?}"),
    }
}

pub async fn put(cache: &dyn SessionCache) {
    cache.put(missing(cache).await, session(), Duration::from_hours(1)).await;
    assert_eq!(cache.find(TOKEN, 1).await, Found::Copy(session()));
}

/// Waits until a server is reached, or known to be away; how long that took.
pub async fn until(server: &RedisServer, up: bool) -> Duration {
    let since = instant();
    while server.is_up() != up {
        assert!(since.elapsed() < Duration::from_secs(20), "it is never {}", if up { "up" } else { "away" });
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    since.elapsed()
}
