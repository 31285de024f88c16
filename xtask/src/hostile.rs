//! `cargo xtask hostile [--examples N]`: schemathesis reads the served API document and tries to break the server, once
//! as a signed-in user and once with a platform key. The server is started for it, on a free port, over a folder of its
//! own under `target/`, and ended afterwards. Reasoned exceptions are in `xtask/schemathesis.toml`.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

use serde_json::{Value, json};

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;
use crate::{http, tools};

const EXAMPLES: u32 = 10;
/// Fixed, so that a run can be had again.
const SEED: &str = "20260101";
/// Attempts, a tenth of a second apart, until a started server must answer.
const PATIENCE: u32 = 300;
/// Stands in `schemathesis.toml` for the account that the user of this run owns.
const ACCOUNT: &str = "{{account}}";

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let usage = || Failure { message: "usage: cargo xtask hostile [--examples N]".to_owned(), code: 2 };
    let examples = match args {
        [] => EXAMPLES,
        [flag, number] if flag == "--examples" => number.parse().map_err(|_| usage())?,
        _ => return Err(usage()),
    };
    let server = if let Some(given) = std::env::var_os("BAILIWICK_BIN") {
        fs::canonicalize(&given).map_err(|error| format!("BAILIWICK_BIN: {error}"))?
    } else {
        process::run(&mut workspace.cargo(&["build", "-p", "bailiwick", "--locked"]))?;
        workspace.server()
    };
    attack(workspace, &server, examples)
}

/// Both runs against one server; the second runs whatever the first found.
pub fn attack(workspace: &Workspace, server: &Path, examples: u32) -> Outcome {
    let schemathesis = tools::schemathesis(workspace)?;
    let server = Server::start(workspace, server)?;
    let user = server.sign_up()?;
    let key = server.platform_key()?;
    let config = server.folder.join("schemathesis.toml");
    let template = workspace.root.join("xtask/schemathesis.toml");
    let written = fs::read_to_string(template)
        .and_then(|text| fs::write(&config, text.replace(ACCOUNT, &user.account)));
    written.map_err(|error| format!("cannot prepare schemathesis.toml: {error}"))?;

    let as_whom = |title: &str, token: &str, examples: u32| {
        println!("\n--- as {title}, {examples} examples an operation");
        process::run(&mut server.schemathesis(&schemathesis, &config, token, examples))
    };
    let first = as_whom("a signed-in user", &user.token, examples);
    let second = as_whom("a platform key", &key, (examples / 3).max(1));
    let outcome = first.and(second).and_then(|()| server.still_answers());
    if outcome.is_err() {
        println!("    the server's own log: target/hostile/{}/server.log", std::process::id());
        return outcome;
    }
    server.end_and_clean()
}

struct User {
    account: String,
    token: String,
}

/// A server that ends with this value.
struct Server {
    child: Child,
    program: PathBuf,
    address: String,
    folder: PathBuf,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to be done about either error.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(workspace: &Workspace, program: &Path) -> Outcome<Self> {
        let folder = workspace.target.join("hostile").join(std::process::id().to_string());
        let _ = fs::remove_dir_all(&folder);
        let address = free_address().map_err(|error| format!("no free port: {error}"))?;
        let log = fs::create_dir_all(folder.join("data"))
            .and_then(|()| File::create(folder.join("server.log")))
            .map_err(|error| format!("cannot prepare {}: {error}", folder.display()))?;
        let errors = log.try_clone().map_err(|error| format!("cannot share the log: {error}"))?;
        let child = settled(program, &folder, &address)
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let mut server = Self { child, program: program.to_owned(), address, folder };
        server.wait_until_healthy()?;
        Ok(server)
    }

    fn wait_until_healthy(&mut self) -> Outcome {
        for _ in 0..PATIENCE {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("the server ended at its start ({status}):\n{}", self.log()).into());
            }
            if http::get(&self.address, "/healthz").is_ok_and(|response| response.status == 200) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(format!("/healthz did not answer 200 in time:\n{}", self.log()).into())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("server.log")).unwrap_or_default()
    }

    fn sign_up(&self) -> Outcome<User> {
        let body = json!({
            "email": "hostile@example.com",
            "password": "a-long-enough-passphrase-4711",
            "name": "Hostile",
            "account_name": "Hostile Ltd",
            "role_model": "standard",
        });
        let response = http::post_json(&self.address, "/v1/signup", &body.to_string())?;
        if response.status != 201 {
            return Err(format!("POST /v1/signup answered {}: {}", response.status, response.body).into());
        }
        let answer: Value =
            serde_json::from_str(&response.body).map_err(|error| format!("POST /v1/signup: {error}"))?;
        let text = |pointer: &str| match answer.pointer(pointer).and_then(Value::as_str) {
            Some(text) => Ok(text.to_owned()),
            None => Err(format!("POST /v1/signup answered without {pointer}")),
        };
        Ok(User { account: text("/account/id")?, token: text("/session/token")? })
    }

    fn platform_key(&self) -> Outcome<String> {
        let mut command = settled(&self.program, &self.folder, &self.address);
        let key = process::output(command.args(["platform-key", "create", "--name", "hostile"]))?;
        Ok(key.trim().to_owned())
    }

    fn schemathesis(&self, program: &Path, config: &Path, token: &str, examples: u32) -> Command {
        let mut command = Command::new(program);
        let url = format!("http://{}", self.address);
        command.current_dir(&self.folder);
        command.arg("--config-file").arg(config).arg("run").arg(format!("{url}/openapi.json"));
        command.args(["-u", &url, "-H", &format!("Authorization: Bearer {token}")]);
        command.args(["--checks", "all", "--seed", SEED, "--max-examples", &examples.to_string()]);
        command
    }

    fn still_answers(&self) -> Outcome {
        match http::get(&self.address, "/healthz") {
            Ok(response) if response.status == 200 => Ok(()),
            Ok(response) => Err(format!("after all this /healthz answers {}", response.status).into()),
            Err(error) => Err(format!("after all this the server is gone: {error}").into()),
        }
    }

    /// Nothing was found, so nothing is kept.
    fn end_and_clean(self) -> Outcome {
        let folder = self.folder.clone();
        drop(self);
        fs::remove_dir_all(&folder)
            .map_err(|error| format!("cannot remove {}: {error}", folder.display()).into())
    }
}

/// The server's program under the settings of this run and no others that the developer may have set.
fn settled(program: &Path, folder: &Path, address: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("BAILIWICK_") {
            command.env_remove(name);
        }
    }
    command.env("BAILIWICK_LISTEN", address).env("BAILIWICK_DATA_DIR", folder.join("data"));
    command.env("BAILIWICK_RATE_LIMITS", "off");
    command
}

fn free_address() -> std::io::Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}
