//! Sessions of signed-in users. The token itself is not part of one; only its hash is ever stored.

use serde::{Deserialize, Serialize};

use crate::ids::{SessionId, UserId};
use crate::time::Timestamp;

/// How long a session lasts, in seconds: 30 days.
pub const LIFETIME_SECONDS: i64 = 30 * 24 * 3600;

/// A signed-in session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// When the user signed in.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// The address that the sign-in came from.
    pub source_ip: Option<String>,
    /// What the client called itself.
    pub user_agent: Option<String>,
}
