//! Between columns and the domain's types. What can't be read is `Corrupt`, never a guess.

use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_ports::StoreError;

use crate::error::corrupt;

pub(crate) fn name(text: String) -> Result<Name, StoreError> {
    Name::try_from(text).map_err(|err| corrupt(format!("a name {err}")))
}

pub(crate) fn name_or_none(text: Option<String>) -> Result<Option<Name>, StoreError> {
    text.map(name).transpose()
}

pub(crate) fn email(text: String) -> Result<Email, StoreError> {
    Email::try_from(text).map_err(|err| corrupt(format!("an address {err}")))
}

/// A number that the domain counts with; the database has signed ones only.
pub(crate) fn count(value: i64) -> Result<u64, StoreError> {
    u64::try_from(value).map_err(corrupt)
}

pub(crate) fn small(value: i64) -> Result<u32, StoreError> {
    u32::try_from(value).map_err(corrupt)
}

pub(crate) fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// How many rows to read for a page: one more than it shows.
pub(crate) fn page(limit: u64) -> i64 {
    number(limit.saturating_add(1))
}

/// The same, as the query builder wants it.
pub(crate) fn fetch(limit: u64) -> u64 {
    page(limit).unsigned_abs()
}

pub(crate) fn time(micros: i64) -> Timestamp {
    Timestamp::from_micros(micros)
}

pub(crate) fn window(starts_at: Option<i64>, expires_at: Option<i64>) -> Window {
    Window { starts_at: starts_at.map(time), expires_at: expires_at.map(time) }
}

/// A status or a kind, from its text.
pub(crate) fn known<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    parse(text).ok_or_else(|| corrupt(format!("an unknown word in a row: {text:?}")))
}

pub(crate) fn hash(bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| corrupt("a hash that has not 32 bytes"))
}

/// What a search in addresses and names looks into, and the form of what is searched for: lower case in every script,
/// which neither database does alike.
pub(crate) fn search(email: &Email, name: Option<&str>) -> String {
    format!("{}\n{}", email.normal(), name.unwrap_or_default().to_lowercase())
}

/// A pattern for `LIKE … ESCAPE '\'` that finds a text anywhere.
pub(crate) fn anywhere(text: &str) -> String {
    let lower = text.to_lowercase();
    format!("%{}%", lower.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// An update that names the version which the row must have: none written means that another came first.
pub(crate) fn written(rows: u64) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Stale) } else { Ok(()) }
}
