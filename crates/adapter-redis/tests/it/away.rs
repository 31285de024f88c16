//! Redis killed, started again, paused and cut off: nothing waits for it, nothing old is believed, and it comes back.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_redis::{RedisOptions, RedisServer};
use bailiwick_ports::rate_limits::{Limit, RateLimiter};
use bailiwick_ports::session_cache::{Found, SessionCache};
use tokio::sync::Mutex;

use crate::private::{PrivateRedis, Road};
use crate::support::{
    Boundless, PATIENT, TOKEN, cache, instant, limiter, missing, put, server, session, until,
};

/// As patient as in service.
fn brisk() -> RedisOptions {
    RedisOptions { settle: Duration::ZERO, ..RedisOptions::default() }
}

/// Known to be away, it costs no waiting.
async fn nothing_waits(server: &Arc<RedisServer>) {
    let (cache, limiter) = (cache(server), limiter(server, Arc::new(Boundless)));
    let limit = Limit { name: "tries", most: 1, within: Duration::from_mins(1) };
    let since = instant();
    for _ in 0..100 {
        assert_eq!(cache.find(TOKEN, 1).await, Found::AskTheRow);
        assert!(!cache.end(&[TOKEN]).await);
        assert_eq!(limiter.hit(&limit, "a").await, Ok(()));
        limiter.take_back(&limit, "a").await;
    }
    assert!(!server.is_up());
    assert!(since.elapsed() < Duration::from_millis(400), "{:?} for 400 calls", since.elapsed());
}

#[tokio::test]
async fn a_server_that_was_never_there_is_found_once_it_comes() {
    let mut redis = PrivateRedis::start().await;
    redis.kill();
    let server = server(redis.url(), brisk()).await;
    nothing_waits(&server).await;
    redis.start_again().await;
    let took = until(&server, true).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    put(&cache(&server)).await;
}

#[tokio::test]
async fn a_killed_server_is_missed_at_once_and_its_copies_do_not_come_back_with_it() {
    let mut redis = PrivateRedis::start().await;
    let server = server(redis.url(), PATIENT).await;
    let cache = cache(&server);
    put(&cache).await;
    assert_eq!(redis.say("SAVE").await, "+OK\r\n");
    assert!(cache.end(&[TOKEN]).await);
    let before = missing_other(&cache).await;
    redis.kill();
    until(&server, false).await;
    nothing_waits(&server).await;
    redis.start_again().await;
    until(&server, true).await;
    assert_eq!(redis.say("DBSIZE").await, ":1\r\n", "the copy is back, without the mark over it");
    missing(&cache).await;
    cache.put(before, session(), Duration::from_hours(1)).await;
    missing_other(&cache).await;
    put(&cache).await;
}

async fn missing_other(cache: &dyn SessionCache) -> bailiwick_ports::session_cache::Vacancy {
    match cache.find([8; 32], 1).await {
        Found::Missing(vacancy) => vacancy,
        other => panic!("it is not missing: {other:?}"),
    }
}

#[tokio::test]
async fn a_paused_server_costs_one_short_wait_and_comes_back_by_itself() {
    let redis = PrivateRedis::start().await;
    let server = server(redis.url(), brisk()).await;
    let cache = cache(&server);
    until(&server, true).await;
    redis.pause();
    let since = instant();
    assert_eq!(cache.find(TOKEN, 1).await, Found::AskTheRow);
    let waited = since.elapsed();
    assert!(waited < Duration::from_millis(400), "{waited:?}");
    assert!(!cache.end(&[TOKEN]).await, "not marked for certain");
    nothing_waits(&server).await;
    redis.resume();
    let took = until(&server, true).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    println!("paused: the first call waited {waited:?}, back {took:?} after it went on");
}

#[tokio::test]
async fn a_server_that_no_one_asks_is_missed_too() {
    let redis = PrivateRedis::start().await;
    let road = Road::to(&redis).await;
    let server = server(road.url(), brisk()).await;
    until(&server, true).await;
    road.cut();
    let took = until(&server, false).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    road.mend();
    until(&server, true).await;
}

#[tokio::test]
async fn what_a_cut_road_held_back_changes_nothing_later() {
    let redis = PrivateRedis::start().await;
    let road = Road::to(&redis).await;
    let options = RedisOptions { answer: Duration::from_millis(150), ..PATIENT };
    let (far, near) = (server(road.url(), options).await, server(redis.url(), PATIENT).await);
    let (far_cache, near_cache) = (cache(&far), cache(&near));
    let seen = missing(&far_cache).await;
    road.cut();
    far_cache.put(seen, session(), Duration::from_hours(1)).await;
    assert!(!far.is_up(), "no answer came");
    assert!(near_cache.end(&[TOKEN]).await);
    road.mend();
    until(&far, true).await;
    for _ in 0..50 {
        assert_eq!(near_cache.find(TOKEN, 1).await, Found::AskTheRow);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// A limiter of one node: takes so many, whatever the key.
struct Counting {
    left: Mutex<u32>,
}

#[async_trait::async_trait]
impl RateLimiter for Counting {
    async fn hit(&self, limit: &Limit, _key: &str) -> Result<(), Duration> {
        let mut left = self.left.lock().await;
        *left = left.checked_sub(1).ok_or(limit.within)?;
        Ok(())
    }
    async fn take_back(&self, _limit: &Limit, _key: &str) {
        *self.left.lock().await += 1;
    }
}

#[tokio::test]
async fn limits_hold_over_nodes_and_on_each_while_redis_is_away_or_back_empty() {
    let mut redis = PrivateRedis::start().await;
    let limit = Limit { name: "tries", most: 10, within: Duration::from_hours(1) };
    let (one, two) = (server(redis.url(), PATIENT).await, server(redis.url(), PATIENT).await);
    let node = |server: &Arc<RedisServer>| limiter(server, Arc::new(Counting { left: Mutex::new(10) }));
    let (here, there) = (node(&one), node(&two));
    let tries = async |limiter: &dyn RateLimiter| {
        let mut passed = 0;
        for _ in 0..20 {
            passed += u32::from(limiter.hit(&limit, "ada@example.com").await.is_ok());
        }
        passed
    };
    for _ in 0..6 {
        assert_eq!(here.hit(&limit, "ada@example.com").await, Ok(()));
    }
    assert_eq!((tries(&there).await, tries(&here).await), (4, 0), "over all nodes");
    redis.kill();
    until(&one, false).await;
    until(&two, false).await;
    assert_eq!(
        (tries(&here).await, tries(&there).await),
        (4, 6),
        "ten on each, with what each counted before"
    );
    redis.start_again().await;
    until(&one, true).await;
    until(&two, true).await;
    assert_eq!((tries(&here).await, tries(&there).await), (0, 0), "though Redis forgot");
}
