//! The PostgreSQL and Redis that tests need, each found or brought in this order, and said out loud: what a variable
//! names, a container, the server's own program on this machine, Debian's package. They end with their values.

mod binaries;
mod containers;

use std::path::PathBuf;

use crate::daemon::{Daemon, Scratch};
use crate::debian;
use crate::engine::Engine;
use crate::process::Outcome;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Postgres,
    Redis,
}

impl Kind {
    fn title(self) -> &'static str {
        match self {
            Self::Postgres => "PostgreSQL",
            Self::Redis => "Redis",
        }
    }
    /// The variable that names one that runs, and by which tests are told.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Postgres => "BAILIWICK_TEST_POSTGRES_URL",
            Self::Redis => "BAILIWICK_TEST_REDIS_URL",
        }
    }
    fn package(self) -> &'static str {
        match self {
            Self::Postgres => "postgresql",
            Self::Redis => "redis-server",
        }
    }
}

/// A server, and what ends with it. Its program goes before its folder.
struct Server {
    url: String,
    _daemon: Option<Daemon>,
    _folder: Option<Scratch>,
}

/// Both, and the engine whose containers they are, if they are.
pub struct Servers {
    postgres: Server,
    redis: Server,
    engine: Option<Engine>,
}

impl Servers {
    /// Finds or brings both.
    pub fn bring() -> Outcome<Self> {
        let engine = Engine::that_answers().inspect_err(|failure| println!("    {}", failure.message)).ok();
        Ok(Self {
            postgres: bring(Kind::Postgres, engine.as_ref())?,
            redis: bring(Kind::Redis, engine.as_ref())?,
            engine,
        })
    }

    pub fn postgres(&self) -> &str {
        &self.postgres.url
    }

    pub fn redis(&self) -> &str {
        &self.redis.url
    }

    /// The engine that answered, if one did.
    pub fn engine(&self) -> Option<&Engine> {
        self.engine.as_ref()
    }

    /// The variables by which tests are told where they are.
    pub fn variables(&self) -> [(&'static str, &str); 2] {
        [(Kind::Postgres.variable(), self.postgres()), (Kind::Redis.variable(), self.redis())]
    }
}

fn bring(kind: Kind, engine: Option<&Engine>) -> Outcome<Server> {
    let title = kind.title();
    if let Some(url) = std::env::var(kind.variable()).ok().filter(|url| !url.is_empty()) {
        println!("    {title}: the one that {} names", kind.variable());
        return Ok(Server { url, _daemon: None, _folder: None });
    }
    if let Some(engine) = engine {
        match containers::start(kind, engine) {
            Ok(server) => return Ok(server),
            Err(failure) => println!("    {title}: no container: {}", failure.message),
        }
    }
    binaries::start(kind, &program(kind)?)
}

/// The programs by which tests start servers that they stop and kill: the variable that says where PostgreSQL's are.
/// Redis's is on the path.
pub fn programs() -> Outcome<(&'static str, PathBuf)> {
    program(Kind::Redis)?;
    let folder = program(Kind::Postgres)?.parent().map(PathBuf::from).unwrap_or_default();
    Ok(("BAILIWICK_TEST_POSTGRES_BIN", folder))
}

fn program(kind: Kind) -> Outcome<PathBuf> {
    let title = kind.title();
    if let Some(program) = binaries::find(kind) {
        return Ok(program);
    }
    println!("    {title}: no program on this machine");
    debian::install(&[kind.package()])?;
    binaries::find(kind)
        .ok_or_else(|| format!("{title} is missing even after {} was installed", kind.package()).into())
}
