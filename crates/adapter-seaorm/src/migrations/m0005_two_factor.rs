//! Second factors, and the accounts that require one.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, uuid};

use super::statistics::{TWO_FACTOR, assume};
use super::table::{Gone, create_clustered, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (of, column) in [("users", "second_factor"), ("accounts", "require_two_factor")] {
            let column = ColumnDef::new(column).boolean().not_null().default(false).take();
            manager.alter_table(Table::alter().table(of).add_column(column).take()).await?;
        }
        let last_step = ColumnDef::new("last_step").big_integer().not_null().default(-1).take();
        let columns = [
            uuid("user_id"),
            blob("sealed"),
            big_integer("created_at"),
            big_integer_null("enabled_at"),
            last_step,
        ];
        let mut totp = table("totp", &["user_id"], columns);
        totp.foreign_key(&mut reference("totp", &["user_id"], "users", &["id"], Gone::Too));
        manager.create_table(totp).await?;
        let mut codes = table("recovery_codes", &["user_id", "hash"], [uuid("user_id"), blob("hash")]);
        codes.foreign_key(&mut reference("recovery_codes", &["user_id"], "users", &["id"], Gone::Too));
        create_clustered(manager, codes).await?;
        assume(manager, TWO_FACTOR).await
    }
}
