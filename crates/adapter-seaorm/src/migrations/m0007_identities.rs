//! By what providers know users.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::schema::{big_integer, text, text_null, uuid};

use super::statistics::{IDENTITIES, assume};
use super::table::{Gone, create_clustered, reference, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            uuid("user_id"),
            text("provider"),
            text("issuer"),
            text("subject"),
            text_null("email"),
            big_integer("created_at"),
            big_integer("last_used_at"),
        ];
        let mut identities = table("identities", &["user_id", "provider"], columns);
        identities.foreign_key(&mut reference("identities", &["user_id"], "users", &["id"], Gone::Too));
        create_clustered(manager, identities).await?;
        let by_subject = unique("uq_identities_subject", "identities", &["provider", "issuer", "subject"]);
        manager.create_index(by_subject).await?;
        assume(manager, IDENTITIES).await
    }
}
