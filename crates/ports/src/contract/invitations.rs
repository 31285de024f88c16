//! Invitations.

use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::text::Email;

use super::fixtures::{
    Scene, at, attempt, commit, email, invitation, invited, join, name, read, scene, user,
};
use crate::{Constraint, Store, StoreError};

async fn invite(store: &dyn Store, scene: &Scene, address: &Email) -> Invitation {
    let member = invited(scene.account.id, address.clone());
    let invitation = invitation(&member, scene.owner.id);
    commit(store, async |unit| {
        unit.members().insert(&member).await?;
        unit.invitations().insert(&invitation).await
    })
    .await;
    invitation
}

async fn close(store: &dyn Store, invitation: &mut Invitation, status: InvitationStatus) {
    (invitation.status, invitation.version) = (status, invitation.version + 1);
    commit(store, async |unit| unit.invitations().update(invitation).await).await;
}

/// An invitation is found by its id, its address in any case, and the member that it made; in its account only.
pub async fn an_invitation_is_found_in_its_account(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let address = user("Ada").email;
    let invitation = invite(store, &ours, &address).await;
    let shouted = email(&address.as_str().to_uppercase());
    let (account, other) = (ours.account.id, theirs.account.id);
    read(store, async |unit| {
        let repository = unit.invitations();
        assert_eq!(repository.find(account, invitation.id).await?.as_ref(), Some(&invitation));
        assert_eq!(repository.find_pending(account, &shouted).await?.as_ref(), Some(&invitation));
        assert_eq!(repository.find_by_member(account, invitation.member).await?.as_ref(), Some(&invitation));
        assert_eq!(repository.find(other, invitation.id).await?, None);
        assert_eq!(repository.find_pending(other, &address).await?, None);
        assert_eq!(repository.find_by_member(other, invitation.member).await?, None);
        Ok(())
    })
    .await;
}

/// An address has one pending invitation an account, in any case, until it is closed.
pub async fn an_address_is_invited_once_at_a_time(store: &dyn Store) {
    let (ours, theirs) = (scene(store).await, scene(store).await);
    let address = user("Ada").email;
    let mut first = invite(store, &ours, &address).await;
    invite(store, &theirs, &address).await;
    let shouted = email(&address.as_str().to_uppercase());
    let again = async || {
        let member = invited(ours.account.id, shouted.clone());
        let again = invitation(&member, ours.owner.id);
        attempt(store, async |unit| unit.invitations().insert(&again).await).await
    };
    let refused = again().await;
    assert!(matches!(refused, Err(StoreError::Conflict(Constraint::PendingInvitation))), "{refused:?}");
    close(store, &mut first, InvitationStatus::Revoked).await;
    let found = read(store, async |unit| unit.invitations().find_pending(ours.account.id, &address).await);
    assert_eq!(found.await, None);
    let raced = futures::future::join_all([again(), again(), again()]).await;
    assert_eq!(raced.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{raced:?}");
}

/// An update changes all, and only the version that was read.
pub async fn an_update_of_an_invitation_needs_the_version_before(store: &dyn Store) {
    let scene = scene(store).await;
    let mut seen = invite(store, &scene, &user("Ada").email).await;
    (seen.generation, seen.expires_at, seen.first_name) = (2, at(500), Some(name("Ada")));
    seen.invited_by = join(store, scene.account.id, "Bob").await.id;
    close(store, &mut seen, InvitationStatus::Accepted).await;
    let stale = attempt(store, async |unit| unit.invitations().update(&seen).await).await;
    assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
    let found = read(store, async |unit| unit.invitations().find(seen.account, seen.id).await).await;
    assert_eq!(found, Some(seen));
}

/// A list tells pending ones from expired ones by the time, and stays valid while rows come and go.
pub async fn invitations_are_listed_by_what_they_are_now(store: &dyn Store) {
    let scene = scene(store).await;
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(invite(store, &scene, &user("Ada").email).await);
    }
    close(store, &mut all[1], InvitationStatus::Lapsed).await;
    close(store, &mut all[2], InvitationStatus::Expired).await;
    let list = async |status, now, after, limit| {
        let page = async |unit: &mut dyn crate::UnitOfWork| {
            unit.invitations().list(scene.account.id, status, at(now), after, limit).await
        };
        let page = read(store, page).await;
        (page.items.iter().map(|item| item.id).collect::<Vec<_>>(), page.more)
    };
    let ids = |which: &[usize]| which.iter().map(|at| all[*at].id).collect::<Vec<_>>();
    assert_eq!(list(None, 0, None, 2).await, (ids(&[0, 1]), true));
    assert_eq!(list(None, 0, Some(all[1].id), 3).await, (ids(&[2, 3, 4]), false));
    assert_eq!(list(Some(InvitationStatus::Pending), 99, None, 9).await, (ids(&[0, 3, 4]), false));
    assert_eq!(list(Some(InvitationStatus::Expired), 99, None, 9).await, (ids(&[2]), false));
    assert_eq!(list(Some(InvitationStatus::Pending), 100, None, 9).await, (vec![], false));
    assert_eq!(list(Some(InvitationStatus::Expired), 100, None, 9).await, (ids(&[0, 2, 3, 4]), false));
    assert_eq!(list(Some(InvitationStatus::Lapsed), 0, None, 9).await, (ids(&[1]), false));
}

/// Those that wait for an address are found in every account, while they can be accepted.
pub async fn waiting_invitations_are_found_in_every_account(store: &dyn Store) {
    let address = user("Ada").email;
    let mut all = Vec::new();
    for _ in 0..3 {
        let scene = scene(store).await;
        all.push(invite(store, &scene, &address).await);
    }
    close(store, &mut all[1], InvitationStatus::Revoked).await;
    let shouted = email(&address.as_str().to_uppercase());
    let waiting = async |now, after| {
        read(store, async |unit| unit.invitations().waiting_for(&shouted, at(now), after, 1).await).await
    };
    let (first, second) = (waiting(0, None).await, waiting(0, Some(all[0].id)).await);
    assert_eq!((first.items, first.more), (vec![all[0].clone()], true));
    assert_eq!((second.items, second.more), (vec![all[2].clone()], false));
    assert_eq!(waiting(100, None).await.items, []);
}
