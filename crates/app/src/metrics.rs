//! What Prometheus is shown: what was counted elsewhere, and what is looked up here when it asks.

mod process;

use std::sync::Arc;

use bailiwick_adapter_http::Metrics;
use bailiwick_adapter_seaorm::{Connections, SqlStore};
use bailiwick_domain::time::Timestamp;
use bailiwick_usecases::Context;
use bailiwick_usecases::outbox::{self, Lag};
use metrics::{describe_gauge, gauge};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Seconds; decisions take microseconds, sign-ins a tenth of a second.
const BUCKETS: [f64; 14] =
    [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

const CONNECTIONS: &str = "bailiwick_store_connections";
const MOST_CONNECTIONS: &str = "bailiwick_store_connections_max";
const WAITING: &str = "bailiwick_outbox_waiting";
const OLDEST: &str = "bailiwick_outbox_oldest_age_seconds";
const DEAD: &str = "bailiwick_outbox_dead";
const BUILD: &str = "bailiwick_build_info";

/// Begins to collect. What counts must be made after this.
///
/// # Errors
/// When something collects already.
pub fn collect() -> Result<PrometheusHandle, BuildError> {
    let collected = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)?
        .install_recorder()?;
    bailiwick_adapter_http::describe_metrics();
    bailiwick_usecases::metrics::describe();
    describe_gauge!(CONNECTIONS, "Connections to the database that are open, by their pool and what they do");
    describe_gauge!(MOST_CONNECTIONS, "Connections to the database that may be open");
    describe_gauge!(WAITING, "Mails that wait to be sent");
    describe_gauge!(OLDEST, "For how long the oldest of them has waited");
    describe_gauge!(DEAD, "Mails that are not tried again by themselves");
    describe_gauge!("bailiwick_redis_up", "Whether Redis answers");
    describe_gauge!(BUILD, "1, with the version that runs");
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(collected)
}

/// Renders what was collected, and how the process and its connections are now.
pub fn shown(collected: PrometheusHandle, store: Arc<SqlStore>, started: Timestamp) -> Metrics {
    Arc::new(move || {
        for Connections { pool, open, idle, most } in store.connections() {
            gauge!(CONNECTIONS, "pool" => pool, "state" => "idle").set(idle);
            gauge!(CONNECTIONS, "pool" => pool, "state" => "in_use").set(open.saturating_sub(idle));
            gauge!(MOST_CONNECTIONS, "pool" => pool).set(most);
        }
        format!("{}{}", collected.render(), process::render(started))
    })
}

/// Notes what lies in the outbox.
///
/// # Errors
/// What the store fails with.
pub async fn note_outbox(cx: &Context) -> bailiwick_usecases::Result<()> {
    let Lag { waiting, oldest_seconds, dead } = outbox::lag(cx).await?;
    let known = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    gauge!(WAITING).set(known(waiting));
    gauge!(OLDEST).set(known(oldest_seconds));
    gauge!(DEAD).set(known(dead));
    Ok(())
}
