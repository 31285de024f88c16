//! Requests that are sent at once, and what became of them.

use std::sync::Arc;

use bailiwick_client::Failure;
use tokio::sync::Barrier;

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
