//! How members and grants are written.

use std::collections::BTreeMap;

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{JudgedGrants, Member};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entities::{grants as grant_rows, members as rows};
use crate::error::db;
use crate::later::Later;
use crate::line::Line;
use crate::rows::{number, search};
use crate::sql::Sql;
use crate::tree::below;

/// How many rows one statement writes at most: both databases bound its values.
const AT_ONCE: usize = 2_000;

/// What writes of members are known by among those that wait.
const MEMBERS: &str = "members";

/// The texts stand in the row only while there is no user to read them from.
fn row(member: &Member) -> rows::Model {
    let invited = member.user.is_none();
    let text = |text: &str| invited.then(|| text.to_owned());
    rows::Model {
        account_id: member.account.uuid(),
        id: member.id.uuid(),
        user_id: member.user.map(UserId::uuid),
        email: text(member.email.as_str()),
        email_normal: text(member.email.normal()),
        name: member.name.as_deref().and_then(text),
        search: text(&search(&member.email, member.name.as_deref())),
        status: member.status.as_str().to_owned(),
        last_seen_at: member.last_seen_at.map(Timestamp::micros),
        created_at: member.created_at.micros(),
        version: number(member.version),
    }
}

pub(super) async fn insert(on: &Line, member: &Member) -> Result<(), StoreError> {
    let insert = rows::Entity::insert(row(member).into_active_model());
    on.write(Later::on(MEMBERS, on.get_database_backend(), &insert)).await
}

pub(super) async fn update(on: &Line, member: &Member) -> Result<(), StoreError> {
    let row = row(member);
    let changes = rows::ActiveModel {
        user_id: Set(row.user_id),
        email: Set(row.email),
        email_normal: Set(row.email_normal),
        name: Set(row.name),
        search: Set(row.search),
        status: Set(row.status),
        version: Set(row.version),
        ..Default::default()
    };
    let update = rows::Entity::update_many()
        .set(changes)
        .filter(rows::Column::AccountId.eq(row.account_id))
        .filter(rows::Column::Id.eq(row.id))
        .filter(rows::Column::Version.eq(row.version - 1));
    on.write(Later::on(MEMBERS, on.get_database_backend(), &update).must_write()).await
}

/// Replaces all that a member holds, and raises its version.
pub(super) async fn grants(
    on: &Line,
    account: AccountId,
    judged: &JudgedGrants,
    has_none: bool,
) -> Result<(), StoreError> {
    use grant_rows::Column;
    let (account_id, member_id) = (account.uuid(), judged.member().uuid());
    let version = Expr::col(rows::Column::Version).add(1);
    let raise = rows::Entity::update_many()
        .col_expr(rows::Column::Version, version)
        .filter(rows::Column::AccountId.eq(account_id))
        .filter(rows::Column::Id.eq(member_id));
    let backend = on.get_database_backend();
    on.write(Later::on(MEMBERS, backend, &raise).must_write()).await?;
    if !has_none {
        // Those that stay are written over, so that no row is removed and written by one statement.
        let stay = judged.grants().iter().map(|grant| grant.id.uuid());
        let delete = grant_rows::Entity::delete_many()
            .filter(grant_rows::Column::AccountId.eq(account_id))
            .filter(grant_rows::Column::MemberId.eq(member_id))
            .filter(grant_rows::Column::Id.is_not_in(stay));
        on.write(Later::on("grants that go", backend, &delete)).await?;
    }
    for some in judged.grants().chunks(AT_ONCE) {
        let rows = some.iter().map(|grant| grant_row(account, judged.member(), grant).into_active_model());
        let insert = grant_rows::Entity::insert_many(rows).on_conflict(
            OnConflict::columns([Column::AccountId, Column::MemberId, Column::Id])
                .update_columns([Column::Role, Column::ResourceId, Column::StartsAt, Column::ExpiresAt])
                .to_owned(),
        );
        on.write(Later::on("grants", backend, &insert)).await?;
    }
    Ok(())
}

fn grant_row(account: AccountId, member: MemberId, grant: &Grant) -> grant_rows::Model {
    grant_rows::Model {
        account_id: account.uuid(),
        member_id: member.uuid(),
        id: grant.id.uuid(),
        role: grant.role.clone(),
        resource_id: below(account, grant.place.key()),
        starts_at: grant.window.starts_at.map(Timestamp::micros),
        expires_at: grant.window.expires_at.map(Timestamp::micros),
    }
}

/// Removes one; the grants go by their reference to it.
pub(super) async fn remove(
    on: &impl ConnectionTrait,
    account: AccountId,
    id: MemberId,
) -> Result<(), StoreError> {
    rows::Entity::delete_by_id((account.uuid(), id.uuid())).exec(on).await.map_err(db).map(drop)
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
