//! Invitations: a pending one has a member row `invited`, which carries what it will give.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, InvitationId, MemberId};
use crate::text::{Email, Name};
use crate::time::Timestamp;

/// How long an invitation stands, in seconds: 7 days.
pub const LIFETIME_SECONDS: i64 = 7 * 24 * 3600;

/// What became of an invitation. `Expired` is kept only once something else took its place; until then time tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    /// Waiting.
    Pending,
    /// Accepted; once only.
    Accepted,
    /// Its time ran out.
    Expired,
    /// Taken back.
    Revoked,
    /// The user became active in another account of a model that allows one.
    Lapsed,
}

impl InvitationStatus {
    const ALL: [Self; 5] = [Self::Pending, Self::Accepted, Self::Expired, Self::Revoked, Self::Lapsed];
    /// As answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Lapsed => "lapsed",
        }
    }
    /// From the text form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// An invitation to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The account.
    pub account: AccountId,
    /// The member row that it made.
    pub member: MemberId,
    /// Who is invited.
    pub email: Email,
    /// What the inviter calls them.
    pub first_name: Option<Name>,
    /// Who answers for what it gives: who invited, resent, or changed its grants last.
    pub invited_by: MemberId,
    /// What became of it.
    pub status: InvitationStatus,
    /// Goes up with a resend, which stops older links.
    pub generation: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

/// Why an invitation can't be accepted, revoked or sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPending {
    /// Accepted already.
    #[error("the invitation was accepted already")]
    Used,
    /// Its time ran out.
    #[error("the invitation has expired; ask for a new one")]
    Expired,
    /// Taken back, or lapsed.
    #[error("the invitation is no longer open")]
    Closed,
}

impl Invitation {
    /// What it is at that moment: a pending one expires by time alone.
    pub fn status_at(&self, now: Timestamp) -> InvitationStatus {
        match self.status {
            InvitationStatus::Pending if self.expires_at <= now => InvitationStatus::Expired,
            status => status,
        }
    }
    /// Whether it can be accepted.
    ///
    /// # Errors
    /// [`NotPending`].
    pub fn check_open(&self, now: Timestamp) -> Result<(), NotPending> {
        match self.status_at(now) {
            InvitationStatus::Pending => Ok(()),
            InvitationStatus::Accepted => Err(NotPending::Used),
            InvitationStatus::Expired => Err(NotPending::Expired),
            InvitationStatus::Revoked | InvitationStatus::Lapsed => Err(NotPending::Closed),
        }
    }
    /// A new link and a new time to run.
    pub fn renew(&mut self, by: MemberId, now: Timestamp) {
        self.generation += 1;
        self.invited_by = by;
        self.expires_at = now.plus_seconds(LIFETIME_SECONDS);
    }
}
