//! Signing up, one's own profile, and the proof of one's address.

use bailiwick_domain::accounts::{Account, AccountKind};
use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::challenges::{Challenge, ChallengeKind};
use bailiwick_domain::ids::{AccountId, ChallengeId, DeliveryId, UserId};
use bailiwick_domain::members::Member;
use bailiwick_domain::outbox::{Farewell, Message, Notice};
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::users::{User, check_password};
use bailiwick_ports::{Constraint, Page, StoreError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::accounts::{self, NewAccount};
use crate::audit::{Change, record, record_as};
use crate::challenges;
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::input;
use crate::limits::{self, EMAIL_CHANGES, SIGN_UPS, TOKENS};
use crate::members;
use crate::passwords;
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
        let user = create(cx, unit, call, email, name, Some(&password_hash), false).await?;
        let actor = Party::new("user", user.id);
        let new = NewAccount { name: account_name, kind: AccountKind::Organization, model };
        let (account, member) = accounts::create_for(cx, unit, call, actor, &user, new).await?;
        let session = sessions::open(cx, unit, call, user.id, Methods::of(Method::Password), None).await?;
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
    password_hash: Option<&str>,
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
    let id = call.own_user()?;
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
    read(cx, async |unit| reachable(unit, call, user, after, limit).await).await
}

/// The accounts that a session reaches, by id: all that the user is in, or the one whose own single sign-on it came
/// through. Of others that one is not told that there are any.
pub(crate) async fn reachable(
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Page<(Account, Member)>> {
    let Some(only) = call.sso() else { return Ok(unit.members().memberships(user, after, limit).await?) };
    let account = unit.accounts().find(only).await?;
    let member = unit.members().find_by_user(only, user).await?;
    let one = account.zip(member).filter(|_| after.is_none_or(|after| after < only));
    Ok(Page { items: one.into_iter().collect(), more: false })
}

/// Proves an address by the token of a mailed link: the user's own, for which again does no harm, or a new one, which
/// becomes the user's own then.
///
/// # Errors
/// Absent when the token is not genuine, or of an address that the user has no more or asks for no more; `email_taken`.
pub async fn verify_email(cx: &Context, call: &Call, token: &str) -> Result<()> {
    limits::hit(cx, &TOKENS, &call.source()).await?;
    if let Some(challenge) = tokens::named_challenge(cx, ChallengeKind::EmailChange, token) {
        return change_email(cx, call, challenge).await;
    }
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

/// What is known of a new address until it proves itself.
#[derive(Serialize, Deserialize)]
struct NewEmail {
    email: Email,
}

/// Asks for another address. A mail to it has the link that proves it, and one to the present address tells of it.
///
/// # Errors
/// Not signed in; `wrong_password`, `reauthentication_required`, `email_taken`, `rate_limited`; the field at fault.
pub async fn request_email_change(
    cx: &Context,
    call: &Call,
    email: String,
    password: Option<String>,
) -> Result<()> {
    const KIND: ChallengeKind = ChallengeKind::EmailChange;
    let email = input::text::<Email>("/email", email).map_err(input::fault)?;
    call.own_user()?;
    let (id, hash) = passwords::ask(cx, call, "/password", password).await?;
    limits::hit(cx, &EMAIL_CHANGES, &id.to_string()).await?;
    write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        if unit.users().find_by_email(&email).await?.is_some_and(|user| user.id != id) {
            return Err(StoreError::Conflict(Constraint::UserEmail).into());
        }
        unit.challenges().remove_of(id, KIND).await?;
        let challenge =
            challenges::begin(cx, unit, KIND, Some(id), &NewEmail { email: email.clone() }).await?;
        let asked = Message::Notice { user: id, notice: Notice::EmailChangeAsked };
        for message in [Message::EmailChange { challenge: challenge.id }, asked] {
            unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?;
        }
        let target = Party::new("user", id);
        let change =
            Change { action: "user.email_change_requested", target, before: Value::Null, after: Value::Null };
        record(cx, unit, call, Chain::User(id), change).await
    })
    .await
}

/// The address that a challenge is about.
pub(crate) fn new_email(cx: &Context, challenge: &Challenge) -> Result<Email> {
    Ok(challenges::known::<NewEmail>(cx, challenge)?.email)
}

