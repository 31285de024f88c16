//! `cargo xtask bench usage`: records through HTTP from several writers, one in ten of them sent twice, next to bare batched
//! inserts of the same rows into the same database, slice by slice; in the middle the server is killed and all of that slice
//! is sent again. At the end every sum must be exact. Then statistics of a year next to those of a day.

mod bare;
mod records;
mod year;

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use serde_json::Value;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::clock::now;
use crate::http::{Client, Connection, request};
use crate::measure::{count, median};
use crate::process::{Others, Process};
use crate::site::Site;
use crate::{Result, Setting};

use bare::Bare;
use records::{Batch, METRICS, Product};

/// Slices, each of which goes to the server and to the bare table; the server is killed in the middle one.
const SLICES: usize = 10;
const KILLED: usize = SLICES / 2;

#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    setting: Setting,
    /// How many records, in thousands; those that are sent twice count once
    #[arg(long, default_value_t = 1_000)]
    thousands: usize,
    /// How many write at once
    #[arg(long, default_value_t = 8)]
    writers: usize,
}

/// Measures, prints, and fails where a sum is not exact.
pub async fn run(options: &Options) -> Result {
    let site = Site::new(&options.setting, "usage").await?;
    let done = measured(options, &site).await;
    site.remove().await?;
    done
}

async fn measured(options: &Options, site: &Site) -> Result {
    let others = Others::watch()?;
    site.migrate()?;
    let key = site.platform_key()?;
    let mut server = site.serve().await?;
    let product = Product::make(server.address).await?;
    let bare = Bare::open(site.database(), options.writers).await?;
    let each = (options.thousands * 1_000).div_ceil(records::OWN * options.writers * SLICES);
    let (mut rates, mut sent) = (Vec::new(), 0);
    for slice in 0..SLICES {
        let first = slice * each;
        let batches: Vec<Vec<Batch>> =
            (0..options.writers).map(|writer| product.batches(writer, first..first + each)).collect();
        sent += batches.iter().flatten().map(|batch| batch.fresh).sum::<usize>();
        let rows: usize = batches.iter().flatten().map(|batch| batch.rows.len()).sum();
        eprintln!("slice {} of {SLICES}: {rows} records", slice + 1);
        let bodies = bodies(&batches, &key);
        if slice == KILLED {
            let cut = interrupted(server, bodies.clone()).await;
            server = site.serve().await?;
            eprintln!("the server was killed ({}); all of the slice is sent again", cut?);
            write(server.address, bodies).await?;
            continue;
        }
        let of_server = count_a_second(rows, async { write(server.address, bodies).await.map(drop) }).await?;
        let of_bare = count_a_second(rows, bare.write(batches)).await?;
        rates.push((of_server, of_bare));
    }
    let wrong = wrong_sums(&product, server.address, options.writers, each * SLICES).await?;
    let year = year::measure(&product, site.database(), server.address).await?;
    bare.close().await?;
    server.stop().await?;
    report(options, sent, &rates, &year, others.cores()?);
    if wrong.is_empty() { Ok(()) } else { Err(format!("sums that are not exact: {wrong:#?}").into()) }
}

/// The requests of each writer.
fn bodies(batches: &[Vec<Batch>], key: &str) -> Vec<Vec<Vec<u8>>> {
    let body = |batch: &Batch| request("POST", "/v1/usage", Some(key), Some(&batch.json));
    batches.iter().map(|batches| batches.iter().map(body).collect()).collect()
}

async fn count_a_second(rows: usize, work: impl Future<Output = Result>) -> Result<f64> {
    let start = now();
    work.await?;
    Ok(count(rows as u64) / now().duration_since(start).as_secs_f64())
}

/// All writers at once, each with one request under way; how many requests were answered.
async fn write(address: SocketAddr, bodies: Vec<Vec<Vec<u8>>>) -> Result<usize> {
    let mut writers = JoinSet::new();
    for requests in bodies {
        writers.spawn(async move {
            let mut connection = Connection::open(address).await?;
            for (sent, request) in requests.iter().enumerate() {
                match connection.exchange(request).await {
                    Ok(200) => {}
                    Ok(status) => {
                        return Err(format!("{status} {}", String::from_utf8_lossy(connection.body())).into());
                    }
                    Err(error) => return if sent > 0 { Ok((sent, Some(error))) } else { Err(error) },
                }
            }
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>((requests.len(), None))
        });
    }
    let (mut answered, mut broken) = (0, None);
    while let Some(done) = writers.join_next().await {
        let (sent, error) = done??;
        answered += sent;
        broken = broken.or(error);
    }
    match broken {
        Some(error) => Err(format!("after {answered} batches: {error}").into()),
        None => Ok(answered),
    }
}

/// Kills the server while all write; how many batches were answered by then.
async fn interrupted(server: Process, bodies: Vec<Vec<Vec<u8>>>) -> Result<String> {
    let writing = tokio::spawn(write(server.address, bodies));
    // The moment of the kill is what this is about.
    sleep(Duration::from_millis(150)).await;
    server.kill()?;
    match writing.await? {
        Ok(answered) => Ok(format!("after all {answered} batches")),
        Err(error) => Ok(error.to_string()),
    }
}

/// Sums as the API shows them that are others than those of the records.
async fn wrong_sums(
    product: &Product,
    address: SocketAddr,
    writers: usize,
    batches: usize,
) -> Result<Vec<String>> {
    let mut client = Client::open(address, Some(&product.session)).await?;
    let mut wrong = Vec::new();
    for (path, wanted) in product.sums(writers, batches) {
        for metric in METRICS {
            for bucket in ["minute", "hour", "day", "month"] {
                let path = format!(
                    "{path}/statistics?metric={metric}&bucket={bucket}&limit=200&from={}",
                    product.from()
                );
                let answer = client.get(&path).await?;
                let items = answer["items"].as_array().map_or(&[][..], Vec::as_slice);
                let sum: u64 = items.iter().filter_map(|item| item["quantity"].as_u64()).sum();
                let wanted = wanted.get(metric).copied().unwrap_or_default();
                if sum != wanted || answer["next_cursor"] != Value::Null {
                    wrong.push(format!("{path}: {sum}, not {wanted}"));
                }
            }
        }
    }
    Ok(wrong)
}

fn report(options: &Options, sent: usize, rates: &[(f64, f64)], year: &year::Figures, others: f64) {
    let database = if options.setting.database.is_some() { "PostgreSQL" } else { "SQLite" };
    let of_server = median(rates.iter().map(|(server, _)| *server));
    let of_bare = median(rates.iter().map(|(_, bare)| *bare));
    let ratio = median(rates.iter().map(|(server, bare)| server / bare));
    println!("\n{database}, {} writers, {sent} records, one in ten of them sent twice", options.writers);
    println!("records a second: {of_server:.0} through the server, {of_bare:.0} by bare inserts");
    let met = |met: bool| if met { "met" } else { "NOT MET" };
    println!("ratio, median of {} slices: {ratio:.2} (>= 0.4: {})", rates.len(), met(ratio >= 0.4));
    println!(
        "statistics of an app: {:.0} us of a day by hours, {:.0} us of a year by months",
        year.day, year.year
    );
    println!("ratio: {:.2} (<= 2: {})", year.year / year.day, met(year.year <= 2.0 * year.day));
    println!("other processes kept {others:.2} cores busy meanwhile");
}
