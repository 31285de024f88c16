//! The decision: grants, a resource's path and a permission make allowed or not, and why. There is no second reading.

use smallvec::SmallVec;
use uuid::Uuid;

use crate::grants::Grant;
use crate::ids::{GrantId, IntegrationId, UserId};
use crate::resources::Place;
use crate::role_models::{RoleIndex, RoleModel};
use crate::time::{Timestamp, Window};

/// Whom a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A user, by their place in the account.
    User(UserId),
    /// A service integration, within what its maker holds.
    Integration(IntegrationId),
}

impl From<UserId> for Subject {
    fn from(user: UserId) -> Self {
        Self::User(user)
    }
}

impl From<IntegrationId> for Subject {
    fn from(integration: IntegrationId) -> Self {
        Self::Integration(integration)
    }
}

/// A grant as decisions read it: small, since a node keeps very many. It has no id: [`allowing`] tells its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldGrant {
    /// The key of the resource it stands on.
    pub resource: Uuid,
    /// Its role in the account's model; none when the model has no such role.
    role: Option<RoleIndex>,
}

/// What a member or an integration holds, ready for decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Whether the member, or the integration's maker, is active; another one has no permission at all.
    pub active: bool,
    /// What they hold, in the order in which it was given.
    pub grants: SmallVec<[HeldGrant; 4]>,
    /// When each is in force, unless all always are.
    #[expect(
        clippy::box_collection,
        reason = "most members have none, and a pointer is smaller than a list"
    )]
    windows: Option<Box<Vec<Window>>>,
    /// Beyond whom nothing is allowed: an integration's maker.
    within: Option<Box<Holder>>,
}

impl Holder {
    /// From a member's grants: role, resource's key, and when.
    pub fn new<'a>(
        model: &RoleModel,
        active: bool,
        grants: impl IntoIterator<Item = (&'a str, Uuid, Window)>,
    ) -> Self {
        let mut windows = Vec::new();
        let held = grants.into_iter().map(|(role, resource, window)| {
            windows.push(window);
            HeldGrant { resource, role: model.role_named(role) }
        });
        let grants = held.collect();
        let always = windows.iter().all(Window::is_always);
        Self { active, grants, windows: (!always).then(|| Box::new(windows)), within: None }
    }
    /// From a member's grants in full.
    pub fn of(model: &RoleModel, active: bool, grants: &[Grant]) -> Self {
        let parts = grants.iter().map(|grant| (grant.role.as_str(), grant.place.key(), grant.window));
        Self::new(model, active, parts)
    }
    /// The same as an integration: active while its maker is, and never allowed more. Without a maker it is not active.
    #[must_use]
    pub fn within(self, maker: Option<Self>) -> Self {
        let active = maker.as_ref().is_some_and(|maker| maker.active);
        Self { active, within: maker.map(Box::new), ..self }
    }
    /// Itself, and then beyond whom nothing is allowed: something is allowed where each of these allows it.
    pub fn bounds(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |holder| holder.within.as_deref())
    }

    /// Whether they own the account.
    pub fn is_owner(&self, model: &RoleModel) -> bool {
        let owner = model.ownership().role;
        self.active && self.grants.iter().any(|grant| grant.role == Some(owner))
    }

    fn in_force(&self, position: usize, now: Timestamp) -> bool {
        let window = self.windows.as_ref().and_then(|windows| windows.get(position));
        window.is_none_or(|window| window.holds_at(now))
    }
}

/// How a grant comes to allow something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// Its role, at the grant's resource and below.
    Here,
    /// Its role, by an inclusion that is held on the whole account.
    OnAccount,
    /// The model's base permissions, which come with any grant in force.
    Base,
}

/// Each of a holder's own grants that allows a permission at a resource, by its position; whether an integration's maker
/// allows it too is for [`is_allowed`]. The resource's path is given with itself first and
/// the account last.
pub fn allowing<'a>(
    model: &'a RoleModel,
    holder: &'a Holder,
    path: &'a [Uuid],
    permission: u16,
    now: Timestamp,
) -> impl Iterator<Item = (usize, Via)> {
    let base = model.base().contains(permission);
    let grants = if holder.active { holder.grants.as_slice() } else { &[] };
    grants.iter().enumerate().filter_map(move |(position, grant)| {
        let role = model.role(grant.role?);
        let via = if role.here.contains(permission) && path.contains(&grant.resource) {
            Via::Here
        } else if role.on_account.contains(permission) {
            Via::OnAccount
        } else if base {
            Via::Base
        } else {
            return None;
        };
        holder.in_force(position, now).then_some((position, via))
    })
}

/// Whether a member may do something at a resource, or an integration and its maker both: the question of every request.
pub fn is_allowed(
    model: &RoleModel,
    holder: &Holder,
    path: &[Uuid],
    permission: u16,
    now: Timestamp,
) -> bool {
    holder.bounds().all(|holder| allowing(model, holder, path, permission, now).next().is_some())
}

/// Why something is allowed, or what would allow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Whether it is.
    pub allowed: bool,
    /// Each grant that allows it, with the way from its role to the permission.
    pub because: Vec<Because>,
    /// When denied: the roles that would allow it, granted at the resource or above it.
    pub roles_that_would_allow: Vec<String>,
}

/// One reason of an [`Explanation`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The grant.
    pub grant: GrantId,
    /// From the granted role over inclusions to the one that has the permission.
    pub role_path: Vec<String>,
    /// How.
    pub via: Via,
}

/// Explains a decision about a member by the grants that count: none unless the member is active. An unknown permission is
/// explained as denied, with nothing that would allow it.
pub fn explain(
    model: &RoleModel,
    grants: &[Grant],
    place: &Place,
    permission: &str,
    now: Timestamp,
) -> Explanation {
    let Some(permission) = model.permission_named(permission) else {
        return Explanation { allowed: false, because: Vec::new(), roles_that_would_allow: Vec::new() };
    };
    let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
    let name = |role: RoleIndex| model.role(role).id.clone();
    let chain = |role: &str, on_account: bool| {
        let role = model.role_named(role).into_iter();
        role.flat_map(|role| model.role_path(role, permission, on_account)).map(name).collect()
    };
    let holder = Holder::of(model, true, grants);
    let because: Vec<Because> = allowing(model, &holder, &path, permission, now)
        .map(|(position, via)| {
            let grant = &grants[position];
            let role_path = match via {
                Via::Here => chain(&grant.role, false),
                Via::OnAccount => chain(&grant.role, true),
                Via::Base => vec![grant.role.clone()],
            };
            Because { grant: grant.id, role_path, via }
        })
        .collect();
    let roles_that_would_allow = if because.is_empty() {
        model
            .roles_with(permission)
            .filter(|held| {
                held.on_account || place.nearest(model.type_id(model.role(held.role).scope)).is_some()
            })
            .map(|held| name(held.role))
            .collect()
    } else {
        Vec::new()
    };
    Explanation { allowed: !because.is_empty(), because, roles_that_would_allow }
}
