//! A compiled role model: names as indexes, permissions as bit sets. Only `compile` makes one, so it is always sound.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::permissions::PermissionSet;

pub use super::document::{Reach, RolesPerMember};

/// Names with their indexes. They are looked up at every decision, and come from documents, not from callers.
pub(super) type Names = HashMap<String, u16, RandomState>;

/// A role's place in its model.
pub type RoleIndex = u16;
/// A resource type's place in its model; `account`, `app` and `keyset` come first.
pub type TypeIndex = u16;

/// The resource type of accounts.
pub const ACCOUNT: &str = "account";
/// The resource type of apps.
pub const APP: &str = "app";
/// The resource type of keysets.
pub const KEYSET: &str = "keyset";

/// A role model, checked and compiled.
#[derive(Debug)]
pub struct RoleModel {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) title: String,
    pub(super) substance: String,
    pub(super) roles_per_member: RolesPerMember,
    pub(super) one_active_account: bool,
    pub(super) base: PermissionSet,
    pub(super) ownership: Ownership,
    pub(super) types: Vec<ResourceType>,
    pub(super) permissions: Vec<Permission>,
    pub(super) permission_index: Names,
    pub(super) roles: Vec<Role>,
    pub(super) role_index: Names,
    pub(super) exclusions: Vec<Exclusion>,
}

/// The bounds of ownership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ownership {
    /// The owner role.
    pub role: RoleIndex,
    /// The least number of active owners.
    pub least: u32,
    /// The most number of holders.
    pub most: Option<u32>,
}

/// A type of resources.
#[derive(Debug)]
pub struct ResourceType {
    /// Its id.
    pub id: String,
    /// What one of it may stand under; none for the account.
    pub parents: Vec<TypeIndex>,
}

/// A permission.
#[derive(Debug)]
pub struct Permission {
    /// Its dotted id.
    pub id: String,
    /// For people.
    pub title: String,
    /// The resource types that it applies to.
    pub types: Vec<TypeIndex>,
}

/// A role.
#[derive(Debug)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// For people.
    pub title: String,
    /// The resource type at which it is granted.
    pub scope: TypeIndex,
    /// Its own permissions, without inclusions.
    pub own: PermissionSet,
    /// The roles that it includes itself, and whether on the whole account.
    pub includes: Vec<Held>,
    /// All that it holds at the grant's resource.
    pub here: PermissionSet,
    /// All that it holds on the whole account.
    pub on_account: PermissionSet,
    /// The role itself and every role included, with where.
    pub holds: Vec<Held>,
    /// Its prerequisites.
    pub requires_any: Vec<RoleIndex>,
    /// Who may grant it.
    pub granted_by: Vec<RoleIndex>,
    /// Whether an invitation may carry it.
    pub invitable: bool,
}

/// A role that a role brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub role: RoleIndex,
    /// On the whole account, rather than at the grant's resource.
    pub on_account: bool,
}

/// Two roles that may not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exclusion {
    /// The one.
    pub one: RoleIndex,
    /// The other.
    pub other: RoleIndex,
    /// Where.
    pub reach: Reach,
}

