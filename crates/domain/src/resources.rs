//! The resource tree of an account: apps, keysets, and resources of types that a role model declares.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{AccountId, AppId, KeysetId, ResourceId};
use crate::keysets::Environment;
use crate::role_models::{ACCOUNT, APP, KEYSET};
use crate::text::{Name, check_external_id};
use crate::time::Timestamp;

/// A resource as a client names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ResourceRef {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id, unique among those of its type in the deployment.
    pub id: String,
}

impl ResourceRef {
    /// An account as a resource.
    pub fn account(id: AccountId) -> Self {
        Self { kind: ACCOUNT.to_owned(), id: id.to_string() }
    }
    /// What a store looks it up by; none when the id can't be one of that type.
    pub fn key(&self) -> Option<ResourceKey<'_>> {
        ResourceKey::named(&self.kind, &self.id)
    }
}

/// How a resource is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResourceKey<'a> {
    /// An account.
    Account(AccountId),
    /// An app.
    App(AppId),
    /// A keyset.
    Keyset(KeysetId),
    /// A registered one, by its type and the client's id.
    Registered(&'a str, &'a str),
}

impl<'a> ResourceKey<'a> {
    /// From a type and an id as a client names them; none when there can be no such type, or no such id of it.
    pub fn named(kind: &'a str, id: &'a str) -> Option<Self> {
        match kind {
            ACCOUNT => id.parse().ok().map(Self::Account),
            APP => id.parse().ok().map(Self::App),
            KEYSET => id.parse().ok().map(Self::Keyset),
            kind => {
                let fit = check_external_id(kind).and_then(|()| check_external_id(id));
                fit.ok().map(|()| Self::Registered(kind, id))
            }
        }
    }
}

/// One step of a resource's path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The resource's own key, unique over all types.
    pub key: Uuid,
    /// Its type.
    pub kind: String,
    /// Its id as a client names it.
    pub id: String,
}

/// A resource with its path: itself first, the account last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place(Vec<Step>);

impl Place {
    /// The account itself.
    pub fn account(id: AccountId) -> Self {
        Self(vec![Step { key: id.uuid(), kind: ACCOUNT.to_owned(), id: id.to_string() }])
    }
    /// From the steps of a path, the resource first; none unless it ends at an account.
    pub fn from_steps(steps: Vec<Step>) -> Option<Self> {
        steps.last().is_some_and(|last| last.kind == ACCOUNT).then_some(Self(steps))
    }
    /// A resource right below this one.
    #[must_use]
    pub fn child(&self, step: Step) -> Self {
        Self(std::iter::once(step).chain(self.0.iter().cloned()).collect())
    }
    /// Its own key.
    pub fn key(&self) -> Uuid {
        self.0[0].key
    }
    /// Its type.
    pub fn kind(&self) -> &str {
        &self.0[0].kind
    }
    /// As a client names it.
    pub fn name(&self) -> ResourceRef {
        ResourceRef { kind: self.0[0].kind.clone(), id: self.0[0].id.clone() }
    }
    /// All steps: itself first, the account last.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
    /// Whether it is the resource with that key or stands below it.
    pub fn within(&self, key: Uuid) -> bool {
        self.0.iter().any(|step| step.key == key)
    }
    /// Itself or the nearest above it that has a type.
    pub fn nearest(&self, kind: &str) -> Option<Uuid> {
        self.0.iter().find(|step| step.kind == kind).map(|step| step.key)
    }
}

/// An app, a keyset or a registered resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its own key.
    pub key: Uuid,
    /// Its account.
    pub account: AccountId,
    /// Its type and the id by which clients name it.
    pub name: ResourceRef,
    /// What it stands under.
    pub parent: ResourceRef,
    /// The parent's key.
    pub parent_key: Uuid,
    /// What people call it.
    pub title: Option<Name>,
    /// What a keyset is for; nothing else has it.
    pub environment: Option<Environment>,
    /// Whether it is disabled, of an app: a mark for the product to heed.
    #[serde(default)]
    pub disabled: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

impl Resource {
    /// A new app of an account.
    pub fn app(id: AppId, account: AccountId, title: Name, now: Timestamp) -> Self {
        Self {
            key: id.uuid(),
            account,
            name: ResourceRef { kind: APP.to_owned(), id: id.to_string() },
            parent: ResourceRef::account(account),
            parent_key: account.uuid(),
            title: Some(title),
            environment: None,
            disabled: false,
            created_at: now,
            version: 1,
        }
    }
    /// A new keyset of an app, for testing unless it is said otherwise.
    pub fn keyset(id: KeysetId, account: AccountId, app: AppId, title: Name, now: Timestamp) -> Self {
        Self {
            key: id.uuid(),
            account,
            name: ResourceRef { kind: KEYSET.to_owned(), id: id.to_string() },
            parent: ResourceRef { kind: APP.to_owned(), id: app.to_string() },
            parent_key: app.uuid(),
            title: Some(title),
            environment: Some(Environment::default()),
            disabled: false,
            created_at: now,
            version: 1,
        }
    }
    /// A newly registered resource under a parent.
    pub fn registered(
        id: ResourceId,
        account: AccountId,
        name: ResourceRef,
        parent: &Place,
        title: Option<Name>,
        now: Timestamp,
    ) -> Self {
        Self {
            key: id.uuid(),
            account,
            name,
            parent: parent.name(),
            parent_key: parent.key(),
            title,
            environment: None,
            disabled: false,
            created_at: now,
            version: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_no_type_or_no_id_is_looked_up_nowhere() {
        assert!(ResourceKey::named("report", "r/1").is_some());
        for (kind, id) in
            [("a\0b", "x"), ("", "x"), ("tÿpe", "x"), ("report", "\0"), ("report", ""), ("app", "x")]
        {
            assert_eq!(ResourceKey::named(kind, id), None, "{kind:?} {id:?}");
        }
    }
}
