//! Two server processes over one PostgreSQL and one Redis, all of them a test's own.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::clock::now;
use crate::parts::{Disk, Keeps, Postgres, Redis};
use crate::server::Server;

pub struct Nodes {
    servers: [Server; 2],
    pub postgres: Postgres,
    pub redis: Redis,
    folder: TempDir,
    settings: Vec<(&'static str, String)>,
}

impl Nodes {
    pub async fn start() -> Self {
        Self::on(Disk::NotWaited, Keeps::Nothing).await
    }

    /// With a PostgreSQL and a Redis like these.
    pub async fn on(disk: Disk, keeps: Keeps) -> Self {
        Self::with(Vec::new(), disk, keeps).await
    }

    /// The same with settings (`BAILIWICK_…`) for both.
    pub async fn with(settings: Vec<(&'static str, String)>, disk: Disk, keeps: Keeps) -> Self {
        let (postgres, redis) = tokio::join!(Postgres::start(disk), Redis::start(keeps));
        let folder = tempfile::tempdir().unwrap();
        // In the file, so that the commands of the binary stand on the same servers.
        let file = format!("database_url = \"{}\"\nredis_url = \"{}\"\n", postgres.url(), redis.url());
        fs::write(folder.path().join("bailiwick.toml"), file).unwrap();
        let servers = [0, 1].map(|at| start(folder.path(), at, &settings));
        Self { servers, postgres, redis, folder, settings }
    }

    /// One of the two; any number names one.
    pub fn node(&self, at: usize) -> &Server {
        &self.servers[at % 2]
    }

    /// Kills one and starts it again.
    pub fn kill_node(&mut self, at: usize) {
        let at = at % 2;
        self.servers[at].kill();
        self.servers[at] = start(self.folder.path(), at, &self.settings);
    }

    /// Waits until both say that they have all their parts.
    pub async fn are_ready(&self) {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let asked = now();
        for server in &self.servers {
            loop {
                let answer = http.get(format!("{}/readyz", server.url)).send().await.unwrap();
                let (status, body) = (answer.status(), answer.json::<Value>().await.unwrap());
                if status.is_success() && body["status"] == "ready" {
                    break;
                }
                assert!(asked.elapsed() < Duration::from_secs(30), "it does not recover: {body}");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }

    /// What one of them has logged.
    pub fn log(&self, at: usize) -> String {
        fs::read_to_string(self.folder.path().join(log(at))).unwrap()
    }

    /// Every chain of the audit log is whole.
    #[track_caller]
    pub fn verify_audit(&self) {
        let verified = self.servers[0].run(&["audit", "verify"]);
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    }
}

/// Its log is shown where the test fails, since nodes without their parts log a lot.
impl Drop for Nodes {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for at in 0..2 {
                let text = self.log(at);
                let lines: Vec<&str> = text.lines().collect();
                eprintln!("node {at} logged last:\n{}", lines[lines.len().saturating_sub(20)..].join("\n"));
            }
        }
    }
}

fn log(at: usize) -> String {
    format!("node-{at}.log")
}

fn start(folder: &Path, at: usize, settings: &[(&'static str, String)]) -> Server {
    let log = File::options().create(true).append(true).open(folder.join(log(at))).unwrap();
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Server::start_with(folder, &settings, Stdio::from(log))
}
