//! A Redis server of one's own, which a test can kill, pause and cut off. The tests of use cases take this file too.

use std::net::{Ipv4Addr, TcpListener as Port};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use bailiwick_adapter_redis::RedisUrl;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

fn url(port: u16) -> RedisUrl {
    format!("redis://127.0.0.1:{port}/0").parse().unwrap()
}

/// A server that keeps only what it is told to save.
pub struct PrivateRedis {
    port: u16,
    folder: TempDir,
    process: Child,
}

impl PrivateRedis {
    pub async fn start() -> Self {
        for _ in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            let port = Port::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
            let mut started = Self { port, process: run(port, &folder), folder };
            // It ends by itself where another took the port meanwhile.
            if started.comes_up().await {
                return started;
            }
        }
        panic!("no redis-server came up");
    }

    pub fn url(&self) -> RedisUrl {
        url(self.port)
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again, with what it saved.
    pub async fn start_again(&mut self) {
        self.process = run(self.port, &self.folder);
        assert!(self.comes_up().await, "redis-server did not come up again");
    }

    /// Stops it in the middle of whatever it does, connections and all.
    pub fn pause(&self) {
        kill_process(Pid::from_child(&self.process), Signal::STOP).unwrap();
    }

    pub fn resume(&self) {
        kill_process(Pid::from_child(&self.process), Signal::CONT).unwrap();
    }

    /// Sends a command and answers what came first.
    pub async fn say(&self, command: &str) -> String {
        said(self.port, command).await.unwrap()
    }

    async fn comes_up(&mut self) -> bool {
        for _ in 0..1_000 {
            if said(self.port, "PING").await.is_ok_and(|answer| answer.starts_with("+PONG")) {
                return true;
            }
            if self.process.try_wait().unwrap().is_some() {
                return false;
            }
            sleep(Duration::from_millis(10)).await;
        }
        false
    }
}

impl Drop for PrivateRedis {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run(port: u16, folder: &TempDir) -> Child {
    let mut command = Command::new("redis-server");
    command.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
    command.arg("--dir").arg(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap_or_else(|error| {
        panic!("the program redis-server can't be run ({error}); on Debian: apt-get install redis-server")
    })
}

async fn said(port: u16, command: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.write_all(format!("{command}\r\n").as_bytes()).await?;
    let mut answer = vec![0; 64 * 1024];
    let length = timeout(Duration::from_secs(10), stream.read(&mut answer)).await??;
    Ok(String::from_utf8_lossy(&answer[..length]).into_owned())
}

/// A way to a server that can be cut: what was sent is then held back, and arrives once it is mended.
pub struct Road {
    port: u16,
    open: watch::Sender<bool>,
}

impl Road {
    pub async fn to(server: &PrivateRedis) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (open, is_open) = watch::channel(true);
        tokio::spawn(lead(listener, server.port, is_open));
        Self { port, open }
    }
    pub fn url(&self) -> RedisUrl {
        url(self.port)
    }
    pub fn cut(&self) {
        self.open.send_replace(false);
    }
    pub fn mend(&self) {
        self.open.send_replace(true);
    }
}

async fn lead(listener: TcpListener, to: u16, open: watch::Receiver<bool>) {
    while let Ok((here, _)) = listener.accept().await {
        let Ok(there) = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).await else { continue };
        let ((from_here, to_here), (from_there, to_there)) = (here.into_split(), there.into_split());
        tokio::spawn(carry(from_here, to_there, open.clone()));
        tokio::spawn(carry(from_there, to_here, open.clone()));
    }
}

async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut open: watch::Receiver<bool>) {
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let passes = open.wait_for(|open| *open).await.is_ok();
        if !passes || to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
