//! Sessions.

use bailiwick_domain::audit::Chain;
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::{Method, Methods, Session, SignedIn};
use bailiwick_domain::users::User;

use super::fixtures::{at, commit, read, user, uuid};
use crate::sessions::Familiarity;
use crate::{Access, Store, UnitOfWork};

fn session(user: UserId, ends: i64) -> Session {
    Session {
        id: SessionId::new(uuid()),
        user,
        signed_in: SignedIn {
            at: at(0),
            methods: Methods::of(Method::Password).and(Method::Totp),
            sso: None,
        },
        last_seen_at: at(1),
        expires_at: at(ends),
        source_ip: Some("192.0.2.1".to_owned()),
        user_agent: None,
    }
}

fn token(of: &Session) -> [u8; 32] {
    let mut token = [7; 32];
    token[..16].copy_from_slice(of.id.uuid().as_bytes());
    token
}

async fn sign_in(store: &dyn Store, ends: &[i64]) -> (User, Vec<Session>) {
    let ada = user("Ada");
    let sessions: Vec<Session> = ends.iter().map(|ends| session(ada.id, *ends)).collect();
    commit(store, async |unit| {
        unit.users().insert(&ada, Some("hash")).await?;
        for session in &sessions {
            unit.sessions().insert(session, token(session)).await?;
        }
        Ok(())
    })
    .await;
    (ada, sessions)
}

/// A session is found by its token until it ends, and by its own user only.
pub async fn a_session_is_found_until_it_ends(store: &dyn Store) {
    let (ada, sessions) = sign_in(store, &[10]).await;
    let find = async |now| store.access().session(token(&sessions[0]), at(now)).await.expect("a read");
    assert_eq!(find(9).await.as_ref(), Some(&sessions[0]));
    assert_eq!(find(10).await, None);
    assert_eq!(store.access().session([0; 32], at(0)).await.expect("a read"), None);
    read(store, async |unit| {
        assert_eq!(unit.sessions().find(ada.id, sessions[0].id).await?.as_ref(), Some(&sessions[0]));
        assert_eq!(unit.sessions().find(user("Eve").id, sessions[0].id).await?, None);
        Ok(())
    })
    .await;
}

/// A list shows what has not expired, and goes on where it stopped though rows went.
pub async fn sessions_are_listed_by_id(store: &dyn Store) {
    let (ada, sessions) = sign_in(store, &[10, 5, 10, 10]).await;
    let list = async |after| {
        read(store, async |unit| unit.sessions().list(ada.id, at(7), at(0), after, 2).await).await
    };
    let first = list(None).await;
    assert_eq!(
        (first.items.as_slice(), first.more),
        ([sessions[0].clone(), sessions[2].clone()].as_slice(), true)
    );
    let removed = commit(store, async |unit| {
        assert_eq!(unit.sessions().remove(user("Eve").id, sessions[2].id).await?, None);
        unit.sessions().remove(ada.id, sessions[2].id).await
    });
    assert_eq!(removed.await, Some(token(&sessions[2])));
    let second = list(Some(sessions[2].id)).await;
    assert_eq!((second.items.as_slice(), second.more), ([sessions[3].clone()].as_slice(), false));
    assert_eq!(store.access().session(token(&sessions[2]), at(0)).await.expect("a read"), None);
}

/// Pruning takes what expired before a moment, a bounded number at a time.
pub async fn expired_sessions_are_pruned(store: &dyn Store) {
    let long_ago = [-1_000_003, -1_000_002, -1_000_001];
    let (ada, sessions) = sign_in(store, &[long_ago[0], long_ago[1], long_ago[2], 10]).await;
    let prune =
        async |limit| commit(store, async |unit| unit.sessions().prune(at(-1_000_001), limit).await).await;
    assert_eq!((prune(1).await, prune(10).await, prune(10).await), (1, 1, 0));
    let left = read(store, async |unit| {
        unit.sessions().list(ada.id, at(-2_000_000), at(-2_000_000), None, 10).await
    })
    .await;
    assert_eq!(left.items, sessions[2..]);
}

