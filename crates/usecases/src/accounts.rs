//! Accounts: making, reading and changing them.

use std::sync::Arc;

use bailiwick_domain::accounts::{Account, AccountKind, AccountStatus, ModelRef};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, GrantId, MemberId};
use bailiwick_domain::members::{JudgedGrants, Member, MemberStatus};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::text::Name;
use bailiwick_domain::users::User;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::input;
use crate::unit::{Unit, read, write};

/// The role model of an account that names none.
pub const DEFAULT_MODEL: &str = "standard";

pub(crate) struct NewAccount {
    pub name: Name,
    pub kind: AccountKind,
    pub model: Arc<RoleModel>,
}

/// An account with its creator's place in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Created {
    /// The account.
    pub account: Account,
    /// The creator, who owns it.
    pub member: Member,
}

/// The newest version of a named model, or of the default.
pub(crate) fn model_named(cx: &Context, pointer: &str, id: Option<&str>) -> Result<Arc<RoleModel>> {
    let found = cx.models.get(id.unwrap_or(DEFAULT_MODEL), None);
    found.cloned().map_err(|unknown| Error::invalid_as("unknown_role_model", pointer, unknown.to_string()))
}

/// Makes an account; the caller owns it.
///
/// # Errors
/// The fields at fault; `active_elsewhere`, `personal_account_exists`.
pub async fn create(
    cx: &Context,
    call: &Call,
    name: String,
    model: Option<String>,
    kind: Option<AccountKind>,
) -> Result<Created> {
    let id = call.own_user()?;
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    let model = model_named(cx, "/role_model", model.as_deref())?;
    let new = NewAccount { name, kind: kind.unwrap_or(AccountKind::Organization), model };
    write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        let user = unit.users().find(id).await?.ok_or_else(Error::unauthenticated)?;
        if new.model.one_active_account()
            && !unit.members().active_in_model(id, new.model.id()).await?.is_empty()
        {
            return Err(active_elsewhere("you are", new.model.id()));
        }
        let (account, member) = create_for(cx, unit, call, Party::new("user", id), &user, new).await?;
        Ok(Created { account, member })
    })
    .await
}

pub(crate) fn active_elsewhere(who: &str, model: &str) -> Error {
    let detail =
        format!("{who} active in another account of the role model `{model}`, which allows just one");
    Error {
        resolve: Some("leave the other account first".to_owned()),
        ..Error::conflict("active_elsewhere", detail)
    }
}

pub(crate) async fn create_for(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    actor: Party,
    user: &User,
    new: NewAccount,
) -> Result<(Account, Member)> {
    let now = cx.now();
    let account = Account {
        id: AccountId::new(cx.ids.uuid()),
        name: new.name,
        legal_name: None,
        kind: new.kind,
        personal_of: (new.kind == AccountKind::Personal).then_some(user.id),
        model: ModelRef { id: new.model.id().to_owned(), version: new.model.version() },
        region: None,
        mcp_access: false,
        require_two_factor: false,
        sso_strict: false,
        status: AccountStatus::Active,
        created_at: now,
        version: 1,
    };
    unit.accounts().insert(&account).await?;
    let id = MemberId::new(cx.ids.uuid());
    let grants = JudgedGrants::of_creator(&new.model, account.id, id, GrantId::new(cx.ids.uuid()));
    let mut member = Member {
        id,
        account: account.id,
        user: Some(user.id),
        email: user.email.clone(),
        name: Some(user.name.as_str().to_owned()),
        status: MemberStatus::Active,
        grants: Vec::new(),
        two_factor: unit.two_factor().has(user.id).await?,
        last_seen_at: None,
        created_at: now,
        version: 1,
    };
    unit.members().insert(&member).await?;
    unit.members().put_grants(account.id, &grants).await?;
    member.grants = grants.grants().to_vec();
    let mut after = settings(&account);
    after["kind"] = json!(account.kind);
    after["role_model"] = json!(account.model);
    after["owner"] = json!(member.id);
    let target = Party::new("account", account.id);
    let change = Change { action: "account.created", target, before: Value::Null, after };
    record_as(cx, unit, call, actor, Chain::Account(account.id), change).await?;
    Ok((account, member))
}

