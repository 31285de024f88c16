//! The one gate of authority: caller, account and permission make the proof that a use case needs, or a refusal.

use std::sync::Arc;

use bailiwick_domain::access::{Holder, Subject, is_allowed};
use bailiwick_domain::accounts::{Account, AccountStatus};
use bailiwick_domain::ids::{AccountId, MemberId};
use bailiwick_domain::integrations::Integration;
use bailiwick_domain::members::{Actor, Member, MemberStatus};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{Place, ResourceKey, ResourceRef};
use bailiwick_domain::role_models::RoleModel;
use uuid::Uuid;

use crate::access::{Known, Outcome};
use crate::context::{Call, Caller, Context, other_sign_in_required, user_only};
use crate::error::{Error, Kind, Result};
use crate::unit::{Unit, read};

/// The proof that a caller may see something.
pub enum Viewer {
    /// A member, or a service integration, who may.
    Member(Arc<Known>),
    /// The operator's back end, which reads every account.
    Platform,
}

/// What the operator's back end reads in every account: accounts, members, and apps with their configurations.
const PLATFORM_READS: [Core; 4] =
    [Core::AccountView, Core::MemberView, Core::AppView, Core::AppConfigurationView];

/// Lets a caller see something of an account: at most the one read of a decision.
///
/// # Errors
/// Absent to who is not a member, forbidden to a member without the permission, gone when the account is closed.
pub async fn view(cx: &Context, call: &Call, account: AccountId, permission: Core) -> Result<Viewer> {
    view_at(cx, call, account, ResourceKey::Account(account), permission).await
}

/// The same at a resource of the account, which is absent to who may not know of the account.
///
/// # Errors
/// As [`view`].
pub async fn view_at(
    cx: &Context,
    call: &Call,
    account: AccountId,
    key: ResourceKey<'_>,
    permission: Core,
) -> Result<Viewer> {
    match enter(cx, call, account).await? {
        Viewer::Platform => {
            if !PLATFORM_READS.contains(&permission) {
                return Err(Error::lacks(permission, ResourceRef::account(account)));
            }
            let path = cx.decisions.place_of(key).await?.filter(|path| path.account == account);
            path.map(|_| Viewer::Platform).ok_or_else(|| Error::not_found("resource"))
        }
        Viewer::Member(known) => {
            let subject = call.caller.subject()?;
            match cx.decisions.decide(subject, Some(account), key, permission.id(), cx.now()).await? {
                Outcome::Allowed => Ok(Viewer::Member(known)),
                Outcome::UnknownResource => Err(Error::not_found("resource")),
                Outcome::AccountClosed => Err(closed()),
                Outcome::TwoFactorRequired => Err(two_factor_required()),
                _ => {
                    let path =
                        cx.decisions.place_of(key).await?.ok_or_else(|| Error::not_found("resource"))?;
                    Err(Error::lacks(permission, path.place.name()))
                }
            }
        }
    }
}

/// Lets any member of an account in, whatever they hold.
///
/// # Errors
/// Absent to who is not a member; `account_closed`; `account_two_factor_required`.
pub async fn enter(cx: &Context, call: &Call, account: AccountId) -> Result<Viewer> {
    let absent = || Error::not_found("account");
    match call.caller {
        Caller::Anonymous => Err(Error::unauthenticated()),
        Caller::Platform(_) => {
            cx.decisions.account(account).await?.map(|_| Viewer::Platform).ok_or_else(absent)
        }
        Caller::Operator => Err(absent()),
        Caller::Integration { integration, account: own, .. } => {
            let known = cx.decisions.known(account, integration, cx.now()).await?;
            let known = known.filter(|_| own == account).ok_or_else(absent)?;
            let_in(cx, account, known).await
        }
        Caller::User { user, .. } => {
            let known = cx.decisions.known(account, user, cx.now()).await?.ok_or_else(absent)?;
            check_way_in(call, account, known.through_sso)?;
            check_owners_way_in(cx, call, account, &known).await?;
            let_in(cx, account, known).await
        }
    }
}

async fn let_in(cx: &Context, account: AccountId, known: Arc<Known>) -> Result<Viewer> {
    match cx.decisions.account(account).await? {
        Some(state) if state.status == AccountStatus::Closed => Err(closed()),
        _ if known.barred => Err(two_factor_required()),
        _ => Ok(Viewer::Member(known)),
    }
}

