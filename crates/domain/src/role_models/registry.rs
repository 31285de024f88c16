//! The role models that a deployment knows, by id and version.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{BUILTIN, ModelError, RoleModel};

/// A model that no document of this deployment declares.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no role model `{id}`{}; known: {known}", .version.map(|version| format!(" of version {version}")).unwrap_or_default())]
pub struct UnknownModel {
    /// What was asked for.
    pub id: String,
    /// What was asked for; the newest when none.
    pub version: Option<u32>,
    /// What there is.
    pub known: String,
}

/// All models, compiled. A version never changes; a changed document is a new version.
#[derive(Debug, Clone, Default)]
pub struct RoleModels(BTreeMap<String, BTreeMap<u32, Arc<RoleModel>>>);

impl RoleModels {
    /// The models that come with the product.
    ///
    /// # Errors
    /// The faults of a built-in document; a test shows that there are none.
    pub fn builtin() -> Result<Self, Vec<ModelError>> {
        let mut models = Self::default();
        for text in BUILTIN {
            models.add(RoleModel::parse(text)?);
        }
        Ok(models)
    }
    /// Adds one; false when its id and version are taken.
    pub fn add(&mut self, model: RoleModel) -> bool {
        let versions = self.0.entry(model.id().to_owned()).or_default();
        let version = model.version();
        if versions.contains_key(&version) {
            return false;
        }
        versions.insert(version, Arc::new(model));
        true
    }
    /// One version, or the newest.
    ///
    /// # Errors
    /// [`UnknownModel`], with the ids that are known.
    pub fn get(&self, id: &str, version: Option<u32>) -> Result<&Arc<RoleModel>, UnknownModel> {
        let versions = self.0.get(id);
        let found = match version {
            Some(version) => versions.and_then(|versions| versions.get(&version)),
            None => versions.and_then(|versions| versions.values().next_back()),
        };
        found.ok_or_else(|| UnknownModel {
            id: id.to_owned(),
            version,
            known: self.0.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
        })
    }
    /// Every version of every model, by id and version.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<RoleModel>> {
        self.0.values().flat_map(BTreeMap::values)
    }
}
