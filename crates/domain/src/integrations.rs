//! Service integrations: an account's machine members. One holds grants like a member's and, at every decision, never more
//! than its maker then has ([`crate::access`]); here is who may give it what, and what its keys are.

use serde::{Deserialize, Serialize};

use crate::effects::{Effect, Holding, effects};
use crate::grants::{Grant, judge};
use crate::ids::{AccountId, IntegrationId, KeyId, MemberId};
use crate::members::{Actor, Mapping, map_roles, not_grantable};
use crate::role_models::RoleModel;
use crate::text::Name;
use crate::time::Timestamp;
use crate::violations::{Rule, Violation};

/// How many an account can have.
pub const MOST_INTEGRATIONS: usize = 200;
/// How many keys one can have.
pub const MOST_KEYS: usize = 3;

/// Who answers for an integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maker {
    /// The member.
    pub member: MemberId,
    /// Whether they are active; while they are not, the integration may do nothing.
    pub active: bool,
}

/// A machine member of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    /// Its id.
    pub id: IntegrationId,
    /// The account.
    pub account: AccountId,
    /// What people call it.
    pub name: Name,
    /// Who answers for it; none once they left the account, and then it may do nothing.
    pub maker: Option<Maker>,
    /// What it holds, as far as its maker does.
    pub grants: Vec<Grant>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Goes up with every change.
    pub version: u64,
}

impl Integration {
    /// Whether a member answers for it.
    pub fn is_made_by(&self, member: MemberId) -> bool {
        self.maker.is_some_and(|maker| maker.member == member)
    }
    /// Whether its maker is an active member.
    pub fn is_active(&self) -> bool {
        self.maker.is_some_and(|maker| maker.active)
    }
}

/// An integration's grants that passed every rule: only this module makes one, and a store writes no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedHoldings {
    integration: IntegrationId,
    grants: Vec<Grant>,
}

impl JudgedHoldings {
    /// Whose.
    pub fn integration(&self) -> IntegrationId {
        self.integration
    }
    /// The whole set.
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }
    /// What is left when a resource, and all below it, is deleted.
    ///
    /// # Errors
    /// `role_prerequisite` (or `single_role`) when another grant needs one that goes.
    pub fn without_resource(
        model: &RoleModel,
        integration: &Integration,
        gone: uuid::Uuid,
        now: Timestamp,
    ) -> Result<Self, Vec<Violation>> {
        let left = integration.grants.iter().filter(|grant| !grant.place.within(gone)).cloned().collect();
        Self::judged(model, integration.id, left, now)
    }
    /// What is held when the account moves to another role model.
    ///
    /// # Errors
    /// Every violation found, as of a member.
    pub fn moved(
        to: &RoleModel,
        integration: &Integration,
        mapping: &Mapping,
        now: Timestamp,
    ) -> Result<Self, Vec<Violation>> {
        let grants = map_roles(to, &integration.grants, mapping)?;
        let judged = Self::judged(to, integration.id, grants, now);
        judged.map_err(|mut violations| {
            for violation in &mut violations {
                violation.pointer = None;
            }
            violations
        })
    }

    /// Rules 3 to 5, and that the owner role is a person's.
    fn judged(
        model: &RoleModel,
        integration: IntegrationId,
        grants: Vec<Grant>,
        now: Timestamp,
    ) -> Result<Self, Vec<Violation>> {
        let mut violations = judge(model, &grants, now);
        violations
            .extend(grants.iter().filter(|grant| grant.role == model.owner_role().id).map(not_a_machines));
        if violations.is_empty() { Ok(Self { integration, grants }) } else { Err(violations) }
    }
}

fn not_a_machines(grant: &Grant) -> Violation {
    Violation {
        grants: vec![grant.into()],
        ..Violation::new(
            Rule::RoleNotGrantable,
            format!("the owner role `{}` is a member's alone, never a service integration's", grant.role),
            "give the integration another role",
        )
    }
}

/// Why an integration may not hold something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Rules are broken.
    Violated(Vec<Violation>),
    /// Its maker does not have that, or not for as long.
    Exceeds(Effect),
    /// Somebody else than its maker would give it something.
    NotTheMaker(Effect),
}

