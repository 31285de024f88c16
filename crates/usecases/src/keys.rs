//! Keys of a keyset: made, looked at, rotated, disabled and deleted by who may manage them, and verified for the product's
//! back end. What a node knows for verifying is in `access/keys`.

use std::sync::Arc;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId};
use bailiwick_domain::key_text::{KeyKind, KeyText};
use bailiwick_domain::keys::{
    Capability, Key, KeyRefusal, KeySecret, KeyStatus, LONGEST_OVERLAP_SECONDS, MOST_CAPABILITIES, MOST_KEYS,
    MOST_SECRETS, rotated,
};
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::text::Name;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::access::KnownKey;
use crate::audit::{Change, record};
use crate::context::{Call, Caller, Context};
use crate::error::{Error, FieldError, Result};
use crate::gate::{self, Inside};
use crate::input;
use crate::keysets;
use crate::tokens::{self, Secret};
use crate::unit::{Unit, read, write};

/// Where a keyset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its account.
    pub account: AccountId,
    /// Its app.
    pub app: AppId,
    /// The keyset.
    pub keyset: KeysetId,
}

/// A key as a client asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// What people call it.
    pub name: String,
    /// What it lets its holder do.
    pub capabilities: Vec<String>,
    /// Until when it is good.
    pub expires_at: Option<Timestamp>,
    /// The same in days from now; only one of the two.
    pub expires_in_days: Option<u32>,
}

/// A key with a new secret, which is shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WithSecret {
    /// The key.
    pub key: Key,
    /// The whole text of it.
    pub secret: Secret,
}

fn absent() -> Error {
    Error::not_found("key")
}

fn capabilities(given: Vec<String>) -> std::result::Result<Vec<Capability>, FieldError> {
    if given.len() > MOST_CAPABILITIES {
        let detail = format!("must have at most {MOST_CAPABILITIES} entries");
        return Err(FieldError { pointer: "/capabilities".to_owned(), detail });
    }
    let read = |(at, text)| input::text(&format!("/capabilities/{at}"), text);
    given.into_iter().enumerate().map(read).collect()
}

/// A new secret for a key, by its hash, with the text that holds it.
fn new_secret(cx: &Context, kind: KeyKind, id: KeyId) -> (KeySecret, Secret) {
    let text = KeyText { kind, id: id.uuid(), secret: cx.ids.secret() }.to_text();
    let hash = tokens::key_hash(&*cx.signer, &text);
    (KeySecret { hash, created_at: cx.now(), ends_at: None }, Secret::new(text))
}

/// Makes a key; its secret is shown this once.
///
/// # Errors
/// Without `key.manage`; the field at fault; `reauthentication_required`; `too_many_keys`.
pub async fn create(cx: &Context, call: &Call, at: Place, new: NewKey) -> Result<WithSecret> {
    let NewKey { name, capabilities: texts, expires_at, expires_in_days } = new;
    let (name, capabilities, expires_at) = input::all3(
        input::text::<Name>("/name", name),
        capabilities(texts),
        input::expiry(expires_at, expires_in_days, cx.now()),
    )?;
    write(cx, call, async |unit| {
        let (_, kind) = manage(cx, unit, call, at).await?;
        let created_by = call.fresh_user(cx.now())?;
        if unit.keys().count(at.account, at.keyset).await? >= MOST_KEYS {
            let detail = format!("a keyset has at most {MOST_KEYS} keys: delete one first");
            return Err(Error::conflict("too_many_keys", detail));
        }
        let id = KeyId::new(cx.ids.uuid());
        let key = Key {
            id,
            account: at.account,
            keyset: at.keyset,
            name,
            capabilities,
            expires_at,
            status: KeyStatus::Active,
            created_by,
            created_at: cx.now(),
            last_used_at: None,
            version: 1,
        };
        let (hashed, secret) = new_secret(cx, kind, id);
        unit.keys().insert(&key, &hashed).await?;
        let after = json!({
            "keyset": at.keyset, "name": key.name, "capabilities": key.capabilities, "expires_at": expires_at,
        });
        note(cx, unit, call, &key, "key.created", Value::Null, after).await?;
        Ok(WithSecret { key, secret })
    })
    .await
}

/// Locks the account for a change of a keyset's keys; of which kind their texts are.
async fn manage(cx: &Context, unit: &mut Unit<'_>, call: &Call, at: Place) -> Result<(Inside, KeyKind)> {
    let inside = gate::lock(cx, unit, call, at.account).await?;
    let (found, place) = keysets::find(unit, at.account, at.app, at.keyset).await?;
    inside.require_at(cx, Core::KeyManage, &place)?;
    Ok((inside, found.keyset.environment.unwrap_or_default().key_kind()))
}

async fn find(unit: &mut Unit<'_>, at: Place, id: KeyId) -> Result<Key> {
    unit.keys().find(at.account, at.keyset, id).await?.ok_or_else(absent)
}

/// The keys of a keyset, by id.
///
/// # Errors
/// Without `key.view`; absent.
pub async fn list(
    cx: &Context,
    call: &Call,
    at: Place,
    after: Option<KeyId>,
    limit: u64,
) -> Result<Page<Key>> {
    gate::view_at(cx, call, at.account, ResourceKey::Keyset(at.keyset), Core::KeyView).await?;
    read(cx, async |unit| {
        keysets::find(unit, at.account, at.app, at.keyset).await?;
        Ok(unit.keys().list(at.account, at.keyset, after, limit).await?)
    })
    .await
}

