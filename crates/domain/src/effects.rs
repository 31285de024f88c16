//! What a change of grants gains and loses: each permission at the highest resource where it is gained or lost.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::grants::Grant;
use crate::ids::AccountId;
use crate::permissions::PermissionSet;
use crate::resources::{Place, ResourceRef};
use crate::role_models::{Role, RoleModel};
use crate::time::{Spans, Timestamp};

/// A permission gained or lost at a resource and everything below.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Effect {
    /// The permission's id.
    pub permission: String,
    /// Where.
    pub resource: ResourceRef,
    /// From when on; at once without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Timestamp>,
    /// Until when; for good without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
}

impl Effect {
    /// Whether both are of the same permission at the same place, whenever.
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.permission, &self.resource) == (&other.permission, &other.resource)
    }
}

/// What a change gains and what it loses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effects {
    /// Held after, not before.
    pub gains: Vec<Effect>,
    /// Held before, not after.
    pub loses: Vec<Effect>,
}

/// A member's grants under a model, as if the member were active.
#[derive(Debug, Clone, Copy)]
pub struct Holding<'a> {
    /// The model that gives the grants their meaning.
    pub model: &'a RoleModel,
    /// The grants.
    pub grants: &'a [Grant],
}

/// Compares what is held before and after, from `now` on.
pub fn effects(account: AccountId, before: Holding, after: Holding, now: Timestamp) -> Effects {
    let mut places: BTreeMap<Uuid, &Place> = BTreeMap::new();
    let whole = Place::account(account);
    places.insert(whole.key(), &whole);
    for grant in before.grants.iter().chain(after.grants) {
        places.insert(grant.place.key(), &grant.place);
    }
    let (before, after) = (held_at_each(before, &places, now), held_at_each(after, &places, now));
    Effects {
        gains: difference(&places, &after, &before, now),
        loses: difference(&places, &before, &after, now),
    }
}

/// Permission ids with the moments at which they are held.
type Held<'a> = BTreeMap<&'a str, Spans>;

fn gather<'a>(holding: Holding<'a>, parts: impl Iterator<Item = (&'a PermissionSet, Spans)>) -> Held<'a> {
    let mut windows: BTreeMap<&str, Vec<Spans>> = BTreeMap::new();
    for (set, spans) in parts {
        for index in set.iter() {
            windows.entry(holding.model.permission(index).id.as_str()).or_default().push(spans.clone());
        }
    }
    windows.into_iter().map(|(permission, windows)| (permission, Spans::all_of(&windows))).collect()
}

fn roles(holding: Holding<'_>) -> impl Iterator<Item = (&Grant, &Role)> {
    let model = holding.model;
    holding.grants.iter().filter_map(move |grant| Some((grant, model.role(model.role_named(&grant.role)?))))
}

/// What is held on the whole account, whichever the resource.
fn held_on_account(holding: Holding<'_>, now: Timestamp) -> Held<'_> {
    let parts = roles(holding).flat_map(|(grant, role)| {
        let spans = grant.window.from(now);
        [(&role.on_account, spans.clone()), (holding.model.base(), spans)]
    });
    gather(holding, parts)
}

fn held_at_each<'a>(
    holding: Holding<'a>,
    places: &BTreeMap<Uuid, &Place>,
    now: Timestamp,
) -> BTreeMap<Uuid, Held<'a>> {
    let whole = held_on_account(holding, now);
    places.iter().map(|(key, place)| (*key, held_at(holding, &whole, place, now))).collect()
}

fn held_at<'a>(holding: Holding<'a>, whole: &Held<'a>, place: &Place, now: Timestamp) -> Held<'a> {
    let covers = |(grant, _): &(&Grant, &Role)| place.within(grant.place.key());
    let here = roles(holding).filter(covers).map(|(grant, role)| (&role.here, grant.window.from(now)));
    let mut held = whole.clone();
    for (permission, spans) in gather(holding, here) {
        let moments = held.entry(permission).or_default();
        *moments = moments.union(&spans);
    }
    held
}

fn difference(
    places: &BTreeMap<Uuid, &Place>,
    more: &BTreeMap<Uuid, Held>,
    less: &BTreeMap<Uuid, Held>,
    now: Timestamp,
) -> Vec<Effect> {
    let nothing = Spans::default();
    let at = |key: Uuid, permission: &str| {
        let of = |held: &BTreeMap<Uuid, Held>| held.get(&key).and_then(|held| held.get(permission)).cloned();
        of(more).unwrap_or_default().minus(&of(less).unwrap_or_default())
    };
    let permissions: BTreeSet<&str> = more.values().flat_map(|held| held.keys().copied()).collect();
    let mut found = Vec::new();
    for permission in permissions {
        for (key, place) in places {
            let above = place
                .steps()
                .iter()
                .skip(1)
                .filter(|step| places.contains_key(&step.key))
                .fold(nothing.clone(), |above, step| above.union(&at(step.key, permission)));
            for (start, end) in at(*key, permission).minus(&above).iter() {
                found.push(Effect {
                    permission: permission.to_owned(),
                    resource: place.name(),
                    starts_at: (start > now).then_some(start),
                    expires_at: (end < Timestamp::MAX).then_some(end),
                });
            }
        }
    }
    found.sort_unstable();
    found
}
