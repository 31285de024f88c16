//! The mails that remind makers of service integrations of the end of their keys.

use bailiwick_domain::integrations::Reminder;
use bailiwick_ports::mail::Mail;
use bailiwick_usecases::{integrations, jobs, sessions};

use crate::support::{Machine, Seat, Setup, World, code, grants};

const DAY: u64 = 24 * 3600;

async fn staffed(w: &World) -> (Seat, Seat) {
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    (owner, admin)
}

/// An integration with a key of 30 days.
async fn lapsing(w: &World, maker: &Seat) -> Machine {
    let id = w.integrate(maker, vec![]).await.unwrap().id;
    lapsing_key(w, maker, id).await
}

async fn lapsing_key(w: &World, maker: &Seat, id: bailiwick_domain::ids::IntegrationId) -> Machine {
    let (call, name) = (w.by(maker), "Key".to_owned());
    let made = integrations::create_key(&w.cx, &call, maker.account, id, name, None, Some(30)).await.unwrap();
    let secret = made.secret.reveal().unwrap().to_owned();
    let caller = sessions::authenticate(&w.cx, Some(&secret)).await.unwrap();
    Machine { id, key: made.key.id, secret, caller }
}

/// Whom the reminders among some mails are to.
fn reminded(mails: Vec<Mail>) -> Vec<String> {
    let reminders = mails.into_iter().filter(|mail| mail.subject.starts_with("A key of Deploy expires on "));
    reminders.map(|mail| mail.to.as_str().to_owned()).collect()
}

/// Lets some seconds pass and runs the jobs; whom the reminders are to that come.
async fn after(w: &World, seconds: u64) -> Vec<String> {
    w.clock.pass_seconds(seconds);
    jobs::run_jobs(&w.cx, w.now()).await.unwrap();
    reminded(w.deliver().await)
}

#[tokio::test]
async fn its_maker_is_reminded_of_a_keys_end_a_week_and_a_day_before_and_once_each() {
    let w = World::new().await;
    let (owner, admin) = staffed(&w).await;
    let made = w.integrate(&admin, vec![]).await.unwrap();
    let (cx, id) = (&w.cx, owner.account);
    integrations::create_key(cx, &w.by(&admin), id, made.id, "Key".to_owned(), None, Some(30)).await.unwrap();
    w.new_key(&admin, made.id).await.unwrap();
    w.deliver().await;
    let there = w.another_node(Setup::default()).await;
    let run = async |days: u64| {
        w.clock.pass_seconds(days * DAY);
        there.clock.pass_seconds(days * DAY);
        let (one, other) =
            futures::join!(jobs::run_jobs(cx, w.now()), jobs::run_jobs(&there.cx, there.now()));
        one.and(other).unwrap();
        let again = jobs::run_jobs(cx, w.now().plus_seconds(3600)).await;
        again.unwrap();
        let mails = w.deliver().await;
        mails.iter().map(|mail| (mail.to.as_str().to_owned(), mail.subject.clone())).collect::<Vec<_>>()
    };
    assert_eq!(run(22).await, []);
    let week = run(1).await;
    assert_eq!(week.len(), 1, "{week:?}");
    assert!(week[0].0 == admin.email && week[0].1.starts_with("A key of Deploy expires on "), "{week:?}");
    assert_eq!(run(3).await, []);
    assert_eq!(run(3).await.len(), 1);
    assert_eq!(run(1).await, [], "it is over");
    w.finish().await;
}

#[tokio::test]
async fn a_clock_that_jumps_past_both_moments_brings_the_later_reminder_alone() {
    let w = World::new().await;
    let (owner, admin) = staffed(&w).await;
    let machine = lapsing(&w, &admin).await;
    assert_eq!(after(&w, 29 * DAY + 3600).await, [&*admin.email]);
    let keys =
        integrations::list_keys(&w.cx, &w.by(&owner), owner.account, machine.id, None, 9).await.unwrap();
    assert_eq!(keys.items[0].reminded, Some(Reminder::Day));
    assert_eq!(after(&w, DAY / 2).await, [""; 0]);
    assert_eq!(after(&w, DAY).await, [""; 0], "it is over");
    w.finish().await;
}

#[tokio::test]
async fn whose_key_is_good_for_nothing_by_the_delivery_is_not_reminded() {
    let w = World::new().await;
    let (owner, admin) = staffed(&w).await;
    let (cx, id) = (&w.cx, owner.account);
    let mut others = Vec::new();
    for name in ["suspended", "removed", "succeeded", "without", "idle"] {
        let maker = w.join(&owner, name, grants(&["admin"])).await;
        let machine = lapsing(&w, &maker).await;
        others.push((maker, machine));
    }
    lapsing(&w, &admin).await;
    w.deliver().await;
    w.clock.pass_seconds(23 * DAY);
    jobs::run_jobs(cx, w.now()).await.unwrap();
    assert_eq!(w.waiting().await, 6, "all were active, and their keys good, when the mails were made");
    w.suspend(&owner, others[0].0.member, true).await.unwrap();
    w.remove(&owner, others[1].0.member).await.unwrap();
    integrations::take_over(cx, &w.by(&owner), id, others[2].1.id).await.unwrap();
    integrations::remove_key(cx, &w.by(&owner), id, others[3].1.id, others[3].1.key).await.unwrap();
    integrations::remove(cx, &w.by(&owner), id, others[4].1.id).await.unwrap();
    assert_eq!(reminded(w.deliver().await), [&*admin.email]);
    w.suspend(&owner, others[0].0.member, false).await.unwrap();
    assert_eq!(after(&w, 3600).await, [""; 0]);
    w.finish().await;
}

#[tokio::test]
async fn whoever_takes_an_integration_over_is_reminded_of_their_own_keys_alone() {
    let w = World::new().await;
    let (owner, admin) = staffed(&w).await;
    let machine = lapsing(&w, &admin).await;
    assert_eq!(after(&w, 23 * DAY).await, [&*admin.email]);
    integrations::take_over(&w.cx, &w.by(&owner), owner.account, machine.id).await.unwrap();
    assert_eq!(code(sessions::authenticate(&w.cx, Some(&machine.secret)).await), "unauthenticated");
    let owner = Seat { signed_in: w.by_password(), ..owner };
    lapsing_key(&w, &owner, machine.id).await;
    assert_eq!(after(&w, 6 * DAY).await, [""; 0], "the former key's second moment");
    assert_eq!(after(&w, 17 * DAY).await, [&*owner.email]);
    w.finish().await;
}

#[tokio::test]
async fn what_is_run_as_of_a_time_to_come_delivers_the_reminders_that_it_makes() {
    let w = World::new().await;
    let (_, admin) = staffed(&w).await;
    lapsing(&w, &admin).await;
    w.deliver().await;
    let as_of = async |days: u64| {
        let then = w.now().plus_seconds(i64::try_from(days * DAY).unwrap());
        jobs::run_due(&w.cx, then).await.unwrap();
        assert_eq!(w.waiting().await, 0, "as of {days} days");
        reminded(w.mailer.take())
    };
    assert_eq!(as_of(22).await, [""; 0]);
    assert_eq!(as_of(23).await, [&*admin.email]);
    assert_eq!(as_of(23).await, [""; 0]);
    assert_eq!(as_of(29).await, [&*admin.email]);
    assert_eq!(as_of(30).await, [""; 0], "it is over");
    w.finish().await;
}
