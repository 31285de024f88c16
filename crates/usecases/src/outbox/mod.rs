//! Delivering what waits in the outbox: at least once, with back-off, and kept as dead in the end. What a mail says is in
//! `content`, what an operator asks of the outbox in `operator`.

use std::future::ready;
use std::pin::pin;
use std::time::Duration;

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::{Delivery, Fate, MOST_ATTEMPTS, Message, fate};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::MailError;
use bailiwick_ports::outbox::{Due, Outbox};
use futures::stream::{FuturesUnordered, Stream, StreamExt};
use tokio::time::{interval, timeout};
use tracing::{Instrument, info_span};

use crate::TRACES;
use crate::context::Context;
use crate::error::Result;
use crate::limits::{LIMIT_MAILS, hit};
use crate::metrics;
use crate::unit::maintain;

use self::content::Facts;

mod content;
mod operator;

pub use operator::{Lag, lag, list, retry, retry_all};

/// For how long a message is its holder's alone unless that one says that it still holds it, in seconds. After a crash
/// it is another's to deliver.
const LEASE_SECONDS: i64 = 15;
/// How often a holder says so.
const RENEW_EVERY: Duration = Duration::from_secs(3);
/// So often in a row nothing could be written: by then the lease has ended.
const MOST_FAILURES: u32 = 5;
/// Where a mailer's own limits fail, this one holds.
const MOST_TIME: Duration = Duration::from_mins(5);
const BATCH: usize = 50;

/// Takes some of what is due at a moment, to be delivered at once. Where more is left, it rings for others.
///
/// # Errors
/// What the store fails with.
pub async fn claim_due(cx: &Context, now: Timestamp) -> Result<Vec<Delivery>> {
    let claimed = claim(cx, Due::by(now)).await?;
    if claimed.len() == BATCH {
        cx.outbox_bell.notify_one();
    }
    Ok(claimed)
}

/// Delivers all that is due by a time, each message once. Where the time is yet to come, this leaves out what was tried a
/// moment ago.
pub(crate) async fn deliver_by(cx: &Context, time: Timestamp) -> Result<()> {
    let now = cx.now();
    deliver_all(cx, Due::by(time.min(now))).await?;
    if time > now {
        let early = Due { by: time, untouched_since: Some(now.plus_seconds(-LEASE_SECONDS)) };
        deliver_all(cx, early).await?;
    }
    Ok(())
}

async fn deliver_all(cx: &Context, due: Due) -> Result<()> {
    loop {
        let claimed = claim(cx, due).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        deliver(cx, &claimed).await?;
    }
}

async fn claim(cx: &Context, due: Due) -> Result<Vec<Delivery>> {
    let now = cx.now();
    maintain(cx, async |unit| {
        Ok(unit.outbox().claim(due, now, now.plus_seconds(LEASE_SECONDS), BATCH as u64).await?)
    })
    .await
}

type Outcome = std::result::Result<(), MailError>;

/// What was claimed: what is still under way, and what is done but not yet written down.
struct Batch<'a> {
    under_way: Vec<&'a Delivery>,
    finished: Vec<(&'a Delivery, Outcome)>,
}

/// Delivers what was taken: sends each message and marks it as soon as it is sent. A slow one is kept from others
/// meanwhile. It ends when each is sent, put off or dead; dropped before that, it may have sent what others will send
/// again.
///
/// # Errors
/// What the store fails with, for as long as it is worth trying. A mail that can't be sent is no error.
pub async fn deliver(cx: &Context, claimed: &[Delivery]) -> Result<()> {
    if claimed.is_empty() {
        return Ok(());
    }
    // Where one of them can't be read, each is read by itself.
    let facts = Facts::read(cx, claimed).await.ok();
    let facts = facts.as_ref();
    let mut batch = Batch { under_way: claimed.iter().collect(), finished: Vec::new() };
    let send_one = |delivery| async move { (delivery, send(cx, delivery, facts).await) };
    let mut sent = claimed.iter().map(send_one).collect::<FuturesUnordered<_>>().ready_chunks(claimed.len());
    let mut ticks = interval(RENEW_EVERY);
    ticks.tick().await;
    let (mut failures, mut sent_more) = (0, false);
    loop {
        let ticked = tokio::select! {
            () = ready(()), if sent_more => false,
            Some(some) = sent.next() => { batch.finish(some); false }
            _ = ticks.tick() => true,
        };
        let (written, more) = while_sending(&mut sent, batch.write(cx, ticked)).await;
        sent_more = written.is_ok() && !more.is_empty();
        batch.finish(more);
        match written {
            Ok(()) => failures = 0,
            Err(error) if failures >= MOST_FAILURES && batch.under_way.is_empty() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "what becomes of mails could not be written down yet");
                failures += u32::from(ticked);
            }
        }
        if batch.under_way.is_empty() && batch.finished.is_empty() {
            return Ok(());
        }
    }
}

