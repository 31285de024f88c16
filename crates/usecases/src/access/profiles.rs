//! Users as this node read them lately, for clients that ask on every request who signed in.

use std::convert::Infallible;
use std::sync::Arc;

use bailiwick_domain::ids::UserId;
use bailiwick_domain::users::User;
use bailiwick_ports::Access;

use super::Decisions;
use super::confirmed::Confirmed;
use crate::error::Result;

/// A user's row with the moment it is believed from.
pub(super) type Profile = Confirmed<Arc<User>>;

impl Decisions {
    /// A user, read not longer ago than decisions are believed; after a change by this node, not before that.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn user(&self, id: UserId) -> Result<Option<Arc<User>>> {
        let made = self.profiles.get_or_insert_with(&id, || Ok::<_, Infallible>(Arc::<Profile>::default()));
        let profile = match made {
            Ok(profile) => profile,
            Err(never) => match never {},
        };
        if let Some((user, _)) = self.believed_value(&profile) {
            return Ok(Some(user));
        }
        let read = async |before| {
            let mut unit = self.store.begin(Access::Read).await?;
            let found = unit.users().find(id).await;
            unit.rollback().await?;
            Ok(found?.map(|user| (Arc::new(user), before)))
        };
        let user = self.confirmed_value(&profile, read).await?;
        if user.is_none() {
            self.profiles.remove(&id);
        }
        Ok(user.map(|(user, _)| user))
    }

    /// Drops what this node's own commit made old. Who is reading it meanwhile puts it into a place that no one looks at.
    pub fn users_changed(&self, users: &[UserId]) {
        for user in users {
            self.profiles.remove(user);
        }
    }
}
