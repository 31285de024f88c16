//! Platform keys.

use bailiwick_domain::ids::PlatformKeyId;
use bailiwick_domain::platform_keys::PlatformKey;

use super::fixtures::{at, attempt, commit, name, uuid};
use crate::{Store, StoreError};

/// A key is found by the hash of its secret, which only one has.
pub async fn a_key_is_found_by_its_secret(store: &dyn Store) {
    let key = || PlatformKey { id: PlatformKeyId::new(uuid()), name: name("Back end"), created_at: at(0) };
    let (kept, other) = (key(), key());
    commit(store, async |unit| unit.platform_keys().insert(&kept, [1; 32]).await).await;
    assert_eq!(store.access().platform_key([1; 32]).await.expect("a read"), Some(kept));
    assert_eq!(store.access().platform_key([2; 32]).await.expect("a read"), None);
    let refused = attempt(store, async |unit| unit.platform_keys().insert(&other, [1; 32]).await).await;
    assert!(matches!(refused, Err(StoreError::Conflict(_))), "{refused:?}");
}
