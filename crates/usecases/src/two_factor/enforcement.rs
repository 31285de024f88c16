//! Who may set up a second factor, and whom an account would stop by requiring one.

use bailiwick_domain::access::{Holder, is_allowed};
use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_domain::two_factor::{Standing, may_configure};
use bailiwick_ports::Page;
use bailiwick_ports::members::MemberFilter;

use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::unit::{Unit, read};

const PAGE: u64 = 200;

/// The active members of an account who have no second factor, by id: whom it would stop by requiring one.
///
/// # Errors
/// Without `two_factor.enforce`.
pub async fn would_stop(
    cx: &Context,
    call: &Call,
    account: AccountId,
    after: Option<MemberId>,
    limit: u64,
) -> Result<Page<Member>> {
    gate::view(cx, call, account, Core::TwoFactorEnforce).await?;
    let filter = MemberFilter {
        status: Some(MemberStatus::Active),
        two_factor: Some(false),
        ..MemberFilter::default()
    };
    read(cx, async |unit| Ok(unit.members().list(account, &filter, after, limit).await?)).await
}

/// A user may set up a second factor where an account of theirs allows or requires it, or where they have none.
pub(crate) async fn check_may_configure(cx: &Context, unit: &mut Unit<'_>, user: UserId) -> Result<()> {
    let (mut standings, mut first, mut after) = (Vec::new(), None, None);
    loop {
        let page = unit.members().memberships(user, after, PAGE).await?;
        after = page.items.last().map(|(account, _)| account.id);
        for (account, member) in page.items {
            let open = account.status != AccountStatus::Closed && member.status == MemberStatus::Active;
            if open {
                standings.push(standing(cx, &account, &member)?);
                first = first.or(Some(account.id));
            }
        }
        if !page.more {
            break;
        }
    }
    match first.filter(|_| !may_configure(&standings)) {
        Some(account) => Err(Error::lacks(Core::TwoFactorConfigureOwn, ResourceRef::account(account))),
        None => Ok(()),
    }
}

fn standing(cx: &Context, account: &Account, member: &Member) -> Result<Standing> {
    let model = gate::model_of(cx, account)?;
    let holder = Holder::of(&model, true, &member.grants);
    let (path, permission) = ([account.id.uuid()], Core::TwoFactorConfigureOwn.index());
    Ok(Standing {
        requires: account.require_two_factor,
        may_configure: is_allowed(&model, &holder, &path, permission, cx.now()),
    })
}