/// Only the product's back end may do this; `detail` says what.
///
/// # Errors
/// `platform_key_only`; not signed in at all.
pub(crate) fn back_end_only(caller: Caller, detail: &str) -> Result<()> {
    match caller {
        Caller::Platform(_) => Ok(()),
        Caller::Anonymous => Err(Error::unauthenticated()),
        _ => Err(Error::new(Kind::Forbidden, "platform_key_only", detail)),
    }
}

/// Who came through an account's own single sign-on reaches that account alone; and where that is the only way, nobody comes
/// by another one.
fn check_way_in(call: &Call, account: AccountId, through_sso: bool) -> Result<()> {
    let Caller::User { signed_in, .. } = call.caller else { return Ok(()) };
    match signed_in.sso {
        Some(own) if own != account => Err(other_sign_in_required()),
        None if through_sso => Err(sso_required()),
        _ => Ok(()),
    }
}

/// An owner comes through the account's own single sign-on only where an owner chose the provider: else whoever may choose
/// it could pretend to be an owner. Who becomes one is asked from then on.
///
/// # Errors
/// `other_sign_in_required`.
pub(crate) async fn check_provider_of_owners(unit: &mut Unit<'_>, account: AccountId) -> Result<()> {
    if unit.connections().find(account).await?.is_some_and(|connection| connection.by_owner) {
        return Ok(());
    }
    let detail = "an owner signs in by their own means, unless an owner chose the account's provider";
    Err(Error::new(Kind::Forbidden, "other_sign_in_required", detail))
}

/// The same of a caller as decisions know them. Only owners who came that way cost a read.
pub(crate) async fn check_owners_way_in(
    cx: &Context,
    call: &Call,
    account: AccountId,
    known: &Known,
) -> Result<()> {
    if call.sso() == Some(account) && known.holder.is_owner(&known.model) {
        return read(cx, async |unit| check_provider_of_owners(unit, account).await).await;
    }
    Ok(())
}

/// Nothing is done in an account by who did not come through its own single sign-on, where that is the only way in.
pub(crate) fn sso_required() -> Error {
    let detail = "this account asks its members to sign in by its own single sign-on";
    Error::new(Kind::Forbidden, "sso_required", detail)
}

/// Nothing is done in a closed account.
pub(crate) fn closed() -> Error {
    Error::new(Kind::Gone, "account_closed", "the account is closed")
}

/// Nothing is done by a member without a second factor in an account that requires one.
pub(crate) fn two_factor_required() -> Error {
    let detail = "this account requires a second factor, and you have none";
    let resolve = Some("set one up at /v1/me/two-factor".to_owned());
    Error { resolve, ..Error::new(Kind::Forbidden, "account_two_factor_required", detail) }
}

/// Whether an account requires a second factor that a member does not have.
pub(crate) fn is_barred(account: &Account, member: &Member) -> bool {
    account.require_two_factor && !member.two_factor
}

/// What an account asks a caller for before it lets them in: the codes of its refusals.
pub(crate) async fn asks(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    member: &Member,
) -> Result<Vec<String>> {
    let way_in = match check_member(cx, unit, call, account, member).await {
        Err(refusal) if refusal.kind == Kind::Forbidden => Some(refusal),
        checked => checked.map(|()| None)?,
    };
    let barred = is_barred(account, member).then(two_factor_required);
    Ok(way_in.into_iter().chain(barred).map(|refusal| refusal.code).collect())
}

/// Whether a member's way of signing in lets them into an account.
async fn check_member(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    account: &Account,
    member: &Member,
) -> Result<()> {
    let owns = is_owner(&*model_of(cx, account)?, member);
    check_way_in(call, account.id, account.sso_strict && !owns)?;
    if owns && call.sso() == Some(account.id) {
        check_provider_of_owners(unit, account.id).await?;
    }
    Ok(())
}

/// Whether a member owns the account.
pub(crate) fn is_owner(model: &RoleModel, member: &Member) -> bool {
    Actor { member: member.id, grants: member.effective_grants() }.is_owner(model)
}

