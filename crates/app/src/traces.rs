//! Traces: the spans that aim at [`TRACES`] are sent to an OpenTelemetry collector, by OTLP over HTTP. What is worth a span
//! is not decided here.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bailiwick_adapter_http::Tracing;
use bailiwick_usecases::TRACES;
use opentelemetry::KeyValue;
use opentelemetry::propagation::{Extractor, TextMapPropagator};
use opentelemetry::trace::{TraceContextExt, TraceId, TracerProvider};
use opentelemetry_otlp::{SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::span_processor_with_async_runtime::BatchSpanProcessor;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
use opentelemetry_sdk::{Resource, runtime};
use poem::http::HeaderMap;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;
use tracing_subscriber::filter::{FilterFn, LevelFilter};
use tracing_subscriber::{Layer, Registry};
use uuid::Uuid;

use crate::commands::Failure;

/// How long the collector may take for a batch. Those that it does not take are dropped.
const EXPORT: Duration = Duration::from_secs(3);
/// How long the last spans hold up the end of the process.
const LAST_SPANS: Duration = Duration::from_secs(5);

/// What sends spans.
pub struct Traces(SdkTracerProvider);

impl Traces {
    /// To a collector, for this one of several nodes. Needs a runtime, and rustls' provider for `https`.
    ///
    /// # Errors
    /// When the endpoint is none.
    pub fn start(endpoint: &str, ratio: f64, node: Uuid) -> Result<Self, Failure> {
        // The exporter's own client would know no TLS.
        let client =
            reqwest::Client::builder().timeout(EXPORT).build().map_err(|error| Failure::new(&error))?;
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(client)
            .with_endpoint(format!("{endpoint}/v1/traces"))
            .with_timeout(EXPORT)
            .build()
            .map_err(|error| Failure::new(&error))?;
        // The ordinary processor has a thread of its own, without the runtime that the HTTP client needs.
        let batches = BatchSpanProcessor::builder(exporter, runtime::Tokio).build();
        let resource = Resource::builder()
            .with_service_name("bailiwick")
            .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
            .with_attribute(KeyValue::new("service.instance.id", node.to_string()))
            .build();
        let provider = SdkTracerProvider::builder()
            .with_span_processor(batches)
            .with_sampler(Sampler::ParentBased(Box::new(Sampler::TraceIdRatioBased(ratio))))
            .with_resource(resource)
            .build();
        Ok(Self(provider))
    }

    /// What hands it the spans.
    pub fn layer(&self) -> impl Layer<Registry> + Send + Sync + use<> {
        let ours = FilterFn::new(|metadata| metadata.is_span() && metadata.target() == TRACES);
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("bailiwick"))
            .with_context_activation(false)
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(ours.with_max_level_hint(LevelFilter::INFO))
    }

    /// Sends what is left, but waits no longer than is good for who wants the process to end.
    pub fn stop(self) {
        let (done, ended) = mpsc::channel();
        // It blocks, and must not keep the runtime from ending.
        thread::spawn(move || done.send(self.0.shutdown()));
        match ended.recv_timeout(LAST_SPANS) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the last spans could not be sent"),
            Err(_) => tracing::warn!("the last spans could not be sent in time"),
        }
    }
}

struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }
    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(poem::http::HeaderName::as_str).collect()
    }
}

/// What it does for requests.
pub const OF_REQUESTS: Tracing = Tracing { join, rename };

fn rename(span: &Span, name: String) {
    span.context().span().update_name(name);
}

/// Makes a span part of the trace that `traceparent` tells of (<https://www.w3.org/TR/trace-context/>), or of a new one, and
/// tells that trace's id.
fn join(span: &Span, headers: &HeaderMap) -> Option<String> {
    span.set_parent(TraceContextPropagator::new().extract(&Headers(headers))).ok()?;
    let id = span.context().span().span_context().trace_id();
    (id != TraceId::INVALID).then(|| id.to_string())
}
