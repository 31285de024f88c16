//! What every limiter keeps to. `rate_limiter_contract!` makes a test of each case.

use std::time::Duration;

use futures::future::join_all;

use super::fixtures::other_bytes;
use crate::rate_limits::{Limit, RateLimiter};

/// A test for each case of the contract. Takes an async function that answers a limiter on real time, and what must
/// outlive it.
#[macro_export]
macro_rules! rate_limiter_contract {
    ($open:ident) => {
        $crate::rate_limiter_contract! { $open;
            as_many_pass_as_the_limit_says, of_many_at_once_exactly_as_many_pass, what_is_taken_back_makes_room,
            names_and_keys_are_counted_apart, nothing_passes_a_limit_of_none, the_window_slides,
            a_refused_try_does_not_lengthen_the_wait,
        }
    };
    ($open:ident; $($case:ident),+ $(,)?) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $case() {
            let (limiter, _kept) = $open().await;
            $crate::contract::rate_limits::$case(&limiter).await;
        }
    )+};
}

const LIMIT: Limit = Limit { name: "contract", most: 10, within: Duration::from_hours(1) };

fn key() -> String {
    format!("{:x?}@example.com", other_bytes())
}

/// So many pass, and who does not is told a wait within the window.
pub async fn as_many_pass_as_the_limit_says(limiter: &dyn RateLimiter) {
    let key = key();
    for _ in 0..10 {
        assert_eq!(limiter.hit(&LIMIT, &key).await, Ok(()));
    }
    let wait = limiter.hit(&LIMIT, &key).await.expect_err("one too many");
    let within = LIMIT.within.checked_sub(Duration::from_mins(1)).expect("a longer window")..=LIMIT.within;
    assert!(within.contains(&wait), "{wait:?}");
}

/// However many try at once, exactly so many pass.
pub async fn of_many_at_once_exactly_as_many_pass(limiter: &dyn RateLimiter) {
    for _ in 0..10 {
        let key = key();
        let tries = join_all((0..40).map(|_| limiter.hit(&LIMIT, &key))).await;
        assert_eq!(tries.iter().filter(|passed| passed.is_ok()).count(), 10);
    }
}

/// What is taken back does not count, and taking back what is not there does nothing.
pub async fn what_is_taken_back_makes_room(limiter: &dyn RateLimiter) {
    let key = key();
    limiter.take_back(&LIMIT, &key).await;
    for _ in 0..30 {
        assert_eq!(limiter.hit(&LIMIT, &key).await, Ok(()));
        limiter.take_back(&LIMIT, &key).await;
    }
    limiter.take_back(&LIMIT, &key).await;
    for _ in 0..10 {
        assert_eq!(limiter.hit(&LIMIT, &key).await, Ok(()));
    }
    assert!(limiter.hit(&LIMIT, &key).await.is_err());
}

/// Each name and each key has a count of its own, however long the key is.
pub async fn names_and_keys_are_counted_apart(limiter: &dyn RateLimiter) {
    let once = Limit { most: 1, ..LIMIT };
    let long = "x".repeat(5_000) + &key();
    for key in [key(), key(), long.clone(), long + "x"] {
        assert_eq!(limiter.hit(&once, &key).await, Ok(()));
        assert_eq!(limiter.hit(&Limit { name: "other", ..once }, &key).await, Ok(()));
        assert!(limiter.hit(&once, &key).await.is_err());
    }
}

/// A limit of none lets none pass.
pub async fn nothing_passes_a_limit_of_none(limiter: &dyn RateLimiter) {
    let none = Limit { most: 0, ..LIMIT };
    assert_eq!(limiter.hit(&none, &key()).await, Err(none.within));
}

/// One more passes after the wait that was told, and only one: the window slides, it does not begin anew.
pub async fn the_window_slides(limiter: &dyn RateLimiter) {
    let two = Limit { most: 2, within: Duration::from_secs(2), ..LIMIT };
    let key = key();
    assert_eq!(limiter.hit(&two, &key).await, Ok(()));
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(limiter.hit(&two, &key).await, Ok(()));
    let wait = limiter.hit(&two, &key).await.expect_err("the first still counts");
    assert!(wait <= Duration::from_secs(1), "{wait:?}");
    tokio::time::sleep(wait + Duration::from_millis(1)).await;
    assert_eq!(limiter.hit(&two, &key).await, Ok(()));
    assert!(limiter.hit(&two, &key).await.is_err(), "the second still counts");
}

/// Who keeps trying waits no longer than who does not.
pub async fn a_refused_try_does_not_lengthen_the_wait(limiter: &dyn RateLimiter) {
    let once = Limit { most: 1, within: Duration::from_secs(1), ..LIMIT };
    let key = key();
    assert_eq!(limiter.hit(&once, &key).await, Ok(()));
    let mut last = once.within;
    while let Err(wait) = limiter.hit(&once, &key).await {
        assert!(wait <= last, "{wait:?} after {last:?}");
        last = wait;
        tokio::time::sleep(wait.min(Duration::from_millis(100)) + Duration::from_millis(1)).await;
    }
}
