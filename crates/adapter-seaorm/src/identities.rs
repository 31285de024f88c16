//! By what providers know users.

use async_trait::async_trait;
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::ids::UserId;
use bailiwick_ports::identities::IdentityRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{email, page, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct Row {
    user_id: Uuid,
    provider: String,
    issuer: String,
    subject: String,
    email: Option<String>,
    created_at: i64,
    last_used_at: i64,
}

const COLUMNS: &str = "user_id, provider, issuer, subject, email, created_at, last_used_at";

impl TryFrom<Row> for Identity {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            user: UserId::new(row.user_id),
            provider: ProviderName::try_from(row.provider).map_err(corrupt)?,
            issuer: row.issuer,
            subject: row.subject,
            email: row.email.map(email).transpose()?,
            created_at: time(row.created_at),
            last_used_at: time(row.last_used_at),
        })
    }
}

fn address(identity: &Identity) -> Option<String> {
    identity.email.as_ref().map(|email| email.as_str().to_owned())
}

#[async_trait]
impl IdentityRepository for SqlUnitOfWork {
    async fn insert(&mut self, identity: &Identity) -> Result<(), StoreError> {
        let insert = Sql::new("INSERT INTO identities (").text(COLUMNS).text(") VALUES (");
        let insert = insert.bind(identity.user.uuid()).text(", ").bind(identity.provider.as_str());
        let insert = insert.text(", ").bind(identity.issuer.as_str()).text(", ");
        let insert = insert.bind(identity.subject.as_str()).text(", ").bind(address(identity)).text(", ");
        let insert = insert.bind(identity.created_at.micros()).text(", ");
        let insert = insert.bind(identity.last_used_at.micros()).text(")");
        insert.run(self.link.writes()?).await.map(drop)
    }

    async fn find(
        &mut self,
        provider: &ProviderName,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Identity>, StoreError> {
        let find = Sql::new("SELECT ").text(COLUMNS).text(" FROM identities WHERE provider = ");
        let find = find.bind(provider.as_str()).text(" AND issuer = ").bind(issuer);
        let find = find.text(" AND subject = ").bind(subject);
        find.one::<Row>(self.link.reads()).await?.map(Identity::try_from).transpose()
    }

    async fn list(
        &mut self,
        user: UserId,
        after: Option<&ProviderName>,
        limit: u64,
    ) -> Result<Page<Identity>, StoreError> {
        let rows = Sql::new("SELECT ")
            .text(COLUMNS)
            .text(" FROM identities WHERE user_id = ")
            .bind(user.uuid())
            .some(after, |sql, after| sql.text(" AND provider > ").bind(after.as_str()))
            .text(" ORDER BY provider LIMIT ")
            .bind(page(limit))
            .all::<Row>(self.link.reads())
            .await?;
        let items = rows.into_iter().map(Identity::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn update(&mut self, identity: &Identity) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE identities SET email = ").bind(address(identity));
        let set = set.text(", last_used_at = ").bind(identity.last_used_at.micros());
        let set = set.text(" WHERE user_id = ").bind(identity.user.uuid());
        let set = set.text(" AND provider = ").bind(identity.provider.as_str());
        written(set.run(self.link.writes()?).await?)
    }

    async fn remove(&mut self, user: UserId, provider: &ProviderName) -> Result<bool, StoreError> {
        let remove = Sql::new("DELETE FROM identities WHERE user_id = ").bind(user.uuid());
        let remove = remove.text(" AND provider = ").bind(provider.as_str());
        Ok(remove.run(self.link.writes()?).await? > 0)
    }
}
