//! A way to PostgreSQL that a test can cut and freeze, so that it is away for one store and there for all others.

use std::net::SocketAddr;
use std::sync::Arc;

use bailiwick_adapter_seaorm::testing::TestDatabase;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, watch};
use tokio::task::JoinSet;

/// What becomes of what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flows,
    /// It is taken, and nothing comes back.
    Stands,
}

pub struct Proxy {
    pub database: TestDatabase,
    at: SocketAddr,
    to: String,
    mode: watch::Sender<Mode>,
    /// Who accepts, with all the connections; none while it is cut.
    accepting: Mutex<Option<JoinSet<()>>>,
}

impl Proxy {
    /// Before a new database.
    pub async fn new() -> Self {
        let database = TestDatabase::new().await;
        let to = authority(&database.url());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let proxy =
            Self { database, at, to, mode: watch::Sender::new(Mode::Flows), accepting: Mutex::default() };
        proxy.accept(listener).await;
        proxy
    }

    /// The database's URL by this way.
    pub fn url(&self) -> String {
        self.database.url().replacen(&self.to, &self.at.to_string(), 1)
    }

    async fn accept(&self, listener: TcpListener) {
        let (to, mode) = (self.to.clone(), Arc::new(self.mode.subscribe()));
        let mut accepting = JoinSet::new();
        accepting.spawn(async move {
            // They end with this task, which owns them.
            let mut connections = JoinSet::new();
            while let Ok((from, _)) = listener.accept().await {
                connections.spawn(carry(from, to.clone(), (*mode).clone()));
            }
        });
        *self.accepting.lock().await = Some(accepting);
    }

    /// Every connection ends, and no new one is taken.
    pub async fn cut(&self) {
        if let Some(mut accepting) = self.accepting.lock().await.take() {
            accepting.shutdown().await;
        }
    }

    /// New connections are taken again.
    pub async fn mend(&self) {
        self.accept(TcpListener::bind(self.at).await.unwrap()).await;
    }

    /// Nothing that is sent comes through.
    pub fn freeze(&self) {
        self.mode.send_replace(Mode::Stands);
    }

    /// All of it does again.
    pub fn thaw(&self) {
        self.mode.send_replace(Mode::Flows);
    }
}

/// Host and port of a URL.
fn authority(url: &str) -> String {
    let rest = url.split_once("://").unwrap().1;
    let authority = rest.split(['/', '?']).next().unwrap();
    authority.rsplit('@').next().unwrap().to_owned()
}

async fn carry(mut from: TcpStream, to: String, mut mode: watch::Receiver<Mode>) {
    mode.wait_for(|mode| *mode == Mode::Flows).await.unwrap();
    let Ok(mut on) = TcpStream::connect(to).await else { return };
    let mut until = mode.clone();
    loop {
        tokio::select! {
            _ = copy_bidirectional(&mut from, &mut on) => return,
            _ = until.wait_for(|mode| *mode == Mode::Stands) => {}
        }
        mode.wait_for(|mode| *mode == Mode::Flows).await.unwrap();
    }
}