/// Changes all that an integration holds, in one step. Its maker adds no more than they have themselves; others only take
/// away. Roles are granted and revoked by who may grant them (rule 7).
///
/// # Errors
/// Why not.
pub fn change_holdings(
    model: &RoleModel,
    actor: Actor,
    integration: &Integration,
    after: Vec<Grant>,
    now: Timestamp,
) -> Result<JudgedHoldings, Refused> {
    let before = &integration.grants;
    let judged = JudgedHoldings::judged(model, integration.id, after, now).map_err(Refused::Violated)?;
    let added = judged.grants.iter().filter(|grant| !before.iter().any(|held| held.same_as(grant)));
    let taken = before.iter().filter(|held| !judged.grants.iter().any(|grant| held.same_as(grant)));
    let beyond: Vec<Violation> = added
        .chain(taken)
        .filter(|grant| model.role_named(&grant.role).is_some() && !actor.may_grant(model, grant, now))
        .map(|grant| not_grantable(model, grant))
        .collect();
    if !beyond.is_empty() {
        return Err(Refused::Violated(beyond));
    }
    let is_maker = integration.is_made_by(actor.member);
    let beyond = |most| beyond_holding(model, integration.account, most, &judged.grants, now);
    let mut gains = beyond(before);
    if is_maker {
        let exceeding = beyond(actor.grants);
        gains.retain(|gain| exceeding.iter().any(|one| one.is_like(gain)));
    }
    match gains.into_iter().next() {
        None => Ok(judged),
        Some(gain) if is_maker => Err(Refused::Exceeds(gain)),
        Some(gain) => Err(Refused::NotTheMaker(gain)),
    }
}

/// What some grants give that others do not, from `now` on.
fn beyond_holding(
    model: &RoleModel,
    account: AccountId,
    most: &[Grant],
    grants: &[Grant],
    now: Timestamp,
) -> Vec<Effect> {
    effects(account, Holding { model, grants: most }, Holding { model, grants }, now).gains
}

/// Whether a change of what its maker holds makes a difference to an integration.
pub fn is_affected(
    model: &RoleModel,
    integration: &Integration,
    before: &[Grant],
    after: &[Grant],
    now: Timestamp,
) -> bool {
    let missing = |most| beyond_holding(model, integration.account, most, &integration.grants, now);
    missing(before) != missing(after)
}

/// A key of an integration. Its secret is shown once, and only a keyed hash of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationKey {
    /// Its id.
    pub id: KeyId,
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub integration: IntegrationId,
    /// What people call it.
    pub name: Name,
    /// When it was made.
    pub created_at: Timestamp,
    /// Good for nothing from here on.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to within minutes.
    pub last_used_at: Option<Timestamp>,
    /// The last reminder of its end that was sent.
    pub reminded: Option<Reminder>,
}

impl IntegrationKey {
    /// Whether its time is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
    /// The reminder that is due: the latest whose time has come since the key was made, unless it was sent.
    pub fn reminder_due(&self, now: Timestamp) -> Option<Reminder> {
        let end = self.expires_at.filter(|end| now < *end)?;
        let has_come = |reminder: &Reminder| {
            let moment = end.plus_seconds(-reminder.seconds());
            self.created_at < moment && moment <= now
        };
        let due = Reminder::ALL.into_iter().find(has_come)?;
        self.reminded.is_none_or(|sent| due.days() < sent.days()).then_some(due)
    }
}

/// How long before a key's end its maker is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// A day.
    Day,
    /// A week.
    Week,
}

impl Reminder {
    /// The latest first.
    pub const ALL: [Self; 2] = [Self::Day, Self::Week];
    /// How many days before.
    pub const fn days(self) -> u32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
        }
    }
    /// How many seconds before.
    pub fn seconds(self) -> i64 {
        i64::from(self.days()) * 24 * 3600
    }
    /// By its days.
    pub fn of_days(days: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|reminder| reminder.days() == days)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const DAY: i64 = 24 * 3600;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(1_800_000_000_000_000).plus_seconds(seconds)
    }

    fn key(lives: i64) -> IntegrationKey {
        IntegrationKey {
            id: KeyId::new(Uuid::nil()),
            account: AccountId::new(Uuid::nil()),
            integration: IntegrationId::new(Uuid::nil()),
            name: Name::try_from("Key".to_owned()).unwrap(),
            created_at: at(0),
            expires_at: Some(at(lives)),
            last_used_at: None,
            reminded: None,
        }
    }

    #[test]
    fn a_maker_is_reminded_a_week_and_a_day_before_and_once_each() {
        let mut key = key(30 * DAY);
        assert_eq!(key.reminder_due(at(23 * DAY - 1)), None);
        assert_eq!(key.reminder_due(at(23 * DAY)), Some(Reminder::Week));
        assert_eq!(
            key.reminder_due(at(29 * DAY)),
            Some(Reminder::Day),
            "the later one alone where both are due"
        );
        key.reminded = Some(Reminder::Week);
        assert_eq!(key.reminder_due(at(29 * DAY - 1)), None);
        assert_eq!(key.reminder_due(at(29 * DAY)), Some(Reminder::Day));
        key.reminded = Some(Reminder::Day);
        assert_eq!(key.reminder_due(at(29 * DAY + 1)), None);
        key.reminded = None;
        assert_eq!(key.reminder_due(at(30 * DAY)), None, "it is over");
    }

    #[test]
    fn who_makes_a_key_of_a_few_days_is_not_reminded_at_once() {
        assert_eq!(key(3 * DAY).reminder_due(at(1)), None);
        assert_eq!(key(3 * DAY).reminder_due(at(2 * DAY)), Some(Reminder::Day));
        assert_eq!(key(DAY / 2).reminder_due(at(DAY / 2 - 1)), None);
    }
}
