//! Platform keys: of the operator's own product back end.

use serde::{Deserialize, Serialize};

use crate::ids::PlatformKeyId;
use crate::text::Name;
use crate::time::Timestamp;

/// A platform key, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformKey {
    /// Its id.
    pub id: PlatformKeyId,
    /// What the operator calls it.
    pub name: Name,
    /// When it was made.
    pub created_at: Timestamp,
}
