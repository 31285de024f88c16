//! Whether what a document says can come about: permissions that never apply, rules that no one can meet, roles that no
//! one can grant. What its names mean is `compile`.

use toml::Spanned;

use super::compile::Compiler;
use super::document::{Document, Reach, RolesPerMember};
use super::model::{Role, RoleIndex, RoleModel, TypeIndex};

impl Compiler<'_> {
    pub(super) fn check_can_meet(
        &mut self,
        place: &Spanned<String>,
        reach: Reach,
        pair: [RoleIndex; 2],
        model: &RoleModel,
    ) {
        let needed = match reach {
            Reach::Account => return,
            Reach::SameApp => 1,
            Reach::SameKeyset => 2,
        };
        for role in pair.map(|index| model.role(index)) {
            if !model.reaches(needed, role.scope) {
                let (reach, scope) = (reach.as_str(), model.type_id(role.scope));
                self.fault(
                    place,
                    format!("the reach `{reach}` never applies: `{}` is granted at `{scope}`", role.id),
                );
            }
        }
    }

    /// A permission that a role can never bring to bear is a mistake of its writer.
    pub(super) fn check_applicable(&mut self, document: &Document, model: &RoleModel) {
        for permission in &document.base_permissions {
            if model
                .permission_named(permission.get_ref())
                .is_some_and(|index| model.permission(index).types.iter().all(|kind| *kind != 0))
            {
                self.fault(
                    permission,
                    format!(
                        "`{}` does not apply to the account, where base permissions are held",
                        permission.get_ref()
                    ),
                );
            }
        }
        for (doc, role) in document.roles.iter().zip(&model.roles) {
            for permission in doc.permissions.iter().filter(|permission| permission.get_ref() != "*") {
                let applies = |kind: &TypeIndex| model.reaches(role.scope, *kind);
                if !model
                    .permission_named(permission.get_ref())
                    .is_some_and(|index| model.permission(index).types.iter().any(applies))
                {
                    let (id, scope) = (permission.get_ref(), model.type_id(role.scope));
                    self.fault(
                        permission,
                        format!("`{id}` never applies at or below `{scope}`, where `{}` is granted", role.id),
                    );
                }
            }
            for (doc, held) in doc.includes.iter().zip(&role.includes) {
                let included = model.role(held.role);
                let (mine, theirs) = (model.type_id(role.scope), model.type_id(included.scope));
                if held.on_account && included.scope != 0 {
                    self.fault(
                        doc,
                        format!(
                            "`{}` is granted at `{theirs}`, so it can't be held at the account",
                            included.id
                        ),
                    );
                } else if !held.on_account && !model.reaches(role.scope, included.scope) {
                    self.fault(doc, format!("`{}` (at `{theirs}`) can't be held at `{mine}`; write {{ role = \"{}\", at = \"account\" }}", included.id, included.id));
                }
            }
        }
    }

    pub(super) fn check_can_be_met(&mut self, document: &Document, model: &RoleModel) {
        let given = can_be_given(model);
        for (index, (doc, role)) in (0..).zip(document.roles.iter().zip(&model.roles)) {
            if !given.contains(&index) {
                self.fault(
                    &doc.id,
                    format!(
                        "no one can ever grant `{}`: nobody can hold a role of its `granted_by` there",
                        role.id
                    ),
                );
            }
            if role.requires_any.is_empty() {
                continue;
            }
            if model.roles_per_member == RolesPerMember::One {
                self.fault(
                    &doc.id,
                    format!("`{}` requires another role, but a member has just one", role.id),
                );
            } else if role.requires_any.iter().all(|needed| !can_stand_beside(model, index, *needed)) {
                self.fault(
                    &doc.id,
                    format!(
                        "no one can ever hold `{}`: it excludes or can't meet each role that it requires",
                        role.id
                    ),
                );
            }
        }
    }
}

/// The roles that can come to someone: the owner role is there at the start, another needs one who may grant it.
fn can_be_given(model: &RoleModel) -> Vec<RoleIndex> {
    let mut given = vec![model.ownership.role];
    let mut next = 0;
    while let Some(bearer) = given.get(next).map(|index| model.role(*index)) {
        let may_grant = |role: &Role| {
            let covers = model.reaches(bearer.scope, role.scope);
            bearer
                .holds
                .iter()
                .any(|held| role.granted_by.contains(&held.role) && (covers || held.on_account))
        };
        let more: Vec<RoleIndex> = (0..)
            .zip(&model.roles)
            .filter(|(index, role)| !given.contains(index) && may_grant(role))
            .map(|(index, _)| index)
            .collect();
        given.extend(more);
        next += 1;
    }
    given
}

/// Whether some role that holds `needed` may stand where it serves as the prerequisite of `role`.
fn can_stand_beside(model: &RoleModel, role: RoleIndex, needed: RoleIndex) -> bool {
    (0..).zip(&model.roles).any(|(index, bearer): (RoleIndex, _)| {
        index != role
            && bearer.holds.iter().any(|held| {
                if held.role != needed {
                    return false;
                }
                let (mine, theirs) = (model.role(role).scope, bearer.scope);
                let related = held.on_account || model.reaches(mine, theirs) || model.reaches(theirs, mine);
                related
                    && !model.exclusions_of(role).any(|(other, reach)| {
                        other == index
                            && match reach {
                                Reach::Account => true,
                                // Related, so in one app; but a prerequisite on the account can stand elsewhere.
                                Reach::SameApp | Reach::SameKeyset => !held.on_account,
                            }
                    })
            })
    })
}
