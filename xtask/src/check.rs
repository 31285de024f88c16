//! `cargo xtask check [STEP...]`: everything that can be judged without running the product's tests. All steps run, or
//! those named, whatever failed before them; the failed ones are named at the end.

use crate::process::{self, Failure, Outcome};
use crate::workspace::{FEATURES, Workspace};
use crate::{breaking, clients, layers, openapi, tools};

type Step = (&'static str, fn(&Workspace) -> Outcome);

const STEPS: &[Step] = &[
    ("fmt", fmt),
    ("clippy", clippy),
    ("newcomer", newcomer),
    ("layers", |workspace| layers::run(workspace, &[])),
    ("openapi", openapi::check),
    ("breaking", breaking::check),
    ("clients", clients::check),
    ("machete", machete),
    ("deny", deny),
    ("typos", typos),
];

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let steps = chosen(args)?;
    let failed: Vec<&str> = steps
        .iter()
        .filter(|(title, work)| process::step(title, || work(workspace)).is_err())
        .map(|(title, _)| *title)
        .collect();
    println!();
    if failed.is_empty() {
        println!("check: good: {}", titles(&steps));
        return Ok(());
    }
    Err(format!("check: {} of {} steps failed: {}", failed.len(), steps.len(), failed.join(", ")).into())
}

/// All steps, or those named.
fn chosen(names: &[String]) -> Outcome<Vec<Step>> {
    if let Some(name) = names.iter().find(|name| !STEPS.iter().any(|(title, _)| title == name)) {
        return Err(Failure {
            message: format!("check has no step `{name}`; it has: {}", titles(STEPS)),
            code: 2,
        });
    }
    let is_chosen = |title: &str| names.is_empty() || names.iter().any(|name| name == title);
    Ok(STEPS.iter().copied().filter(|(title, _)| is_chosen(title)).collect())
}

fn titles(steps: &[Step]) -> String {
    steps.iter().map(|(title, _)| *title).collect::<Vec<_>>().join(", ")
}

fn fmt(workspace: &Workspace) -> Outcome {
    process::run(&mut workspace.cargo(&["fmt", "--all", "--check"]))
}

fn clippy(workspace: &Workspace) -> Outcome {
    let mut cargo = workspace.cargo(&["clippy", "--workspace", "--all-targets", "--locked"]);
    process::run(cargo.args(FEATURES).args(["--", "-D", "warnings"]))
}

/// What a newcomer's `cargo run` builds: without the features that everything else is checked and tested with.
fn newcomer(workspace: &Workspace) -> Outcome {
    process::run(&mut workspace.cargo(&["check", "-p", "bailiwick", "--locked"]))
}

fn machete(workspace: &Workspace) -> Outcome {
    let program = tools::machete(workspace)?;
    process::run(&mut workspace.command(&program, &["--skip-target-dir"]))
}

fn deny(workspace: &Workspace) -> Outcome {
    let program = tools::deny(workspace)?;
    let mut args = vec!["--locked", "check", "bans", "licenses", "sources"];
    if std::env::var("BAILIWICK_CHECK_ADVISORIES").is_ok_and(|value| value == "1") {
        args.push("advisories");
    } else {
        println!("    advisories are left out: their database is fetched from the internet;");
        println!("    BAILIWICK_CHECK_ADVISORIES=1 includes them");
    }
    process::run(&mut workspace.command(&program, &args))
}

fn typos(workspace: &Workspace) -> Outcome {
    let program = tools::typos(workspace)?;
    process::run(&mut workspace.command(&program, &["--config", "_typos.toml"]))
}
