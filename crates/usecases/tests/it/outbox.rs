//! Delivering mail: at least once, with back-off, and with nothing in the outbox that is not an id.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bailiwick_domain::audit::Chain;
use bailiwick_domain::ids::DeliveryId;
use bailiwick_ports::Access;
use bailiwick_ports::outbox::Due;
use bailiwick_usecases::outbox::Lag;
use bailiwick_usecases::{Caller, invitations, jobs, outbox};
use tokio::sync::Semaphore;

use crate::support::{Setup, World, code, grants, token_in};

async fn deliver_due(w: &World) -> usize {
    let claimed = outbox::claim_due(&w.cx, w.now()).await.unwrap();
    outbox::deliver(&w.cx, &claimed).await.unwrap();
    claimed.len()
}

#[tokio::test]
async fn a_mail_that_fails_is_put_off_longer_each_time_and_sent_in_the_end() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    w.mailer.fail_next(13);
    let mut waited = Vec::new();
    let mut since = 0_i64;
    while w.mailer.asked.load(Ordering::SeqCst) < 14 {
        if deliver_due(&w).await > 0 {
            waited.push(since);
            since = 0;
        }
        assert_eq!(deliver_due(&w).await, 0, "not before its time");
        w.clock.pass_seconds(1);
        since += 1;
    }
    assert_eq!(waited, [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600]);
    assert_eq!(w.mailer.take().len(), 1);
    w.finish().await;
}

#[tokio::test]
async fn one_that_fails_does_not_hold_up_the_others() {
    let w = World::new().await;
    for name in ["ada", "bob", "cid"] {
        w.sign_up(name, "standard").await;
    }
    w.mailer.fail_next(1);
    assert_eq!(deliver_due(&w).await, 3);
    assert_eq!((w.mailer.take().len(), w.waiting().await), (2, 1));
    assert_eq!(
        w.texts("SELECT failure FROM outbox").await,
        ["the mail could not be sent: the mail server is away"]
    );
    w.clock.pass_seconds(1);
    assert_eq!((deliver_due(&w).await, w.mailer.take().len()), (1, 1));
    w.finish().await;
}

#[tokio::test]
async fn whoever_dies_while_delivering_leaves_it_to_others_after_a_minute() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    // Taken, and never heard of again.
    let mut unit = w.unit(Access::Write).await;
    let now = w.now();
    assert_eq!(unit.outbox().claim(Due::by(now), now, now.plus_seconds(60), 20).await.unwrap().len(), 1);
    unit.commit().await.unwrap();
    w.clock.pass_seconds(59);
    assert_eq!(deliver_due(&w).await, 0);
    w.clock.pass_seconds(1);
    assert_eq!((deliver_due(&w).await, w.mailer.take().len()), (1, 1));
    w.finish().await;
}

#[tokio::test]
async fn the_outbox_holds_no_token_and_no_address() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.invite(&owner, "guest", grants(&["viewer"])).await.unwrap();
    w.put(&owner, viewer.member, grants(&["member"])).await.unwrap();
    w.remove(&owner, viewer.member).await.unwrap();
    w.sign_up("ada", "standard").await;
    w.mailer.fail_next(100);
    deliver_due(&w).await;
    let rows = w.texts("SELECT message || ' ' || coalesce(failure, '') FROM outbox").await;
    assert_eq!(rows.len(), 3, "a role change of one who went needs no mail");
    w.mailer.fail_next(0);
    w.clock.pass_seconds(10);
    let mails = w.deliver().await;
    let tokens: Vec<_> = mails.iter().filter(|mail| mail.text.contains("token=")).map(token_in).collect();
    assert_eq!(tokens.len(), 2);
    for row in rows {
        assert!(!row.contains('@') && !row.contains("example.com"), "{row}");
        assert!(!tokens.iter().any(|token| row.contains(token.as_str())), "{row}");
    }
    for token in tokens {
        assert!(!w.is_stored(&token).await, "a token is stored nowhere");
    }
    w.finish().await;
}

#[tokio::test]
async fn an_invitation_is_not_mailed_once_it_is_revoked_resent_or_expired() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    w.deliver().await;
    let made = w.invite(&owner, "guest", vec![]).await.unwrap();
    invitations::revoke(&w.cx, &w.by(&owner), owner.account, made.invitation.id).await.unwrap();
    assert!(w.deliver().await.is_empty());

    let made = w.invite(&owner, "guest", vec![]).await.unwrap();
    invitations::resend(&w.cx, &w.by(&owner), owner.account, made.invitation.id).await.unwrap();
    assert_eq!(w.waiting().await, 2);
    let mails = w.deliver().await;
    assert_eq!(mails.len(), 1, "only the newest link");
    w.accept_new("guest", &token_in(&mails[0])).await.unwrap();

    w.invite(&owner, "late", vec![]).await.unwrap();
    w.clock.pass_seconds(7 * 24 * 3600);
    assert!(w.deliver().await.is_empty());
    w.finish().await;
}

