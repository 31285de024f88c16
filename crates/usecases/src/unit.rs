//! The one helper that begins, commits and rolls back, and that answers a repeated request with its first answer.

use bailiwick_ports::idempotency::{Claim, RequestKey};
use bailiwick_ports::{Access, UnitOfWork};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tracing::{Instrument, info_span};

use crate::TRACES;
use crate::context::{Call, Caller, Context, Idempotency};
use crate::error::{Error, Kind, Result};
use crate::metrics;
use crate::tokens::is_signed;

/// The unit that a use case's steps are given.
pub type Unit<'a> = dyn UnitOfWork + 'a;

/// For how long a repeated request gets its first answer, in seconds.
pub const REMEMBERED_SECONDS: i64 = 24 * 3600;

tokio::task_local! {
    static WRITING: ();
}

/// Runs the steps of a use case that only reads.
pub async fn read<T>(cx: &Context, steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>) -> Result<T> {
    let work = async {
        let mut unit = cx.store.begin(Access::Read).await?;
        let outcome = steps(&mut *unit).await;
        unit.rollback().await?;
        outcome
    };
    work.instrument(info_span!(target: TRACES, "read")).await
}

/// Runs steps of upkeep, which no one asked for and no audit tells of: all or nothing.
pub(crate) async fn maintain<T>(
    cx: &Context,
    steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>,
) -> Result<T> {
    let mut unit = cx.store.begin(Access::Write).await?;
    match steps(&mut *unit).await {
        Ok(value) => {
            unit.commit().await?;
            Ok(value)
        }
        Err(error) => {
            unit.rollback().await?;
            Err(error)
        }
    }
}

/// Runs the steps of a use case that writes: all or nothing, and once for all repetitions of a request.
///
/// # Errors
/// What the steps refuse, with nothing written; `idempotency_key_reused`; what the store fails with.
pub async fn write<T>(
    cx: &Context,
    call: &Call,
    steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>,
) -> Result<T>
where
    T: Serialize + DeserializeOwned,
{
    if WRITING.try_with(|()| ()).is_ok() {
        return Err(Error::internal(&"a second writer inside one"));
    }
    WRITING.scope((), write_once(cx, call, steps)).instrument(info_span!(target: TRACES, "write")).await
}

async fn write_once<T>(
    cx: &Context,
    call: &Call,
    steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>,
) -> Result<T>
where
    T: Serialize + DeserializeOwned,
{
    let asked = cx.clock.elapsed();
    let mut unit = cx.store.begin(Access::Write).await?;
    let begun = cx.clock.elapsed();
    metrics::waited_to_write(begun.saturating_sub(asked));
    let request = call.idempotency.as_ref().map(|idempotency| Request::new(call, idempotency));
    let outcome = attempt(cx, &mut *unit, request.as_ref(), steps).await;
    match outcome {
        Ok(Attempt { answer, repeated: false }) => {
            commit(cx, unit).await?;
            metrics::wrote(cx.clock.elapsed().saturating_sub(begun));
            answer
        }
        Ok(Attempt { answer, repeated: true }) => {
            unit.rollback().await?;
            answer
        }
        Err(error) => {
            unit.rollback().await?;
            if let Some(request) = request.filter(|_| error.is_an_answer()) {
                return remember_refusal(cx, &request, error).await;
            }
            Err(error)
        }
    }
}

/// What a request is answered with, and whether that is its first answer again.
struct Attempt<T> {
    answer: Result<T>,
    repeated: bool,
}

async fn attempt<T>(
    cx: &Context,
    unit: &mut Unit<'_>,
    request: Option<&Request<'_>>,
    steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>,
) -> Result<Attempt<T>>
where
    T: Serialize + DeserializeOwned,
{
    if let Some(request) = request
        && let Some(answer) = request.claim(cx, unit).await?
    {
        return Ok(Attempt { answer, repeated: true });
    }
    let value = steps(unit).await?;
    if let Some(request) = request {
        request.keep(unit, &Ok::<&T, Error>(&value)).await?;
    }
    Ok(Attempt { answer: Ok(value), repeated: false })
}

async fn commit(cx: &Context, unit: Box<dyn UnitOfWork>) -> Result<()> {
    let committed = unit.commit().await?;
    cx.decisions.committed(&committed.revisions);
    cx.decisions.users_changed(&committed.users);
    if committed.outbox {
        cx.outbox_bell.notify_one();
    }
    Ok(())
}

async fn remember_refusal<T: Serialize + DeserializeOwned>(
    cx: &Context,
    request: &Request<'_>,
    error: Error,
) -> Result<T> {
    let mut unit = cx.store.begin(Access::Write).await?;
    match request.claim(cx, &mut *unit).await {
        Ok(None) => {}
        Ok(Some(answer)) => {
            unit.rollback().await?;
            return answer;
        }
        Err(failure) => {
            unit.rollback().await?;
            return Err(failure);
        }
    }
    match request.keep(&mut *unit, &Err::<T, &Error>(&error)).await {
        Ok(()) => commit(cx, unit).await?,
        Err(failure) => {
            unit.rollback().await?;
            return Err(failure);
        }
    }
    Err(error)
}

struct Request<'a> {
    key: RequestKey,
    body: &'a [u8],
}

const IDEMPOTENCY: &str = "idempotency";

impl<'a> Request<'a> {
    fn new(call: &Call, idempotency: &'a Idempotency) -> Self {
        let caller = match call.caller {
            // Two strangers may choose the same key.
            Caller::Anonymous => format!("anonymous {}", call.source()),
            Caller::User { user, .. } => user.to_string(),
            // By the key, for who takes an integration over gets nothing that was answered before.
            Caller::Integration { key, .. } => key.to_string(),
            Caller::Platform(key) => key.to_string(),
            Caller::Operator => "operator".to_owned(),
        };
        let key =
            RequestKey { caller, operation: idempotency.operation.clone(), key: idempotency.key.clone() };
        Self { key, body: &idempotency.body }
    }
    async fn claim<T: DeserializeOwned>(
        &self,
        cx: &Context,
        unit: &mut Unit<'_>,
    ) -> Result<Option<Result<T>>> {
        let now = cx.now();
        let forget = now.plus_seconds(-REMEMBERED_SECONDS);
        let mac = cx.signer.mac(IDEMPOTENCY, self.body);
        match unit.idempotency().claim(&self.key, mac, now, forget).await? {
            Claim::New => Ok(None),
            Claim::Seen { body_mac, .. } if !is_signed(cx, IDEMPOTENCY, self.body, &body_mac) => {
                Err(Error::new(
                    Kind::Invalid,
                    "idempotency_key_reused",
                    "this Idempotency-Key was sent with another body within 24 hours; use a new one",
                ))
            }
            Claim::Seen { answer, .. } => {
                let answer: std::result::Result<T, Error> =
                    serde_json::from_str(&answer).map_err(|error| Error::internal(&error))?;
                Ok(Some(answer))
            }
        }
    }
    async fn keep(&self, unit: &mut Unit<'_>, answer: &impl Serialize) -> Result<()> {
        let text = serde_json::to_string(answer).map_err(|error| Error::internal(&error))?;
        Ok(unit.idempotency().answer(&self.key, &text).await?)
    }
}
