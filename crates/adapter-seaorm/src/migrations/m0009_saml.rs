//! Accounts' own single sign-on by SAML.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, blob, uuid};

use super::statistics::{SAML, assume};
use super::table::{Gone, create_clustered, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut connections = Table::alter();
        let saml = ColumnDef::new("saml").text().null().take();
        manager.alter_table(connections.table("sso_connections").add_column(saml).take()).await?;
        let columns = [uuid("account_id"), blob("hash"), big_integer("expires_at")];
        let mut spent = table("sso_spent", &["account_id", "hash"], columns);
        spent.foreign_key(&mut reference("sso_spent", &["account_id"], "accounts", &["id"], Gone::Too));
        create_clustered(manager, spent).await?;
        manager.create_index(index("ix_sso_spent_expires", "sso_spent", &["expires_at"])).await?;
        assume(manager, SAML).await
    }
}
