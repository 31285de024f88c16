//! The rows of a large deployment, put into the database while no server runs. Their ids are older than all others, so
//! that lists begin with them. No audit event tells of them, and the chains stay whole.

use std::path::Path;

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement, TransactionTrait};
use uuid::Uuid;

use crate::Result;

/// What an account is filled with.
pub struct Fill {
    /// The account's name.
    pub account: &'static str,
    /// Members with a user and two grants each.
    pub members: u32,
    /// Pending invitations.
    pub invitations: u32,
    /// Tells its rows from those of others.
    pub first: u32,
}

const NOW: &str = "CAST(strftime('%s', 'now') AS INTEGER) * 1000000";

/// A `UUIDv7` of the year 2024 as SQL, by a kind and the number `i` of a row.
fn id(kind: u8) -> String {
    format!("unhex(printf('0190000000007000800000{kind:02x}%08x', i))")
}

/// The numbers `i` that an account's rows have.
fn numbers(first: u32, count: u32) -> String {
    let last = first + count - 1;
    format!("WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})")
}

fn members(fill: &Fill) -> Vec<String> {
    let (user, member, on_app, on_account) = (id(1), id(2), id(3), id(4));
    let numbers = numbers(fill.first, fill.members);
    let account = format!("(SELECT id FROM accounts WHERE name = '{}')", fill.account);
    let apps = format!(
        "(SELECT id, row_number() OVER (ORDER BY id) - 1 AS turn FROM resources \
         WHERE account_id = {account} AND kind = 'app')"
    );
    vec![
        format!(
            "{numbers} INSERT INTO users (id, email, email_normal, name, search, created_at, version) \
             SELECT {user}, 'Person' || i || '@example.com', 'person' || i || '@example.com', 'Person ' || i, \
             'person' || i || '@example.com' || char(10) || 'person ' || i, {NOW}, 1 FROM n"
        ),
        format!(
            "{numbers} INSERT INTO members (account_id, id, user_id, status, created_at, version) \
             SELECT {account}, {member}, {user}, 'active', {NOW}, 1 FROM n"
        ),
        format!(
            "{numbers} INSERT INTO grants (account_id, member_id, id, role, resource_id) \
             SELECT {account}, {member}, {on_app}, 'app-viewer', apps.id FROM n JOIN {apps} apps ON apps.turn = i % 10"
        ),
        format!(
            "{numbers} INSERT INTO grants (account_id, member_id, id, role, resource_id) \
             SELECT {account}, {member}, {on_account}, 'business-insights', NULL FROM n"
        ),
    ]
}

fn invitations(fill: &Fill) -> Vec<String> {
    let (invitation, member) = (id(5), id(2));
    let numbers = numbers(fill.first, fill.invitations);
    let account = format!("(SELECT id FROM accounts WHERE name = '{}')", fill.account);
    let inviter =
        format!("(SELECT id FROM members WHERE account_id = {account} AND status = 'active' LIMIT 1)");
    let address = "'waiting' || i || '@example.com'";
    vec![
        // Before the invited members are there, the inviter is found at once.
        format!(
            "{numbers} INSERT INTO invitations (account_id, id, member_id, email, email_normal, invited_by, status, \
             generation, created_at, expires_at, version) \
             SELECT {account}, {invitation}, {member}, {address}, {address}, {inviter}, 'pending', 1, {NOW}, \
             {NOW} + 7 * 86400000000, 1 FROM n"
        ),
        format!(
            "{numbers} INSERT INTO members (account_id, id, email, email_normal, search, status, created_at, version) \
             SELECT {account}, {member}, {address}, {address}, {address} || char(10), 'invited', {NOW}, 1 FROM n"
        ),
    ]
}

/// Fills accounts that are there already.
pub async fn fill(database: &Path, fills: &[Fill]) -> Result {
    let connection = Database::connect(format!("sqlite://{}", database.display())).await?;
    let transaction = connection.begin().await?;
    for fill in fills {
        let members = if fill.members > 0 { members(fill) } else { Vec::new() };
        let invitations = if fill.invitations > 0 { invitations(fill) } else { Vec::new() };
        for statement in members.into_iter().chain(invitations) {
            transaction.execute_unprepared(&statement).await?;
        }
    }
    transaction.commit().await?;
    connection.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    Ok(connection.close().await?)
}

/// The key of an account's row, for the bare query.
pub async fn account_key(database: &Path, name: &str) -> Result<Uuid> {
    let connection = Database::connect(format!("sqlite://{}?mode=ro", database.display())).await?;
    let select = "SELECT id FROM accounts WHERE name = ?";
    let found =
        connection.query_one_raw(Statement::from_sql_and_values(DbBackend::Sqlite, select, [name.into()]));
    let key = found.await?.ok_or("the account was made")?.try_get("", "id")?;
    connection.close().await?;
    Ok(key)
}
