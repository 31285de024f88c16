//! What was right and what was wrong among the answers under load, judged by what the load's own writes were told.

use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use bailiwick_client::Failure;

use crate::clock::now;

/// From when on an answer must know of a change that was acknowledged.
pub const BOUND: Duration = Duration::from_millis(500);

/// What was answered to a question with yes and no.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// 503, or nothing that can be judged.
    None,
}

/// What is known of something that is given and taken.
#[derive(Clone, Copy)]
pub struct Known {
    /// `None` while it is being changed, or where a change was not answered.
    pub held: Option<bool>,
    pub since: Instant,
    /// How often it began to change.
    pub changes: u64,
}

impl Known {
    pub fn held(held: bool) -> Self {
        Self { held: Some(held), since: now(), changes: 0 }
    }
}

/// How signing in is noted.
pub const SIGN_IN: &str = "sign in";

/// A request and its answer.
pub struct Span {
    what: String,
    sent: Instant,
    answered: Instant,
    refused: bool,
}

impl Span {
    fn took(&self) -> Duration {
        self.answered.duration_since(self.sent)
    }

    /// Whether its time may be that of hashing a password, which is done when nothing else wants the cores: then it tells
    /// how busy this machine is. Where the database is away, it is refused before.
    fn may_hash(&self, gone: Instant) -> bool {
        self.what == SIGN_IN && !(self.refused && self.sent > gone)
    }
}

/// Counted from one reset to the next.
#[derive(Default)]
pub struct Tally {
    pub judged: u64,
    pub wrong_allows: Vec<String>,
    pub wrong_refusals: Vec<String>,
    /// Neither done, nor refused, nor 503.
    pub odd: Vec<String>,
    pub spans: Vec<Span>,
    /// When each 503 came.
    pub unavailable: Vec<Instant>,
}

/// All that the load shares.
#[derive(Default)]
pub struct Book(Mutex<Tally>);

impl Book {
    pub fn open(&self) -> MutexGuard<'_, Tally> {
        self.0.lock().unwrap()
    }

    /// Begins anew; what was counted.
    pub fn reset(&self) -> Tally {
        std::mem::take(&mut self.open())
    }

    /// Notes an answer: what was done, or nothing where it was refused with 503 or oddly.
    pub fn note<T>(&self, sent: Instant, what: &str, answer: Result<T, Failure>) -> Option<T> {
        self.read(sent, what, answer, &[]).unwrap_or_default()
    }

    /// Notes an answer for which a refusal with one of these statuses is no.
    pub fn ask<T>(&self, sent: Instant, what: &str, answer: Result<T, Failure>, refusals: &[u16]) -> Answer {
        match self.read(sent, what, answer, refusals) {
            Ok(Some(_)) => Answer::Yes,
            Ok(None) => Answer::None,
            Err(()) => Answer::No,
        }
    }

    fn read<T>(
        &self,
        sent: Instant,
        what: &str,
        answer: Result<T, Failure>,
        refusals: &[u16],
    ) -> Result<Option<T>, ()> {
        let mut tally = self.open();
        tally.spans.push(Span { what: what.to_owned(), sent, answered: now(), refused: answer.is_err() });
        let failure = match answer {
            Ok(done) => return Ok(Some(done)),
            Err(failure) => failure,
        };
        match failure.status().map(|status| status.as_u16()) {
            Some(503) => tally.unavailable.push(now()),
            Some(status) if refusals.contains(&status) => return Err(()),
            _ => tally.odd.push(format!("{what}: {failure}")),
        }
        Ok(None)
    }

    /// Judges an answer by what was known before it was asked for and after it came.
    pub fn judge(&self, what: &str, sent: Instant, answer: Answer, before: Known, after: Known) {
        let stood = before.changes == after.changes && sent > before.since + BOUND;
        let mut tally = self.open();
        match (before.held, answer) {
            (Some(held), Answer::Yes | Answer::No) if stood => {
                tally.judged += 1;
                let late = sent.duration_since(before.since);
                if answer == Answer::Yes && !held {
                    tally.wrong_allows.push(format!("{what}, {late:?} after"));
                } else if answer == Answer::No && held {
                    tally.wrong_refusals.push(format!("{what}, {late:?} after"));
                }
            }
            _ => {}
        }
    }
}

impl Tally {
    /// The longest of the requests that were under way in this time, and what it was; and how long one took at most that
    /// hashes a password.
    pub fn longest(&self, from: Instant, to: Instant) -> (Duration, &str, Duration) {
        let within = self.spans.iter().filter(|span| span.answered > from && span.sent < to);
        let (hashing, others): (Vec<_>, Vec<_>) = within.partition(|span| span.may_hash(from));
        let slowest = others.iter().map(|span| (span.took(), span.what.as_str())).max();
        let (longest, what) = slowest.unwrap_or_default();
        (longest, what, hashing.iter().map(|span| span.took()).max().unwrap_or_default())
    }
}
