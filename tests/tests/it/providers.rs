//! Identity providers: processes of node, certified and hostile ones.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// Where `cargo xtask test` says they are, else where that put them before.
pub fn peers() -> PathBuf {
    std::env::var_os("BAILIWICK_TEST_PEERS").map_or_else(
        || {
            let tests = std::env::current_exe().unwrap();
            let installed = tests.ancestors().nth(3).unwrap().join("tools/peers");
            assert!(installed.is_dir(), "no peers of the tests: run `cargo xtask test`");
            installed
        },
        PathBuf::from,
    )
}

pub struct Provider {
    child: Child,
    pub issuer: String,
    /// All that it said of itself.
    pub said: Value,
}

impl Provider {
    fn start(script: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new("node");
        let mut child = command
            .arg(peers().join(script))
            .args(arguments)
            .env("NODE_NO_WARNINGS", "1")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // It may warn of what is only for tests before.
        let (issuer, said) = loop {
            let line = lines.next().expect("it says who it is").unwrap();
            let said: Value = serde_json::from_str(&line).unwrap_or_default();
            if let Some(issuer) = said["issuer"].as_str() {
                break (issuer.to_owned(), said);
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, issuer, said }
    }

    /// The certified one, for a client that is called back there.
    pub fn certified(redirect_uri: &str) -> Self {
        Self::start("certified.mjs", &[redirect_uri])
    }

    /// One that speaks SAML, and answers as it is told to.
    pub fn saml() -> Self {
        Self::start("saml.mjs", &[])
    }

    /// One that answers as it is told to.
    pub fn hostile() -> Self {
        Self::start("hostile.mjs", &[])
    }

    /// Tells a hostile one what to answer from now on; how often it was asked for its keys and for tokens.
    pub async fn plan(&self, plan: &Value) -> (u64, u64) {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = http.post(format!("{}/plan", self.issuer)).json(plan).send().await.unwrap();
        let asked: Value = answer.error_for_status().unwrap().json().await.unwrap();
        (asked["keys"].as_u64().unwrap(), asked["tokens"].as_u64().unwrap())
    }
}

impl Provider {
    /// What a hostile one signed last.
    pub async fn last_token(&self) -> String {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = http.get(format!("{}/last-token", self.issuer)).send().await.unwrap();
        let told: Value = answer.error_for_status().unwrap().json().await.unwrap();
        told["id_token"].as_str().unwrap().to_owned()
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
