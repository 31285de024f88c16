//! Rule 9: what a member's grants become when the account moves to another role model.

use std::collections::BTreeMap;

use super::{JudgedGrants, Member, MemberStatus, is_invitable, not_invitable};
use crate::grants::{Grant, judge};
use crate::role_models::RoleModel;
use crate::time::Timestamp;
use crate::violations::{Rule, Violation};

/// Old role ids with the new one, or none to drop it. A role that is not named keeps its id.
pub type Mapping = BTreeMap<String, Option<String>>;

/// A member's grants under the new model.
///
/// # Errors
/// Every violation found: roles without a counterpart, and every rule of the new model.
pub fn move_member(
    to: &RoleModel,
    member: &Member,
    mapping: &Mapping,
    now: Timestamp,
) -> Result<JudgedGrants, Vec<Violation>> {
    let grants = map_roles(to, &member.grants, mapping)?;
    let mut violations = judge(to, &grants, now);
    if member.status == MemberStatus::Invited {
        violations.extend(grants.iter().filter(|grant| !is_invitable(to, grant)).map(not_invitable));
    }
    for violation in &mut violations {
        violation.pointer = None;
    }
    if violations.is_empty() { Ok(JudgedGrants { member: member.id, grants }) } else { Err(violations) }
}

/// Grants under the new model, not judged yet.
pub(crate) fn map_roles(
    to: &RoleModel,
    held: &[Grant],
    mapping: &Mapping,
) -> Result<Vec<Grant>, Vec<Violation>> {
    let mut violations = Vec::new();
    let mut grants: Vec<Grant> = Vec::new();
    for grant in held {
        let role = match mapping.get(&grant.role) {
            Some(None) => continue,
            Some(Some(role)) => role,
            None => &grant.role,
        };
        if to.type_named(grant.place.kind()).is_none() {
            violations.push(Violation {
                grants: vec![grant.into()],
                ..Violation::new(
                    Rule::ResourceTypeUnknown,
                    format!("the new role model has no resource type `{}`", grant.place.kind()),
                    "revoke this grant first, or choose a model that declares the type",
                )
            });
        } else if to.role_named(role).is_none() {
            violations.push(Violation {
                grants: vec![grant.into()],
                ..Violation::invalid_grant(
                    format!("/mapping/{}", grant.role.replace('~', "~0").replace('/', "~1")),
                    format!(
                        "the role `{role}` is unknown to the new role model: map it to another, or to null"
                    ),
                )
            });
        } else if !grants.iter().any(|other| other.role == *role && other.place == grant.place) {
            grants.push(Grant { role: role.clone(), ..grant.clone() });
        }
    }
    if violations.is_empty() { Ok(grants) } else { Err(violations) }
}
