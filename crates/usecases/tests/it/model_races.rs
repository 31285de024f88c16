//! Moves to a model that lets a user be active in one account only, while its users join other accounts or it.

use std::pin::Pin;
use std::sync::Arc;

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::members::Mapping;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::role_models::{self, Move};
use bailiwick_usecases::{Result, accounts};

use crate::support::{Seat, World, at_once, grants};

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Who was overtaken tries again, as a client does.
fn was_overtaken<T>(outcome: &Result<T>) -> bool {
    outcome.as_ref().is_err_and(|error| (error.kind, error.code.as_str()) == (Kind::Unavailable, "overtaken"))
}

/// Moves an account to an exclusive model, in which its roles have the same names.
fn moving(w: &Arc<World>, by: &Seat) -> Work {
    let (w, by) = (Arc::clone(w), by.clone());
    let to = Move { id: "arbify".to_owned(), version: None, mapping: Mapping::new() };
    Box::pin(async move {
        loop {
            let moved = role_models::move_account(&w.cx, &w.by(&by), by.account, &to).await;
            if !was_overtaken(&moved) {
                return moved.map(drop);
            }
        }
    })
}

fn founding(w: &Arc<World>, by: &Seat) -> Work {
    let (w, by) = (Arc::clone(w), by.clone());
    Box::pin(async move {
        let model = Some("arbify".to_owned());
        accounts::create(&w.cx, &w.by(&by), "Another".to_owned(), model, None).await.map(drop)
    })
}

fn accepting(w: &Arc<World>, by: &Seat, token: &str) -> Work {
    let (w, by, token) = (Arc::clone(w), by.clone(), token.to_owned());
    Box::pin(async move {
        loop {
            let accepted = w.accept(&by, &token).await;
            if !was_overtaken(&accepted) {
                return accepted.map(drop);
            }
        }
    })
}

/// The codes of those who were refused.
fn refused(outcomes: &[Result<()>]) -> Vec<&str> {
    outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).map(|error| error.code.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_account_moves_or_its_member_founds_another_of_the_model() {
    let w = Arc::new(World::new().await);
    for round in 0..12 {
        let owner = w.sign_up(&format!("owner{round}"), "standard").await;
        let bob = w.join(&owner, &format!("bob{round}"), grants(&["viewer"])).await;
        let outcomes = at_once(vec![moving(&w, &owner), founding(&w, &bob)]).await;
        assert_eq!(refused(&outcomes), ["active_elsewhere"], "in round {round}");
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_account_moves_or_its_member_joins_another_of_the_model() {
    let w = Arc::new(World::new().await);
    let other = w.sign_up("other", "arbify").await;
    for round in 0..12 {
        let owner = w.sign_up(&format!("owner{round}"), "standard").await;
        let bob = w.join(&owner, &format!("bob{round}"), grants(&["viewer"])).await;
        let (_, token) = w.invited(&other, &format!("bob{round}"), grants(&["viewer"])).await;
        let outcomes = at_once(vec![moving(&w, &owner), accepting(&w, &bob, &token)]).await;
        assert_eq!(refused(&outcomes), ["active_elsewhere"], "in round {round}");
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_joins_an_account_that_moves_leaves_no_invitation_behind() {
    let w = Arc::new(World::new().await);
    let other = w.sign_up("other", "arbify").await;
    for round in 0..12 {
        let name = format!("bob{round}");
        let owner = w.sign_up(&format!("owner{round}"), "standard").await;
        let bob = w.sign_up(&name, "standard").await;
        let (elsewhere, _) = w.invited(&other, &name, grants(&["viewer"])).await;
        let (_, token) = w.invited(&owner, &name, grants(&["viewer"])).await;
        let outcomes = at_once(vec![moving(&w, &owner), accepting(&w, &bob, &token)]).await;
        assert_eq!(refused(&outcomes), [""; 0], "in round {round}");
        let actions = w.actions(owner.account).await;
        let at = |action: &str| actions.iter().position(|done| done == action).unwrap();
        let joined_after = at("invitation.accepted") > at("account.role_model_changed");
        let left = w.invitation(other.account, elsewhere.invitation.id).await.status;
        let expected = if joined_after { InvitationStatus::Lapsed } else { InvitationStatus::Pending };
        assert_eq!(left, expected, "in round {round}, joined after the move: {joined_after}");
    }
    w.finish().await;
}