/// The proof that a caller is a member, or a service integration, of an account, which is locked until the unit ends. What
/// they hold was read under that lock.
pub struct Inside {
    /// The account.
    pub account: Account,
    /// Its model.
    pub model: Arc<RoleModel>,
    who: Who,
    holder: Holder,
}

/// The caller's own place in an account.
enum Who {
    Member(Member),
    /// An integration, with its maker as long as that is a member.
    Integration(Integration, Option<Member>),
}

/// Locks an account for a change by a member or a service integration.
///
/// # Errors
/// Absent to who is neither; `account_closed`; `account_two_factor_required`.
pub(crate) async fn lock(cx: &Context, unit: &mut Unit<'_>, call: &Call, id: AccountId) -> Result<Inside> {
    call.caller.subject()?;
    unit.accounts().lock(&[id]).await?;
    inside(cx, unit, call, id).await
}

/// The same for a change of a member, who comes along unless they are absent.
///
/// # Errors
/// As [`lock`].
pub(crate) async fn lock_with(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    target: MemberId,
) -> Result<(Inside, Option<Member>)> {
    unit.accounts().lock(&[id]).await?;
    let (own, target) = both(unit, call, id, target).await?;
    Ok((entered(cx, unit, call, id, own, false).await?.unbarred()?, target))
}

/// As [`lock_with`], for what even a member may do who lacks the second factor that the account requires, or did not come
/// through its own single sign-on: leave.
pub(crate) async fn lock_to_leave(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    target: MemberId,
) -> Result<(Inside, Option<Member>)> {
    unit.accounts().lock(&[id]).await?;
    to_leave(cx, unit, call, id, target).await
}

/// As [`lock_to_leave`], where nothing is written.
pub(crate) async fn to_leave(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    target: MemberId,
) -> Result<(Inside, Option<Member>)> {
    let (own, target) = both(unit, call, id, target).await?;
    let is_own = matches!((&own, &target), (Some(Who::Member(own)), Some(target)) if own.id == target.id);
    let leaves = call.sso().is_none() && is_own;
    Ok((entered(cx, unit, call, id, own, leaves).await?, target))
}

/// The caller's own place in an account, and a member of it.
async fn both(
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    target: MemberId,
) -> Result<(Option<Who>, Option<Member>)> {
    let subject = call.caller.subject()?;
    let Subject::User(user) = subject else {
        return Ok((own_place(unit, call, id).await?, unit.members().find(id, target).await?));
    };
    let both = unit.members().find_with(id, user, &[target]).await?;
    let own = both.iter().find(|member| member.user == Some(user)).cloned().map(Who::Member);
    Ok((own, both.into_iter().find(|member| member.id == target)))
}

/// As [`lock`], where the account is locked already, or where nothing is written.
pub(crate) async fn inside(cx: &Context, unit: &mut Unit<'_>, call: &Call, id: AccountId) -> Result<Inside> {
    let own = own_place(unit, call, id).await?;
    entered(cx, unit, call, id, own, false).await?.unbarred()
}

async fn own_place(unit: &mut Unit<'_>, call: &Call, id: AccountId) -> Result<Option<Who>> {
    let integration = match call.caller.subject()? {
        Subject::User(user) => return Ok(unit.members().find_by_user(id, user).await?.map(Who::Member)),
        Subject::Integration(integration) => integration,
    };
    let Some(found) = unit.integrations().find(id, integration).await? else { return Ok(None) };
    let maker = match found.maker {
        Some(maker) => unit.members().find(id, maker.member).await?,
        None => None,
    };
    Ok(Some(Who::Integration(found, maker)))
}

/// Who `leaves` may have signed in whichever way.
async fn entered(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    own: Option<Who>,
    leaves: bool,
) -> Result<Inside> {
    let absent = || Error::not_found("account");
    let account = unit.accounts().find(id).await?.ok_or_else(absent)?;
    let who = own.ok_or_else(absent)?;
    let model = model_of(cx, &account)?;
    if let Who::Member(member) = &who
        && !leaves
    {
        check_member(cx, unit, call, &account, member).await?;
    }
    if account.status == AccountStatus::Closed {
        return Err(closed());
    }
    if let Caller::User { user, .. } = call.caller {
        cx.decisions.saw(id, user, cx.now());
    }
    let holder = who.holder(&model);
    Ok(Inside { account, model, who, holder })
}

