//! Turning what a client sent into domain values, with every field at fault named at once.

use bailiwick_domain::grants::{Grant, MOST_GRANTS};
use bailiwick_domain::ids::{AccountId, GrantId};
use bailiwick_domain::key_expiry::{self, InvalidExpiry};
use bailiwick_domain::resources::{Place, ResourceKey, ResourceRef};
use bailiwick_domain::text::InvalidText;
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_domain::violations::Violation;

use crate::context::Context;
use crate::error::{Error, FieldError, Kind, Result};
use crate::unit::Unit;

/// A field as its type, or what is wrong with it.
pub(crate) fn text<T: TryFrom<String, Error = InvalidText>>(
    pointer: &str,
    given: String,
) -> std::result::Result<T, FieldError> {
    T::try_from(given).map_err(|wrong| FieldError { pointer: pointer.to_owned(), detail: wrong.to_string() })
}

/// One field at fault as an error.
pub(crate) fn fault(field: FieldError) -> Error {
    Error::invalid(&field.pointer, field.detail)
}

/// Several as one error.
pub(crate) fn faults(errors: Vec<FieldError>) -> Error {
    let said: Vec<String> = errors
        .iter()
        .map(|field| format!("{} {}", field.pointer.trim_start_matches('/'), field.detail))
        .collect();
    Error { errors, ..Error::new(Kind::Invalid, "invalid_field", said.join("; ")) }
}

/// When a key ends, by either of two fields.
pub(crate) fn expiry(
    at: Option<Timestamp>,
    days: Option<u32>,
    now: Timestamp,
) -> std::result::Result<Option<Timestamp>, FieldError> {
    key_expiry::expiry(at, days, now).map_err(|wrong: InvalidExpiry| FieldError {
        pointer: wrong.pointer().to_owned(),
        detail: wrong.to_string(),
    })
}

/// All three, or every fault among them.
pub(crate) fn all3<A, B, C>(
    a: std::result::Result<A, FieldError>,
    b: std::result::Result<B, FieldError>,
    c: std::result::Result<C, FieldError>,
) -> Result<(A, B, C)> {
    match (a, b, c) {
        (Ok(a), Ok(b), Ok(c)) => Ok((a, b, c)),
        (a, b, c) => Err(faults([a.err(), b.err(), c.err()].into_iter().flatten().collect())),
    }
}

/// A grant as a client asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGrant {
    /// The role.
    pub role: String,
    /// Where; the account itself without it.
    pub resource: Option<ResourceRef>,
    /// From when on.
    pub starts_at: Option<Timestamp>,
    /// Until when.
    pub expires_at: Option<Timestamp>,
}

/// Asked-for grants with their places. One that a member holds already at the same place keeps its id.
///
/// # Errors
/// `invalid_grant` for ends before their starts; absent for a resource that is not there or is another account's.
pub(crate) async fn resolve_grants(
    cx: &Context,
    unit: &mut Unit<'_>,
    account: AccountId,
    asked: Vec<NewGrant>,
    held: &[Grant],
) -> Result<Vec<Grant>> {
    if asked.len() > MOST_GRANTS {
        let detail = format!("a member holds at most {MOST_GRANTS} grants");
        return Err(Violation::invalid_grant("/grants".to_owned(), detail).into());
    }
    let now = cx.now();
    let mut grants: Vec<Grant> = Vec::with_capacity(asked.len());
    let mut wrong = Vec::new();
    for (at, new) in asked.into_iter().enumerate() {
        let place = match &new.resource {
            None => Place::account(account),
            Some(resource) => place_of(unit, account, resource, [&grants, held])
                .await?
                .ok_or_else(|| Error::not_found_at(format!("/grants/{at}/resource/id"), "resource"))?,
        };
        let window = Window { starts_at: new.starts_at, expires_at: new.expires_at };
        let known = held.iter().find(|grant| grant.role == new.role && grant.place.key() == place.key());
        let unchanged = known.is_some_and(|grant| grant.window == window);
        if let Some(end) = window.expires_at.filter(|_| !unchanged) {
            let start = window.starts_at.unwrap_or(now).max(now);
            if end <= start {
                let detail = "must be in the future, and after starts_at".to_owned();
                wrong.push(Violation::invalid_grant(format!("/grants/{at}/expires_at"), detail));
            }
        }
        let id = known.map_or_else(|| GrantId::new(cx.ids.uuid()), |grant| grant.id);
        grants.push(Grant { id, role: new.role, place, window });
    }
    if wrong.is_empty() { Ok(grants) } else { Err(Error::violated(wrong)) }
}

async fn place_of(
    unit: &mut Unit<'_>,
    account: AccountId,
    resource: &ResourceRef,
    known: [&[Grant]; 2],
) -> Result<Option<Place>> {
    let Some(key) = resource.key() else { return Ok(None) };
    if key == ResourceKey::Account(account) {
        return Ok(Some(Place::account(account)));
    }
    if let Some(grant) = known
        .iter()
        .copied()
        .flatten()
        .find(|grant| grant.place.kind() == resource.kind && grant.place.steps()[0].id == resource.id)
    {
        return Ok(Some(grant.place.clone()));
    }
    let place = unit.resources().place(account, key).await?;
    Ok(place.filter(|place| place.kind() == resource.kind))
}
