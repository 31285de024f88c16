//! A Docker engine for the tests: the one that answers, or one of our own beside it. Also the images they need of it.

use std::path::Path;
use std::process::Command;

use crate::daemon::{self, Daemon, Scratch};
use crate::debian;
use crate::process::{self, Failure, Outcome};
use crate::servers::Kind;
use crate::workspace::Workspace;

/// The label of every container that tests make; its value is the run's own.
const LABEL: &str = "bailiwick.test";
/// Seconds, for an engine to answer.
const PATIENCE: u32 = 60;

pub struct Engine {
    /// Of one of our own.
    private: Option<Private>,
}

/// The engine goes before its folder.
struct Private {
    host: String,
    daemon: Daemon,
    _folder: Scratch,
}

impl Engine {
    /// The engine that the client `docker` reaches, on this machine.
    pub fn that_answers() -> Outcome<Self> {
        let elsewhere = std::env::var("DOCKER_HOST").is_ok_and(|host| !host.starts_with("unix:"));
        if elsewhere {
            return Err("the Docker engine of DOCKER_HOST is not of this machine".into());
        }
        let engine = Self { private: None };
        match process::quiet(&mut engine.docker(&["version", "--format", "{{.Server.Version}}"])) {
            Some(version) if !version.trim().is_empty() => Ok(engine),
            _ => Err("no Docker engine answers".into()),
        }
    }

    /// An engine of this run's own, which only root can start. It leaves the firewall and the routes as they are, so
    /// containers need a network of their own, and don't reach beyond this machine.
    pub fn of_our_own() -> Outcome<Self> {
        if !debian::is_root() {
            return Err("only root can start a Docker engine".into());
        }
        if !process::succeeds(Command::new("dockerd").arg("--version")) {
            debian::install(&["docker.io"])?;
        }
        println!("    starting a Docker engine of this run's own");
        let folder = Scratch::new("engine")?;
        let path = |name: &str| folder.0.join(name).to_string_lossy().into_owned();
        let host = format!("unix://{}", path("socket"));
        let mut command = daemon::tied(Path::new("dockerd"));
        command.args(["--host", &host, "--data-root", &path("data"), "--exec-root", &path("exec")]);
        command.args(["--pidfile", &path("pid"), "--bridge=none", "--iptables=false"]);
        command.args(["--ip6tables=false", "--ip-forward=false", "--ip-masq=false"]);
        let daemon = Daemon::start("dockerd", &mut command, &folder.0.join("log"))?;
        let mut private = Private { host, daemon, _folder: folder };
        let mut version = docker(Command::new("docker"), Some(&private), &["version"]);
        private.daemon.wait_until(PATIENCE, || process::succeeds(&mut version))?;
        Ok(Self { private: Some(private) })
    }

    /// A command of the client.
    pub fn docker(&self, args: &[&str]) -> Command {
        docker(Command::new("docker"), self.private.as_ref(), args)
    }

    /// A command of the client that ends with this process.
    pub fn tied(&self, args: &[&str]) -> Command {
        docker(daemon::tied(Path::new("docker")), self.private.as_ref(), args)
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

    /// The images of both servers; on Debian made of its packages where the engine gets none.
    pub fn images(&self, workspace: &Workspace) -> Outcome<[String; 2]> {
        let both = || Ok([self.image(Kind::Postgres)?, self.image(Kind::Redis)?]);
        both().or_else(|failure: Failure| {
            if !debian::is_debian() || !debian::is_root() {
                return Err(failure);
            }
            println!("    {}: making images of this machine's own packages", failure.message);
            self.make_images(workspace)
        })
    }

    fn make_images(&self, workspace: &Workspace) -> Outcome<[String; 2]> {
        let needed = ["/bin/busybox", "/usr/bin/redis-server", "/usr/lib/postgresql"];
        if !needed.iter().all(|path| Path::new(path).exists()) {
            debian::install(&["busybox-static", "redis-server", "postgresql"])?;
        }
        let names = ["postgres", "redis"].map(|server| format!("bailiwick-test/{server}"));
        let mut script = workspace.command(Path::new("docker/test-images.sh"), &[]);
        if let Some(private) = &self.private {
            script.env("DOCKER_HOST", &private.host);
        }
        process::run(script.args(&names))?;
        Ok(names)
    }

    /// The label of this run's containers, as `docker run --label` takes it.
    pub fn label() -> String {
        format!("{LABEL}={}", std::process::id())
    }

    /// What tells tests which engine to use, with which images, and for which run.
    pub fn variables(&self, images: [String; 2]) -> Vec<(&'static str, String)> {
        let [postgres, redis] = images;
        let mut variables = vec![
            (variable(Kind::Postgres), postgres),
            (variable(Kind::Redis), redis),
            ("BAILIWICK_TEST_RUN", std::process::id().to_string()),
        ];
        variables.extend(self.private.as_ref().map(|private| ("DOCKER_HOST", private.host.clone())));
        variables
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

fn docker(mut client: Command, private: Option<&Private>, args: &[&str]) -> Command {
    if let Some(private) = private {
        client.env("DOCKER_HOST", &private.host);
    }
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
