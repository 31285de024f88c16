//! The servers as containers of a Docker engine. The client stays in the foreground, so that the container ends with it.

use super::{Disk, Kind, Server};
use crate::daemon::{Daemon, Scratch};
use crate::engine::Engine;
use crate::http;
use crate::process::{self, Outcome};

const PATIENCE: u32 = 60;

pub fn start(kind: Kind, engine: &Engine, disk: Disk) -> Outcome<Server> {
    let image = engine.image(kind)?;
    println!("    {}: a container of {image}", kind.title());
    let name = format!("bailiwick-{}-{}", kind.package(), std::process::id());
    let folder = Scratch::new(&format!("container-{}", kind.package()))?;
    let port = match kind {
        Kind::Postgres => "5432",
        Kind::Redis => "6379",
    };
    let mut command = engine.tied(&["run", "--rm", "--name", &name, "--label", &Engine::label()]);
    command.arg("-p").arg(format!("127.0.0.1::{port}"));
    match kind {
        Kind::Postgres => {
            command.args(["-e", "POSTGRES_HOST_AUTH_METHOD=trust", &image]);
            command.args(disk.settings().iter().flat_map(|setting| ["-c", setting]));
        }
        Kind::Redis => {
            command.arg(&image);
        }
    }
    let mut daemon = Daemon::start(kind.title(), &mut command, &folder.0.join("log"))?;
    let mut address = String::new();
    daemon.wait_until(PATIENCE, || {
        let published = process::quiet(&mut engine.docker(&["port", &name, port]));
        address = published.and_then(|ports| ports.lines().next().map(str::to_owned)).unwrap_or_default();
        !address.is_empty() && is_ready(kind, engine, &name, &address)
    })?;
    let url = match kind {
        Kind::Postgres => format!("postgres://postgres@{address}/postgres"),
        Kind::Redis => format!("redis://{address}"),
    };
    Ok(Server { url, _daemon: Some(daemon), _folder: Some(folder) })
}

/// While PostgreSQL's image prepares its data it runs a server, but not one that listens on TCP.
fn is_ready(kind: Kind, engine: &Engine, name: &str, address: &str) -> bool {
    match kind {
        Kind::Postgres => {
            process::succeeds(&mut engine.docker(&["exec", name, "pg_isready", "-q", "-h", "127.0.0.1"]))
        }
        Kind::Redis => http::redis_answers(address),
    }
}
