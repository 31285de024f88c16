//! The contracts against a Redis server, and what is this adapter's own: a server that goes away.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod away;
mod kept;
mod private;
mod support;

mod sessions {
    use bailiwick_adapter_redis::RedisSessionCache;

    use crate::support::{PATIENT, cache, server, shared_url};

    async fn shared() -> (RedisSessionCache, ()) {
        (cache(&server(shared_url(), PATIENT).await), ())
    }

    bailiwick_ports::session_cache_contract!(shared);
}

mod limits {
    use std::sync::Arc;

    use bailiwick_adapter_redis::RedisRateLimiter;

    use crate::support::{Boundless, PATIENT, limiter, server, shared_url};

    async fn shared() -> (RedisRateLimiter, ()) {
        (limiter(&server(shared_url(), PATIENT).await, Arc::new(Boundless)), ())
    }

    bailiwick_ports::rate_limiter_contract!(shared);
}
