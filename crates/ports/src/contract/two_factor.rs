//! Second factors.

use bailiwick_domain::ids::UserId;
use bailiwick_domain::members::Member;
use bailiwick_domain::two_factor::Totp;
use futures::future::join_all;

use super::fixtures::{at, attempt, commit, facts, join, member, read, revision, scene, stored, user};
use crate::Store;
use crate::members::MemberFilter;

async fn known_user(store: &dyn Store) -> UserId {
    let ada = user("Ada");
    commit(store, async |unit| unit.users().insert(&ada, None).await).await;
    ada.id
}

async fn totp(store: &dyn Store, user: UserId) -> Option<Totp> {
    read(store, async |unit| unit.two_factor().totp(user).await).await
}

async fn begin(store: &dyn Store, user: UserId, sealed: &[u8]) -> bool {
    commit(store, async |unit| unit.two_factor().begin_totp(user, sealed, at(1)).await).await
}

async fn enable(store: &dyn Store, user: UserId, step: i64) -> bool {
    commit(store, async |unit| unit.two_factor().enable_totp(user, step, at(2)).await).await
}

async fn accept(store: &dyn Store, user: UserId, step: i64) -> bool {
    commit(store, async |unit| unit.two_factor().accept_step(user, step).await).await
}

/// A secret waits for its first code, is replaced until then, and not afterwards.
pub async fn a_secret_is_begun_enabled_and_removed(store: &dyn Store) {
    let ada = known_user(store).await;
    assert_eq!((totp(store, ada).await, enable(store, ada, 7).await), (None, false));
    assert!(begin(store, ada, b"first").await && begin(store, ada, b"second").await);
    assert!(!accept(store, ada, 7).await, "it is not enabled");
    let begun = Totp { sealed: b"second".to_vec(), created_at: at(1), enabled_at: None };
    assert_eq!(totp(store, ada).await.as_ref(), Some(&begun));
    assert!(enable(store, ada, 7).await);
    let enabled = Totp { enabled_at: Some(at(2)), ..begun };
    assert_eq!(totp(store, ada).await.as_ref(), Some(&enabled));
    assert!(!enable(store, ada, 8).await && !begin(store, ada, b"third").await);
    assert_eq!(totp(store, ada).await, Some(enabled));
    let remove = async || commit(store, async |unit| unit.two_factor().remove_totp(ada).await).await;
    assert_eq!((remove().await, remove().await, totp(store, ada).await), (true, false, None));
    assert!(begin(store, ada, b"fourth").await);
}

/// A step is accepted once, and none that is not later than all before: the one that enabled it, too.
pub async fn a_step_is_accepted_once(store: &dyn Store) {
    let (ada, eve) = (known_user(store).await, known_user(store).await);
    for user in [ada, eve] {
        assert!(begin(store, user, b"secret").await && enable(store, user, 7).await);
    }
    for (step, good) in [(7, false), (6, false), (8, true), (8, false), (10, true), (9, false)] {
        assert_eq!(accept(store, ada, step).await, good, "{step}");
    }
    assert!(accept(store, eve, 9).await, "another user's is another");
}

/// Of those who come with one step at once, one is told yes; the same with a recovery code.
pub async fn of_those_who_prove_the_same_at_once_one_does(store: &dyn Store) {
    let ada = known_user(store).await;
    assert!(begin(store, ada, b"secret").await && enable(store, ada, 7).await);
    commit(store, async |unit| unit.two_factor().put_recovery_codes(ada, &[[1; 32]]).await).await;
    let steps = join_all((0..8).map(|_| accept(store, ada, 8))).await;
    assert_eq!(steps.iter().filter(|accepted| **accepted).count(), 1);
    let take = |_| commit(store, async |unit| unit.two_factor().take_recovery_code(ada, [1; 32]).await);
    let codes = join_all((0..8).map(take)).await;
    assert_eq!(codes.iter().filter(|taken| **taken).count(), 1);
}

