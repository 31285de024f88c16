//! Statistics of an app over a year next to those over a day, each in the buckets that suit.

use std::net::SocketAddr;

use sea_orm::{EntityTrait, IntoActiveModel};

use super::records::Product;
use crate::Result;
use crate::clock::{micros, now};
use crate::database::Database;
use crate::entities::usage_sums::{Entity, Model};
use crate::http::{Client, Connection, request};
use crate::measure::median;

const METRIC: &str = "a-year";
const HOUR: i64 = 3_600_000_000;
const TIMES: usize = 400;

/// Medians, in microseconds.
pub struct Figures {
    pub day: f64,
    pub year: f64,
}

/// Fills the app with 400 days of use, and asks for it in turn.
pub async fn measure(product: &Product, database: &Database, address: SocketAddr) -> Result<Figures> {
    let (path, scope_id, account_id) = product.app();
    fill(database, scope_id, account_id).await?;
    let of = |query: &str| {
        request("GET", &format!("{path}/statistics?metric={METRIC}&{query}"), Some(&product.session), None)
    };
    let (day, year) = (of("bucket=hour"), of("bucket=month"));
    let mut connection = Connection::open(address).await?;
    let mut asked = async |request: &[u8]| -> Result<f64> {
        let start = now();
        match connection.exchange(request).await? {
            200 => Ok(now().duration_since(start).as_secs_f64() * 1e6),
            status => Err(format!("{status} {}", String::from_utf8_lossy(connection.body())).into()),
        }
    };
    let (mut days, mut years) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        days.push(asked(&day).await?);
        years.push(asked(&year).await?);
    }
    let mut client = Client::open(address, Some(&product.session)).await?;
    let shown = client.get(&format!("{path}/statistics?metric={METRIC}&bucket=month")).await?;
    match shown["items"].as_array().map(Vec::len) {
        Some(12..=14) => Ok(Figures { day: median(days), year: median(years) }),
        other => Err(format!("a year has {other:?} months").into()),
    }
}

async fn fill(database: &Database, scope_id: uuid::Uuid, account_id: uuid::Uuid) -> Result {
    let this_hour = micros() / HOUR * HOUR;
    let row =
        |bucket, start| Model { account_id, scope_id, metric: METRIC.to_owned(), bucket, start, quantity: 7 };
    let minutes = (0..14 * 24 * 60).map(|ago| row(1, this_hour - ago * HOUR / 60));
    let hours = (0..400 * 24).map(|ago| row(2, this_hour - ago * HOUR));
    let days = (0..400).map(|ago| row(3, this_hour / (24 * HOUR) * 24 * HOUR - ago * 24 * HOUR));
    // As many as a year has, evenly: what they begin with makes no difference to how long they take.
    let months = (0..13).map(|ago| row(4, this_hour - ago * 30 * 24 * HOUR));
    let all: Vec<Model> = minutes.chain(hours).chain(days).chain(months).collect();
    let connection = database.open().await?;
    for some in all.chunks(1_000) {
        let rows = some.iter().map(|row| row.clone().into_active_model());
        Entity::insert_many(rows).exec_without_returning(&connection).await?;
    }
    Ok(connection.close().await?)
}
