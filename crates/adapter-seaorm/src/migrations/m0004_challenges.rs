//! Challenges, how sessions came about and when they were last seen, and where users sign in from.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, text, uuid, uuid_null};

use super::statistics::{CHALLENGES, assume};
use super::table::{Gone, create_clustered, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Until now every session began with a password.
        let methods = ColumnDef::new("methods").big_integer().not_null().default(1).take();
        for column in [methods, big_integer_null("last_seen_at"), uuid_null("sso_account_id")] {
            let mut sessions = Table::alter();
            manager.alter_table(sessions.table("sessions").add_column(column).take()).await?;
        }
        let columns = [
            uuid("id"),
            text("kind"),
            uuid_null("user_id"),
            blob("sealed"),
            big_integer("tries"),
            big_integer("created_at"),
            big_integer("expires_at"),
        ];
        let mut challenges = table("challenges", &["id"], columns);
        challenges.foreign_key(&mut reference("challenges", &["user_id"], "users", &["id"], Gone::Too));
        manager.create_table(challenges).await?;
        manager.create_index(index("ix_challenges_user", "challenges", &["user_id", "kind"])).await?;
        manager.create_index(index("ix_challenges_expires", "challenges", &["expires_at"])).await?;
        let columns = [uuid("user_id"), blob("source"), big_integer("seen_at")];
        let mut sources = table("sign_in_sources", &["user_id", "source"], columns);
        sources.foreign_key(&mut reference("sign_in_sources", &["user_id"], "users", &["id"], Gone::Too));
        create_clustered(manager, sources).await?;
        manager.create_index(index("ix_sign_in_sources_seen", "sign_in_sources", &["seen_at"])).await?;
        assume(manager, CHALLENGES).await
    }
}