/// Those that nobody used for long are pruned, a page at a time, however many others there are between.
pub async fn unseen_sessions_are_pruned(store: &dyn Store) {
    let (ada, sessions) = sign_in(store, &[10, 10, 10, 10]).await;
    let (mut after, mut pages) = (None, 0);
    let marks = [(sessions[0].id, at(9)), (sessions[2].id, at(9))];
    commit(store, async |unit| unit.sessions().mark_seen(&marks).await).await;
    loop {
        after = commit(store, async |unit| unit.sessions().prune_unseen(at(5), after, 2).await).await;
        pages += 1;
        if after.is_none() {
            break;
        }
    }
    assert!(pages > 2, "{pages}");
    let left =
        read(store, async |unit| unit.sessions().list(ada.id, at(-9), at(-9), None, 10).await).await.items;
    assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [sessions[0].id, sessions[2].id]);
}

/// All of a user's sessions but one end at once, and nobody else's.
pub async fn all_but_one_session_end(store: &dyn Store) {
    let (ada, sessions) = sign_in(store, &[10, 10, 10]).await;
    let (eve, of_eve) = sign_in(store, &[10]).await;
    let end = async |user, kept| {
        let mut ended = commit(store, async |unit| unit.sessions().remove_others(user, kept).await).await;
        ended.sort_unstable();
        ended
    };
    let both = [&sessions[0], &sessions[2]].map(|session| (session.id, token(session)));
    assert_eq!(end(ada.id, Some(sessions[1].id)).await, both);
    assert_eq!(end(ada.id, Some(sessions[1].id)).await, []);
    assert_eq!(end(ada.id, None).await, [(sessions[1].id, token(&sessions[1]))]);
    assert_eq!(end(eve.id, None).await, [(of_eve[0].id, token(&of_eve[0]))]);
}

/// Of a user's sessions that came one way the newest by their sign-in are kept, whatever their ids; the others end, and
/// none that came another way, nor anybody else's.
pub async fn the_oldest_sessions_that_came_one_way_end(store: &dyn Store) {
    let (eve, _) = sign_in(store, &[10]).await;
    let (ada, first) = sign_in(store, &[10]).await;
    let account = AccountId::new(uuid());
    let of = |signed_in_at, sso| {
        let mut new = session(ada.id, 10);
        (new.signed_in.at, new.signed_in.sso) = (at(signed_in_at), sso);
        new
    };
    let mut own = vec![of(7, None), of(9, None), of(8, None), of(7, None)];
    let through = [of(5, Some(account)), of(6, Some(account)), of(5, Some(AccountId::new(uuid())))];
    commit(store, async |unit| {
        for new in own.iter().chain(&through) {
            unit.sessions().insert(new, token(new)).await?;
        }
        Ok(())
    })
    .await;
    own.splice(0..0, first);
    let end = async |sso, kept, limit| {
        let ended =
            commit(store, async |unit| unit.sessions().remove_oldest(ada.id, sso, kept, limit).await).await;
        ended.into_iter().map(|(id, hash)| (hash[..16] == *id.uuid().as_bytes(), id)).collect::<Vec<_>>()
    };
    assert_eq!(end(None, 5, 9).await, []);
    assert_eq!(end(None, 3, 9).await, [(true, own[0].id), (true, own[1].id)], "of two at once the later");
    assert_eq!(end(None, 0, 1).await, [(true, own[2].id)], "so many at a time");
    assert_eq!(end(Some(account), 1, 9).await, [(true, through[0].id)]);
    let left = async |user| {
        let page = read(store, async |unit| unit.sessions().list(user, at(7), at(0), None, 10).await).await;
        page.items.into_iter().map(|session| session.id).collect::<Vec<_>>()
    };
    assert_eq!(left(ada.id).await, [own[3].id, own[4].id, through[1].id, through[2].id]);
    assert_eq!(left(eve.id).await.len(), 1);
}

/// All sessions that came through an account end at once, whoever's they are, and no others.
pub async fn sessions_through_an_account_end(store: &dyn Store) {
    let account = AccountId::new(uuid());
    let (ada, own) = sign_in(store, &[10]).await;
    let mut through = session(ada.id, 10);
    through.signed_in.sso = Some(account);
    let other = Session { id: SessionId::new(uuid()), ..through.clone() };
    let other =
        Session { signed_in: SignedIn { sso: Some(AccountId::new(uuid())), ..other.signed_in }, ..other };
    commit(store, async |unit| {
        unit.sessions().insert(&through, token(&through)).await?;
        unit.sessions().insert(&other, token(&other)).await
    })
    .await;
    let end = async || commit(store, async |unit| unit.sessions().remove_through(account).await).await;
    assert_eq!(end().await, [(ada.id, through.id, token(&through))]);
    assert_eq!(end().await, []);
    let left = read(store, async |unit| unit.sessions().list(ada.id, at(7), at(0), None, 10).await).await;
    assert_eq!(left.items, [own[0].clone(), other]);
}

