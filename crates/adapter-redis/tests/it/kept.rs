//! What is kept in Redis, and what is believed of what lies there.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_redis::{RedisOptions, RedisSessionCache};
use bailiwick_ports::rate_limits::{Limit, RateLimiter};
use bailiwick_ports::session_cache::{Found, SessionCache};

use crate::private::PrivateRedis;
use crate::support::{Boundless, PATIENT, TOKEN, TestSigner, cache, limiter, missing, put, server, session};

/// The only key that there is, and for how many milliseconds it lasts.
async fn only_key(redis: &PrivateRedis) -> (String, u64) {
    assert_eq!(redis.say("DBSIZE").await, ":1\r\n");
    let key = redis.say("RANDOMKEY").await;
    let left = redis.say(r#"EVAL "return redis.call('PTTL', redis.call('RANDOMKEY'))" 0"#).await;
    (key, left.trim_start_matches(':').trim_end().parse().unwrap_or_else(|_| panic!("{left:?}")))
}

#[tokio::test]
async fn a_copy_lasts_ten_seconds_at_most_and_a_mark_outlasts_it() {
    let redis = PrivateRedis::start().await;
    let cache = cache(&server(redis.url(), PATIENT).await);
    put(&cache).await;
    let (_, left) = only_key(&redis).await;
    assert!((5_000..=10_000).contains(&left), "{left}");
    assert!(cache.end(&[TOKEN]).await);
    let (_, left) = only_key(&redis).await;
    assert!((500_000..=600_000).contains(&left), "{left}");
}

#[tokio::test]
async fn a_copy_that_another_key_sealed_is_not_believed() {
    let redis = PrivateRedis::start().await;
    let server = server(redis.url(), PATIENT).await;
    let (ours, theirs) =
        (cache(&server), RedisSessionCache::new(Arc::clone(&server), Arc::new(TestSigner("stolen"))));
    put(&theirs).await;
    assert!(matches!(ours.find(TOKEN, 1).await, Found::Missing(_)));
    put(&ours).await;
    assert!(matches!(theirs.find(TOKEN, 1).await, Found::Missing(_)));
    // Nor is one that was moved to another session's place.
    let copy = "local keys = redis.call('KEYS', '*') \
                redis.call('COPY', keys[1], string.sub(keys[1], 1, -33) .. string.rep('x', 32))";
    redis.say(&format!("EVAL \"{copy}\" 0")).await;
    assert_eq!(redis.say("DBSIZE").await, ":2\r\n");
    assert!(matches!(ours.find([b'x'; 32], 1).await, Found::Missing(_)));
    assert_eq!(ours.find(TOKEN, 1).await, Found::Copy(session()));
}

#[tokio::test]
async fn a_limits_key_shows_no_address_and_goes_by_itself() {
    let redis = PrivateRedis::start().await;
    let limiter = limiter(&server(redis.url(), PATIENT).await, Arc::new(Boundless));
    let limit = Limit { name: "tries", most: 3, within: Duration::from_mins(1) };
    for _ in 0..5 {
        let _ = limiter.hit(&limit, "ada@example.com").await;
    }
    let (key, left) = only_key(&redis).await;
    assert!(key.contains("bailiwick:limit:tries:") && !key.contains("ada"), "{key:?}");
    assert!((30_000..=60_000).contains(&left), "{left}");
    let all = redis.say(r#"EVAL "return redis.call('LRANGE', redis.call('RANDOMKEY'), 0, -1)" 0"#).await;
    assert!(all.starts_with("*3\r\n"), "no more is kept than the limit says: {all:?}");
    for _ in 0..3 {
        limiter.take_back(&limit, "ada@example.com").await;
    }
    assert_eq!(redis.say("DBSIZE").await, ":0\r\n");
}

#[tokio::test]
async fn on_a_run_that_is_new_nothing_is_put_or_believed_until_it_is_settled() {
    let redis = PrivateRedis::start().await;
    let settled = cache(&server(redis.url(), PATIENT).await);
    put(&settled).await;
    let settle = RedisOptions { settle: Duration::from_millis(500), ..PATIENT };
    let fresh = cache(&server(redis.url(), settle).await);
    assert!(fresh.answers());
    assert_eq!(fresh.find(TOKEN, 1).await, Found::AskTheRow);
    assert!(fresh.end(&[[9; 32]]).await, "marks are set from the beginning");
    tokio::time::sleep(settle.settle).await;
    assert_eq!(fresh.find(TOKEN, 1).await, Found::Copy(session()));
    missing_elsewhere(&fresh).await;
}

async fn missing_elsewhere(cache: &dyn SessionCache) {
    assert!(cache.end(&[TOKEN]).await);
    assert_eq!(cache.find(TOKEN, 1).await, Found::AskTheRow);
    assert!(matches!(cache.find([1; 32], 1).await, Found::Missing(_)));
}

#[tokio::test]
async fn a_vacancy_of_another_link_is_not_filled() {
    let redis = PrivateRedis::start().await;
    let (one, other) =
        (cache(&server(redis.url(), PATIENT).await), cache(&server(redis.url(), PATIENT).await));
    let vacancy = missing(&one).await;
    let later = bailiwick_ports::session_cache::Vacancy { link: vacancy.link + 1, ..vacancy };
    other.put(later, session(), Duration::from_hours(1)).await;
    missing(&other).await;
}
