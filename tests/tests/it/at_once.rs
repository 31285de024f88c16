//! Requests that are sent at once, and what became of them.

use std::sync::Arc;

use bailiwick_client::{Failure, ResponseValue};
use tokio::sync::Barrier;

/// What became of a request whose answer says no more.
pub type Done = Result<(), Failure>;

pub fn done<T>(answer: Result<ResponseValue<T>, Failure>) -> Done {
    answer.map(drop)
}

/// Runs all of these at the same time; what each gave, in their order.
pub async fn at_once<F>(tasks: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    let start = Arc::new(Barrier::new(tasks.len()));
    let tasks: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let start = Arc::clone(&start);
            tokio::spawn(async move {
                start.wait().await;
                task.await
            })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// How many were done. Every other one was refused with one of these codes.
#[track_caller]
pub fn done_of<T>(outcomes: &[Result<T, Failure>], refusals: &[&str]) -> usize {
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert!(refused.code().is_some_and(|code| refusals.contains(&code)), "{refused}");
    }
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

/// Chance that is the same in every run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}
