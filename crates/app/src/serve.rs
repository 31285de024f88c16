//! The server: HTTP until a signal, and the jobs beside it.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_http::{HttpSettings, Proxies, app};
use bailiwick_usecases::{Context, jobs, outbox};
use poem::listener::{Acceptor, Listener, TcpListener};
use tokio::sync::{Mutex, watch};
use tokio::task::JoinSet;
use tokio::time::{interval, sleep, timeout};

use crate::commands::Failure;
use crate::metrics;
use crate::patience::Patience;
use crate::settings::Settings;
use crate::system::SystemClock;
use crate::traces;
use crate::wiring;

/// How long requests under way may take to finish once the process is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(30);
/// How long a request may take to arrive, beside the time that answering it may take.
const ARRIVAL: Duration = Duration::from_secs(10);
/// How often the outbox is looked at when no one rings: for what other processes put there, and for what is due again.
const OUTBOX_EVERY: Duration = Duration::from_secs(1);
const SEEN_EVERY: Duration = Duration::from_secs(10);
/// How often this node asks for jobs that are due and that no other node is at.
const JOBS_EVERY: Duration = Duration::from_secs(30);
/// How many deliver the outbox side by side: one slow mail holds up one of them.
const DELIVERERS: usize = 4;
/// How long who is rung for waits for more to deliver along with it: taking, reading and marking cost as much for one as for
/// many.
const GATHER: Duration = Duration::from_millis(100);

/// Serves until the process is told to stop, and finishes what is under way.
pub async fn serve(settings: Settings) -> Result<(), Failure> {
    let collected = metrics::collect().map_err(|error| Failure::new(&error))?;
    let store = wiring::open_store(&settings).await?;
    let clock = Arc::new(SystemClock::new());
    let cx = Arc::new(wiring::context_over(store.clone(), &settings, clock).await?);
    let http = HttpSettings {
        cors_origins: settings.cors_origins.clone(),
        request_timeout: Duration::from_secs(settings.request_timeout_seconds),
        proxies: Proxies { trusted: settings.trusted_proxies.clone(), header: settings.forwarded_header },
        tracing: settings.otlp_endpoint.as_ref().map(|_| traces::OF_REQUESTS),
    };
    let upkeep = collected.clone();
    let endpoint = app(Arc::clone(&cx), http, metrics::shown(collected, store, cx.now()));
    let acceptor = TcpListener::bind(settings.listen)
        .into_acceptor()
        .await
        .map_err(|error| Failure::new(&format!("can't listen on {}: {error}", settings.listen)))?;
    let listening = acceptor.local_addr().first().map(ToString::to_string).unwrap_or_default();
    let (stop, stopped) = watch::channel(false);
    let jobs = start_jobs(&cx, &stopped, move || upkeep.run_upkeep());
    greet(&settings, &settings.database()?.shown(), listening.trim_start_matches("socket://"));
    let acceptor = Patience::new(acceptor, ARRIVAL + Duration::from_secs(settings.request_timeout_seconds));
    let served = poem::Server::new_with_acceptor(acceptor)
        .run_with_graceful_shutdown(endpoint, stop_signal(), Some(LAST_REQUESTS))
        .await;
    let _ = stop.send(true);
    // What was begun is ended, for a mail that is sent but not marked would be sent again.
    if timeout(LAST_REQUESTS, jobs.join_all()).await.is_err() {
        tracing::warn!("mails under way are given up, and may be sent again");
    }
    jobs::mark_seen(&cx).await?;
    served.map_err(|error| Failure::new(&error))
}

fn greet(settings: &Settings, database: &str, listening: &str) {
    let mails = settings.smtp.as_ref().map_or_else(
        || format!("land in       {}", settings.data_dir.join("mail").display()),
        |server| format!("go by         {server}"),
    );
    println!(
        "Bailiwick listens on http://{listening}\n\
         \x20 mails {mails}\n\
         \x20 the data is in      {}\n\
         \x20 the database is     {database}\n\
         \x20 the API is shown at {}/docs\n\
         Try: curl -s {}/v1/signup -H 'Content-Type: application/json' \\\n\
         \x20 -d '{{\"email\":\"ada@example.com\",\"password\":\"correct horse\",\"name\":\"Ada\",\"account_name\":\"Acme\",\"role_model\":\"pubnub\"}}'",
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
    let turn = Arc::new(Mutex::new(()));
    for _ in 0..DELIVERERS {
        all.spawn(deliver(Arc::clone(cx), Arc::clone(&turn), stopped.clone()));
    }
    // What was left there is not waited for.
    cx.outbox_bell.notify_one();
    all.spawn(note_by_the_clock(Arc::clone(cx), upkeep, stopped.clone()));
    all.spawn(until(stopped.clone(), run_by_the_clock(Arc::clone(cx))));
    all
}

async fn until(mut stopped: watch::Receiver<bool>, work: impl Future<Output = ()>) {
    tokio::select! {
        _ = stopped.changed() => {}
        () = work => {}
    }
}

/// Delivers the outbox: soon when rung, and what is due by itself. One at a time takes what is there, so that others are
/// free for what comes while that is under way. It stops between mails, not within one.
async fn deliver(cx: Arc<Context>, turn: Arc<Mutex<()>>, mut stopped: watch::Receiver<bool>) {
    loop {
        let called = async {
            let mine = turn.lock().await;
            if timeout(OUTBOX_EVERY, cx.outbox_bell.notified()).await.is_ok() {
                sleep(GATHER).await;
            }
            mine
        };
        let mine = tokio::select! {
            mine = called => mine,
            _ = stopped.wait_for(|stopped| *stopped) => return,
        };
        let claimed = outbox::claim_due(&cx, cx.now()).await;
        drop(mine);
        let delivered = match claimed {
            Ok(claimed) => outbox::deliver(&cx, &claimed).await,
            Err(error) => Err(error),
        };
        if let Err(error) = delivered {
            tracing::warn!(%error, "the outbox could not be delivered");
        }
    }
}

/// Writes down what this node noted, however long jobs take. It stops between two times, so that nothing is lost that was
/// taken to be written.
async fn note_by_the_clock(cx: Arc<Context>, upkeep: impl Fn(), mut stopped: watch::Receiver<bool>) {
    let mut ticks = interval(SEEN_EVERY);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        upkeep();
        give_back();
        warn_of(jobs::mark_seen(&cx).await.and(metrics::note_outbox(&cx).await));
    }
}

async fn run_by_the_clock(cx: Arc<Context>) {
    let mut ticks = interval(JOBS_EVERY);
    loop {
        ticks.tick().await;
        warn_of(jobs::run_jobs(&cx, cx.now()).await);
    }
}

fn warn_of(done: Result<(), bailiwick_usecases::Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "what runs by the clock failed, and will be tried again");
    }
}

/// The allocator returns freed memory to the system when it next handles a large block, so an idle server, which would keep
/// what its start took, hands it one. Nothing is written to it.
fn give_back() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(64 << 20)));
}
