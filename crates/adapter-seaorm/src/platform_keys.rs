//! Platform keys.

use async_trait::async_trait;
use bailiwick_domain::ids::PlatformKeyId;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_ports::StoreError;
use bailiwick_ports::platform_keys::PlatformKeyRepository;
use sea_orm::{EntityTrait, IntoActiveModel};

use crate::entities::platform_keys::{Entity, Model};
use crate::error::db;
use crate::rows::{name, time};
use crate::unit::SqlUnitOfWork;

impl TryFrom<Model> for PlatformKey {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self { id: PlatformKeyId::new(row.id), name: name(row.name)?, created_at: time(row.created_at) })
    }
}

#[async_trait]
impl PlatformKeyRepository for SqlUnitOfWork {
    async fn insert(&mut self, key: &PlatformKey, secret_hash: [u8; 32]) -> Result<(), StoreError> {
        let row = Model {
            id: key.id.uuid(),
            secret_hash: secret_hash.to_vec(),
            name: key.name.as_str().to_owned(),
            created_at: key.created_at.micros(),
        };
        let insert = Entity::insert(row.into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db).map(drop)
    }
}
