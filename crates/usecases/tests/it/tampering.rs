//! Whoever changes the audit in the database itself is found out, with the first link that does not hold.

use bailiwick_domain::audit::Chain;
use bailiwick_usecases::audit::{self, BrokenLink};
use sha2::{Digest, Sha256};

use crate::support::{Seat, World, grants};

/// An account whose chain has six events.
async fn six() -> (World, Seat) {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    for suspended in [true, false] {
        w.suspend(&owner, admin.member, suspended).await.unwrap();
    }
    w.put(&owner, admin.member, grants(&["viewer"])).await.unwrap();
    w.finish().await;
    assert_eq!(w.actions(owner.account).await.len(), 6);
    (w, owner)
}

async fn broken(w: &World) -> BrokenLink {
    audit::verify(&w.cx).await.unwrap().unwrap_err()
}

/// The link that is broken once some statements ran, each of which changes something.
async fn after(statements: &[&str]) -> (u64, &'static str) {
    let (w, owner) = six().await;
    for sql in statements {
        assert!(w.run_raw(&format!("{sql} AND chain_kind = 'account'")).await > 0, "{sql}");
    }
    let BrokenLink { chain, seq, fault } = broken(&w).await;
    assert_eq!(chain, Chain::Account(owner.account));
    (seq, fault)
}

#[tokio::test]
async fn a_changed_text_is_found() {
    let forged =
        "UPDATE audit_events SET body = replace(body, 'member.suspended', 'member.resumed') WHERE seq = 4";
    assert_eq!(after(&[forged]).await, (4, "its text does not have its hash"));
    let spaced = "UPDATE audit_events SET body = body || ' ' WHERE seq = 1";
    assert_eq!(after(&[spaced]).await, (1, "its text does not have its hash"));
}

#[tokio::test]
async fn a_changed_hash_is_found() {
    let forged = "UPDATE audit_events SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 3";
    assert_eq!(after(&[forged]).await, (3, "its text does not have its hash"));
}

#[tokio::test]
async fn a_deleted_event_is_found() {
    for seq in [1, 3] {
        let deleted = format!("DELETE FROM audit_events WHERE seq = {seq}");
        assert_eq!(after(&[&deleted]).await, (seq, "the event is missing"));
    }
    // By way of numbers that none has: a key is checked row by row.
    let closed_up = [
        "DELETE FROM audit_events WHERE seq = 3",
        "UPDATE audit_events SET seq = -seq WHERE seq > 3",
        "UPDATE audit_events SET seq = -seq - 1 WHERE seq < 0",
    ];
    assert_eq!(after(&closed_up).await, (3, "its text has another number"));
}

#[tokio::test]
async fn a_cut_tail_is_found() {
    let cut = "DELETE FROM audit_events WHERE seq > 4";
    assert_eq!(after(&[cut]).await, (5, "the event is missing: the end of the chain was cut"));
    let all = "DELETE FROM audit_events WHERE seq > 0";
    assert_eq!(after(&[all]).await, (1, "the event is missing: the end of the chain was cut"));
}

#[tokio::test]
async fn swapped_events_are_found() {
    let swap = [
        "UPDATE audit_events SET seq = 99 WHERE seq = 3",
        "UPDATE audit_events SET seq = 3 WHERE seq = 4",
        "UPDATE audit_events SET seq = 4 WHERE seq = 99",
    ];
    assert_eq!(after(&swap).await, (3, "its text has another number"));
}

#[tokio::test]
async fn an_added_event_is_found() {
    let added = "INSERT INTO audit_events SELECT chain_kind, chain_id, 7, body, hash, occurred_at, actor_id, action \
                 FROM audit_events WHERE seq = 6";
    assert_eq!(after(&[added]).await, (7, "its text has another number"));
}

/// Changes an event's text, and gives it the hash of the new text.
async fn rehash(w: &World, seq: u64, from: &str, to: &str) {
    let at = format!("WHERE seq = {seq} AND chain_kind = 'account'");
    let body = w.texts(&format!("SELECT body FROM audit_events {at}")).await.remove(0);
    let forged = body.replace(from, to);
    assert_ne!(forged, body);
    let hash = Sha256::digest(&forged).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    w.run_raw(&format!("UPDATE audit_events SET body = '{forged}', hash = '{hash}' {at}")).await;
}

