//! Whom accounts shut out. A row outlives the user: whoever deletes their profile is the same to the account's provider.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::schema::{text, uuid};
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::statistics::{SHUT_OUT, assume};
use super::table::{Gone, create_clustered, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Who is suspended by now. Of who was removed before nothing is known.
const SUSPENDED: &str = "INSERT INTO shut_out (account_id, user_id, email_normal) \
                         SELECT m.account_id, m.user_id, u.email_normal \
                         FROM members m JOIN users u ON u.id = m.user_id WHERE m.status = 'suspended'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [uuid("account_id"), uuid("user_id"), text("email_normal")];
        let mut shut_out = table("shut_out", &["account_id", "user_id", "email_normal"], columns);
        shut_out.foreign_key(&mut reference("shut_out", &["account_id"], "accounts", &["id"], Gone::Too));
        create_clustered(manager, shut_out).await?;
        manager.get_connection().execute_unprepared(SUSPENDED).await?;
        assume(manager, SHUT_OUT).await
    }
}
