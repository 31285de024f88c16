//! A server process of a run: it says where it listens, tells what it uses, and ends with this value.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::clock::now;

/// How long a start or an end may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// What a tick of `/proc/<pid>/stat` is worth, on every Linux of today.
const TICK_MICROS: u64 = 10_000;

pub struct Process {
    child: Child,
    pub address: SocketAddr,
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to be done about either error.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Process {
    /// Starts a program and waits until it says on its standard output where it listens.
    pub async fn start(command: &mut Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take();
        let mut process = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let (told, line) = oneshot::channel();
        std::thread::spawn(move || {
            let mut lines = BufReader::new(output?).lines().map_while(std::io::Result::ok);
            let _ = told.send(lines.find(|line| line.contains("http://"))?);
            lines.for_each(drop);
            Some(())
        });
        let line = timeout(PATIENCE, line).await.map_err(|_| "the server did not start in time")?;
        let line = line.map_err(|_| "the server ended at its start")?;
        let address = line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        process.address = address.unwrap_or_default().parse()?;
        Ok(process)
    }

    /// Asks it to end, and waits until it did.
    pub async fn stop(mut self) -> Result {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).ok_or("a process has an id")?;
        kill_process(pid, Signal::TERM)?;
        let ended = async {
            while self.child.try_wait()?.is_none() {
                sleep(Duration::from_millis(2)).await;
            }
            Ok(())
        };
        timeout(PATIENCE, ended).await.map_err(|_| "the server did not end in time")?
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) -> Result {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    fn file(&self, name: &str) -> Result<String> {
        let path = format!("/proc/{}/{name}", self.child.id());
        Ok(fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?)
    }

    /// The CPU time it has used.
    pub fn cpu(&self) -> Result<Cpu> {
        let ticks = ticks(&self.file("stat")?, 2)?;
        let mut threads = BTreeMap::new();
        for thread in fs::read_dir(format!("/proc/{}/task", self.child.id()))?.flatten() {
            // A thread may end while it is looked at.
            let text = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
            if let Some(nanos) = text.split_whitespace().next().and_then(|nanos| nanos.parse().ok()) {
                threads.insert(thread.file_name().to_string_lossy().into_owned(), nanos);
            }
        }
        Ok(Cpu { ticks, threads })
    }

    /// Waits until it has nothing left to do, for 20 seconds at most.
    pub async fn settle(&self) -> Result {
        let rests = async {
            let mut last = self.cpu()?;
            loop {
                sleep(Duration::from_millis(150)).await;
                let cpu = self.cpu()?;
                if cpu.micros_since(&last) < 3_000.0 {
                    return Ok(());
                }
                last = cpu;
            }
        };
        timeout(PATIENCE, rests).await.unwrap_or(Ok(()))
    }

    fn memory(&self, name: &str) -> Result<f64> {
        let status = self.file("status")?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kib: f64 = line.and_then(|line| line.split_whitespace().next()).unwrap_or_default().parse()?;
        Ok(kib / 1024.0)
    }

    /// The memory it holds, in MiB.
    pub fn resident(&self) -> Result<f64> {
        self.memory("VmRSS")
    }

    /// The most it has held.
    pub fn peak(&self) -> Result<f64> {
        self.memory("VmHWM")
    }
}

/// The first so many of user, system, children's user and children's system time, of a process's `stat`.
fn ticks(stat: &str, fields: usize) -> Result<u64> {
    // The program's name, in parentheses, may hold anything.
    let after_name = stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
    Ok(after_name.skip(11).take(fields).map(str::parse::<u64>).sum::<std::result::Result<_, _>>()?)
}

/// What others on the machine have used, in ticks: everything but idle time, this process and its children that ended.
fn ticks_of_others() -> Result<u64> {
    let stat = fs::read_to_string("/proc/stat")?;
    let fields: Vec<u64> =
        stat.split_whitespace().skip(1).take(8).map(str::parse).collect::<std::result::Result<_, _>>()?;
    let [user, nice, system, _idle, _waiting, interrupts, soft_interrupts, stolen] = fields[..] else {
        return Err("/proc/stat is not understood".into());
    };
    let busy = user + nice + system + interrupts + soft_interrupts + stolen;
    Ok(busy.saturating_sub(ticks(&fs::read_to_string("/proc/self/stat")?, 4)?))
}

/// How busy others keep the machine during a run, which tells how far its figures can be trusted.
pub struct Others {
    ticks: u64,
    start: Instant,
}

impl Others {
    /// From here on; no process of the run may be there yet, nor at the end.
    pub fn watch() -> Result<Self> {
        Ok(Self { ticks: ticks_of_others()?, start: now() })
    }

    /// How many cores they kept busy.
    pub fn cores(&self) -> Result<f64> {
        let micros = ticks_of_others()?.saturating_sub(self.ticks) * TICK_MICROS;
        Ok(Duration::from_micros(micros).as_secs_f64() / now().duration_since(self.start).as_secs_f64())
    }
}

/// CPU time that a process had used at one moment.
pub struct Cpu {
    /// Of all threads that it ever had, in coarse ticks.
    ticks: u64,
    /// Of each thread that it has, in nanoseconds.
    threads: BTreeMap<String, u64>,
}

impl Cpu {
    /// Microseconds used since an earlier moment: to the nanosecond, unless a thread ended in between.
    #[expect(clippy::cast_precision_loss, reason = "no run takes years")]
    pub fn micros_since(&self, before: &Self) -> f64 {
        let all_there = before.threads.keys().all(|thread| self.threads.contains_key(thread));
        if self.threads.is_empty() || !all_there {
            return ((self.ticks - before.ticks) * TICK_MICROS) as f64;
        }
        let used = |(thread, nanos): (&String, &u64)| nanos - before.threads.get(thread).unwrap_or(&0);
        self.threads.iter().map(used).sum::<u64>() as f64 / 1000.0
    }
}
