//! The document format of a role model: TOML as written, with the place of every name. What it means is `compile`.

use serde::Deserialize;
use toml::Spanned;

use super::ModelError;

/// One role model as written. `docs/role-models.md` tells the format; `openapi/role-model.schema.json` is its schema.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id: lower-case words with `-`.
    pub id: Spanned<String>,
    /// Its version, from 1.
    pub version: Spanned<u32>,
    /// For people.
    pub title: String,
    /// `many` (none is allowed too) or `one` (exactly one).
    pub roles_per_member: RolesPerMember,
    /// Whether a user may be active in just one account of this model.
    #[serde(default)]
    pub one_active_account: bool,
    /// Held at the account while any grant of a member is in force.
    #[serde(default)]
    pub base_permissions: Vec<Spanned<String>>,
    /// Which role owns an account, and how many may hold it.
    pub ownership: OwnershipDoc,
    /// Types of resources beside `account`, `app` and `keyset`.
    #[serde(default)]
    pub resource_types: Vec<ResourceTypeDoc>,
    /// Permissions beside the core's.
    #[serde(default)]
    pub permissions: Vec<PermissionDoc>,
    /// The roles, in the order in which people see them.
    pub roles: Vec<RoleDoc>,
    /// Which roles may not stand together.
    #[serde(default)]
    pub exclusions: Vec<ExclusionDoc>,
    /// Decision tests, run by `bailiwick role-model check`.
    #[serde(default)]
    pub tests: Vec<TestDoc>,
}

/// How many roles a member holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RolesPerMember {
    /// Exactly one.
    One,
    /// Any number, none too.
    Many,
}

impl RolesPerMember {
    /// As documents and answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Many => "many",
        }
    }
}

/// `[ownership]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnershipDoc {
    /// The owner role.
    pub role: Spanned<String>,
    /// The least number of active owners, from 1.
    pub least: Spanned<u32>,
    /// The most number of holders; none without it.
    pub most: Option<Spanned<u32>>,
}

/// `[[resource_types]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceTypeDoc {
    /// Its id.
    pub id: Spanned<String>,
    /// The types that one of it may stand under.
    pub parents: Vec<Spanned<String>>,
}

/// `[[permissions]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermissionDoc {
    /// Its dotted id.
    pub id: Spanned<String>,
    /// For people.
    pub title: String,
    /// The resource types that it applies to.
    pub types: Vec<Spanned<String>>,
}

/// `[[roles]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleDoc {
    /// Its id.
    pub id: Spanned<String>,
    /// For people.
    pub title: String,
    /// The resource type at which it is granted.
    pub scope: Spanned<String>,
    /// What it holds by itself; `["*"]` is everything.
    #[serde(default)]
    pub permissions: Vec<Spanned<String>>,
    /// Roles whose permissions it has too.
    #[serde(default)]
    pub includes: Vec<Spanned<IncludeDoc>>,
    /// It may be assigned only where one of these is held.
    #[serde(default)]
    pub requires_any: Vec<Spanned<String>>,
    /// Who holds one of these may grant and revoke it.
    #[serde(default)]
    pub granted_by: Vec<Spanned<String>>,
    /// Whether an invitation may carry it.
    #[serde(default)]
    pub invitable: bool,
}

/// An entry of `includes`: a role's id, or `{ role = "…", at = "account" }`.
#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    deny_unknown_fields,
    expecting = "expected a role's id or { role = \"…\", at = \"account\" }"
)]
pub enum IncludeDoc {
    /// Held at the including grant's resource.
    Here(String),
    /// Held on the whole account.
    At {
        /// The included role.
        role: String,
        /// Where it is held.
        at: AtAccount,
    },
}

/// The only other place at which an inclusion can be held.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtAccount {
    /// The whole account.
    Account,
}

/// `[[exclusions]]`: one role against each of some others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionDoc {
    /// The one.
    pub role: Spanned<String>,
    /// The others.
    pub with: Vec<Spanned<String>>,
    /// Where they may not meet.
    pub reach: Reach,
}

/// Where two roles may not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Anywhere in the account.
    Account,
    /// In the same app; a keyset counts as its app.
    SameApp,
    /// At the same keyset.
    SameKeyset,
}

impl Reach {
    /// As documents and answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::SameApp => "same_app",
            Self::SameKeyset => "same_keyset",
        }
    }
}

/// `[[tests]]`: a member with some grants, and what that member may and may not do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestDoc {
    /// The sentence that the test proves.
    pub name: Spanned<String>,
    /// Resources as `"type:id" = "type:id of its parent"`; the account is `account`.
    #[serde(default)]
    pub resources: std::collections::BTreeMap<String, String>,
    /// The member's grants.
    #[serde(default)]
    pub grants: Vec<TestGrantDoc>,
    /// `"permission"` or `"permission on type:id"`, each allowed.
    #[serde(default)]
    pub allow: Vec<Spanned<String>>,
    /// The same, each denied.
    #[serde(default)]
    pub deny: Vec<Spanned<String>>,
    /// The code of the rule that these grants break together.
    pub violates: Option<Spanned<String>>,
}

/// A grant of a test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestGrantDoc {
    /// The role.
    pub role: String,
    /// `type:id`; the account when left out.
    pub on: Option<String>,
}

/// Reads a document, or tells where it is no TOML of this form.
///
/// # Errors
/// One [`ModelError`] with line and column.
pub fn parse(text: &str) -> Result<Document, ModelError> {
    toml::from_str(text)
        .map_err(|error| ModelError::at(text, error.span().map_or(0, |span| span.start), error.message()))
}

/// All of a document that means something, as one text that stays the same for another order of keys, other comments,
/// titles and tests. Empty for what is no document.
pub fn substance(text: &str) -> String {
    let mut table: toml::Table = toml::from_str(text).unwrap_or_default();
    table.remove("tests");
    let mut value = toml::Value::Table(table);
    strip_titles(&mut value);
    serde_json::to_string(&value).unwrap_or_default()
}

fn strip_titles(value: &mut toml::Value) {
    match value {
        toml::Value::Table(table) => {
            table.remove("title");
            table.iter_mut().for_each(|(_, value)| strip_titles(value));
        }
        toml::Value::Array(values) => values.iter_mut().for_each(strip_titles),
        _ => {}
    }
}
