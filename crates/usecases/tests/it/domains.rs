//! Domains that go from one account to another: with the record that proves them, and in no other way.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bailiwick_domain::connections::{ClaimedDomain, DomainName};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{Result, connections};
use serde_json::json;

use crate::support::{Seat, World, at_once, code, own, person, refusal};

fn name() -> DomainName {
    DomainName::try_from("example.com".to_owned()).unwrap()
}

/// The domain's records are those of some accounts.
fn publish(w: &World, of: &[&Seat]) {
    let texts = of.iter().map(|seat| connections::proof(&w.cx, seat.account, &name()).1).collect();
    w.dns.records.lock().unwrap().insert("_bailiwick.example.com".to_owned(), texts);
}

async fn claim(w: &World, by: &Seat) {
    connections::claim(&w.cx, &w.by(by), by.account, "example.com".to_owned()).await.unwrap();
}

async fn verify(w: &World, by: &Seat) -> Result<ClaimedDomain> {
    connections::verify(&w.cx, &w.by(by), by.account, &name()).await
}

async fn holds(w: &World, seat: &Seat) -> bool {
    let page = connections::domains(&w.cx, &w.by(seat), seat.account, None, 10).await.unwrap();
    page.items.iter().any(|domain| domain.verified_at.is_some())
}

/// An account that has the domain, and one that says it is its own.
async fn two(w: &World) -> (Seat, Seat) {
    let holder = w.connected("ada", "standard").await;
    let other = w.sign_up("bob", "standard").await;
    claim(w, &other).await;
    (holder, other)
}

#[tokio::test]
async fn a_domain_whose_record_is_gone_goes_to_who_proves_it_and_both_audits_tell() {
    let w = World::new().await;
    let (ada, bob) = two(&w).await;
    w.came_through(&ada, "carl").await;
    publish(&w, &[&bob]);
    assert!(verify(&w, &bob).await.unwrap().verified_at.is_some());
    assert!(holds(&w, &bob).await && !holds(&w, &ada).await);
    assert_eq!(code(w.sign_in_through(own(&ada), &person("carl")).await), "domain_not_verified");

    let lost = w.last_event(ada.account).await;
    assert_eq!((lost.action.as_str(), lost.actor.kind.as_str()), ("sso_domain.lost", "system"));
    assert_eq!((lost.actor.id, lost.source_ip), (None, None), "by whom is no business of theirs");
    assert_eq!(lost.before, json!({ "domain": "example.com", "verified": true }));
    assert_eq!(lost.after, json!({ "domain": "example.com", "verified": false }));
    assert_eq!(w.last_event(bob.account).await.action, "sso_domain.verified");

    publish(&w, &[&ada, &bob]);
    assert_eq!(w.refused(&ada, verify(&w, &ada)).await.code, "domain_taken", "while both are there");
    publish(&w, &[&ada]);
    verify(&w, &ada).await.unwrap();
    assert!(holds(&w, &ada).await && !holds(&w, &bob).await);
    w.finish().await;
}

#[tokio::test]
async fn nobody_loses_a_domain_whose_record_is_there_or_can_t_be_looked_up_or_that_nobody_else_proves() {
    let w = World::new().await;
    let (ada, bob) = two(&w).await;
    publish(&w, &[&ada, &bob]);
    let error = w.refused(&ada, verify(&w, &bob)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Conflict, "domain_taken"));
    publish(&w, &[]);
    assert_eq!(w.refused(&ada, verify(&w, &bob)).await.code, "domain_not_verified");
    publish(&w, &[&bob]);
    w.dns.is_away.store(true, Ordering::SeqCst);
    assert_eq!(w.refused(&ada, verify(&w, &bob)).await.code, "dns_unavailable");
    assert!(holds(&w, &ada).await && !holds(&w, &bob).await);
    w.finish().await;
}

#[tokio::test]
async fn who_proves_a_domain_anew_while_another_looks_for_its_record_keeps_it() {
    let w = Arc::new(World::new().await);
    let (ada, bob) = two(&w).await;
    publish(&w, &[&bob]);
    let (there, holder, both) = (Arc::clone(&w), ada.clone(), [ada.clone(), bob.clone()]);
    let meanwhile = async move {
        there.clock.pass_seconds(1);
        publish(&there, &both.each_ref());
        connections::release(&there.cx, &there.by(&holder), holder.account, &name()).await.unwrap();
        claim(&there, &holder).await;
        verify(&there, &holder).await.unwrap();
    };
    w.dns.when_asked(meanwhile).await;
    assert_eq!(refusal(verify(&w, &bob).await).code, "domain_taken");
    assert!(holds(&w, &ada).await && !holds(&w, &bob).await);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_accounts_that_prove_a_lapsed_domain_at_once_one_gets_it() {
    let w = Arc::new(World::new().await);
    let holder = w.connected("ada", "standard").await;
    let mut seats = vec![holder];
    for at in 0..5 {
        let seat = w.sign_up(&format!("bob{at}"), "standard").await;
        claim(&w, &seat).await;
        seats.push(seat);
    }
    while seats.len() > 2 {
        let holder = seats.remove(0);
        publish(&w, &seats.iter().collect::<Vec<_>>());
        let prove = |seat: &Seat| {
            let (w, seat) = (Arc::clone(&w), seat.clone());
            async move { verify(&w, &seat).await.map(drop) }
        };
        let outcomes = at_once(seats.iter().map(prove).collect()).await;
        assert!(!holds(&w, &holder).await);
        let mut holders = Vec::new();
        for (at, outcome) in outcomes.iter().enumerate() {
            if let Err(error) = outcome {
                assert_eq!(error.code, "domain_taken");
            }
            assert_eq!(holds(&w, &seats[at]).await, outcome.is_ok());
            holders.extend(outcome.is_ok().then_some(at));
        }
        assert_eq!(holders.len(), 1, "{outcomes:?}");
        let lost = w.actions(holder.account).await;
        assert_eq!(lost.iter().filter(|action| *action == "sso_domain.lost").count(), 1, "once");
        // The next round begins with who has it now.
        let now = seats.remove(holders[0]);
        seats.insert(0, now);
    }
    w.finish().await;
}
