//! The reads on the way of a decision: one statement each, on connections of their own.

use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_domain::accounts::{AccountStatus, ModelRef};
use bailiwick_domain::ids::{AccountId, GrantId, IntegrationId, KeyId, MemberId, UserId};
use bailiwick_domain::integrations::IntegrationKey;
use bailiwick_domain::members::MemberStatus;
use bailiwick_domain::platform_keys::PlatformKey;
use bailiwick_domain::resources::{Place, ResourceKey, ResourceRef};
use bailiwick_domain::sessions::Session;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_ports::access::{
    AccessReader, AccountFacts, HoldersFilter, IntegrationFacts, KeyFacts, MemberFacts, PathFacts,
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

pub(crate) use self::holders::Holders;
use crate::entities::{platform_keys, sessions};
use crate::error::{corrupt, db};
use crate::keys::{self, FactsRow};
use crate::line::Pool;
use crate::resources::named;
use crate::rows::{count, known, number, small, window};
use crate::sql::Sql;
use crate::tree::{Node, Tree, each_downwards, upwards};

/// How the resources below each set of others are called, when they are searched.
const DOWN: [&str; 2] = ["down", "down2"];

mod holders;
mod integrations;

/// Reads what decisions need.
#[derive(Debug)]
pub(crate) struct SqlAccessReader {
    /// For what a single decision waits for, alone.
    pub(crate) confirming: Arc<Pool>,
    /// For searches, which take longer.
    pub(crate) searching: Arc<Pool>,
}

impl SqlAccessReader {
    pub fn new(confirming: Arc<Pool>, searching: Arc<Pool>) -> Self {
        Self { confirming, searching }
    }
    pub async fn close(&self) -> Result<(), StoreError> {
        self.confirming.close().await
    }
}

#[derive(FromQueryResult)]
struct Revision {
    access_revision: i64,
}

#[derive(FromQueryResult)]
struct AccountRow {
    access_revision: i64,
    status: String,
    role_model: String,
    role_model_version: i64,
    require_two_factor: bool,
    sso_strict: Option<bool>,
}

/// A member once for each of its grants, and once if it has none.
#[derive(FromQueryResult)]
struct MemberRow {
    access_revision: i64,
    id: Uuid,
    status: String,
    second_factor: bool,
    grant_id: Option<Uuid>,
    role: Option<String>,
    resource_id: Option<Uuid>,
    starts_at: Option<i64>,
    expires_at: Option<i64>,
}

/// A step of a path; none for the account itself.
#[derive(FromQueryResult)]
struct PathRow {
    access_revision: i64,
    account_id: Uuid,
    id: Option<Uuid>,
    parent_id: Option<Uuid>,
    kind: Option<String>,
    external_id: Option<String>,
}

impl PathRow {
    fn node(self) -> Option<Node> {
        let Self { account_id, parent_id, .. } = self;
        Some(Node { account_id, id: self.id?, parent_id, kind: self.kind?, external_id: self.external_id? })
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
    kind: String,
    external_id: String,
}

#[async_trait]
impl AccessReader for SqlAccessReader {
    async fn revision(&self, account: AccountId) -> Result<Option<u64>, StoreError> {
        let row = Sql::new("SELECT access_revision FROM heads WHERE kind = 'account' AND id = ");
        let row = row.bind(account.uuid()).one::<Revision>(&self.confirming.line()).await?;
        row.map(|row| count(row.access_revision)).transpose()
    }

    async fn account(&self, account: AccountId) -> Result<Option<AccountFacts>, StoreError> {
        let row = Sql::new(
            "SELECT h.access_revision, a.status, a.role_model, a.role_model_version, a.require_two_factor, \
             a.sso_strict \
             FROM heads h JOIN accounts a ON a.id = h.id WHERE h.kind = 'account' AND h.id = ",
        );
        let Some(row) = row.bind(account.uuid()).one::<AccountRow>(&self.confirming.line()).await? else {
            return Ok(None);
        };
        Ok(Some(AccountFacts {
            revision: count(row.access_revision)?,
            status: known(&row.status, AccountStatus::parse)?,
            model: ModelRef { id: row.role_model, version: small(row.role_model_version)? },
            require_two_factor: row.require_two_factor,
            sso_strict: row.sso_strict.unwrap_or(false),
        }))
    }

    async fn member(&self, account: AccountId, user: UserId) -> Result<Option<MemberFacts>, StoreError> {
        let rows = Sql::new(
            "SELECT h.access_revision, m.id, m.status, u.second_factor, g.id AS grant_id, g.role, g.resource_id, \
             g.starts_at, g.expires_at FROM heads h JOIN members m ON m.account_id = h.id \
             JOIN users u ON u.id = m.user_id \
             LEFT JOIN grants g ON g.account_id = m.account_id AND g.member_id = m.id \
             WHERE h.kind = 'account' AND h.id = ",
        )
        .bind(account.uuid())
        .text(" AND m.user_id = ")
        .bind(user.uuid())
        .text(" ORDER BY g.id")
        .all::<MemberRow>(&self.confirming.line())
        .await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (revision, member) = (count(first.access_revision)?, MemberId::new(first.id));
        let (status, second_factor) = (known(&first.status, MemberStatus::parse)?, first.second_factor);
        let grant = |row: MemberRow| {
            let (id, role) = row.grant_id.zip(row.role)?;
            let resource = row.resource_id.unwrap_or(account.uuid());
            Some((GrantId::new(id), role, resource, window(row.starts_at, row.expires_at)))
        };
        Ok(Some(MemberFacts {
            revision,
            member,
            status,
            second_factor,
            grants: rows.into_iter().filter_map(grant).collect(),
        }))
    }

    async fn path(&self, key: ResourceKey<'_>) -> Result<Option<PathFacts>, StoreError> {
        let mut rows = upwards(|sql| named(sql, key)).text(
            "SELECT h.access_revision, up.account_id, up.id, up.parent_id, up.kind, up.external_id \
             FROM up JOIN heads h ON h.kind = 'account' AND h.id = up.account_id",
        );
        if let ResourceKey::Account(account) = key {
            rows = rows
                .text(" UNION ALL SELECT access_revision, id, NULL, NULL, NULL, NULL FROM heads")
                .text(" WHERE kind = 'account' AND id = ")
                .bind(account.uuid());
        }
        let rows = rows.all::<PathRow>(&self.confirming.line()).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (revision, account) = (count(first.access_revision)?, AccountId::new(first.account_id));
        let place = Tree::single(account, rows.into_iter().filter_map(PathRow::node).collect())?;
        Ok(Some(PathFacts { account, revision, place: place.unwrap_or_else(|| Place::account(account)) }))
    }

    async fn session(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Session>, StoreError> {
        let row = sessions::Entity::find()
            .filter(sessions::Column::TokenHash.eq(token_hash.to_vec()))
            .filter(sessions::Column::ExpiresAt.gt(now.micros()));
        Ok(row.one(&self.confirming.line()).await.map_err(db)?.map(Session::from))
    }

    async fn copies_epoch(&self) -> Result<u64, StoreError> {
        let row = Sql::new("SELECT access_revision FROM heads WHERE kind = 'deployment' AND id = ");
        match row.bind(Uuid::nil()).one::<Revision>(&self.confirming.line()).await? {
            Some(row) => count(row.access_revision),
            None => Err(corrupt("the deployment has no head")),
        }
    }

    async fn platform_key(&self, secret_hash: [u8; 32]) -> Result<Option<PlatformKey>, StoreError> {
        let row =
            platform_keys::Entity::find().filter(platform_keys::Column::SecretHash.eq(secret_hash.to_vec()));
        row.one(&self.confirming.line()).await.map_err(db)?.map(PlatformKey::try_from).transpose()
    }

    async fn key(&self, id: KeyId) -> Result<Option<KeyFacts>, StoreError> {
        keys::facts(keys::select_facts(id).all::<FactsRow>(&self.confirming.line()).await?)
    }

    async fn integration(
        &self,
        account: AccountId,
        id: IntegrationId,
    ) -> Result<Option<IntegrationFacts>, StoreError> {
        integrations::facts(&self.confirming.line(), account, id).await
    }

    async fn integrations(
        &self,
        account: AccountId,
        after: Option<IntegrationId>,
        limit: u64,
    ) -> Result<Vec<IntegrationId>, StoreError> {
        integrations::ids(&self.searching.line(), account, after, limit).await
    }

    async fn account_of(&self, integration: IntegrationId) -> Result<Option<AccountId>, StoreError> {
        integrations::account_of(&self.searching.line(), integration).await
    }

    async fn integration_key(&self, id: KeyId) -> Result<Option<(IntegrationKey, [u8; 32])>, StoreError> {
        integrations::key(&self.confirming.line(), id).await
    }

    async fn holders(
        &self,
        account: AccountId,
        filter: &HoldersFilter,
        now: Timestamp,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<UserId>, StoreError> {
        Holders { account, filter, now, after, limit }.read(&self.searching.line()).await
    }

    async fn resources(
        &self,
        account: AccountId,
        kind: &str,
        under: &[Vec<Uuid>],
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Vec<(Uuid, ResourceRef)>, StoreError> {
        debug_assert!(under.len() <= DOWN.len(), "a holder is bounded by their own grants and a maker's");
        let under = under.iter().filter(|roots| !roots.contains(&account.uuid()));
        let sets: Vec<(&str, &[Uuid])> = DOWN.into_iter().zip(under.map(Vec::as_slice)).collect();
        let rows = each_downwards(account, &sets)
            .text("SELECT id, kind, external_id FROM resources WHERE account_id = ")
            .bind(account.uuid())
            .text(" AND kind = ")
            .bind(kind)
            .each(&sets, |sql, (name, _)| sql.text(" AND id IN (SELECT id FROM ").text(name).text(")"))
            .some(after, |sql, after| sql.text(" AND id > ").bind(after))
            .text(" ORDER BY id LIMIT ")
            .bind(number(limit))
            .all::<Named>(&self.searching.line())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| (row.id, ResourceRef { kind: row.kind, id: row.external_id }))
            .collect())
    }

    async fn accounts_of(
        &self,
        user: UserId,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<AccountId>, StoreError> {
        let rows = Sql::new("SELECT account_id AS id FROM members WHERE status = 'active' AND user_id = ")
            .bind(user.uuid())
            .some(after, |sql, after| sql.text(" AND account_id > ").bind(after.uuid()))
            .text(" ORDER BY account_id LIMIT ")
            .bind(number(limit))
            .all::<Id>(&self.searching.line())
            .await?;
        Ok(rows.into_iter().map(|row| AccountId::new(row.id)).collect())
    }
}
