//! Accounts.

use async_trait::async_trait;
use bailiwick_domain::accounts::{Account, AccountKind, AccountStatus, ModelRef};
use bailiwick_domain::ids::{AccountId, UserId};
use bailiwick_ports::StoreError;
use bailiwick_ports::accounts::AccountRepository;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entities::accounts::{ActiveModel, Column, Entity, Model};
use crate::error::db;
use crate::rows::{count, known, name, name_or_none, number, small, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many accounts one statement reads at most.
const AT_ONCE: usize = 4_000;

impl TryFrom<Model> for Account {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: AccountId::new(row.id),
            name: name(row.name)?,
            legal_name: name_or_none(row.legal_name)?,
            kind: known(&row.kind, AccountKind::parse)?,
            personal_of: row.personal_of.map(UserId::new),
            model: ModelRef { id: row.role_model, version: small(row.role_model_version)? },
            region: name_or_none(row.region)?,
            mcp_access: row.mcp_access,
            require_two_factor: row.require_two_factor,
            sso_strict: row.sso_strict.unwrap_or(false),
            status: known(&row.status, AccountStatus::parse)?,
            created_at: time(row.created_at),
            version: count(row.version)?,
        })
    }
}

impl From<&Account> for Model {
    fn from(account: &Account) -> Self {
        let text = |name: &Option<_>| name.clone().map(String::from);
        Self {
            id: account.id.uuid(),
            name: account.name.as_str().to_owned(),
            legal_name: text(&account.legal_name),
            kind: account.kind.as_str().to_owned(),
            personal_of: account.personal_of.map(UserId::uuid),
            role_model: account.model.id.clone(),
            role_model_version: i64::from(account.model.version),
            region: text(&account.region),
            mcp_access: account.mcp_access,
            require_two_factor: account.require_two_factor,
            sso_strict: Some(account.sso_strict),
            status: account.status.as_str().to_owned(),
            created_at: account.created_at.micros(),
            version: number(account.version),
        }
    }
}

#[async_trait]
impl AccountRepository for SqlUnitOfWork {
    async fn lock(&mut self, ids: &[AccountId]) -> Result<(), StoreError> {
        if self.link.is_writing() {
            let locked = self.heads.lock(self.link.reads(), ids).await?;
            self.locked.extend(locked.into_iter().map(|account| (account.id, account)));
        }
        Ok(())
    }

    async fn insert(&mut self, account: &Account) -> Result<(), StoreError> {
        let insert = Entity::insert(Model::from(account).into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db)?;
        self.heads.begun(account.id);
        Ok(())
    }

    async fn find(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        if let Some(locked) = self.locked.get(&id) {
            return Ok(Some(locked.clone()));
        }
        let row = Entity::find_by_id(id.uuid()).one(self.link.reads()).await.map_err(db)?;
        row.map(Account::try_from).transpose()
    }

    async fn find_each(&mut self, ids: &[AccountId]) -> Result<Vec<Account>, StoreError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
        let mut accounts = Vec::with_capacity(ids.len());
        for some in ids.chunks(AT_ONCE) {
            let rows = Sql::new("SELECT * FROM accounts WHERE id IN ").values(some);
            for row in rows.all::<Model>(self.link.reads()).await? {
                accounts.push(row.try_into()?);
            }
        }
        Ok(accounts)
    }

    async fn update(&mut self, account: &Account) -> Result<(), StoreError> {
        let on = self.link.writes()?;
        let row = Model::from(account);
        let before = Entity::find_by_id(row.id).one(on).await.map_err(db)?;
        let before = before.filter(|before| before.version + 1 == row.version).ok_or(StoreError::Stale)?;
        let decisive = |row: &Model| {
            let strict = row.sso_strict.unwrap_or(false);
            let asks = (row.require_two_factor, strict);
            (row.role_model.clone(), row.role_model_version, row.status.clone(), asks)
        };
        if decisive(&before) != decisive(&row) {
            self.heads.revised(account.id);
        }
        let changes = ActiveModel {
            name: Set(row.name),
            legal_name: Set(row.legal_name),
            kind: Set(row.kind),
            personal_of: Set(row.personal_of),
            role_model: Set(row.role_model),
            role_model_version: Set(row.role_model_version),
            region: Set(row.region),
            mcp_access: Set(row.mcp_access),
            require_two_factor: Set(row.require_two_factor),
            sso_strict: Set(row.sso_strict),
            status: Set(row.status),
            version: Set(row.version),
            ..Default::default()
        };
        let update = Entity::update_many().set(changes).filter(Column::Id.eq(row.id));
        let update = update.filter(Column::Version.eq(before.version));
        written(update.exec(on).await.map_err(db)?.rows_affected)?;
        self.locked.remove(&account.id);
        Ok(())
    }

    async fn models_in_use(&mut self) -> Result<Vec<ModelRef>, StoreError> {
        let columns = [Column::RoleModel, Column::RoleModelVersion];
        let rows = Entity::find().select_only().columns(columns).distinct().into_tuple::<(String, i64)>();
        let rows = rows.all(self.link.reads()).await.map_err(db)?;
        rows.into_iter().map(|(id, version)| Ok(ModelRef { id, version: small(version)? })).collect()
    }
}
