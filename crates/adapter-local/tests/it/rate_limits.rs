use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use bailiwick_adapter_local::{LocalRateLimiter, NoRateLimiter};
use bailiwick_ports::rate_limits::{Limit, RateLimiter};

use crate::support::SetClock;

const LIMIT: Limit = Limit { name: "sign_in", most: 10, within: Duration::from_mins(15) };
const MINUTE: Duration = Duration::from_mins(1);

mod contract {
    use bailiwick_adapter_local::LocalRateLimiter;

    use crate::support::RealClock;

    #[expect(clippy::unused_async, reason = "the contract opens what it asks for with patience")]
    async fn on_real_time() -> (LocalRateLimiter, ()) {
        (LocalRateLimiter::new(RealClock::started()), ())
    }

    bailiwick_ports::rate_limiter_contract!(on_real_time);
}

#[test]
fn of_32_at_once_exactly_as_many_pass_as_the_limit_says() {
    for _ in 0..20 {
        let limiter = Arc::new(LocalRateLimiter::new(SetClock::at_zero()));
        let start = Arc::new(Barrier::new(32));
        let threads: Vec<_> = (0..32)
            .map(|_| {
                let (limiter, start) = (Arc::clone(&limiter), Arc::clone(&start));
                thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                    start.wait();
                    runtime.block_on(limiter.hit(&LIMIT, "ada@example.com")).is_ok()
                })
            })
            .collect();
        let passed =
            threads.into_iter().map(|thread| thread.join().unwrap()).filter(|passed| *passed).count();
        assert_eq!(passed, 10);
    }
}

#[tokio::test]
async fn one_more_is_taken_after_exactly_the_time_it_answers() {
    let clock = SetClock::at_zero();
    let limiter = LocalRateLimiter::new(clock.clone());
    for _ in 0..10 {
        assert_eq!(limiter.hit(&LIMIT, "a").await, Ok(()));
        clock.pass(MINUTE);
    }
    let left = Duration::from_mins(5);
    assert_eq!(limiter.hit(&LIMIT, "a").await, Err(left));
    clock.pass(left.checked_sub(Duration::from_micros(1)).unwrap());
    assert_eq!(limiter.hit(&LIMIT, "a").await, Err(Duration::from_micros(1)));
    clock.pass(Duration::from_micros(1));
    assert_eq!(limiter.hit(&LIMIT, "a").await, Ok(()));
    assert_eq!(limiter.hit(&LIMIT, "a").await, Err(MINUTE), "the window slides, it does not start anew");
}

#[tokio::test]
async fn a_refused_try_does_not_lengthen_the_wait() {
    let clock = SetClock::at_zero();
    let limiter = LocalRateLimiter::new(clock.clone());
    for _ in 0..1_000 {
        limiter.hit(&LIMIT, "a").await.ok();
    }
    clock.pass(LIMIT.within);
    assert_eq!(limiter.hit(&LIMIT, "a").await, Ok(()));
}

#[tokio::test]
async fn switched_off_it_takes_every_try() {
    for _ in 0..100 {
        assert_eq!(NoRateLimiter.hit(&LIMIT, "a").await, Ok(()));
    }
}
