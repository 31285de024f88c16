//! What Prometheus is shown: what was counted elsewhere, and what is looked up here when it asks.

mod process;

use std::sync::Arc;

use bailiwick_adapter_http::Metrics;
use bailiwick_domain::time::Timestamp;
use metrics::{describe_gauge, gauge};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Seconds; decisions take microseconds, sign-ins a tenth of a second.
const BUCKETS: [f64; 14] =
    [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

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
    describe_gauge!(BUILD, "1, with the version that runs");
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(collected)
}

/// Renders what was collected, and how the process is now.
pub fn shown(collected: PrometheusHandle, started: Timestamp) -> Metrics {
    Arc::new(move || format!("{}{}", collected.render(), process::render(started)))
}
