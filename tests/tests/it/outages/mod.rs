//! A part goes away and comes back under load on two nodes: nobody is let in who lost what it takes, nobody is turned away
//! by anything but a 503, no request hangs, and all is well again by itself. `cargo xtask outage` runs these for longer.

mod load;
mod tally;

use std::time::{Duration, Instant};

use tokio::time::sleep;

use crate::clock::{count, now};
use crate::nodes::Nodes;
use crate::parts::{Disk, Keeps};
use load::Load;
use tally::{BOUND, Tally};

/// No request may take longer while a part is away.
const LONGEST: Duration = Duration::from_secs(2);
/// All must be well again by then.
const RECOVERED: Duration = Duration::from_secs(5);

fn outage() -> Duration {
    Duration::from_secs(count("BAILIWICK_TEST_OUTAGE_SECONDS", 2) as u64)
}

/// What came of one outage.
struct Outcome {
    tally: Tally,
    longest: Duration,
    /// The longest that hashed a password.
    hashed: Duration,
    recovered: Duration,
}

/// Takes a part away, gives it back, and looks at what was answered before, meanwhile and after.
async fn part_is_away(
    what: &str,
    nodes: &mut Nodes,
    load: &Load,
    takes: impl AsyncFnOnce(&mut Nodes),
    gives_back: impl AsyncFnOnce(&mut Nodes),
) -> Outcome {
    load.book().reset();
    sleep(BOUND * 2).await;
    let before = load.book().reset();
    assert!(before.unavailable.is_empty() && before.judged > 0, "it was well before");
    let gone = now();
    takes(nodes).await;
    sleep(outage()).await;
    gives_back(nodes).await;
    let back = now();
    nodes.are_ready().await;
    let ready = back.elapsed();
    // Longer than anything is believed: whoever comes back by this is seen.
    sleep(BOUND * 2).await;
    let tally = load.book().reset();
    let last = tally.unavailable.iter().max().copied().unwrap_or(back);
    let recovered = ready.max(last.saturating_duration_since(back));
    let (longest, slowest, hashed) = tally.longest(gone, back);
    println!("{what}: the slowest was a {slowest}");
    let outcome = Outcome { tally, longest, hashed, recovered };
    outcome.report(what, gone, back);
    outcome
}

impl Outcome {
    #[track_caller]
    fn report(&self, what: &str, gone: Instant, back: Instant) {
        let tally = &self.tally;
        println!(
            "{what} for {:.1} s: {} answers ({} judged), {} wrong allows, {} wrong refusals, {} of 503, {} odd; \
             the longest took {} ms ({} ms with a password), all well {} ms after",
            back.duration_since(gone).as_secs_f32(),
            tally.spans.len(),
            tally.judged,
            tally.wrong_allows.len(),
            tally.wrong_refusals.len(),
            tally.unavailable.len(),
            tally.odd.len(),
            self.longest.as_millis(),
            self.hashed.as_millis(),
            self.recovered.as_millis()
        );
        assert!(tally.wrong_allows.is_empty(), "{what}: allowed: {:#?}", tally.wrong_allows);
        assert!(tally.wrong_refusals.is_empty(), "{what}: refused: {:#?}", tally.wrong_refusals);
        assert!(tally.odd.is_empty(), "{what}: {:#?}", tally.odd);
        assert!(self.longest < LONGEST, "{what}: a request took {:?}", self.longest);
        assert!(self.recovered < RECOVERED, "{what}: well only after {:?}", self.recovered);
    }
}

async fn redis_is_killed(nodes: &mut Nodes, load: &Load, what: &str) {
    let kills = async |nodes: &mut Nodes| nodes.redis.kill();
    let starts = async |nodes: &mut Nodes| nodes.redis.start_again().await;
    let outcome = part_is_away(what, nodes, load, kills, starts).await;
    assert!(outcome.tally.unavailable.is_empty(), "the database answers for it");
}

#[tokio::test(flavor = "multi_thread")]
async fn redis_that_forgets_goes_and_comes_back() {
    let mut nodes = Nodes::start().await;
    let load = Load::start(&nodes).await;
    redis_is_killed(&mut nodes, &load, "Redis, which keeps nothing, killed").await;
    let freezes = async |nodes: &mut Nodes| nodes.redis.freeze();
    let thaws = async |nodes: &mut Nodes| nodes.redis.thaw();
    let frozen = part_is_away("Redis, frozen", &mut nodes, &load, freezes, thaws).await;
    assert!(frozen.tally.unavailable.is_empty(), "the database answers for it");
    load.end().await;
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn redis_that_remembers_what_was_ended_goes_and_comes_back() {
    let mut nodes = Nodes::on(Disk::NotWaited, Keeps::Snapshots).await;
    let load = Load::start(&nodes).await;
    redis_is_killed(&mut nodes, &load, "Redis, which keeps snapshots, killed").await;
    load.end().await;
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_goes_and_comes_back() {
    // What it acknowledged must outlive the kill.
    let mut nodes = Nodes::on(Disk::Waited, Keeps::Nothing).await;
    let load = Load::start(&nodes).await;
    let starts = async |nodes: &mut Nodes| nodes.postgres.start_again().await;
    let stops = async |nodes: &mut Nodes| nodes.postgres.stop();
    part_is_away("PostgreSQL, stopped", &mut nodes, &load, stops, starts).await;
    let kills = async |nodes: &mut Nodes| nodes.postgres.kill();
    part_is_away("PostgreSQL, killed", &mut nodes, &load, kills, starts).await;
    load.end().await;
    nodes.verify_audit();
}
