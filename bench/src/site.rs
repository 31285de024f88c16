//! Where a run happens: the server's binary and a folder of its own, which goes with this value.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::Result;
use crate::process::Process;

pub struct Site {
    program: PathBuf,
    folder: TempDir,
}

impl Site {
    /// The folder is beside this program, so that what is written goes to a disk as the server's data does.
    pub fn new(program: Option<PathBuf>) -> Result<Self> {
        let own = std::env::current_exe()?;
        let beside = own.parent().ok_or("this program lies in no folder")?;
        let program = program.unwrap_or_else(|| beside.join("bailiwick"));
        let program = program.canonicalize().map_err(|error| format!("{}: {error}", program.display()))?;
        Ok(Self { program, folder: tempfile::Builder::new().prefix("bench-").tempdir_in(beside)? })
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn database(&self) -> PathBuf {
        self.data().join("bailiwick.db")
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
        // The default is `info`, which says nothing about single requests either, and warns that the limits are off.
        command.env("BAILIWICK_LOG", "error");
        command
    }

    /// Serves the data of this run.
    pub async fn serve(&self) -> Result<Process> {
        Process::start(&mut self.command(&self.data())).await
    }

    /// Serves from an empty folder.
    pub async fn serve_anew(&self, name: &str) -> Result<Process> {
        Process::start(&mut self.command(&self.folder.path().join(name))).await
    }

    /// Starts the bare handlers on the same database.
    pub async fn serve_bare(&self) -> Result<Process> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg("--database").arg(self.database());
        command.arg("--scratch").arg(self.folder.path().join("scratch.db"));
        Process::start(&mut command).await
    }

    pub fn platform_key(&self) -> Result<String> {
        let output =
            self.command(&self.data()).args(["platform-key", "create", "--name", "bench"]).output()?;
        if !output.status.success() {
            return Err(format!("platform-key create ended with {}", output.status).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }
}
