//! Who holds something at a resource: along the grants where few do, along the members where many do, in one statement,
//! so that a page costs little in an account of any size.

use bailiwick_domain::ids::{AccountId, UserId};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::access::HoldersFilter;
use uuid::Uuid;

use super::Id;
use crate::line::Line;
use crate::rows::number;
use crate::sql::Sql;
use crate::tree::below;

/// How many holders are few: each is looked up and sorted, for every page.
const FEW: u64 = 1_000;

/// A page of a filter's holders in an account at a moment.
pub(crate) struct Holders<'a> {
    pub account: AccountId,
    pub filter: &'a HoldersFilter,
    pub now: Timestamp,
    pub after: Option<UserId>,
    pub limit: u64,
}

impl Holders<'_> {
    /// Who they are.
    pub async fn read(&self, on: &Line) -> Result<Vec<UserId>, StoreError> {
        Ok(self.statement().all::<Id>(on).await?.into_iter().map(|row| UserId::new(row.id)).collect())
    }

    fn statement(&self) -> Sql {
        let path: Vec<Uuid> = self.filter.path.iter().filter_map(|key| below(self.account, *key)).collect();
        let grants = "SELECT member_id FROM grants WHERE account_id = ";
        let sql = Sql::new("WITH few(member_id) AS (SELECT member_id FROM (").text(grants);
        let sql = sql.bind(self.account.uuid()).text(" AND resource_id IN ").values(&path);
        let sql = self.in_force(sql.text(" AND role IN ").values(&self.filter.here));
        let sql = sql.text(" UNION ALL ").text(grants).bind(self.account.uuid());
        let sql = self.in_force(sql.text(" AND resource_id IS NULL AND role IN ").values(&self.filter.here));
        let sql = sql.text(" UNION ALL ").text(grants).bind(self.account.uuid());
        let sql = self.in_force(sql.text(" AND role IN ").values(&self.filter.on_account));
        let sql = sql.text(") found LIMIT ").bind(number(FEW + 1));

        let sql = self.members(sql.text(") SELECT id FROM ("));
        let sql = sql.text(" AND m.id IN (SELECT member_id FROM few) AND (SELECT COUNT(*) FROM few) <= ");
        let sql = sql.bind(number(FEW));

        let sql = self.members(sql.text(" UNION ALL SELECT id FROM ("));
        let sql = sql
            .text(" AND EXISTS (SELECT 1 FROM grants WHERE account_id = m.account_id AND member_id = m.id");
        let sql = sql.text(" AND (role IN ").values(&self.filter.on_account);
        let sql = sql.text(" OR (role IN ").values(&self.filter.here);
        let sql = sql.text(" AND (resource_id IS NULL OR resource_id IN ").values(&path).text(")))");
        // A limit, since it ends the walk before it begins.
        let sql =
            self.in_force(sql).text(") ORDER BY m.user_id LIMIT CASE WHEN (SELECT COUNT(*) FROM few) > ");
        let sql = sql.bind(number(FEW)).text(" THEN ").bind(number(self.limit)).text(" ELSE 0 END");
        sql.text(") many) page ORDER BY id LIMIT ").bind(number(self.limit))
    }

    fn in_force(&self, sql: Sql) -> Sql {
        sql.text(" AND (starts_at IS NULL OR starts_at <= ")
            .bind(self.now.micros())
            .text(") AND (expires_at IS NULL OR expires_at > ")
            .bind(self.now.micros())
            .text(")")
    }

    fn members(&self, sql: Sql) -> Sql {
        sql.text("SELECT m.user_id AS id FROM members m WHERE m.account_id = ")
            .bind(self.account.uuid())
            .text(" AND m.status = 'active' AND m.user_id > ")
            .bind(self.after.map_or(Uuid::nil(), UserId::uuid))
            .when(self.filter.second_factor, |sql| {
                sql.text(" AND EXISTS (SELECT 1 FROM users u WHERE u.id = m.user_id AND u.second_factor)")
            })
    }
}