/// One key.
///
/// # Errors
/// Without `key.view`; absent.
pub async fn get(cx: &Context, call: &Call, at: Place, id: KeyId) -> Result<Key> {
    gate::view_at(cx, call, at.account, ResourceKey::Keyset(at.keyset), Core::KeyView).await?;
    read(cx, async |unit| {
        keysets::find(unit, at.account, at.app, at.keyset).await?;
        find(unit, at, id).await
    })
    .await
}

/// Renames, disables or enables a key.
///
/// # Errors
/// Without `key.manage`; `user_only` to enable one; absent; the field at fault; `stale_version`.
pub async fn update(
    cx: &Context,
    call: &Call,
    at: Place,
    id: KeyId,
    name: Option<String>,
    status: Option<KeyStatus>,
) -> Result<Key> {
    let name = name.map(|name| input::text::<Name>("/name", name)).transpose().map_err(input::fault)?;
    write(cx, call, async |unit| {
        let (inside, _) = manage(cx, unit, call, at).await?;
        let before = find(unit, at, id).await?;
        call.expects(before.version)?;
        let mut key = before.clone();
        key.name = name.unwrap_or(key.name);
        key.status = status.unwrap_or(key.status);
        if key == before {
            return Ok(key);
        }
        if key.status == KeyStatus::Active && before.status != key.status {
            // A key that was stopped, maybe since it leaked, comes back by people alone.
            inside.person()?;
        }
        key.version += 1;
        unit.keys().update(&key).await?;
        let shown = |key: &Key| json!({ "name": key.name, "status": key.status });
        note(cx, unit, call, &key, "key.updated", shown(&before), shown(&key)).await?;
        Ok(key)
    })
    .await
}

/// Gives a key a new secret, which is shown this once. The former ones stay good for the overlap.
///
/// # Errors
/// Without `key.manage`; absent; the field at fault; `reauthentication_required`; `stale_version`; `too_many_secrets`.
pub async fn rotate(
    cx: &Context,
    call: &Call,
    at: Place,
    id: KeyId,
    overlap_seconds: u32,
) -> Result<WithSecret> {
    if overlap_seconds > LONGEST_OVERLAP_SECONDS {
        let detail = format!("must be at most {LONGEST_OVERLAP_SECONDS}, which is 30 days");
        return Err(Error::invalid("/overlap_seconds", detail));
    }
    write(cx, call, async |unit| {
        let (_, kind) = manage(cx, unit, call, at).await?;
        call.fresh_user(cx.now())?;
        let mut key = find(unit, at, id).await?;
        call.expects(key.version)?;
        let (new, secret) = new_secret(cx, kind, id);
        let (now, former) = (cx.now(), unit.keys().secrets(&key).await?);
        let until = now.plus_seconds(i64::from(overlap_seconds));
        let secrets = rotated(former, new, until, now).map_err(|_| {
            let detail = format!(
                "{MOST_SECRETS} secrets of this key are good already: wait until one ends, or rotate with a shorter overlap"
            );
            Error::conflict("too_many_secrets", detail)
        })?;
        key.version += 1;
        unit.keys().put_secrets(&key, &secrets).await?;
        let live = secrets.iter().filter(|secret| secret.is_live(now)).count();
        let after = json!({ "keyset": at.keyset, "overlap_seconds": overlap_seconds, "live_secrets": live });
        note(cx, unit, call, &key, "key.rotated", Value::Null, after).await?;
        Ok(WithSecret { key, secret })
    })
    .await
}

/// Deletes a key: none of its secrets is good any more.
///
/// # Errors
/// Without `key.manage`; absent; `stale_version`.
pub async fn remove(cx: &Context, call: &Call, at: Place, id: KeyId) -> Result<()> {
    write(cx, call, async |unit| {
        manage(cx, unit, call, at).await?;
        let key = find(unit, at, id).await?;
        call.expects(key.version)?;
        unit.keys().remove(at.account, at.keyset, id).await?;
        let before = json!({ "keyset": at.keyset, "name": key.name });
        note(cx, unit, call, &key, "key.deleted", before, Value::Null).await
    })
    .await
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    key: &Key,
    action: &'static str,
    before: Value,
    after: Value,
) -> Result<()> {
    let change = Change { action, target: Party::new("key", key.id), before, after };
    record(cx, unit, call, Chain::Account(key.account), change).await
}

/// What came of a verification.
pub type Verdict = std::result::Result<Arc<KnownKey>, KeyRefusal>;

/// Whether a text is a good key of a keyset, whichever: what the product's back end asks on every request that it serves.
///
/// # Errors
/// Not with a platform key; what the store fails with, where it had to be asked.
pub async fn verify(cx: &Context, caller: Caller, text: &str) -> Result<Verdict> {
    gate::back_end_only(caller, "only the product's back end verifies keys, with a platform key")?;
    cx.decisions.verify_key(&*cx.signer, text, cx.now()).await
}
