//! `cargo xtask hostile [--examples N] [--nodes]`: schemathesis reads the served API document and tries to break the
//! server, once as a signed-in user and once with a platform key. The server is started for it, on a free port, over a
//! folder of its own under `target/`, and ended afterwards; with `--nodes` there are two of them on PostgreSQL and Redis,
//! one for each run. Reasoned exceptions are in `xtask/schemathesis.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::daemon::{self, Daemon};
use crate::process::{self, Failure, Outcome};
use crate::servers::Servers;
use crate::workspace::Workspace;
use crate::{http, tools};

const EXAMPLES: u32 = 10;
/// Fixed, so that a run can be had again.
const SEED: &str = "20260101";
/// Seconds until a started server must answer.
const PATIENCE: u32 = 30;
/// The deployment's key, which nodes share: 32 zeros, since it guards nothing.
const SECRET_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
/// Stands in `schemathesis.toml` for the account that the user of this run owns.
const ACCOUNT: &str = "{{account}}";

/// Where the servers keep what they keep.
pub enum Data<'a> {
    /// One server, on SQLite.
    File,
    /// Two, on the same servers.
    Shared { postgres: &'a str, redis: &'a str },
}

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let (examples, nodes) = parse(args)?;
    let server = if let Some(given) = std::env::var_os("BAILIWICK_BIN") {
        fs::canonicalize(&given).map_err(|error| format!("BAILIWICK_BIN: {error}"))?
    } else {
        process::run(&mut workspace.cargo(&["build", "-p", "bailiwick", "--locked"]))?;
        workspace.server()
    };
    if !nodes {
        return attack(workspace, &server, examples, &Data::File);
    }
    let servers = Servers::bring()?;
    let data = Data::Shared { postgres: servers.postgres(), redis: servers.redis() };
    attack(workspace, &server, examples, &data)
}

fn parse(args: &[String]) -> Outcome<(u32, bool)> {
    let usage =
        || Failure { message: "usage: cargo xtask hostile [--examples N] [--nodes]".to_owned(), code: 2 };
    let (mut examples, mut nodes) = (EXAMPLES, false);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--nodes" => nodes = true,
            "--examples" => {
                examples = args.next().and_then(|number| number.parse().ok()).ok_or_else(usage)?;
            }
            _ => return Err(usage()),
        }
    }
    Ok((examples, nodes))
}

/// Both runs. Where nothing was found nothing is kept.
pub fn attack(workspace: &Workspace, program: &Path, examples: u32, data: &Data) -> Outcome {
    let folder = workspace.target.join("hostile").join(std::process::id().to_string());
    let _ = fs::remove_dir_all(&folder);
    let outcome = attack_from(&folder, workspace, program, examples, data);
    if outcome.is_err() {
        println!("    the servers' own logs: target/hostile/{}/*/server.log", std::process::id());
        return outcome;
    }
    fs::remove_dir_all(&folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()).into())
}

/// The second run follows whatever the first found.
fn attack_from(folder: &Path, workspace: &Workspace, program: &Path, examples: u32, data: &Data) -> Outcome {
    let schemathesis = tools::schemathesis(workspace)?;
    let first = Server::start(program, &folder.join("one"), data)?;
    let second = match data {
        Data::File => None,
        Data::Shared { .. } => Some(Server::start(program, &folder.join("two"), data)?),
    };
    let second = second.as_ref().unwrap_or(&first);
    let user = first.sign_up()?;
    let key = first.platform_key()?;
    let template = workspace.root.join("xtask/schemathesis.toml");
    let config = folder.join("schemathesis.toml");
    let written = fs::read_to_string(template)
        .and_then(|text| fs::write(&config, text.replace(ACCOUNT, &user.account)));
    written.map_err(|error| format!("cannot prepare schemathesis.toml: {error}"))?;

    let by = |title: &str, server: &Server, token: &str, examples: u32| {
        println!("\n--- as {title}, {examples} examples an operation");
        process::run(&mut server.schemathesis(&schemathesis, &config, token, examples))
    };
    let by_user = by("a signed-in user", &first, &user.token, examples);
    let by_key = by("a platform key", second, &key, (examples / 3).max(1));
    by_user.and(by_key).and_then(|()| first.still_answers()).and_then(|()| second.still_answers())
}

struct User {
    account: String,
    token: String,
}

/// A server that ends with this value.
struct Server {
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
    fn start(program: &Path, folder: &Path, data: &Data) -> Outcome<Self> {
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

    fn sign_up(&self) -> Outcome<User> {
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

    fn platform_key(&self) -> Outcome<String> {
        let mut command = Command::new(&self.settings.program);
        self.settings.apply(&mut command).args(["platform-key", "create", "--name", "hostile"]);
        Ok(process::output(&mut command)?.trim().to_owned())
    }

    fn schemathesis(&self, program: &Path, config: &Path, token: &str, examples: u32) -> Command {
        let mut command = Command::new(program);
        let url = format!("http://{}", self.settings.address);
        command.current_dir(&self.settings.folder);
        command.arg("--config-file").arg(config).arg("run").arg(format!("{url}/openapi.json"));
        command.args(["-u", &url, "-H", &format!("Authorization: Bearer {token}")]);
        command.args(["--checks", "all", "--seed", SEED, "--max-examples", &examples.to_string()]);
        command
    }

    fn still_answers(&self) -> Outcome {
        match http::get(&self.settings.address, "/healthz") {
            Ok(response) if response.status == 200 => Ok(()),
            Ok(response) => Err(format!("after all this /healthz answers {}", response.status).into()),
            Err(error) => Err(format!("after all this the server is gone: {error}").into()),
        }
    }
}
