//! The product's server as other verbs need it: on a free port, over a folder of its own, under no settings of the
//! developer's, ended with its value. What is done to it is the verbs' business.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::daemon::{self, Daemon};
use crate::http;
use crate::process::{self, Outcome};
use crate::workspace::{FEATURES, Workspace};

/// Seconds until a started server must answer.
const PATIENCE: u32 = 30;
/// The deployment's key, which nodes share: 32 zeros, since it guards nothing.
const SECRET_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// The program: the one that `BAILIWICK_BIN` names, else built from the sources.
pub fn program(workspace: &Workspace) -> Outcome<PathBuf> {
    if let Some(given) = std::env::var_os("BAILIWICK_BIN") {
        return fs::canonicalize(&given).map_err(|error| format!("BAILIWICK_BIN: {error}").into());
    }
    process::run(workspace.cargo(&["build", "-p", "bailiwick", "--locked"]).args(FEATURES))?;
    Ok(workspace.server())
}

/// Where the servers keep what they keep.
pub enum Data<'a> {
    /// One server, on SQLite.
    File,
    /// Two, on the same servers.
    Shared { postgres: &'a str, redis: &'a str },
}

/// A user who owns an account, and is signed in.
pub struct User {
    pub account: String,
    pub token: String,
}

/// A server that ends with this value.
pub struct Server {
    settings: Settings,
    _daemon: Daemon,
}

/// The settings of this run and no others that the developer may have set.
struct Settings {
    program: PathBuf,
    folder: PathBuf,
    variables: Vec<(&'static str, String)>,
    address: String,
}

impl Settings {
    fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("BAILIWICK_") {
                command.env_remove(name);
            }
        }
        command.current_dir(&self.folder).envs(self.variables.iter().map(|(name, value)| (name, value)))
    }
}

impl Server {
    /// Its base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.settings.address)
    }

    /// The folder that it runs in.
    pub fn folder(&self) -> &Path {
        &self.settings.folder
    }

    /// Starts it over a folder of its own, and waits until it answers.
    pub fn start(program: &Path, folder: &Path, data: &Data) -> Outcome<Self> {
        fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        let address = format!("127.0.0.1:{}", daemon::free_port()?);
        let mut variables = vec![
            ("BAILIWICK_LISTEN", address.clone()),
            ("BAILIWICK_SECRET_KEY", SECRET_KEY.to_owned()),
            ("BAILIWICK_RATE_LIMITS", "off".to_owned()),
        ];
        if let Data::Shared { postgres, redis } = data {
            variables.push(("BAILIWICK_DATABASE_URL", (*postgres).to_owned()));
            variables.push(("BAILIWICK_REDIS_URL", (*redis).to_owned()));
        }
        let settings =
            Settings { program: program.to_owned(), folder: folder.to_owned(), variables, address };
        let mut command = daemon::tied(program);
        let log = folder.join("server.log");
        let mut daemon = Daemon::start("the server", settings.apply(&mut command), &log)?;
        let healthy =
            || http::get(&settings.address, "/healthz").is_ok_and(|response| response.status == 200);
        daemon.wait_until(PATIENCE, healthy)?;
        Ok(Self { settings, _daemon: daemon })
    }

    /// Signs up a user who owns an account.
    pub fn sign_up(&self) -> Outcome<User> {
        let body = json!({
            "email": format!("hostile-{}@example.com", std::process::id()),
            "password": "a-long-enough-passphrase-4711",
            "name": "Hostile",
            "account_name": "Hostile Ltd",
            "role_model": "standard",
        });
        let response = http::post_json(&self.settings.address, "/v1/signup", &body.to_string())?;
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

    /// Makes a platform key.
    pub fn platform_key(&self) -> Outcome<String> {
        let mut command = Command::new(&self.settings.program);
        self.settings.apply(&mut command).args(["platform-key", "create", "--name", "hostile"]);
        Ok(process::output(&mut command)?.trim().to_owned())
    }

    /// Fails when it does not answer any more.
    pub fn still_answers(&self) -> Outcome {
        match http::get(&self.settings.address, "/healthz") {
            Ok(response) if response.status == 200 => Ok(()),
            Ok(response) => Err(format!("after all this /healthz answers {}", response.status).into()),
            Err(error) => Err(format!("after all this the server is gone: {error}").into()),
        }
    }
}
