//! A server process in a folder of its own, and a client for it.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

/// The built binary: where `cargo xtask test` says it is, else beside the tests.
fn binary() -> PathBuf {
    std::env::var_os("BAILIWICK_BIN").map_or_else(
        || {
            let tests = std::env::current_exe().unwrap();
            let built = tests.parent().and_then(Path::parent).unwrap().join("bailiwick");
            assert!(built.is_file(), "build the binary first: cargo build");
            built
        },
        PathBuf::from,
    )
}

pub struct Server {
    child: Child,
    pub url: String,
    folder: PathBuf,
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(binary());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BAILIWICK_")) {
        command.env_remove(name);
    }
    command.current_dir(folder).env("BAILIWICK_RATE_LIMITS", "off").env("BAILIWICK_LOG", "warn");
    command
}

impl Server {
    /// Starts a server on the data of a folder, and waits until it says that it listens.
    pub fn start(folder: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut child = command(folder)
            .env("BAILIWICK_LISTEN", format!("127.0.0.1:{port}"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("the server says where it listens").unwrap();
        assert!(first.contains(&port.to_string()), "{first}");
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url: format!("http://127.0.0.1:{port}"), folder: folder.to_owned() }
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits until it did.
    pub fn terminate(mut self) -> std::process::ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.child.wait().unwrap()
    }

    /// Runs a command of the binary on the same data.
    pub fn run(&self, arguments: &[&str]) -> Output {
        run(&self.folder, arguments)
    }

    pub fn client(&self, token: Option<&str>) -> Client {
        let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        Client { http, url: self.url.clone(), token: token.map(str::to_owned) }
    }

    /// Signs up; a client with the session, and the answer.
    pub async fn sign_up(&self, email: &str, model: &str) -> (Client, Value) {
        let body = json!({"email": email, "password": "correct horse", "name": "Ada", "account_name": "Acme", "role_model": model});
        let made = self.client(None).post("/v1/signup", &body).await.expect(StatusCode::CREATED);
        (self.client(made["session"]["token"].as_str()), made)
    }

    pub fn mail_folder(&self) -> PathBuf {
        self.folder.join("data/mail")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command of the binary on the data of a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder).args(arguments).output().unwrap()
}

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    url: String,
    token: Option<String>,
}

pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
}

impl Answer {
    #[track_caller]
    pub fn expect(self, status: StatusCode) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }
}

impl Client {
    /// Sends a request; none when the connection broke, as it does when the server is killed.
    pub async fn try_send(&self, method: Method, path: &str, body: Option<&Value>) -> Option<Answer> {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.ok()?;
        let status = response.status();
        let text = response.text().await.ok()?;
        Some(Answer { status, body: serde_json::from_str(&text).unwrap_or(Value::Null) })
    }
    pub async fn get(&self, path: &str) -> Answer {
        self.try_send(Method::GET, path, None).await.expect("the server answers")
    }
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.try_send(Method::POST, path, Some(body)).await.expect("the server answers")
    }
    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.try_send(Method::PUT, path, Some(body)).await.expect("the server answers")
    }
}

/// The token of the newest link in the mails of a folder to an address, once it is there.
pub async fn mailed_token(folder: &Path, address: &str, link: &str) -> String {
    // What a killed server had taken is another's only after a while.
    let deadline = tokio::time::sleep(Duration::from_secs(40));
    tokio::pin!(deadline);
    loop {
        let mut found: Vec<String> = mails(folder)
            .into_iter()
            .filter(|mail| mail.contains(&format!("To: {address}")))
            .filter_map(|mail| {
                let start = mail.find(link)? + link.len();
                let token =
                    mail[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
                Some(token.collect())
            })
            .collect();
        if let Some(token) = found.pop() {
            return token;
        }
        // A folder of another process gives no event to wait for.
        tokio::select! {
            () = &mut deadline => panic!("no mail to {address} came"),
            () = tokio::time::sleep(Duration::from_millis(20)) => {}
        }
    }
}

/// Every mail of a folder, in the order of their ids.
pub fn mails(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "eml"));
    files.sort();
    files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect()
}
