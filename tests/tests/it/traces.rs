//! Traces: what a collector is sent, and that one that is not there hurts nobody.

use std::collections::HashMap;
use std::fs::{self, File};
use std::net::TcpListener;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value as AnyValue;
use opentelemetry_proto::tonic::trace::v1::Span as WireSpan;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use opentelemetry_proto::tonic::trace::v1::status::StatusCode as SpanStatus;
use poem::endpoint::make;
use poem::listener::{Acceptor, Listener};
use prost::Message;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::raw::Raw;
use crate::server::Server;

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const CALLER: &str = "b7ad6b7169203331";

#[derive(Debug, Clone)]
struct Span {
    name: String,
    trace: String,
    id: String,
    parent: String,
    is_server: bool,
    failed: bool,
    attributes: HashMap<String, String>,
    service: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn text(value: Option<AnyValue>) -> String {
    match value {
        Some(AnyValue::StringValue(text)) => text,
        Some(AnyValue::IntValue(number)) => number.to_string(),
        other => format!("{other:?}"),
    }
}

fn spans(export: ExportTraceServiceRequest) -> Vec<Span> {
    let mut all = Vec::new();
    for of_resource in export.resource_spans {
        let attributes = of_resource.resource.into_iter().flat_map(|resource| resource.attributes);
        let service = attributes
            .filter(|pair| pair.key == "service.name")
            .map(|pair| text(pair.value.and_then(|value| value.value)));
        let service = service.collect::<String>();
        let wire = of_resource.scope_spans.into_iter().flat_map(|scope| scope.spans);
        all.extend(wire.map(|span: WireSpan| {
            Span {
                name: span.name,
                trace: hex(&span.trace_id),
                id: hex(&span.span_id),
                parent: hex(&span.parent_span_id),
                is_server: span.kind == SpanKind::Server as i32,
                failed: span.status.is_some_and(|status| status.code == SpanStatus::Error as i32),
                attributes: span
                    .attributes
                    .into_iter()
                    .map(|pair| (pair.key, text(pair.value.and_then(|value| value.value))))
                    .collect(),
                service: service.clone(),
            }
        }));
    }
    all
}

/// A collector that keeps every span: its URL, and what it was sent.
async fn collector() -> (String, Arc<Mutex<Vec<Span>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&kept);
    let endpoint = make(move |mut request: poem::Request| {
        let keep = Arc::clone(&keep);
        async move {
            assert_eq!(request.uri().path(), "/v1/traces");
            let bytes = request.take_body().into_bytes().await?;
            keep.lock().unwrap().extend(spans(ExportTraceServiceRequest::decode(bytes).unwrap()));
            Ok::<_, poem::Error>("")
        }
    });
    let acceptor = poem::listener::TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let address = acceptor.local_addr()[0].as_socket_addr().copied().unwrap();
    tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(endpoint));
    (format!("http://{address}"), kept)
}

async fn stop(server: Server) -> bool {
    tokio::task::spawn_blocking(move || server.terminate()).await.unwrap().success()
}

fn named<'a>(spans: &'a [Span], name: &str) -> &'a Span {
    let names: Vec<_> = spans.iter().map(|span| &span.name).collect();
    spans.iter().find(|span| span.name == name).unwrap_or_else(|| panic!("no span {name} in {names:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_a_span_with_what_it_did_below_and_its_mails_are_spans() {
    let folder = tempfile::tempdir().unwrap();
    let (url, kept) = collector().await;
    let server = Server::start_with(folder.path(), &[("BAILIWICK_OTLP_ENDPOINT", &url)], Stdio::inherit());
    server.sign_up("ada@example.com", "ably").await;
    crate::server::mailed_token(&server.mail_folder(), "ada@example.com", "/verify-email?token=").await;
    assert!(stop(server).await);

    let spans = kept.lock().unwrap().clone();
    let request = named(&spans, "POST /v1/signup");
    assert!(request.is_server && !request.failed, "{request:?}");
    assert_eq!((request.parent.as_str(), request.service.as_str()), ("", "bailiwick"));
    let attribute = |name: &str| request.attributes[name].as_str();
    assert_eq!(attribute("http.request.method"), "POST");
    assert_eq!(attribute("http.route"), "/v1/signup");
    assert_eq!(attribute("http.response.status_code"), "201");
    let write = spans.iter().find(|span| span.name == "write" && span.parent == request.id);
    assert_eq!(write.map(|span| &span.trace), Some(&request.trace));
    let mail = named(&spans, "deliver");
    assert!(!mail.is_server && mail.attributes["delivery"].starts_with("dlv_"), "{mail:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_callers_trace_goes_on_and_its_id_is_in_the_problem_and_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let (url, kept) = collector().await;
    let log = folder.path().join("log");
    let settings = [
        ("BAILIWICK_OTLP_ENDPOINT", url.as_str()),
        // The caller has decided, whatever the ratio is.
        ("BAILIWICK_TRACE_RATIO", "0"),
        ("BAILIWICK_LOG", "bailiwick_adapter_http=debug"),
        ("BAILIWICK_LOG_FORMAT", "json"),
    ];
    let server = Server::start_with(folder.path(), &settings, File::create(&log).unwrap().into());
    let client = Raw::new(&server, None);
    let caller = format!("00-{TRACE}-{CALLER}-01");
    let paths = ["/v1/accounts/none", "/access/v1/evaluation"];
    for (path, method) in paths.into_iter().zip([Method::GET, Method::POST]) {
        let headers = [("traceparent", caller.as_str())];
        let answer = client.send(method, path, &headers, Some(&json!({}))).await;
        assert_eq!(answer.expect(StatusCode::UNAUTHORIZED)["trace_id"], TRACE, "{path}");
    }
    let untraced = client.get("/v1/accounts/none").await.expect(StatusCode::UNAUTHORIZED);
    assert!(untraced["trace_id"].as_str().is_some_and(|id| id.len() == 32 && id != TRACE), "{untraced}");
    assert!(stop(server).await);

    let spans = kept.lock().unwrap().clone();
    for name in ["GET /v1/accounts/{acct}", "POST /access/v1/evaluation"] {
        let span = named(&spans, name);
        assert_eq!((span.trace.as_str(), span.parent.as_str()), (TRACE, CALLER), "{span:?}");
    }
    assert!(spans.iter().all(|span| span.trace == TRACE), "a ratio of 0 sends no trace that begins here");
    let lines = fs::read_to_string(&log).unwrap();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ours = |line: &&Value| line["span"]["trace_id"] == TRACE;
    let logged: Vec<_> = lines.iter().filter(ours).map(|line| line["route"].as_str().unwrap()).collect();
    assert_eq!(logged, ["/v1/accounts/{acct}", "/access/v1/evaluation"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_not_there_or_never_answers_hurts_nobody() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for address in [silent.local_addr().unwrap(), closed] {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("http://{address}");
        let server = Server::start_with(folder.path(), &[("BAILIWICK_OTLP_ENDPOINT", &url)], Stdio::null());
        let client = Raw::new(&server, None);
        // More than the queue holds.
        for _ in 0..3000 {
            assert_eq!(client.get("/healthz").await.status, StatusCode::OK);
        }
        let stopped = tokio::time::timeout(Duration::from_secs(15), stop(server)).await;
        assert_eq!(stopped, Ok(true), "{url}");
    }
}
