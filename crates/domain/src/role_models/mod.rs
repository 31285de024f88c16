//! Role models: documents that say which permissions exist, which roles hand them out, and which rules grants must keep.

mod builtin;
mod check;
mod compile;
mod diff;
mod document;
mod model;
mod registry;
mod sound;

pub use builtin::BUILTIN;
pub use check::{TestFailure, check};
pub use diff::{Change, diff};
pub use model::{
    ACCOUNT, APP, Exclusion, Held, KEYSET, Ownership, Permission, Reach, ResourceType, Role, RoleIndex,
    RoleModel, RolesPerMember, TypeIndex,
};
pub use registry::{RoleModels, UnknownModel};

/// A fault of a document, with the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct ModelError {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl ModelError {
    fn at(text: &str, offset: usize, message: &str) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.trim_end().to_owned(),
        }
    }
}

impl RoleModel {
    /// Reads, checks and compiles a document.
    ///
    /// # Errors
    /// Every fault found, each with its place.
    pub fn parse(text: &str) -> Result<Self, Vec<ModelError>> {
        let document = document::parse(text).map_err(|error| vec![error])?;
        compile::compile(text, &document)
    }
}
