//! Checks a document's names and compiles it; whether its rules can be met is `sound`. Every fault says where it is.

use toml::Spanned;

use super::ModelError;
use super::document::{AtAccount, Document, IncludeDoc, RoleDoc, substance};
use super::model::{
    ACCOUNT, APP, Exclusion, Held, KEYSET, Names, Ownership, Permission, ResourceType, Role, RoleIndex,
    RoleModel,
};
use crate::permissions::{Core, PermissionSet};

const MOST_ENTRIES: usize = 4096;

/// Checks and compiles a document; `text` is what it was read from.
///
/// # Errors
/// All faults found, each with its place.
pub fn compile(text: &str, document: &Document) -> Result<RoleModel, Vec<ModelError>> {
    let mut compiler = Compiler { text, errors: Vec::new() };
    for (list, count) in [("roles", document.roles.len()), ("permissions", document.permissions.len())] {
        if count > MOST_ENTRIES {
            compiler.fault(&document.id, format!("a model has at most {MOST_ENTRIES} {list}"));
            return Err(compiler.errors);
        }
    }
    let model = compiler.model(document);
    if compiler.errors.is_empty() { Ok(model) } else { Err(compiler.errors) }
}

/// Reads one document; faults are gathered, so that all are told at once.
pub(super) struct Compiler<'a> {
    text: &'a str,
    errors: Vec<ModelError>,
}

