//! Access decisions: what a node knows, the decision, the searches, and the explanation.

mod cache;
mod confirmed;
mod credentials;
mod evaluate;
mod explain;
mod key_notes;
mod keys;
mod profiles;
mod revisions;
mod search;

pub use bailiwick_domain::access::Subject;
pub use cache::{Decisions, Known, KnownPath, Limits, Outcome};
pub use evaluate::{Decision, Question, authorize, evaluate, subject_named};
pub use explain::{Explained, Whom, explain};
pub use key_notes::{KeyNotes, KeyUse, Rehash};
pub use keys::KnownKey;
pub use revisions::AccountState;
pub(crate) use search::holders_filter;
pub use search::{ResourceCursor, actions, integrations, resources, subjects};