fn holder_of(model: &RoleModel, member: &Member) -> Holder {
    Holder::of(model, member.status == MemberStatus::Active, &member.grants)
}

impl Who {
    fn holder(&self, model: &RoleModel) -> Holder {
        match self {
            Self::Member(member) => holder_of(model, member),
            Self::Integration(integration, maker) => {
                let maker = maker.as_ref().map(|maker| holder_of(model, maker));
                Holder::of(model, true, &integration.grants).within(maker)
            }
        }
    }
    /// The member, or the integration's maker.
    fn answerable(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            Self::Integration(_, maker) => maker.as_ref(),
        }
    }
}

/// The model that an account follows.
pub(crate) fn model_of(cx: &Context, account: &Account) -> Result<Arc<RoleModel>> {
    cx.models
        .get(&account.model.id, Some(account.model.version))
        .cloned()
        .map_err(|error| Error::internal(&error))
}

/// The model of an account that is open, for callers who are no members of it.
pub(crate) async fn open_model(cx: &Context, unit: &mut Unit<'_>, id: AccountId) -> Result<Arc<RoleModel>> {
    let account = unit.accounts().find(id).await?.ok_or_else(|| Error::not_found("account"))?;
    if account.status == AccountStatus::Closed { Err(closed()) } else { model_of(cx, &account) }
}

impl Inside {
    /// The same, of a member who has the second factor that the account requires.
    ///
    /// # Errors
    /// `account_two_factor_required`.
    pub(crate) fn unbarred(self) -> Result<Self> {
        let barred = self.who.answerable().is_some_and(|member| is_barred(&self.account, member));
        if barred { Err(two_factor_required()) } else { Ok(self) }
    }
    /// The account's id.
    pub fn id(&self) -> AccountId {
        self.account.id
    }
    /// Whether the caller may do something at the account.
    pub fn may(&self, cx: &Context, permission: Core) -> bool {
        self.allows(cx, permission, &[self.account.id.uuid()])
    }
    /// The caller may do something at the account.
    ///
    /// # Errors
    /// `permission_denied`.
    pub fn require(&self, cx: &Context, permission: Core) -> Result<()> {
        self.require_at(cx, permission, &Place::account(self.account.id))
    }
    /// The caller may do something at a resource of the account.
    ///
    /// # Errors
    /// `permission_denied`.
    pub fn require_at(&self, cx: &Context, permission: Core, place: &Place) -> Result<()> {
        if self.may_at(cx, permission, place) { Ok(()) } else { Err(Error::lacks(permission, place.name())) }
    }
    /// Whether the caller may do something at a resource of the account.
    pub fn may_at(&self, cx: &Context, permission: Core, place: &Place) -> bool {
        let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
        self.allows(cx, permission, &path)
    }
    /// The caller holds the owner role, which a service integration never does.
    ///
    /// # Errors
    /// `user_only`, `owner_only`.
    pub fn require_owner(&self, what: &str) -> Result<()> {
        self.person()?;
        if self.actor().is_owner(&self.model) {
            Ok(())
        } else {
            Err(bailiwick_domain::members::owner_only(what).into())
        }
    }
    /// The caller, as the rules about granting see them. A service integration grants nothing.
    pub fn actor(&self) -> Actor<'_> {
        match &self.who {
            Who::Member(member) => Actor { member: member.id, grants: member.effective_grants() },
            Who::Integration(integration, _) => {
                Actor { member: MemberId::new(integration.id.uuid()), grants: &[] }
            }
        }
    }
    /// The caller's place in the account, where only people may do something.
    ///
    /// # Errors
    /// `user_only` to a service integration.
    pub fn person(&self) -> Result<&Member> {
        match &self.who {
            Who::Member(member) => Ok(member),
            Who::Integration(..) => Err(user_only()),
        }
    }
    /// Whether the caller is that member.
    pub fn is(&self, member: MemberId) -> bool {
        matches!(&self.who, Who::Member(own) if own.id == member)
    }
    /// Whether the caller, or who made it, has a second factor.
    pub fn has_two_factor(&self) -> bool {
        self.who.answerable().is_some_and(|member| member.two_factor)
    }

    fn allows(&self, cx: &Context, permission: Core, path: &[Uuid]) -> bool {
        is_allowed(&self.model, &self.holder, path, permission.index(), cx.now())
    }
}
