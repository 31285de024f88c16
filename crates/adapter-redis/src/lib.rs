//! What nodes share in Redis: copies of sessions, and rate limits. Redis may be away at any time and lose anything; what
//! is kept there is never the truth. No rule is decided here.

mod rate_limits;
mod server;
mod session_cache;
mod url;

pub use rate_limits::RedisRateLimiter;
pub use server::{RedisOptions, RedisServer};
pub use session_cache::RedisSessionCache;
pub use url::{InvalidRedisUrl, RedisUrl};
