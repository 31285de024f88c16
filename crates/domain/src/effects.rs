//! What a change of grants gains and loses: each permission at the highest resource where it is gained or lost.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::grants::Grant;
use crate::ids::AccountId;
use crate::permissions::PermissionSet;
use crate::resources::{Place, ResourceRef};
use crate::role_models::RoleModel;
use crate::time::{Spans, Timestamp, Window};

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

/// What a change gains and what it loses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effects {
    /// Held after, not before.
    pub gains: Vec<Effect>,
    /// Held before, not after.
    pub loses: Vec<Effect>,
}

/// A member's grants under a model. A member who is not active holds nothing: give no grants then.
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
    let held_before: BTreeMap<Uuid, Held> =
        places.iter().map(|(key, place)| (*key, held_at(before, place, now))).collect();
    let held_after: BTreeMap<Uuid, Held> =
        places.iter().map(|(key, place)| (*key, held_at(after, place, now))).collect();
    Effects {
        gains: difference(&places, &held_after, &held_before, now),
        loses: difference(&places, &held_before, &held_after, now),
    }
}

/// Permission ids with the moments at which they are held.
type Held<'a> = BTreeMap<&'a str, Spans>;

fn held_at<'a>(holding: Holding<'a>, place: &Place, now: Timestamp) -> Held<'a> {
    let mut held: Held<'a> = BTreeMap::new();
    let mut add = |set: &PermissionSet, window: &Window| {
        let spans = window.from(now);
        for index in set.iter() {
            let moments = held.entry(holding.model.permission(index).id.as_str()).or_default();
            *moments = moments.union(&spans);
        }
    };
    for grant in holding.grants {
        let Some(role) = holding.model.role_named(&grant.role).map(|role| holding.model.role(role)) else {
            continue;
        };
        if place.within(grant.place.key()) {
            add(&role.here, &grant.window);
        }
        add(&role.on_account, &grant.window);
        add(holding.model.base(), &grant.window);
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
