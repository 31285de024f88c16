use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

use bailiwick_adapter_smtp::{FileMailer, Sender};
use bailiwick_ports::mail::{Mail, Mailer};

use crate::support::{SetClock, mail};

fn mailer(folder: &Path) -> FileMailer {
    let from: Sender = "Bailiwick <no-reply@localhost>".parse().unwrap();
    FileMailer::new(folder, from, SetClock::at_zero())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_mail_is_one_file_that_people_and_programs_can_read() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("data/mail");
    mailer(&folder).send(&mail(1)).await.unwrap();
    assert_eq!(names(&folder), ["dlv_00000000000000000000000001.eml"]);
    let text = fs::read_to_string(folder.join("dlv_00000000000000000000000001.eml")).unwrap();
    for line in [
        "Message-ID: <dlv_00000000000000000000000001@localhost>\r\n",
        "Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n",
        "From: Bailiwick <no-reply@localhost>\r\n",
        "To: Ada@example.com\r\n",
        "Subject: =?utf-8?b?",
        "MIME-Version: 1.0\r\n",
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "\r\nhttps://example.com/verify-email?token=abc_DEF-123=\r\n.\r\nZoë\r\n",
        "\r\n<p>Hello <b>Ada</b></p>\r\n",
    ] {
        assert!(text.contains(line), "{line} is missing in\n{text}");
    }
}

#[tokio::test]
async fn only_its_owner_can_read_a_mail() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("mail");
    mailer(&folder).send(&mail(1)).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.join("dlv_00000000000000000000000001.eml")), 0o600);
    assert_eq!(mode(&folder), 0o700);
}

#[tokio::test]
async fn no_text_becomes_a_header() {
    let temp = tempfile::tempdir().unwrap();
    for (number, evil) in
        ["a\r\nBcc: eve@example.com", "a\nBcc: eve@example.com", "é\r\n\r\nBcc: eve@example.com"]
            .into_iter()
            .enumerate()
    {
        let mail = Mail { subject: evil.to_owned(), ..mail(u128::try_from(number).unwrap()) };
        mailer(temp.path()).send(&mail).await.unwrap();
        let bytes = fs::read_to_string(temp.path().join(format!("{}.eml", mail.id))).unwrap();
        let (head, _) = bytes.split_once("\r\n\r\n").unwrap();
        let is_header = |line: &&str| !line.starts_with([' ', '\t']);
        let mut headers: Vec<_> =
            head.split(['\r', '\n']).filter(|line| !line.is_empty()).filter(is_header).collect();
        headers.sort_unstable();
        let of = |line: &&str| line.split_once(':').unwrap().0.to_owned();
        assert_eq!(
            headers.iter().map(of).collect::<Vec<_>>(),
            ["Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"],
            "{head}"
        );
    }
}

#[tokio::test]
async fn the_same_mail_again_is_the_same_file() {
    let temp = tempfile::tempdir().unwrap();
    let mailer = Arc::new(mailer(temp.path()));
    mailer.send(&mail(1)).await.unwrap();
    let path = temp.path().join("dlv_00000000000000000000000001.eml");
    let first = fs::read(&path).unwrap();
    let sends: Vec<_> = (0..16)
        .map(|_| {
            let mailer = Arc::clone(&mailer);
            tokio::spawn(async move { mailer.send(&mail(1)).await })
        })
        .collect();
    for send in sends {
        send.await.unwrap().unwrap();
    }
    assert_eq!(fs::read(&path).unwrap(), first);
    assert_eq!(names(temp.path()), ["dlv_00000000000000000000000001.eml"]);
}

#[tokio::test]
async fn one_that_cannot_be_written_does_not_hold_up_those_sent_with_it() {
    let temp = tempfile::tempdir().unwrap();
    let mailer = mailer(temp.path());
    // A file can't take the place of a folder.
    fs::create_dir(temp.path().join(format!("{}.eml", mail(3).id))).unwrap();
    let mails: Vec<_> = (1..=20).map(mail).collect();
    let sent = futures::future::join_all(mails.iter().map(|mail| mailer.send(mail))).await;
    let failed: Vec<_> = sent.iter().zip(&mails).filter(|(sent, _)| sent.is_err()).collect();
    assert_eq!(failed.iter().map(|(_, mail)| mail.id).collect::<Vec<_>>(), [mail(3).id]);
    let expected: Vec<_> = mails.iter().map(|mail| format!("{}.eml", mail.id)).collect();
    assert_eq!(names(temp.path()), expected);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_an_error_that_names_it() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("file");
    fs::write(&folder, "").unwrap();
    let error = mailer(&folder).send(&mail(1)).await.unwrap_err();
    assert!(error.to_string().contains(folder.to_str().unwrap()), "{error}");
}

#[test]
fn senders_are_addresses_with_or_without_a_name() {
    for text in ["no-reply@example.com", "Bailiwick <no-reply@localhost>", "\"A, B\" <a@example.com>"] {
        assert!(text.parse::<Sender>().is_ok(), "{text}");
    }
    for text in ["", "Bailiwick", "a@example.com\r\nBcc: eve@example.com", "A\n <a@example.com>"] {
        assert!(text.parse::<Sender>().is_err(), "{text:?}");
    }
}
