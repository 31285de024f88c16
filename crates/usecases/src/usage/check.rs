//! Whether what a back end sent are records: every fault is named, up to a number.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AccountId, AppId, KeysetId};
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::text::InvalidText;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{
    MOST_AHEAD_SECONDS, MOST_LATE_SECONDS, MOST_QUANTITY, Metric, Record, RecordId, RecordName,
};

use futures::stream::{self, StreamExt, TryStreamExt};

use super::{Given, NewRecord, keyset};
use crate::context::Context;
use crate::error::{Error, FieldError, Kind, Result};

/// How many faults are named at most.
const MOST_FAULTS: usize = 100;
/// How many things are looked up side by side, where this node does not know them yet.
const LOOKED_UP_AT_ONCE: usize = 16;
const CLOSED: &str = "is closed (account_closed)";

/// What the records of a batch name, as this node knows it. What was removed elsewhere a moment ago may still be in it.
struct Named {
    accounts: HashMap<AccountId, Option<AccountStatus>>,
    apps: HashMap<AppId, Option<AccountId>>,
    keysets: HashMap<KeysetId, Option<(AccountId, AppId)>>,
}

impl Named {
    async fn of(cx: &Context, records: &[NewRecord]) -> Result<Self> {
        let accounts = distinct(records, |record| record.account.as_ref().ok().copied());
        let accounts = at_once(accounts, |id| async move {
            Ok((id, cx.decisions.account(id).await?.map(|account| account.status)))
        });
        let apps = distinct(records, |record| record.app.as_ref().ok().copied().flatten());
        let apps = at_once(apps, |id| async move {
            let path = cx.decisions.place_of(ResourceKey::App(id)).await?;
            Ok((id, path.map(|path| path.account)))
        });
        let keysets = distinct(records, |record| record.keyset.as_ref().ok().copied().flatten());
        let keysets = at_once(keysets, |id| async move { Ok((id, keyset(cx, id).await?)) });
        Ok(Self { accounts: accounts.await?, apps: apps.await?, keysets: keysets.await? })
    }

    fn account(&self, id: AccountId) -> Given<AccountId> {
        match self.accounts.get(&id).copied().flatten() {
            None => Err("is no account".to_owned()),
            Some(AccountStatus::Closed) => Err(CLOSED.to_owned()),
            Some(_) => Ok(id),
        }
    }
    fn app(&self, account: Option<AccountId>, id: AppId) -> Given<AppId> {
        let found = self.apps.get(&id).copied().flatten();
        if found.is_some() && account.is_none_or(|account| found == Some(account)) {
            return Ok(id);
        }
        Err("is no app of the account".to_owned())
    }
    /// The keyset's app, which a record may name besides.
    fn keyset(&self, account: Option<AccountId>, app: Option<AppId>, id: KeysetId) -> Given<AppId> {
        match self.keysets.get(&id).copied().flatten() {
            Some((of, found)) if account.is_none_or(|account| account == of) => {
                let same = app.is_none_or(|app| app == found);
                if same { Ok(found) } else { Err("is no keyset of the app".to_owned()) }
            }
            _ => Err("is no keyset of the account".to_owned()),
        }
    }
}

fn distinct<T: Eq + Hash>(records: &[NewRecord], id: impl Fn(&NewRecord) -> Option<T>) -> HashSet<T> {
    records.iter().filter_map(id).collect()
}

/// Looks some things up side by side.
async fn at_once<T: Eq + Hash, V, F>(ids: HashSet<T>, look_up: impl Fn(T) -> F) -> Result<HashMap<T, V>>
where
    F: Future<Output = Result<(T, V)>>,
{
    stream::iter(ids).map(look_up).buffer_unordered(LOOKED_UP_AT_ONCE).try_collect().await
}

/// The faults of one batch.
#[derive(Default)]
struct Faults(Vec<FieldError>);

impl Faults {
    /// What was given, or none with its fault noted.
    fn or_none<T>(&mut self, at: usize, field: &str, given: Given<T>) -> Option<T> {
        given.map_err(|detail| self.0.push(FieldError { pointer: format!("/{at}/{field}"), detail })).ok()
    }

    fn error(mut self) -> Error {
        let (found, first) = (self.0.len(), format!("{} {}", self.0[0].pointer, self.0[0].detail));
        let only_closed = self.0.iter().all(|fault| fault.detail == CLOSED);
        let code = if only_closed { "account_closed" } else { "invalid_field" };
        self.0.truncate(MOST_FAULTS);
        let more = if found > 1 { format!("; and {} more", found - 1) } else { String::new() };
        let said = format!("nothing was counted: {first}{more}");
        Error { errors: self.0, ..Error::new(Kind::Invalid, code, said) }
    }
}

/// The records.
///
/// # Errors
/// `account_closed` where that is all that is wrong, else `invalid_field`, with every fault.
pub(super) async fn records(cx: &Context, given: Vec<NewRecord>) -> Result<Vec<Record>> {
    let named = Named::of(cx, &given).await?;
    let (mut faults, now) = (Faults::default(), cx.now());
    let records: Vec<Record> = given
        .into_iter()
        .enumerate()
        .filter_map(|(at, record)| checked(&named, &mut faults, at, record, now))
        .collect();
    if faults.0.is_empty() { Ok(records) } else { Err(faults.error()) }
}

fn checked(
    named: &Named,
    faults: &mut Faults,
    at: usize,
    record: NewRecord,
    now: Timestamp,
) -> Option<Record> {
    let text = |wrong: InvalidText| wrong.to_string();
    let of = record.account.as_ref().ok().copied();
    let account = faults.or_none(at, "account", record.account.and_then(|id| named.account(id)));
    let given = record.app.as_ref().ok().copied().flatten();
    let app = record.app.and_then(|app| app.map(|id| named.app(of, id)).transpose());
    let app = faults.or_none(at, "app", app);
    let keyset = record.keyset.as_ref().ok().copied().flatten();
    let its_app = record.keyset.and_then(|id| id.map(|id| named.keyset(of, given, id)).transpose());
    let its_app = faults.or_none(at, "keyset", its_app);
    let metric =
        faults.or_none(at, "metric", record.metric.and_then(|given| Metric::try_from(given).map_err(text)));
    let quantity = faults.or_none(at, "quantity", checked_quantity(record.quantity));
    let time = faults.or_none(at, "at", record.at.and_then(|time| checked_time(time, now)));
    let id = faults.or_none(at, "id", record.id.and_then(|given| RecordId::try_from(given).map_err(text)));
    Some(Record {
        name: RecordName { account: account?, id: id? },
        app: its_app?.or(app?),
        keyset,
        metric: metric?,
        quantity: quantity?,
        at: time?,
    })
}

fn checked_quantity(given: Given<u64>) -> Given<u64> {
    let quantity = given.ok().filter(|quantity| *quantity <= MOST_QUANTITY);
    quantity.ok_or_else(|| format!("must be a whole number from 0 to {MOST_QUANTITY}"))
}

fn checked_time(at: Timestamp, now: Timestamp) -> Given<Timestamp> {
    if at < now.plus_seconds(-MOST_LATE_SECONDS) {
        return Err("must be within the last 7 days".to_owned());
    }
    if at > now.plus_seconds(MOST_AHEAD_SECONDS) {
        return Err("must be at most 5 minutes ahead".to_owned());
    }
    Ok(at)
}
