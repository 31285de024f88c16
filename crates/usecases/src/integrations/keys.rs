//! The keys of service integrations: making and removing them, who comes by one, and the reminders of their end.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, DeliveryId, IntegrationId, KeyId};
use bailiwick_domain::integrations::{IntegrationKey, MOST_KEYS, Reminder};
use bailiwick_domain::key_text::{KeyKind, KeyText};
use bailiwick_domain::outbox::Message;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::text::Name;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{TAKE_OVER, find, lock};
use crate::audit::{Change, record};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Kind, Result};
use crate::gate;
use crate::input;
use crate::tokens::{self, Secret};
use crate::unit::{Unit, read, write};

/// A new key. Its text is shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewKey {
    /// The key.
    pub key: IntegrationKey,
    /// Its text.
    pub secret: Secret,
}

/// Makes a key of an integration. Only its maker does, and they signed in a short while ago.
///
/// # Errors
/// Without `integration.manage`; `user_only`; `reauthentication_required`; absent; `not_the_maker`; the field at fault;
/// `too_many_keys`.
pub async fn create_key(
    cx: &Context,
    call: &Call,
    account: AccountId,
    integration: IntegrationId,
    name: String,
    expires_at: Option<Timestamp>,
    expires_in_days: Option<u32>,
) -> Result<NewKey> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    let expires_at = input::expiry(expires_at, expires_in_days, cx.now()).map_err(input::fault)?;
    write(cx, call, async |unit| {
        let (_, own) = lock(cx, unit, call, account).await?;
        call.fresh_user(cx.now())?;
        let whose = find(unit, account, integration).await?;
        if !whose.is_made_by(own.id) {
            let refusal = Error::new(Kind::Forbidden, "not_the_maker", "only its maker makes keys for it");
            return Err(Error { resolve: Some(TAKE_OVER.to_owned()), ..refusal });
        }
        let known = unit.integration_keys().list(account, integration, None, MOST_KEYS as u64).await?;
        if known.items.len() >= MOST_KEYS {
            let detail = format!("a service integration has at most {MOST_KEYS} keys: remove one first");
            return Err(Error::conflict("too_many_keys", detail));
        }
        let key = IntegrationKey {
            id: KeyId::new(cx.ids.uuid()),
            account,
            integration,
            name: name.clone(),
            created_at: cx.now(),
            expires_at,
            last_used_at: None,
            reminded: None,
        };
        let text = KeyText { kind: KeyKind::Integration, id: key.id.uuid(), secret: cx.ids.secret() };
        let text = text.to_text();
        unit.integration_keys().insert(&key, tokens::key_hash(&*cx.signer, &text)).await?;
        let after = json!({ "integration": integration, "name": key.name, "expires_at": expires_at });
        note(cx, unit, call, &key, "integration_key.created", Value::Null, after).await?;
        Ok(NewKey { key, secret: Secret::new(text) })
    })
    .await
}

/// An integration's keys, by id.
///
/// # Errors
/// Without `integration.view`; absent.
pub async fn list_keys(
    cx: &Context,
    call: &Call,
    account: AccountId,
    integration: IntegrationId,
    after: Option<KeyId>,
    limit: u64,
) -> Result<Page<IntegrationKey>> {
    gate::view(cx, call, account, Core::IntegrationView).await?;
    read(cx, async |unit| {
        find(unit, account, integration).await?;
        Ok(unit.integration_keys().list(account, integration, after, limit).await?)
    })
    .await
}

/// Removes a key. It is good for nothing from then on.
///
/// # Errors
/// Without `integration.manage`; `user_only`; absent.
pub async fn remove_key(
    cx: &Context,
    call: &Call,
    account: AccountId,
    integration: IntegrationId,
    id: KeyId,
) -> Result<()> {
    write(cx, call, async |unit| {
        lock(cx, unit, call, account).await?;
        let key = unit.integration_keys().find(account, integration, id).await?;
        let key = key.ok_or_else(|| Error::not_found("key"))?;
        unit.integration_keys().remove(account, integration, id).await?;
        let before = json!({ "integration": integration, "name": key.name, "expires_at": key.expires_at });
        note(cx, unit, call, &key, "integration_key.removed", before, Value::Null).await
    })
    .await?;
    cx.decisions.keys_removed(&[id]);
    Ok(())
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    key: &IntegrationKey,
    action: &'static str,
    before: Value,
    after: Value,
) -> Result<()> {
    let change = Change { action, target: Party::new("key", key.id), before, after };
    record(cx, unit, call, Chain::Account(key.account), change).await
}

/// Who comes by a key's text. One that was typed or cut wrong is told without a look-up.
///
/// # Errors
/// A text that is no key's, or whose key is expired.
pub(crate) async fn authenticate(cx: &Context, text: &str) -> Result<Caller> {
    let key = KeyText::parse(text).map_err(|_| Error::unauthenticated())?;
    let id = KeyId::new(key.id);
    let known = cx.decisions.integration_key(&*cx.signer, text, id, cx.now()).await?;
    let known = known.ok_or_else(Error::unauthenticated)?;
    Ok(Caller::Integration { integration: known.integration, account: known.account, key: known.id })
}

/// Reminds makers of keys that expire soon, some at a time: where the next ones begin. The mark and the mail commit
/// together, so nobody is reminded twice.
pub(crate) async fn remind(
    cx: &Context,
    unit: &mut Unit<'_>,
    time: Timestamp,
    after: Option<KeyId>,
    batch: u64,
) -> Result<Option<KeyId>> {
    let soon = time.plus_seconds(Reminder::Week.seconds());
    let keys = unit.integration_keys().ending(time, soon, after, batch).await?;
    for key in &keys {
        let Some(reminder) = key.reminder_due(time) else { continue };
        let integration = unit.integrations().find(key.account, key.integration).await?;
        // While its maker is away, the key is good for nothing.
        let maker = integration.and_then(|integration| integration.maker).filter(|maker| maker.active);
        let Some(maker) = maker else { continue };
        if unit.integration_keys().mark_reminded(key, reminder).await? {
            let message = Message::KeyEnding {
                account: key.account,
                integration: key.integration,
                key: key.id,
                member: maker.member,
            };
            unit.outbox().push(DeliveryId::new(cx.ids.uuid()), &message, cx.now()).await?;
        }
    }
    Ok(keys.last().filter(|_| keys.len() as u64 == batch).map(|key| key.id))
}
