//! How members are read: a page of them with what they hold in one statement, and, where something is held below the
//! account, one more for the paths.

use std::collections::BTreeSet;

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, GrantId, MemberId, UserId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_ports::StoreError;
use bailiwick_ports::members::MemberFilter;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{anywhere, count, email, known, page, time, window};
use crate::sql::Sql;
use crate::tree::Tree;

/// A member once for each of its grants, and once if it has none.
#[derive(Debug, FromQueryResult)]
struct Row {
    account_id: Uuid,
    id: Uuid,
    user_id: Option<Uuid>,
    email: Option<String>,
    name: Option<String>,
    status: String,
    second_factor: Option<bool>,
    last_seen_at: Option<i64>,
    created_at: i64,
    version: i64,
    grant_id: Option<Uuid>,
    role: Option<String>,
    resource_id: Option<Uuid>,
    starts_at: Option<i64>,
    expires_at: Option<i64>,
}

impl Row {
    fn account(&self) -> AccountId {
        AccountId::new(self.account_id)
    }

    fn member(&self) -> Result<Member, StoreError> {
        let address =
            self.email.clone().ok_or_else(|| corrupt(format!("member {} has no address", self.id)))?;
        Ok(Member {
            id: MemberId::new(self.id),
            account: self.account(),
            user: self.user_id.map(UserId::new),
            email: email(address)?,
            name: self.name.clone(),
            status: known(&self.status, MemberStatus::parse)?,
            grants: Vec::new(),
            two_factor: self.second_factor.unwrap_or(false),
            last_seen_at: self.last_seen_at.map(time),
            created_at: time(self.created_at),
            version: count(self.version)?,
        })
    }

    fn grant(self, tree: &Tree) -> Result<Option<Grant>, StoreError> {
        let account = self.account();
        let Some((id, role)) = self.grant_id.zip(self.role) else { return Ok(None) };
        // A grant goes with its resource, so one without was removed between the two statements of a read.
        if self.resource_id.is_some_and(|resource| !tree.has(resource)) {
            return Ok(None);
        }
        Ok(Some(Grant {
            id: GrantId::new(id),
            role,
            place: tree.place(account, self.resource_id)?,
            window: window(self.starts_at, self.expires_at),
        }))
    }
}

/// Reads the members that a statement picks: it answers their accounts and ids.
pub(super) async fn members(on: &impl ConnectionTrait, picked: Picked) -> Result<Vec<Member>, StoreError> {
    let rows = picked
        .0
        .text(
            ") SELECT m.account_id, m.id, m.user_id, COALESCE(u.email, m.email) AS email, \
             COALESCE(u.name, m.name) AS name, m.status, u.second_factor, m.last_seen_at, m.created_at, m.version, \
             g.id AS grant_id, g.role, g.resource_id, g.starts_at, g.expires_at \
             FROM picked p JOIN members m ON m.account_id = p.account_id AND m.id = p.id \
             LEFT JOIN users u ON u.id = m.user_id \
             LEFT JOIN grants g ON g.account_id = m.account_id AND g.member_id = m.id \
             ORDER BY m.account_id, m.id, g.id",
        )
        .all::<Row>(on)
        .await?;
    let wanted: BTreeSet<_> = rows.iter().filter_map(|row| Some((row.account(), row.resource_id?))).collect();
    let tree = Tree::read(on, &wanted).await?;
    let mut members: Vec<Member> = Vec::new();
    for row in rows {
        if members.last().is_none_or(|last| last.id.uuid() != row.id) {
            members.push(row.member()?);
        }
        if let Some(last) = members.last_mut() {
            last.grants.extend(row.grant(&tree)?);
        }
    }
    Ok(members)
}

/// Which members are read: the beginning of a statement.
pub(super) struct Picked(Sql);

impl Picked {
    /// After `WITH RECURSIVE …` or nothing, the select of accounts and ids.
    fn with(before: Sql, select: &str) -> Sql {
        before.text("picked(account_id, id) AS (").text(select)
    }

    fn of(account: AccountId) -> Sql {
        let select = "SELECT account_id, id FROM members WHERE account_id = ";
        Self::with(Sql::new("WITH "), select).bind(account.uuid())
    }

    pub fn by_id(account: AccountId, id: MemberId) -> Self {
        Self(Self::of(account).text(" AND id = ").bind(id.uuid()))
    }

    pub fn by_user(account: AccountId, user: UserId) -> Self {
        Self(Self::of(account).text(" AND user_id = ").bind(user.uuid()))
    }

    /// A user's, in every account, by account.
    pub fn of_user(user: UserId, after: Option<AccountId>, limit: u64) -> Self {
        let select = "SELECT account_id, id FROM members WHERE user_id = ";
        let sql = Self::with(Sql::new("WITH "), select).bind(user.uuid());
        let sql = sql.some(after, |sql, after| sql.text(" AND account_id > ").bind(after.uuid()));
        Self(sql.text(" ORDER BY account_id LIMIT ").bind(page(limit)))
    }

    /// A page of those that pass a filter. With a role, it goes along those who hold it, not along everyone.
    pub fn page(account: AccountId, filter: &MemberFilter, after: Option<MemberId>, limit: u64) -> Self {
        let (select, id) = match filter.role {
            Some(_) => (
                "SELECT DISTINCT g.account_id, g.member_id FROM grants g \
                 JOIN members m ON m.account_id = g.account_id AND m.id = g.member_id",
                "g.member_id",
            ),
            None => ("SELECT m.account_id, m.id FROM members m", "m.id"),
        };
        let sql = Self::with(Sql::new("WITH "), select)
            .when(filter.text.is_some() || filter.two_factor.is_some(), |sql| {
                sql.text(" LEFT JOIN users u ON u.id = m.user_id")
            })
            .text(if filter.role.is_some() { " WHERE g.account_id = " } else { " WHERE m.account_id = " })
            .bind(account.uuid())
            .some(filter.role.as_deref(), |sql, role| sql.text(" AND g.role = ").bind(role))
            .some(filter.status, |sql, status| sql.text(" AND m.status = ").bind(status.as_str()))
            .some(filter.text.as_deref(), |sql, text| {
                sql.text(" AND COALESCE(u.search, m.search) LIKE ").bind(anywhere(text)).text(r" ESCAPE '\'")
            })
            .some(filter.two_factor, |sql, has| sql.text(" AND u.second_factor = ").bind(has))
            .some(after, |sql, after| sql.text(" AND ").text(id).text(" > ").bind(after.uuid()));
        Self(sql.text(" ORDER BY ").text(id).text(" LIMIT ").bind(page(limit)))
    }

    /// Those with a grant on a resource or below it; on the account itself, those with any.
    pub fn holding(account: AccountId, below: Option<Uuid>) -> Self {
        let select = "SELECT DISTINCT account_id, member_id FROM grants WHERE account_id = ";
        let Some(root) = below else {
            return Self(Self::with(Sql::new("WITH "), select).bind(account.uuid()));
        };
        let down = crate::tree::downwards(account, &[root]).text(", ");
        let sql = Self::with(down, select).bind(account.uuid());
        Self(sql.text(" AND resource_id IN (SELECT id FROM down)"))
    }
}
