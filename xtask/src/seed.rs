//! `cargo xtask seed [--members N] [--accounts N] [--database URL]`: fills a database with accounts and members, a few large
//! accounts and most of them small, for work on what only shows with many rows.

use crate::bench;
use crate::process::{self, Outcome};
use crate::workspace::Workspace;

const VARIABLE: &str = "BAILIWICK_DATABASE_URL";
/// Where `cargo run` keeps its rows.
const DEFAULT: &str = "sqlite://data/bailiwick.db";

/// The database is the server's own by its variable, or its default, unless one is named. It is handed on by the variable,
/// since its URL may hold a password.
pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    let program = bench::program(workspace)?;
    let mut args = args.to_vec();
    let database = match args.iter().position(|arg| arg == "--database") {
        Some(at) if at + 1 < args.len() => args.drain(at..at + 2).nth(1),
        _ => std::env::var(VARIABLE).ok(),
    };
    let database = database.unwrap_or_else(|| DEFAULT.to_owned());
    let server = program.with_file_name("bailiwick");
    process::run(workspace.command(&server, &["migrate"]).env(VARIABLE, &database))?;
    process::run(workspace.command(&program, &["seed"]).args(args).env(VARIABLE, &database))
}
