//! The server: HTTP until a signal, and the jobs beside it.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_http::{HttpSettings, Proxies, app};
use bailiwick_usecases::{Context, jobs, outbox};
use poem::listener::{Acceptor, Listener, TcpListener};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{interval, sleep};

use crate::commands::Failure;
use crate::metrics;
use crate::settings::Settings;
use crate::system::SystemClock;
use crate::traces;
use crate::wiring;

/// How long requests under way may take to finish once the process is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(30);
/// How often the outbox is looked at when no one rings: for what other processes put there, and for what is due again.
const OUTBOX_EVERY: Duration = Duration::from_secs(1);
const SEEN_EVERY: Duration = Duration::from_secs(10);
const PRUNE_EVERY: Duration = Duration::from_mins(10);

/// Serves until the process is told to stop, and finishes what is under way.
pub async fn serve(settings: Settings) -> Result<(), Failure> {
    let collected = metrics::collect().map_err(|error| Failure::new(&error))?;
    let cx = Arc::new(wiring::context(&settings, Arc::new(SystemClock::new())).await?);
    let http = HttpSettings {
        cors_origins: settings.cors_origins.clone(),
        request_timeout: Duration::from_secs(settings.request_timeout_seconds),
        proxies: Proxies { trusted: settings.trusted_proxies.clone(), header: settings.forwarded_header },
        tracing: settings.otlp_endpoint.as_ref().map(|_| traces::OF_REQUESTS),
    };
    let upkeep = collected.clone();
    let endpoint = app(Arc::clone(&cx), http, metrics::shown(collected, cx.now()));
    let acceptor = TcpListener::bind(settings.listen)
        .into_acceptor()
        .await
        .map_err(|error| Failure::new(&format!("can't listen on {}: {error}", settings.listen)))?;
    let listening = acceptor.local_addr().first().map(ToString::to_string).unwrap_or_default();
    let (stop, stopped) = watch::channel(false);
    let jobs = start_jobs(&cx, &stopped, move || upkeep.run_upkeep());
    greet(&settings, &settings.database()?.shown(), listening.trim_start_matches("socket://"));
    let served = poem::Server::new_with_acceptor(acceptor)
        .run_with_graceful_shutdown(endpoint, stop_signal(), Some(LAST_REQUESTS))
        .await;
    let _ = stop.send(true);
    jobs.join_all().await;
    jobs::mark_seen(&cx).await?;
    served.map_err(|error| Failure::new(&error))
}

fn greet(settings: &Settings, database: &str, listening: &str) {
    println!(
        "Bailiwick listens on http://{listening}\n\
         \x20 mails land in       {}\n\
         \x20 the data is in      {}\n\
         \x20 the database is     {database}\n\
         \x20 the API is shown at {}/docs\n\
         Try: curl -s {}/v1/signup -H 'Content-Type: application/json' \\\n\
         \x20 -d '{{\"email\":\"ada@example.com\",\"password\":\"correct horse\",\"name\":\"Ada\",\"account_name\":\"Acme\",\"role_model\":\"pubnub\"}}'",
        settings.data_dir.join("mail").display(),
        settings.data_dir.display(),
        settings.public_url,
        settings.public_url,
    );
}

/// SIGINT or SIGTERM.
async fn stop_signal() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => {
            tracing::error!(%error, "SIGTERM can't be waited for");
            return;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    tracing::info!("stopping: requests under way are finished");
}

fn start_jobs(
    cx: &Arc<Context>,
    stopped: &watch::Receiver<bool>,
    upkeep: impl Fn() + Send + 'static,
) -> JoinSet<()> {
    let mut all = JoinSet::new();
    all.spawn(until(stopped.clone(), deliver(Arc::clone(cx))));
    all.spawn(until(stopped.clone(), by_the_clock(Arc::clone(cx), upkeep)));
    all
}

async fn until(mut stopped: watch::Receiver<bool>, work: impl Future<Output = ()>) {
    tokio::select! {
        _ = stopped.changed() => {}
        () = work => {}
    }
}

/// Delivers the outbox: at once when rung, and what is due by itself.
async fn deliver(cx: Arc<Context>) {
    loop {
        match outbox::deliver_due(&cx, cx.now()).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "the outbox could not be delivered"),
        }
        tokio::select! {
            () = cx.outbox_bell.notified() => {}
            () = sleep(OUTBOX_EVERY) => {}
        }
    }
}

async fn by_the_clock(cx: Arc<Context>, upkeep: impl Fn()) {
    let (mut seen, mut prune) = (interval(SEEN_EVERY), interval(PRUNE_EVERY));
    loop {
        let (job, done) = tokio::select! {
            _ = seen.tick() => {
                upkeep();
                give_back();
                ("noting who was seen", jobs::mark_seen(&cx).await)
            }
            _ = prune.tick() => ("pruning", jobs::prune(&cx).await),
        };
        if let Err(error) = done {
            tracing::warn!(%error, job, "a job failed, and will be tried again");
        }
    }
}

/// The allocator returns freed memory to the system when it next handles a large block, so an idle server, which would keep
/// what its start took, hands it one. Nothing is written to it.
fn give_back() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(64 << 20)));
}
