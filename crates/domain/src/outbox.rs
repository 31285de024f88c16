//! What waits to be delivered to other systems. A message carries ids, no secret and no address: the rest is read when
//! it is delivered.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, DeliveryId, InvitationId, MemberId, UserId};
use crate::time::Timestamp;

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
    /// To a member whose roles changed.
    RoleChange {
        /// The account.
        account: AccountId,
        /// The member.
        member: MemberId,
    },
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
    /// How often it was tried.
    pub attempts: u32,
}

/// How long to wait before the next try, in seconds, after so many failed ones: doubling from 1 s to an hour.
pub fn back_off_seconds(attempts: u32) -> i64 {
    1_i64.checked_shl(attempts.saturating_sub(1).min(12)).unwrap_or(3600).min(3600)
}
