//! `cargo xtask bench http`: what the server costs over HTTP on this machine, next to a bare handler of the same
//! framework in one interleaved run. It looks at the server from outside, as any client does; only the rows of a large
//! deployment are put into the database by hand.

mod bare;
mod cases;
mod clock;
mod entities;
mod histogram;
mod http;
mod limits;
mod load;
mod measure;
mod others;
mod process;
mod report;
mod seed;
mod sign_ins;
mod site;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

use process::Others;
use report::Report;
use site::Site;
use world::World;

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
    /// Be the bare handlers; the measurement starts this by itself
    Bare {
        /// The server's SQLite file, which is only read
        #[arg(long)]
        database: PathBuf,
        /// A SQLite file to write into
        #[arg(long)]
        scratch: PathBuf,
    },
}

#[derive(Args)]
struct Options {
    /// How long each case is driven at a time; each is driven five times at 1, 32 and 128 connections
    #[arg(long, default_value_t = 1.0)]
    seconds: f64,
    /// Write the figures there, too
    #[arg(long)]
    json: Option<PathBuf>,
    /// Only the cases with this in their names (and what they are compared with)
    #[arg(long)]
    only: Option<String>,
    /// The server's binary; the one beside this program without it
    #[arg(long)]
    server: Option<PathBuf>,
}

impl Options {
    fn wants(&self, name: &str) -> bool {
        self.only.as_deref().is_none_or(|only| name.contains(only))
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bare { database, scratch } => bare::run(&database, &scratch),
        Command::Http(options) => measure_all(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// On one thread: the load must leave as much of the machine as it can to what it measures.
fn measure_all(options: &Options) -> Result {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let report = runtime.block_on(async {
        tokio::select! {
            report = http_bench(options) => report,
            stopped = stop_signal() => Err(stopped.err().unwrap_or_else(|| "stopped".into())),
        }
    })?;
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

async fn http_bench(options: &Options) -> Result<Report> {
    let slice = Duration::try_from_secs_f64(options.seconds)?;
    let site = Site::new(options.server.clone())?;
    let others = Others::watch()?;
    eprintln!("preparing: an account of 100 members, one of 100,000, one with 10,000 pending invitations");
    let world = World::make(&site).await?;
    let lines = measure::all(options, &site, &world, slice).await?;
    let mut report = Report { lines, ..Report::default() };
    if options.wants(sign_ins::NAME) {
        report.sign_ins = Some(sign_ins::measure(&site, &world, slice).await?);
    }
    if options.wants(others::START) {
        report.start = Some(others::starts(&site).await?);
    }
    if options.wants(others::MEMORY) {
        report.memory = Some(others::memory(&site).await?);
    }
    report.cores_of_others = others.cores()?;
    report.judge();
    Ok(report)
}
