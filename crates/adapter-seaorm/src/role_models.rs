//! Fingerprints of role models.

use async_trait::async_trait;
use bailiwick_domain::accounts::ModelRef;
use bailiwick_ports::StoreError;
use bailiwick_ports::role_models::RoleModelRepository;
use sea_orm::FromQueryResult;

use crate::rows::small;
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[async_trait]
impl RoleModelRepository for SqlUnitOfWork {
    async fn fingerprints(&mut self) -> Result<Vec<(ModelRef, String)>, StoreError> {
        #[derive(FromQueryResult)]
        struct Row {
            id: String,
            version: i64,
            fingerprint: String,
        }
        let rows = Sql::new("SELECT id, version, fingerprint FROM role_models");
        let rows = rows.all::<Row>(self.link.reads()).await?;
        let model = |row: Row| Ok((ModelRef { id: row.id, version: small(row.version)? }, row.fingerprint));
        rows.into_iter().map(model).collect()
    }

    async fn keep(&mut self, model: &ModelRef, fingerprint: &str) -> Result<(), StoreError> {
        Sql::new("INSERT INTO role_models (id, version, fingerprint) VALUES (")
            .bind(model.id.as_str())
            .text(",")
            .bind(i64::from(model.version))
            .text(",")
            .bind(fingerprint)
            .text(") ON CONFLICT (id, version) DO UPDATE SET fingerprint = excluded.fingerprint")
            .run(self.link.writes()?)
            .await
            .map(drop)
    }
}
