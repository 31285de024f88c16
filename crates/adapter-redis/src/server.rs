//! The one link to Redis. It belongs to one run of one server: whatever goes wrong on it ends it, and a new one is made
//! in the background. While there is none, who asks is answered at once. What is asked is not decided here.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;

use bailiwick_ports::system::Clock;
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, ErrorKind, InfoDict, RedisError, RedisResult};
use tokio::sync::Notify;
use tokio::time::timeout;

use crate::RedisUrl;

/// How patient a node is with Redis.
#[derive(Debug, Clone, Copy)]
pub struct RedisOptions {
    /// How long an answer may take before the server counts as away.
    pub answer: Duration,
    /// How long a new link may take.
    pub link: Duration,
    /// How long it rests between two tries for a new link.
    pub rest: Duration,
    /// How often it looks after a link that no one uses.
    pub look: Duration,
    /// For how long a node puts and takes nothing on a run that is new to it. A mark that was set on the run before is not
    /// there, so this MUST be longer than from a mark to its commit.
    pub settle: Duration,
}

impl Default for RedisOptions {
    fn default() -> Self {
        Self {
            answer: Duration::from_millis(150),
            link: Duration::from_millis(500),
            rest: Duration::from_millis(200),
            look: Duration::from_secs(1),
            settle: Duration::from_secs(5),
        }
    }
}

/// A connection, and the run of the server that it leads to. A server that starts again has another run, so what it knew
/// before, or found again on its disk, is out of reach.
pub(crate) struct Link {
    connection: MultiplexedConnection,
    pub run: String,
    pub number: u64,
    settled: Duration,
}

/// A Redis server, which may be away.
pub struct RedisServer {
    url: RedisUrl,
    options: RedisOptions,
    clock: Arc<dyn Clock>,
    link: RwLock<Option<Arc<Link>>>,
    links: AtomicU64,
    /// The last run that there was a link to, and when it was or will be settled.
    last_run: RwLock<Option<(String, Duration)>>,
    lost: Notify,
}

impl RedisServer {
    /// Tries once to reach a server, and goes on in the background for as long as what is answered is kept. With TLS the
    /// process must have installed its provider of cryptography.
    pub async fn open(url: RedisUrl, options: RedisOptions, clock: Arc<dyn Clock>) -> Arc<Self> {
        let server = Arc::new(Self {
            url,
            options,
            clock,
            link: RwLock::default(),
            links: AtomicU64::new(0),
            last_run: RwLock::default(),
            lost: Notify::new(),
        });
        metrics::gauge!("bailiwick_redis_up").set(0.0);
        if let Err(error) = server.connect().await {
            tracing::warn!(%error, redis = %server.url, "Redis is away; it is tried again and again");
        }
        tokio::spawn(keep(Arc::downgrade(&server)));
        server
    }

    /// Whether there is a link, as far as is known.
    pub fn is_up(&self) -> bool {
        self.link.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The link, when there is one.
    pub(crate) fn link(&self) -> Option<Arc<Link>> {
        self.link.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The link, when what is on its run can be relied on.
    pub(crate) fn settled_link(&self) -> Option<Arc<Link>> {
        self.link().filter(|link| link.settled <= self.clock.elapsed())
    }

    /// Asks something on a link. On any failure the link is given up, and there is no answer.
    pub(crate) async fn ask<T>(
        &self,
        link: &Link,
        what: impl AsyncFnOnce(&mut MultiplexedConnection) -> RedisResult<T>,
    ) -> Option<T> {
        match what(&mut link.connection.clone()).await {
            Ok(answer) => Some(answer),
            Err(error) => {
                self.give_up(link, &error);
                None
            }
        }
    }

    fn give_up(&self, link: &Link, error: &RedisError) {
        let mut present = self.link.write().unwrap_or_else(PoisonError::into_inner);
        if present.as_ref().is_none_or(|present| present.number != link.number) {
            return;
        }
        *present = None;
        drop(present);
        metrics::gauge!("bailiwick_redis_up").set(0.0);
        tracing::warn!(%error, "Redis is away: sessions are read from the database, limits count on this node alone");
        self.lost.notify_one();
    }

    async fn connect(&self) -> RedisResult<()> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(self.options.link))
            .set_response_timeout(Some(self.options.answer));
        let open = async {
            let mut connection =
                self.url.client.get_multiplexed_async_connection_with_config(&config).await?;
            let info: InfoDict = redis::cmd("INFO").query_async(&mut connection).await?;
            Ok::<_, RedisError>((connection, run_of(&info)?))
        };
        let late = |_| RedisError::from((ErrorKind::Io, "it took too long to answer"));
        let (connection, run) = timeout(self.options.link, open).await.map_err(late)??;
        let settled = self.settles(&run);
        let number = self.links.fetch_add(1, Ordering::Relaxed) + 1;
        let link = Arc::new(Link { connection, run, number, settled });
        *self.link.write().unwrap_or_else(PoisonError::into_inner) = Some(link);
        metrics::gauge!("bailiwick_redis_up").set(1.0);
        tracing::info!(redis = %self.url, "Redis answers");
        Ok(())
    }

    /// When a run is settled: one that is new to this node, after a while.
    fn settles(&self, run: &str) -> Duration {
        let mut last = self.last_run.write().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, settled)) = last.as_ref().filter(|(known, _)| known == run) {
            return *settled;
        }
        let settled = self.clock.elapsed() + self.options.settle;
        *last = Some((run.to_owned(), settled));
        settled
    }

    /// Looks after the link, or tries for one; answers how long to rest.
    async fn look(&self) -> Duration {
        if let Some(link) = self.link() {
            self.ask(&link, async |connection| redis::cmd("PING").query_async::<()>(connection).await).await;
            return self.options.look;
        }
        match self.connect().await {
            Ok(()) => self.options.look,
            Err(error) => {
                tracing::debug!(%error, "Redis is still away");
                self.options.rest
            }
        }
    }
}

/// The run that an answer to `INFO` names, where that server can be relied on.
fn run_of(info: &InfoDict) -> RedisResult<String> {
    let is = |field: &str, wanted: &str| info.get::<String>(field).is_none_or(|found| found == wanted);
    if !is("loading", "0") || !is("role", "master") {
        return Err(RedisError::from((ErrorKind::Io, "it is a replica, or still loading")));
    }
    info.get("run_id").ok_or_else(|| RedisError::from((ErrorKind::Io, "it tells no run_id")))
}

async fn keep(server: Weak<RedisServer>) {
    loop {
        let Some(server) = server.upgrade() else { return };
        let rest = server.look().await;
        let lost = pin!(server.lost.notified());
        let _ = timeout(rest, lost).await;
    }
}
