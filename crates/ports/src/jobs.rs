//! Who of all nodes does what is due by the clock.

use async_trait::async_trait;
use bailiwick_domain::jobs::Job;
use bailiwick_domain::time::Timestamp;

use crate::StoreError;

/// Who of all nodes does what is due by the clock.
#[async_trait]
pub trait JobRepository: Send {
    /// Takes a job for whoever asks alone until `lease`, if it is due by `due` and no one has it `now`: the number of the
    /// run, or none. One that never ran is due. Of those who ask at once one MUST get it.
    async fn claim(
        &mut self,
        job: Job,
        due: Timestamp,
        now: Timestamp,
        lease: Timestamp,
    ) -> Result<Option<u64>, StoreError>;
    /// Keeps a job longer; false when another has it since.
    async fn renew(&mut self, job: Job, run: u64, lease: Timestamp) -> Result<bool, StoreError>;
    /// Ends a run at a time, with why it failed if it did, and says when the job is due next; false, with nothing
    /// written, when another has it since.
    async fn finish(
        &mut self,
        job: Job,
        run: u64,
        now: Timestamp,
        due: Timestamp,
        failure: Option<&str>,
    ) -> Result<bool, StoreError>;
}
