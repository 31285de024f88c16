//! Password hashing with Argon2id on a few threads of the lowest priority. Rules about passwords are not here.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use async_trait::async_trait;
use bailiwick_ports::passwords::{HashError, PasswordHasher};
use bailiwick_ports::system::IdSource;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

/// How many wait at most, unless told otherwise.
pub const DEFAULT_QUEUE: usize = 64;

/// How long a thread waits for more to do. The allocator (mimalloc) gives back what has been free for a second.
const IDLE: Duration = Duration::from_secs(2);

/// What a hash costs, with one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// How often it is gone through.
    pub passes: u32,
}

impl Default for Cost {
    /// What OWASP recommends first
    /// (<https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html>): 19 MiB, 2 passes.
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2 }
    }
}

impl Cost {
    /// With what every hash of this cost begins.
    fn start(self) -> String {
        format!("$argon2id$v=19$m={},t={},p=1$", self.memory_kib, self.passes)
    }
    /// Compared with where there is no hash, so that it takes as long. It needs the same parameters and lengths, and no
    /// password; it never answers true.
    fn no_hash(self) -> String {
        let (salt, hash) = ("A".repeat(22), "A".repeat(43));
        format!("{}{salt}${hash}", self.start())
    }
}

enum Job {
    Hash(Zeroizing<String>, Cost, [u8; 16], oneshot::Sender<Result<String, HashError>>),
    Verify(Zeroizing<String>, Option<String>, Cost, oneshot::Sender<Result<bool, HashError>>),
}

impl Job {
    fn is_abandoned(&self) -> bool {
        match self {
            Self::Hash(.., answer) => answer.is_closed(),
            Self::Verify(.., answer) => answer.is_closed(),
        }
    }