/// Goes on sending while something is written: who sends may have been given the connection that the writer waits for.
async fn while_sending<T, P>(
    sent: &mut (impl Stream<Item = Vec<P>> + Unpin),
    writing: impl Future<Output = T>,
) -> (T, Vec<P>) {
    let mut more = Vec::new();
    let mut writing = pin!(writing);
    loop {
        tokio::select! {
            written = &mut writing => return (written, more),
            Some(some) = sent.next() => more.extend(some),
        }
    }
}

impl<'a> Batch<'a> {
    fn finish(&mut self, some: Vec<(&'a Delivery, Outcome)>) {
        self.under_way.retain(|delivery| some.iter().all(|(finished, _)| finished.id != delivery.id));
        self.finished.extend(some);
    }

    /// Writes down what became of what is finished; and, if wanted, that the rest is still held.
    async fn write(&mut self, cx: &Context, renew: bool) -> Result<()> {
        let now = cx.now();
        maintain(cx, async |unit| {
            let sent = self.finished.iter().filter(|(_, outcome)| outcome.is_ok());
            let sent: Vec<DeliveryId> = sent.map(|(delivery, _)| delivery.id).collect();
            if !sent.is_empty() {
                unit.outbox().done(&sent).await?;
            }
            for (delivery, outcome) in &self.finished {
                if let Err(failure) = outcome {
                    put_off(unit.outbox(), delivery, failure, now).await?;
                }
            }
            for delivery in self.under_way.iter().filter(|_| renew) {
                unit.outbox().renew(delivery, now, now.plus_seconds(LEASE_SECONDS)).await?;
            }
            Ok(())
        })
        .await?;
        self.finished.clear();
        Ok(())
    }
}

async fn put_off(
    outbox: &mut dyn Outbox,
    delivery: &Delivery,
    failure: &MailError,
    now: Timestamp,
) -> Result<()> {
    let (id, attempts) = (delivery.id, delivery.attempts);
    match fate(attempts, matches!(failure, MailError::ForGood(_))) {
        Fate::TryAgain(seconds) => {
            tracing::warn!(delivery = %id, attempts, seconds, %failure, "a mail is put off");
            Ok(outbox.retry(delivery, now.plus_seconds(seconds), &failure.to_string()).await?)
        }
        Fate::Dead => {
            tracing::error!(delivery = %id, attempts, %failure, "a mail is dead: `bailiwick outbox list --dead`");
            Ok(outbox.bury(delivery, now, &failure.to_string()).await?)
        }
    }
}

/// Whether an account's members were told of enough limits on short periods in this hour.
async fn is_too_much(cx: &Context, delivery: &Delivery) -> bool {
    match &delivery.message {
        Message::UsageLimit { account, limit, .. } if limit.is_short() => {
            hit(cx, &LIMIT_MAILS, &account.to_string()).await.is_err()
        }
        _ => false,
    }
}

async fn send(cx: &Context, delivery: &Delivery, facts: Option<&Facts>) -> Outcome {
    if delivery.attempts > MOST_ATTEMPTS {
        return Err(MailError::ForGood("those who took it never came to an end with it".to_owned()));
    }
    let work = async {
        let mail = if let Some(facts) = facts {
            facts.mail(cx, delivery)
        } else {
            let facts = Facts::read(cx, std::slice::from_ref(delivery)).await;
            facts.map_err(|error| MailError::ForNow(error.to_string()))?.mail(cx, delivery)
        };
        match mail {
            Some(mail) if !is_too_much(cx, delivery).await => cx.mailer.send(&mail).await,
            _ => Ok(()),
        }
    };
    let span = info_span!(target: TRACES, "deliver", delivery = %delivery.id, attempt = delivery.attempts);
    let sent = timeout(MOST_TIME, work).instrument(span).await;
    let sent = sent.unwrap_or_else(|_| Err(MailError::ForNow("it took too long".to_owned())));
    metrics::mail(sent.is_ok());
    sent
}
