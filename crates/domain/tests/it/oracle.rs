//! A second reading of the rules, as plain as can be: straight from the documents' text, over each moment, one by one.
//! It shares nothing with the engine but the types of grants and places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use bailiwick_domain::grants::Grant;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::Place;
use bailiwick_domain::role_models::BUILTIN;
use toml::{Table, Value};

use crate::world::{LAST, TRIAL, at};

pub struct Oracle {
    document: Table,
    brought: BTreeMap<String, Brought>,
    permissions: BTreeSet<String>,
    base: BTreeSet<String>,
}

/// What a role brings along.
#[derive(Default)]
struct Brought {
    /// Itself and each role that it includes, and whether on the whole account.
    roles: BTreeSet<(String, bool)>,
    /// Their permissions at the grant's resource, and those on the whole account.
    here: BTreeSet<String>,
    on_account: BTreeSet<String>,
}

pub fn oracle(model: &str) -> &'static Oracle {
    static ALL: LazyLock<BTreeMap<String, Oracle>> = LazyLock::new(|| {
        BUILTIN
            .into_iter()
            .chain([TRIAL])
            .map(Oracle::read)
            .map(|oracle| (oracle.text("id").to_owned(), oracle))
            .collect()
    });
    &ALL[model]
}

fn strings<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    table.get(key).map_or_else(Vec::new, |list| {
        list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
    })
}

fn tables<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    table.get(key).map_or_else(Vec::new, |list| {
        list.as_array().unwrap().iter().map(|one| one.as_table().unwrap()).collect()
    })
}

fn in_force(grant: &Grant, moment: i64) -> bool {
    grant.window.starts_at.is_none_or(|start| start <= at(moment))
        && grant.window.expires_at.is_none_or(|end| at(moment) < end)
}

fn covers(grant: &Grant, place: &Place) -> bool {
    place.steps().iter().any(|step| step.key == grant.place.key())
}

fn nearest<'a>(place: &'a Place, kind: &str) -> Option<&'a str> {
    place.steps().iter().find(|step| step.kind == kind).map(|step| step.id.as_str())
}

impl Oracle {
    fn read(text: &str) -> Self {
        let document: Table = toml::from_str(text).unwrap();
        let declared =
            tables(&document, "permissions").into_iter().map(|permission| permission["id"].as_str().unwrap());
        let permissions = Core::ALL.iter().map(|core| core.id()).chain(declared).map(str::to_owned).collect();
        let base = strings(&document, "base_permissions").into_iter().map(str::to_owned).collect();
        let mut oracle = Self { document, brought: BTreeMap::new(), permissions, base };
        let roles: Vec<String> = oracle.roles().map(str::to_owned).collect();
        oracle.brought = roles
            .into_iter()
            .map(|role| {
                let mut brought = Brought::default();
                oracle.bring(&role, false, &mut brought);
                (role, brought)
            })
            .collect();
        oracle
    }
    fn bring(&self, role: &str, on_account: bool, brought: &mut Brought) {
        brought.roles.insert((role.to_owned(), on_account));
        let own = self.permissions().filter(|permission| self.owns(role, permission)).map(str::to_owned);
        if on_account { &mut brought.on_account } else { &mut brought.here }.extend(own);
        for (included, on_whole) in self.includes(role) {
            self.bring(included, on_account || on_whole, brought);
        }
    }
    fn text(&self, key: &str) -> &str {
        self.document[key].as_str().unwrap()
    }
    fn role(&self, id: &str) -> Option<&Table> {
        tables(&self.document, "roles").into_iter().find(|role| role["id"].as_str() == Some(id))
    }
    fn ownership(&self) -> &Table {
        self.document["ownership"].as_table().unwrap()
    }

