//! Whom accounts shut out, so that no single sign-on makes members of them again.

use bailiwick_domain::ids::{AccountId, UserId};
use bailiwick_domain::text::Email;
use bailiwick_ports::StoreError;
use sea_orm::FromQueryResult;

use crate::line::Line;
use crate::sql::Sql;

pub(super) async fn add(
    on: &Line,
    account: AccountId,
    user: UserId,
    email: &Email,
) -> Result<(), StoreError> {
    let insert = Sql::new("INSERT INTO shut_out (account_id, user_id, email_normal) VALUES (");
    let insert = insert.bind(account.uuid()).text(", ").bind(user.uuid()).text(", ").bind(email.normal());
    insert.text(") ON CONFLICT DO NOTHING").run(on).await.map(drop)
}

/// Those of an account that are about a user or an address.
fn about(sql: Sql, account: AccountId, user: UserId, email: &Email) -> Sql {
    let sql = sql.text(" FROM shut_out WHERE account_id = ").bind(account.uuid());
    let sql = sql.text(" AND (user_id = ").bind(user.uuid());
    sql.text(" OR email_normal = ").bind(email.normal()).text(")")
}

pub(super) async fn is_there(
    on: &Line,
    account: AccountId,
    user: UserId,
    email: &Email,
) -> Result<bool, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        found: bool,
    }
    let find = about(Sql::new("SELECT EXISTS (SELECT 1"), account, user, email).text(") AS found");
    Ok(find.one::<Found>(on).await?.is_some_and(|row| row.found))
}

pub(super) async fn remove(
    on: &Line,
    account: AccountId,
    user: UserId,
    email: &Email,
) -> Result<(), StoreError> {
    about(Sql::new("DELETE"), account, user, email).run(on).await.map(drop)
}
