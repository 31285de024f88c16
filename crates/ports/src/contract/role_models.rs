//! Fingerprints of role models.

use bailiwick_domain::accounts::ModelRef;

use super::fixtures::{commit, read};
use crate::Store;

/// A fingerprint is kept by id and version, the last one given.
pub async fn a_fingerprint_is_kept_by_id_and_version(store: &dyn Store) {
    let model = |version| ModelRef { id: "kept".to_owned(), version };
    commit(store, async |unit| {
        unit.role_models().keep(&model(1), "one").await?;
        unit.role_models().keep(&model(2), "two").await
    })
    .await;
    commit(store, async |unit| unit.role_models().keep(&model(2), "other").await).await;
    let mut kept = read(store, async |unit| unit.role_models().fingerprints().await).await;
    kept.retain(|(model, _)| model.id == "kept");
    kept.sort_by_key(|(model, _)| model.version);
    assert_eq!(kept, [(model(1), "one".to_owned()), (model(2), "other".to_owned())]);
}
