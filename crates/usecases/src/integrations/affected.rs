//! What a change of a member does to what hangs on them: the integrations that they answer for, these's keys, and the
//! member's sessions.

use bailiwick_domain::effects::Effects;
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::IntegrationId;
use bailiwick_domain::integrations::{Integration, MOST_KEYS, is_affected};
use bailiwick_domain::members::Member;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::text::Name;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::error::Result;
use crate::unit::Unit;

/// What hangs on a member and is affected by a change of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Affected {
    /// The integrations that may do less, or nothing at all, with their names.
    pub integrations: Vec<(IntegrationId, Name)>,
    /// How many keys these have.
    pub keys: u64,
    /// How many sessions the user has that can do less in this account.
    pub sessions: u64,
}

const MOST_SESSIONS: u64 = 1_000;

async fn of(cx: &Context, unit: &mut Unit<'_>, member: &Member, hit: Vec<Integration>) -> Result<Affected> {
    let mut affected = Affected::default();
    for Integration { id, account, name, .. } in hit {
        let keys = unit.integration_keys().list(account, id, None, MOST_KEYS as u64).await?;
        affected.keys += keys.items.len() as u64;
        affected.integrations.push((id, name));
    }
    if let Some(user) = member.user {
        let seen_since = cx.now().plus_seconds(-cx.lifetimes.idle_seconds);
        let open = unit.sessions().list(user, cx.now(), seen_since, None, MOST_SESSIONS).await?;
        affected.sessions = open.items.len() as u64;
    }
    Ok(affected)
}

/// By a member's removal, or departure: all that they answer for.
pub(crate) async fn by_removal(cx: &Context, unit: &mut Unit<'_>, member: &Member) -> Result<Affected> {
    let made = unit.integrations().made_by(member.account, member.id).await?;
    of(cx, unit, member, made).await
}

/// By a change of what a member holds.
pub(crate) async fn by_change(
    cx: &Context,
    unit: &mut Unit<'_>,
    model: &RoleModel,
    member: &Member,
    after: &[Grant],
    effects: &Effects,
) -> Result<Affected> {
    if effects.loses.is_empty() {
        return Ok(Affected::default());
    }
    let mut hit = unit.integrations().made_by(member.account, member.id).await?;
    hit.retain(|made| is_affected(model, made, &member.grants, after, cx.now()));
    of(cx, unit, member, hit).await
}
