//! Where a run happens: the server's binary, a folder of its own, which goes with this value, and the database.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::database::Database;
use crate::group::Group;
use crate::names;
use crate::process::Process;
use crate::{Result, Setting, mail};

/// The names of a run's deployments: the ordinary one, and the one on large data.
pub const SMALL: &str = "small";
pub const GROWN: &str = "grown";

pub struct Site {
    program: PathBuf,
    folder: TempDir,
    database: Database,
    /// The server on which the database was made, and its name.
    made_on: Option<(Database, String)>,
    redis: Option<String>,
    /// Where mails go: beside a database server to a mail server, else into files.
    mail: Option<SocketAddr>,
    nodes: usize,
}

impl Site {
    /// The folder is beside this program, so that what is written goes to a disk as the server's data does. A run has a
    /// database of its own, by a name that tells it from others.
    pub async fn new(options: &Setting, name: &str) -> Result<Self> {
        let own = std::env::current_exe()?;
        let beside = own.parent().ok_or("this program lies in no folder")?;
        let program = options.server.clone().unwrap_or_else(|| beside.join("bailiwick"));
        let program = program.canonicalize().map_err(|error| format!("{}: {error}", program.display()))?;
        let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(beside)?;
        let (database, made_on) = match options.database.as_ref().filter(|database| database.is_postgres()) {
            Some(server) => {
                let name = format!("bench_{}_{name}", std::process::id());
                (server.make(&name).await?, Some((server.clone(), name)))
            }
            None => (Database::file(&folder.path().join("data").join("bailiwick.db")), None),
        };
        // Two deployments must not share sessions: their seeded ones have the same tokens.
        let number = u8::from(name == GROWN);
        let redis = options.redis.as_ref().map(|url| format!("{}/{number}", url.trim_end_matches('/')));
        let mail = if database.is_postgres() { Some(mail::serve()?) } else { None };
        Ok(Self { program, folder, database, made_on, redis, mail, nodes: options.nodes })
    }

    /// Removes what does not go with the folder.
    pub async fn remove(self) -> Result {
        match &self.made_on {
            Some((server, name)) => server.remove(name).await,
            None => Ok(()),
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The server's program under the settings of this run and no others that may have been set.
    fn command(&self, data: &Path) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("BAILIWICK_") {
                command.env_remove(name);
            }
        }
        command.current_dir(self.folder.path()).env("BAILIWICK_LISTEN", "127.0.0.1:0");
        command.env("BAILIWICK_DATA_DIR", data).env("BAILIWICK_RATE_LIMITS", "off");
        command.env("BAILIWICK_SECRET_KEY", names::secret_key());
        if self.database.is_postgres() {
            command.env("BAILIWICK_DATABASE_URL", self.database.to_string());
        }
        if let Some(redis) = &self.redis {
            command.env("BAILIWICK_REDIS_URL", redis);
        }
        if let Some(mail) = &self.mail {
            command.env("BAILIWICK_SMTP_URL", format!("smtp://{mail}?tls=none"));
        }
        // The default is `info`, which says nothing about single requests either, and warns that the limits are off.
        command.env("BAILIWICK_LOG", "error");
        command
    }

    /// One process that serves the data of this run.
    pub async fn serve(&self) -> Result<Process> {
        Process::start(&mut self.command(&self.data())).await
    }

    /// As many as the run wants.
    pub async fn serve_nodes(&self) -> Result<Group> {
        let mut nodes = Vec::new();
        for _ in 0..self.nodes {
            nodes.push(self.serve().await?);
        }
        Ok(Group::of(nodes))
    }

    /// Serves from an empty folder.
    pub async fn serve_anew(&self, name: &str) -> Result<Process> {
        Process::start(&mut self.command(&self.folder.path().join(name))).await
    }

    /// Starts the bare handlers on the same database.
    pub async fn serve_bare(&self) -> Result<Process> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg("--database").arg(self.database.to_string());
        command.arg("--scratch").arg(self.folder.path().join("scratch.db"));
        Process::start(&mut command).await
    }

    /// Makes the tables.
    pub fn migrate(&self) -> Result {
        self.output(&["migrate"]).map(drop)
    }

    pub fn platform_key(&self) -> Result<String> {
        Ok(self.output(&["platform-key", "create", "--name", "bench"])?.trim().to_owned())
    }

    fn output(&self, args: &[&str]) -> Result<String> {
        let output = self.command(&self.data()).args(args).output()?;
        if !output.status.success() {
            return Err(format!("bailiwick {} ended with {}", args.join(" "), output.status).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}