#[tokio::test]
async fn a_mail_escapes_what_people_typed() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    w.deliver().await;
    let name = Some("<script>alert(1)</script>".to_owned());
    invitations::invite(&w.cx, &w.by(&owner), owner.account, "guest@example.com".to_owned(), name, vec![])
        .await
        .unwrap();
    let mails = w.deliver().await;
    assert!(!mails[0].html.contains("<script") && mails[0].text.contains("<script>"), "{}", mails[0].html);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_deliver_at_once_send_each_mail_once() {
    let here = Arc::new(World::new().await);
    let there = Arc::new(here.another_node(Setup::default()).await);
    let owner = here.sign_up("owner", "standard").await;
    for at in 0..60 {
        here.invite(&owner, &format!("guest{at}"), vec![]).await.unwrap();
    }
    let deliver = |w: &Arc<World>| {
        let w = Arc::clone(w);
        tokio::spawn(async move {
            while deliver_due(&w).await > 0 {
                tokio::task::yield_now().await;
            }
        })
    };
    let tasks = [deliver(&here), deliver(&there), deliver(&here), deliver(&there)];
    for task in tasks {
        task.await.unwrap();
    }
    let asked = [&here, &there].map(|w| w.mailer.asked.load(Ordering::SeqCst));
    println!("61 mails, of which one node sent {} and the other {}", asked[0], asked[1]);
    assert_eq!(asked.iter().sum::<u64>(), 61);
    let sent: Vec<_> = [&here, &there].iter().flat_map(|w| w.mailer.take()).map(|mail| mail.id).collect();
    assert_eq!(sent.len(), 61);
    here.finish().await;
}

#[tokio::test]
async fn the_bell_rings_when_something_was_put_in_and_not_otherwise() {
    let w = World::new().await;
    let rung =
        async || tokio::time::timeout(Duration::from_millis(20), w.cx.outbox_bell.notified()).await.is_ok();
    let owner = w.sign_up("owner", "standard").await;
    assert!(rung().await);
    w.app(&owner, "one").await;
    assert!(!rung().await);
    w.refused(&owner, w.invite(&owner, "owner", vec![])).await;
    assert!(!rung().await);
    w.invite(&owner, "guest", vec![]).await.unwrap();
    assert!(rung().await);
    w.finish().await;
}

async fn lag(w: &World) -> Lag {
    outbox::lag(&w.cx).await.unwrap()
}

/// Ids of the dead, with why they died.
async fn dead(w: &World) -> Vec<(DeliveryId, String)> {
    let page = outbox::list(&w.cx, true, None, 100).await.unwrap();
    page.items.into_iter().map(|letter| (letter.id, letter.failure.unwrap())).collect()
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_dead_at_once_and_kept() {
    let w = World::new().await;
    for name in ["ada", "bob"] {
        w.sign_up(name, "standard").await;
    }
    w.mailer.for_good.store(true, Ordering::SeqCst);
    w.mailer.fail_next(1);
    assert_eq!(deliver_due(&w).await, 2);
    w.clock.pass_seconds(7 * 24 * 3600);
    assert_eq!(deliver_due(&w).await, 0, "it is not tried again by itself");
    let dead = dead(&w).await;
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].1, "the mail was refused: the server answered 550");
    assert_eq!(lag(&w).await, Lag { waiting: 0, oldest_seconds: 0, dead: 1 });
    outbox::retry(&w.cx, &w.call(Caller::Operator), dead[0].0).await.unwrap();
    assert_eq!((deliver_due(&w).await, w.mailer.take().len()), (1, 2));
    w.finish().await;
}

#[tokio::test]
async fn a_mail_that_fails_for_two_days_is_dead() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    w.mailer.fail_next(1_000);
    let (mut hours, start) = (0, w.now());
    while lag(&w).await.dead == 0 {
        assert_eq!(deliver_due(&w).await, 1);
        let letter = outbox::list(&w.cx, false, None, 1).await.unwrap().items.remove(0);
        if let Some(due) = letter.due_at {
            let wait = u64::try_from(due.micros() - w.now().micros()).unwrap();
            w.clock.pass(Duration::from_micros(wait));
            hours = (due.micros() - start.micros()) / 3_600_000_000;
        }
    }
    assert_eq!((w.mailer.asked.load(Ordering::SeqCst), hours), (60, 48));
    w.mailer.fail_next(0);
    assert_eq!(outbox::retry_all(&w.cx, &w.call(Caller::Operator)).await.unwrap(), 1);
    assert_eq!(w.deliver().await.len(), 1);
    w.finish().await;
}

