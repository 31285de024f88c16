//! The mail of a message, made when it is delivered from what is true then. A message that need not be told any more has
//! none.

use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::identities::ProviderName;
use bailiwick_domain::ids::{AccountId, ChallengeId, InvitationId, MemberId, UserId};
use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_domain::outbox::{Delivery, Farewell, Message, Notice};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::two_factor;
use bailiwick_domain::users::User;
use bailiwick_ports::mail::Mail;

use crate::context::Context;
use crate::error::Result;
use crate::mails::{Content, compose};
use crate::tokens;
use crate::unit::{Unit, read};
use crate::users;

/// To whom, and what.
type Made = Option<(Email, Content)>;

pub(super) async fn mail(cx: &Context, delivery: &Delivery) -> Result<Option<Mail>> {
    let made = read(cx, async |unit| match &delivery.message {
        Message::Invitation { account, invitation, generation } => {
            of_invitation(cx, unit, *account, *invitation, *generation).await
        }
        Message::EmailVerification { user } => of_verification(cx, unit, *user).await,
        Message::PasswordReset { challenge } => of_reset(cx, unit, *challenge).await,
        Message::EmailChange { challenge } => of_email_change(cx, unit, *challenge).await,
        Message::Notice { user, notice } => of_notice(cx, unit, *user, notice).await,
        Message::Farewell { to, reason } => {
            Ok(users::former_email(cx, to).map(|to| (to, of_farewell(*reason))))
        }
        Message::Removal { account, user } => of_removal(unit, *account, *user).await,
        Message::RoleChange { account, member } => of_role_change(unit, *account, *member).await,
        Message::TwoFactor { user, notice } => of_two_factor(unit, *user, *notice, delivery.created_at).await,
        Message::IdentityAdded { user, provider } => of_identity(unit, *user, provider, true).await,
        Message::IdentityRemoved { user, provider } => of_identity(unit, *user, provider, false).await,
    })
    .await?;
    Ok(made.map(|(to, content)| compose(delivery.id, to, content)))
}

async fn of_invitation(
    cx: &Context,
    unit: &mut Unit<'_>,
    account: AccountId,
    invitation: InvitationId,
    generation: u32,
) -> Result<Made> {
    let Some(invitation) = unit.invitations().find(account, invitation).await? else { return Ok(None) };
    let open =
        invitation.status_at(cx.now()) == InvitationStatus::Pending && invitation.generation == generation;
    let Some(account) = unit.accounts().find(account).await?.filter(|_| open) else { return Ok(None) };
    let hello = invitation
        .first_name
        .as_ref()
        .map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {},", name.as_str()));
    let link = format!("{}/invitations/accept?token={}", cx.public_url, tokens::invitation(cx, &invitation));
    let name = account.name.as_str();
    let until = day(invitation.expires_at);
    let content = Content {
        subject: format!("You are invited to join {name}"),
        paragraphs: vec![
            hello,
            format!("you are invited to join {name}. The invitation stands until {until}."),
            "If you did not expect it, you can ignore this mail.".to_owned(),
        ],
        link: Some(("Accept the invitation", link)),
    };
    Ok(Some((invitation.email, content)))
}

async fn of_verification(cx: &Context, unit: &mut Unit<'_>, user: UserId) -> Result<Made> {
    let user = unit.users().find(user).await?.filter(|user| user.email_verified_at.is_none());
    Ok(user.map(|user| {
        let link = format!("{}/verify-email?token={}", cx.public_url, tokens::email_verification(cx, &user));
        let paragraphs = vec![hello(&user), "please confirm that this is your mail address.".to_owned()];
        let subject = "Confirm your mail address".to_owned();
        (user.email, Content { subject, paragraphs, link: Some(("Confirm", link)) })
    }))
}

async fn of_reset(cx: &Context, unit: &mut Unit<'_>, challenge: ChallengeId) -> Result<Made> {
    const KIND: ChallengeKind = ChallengeKind::PasswordReset;
    let Some(found) = unit.challenges().find(KIND, challenge, cx.now()).await? else { return Ok(None) };
    let Some(user) = found.user else { return Ok(None) };
    Ok(unit.users().find(user).await?.map(|user| {
        let token = tokens::challenge(cx, KIND, challenge);
        let link = format!("{}/password-reset?token={token}", cx.public_url);
        let paragraphs = vec![
            hello(&user),
            "a new password was asked for. The link sets one, once, for 30 minutes.".to_owned(),
            "If it was not you, you can ignore this mail: nothing has changed.".to_owned(),
        ];
        let subject = "Set a new password".to_owned();
        (user.email, Content { subject, paragraphs, link: Some(("Set a new password", link)) })
    }))
}

async fn of_email_change(cx: &Context, unit: &mut Unit<'_>, challenge: ChallengeId) -> Result<Made> {
    const KIND: ChallengeKind = ChallengeKind::EmailChange;
    let Some(found) = unit.challenges().find(KIND, challenge, cx.now()).await? else { return Ok(None) };
    let token = tokens::challenge(cx, KIND, challenge);
    let link = format!("{}/verify-email?token={token}", cx.public_url);
    let paragraphs = vec![
        "Hello,".to_owned(),
        "please confirm that this is to be your mail address from now on. The link works for 24 hours."
            .to_owned(),
        "If you did not ask for it, you can ignore this mail.".to_owned(),
    ];
    let subject = "Confirm your new mail address".to_owned();
    Ok(Some((users::new_email(cx, &found)?, Content { subject, paragraphs, link: Some(("Confirm", link)) })))
}

