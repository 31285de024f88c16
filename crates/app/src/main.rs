//! The binary `bailiwick`: what the operator types. Each command is a use case or a few; nothing is decided here.

mod commands;
mod health;
mod log;
mod metrics;
mod patience;
mod serve;
mod settings;
mod system;
mod traces;
mod wiring;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use bailiwick_ports::system::IdSource;
use commands::Failure;
use settings::Settings;
use system::SystemIds;
use traces::Traces;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The account plane of a software product: accounts, members, roles and decisions.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve HTTP (the default)
    Serve,
    /// Bring the database's tables up to date, and exit
    Migrate,
    /// Copy a SQLite database into a new file, also while servers run
    Backup {
        /// The new file
        file: std::path::PathBuf,
    },
    /// Keys of your own product's back end
    #[command(subcommand)]
    PlatformKey(PlatformKeyCommand),
    /// What the server does by its clock
    #[command(subcommand)]
    Jobs(JobsCommand),
    /// What waits to be delivered, such as mails
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// The audit chains
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Role models as documents
    #[command(subcommand)]
    RoleModel(RoleModelCommand),
    /// Print the OpenAPI document
    Openapi,
    /// Ask the running server whether it is alive
    Health,
}

#[derive(Subcommand)]
enum PlatformKeyCommand {
    /// Make a key and print it, this once
    Create {
        /// What you call it
        #[arg(long)]
        name: String,
    },
}

#[derive(Subcommand)]
enum JobsCommand {
    /// Do every job that is due, once, and exit
    Run {
        /// What is due by then, in RFC 3339
        #[arg(long)]
        as_of: Option<String>,
    },
}

#[derive(Subcommand)]
enum OutboxCommand {
    /// List messages by id, a line each
    List {
        /// Those alone that are not tried again by themselves
        #[arg(long)]
        dead: bool,
        /// At most so many
        #[arg(long, default_value_t = 50)]
        limit: u64,
        /// Those after this id
        #[arg(long)]
        after: Option<String>,
    },
    /// Deliver a dead message after all
    Retry {
        /// Its id
        #[arg(required_unless_present = "all")]
        id: Option<String>,
        /// Every dead message
        #[arg(long, conflicts_with = "id")]
        all: bool,
    },
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Check every hash and link; name the first that is broken
    Verify,
}

#[derive(Subcommand)]
enum RoleModelCommand {
    /// Check a document and run the decision tests in it
    Check {
        /// The document
        file: std::path::PathBuf,
    },
    /// Tell who gains and who loses what from one document to another
    Diff {
        /// The present document
        a: std::path::PathBuf,
        /// The next one
        b: std::path::PathBuf,
    },
}

fn main() -> ExitCode {
    // TLS is rustls', and its ciphers are ring's. Nothing else chooses, so there is no choice to lose.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match run(Arguments::parse().command.unwrap_or(Command::Serve)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bailiwick: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Openapi => {
            println!("{}", bailiwick_adapter_http::spec_json());
            Ok(())
        }
        Command::Health => health::check(Settings::load()?.listen),
        Command::RoleModel(RoleModelCommand::Check { file }) => commands::check_role_model(&file),
        Command::RoleModel(RoleModelCommand::Diff { a, b }) => commands::diff_role_models(&a, &b),
        command => {
            let settings = Settings::load()?;
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            let runtime = runtime.map_err(|error| Failure::new(&error))?;
            let _inside = runtime.enter();
            let traces = start_telling(&settings)?;
            let done = runtime.block_on(with_store(command, settings));
            if let Some(traces) = traces {
                traces.stop();
            }
            done
        }
    }
}

/// The log, and the traces where they are wanted.
fn start_telling(settings: &Settings) -> Result<Option<Traces>, Failure> {
    let node = SystemIds::new().uuid();
    let start = |endpoint: &String| Traces::start(endpoint, settings.trace_ratio, node);
    let traces = settings.otlp_endpoint.as_ref().map(start).transpose()?;
    log::init(&settings.log, settings.log_format, traces.as_ref()).map_err(|error| Failure::new(&error))?;
    for name in &settings.unknown_variables {
        tracing::warn!(%name, "an environment variable is named like a setting and is none");
    }
    Ok(traces)
}

async fn with_store(command: Command, settings: Settings) -> Result<(), Failure> {
    match command {
        Command::Migrate => {
            wiring::open_store(&settings).await?;
            println!("the tables are up to date");
            Ok(())
        }
        Command::Backup { file } => commands::back_up(&settings, &file).await,
        Command::PlatformKey(PlatformKeyCommand::Create { name }) => {
            commands::create_platform_key(&settings, name).await
        }
        Command::Jobs(JobsCommand::Run { as_of }) => commands::run_jobs(&settings, as_of.as_deref()).await,
        Command::Outbox(OutboxCommand::List { dead, limit, after }) => {
            commands::outbox::list(&settings, dead, after.as_deref(), limit).await
        }
        Command::Outbox(OutboxCommand::Retry { id, .. }) => {
            commands::outbox::retry(&settings, id.as_deref()).await
        }
        Command::Audit(AuditCommand::Verify) => commands::verify_audit(&settings).await,
        _ => serve::serve(settings).await,
    }
}
