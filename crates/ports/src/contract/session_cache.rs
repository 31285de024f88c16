//! What every cache of sessions' copies keeps to. `session_cache_contract!` makes a test of each case.

use std::time::Duration;

use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::{Method, Methods, SignedIn};
use futures::future::join_all;

use super::fixtures::{at, other_bytes, uuid};
use crate::session_cache::{Found, SessionCache, SessionCopy, Vacancy};

/// A test for each case of the contract. Takes an async function that answers a cache that can be reached, and what must
/// outlive it.
#[macro_export]
macro_rules! session_cache_contract {
    ($open:ident) => {
        $crate::session_cache_contract! { $open;
            a_copy_is_found_until_its_session_ends, a_copy_counts_in_its_own_epoch, copies_are_told_apart,
            what_a_slow_reader_saw_does_not_come_back, a_copy_lasts_no_longer_than_its_session,
            once_ended_no_one_finds_a_copy_whoever_reads_meanwhile,
        }
    };
    ($open:ident; $($case:ident),+ $(,)?) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $case() {
            let (cache, _kept) = $open().await;
            $crate::contract::session_cache::$case(&cache).await;
        }
    )+};
}

const LONG: Duration = Duration::from_hours(1);

fn session() -> (SessionCopy, [u8; 32]) {
    let copy = SessionCopy {
        id: SessionId::new(uuid()),
        user: UserId::new(uuid()),
        signed_in: SignedIn {
            at: at(0),
            methods: Methods::of(Method::Passkey),
            sso: Some(AccountId::new(uuid())),
        },
        last_seen_at: at(2),
        expires_at: at(1_000),
    };
    (copy, other_bytes())
}

async fn missing(cache: &dyn SessionCache, token: [u8; 32], epoch: u64) -> Vacancy {
    match cache.find(token, epoch).await {
        Found::Missing(vacancy) => vacancy,
        other => panic!("it is not missing: {other:?}"),
    }
}

/// Where a copy is missing one can be put; it is found as it was, and no more once its session is ended.
pub async fn a_copy_is_found_until_its_session_ends(cache: &dyn SessionCache) {
    let (copy, token) = session();
    assert!(cache.answers());
    cache.put(missing(cache, token, 1).await, copy, LONG).await;
    assert_eq!(cache.find(token, 1).await, Found::Copy(copy));
    assert!(cache.end(&[token]).await);
    assert_eq!(cache.find(token, 1).await, Found::AskTheRow);
    assert!(cache.end(&[token]).await, "and it can be ended again");
    assert!(cache.end(&[]).await, "and none can be");
}

/// A copy of another epoch is as good as none, be it older or newer, and makes room for one.
pub async fn a_copy_counts_in_its_own_epoch(cache: &dyn SessionCache) {
    let (copy, token) = session();
    cache.put(missing(cache, token, 5).await, copy, LONG).await;
    missing(cache, token, 4).await;
    cache.put(missing(cache, token, 6).await, copy, LONG).await;
    assert_eq!(cache.find(token, 6).await, Found::Copy(copy));
    missing(cache, token, 5).await;
    assert!(cache.end(&[token]).await);
    for epoch in [4, 5, 6, 7] {
        assert_eq!(cache.find(token, epoch).await, Found::AskTheRow, "ended in every epoch");
    }
}

/// One session's copy is not another's.
pub async fn copies_are_told_apart(cache: &dyn SessionCache) {
    let sessions = [session(), session(), session()];
    for (copy, token) in sessions {
        cache.put(missing(cache, token, 1).await, copy, LONG).await;
    }
    assert!(cache.end(&[sessions[0].1, sessions[2].1]).await);
    assert_eq!(cache.find(sessions[0].1, 1).await, Found::AskTheRow);
    assert_eq!(cache.find(sessions[1].1, 1).await, Found::Copy(sessions[1].0));
    assert_eq!(cache.find(sessions[2].1, 1).await, Found::AskTheRow);
}

/// What was read before a session was ended is not put back after it.
pub async fn what_a_slow_reader_saw_does_not_come_back(cache: &dyn SessionCache) {
    let (copy, token) = session();
    let before = missing(cache, token, 1).await;
    assert!(cache.end(&[token]).await);
    cache.put(before, copy, LONG).await;
    cache.put(Vacancy { epoch: 2, ..before }, copy, LONG).await;
    for epoch in [1, 2] {
        assert_eq!(cache.find(token, epoch).await, Found::AskTheRow);
    }
    let (copy, token) = session();
    let seen = missing(cache, token, 1).await;
    // By the cache's own clock this was seen at its beginning, so it is too late whenever it comes.
    cache.put(Vacancy { at: 0, ..seen }, copy, LONG).await;
    missing(cache, token, 1).await;
}

/// A copy does not outlive its session.
pub async fn a_copy_lasts_no_longer_than_its_session(cache: &dyn SessionCache) {
    let (copy, token) = session();
    cache.put(missing(cache, token, 1).await, copy, Duration::ZERO).await;
    missing(cache, token, 1).await;
}

/// However many look and put meanwhile, who looks after an end finds no copy.
pub async fn once_ended_no_one_finds_a_copy_whoever_reads_meanwhile(cache: &dyn SessionCache) {
    for _ in 0..50 {
        let (copy, token) = session();
        let readers = (0..8).map(|_| async move {
            for _ in 0..10 {
                if let Found::Missing(vacancy) = cache.find(token, 1).await {
                    cache.put(vacancy, copy, LONG).await;
                }
            }
        });
        let end = async {
            assert!(cache.end(&[token]).await);
            for _ in 0..10 {
                assert_eq!(cache.find(token, 1).await, Found::AskTheRow);
            }
        };
        futures::join!(join_all(readers), end);
        assert_eq!(cache.find(token, 1).await, Found::AskTheRow);
    }
}
