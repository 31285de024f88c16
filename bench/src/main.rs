//! `cargo xtask bench http`: what the server costs over HTTP on this machine, next to a bare handler of the same
//! framework in one interleaved run; `cargo xtask bench usage`; and `cargo xtask seed`. It looks at the server from outside, as any client does; only
//! the rows of a large deployment are put into the database by hand.

mod bare;
mod cases;
mod clock;
mod database;
mod entities;
mod group;
mod histogram;
mod http;
mod limits;
mod load;
mod mail;
mod measure;
mod names;
mod others;
mod peer;
mod process;
mod report;
mod run;
mod seed;
mod sign_ins;
mod site;
mod usage;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use database::Database;
use seed::Population;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// As the server has it, so that the bare handlers are measured with the same allocator.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure the server next to the bare handlers
    Http(Options),
    /// Count usage next to bare inserts of the same rows, and look whether the sums are exact
    Usage(usage::Options),
    /// Be the bare handlers; the measurement starts this by itself
    Bare {
        /// The server's database
        #[arg(long)]
        database: Database,
        /// A SQLite file to write into, where the database is one that is only read
        #[arg(long)]
        scratch: PathBuf,
    },
    /// Fill the database that `BAILIWICK_DATABASE_URL` names with accounts and members; its tables are there already
    Seed {
        #[command(flatten)]
        population: Population,
    },
}

#[derive(Args)]
struct Options {
    /// How long each case is driven at a time; each is driven five times at each number of connections
    #[arg(long, default_value_t = 1.0)]
    seconds: f64,
    /// The numbers of connections, with commas between
    #[arg(long, value_delimiter = ',', default_value = "1,32,128")]
    connections: Vec<usize>,
    #[command(flatten)]
    setting: Setting,
    /// How many keys of keysets are stored
    #[arg(long, default_value_t = 1_000_000)]
    keys: u32,
    /// Measure on large data, too: so many members
    #[arg(long, requires = "accounts")]
    members: Option<u32>,
    /// In so many accounts
    #[arg(long, requires = "members")]
    accounts: Option<u32>,
    /// Measure better-auth, too, which is installed in this folder
    #[arg(long, requires = "database")]
    peer: Option<PathBuf>,
    /// Write the figures there, too
    #[arg(long)]
    json: Option<PathBuf>,
    /// Only the cases with this in their names (and what they are compared with)
    #[arg(long)]
    only: Option<String>,
}

/// What is measured, and on what.
#[derive(Args)]
struct Setting {
    /// A PostgreSQL server on which the run makes databases of its own: postgres://… SQLite without it
    #[arg(long)]
    database: Option<Database>,
    /// A Redis server that the run has for itself: redis://…, without a database's number
    #[arg(long)]
    redis: Option<String>,
    /// How many server processes share the load
    #[arg(long, default_value_t = 1)]
    nodes: usize,
    /// The server's binary; the one beside this program without it
    #[arg(long)]
    server: Option<PathBuf>,
}

impl Options {
    fn wants(&self, name: &str) -> bool {
        self.only.as_deref().is_none_or(|only| name.contains(only))
    }

    fn population(&self) -> Option<Population> {
        Some(Population { members: self.members?, accounts: self.accounts? })
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bare { database, scratch } => bare::run(&database, &scratch),
        Command::Http(options) => measure_all(&options),
        Command::Usage(options) => on_all_threads(usage::run(&options)),
        Command::Seed { population } => on_one_thread(seed_database(population)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The load must leave as much of the machine as it can to what it measures.
fn on_one_thread<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    until_stopped(&tokio::runtime::Builder::new_current_thread().enable_all().build()?, work)
}

/// What is compared with does its work in this process, too.
fn on_all_threads<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    until_stopped(&tokio::runtime::Builder::new_multi_thread().enable_all().build()?, work)
}

fn until_stopped<T>(runtime: &tokio::runtime::Runtime, work: impl Future<Output = Result<T>>) -> Result<T> {
    runtime.block_on(async {
        tokio::select! {
            done = work => done,
            stopped = stop_signal() => Err(stopped.err().unwrap_or_else(|| "stopped".into())),
        }
    })
}

async fn seed_database(population: Population) -> Result {
    let url = std::env::var("BAILIWICK_DATABASE_URL")
        .map_err(|error| format!("BAILIWICK_DATABASE_URL: {error}"))?;
    seed::populate(&url.parse()?, population).await
}

fn measure_all(options: &Options) -> Result {
    let report = on_one_thread(run::http(options))?;
    report.print();
    if let Some(file) = &options.json {
        std::fs::write(file, report.json()?).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    match report.errors() {
        0 => Ok(()),
        errors => Err(format!("{errors} requests failed").into()),
    }
}

async fn stop_signal() -> Result {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        done = tokio::signal::ctrl_c() => Ok(done?),
        _ = terminate.recv() => Ok(()),
    }
}
