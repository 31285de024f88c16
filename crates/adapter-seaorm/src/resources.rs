//! The resource tree: apps, keysets and registered resources.

use async_trait::async_trait;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::resources::{Place, Resource, ResourceKey, ResourceRef};
use bailiwick_domain::role_models::{ACCOUNT, APP, KEYSET};
use bailiwick_ports::resources::ResourceRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::entities::resources::{ActiveModel, Column, Entity, Model};
use crate::error::db;
use crate::rows::{count, known, name_or_none, number, page, time, written};
use crate::sql::Sql;
use crate::tree::{Node, Tree, below, downwards, upwards};
use crate::unit::SqlUnitOfWork;

/// How many keys one statement names at most.
const AT_ONCE: usize = 4_000;

/// A resource with what it stands under.
#[derive(Debug, FromQueryResult)]
struct Row {
    account_id: Uuid,
    id: Uuid,
    parent_id: Option<Uuid>,
    kind: String,
    external_id: String,
    title: Option<String>,
    environment: Option<String>,
    disabled: Option<bool>,
    created_at: i64,
    version: i64,
    parent_kind: Option<String>,
    parent_external_id: Option<String>,
}

impl TryFrom<Row> for Resource {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let account = AccountId::new(row.account_id);
        let parent = row.parent_kind.zip(row.parent_external_id);
        let environment = match row.environment {
            Some(text) => Some(known(&text, Environment::parse)?),
            // Keysets of before there were environments.
            None => (row.kind == KEYSET).then(Environment::default),
        };
        Ok(Self {
            key: row.id,
            account,
            name: ResourceRef { kind: row.kind, id: row.external_id },
            parent: parent
                .map_or_else(|| ResourceRef::account(account), |(kind, id)| ResourceRef { kind, id }),
            parent_key: row.parent_id.unwrap_or(row.account_id),
            title: name_or_none(row.title)?,
            environment,
            disabled: row.disabled.unwrap_or(false),
            created_at: time(row.created_at),
            version: count(row.version)?,
        })
    }
}

fn select(account: AccountId) -> Sql {
    Sql::new(
        "SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id, r.title, r.environment, r.disabled, \
         r.created_at, r.version, p.kind AS parent_kind, p.external_id AS parent_external_id FROM resources r \
         LEFT JOIN resources p ON p.account_id = r.account_id AND p.id = r.parent_id WHERE r.account_id = ",
    )
    .bind(account.uuid())
}

/// Adds the condition by which a resource `r` is looked up.
pub(crate) fn named(sql: Sql, key: ResourceKey<'_>) -> Sql {
    match key {
        // An account is no resource of itself: nothing has its kind.
        ResourceKey::Account(id) => sql.text("r.id = ").bind(id.uuid()).text(" AND r.kind = ").bind(ACCOUNT),
        ResourceKey::App(id) => sql.text("r.id = ").bind(id.uuid()).text(" AND r.kind = ").bind(APP),
        ResourceKey::Keyset(id) => sql.text("r.id = ").bind(id.uuid()).text(" AND r.kind = ").bind(KEYSET),
        ResourceKey::Registered(kind, id) => {
            sql.text("r.kind = ").bind(kind).text(" AND r.external_id = ").bind(id)
        }
    }
}

#[async_trait]
impl ResourceRepository for SqlUnitOfWork {
    async fn insert(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let row = Model {
            account_id: resource.account.uuid(),
            id: resource.key,
            parent_id: below(resource.account, resource.parent_key),
            kind: resource.name.kind.clone(),
            external_id: resource.name.id.clone(),
            title: resource.title.clone().map(String::from),
            environment: resource.environment.map(|environment| environment.as_str().to_owned()),
            disabled: Some(resource.disabled),
            created_at: resource.created_at.micros(),
            version: number(resource.version),
        };
        let insert = Entity::insert(row.into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db).map(drop)
    }

    async fn find(
        &mut self,
        account: AccountId,
        key: ResourceKey<'_>,
    ) -> Result<Option<Resource>, StoreError> {
        let row = named(select(account).text(" AND "), key).one::<Row>(self.link.reads()).await?;
        row.map(Resource::try_from).transpose()
    }

    async fn place(&mut self, account: AccountId, key: ResourceKey<'_>) -> Result<Option<Place>, StoreError> {
        if key == ResourceKey::Account(account) {
            return Ok(Some(Place::account(account)));
        }
        let rows = upwards(|sql| named(sql.text("r.account_id = ").bind(account.uuid()).text(" AND "), key))
            .text("SELECT account_id, id, parent_id, kind, external_id FROM up");
        let nodes = rows.all::<Node>(self.link.reads()).await?;
        Tree::single(account, nodes)
    }

