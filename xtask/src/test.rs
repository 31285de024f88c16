//! `cargo xtask test [containers | ARGS]`: every test of the workspace, on SQLite and on PostgreSQL with Redis; the
//! hostile client on both; the clients' examples; and the tests that start containers. The end-to-end tests run the real
//! binary, so it is built first, and they are told where it and the servers are.

use std::path::PathBuf;
use std::process::Command;

use crate::engine::Engine;
use crate::process::{self, Outcome};
use crate::server::Data;
use crate::servers::{self, Servers};
use crate::tools;
use crate::workspace::{FEATURES, Workspace};
use crate::{examples, hostile};

/// Enough to meet every operation with odd input on each run; `cargo xtask hostile --examples N` goes deeper.
const FEW: u32 = 10;
/// The tests that need a browser are in a module of this name.
const BROWSER: &str = "passkeys::a_chromium";
/// The tests that start containers are in modules of this name.
const CONTAINERS: &str = "containers::";
const CONTAINERS_TITLE: &str = "tests with containers";
/// Names the store of tests that run on either.
const STORE: &str = "BAILIWICK_TEST_STORE";
/// The end-to-end tests that run on either store are in modules whose names begin so.
const JOURNEYS: [&str; 3] = ["sso", "second_factor", "guessing"];

/// What tests talk to.
struct Peers {
    servers: Servers,
    /// Where the programs are of those that tests start by themselves.
    programs: (&'static str, PathBuf),
    /// A Python that has a mail server.
    mail: PathBuf,
    /// A folder with what users of the tests sign in by.
    sign_in: PathBuf,
    /// A browser, where there is one.
    chromium: Option<PathBuf>,
}

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    // Server and tests in one go: apart, the libraries would be compiled twice, for two sets of features.
    process::step("build the server and the tests", || {
        process::run(
            workspace.cargo(&["build", "--workspace", "--bins", "--tests", "--locked"]).args(FEATURES),
        )
    })?;
    let servers = process::step("find or bring PostgreSQL and Redis", Servers::bring)?;
    let (mail, sign_in) = (tools::aiosmtpd(workspace)?, tools::peers(workspace)?);
    let peers = Peers { servers, programs: servers::programs()?, mail, sign_in, chromium: chromium() };
    if args == ["containers"] {
        return process::step(CONTAINERS_TITLE, || containers(workspace, &peers));
    }
    if !args.is_empty() {
        println!("\nwith arguments only the Rust tests run, without an engine for those with containers");
        return process::step("Rust tests", || process::run(rust(workspace, &peers).args(args)));
    }
    let server = workspace.server();
    let attack = |data: &Data| hostile::attack(workspace, &server, FEW, data);
    let steps = [
        process::step("Rust tests", || {
            let mut tests = rust(workspace, &peers);
            tests.args(["--", "--skip", CONTAINERS]);
            if peers.chromium.is_none() {
                tests.args(["--skip", BROWSER]);
            }
            process::run(&mut tests)
        }),
        process::step("use cases, API and sign-ins on PostgreSQL and Redis", || {
            on_servers(workspace, &peers)
        }),
        process::step("hostile client, SQLite", || attack(&Data::File)),
        process::step("hostile client, two nodes on PostgreSQL and Redis", || {
            attack(&Data::Shared { postgres: peers.servers.postgres(), redis: peers.servers.redis() })
        }),
        process::step("clients' examples", || examples::all(workspace, &server)),
        process::step(CONTAINERS_TITLE, || containers(workspace, &peers)),
    ];
    steps.into_iter().collect()
}

/// All Rust tests; arguments choose among them.
fn rust(workspace: &Workspace, peers: &Peers) -> Command {
    let mut cargo = if has_nextest(workspace) {
        workspace.cargo(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast"])
    } else {
        workspace.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"])
    };
    cargo.args(FEATURES);
    tell(&mut cargo, workspace, peers);
    cargo
}

/// Tells tests where all that they talk to is.
fn tell(cargo: &mut Command, workspace: &Workspace, peers: &Peers) {
    cargo.env("BAILIWICK_BIN", workspace.server()).envs(peers.servers.variables());
    cargo.env("BAILIWICK_TEST_SMTP_PYTHON", &peers.mail).env(peers.programs.0, &peers.programs.1);
    cargo.env("BAILIWICK_TEST_PEERS", &peers.sign_in);
    cargo.envs(peers.chromium.iter().map(|chromium| ("BAILIWICK_TEST_CHROMIUM", chromium)));
}

/// A browser; where there is none and none can be installed its tests do not run, and that is said.
fn chromium() -> Option<PathBuf> {
    let found = tools::chromium();
    if let Err(failure) = &found {
        println!("    NOT RUN: the tests of passkeys with a browser: {}", failure.message);
    }
    found.ok()
}

fn has_nextest(workspace: &Workspace) -> bool {
    process::succeeds(&mut workspace.cargo(&["nextest", "--version"]))
}

/// What runs on either store: the use cases, the API, and the journeys of `places.rs`. All of it ran
/// on SQLite with the rest.
fn on_servers(workspace: &Workspace, peers: &Peers) -> Outcome {
    if has_nextest(workspace) {
        let journeys = JOURNEYS.map(|module| format!("test(/^{module}/)")).join(" + ");
        let filter = format!(
            "package(bailiwick-usecases) + package(bailiwick-adapter-http) + (package(bailiwick-tests) & ({journeys}))"
        );
        let mut cargo = rust(workspace, peers);
        return process::run(cargo.args(["-E", &filter]).env(STORE, "postgres"));
    }
    let of_crates = ["test", "--locked", "-p", "bailiwick-usecases", "-p", "bailiwick-adapter-http"];
    let of_journeys = [&["test", "--locked", "-p", "bailiwick-tests", "--"], &JOURNEYS[..]].concat();
    [&of_crates[..], &of_journeys].into_iter().try_for_each(|arguments| {
        let mut cargo = workspace.cargo(arguments);
        tell(&mut cargo, workspace, peers);
        process::run(cargo.env(STORE, "postgres"))
    })
}

/// Where no engine answers and none can be started they do not run, and that is said.
fn containers(workspace: &Workspace, peers: &Peers) -> Outcome {
    let private;
    let engine = match peers.servers.engine() {
        Some(engine) => engine,
        None => match Engine::of_our_own() {
            Ok(engine) => {
                private = engine;
                &private
            }
            Err(failure) => {
                println!("    NOT RUN: there is no Docker engine for these tests: {}", failure.message);
                return Ok(());
            }
        },
    };
    let images = engine.images(workspace)?;
    process::run(rust(workspace, peers).arg(CONTAINERS).envs(engine.variables(images)))
}