impl Compiler<'_> {
    pub(super) fn fault<T>(&mut self, place: &Spanned<T>, message: impl Into<String>) {
        self.errors.push(ModelError::at(self.text, place.span().start, &message.into()));
    }

    fn model(&mut self, document: &Document) -> RoleModel {
        self.check_id(&document.id, false);
        if *document.version.get_ref() == 0 {
            self.fault(&document.version, "a version starts at 1");
        }
        let types = self.types(document);
        let type_names: Names = (0..).zip(&types).map(|(index, kind)| (kind.id.clone(), index)).collect();
        let permissions = self.permissions(document, &type_names);
        let permission_index: Names =
            (0..).zip(&permissions).map(|(index, permission)| (permission.id.clone(), index)).collect();
        let role_index = self.role_names(document);
        let base = self.permission_set(&document.base_permissions, &permission_index);
        let mut roles: Vec<Role> = document
            .roles
            .iter()
            .map(|role| self.role(role, &type_names, &permission_index, &role_index, permissions.len()))
            .collect();
        if self.includes_are_sound(document, &roles, &role_index) {
            hold_included(&mut roles);
        }
        let mut model = RoleModel {
            id: document.id.get_ref().clone(),
            version: *document.version.get_ref(),
            title: document.title.clone(),
            substance: substance(self.text),
            roles_per_member: document.roles_per_member,
            one_active_account: document.one_active_account,
            base,
            ownership: self.ownership(document, &role_index, &roles),
            types,
            permissions,
            permission_index,
            roles,
            role_index,
            exclusions: Vec::new(),
        };
        model.exclusions = self.exclusions(document, &model);
        if self.errors.is_empty() {
            self.check_applicable(document, &model);
            self.check_can_be_met(document, &model);
        }
        model
    }

    fn check_id(&mut self, id: &Spanned<String>, dotted: bool) {
        let text = id.get_ref();
        let word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word.bytes().all(|b| {
                    b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || (!dotted && b == b'-')
                })
        };
        let good = text.len() <= 100 && if dotted { text.split('.').all(word) } else { word(text) };
        if !good {
            let form = if dotted { "words of a-z, 0-9 and _ joined by dots" } else { "a-z, 0-9, _ and -" };
            self.fault(id, format!("`{text}` is no id: at most 100 characters, {form}, a letter first"));
        }
    }

    fn types(&mut self, document: &Document) -> Vec<ResourceType> {
        let mut types: Vec<ResourceType> = [(ACCOUNT, vec![]), (APP, vec![0]), (KEYSET, vec![1])]
            .into_iter()
            .map(|(id, parents)| ResourceType { id: id.to_owned(), parents })
            .collect();
        for declared in &document.resource_types {
            self.check_id(&declared.id, false);
            let id = declared.id.get_ref();
            if types.iter().any(|known| &known.id == id) {
                self.fault(
                    &declared.id,
                    format!("the resource type `{id}` stands twice; account, app and keyset are given"),
                );
                continue;
            }
            if declared.parents.is_empty() {
                self.fault(&declared.id, format!("the resource type `{id}` needs at least one parent"));
            }
            let mut parents = Vec::new();
            for parent in &declared.parents {
                match (0..).zip(&types).find(|(_, known)| &known.id == parent.get_ref()) {
                    Some((index, _)) => parents.push(index),
                    None => self.fault(
                        parent,
                        format!("the parent `{}` is not declared before `{id}`", parent.get_ref()),
                    ),
                }
            }
            types.push(ResourceType { id: id.clone(), parents });
        }
        types
    }

    fn permissions(&mut self, document: &Document, types: &Names) -> Vec<Permission> {
        let mut permissions: Vec<Permission> = Core::ALL
            .iter()
            .map(|core| Permission {
                id: core.id().to_owned(),
                title: core.title().to_owned(),
                types: types.get(core.at()).copied().into_iter().collect(),
            })
            .collect();
        for declared in &document.permissions {
            self.check_id(&declared.id, true);
            let id = declared.id.get_ref();
            if permissions.iter().any(|known| &known.id == id) {
                self.fault(&declared.id, format!("the permission `{id}` stands twice, or is the core's"));
                continue;
            }
            if declared.types.is_empty() {
                self.fault(&declared.id, format!("the permission `{id}` applies to no resource type"));
            }
            let types = self.names(&declared.types, types, "resource type");
            permissions.push(Permission { id: id.clone(), title: declared.title.clone(), types });
        }
        permissions
    }

    fn names(&mut self, wanted: &[Spanned<String>], known: &Names, what: &str) -> Vec<u16> {
        let mut found = Vec::new();
        for name in wanted {
            match known.get(name.get_ref()) {
                Some(index) if found.contains(index) => {
                    self.fault(name, format!("the {what} `{}` stands twice here", name.get_ref()));
                }
                Some(index) => found.push(*index),
                None => self.fault(name, format!("unknown {what} `{}`", name.get_ref())),
            }
        }
        found
    }

    fn permission_set(&mut self, wanted: &[Spanned<String>], known: &Names) -> PermissionSet {
        self.names(wanted, known, "permission").into_iter().collect()
    }

    fn role_names(&mut self, document: &Document) -> Names {
        let mut names = Names::default();
        for (index, role) in (0..).zip(&document.roles) {
            self.check_id(&role.id, false);
            if names.insert(role.id.get_ref().clone(), index).is_some() {
                self.fault(&role.id, format!("the role `{}` stands twice", role.id.get_ref()));
            }
        }
        names
    }

    fn role(
        &mut self,
        role: &RoleDoc,
        types: &Names,
        permissions: &Names,
        roles: &Names,
        all: usize,
    ) -> Role {
        let everything = matches!(role.permissions.as_slice(), [only] if only.get_ref() == "*");
        let own: PermissionSet = if everything {
            (0..u16::try_from(all).unwrap_or(u16::MAX)).collect()
        } else {
            self.permission_set(&role.permissions, permissions)
        };
        let mut includes: Vec<Held> = Vec::new();
        for include in &role.includes {
            let (name, on_account) = match include.get_ref() {
                IncludeDoc::Here(role) => (role, false),
                IncludeDoc::At { role, at: AtAccount::Account } => (role, true),
            };
            match roles.get(name) {
                Some(index) if includes.iter().any(|held| held.role == *index) => {
                    self.fault(include, format!("the role `{name}` is included twice here"));
                }
                Some(index) => includes.push(Held { role: *index, on_account }),
                None => self.fault(include, format!("unknown role `{name}`")),
            }
        }
        Role {
            id: role.id.get_ref().clone(),
            title: role.title.clone(),
            scope: self
                .names(std::slice::from_ref(&role.scope), types, "resource type")
                .first()
                .copied()
                .unwrap_or(0),
            here: own.clone(),
            own,
            includes,
            on_account: PermissionSet::default(),
            holds: Vec::new(),
            requires_any: self.names(&role.requires_any, roles, "role"),
            granted_by: self.names(&role.granted_by, roles, "role"),
            invitable: role.invitable,
        }
    }

    /// No role includes itself over others, and what is included at the grant's resource can be held there.
    fn includes_are_sound(&mut self, document: &Document, roles: &[Role], names: &Names) -> bool {
        let before = self.errors.len();
        for role in &document.roles {
            let Some(start) = names.get(role.id.get_ref()) else { continue };
            if let Some(circle) = circle_from(roles, *start) {
                let path: Vec<&str> =
                    circle.iter().map(|index| roles[usize::from(*index)].id.as_str()).collect();
                self.fault(&role.id, format!("roles include each other in a circle: {}", path.join(" > ")));
            }
        }
        self.errors.len() == before
    }

    fn ownership(&mut self, document: &Document, names: &Names, roles: &[Role]) -> Ownership {
        let doc = &document.ownership;
        let (least, most) = (*doc.least.get_ref(), doc.most.as_ref().map(|most| *most.get_ref()));
        if least == 0 {
            self.fault(&doc.least, "an account needs at least one owner");
        } else if least > 1 {
            // An account starts with the one owner who creates it.
            self.fault(&doc.least, "an account starts with one owner, so the least is 1");
        }
        if let (Some(place), Some(most)) = (&doc.most, most)
            && most < least.max(1)
        {
            self.fault(place, format!("the most owners ({most}) are fewer than the least ({least})"));
        }
        let role = if let Some(role) = names.get(doc.role.get_ref()) {
            let owner = &roles[usize::from(*role)];
            if owner.scope != 0 {
                self.fault(&doc.role, format!("the owner role `{}` must have the scope `account`", owner.id));
            }
            if owner.invitable {
                self.fault(
                    &doc.role,
                    format!(
                        "the owner role `{}` can't be invitable: a new owner is an active member",
                        owner.id
                    ),
                );
            }
            if !owner.requires_any.is_empty() {
                self.fault(
                    &doc.role,
                    format!(
                        "the owner role `{}` can't require another: an account starts with it alone",
                        owner.id
                    ),
                );
            }
            if owner.granted_by.iter().any(|by| by != role) {
                self.fault(&doc.role, format!("the owner role `{}` can be granted by owners only", owner.id));
            }
            *role
        } else {
            self.fault(&doc.role, format!("unknown role `{}`", doc.role.get_ref()));
            0
        };
        Ownership { role, least, most }
    }

    fn exclusions(&mut self, document: &Document, model: &RoleModel) -> Vec<Exclusion> {
        let mut all: Vec<Exclusion> = Vec::new();
        for doc in &document.exclusions {
            let Some(one) =
                self.names(std::slice::from_ref(&doc.role), &model.role_index, "role").first().copied()
            else {
                continue;
            };
            for with in &doc.with {
                let Some(other) =
                    self.names(std::slice::from_ref(with), &model.role_index, "role").first().copied()
                else {
                    continue;
                };
                let same_pair = |known: &Exclusion| {
                    (known.one, known.other) == (one, other) || (known.one, known.other) == (other, one)
                };
                if one == other {
                    self.fault(with, format!("the role `{}` can't exclude itself", with.get_ref()));
                } else if all.iter().any(same_pair) {
                    self.fault(
                        with,
                        format!(
                            "the exclusion of `{}` and `{}` stands twice",
                            doc.role.get_ref(),
                            with.get_ref()
                        ),
                    );
                } else {
                    self.check_can_meet(with, doc.reach, [one, other], model);
                    all.push(Exclusion { one, other, reach: doc.reach });
                }
            }
        }
        all
    }
}

