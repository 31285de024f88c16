//! Sending to a real server, and what is made of all that goes wrong there.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_smtp::{Limits, SmtpMailer, SmtpServer};
use bailiwick_domain::text::Email;
use bailiwick_ports::mail::{Mail, MailError, Mailer};

use crate::server::{MailServer, authority};
use crate::support::{SetClock, mail};

const SIGNED_IN: [&str; 4] = ["--user", "ada", "--password", "p@ss:word"];

fn mailer_at(url: &str, limits: Limits, clock: Arc<SetClock>) -> SmtpMailer {
    let mut server = SmtpServer::from_url(url).unwrap().trusting(&authority()).unwrap();
    server.limits = limits;
    SmtpMailer::new(server, "Bailiwick <no-reply@example.com>".parse().unwrap(), clock)
}

fn mailer(url: &str) -> SmtpMailer {
    mailer_at(url, Limits::default(), SetClock::at_zero())
}

/// To a server on this machine, in the plain, that has a second for everything.
async fn plain(options: &[&str]) -> (MailServer, SmtpMailer) {
    let server = MailServer::start(options).await;
    let second = Duration::from_secs(1);
    let limits = Limits { connect: second, command: second, text: second };
    let mailer = mailer_at(&format!("smtp://localhost:{}", server.port), limits, SetClock::at_zero());
    (server, mailer)
}

fn mail_to(address: &str, number: u128) -> Mail {
    Mail { to: Email::try_from(address.to_owned()).unwrap(), ..mail(number) }
}

/// Why a mail was not sent; nothing of it tells to whom, or what else the server said.
async fn failure(mailer: &SmtpMailer, local: &str) -> MailError {
    let error = mailer.send(&mail_to(&format!("{local}@example.org"), 1)).await.unwrap_err();
    let text = error.to_string();
    assert!(!text.contains("example.org") && !text.contains(local) && !text.contains("user"), "{text}");
    error
}

fn for_now(text: &str) -> MailError {
    MailError::ForNow(text.to_owned())
}

fn for_good(text: &str) -> MailError {
    MailError::ForGood(text.to_owned())
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let (mut server, mailer) = plain(&[]).await;
    mailer.send(&mail(1)).await.unwrap();
    let took = server.took().await;
    assert_eq!(took["took"], "Ada@example.com");
    assert_eq!(took["sender"], "no-reply@example.com");
    assert_eq!(took["id"], "<dlv_00000000000000000000000001@example.com>");
    assert_eq!(took["subject"], mail(1).subject);
    assert_eq!(took["text"].as_str().unwrap().replace("\r\n", "\n").trim_end(), mail(1).text.trim_end());
    assert_eq!(took["html"].as_str().unwrap().trim_end(), mail(1).html);
    assert_eq!(took["ascii"], true, "every server takes that");
    mailer.send(&mail(1)).await.unwrap();
    assert_eq!(server.took().await["id"], took["id"], "a repeated mail is known by its id");
}

#[tokio::test]
async fn starttls_comes_before_who_one_is() {
    let options = [&["--tls", "starttls"][..], &SIGNED_IN].concat();
    let mut server = MailServer::start(&options).await;
    let url = format!("smtp://ada:p%40ss%3Aword@localhost:{}?tls=required", server.port);
    mailer(&url).send(&mail(1)).await.unwrap();
    let took = server.took().await;
    assert_eq!((&took["encrypted"], &took["user"]), (&true.into(), &"ada".into()));
}

#[tokio::test]
async fn tls_from_the_start_with_a_password() {
    let mut server = MailServer::start(&[&["--tls", "wrapped"][..], &SIGNED_IN].concat()).await;
    mailer(&format!("smtps://ada:p%40ss%3Aword@localhost:{}", server.port)).send(&mail(1)).await.unwrap();
    let took = server.took().await;
    assert_eq!((&took["encrypted"], &took["user"]), (&true.into(), &"ada".into()));
}

#[tokio::test]
async fn a_wrong_password_is_the_operators_to_mend_and_no_mail_dies_of_it() {
    let server = MailServer::start(&[&["--tls", "wrapped"][..], &SIGNED_IN].concat()).await;
    let mailer = mailer(&format!("smtps://ada:wrong@localhost:{}", server.port));
    assert_eq!(failure(&mailer, "ada").await, for_now("signing in: the server answered 535 5.7.8"));
}

