//! Messages that are dead, and jobs that one node of all does.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ExprTrait, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, text, text_null};

use super::statistics::{QUEUES, assume};
use super::table::{index, only_where, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["held_at", "dead_at"] {
            let mut outbox = Table::alter();
            manager.alter_table(outbox.table("outbox").add_column(big_integer_null(column)).take()).await?;
        }
        let dead = index("ix_outbox_dead", "outbox", &["id"]);
        manager.create_index(only_where(dead, Expr::col("dead_at").is_not_null())).await?;

        let columns = [
            text("name"),
            big_integer("due_at"),
            big_integer("leased_until"),
            big_integer("runs"),
            big_integer_null("ran_at"),
            text_null("failure"),
        ];
        manager.create_table(table("jobs", &["name"], columns)).await?;
        assume(manager, QUEUES).await
    }
}
