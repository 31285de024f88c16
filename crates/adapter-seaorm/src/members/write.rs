//! How members and grants are written.

use std::collections::BTreeMap;

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{JudgedGrants, Member};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use uuid::Uuid;

use crate::grants;
use crate::later::Later;
use crate::line::Line;
use crate::rows::{number, search};
use crate::sql::Sql;
use crate::unit::Link;

/// How many rows one statement writes at most: both databases bound its values.
const AT_ONCE: usize = 2_000;

/// What writes of members are known by among those that wait.
const MEMBERS: &str = "members";

/// What stands in the row of a member only while there is no user to read it from: the address as it is and as it is
/// compared, the name, and what a search looks into.
fn texts(member: &Member) -> [Option<String>; 4] {
    if member.user.is_some() {
        return [const { None }; 4];
    }
    let (email, name) = (&member.email, member.name.as_deref());
    let normal = email.normal().to_owned();
    [Some(email.as_str().to_owned()), Some(normal), name.map(str::to_owned), Some(search(email, name))]
}

pub(super) async fn insert(link: &mut Link, member: &Member) -> Result<(), StoreError> {
    let [email, email_normal, name, search] = texts(member);
    let sql = Sql::new(
        "INSERT INTO members (account_id, id, user_id, email, email_normal, name, search, status, last_seen_at, \
         created_at, version) VALUES (",
    );
    let sql = sql.list([
        member.account.uuid().into(),
        member.id.uuid().into(),
        member.user.map(UserId::uuid).into(),
        email.into(),
        email_normal.into(),
        name.into(),
        search.into(),
        member.status.as_str().into(),
        member.last_seen_at.map(Timestamp::micros).into(),
        member.created_at.micros().into(),
        number(member.version).into(),
    ]);
    link.write(Later::on(MEMBERS, sql.text(")"))).await
}

pub(super) async fn update(link: &mut Link, member: &Member) -> Result<(), StoreError> {
    let [email, email_normal, name, search] = texts(member);
    let sql = Sql::new("UPDATE members SET user_id = ").bind(member.user.map(UserId::uuid));
    let sql = sql.text(", email = ").bind(email).text(", email_normal = ").bind(email_normal);
    let sql = sql.text(", name = ").bind(name).text(", search = ").bind(search);
    let sql = sql.text(", status = ").bind(member.status.as_str());
    let sql = sql.text(", version = ").bind(number(member.version));
    let sql = one(sql, member.account, member.id).text(" AND version = ").bind(number(member.version) - 1);
    link.write(Later::on(MEMBERS, sql).must_write()).await
}

fn one(sql: Sql, account: AccountId, id: MemberId) -> Sql {
    sql.text(" WHERE account_id = ").bind(account.uuid()).text(" AND id = ").bind(id.uuid())
}

/// Replaces all that a member holds, and raises the version of one who may hold something already.
pub(super) async fn grants(
    link: &mut Link,
    account: AccountId,
    judged: &JudgedGrants,
    is_new: bool,
) -> Result<(), StoreError> {
    if !is_new {
        let raise = one(Sql::new("UPDATE members SET version = version + 1"), account, judged.member());
        link.write(Later::on(MEMBERS, raise).must_write()).await?;
        // Those that stay are written over, so that no row is removed and written by one statement.
        let stay: Vec<Uuid> = judged.grants().iter().map(|grant| grant.id.uuid()).collect();
        let delete = Sql::new("DELETE FROM grants WHERE account_id = ").bind(account.uuid());
        let delete = delete.text(" AND member_id = ").bind(judged.member().uuid());
        let delete = delete.when(!stay.is_empty(), |sql| sql.text(" AND id NOT IN ").values(&stay));
        link.write(Later::on("grants that go", delete)).await?;
    }
    for some in judged.grants().chunks(AT_ONCE) {
        link.write(Later::on("grants", put(account, judged.member(), some))).await?;
    }
    Ok(())
}

/// Writes some grants, over those that have their ids.
fn put(account: AccountId, member: MemberId, grants: &[Grant]) -> Sql {
    grants::insert("grants", ("member_id", member.uuid()), account, grants).text(
        " ON CONFLICT (account_id, member_id, id) DO UPDATE SET role = excluded.role, \
         resource_id = excluded.resource_id, starts_at = excluded.starts_at, expires_at = excluded.expires_at",
    )
}

/// Removes one; the grants go by their reference to it.
pub(super) async fn remove(link: &mut Link, account: AccountId, id: MemberId) -> Result<(), StoreError> {
    link.write(Later::on(MEMBERS, one(Sql::new("DELETE FROM members"), account, id))).await
}

/// Who is being changed at the moment is passed over: the mark is not worth waiting for, and rows that are locked in any
/// order could wait for each other.
pub(super) async fn mark_seen(on: &Line, seen: &[(AccountId, UserId, Timestamp)]) -> Result<(), StoreError> {
    let mut latest = BTreeMap::new();
    for (account, user, at) in seen {
        let last = latest.entry((*account, *user)).or_insert(*at);
        *last = (*last).max(*at);
    }
    let latest: Vec<_> = latest.into_iter().collect();
    for some in latest.chunks(AT_ONCE) {
        Sql::new("WITH seen(account_id, user_id, at) AS (VALUES ")
            .rows(some, |sql, ((account, user), at)| {
                let sql = sql.text("(").bind(account.uuid()).text(",").bind(user.uuid());
                sql.text(",").bind(at.micros()).text(")")
            })
            .text(
                "), due(account_id, id, at) AS (SELECT m.account_id, m.id, seen.at \
                 FROM seen JOIN members m ON m.account_id = seen.account_id AND m.user_id = seen.user_id \
                 WHERE m.last_seen_at IS NULL OR m.last_seen_at < seen.at",
            )
            .text(if on.locks_rows() { " FOR NO KEY UPDATE OF m SKIP LOCKED" } else { "" })
            .text(
                ") UPDATE members SET last_seen_at = due.at FROM due \
                 WHERE members.account_id = due.account_id AND members.id = due.id",
            )
            .run(on)
            .await?;
    }
    Ok(())
}
