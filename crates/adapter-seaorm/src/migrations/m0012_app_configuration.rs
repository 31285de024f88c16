//! Whether an app is disabled, and apps' configurations with their versions.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, text, uuid};

use super::statistics::{APP_CONFIGURATION, assume};
use super::table::{Gone, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut resources = Table::alter();
        let disabled = ColumnDef::new("disabled").boolean().null().take();
        manager.alter_table(resources.table("resources").add_column(disabled).take()).await?;
        let columns = [
            uuid("account_id"),
            uuid("app_id"),
            big_integer("version"),
            big_integer("bytes"),
            big_integer("made_at"),
            text("made_by"),
            text("document"),
        ];
        let mut versions = table("app_configurations", &["account_id", "app_id", "version"], columns);
        let (from, to) = (["account_id", "app_id"], ["account_id", "id"]);
        versions.foreign_key(&mut reference("app_configurations", &from, "resources", &to, Gone::Too));
        manager.create_table(versions).await?;
        assume(manager, APP_CONFIGURATION).await
    }
}
