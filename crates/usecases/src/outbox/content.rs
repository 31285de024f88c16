//! The mails of messages, made when they are delivered from what is true then: what all of a batch are about is read at
//! once. A message that need not be told any more has none.

use std::collections::{HashMap, HashSet};

use bailiwick_domain::accounts::Account;
use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::identities::ProviderName;
use bailiwick_domain::ids::{AccountId, ChallengeId, InvitationId, KeyId, MemberId, UserId};
use bailiwick_domain::integrations::{Integration, IntegrationKey};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::outbox::{Delivery, Farewell, Message, Notice};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::two_factor;
use bailiwick_domain::usage_limits::UsageLimit;
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

/// What some messages are about.
#[derive(Default)]
pub(super) struct Facts {
    accounts: HashMap<AccountId, Account>,
    invitations: HashMap<InvitationId, Invitation>,
    members: HashMap<MemberId, Member>,
    users: HashMap<UserId, User>,
    challenges: HashMap<ChallengeId, Challenge>,
    keys: HashMap<KeyId, (IntegrationKey, Integration)>,
    /// Who is an active member still, of those who are to be told of limits.
    insiders: HashSet<(AccountId, UserId)>,
}

impl Facts {
    pub async fn read(cx: &Context, deliveries: &[Delivery]) -> Result<Self> {
        read(cx, async |unit| Self::of(unit, deliveries, cx.now()).await).await
    }

    async fn of(unit: &mut Unit<'_>, deliveries: &[Delivery], now: Timestamp) -> Result<Self> {
        let (mut accounts, mut invitations, mut members, mut users) = (vec![], vec![], vec![], vec![]);
        let (mut challenges, mut keys, mut told) = (vec![], vec![], vec![]);
        for delivery in deliveries {
            match &delivery.message {
                Message::Invitation { account, invitation, .. } => {
                    accounts.push(*account);
                    invitations.push((*account, *invitation));
                }
                Message::RoleChange { account, member } => {
                    accounts.push(*account);
                    members.push((*account, *member));
                }
                Message::Removal { account, user } => {
                    accounts.push(*account);
                    users.push(*user);
                }
                Message::UsageLimit { account, user, .. } => {
                    accounts.push(*account);
                    users.push(*user);
                    told.push((*account, *user));
                }
                Message::KeyEnding { account, integration, key, member } => {
                    accounts.push(*account);
                    members.push((*account, *member));
                    keys.push((*account, *integration, *key));
                }
                Message::PasswordReset { challenge } => {
                    challenges.push((ChallengeKind::PasswordReset, *challenge));
                }
                Message::EmailChange { challenge } => {
                    challenges.push((ChallengeKind::EmailChange, *challenge));
                }
                Message::EmailVerification { user }
                | Message::Notice { user, .. }
                | Message::TwoFactor { user, .. }
                | Message::IdentityAdded { user, .. }
                | Message::IdentityRemoved { user, .. } => users.push(*user),
                Message::Farewell { .. } => {}
            }
        }
        let mut facts = Self::default();
        for (kind, id) in challenges {
            if let Some(challenge) = unit.challenges().find(kind, id, now).await? {
                users.extend(challenge.user);
                facts.challenges.insert(id, challenge);
            }
        }
        for (account, integration, id) in keys {
            let key = unit.integration_keys().find(account, integration, id).await?;
            let whose = unit.integrations().find(account, integration).await?;
            facts.keys.extend(key.zip(whose).map(|(key, whose)| (id, (key, whose))));
        }
        for (account, user) in told {
            let member = unit.members().find_by_user(account, user).await?;
            if member.is_some_and(|member| member.status == MemberStatus::Active) {
                facts.insiders.insert((account, user));
            }
        }
        if !accounts.is_empty() {
            let found = unit.accounts().find_each(&accounts).await?;
            facts.accounts.extend(found.into_iter().map(|account| (account.id, account)));
        }
        if !invitations.is_empty() {
            let found = unit.invitations().find_each(&invitations).await?;
            facts.invitations.extend(found.into_iter().map(|invitation| (invitation.id, invitation)));
        }
        if !members.is_empty() {
            let found = unit.members().find_each(&members).await?;
            facts.members.extend(found.into_iter().map(|member| (member.id, member)));
        }
        if !users.is_empty() {
            let found = unit.users().find_each(&users).await?;
            facts.users.extend(found.into_iter().map(|user| (user.id, user)));
        }
        Ok(facts)
    }

