//! Why a member may or may not do something.

use bailiwick_domain::access::{Explanation, explain as explain_decision};
use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, IntegrationId, MemberId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, ResourceRef};

use super::{Decision, Outcome};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Result};
use crate::gate::{self, Viewer};
use crate::unit::{Unit, read};

/// Who an explanation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// A member.
    Member(MemberId),
    /// A service integration.
    Integration(IntegrationId),
}

impl From<MemberId> for Whom {
    fn from(member: MemberId) -> Self {
        Self::Member(member)
    }
}

impl From<IntegrationId> for Whom {
    fn from(integration: IntegrationId) -> Self {
        Self::Integration(integration)
    }
}

/// An explanation with where it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Where.
    pub place: Place,
    /// Why, by what the member or the integration holds.
    pub explanation: Explanation,
    /// The same of an integration's maker, beyond whom it is allowed nothing.
    pub maker: Option<Explanation>,
    /// Why nothing is allowed, whatever is held, as the code of such a decision.
    pub bar: Option<&'static str>,
}

impl Explained {
    /// Whether it is allowed.
    pub fn allowed(&self) -> bool {
        self.explanation.allowed && self.maker.as_ref().is_none_or(|maker| maker.allowed)
    }
}

/// Why nothing is allowed to a member, whatever they hold.
fn bar(account: &Account, member: Option<&Member>) -> Option<Outcome> {
    if account.status == AccountStatus::Closed {
        return Some(Outcome::AccountClosed);
    }
    match member {
        Some(member) if member.status == MemberStatus::Active => {
            gate::is_barred(account, member).then_some(Outcome::TwoFactorRequired)
        }
        _ => Some(Outcome::MemberNotActive),
    }
}

/// What someone holds, with the member who answers for it: an integration's maker, as long as they are one.
async fn holdings(
    unit: &mut Unit<'_>,
    account: AccountId,
    whom: Whom,
) -> Result<(Option<Vec<Grant>>, Option<Member>)> {
    let id = match whom {
        Whom::Member(id) => id,
        Whom::Integration(id) => {
            let found = unit.integrations().find(account, id).await?;
            let found = found.ok_or_else(|| Error::not_found_at("/integration", "integration"))?;
            let maker = match found.maker {
                Some(maker) => unit.members().find(account, maker.member).await?,
                None => None,
            };
            return Ok((Some(found.grants), maker));
        }
    };
    let member = unit.members().find(account, id).await?;
    Ok((None, Some(member.ok_or_else(|| Error::not_found_at("/member", "member"))?)))
}

fn is_own(call: &Call, viewer: &Viewer, whom: Whom) -> bool {
    match (whom, viewer, call.caller) {
        (Whom::Member(member), Viewer::Member(known), _) => known.member == Some(member),
        (Whom::Integration(id), _, Caller::Integration { integration, .. }) => id == integration,
        _ => false,
    }
}

/// Explains a decision about a member or a service integration, by the database as it is.
///
/// # Errors
/// Without `member.view`, and `integration.view` about an integration, but for one's own; absent when it, or the resource, is not the account's.
pub async fn explain(
    cx: &Context,
    call: &Call,
    account: AccountId,
    whom: impl Into<Whom>,
    permission: &str,
    resource: Option<&ResourceRef>,
) -> Result<Explained> {
    let whom = whom.into();
    let viewer = gate::enter(cx, call, account).await?;
    let is_platform = matches!(call.caller, Caller::Platform(_));
    if !is_own(call, &viewer, whom) && !is_platform {
        gate::view(cx, call, account, Core::MemberView).await?;
        if matches!(whom, Whom::Integration(_)) {
            gate::view(cx, call, account, Core::IntegrationView).await?;
        }
    }
    let sees_makers = is_platform || gate::view(cx, call, account, Core::MemberView).await.is_ok();
    let whole = ResourceRef::account(account);
    let resource = resource.unwrap_or(&whole);
    read(cx, async |unit| {
        let found = unit.accounts().find(account).await?.ok_or_else(|| Error::not_found("account"))?;
        let model = gate::model_of(cx, &found)?;
        let (own, member) = holdings(unit, account, whom).await?;
        let absent = || Error::not_found_at("/resource/id", "resource");
        let key = resource.key().ok_or_else(absent)?;
        let place = unit.resources().place(account, key).await?.ok_or_else(absent)?;
        let bar = bar(&found, member.as_ref()).and_then(|outcome| Decision::from(outcome).code);
        let explain = |grants: &[Grant]| {
            let grants = if bar.is_none() { grants } else { &[] };
            let mut explanation = explain_decision(&model, grants, &place, permission, cx.now());
            if bar.is_some() {
                // No role would: what bars the member is to be settled first.
                explanation.roles_that_would_allow.clear();
            }
            explanation
        };
        let of_member = explain(member.as_ref().map_or(&[][..], |member| &member.grants));
        let (explanation, maker) = match own {
            Some(own) => {
                let mut maker = of_member;
                if !sees_makers {
                    maker.because.clear();
                    maker.roles_that_would_allow.clear();
                }
                (explain(&own), Some(maker))
            }
            None => (of_member, None),
        };
        Ok(Explained { place, explanation, maker, bar })
    })
    .await
}
