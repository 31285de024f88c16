//! A PostgreSQL and a Redis of a test's own, which it can stop, kill, freeze and start again. They end with their values.

use std::fs::{self, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// Pauses of 20 ms until a server must be up.
const PATIENCE: u32 = 3_000;
const PAUSE: Duration = Duration::from_millis(20);

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn signal(process: &Child, signal: Signal) {
    kill_process(Pid::from_child(process), signal).unwrap();
}

/// Whether PostgreSQL waits for the disk, as it does in earnest. Where it does not, a kill loses what was acknowledged last.
#[derive(Clone, Copy)]
pub enum Disk {
    Waited,
    NotWaited,
}

/// A certificate of the name `localhost`, which an authority of the tests' own has signed.
pub struct Certificate;

impl Certificate {
    pub fn authority() -> PathBuf {
        Self::file("ca.pem")
    }

    /// A file of those that tests of mail over TLS use too.
    fn file(name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/adapter-smtp/tests/it/tls");
        folder.join(name).canonicalize().unwrap()
    }
}

pub struct Postgres {
    process: Child,
    port: u16,
    disk: Disk,
    folder: TempDir,
}

/// One of PostgreSQL's programs, from where `cargo xtask test` says they are; it refuses to run as root.
fn postgres_command(name: &str) -> Command {
    let folder = std::env::var_os("BAILIWICK_TEST_POSTGRES_BIN").map(PathBuf::from).unwrap_or_default();
    let program = folder.join(name);
    if !geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "postgres", "--regid", "postgres", "--init-groups", "--"]).arg(program);
    command
}

fn give_to_postgres(path: &Path) {
    if geteuid().is_root() {
        assert!(Command::new("chown").arg("postgres:").arg(path).status().unwrap().success());
    }
}

