//! The interleaved run: short slices of each case in turn, over and over, so that whatever else the machine does
//! falls on all of them. Ratios are of slices of the same round; each figure is the median over the rounds.

use std::collections::HashMap;
use std::time::Duration;

use serde::Serialize;

use crate::Result;
use crate::cases::{Case, On};
use crate::database::{Backends, micros_between};
use crate::group::Group;
use crate::load::{Bounds, drive};

/// How often each case is driven at each number of connections.
pub const ROUNDS: usize = 5;
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
    database_cpu: Option<f64>,
    resident: f64,
}

/// One case at one number of connections.
#[derive(Serialize)]
pub struct Line {
    pub case: String,
    pub connections: usize,
    pub requests: u64,
    pub errors: u64,
    pub error: Option<String>,
    pub requests_per_second: f64,
    pub p50_micros: f64,
    pub p99_micros: f64,
    /// Of the server's processes, a request.
    pub cpu_micros: f64,
    /// The same in each round, for ratios to any other case.
    #[serde(skip)]
    pub cpu_by_round: Vec<f64>,
    /// Of a PostgreSQL server's, a request.
    pub database_cpu_micros: Option<f64>,
    pub resident_mib: f64,
    pub against: Option<String>,
    pub cpu_ratio: Option<f64>,
    pub requests_ratio: Option<f64>,
    pub p99_ratio: Option<f64>,
}

pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The median over the rounds of what one costs by what another costs.
pub fn ratio(one: &[f64], other: &[f64]) -> f64 {
    median(one.iter().zip(other).map(|(one, other)| one / other))
}

/// What cases are driven on.
pub struct Targets {
    pub server: Group,
    pub bare: Group,
    pub grown: Option<Group>,
    pub peer: Option<Group>,
    pub database: Option<Backends>,
}

impl Targets {
    fn of(&self, case: &Case) -> Result<&Group> {
        let group = match case.on {
            On::Server => Some(&self.server),
            On::Bare => Some(&self.bare),
            On::Grown => self.grown.as_ref(),
            On::Peer => self.peer.as_ref(),
        };
        group.ok_or_else(|| format!("nothing runs for {}", case.name).into())
    }
}

/// Drives the cases at each of some numbers of connections.
pub async fn all(
    cases: &[Case],
    targets: &Targets,
    connections: &[usize],
    time: Duration,
) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (level, connections) in connections.iter().enumerate() {
        let mut slices: HashMap<&str, Vec<Slice>> = HashMap::new();
        for round in 0..ROUNDS {
            eprintln!("{connections} connections, round {} of {ROUNDS}", round + 1);
            for case in cases {
                let slice = one(targets, case, level * ROUNDS + round, *connections, time).await;
                let slice = slice.map_err(|error| format!("{}: {error}", case.name))?;
                slices.entry(&case.name).or_default().push(slice);
            }
        }
        lines.extend(cases.iter().map(|case| line(case, *connections, &slices)));
    }
    Ok(lines)
}

async fn one(
    targets: &Targets,
    case: &Case,
    number: usize,
    connections: usize,
    time: Duration,
) -> Result<Slice> {
    let requests = &case.requests[number % case.requests.len()];
    let group = targets.of(case)?;
    let mut opened = group.connect(connections).await?;
    if case.settles {
        group.settle().await?;
    } else {
        drive(&mut opened, requests, Bounds { time: WARM_UP, requests: case.most }).await?;
    }
    let before = (group.cpu()?, targets.database.as_ref().map(Backends::cpu));
    let load = drive(&mut opened, requests, Bounds { time, requests: case.most }).await?;
    if case.settles {
        group.settle().await?;
    }
    let used = group.micros_since(&before.0)?;
    let used_by_database = before.1.zip(targets.database.as_ref().map(Backends::cpu));
    let total = load.latencies.total();
    Ok(Slice {
        requests: total,
        errors: load.errors,
        error: load.error,
        per_second: count(total) / load.seconds,
        p50: load.latencies.percentile(50),
        p99: load.latencies.percentile(99),
        cpu: used / count(total),
        database_cpu: used_by_database.map(|(before, after)| micros_between(&before, &after) / count(total)),
        resident: group.resident()?,
    })
}

fn line(case: &Case, connections: usize, slices: &HashMap<&str, Vec<Slice>>) -> Line {
    let own = &slices[&*case.name];
    let of = |figure: fn(&Slice) -> f64| median(own.iter().map(figure));
    let ratio = |figure: fn(&Slice) -> f64| {
        let other = slices.get(case.against.as_deref()?)?;
        Some(median(own.iter().zip(other).map(|(own, other)| figure(own) / figure(other))))
    };
    Line {
        case: case.name.clone(),
        connections,
        requests: own.iter().map(|slice| slice.requests).sum(),
        errors: own.iter().map(|slice| slice.errors).sum(),
        error: own.iter().find_map(|slice| slice.error.clone()),
        requests_per_second: of(|slice| slice.per_second),
        p50_micros: of(|slice| slice.p50),
        p99_micros: of(|slice| slice.p99),
        cpu_micros: of(|slice| slice.cpu),
        cpu_by_round: own.iter().map(|slice| slice.cpu).collect(),
        database_cpu_micros: own
            .iter()
            .map(|slice| slice.database_cpu)
            .collect::<Option<Vec<_>>>()
            .map(median),
        resident_mib: of(|slice| slice.resident),
        against: case.against.clone(),
        cpu_ratio: ratio(|slice| slice.cpu),
        requests_ratio: ratio(|slice| slice.per_second),
        p99_ratio: ratio(|slice| slice.p99),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no run sends so many requests")]
pub fn count(number: u64) -> f64 {
    number as f64
}