    /// The mail of one of the messages.
    pub fn mail(&self, cx: &Context, delivery: &Delivery) -> Option<Mail> {
        let made = match &delivery.message {
            Message::Invitation { account, invitation, generation } => {
                self.of_invitation(cx, *account, *invitation, *generation)
            }
            Message::EmailVerification { user } => self.of_verification(cx, *user),
            Message::Removal { account, user } => self.of_removal(*account, *user),
            Message::RoleChange { account, member } => self.of_role_change(*account, *member),
            Message::KeyEnding { account, key, member, .. } => {
                self.of_key_ending(cx.now(), *account, *key, *member)
            }
            Message::PasswordReset { challenge } => self.of_reset(cx, *challenge),
            Message::EmailChange { challenge } => self.of_email_change(cx, *challenge),
            Message::Notice { user, notice } => self.of_notice(cx, *user, notice),
            Message::TwoFactor { user, notice } => self.of_two_factor(*user, *notice, delivery.created_at),
            Message::IdentityAdded { user, provider } => self.of_identity(*user, provider, true),
            Message::IdentityRemoved { user, provider } => self.of_identity(*user, provider, false),
            Message::UsageLimit { account, user, limit, percent, used, start } => {
                self.of_usage_limit((*account, *user), limit, (*percent, *used), *start)
            }
            Message::Farewell { to, reason } => {
                users::former_email(cx, to).map(|to| (to, of_farewell(*reason)))
            }
        };
        made.map(|(to, content)| compose(delivery.id, to, content))
    }

    fn of_invitation(
        &self,
        cx: &Context,
        account: AccountId,
        invitation: InvitationId,
        generation: u32,
    ) -> Made {
        let invitation = self.invitations.get(&invitation)?;
        let account = self.accounts.get(&account)?;
        let pending = invitation.status_at(cx.now()) == InvitationStatus::Pending;
        if !pending || invitation.generation != generation {
            return None;
        }
        let hello = invitation
            .first_name
            .as_ref()
            .map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {},", name.as_str()));
        let link =
            format!("{}/invitations/accept?token={}", cx.public_url, tokens::invitation(cx, invitation));
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
        Some((invitation.email.clone(), content))
    }

    fn of_verification(&self, cx: &Context, user: UserId) -> Made {
        let user = self.users.get(&user).filter(|user| user.email_verified_at.is_none())?;
        let link = format!("{}/verify-email?token={}", cx.public_url, tokens::email_verification(cx, user));
        let paragraphs = vec![hello(user), "please confirm that this is your mail address.".to_owned()];
        let subject = "Confirm your mail address".to_owned();
        Some((user.email.clone(), Content { subject, paragraphs, link: Some(("Confirm", link)) }))
    }

    fn of_removal(&self, account: AccountId, user: UserId) -> Made {
        let (account, user) = self.accounts.get(&account).zip(self.users.get(&user))?;
        let name = account.name.as_str();
        let paragraphs = vec![hello(user), format!("you are no longer a member of {name}.")];
        let subject = format!("You were removed from {name}");
        Some((user.email.clone(), Content { subject, paragraphs, link: None }))
    }

    fn of_reset(&self, cx: &Context, challenge: ChallengeId) -> Made {
        let user = self.users.get(&self.challenges.get(&challenge)?.user?)?;
        let token = tokens::challenge(cx, ChallengeKind::PasswordReset, challenge);
        let link = format!("{}/password-reset?token={token}", cx.public_url);
        let paragraphs = vec![
            hello(user),
            "a new password was asked for. The link sets one, once, for 30 minutes.".to_owned(),
            "If it was not you, you can ignore this mail: nothing has changed.".to_owned(),
        ];
        let link = Some(("Set a new password", link));
        Some((user.email.clone(), Content { subject: "Set a new password".to_owned(), paragraphs, link }))
    }

    fn of_email_change(&self, cx: &Context, challenge: ChallengeId) -> Made {
        let to = users::new_email(cx, self.challenges.get(&challenge)?).ok()?;
        let token = tokens::challenge(cx, ChallengeKind::EmailChange, challenge);
        let link = format!("{}/verify-email?token={token}", cx.public_url);
        let paragraphs = vec![
            "Hello,".to_owned(),
            "please confirm that this is to be your mail address from now on. The link works for 24 hours."
                .to_owned(),
            "If you did not ask for it, you can ignore this mail.".to_owned(),
        ];
        let subject = "Confirm your new mail address".to_owned();
        Some((to, Content { subject, paragraphs, link: Some(("Confirm", link)) }))
    }

    fn of_notice(&self, cx: &Context, user: UserId, notice: &Notice) -> Made {
        let reset =
            format!("If it was not you, set a new password at once: {}/password-reset", cx.public_url);
        let (subject, said) = match notice {
            Notice::PasswordChanged => (
                "Your password was changed",
                "your password was changed, and all other sessions were ended.".to_owned(),
            ),
            Notice::EmailChangeAsked => (
                "Another mail address was asked for",
                "another mail address was asked for. This one stays until the other has confirmed."
                    .to_owned(),
            ),
            Notice::UnusualSignIn { at, source_ip } => {
                let from = source_ip.as_deref().unwrap_or("an unknown address");
                ("A new sign-in", format!("there was a sign-in from a new place: from {from}, at {at}."))
            }
        };
        let user = self.users.get(&user)?;
        let paragraphs = vec![hello(user), said, reset];
        Some((user.email.clone(), Content { subject: subject.to_owned(), paragraphs, link: None }))
    }

