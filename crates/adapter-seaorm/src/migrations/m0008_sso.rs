//! Accounts' own single sign-on.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, Expr, ExprTrait, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, boolean, text, text_null, uuid};

use super::statistics::{SSO, assume};
use super::table::{Gone, create_clustered, index, only_where, reference, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut accounts = Table::alter();
        let strict = ColumnDef::new("sso_strict").boolean().null().take();
        manager.alter_table(accounts.table("accounts").add_column(strict).take()).await?;
        let of_account = |from| reference(from, &["account_id"], "accounts", &["id"], Gone::Too);
        let columns = [
            uuid("account_id"),
            text("issuer"),
            text("client_id"),
            blob("secret"),
            text_null("default_role"),
            boolean("by_owner"),
            big_integer("created_at"),
            big_integer("version"),
        ];
        let mut connections = table("sso_connections", &["account_id"], columns);
        connections.foreign_key(&mut of_account("sso_connections"));
        manager.create_table(connections).await?;
        let columns =
            [uuid("account_id"), text("domain"), big_integer_null("verified_at"), big_integer("created_at")];
        let mut domains = table("sso_domains", &["account_id", "domain"], columns);
        domains.foreign_key(&mut of_account("sso_domains"));
        create_clustered(manager, domains).await?;
        let proven = unique("uq_sso_domains_proven", "sso_domains", &["domain"]);
        manager.create_index(only_where(proven, Expr::col("verified_at").is_not_null())).await?;
        let through = index("ix_sessions_sso", "sessions", &["sso_account_id"]);
        manager.create_index(only_where(through, Expr::col("sso_account_id").is_not_null())).await?;
        assume(manager, SSO).await
    }
}
