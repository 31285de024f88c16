//! Usage: records that were counted, their sums, and limits. Records and sums refer to no other table: looking at accounts
//! and resources for each row would cost more than writing it, and what was used stays used when a keyset goes.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};
use sea_orm_migration::schema::{big_integer, blob, small_integer, text, uuid, uuid_null};

use super::statistics::{USAGE, assume};
use super::table::{Gone, create_clustered, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [uuid("account_id"), blob("name"), big_integer("counted_at")];
        create_clustered(manager, table("usage_records", &["account_id", "name"], columns)).await?;
        let columns = [
            uuid("account_id"),
            uuid("scope_id"),
            text("metric"),
            small_integer("bucket"),
            big_integer("start"),
            big_integer("quantity"),
        ];
        let key = ["account_id", "scope_id", "metric", "bucket", "start"];
        create_clustered(manager, table("usage_sums", &key, columns)).await?;
        limits(manager).await?;
        notices(manager).await?;
        assume(manager, USAGE).await
    }
}

async fn limits(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let of_account = |from| reference(from, &["account_id"], "accounts", &["id"], Gone::Too);
    let mut sets = table("usage_limit_sets", &["account_id"], [uuid("account_id"), big_integer("version")]);
    sets.foreign_key(&mut of_account("usage_limit_sets"));
    create_clustered(manager, sets).await?;
    let columns: [ColumnDef; 6] = [
        uuid("account_id"),
        small_integer("place"),
        uuid_null("app_id"),
        text("metric"),
        small_integer("period"),
        big_integer("most"),
    ];
    let mut limits = table("usage_limits", &["account_id", "place"], columns);
    limits.foreign_key(&mut of_account("usage_limits"));
    let app = ["account_id", "app_id"];
    limits.foreign_key(&mut reference("usage_limits", &app, "resources", &["account_id", "id"], Gone::Too));
    create_clustered(manager, limits).await?;
    manager.create_index(index("ix_usage_limits_app", "usage_limits", &app)).await
}

async fn notices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("scope_id"),
        text("metric"),
        small_integer("period"),
        big_integer("most"),
        small_integer("percent"),
        big_integer("start"),
    ];
    let key = ["account_id", "scope_id", "metric", "period", "most", "percent", "start"];
    let mut notices = table("usage_notices", &key, columns);
    notices.foreign_key(&mut reference("usage_notices", &["account_id"], "accounts", &["id"], Gone::Too));
    create_clustered(manager, notices).await?;
    manager.create_index(index("ix_usage_notices_start", "usage_notices", &["start"])).await
}
