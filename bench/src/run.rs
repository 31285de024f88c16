//! A run from its preparation to its report.

use std::time::Duration;

use crate::cases::{self, Case};
use crate::group::Group;
use crate::measure::{self, ROUNDS, Targets};
use crate::process::Others;
use crate::report::Report;
use crate::seed::Population;
use crate::site::{self, Site};
use crate::world::World;
use crate::{Options, Result, others, peer, sign_ins};

const PEER_DATABASE: &str = "bench_peer";

/// Measures all that is wanted, and removes the databases that were made for it, however it went.
pub async fn http(options: &Options) -> Result<Report> {
    let site = Site::new(&options.setting, site::SMALL).await?;
    let grown = match options.population() {
        Some(population) => Some((Site::new(&options.setting, site::GROWN).await?, population)),
        None => None,
    };
    let report = measured(options, &site, grown.as_ref()).await;
    for site in [Some(site), grown.map(|(site, _)| site)].into_iter().flatten() {
        site.remove().await?;
    }
    if let Some(server) = options.setting.database.as_ref().filter(|_| options.peer.is_some()) {
        server.remove(PEER_DATABASE).await?;
    }
    report
}

async fn measured(options: &Options, site: &Site, grown: Option<&(Site, Population)>) -> Result<Report> {
    let slice = Duration::try_from_secs_f64(options.seconds)?;
    let others = Others::watch()?;
    let mut report = Report {
        postgres: site.database().is_postgres(),
        redis: options.setting.redis.is_some(),
        nodes: options.setting.nodes,
        population: options.population(),
        ..Report::default()
    };
    let slices = u32::try_from(options.connections.len() * ROUNDS)?;
    eprintln!("preparing: an account of 100 members, one of 100,000, one with 10,000 pending invitations");
    let keys = if options.wants(cases::KEY) { options.keys } else { 0 };
    let world = World::make(site, slices * cases::WRITES, keys, None).await?;
    report.lines = requests(options, site, &world, grown, slices, slice).await?;
    if !report.postgres {
        if options.wants(sign_ins::NAME) {
            report.sign_ins = Some(sign_ins::measure(site, &world, slice).await?);
        }
        if options.wants(others::START) {
            report.start = Some(others::starts(site).await?);
        }
        if options.wants(others::MEMORY) {
            report.memory = Some(others::memory(site).await?);
        }
    }
    report.cores_of_others = others.cores()?;
    report.judge();
    Ok(report)
}

async fn requests(
    options: &Options,
    site: &Site,
    world: &World,
    grown: Option<&(Site, Population)>,
    slices: u32,
    slice: Duration,
) -> Result<Vec<measure::Line>> {
    let mut targets = Targets {
        server: site.serve_nodes().await?,
        bare: site.serve_bare().await?.into(),
        grown: None,
        peer: None,
        database: site.database().backends().await?,
    };
    let mut grown_world = None;
    if let Some((site, population)) = grown {
        eprintln!("preparing: {} members in {} accounts", population.members, population.accounts);
        grown_world = Some(World::make(site, slices * cases::WRITES, 0, Some(*population)).await?);
        targets.grown = Some(site.serve_nodes().await?);
    }
    let mut peer_world = None;
    if let Some((folder, server)) = options.peer.as_ref().zip(options.setting.database.as_ref()) {
        server.remove(PEER_DATABASE).await?;
        let (process, world) = peer::start(folder, &server.make(PEER_DATABASE).await?).await?;
        targets.peer = Some(Group::from(process));
        peer_world = Some(world);
    }
    let all = cases::all(world, grown_world.as_ref(), peer_world.as_ref(), slices);
    measure::all(&wanted(options, all), &targets, &options.connections, slice).await
}

/// The wanted cases, and what they are compared with.
fn wanted(options: &Options, mut cases: Vec<Case>) -> Vec<Case> {
    let mut names: Vec<String> =
        cases.iter().filter(|case| options.wants(&case.name)).map(|case| case.name.clone()).collect();
    // What a case is compared with may be compared with another itself.
    for _ in 0..2 {
        let against = cases.iter().filter(|case| names.contains(&case.name));
        let against: Vec<String> = against.filter_map(|case| case.against.clone()).collect();
        names.extend(against);
    }
    cases.retain(|case| names.contains(&case.name));
    cases
}