#[tokio::test]
async fn what_an_operator_retries_stands_in_the_deployments_audit() {
    let w = World::new().await;
    for name in ["ada", "bob", "cid"] {
        w.sign_up(name, "standard").await;
    }
    w.mailer.for_good.store(true, Ordering::SeqCst);
    w.mailer.fail_next(3);
    deliver_due(&w).await;
    let (id, _) = dead(&w).await[0].clone();
    let call = w.call(Caller::Operator);
    outbox::retry(&w.cx, &call, id).await.unwrap();
    assert_eq!(code(outbox::retry(&w.cx, &call, id).await), "not_found", "it is not dead any more");
    assert_eq!(outbox::retry_all(&w.cx, &call).await.unwrap(), 2);
    assert_eq!(outbox::retry_all(&w.cx, &call).await.unwrap(), 0);
    let events = w.events(Chain::Deployment).await;
    let retried: Vec<_> = events.iter().filter(|event| event.action == "outbox.retried").collect();
    assert_eq!(retried.len(), 2, "what changed nothing is not told of");
    assert_eq!(retried[0].target.id.as_deref(), Some(id.to_string().as_str()));
    assert_eq!(retried[1].after["messages"], 2);
    w.finish().await;
}

#[tokio::test]
async fn how_far_delivery_is_behind_is_known() {
    let w = World::new().await;
    assert_eq!(lag(&w).await, Lag::default());
    w.sign_up("ada", "standard").await;
    w.clock.pass_seconds(90);
    w.sign_up("bob", "standard").await;
    assert_eq!(lag(&w).await, Lag { waiting: 2, oldest_seconds: 90, dead: 0 });
    w.finish().await;
    assert_eq!(lag(&w).await, Lag::default());
}

#[tokio::test]
async fn a_mail_that_no_one_ever_came_to_an_end_with_is_dead() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    assert_eq!(w.run_raw("UPDATE outbox SET attempts = 60").await, 1);
    assert_eq!((deliver_due(&w).await, w.mailer.asked.load(Ordering::SeqCst)), (1, 0));
    assert_eq!(lag(&w).await.dead, 1);
    outbox::retry_all(&w.cx, &w.call(Caller::Operator)).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_slow_mail_stays_its_senders_and_is_sent_once() {
    let w = Arc::new(World::new().await);
    w.sign_up("ada", "standard").await;
    let gate = Arc::new(Semaphore::new(0));
    *w.mailer.gate.lock().unwrap() = Some(Arc::clone(&gate));
    let sender = tokio::spawn({
        let w = Arc::clone(&w);
        async move { deliver_due(&w).await }
    });
    while w.mailer.asked.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    // Its holder says within three seconds of real time that it still has it.
    for _ in 0..2 {
        w.clock.pass_seconds(10);
        let held = format!("SELECT 'x' FROM outbox WHERE held_at = {}", w.now().micros());
        while w.texts(&held).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(deliver_due(&w).await, 0, "it is another's");
    }
    gate.add_permits(1);
    assert_eq!(sender.await.unwrap(), 1);
    assert_eq!((w.mailer.asked.load(Ordering::SeqCst), w.mailer.take().len()), (1, 1));
    *w.mailer.gate.lock().unwrap() = None;
    w.finish().await;
}

#[tokio::test]
async fn jobs_that_run_as_of_a_later_time_deliver_what_is_due_by_then_once_each() {
    let w = World::new().await;
    for name in ["ada", "bob"] {
        w.sign_up(name, "standard").await;
    }
    w.mailer.fail_next(2);
    deliver_due(&w).await;
    w.clock.pass_seconds(20);
    w.mailer.fail_next(1);
    deliver_due(&w).await;
    assert_eq!((w.mailer.take().len(), w.waiting().await), (1, 1));
    w.clock.pass_seconds(1);
    jobs::run_due(&w.cx, w.now().plus_seconds(3_600)).await.unwrap();
    assert_eq!(w.waiting().await, 1, "it was tried a moment ago");
    w.clock.pass_seconds(15);
    w.mailer.fail_next(1);
    let asked = w.mailer.asked.load(Ordering::SeqCst);
    jobs::run_due(&w.cx, w.now().plus_seconds(3_600)).await.unwrap();
    assert_eq!(w.mailer.asked.load(Ordering::SeqCst), asked + 1, "it failed, and waits for another run");
    w.clock.pass_seconds(3);
    jobs::run_due(&w.cx, w.now()).await.unwrap();
    assert_eq!(w.waiting().await, 1, "its own time has not come");
    w.clock.pass_seconds(15);
    jobs::run_due(&w.cx, w.now().plus_seconds(3_600)).await.unwrap();
    w.finish().await;
}
