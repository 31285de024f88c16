//! The servers' own programs on this machine, started on free ports over a folder that goes with them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Disk, Kind, Server};
use crate::daemon::{Daemon, Scratch, free_port, tied, tied_as};
use crate::process::{self, Outcome};
use crate::{debian, http};

/// The oldest PostgreSQL that is supported.
const OLDEST: u32 = 15;
const PATIENCE: u32 = 60;

/// The program of a server, where it is installed.
pub fn find(kind: Kind) -> Option<PathBuf> {
    let name = match kind {
        Kind::Postgres => "postgres",
        Kind::Redis => "redis-server",
    };
    // Debian keeps PostgreSQL off the path, a folder a version.
    let newest = (kind == Kind::Postgres).then(|| newest_of(Path::new("/usr/lib/postgresql"))).flatten();
    newest.or_else(|| {
        let version = process::output(Command::new(name).arg("--version")).ok()?;
        let old_enough = kind == Kind::Redis || major(&version)? >= OLDEST;
        old_enough.then(|| PathBuf::from(name))
    })
}

fn newest_of(versions: &Path) -> Option<PathBuf> {
    let folders = fs::read_dir(versions).ok()?.flatten();
    let numbers = folders.filter_map(|folder| folder.file_name().to_str()?.parse::<u32>().ok());
    let newest = numbers.filter(|version| *version >= OLDEST).max()?;
    let program = versions.join(newest.to_string()).join("bin/postgres");
    program.is_file().then_some(program)
}

/// From `postgres (PostgreSQL) 15.4 (...)`.
fn major(version: &str) -> Option<u32> {
    version.split_whitespace().nth(2)?.split('.').next()?.parse().ok()
}

pub fn start(kind: Kind, program: &Path, disk: Disk) -> Outcome<Server> {
    println!("    {}: {} of this machine, on a port of its own", kind.title(), program.display());
    let folder = Scratch::new(kind.package())?;
    let port = free_port()?;
    let log = folder.0.join("log");
    let (url, daemon) = match kind {
        Kind::Postgres => postgres(program, &folder.0, (port, disk), &log)?,
        Kind::Redis => redis(program, &folder.0, port, &log)?,
    };
    Ok(Server { url, _daemon: Some(daemon), _folder: Some(folder) })
}

fn postgres(
    program: &Path,
    folder: &Path,
    (port, disk): (u16, Disk),
    log: &Path,
) -> Outcome<(String, Daemon)> {
    // It refuses to run as root; its package brings a user.
    let user = debian::is_root().then_some("postgres");
    let data = folder.join("data");
    make_for(user, folder, &data)?;
    let mut initdb = tied_as(user, &program.with_file_name("initdb"));
    initdb.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D"]).arg(&data);
    process::output(initdb.current_dir("/"))?;
    let mut command = tied_as(user, program);
    command.arg("-D").arg(&data).args(["-p", &port.to_string()]).current_dir("/");
    let own = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
    for setting in own.iter().chain(disk.settings()) {
        command.args(["-c", setting]);
    }
    let mut daemon = Daemon::start("PostgreSQL", &mut command, log)?;
    // Its last line says so, as pg_ctl reads it.
    let state = data.join("postmaster.pid");
    let ready = || fs::read_to_string(&state).is_ok_and(|text| text.trim_end().ends_with("ready"));
    daemon.wait_until(PATIENCE, ready)?;
    Ok((format!("postgres://postgres@127.0.0.1:{port}/postgres"), daemon))
}

/// Makes a folder that is the user's own.
fn make_for(user: Option<&str>, parent: &Path, folder: &Path) -> Outcome {
    let made = fs::set_permissions(parent, fs::Permissions::from_mode(0o755))
        .and_then(|()| fs::create_dir(folder))
        .and_then(|()| fs::set_permissions(folder, fs::Permissions::from_mode(0o700)));
    made.map_err(|error| format!("cannot prepare {}: {error}", folder.display()))?;
    match user {
        Some(user) => {
            process::output(Command::new("chown").arg(format!("{user}:{user}")).arg(folder)).map(drop)
        }
        None => Ok(()),
    }
}

fn redis(program: &Path, folder: &Path, port: u16, log: &Path) -> Outcome<(String, Daemon)> {
    let mut command = tied(program);
    command.args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--save", "", "--appendonly", "no"]);
    let mut daemon = Daemon::start("Redis", command.arg("--dir").arg(folder), log)?;
    let address = format!("127.0.0.1:{port}");
    daemon.wait_until(PATIENCE, || http::redis_answers(&address))?;
    Ok((format!("redis://{address}"), daemon))
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_version_of_postgres_is_read() {
        assert_eq!(major("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 18beta1"), None);
    }
}
