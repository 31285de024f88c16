//! What changes between two models, for people: who gains and who loses what, and which rules are others.

use std::collections::BTreeSet;

use super::{Role, RoleModel, TypeIndex};

/// One difference, as a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Something is there that was not.
    Added(String),
    /// Something is gone.
    Removed(String),
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Added(line) => write!(f, "+ {line}"),
            Self::Removed(line) => write!(f, "- {line}"),
        }
    }
}

/// Every difference from one model to another, roles first.
pub fn diff(from: &RoleModel, to: &RoleModel) -> Vec<Change> {
    let mut changes = Vec::new();
    let ids = |model: &RoleModel| model.roles().iter().map(|role| role.id.clone()).collect::<BTreeSet<_>>();
    for id in ids(from).union(&ids(to)) {
        let facts =
            |model: &RoleModel| model.role_named(id).map(|index| role_facts(model, model.role(index)));
        compare(&mut changes, &facts(from).unwrap_or_default(), &facts(to).unwrap_or_default());
    }
    compare(&mut changes, &model_facts(from), &model_facts(to));
    changes
}

fn compare(changes: &mut Vec<Change>, before: &BTreeSet<String>, after: &BTreeSet<String>) {
    changes.extend(before.difference(after).cloned().map(Change::Removed));
    changes.extend(after.difference(before).cloned().map(Change::Added));
}

fn role_facts(model: &RoleModel, role: &Role) -> BTreeSet<String> {
    let id = &role.id;
    let scope = model.type_id(role.scope);
    let mut facts = BTreeSet::from([format!("{id}: a role granted at {scope}")]);
    let here = role.here.iter().map(|index| format!("{id}: {} at its {scope}", model.permission(index).id));
    let on_account = role
        .on_account
        .iter()
        .map(|index| format!("{id}: {} on the whole account", model.permission(index).id));
    let granted = role.granted_by.iter().map(|by| format!("{id}: may be granted by {}", model.role(*by).id));
    let needs: Vec<&str> = role.requires_any.iter().map(|needed| model.role(*needed).id.as_str()).collect();
    facts.extend(here.chain(on_account).chain(granted));
    if !needs.is_empty() {
        facts.insert(format!("{id}: needs one of {}", needs.join(", ")));
    }
    if role.invitable {
        facts.insert(format!("{id}: may be put into an invitation"));
    }
    facts
}

fn model_facts(model: &RoleModel) -> BTreeSet<String> {
    let ownership = model.ownership();
    let most = ownership.most.map_or_else(|| "any number".to_owned(), |most| most.to_string());
    let mut facts = BTreeSet::from([
        format!("owners: {}, {} to {most}", model.owner_role().id, ownership.least),
        format!("roles a member: {}", model.roles_per_member().as_str()),
    ]);
    if model.one_active_account() {
        facts.insert("a user is active in one account only".to_owned());
    }
    facts.extend(
        model.base().iter().map(|index| format!("every member with a grant: {}", model.permission(index).id)),
    );
    facts.extend(model.exclusions().iter().map(|exclusion| {
        let mut pair = [&model.role(exclusion.one).id, &model.role(exclusion.other).id];
        pair.sort_unstable();
        format!("{} excludes {} ({})", pair[0], pair[1], exclusion.reach.as_str())
    }));
    let names =
        |types: &[TypeIndex]| types.iter().map(|kind| model.type_id(*kind)).collect::<Vec<_>>().join(", ");
    facts.extend(
        model.permissions().iter().map(|known| format!("permission {} at {}", known.id, names(&known.types))),
    );
    facts.extend(
        model.types().iter().map(|kind| format!("resource type {} under {}", kind.id, names(&kind.parents))),
    );
    facts
}
