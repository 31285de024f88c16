//! `cargo xtask hostile [--examples N] [--nodes]`: schemathesis reads the served API document and tries to break the
//! server, once as a signed-in user and once with a platform key. The server is started for it, on a free port, over a
//! folder of its own under `target/`, and ended afterwards; with `--nodes` there are two of them on PostgreSQL and Redis,
//! one for each run. Reasoned exceptions are in `xtask/schemathesis.toml`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, Failure, Outcome};
use crate::server::{self, Data, Server};
use crate::servers::Servers;
use crate::tools;
use crate::workspace::Workspace;

const EXAMPLES: u32 = 10;
/// Fixed, so that a run can be had again.
const SEED: &str = "20260101";
/// Stands in `schemathesis.toml` for the account that the user of this run owns.
const ACCOUNT: &str = "{{account}}";

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let (examples, nodes) = parse(args)?;
    let server = server::program(workspace)?;
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
fn attack_from(folder: &Path, workspace: &Workspace, server: &Path, examples: u32, data: &Data) -> Outcome {
    let program = tools::schemathesis(workspace)?;
    let first = Server::start(server, &folder.join("one"), data)?;
    let second = match data {
        Data::File => None,
        Data::Shared { .. } => Some(Server::start(server, &folder.join("two"), data)?),
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
        process::run(&mut schemathesis(&program, server, &config, token, examples))
    };
    let by_user = by("a signed-in user", &first, &user.token, examples);
    let by_key = by("a platform key", second, &key, (examples / 3).max(1));
    by_user.and(by_key).and_then(|()| first.still_answers()).and_then(|()| second.still_answers())
}

fn schemathesis(program: &Path, server: &Server, config: &Path, token: &str, examples: u32) -> Command {
    let mut command = Command::new(program);
    let url = server.url();
    command.current_dir(server.folder());
    command.arg("--config-file").arg(config).arg("run").arg(format!("{url}/openapi.json"));
    command.args(["-u", &url, "-H", &format!("Authorization: Bearer {token}")]);
    // It takes the 404 of a made-up member in a body for that of the account in the path.
    command.args(["--exclude-checks", "ensure_resource_availability"]);
    command.args(["--checks", "all", "--seed", SEED, "--max-examples", &examples.to_string()]);
    command
}