    pub fn roles(&self) -> impl Iterator<Item = &str> {
        tables(&self.document, "roles").into_iter().map(|role| role["id"].as_str().unwrap())
    }
    pub fn permissions(&self) -> impl Iterator<Item = &str> {
        self.permissions.iter().map(String::as_str)
    }
    pub fn scope(&self, role: &str) -> &str {
        self.role(role).unwrap()["scope"].as_str().unwrap()
    }
    pub fn invitable(&self, role: &str) -> bool {
        self.role(role).unwrap().get("invitable").is_some_and(|invitable| invitable.as_bool().unwrap())
    }
    /// The roles that a role includes itself, and whether on the whole account.
    pub fn includes(&self, role: &str) -> Vec<(&str, bool)> {
        let list = self.role(role).unwrap().get("includes").map_or(&[][..], |list| list.as_array().unwrap());
        list.iter()
            .map(|include| match include {
                Value::Table(table) => (table["role"].as_str().unwrap(), true),
                include => (include.as_str().unwrap(), false),
            })
            .collect()
    }
    /// Whether the permission stands in the role's own list.
    pub fn owns(&self, role: &str, permission: &str) -> bool {
        let own = strings(self.role(role).unwrap(), "permissions");
        own == ["*"] || own.contains(&permission)
    }
    pub fn owner(&self) -> &str {
        self.ownership()["role"].as_str().unwrap()
    }
    pub fn least(&self) -> usize {
        usize::try_from(self.ownership()["least"].as_integer().unwrap()).unwrap()
    }
    pub fn most(&self) -> usize {
        self.ownership()
            .get("most")
            .map_or(usize::MAX, |most| usize::try_from(most.as_integer().unwrap()).unwrap())
    }
    pub fn single(&self) -> bool {
        self.text("roles_per_member") == "one"
    }
    pub fn is_base(&self, permission: &str) -> bool {
        self.base.contains(permission)
    }
    /// Whether another role names this one in its `granted_by`.
    pub fn grants_others(&self, role: &str) -> bool {
        self.roles().any(|other| strings(self.role(other).unwrap(), "granted_by").contains(&role))
    }
    /// Rule 7: who may grant the role there at that moment.
    pub fn may_grant(&self, actor: &[Grant], grant: &Grant, moment: i64) -> bool {
        let by = strings(self.role(&grant.role).unwrap(), "granted_by");
        actor.iter().filter(|held| in_force(held, moment)).any(|held| {
            self.brought[&held.role].roles.iter().any(|(role, on_account)| {
                by.contains(&role.as_str()) && (*on_account || covers(held, &grant.place))
            })
        })
    }

    /// Rule 1, for an active member.
    pub fn held(&self, grants: &[Grant], place: &Place, moment: i64) -> BTreeSet<&str> {
        let mut held = BTreeSet::new();
        for grant in grants.iter().filter(|grant| in_force(grant, moment)) {
            let brought = &self.brought[&grant.role];
            held.extend(self.base.iter().chain(&brought.on_account).map(String::as_str));
            if covers(grant, place) {
                held.extend(brought.here.iter().map(String::as_str));
            }
        }
        held
    }

    /// The codes of the rules 3 to 5 that a set breaks from a moment on.
    pub fn broken(&self, grants: &[Grant], from: i64) -> BTreeSet<&'static str> {
        let mut broken = BTreeSet::new();
        for (index, grant) in grants.iter().enumerate() {
            let timeless = self.single() || grant.role == self.owner();
            let twice =
                grants[..index].iter().any(|other| other.role == grant.role && other.place == grant.place);
            let bounded = grant.window.starts_at.is_some() || grant.window.expires_at.is_some();
            let misplaced =
                self.role(&grant.role).is_none_or(|role| role["scope"].as_str() != Some(grant.place.kind()));
            if twice || misplaced || (timeless && bounded) {
                broken.insert("invalid_grant");
            }
        }
        if !broken.is_empty() {
            return broken;
        }
        if self.single() && grants.len() != 1 {
            broken.insert("single_role");
        }
        for moment in from..=LAST {
            let standing: Vec<&Grant> = grants.iter().filter(|grant| in_force(grant, moment)).collect();
            for grant in &standing {
                if standing.iter().any(|other| self.exclude(grant, other)) {
                    broken.insert("role_exclusion");
                }
                let others = || standing.iter().filter(|other| other.id != grant.id);
                let needs = strings(self.role(&grant.role).unwrap(), "requires_any");
                if !needs.is_empty() && !others().any(|other| self.serves(other, grant, &needs)) {
                    broken.insert("role_prerequisite");
                }
            }
        }
        broken
    }
    fn exclude(&self, one: &Grant, other: &Grant) -> bool {
        tables(&self.document, "exclusions").into_iter().any(|exclusion| {
            let role = exclusion["role"].as_str().unwrap();
            let with = strings(exclusion, "with");
            let listed = |a: &Grant, b: &Grant| a.role == role && with.contains(&b.role.as_str());
            let same = |kind: &str| {
                nearest(&one.place, kind).is_some()
                    && nearest(&one.place, kind) == nearest(&other.place, kind)
            };
            let reached = match exclusion["reach"].as_str().unwrap() {
                "account" => true,
                "same_app" => same("app"),
                "same_keyset" => same("keyset"),
                reach => panic!("no reach {reach}"),
            };
            reached && (listed(one, other) || listed(other, one))
        })
    }
    fn serves(&self, bearer: &Grant, dependent: &Grant, needs: &[&str]) -> bool {
        let related = covers(bearer, &dependent.place) || covers(dependent, &bearer.place);
        self.brought[&bearer.role]
            .roles
            .iter()
            .any(|(role, on_account)| needs.contains(&role.as_str()) && (related || *on_account))
    }
}
