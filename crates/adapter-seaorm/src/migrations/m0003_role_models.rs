//! Which documents of role models were met. An index that nothing reads by goes.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, async_trait,
};
use sea_orm_migration::schema::{big_integer, text};

use super::statistics::{ROLE_MODELS, assume};
use super::table::table;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [text("id"), big_integer("version"), text("fingerprint")];
        manager.create_table(table("role_models", &["id", "version"], columns)).await?;
        manager.drop_index(Index::drop().name("ix_members_invited").to_owned()).await?;
        assume(manager, ROLE_MODELS).await
    }
}
