//! What members and service integrations hold, as rows.

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;
use uuid::Uuid;

use crate::sql::Sql;
use crate::tree::below;

/// Adds what to insert into a table of grants, whose column for the holder is named.
pub(crate) fn insert(table: &str, holder: (&str, Uuid), account: AccountId, grants: &[Grant]) -> Sql {
    let (column, holder) = holder;
    let mut sql = Sql::new("INSERT INTO ").text(table).text(" (account_id, ").text(column);
    sql = sql.text(", id, role, resource_id, starts_at, expires_at) VALUES ");
    for (at, grant) in grants.iter().enumerate() {
        let row = [
            account.uuid().into(),
            holder.into(),
            grant.id.uuid().into(),
            grant.role.as_str().into(),
            below(account, grant.place.key()).into(),
            grant.window.starts_at.map(Timestamp::micros).into(),
            grant.window.expires_at.map(Timestamp::micros).into(),
        ];
        sql = sql.text(if at > 0 { ",(" } else { "(" }).list(row).text(")");
    }
    sql
}
