//! Platform keys, which the operator makes at the command line.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::ids::PlatformKeyId;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::text::Name;
use serde_json::Value;

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::Result;
use crate::input;
use crate::tokens::{self, PLATFORM_KEY_PREFIX, Secret};
use crate::unit::write;

/// Makes a platform key; its secret is shown this once.
///
/// # Errors
/// The field at fault.
pub async fn create(cx: &Context, call: &Call, name: String) -> Result<Secret> {
    let name = input::text::<Name>("/name", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        let (secret, hash) = tokens::random(cx, PLATFORM_KEY_PREFIX);
        let key = PlatformKey { id: PlatformKeyId::new(cx.ids.uuid()), name, created_at: cx.now() };
        unit.platform_keys().insert(&key, hash).await?;
        let target = Party::new("platform_key", key.id);
        let change =
            Change { action: "platform_key.created", target, before: Value::Null, after: Value::Null };
        record(cx, unit, call, Chain::Deployment, change).await?;
        Ok(secret)
    })
    .await
}
