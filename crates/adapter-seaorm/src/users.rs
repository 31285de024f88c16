//! Users.

use std::collections::BTreeSet;

use async_trait::async_trait;
use bailiwick_domain::ids::UserId;
use bailiwick_domain::text::Email;
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::users::User;
use bailiwick_ports::StoreError;
use bailiwick_ports::users::UserRepository;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entities::users::{ActiveModel, Column, Entity, Model};
use crate::error::db;
use crate::rows::{count, email, name, number, search, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many users one statement reads at most.
const AT_ONCE: usize = 4_000;

impl TryFrom<Model> for User {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: UserId::new(row.id),
            email: email(row.email)?,
            email_verified_at: row.email_verified_at.map(time),
            name: name(row.name)?,
            created_at: time(row.created_at),
            version: count(row.version)?,
        })
    }
}

#[async_trait]
impl UserRepository for SqlUnitOfWork {
    async fn lock(&mut self, ids: &[UserId]) -> Result<(), StoreError> {
        let on = self.link.reads();
        if self.link.is_writing() && on.locks_rows() {
            let ids: BTreeSet<Uuid> = ids.iter().map(|id| id.uuid()).collect();
            let ids: Vec<Uuid> = ids.into_iter().collect();
            for some in ids.chunks(AT_ONCE) {
                let rows = Sql::new("SELECT * FROM users WHERE id IN ").values(some);
                for row in rows.text(" ORDER BY id FOR NO KEY UPDATE").all::<Model>(on).await? {
                    let user = User::try_from(row)?;
                    self.locked_users.insert(user.id, user);
                }
            }
        }
        Ok(())
    }

    async fn insert(&mut self, user: &User, password_hash: Option<&str>) -> Result<(), StoreError> {
        let row = Model {
            id: user.id.uuid(),
            email: user.email.as_str().to_owned(),
            email_normal: user.email.normal().to_owned(),
            email_verified_at: user.email_verified_at.map(Timestamp::micros),
            name: user.name.as_str().to_owned(),
            search: search(&user.email, Some(user.name.as_str())),
            password_hash: password_hash.map(str::to_owned),
            created_at: user.created_at.micros(),
            version: number(user.version),
        };
        let insert = Entity::insert(row.into_active_model());
        insert.exec_without_returning(self.link.writes()?).await.map_err(db).map(drop)
    }

    async fn find(&mut self, id: UserId) -> Result<Option<User>, StoreError> {
        if let Some(locked) = self.locked_users.get(&id) {
            return Ok(Some(locked.clone()));
        }
        let row = Entity::find_by_id(id.uuid()).one(self.link.reads()).await.map_err(db)?;
        row.map(User::try_from).transpose()
    }

    async fn find_each(&mut self, ids: &[UserId]) -> Result<Vec<User>, StoreError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
        let mut users = Vec::with_capacity(ids.len());
        for some in ids.chunks(AT_ONCE) {
            let rows = Sql::new("SELECT * FROM users WHERE id IN ").values(some);
            for row in rows.all::<Model>(self.link.reads()).await? {
                users.push(row.try_into()?);
            }
        }
        Ok(users)
    }

    async fn find_by_email(&mut self, email: &Email) -> Result<Option<User>, StoreError> {
        let rows = Entity::find().filter(Column::EmailNormal.eq(email.normal()));
        rows.one(self.link.reads()).await.map_err(db)?.map(User::try_from).transpose()
    }

    async fn password_hash(&mut self, id: UserId) -> Result<Option<String>, StoreError> {
        let row = Entity::find_by_id(id.uuid()).select_only().column(Column::PasswordHash);
        let hash = row.into_tuple::<Option<String>>().one(self.link.reads()).await.map_err(db)?;
        Ok(hash.flatten())
    }

    async fn set_password_hash(&mut self, id: UserId, hash: &str) -> Result<(), StoreError> {
        let set =
            Sql::new("UPDATE users SET password_hash = ").bind(hash).text(" WHERE id = ").bind(id.uuid());
        written(set.run(self.link.writes()?).await?)
    }

    async fn remove(&mut self, id: UserId) -> Result<(), StoreError> {
        Entity::delete_by_id(id.uuid()).exec(self.link.writes()?).await.map_err(db)?;
        self.locked_users.remove(&id);
        self.changed_users.push(id);
        Ok(())
    }

    async fn update(&mut self, user: &User) -> Result<(), StoreError> {
        let changes = ActiveModel {
            email: Set(user.email.as_str().to_owned()),
            email_normal: Set(user.email.normal().to_owned()),
            email_verified_at: Set(user.email_verified_at.map(Timestamp::micros)),
            name: Set(user.name.as_str().to_owned()),
            search: Set(search(&user.email, Some(user.name.as_str()))),
            version: Set(number(user.version)),
            ..Default::default()
        };
        let update = Entity::update_many().set(changes).filter(Column::Id.eq(user.id.uuid()));
        let update = update.filter(Column::Version.eq(number(user.version) - 1));
        written(update.exec(self.link.writes()?).await.map_err(db)?.rows_affected)?;
        self.locked_users.remove(&user.id);
        self.changed_users.push(user.id);
        Ok(())
    }
}
