//! What waits to be delivered to other systems. A message carries ids, no secret and no address: the rest is read when
//! it is delivered.

use serde::{Deserialize, Serialize};

use crate::identities::ProviderName;
use crate::ids::{AccountId, ChallengeId, DeliveryId, IntegrationId, InvitationId, KeyId, MemberId, UserId};
use crate::time::Timestamp;
use crate::two_factor;
use crate::usage_limits::UsageLimit;

/// A mail to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    /// To an invited address, with a link. Not sent once a resend made a newer link.
    Invitation {
        /// The account.
        account: AccountId,
        /// The invitation.
        invitation: InvitationId,
        /// The link's generation.
        generation: u32,
    },
    /// To a user, with a link that proves the address.
    EmailVerification {
        /// The user.
        user: UserId,
    },
    /// To a user who was removed from an account.
    Removal {
        /// The account.
        account: AccountId,
        /// The user.
        user: UserId,
    },
    /// To a user, with a link that sets a new password.
    PasswordReset {
        /// What the link answers. Nobody is behind it where the address was no user's.
        challenge: ChallengeId,
    },
    /// To a user's new address, with a link that proves it.
    EmailChange {
        /// What the link answers.
        challenge: ChallengeId,
    },
    /// To a user, about what was done in their name.
    Notice {
        /// The user.
        user: UserId,
        /// What.
        notice: Notice,
    },
    /// To an address that is a user's no more, about why.
    Farewell {
        /// The address, sealed.
        to: String,
        /// Why.
        reason: Farewell,
    },
    /// To a member whose roles changed.
    RoleChange {
        /// The account.
        account: AccountId,
        /// The member.
        member: MemberId,
    },
    /// To the maker of a service integration, whose key expires soon.
    KeyEnding {
        /// The account.
        account: AccountId,
        /// The integration.
        integration: IntegrationId,
        /// The key.
        key: KeyId,
        /// The maker.
        member: MemberId,
    },
    /// To a user whose second factor changed.
    TwoFactor {
        /// The user.
        user: UserId,
        /// What happened.
        notice: two_factor::Notice,
    },
    /// To a user who can sign in with a provider from now on.
    IdentityAdded {
        /// The user.
        user: UserId,
        /// The provider.
        provider: ProviderName,
    },
    /// To a user who can sign in with a provider no more.
    IdentityRemoved {
        /// The user.
        user: UserId,
        /// The provider.
        provider: ProviderName,
    },
    /// To a member who is told of limits on usage.
    UsageLimit {
        /// The account.
        account: AccountId,
        /// The user.
        user: UserId,
        /// The limit.
        limit: UsageLimit,
        /// To how many per cent of it usage has come.
        percent: u32,
        /// How much that is.
        used: u64,
        /// When the period began.
        start: Timestamp,
    },
}

/// What a user is told of what was done in their name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The password was set or changed.
    PasswordChanged,
    /// Another address was asked for.
    EmailChangeAsked,
    /// A sign-in from where the user never signed in before.
    UnusualSignIn {
        /// When.
        at: Timestamp,
        /// From where.
        source_ip: Option<String>,
    },
}

/// Why an address is a user's no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Farewell {
    /// The user has another one now.
    EmailChanged,
    /// The user is gone.
    UserDeleted,
}

impl Message {
    /// What it is, in a word, for lists.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::EmailVerification { .. } => "email_verification",
            Self::PasswordReset { .. } => "password_reset",
            Self::EmailChange { .. } => "email_change",
            Self::Notice { .. } => "notice",
            Self::Farewell { .. } => "farewell",
            Self::Removal { .. } => "removal",
            Self::RoleChange { .. } => "role_change",
            Self::KeyEnding { .. } => "key_ending",
            Self::TwoFactor { .. } => "two_factor",
            Self::IdentityAdded { .. } => "identity_added",
            Self::IdentityRemoved { .. } => "identity_removed",
            Self::UsageLimit { .. } => "usage_limit",
        }
    }
}

/// A message in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id; a repeated delivery is known by it.
    pub id: DeliveryId,
    /// What to deliver.
    pub message: Message,
    /// When it was queued.
    pub created_at: Timestamp,
    /// How often it was taken, this time included. Who holds it is known by that.
    pub attempts: u32,
}

/// A message as it lies in the outbox, for an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: DeliveryId,
    /// What to deliver; none when this release can't read it.
    pub message: Option<Message>,
    /// When it was queued.
    pub created_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next; none when it is dead.
    pub due_at: Option<Timestamp>,
    /// Since when it is dead.
    pub dead_at: Option<Timestamp>,
    /// Why it could not be delivered the last time.
    pub failure: Option<String>,
}

/// A message that failed so often is not tried again by itself: with the waits between, after about two days.
pub const MOST_ATTEMPTS: u32 = 60;

/// What becomes of a message that could not be delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is tried again after so many seconds.
    TryAgain(i64),
    /// It is kept for an operator, and not tried again by itself.
    Dead,
}

/// What becomes of a message after so many attempts, the last of which failed, for good or for now.
pub fn fate(attempts: u32, for_good: bool) -> Fate {
    if for_good || attempts >= MOST_ATTEMPTS {
        Fate::Dead
    } else {
        Fate::TryAgain(back_off_seconds(attempts))
    }
}

/// How long to wait before the next try, in seconds, after so many failed ones: doubling from 1 s to an hour.
pub fn back_off_seconds(attempts: u32) -> i64 {
    1_i64.checked_shl(attempts.saturating_sub(1).min(12)).unwrap_or(3600).min(3600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_tried_for_about_two_days_unless_it_failed_for_good() {
        let waits: i64 = (1..)
            .map_while(|attempts| match fate(attempts, false) {
                Fate::TryAgain(seconds) => Some(seconds),
                Fate::Dead => None,
            })
            .sum();
        assert_eq!(waits, 4095 + 47 * 3600);
        assert_eq!(fate(1, true), Fate::Dead);
        assert_eq!(fate(MOST_ATTEMPTS, false), Fate::Dead);
    }
}
