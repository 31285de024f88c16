//! A Docker engine for the tests: the one that answers. Also the images they need of it.

use std::path::Path;
use std::process::Command;

use crate::daemon;
use crate::process::{self, Outcome};
use crate::servers::Kind;

/// The label of every container that tests make; its value is the run's own.
const LABEL: &str = "bailiwick.test";

pub struct Engine {
    client: &'static str,
}

impl Engine {
    /// The engine that the client `docker` reaches, on this machine.
    pub fn that_answers() -> Outcome<Self> {
        let elsewhere = std::env::var("DOCKER_HOST").is_ok_and(|host| !host.starts_with("unix:"));
        if elsewhere {
            return Err("the Docker engine of DOCKER_HOST is not of this machine".into());
        }
        let engine = Self { client: "docker" };
        match process::quiet(&mut engine.docker(&["version", "--format", "{{.Server.Version}}"])) {
            Some(version) if !version.trim().is_empty() => Ok(engine),
            _ => Err("no Docker engine answers".into()),
        }
    }

    /// A command of the client.
    pub fn docker(&self, args: &[&str]) -> Command {
        docker(Command::new(self.client), args)
    }

    /// A command of the client that ends with this process.
    pub fn tied(&self, args: &[&str]) -> Command {
        docker(daemon::tied(Path::new(self.client)), args)
    }

    /// The image of a server, which this engine has or gets.
    pub fn image(&self, kind: Kind) -> Outcome<String> {
        let image = std::env::var(variable(kind)).unwrap_or_else(|_| usual(kind).to_owned());
        if process::succeeds(&mut self.docker(&["image", "inspect", &image])) {
            return Ok(image);
        }
        println!("    pulling the image {image}; {} names another", variable(kind));
        match process::run(&mut self.docker(&["pull", "--quiet", &image])) {
            Ok(()) => Ok(image),
            Err(_) => Err(format!("the engine neither has nor gets the image {image}").into()),
        }
    }

    /// The label of this run's containers, as `docker run --label` takes it.
    pub fn label() -> String {
        format!("{LABEL}={}", std::process::id())
    }

    /// Removes what a command lists.
    fn remove(&self, list: &[&str], remove: &[&str]) {
        let found = process::quiet(&mut self.docker(list)).unwrap_or_default();
        let ids: Vec<&str> = found.split_whitespace().collect();
        if !ids.is_empty() {
            process::succeeds(self.docker(remove).args(ids));
        }
    }
}

impl Drop for Engine {
    /// Removes what this run left in the engine: a test that was killed could not.
    fn drop(&mut self) {
        let containers = ["ps", "-aq", "--filter", &format!("label={}", Self::label())];
        let networks =
            ["network", "ls", "-q", "--filter", &format!("name=bailiwick-{}-", std::process::id())];
        self.remove(&containers, &["rm", "-f"]);
        self.remove(&networks, &["network", "rm"]);
    }
}

fn docker(mut client: Command, args: &[&str]) -> Command {
    client.args(args);
    client
}

fn variable(kind: Kind) -> &'static str {
    match kind {
        Kind::Postgres => "BAILIWICK_TEST_POSTGRES_IMAGE",
        Kind::Redis => "BAILIWICK_TEST_REDIS_IMAGE",
    }
}

fn usual(kind: Kind) -> &'static str {
    match kind {
        Kind::Postgres => "postgres:17-alpine",
        Kind::Redis => "redis:7-alpine",
    }
}
