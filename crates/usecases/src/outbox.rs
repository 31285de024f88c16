//! Delivering what waits in the outbox: at least once, with back-off. A message's content is read when it is delivered.

use std::time::Duration;

use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::outbox::{Delivery, Message, back_off_seconds};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::Mail;
use bailiwick_ports::{Access, Store};
use futures::future::join_all;
use tokio::time::timeout;
use tracing::{Instrument, info_span};

use crate::TRACES;
use crate::context::Context;
use crate::error::Result;
use crate::mails::{Content, compose};
use crate::metrics;
use crate::tokens;
use crate::unit::{Unit, read};

/// For how long a claimed message is its claimer's alone, in seconds. After a crash it is another's to deliver.
const LEASE_SECONDS: i64 = 15;
/// A mail that takes longer is given up, and tried again later: well before the lease ends.
const MOST_TIME: Duration = Duration::from_secs(10);
const BATCH: u64 = 20;

/// Delivers what is due at a moment; how many messages were taken.
///
/// # Errors
/// What the store fails with. A mail that can't be sent is put off.
pub async fn deliver_due(cx: &Context, now: Timestamp) -> Result<usize> {
    let claimed = commit(&*cx.store, async |unit| {
        Ok(unit.outbox().claim(now, now.plus_seconds(LEASE_SECONDS), BATCH).await?)
    })
    .await?;
    if claimed.is_empty() {
        return Ok(0);
    }
    let sent = join_all(claimed.iter().map(|delivery| deliver(cx, delivery))).await;
    commit(&*cx.store, async |unit| {
        for (delivery, sent) in claimed.iter().zip(&sent) {
            match sent {
                Ok(()) => unit.outbox().done(delivery.id).await?,
                Err(failure) => {
                    tracing::warn!(delivery = %delivery.id, attempts = delivery.attempts, %failure, "a mail is put off");
                    let at = cx.now().plus_seconds(back_off_seconds(delivery.attempts));
                    unit.outbox().retry(delivery.id, at, failure).await?;
                }
            }
        }
        Ok(())
    })
    .await?;
    Ok(claimed.len())
}

async fn deliver(cx: &Context, delivery: &Delivery) -> std::result::Result<(), String> {
    let work = async {
        match content(cx, delivery).await.map_err(|error| error.to_string())? {
            Some(mail) => cx.mailer.send(&mail).await.map_err(|error| error.to_string()),
            None => Ok(()),
        }
    };
    let span = info_span!(target: TRACES, "deliver", delivery = %delivery.id, attempt = delivery.attempts);
    let sent = timeout(MOST_TIME, work)
        .instrument(span)
        .await
        .unwrap_or_else(|_| Err("it took too long".to_owned()));
    metrics::mail(sent.is_ok());
    sent
}

/// The outbox's own bookkeeping is no state change that an audit tells of.
async fn commit<T>(store: &dyn Store, steps: impl AsyncFnOnce(&mut Unit<'_>) -> Result<T>) -> Result<T> {
    let mut unit = store.begin(Access::Write).await?;
    match steps(&mut *unit).await {
        Ok(value) => {
            unit.commit().await?;
            Ok(value)
        }
        Err(error) => {
            unit.rollback().await?;
            Err(error)
        }
    }
}

/// The mail of a message; none when it need not be sent any more.
async fn content(cx: &Context, delivery: &Delivery) -> Result<Option<Mail>> {
    let made = read(cx, async |unit| match &delivery.message {
        Message::Invitation { account, invitation, generation } => {
            let Some(invitation) = unit.invitations().find(*account, *invitation).await? else {
                return Ok(None);
            };
            let open = invitation.status_at(cx.now()) == InvitationStatus::Pending
                && invitation.generation == *generation;
            let Some(account) = unit.accounts().find(*account).await?.filter(|_| open) else {
                return Ok(None);
            };
            let hello = invitation
                .first_name
                .as_ref()
                .map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {},", name.as_str()));
            let link =
                format!("{}/invitations/accept?token={}", cx.public_url, tokens::invitation(cx, &invitation));
            let name = account.name.as_str();
            Ok(Some((
                invitation.email.clone(),
                Content {
                    subject: format!("You are invited to join {name}"),
                    paragraphs: vec![
                        hello,
                        format!(
                            "you are invited to join {name}. The invitation stands until {}.",
                            day(invitation.expires_at)
                        ),
                        "If you did not expect it, you can ignore this mail.".to_owned(),
                    ],
                    link: Some(("Accept the invitation", link)),
                },
            )))
        }
        Message::EmailVerification { user } => {
            let user = unit.users().find(*user).await?.filter(|user| user.email_verified_at.is_none());
            Ok(user.map(|user| {
                let link =
                    format!("{}/verify-email?token={}", cx.public_url, tokens::email_verification(cx, &user));
                let paragraphs = vec![
                    format!("Hello {},", user.name.as_str()),
                    "please confirm that this is your mail address.".to_owned(),
                ];
                let content = Content {
                    subject: "Confirm your mail address".to_owned(),
                    paragraphs,
                    link: Some(("Confirm", link)),
                };
                (user.email, content)
            }))
        }
        Message::Removal { account, user } => {
            let account = unit.accounts().find(*account).await?;
            let user = unit.users().find(*user).await?;
            Ok(account.zip(user).map(|(account, user)| {
                let name = account.name.as_str();
                let paragraphs = vec![
                    format!("Hello {},", user.name.as_str()),
                    format!("you are no longer a member of {name}."),
                ];
                (
                    user.email,
                    Content { subject: format!("You were removed from {name}"), paragraphs, link: None },
                )
            }))
        }
        Message::RoleChange { account, member } => {
            let found = unit.accounts().find(*account).await?;
            let member = unit.members().find(*account, *member).await?.filter(|member| member.user.is_some());
            Ok(found.zip(member).map(|(account, member)| {
                let roles: Vec<String> = member
                    .grants
                    .iter()
                    .map(|grant| {
                        format!("- {} ({} {})", grant.role, grant.place.kind(), grant.place.steps()[0].id)
                    })
                    .collect();
                let name = account.name.as_str();
                let held = if roles.is_empty() {
                    "You hold no role there now.".to_owned()
                } else {
                    format!("You hold now:\n{}", roles.join("\n"))
                };
                let hello =
                    member.name.as_ref().map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {name},"));
                let paragraphs = vec![hello, format!("your roles in {name} were changed."), held];
                let content =
                    Content { subject: format!("Your roles in {name} were changed"), paragraphs, link: None };
                (member.email, content)
            }))
        }
    })
    .await?;
    Ok(made.map(|(to, content): (Email, Content)| compose(delivery.id, to, content)))
}

fn day(time: Timestamp) -> String {
    time.to_string().chars().take(10).collect()
}
