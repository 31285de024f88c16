//! How integrations are read: any number of them, with what they hold and where, in one statement.

use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, GrantId, IntegrationId, MemberId};
use bailiwick_domain::integrations::{Integration, Maker};
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{count, name, time, window};
use crate::sql::Sql;
use crate::tree::{Node, Tree};

/// After the integrations that are picked: what they hold; the resources that is held at, with all above them; and these
/// resources as rows (no version), followed by each integration once for each grant, and once if it has none.
const HELD: &str = "), held AS (\
    SELECT p.account_id, p.id, p.name, p.maker_id, p.maker_status, p.created_at, p.version, g.id AS grant_id, g.role, \
    g.resource_id, g.starts_at, g.expires_at FROM picked p \
    LEFT JOIN integration_grants g ON g.account_id = p.account_id AND g.integration_id = p.id), \
    up(account_id, id, parent_id, kind, external_id) AS (\
    SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id FROM resources r WHERE (r.account_id, r.id) IN \
    (SELECT account_id, resource_id FROM held WHERE resource_id IS NOT NULL) UNION \
    SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id \
    FROM up JOIN resources r ON r.account_id = up.account_id AND r.id = up.parent_id) \
    SELECT 0 AS part, id, kind AS name, parent_id AS resource_id, external_id AS role, NULL AS maker_id, \
    NULL AS maker_status, NULL AS created_at, NULL AS version, NULL AS grant_id, NULL AS starts_at, NULL AS expires_at \
    FROM up \
    UNION ALL SELECT 1, id, name, resource_id, role, maker_id, maker_status, created_at, version, grant_id, starts_at, \
    expires_at FROM held ORDER BY 1, 2, 10";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    resource_id: Option<Uuid>,
    role: Option<String>,
    maker_id: Option<Uuid>,
    maker_status: Option<String>,
    created_at: Option<i64>,
    version: Option<i64>,
    grant_id: Option<Uuid>,
    starts_at: Option<i64>,
    expires_at: Option<i64>,
}

/// The beginning of a statement, up to the condition on `i`: which are read.
pub(super) fn picked(account: AccountId) -> Sql {
    picked_after(Sql::new("WITH RECURSIVE "), account)
}

/// The same after another common table.
pub(super) fn picked_after(before: Sql, account: AccountId) -> Sql {
    before
        .text(
            "picked AS (SELECT i.account_id, i.id, i.name, m.id AS maker_id, m.status AS maker_status, i.created_at, \
             i.version FROM integrations i LEFT JOIN members m ON m.account_id = i.account_id AND m.id = i.maker_id \
             WHERE i.account_id = ",
        )
        .bind(account.uuid())
}

/// Reads those that a statement picks, by id.
pub(super) async fn integrations(
    on: &impl ConnectionTrait,
    account: AccountId,
    picked: Sql,
) -> Result<Vec<Integration>, StoreError> {
    let mut tree = Tree::default();
    let mut found: Vec<Integration> = Vec::new();
    for row in picked.text(HELD).all::<Row>(on).await? {
        let Some((created_at, version)) = row.created_at.zip(row.version) else {
            tree.extend([Node {
                account_id: account.uuid(),
                id: row.id,
                parent_id: row.resource_id,
                kind: row.name,
                external_id: row.role.ok_or_else(|| corrupt("a resource without an id"))?,
            }]);
            continue;
        };
        if found.last().is_none_or(|last| last.id.uuid() != row.id) {
            let maker = row.maker_id.zip(row.maker_status).map(|(id, status)| Maker {
                member: MemberId::new(id),
                active: status == MemberStatus::Active.as_str(),
            });
            found.push(Integration {
                id: IntegrationId::new(row.id),
                account,
                name: name(row.name)?,
                maker,
                grants: Vec::new(),
                created_at: time(created_at),
                version: count(version)?,
            });
        }
        if let (Some(last), Some((id, role))) = (found.last_mut(), row.grant_id.zip(row.role)) {
            let place = tree.place(account, row.resource_id)?;
            let window = window(row.starts_at, row.expires_at);
            last.grants.push(Grant { id: GrantId::new(id), role, place, window });
        }
    }
    Ok(found)
}
