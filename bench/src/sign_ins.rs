//! Sign-ins: how many a second next to the bare hash, and what they do to decisions that are made meanwhile.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::Serialize;
use serde_json::json;
use tokio::task::JoinHandle;

use crate::Result;
use crate::cases;
use crate::clock::now;
use crate::http::request;
use crate::load::{Bounds, Load, Requests, connect, drive};
use crate::measure::{count, median};
use crate::process::Process;
use crate::site::Site;
use crate::world::{EMAIL, PASSWORD, World};

pub const NAME: &str = "sign-ins";
const AT_ONCE: usize = 8;
const ROUNDS: usize = 5;
/// Enough to tell rates of some tens a second apart.
const RATE_SLICE: Duration = Duration::from_millis(2500);
/// The parameters of the server's hashes: KiB, passes, lanes.
const PARAMS: (u32, u32, u32) = (19_456, 2, 1);

/// The p99 of evaluations, alone and beside sign-ins.
#[derive(Serialize)]
pub struct Beside {
    pub connections: usize,
    pub idle_p99_micros: f64,
    pub busy_p99_micros: f64,
    pub ratio: f64,
}

#[derive(Serialize)]
pub struct SignIns {
    pub evaluations: Vec<Beside>,
    pub per_second: f64,
    pub hashes_per_second: f64,
    pub ratio: f64,
    pub errors: u64,
    pub error: Option<String>,
}

fn requests() -> Arc<Requests> {
    let body = json!({"email": EMAIL, "password": PASSWORD});
    Requests::new(vec![request("POST", "/v1/sessions", None, Some(&body))])
}

/// Eight sign-ins at once, over and over.
pub async fn sign_in_for(process: &Process, time: Duration) -> Result<Load> {
    let mut opened = connect(process.address, AT_ONCE).await?;
    drive(&mut opened, &requests(), Bounds { time, requests: 100_000 }).await
}

/// A task that ends when it is dropped.
struct Background(JoinHandle<Result<Load>>);

impl Drop for Background {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn measure(site: &Site, world: &World, slice: Duration) -> Result<SignIns> {
    eprintln!("evaluations beside sign-ins");
    let server = site.serve().await?;
    let mut evaluations = Vec::new();
    let case = cases::all(world, None, None, 1)
        .into_iter()
        .find(|case| case.name == cases::EVALUATION)
        .ok_or("a case")?;
    for connections in [1, 32] {
        let mut p99s = Vec::new();
        for _ in 0..ROUNDS {
            p99s.push(one_round(&server, &case.requests[0], connections, slice).await?);
        }
        evaluations.push(Beside {
            connections,
            idle_p99_micros: median(p99s.iter().map(|(idle, _)| *idle)),
            busy_p99_micros: median(p99s.iter().map(|(_, beside)| *beside)),
            ratio: median(p99s.iter().map(|(idle, beside)| beside / idle)),
        });
    }
    let (mut rates, mut errors, mut error) = (Vec::new(), 0, None);
    for round in 0..ROUNDS {
        eprintln!("sign-ins next to the bare hash, round {} of {ROUNDS}", round + 1);
        let hashes = tokio::task::spawn_blocking(|| hash_for(RATE_SLICE)).await??;
        let load = sign_in_for(&server, RATE_SLICE).await?;
        errors += load.errors;
        error = error.or(load.error);
        rates.push((hashes, count(load.latencies.total()) / load.seconds));
    }
    Ok(SignIns {
        evaluations,
        per_second: median(rates.iter().map(|(_, sign_ins)| *sign_ins)),
        hashes_per_second: median(rates.iter().map(|(hashes, _)| *hashes)),
        ratio: median(rates.iter().map(|(hashes, sign_ins)| sign_ins / hashes)),
        errors,
        error,
    })
}

/// The p99 alone, and beside sign-ins.
async fn one_round(
    server: &Process,
    requests: &Arc<Requests>,
    connections: usize,
    time: Duration,
) -> Result<(f64, f64)> {
    let mut opened = connect(server.address, connections).await?;
    let bounds = Bounds { time, requests: 1_000_000 };
    drive(&mut opened, requests, Bounds { time: time / 10, ..bounds }).await?;
    let idle = drive(&mut opened, requests, bounds).await?;
    let (address, lead) = (connect(server.address, AT_ONCE).await?, Duration::from_millis(200));
    let mut busy = Background(tokio::spawn(async move {
        let mut opened = address;
        let bounds = Bounds { time: time + 2 * lead, requests: 100_000 };
        drive(&mut opened, &self::requests(), bounds).await
    }));
    tokio::time::sleep(lead).await;
    let beside = drive(&mut opened, requests, bounds).await?;
    (&mut busy.0).await??;
    Ok((idle.latencies.percentile(99), beside.latencies.percentile(99)))
}

/// Hashes on as many threads as the server has for it, at the same lowest priority: so other work on the machine takes
/// as much from both. Hashes a second.
fn hash_for(time: Duration) -> Result<f64> {
    let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN).get();
    let start = now();
    let hashing: Vec<_> = (0..threads)
        .map(|_| {
            thread::spawn(move || -> Result<u64> {
                rustix::process::setpriority_process(Some(rustix::thread::gettid()), 19)?;
                let mut hashes = 0;
                while now().duration_since(start) < time {
                    hash()?;
                    hashes += 1;
                }
                Ok(hashes)
            })
        })
        .collect();
    let mut hashes = 0;
    for thread in hashing {
        hashes += thread.join().map_err(|_| "hashing panicked")??;
    }
    Ok(count(hashes) / now().duration_since(start).as_secs_f64())
}

fn hash() -> Result {
    let (memory, passes, lanes) = PARAMS;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| error.to_string())?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut out = [0; 32];
    let hashed = argon2.hash_password_into(PASSWORD.as_bytes(), &[7; 16], &mut out);
    Ok(hashed.map_err(|error| error.to_string())?)
}
