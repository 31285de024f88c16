//! Grants, and the rules that the whole set of one member's grants must keep. Who may change them is `members`.

use serde::{Deserialize, Serialize};

use crate::ids::GrantId;
use crate::resources::{Place, ResourceRef};
use crate::role_models::{APP, Held, KEYSET, Reach, RoleIndex, RoleModel, RolesPerMember};
use crate::time::{Spans, Timestamp, Window};
use crate::violations::{Rule, Violation};

/// A role for a member at one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The role's id in the account's model.
    pub role: String,
    /// Where; it covers this and everything below.
    pub place: Place,
    /// When it is in force.
    #[serde(flatten)]
    pub window: Window,
}

impl Grant {
    /// Whether both give the same, whatever their ids.
    pub fn same_as(&self, other: &Self) -> bool {
        self.role == other.role && self.place.key() == other.place.key() && self.window == other.window
    }
}

/// A grant as an answer or a problem names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantRef {
    /// The role.
    pub role: String,
    /// Where.
    pub resource: ResourceRef,
}

impl From<&Grant> for GrantRef {
    fn from(grant: &Grant) -> Self {
        Self { role: grant.role.clone(), resource: grant.place.name() }
    }
}

/// The most grants that one member may hold.
pub const MOST_GRANTS: usize = 500;
/// The most of them that may have a start or an end: judging them over time costs more than the others.
pub const MOST_WINDOWS: usize = 50;

/// Judges the whole set that a member would hold from `now` on: rules 3, 4 and 5. Every violation found.
pub fn judge(model: &RoleModel, grants: &[Grant], now: Timestamp) -> Vec<Violation> {
    let mut violations = structure(model, grants);
    if violations.is_empty() {
        let assigned: Vec<Assigned> = grants
            .iter()
            .filter_map(|grant| {
                Some(Assigned { grant, role: model.role_named(&grant.role)?, force: grant.window.from(now) })
            })
            .collect();
        exclusions(model, &assigned, &mut violations);
        prerequisites(model, &assigned, &mut violations);
    }
    violations
}

struct Assigned<'a> {
    grant: &'a Grant,
    role: RoleIndex,
    force: Spans,
}

fn structure(model: &RoleModel, grants: &[Grant]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut invalid = |at: usize, field: &str, detail: String| {
        violations.push(Violation::invalid_grant(format!("/grants/{at}{field}"), detail));
    };
    if grants.len() > MOST_GRANTS {
        invalid(MOST_GRANTS, "", format!("a member holds at most {MOST_GRANTS} grants"));
    }
    let mut timed = grants.iter().enumerate().filter(|(_, grant)| !grant.window.is_always());
    if let Some((at, _)) = timed.nth(MOST_WINDOWS) {
        invalid(at, "", format!("at most {MOST_WINDOWS} grants of a member have a start or an end"));
    }
    for (at, grant) in grants.iter().take(MOST_GRANTS).enumerate() {
        let Some(index) = model.role_named(&grant.role) else {
            invalid(at, "/role", format!("the role model `{}` has no role `{}`", model.id(), grant.role));
            continue;
        };
        let scope = model.type_id(model.role(index).scope);
        if scope != grant.place.kind() {
            invalid(
                at,
                "/resource/type",
                format!(
                    "the role `{}` is granted at a resource of type `{scope}`, not `{}`",
                    grant.role,
                    grant.place.kind()
                ),
            );
        }
        if grants[..at].iter().any(|other| other.role == grant.role && other.place.key() == grant.place.key())
        {
            invalid(at, "", format!("the role `{}` is granted twice at the same resource", grant.role));
        }
        if grant.window.is_empty() {
            invalid(at, "/expires_at", "the end is not after the start".to_owned());
        }
        if !grant.window.is_always() {
            let field = if grant.window.expires_at.is_some() { "/expires_at" } else { "/starts_at" };
            if index == model.ownership().role {
                invalid(
                    at,
                    field,
                    "the owner role has no start and no end: time alone never changes the owners".to_owned(),
                );
            } else if model.roles_per_member() == RolesPerMember::One {
                invalid(at, field, "a member's only role has no start and no end".to_owned());
            }
        }
    }
    if model.roles_per_member() == RolesPerMember::One && grants.len() != 1 && violations.is_empty() {
        violations.push(Violation {
            grants: grants.iter().map(Into::into).collect(),
            ..Violation::new(
                Rule::SingleRole,
                format!("a member of this account holds exactly one role; this would be {}", grants.len()),
                "give exactly one role",
            )
        });
    }
    violations
}

