//! The interleaved run: short slices of each case in turn, over and over, so that whatever else the machine does
//! falls on all of them. Ratios are of slices of the same round; each figure is the median over the rounds.

use std::collections::HashMap;
use std::time::Duration;

use serde::Serialize;

use crate::cases::{self, Case, On};
use crate::load::{Bounds, connect, drive};
use crate::process::Process;
use crate::site::Site;
use crate::world::World;
use crate::{Options, Result};

pub const CONNECTIONS: [usize; 3] = [1, 32, 128];
const ROUNDS: usize = 5;
/// How many slices each case has in a run.
pub const SLICES: usize = CONNECTIONS.len() * ROUNDS;
/// How long a case runs before its slice counts.
const WARM_UP: Duration = Duration::from_millis(100);

/// What one slice showed.
struct Slice {
    requests: u64,
    errors: u64,
    error: Option<String>,
    per_second: f64,
    p50: f64,
    p99: f64,
    cpu: f64,
    resident: f64,
}

/// One case at one number of connections.
#[derive(Serialize)]
pub struct Line {
    pub case: &'static str,
    pub connections: usize,
    pub requests: u64,
    pub errors: u64,
    pub error: Option<String>,
    pub requests_per_second: f64,
    pub p50_micros: f64,
    pub p99_micros: f64,
    /// Of the server process, a request.
    pub cpu_micros: f64,
    pub resident_mib: f64,
    pub against: Option<&'static str>,
    pub cpu_ratio: Option<f64>,
    pub requests_ratio: Option<f64>,
    pub p99_ratio: Option<f64>,
}

pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The wanted cases, and what they are compared with.
fn wanted(options: &Options, world: &World) -> Vec<Case> {
    let mut cases = cases::all(world);
    let needed: Vec<_> = cases.iter().filter(|case| options.wants(case.name)).collect();
    let names: Vec<_> = needed.iter().flat_map(|case| [Some(case.name), case.against]).flatten().collect();
    cases.retain(|case| names.contains(&case.name));
    cases
}

pub async fn all(options: &Options, site: &Site, world: &World, time: Duration) -> Result<Vec<Line>> {
    let cases = wanted(options, world);
    let mut lines = Vec::new();
    if cases.is_empty() {
        return Ok(lines);
    }
    let (server, bare) = (site.serve().await?, site.serve_bare().await?);
    for (level, connections) in CONNECTIONS.into_iter().enumerate() {
        let mut slices: HashMap<&str, Vec<Slice>> = HashMap::new();
        for round in 0..ROUNDS {
            eprintln!("{connections} connections, round {} of {ROUNDS}", round + 1);
            for case in &cases {
                let process = if case.on == On::Server { &server } else { &bare };
                let slice = one(process, case, level * ROUNDS + round, connections, time).await;
                let slice = slice.map_err(|error| format!("{}: {error}", case.name))?;
                slices.entry(case.name).or_default().push(slice);
            }
        }
        lines.extend(cases.iter().map(|case| line(case, connections, &slices)));
    }
    Ok(lines)
}

async fn one(
    process: &Process,
    case: &Case,
    number: usize,
    connections: usize,
    time: Duration,
) -> Result<Slice> {
    let requests = &case.requests[number % case.requests.len()];
    let mut opened = connect(process.address, connections).await?;
    if case.settles {
        process.settle().await?;
    } else {
        drive(&mut opened, requests, Bounds { time: WARM_UP, requests: case.most }).await?;
    }
    let before = process.cpu()?;
    let load = drive(&mut opened, requests, Bounds { time, requests: case.most }).await?;
    if case.settles {
        process.settle().await?;
    }
    let used = process.cpu()?.micros_since(&before);
    let total = load.latencies.total();
    Ok(Slice {
        requests: total,
        errors: load.errors,
        error: load.error,
        per_second: count(total) / load.seconds,
        p50: load.latencies.percentile(50),
        p99: load.latencies.percentile(99),
        cpu: used / count(total),
        resident: process.resident()?,
    })
}

fn line(case: &Case, connections: usize, slices: &HashMap<&str, Vec<Slice>>) -> Line {
    let own = &slices[case.name];
    let of = |figure: fn(&Slice) -> f64| median(own.iter().map(figure));
    let ratio = |figure: fn(&Slice) -> f64| {
        let other = slices.get(case.against?)?;
        Some(median(own.iter().zip(other).map(|(own, other)| figure(own) / figure(other))))
    };
    Line {
        case: case.name,
        connections,
        requests: own.iter().map(|slice| slice.requests).sum(),
        errors: own.iter().map(|slice| slice.errors).sum(),
        error: own.iter().find_map(|slice| slice.error.clone()),
        requests_per_second: of(|slice| slice.per_second),
        p50_micros: of(|slice| slice.p50),
        p99_micros: of(|slice| slice.p99),
        cpu_micros: of(|slice| slice.cpu),
        resident_mib: of(|slice| slice.resident),
        against: case.against,
        cpu_ratio: ratio(|slice| slice.cpu),
        requests_ratio: ratio(|slice| slice.per_second),
        p99_ratio: ratio(|slice| slice.p99),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no run sends so many requests")]
pub fn count(number: u64) -> f64 {
    number as f64
}
