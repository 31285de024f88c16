//! A value that was read, and for how long it may be believed.

use std::sync::{PoisonError, RwLock};

use super::Decisions;
use crate::error::Result;

/// A value, once it was read, with the moment, in the clock's `elapsed` microseconds, before that read. One reads at a
/// time; who waits is served by the same read.
pub(super) struct Confirmed<T> {
    last: RwLock<Option<(T, u64)>>,
    turn: tokio::sync::Mutex<()>,
}

impl<T> Default for Confirmed<T> {
    fn default() -> Self {
        Self { last: RwLock::default(), turn: tokio::sync::Mutex::default() }
    }
}

impl<T: Clone> Confirmed<T> {
    pub(super) fn when(&self, is_good: impl FnOnce(u64) -> bool) -> Option<(T, u64)> {
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
        last.as_ref().filter(|(_, since)| is_good(*since)).cloned()
    }

    pub(super) fn put(&self, value: Option<(T, u64)>) {
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = value;
    }
}

impl Decisions {
    /// The value with the moment it is believed from, when it may be believed.
    pub(super) fn believed_value<T: Clone>(&self, known: &Confirmed<T>) -> Option<(T, u64)> {
        let now = self.elapsed_micros();
        known.when(|since| now.saturating_sub(since) < self.max_age)
    }

    /// The value with the moment it is believed from; read where it may not be believed. `read` is given the moment
    /// before it, and answers the value with the moment it is to be believed from, no later than that.
    pub(super) async fn confirmed_value<T: Clone>(
        &self,
        known: &Confirmed<T>,
        read: impl AsyncFnOnce(u64) -> Result<Option<(T, u64)>>,
    ) -> Result<Option<(T, u64)>> {
        let asked = self.elapsed_micros();
        let _turn = known.turn.lock().await;
        // What was read since this was asked is new enough, however little is believed.
        let shared = || known.when(|since| since > asked);
        if let Some(value) = self.believed_value(known).or_else(shared) {
            return Ok(Some(value));
        }
        let value = read(self.elapsed_micros()).await?;
        known.put(value.clone());
        Ok(value)
    }
}