/// A new address proved itself. Links that were mailed to the former one are void.
async fn change_email(cx: &Context, call: &Call, challenge: ChallengeId) -> Result<()> {
    const KIND: ChallengeKind = ChallengeKind::EmailChange;
    let unknown = || Error::not_found("token");
    let of = async |unit: &mut Unit<'_>| {
        let found = unit.challenges().find(KIND, challenge, cx.now()).await?;
        found.and_then(|found| found.user).ok_or_else(unknown)
    };
    let id = read(cx, of).await?;
    write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        let taken = unit.challenges().take(KIND, challenge, cx.now()).await?.ok_or_else(unknown)?;
        let mut user = unit.users().find(id).await?.ok_or_else(unknown)?;
        let former = std::mem::replace(&mut user.email, new_email(cx, &taken)?);
        user.email_verified_at = Some(cx.now());
        user.version += 1;
        unit.users().update(&user).await?;
        unit.challenges().remove_of(id, ChallengeKind::PasswordReset).await?;
        farewell(cx, unit, &former, Farewell::EmailChanged).await?;
        let by = Party::new("user", id);
        let change = Change {
            action: "user.email_changed",
            target: by.clone(),
            before: Value::Null,
            after: json!({ "email_verified": true }),
        };
        record_as(cx, unit, call, by, Chain::User(id), change).await
    })
    .await
}

const ADDRESS: &str = "mail address";

/// Tells an address that is a user's no more. It waits sealed in the outbox, for nothing else knows it.
async fn farewell(cx: &Context, unit: &mut Unit<'_>, to: &Email, reason: Farewell) -> Result<()> {
    let to = STANDARD.encode(cx.sealer.seal(ADDRESS, to.as_str().as_bytes()));
    let message = Message::Farewell { to, reason };
    Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
}

/// The address of a farewell.
pub(crate) fn former_email(cx: &Context, to: &str) -> Option<Email> {
    let plain = cx.sealer.open(ADDRESS, &STANDARD.decode(to).ok()?)?;
    Email::try_from(String::from_utf8(plain).ok()?).ok()
}

/// Deletes one's own profile: the user leaves every account, and everything of their own goes but the audit.
///
/// # Errors
/// `last_owner` while an account would be left without an owner, with each such account in `violations`;
/// `wrong_password`, `reauthentication_required`, `stale_version`.
pub async fn delete_me(cx: &Context, call: &Call, password: Option<String>) -> Result<()> {
    call.own_user()?;
    let (id, hash) = passwords::ask(cx, call, "/password", password).await?;
    let ended = write(cx, call, async |unit| {
        unit.users().lock(&[id]).await?;
        passwords::is_still(cx, unit, call, hash.as_ref()).await?;
        let user = unit.users().find(id).await?.ok_or_else(Error::unauthenticated)?;
        call.expects(user.version)?;
        leave_all(cx, unit, call, id).await?;
        farewell(cx, unit, &user.email, Farewell::UserDeleted).await?;
        let target = Party::new("user", id);
        let change = Change { action: "user.deleted", target, before: Value::Null, after: Value::Null };
        record(cx, unit, call, Chain::User(id), change).await?;
        let ended = sessions::end_others(cx, unit, call, id, None).await?;
        unit.users().remove(id).await?;
        Ok(ended)
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Takes a locked user out of every account that they are in.
async fn leave_all(cx: &Context, unit: &mut Unit<'_>, call: &Call, user: UserId) -> Result<()> {
    let ids: Vec<AccountId> = memberships(unit, user).await?.iter().map(|(account, _)| account.id).collect();
    unit.accounts().lock(&ids).await?;
    let mut refused = Vec::new();
    for (account, member) in memberships(unit, user).await? {
        if !ids.contains(&account.id) {
            return Err(Error::overtaken());
        }
        match members::leave(cx, unit, call, &account, &member).await {
            Err(error) if error.code == "last_owner" => refused.push(error),
            left => left?,
        }
    }
    let Some(first) = refused.first().cloned() else { return Ok(()) };
    let detail =
        "you are the last owner of accounts: each is named in `violations`, with what to do".to_owned();
    Err(Error { detail, violations: refused, ..first })
}

async fn memberships(unit: &mut Unit<'_>, user: UserId) -> Result<Vec<(Account, Member)>> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = unit.members().memberships(user, after, 200).await?;
        after = page.items.last().map(|(account, _)| account.id);
        all.extend(page.items);
        if !page.more {
            return Ok(all);
        }
    }
}
