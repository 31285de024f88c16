//! How members are read: any number of them, with what they hold and where, in one statement.

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, GrantId, MemberId, UserId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_ports::StoreError;
use bailiwick_ports::members::MemberFilter;
use sea_orm::{ConnectionTrait, QueryResult, TryGetable};
use uuid::Uuid;

use crate::error::{corrupt, db};
use crate::rows::{anywhere, count, email, known, page, time, window};
use crate::sql::Sql;
use crate::tree::{Node, Tree};

/// How many members are asked for by their ids at most.
pub(super) const AT_ONCE: usize = 2_000;

/// After the members that are picked: what they hold; the resources that is held at, with all above them; and these
/// resources as rows (no status), followed by each member once for each grant, and once if it has none.
const HELD: &str = "), held AS (\
    SELECT m.account_id, m.id, m.status, COALESCE(u.name, m.name) AS name, m.user_id, g.resource_id, g.id AS grant_id, \
    g.role, g.starts_at, g.expires_at, COALESCE(u.email, m.email) AS email, m.last_seen_at, m.created_at, m.version, \
    u.second_factor FROM picked p JOIN members m ON m.account_id = p.account_id AND m.id = p.id \
    LEFT JOIN users u ON u.id = m.user_id \
    LEFT JOIN grants g ON g.account_id = m.account_id AND g.member_id = m.id), \
    up(account_id, id, parent_id, kind, external_id) AS (\
    SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id FROM resources r WHERE (r.account_id, r.id) IN \
    (SELECT account_id, resource_id FROM held WHERE resource_id IS NOT NULL) UNION \
    SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id \
    FROM up JOIN resources r ON r.account_id = up.account_id AND r.id = up.parent_id) \
    SELECT 0 AS part, account_id, id, NULL AS status, kind AS name, parent_id AS user_id, NULL AS resource_id, \
    NULL AS grant_id, external_id AS role, NULL AS starts_at, NULL AS expires_at, NULL AS email, NULL AS last_seen_at, \
    NULL AS created_at, NULL AS version, NULL AS second_factor FROM up \
    UNION ALL SELECT 1, account_id, id, status, name, user_id, resource_id, grant_id, role, starts_at, expires_at, email, \
    last_seen_at, created_at, version, second_factor FROM held ORDER BY 1, 2, 3, 8";

/// A row by its columns' places: asking for names costs more than the rest of reading.
struct Row<'a>(&'a QueryResult);

impl Row<'_> {
    fn at<T: TryGetable>(&self, place: usize) -> Result<T, StoreError> {
        self.0.try_get_by_index(place).map_err(db)
    }

    fn node(&self) -> Result<Option<Node>, StoreError> {
        if self.at::<Option<String>>(3)?.is_some() {
            return Ok(None);
        }
        Ok(Some(Node {
            account_id: self.at(1)?,
            id: self.at(2)?,
            parent_id: self.at(5)?,
            kind: self.at(4)?,
            external_id: self.at(8)?,
        }))
    }

    fn member(&self, account: AccountId, id: MemberId) -> Result<Member, StoreError> {
        let address: Option<String> = self.at(11)?;
        let address = address.ok_or_else(|| corrupt(format!("member {id} has no address")))?;
        Ok(Member {
            id,
            account,
            user: self.at::<Option<Uuid>>(5)?.map(UserId::new),
            email: email(address)?,
            name: self.at(4)?,
            status: known(&self.at::<String>(3)?, MemberStatus::parse)?,
            grants: Vec::new(),
            two_factor: self.at::<Option<bool>>(15)?.unwrap_or(false),
            last_seen_at: self.at::<Option<i64>>(12)?.map(time),
            created_at: time(self.at(13)?),
            version: count(self.at(14)?)?,
        })
    }

    fn grant(&self, account: AccountId, tree: &Tree) -> Result<Option<Grant>, StoreError> {
        let Some(id) = self.at::<Option<Uuid>>(7)? else { return Ok(None) };
        Ok(Some(Grant {
            id: GrantId::new(id),
            role: self.at(8)?,
            place: tree.place(account, self.at(6)?)?,
            window: window(self.at(9)?, self.at(10)?),
        }))
    }
}

/// Reads the members that a statement picks: it answers their accounts and ids.
pub(super) async fn members(on: &impl ConnectionTrait, picked: Picked) -> Result<Vec<Member>, StoreError> {
    let rows = picked.0.text(HELD).rows_of(on).await?;
    let mut tree = Tree::default();
    let mut members: Vec<Member> = Vec::new();
    for row in rows.iter().map(Row) {
        if members.is_empty()
            && let Some(node) = row.node()?
        {
            tree.extend([node]);
            continue;
        }
        let (account, id) = (AccountId::new(row.at(1)?), MemberId::new(row.at(2)?));
        if members.last().is_none_or(|last| last.id != id) {
            members.push(row.member(account, id)?);
        }
        if let Some(last) = members.last_mut() {
            last.grants.extend(row.grant(account, &tree)?);
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
        Self::with(Sql::new("WITH RECURSIVE "), select).bind(account.uuid())
    }

    pub fn by_id(account: AccountId, id: MemberId) -> Self {
        Self(Self::of(account).text(" AND id = ").bind(id.uuid()))
    }

    pub fn by_user(account: AccountId, user: UserId) -> Self {
        Self(Self::of(account).text(" AND user_id = ").bind(user.uuid()))
    }

    /// A user's, and some others of the same account.
    pub fn with_user(account: AccountId, user: UserId, others: &[MemberId]) -> Self {
        let sql = Self::of(account).text(" AND user_id = ").bind(user.uuid());
        let others: Vec<Uuid> = others.iter().map(|id| id.uuid()).collect();
        let sql = sql.text(" UNION SELECT account_id, id FROM members WHERE account_id = ");
        Self(sql.bind(account.uuid()).text(" AND id IN ").values(&others))
    }

    /// Several, of any accounts.
    pub fn each(wanted: &[(AccountId, MemberId)]) -> Self {
        let select = "SELECT account_id, id FROM members WHERE (account_id, id) IN (VALUES ";
        let sql = Self::with(Sql::new("WITH RECURSIVE "), select).rows(wanted, |sql, (account, id)| {
            sql.text("(").bind(account.uuid()).text(",").bind(id.uuid()).text(")")
        });
        Self(sql.text(")"))
    }

    /// A user's, in every account, by account.
    pub fn of_user(user: UserId, after: Option<AccountId>, limit: u64) -> Self {
        let select = "SELECT account_id, id FROM members WHERE user_id = ";
        let sql = Self::with(Sql::new("WITH RECURSIVE "), select).bind(user.uuid());
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
        let sql = Self::with(Sql::new("WITH RECURSIVE "), select)
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
            return Self(Self::with(Sql::new("WITH RECURSIVE "), select).bind(account.uuid()));
        };
        let down = crate::tree::downwards(account, &[root]).text(", ");
        let sql = Self::with(down, select).bind(account.uuid());
        Self(sql.text(" AND resource_id IN (SELECT id FROM down)"))
    }
}