/// Recovery codes are replaced as a whole, and each is taken once, by its own user.
pub async fn recovery_codes_are_each_taken_once(store: &dyn Store) {
    let (ada, eve) = (known_user(store).await, known_user(store).await);
    let put = async |hashes: &[[u8; 32]]| {
        commit(store, async |unit| unit.two_factor().put_recovery_codes(ada, hashes).await).await;
    };
    let take = async |user, hash| {
        commit(store, async |unit| unit.two_factor().take_recovery_code(user, [hash; 32]).await).await
    };
    let left = async || read(store, async |unit| unit.two_factor().recovery_codes_left(ada).await).await;
    assert_eq!(left().await, 0);
    put(&[[1; 32], [2; 32]]).await;
    assert_eq!((left().await, take(eve, 1).await, take(ada, 1).await), (2, false, true));
    assert_eq!((left().await, take(ada, 1).await), (1, false));
    put(&[[3; 32]]).await;
    assert_eq!((left().await, take(ada, 2).await, take(ada, 3).await), (1, false, true));
    put(&[]).await;
    assert_eq!(left().await, 0);
}

/// Whether a user has a second factor is read with every place of theirs, and raises the revision of each such account.
pub async fn a_second_factor_shows_in_every_account_of_the_user(store: &dyn Store) {
    let (one, other, third) = (scene(store).await, scene(store).await, scene(store).await);
    let here = join(store, one.account.id, "Ada").await;
    let ada = here.user.expect("a user");
    let known = read(store, async |unit| unit.users().find(ada).await).await.expect("the user");
    let there = member(other.account.id, &known);
    commit(store, async |unit| unit.members().insert(&there).await).await;
    let shown = async |place: &Member| {
        let facts = facts(store, place).await.expect("facts");
        let listed = read(store, async |unit| unit.two_factor().has(ada).await).await;
        let stored = stored(store, place).await.expect("the member").two_factor;
        assert_eq!((facts.second_factor, listed), (stored, stored));
        stored
    };
    let revisions = async || {
        let mut all = Vec::new();
        for scene in [&one, &other, &third] {
            all.push(revision(store, scene.account.id).await);
        }
        all
    };
    assert!(!shown(&here).await && !shown(&there).await);
    for has in [true, false] {
        let before = revisions().await;
        let ((), committed) = attempt(store, async |unit| {
            unit.users().lock(&[ada]).await?;
            unit.two_factor().set(ada, has).await
        })
        .await
        .expect("a commit");
        let after = revisions().await;
        assert_eq!(after, [before[0] + 1, before[1] + 1, before[2]]);
        let mut expected = vec![(one.account.id, after[0]), (other.account.id, after[1])];
        expected.sort_unstable();
        assert_eq!(committed.revisions, expected);
        assert_eq!((shown(&here).await, shown(&there).await), (has, has));
    }
    commit(store, async |unit| unit.two_factor().set(ada, true).await).await;
    for (two_factor, listed) in [(true, here.id), (false, one.owner.id)] {
        let filter = MemberFilter { two_factor: Some(two_factor), ..MemberFilter::default() };
        let page =
            read(store, async |unit| unit.members().list(one.account.id, &filter, None, 9).await).await;
        assert_eq!(page.items.iter().map(|member| member.id).collect::<Vec<_>>(), [listed]);
    }
}

/// Every sealed secret is met once, and one that was replaced meanwhile stays as it is.
pub async fn secrets_are_sealed_anew(store: &dyn Store) {
    let users = [known_user(store).await, known_user(store).await, known_user(store).await];
    for user in users {
        assert!(begin(store, user, b"old").await);
    }
    let mut met = Vec::new();
    let mut after = None;
    loop {
        let page = read(store, async |unit| unit.two_factor().sealed(after, 2).await).await;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        met.extend(page.into_iter().map(|(user, _)| user).filter(|user| users.contains(user)));
    }
    assert_eq!(met, users);
    let reseal = async |user, old: &[u8]| {
        commit(store, async |unit| unit.two_factor().reseal(user, old, b"new").await).await;
        totp(store, user).await.expect("a secret").sealed
    };
    assert_eq!(reseal(users[0], b"old").await, b"new");
    assert_eq!(reseal(users[1], b"other").await, b"old");
}

/// All of it goes with its user.
pub async fn second_factors_go_with_their_user(store: &dyn Store) {
    let ada = known_user(store).await;
    assert!(begin(store, ada, b"secret").await);
    commit(store, async |unit| unit.two_factor().put_recovery_codes(ada, &[[1; 32]]).await).await;
    commit(store, async |unit| unit.users().remove(ada).await).await;
    assert_eq!(totp(store, ada).await, None);
    assert_eq!(read(store, async |unit| unit.two_factor().recovery_codes_left(ada).await).await, 0);
    assert!(!read(store, async |unit| unit.two_factor().has(ada).await).await);
}
