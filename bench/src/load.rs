//! Load on one process: a number of connections, each with one request under way at a time.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::Result;
use crate::clock::now;
use crate::histogram::Histogram;
use crate::http::{Connection, request};

/// Requests that are sent one after another, over and over, by whichever connection is free.
pub struct Requests {
    list: Vec<Vec<u8>>,
    next: AtomicUsize,
}

impl Requests {
    pub fn new(list: Vec<Vec<u8>>) -> Arc<Self> {
        Arc::new(Self { list, next: AtomicUsize::new(0) })
    }

    fn take(&self) -> &[u8] {
        &self.list[self.next.fetch_add(1, Ordering::Relaxed) % self.list.len()]
    }
}

/// When a load ends, whichever comes first.
#[derive(Clone, Copy)]
pub struct Bounds {
    pub time: Duration,
    pub requests: u64,
}

/// What came of a load.
#[derive(Default)]
pub struct Load {
    pub latencies: Histogram,
    pub seconds: f64,
    /// Answers that are no success.
    pub errors: u64,
    /// One of them.
    pub error: Option<String>,
}

impl Load {
    fn add(&mut self, other: Self) {
        self.latencies.add(&other.latencies);
        self.errors += other.errors;
        self.error = self.error.take().or(other.error);
    }
}

/// Opened connections that have had an answer each.
pub async fn connect(address: SocketAddr, connections: usize) -> Result<Vec<Connection>> {
    let mut opened = Vec::with_capacity(connections);
    let healthz = request("GET", "/healthz", None, None);
    for _ in 0..connections {
        let mut connection = Connection::open(address).await?;
        connection.exchange(&healthz).await?;
        opened.push(connection);
    }
    Ok(opened)
}

/// Sends requests over all connections until a bound is reached, and every answer is there.
pub async fn drive(
    connections: &mut Vec<Connection>,
    requests: &Arc<Requests>,
    bounds: Bounds,
) -> Result<Load> {
    let left = Arc::new(AtomicU64::new(bounds.requests));
    let start = now();
    let mut tasks = JoinSet::new();
    for connection in connections.drain(..) {
        tasks.spawn(one(connection, Arc::clone(requests), Arc::clone(&left), start + bounds.time));
    }
    let mut load = Load::default();
    while let Some(done) = tasks.join_next().await {
        let (connection, part) = done??;
        load.add(part);
        connections.push(connection);
    }
    load.seconds = now().duration_since(start).as_secs_f64();
    Ok(load)
}

async fn one(
    mut connection: Connection,
    requests: Arc<Requests>,
    left: Arc<AtomicU64>,
    deadline: Instant,
) -> Result<(Connection, Load)> {
    let mut load = Load::default();
    let mut at = now();
    let take = |left: u64| left.checked_sub(1);
    while at < deadline && left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok() {
        let status = connection.exchange(requests.take()).await?;
        let answered = now();
        load.latencies.record(answered - at);
        if !(200..300).contains(&status) {
            load.errors += 1;
            let body = String::from_utf8_lossy(connection.body());
            load.error.get_or_insert_with(|| format!("{status} {body}"));
        }
        at = answered;
    }
    Ok((connection, load))
}
