//! A real Chromium with a virtual authenticator, by a process of node that drives it.

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::providers::peers;

pub struct Authenticator {
    child: Child,
    stdin: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Authenticator {
    /// At a page of a URL.
    pub fn at(url: &str) -> Self {
        let chromium = std::env::var("BAILIWICK_TEST_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
        let mut child = Command::new("node")
            .arg(peers().join("authenticator.mjs"))
            .args([&chromium, url])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut started = Self { child, stdin, answers: BufReader::new(stdout).lines() };
        assert_eq!(started.answer(), json!({ "ready": true }));
        started
    }

    fn answer(&mut self) -> Value {
        let line = self.answers.next().expect("Chromium starts, and goes on: its log says why not").unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.stdin.as_mut().unwrap(), "{question}").unwrap();
        self.answer()
    }

    /// What the browser gives for `PublicKeyCredentialCreationOptions`.
    pub fn create(&mut self, options: &Value) -> Value {
        let answer = self.ask(&json!({ "create": options }));
        assert!(answer["credential"].is_object(), "{answer}");
        answer["credential"].clone()
    }

    /// What the browser gives for `PublicKeyCredentialRequestOptions`.
    pub fn get(&mut self, options: &Value) -> Value {
        let answer = self.ask(&json!({ "get": options }));
        assert!(answer["credential"].is_object(), "{answer}");
        answer["credential"].clone()
    }

    /// Why the browser creates nothing.
    pub fn refuses_to_create(&mut self, options: &Value) -> String {
        let answer = self.ask(&json!({ "create": options }));
        answer["error"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }
}

impl Drop for Authenticator {
    fn drop(&mut self) {
        // It ends its browser when it is asked nothing more.
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}
