//! Limits on usage, and that each is told of once.

use std::slice;

use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::usage::{Bucket, Metric};
use bailiwick_domain::usage_limits::{LimitNotice, LimitSet, Threshold, UsageLimit};

use super::fixtures::{account, app, at, commit, grow, read};
use crate::{Access, Store};

fn limit(metric: &str, limit: u64, app: Option<AppId>) -> UsageLimit {
    let metric = Metric::try_from(metric.to_owned()).expect("a metric");
    UsageLimit { metric, period: Bucket::Month, limit, app }
}

async fn some_account(store: &dyn Store) -> AccountId {
    let account = account("Account");
    commit(store, async |unit| unit.accounts().insert(&account).await).await;
    account.id
}

async fn find(store: &dyn Store, account: AccountId) -> LimitSet {
    read(store, async |unit| unit.usage_limits().find(account).await).await
}

async fn put(store: &dyn Store, account: AccountId, items: Vec<UsageLimit>, version: u64) {
    let set = LimitSet { items, version };
    commit(store, async |unit| {
        unit.accounts().lock(&[account]).await?;
        unit.usage_limits().put(account, &set).await
    })
    .await;
}

/// Limits are replaced as a whole and keep their order; those of an app go with it, which
/// is a change of them, and other accounts' are not looked at.
pub async fn limits_are_set_together(store: &dyn Store) {
    let (ours, theirs) = (some_account(store).await, some_account(store).await);
    assert_eq!(find(store, ours).await, LimitSet::default());
    let app = app(ours);
    grow(store, &[&app]).await;
    let of_app = limit("calls", 3, Some(AppId::new(app.key)));
    let items = vec![limit("messages", 1 << 53, None), of_app, limit("calls", 2, None)];
    put(store, ours, items.clone(), 1).await;
    put(store, theirs, vec![limit("theirs", 7, None)], 4).await;
    assert_eq!(find(store, ours).await, LimitSet { items: items.clone(), version: 1 });
    let each = read(store, async |unit| unit.usage_limits().find_each(&[theirs, ours]).await).await;
    let wanted = items.into_iter().map(|limit| (ours, limit)).chain([(theirs, limit("theirs", 7, None))]);
    assert_eq!(each, wanted.collect::<Vec<_>>());
    commit(store, async |unit| unit.resources().remove(ours, app.key).await).await;
    let left = vec![limit("messages", 1 << 53, None), limit("calls", 2, None)];
    assert_eq!(find(store, ours).await, LimitSet { items: left, version: 2 });
    put(store, ours, Vec::new(), 3).await;
    assert_eq!(find(store, ours).await, LimitSet { items: Vec::new(), version: 3 });
    assert_eq!(find(store, theirs).await.version, 4);
}

fn notice(account: AccountId, of: u64, threshold: Threshold, seconds: i64) -> LimitNotice {
    LimitNotice { account, limit: limit("messages", of, None), threshold, start: at(seconds) }
}

async fn note(store: &dyn Store, notice: &LimitNotice) -> bool {
    commit(store, async |unit| Ok(unit.usage_limits().note(slice::from_ref(notice)).await? == [true])).await
}

/// A notice is new once for its limit, threshold and period, and again where it was not committed.
pub async fn a_notice_is_new_once(store: &dyn Store) {
    let account = some_account(store).await;
    let near = notice(account, 10, Threshold::Near, 0);
    let mut unit = store.begin(Access::Write).await.expect("a unit");
    assert_eq!(unit.usage_limits().note(slice::from_ref(&near)).await.expect("an answer"), [true]);
    unit.rollback().await.expect("a rollback");
    assert!(note(store, &near).await && !note(store, &near).await);
    let others = [
        notice(account, 10, Threshold::Reached, 0),
        notice(account, 11, Threshold::Near, 0),
        notice(account, 10, Threshold::Near, 60),
        notice(some_account(store).await, 10, Threshold::Near, 0),
    ];
    for other in &others {
        assert!(note(store, other).await && !note(store, other).await, "{other:?}");
    }
}

/// Of units that note the same at once, one is told that it is new.
pub async fn of_those_who_note_at_once_one_is_told(store: &dyn Store) {
    let account = some_account(store).await;
    for round in 0..5 {
        let one = notice(account, 10, Threshold::Near, round);
        let (a, b, c) = tokio::join!(note(store, &one), note(store, &one), note(store, &one));
        assert_eq!([a, b, c].into_iter().filter(|new| *new).count(), 1);
    }
}

/// Many are noted together, each new once. Units that note the same in another order wait for one another, and end.
pub async fn many_are_noted_together(store: &dyn Store) {
    let account = some_account(store).await;
    let all: Vec<LimitNotice> = (0..300).map(|second| notice(account, 10, Threshold::Near, second)).collect();
    assert!(note(store, &all[7]).await);
    let backwards: Vec<LimitNotice> = all.iter().rev().cloned().collect();
    let together = async |notices: &[LimitNotice]| {
        commit(store, async |unit| unit.usage_limits().note(notices).await).await
    };
    let (forth, mut back) = tokio::join!(together(&all), together(&backwards));
    back.reverse();
    for (at, both) in forth.into_iter().zip(back).enumerate() {
        assert_eq!(usize::from(both.0) + usize::from(both.1), usize::from(at != 7), "{at}");
    }
    assert!(together(&[]).await.is_empty());
}

/// Notices of periods of a kind that began before a time are forgotten.
pub async fn notices_are_forgotten(store: &dyn Store) {
    let account = some_account(store).await;
    let (old, young) = (notice(account, 10, Threshold::Near, 10), notice(account, 10, Threshold::Near, 20));
    let mut of_hour = old.clone();
    of_hour.limit.period = Bucket::Hour;
    for one in [&old, &young, &of_hour] {
        assert!(note(store, one).await);
    }
    loop {
        let forgotten =
            commit(store, async |unit| unit.usage_limits().prune_notices(Bucket::Month, at(20), 100).await)
                .await;
        if forgotten < 100 {
            break;
        }
    }
    assert!(note(store, &old).await && !note(store, &young).await && !note(store, &of_hour).await);
}
