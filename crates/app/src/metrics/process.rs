//! How the process is, by the names that Prometheus' own clients use.

use std::fmt::Write;
use std::fs;

use bailiwick_domain::time::Timestamp;

use crate::system::processor_time;

/// As Prometheus reads it. What the system does not tell is left out.
pub fn render(started: Timestamp) -> String {
    let mut text = String::new();
    let mut add = |name, kind, help, value: Option<f64>| {
        let Some(value) = value else { return };
        // A string takes all that is written to it.
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n\n");
    };
    let cpu = Some(processor_time().as_secs_f64());
    add("process_cpu_seconds_total", "counter", "Time that the process had on processors", cpu);
    add("process_resident_memory_bytes", "gauge", "Memory that the process has", resident_bytes());
    add("process_open_fds", "gauge", "Files and sockets that the process has open", open_files());
    let seconds = u32::try_from(started.micros() / 1_000_000).ok().map(f64::from);
    add("process_start_time_seconds", "gauge", "When the process started, in seconds since 1970", seconds);
    text
}

fn resident_bytes() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

fn open_files() -> Option<f64> {
    let count = fs::read_dir("/proc/self/fd").ok()?.count();
    u32::try_from(count).ok().map(f64::from)
}
