//! How long a start takes, and how much memory is held.

use std::time::Duration;

use serde::Serialize;
use tokio::time::sleep;

use crate::Result;
use crate::clock::now;
use crate::load::connect;
use crate::measure::median;
use crate::process::Process;
use crate::sign_ins::sign_in_for;
use crate::site::Site;

pub const START: &str = "start";
pub const MEMORY: &str = "memory";
const STARTS: usize = 10;

/// Milliseconds from the start of the process to its first answer.
#[derive(Serialize)]
pub struct Starts {
    /// On a large deployment's data.
    pub on_data_millis: f64,
    /// In an empty folder, where the database is made first.
    pub anew_millis: f64,
}

pub async fn starts(site: &Site) -> Result<Starts> {
    eprintln!("starts");
    let (mut on_data, mut anew) = (Vec::new(), Vec::new());
    for number in 0..STARTS {
        on_data.push(first_answer(async || site.serve().await).await?);
        anew.push(first_answer(async || site.serve_anew(&format!("anew-{number}")).await).await?);
    }
    Ok(Starts { on_data_millis: median(on_data), anew_millis: median(anew) })
}

async fn first_answer(start: impl AsyncFnOnce() -> Result<Process>) -> Result<f64> {
    let before = now();
    let process = start().await?;
    connect(process.address, 1).await?;
    let took = now().duration_since(before);
    process.stop().await?;
    Ok(took.as_secs_f64() * 1000.0)
}

/// MiB.
#[derive(Serialize)]
pub struct Memory {
    pub idle: f64,
    pub peak_in_sign_ins: f64,
    pub after_sign_ins: f64,
}

pub async fn memory(site: &Site) -> Result<Memory> {
    eprintln!("memory");
    let server = site.serve().await?;
    connect(server.address, 1).await?;
    sleep(Duration::from_secs(2)).await;
    let idle = server.resident()?;
    sign_in_for(&server, Duration::from_secs(4)).await?;
    let peak_in_sign_ins = server.peak()?;
    sleep(Duration::from_secs(5)).await;
    let after_sign_ins = server.resident()?;
    server.stop().await?;
    Ok(Memory { idle, peak_in_sign_ins, after_sign_ins })
}
