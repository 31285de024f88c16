//! Where usage is kept: which records were counted, and the sums of them.

use async_trait::async_trait;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::usage::{Bucket, Point, RecordName, Series, Sum};

use crate::{Page, StoreError};

/// Where a walk over the names of counted records stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordCursor {
    /// The account that it has come to.
    pub account: AccountId,
    /// Where in that account, as the store knows it.
    pub place: Vec<u8>,
}

/// Where usage is kept. What is written here changes no decision and needs no lock on the account: an adapter MUST take rows
/// in an order of its own that is the same for all units, so that those that meet wait and never block each other for good.
#[async_trait]
pub trait UsageRepository: Send {
    /// Remembers that some records are counted; of each, whether that is new. A name that is there twice is new once. Of
    /// units that bring the same at once one MUST be told that it is new, and the others wait for it to end.
    async fn remember(&mut self, names: &[RecordName], now: Timestamp) -> Result<Vec<bool>, StoreError>;
    /// Adds to sums, each bucket once. A sum stops at `MOST_SUM`.
    async fn add(&mut self, sums: &[Sum]) -> Result<(), StoreError>;
    /// What some buckets hold, in their order; 0 of those that there are not. This unit's own sums are in it.
    async fn used(&mut self, wanted: &[(Series, Bucket, Timestamp)]) -> Result<Vec<u64>, StoreError>;
    /// The buckets of a kind that begin from a moment until before another, oldest first. Those that hold nothing may be
    /// left out.
    async fn points(
        &mut self,
        series: &Series,
        bucket: Bucket,
        from: Timestamp,
        to: Timestamp,
        limit: u64,
    ) -> Result<Page<Point>, StoreError>;
    /// Forgets records that were counted before a moment, among the next so many; where the walk stands, or none at its end.
    async fn prune_records(
        &mut self,
        before: Timestamp,
        after: Option<RecordCursor>,
        limit: u64,
    ) -> Result<Option<RecordCursor>, StoreError>;
    /// Removes the buckets of some kinds that began before a moment each, of the next so many series; the last of these, or
    /// none at the end.
    async fn prune_sums(
        &mut self,
        before: &[(Bucket, Timestamp)],
        after: Option<Series>,
        limit: u64,
    ) -> Result<Option<Series>, StoreError>;
}
