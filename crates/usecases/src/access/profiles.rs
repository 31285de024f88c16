//! Users as this node read them lately, for clients that ask on every request who signed in.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use bailiwick_domain::ids::UserId;
use bailiwick_domain::users::User;
use bailiwick_ports::Access;
use quick_cache::sync::Cache;

use super::Decisions;
use super::confirmed::Confirmed;
use crate::error::Result;

/// How many users are read together at most.
const TOGETHER: usize = 1_000;

/// A user's row with the moment it is believed from.
type Profile = Confirmed<Arc<User>>;

pub(super) struct Profiles {
    known: Cache<UserId, Arc<Profile>>,
    /// Who was asked for since users were last read: they are read again together, as soon as one of them must be.
    asked: Mutex<HashSet<UserId>>,
    turn: tokio::sync::Mutex<()>,
}

impl Profiles {
    pub fn new(entries: usize) -> Self {
        Self { known: Cache::new(entries), asked: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    fn place(&self, id: UserId) -> Arc<Profile> {
        match self.known.get_or_insert_with(&id, || Ok::<_, Infallible>(Arc::default())) {
            Ok(place) => place,
            Err(never) => match never {},
        }
    }

    fn ask(&self, id: UserId) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.len() < TOGETHER {
            asked.insert(id);
        }
    }

    fn take_asked(&self) -> HashSet<UserId> {
        std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Decisions {
    /// A user, read not longer ago than decisions are believed; after a change by this node, not before that.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn user(&self, id: UserId) -> Result<Option<Arc<User>>> {
        self.profiles.ask(id);
        if let Some((user, _)) = self.believed_value(&self.profiles.place(id)) {
            return Ok(Some(user));
        }
        let asked = self.elapsed_micros();
        let _turn = self.profiles.turn.lock().await;
        let place = self.profiles.place(id);
        // What was read since this was asked is new enough, however little is believed.
        let shared = || place.when(|since| since > asked);
        match self.believed_value(&place).or_else(shared) {
            Some((user, _)) => Ok(Some(user)),
            None => self.read_users(id).await,
        }
    }

    /// Reads one along with all who were asked for lately.
    async fn read_users(&self, id: UserId) -> Result<Option<Arc<User>>> {
        let mut wanted = self.profiles.take_asked();
        wanted.insert(id);
        // Where a user is changed meanwhile, what is read goes to a place that no one looks at any more.
        let places: Vec<_> = wanted.iter().map(|id| (*id, self.profiles.place(*id))).collect();
        let ids: Vec<UserId> = wanted.into_iter().collect();
        let before = self.elapsed_micros();
        let mut unit = self.store.begin(Access::Read).await?;
        let found = unit.users().find_each(&ids).await;
        unit.rollback().await?;
        let found: HashMap<_, _> = found?.into_iter().map(|user| (user.id, Arc::new(user))).collect();
        for (id, place) in places {
            let user = found.get(&id);
            place.put(user.map(|user| (Arc::clone(user), before)));
            if user.is_none() {
                self.profiles.known.remove(&id);
            }
        }
        Ok(found.get(&id).cloned())
    }

    /// Drops what this node's own commit made old.
    pub fn users_changed(&self, users: &[UserId]) {
        for user in users {
            self.profiles.known.remove(user);
        }
    }
}