impl RoleModel {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }
    /// Its version.
    pub fn version(&self) -> u32 {
        self.version
    }
    /// For people.
    pub fn title(&self) -> &str {
        &self.title
    }
    /// All of its document that means something, as one text: no comments, titles or tests.
    pub fn substance(&self) -> &str {
        &self.substance
    }
    /// How many roles a member holds.
    pub fn roles_per_member(&self) -> RolesPerMember {
        self.roles_per_member
    }
    /// Whether a user may be active in just one account of this model.
    pub fn one_active_account(&self) -> bool {
        self.one_active_account
    }
    /// What every member holds at the account while a grant of theirs is in force.
    pub fn base(&self) -> &PermissionSet {
        &self.base
    }
    /// The bounds of ownership.
    pub fn ownership(&self) -> Ownership {
        self.ownership
    }
    /// The owner role.
    pub fn owner_role(&self) -> &Role {
        self.role(self.ownership.role)
    }
    /// Every type of resources.
    pub fn types(&self) -> &[ResourceType] {
        &self.types
    }
    /// A type by its id.
    pub fn type_named(&self, id: &str) -> Option<TypeIndex> {
        (0..).zip(&self.types).find(|(_, known)| known.id == id).map(|(index, _)| index)
    }
    /// A type's id.
    pub fn type_id(&self, index: TypeIndex) -> &str {
        &self.types[usize::from(index)].id
    }
    /// Whether a resource of one type may stand right under one of another.
    pub fn may_stand(&self, kind: &str, parent: &str) -> bool {
        let (kind, parent) = (self.type_named(kind), self.type_named(parent));
        kind.zip(parent).is_some_and(|(kind, parent)| self.types[usize::from(kind)].parents.contains(&parent))
    }
    /// Whether the second type is the first or can stand somewhere under it.
    pub fn reaches(&self, above: TypeIndex, below: TypeIndex) -> bool {
        above == below
            || self.types[usize::from(below)].parents.iter().any(|parent| self.reaches(above, *parent))
    }
    /// Every permission: the core's first, in their order.
    pub fn permissions(&self) -> &[Permission] {
        &self.permissions
    }
    /// A permission's index.
    pub fn permission_named(&self, id: &str) -> Option<u16> {
        self.permission_index.get(id).copied()
    }
    /// A permission by its index.
    pub fn permission(&self, index: u16) -> &Permission {
        &self.permissions[usize::from(index)]
    }
    /// The permissions that apply to a resource type.
    pub fn permissions_of(&self, kind: TypeIndex) -> impl Iterator<Item = u16> + '_ {
        (0..)
            .zip(&self.permissions)
            .filter(move |(_, permission)| permission.types.contains(&kind))
            .map(|(index, _)| index)
    }
    /// Every role, in the document's order.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }
    /// A role by its index.
    pub fn role(&self, index: RoleIndex) -> &Role {
        &self.roles[usize::from(index)]
    }
    /// A role's index.
    pub fn role_named(&self, id: &str) -> Option<RoleIndex> {
        self.role_index.get(id).copied()
    }
    /// Every exclusion.
    pub fn exclusions(&self) -> &[Exclusion] {
        &self.exclusions
    }
    /// The exclusions of one role: the other role and the reach.
    pub fn exclusions_of(&self, role: RoleIndex) -> impl Iterator<Item = (RoleIndex, Reach)> + '_ {
        self.exclusions.iter().filter_map(move |exclusion| {
            if exclusion.one == role {
                Some((exclusion.other, exclusion.reach))
            } else if exclusion.other == role {
                Some((exclusion.one, exclusion.reach))
            } else {
                None
            }
        })
    }
    /// The roles that bring a permission: at their grant's resource, or on the whole account (a base permission: each).
    pub fn roles_with(&self, permission: u16) -> impl Iterator<Item = Held> + '_ {
        let base = self.base.contains(permission);
        (0..).zip(&self.roles).filter_map(move |(role, held)| {
            let on_account = base || held.on_account.contains(permission);
            (on_account || held.here.contains(permission)).then_some(Held { role, on_account })
        })
    }
    /// How a role comes to a permission: from the role itself over inclusions to the one that has it. Empty if it has not.
    pub fn role_path(&self, from: RoleIndex, permission: u16, on_account: bool) -> Vec<RoleIndex> {
        if !on_account && self.role(from).own.contains(permission) {
            return vec![from];
        }
        for include in &self.role(from).includes {
            let to = include.role;
            let rest = match (on_account, include.on_account) {
                (false, true) => Vec::new(),
                (false, false) => self.role_path(to, permission, false),
                (true, true) if self.role(to).here.contains(permission) => {
                    self.role_path(to, permission, false)
                }
                (true, _) => self.role_path(to, permission, true),
            };
            if !rest.is_empty() {
                return std::iter::once(from).chain(rest).collect();
            }
        }
        Vec::new()
    }
}
