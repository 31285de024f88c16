//! A mail server of its own for each test: `server.py`, run by a Python that has aiosmtpd.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

/// Where `cargo xtask test` says it is, else where that put it before.
fn python() -> PathBuf {
    std::env::var_os("BAILIWICK_TEST_SMTP_PYTHON").map_or_else(
        || {
            let tests = std::env::current_exe().unwrap();
            let installed = tests.ancestors().nth(3).unwrap().join("tools/py/bin/python");
            assert!(
                installed.is_file(),
                "no Python with aiosmtpd: run `cargo xtask test`, or set BAILIWICK_TEST_SMTP_PYTHON"
            );
            installed
        },
        PathBuf::from,
    )
}

fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(name)
}

/// The authority that signed the server's certificate.
pub fn authority() -> Vec<u8> {
    std::fs::read(beside("tls/ca.pem")).unwrap()
}

pub struct MailServer {
    child: Child,
    said: UnboundedReceiver<Value>,
    pub port: u16,
}

impl MailServer {
    pub async fn start(options: &[&str]) -> Self {
        let mut child = Command::new(python())
            .args(["-W".into(), "ignore".into(), beside("server.py").into_os_string()])
            .args(["--certificate".into(), beside("tls/server.pem").into_os_string()])
            .args(["--key".into(), beside("tls/server.key").into_os_string()])
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (say, said) = unbounded_channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if say.send(serde_json::from_str(&line).unwrap()).is_err() {
                    return;
                }
            }
        });
        let mut server = Self { child, said, port: 0 };
        server.port = u16::try_from(server.next().await["port"].as_u64().unwrap()).unwrap();
        server
    }

    async fn next(&mut self) -> Value {
        timeout(Duration::from_secs(30), self.said.recv()).await.unwrap().expect("the server runs")
    }

    /// The next message that it takes.
    pub async fn took(&mut self) -> Value {
        loop {
            let said = self.next().await;
            if said.get("took").is_some() {
                return said;
            }
        }
    }

    /// How many connections there were, and the messages that it took, once it took so many.
    pub async fn took_all(&mut self, messages: usize) -> (usize, Vec<Value>) {
        let (mut connections, mut took) = (0, Vec::new());
        loop {
            // What it said by the time it is asked counts too.
            let said = match self.said.try_recv() {
                Ok(said) => said,
                Err(_) if took.len() >= messages => return (connections, took),
                Err(_) => self.next().await,
            };
            connections += usize::from(said.get("connected").is_some());
            took.extend(said.get("took").is_some().then_some(said));
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
