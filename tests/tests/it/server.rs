//! A server process in a folder of its own, and the generated client for it.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use bailiwick_client::{Client, Error, Failure, ResponseValue, Typed, types};

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
        Self::start_with(folder, &[], Stdio::inherit())
    }

    /// With settings (`BAILIWICK_…`) and its log where it is wanted.
    pub fn start_with(folder: &Path, settings: &[(&str, &str)], log: Stdio) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut child = command(folder)
            .env("BAILIWICK_LISTEN", format!("127.0.0.1:{port}"))
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("the server says where it listens").unwrap();
        assert!(first.contains(&port.to_string()), "{first}");
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url: format!("http://127.0.0.1:{port}"), folder: folder.to_owned() }
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
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

    /// A client that holds a token, or none.
    pub fn client(&self, token: Option<&str>) -> Client {
        client(&self.url, token)
    }

    /// A client that holds a new platform key.
    pub fn back_end(&self) -> Client {
        self.client(Some(&self.platform_key()))
    }

    /// Makes a platform key.
    pub fn platform_key(&self) -> String {
        let made = self.run(&["platform-key", "create", "--name", "back-end"]);
        String::from_utf8(made.stdout).unwrap().trim().to_owned()
    }

    /// The text of what is served outside the API.
    pub async fn page(&self, path: &str) -> String {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = http.get(format!("{}{path}", self.url)).send().await.unwrap();
        answer.error_for_status().unwrap().text().await.unwrap()
    }

    /// Signs up; a client with the session, and the answer.
    pub async fn sign_up(&self, email: &str, model: &str) -> (Client, types::SignedUpOut) {
        let anyone = self.client(None);
        let call = anyone.sign_up().body_map(|body| {
            body.email(email)
                .password("correct horse")
                .name("Ada")
                .account_name("Acme")
                .role_model(model.to_owned())
        });
        let made = call.send().typed().await.unwrap().into_inner();
        (self.client(made.session.token.as_deref()), made)
    }

    /// Invites an address with a role at the account, and accepts as a new user.
    pub async fn join(
        &self,
        inviter: &Client,
        acct: &types::AccountId,
        email: &str,
        role: &str,
    ) -> types::AcceptedOut {
        let call =
            inviter.create_invitation().acct(acct).body_map(|body| body.email(email).grants(grants(role)));
        call.send().typed().await.unwrap();
        let token = mailed_token(&self.mail_folder(), email, "accept?token=").await;
        let anyone = self.client(None);
        let call = anyone.accept_invitation().body_map(|body| {
            body.token(token).name("Bob".parse().ok()).password("battery staple".parse().ok())
        });
        call.send().typed().await.unwrap().into_inner()
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

/// A client of the server at a URL that holds a token, or none.
pub fn client(url: &str, token: Option<&str>) -> Client {
    let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).no_proxy();
    bailiwick_client::connect_with(http, url, token).unwrap()
}

/// Runs a command of the binary on the data of a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder).args(arguments).output().unwrap()
}

/// A grant of a role at the account itself.
pub fn grants(role: &str) -> Vec<types::GrantIn> {
    vec![types::GrantIn::builder().role(role).try_into().unwrap()]
}

/// What was answered, or nothing where the connection broke, as it does when the server is killed; and, where the test
/// takes the database away, nothing for a 503.
#[track_caller]
pub fn unless_broken<T>(answer: Result<ResponseValue<T>, Failure>, database_goes: bool) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer.into_inner()),
        Err(Failure::Other(Error::CommunicationError(_) | Error::ResponseBodyError(_))) => None,
        Err(away) if database_goes && away.status().is_some_and(|status| status == 503) => None,
        Err(other) => panic!("{other}"),
    }
}

/// The token of the newest link in the mails of a folder to an address, once it is there.
pub async fn mailed_token(folder: &Path, address: &str, link: &str) -> String {
    new_mailed_token(folder, address, link, &[]).await
}

/// The same, of a mail that is not one of those which were there before.
pub async fn new_mailed_token(folder: &Path, address: &str, link: &str, before: &[String]) -> String {
    // What a killed server had taken is another's only after a while.
    let deadline = tokio::time::sleep(Duration::from_secs(40));
    tokio::pin!(deadline);
    loop {
        let mut found = mailed_tokens(folder, address, link);
        found.retain(|token| !before.contains(token));
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

/// The tokens of all such links that came, oldest first.
pub fn mailed_tokens(folder: &Path, address: &str, link: &str) -> Vec<String> {
    let token = |mail: String| {
        let start = mail.find(link)? + link.len();
        Some(mail[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
    };
    let to = format!("To: {address}");
    mails(folder).into_iter().filter(|mail| mail.contains(&to)).filter_map(token).collect()
}

/// Every mail of a folder, in the order of their ids.
pub fn mails(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "eml"));
    files.sort();
    files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect()
}
