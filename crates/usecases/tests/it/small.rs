//! A small account under `pubnub`, with everything in it that a permission can be asked at.

use std::collections::BTreeSet;

use bailiwick_domain::effects::Effect;
use bailiwick_domain::resources::{Resource, ResourceRef};
use bailiwick_usecases::input::NewGrant;

use crate::support::{Random, Seat, World, grant, grant_on, grants};

/// Permissions with the resources at which they are held.
pub type Held = BTreeSet<(String, ResourceRef)>;

pub struct Small {
    pub w: World,
    pub owner: Seat,
    pub admin: Seat,
    pub dev: Seat,
    /// Each with the one that it stands under.
    pub resources: Vec<(ResourceRef, Option<ResourceRef>)>,
    pub permissions: Vec<String>,
    /// Roles with the type at which they are granted.
    roles: Vec<(String, String)>,
}

impl Small {
    pub async fn new() -> Self {
        let w = World::new().await;
        let owner = w.sign_up("owner", "pubnub").await;
        let admin = w.join(&owner, "admin", grants(&["account-admin"])).await;
        let dev = w.join(&owner, "dev", vec![]).await;
        let account = ResourceRef::account(owner.account);
        let mut resources = vec![(account.clone(), None)];
        let mut add = |resource: &Resource, above: &ResourceRef| {
            resources.push((resource.name.clone(), Some(above.clone())));
        };
        let (one, two) = (w.app(&owner, "one").await, w.app(&owner, "two").await);
        for app in [&one, &two] {
            add(app, &account);
        }
        for (app, name) in [(&one, "live"), (&one, "test"), (&two, "live")] {
            add(&w.keyset(&owner, app, name).await, &app.name);
        }
        let model = w.cx.models.get("pubnub", None).unwrap();
        let permissions = model.permissions().iter().map(|permission| permission.id.clone()).collect();
        let scope = |role: &bailiwick_domain::role_models::Role| model.type_id(role.scope).to_owned();
        let roles = model.roles().iter().map(|role| (role.id.clone(), scope(role))).collect();
        Self { w, owner, admin, dev, resources, permissions, roles }
    }

    /// Every permission at every resource that decisions allow.
    pub async fn matrix(&self, seat: &Seat) -> Held {
        let mut held = Held::new();
        for permission in &self.permissions {
            for (resource, _) in &self.resources {
                if self.w.may_at(seat, permission, resource).await {
                    held.insert((permission.clone(), resource.clone()));
                }
            }
        }
        held
    }

    fn is_under(&self, resource: &ResourceRef, root: &ResourceRef) -> bool {
        resource == root || {
            let known = self.resources.iter().find(|(known, _)| known == resource);
            known.and_then(|(_, above)| above.as_ref()).is_some_and(|above| self.is_under(above, root))
        }
    }

    /// What a list of effects says of this moment, at every resource.
    pub fn spread(&self, effects: &[Effect]) -> Held {
        let mut spread = Held::new();
        for effect in effects.iter().filter(|effect| effect.starts_at.is_none()) {
            let under = self.resources.iter().filter(|(known, _)| self.is_under(known, &effect.resource));
            spread.extend(under.map(|(resource, _)| (effect.permission.clone(), resource.clone())));
        }
        spread
    }

    /// Any role, somewhere, sometimes bounded in time.
    pub fn random_grant(&self, random: &mut Random) -> NewGrant {
        let (role, scope) = random.pick(&self.roles);
        let of_type = self.resources.iter().map(|(name, _)| name).filter(|name| name.kind == *scope);
        let places: Vec<&ResourceRef> = of_type.collect();
        let place: &ResourceRef = random.pick::<&ResourceRef>(&places);
        let mut grant = if scope == "account" { grant(role) } else { grant_on(role, place) };
        let mut half_hours =
            |least: usize, below: usize| i64::try_from(least + random.below(below)).unwrap() * 1800;
        let (start, end) = (half_hours(0, 20), half_hours(1, 30));
        let now = self.w.now();
        grant.starts_at = (start < 4 * 1800).then(|| now.plus_seconds(start));
        grant.expires_at = (end < 7 * 1800).then(|| now.plus_seconds(end));
        grant
    }

    /// Any grants, at most so many.
    pub fn random_grants(&self, random: &mut Random, most: usize) -> Vec<NewGrant> {
        (0..random.below(most + 1)).map(|_| self.random_grant(random)).collect()
    }
}