    fn of_two_factor(&self, user: UserId, notice: two_factor::Notice, at: Timestamp) -> Made {
        let (subject, what) = match notice {
            two_factor::Notice::Enabled => {
                ("Two-factor sign-in is on", "your account now asks for a second factor when you sign in")
            }
            two_factor::Notice::Disabled => (
                "Two-factor sign-in is off",
                "your account asks for a second factor no more when you sign in",
            ),
            two_factor::Notice::AppRemoved => (
                "Your authenticator app was removed",
                "your authenticator app was removed; your passkeys go on being asked for",
            ),
            two_factor::Notice::PasskeyAdded => (
                "A passkey was added",
                "a passkey was added to your profile: with it one signs in, and it is a second factor",
            ),
            two_factor::Notice::PasskeyRemoved => {
                ("A passkey was removed", "a passkey was removed from your profile")
            }
            two_factor::Notice::RecoveryCodeUsed => {
                ("A recovery code was used", "someone signed in with one of your recovery codes")
            }
            two_factor::Notice::RecoveryCodesReplaced => (
                "Your recovery codes were replaced",
                "you have new recovery codes, and the old ones are void",
            ),
        };
        let user = self.users.get(&user)?;
        let paragraphs = vec![
            hello(user),
            format!("{what} ({at})."),
            "If that was not you, change your password at once and end your other sessions.".to_owned(),
        ];
        Some((user.email.clone(), Content { subject: subject.to_owned(), paragraphs, link: None }))
    }

    fn of_identity(&self, user: UserId, provider: &ProviderName, added: bool) -> Made {
        let user = self.users.get(&user)?;
        let (can, was) = if added { ("can now", "added to") } else { ("can no longer", "removed from") };
        let paragraphs = vec![
            hello(user),
            format!("you {can} sign in with {provider}."),
            "If you did not ask for this, sign in, look at your ways to sign in, and set a new password."
                .to_owned(),
        ];
        let subject = format!("Sign-in with {provider} was {was} your profile");
        Some((user.email.clone(), Content { subject, paragraphs, link: None }))
    }

    fn of_usage_limit(
        &self,
        (account, user): (AccountId, UserId),
        limit: &UsageLimit,
        (percent, used): (u32, u64),
        start: Timestamp,
    ) -> Made {
        self.insiders.get(&(account, user))?;
        let (account, user) = self.accounts.get(&account).zip(self.users.get(&user))?;
        let UsageLimit { metric, period, limit: most, app } = limit;
        let name = account.name.as_str();
        let whose = app.map_or_else(|| name.to_owned(), |app| format!("the app {app} of {name}"));
        let paragraphs = vec![
            hello(user),
            format!(
                "{whose} has used {used} of {most} `{metric}` in the {} that began at {start}.",
                period.as_str()
            ),
            format!("You are told once at {percent} % of a limit in each {}.", period.as_str()),
        ];
        let subject = format!("{name} is at {percent} % of a limit: {metric} in a {}", period.as_str());
        Some((user.email.clone(), Content { subject, paragraphs, link: None }))
    }

    fn of_key_ending(&self, now: Timestamp, account: AccountId, key: KeyId, member: MemberId) -> Made {
        let (account, member) = (self.accounts.get(&account)?, self.members.get(&member)?);
        let (key, whose) = self.keys.get(&key).filter(|(key, whose)| {
            whose.is_active() && whose.is_made_by(member.id) && !key.is_expired(now)
        })?;
        let (name, of, account) = (key.name.as_str(), whose.name.as_str(), account.name.as_str());
        let hello = member.name.as_ref().map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {name},"));
        let paragraphs = vec![
            hello,
            format!(
                "the key {name} of the service integration {of} in {account} expires at {}.",
                key.expires_at?
            ),
            "Make a new one, give it to the service, and then remove this one.".to_owned(),
        ];
        let subject = format!("A key of {of} expires on {}", day(key.expires_at?));
        Some((member.email.clone(), Content { subject, paragraphs, link: None }))
    }

    fn of_role_change(&self, account: AccountId, member: MemberId) -> Made {
        let account = self.accounts.get(&account)?;
        let member = self.members.get(&member).filter(|member| member.user.is_some())?;
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
        Some((member.email.clone(), Content { subject, paragraphs, link: None }))
    }
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

fn day(time: Timestamp) -> String {
    time.to_string().chars().take(10).collect()
}
