//! Why a member may or may not do something.

use bailiwick_domain::access::{Explanation, explain as explain_decision};
use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::ids::{AccountId, MemberId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, ResourceRef};

use super::{Decision, Outcome};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Viewer};
use crate::unit::read;

/// An explanation with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Who.
    pub member: Member,
    /// Where.
    pub place: Place,
    /// Why.
    pub explanation: Explanation,
    /// Why nothing is allowed, whatever the member holds, as the code of such a decision.
    pub bar: Option<&'static str>,
}

/// Why nothing is allowed to a member, whatever they hold.
fn bar(account: &Account, member: &Member) -> Option<Outcome> {
    if account.status == AccountStatus::Closed {
        Some(Outcome::AccountClosed)
    } else if member.status != MemberStatus::Active {
        Some(Outcome::MemberNotActive)
    } else {
        gate::is_barred(account, member).then_some(Outcome::TwoFactorRequired)
    }
}

/// Explains a decision about a member, by the database as it is.
///
/// # Errors
/// Without `member.view`, but for one's own; absent when the member or the resource is not the account's.
pub async fn explain(
    cx: &Context,
    call: &Call,
    account: AccountId,
    member: MemberId,
    permission: &str,
    resource: Option<&ResourceRef>,
) -> Result<Explained> {
    let viewer = gate::enter(cx, call, account).await?;
    let own = matches!(&viewer, Viewer::Member(known) if known.holder.member == member);
    if !own && !matches!(call.caller, Caller::Platform(_)) {
        gate::view(cx, call, account, Core::MemberView).await?;
    }
    let whole = ResourceRef::account(account);
    let resource = resource.unwrap_or(&whole);
    read(cx, async |unit| {
        let found = unit.accounts().find(account).await?.ok_or_else(|| Error::not_found("account"))?;
        let model = gate::model_of(cx, &found)?;
        let member = unit
            .members()
            .find(account, member)
            .await?
            .ok_or_else(|| Error::not_found_at("/member", "member"))?;
        let absent = || Error::not_found_at("/resource/id", "resource");
        let key = resource.key().ok_or_else(absent)?;
        let place = unit.resources().place(account, key).await?.ok_or_else(absent)?;
        let bar = bar(&found, &member).and_then(|outcome| Decision::from(outcome).code);
        let grants = if bar.is_none() { member.grants.as_slice() } else { &[] };
        let mut explanation = explain_decision(&model, grants, &place, permission, cx.now());
        if bar.is_some() {
            // No role would: what bars the member is to be settled first.
            explanation.roles_that_would_allow.clear();
        }
        Ok(Explained { member, place, explanation, bar })
    })
    .await
}
