//! Access decisions: what a node knows, the decision, the searches, and the explanation.

mod cache;
mod confirmed;
mod credentials;
mod evaluate;
mod explain;
mod keys;
mod profiles;
mod revisions;
mod search;

pub use cache::{Decisions, Known, KnownPath, Limits, Outcome};
pub use evaluate::{Decision, Question, authorize, evaluate};
pub use explain::{Explained, explain};
pub use keys::{KeyUse, KnownKey};
pub use revisions::AccountState;
pub(crate) use search::holders_filter;
pub use search::{ResourceCursor, actions, resources, subjects};
