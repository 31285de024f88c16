//! What a change of a member does to what hangs on them: the integrations that they answer for, their keys, and the
//! member's sessions.

use bailiwick_domain::effects::Effects;
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::IntegrationId;
use bailiwick_domain::integrations::{Integration, is_affected};
use bailiwick_domain::members::Member;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::sessions::Session;
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

/// More than a user has.
const MOST_SESSIONS: u64 = 1_000;

async fn of(cx: &Context, unit: &mut Unit<'_>, member: &Member, hit: Vec<Integration>) -> Result<Affected> {
    let mut affected = Affected::default();
    let ids: Vec<IntegrationId> = hit.iter().map(|made| made.id).collect();
    affected.keys = unit.integration_keys().count(member.account, &ids).await?;
    affected.integrations = hit.into_iter().map(|made| (made.id, made.name)).collect();
    if let Some(user) = member.user {
        let seen_since = cx.now().plus_seconds(-cx.lifetimes.idle_seconds);
        let open = unit.sessions().list(user, cx.now(), seen_since, None, MOST_SESSIONS).await?;
        // One through another account's single sign-on never came in here, and is not this account's to know of.
        let comes_in = |session: &&Session| session.signed_in.sso.is_none_or(|own| own == member.account);
        affected.sessions = open.items.iter().filter(comes_in).count() as u64;
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
