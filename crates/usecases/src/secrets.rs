//! Secrets of a keyset: written and deleted by who may, listed by their names, and readable by nobody. Values are sealed
//! under a data key of the account, and that under the deployment's key.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::ResourceKey;
use bailiwick_domain::secrets::{
    KeptSecret, MOST_NAMES, MOST_VALUE_BYTES, SecretEntry, SecretName, data_key_purpose, purpose,
};
use bailiwick_ports::Page;
use bailiwick_ports::system::Sealer;
use serde_json::{Value, json};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Result};
use crate::gate;
use crate::keys::Place;
use crate::keysets;
use crate::sealing;
use crate::unit::{Unit, read, write};

/// Who holds any of these may see which secrets there are.
const MAY_LIST: [Core; 3] = [Core::SecretCreate, Core::SecretUpdate, Core::SecretDelete];

/// Makes a secret, or writes its value.
///
/// # Errors
/// Without `secret.create` for a new one, `secret.update` for one that is there; the field at fault;
/// `too_many_keyset_secrets`.
pub async fn put(cx: &Context, call: &Call, at: Place, name: SecretName, value: &str) -> Result<SecretEntry> {
    if value.is_empty() || value.len() > MOST_VALUE_BYTES {
        let detail = format!("must have 1 to {MOST_VALUE_BYTES} bytes");
        return Err(Error::invalid("/value", detail));
    }
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, at.account).await?;
        let (_, place) = keysets::find(unit, at.account, at.app, at.keyset).await?;
        let known = unit.secrets().find(at.account, at.keyset, &name).await?;
        let named = json!({ "secret": name });
        let (permission, action, before) = match known {
            None => (Core::SecretCreate, "secret.created", Value::Null),
            Some(_) => (Core::SecretUpdate, "secret.updated", named.clone()),
        };
        // Who may write none is not told which there are.
        if inside.require_at(cx, Core::SecretUpdate, &place).is_err() {
            inside.require_at(cx, Core::SecretCreate, &place)?;
        }
        inside.require_at(cx, permission, &place)?;
        if known.is_none() && unit.secrets().count(at.account, at.keyset).await? >= MOST_NAMES {
            let detail = format!("a keyset has at most {MOST_NAMES} secrets: delete one first");
            return Err(Error::conflict("too_many_keyset_secrets", detail));
        }
        let now = cx.now();
        let created_at = known.map_or(now, |known| known.entry.created_at);
        let data_key = data_key(cx, unit, at.account).await?;
        let sealed = data_key.seal(&purpose(at.account, at.keyset, &name), value.as_bytes());
        let entry = SecretEntry { name, created_at, updated_at: now };
        let kept = KeptSecret { account: at.account, keyset: at.keyset, entry: entry.clone(), sealed };
        unit.secrets().put(&kept).await?;
        note(cx, unit, call, at, action, before, named).await?;
        Ok(entry)
    })
    .await
}

/// What seals under an account's data key, which is made when it is first needed.
async fn data_key(cx: &Context, unit: &mut Unit<'_>, account: AccountId) -> Result<Box<dyn Sealer>> {
    let purpose = data_key_purpose(account);
    let sealed = if let Some(sealed) = unit.secrets().data_key(account).await? {
        sealed
    } else {
        let new = cx.sealer.seal(&purpose, &cx.ids.secret());
        unit.secrets().keep_data_key(account, &new, cx.now()).await?
    };
    let key = cx.sealer.open(&purpose, &sealed).and_then(|plain| plain.try_into().ok());
    let key: [u8; 32] =
        key.ok_or_else(|| Error::internal(&format!("the data key of {account} can't be opened")))?;
    Ok(cx.sealer.under(key))
}

/// What is told of the secrets of a keyset, by name.
///
/// # Errors
/// Without any of `key.view` and `secret.*`; absent.
pub async fn list(
    cx: &Context,
    call: &Call,
    at: Place,
    after: Option<&SecretName>,
    limit: u64,
) -> Result<Page<SecretEntry>> {
    may_list(cx, call, at).await?;
    read(cx, async |unit| {
        keysets::find(unit, at.account, at.app, at.keyset).await?;
        Ok(unit.secrets().list(at.account, at.keyset, after, limit).await?)
    })
    .await
}

async fn may_list(cx: &Context, call: &Call, at: Place) -> Result<()> {
    let mut refusal = None;
    for permission in MAY_LIST {
        match gate::view_at(cx, call, at.account, ResourceKey::Keyset(at.keyset), permission).await {
            Err(error) if error.code == "permission_denied" => refusal = refusal.or(Some(error)),
            entered => return entered.map(drop),
        }
    }
    refusal.map_or(Ok(()), Err)
}

/// Deletes a secret.
///
/// # Errors
/// Without `secret.delete`; absent.
pub async fn remove(cx: &Context, call: &Call, at: Place, name: &SecretName) -> Result<()> {
    write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, at.account).await?;
        let (_, place) = keysets::find(unit, at.account, at.app, at.keyset).await?;
        inside.require_at(cx, Core::SecretDelete, &place)?;
        if !unit.secrets().remove(at.account, at.keyset, name).await? {
            return Err(Error::not_found("secret"));
        }
        note(cx, unit, call, at, "secret.deleted", json!({ "secret": name }), Value::Null).await
    })
    .await
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    at: Place,
    action: &'static str,
    before: Value,
    after: Value,
) -> Result<()> {
    let change = Change { action, target: Party::new("keyset", at.keyset), before, after };
    record(cx, unit, call, Chain::Account(at.account), change).await
}

/// Seals under the deployment's present key the data keys that an older one sealed, of the next accounts after one; the last
/// of them, or none when there are no more. What is sealed under the data keys stays as it is.
pub(crate) async fn reseal(
    cx: &Context,
    unit: &mut Unit<'_>,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Option<AccountId>> {
    let page = unit.secrets().data_keys(after, limit).await?;
    for (account, sealed) in &page {
        if let Some(new) = sealing::anew(cx, account, &data_key_purpose(*account), sealed) {
            unit.secrets().reseal(*account, sealed, &new).await?;
        }
    }
    Ok(page.last().map(|(account, _)| *account))
}