fn circle_from(roles: &[Role], start: RoleIndex) -> Option<Vec<RoleIndex>> {
    let mut ways = vec![vec![start]];
    let mut seen = vec![false; roles.len()];
    while let Some(way) = ways.pop() {
        for held in &roles[usize::from(*way.last()?)].includes {
            let mut longer = way.clone();
            longer.push(held.role);
            if held.role == start {
                return Some(longer);
            }
            if !std::mem::replace(&mut seen[usize::from(held.role)], true) {
                ways.push(longer);
            }
        }
    }
    None
}

/// Fills in what each role holds over its inclusions; there is no circle.
fn hold_included(roles: &mut [Role]) {
    for index in 0..roles.len() {
        let mut holds = vec![Held { role: u16::try_from(index).unwrap_or(u16::MAX), on_account: false }];
        let mut next = 0;
        while let Some(held) = holds.get(next).copied() {
            for include in &roles[usize::from(held.role)].includes {
                let reached = Held { role: include.role, on_account: held.on_account || include.on_account };
                if !holds.contains(&reached) {
                    holds.push(reached);
                }
            }
            next += 1;
        }
        let sum = |on_account: bool| {
            holds
                .iter()
                .filter(|held| held.on_account == on_account)
                .fold(PermissionSet::default(), |sum, held| sum.union(&roles[usize::from(held.role)].own))
        };
        let (here, on_account) = (sum(false), sum(true));
        let role = &mut roles[index];
        (role.here, role.on_account, role.holds) = (here, on_account, holds);
    }
}