#[tokio::test]
async fn a_change_that_also_mends_its_own_hash_breaks_the_next_link() {
    let (w, _) = six().await;
    rehash(&w, 4, "\"after\":{\"status\":\"suspended\"}", "\"after\":{\"status\":\"active\"}").await;
    let BrokenLink { seq, fault, .. } = broken(&w).await;
    assert_eq!((seq, fault), (5, "it does not link to the event before it"));
    let (w, _) = six().await;
    rehash(&w, 6, "\"role\":\"viewer\"", "\"role\":\"admin\"").await;
    let BrokenLink { seq, fault, .. } = broken(&w).await;
    assert_eq!((seq, fault), (6, "it is not the event that the chain's head names"));
}

#[tokio::test]
async fn the_first_broken_link_of_several_is_named() {
    let several =
        ["DELETE FROM audit_events WHERE seq = 5", "UPDATE audit_events SET hash = 'x' WHERE seq = 2"];
    assert_eq!(after(&several).await, (2, "its text does not have its hash"));
}

#[tokio::test]
async fn a_users_own_chain_and_the_deployments_are_verified_too() {
    let (w, owner) = six().await;
    w.platform().await;
    w.run_raw("UPDATE audit_events SET body = '{}' WHERE chain_kind = 'deployment'").await;
    assert_eq!(broken(&w).await.chain, Chain::Deployment);
    let (w, _) = six().await;
    let lied = "UPDATE audit_events SET body = replace(body, 'session', 'nothing') WHERE chain_kind = 'user' AND seq = 2";
    assert!(w.run_raw(lied).await > 0);
    let link = broken(&w).await;
    assert!(matches!(link.chain, Chain::User(_)) && link.seq == 2, "{link} {owner:?}");
}

#[tokio::test]
async fn an_event_that_is_found_by_what_its_text_does_not_say_is_found_out() {
    let differs = "it is not found by what its text says: the time, the actor or the action beside it differ";
    for forged in ["occurred_at = occurred_at + 1", "actor_id = NULL", "action = 'member.resumed'"] {
        let forged = format!("UPDATE audit_events SET {forged} WHERE seq = 4");
        assert_eq!(after(&[&forged]).await, (4, differs), "{forged}");
    }
}

#[tokio::test]
async fn a_chain_that_is_gone_with_its_head_is_found() {
    for (kind, fits) in [
        ("account", (|chain| matches!(chain, Chain::Account(_))) as fn(Chain) -> bool),
        ("user", |chain| matches!(chain, Chain::User(_))),
    ] {
        let (w, _) = six().await;
        w.run_raw(&format!("DELETE FROM audit_events WHERE chain_kind = '{kind}'")).await;
        // A head that knows of nothing is no better than none.
        for gone in ["UPDATE heads SET audit_seq = 0", "DELETE FROM heads"] {
            assert!(w.run_raw(&format!("{gone} WHERE kind = '{kind}'")).await > 0);
            let BrokenLink { chain, seq, fault } = broken(&w).await;
            assert_eq!((seq, fault), (1, "the whole chain is missing, with its head"));
            assert!(fits(chain), "{chain}");
        }
    }
}

#[tokio::test]
async fn chains_that_changed_places_are_found() {
    let (w, _) = six().await;
    w.sign_up("other", "standard").await;
    // There are two accounts: each gets the other's chain.
    let other = "(SELECT id FROM accounts WHERE id <>";
    // Out of each other's way first: the chains' ids are part of a key.
    for (table, kind, id) in [("audit_events", "chain_kind", "chain_id"), ("heads", "kind", "id")] {
        for step in [
            format!(
                "UPDATE {table} SET {id} = {other} {table}.{id}), {kind} = 'moved' WHERE {kind} = 'account'"
            ),
            format!("UPDATE {table} SET {kind} = 'account' WHERE {kind} = 'moved'"),
        ] {
            assert!(w.run_raw(&step).await > 1, "{step}");
        }
    }
    let BrokenLink { seq, fault, .. } = broken(&w).await;
    assert_eq!((seq, fault), (1, "it begins the chain of another account or user"));
}