async fn of_notice(cx: &Context, unit: &mut Unit<'_>, user: UserId, notice: &Notice) -> Result<Made> {
    let reset = format!("If it was not you, set a new password at once: {}/password-reset", cx.public_url);
    let (subject, said) = match notice {
        Notice::PasswordChanged => (
            "Your password was changed",
            "your password was changed, and all other sessions were ended.".to_owned(),
        ),
        Notice::EmailChangeAsked => (
            "Another mail address was asked for",
            "another mail address was asked for. This one stays until the other has confirmed.".to_owned(),
        ),
        Notice::UnusualSignIn { at, source_ip } => {
            let from = source_ip.as_deref().unwrap_or("an unknown address");
            ("A new sign-in", format!("there was a sign-in from a new place: from {from}, at {at}."))
        }
    };
    Ok(unit.users().find(user).await?.map(|user| {
        let paragraphs = vec![hello(&user), said, reset];
        (user.email, Content { subject: subject.to_owned(), paragraphs, link: None })
    }))
}

fn of_farewell(reason: Farewell) -> Content {
    let (subject, said) = match reason {
        Farewell::EmailChanged => {
            ("Your mail address was changed", "another mail address stands for you now.")
        }
        Farewell::UserDeleted => {
            ("Your profile was deleted", "your profile was deleted, and all that was its own.")
        }
    };
    let paragraphs = vec![
        "Hello,".to_owned(),
        said.to_owned(),
        "If it was not you, please tell whoever runs this service.".to_owned(),
    ];
    Content { subject: subject.to_owned(), paragraphs, link: None }
}

fn hello(user: &User) -> String {
    format!("Hello {},", user.name.as_str())
}

async fn of_removal(unit: &mut Unit<'_>, account: AccountId, user: UserId) -> Result<Made> {
    let account = unit.accounts().find(account).await?;
    let user = unit.users().find(user).await?;
    Ok(account.zip(user).map(|(account, user)| {
        let name = account.name.as_str();
        let paragraphs = vec![hello(&user), format!("you are no longer a member of {name}.")];
        (user.email, Content { subject: format!("You were removed from {name}"), paragraphs, link: None })
    }))
}

async fn of_role_change(unit: &mut Unit<'_>, account: AccountId, member: MemberId) -> Result<Made> {
    let found = unit.accounts().find(account).await?;
    let member = unit.members().find(account, member).await?.filter(|member| member.user.is_some());
    Ok(found.zip(member).map(|(account, member)| {
        let role = |grant: &bailiwick_domain::grants::Grant| {
            format!("- {} ({} {})", grant.role, grant.place.kind(), grant.place.steps()[0].id)
        };
        let roles: Vec<String> = member.grants.iter().map(role).collect();
        let name = account.name.as_str();
        let held = if roles.is_empty() {
            "You hold no role there now.".to_owned()
        } else {
            format!("You hold now:\n{}", roles.join("\n"))
        };
        let hello = member.name.as_ref().map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {name},"));
        let paragraphs = vec![hello, format!("your roles in {name} were changed."), held];
        let subject = format!("Your roles in {name} were changed");
        (member.email, Content { subject, paragraphs, link: None })
    }))
}

async fn of_two_factor(
    unit: &mut Unit<'_>,
    user: UserId,
    notice: two_factor::Notice,
    at: Timestamp,
) -> Result<Made> {
    let (subject, what) = match notice {
        two_factor::Notice::Enabled => {
            ("Two-factor sign-in is on", "your account now asks for a second factor when you sign in")
        }
        two_factor::Notice::Disabled => {
            ("Two-factor sign-in is off", "your account asks for a second factor no more when you sign in")
        }
        two_factor::Notice::RecoveryCodeUsed => {
            ("A recovery code was used", "someone signed in with one of your recovery codes")
        }
        two_factor::Notice::RecoveryCodesReplaced => {
            ("Your recovery codes were replaced", "you have new recovery codes, and the old ones are void")
        }
    };
    Ok(unit.users().find(user).await?.map(|user| {
        let paragraphs = vec![
            format!("Hello {},", user.name.as_str()),
            format!("{what} ({at})."),
            "If that was not you, change your password at once and end your other sessions.".to_owned(),
        ];
        (user.email, Content { subject: subject.to_owned(), paragraphs, link: None })
    }))
}

async fn of_identity(
    unit: &mut Unit<'_>,
    user: UserId,
    provider: &ProviderName,
    added: bool,
) -> Result<Made> {
    Ok(unit.users().find(user).await?.map(|user| {
        let (can, was) = if added { ("can now", "added to") } else { ("can no longer", "removed from") };
        let paragraphs = vec![
            format!("Hello {},", user.name.as_str()),
            format!("you {can} sign in with {provider}."),
            "If you did not ask for this, sign in, look at your ways to sign in, and set a new password."
                .to_owned(),
        ];
        let subject = format!("Sign-in with {provider} was {was} your profile");
        (user.email, Content { subject, paragraphs, link: None })
    }))
}

fn day(time: Timestamp) -> String {
    time.to_string().chars().take(10).collect()
}