/// A session is seen when it is marked, never earlier than before; a list leaves out who was not seen for long.
pub async fn sessions_are_seen(store: &dyn Store) {
    let (ada, sessions) = sign_in(store, &[1_000, 1_000]).await;
    let gone = SessionId::new(uuid());
    let marks = [(sessions[0].id, at(500)), (sessions[1].id, at(0)), (gone, at(500))];
    commit(store, async |unit| unit.sessions().mark_seen(&marks).await).await;
    let list = async |since| {
        let page =
            read(store, async |unit| unit.sessions().list(ada.id, at(600), at(since), None, 10).await).await;
        page.items.into_iter().map(|session| (session.id, session.last_seen_at)).collect::<Vec<_>>()
    };
    assert_eq!(list(0).await, [(sessions[0].id, at(500)), (sessions[1].id, at(1))]);
    assert_eq!(list(1).await, [(sessions[0].id, at(500))]);
    assert_eq!(list(500).await, []);
}

/// A place that a user signed in from is known until it is forgotten, and to nobody else.
pub async fn places_of_sign_ins_are_known_until_they_are_forgotten(store: &dyn Store) {
    let (ada, _) = sign_in(store, &[10]).await;
    let (eve, _) = sign_in(store, &[10]).await;
    let known =
        async |user, source| read(store, async |unit| unit.sessions().source(user, [source; 32]).await).await;
    let note = async |source, now| {
        commit(store, async |unit| unit.sessions().note_source(ada.id, [source; 32], at(now)).await).await;
    };
    assert_eq!(known(ada.id, 1).await, Familiarity::First);
    note(1, -1_000_000).await;
    note(2, -1_000_000).await;
    note(2, 5).await;
    assert_eq!(known(ada.id, 1).await, Familiarity::Known);
    assert_eq!(known(ada.id, 3).await, Familiarity::Unusual);
    assert_eq!(known(eve.id, 1).await, Familiarity::First);
    commit(store, async |unit| unit.sessions().prune_sources(at(-999_999), 10).await).await;
    assert_eq!((known(ada.id, 1).await, known(ada.id, 2).await), (Familiarity::Unusual, Familiarity::Known));
}

/// The epoch of copies goes up with a commit, once a unit, and not with a rollback; what else the deployment's head holds
/// stays as it is.
pub async fn copies_are_distrusted_with_the_commit(store: &dyn Store) {
    let epoch = async || store.access().copies_epoch().await.expect("a read");
    let before = epoch().await;
    let distrust = async |unit: &mut dyn UnitOfWork| {
        unit.sessions().distrust_copies().await?;
        unit.sessions().distrust_copies().await
    };
    let mut undone = store.begin(Access::Write).await.expect("a unit");
    distrust(&mut *undone).await.expect("a write");
    assert_eq!(epoch().await, before, "before the commit");
    undone.rollback().await.expect("a rollback");
    assert_eq!(epoch().await, before);
    let audit = read(store, async |unit| unit.audit().head(Chain::Deployment).await).await;
    commit(store, distrust).await;
    assert!(epoch().await > before);
    assert_eq!(read(store, async |unit| unit.audit().head(Chain::Deployment).await).await, audit);
}

/// Units that raise the epoch at once each raise it by themselves: whoever reads it after one of them finds another.
pub async fn units_that_distrust_copies_at_once_all_count(store: &dyn Store) {
    let epoch = async || store.access().copies_epoch().await.expect("a read");
    let begun = epoch().await;
    let one = async || {
        for _ in 0..5 {
            let before = epoch().await;
            commit(store, async |unit| unit.sessions().distrust_copies().await).await;
            assert!(epoch().await > before);
        }
    };
    futures::future::join_all((0..4).map(|_| one())).await;
    assert_eq!(epoch().await, begun + 20);
}
