use std::num::NonZeroUsize;
use std::sync::Arc;

use bailiwick_adapter_local::Argon2Hasher;
use bailiwick_ports::passwords::{HashError, PasswordHasher};

use crate::support::Counting;

fn hasher(threads: usize, most_waiting: usize) -> Arc<Argon2Hasher> {
    let threads = NonZeroUsize::new(threads).unwrap();
    Arc::new(Argon2Hasher::with_limits(Arc::<Counting>::default(), threads, most_waiting))
}

#[tokio::test]
async fn a_hash_is_of_its_password_alone() {
    let hasher = hasher(1, 4);
    let hash = hasher.hash("correct horse".to_owned()).await.unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    assert_eq!(hasher.verify("correct horse".to_owned(), Some(hash.clone())).await, Ok(true));
    assert_eq!(hasher.verify("correct horsf".to_owned(), Some(hash.clone())).await, Ok(false));
    assert_ne!(hasher.hash("correct horse".to_owned()).await.unwrap(), hash, "salts differ");
}

#[tokio::test]
async fn hashes_of_other_parameters_and_programs_are_read() {
    // The reference program's: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1, as its test vectors have it.
    let foreign = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    let hasher = hasher(1, 4);
    assert_eq!(hasher.verify("password".to_owned(), Some(foreign.to_owned())).await, Ok(true));
    assert_eq!(hasher.verify("passwore".to_owned(), Some(foreign.to_owned())).await, Ok(false));
}

#[tokio::test]
async fn a_text_that_is_no_hash_is_an_error() {
    for hash in ["", "password", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1,t=0,p=0$AAAA$AAAA"] {
        let answer = hasher(1, 4).verify("password".to_owned(), Some(hash.to_owned())).await;
        assert!(matches!(answer, Err(HashError::Failed(_))), "{hash}: {answer:?}");
    }
}

#[expect(clippy::disallowed_methods, reason = "it measures")]
#[tokio::test]
async fn without_a_hash_it_works_all_the_same_and_is_false() {
    let hasher = hasher(1, 4);
    for password in ["password", ""] {
        let start = std::time::Instant::now();
        assert_eq!(hasher.verify(password.to_owned(), None).await, Ok(false));
        assert!(start.elapsed().as_millis() >= 3, "that can't have been a hash of 19 MiB");
    }
}

#[tokio::test]
async fn past_the_queue_busy_comes_at_once_and_the_others_are_served() {
    let hasher = hasher(2, 4);
    let jobs: Vec<_> = (0..32)
        .map(|_| {
            let hasher = Arc::clone(&hasher);
            tokio::spawn(async move { hasher.hash("password".to_owned()).await })
        })
        .collect();
    let (mut served, mut busy) = (0, 0);
    for job in jobs {
        match job.await.unwrap() {
            Ok(_) => served += 1,
            Err(HashError::Busy) => busy += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(served + busy, 32);
    assert!((6..32).contains(&served), "two at work and four waiting, but {served} were served");
    assert!(hasher.hash("password".to_owned()).await.is_ok(), "and it goes on");
}

#[tokio::test]
async fn those_who_went_away_hold_up_nobody() {
    let hasher = hasher(1, 64);
    for _ in 0..100 {
        let hasher = Arc::clone(&hasher);
        let job = tokio::spawn(async move { hasher.hash("password".to_owned()).await });
        tokio::task::yield_now().await;
        job.abort();
        assert!(job.await.is_err());
    }
    assert!(hasher.hash("password".to_owned()).await.is_ok());
}
