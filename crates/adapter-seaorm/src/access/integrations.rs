//! What decisions read of service integrations.

use bailiwick_domain::ids::{AccountId, GrantId, IntegrationId, KeyId, MemberId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::members::MemberStatus;
use bailiwick_ports::StoreError;
use bailiwick_ports::access::{IntegrationFacts, MemberFacts};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::Id;
use crate::integrations::keys;
use crate::rows::{count, known, number, window};
use crate::sql::Sql;

/// The integration once for each of its grants, and once if it has none (`part` 0); then its maker once for each of theirs.
#[derive(FromQueryResult)]
struct Row {
    part: i64,
    access_revision: i64,
    maker_id: Option<Uuid>,
    status: Option<String>,
    second_factor: Option<bool>,
    grant_id: Option<Uuid>,
    role: Option<String>,
    resource_id: Option<Uuid>,
    starts_at: Option<i64>,
    expires_at: Option<i64>,
}

const OWN: &str = "SELECT CAST(0 AS BIGINT) AS part, h.access_revision, m.id AS maker_id, m.status, u.second_factor, \
    g.id AS grant_id, g.role, g.resource_id, g.starts_at, g.expires_at \
    FROM heads h JOIN integrations i ON i.account_id = h.id \
    LEFT JOIN members m ON m.account_id = i.account_id AND m.id = i.maker_id \
    LEFT JOIN users u ON u.id = m.user_id \
    LEFT JOIN integration_grants g ON g.account_id = i.account_id AND g.integration_id = i.id";
const MAKERS: &str = " UNION ALL SELECT 1, h.access_revision, i.maker_id, NULL, NULL, g.id, g.role, g.resource_id, \
    g.starts_at, g.expires_at FROM heads h JOIN integrations i ON i.account_id = h.id \
    JOIN grants g ON g.account_id = i.account_id AND g.member_id = i.maker_id";

/// An integration with its maker, as they stand together.
pub(super) async fn facts(
    on: &impl ConnectionTrait,
    account: AccountId,
    id: IntegrationId,
) -> Result<Option<IntegrationFacts>, StoreError> {
    let one = |sql: Sql| {
        let sql = sql.text(" WHERE h.kind = 'account' AND h.id = ").bind(account.uuid());
        sql.text(" AND i.id = ").bind(id.uuid())
    };
    let rows = one(one(Sql::new(OWN)).text(MAKERS)).text(" ORDER BY 1, 6").all::<Row>(on).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let maker = maker(first)?;
    let mut facts = IntegrationFacts { revision: count(first.access_revision)?, grants: Vec::new(), maker };
    for row in rows {
        let Some((grant, role)) = row.grant_id.zip(row.role) else { continue };
        let (at, window) = (row.resource_id.unwrap_or(account.uuid()), window(row.starts_at, row.expires_at));
        match &mut facts.maker {
            _ if row.part == 0 => facts.grants.push((role, at, window)),
            Some(maker) => maker.grants.push((GrantId::new(grant), role, at, window)),
            None => {}
        }
    }
    Ok(Some(facts))
}

/// The maker without grants, as the first row tells.
fn maker(row: &Row) -> Result<Option<MemberFacts>, StoreError> {
    let Some((maker, status)) = row.maker_id.zip(row.status.as_deref()) else { return Ok(None) };
    Ok(Some(MemberFacts {
        revision: count(row.access_revision)?,
        member: MemberId::new(maker),
        status: known(status, MemberStatus::parse)?,
        second_factor: row.second_factor.unwrap_or(false),
        grants: Vec::new(),
    }))
}

/// An account's, by id.
pub(super) async fn ids(
    on: &impl ConnectionTrait,
    account: AccountId,
    after: Option<IntegrationId>,
    limit: u64,
) -> Result<Vec<IntegrationId>, StoreError> {
    let rows = Sql::new("SELECT id FROM integrations WHERE account_id = ")
        .bind(account.uuid())
        .some(after, |sql, after| sql.text(" AND id > ").bind(after.uuid()))
        .text(" ORDER BY id LIMIT ")
        .bind(number(limit));
    Ok(rows.all::<Id>(on).await?.into_iter().map(|row| IntegrationId::new(row.id)).collect())
}

/// Whose one is.
pub(super) async fn account_of(
    on: &impl ConnectionTrait,
    integration: IntegrationId,
) -> Result<Option<AccountId>, StoreError> {
    let row = Sql::new("SELECT account_id AS id FROM integrations WHERE id = ").bind(integration.uuid());
    Ok(row.one::<Id>(on).await?.map(|row| AccountId::new(row.id)))
}

/// A key with the keyed hash of its secret.
pub(super) async fn key(
    on: &impl ConnectionTrait,
    id: KeyId,
) -> Result<Option<(IntegrationKey, [u8; 32])>, StoreError> {
    let row = Sql::new("SELECT ").text(keys::COLUMNS).text(" FROM integration_keys WHERE id = ");
    row.bind(id.uuid()).one::<keys::Row>(on).await?.map(keys::Row::with_mac).transpose()
}
