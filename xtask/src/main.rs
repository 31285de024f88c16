//! The developer's verbs: `cargo xtask VERB`. This file knows their names and one line about each, nothing more; each
//! verb lives in the file of its name. `.ci/run` calls two of them, and nothing else knows how to check this project.

mod bench;
mod breaking;
mod check;
mod clients;
mod crash;
mod daemon;
mod db;
mod debian;
mod dev;
mod end_to_end;
mod engine;
mod examples;
mod hostile;
mod http;
mod layers;
mod openapi;
mod outage;
mod process;
mod revocation;
mod seed;
mod server;
mod servers;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use process::{Failure, Outcome};
use workspace::Workspace;

struct Verb {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&Workspace, &[String]) -> Outcome,
}

const VERBS: &[Verb] = &[
    Verb {
        name: "check",
        usage: "check [STEP...]",
        about: "format, lints, layers, API document, breaking changes, clients, unused dependencies, licences, spelling",
        run: check::run,
    },
    Verb {
        name: "test",
        usage: "test [containers | ARGS]",
        about: "every test, the hostile client, the clients' examples; or the Rust tests with containers; or as ARGS say",
        run: test::run,
    },
    Verb {
        name: "hostile",
        usage: "hostile [--examples N] [--nodes]",
        about: "run schemathesis against a server of its own, or two on PostgreSQL and Redis",
        run: hostile::run,
    },
    Verb {
        name: "crash",
        usage: "crash [--kills N] [--database postgres]",
        about: "kill a server under writes again and again, and look for what was lost",
        run: crash::run,
    },
    Verb {
        name: "revocation",
        usage: "revocation [--trials N]",
        about: "how soon one of two nodes refuses what the other revoked: grants, memberships, sessions",
        run: revocation::run,
    },
    Verb {
        name: "outage",
        usage: "outage redis|postgres [--seconds N]",
        about: "take a part away under load on two nodes, and count wrong answers",
        run: outage::run,
    },
    Verb {
        name: "db",
        usage: "db up",
        about: "PostgreSQL and Redis for work by hand, until Ctrl-C",
        run: db::run,
    },
    Verb {
        name: "openapi",
        usage: "openapi [--check]",
        about: "write openapi/openapi.json from the code, or compare the two",
        run: openapi::run,
    },
    Verb {
        name: "clients",
        usage: "clients [--check]",
        about: "generate the clients of the committed API document, or compare",
        run: clients::run,
    },
    Verb {
        name: "examples",
        usage: "examples",
        about: "run the clients' examples against a server of its own",
        run: examples::run,
    },
    Verb {
        name: "layers",
        usage: "layers",
        about: "who may depend on whom, versions from the workspace, lints switched on",
        run: layers::run,
    },
    Verb {
        name: "bench",
        usage: "bench WHAT [ARGS]",
        about: "measure: `decision` in process, `http`, the server beside a bare one, or `usage`; each takes --help",
        run: bench::run,
    },
    Verb {
        name: "seed",
        usage: "seed [ARGS]",
        about: "fill a database with a million members in 10,000 accounts, or other numbers; takes --help",
        run: seed::run,
    },
    Verb {
        name: "dev",
        usage: "dev [ARGS]",
        about: "run the server from the sources, as `cargo run` does",
        run: dev::run,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {}", failure.message);
            ExitCode::from(failure.code)
        }
    }
}

fn dispatch(args: &[String]) -> Outcome {
    let (name, rest) = match args {
        [] => ("help", args),
        [name, rest @ ..] => (name.as_str(), rest),
    };
    if let Some(verb) = VERBS.iter().find(|verb| verb.name == name) {
        return (verb.run)(&Workspace::find()?, rest);
    }
    print_help();
    match name {
        "help" | "-h" | "--help" => Ok(()),
        other => Err(Failure { message: format!("no verb `{other}`"), code: 2 }),
    }
}

fn print_help() {
    println!("cargo xtask VERB, with one of:");
    for verb in VERBS {
        println!("  {:<40}{}", verb.usage, verb.about);
    }
    println!("  {:<40}this list", "help");
}