/// One account.
///
/// # Errors
/// Without `account.view`; absent to who is not a member; `account_closed`, but for its owner.
pub async fn get(cx: &Context, call: &Call, id: AccountId) -> Result<Account> {
    let seen = gate::view(cx, call, id, Core::AccountView).await;
    let account = match seen {
        Err(error) if error.code == "account_closed" => {
            let Ok(user) = call.caller.user() else { return Err(error) };
            return read(cx, async |unit| {
                let account = unit.accounts().find(id).await?.ok_or_else(|| Error::not_found("account"))?;
                let member = unit.members().find_by_user(id, user).await?;
                let model = gate::model_of(cx, &account)?;
                let owner = &model.owner_role().id;
                let owns = member
                    .is_some_and(|member| member.effective_grants().iter().any(|grant| grant.role == *owner));
                if owns { Ok(account) } else { Err(error) }
            })
            .await;
        }
        Err(error) => return Err(error),
        Ok(_) => read(cx, async |unit| Ok(unit.accounts().find(id).await?)).await?,
    };
    account.ok_or_else(|| Error::not_found("account"))
}

/// What to change of an account; outer `None` leaves a field as it is, inner `None` empties it.
#[derive(Debug, Clone, Default)]
pub struct AccountPatch {
    /// What people call it.
    pub name: Option<String>,
    /// The company's name in law.
    pub legal_name: Option<Option<String>>,
    /// Where its data is to be kept.
    pub region: Option<Option<String>>,
    /// Whether agents may use it over MCP.
    pub mcp_access: Option<bool>,
    /// Whether its members need a second factor.
    pub require_two_factor: Option<bool>,
}

impl AccountPatch {
    /// The permissions that it needs: calling for second factors has one of its own.
    fn needs(&self) -> impl Iterator<Item = Core> {
        let of_settings = self.name.is_some()
            || self.legal_name.is_some()
            || self.region.is_some()
            || self.mcp_access.is_some()
            || self.require_two_factor.is_none();
        let manage = of_settings.then_some(Core::AccountSettingsManage);
        manage.into_iter().chain(self.require_two_factor.map(|_| Core::TwoFactorEnforce))
    }
}

/// What the audit holds of an account's settings. What people call a personal account may well be their own name, which
/// is not for the audit.
fn settings(account: &Account) -> Value {
    let mut settings = json!({
        "region": account.region,
        "mcp_access": account.mcp_access,
        "require_two_factor": account.require_two_factor,
    });
    if account.kind == AccountKind::Organization {
        settings["name"] = json!(account.name);
        settings["legal_name"] = json!(account.legal_name);
    }
    settings
}

fn own_two_factor_required() -> Error {
    let detail = "who requires a second factor of others needs one first";
    let resolve = Some("set one up at /v1/me/two-factor".to_owned());
    Error { resolve, ..Error::conflict("own_two_factor_required", detail) }
}

/// Changes an account's settings.
///
/// # Errors
/// Without `account.settings.manage`, and for `require_two_factor` without `two_factor.enforce`; the field at fault;
/// `stale_version`; `own_two_factor_required`.
pub async fn update(cx: &Context, call: &Call, id: AccountId, patch: AccountPatch) -> Result<Account> {
    let needs: Vec<Core> = patch.needs().collect();
    let optional = |pointer: &str, given: Option<Option<String>>| {
        given.map(|given| given.map(|text| input::text::<Name>(pointer, text)).transpose()).transpose()
    };
    let name = patch.name.map(|name| input::text::<Name>("/name", name)).transpose();
    let (name, legal_name, region) =
        input::all3(name, optional("/legal_name", patch.legal_name), optional("/region", patch.region))?;
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, id).await?;
        needs.iter().try_for_each(|permission| inside.require(cx, *permission))?;
        if needs.contains(&Core::TwoFactorEnforce) {
            inside.person()?;
        }
        let mut account = inside.account.clone();
        call.expects(account.version)?;
        let before = settings(&account);
        account.name = name.unwrap_or(account.name);
        account.legal_name = legal_name.unwrap_or(account.legal_name);
        account.region = region.unwrap_or(account.region);
        account.mcp_access = patch.mcp_access.unwrap_or(account.mcp_access);
        account.require_two_factor = patch.require_two_factor.unwrap_or(account.require_two_factor);
        if account.require_two_factor && !inside.has_two_factor() {
            return Err(own_two_factor_required());
        }
        if account == inside.account {
            return Ok(account);
        }
        account.version += 1;
        unit.accounts().update(&account).await?;
        let target = Party::new("account", id);
        let change = Change { action: "account.updated", target, before, after: settings(&account) };
        record(cx, unit, call, Chain::Account(id), change).await?;
        Ok(account)
    })
    .await
}
