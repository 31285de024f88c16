//! Signing up, one's own profile, and the proof of one's address.

use bailiwick_domain::accounts::{Account, AccountKind};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, DeliveryId, UserId};
use bailiwick_domain::members::Member;
use bailiwick_domain::outbox::Message;
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::users::{User, check_password};
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::accounts::{self, NewAccount};
use crate::audit::{Change, record, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::input;
use crate::limits::{self, SIGN_UPS, TOKENS};
use crate::sessions::{self, NewSession};
use crate::tokens;
use crate::unit::{Unit, read, write};

/// What a sign-up gives.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// The user's name.
    pub name: String,
    /// The new account's name.
    pub account_name: String,
    /// The new account's role model; the default without it.
    pub role_model: Option<String>,
}

/// What a sign-up made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedUp {
    /// The user.
    pub user: User,
    /// The account, which the user owns.
    pub account: Account,
    /// The user's place in it.
    pub member: Member,
    /// A session.
    pub session: NewSession,
}

/// Signs up: a user, an organisation that the user owns, and a session. A verification mail follows.
///
/// # Errors
/// Every field at fault; `password_too_weak`, `email_taken`, `rate_limited`.
pub async fn sign_up(cx: &Context, call: &Call, given: SignUp) -> Result<SignedUp> {
    let (email, name, account_name) = input::all3(
        input::text::<Email>("/email", given.email),
        input::text::<Name>("/name", given.name),
        input::text::<Name>("/account_name", given.account_name),
    )?;
    check_new_password(&given.password, &email, &name)?;
    let model = accounts::model_named(cx, "/role_model", given.role_model.as_deref())?;
    limits::hit(cx, &SIGN_UPS, &call.source()).await?;
    let password_hash = cx.passwords.hash(given.password).await?;
    write(cx, call, async |unit| {
        let user = create(cx, unit, call, email, name, &password_hash, false).await?;
        let actor = Party::new("user", user.id);
        let new = NewAccount { name: account_name, kind: AccountKind::Organization, model };
        let (account, member) = accounts::create_for(cx, unit, call, actor, &user, new).await?;
        let session = sessions::open(cx, unit, call, user.id).await?;
        Ok(SignedUp { user, account, member, session })
    })
    .await
}

pub(crate) fn check_new_password(password: &str, email: &Email, name: &Name) -> Result<()> {
    check_password(password, email, name)
        .map_err(|weak| Error::invalid_as("password_too_weak", "/password", weak.to_string()))
}

/// Makes a user. One whose address is not proven yet gets a mail that does.
pub(crate) async fn create(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    email: Email,
    name: Name,
    password_hash: &str,
    verified: bool,
) -> Result<User> {
    let now = cx.now();
    let id = UserId::new(cx.ids.uuid());
    let user =
        User { id, email, email_verified_at: verified.then_some(now), name, created_at: now, version: 1 };
    unit.users().insert(&user, password_hash).await?;
    let change = Change {
        action: "user.created",
        target: Party::new("user", id),
        before: Value::Null,
        after: json!({ "email_verified": verified }),
    };
    record_as(cx, unit, call, Party::new("user", id), Chain::User(id), change).await?;
    if !verified {
        let message = Message::EmailVerification { user: id };
        unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, now).await?;
    }
    Ok(user)
}

/// One's own profile, as it was at most as long ago as decisions are believed. A change on this node shows at once.
///
/// # Errors
/// Not signed in.
pub async fn me(cx: &Context, call: &Call) -> Result<User> {
    let user = cx.decisions.user(call.caller.user()?).await?;
    user.map(|user| User::clone(&user)).ok_or_else(Error::unauthenticated)
}

/// Changes one's own name.
///
/// # Errors
/// Not signed in; the field at fault; `stale_version`.
pub async fn rename_me(cx: &Context, call: &Call, name: Option<String>) -> Result<User> {
    let id = call.caller.user()?;
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        let mut user = unit.users().find(id).await?.ok_or_else(Error::unauthenticated)?;
        call.expects(user.version)?;
        let Some(name) = name.filter(|name| *name != user.name) else { return Ok(user) };
        user.name = name;
        user.version += 1;
        unit.users().update(&user).await?;
        let target = Party::new("user", id);
        let change = Change { action: "user.renamed", target, before: Value::Null, after: Value::Null };
        record(cx, unit, call, Chain::User(id), change).await?;
        Ok(user)
    })
    .await
}

/// The accounts that one can switch to, by id.
///
/// # Errors
/// Not signed in.
pub async fn my_accounts(
    cx: &Context,
    call: &Call,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Page<(Account, Member)>> {
    let user = call.caller.user()?;
    read(cx, async |unit| Ok(unit.members().memberships(user, after, limit).await?)).await
}

/// Proves an address by the token of a mailed link. Again does no harm.
///
/// # Errors
/// Absent when the token is not genuine, or of an address that the user has no more.
pub async fn verify_email(cx: &Context, call: &Call, token: &str) -> Result<()> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    let unknown = || Error::not_found("token");
    let (id, mac) = tokens::named_user(token).ok_or_else(unknown)?;
    write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        let mut user = unit.users().find(id).await?.ok_or_else(unknown)?;
        if !tokens::proves_address(cx, &user, &mac) {
            return Err(unknown());
        }
        if user.email_verified_at.is_some() {
            return Ok(());
        }
        mark_verified(cx, unit, call, &mut user).await
    })
    .await
}

/// Notes that a user's address proved itself.
pub(crate) async fn mark_verified(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: &mut User,
) -> Result<()> {
    user.email_verified_at = Some(cx.now());
    user.version += 1;
    unit.users().update(user).await?;
    let change = Change {
        action: "user.email_verified",
        target: Party::new("user", user.id),
        before: Value::Null,
        after: json!({ "email_verified": true }),
    };
    record_as(cx, unit, call, Party::new("user", user.id), Chain::User(user.id), change).await
}
