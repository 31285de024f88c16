//! By which providers a user signs in: listing, adding and removing them.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::ids::{ChallengeId, DeliveryId, SessionId, UserId};
use bailiwick_domain::outbox::Message;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::passkeys;
use crate::sessions;
use crate::sso::{self, Back, Proven, Through};
use crate::unit::{Unit, read, write};

/// One's own, by the providers' names.
///
/// # Errors
/// Not signed in; `other_sign_in_required`.
pub async fn list(
    cx: &Context,
    call: &Call,
    after: Option<&ProviderName>,
    limit: u64,
) -> Result<Page<Identity>> {
    let user = call.own_user()?;
    read(cx, async |unit| Ok(unit.identities().list(user, after, limit).await?)).await
}

/// Begins to add a provider: the URL at which the user proves who they are there.
///
/// # Errors
/// Not signed in, or too long ago; `other_sign_in_required`, `email_not_verified`; absent; `invalid_parameter`,
/// `provider_unavailable`.
pub async fn start(cx: &Context, call: &Call, provider: ProviderName, back: Back) -> Result<String> {
    let user = call.own_user()?;
    let through = Through::Provider(provider);
    sso::provider(cx, &through).await?;
    call.fresh_user(cx.now())?;
    sso::check_back(cx, &back)?;
    let unproven = read(cx, async |unit| unit.users().find(user).await?.ok_or_else(Error::unauthenticated))
        .await?
        .email_verified_at
        .is_none();
    if unproven {
        let detail = "prove your mail address first: its link was mailed to you";
        return Err(Error::new(Kind::Forbidden, "email_not_verified", detail));
    }
    let begin = async |unit: &mut Unit<'_>| sso::begin(cx, unit, through, None, Some(back), Some(user)).await;
    let id: ChallengeId = write(cx, call, begin).await?;
    sso::authorization_url(cx, id).await
}

/// An identity that was added, with the sessions that ended by that.
#[derive(Serialize, Deserialize)]
struct Added {
    identity: Identity,
    ended: Vec<SessionId>,
}

/// Adds the provider that a page's code stands for. One's other sessions end.
///
/// # Errors
/// Not signed in; `other_sign_in_required`, `sso_state_invalid`, `wrong_user`, `identity_taken`, `provider_linked`.
pub async fn add(cx: &Context, call: &Call, code: &str, verifier: &str) -> Result<Identity> {
    let user = call.own_user()?;
    let added = write(cx, call, async |unit| {
        let Proven::Identity { identity } = sso::redeem(cx, unit, code, verifier).await? else {
            return Err(sso::state_invalid());
        };
        if identity.user != user {
            let detail = "another user began to add this identity";
            return Err(Error::new(Kind::Forbidden, "wrong_user", detail));
        }
        unit.users().lock(&[user]).await?;
        sessions::still_open(unit, call).await?;
        let known = unit.identities().find(&identity.provider, &identity.issuer, &identity.subject).await?;
        if let Some(identity) = known.filter(|known| known.user == user) {
            return Ok(Added { identity, ended: Vec::new() });
        }
        link(cx, unit, call, &identity).await?;
        let ended = sessions::end_others(cx, unit, call, user, call.session()).await?;
        Ok(Added { identity, ended })
    })
    .await?;
    cx.decisions.sessions_ended(&added.ended);
    Ok(added.identity)
}

/// Removes a provider. One's other sessions end.
///
/// # Errors
/// Not signed in, or too long ago; `other_sign_in_required`; absent; `password_required`.
pub async fn remove(cx: &Context, call: &Call, provider: &ProviderName) -> Result<()> {
    let user = call.own_user()?;
    let ended = write(cx, call, async |unit| {
        unit.users().lock(&[user]).await?;
        sessions::still_open(unit, call).await?;
        if !unit.identities().remove(user, provider).await? {
            return Err(Error::not_found("identity"));
        }
        call.fresh_user(cx.now())?;
        if !has_way_in(cx, unit, user).await? {
            return Err(password_required());
        }
        let removed = Message::IdentityRemoved { user, provider: provider.clone() };
        tell(cx, unit, call, user, "identity.removed", removed).await?;
        sessions::end_others(cx, unit, call, user, call.session()).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}

/// Whether a user has a way in of their own: a password, a passkey, or a provider that the deployment has.
pub(crate) async fn has_way_in(cx: &Context, unit: &mut Unit<'_>, user: UserId) -> Result<bool> {
    if unit.users().password_hash(user).await?.is_some() || !passkeys::all(unit, user).await?.is_empty() {
        return Ok(true);
    }
    let providers = unit.identities().list(user, None, 200).await?.items;
    Ok(providers.iter().any(|identity| cx.providers.named(&identity.provider).is_some()))
}

/// The signed-in user as [`Call::own_user`] has it, or one who came through the only account that they are in and has no
/// way in of their own yet: they must be able to set up what that account asks for, and its provider can reach nothing else
/// by it. What writes asks again under the user's lock.
///
/// # Errors
/// Not signed in; `other_sign_in_required`.
pub(crate) async fn own_user_or_newcomer(cx: &Context, unit: &mut Unit<'_>, call: &Call) -> Result<UserId> {
    let user = call.caller.user()?;
    let Some(account) = call.sso() else { return Ok(user) };
    let accounts = unit.members().memberships(user, None, 2).await?.items;
    let is_alone = matches!(&accounts[..], [(only, _)] if only.id == account);
    if is_alone && !has_way_in(cx, unit, user).await? { Ok(user) } else { call.own_user() }
}

pub(crate) fn password_required() -> Error {
    Error {
        resolve: Some("set a password first".to_owned()),
        ..Error::conflict("password_required", "you would have no way to sign in any more")
    }
}

/// Links what a provider knows a user by to the user.
pub(crate) async fn link(cx: &Context, unit: &mut Unit<'_>, call: &Call, identity: &Identity) -> Result<()> {
    unit.identities().insert(identity).await?;
    let added = Message::IdentityAdded { user: identity.user, provider: identity.provider.clone() };
    tell(cx, unit, call, identity.user, "identity.added", added).await
}

/// Takes all providers of a user away, and tells of each.
pub(crate) async fn remove_all(cx: &Context, unit: &mut Unit<'_>, call: &Call, user: UserId) -> Result<()> {
    loop {
        let page = unit.identities().list(user, None, 200).await?;
        for Identity { provider, .. } in page.items {
            unit.identities().remove(user, &provider).await?;
            tell(cx, unit, call, user, "identity.removed", Message::IdentityRemoved { user, provider })
                .await?;
        }
        if !page.more {
            return Ok(());
        }
    }
}

async fn tell(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    user: UserId,
    action: &'static str,
    message: Message,
) -> Result<()> {
    let (Message::IdentityAdded { provider, .. } | Message::IdentityRemoved { provider, .. }) = &message
    else {
        return Err(Error::internal(&"another mail than one of identities"));
    };
    let told = json!({ "provider": provider });
    let (before, after) = if action == "identity.added" { (Value::Null, told) } else { (told, Value::Null) };
    let change = Change { action, target: Party::new("user", user), before, after };
    record_as(cx, unit, call, Party::new("user", user), Chain::User(user), change).await?;
    Ok(unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?)
}
