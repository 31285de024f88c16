//! What use cases count and time, by names that follow Prometheus' conventions. Who collects them is not decided here;
//! where nobody does, they cost next to nothing.

use std::time::Duration;

use metrics::{Counter, Histogram, counter, histogram};

use crate::limits;

const DECISIONS: &str = "bailiwick_decisions_total";
const DECISION_READS: &str = "bailiwick_decision_read_duration_seconds";
const CONFIRMATIONS: &str = "bailiwick_decision_confirmations_total";
const WAITS: &str = "bailiwick_store_wait_duration_seconds";
const WRITES: &str = "bailiwick_store_write_duration_seconds";
const MAILS: &str = "bailiwick_mails_total";
const SIGN_INS: &str = "bailiwick_sign_ins_total";
const RATE_LIMITED: &str = "bailiwick_rate_limited_total";

/// Tells the collector what each is about, so that all are there from the start.
pub fn describe() {
    metrics::describe_counter!(
        DECISIONS,
        "Decisions, by what answered them: this node's memory or the database"
    );
    metrics::describe_histogram!(DECISION_READS, "How long decisions took for which the database was asked");
    metrics::describe_counter!(CONFIRMATIONS, "Reads of an account's access revision, by what was found");
    metrics::describe_histogram!(WAITS, "How long writers waited for a connection and their turn");
    metrics::describe_histogram!(
        WRITES,
        "How long units of work that write took, from their turn to the commit"
    );
    metrics::describe_counter!(MAILS, "Tries to deliver a mail, by their result");
    metrics::describe_counter!(
        SIGN_INS,
        "Sign-ins with a password, a passkey or by a provider, by their result"
    );
    metrics::describe_counter!(RATE_LIMITED, "Refusals because of too many tries, by the limit");
    drop(OfDecisions::new());
    for result in ["sent", "failed"] {
        counter!(MAILS, "result" => result).absolute(0);
    }
    for result in ["succeeded", "failed"] {
        counter!(SIGN_INS, "result" => result).absolute(0);
    }
    for limit in limits::ALL {
        counter!(RATE_LIMITED, "limit" => limit.name).absolute(0);
    }
}

/// What decisions count. They are too quick to look these up.
pub(crate) struct OfDecisions {
    from_memory: Counter,
    from_database: Counter,
    reads: Histogram,
    unchanged: Counter,
    changed: Counter,
}

impl OfDecisions {
    /// For the collector that there is now.
    pub(crate) fn new() -> Self {
        Self {
            from_memory: counter!(DECISIONS, "source" => "memory"),
            from_database: counter!(DECISIONS, "source" => "database"),
            reads: histogram!(DECISION_READS),
            unchanged: counter!(CONFIRMATIONS, "found" => "unchanged"),
            changed: counter!(CONFIRMATIONS, "found" => "changed"),
        }
    }
    pub(crate) fn remembered(&self) {
        self.from_memory.increment(1);
    }
    pub(crate) fn read(&self, took: Duration) {
        self.from_database.increment(1);
        self.reads.record(took.as_secs_f64());
    }
    pub(crate) fn confirmed(&self, unchanged: bool) {
        if unchanged { &self.unchanged } else { &self.changed }.increment(1);
    }
}

pub(crate) fn waited_to_write(took: Duration) {
    histogram!(WAITS).record(took.as_secs_f64());
}

pub(crate) fn wrote(took: Duration) {
    histogram!(WRITES).record(took.as_secs_f64());
}

pub(crate) fn mail(sent: bool) {
    counter!(MAILS, "result" => if sent { "sent" } else { "failed" }).increment(1);
}

pub(crate) fn sign_in(succeeded: bool) {
    counter!(SIGN_INS, "result" => if succeeded { "succeeded" } else { "failed" }).increment(1);
}

pub(crate) fn rate_limited(limit: &'static str) {
    counter!(RATE_LIMITED, "limit" => limit).increment(1);
}
