//! Service integrations, what they hold, and their keys. The maker is no reference: an integration outlasts its maker's
//! membership, and a member's id never comes back.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ExprTrait, MigrationTrait, SchemaManager, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, text, uuid, uuid_null};

use super::statistics::{INTEGRATIONS, assume};
use super::table::{Gone, create_clustered, index, only_where, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        integrations(manager).await?;
        grants(manager).await?;
        keys(manager).await?;
        assume(manager, INTEGRATIONS).await
    }
}

const KEY: [&str; 2] = ["account_id", "id"];

async fn integrations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("id"),
        uuid("maker_id"),
        text("name"),
        big_integer("created_at"),
        big_integer("version"),
    ];
    let mut integrations = table("integrations", &KEY, columns);
    integrations.foreign_key(&mut reference("integrations", &["account_id"], "accounts", &["id"], Gone::Too));
    create_clustered(manager, integrations).await?;
    manager.create_index(index("ix_integrations_id", "integrations", &["id"])).await
}

async fn grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("integration_id"),
        uuid("id"),
        text("role"),
        uuid_null("resource_id"),
        big_integer_null("starts_at"),
        big_integer_null("expires_at"),
    ];
    let name = "integration_grants";
    let mut grants = table(name, &["account_id", "integration_id", "id"], columns);
    let of = ["account_id", "integration_id"];
    grants.foreign_key(&mut reference(name, &of, "integrations", &KEY, Gone::Too));
    let at = ["account_id", "resource_id"];
    grants.foreign_key(&mut reference(name, &at, "resources", &KEY, Gone::Too));
    create_clustered(manager, grants).await?;
    manager.create_index(index("ix_integration_grants_resource", name, &at)).await
}

async fn keys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("id"),
        uuid("account_id"),
        uuid("integration_id"),
        text("name"),
        blob("mac"),
        big_integer("created_at"),
        big_integer_null("expires_at"),
        big_integer_null("last_used_at"),
        big_integer_null("reminded"),
    ];
    let name = "integration_keys";
    let mut keys = table(name, &["account_id", "integration_id", "id"], columns);
    let of = ["account_id", "integration_id"];
    keys.foreign_key(&mut reference(name, &of, "integrations", &KEY, Gone::Too));
    manager.create_table(keys).await?;
    // A key's text has its id alone.
    manager.create_index(index("ix_integration_keys_id", name, &["id"])).await?;
    let expires = index("ix_integration_keys_expires", name, &["expires_at"]);
    manager.create_index(only_where(expires, Expr::col("expires_at").is_not_null())).await
}
