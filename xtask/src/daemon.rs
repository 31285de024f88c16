//! A program that runs beside a verb and ends with it: when its value is dropped, and on Linux also when the verb itself
//! is killed. What the program is for is its starter's business.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::process::{self, Outcome};

const PAUSE: Duration = Duration::from_millis(50);
/// Pauses until a program that was asked to end is killed: ten seconds.
const LAST_PAUSES: u32 = 200;

pub struct Daemon {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Daemon {
    /// Starts a command made by [`tied`]; what it prints goes to a log file.
    pub fn start(name: &str, command: &mut Command, log: &Path) -> Outcome<Self> {
        let open = || Ok((File::create(log)?, File::options().append(true).open(log)?));
        let (out, errors) =
            open().map_err(|error: std::io::Error| format!("cannot write {}: {error}", log.display()))?;
        let child = command.stdin(Stdio::null()).stdout(out).stderr(errors).spawn();
        let child = child.map_err(|error| format!("cannot start {name}: {error}"))?;
        Ok(Self { name: name.to_owned(), child, log: log.to_owned() })
    }

    /// Waits until it is ready. It fails with the program's log when that ended, or took longer than these seconds.
    pub fn wait_until(&mut self, seconds: u32, mut ready: impl FnMut() -> bool) -> Outcome {
        for _ in 0..seconds * 20 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("{} ended at its start ({status}):\n{}", self.name, self.log()).into());
            }
            if ready() {
                return Ok(());
            }
            sleep(PAUSE);
        }
        Err(format!("{} was not ready after {seconds} s:\n{}", self.name, self.log()).into())
    }

    /// The end of its log.
    fn log(&self) -> String {
        let text = fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        // SIGINT ends every program that is started here in good order. A program that is gone needs none of this.
        if signal("INT", &self.child.id().to_string()) {
            for _ in 0..LAST_PAUSES {
                if !matches!(self.child.try_wait(), Ok(None)) {
                    return;
                }
                sleep(PAUSE);
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command whose process gets SIGINT when this one ends, however it ends, where the system can do that; elsewhere a
/// Ctrl-C reaches both at once.
pub fn tied(program: &Path) -> Command {
    tied_as(None, program)
}

/// The same, as another user of the system, which only root may ask for.
pub fn tied_as(user: Option<&str>, program: &Path) -> Command {
    if !process::succeeds(Command::new("setpriv").args(["--pdeathsig", "INT", "true"])) {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    if let Some(user) = user {
        command.args(["--reuid", user, "--regid", user, "--init-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program);
    command
}

/// A port of this machine that was free a moment ago.
pub fn free_port() -> Outcome<u16> {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    port.map(|address| address.port()).map_err(|error| format!("no free port: {error}").into())
}

/// A folder among the system's temporary ones, which others may enter, and which goes with this value.
pub struct Scratch(pub PathBuf);

impl Scratch {
    /// Its name carries the process's number, so that what a killed run left behind is known, and removed here.
    pub fn new(purpose: &str) -> Outcome<Self> {
        let (all, prefix) = (std::env::temp_dir(), format!("bailiwick-{purpose}-"));
        for entry in fs::read_dir(&all).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let left = name.strip_prefix(&prefix).is_some_and(|pid| !is_running(pid));
            if left {
                remove(&entry.path());
            }
        }
        let folder = all.join(format!("{prefix}{}", std::process::id()));
        fs::create_dir(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

/// Removes a folder, and first the mounts in it, which a Docker engine leaves behind.
fn remove(folder: &Path) {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let targets = mounts.lines().filter_map(|line| line.split(' ').nth(1)).map(Path::new);
    for target in targets.rev().filter(|target| target.starts_with(folder)) {
        process::succeeds(Command::new("umount").arg(target));
    }
    let _ = fs::remove_dir_all(folder);
}

/// Whether a process of this number runs; a number that no one can tell of counts as running.
fn is_running(pid: &str) -> bool {
    pid.parse::<u32>().is_err() || signal("0", pid)
}

/// Sends a signal, and tells whether there was a process to get it. The shell has a `kill` where no package brings one.
fn signal(name: &str, pid: &str) -> bool {
    process::succeeds(Command::new("sh").args(["-c", &format!("kill -{name} {pid}")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = tied(Path::new("sh"));
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_program_that_ends_early_fails_with_its_log() {
        let scratch = Scratch::new("test-early").unwrap();
        let log = scratch.0.join("log");
        let mut daemon = Daemon::start("it", &mut shell("echo no such luck >&2; exit 3"), &log).unwrap();
        let failure = daemon.wait_until(10, || false).unwrap_err();
        assert!(failure.message.contains("no such luck"), "{}", failure.message);
    }

    #[test]
    fn a_program_ends_with_its_value() {
        let scratch = Scratch::new("test-end").unwrap();
        let log = scratch.0.join("log");
        let mut command = shell("trap 'echo asked; exit' INT; echo up; while :; do sleep 0.05; done");
        let mut daemon = Daemon::start("it", &mut command, &log).unwrap();
        daemon.wait_until(10, || fs::read_to_string(&log).unwrap().contains("up")).unwrap();
        drop(daemon);
        assert!(fs::read_to_string(&log).unwrap().contains("asked"));
    }

    #[test]
    fn a_folder_goes_with_its_value() {
        let scratch = Scratch::new("test-folder").unwrap();
        let folder = scratch.0.clone();
        assert!(folder.is_dir());
        drop(scratch);
        assert!(!folder.exists());
    }
}
