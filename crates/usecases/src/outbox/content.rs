//! The mails of messages, made when they are delivered from what is true then: what all of a batch are about is read at
//! once. A message that need not be told any more has none.

use std::collections::HashMap;

use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, InvitationId, MemberId, UserId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::members::Member;
use bailiwick_domain::outbox::{Delivery, Message};
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::users::User;
use bailiwick_ports::mail::Mail;

use crate::context::Context;
use crate::error::Result;
use crate::mails::{Content, compose};
use crate::tokens;
use crate::unit::{Unit, read};

/// To whom, and what.
type Made = Option<(Email, Content)>;

/// What some messages are about.
#[derive(Default)]
pub(super) struct Facts {
    accounts: HashMap<AccountId, Account>,
    invitations: HashMap<InvitationId, Invitation>,
    members: HashMap<MemberId, Member>,
    users: HashMap<UserId, User>,
}

impl Facts {
    pub async fn read(cx: &Context, deliveries: &[Delivery]) -> Result<Self> {
        read(cx, async |unit| Self::of(unit, deliveries).await).await
    }

    async fn of(unit: &mut Unit<'_>, deliveries: &[Delivery]) -> Result<Self> {
        let (mut accounts, mut invitations, mut members, mut users) = (vec![], vec![], vec![], vec![]);
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
                Message::EmailVerification { user } => users.push(*user),
            }
        }
        let mut facts = Self::default();
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
        let paragraphs = vec![
            format!("Hello {},", user.name.as_str()),
            "please confirm that this is your mail address.".to_owned(),
        ];
        let subject = "Confirm your mail address".to_owned();
        Some((user.email.clone(), Content { subject, paragraphs, link: Some(("Confirm", link)) }))
    }

    fn of_removal(&self, account: AccountId, user: UserId) -> Made {
        let (account, user) = self.accounts.get(&account).zip(self.users.get(&user))?;
        let name = account.name.as_str();
        let paragraphs =
            vec![format!("Hello {},", user.name.as_str()), format!("you are no longer a member of {name}.")];
        let subject = format!("You were removed from {name}");
        Some((user.email.clone(), Content { subject, paragraphs, link: None }))
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

fn day(time: Timestamp) -> String {
    time.to_string().chars().take(10).collect()
}