impl Postgres {
    pub async fn start(disk: Disk) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        fs::create_dir(&data).unwrap();
        fs::set_permissions(&data, Permissions::from_mode(0o700)).unwrap();
        give_to_postgres(&data);
        let mut initdb = postgres_command("initdb");
        initdb.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D"]);
        let made = initdb.arg(&data).current_dir("/").output().unwrap_or_else(|error| {
            panic!("no PostgreSQL ({error}): set BAILIWICK_TEST_POSTGRES_BIN to the folder of its programs")
        });
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let mut started = Self { process: run_postgres(&data, port, disk), port, disk, folder };
        started.comes_up().await;
        started
    }

    /// Takes connections over TLS and no others from now on.
    pub async fn takes_only_tls(&mut self) {
        let data = self.data();
        for (name, from) in [("server.crt", "server.pem"), ("server.key", "server.key")] {
            fs::copy(Certificate::file(from), data.join(name)).unwrap();
            fs::set_permissions(data.join(name), Permissions::from_mode(0o600)).unwrap();
            give_to_postgres(&data.join(name));
        }
        fs::write(data.join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n").unwrap();
        let settings = fs::read_to_string(data.join("postgresql.conf")).unwrap();
        fs::write(data.join("postgresql.conf"), format!("{settings}\nssl = on\n")).unwrap();
        self.stop();
        self.start_again().await;
    }

    /// Where it is, by the name that its certificate says, with more to say about how.
    pub fn url_with(&self, how: &str) -> String {
        format!("postgres://postgres@localhost:{}/postgres?{how}", self.port)
    }

    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Ends it as its operator does for an upgrade: transactions under way are broken off.
    pub fn stop(&mut self) {
        signal(&self.process, Signal::INT);
        self.process.wait().unwrap();
    }

    /// Ends it without a word to the disk, as `pg_ctl stop -m immediate` does.
    pub fn stop_at_once(&mut self) {
        signal(&self.process, Signal::QUIT);
        self.process.wait().unwrap();
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again, and waits until it takes connections.
    pub async fn start_again(&mut self) {
        self.process = run_postgres(&self.data(), self.port, self.disk);
        self.comes_up().await;
    }

    /// All that it holds, as its own program writes it.
    pub fn dump(&self) -> Vec<u8> {
        let dumped = postgres_command("pg_dump").arg(self.url()).current_dir("/").output().unwrap();
        assert!(dumped.status.success(), "{}", String::from_utf8_lossy(&dumped.stderr));
        dumped.stdout
    }

    /// The folder of what it writes before all else.
    pub fn write_ahead_log(&self) -> PathBuf {
        self.data().join("pg_wal")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    async fn comes_up(&mut self) {
        let state = self.data().join("postmaster.pid");
        for _ in 0..PATIENCE {
            // What a killed one left behind says so too, under another number.
            let text = fs::read_to_string(&state).unwrap_or_default();
            let is_its = text.lines().next() == Some(self.process.id().to_string().as_str());
            if is_its && text.trim_end().ends_with("ready") {
                return;
            }
            if self.process.try_wait().unwrap().is_some() {
                // The processes of a killed one are not all gone yet, so it refuses.
                self.process = run_postgres(&self.data(), self.port, self.disk);
            }
            sleep(PAUSE).await;
        }
        panic!("PostgreSQL did not come up");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(None)) {
            let _ = kill_process(Pid::from_child(&self.process), Signal::QUIT);
        }
        let _ = self.process.wait();
    }
}

fn run_postgres(data: &Path, port: u16, disk: Disk) -> Child {
    let mut command = postgres_command("postgres");
    command.arg("-D").arg(data).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
    command.args(["-c", "unix_socket_directories="]).current_dir("/");
    if matches!(disk, Disk::NotWaited) {
        command.args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
    }
    // A Ctrl-C in the developer's shell is not meant for it.
    command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// What a Redis keeps on its disk.
#[derive(Clone, Copy)]
pub enum Keeps {
    Nothing,
    /// The state of a second ago, or older.
    Snapshots,
}

pub struct Redis {
    process: Child,
    port: u16,
    keeps: Keeps,
    folder: TempDir,
}

/// A Redis that takes connections over TLS and no others.
pub struct RedisOverTls {
    process: Child,
    port: u16,
}

impl RedisOverTls {
    /// It comes up by itself; who connects tries again.
    pub fn start() -> Self {
        let (port, file) = (free_port(), Certificate::file);
        let mut command = Command::new("redis-server");
        command.args(["--port", "0", "--tls-port", &port.to_string(), "--tls-auth-clients", "no"]);
        command.arg("--tls-cert-file").arg(file("server.pem")).arg("--tls-key-file").arg(file("server.key"));
        command.arg("--tls-ca-cert-file").arg(Certificate::authority());
        command.args(["--bind", "127.0.0.1", "--save", ""]).stdout(Stdio::null()).stderr(Stdio::null());
        Self { process: command.spawn().unwrap(), port }
    }

    pub fn url(&self) -> String {
        format!("rediss://localhost:{}", self.port)
    }
}

impl Drop for RedisOverTls {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Redis {
    pub async fn start(keeps: Keeps) -> Self {
        let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
        let mut started = Self { process: run_redis(folder.path(), port, keeps), port, keeps, folder };
        started.comes_up().await;
        started
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again with what it kept.
    pub async fn start_again(&mut self) {
        self.process = run_redis(self.folder.path(), self.port, self.keeps);
        self.comes_up().await;
    }

    /// All that it holds, as it would write it to its disk, uncompressed.
    pub async fn snapshot(&self) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        for command in ["CONFIG SET rdbcompression no", "SAVE"] {
            stream.write_all(format!("{command}\r\n").as_bytes()).await.unwrap();
            let mut answer = [0; 5];
            stream.read_exact(&mut answer).await.unwrap();
            assert_eq!(&answer, b"+OK\r\n", "{command}");
        }
        fs::read(self.folder.path().join("dump.rdb")).unwrap()
    }

    /// Stops it in the middle of whatever it does, connections and all.
    pub fn freeze(&self) {
        signal(&self.process, Signal::STOP);
    }

    pub fn thaw(&self) {
        signal(&self.process, Signal::CONT);
    }

    async fn comes_up(&mut self) {
        for _ in 0..PATIENCE {
            if answers(self.port).await.is_ok_and(|answers| answers) {
                return;
            }
            assert!(self.process.try_wait().unwrap().is_none(), "Redis ended at its start");
            sleep(PAUSE).await;
        }
        panic!("Redis did not come up");
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run_redis(folder: &Path, port: u16, keeps: Keeps) -> Child {
    let save = match keeps {
        Keeps::Nothing => "",
        Keeps::Snapshots => "1 1",
    };
    let mut command = Command::new("redis-server");
    command.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--appendonly", "no", "--save", save]);
    command.arg("--dir").arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap_or_else(|error| {
        panic!("the program redis-server can't be run ({error}); on Debian: apt-get install redis-server")
    })
}

/// Whether it answers, and not while it still reads what it kept.
async fn answers(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.write_all(b"PING\r\n").await?;
    let mut answer = [0; 5];
    stream.read_exact(&mut answer).await?;
    Ok(&answer == b"+PONG")
}