    /// Who asked may have gone away: then nobody wants the answer.
    fn run(self, memory: &mut Memory) {
        match self {
            Self::Hash(password, cost, salt, answer) => {
                drop(answer.send(hash(&password, cost, &salt, memory)));
            }
            Self::Verify(password, hash, cost, answer) => {
                drop(answer.send(verify(&password, hash.as_deref(), cost, memory)));
            }
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` gives it")]
fn failed(error: impl ToString) -> HashError {
    HashError::Failed(error.to_string())
}

/// What a thread hashes in. It is kept from one hash to the next, since taking it anew costs a tenth of a hash, and
/// given back when the thread ends.
type Memory = Vec<Block>;

fn derive(
    argon2: &Argon2<'_>,
    password: &str,
    salt: &[u8],
    out: &mut [u8],
    memory: &mut Memory,
) -> Result<(), HashError> {
    let blocks = argon2.params().block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    let memory = &mut memory[..blocks];
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, out, memory).map_err(failed)
}

fn hash(password: &str, cost: Cost, salt: &[u8], memory: &mut Memory) -> Result<String, HashError> {
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let params = Params::new(cost.memory_kib, cost.passes, 1, None).map_err(failed)?;
    let argon2 = Argon2::new(algorithm, version, params);
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    derive(&argon2, password, salt, &mut out, memory)?;
    let hash = PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: argon2.params().try_into().map_err(failed)?,
        salt: Some(Salt::new(salt).map_err(failed)?),
        hash: Some(Output::new(&out).map_err(failed)?),
    };
    Ok(hash.to_string())
}

/// By the parameters that the hash itself names, so that older hashes stay good. Two outputs are compared in constant time.
fn verify(password: &str, hash: Option<&str>, cost: Cost, memory: &mut Memory) -> Result<bool, HashError> {
    let none = cost.no_hash();
    let stored = PasswordHash::new(hash.unwrap_or(&none)).map_err(failed)?;
    let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else {
        return Err(failed("a stored hash is cut short"));
    };
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).map_err(failed)?;
    let version = stored.version.map(Version::try_from).transpose().map_err(failed)?.unwrap_or_default();
    let argon2 = Argon2::new(algorithm, version, Params::try_from(&stored).map_err(failed)?);
    let mut out = [0; Output::MAX_LENGTH];
    let out = &mut out[..expected.len()];
    derive(&argon2, password, salt, out, memory)?;
    Ok(hash.is_some() && Output::new(out).map_err(failed)? == *expected)
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Job>,
    threads: usize,
    /// How many of the threads work.
    busy: usize,
    closed: bool,
}

/// Threads start as they are needed and end when nothing is left to do for a while. At its end a thread gives back what
/// the allocator had kept for it, which for hashing is a lot.
struct Pool {
    state: Mutex<State>,
    changed: Condvar,
    most_threads: usize,
    most_waiting: usize,
    idle: Duration,
}

impl Pool {
    fn new(most_threads: NonZeroUsize, most_waiting: usize, idle: Duration) -> Arc<Self> {
        let most_threads = most_threads.get();
        Arc::new(Self { state: Mutex::default(), changed: Condvar::new(), most_threads, most_waiting, idle })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Those who went away make room for those who are here.
    fn push(self: &Arc<Self>, job: Job) -> Result<(), HashError> {
        let mut state = self.lock();
        let room = self.most_waiting + self.most_threads - state.busy;
        if state.waiting.len() >= room {
            state.waiting.retain(|job| !job.is_abandoned());
        }
        if state.waiting.len() >= room {
            return Err(HashError::Busy);
        }
        if state.waiting.len() >= state.threads - state.busy && state.threads < self.most_threads {
            self.start_thread(&mut state)?;
        }
        state.waiting.push_back(job);
        self.changed.notify_one();
        Ok(())
    }

    /// Without a further thread those that run already do the work, if there are any.
    fn start_thread(self: &Arc<Self>, state: &mut State) -> Result<(), HashError> {
        let pool = Arc::clone(self);
        match thread::Builder::new().name("passwords".to_owned()).spawn(move || pool.work()) {
            Ok(_) => state.threads += 1,
            Err(error) if state.threads == 0 => return Err(failed(error)),
            Err(error) => tracing::warn!(%error, "a thread for hashing passwords did not start"),
        }
        Ok(())
    }

    fn work(&self) {
        take_lowest_priority();
        let mut memory = Memory::new();
        while let Some(job) = self.next() {
            // The caller of a job that panics is told by the drop of its sender; the thread goes on.
            if catch_unwind(AssertUnwindSafe(|| job.run(&mut memory))).is_err() {
                tracing::error!("hashing a password panicked");
            }
            self.lock().busy -= 1;
        }
    }

    /// The next job that someone still waits for; none when the thread is to end.
    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        let mut idled = false;
        loop {
            match state.waiting.pop_front() {
                Some(job) if job.is_abandoned() => {}
                Some(job) => {
                    state.busy += 1;
                    return Some(job);
                }
                None if idled || state.closed => {
                    state.threads -= 1;
                    return None;
                }
                None => {
                    let waited = self.changed.wait_timeout(state, self.idle);
                    let (again, result) = waited.unwrap_or_else(PoisonError::into_inner);
                    (state, idled) = (again, result.timed_out());
                }
            }
        }
    }

    fn close(&self) {
        let mut state = self.lock();
        state.closed = true;
        state.waiting.clear();
        self.changed.notify_all();
    }
}

/// Lets everything else on this machine go first; on other systems than Linux a thread has no priority of its own here.
fn take_lowest_priority() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), 19) {
        tracing::warn!(%error, "password hashing runs at normal priority");
    }
}

/// Hashes with Argon2id, as many at once as it may have threads. They end when it is dropped.
pub struct Argon2Hasher {
    ids: Arc<dyn IdSource>,
    cost: Cost,
    pool: Arc<Pool>,
}

impl Argon2Hasher {
    /// With up to one thread a core, and a queue of [`DEFAULT_QUEUE`].
    pub fn new(ids: Arc<dyn IdSource>) -> Self {
        Self::with_limits(ids, thread::available_parallelism().unwrap_or(NonZeroUsize::MIN), DEFAULT_QUEUE)
    }

    /// With up to so many threads, and a queue of so many who wait while all of them work.
    pub fn with_limits(ids: Arc<dyn IdSource>, most_threads: NonZeroUsize, most_waiting: usize) -> Self {
        Self { ids, cost: Cost::default(), pool: Pool::new(most_threads, most_waiting, IDLE) }
    }

    /// With another cost of new hashes.
    #[must_use]
    pub fn costing(mut self, cost: Cost) -> Self {
        self.cost = cost;
        self
    }

    async fn answer<T>(
        &self,
        job: impl FnOnce(oneshot::Sender<Result<T, HashError>>) -> Job,
    ) -> Result<T, HashError> {
        let (sender, receiver) = oneshot::channel();
        self.pool.push(job(sender))?;
        receiver.await.unwrap_or_else(|_| Err(failed("it ended without an answer")))
    }
}

impl Drop for Argon2Hasher {
    fn drop(&mut self) {
        self.pool.close();
    }
}

#[async_trait]
impl PasswordHasher for Argon2Hasher {
    async fn hash(&self, password: String) -> Result<String, HashError> {
        let password = Zeroizing::new(password);
        let mut salt = [0; 16];
        salt.copy_from_slice(&self.ids.secret()[..16]);
        self.answer(|answer| Job::Hash(password, self.cost, salt, answer)).await
    }

    async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, HashError> {
        let password = Zeroizing::new(password);
        self.answer(|answer| Job::Verify(password, hash, self.cost, answer)).await
    }

    fn is_current(&self, hash: &str) -> bool {
        hash.starts_with(&self.cost.start())
    }
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier;
    use uuid::Uuid;

    use super::*;

    struct Fixed;
    impl IdSource for Fixed {
        fn uuid(&self) -> Uuid {
            Uuid::nil()
        }
        fn secret(&self) -> [u8; 32] {
            [7; 32]
        }
    }

    fn ends(pool: &Arc<Pool>) -> bool {
        (0..500).any(|_| {
            thread::sleep(Duration::from_millis(10));
            pool.lock().threads == 0
        })
    }

    fn job(password: &str) -> (Job, oneshot::Receiver<Result<bool, HashError>>) {
        let (sender, receiver) = oneshot::channel();
        (Job::Verify(Zeroizing::new(password.to_owned()), None, Cost::default(), sender), receiver)
    }

    fn pool(most_waiting: usize, idle: Duration) -> Arc<Pool> {
        Pool::new(NonZeroUsize::new(2).unwrap(), most_waiting, idle)
    }

    #[test]
    fn no_hash_costs_what_a_new_hash_costs() {
        let cost = |text: &str| {
            let hash = PasswordHash::new(text).unwrap();
            let lengths = (hash.salt.unwrap().len(), hash.hash.unwrap().as_bytes().len());
            (hash.algorithm.to_string(), hash.version, hash.params.to_string(), lengths)
        };
        let small = Cost { memory_kib: 64, passes: 3 };
        for of in [Cost::default(), small] {
            assert_eq!(
                cost(&of.no_hash()),
                cost(&hash("password", of, &[7; 16], &mut Memory::new()).unwrap())
            );
        }
    }

    #[test]
    fn a_hash_of_another_cost_is_good_and_not_current() {
        let (low, high) = (Cost { memory_kib: 64, passes: 1 }, Cost { memory_kib: 64, passes: 2 });
        let hasher = Argon2Hasher::new(Arc::new(Fixed)).costing(high);
        let mut memory = Memory::new();
        let current = hash("password", high, &[7; 16], &mut memory).unwrap();
        let old = hash("password", low, &[7; 16], &mut memory).unwrap();
        for good in [&old, &current] {
            assert!(verify("password", Some(good), high, &mut memory).unwrap());
            assert!(!verify("another", Some(good), high, &mut memory).unwrap());
        }
        assert!(!hasher.is_current(&old) && hasher.is_current(&current));
        let stored = PasswordHash::new(&current).unwrap();
        Argon2::default().verify_password(b"password", &stored).expect("the library reads it as we do");
    }

    #[test]
    fn threads_end_when_the_hasher_is_dropped() {
        let pool = pool(1, Duration::from_hours(1));
        let hasher = Argon2Hasher { ids: Arc::new(Fixed), cost: Cost::default(), pool: Arc::clone(&pool) };
        pool.push(job("password").0).unwrap();
        assert_eq!(pool.lock().threads, 1);
        drop(hasher);
        assert!(ends(&pool));
    }

    #[test]
    fn threads_end_when_nothing_is_left_to_do_and_start_again() {
        let pool = pool(8, Duration::from_millis(1));
        for _ in 0..3 {
            let answers: Vec<_> = (0..4)
                .map(|_| {
                    let (job, answer) = job("password");
                    pool.push(job).unwrap();
                    answer
                })
                .collect();
            for answer in answers {
                assert_eq!(answer.blocking_recv().unwrap(), Ok(false));
            }
            assert!(ends(&pool));
            assert_eq!(pool.lock().busy, 0);
        }
    }

    #[test]
    fn those_who_went_away_make_room_and_are_skipped() {
        let pool = pool(2, Duration::from_hours(1));
        // As if both threads were at work.
        (pool.lock().threads, pool.lock().busy) = (2, 2);
        let (first, gone) = job("first");
        let (second, _here) = job("second");
        let (third, _also_here) = job("third");
        pool.push(first).unwrap();
        pool.push(second).unwrap();
        assert_eq!(pool.push(job("fourth").0), Err(HashError::Busy));
        drop(gone);
        pool.push(third).unwrap();
        let password = |job: Option<Job>| match job {
            Some(Job::Verify(password, ..)) => password.to_string(),
            _ => panic!("there was a job"),
        };
        assert_eq!(password(pool.next()), "second");
        assert_eq!(password(pool.next()), "third");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_lowest_priority_is_of_that_thread_alone() {
        let nice = || rustix::process::getpriority_process(Some(rustix::thread::gettid())).unwrap();
        let before = nice();
        let inside = thread::spawn(move || {
            take_lowest_priority();
            nice()
        });
        assert_eq!(inside.join().unwrap(), 19);
        assert_eq!(nice(), before);
    }
}
