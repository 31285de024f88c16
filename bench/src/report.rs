//! The figures as a table, and as JSON.

use serde::Serialize;

use crate::Result;
use crate::limits::{self, Limit};
use crate::measure::Line;
use crate::others::{Memory, Starts};
use crate::seed::Population;
use crate::sign_ins::SignIns;

#[derive(Default, Serialize)]
pub struct Report {
    /// Whether the rows were on a PostgreSQL server.
    pub postgres: bool,
    pub redis: bool,
    /// Server processes behind the load.
    pub nodes: usize,
    /// Of the large data, if there was any.
    pub population: Option<Population>,
    pub lines: Vec<Line>,
    pub sign_ins: Option<SignIns>,
    pub start: Option<Starts>,
    pub memory: Option<Memory>,
    /// How many of the machine's cores other processes kept busy meanwhile.
    pub cores_of_others: f64,
    pub limits: Vec<Limit>,
}

fn ratio(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"))
}

impl Report {
    pub fn judge(&mut self) {
        self.limits = limits::all(self);
    }

    pub fn json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Requests that were not answered with success.
    pub fn errors(&self) -> u64 {
        let sign_ins = self.sign_ins.as_ref().map_or(0, |sign_ins| sign_ins.errors);
        self.lines.iter().map(|line| line.errors).sum::<u64>() + sign_ins
    }

    pub fn print(&self) {
        self.print_setting();
        self.print_lines();
        self.print_others();
        println!("\nother processes kept {:.2} cores busy meanwhile", self.cores_of_others);
        if !self.limits.is_empty() {
            println!("\nlimits");
        }
        for limit in &self.limits {
            let Limit { what, figure, unit, bound, at_least, met } = limit;
            let (sign, met) = (if *at_least { ">=" } else { "<=" }, if *met { "met" } else { "NOT MET" });
            println!("  {what:<76}{figure:>9.2} {unit:<4}{sign} {bound:<6}{met}");
        }
    }

    fn print_setting(&self) {
        let database = if self.postgres { "PostgreSQL" } else { "SQLite" };
        let redis = if self.redis { " with Redis" } else { "" };
        println!("\n{database}{redis}, server processes: {}", self.nodes);
        if let Some(Population { members, accounts }) = self.population {
            println!("the large data holds {members} members in {accounts} accounts more");
        }
    }

    fn print_lines(&self) {
        if self.lines.is_empty() {
            return;
        }
        println!(
            "\n{:<42}{:>6}{:>10}{:>10}{:>10}{:>10}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
            "case",
            "conns",
            "req/s",
            "p50 us",
            "p99 us",
            "CPU us",
            "DB us",
            "x CPU",
            "x req",
            "x p99",
            "MiB",
            "errors"
        );
        for line in &self.lines {
            println!(
                "{:<42}{:>6}{:>10.0}{:>10.0}{:>10.0}{:>10.1}{:>8}{:>8}{:>8}{:>8}{:>8.1}{:>8}",
                line.case,
                line.connections,
                line.requests_per_second,
                line.p50_micros,
                line.p99_micros,
                line.cpu_micros,
                line.database_cpu_micros.map_or_else(|| "-".to_owned(), |cpu| format!("{cpu:.0}")),
                ratio(line.cpu_ratio),
                ratio(line.requests_ratio),
                ratio(line.p99_ratio),
                line.resident_mib,
                line.errors,
            );
        }
        println!(
            "CPU is the server's processes', a request, and DB the PostgreSQL server's; ratios are to the bare case above, of \
             large data to the same on small data, and of better-auth to the server's own, in the same round."
        );
        for line in self.lines.iter().filter(|line| line.errors > 0) {
            println!("{} failed: {}", line.case, line.error.as_deref().unwrap_or_default());
        }
    }

    fn print_others(&self) {
        if let Some(sign_ins) = &self.sign_ins {
            println!();
            for beside in &sign_ins.evaluations {
                println!(
                    "evaluation's p99 at {} connections: {:.0} us alone, {:.0} us beside 8 sign-ins",
                    beside.connections, beside.idle_p99_micros, beside.busy_p99_micros
                );
            }
            let (rate, hashes) = (sign_ins.per_second, sign_ins.hashes_per_second);
            println!("sign-ins a second: {rate:.1}; bare hashes a second on as many threads: {hashes:.1}");
            if let Some(error) = &sign_ins.error {
                println!("sign-ins failed: {error}");
            }
        }
        if let Some(start) = &self.start {
            let (on_data, anew) = (start.on_data_millis, start.anew_millis);
            println!("\nstart to first answer: {on_data:.0} ms on data, {anew:.0} ms in an empty folder");
        }
        if let Some(memory) = &self.memory {
            let (idle, peak, after) = (memory.idle, memory.peak_in_sign_ins, memory.after_sign_ins);
            println!(
                "memory: {idle:.1} MiB idle, {peak:.1} MiB at most in sign-ins, {after:.1} MiB 5 s after"
            );
        }
    }
}