    async fn list(
        &mut self,
        account: AccountId,
        kind: &str,
        parent: Uuid,
        among: Option<&[Uuid]>,
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Page<Resource>, StoreError> {
        let mut among: Option<Vec<Uuid>> = among.map(<[Uuid]>::to_vec);
        if let Some(among) = &mut among {
            among.sort_unstable();
        }
        let parts =
            among.as_deref().map_or_else(|| vec![None], |keys| keys.chunks(AT_ONCE).map(Some).collect());
        let mut found: Vec<Resource> = Vec::new();
        for part in parts {
            let rows = select(account).text(" AND r.kind = ").bind(kind);
            let rows = match below(account, parent) {
                Some(parent) => rows.text(" AND r.parent_id = ").bind(parent),
                None => rows.text(" AND r.parent_id IS NULL"),
            };
            let rows = rows
                .some(part, |sql, keys| sql.text(" AND r.id IN ").values(keys))
                .some(after, |sql, after| sql.text(" AND r.id > ").bind(after))
                .text(" ORDER BY r.id LIMIT ")
                .bind(page(limit) - number(found.len() as u64));
            for row in rows.all::<Row>(self.link.reads()).await? {
                found.push(row.try_into()?);
            }
        }
        Ok(Page::cut(found, limit))
    }

    async fn update(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let on = self.link.writes()?;
        let key = (resource.account.uuid(), resource.key);
        let version = number(resource.version);
        let before = Entity::find_by_id(key).one(on).await.map_err(db)?;
        let before = before.filter(|before| before.version + 1 == version).ok_or(StoreError::Stale)?;
        let parent_id = below(resource.account, resource.parent_key);
        if before.parent_id != parent_id {
            self.heads.revised(resource.account);
        }
        let changes = ActiveModel {
            title: Set(resource.title.clone().map(String::from)),
            disabled: Set(Some(resource.disabled)),
            parent_id: Set(parent_id),
            version: Set(version),
            ..Default::default()
        };
        let update = Entity::update_many()
            .set(changes)
            .filter(Column::AccountId.eq(key.0))
            .filter(Column::Id.eq(key.1))
            .filter(Column::Version.eq(before.version));
        written(update.exec(on).await.map_err(db)?.rows_affected)
    }

    async fn remove(&mut self, account: AccountId, key: Uuid) -> Result<(), StoreError> {
        let limits = Sql::new("UPDATE usage_limit_sets SET version = version + 1 WHERE account_id = ");
        let limits =
            limits.bind(account.uuid()).text(" AND EXISTS (SELECT 1 FROM usage_limits WHERE account_id = ");
        let limits = limits.bind(account.uuid()).text(" AND app_id = ").bind(key).text(")");
        limits.run(self.link.writes()?).await?;
        // What stands below it, and the grants on all of it, go by their references to it.
        let delete = Entity::delete_by_id((account.uuid(), key));
        delete.exec(self.link.writes()?).await.map_err(db)?;
        self.heads.revised(account);
        Ok(())
    }

    async fn count_below(&mut self, account: AccountId, key: Uuid) -> Result<u64, StoreError> {
        let rows = match below(account, key) {
            Some(key) => {
                let down = downwards(account, &[key]).text("SELECT COUNT(*) AS count FROM down WHERE id <> ");
                down.bind(key)
            }
            None => {
                Sql::new("SELECT COUNT(*) AS count FROM resources WHERE account_id = ").bind(account.uuid())
            }
        };
        rows.count(self.link.reads()).await
    }

    async fn kinds(&mut self, account: AccountId) -> Result<Vec<(String, String)>, StoreError> {
        #[derive(FromQueryResult)]
        struct Kinds {
            kind: String,
            parent: Option<String>,
        }
        let rows = Sql::new(
            "SELECT DISTINCT r.kind, p.kind AS parent FROM resources r \
             LEFT JOIN resources p ON p.account_id = r.account_id AND p.id = r.parent_id WHERE r.account_id = ",
        )
        .bind(account.uuid());
        let rows = rows.all::<Kinds>(self.link.reads()).await?;
        let pair = |row: Kinds| (row.kind, row.parent.unwrap_or_else(|| ACCOUNT.to_owned()));
        let mut kinds: Vec<_> = rows.into_iter().map(pair).collect();
        // Databases order texts each in its own way.
        kinds.sort_unstable();
        Ok(kinds)
    }
}
