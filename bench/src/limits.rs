//! What the figures are held to.

use serde::Serialize;

use crate::cases::{
    ACCEPTANCE, ANSWER, BATCH, COMMIT, EVALUATION, GRANTS, GROWN, INVITATION, INVITATION_10K, JOIN, KEY,
    LARGE, ON_BOTH, PAGE_1000, QUERY, SESSION, SMALL, STATEMENT,
};
use crate::measure::{self, Line};
use crate::report::Report;

/// Where costs must be the same, how far they may lie apart: what two runs of the same differ by on a busy machine.
const SAME: f64 = 1.15;
/// The number of connections at which cases are judged.
const AT: usize = 32;

/// A limit with what was measured.
#[derive(Serialize)]
pub struct Limit {
    pub what: String,
    pub figure: f64,
    pub unit: &'static str,
    /// The least or the most that it may be.
    pub bound: f64,
    pub at_least: bool,
    pub met: bool,
}

fn limit(what: String, figure: Option<f64>, unit: &'static str, bound: f64, at_least: bool) -> Option<Limit> {
    let figure = figure.filter(|figure| figure.is_finite())?;
    let met = if at_least { figure >= bound } else { figure <= bound };
    Some(Limit { what, figure, unit, bound, at_least, met })
}

fn at_most(what: impl Into<String>, figure: Option<f64>, unit: &'static str, most: f64) -> Option<Limit> {
    limit(what.into(), figure, unit, most, false)
}

fn at_least(what: impl Into<String>, figure: Option<f64>, unit: &'static str, least: f64) -> Option<Limit> {
    limit(what.into(), figure, unit, least, true)
}

/// Every limit whose figures are there.
pub fn all(report: &Report) -> Vec<Limit> {
    let mut limits = if report.postgres { on_postgres(&report.lines) } else { requests(&report.lines) };
    if let Some(sign_ins) = &report.sign_ins {
        for beside in &sign_ins.evaluations {
            let what = format!(
                "evaluation's p99 beside 8 sign-ins, of its idle p99, {} connections",
                beside.connections
            );
            limits.push(at_most(what, Some(beside.ratio), "x", 5.0));
        }
        limits.push(at_least("sign-ins, of the bare hash's rate", Some(sign_ins.ratio), "x", 0.9));
    }
    if let Some(start) = &report.start {
        limits.push(at_most("start to first answer, on data", Some(start.on_data_millis), "ms", 300.0));
        limits.push(at_most("start to first answer, empty folder", Some(start.anew_millis), "ms", 300.0));
    }
    if let Some(memory) = &report.memory {
        limits.push(at_most("memory, idle", Some(memory.idle), "MiB", 40.0));
        limits.push(at_most("memory, most in sign-ins", Some(memory.peak_in_sign_ins), "MiB", 150.0));
        limits.push(at_most("memory, 5 s after sign-ins", Some(memory.after_sign_ins), "MiB", 40.0));
    }
    limits.into_iter().flatten().collect()
}

/// The server's CPU a request, of what a bare handler uses, and on large data of what it uses on small data.
fn on_postgres(lines: &[Line]) -> Vec<Option<Limit>> {
    let by_round = |case: &str| {
        let mut lines = lines.iter().filter(|line| line.connections == AT);
        lines.find(|line| line.case == case).map(|line| &line.cpu_by_round)
    };
    let cpu = |case: &str, other: &str, most: f64| {
        let figure = by_round(case).zip(by_round(other)).map(|(one, other)| measure::ratio(one, other));
        at_most(format!("CPU of {case}, of the {other}, {AT} connections"), figure, "x", most)
    };
    let of_bare = [
        (EVALUATION, STATEMENT, 1.6),
        (SESSION, JOIN, 0.6),
        (SMALL, QUERY, 1.3),
        (LARGE, QUERY, 1.3),
        (PAGE_1000, QUERY, 1.3),
        (GRANTS, COMMIT, 2.5),
        (INVITATION, COMMIT, 4.0),
        (ACCEPTANCE, COMMIT, 4.0),
    ];
    let of_bare = of_bare.map(|(case, other, most)| cpu(case, other, most));
    let keys = lines.iter().find(|line| line.connections == AT && line.case == KEY);
    let keys = keys.and_then(|line| line.requests_ratio);
    let keys =
        at_least(format!("requests of a key verified, of the {ANSWER}, {AT} connections"), keys, "x", 0.6);
    let on_large = ON_BOTH.map(|case| cpu(&format!("{case}{GROWN}"), case, 1.5));
    of_bare.into_iter().chain([keys]).chain(on_large).collect()
}

fn requests(lines: &[Line]) -> Vec<Option<Limit>> {
    let line = |case: &str| lines.iter().find(|line| line.case == case && line.connections == AT);
    let cpu = |case: &str| Some(line(case)?.cpu_micros);
    let of = |case: &str, figure: fn(&Line) -> Option<f64>| figure(line(case)?);
    let against = |what: &str, other: &str| format!("{what}, of the {other}, {AT} connections");
    let apart = |cases: &[&str]| {
        let costs = cases.iter().map(|case| cpu(case)).collect::<Option<Vec<f64>>>()?;
        Some(costs.iter().copied().fold(0.0, f64::max) / costs.iter().copied().fold(f64::MAX, f64::min))
    };
    let mut limits = vec![
        at_most(against("evaluation's CPU", ANSWER), of(EVALUATION, |line| line.cpu_ratio), "x", 1.6),
        at_least(
            against("evaluation's requests", ANSWER),
            of(EVALUATION, |line| line.requests_ratio),
            "x",
            0.6,
        ),
        at_least(
            against("requests of a key verified", ANSWER),
            of(KEY, |line| line.requests_ratio),
            "x",
            0.6,
        ),
        at_most(against("evaluation's p99", ANSWER), of(EVALUATION, |line| line.p99_ratio), "x", 2.0),
        at_most(
            against("CPU of a batch of 20", EVALUATION),
            cpu(BATCH).zip(cpu(EVALUATION)).map(|(one, other)| one / other),
            "x",
            3.0,
        ),
    ];
    for case in [SMALL, LARGE, PAGE_1000] {
        limits.push(at_most(
            against(&format!("CPU of {case}"), QUERY),
            of(case, |line| line.cpu_ratio),
            "x",
            1.5,
        ));
    }
    limits.push(at_most(
        "the three member lists' CPU, dearest of cheapest",
        apart(&[SMALL, LARGE, PAGE_1000]),
        "x",
        SAME,
    ));
    limits.push(at_most(
        "the two invitations' CPU, dearer of cheaper",
        apart(&[INVITATION, INVITATION_10K]),
        "x",
        SAME,
    ));
    limits
}