#[tokio::test]
async fn without_starttls_nothing_is_told() {
    let mut server = MailServer::start(&[]).await;
    let mailer = mailer(&format!("smtp://ada:secret@localhost:{}?tls=required", server.port));
    let expected = for_now("STARTTLS: STARTTLS is not supported on this server");
    assert_eq!(failure(&mailer, "ada").await, expected);
    assert_eq!(server.took_all(0).await.1, Vec::<serde_json::Value>::new());
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_refused() {
    let server = MailServer::start(&["--tls", "wrapped"]).await;
    let url = format!("smtps://localhost:{}", server.port);
    let strict = SmtpServer::from_url(&url).unwrap();
    let from = "no-reply@example.com".parse().unwrap();
    let error = failure(&SmtpMailer::new(strict, from, SetClock::at_zero()), "ada").await;
    assert!(matches!(&error, MailError::ForNow(text) if text.contains("certificate")), "{error}");
    mailer(&url).send(&mail(1)).await.unwrap();
}

#[tokio::test]
async fn a_refusal_tells_for_now_from_for_good_and_shows_numbers_alone() {
    let (mut server, mailer) = plain(&[]).await;
    for (local, expected) in [
        ("unknown", for_good("the recipient: the server answered 550 5.1.1")),
        ("greylisted", for_now("the recipient: the server answered 451 4.7.1")),
        ("relaying", for_now("the recipient: the server answered 554 5.7.1")),
        ("spam", for_good("the text: the server answered 554 5.6.0")),
        ("full", for_now("the text: the server answered 452 4.2.2")),
    ] {
        assert_eq!(failure(&mailer, local).await, expected);
    }
    mailer.send(&mail(2)).await.unwrap();
    let (connections, took) = server.took_all(1).await;
    assert_eq!((connections, took.len()), (1, 1), "refusals leave the connection as it was");
}

#[tokio::test]
async fn a_server_that_is_not_there_or_too_slow_to_greet_is_given_up() {
    let (server, slow) = plain(&["--greeting-delay", "60"]).await;
    assert_eq!(failure(&slow, "ada").await, for_now("connecting: no answer in time"));
    let port = server.port;
    drop(server);
    let error = failure(&mailer(&format!("smtp://localhost:{port}")), "ada").await;
    assert!(matches!(&error, MailError::ForNow(text) if text.contains("refused")), "{error}");
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_never_taken_for_the_next_mails() {
    let (mut server, mailer) = plain(&[]).await;
    assert_eq!(failure(&mailer, "slow").await, for_now("the text: no answer in time"));
    assert_eq!(failure(&mailer, "unknown").await, for_good("the recipient: the server answered 550 5.1.1"));
    mailer.send(&mail(2)).await.unwrap();
    let (connections, took) = server.took_all(1).await;
    assert_eq!((connections, took.len()), (2, 1));
}

#[tokio::test]
async fn a_mail_that_is_dropped_half_way_leaves_no_connection_behind() {
    let (mut server, mailer) = plain(&[]).await;
    let slow = mail_to("slow@example.org", 1);
    let halfway = tokio::time::timeout(Duration::from_millis(300), mailer.send(&slow));
    assert!(halfway.await.is_err(), "it was under way");
    mailer.send(&mail(2)).await.unwrap();
    assert_eq!(server.took_all(1).await.0, 2);
}

#[tokio::test]
async fn a_connection_that_ends_half_way_is_no_delivery() {
    let (mut server, mailer) = plain(&[]).await;
    let gone = for_now("the text: the connection ended, or the answer was no SMTP");
    for local in ["cut-before-the-dot", "cut-after-the-dot"] {
        let error = failure(&mailer, local).await;
        let broken = matches!(&error, MailError::ForNow(text) if text.starts_with("the text: "));
        assert!(error == gone || broken, "{error}");
    }
    mailer.send(&mail(2)).await.unwrap();
    let (connections, took) = server.took_all(2).await;
    let took: Vec<_> = took.iter().map(|mail| mail["took"].as_str().unwrap()).collect();
    // The server had the second one whole, so it may come twice: by its id a reader sees that it is the same.
    assert_eq!((connections, took), (3, vec!["cut-after-the-dot@example.org", "Ada@example.com"]));
}

#[tokio::test]
async fn connections_are_used_again_until_they_are_old_or_the_server_has_enough() {
    let clock = SetClock::at_zero();
    let mut server = MailServer::start(&["--most-in-a-session", "3"]).await;
    let url = format!("smtp://localhost:{}", server.port);
    let mailer = mailer_at(&url, Limits::default(), Arc::clone(&clock));
    for number in 0..3 {
        mailer.send(&mail(number)).await.unwrap();
    }
    assert_eq!(server.took_all(3).await.0, 1);
    assert_eq!(failure(&mailer, "ada").await, for_now("the sender: the server answered 421 4.4.5"));
    mailer.send(&mail(4)).await.unwrap();
    clock.pass(Duration::from_secs(30));
    mailer.send(&mail(5)).await.unwrap();
    assert_eq!(server.took_all(2).await.0, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_go_over_few_connections_and_arrive_once_each() {
    let (mut server, _) = plain(&[]).await;
    let mailer = Arc::new(mailer(&format!("smtp://localhost:{}", server.port)));
    let sends = (0..200).map(|number| {
        let mailer = Arc::clone(&mailer);
        tokio::spawn(async move { mailer.send(&mail(number)).await })
    });
    for send in futures::future::join_all(sends).await {
        send.unwrap().unwrap();
    }
    let (connections, took) = server.took_all(200).await;
    let ids: std::collections::BTreeSet<_> = took.iter().map(|mail| mail["id"].as_str().unwrap()).collect();
    assert_eq!((took.len(), ids.len()), (200, 200));
    assert!(connections <= 8, "{connections}");
}
