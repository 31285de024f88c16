//! Keys and secrets of keysets, and what a keyset is for.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, text, uuid};

use super::statistics::{KEYS, assume};
use super::table::{Gone, create_clustered, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut resources = Table::alter();
        let environment = ColumnDef::new("environment").text().null().take();
        manager.alter_table(resources.table("resources").add_column(environment).take()).await?;
        keys(manager).await?;
        secrets(manager).await?;
        assume(manager, KEYS).await
    }
}

const KEYSET: [&str; 2] = ["account_id", "keyset_id"];
const OF_ACCOUNT: [&str; 2] = ["account_id", "id"];

async fn keys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("id"),
        uuid("keyset_id"),
        text("name"),
        text("capabilities"),
        text("status"),
        big_integer_null("expires_at"),
        uuid("created_by"),
        big_integer("created_at"),
        big_integer_null("last_used_at"),
        big_integer("version"),
    ];
    let mut keys = table("keys", &OF_ACCOUNT, columns);
    keys.foreign_key(&mut reference("keys", &KEYSET, "resources", &OF_ACCOUNT, Gone::Too));
    create_clustered(manager, keys).await?;
    manager.create_index(index("ix_keys_keyset", "keys", &["account_id", "keyset_id", "id"])).await?;
    // A key's text names it by its id alone.
    manager.create_index(index("ix_keys_id", "keys", &["id"])).await?;

    let columns = [
        uuid("account_id"),
        uuid("key_id"),
        blob("hash"),
        big_integer("created_at"),
        big_integer_null("ends_at"),
    ];
    let mut secrets = table("key_secrets", &["account_id", "key_id", "hash"], columns);
    let key = ["account_id", "key_id"];
    secrets.foreign_key(&mut reference("key_secrets", &key, "keys", &OF_ACCOUNT, Gone::Too));
    create_clustered(manager, secrets).await
}

async fn secrets(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [uuid("account_id"), blob("sealed"), big_integer("created_at")];
    let mut data_keys = table("data_keys", &["account_id"], columns);
    data_keys.foreign_key(&mut reference("data_keys", &["account_id"], "accounts", &["id"], Gone::Too));
    manager.create_table(data_keys).await?;

    let columns = [
        uuid("account_id"),
        uuid("keyset_id"),
        text("name"),
        blob("sealed"),
        big_integer("created_at"),
        big_integer("updated_at"),
    ];
    let mut secrets = table("secrets", &["account_id", "keyset_id", "name"], columns);
    secrets.foreign_key(&mut reference("secrets", &KEYSET, "resources", &OF_ACCOUNT, Gone::Too));
    manager.create_table(secrets).await
}
