//! Passkeys.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, text, uuid};

use super::statistics::{PASSKEYS, assume};
use super::table::{Gone, reference, table, unique};

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
            uuid("id"),
            text("name"),
            blob("credential"),
            text("key"),
            big_integer("counter"),
            big_integer("created_at"),
            big_integer_null("last_used_at"),
            big_integer("version"),
        ];
        let mut passkeys = table("passkeys", &["user_id", "id"], columns);
        passkeys.foreign_key(&mut reference("passkeys", &["user_id"], "users", &["id"], Gone::Too));
        manager.create_table(passkeys).await?;
        manager.create_index(unique("uq_passkeys_credential", "passkeys", &["credential"])).await?;
        assume(manager, PASSKEYS).await
    }
}
