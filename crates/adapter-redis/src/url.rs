//! Where Redis is.

use std::fmt;
use std::str::FromStr;

use redis::{Client, ConnectionAddr, IntoConnectionInfo};

/// Why a text is no URL of a Redis server. It says nothing of the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be redis://[user:password@]host[:port][/database], or rediss:// for TLS, such as redis://127.0.0.1:6379/0"
)]
pub struct InvalidRedisUrl;

/// Where Redis is, and who asks: `redis://[user:password@]host[:port][/database]`, with `rediss` over TLS. It shows no
/// password.
#[derive(Clone)]
pub struct RedisUrl {
    pub(crate) client: Client,
}

impl FromStr for RedisUrl {
    type Err = InvalidRedisUrl;
    fn from_str(text: &str) -> Result<Self, InvalidRedisUrl> {
        if !text.starts_with("redis://") && !text.starts_with("rediss://") {
            return Err(InvalidRedisUrl);
        }
        let info = text.into_connection_info().map_err(|_| InvalidRedisUrl)?;
        if matches!(info.addr(), ConnectionAddr::TcpTls { insecure: true, .. }) {
            return Err(InvalidRedisUrl);
        }
        Ok(Self { client: Client::open(info).map_err(|_| InvalidRedisUrl)? })
    }
}

impl fmt::Display for RedisUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.get_connection_info().addr().fmt(f)
    }
}

impl fmt::Debug for RedisUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RedisUrl({self})")
    }
}

impl PartialEq for RedisUrl {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_of_redis_are_taken_and_show_no_password() {
        for (url, shown) in [
            ("redis://127.0.0.1", "127.0.0.1:6379"),
            ("redis://ada:hunter2@redis.example.com:7000/3", "redis.example.com:7000"),
            ("rediss://:hunter2@redis.example.com", "redis.example.com:6379"),
        ] {
            let parsed: RedisUrl = url.parse().unwrap();
            assert_eq!(parsed.to_string(), shown);
            assert!(!format!("{parsed:?}").contains("hunter2"));
        }
    }

    #[test]
    fn other_urls_are_refused_without_being_shown() {
        for url in [
            "",
            "127.0.0.1:6379",
            "http://127.0.0.1",
            "unix:///run/redis.sock",
            "redis://:hunter2@host:port",
            "redis://host/database",
            "rediss://:hunter2@host/#insecure",
        ] {
            let refused = url.parse::<RedisUrl>().unwrap_err();
            assert!(!refused.to_string().contains("hunter2"), "{url}");
        }
    }
}
