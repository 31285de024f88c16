//! The unit of work around every use case: all or nothing, one writer, and what a repeated request is answered with.

use std::time::Duration;

use bailiwick_usecases::error::{Error, Kind};
use bailiwick_usecases::unit::write;
use bailiwick_usecases::{Caller, Result};

use crate::support::{World, code, refusal};

#[tokio::test]
async fn a_second_writer_inside_one_is_refused() {
    let w = World::new().await;
    let call = w.anonymous();
    let inner = write(&w.cx, &call, async |_| write(&w.cx, &call, async |_| Ok(())).await).await;
    assert_eq!(refusal(inner).kind, Kind::Internal);
    write(&w.cx, &call, async |_| Ok(())).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_failure_in_the_middle_leaves_nothing() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let before = w.snapshot(owner.account).await;
    let failed: Result<()> = write(&w.cx, &w.by(&owner), async |unit| {
        let mut account = unit.accounts().find(owner.account).await?.unwrap();
        account.mcp_access = true;
        account.version += 1;
        unit.accounts().update(&account).await?;
        Err(Error::conflict("too_late", "it failed at the end"))
    })
    .await;
    assert_eq!(code(failed), "too_late");
    assert_eq!(w.snapshot(owner.account).await, before);
    w.finish().await;
}

#[tokio::test]
async fn a_caller_who_goes_away_lets_others_write() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let call = w.by(&owner);
    let stuck = write(&w.cx, &call, async |unit| -> Result<()> {
        unit.accounts().lock(&[owner.account]).await?;
        std::future::pending().await
    });
    assert!(tokio::time::timeout(Duration::from_millis(30), stuck).await.is_err());
    w.app(&owner, "one").await;
    w.finish().await;
}

#[tokio::test]
async fn a_fault_of_ours_is_no_answer_to_be_repeated() {
    let w = World::new().await;
    for (kind, kept) in [
        (Kind::Internal, false),
        (Kind::Unavailable, false),
        (Kind::TooMany, false),
        (Kind::Unauthenticated, false),
        (Kind::Conflict, true),
        (Kind::Forbidden, true),
        (Kind::NotFound, true),
        (Kind::Gone, true),
        (Kind::Invalid, true),
    ] {
        let call = || w.keyed(Caller::Operator, &format!("{kind:?}"), "POST", "{}");
        let first: Result<u64> =
            write(&w.cx, &call(), async |_| Err(Error::new(kind, "first", "the first answer"))).await;
        assert_eq!(code(first), "first");
        let second: Result<u64> = write(&w.cx, &call(), async |_| Ok(7)).await;
        match second {
            Ok(7) => assert!(!kept, "{kind:?}"),
            second => assert!(kept && code(second) == "first", "{kind:?}"),
        }
    }
    w.finish().await;
}