/// Rule 3: roles that exclude each other, in force at a common moment, within the exclusion's reach.
fn exclusions(model: &RoleModel, assigned: &[Assigned], violations: &mut Vec<Violation>) {
    for (at, one) in assigned.iter().enumerate() {
        for other in &assigned[at + 1..] {
            let Some((_, reach)) = model.exclusions_of(one.role).find(|(role, _)| *role == other.role) else {
                continue;
            };
            if meet(reach, &one.grant.place, &other.grant.place)
                && !one.force.intersection(&other.force).is_empty()
            {
                let place = match reach {
                    Reach::Account => "in one account",
                    Reach::SameApp => "in the same app",
                    Reach::SameKeyset => "at the same keyset",
                };
                violations.push(Violation {
                    grants: vec![one.grant.into(), other.grant.into()],
                    ..Violation::new(
                        Rule::RoleExclusion,
                        format!(
                            "the roles `{}` and `{}` exclude each other {place}",
                            one.grant.role, other.grant.role
                        ),
                        "leave out one of the two, or let one end before the other starts",
                    )
                });
            }
        }
    }
}

fn meet(reach: Reach, one: &Place, other: &Place) -> bool {
    let same = |kind: &str| one.nearest(kind).is_some_and(|key| other.nearest(kind) == Some(key));
    match reach {
        Reach::Account => true,
        Reach::SameApp => same(APP),
        Reach::SameKeyset => same(KEYSET),
    }
}

/// Rule 4: a role stands only where, and only as long as, one of its prerequisites is held by another grant.
fn prerequisites(model: &RoleModel, assigned: &[Assigned], violations: &mut Vec<Violation>) {
    for (at, dependent) in assigned.iter().enumerate() {
        let needs = &model.role(dependent.role).requires_any;
        if needs.is_empty() {
            continue;
        }
        let covered = assigned
            .iter()
            .enumerate()
            .filter(|(other, bearer)| *other != at && serves(model, bearer, dependent.grant, needs))
            .fold(Spans::default(), |covered, (_, bearer)| covered.union(&bearer.force));
        if !dependent.force.minus(&covered).is_empty() {
            let names =
                needs.iter().map(|role| format!("`{}`", model.role(*role).id)).collect::<Vec<_>>().join(", ");
            violations.push(Violation {
                grants: vec![dependent.grant.into()],
                ..Violation::new(
                    Rule::RolePrerequisite,
                    format!("the role `{}` needs one of {names} at the same resource, above or below it, for as long as it lasts", dependent.grant.role),
                    "grant one of these too, for at least as long, or leave out the role that needs it",
                )
            });
        }
    }
}

fn serves(model: &RoleModel, bearer: &Assigned, dependent: &Grant, needs: &[RoleIndex]) -> bool {
    let (mine, theirs) = (&dependent.place, &bearer.grant.place);
    let related = mine.within(theirs.key()) || theirs.within(mine.key());
    let serves = |held: &Held| needs.contains(&held.role) && (held.on_account || related);
    model.role(bearer.role).holds.iter().any(serves)
}

/// Whether a member who holds some grants holds a role at a resource, or above it, at that moment.
pub fn holds_role(
    model: &RoleModel,
    grants: &[Grant],
    role: RoleIndex,
    place: &Place,
    now: Timestamp,
) -> bool {
    grants.iter().filter(|grant| grant.window.holds_at(now)).any(|grant| {
        model.role_named(&grant.role).is_some_and(|assigned| {
            let covers = place.within(grant.place.key());
            model.role(assigned).holds.iter().any(|held| held.role == role && (covers || held.on_account))
        })
    })
}
